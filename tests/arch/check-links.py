#!/usr/bin/python3
"""Each library of app/ links alone, and sightline-cli without GTK.

check-links.py BUILD COMPILER...

What a library leaves undefined must be found in the libraries its row of the table allows, in the third-party
families of that row, in GLib or in the C library.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

import house

# Symbols that the compiler, its sanitizers and the linker bring along.
COMPILERS = re.compile(r'^(__asan_|__ubsan_|__lsan_|__sanitizer_|__tsan_|__gcov_|__stack_chk_|__start_|__stop_|'
                       r'_GLOBAL_OFFSET_TABLE_$|__tls_get_addr$|__dso_handle$|_DYNAMIC$)')
C_LIBRARY = ('libc.so.6', 'libm.so.6', 'libgcc_s.so.1')


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def symbols(path, *options):
    """(defined, undefined) names of an archive, object or shared library."""
    defined, undefined = set(), set()
    for line in run('nm', '-P', *options, path).splitlines():
        parts = line.split()
        if len(parts) < 2 or len(parts[1]) != 1:
            continue
        name, kind = parts[0].split('@')[0], parts[1]
        if kind == 'U':
            undefined.add(name)
        elif kind not in 'wv':
            defined.add(name)
    return defined, undefined


def archives(build, folder):
    return sorted(glob.glob(os.path.join(build, folder, '**', 'lib*.a'), recursive=True))


def folder_of(library):
    return library if library in ('ui', 'resources') else 'app/' + library


def shared(compiler, names):
    """What shared libraries define; one that is not on this machine defines nothing."""
    defined = set()
    for name in names:
        path = run(*compiler, '-print-file-name=' + name).strip()
        if os.path.isabs(path):
            defined |= symbols(path, '-D')[0]
    return defined


def family_files(family):
    """File names that the linker knows the libraries of a family by."""
    return [start + '.so' for start in house.FAMILIES[family][2]]


def check_library(build, compiler, library, common):
    """Findings for one library that has archives in the build."""
    defined, undefined = set(common), set()
    rows = [library] + list(house.ARROWS[library][0] or [])
    for row in rows:
        for archive in archives(build, folder_of(row)):
            own, wanted = symbols(archive)
            defined |= own
            if row == library:
                undefined |= wanted
    for family in house.ARROWS[library][1]:
        defined |= shared(compiler, family_files(family))
    missing = sorted(n for n in undefined - defined if not COMPILERS.match(n))
    return ['app/%s does not link alone: %s is not in %s' % (library, name, ', '.join(rows[1:] or ['itself']))
            for name in missing]


def check_libraries(root, build, compiler):
    findings = []
    common = shared(compiler, list(C_LIBRARY) + family_files('glib'))
    for library, (rows, _) in house.ARROWS.items():
        if rows is None or library == 'resources' or not house.walk(root, ['app/' + library], ('.c',)):
            continue
        if not archives(build, 'app/' + library):
            findings.append('app/%s has sources but no static library in the build' % library)
            continue
        findings += check_library(build, compiler, library, common)
    return findings


def check_cli(build):
    """sightline-cli runs where GTK is not installed, loads what draws only to draw, and asks for no display itself; Cairo
    may bring its libraries along."""
    findings = []
    for name, drawing in (('sightline-cli', 'cairo|pango|font|'), ('sightline-cli-drawing.so', '')):
        program = os.path.join(build, 'app/cli', name)
        if not os.path.exists(program):
            continue
        linked = re.findall(r'^\s*(\S+)', run('ldd', program), re.MULTILINE)
        own = re.findall(r'\(NEEDED\).*\[(\S+)\]', run('readelf', '-d', program))
        findings += ['%s links %s' % (name, other) for other in linked
                     if re.match(r'lib(%sgtk|gdk|gsk|adwaita)' % drawing, os.path.basename(other))]
        findings += ['%s asks for %s' % (name, other) for other in own if re.match(r'lib(X11|xcb|wayland)', other)]
    return findings


def check(root, arguments):
    build, *compiler = arguments
    return check_libraries(root, build, compiler) + check_cli(build)


def self_test():
    build, *compiler = [a for a in sys.argv[1:] if a != '--self-test'] or ['.', 'cc']
    with tempfile.TemporaryDirectory() as root:
        def library(name, text):
            folder = os.path.join(root, 'app', name)
            os.makedirs(folder, exist_ok=True)
            source, thing = os.path.join(folder, 'a.c'), os.path.join(folder, 'a.o')
            with open(source, 'w', encoding='utf-8') as file:
                file.write(text)
            run(*compiler, '-c', source, '-o', thing)
            run('ar', 'rcT', os.path.join(folder, 'liba.a'), thing)
        library('base', 'extern int puts (const char *); int low (void) { return puts ("x"); }')
        library('model', 'int low (void); int high (void) { return low (); }')
        house.expect(check_libraries(root, root, compiler))
        library('base', 'int high (void); int low (void) { return high (); }')
        house.expect(check_libraries(root, root, compiler), 'high is not in itself')
        library('base', 'int low (void) { return 0; }')
        library('model', 'extern int sqlite3_open (void); int high (void) { return sqlite3_open (); }')
        house.expect(check_libraries(root, root, compiler), 'sqlite3_open is not in base')


if __name__ == '__main__':
    sys.exit(house.main('links', check, self_test))
