#!/usr/bin/python3
"""Every .ui file is well formed and names only widgets of GTK 4.8 and libadwaita 1.2: a template cannot be conditional."""
import re
import sys
import xml.etree.ElementTree as tree_of

import house

NEWER = set('''
    GtkAlertDialog GtkFileDialog GtkColorDialog GtkFontDialog GtkColorDialogButton GtkFontDialogButton GtkFileLauncher
    GtkUriLauncher GtkColumnViewCell GtkColumnViewRow GtkListHeader GtkGraphicsOffload GtkColumnViewSorter
    GtkListScrollFlags GtkScrollInfo GtkSvg GtkPopoverBin
    AdwBanner AdwTabOverview AdwNavigationSplitView AdwNavigationView AdwNavigationPage AdwOverlaySplitView
    AdwToolbarView AdwBreakpoint AdwBreakpointBin AdwSwitchRow AdwSpinRow AdwDialog AdwAlertDialog AdwAboutDialog
    AdwPreferencesDialog AdwSpinner AdwSpinnerPaintable AdwBottomSheet AdwButtonRow AdwMultiLayoutView AdwLayout
    AdwLayoutSlot AdwToggleGroup AdwToggle AdwWrapBox AdwWrapLayout AdwInlineViewSwitcher AdwShortcutsDialog
    AdwShortcutsSection AdwShortcutsItem AdwShortcutLabel AdwSidebar AdwSidebarSection AdwSidebarItem AdwViewSwitcherSidebar
    AdwAccentColor
'''.split())
# Gone in the next major version: do not start with them.
LEAVING = set('''
    GtkTreeView GtkComboBox GtkComboBoxText GtkDialog GtkMessageDialog GtkStatusbar GtkAssistant GtkInfoBar GtkIconView
    GtkCellView GtkFileChooserDialog GtkAppChooserDialog GtkColorChooserDialog GtkFontChooserDialog
'''.split())
# (element, property): the version it came with.
PROPERTIES = {
    ('GtkColumnView', 'tab-behavior'): '4.12', ('GtkListView', 'tab-behavior'): '4.12', ('GtkGridView', 'tab-behavior'): '4.12',
    ('GtkColumnView', 'row-factory'): '4.12', ('GtkColumnView', 'header-factory'): '4.12', ('GtkListView', 'header-factory'): '4.12',
    ('GtkColumnViewColumn', 'id'): '4.10', ('GtkSearchEntry', 'placeholder-text'): '4.10',
    ('GtkTreeExpander', 'hide-expander'): '4.10', ('GtkTreeExpander', 'indent-for-depth'): '4.10',
    ('GtkMenuButton', 'can-shrink'): '4.12', ('GtkButton', 'can-shrink'): '4.12', ('GtkDropDown', 'search-match-mode'): '4.12',
    ('GtkDropDown', 'header-factory'): '4.12', ('GtkListItem', 'accessible-label'): '4.12',
    ('GtkPicture', 'isolate-contents'): '4.16', ('AdwEntryRow', 'max-length'): '1.6',
    ('AdwHeaderBar', 'show-title'): '1.4', ('AdwHeaderBar', 'show-back-button'): '1.4', ('AdwClamp', 'unit'): '1.4',
    ('AdwComboRow', 'enable-search'): '1.4', ('AdwPreferencesPage', 'description'): '1.4',
}
CLASS = re.compile(r'^(Gtk|Adw|Gdk|Gio|G|Sl)[A-Z]\w*$')


def check_text(path, text):
    try:
        root = tree_of.fromstring(text)
    except tree_of.ParseError as error:
        return ['%s: %s' % (path, error)]
    findings = []
    for element in root.iter():
        if element.tag not in ('object', 'template'):
            continue
        name = element.get('parent') if element.tag == 'template' else element.get('class')
        if name in NEWER:
            findings.append('%s: %s is newer than GTK 4.8 and libadwaita 1.2' % (path, name))
        elif name in LEAVING:
            findings.append('%s: %s has no future' % (path, name))
        elif not CLASS.match(name or ''):
            findings.append('%s: %s is nobody\'s widget' % (path, name))
        for prop in element.findall('property'):
            since = PROPERTIES.get((name, (prop.get('name') or '').replace('_', '-')))
            if since:
                findings.append('%s: property %s of %s came with %s' % (path, prop.get('name'), name, since))
    return findings


def check(root, _):
    findings = []
    for path, text in house.read_tree(root, ['ui', 'resources'], ('.ui',)).items():
        findings += check_text(path, text)
    return findings


def self_test():
    def ui(inner):
        return check_text('a.ui', '<interface>%s</interface>' % inner)
    house.expect(ui('<template class="SlWindow" parent="AdwApplicationWindow"><child><object class="GtkBox"/></child></template>'))
    house.expect(ui('<object class="AdwSwitchRow"/>'), 'AdwSwitchRow is newer')
    house.expect(ui('<template class="SlSheet" parent="AdwDialog"/>'), 'AdwDialog is newer')
    house.expect(ui('<object class="GtkTreeView"/>'), 'no future')
    house.expect(ui('<object class="gtkBox"/>'), 'nobody')
    house.expect(ui('<object class="GtkColumnViewColumn"><property name="id">a</property></object>'), 'came with 4.10')
    house.expect(ui('<object class="GtkBox">'), 'a.ui: mismatched tag')


if __name__ == '__main__':
    sys.exit(house.main('ui files', check, self_test))
