#!/usr/bin/python3
"""Every header compiles by itself, twice over, with no more include paths than its library may use.

check-headers.py BUILD COMPILER... [--without FAMILY...]
"""
import concurrent.futures
import os
import subprocess
import sys
import tempfile

import house

WARNINGS = ['-std=gnu11', '-Wall', '-Wextra', '-Wno-unused-parameter', '-Werror', '-fsyntax-only', '-x', 'c', '-']
DEFINES = ['-D_GNU_SOURCE', '-DG_LOG_DOMAIN="Sightline"']
FLAGS = {}


def flags(modules):
    """What pkg-config says for the modules, asked once."""
    key = tuple(modules)
    if key not in FLAGS:
        answer = subprocess.run(['pkg-config', '--cflags', *modules], capture_output=True, text=True)
        FLAGS[key] = answer.stdout.split() if answer.returncode == 0 else None
    return FLAGS[key]


def families(header):
    """The families whose headers this one may see."""
    return ['glib'] + house.ARROWS[house.library_of(header)][1]


def include_name(header):
    return header[len('app/'):] if header.startswith('app/') else header


def compile_alone(root, build, compiler, header):
    """The finding, or None, for one header."""
    modules = []
    for family in families(header):
        # An optional library that is not there cannot be asked for by a header that has to compile without it.
        if flags(house.FAMILIES[family][1]) is not None:
            modules += house.FAMILIES[family][1]
    paths = ['-I' + os.path.join(top, folder) for top in (root, build) for folder in ('', 'app')]
    source = '#include "%s"\n#include "%s"\n' % (include_name(header), include_name(header))
    done = subprocess.run([*compiler, *DEFINES, *paths, *flags(modules), *WARNINGS], input=source,
                          capture_output=True, text=True)
    if done.returncode == 0:
        return None
    return '%s does not compile by itself:\n%s' % (header, done.stderr.strip())


def check_headers(root, build, compiler, have_gtk):
    headers = [h for h in house.walk(root, ['app', 'ui', 'resources'], ('.h',))
               if house.library_of(h) in house.ARROWS and (have_gtk or house.library_of(h) != 'ui')]
    for header in headers:
        for family in families(header):
            flags(house.FAMILIES[family][1])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda h: compile_alone(root, build, compiler, h), headers)
    return [f for f in found if f]


def check(root, arguments):
    build, *compiler = arguments
    return check_headers(root, build, compiler, flags(house.FAMILIES['gtk'][1]) is not None)


def self_test():
    compiler = [a for a in sys.argv[1:] if a != '--self-test'][1:] or ['cc']
    with tempfile.TemporaryDirectory() as root:
        def write(path, text):
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
                file.write(text)
        write('app/base/fine.h', '#pragma once\n#include <glib.h>\nstatic inline guint one (void) { return 1; }\n')
        house.expect(check_headers(root, root, compiler, False))
        write('app/base/bare.h', 'guint two (void);\n')
        write('app/base/unguarded.h', '#include <glib.h>\nstruct three { guint n; };\n')
        house.expect(check_headers(root, root, compiler, False), 'app/base/bare.h', 'app/base/unguarded.h')


if __name__ == '__main__':
    sys.exit(house.main('headers', check, self_test))
