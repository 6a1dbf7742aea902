#!/usr/bin/python3
"""Every #include of app/, ui/ and resources/ against the table of arrows."""
import re
import sys

import house

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = re.compile(r'(^|/)(sl-[a-z0-9-]*resources|sl-[a-z0-9-]*enum-types)\.h$')


def own(path, include, known):
    """The finding, or None, for an include of one of our headers."""
    here = house.library_of(path)
    if include == 'config.h':
        return None
    if GENERATED.search(include) and include not in known:
        # Made by the build: a front's own, or that of the resources library.
        there = include.split('/')[0] if '/' in include else ('ui' if here == 'ui' else 'resources')
    elif include in known:
        there = include.split('/')[0]
    else:
        return 'no such header below app/ or the top folder: "%s" (write it from the folder of the library)' % include
    if there == here:
        return None
    if include.endswith('-private.h'):
        return '"%s" is private to %s' % (include, there)
    allowed = house.ARROWS[here][0]
    if there == 'ui' or there == 'cli':
        return '"%s": nobody includes a front' % include
    if allowed is not None and there not in allowed:
        return '"%s": %s may include only %s' % (include, here, ', '.join(allowed) or 'nothing of ours')
    return None


def foreign(path, include):
    """The finding, or None, for an include of somebody else's header."""
    if include in house.SYSTEM:
        return None
    here = house.library_of(path)
    family = house.family_of(include)
    if family is None:
        return '<%s> is in no family of tests/arch/house.py' % include
    if family != 'glib' and family not in house.ARROWS[here][1]:
        return '<%s>: %s may not use %s' % (include, here, family)
    if family in house.HIDDEN and path.endswith('.h') and not path.endswith('-private.h'):
        return '<%s>: types of %s stay out of public headers' % (include, family)
    return None


def check_tree(tree):
    """Findings for {path: text}; only libraries that are there count."""
    findings = []
    known = {path[len('app/'):] if path.startswith('app/') else path for path in tree if path.endswith('.h')}
    for path, text in tree.items():
        here = house.library_of(path)
        if here is None:
            continue
        if here not in house.ARROWS:
            findings.append('%s: library %s is not in the table of tests/arch/house.py' % (path, here))
            continue
        # Strings are kept: a quoted include is one.
        for kind, include in INCLUDE.findall(house.without_comments(text)):
            bad = own(path, include, known) if kind == '"' else foreign(path, include)
            if bad:
                findings.append('%s: %s' % (path, bad))
    return findings


def check(root, _):
    return check_tree(house.read_tree(root, ['app', 'ui', 'resources'], ('.c', '.h')))


def self_test():
    fine = {
        'app/base/sl-date.h': '#include <glib.h>\n',
        'app/base/sl-date-private.h': '#include "base/sl-date.h"\n',
        'app/base/sl-date.c': '#include "config.h"\n#include "base/sl-date-private.h"\n#include <string.h>\n',
        'app/model/sl-risk.h': '#include "base/sl-date.h"\n/* #include <gtk/gtk.h> */\n',
        'app/store/sqlite/sl-sql.c': '#include <sqlite3.h>\n#include "resources/sl-resources.h"\n',
        'ui/sl-window.h': '#include <adwaita.h>\n#include "model/sl-risk.h"\n',
    }
    house.expect(check_tree(fine))

    def bad(path, text, part):
        house.expect(check_tree({**fine, path: text}), part)
    bad('app/base/a.c', '#include "model/sl-risk.h"\n', 'base may include only nothing of ours')
    bad('app/insight/a.c', '#include "base/sl-date-private.h"\n', 'private to base')
    bad('app/model/a.c', '#include <sqlite3.h>\n', 'model may not use sqlite3')
    bad('app/model/a.c', '# include <gtk/gtk.h>\n', 'model may not use gtk')
    bad('app/cli/a.c', '#include <adwaita.h>\n', 'cli may not use gtk')
    bad('app/cli/a.c', '#include "ui/sl-window.h"\n', 'nobody includes a front')
    bad('app/model/a.c', '#include "sl-date.h"\n', 'no such header')
    bad('app/base/a.c', '#include <sys/socket.h>\n', 'in no family')
    bad('app/exchange/a.h', '#include <libxml/tree.h>\n', 'stay out of public headers')
    bad('app/new/a.h', '', 'not in the table')


if __name__ == '__main__':
    sys.exit(house.main('includes', check, self_test))
