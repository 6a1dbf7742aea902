#!/usr/bin/python3
"""Every source with text for people is listed in po/POTFILES, once, and every line of that list is there."""
import os
import re
import sys

import house

ENDINGS = ('.c', '.h', '.inc', '.def', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml', '.xml')
CALL = re.compile(r'(?<![A-Za-z0-9_])(?:(?:_|N_|C_|NC_|Q_|ngettext|gettext)\s*\(|(?:g_dngettext|dgettext|g_dpgettext2)\s*\(\s*\w+\s*,)\s*"')
CODE = ('.c', '.h', '.inc', '.def')


def has_text(path, text):
    """Whether xgettext would find something in this file."""
    if path.endswith(CODE):
        return bool(CALL.search(house.without_comments(text)))
    if path.endswith('.ui'):
        return bool(re.search(r'translatable\s*=\s*["\'](yes|true|1)["\']', text))
    if path.endswith('.gschema.xml'):
        return '<summary>' in text
    if path.endswith('.xml'):
        return '<mime-info' in text and '<comment>' in text
    return True


def listed(potfiles):
    return [line.strip() for line in potfiles.split('\n') if line.strip() and not line.startswith('#')]


def check_tree(tree, potfiles, exists):
    lines = listed(potfiles)
    findings = ['%s is listed twice' % line for line in sorted(set(lines)) if lines.count(line) > 1]
    findings += ['%s is listed but not there' % line for line in lines if not exists(line)]
    findings += ['%s has text for people but is not listed in po/POTFILES' % path
                 for path, text in tree.items() if path not in lines and has_text(path, text)]
    return findings


def check(root, _):
    tree = house.read_tree(root, ['app', 'ui', 'data', 'resources'], ENDINGS)
    return check_tree(tree, house.read(root, 'po/POTFILES'), lambda p: os.path.exists(os.path.join(root, p)))


def self_test():
    tree = {
        'app/a.c': 'f (_("Risk"));\n',
        'app/b.c': '/* _("no") */ g_foo_("no"); sl_N_("no");\n',
        'app/c.h': '#define _(s) gettext (s)\n',
        'app/d.h': 'X (title, N_("Title"), \\\n',
        'ui/a.ui': '<property name="label" translatable="yes">Risk</property>',
        'ui/b.ui': '<property name="label">1</property>',
        'data/a.desktop.in': 'Name=A\n',
    }
    names = '\n'.join(['# a comment', 'app/a.c', 'app/d.h', 'ui/a.ui', 'data/a.desktop.in'])
    house.expect(check_tree(tree, names, lambda p: p in tree))
    house.expect(check_tree(tree, names.replace('app/a.c', '').replace('ui/a.ui', ''), lambda p: p in tree),
                 'app/a.c has text', 'ui/a.ui has text')
    house.expect(check_tree(tree, names + '\napp/a.c\napp/gone.c', lambda p: p in tree), 'twice', 'not there')
    house.expect(check_tree({'app/e.c': 'ngettext (\n  "one", "many", n)'}, '', lambda p: True), 'app/e.c')


if __name__ == '__main__':
    sys.exit(house.main('potfiles', check, self_test))
