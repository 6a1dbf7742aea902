#!/usr/bin/python3
"""What is installed is what people and desktops need, in its place, and nothing else.

check-install.py BUILD PREFIX BINDIR DATADIR LOCALEDIR LIBDIR
"""
import fnmatch
import os
import re
import subprocess
import sys
import tempfile

import house

APP_ID = 'io.github.sightline_app.Sightline'
DESKTOP = ['applications/%s.desktop', 'metainfo/%s.metainfo.xml', 'dbus-1/services/%s.service', 'mime/packages/%s.xml',
           'glib-2.0/schemas/%s.gschema.xml', 'icons/hicolor/scalable/apps/%s.svg',
           'icons/hicolor/symbolic/apps/%s-symbolic.svg']
# Made by tools after the installation, or joined by other parts of the house.
WELCOME = ['sightline/*', 'man/*', 'doc/*', 'help/*', 'bash-completion/*', 'zsh/*', 'fish/*', 'licenses/*']


def findings_for(installed, expected, welcome):
    """Findings for a set of installed paths."""
    missing = ['%s is not installed' % path for path in sorted(expected - installed)]
    return missing + ['%s has no business on a system' % path for path in sorted(installed - expected)
                      if not any(fnmatch.fnmatch(path, pattern) for pattern in welcome)]


def installed_files(top):
    return {os.path.relpath(os.path.join(here, name), top) for here, _, names in os.walk(top) for name in names}


def programs(root):
    """The programs whose folder is there."""
    return {name for name, folder in (('sightline', 'ui'), ('sightline-cli', 'app/cli'))
            if os.path.exists(os.path.join(root, folder, 'meson.build'))}


def check(root, arguments):
    build, prefix, bindir, datadir, localedir, libdir = arguments
    with tempfile.TemporaryDirectory() as top:
        done = subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--destdir', top],
                              capture_output=True, text=True)
        if done.returncode:
            return ['meson install: ' + (done.stdout + done.stderr).strip()]
        place = os.path.join(top, prefix.lstrip('/'))
        expected = {os.path.join(datadir, path % APP_ID) for path in DESKTOP}
        expected |= {os.path.join(bindir, name) for name in programs(root)}
        if 'sightline-cli' in programs(root):
            expected.add(os.path.join(libdir, 'sightline', 'sightline-cli-drawing.so'))
        welcome = [os.path.join(datadir, pattern) for pattern in WELCOME]
        welcome.append(os.path.join(localedir, '*/LC_MESSAGES/sightline.mo'))
        findings = findings_for(installed_files(place), expected, welcome)
        service = os.path.join(place, datadir, 'dbus-1/services', APP_ID + '.service')
        program = os.path.join(prefix, bindir, 'sightline')
        if os.path.exists(service) and not re.search(r'^Exec=%s ' % re.escape(program), open(service).read(), re.MULTILINE):
            findings.append('the D-Bus service does not start %s' % program)
        return findings


def self_test():
    house.expect(findings_for({'bin/a', 'share/man/a.1'}, {'bin/a'}, ['share/man/*']))
    house.expect(findings_for({'lib/a.a'}, {'bin/a'}, ['share/man/*']), 'bin/a is not', 'lib/a.a has no business')


if __name__ == '__main__':
    sys.exit(house.main('install', check, self_test))
