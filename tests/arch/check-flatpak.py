#!/usr/bin/python3
"""The Flatpak manifest parses, has its keys in order, asks for no more than it needs, and names sources that are there."""
import os
import re
import sys

import house
import yaml

APP_ID = 'io.github.sightline_app.Sightline'
MANIFEST = 'flatpak/%s.yml' % APP_ID
ORDER = ['id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup', 'modules']
NEEDED = [key for key in ORDER if key != 'cleanup']
MODULE_ORDER = ['name', 'buildsystem', 'config-opts', 'build-options', 'build-commands', 'post-install', 'cleanup', 'sources']
# No network, no bus names, no home: a programme is one file in a folder of the person's choice.
PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri', '--filesystem=xdg-documents'}


def in_order(keys, order):
    places = [order.index(key) for key in keys if key in order]
    return places == sorted(places)


def check_keys(manifest):
    findings = ['%s is missing' % key for key in NEEDED if key not in manifest]
    findings += ['%s is not expected' % key for key in manifest if key not in ORDER]
    if not in_order(list(manifest), ORDER):
        findings.append('keys are not in the order %s' % ', '.join(ORDER))
    for key, value in (('id', APP_ID), ('runtime', 'org.gnome.Platform'), ('sdk', 'org.gnome.Sdk'), ('command', 'sightline')):
        if manifest.get(key, value) != value:
            findings.append('%s is %r, not %r' % (key, manifest[key], value))
    version = manifest.get('runtime-version', '50')
    if not isinstance(version, str) or not re.match(r'^\d+$', version):
        findings.append('runtime-version is not a string of digits')
    return findings


def check_permissions(manifest):
    asked = manifest.get('finish-args') or []
    return (['%s asks for too much' % p for p in asked if p not in PERMISSIONS]
            + ['%s is not asked for' % p for p in sorted(PERMISSIONS - set(asked))]
            + ['%s is asked for twice' % p for p in sorted(set(asked)) if asked.count(p) > 1])


def check_source(root, name, source):
    """A folder or file of this tree, or something fetched that is pinned by its sum."""
    kind = source.get('type')
    if kind in ('dir', 'file', 'patch') and 'path' in source:
        path = os.path.normpath(os.path.join(root, 'flatpak', source['path']))
        if os.path.relpath(path, root).startswith('..') or not os.path.exists(path):
            return ['%s: source %s is not in this tree' % (name, source['path'])]
        return []
    if kind == 'archive' and re.match(r'^[0-9a-f]{64}$', str(source.get('sha256', ''))) and \
            str(source.get('url', '')).startswith('https://'):
        return []
    if kind == 'git' and re.match(r'^[0-9a-f]{40}$', str(source.get('commit', ''))):
        return []
    return ['%s: a source of type %s is not pinned' % (name, kind)]


def check_modules(root, manifest):
    findings = []
    modules = manifest.get('modules') or []
    if not modules or modules[-1].get('name') != 'sightline':
        findings.append('the last module is not sightline')
    for module in modules:
        name = module.get('name', '?')
        if not in_order(list(module), MODULE_ORDER) or set(module) - set(MODULE_ORDER):
            findings.append('%s: keys are not %s' % (name, ', '.join(MODULE_ORDER)))
        if not any('share/licenses/' in line for line in module.get('post-install') or []):
            findings.append('%s: its licence is not installed' % name)
        if not module.get('sources'):
            findings.append('%s: no sources' % name)
        for source in module.get('sources') or []:
            findings += check_source(root, name, source)
        for option in module.get('config-opts') or []:
            match = re.match(r'^-D(\w+)=', option)
            if name == 'sightline' and match and not option_exists(root, match.group(1)):
                findings.append('%s: there is no option %s' % (name, match.group(1)))
    return findings


def option_exists(root, option):
    return re.search(r"option\('%s'" % option, house.read(root, 'meson_options.txt')) is not None


def check_text(root, text):
    try:
        manifest = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return ['does not parse: %s' % error]
    if not isinstance(manifest, dict):
        return ['is no mapping']
    return check_keys(manifest) + check_permissions(manifest) + check_modules(root, manifest)


def check(root, _):
    return ['%s: %s' % (MANIFEST, finding) for finding in check_text(root, house.read(root, MANIFEST))]


def self_test():
    root = house.source_root()
    text = house.read(root, MANIFEST)
    house.expect(check_text(root, text))

    def bad(old, new, *parts):
        assert old in text, old
        house.expect(check_text(root, text.replace(old, new, 1)), *parts)
    bad('  - --device=dri\n', '  - --device=dri\n  - --share=network\n', '--share=network asks for too much')
    bad('--filesystem=xdg-documents', '--filesystem=host', 'host asks for too much', 'xdg-documents is not asked')
    bad("'50'", '50', 'not a string')
    bad('command: sightline\n', '', 'command is missing')
    bad('path: ..', 'path: ../../elsewhere', 'not in this tree')
    bad('type: dir', 'type: git', 'not pinned')
    bad('-Dui=enabled', '-Dgui=enabled', 'no option gui')
    bad('modules:', 'modules: [', 'does not parse')


if __name__ == '__main__':
    sys.exit(house.main('flatpak', check, self_test))
