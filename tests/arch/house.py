"""The shape of the house as data, and how to read it. Every rule in this folder builds on this page.

Change the table when the design needs it, in the same commit that says why.
"""
import os
import re
import sys

# library: the libraries its includes may name, the third-party families it may use.
# glib, gobject, gio and the C library are everywhere.
ARROWS = {
    'base': ([], []),
    'model': (['base'], []),
    'insight': (['base', 'model'], []),
    'rules': (['base', 'model', 'insight'], []),
    'map': (['base'], []),
    'store': (['base', 'model', 'resources'], ['sqlite3']),
    'workspace': (['base', 'model', 'insight', 'rules'], []),
    'charts': (['base', 'model', 'insight', 'map'], ['cairo', 'pango']),
    'exchange': (['base', 'model', 'insight', 'rules', 'map', 'workspace', 'resources'], ['libxml2', 'libarchive', 'libxlsxwriter']),
    'reports': (['base', 'model', 'insight', 'rules', 'map', 'workspace', 'charts', 'exchange', 'resources'], ['cairo', 'pango']),
    # The fronts see every public header of app/.
    'cli': (None, []),
    'ui': (None, ['cairo', 'pango', 'gtk']),
    'resources': ([], []),
}

# Third-party families whose types stay out of public headers.
HIDDEN = {'libxml2', 'libarchive', 'libxlsxwriter'}

# family: (how its includes start, pkg-config modules, start of its sonames)
FAMILIES = {
    'glib': (('glib', 'gio/', 'gobject/', 'gmodule'), ['gio-2.0', 'gio-unix-2.0'],
             ('libglib-2.0', 'libgobject-2.0', 'libgio-2.0', 'libgmodule-2.0')),
    'sqlite3': (('sqlite3',), ['sqlite3'], ('libsqlite3',)),
    'cairo': (('cairo',), ['cairo'], ('libcairo',)),
    'pango': (('pango',), ['pangocairo'], ('libpango-1.0', 'libpangocairo-1.0')),
    'gtk': (('gtk/', 'gdk/', 'gsk/', 'gdk-pixbuf/', 'graphene', 'adwaita'), ['gtk4', 'libadwaita-1'],
            ('libgtk-4', 'libadwaita-1')),
    'libxml2': (('libxml/',), ['libxml-2.0'], ('libxml2',)),
    'libarchive': (('archive',), ['libarchive'], ('libarchive',)),
    'libxlsxwriter': (('xlsxwriter',), ['xlsxwriter'], ('libxlsxwriter',)),
}

# Of the C library and the kernel; no header that opens a way to the network.
SYSTEM = {
    'assert.h', 'ctype.h', 'dirent.h', 'errno.h', 'fcntl.h', 'fenv.h', 'float.h', 'inttypes.h', 'langinfo.h', 'libintl.h',
    'limits.h', 'locale.h', 'malloc.h', 'math.h', 'poll.h', 'pthread.h', 'pwd.h', 'signal.h', 'spawn.h', 'stdarg.h',
    'stdatomic.h', 'stdbool.h', 'stddef.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'string.h', 'strings.h', 'sysexits.h',
    'termios.h', 'time.h', 'unistd.h', 'wchar.h', 'wctype.h',
    'linux/fs.h', 'linux/magic.h', 'sys/file.h', 'sys/ioctl.h', 'sys/mman.h', 'sys/param.h', 'sys/prctl.h',
    'sys/random.h', 'sys/resource.h', 'sys/stat.h', 'sys/statfs.h', 'sys/statvfs.h', 'sys/syscall.h', 'sys/time.h', 'sys/types.h',
    'sys/uio.h', 'sys/utsname.h', 'sys/wait.h', 'sys/xattr.h',
}

LEFT_OUT = {'.git', '__pycache__', 'subprojects', 'build'}


def source_root():
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def walk(root, folders, endings):
    """Paths relative to root of the files below the folders whose names end so, sorted."""
    found = []
    for folder in folders:
        for here, dirs, files in os.walk(os.path.join(root, folder)):
            dirs[:] = sorted(d for d in dirs if d not in LEFT_OUT and not d.startswith('build'))
            found += [os.path.relpath(os.path.join(here, f), root) for f in files if f.endswith(endings)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def read_tree(root, folders, endings):
    """{path: text} of those files."""
    return {path: read(root, path) for path in walk(root, folders, endings)}


def library_of(path):
    """The library a source belongs to: a folder of app/, 'ui', 'resources', or None (tests)."""
    parts = path.split('/')
    if parts[0] == 'app':
        return parts[1] if len(parts) > 2 else None
    return parts[0] if parts[0] in ('ui', 'resources') else None


def family_of(include):
    for family, (starts, _, _) in FAMILIES.items():
        if include.startswith(starts):
            return family
    return None


TOKEN = re.compile(r'''//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*\'''', re.DOTALL)


def without_comments(text, strings=False):
    """C text with comments blanked (and, if asked, the inside of strings), lines kept."""
    def blank(match):
        token = match.group(0)
        if token[0] == '/':
            return ' ' + '\n' * token.count('\n')
        return token[0] + token[-1] if strings else token
    return TOKEN.sub(blank, text)


def finish(rule, findings):
    """Prints the findings of a rule; the status of the script."""
    for finding in findings:
        print('%s: %s' % (rule, finding))
    return 1 if findings else 0


def expect(findings, *parts):
    """Self-tests: the findings are exactly as many as the parts, and each contains its part."""
    assert len(findings) == len(parts), findings
    for finding, part in zip(findings, parts):
        assert part in finding, (finding, part)


def main(rule, check, self_test):
    """Runs check(root, arguments) or, with --self-test, proves that the rule finds what it is there to find."""
    if '--self-test' in sys.argv[1:]:
        self_test()
        return 0
    return finish(rule, check(source_root(), sys.argv[1:]))
