#!/usr/bin/python3
"""Habits that a source of this house does not have: leftovers, fixed waits in tests, code switched off."""
import re
import sys

import house

# (what it looks like, in which files, why not); written so that this page does not find itself.
HABITS = [
    (re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX|HA' r'CK)\b'), re.compile(r'.'), 'an unfinished thought: finish it or write an issue'),
    (re.compile(r'^[ \t]*#[ \t]*if[ \t]+0\b', re.MULTILINE), re.compile(r'\.[ch]$'), 'code switched off: delete it'),
    (re.compile(r'\b(g_usleep|usleep|nanosleep|sleep)[ \t]*\('), re.compile(r'^tests/.*\.[ch]$'),
     'a fixed wait: wait for what should happen, with a limit'),
    (re.compile(r'\b(strcpy|strcat|sprintf|gets|tmpnam|mktemp|system)[ \t]*\('), re.compile(r'\.[ch]$'),
     'a call without a bound'),
    (re.compile(r'[ \t]+$', re.MULTILINE), re.compile(r'.'), 'blanks at the end of the line'),
    (re.compile(r'^ *\t', re.MULTILINE), re.compile(r'.'), 'a tab where blanks indent'),
    (re.compile(r'[^\n]\Z'), re.compile(r'.'), 'no line end at the end of the file'),
]
ENDINGS = ('.c', '.h', '.ui', '.css', '.sql', '.py', '.sh', '.build', '.xml', '.in', '.yml', '.xsd', '.inc', '.def')
FOLDERS = ['app', 'ui', 'resources', 'data', 'po', 'tests', 'flatpak']


def check_tree(tree):
    findings = []
    for path, text in tree.items():
        plain = house.without_comments(text, strings=True) if path.endswith(('.c', '.h')) else text
        for number, (pattern, files, why) in enumerate(HABITS):
            if not files.search(path):
                continue
            # Calls are looked for in code alone, what is unfinished or untidy everywhere.
            for match in pattern.finditer(plain if 1 <= number <= 3 else text):
                line = text.count('\n', 0, match.start()) + 1
                findings.append('%s:%d: %s: %s' % (path, line, match.group(0).strip(), why))
    return findings


def check(root, _):
    return check_tree(house.read_tree(root, FOLDERS, ENDINGS))


def self_test():
    house.expect(check_tree({
        'tests/a.c': '/* we never sleep (1) here */ g_print ("sleep (1)"); sl_sleep (1);\n#if 01\n',
        'app/a.c': 'usleep (1); my_strcpy (a);\n',
    }))
    house.expect(check_tree({'tests/a.c': '  g_usleep (10);\n'}), 'tests/a.c:1: g_usleep (')
    house.expect(check_tree({'app/a.c': '\n # if 0\n#endif\n'}), 'app/a.c:2')
    house.expect(check_tree({'ui/a.c': '/* TO' 'DO later */\n'}), 'unfinished')
    house.expect(check_tree({'app/a.c': 'sprintf (a, b);\n'}), 'without a bound')
    house.expect(check_tree({'ui/a.ui': '<a/> \n'}), 'blanks at the end')
    house.expect(check_tree({'ui/a.c': 'f ();\n\tg ();\n'}), 'a tab where')
    house.expect(check_tree({'ui/a.css': 'a {}'}), 'no line end')


if __name__ == '__main__':
    sys.exit(house.main('habits', check, self_test))
