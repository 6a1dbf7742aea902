#!/usr/bin/python3
"""Functions of at most 80 lines of code and files of at most 1,000 lines; the aims (40, 400) are counted, not enforced.

Blank lines and comments are no code. Functions named *_class_init and constant tables inside a function are apart.
"""
import re
import sys

import house

FUNCTION_LIMIT, FUNCTION_AIM = 80, 40
FILE_LIMIT, FILE_AIM = 1000, 400
NAME = re.compile(r'(\w+)\s*\([^{}]*\)\s*$', re.DOTALL)
TABLE = re.compile(r'^\s*(static\s+)?const\b[^;(]*=\s*\{?\s*$')


def functions(text):
    """Yields (name, line number, lines of code) of each function of a C text in the house's brace style."""
    lines = house.without_comments(text, strings=True).split('\n')
    number, head_from = 0, 0
    while number < len(lines):
        line = lines[number]
        if line.startswith('{'):
            head = ' '.join(lines[head_from:number])
            end = number + 1
            while end < len(lines) and not lines[end].startswith('}'):
                end += 1
            match = NAME.search(first_name(head))
            if match:
                yield match.group(1), number, code_lines(lines[number + 1:end])
            number, head_from = end, end + 1
        elif not line.strip() or line.startswith(('#', '}')) or line.rstrip().endswith((';', '}')):
            head_from = number + 1
        number += 1


def first_name(head):
    """The head up to the end of its first argument list: attributes may follow it."""
    depth, opened = 0, False
    for at, char in enumerate(head):
        depth += (char == '(') - (char == ')')
        opened = opened or char == '('
        if opened and depth == 0:
            return head[:at + 1]
    return '' if not opened else head


def code_lines(body):
    """Lines that are neither blank nor part of a constant table."""
    count, depth, inside = 0, 0, False
    for line in body:
        if not inside and TABLE.match(line):
            inside, depth = True, 0
        if inside:
            depth += line.count('{') - line.count('}')
            inside = not (line.rstrip().endswith(';') and depth <= 0)
        elif line.strip():
            count += 1
    return count


def check_tree(tree):
    """(findings, counts over the aims) of {path: text}."""
    findings, long_functions, long_files, all_functions = [], 0, 0, 0
    for path, text in tree.items():
        length = text.count('\n')
        long_files += length > FILE_AIM
        if length > FILE_LIMIT:
            findings.append('%s has %d lines, more than %d' % (path, length, FILE_LIMIT))
        if not path.endswith('.c'):
            continue
        for name, line, size in functions(text):
            if name.endswith('_class_init'):
                continue
            all_functions += 1
            long_functions += size > FUNCTION_AIM
            if size > FUNCTION_LIMIT:
                findings.append('%s:%d: %s has %d lines of code, more than %d' % (path, line, name, size, FUNCTION_LIMIT))
    return findings, (all_functions, long_functions, len(tree), long_files)


def check(root, _):
    tree = house.read_tree(root, ['app', 'ui', 'resources', 'tests'], ('.c', '.h', '.ui', '.py', '.sh', '.sql', '.css'))
    findings, (functions_, long_functions, files, long_files) = check_tree(tree)
    print('information: %d of %d functions over the aim of %d lines, %d of %d files over the aim of %d'
          % (long_functions, functions_, FUNCTION_AIM, long_files, files, FILE_AIM))
    return findings


def self_test():
    def function(name, lines, filler='  f ();\n'):
        return 'static void\n%s (int a,\n    GCallback (*b) (void))\n{\n%s}\n\n' % (name, filler * lines)
    fine = ('struct s\n{\n' + '  int a;\n' * 200 + '};\n' + function('sl_x', 80) + function('sl_x_class_init', 99)
            + function('sl_y', 30, '  /* a\n   * b\n   */\n\n')
            + 'void\nsl_t (void)\n{\n  static const int a[] = {\n' + '    1,\n' * 90 + '  };\n  f (a);\n}\n'
            + 'static const int t[] =\n{\n' + '  1,\n' * 90 + '};\n')
    findings, counts = check_tree({'a.c': fine})
    assert findings == [] and counts == (3, 1, 1, 1), (findings, counts)
    house.expect(check_tree({'a.c': function('sl_short', 3) + function('sl_long', 81)})[0], 'sl_long has 81')
    macro = 'G_DEFINE_TYPE (SlA, sl_a, G_TYPE_OBJECT)\n\n'
    house.expect(check_tree({'a.c': macro + function('sl_a_class_init', 99)})[0])
    house.expect(check_tree({'a.h': '\n' * 1001})[0], '1001 lines')
    text = 'void\nsl_text (void)\n{\n  f ("/* {");\n' + '  f ();\n' * 80 + '}\n'
    house.expect(check_tree({'a.c': text})[0], 'sl_text has 81')


if __name__ == '__main__':
    sys.exit(house.main('sizes', check, self_test))
