#!/usr/bin/python3
"""What the desktop reads is valid and agrees: launcher, store page, D-Bus service, file type, schema, icons.

check-desktop.py BUILD VERSION
"""
import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree_of

import house

APP_ID = 'io.github.sightline_app.Sightline'
MIME = 'application/x-sightline'
APPLICATION_ID = bytes.fromhex('534c4e31')
SVG = '{http://www.w3.org/2000/svg}'


def tool(*command, **options):
    """The findings of a validator: what it says when it is not content."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    return [] if done.returncode == 0 else ['%s: %s' % (command[0], (done.stdout + done.stderr).strip())]


def check_launcher(data):
    path = os.path.join(data, APP_ID + '.desktop')
    findings = tool('desktop-file-validate', path)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(path, encoding='utf-8')
    main = entry['Desktop Entry']
    for key, value in (('Exec', 'sightline %U'), ('Icon', APP_ID), ('StartupWMClass', APP_ID), ('MimeType', MIME + ';'),
                       ('Categories', 'Office;ProjectManagement;'), ('DBusActivatable', 'true')):
        if main.get(key) != value:
            findings.append('launcher: %s is %r, not %r' % (key, main.get(key), value))
    service = configparser.ConfigParser(interpolation=None)
    service.read(os.path.join(data, APP_ID + '.service'), encoding='utf-8')
    if service['D-BUS Service']['Name'] != APP_ID:
        findings.append('service: its name is not the application id')
    if not re.match(r'^/\S+/sightline --gapplication-service$', service['D-BUS Service']['Exec']):
        findings.append('service: it does not start the application as a service')
    return findings


def check_summary(root):
    """The bar that store pages set for name and summary."""
    name, summary = root.findtext('name') or '', root.findtext('summary') or ''
    findings = []
    if not 1 <= len(name) <= 15:
        findings.append('metainfo: the name is longer than 15 characters')
    if not 10 <= len(summary) <= 35 or summary.endswith('.') or re.match(r'^(A|An|The)\b', summary) or \
            re.search(r'\b(GTK|GNOME|libadwaita|app|application)\b', summary, re.IGNORECASE):
        findings.append('metainfo: the summary is not 10 to 35 plain characters without article or full stop')
    return findings


def check_metainfo(path, version):
    findings = tool('appstreamcli', 'validate', '--no-net', path)
    root = tree_of.parse(path).getroot()
    expected = [('id', APP_ID), ('metadata_license', 'CC0-1.0'), ('project_license', 'GPL-3.0-or-later'),
                ('launchable', APP_ID + '.desktop'), ('provides/mediatype', MIME), ('translation', 'sightline'),
                ('requires/display_length', '768')]
    findings += ['metainfo: %s is %r, not %r' % (path_, root.findtext(path_), value)
                 for path_, value in expected if root.findtext(path_) != value]
    findings += check_summary(root)
    schemes = {c.get('scheme_preference') for c in root.findall('branding/color')}
    if schemes != {'light', 'dark'}:
        findings.append('metainfo: brand colours for light and dark are not both there')
    releases = root.findall('releases/release')
    if not releases or releases[0].get('version') != version:
        findings.append('metainfo: its newest release is not %s' % version)
    findings += ['metainfo: release %s says nothing' % r.get('version') for r in releases
                 if not ''.join(r.itertext()).strip()]
    return findings


def header(application_id):
    """The first bytes of an SQLite database."""
    return b'SQLite format 3\0' + bytes(52) + application_id + bytes(440)


def known_as(content, name, folders):
    """The content type GIO sees with the MIME database in these folders, in a process of its own."""
    script = ('import sys\nfrom gi.repository import Gio\n'
              'print(Gio.content_type_guess(sys.argv[1] or None, bytes.fromhex(sys.argv[2]))[0])\n')
    environment = {**os.environ, 'XDG_DATA_DIRS': folders, 'XDG_DATA_HOME': folders.split(':')[0], 'G_DEBUG': ''}
    done = subprocess.run(['/usr/bin/python3', '-c', script, name, content.hex()], capture_output=True, text=True, env=environment)
    return done.stdout.strip() or done.stderr.strip()


def check_mime(path):
    findings = tool('xmllint', '--noout', '--nonet', path)
    if findings:
        return findings
    with tempfile.TemporaryDirectory() as top:
        packages = os.path.join(top, 'mime', 'packages')
        os.makedirs(packages)
        # With the file types of the system, which ours has to stand out from.
        system = '/usr/share/mime/packages/freedesktop.org.xml'
        if os.path.exists(system):
            shutil.copy(system, packages)
        shutil.copy(path, packages)
        findings += tool('update-mime-database', os.path.join(top, 'mime'))
        # A name alone is enough: a file that is damaged is still ours to explain.
        cases = [(header(APPLICATION_ID), 'plan', MIME), (header(APPLICATION_ID), 'plan.db', MIME),
                 (header(APPLICATION_ID), 'plan.sightline', MIME), (b'', 'plan.sightline', MIME)]
        if os.path.exists(system):
            cases.append((header(bytes(4)), 'plan', 'application/vnd.sqlite3'))
        for content, name, kind in cases:
            seen = known_as(content, name, top)
            if seen != kind:
                findings.append('file type: %s of %d bytes is seen as %s, not %s' % (name, len(content), seen, kind))
    return findings


def check_schema(folder):
    findings = tool('glib-compile-schemas', '--strict', '--dry-run', folder)
    path = os.path.join(folder, APP_ID + '.gschema.xml')
    for key in tree_of.parse(path).getroot().iter('key'):
        if not key.findtext('summary') or not key.findtext('description'):
            findings.append('schema: %s does not say what it is' % key.get('name'))
    return findings


def check_icon(path, size):
    findings = tool('xmllint', '--noout', '--nonet', path)
    root = tree_of.parse(path).getroot()
    if root.get('viewBox') != '0 0 %d %d' % (size, size):
        findings.append('%s: it is not drawn on %d x %d' % (os.path.basename(path), size, size))
    for element in root.iter():
        if element.tag in (SVG + 'image', SVG + 'script', SVG + 'text') or \
                any(name.endswith('href') for name in element.attrib):
            findings.append('%s: it is not drawn with shapes alone' % os.path.basename(path))
    # It must be seen at every size a desktop uses.
    for pixels in (16, 32, 64, 128):
        findings += check_pixels(path, pixels)
    return findings


def check_pixels(path, pixels):
    drawn = subprocess.run(['rsvg-convert', '-w', str(pixels), '-h', str(pixels), path], capture_output=True)
    if drawn.returncode:
        return ['rsvg-convert: ' + drawn.stderr.decode()]
    import gi
    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf
    loader = GdkPixbuf.PixbufLoader()
    loader.write(drawn.stdout)
    loader.close()
    opaque = sum(1 for alpha in loader.get_pixbuf().get_pixels()[3::4] if alpha > 128)
    if opaque < pixels * pixels / 8:
        return ['%s: hardly anything is seen at %d pixels' % (os.path.basename(path), pixels)]
    return []


def check(root, arguments):
    build, version = arguments
    made, sources = os.path.join(build, 'data'), os.path.join(root, 'data')
    icons = os.path.join(sources, 'icons', APP_ID)
    return (check_launcher(made) + check_metainfo(os.path.join(made, APP_ID + '.metainfo.xml'), version)
            + check_mime(os.path.join(made, APP_ID + '.xml')) + check_schema(sources)
            + check_icon(icons + '.svg', 128) + check_icon(icons + '-symbolic.svg', 16))


def self_test():
    root = house.source_root()
    build, version = [a for a in sys.argv[1:] if a != '--self-test']
    with tempfile.TemporaryDirectory() as top:
        def spoilt(path, old, new):
            text = open(path, encoding='utf-8').read()
            assert old in text, (path, old)
            there = os.path.join(top, os.path.basename(path))
            with open(there, 'w', encoding='utf-8') as file:
                file.write(text.replace(old, new))
            return there
        made, sources = os.path.join(build, 'data', APP_ID), os.path.join(root, 'data', APP_ID)
        spoilt(made + '.service', 'Name=io', 'Name=com')
        spoilt(made + '.desktop', 'DBusActivatable=true', 'DBusActivatable=perhaps')
        house.expect(check_launcher(top), 'desktop-file-validate', 'DBusActivatable', 'its name')
        house.expect(check_metainfo(made + '.metainfo.xml', version + '.1'), 'newest release')
        assert check_metainfo(spoilt(made + '.metainfo.xml', 'Govern a change', 'The GTK'), version)
        assert check_mime(spoilt(made + '.xml', '0x534c4e31', '0x534c4e32'))
        spoilt(sources + '.gschema.xml', "<default>'compact'", "<default>'tiny'")
        assert check_schema(top)
        icon = os.path.join(root, 'data', 'icons', APP_ID + '.svg')
        house.expect(check_icon(spoilt(icon, 'viewBox="0 0 128 128"', 'viewBox="0 0 128 129"'), 128), 'not drawn on')
        assert check_icon(spoilt(icon, '<defs>', '<image href="a.png"/><defs>'), 128)
        assert check_pixels(spoilt(icon, '<svg ', '<svg opacity="0" '), 16)


if __name__ == '__main__':
    sys.exit(house.main('desktop', check, self_test))
