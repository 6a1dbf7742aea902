#!/usr/bin/python3
"""Adds up meson test logs: summary.py [--broken N] [--unclean N] LOG...

A test that speaks TAP counts each of its cases, any other counts one. A test that failed without a failed case (it
crashed, ran out of time, leaked) counts one failure more, and so does each build that broke. Names what failed, then
prints one line "N passed, N failed"; the status is 1 if anything failed or nothing ran.
"""
import argparse
import json
import re
import sys

GOOD = {'OK', 'EXPECTEDFAIL'}
CASE = re.compile(r'^(not )?ok\b[ \t]*\d*[ \t]*(?:- )?(.*)$', re.MULTILINE)


def cases(entry):
    """The (passed, skipped, [names of failed cases]) of one test's TAP output."""
    passed, skipped, failed = 0, 0, []
    for match in CASE.finditer(entry.get('stdout') or ''):
        text = match.group(2)
        if match.group(1):
            failed.append(text.strip())
        elif re.search(r'# *SKIP', text, re.IGNORECASE):
            skipped += 1
        else:
            passed += 1
    return passed, skipped, failed


def add_up(entries):
    """Counts of all entries of a log, and a line for each failure."""
    passed, skipped, lines = 0, 0, []
    for entry in entries:
        result, name = entry['result'], entry['name']
        ok, left_out, bad = cases(entry)
        if result == 'SKIP':
            skipped += max(left_out, 1)
        elif result in GOOD:
            passed += ok if ok or left_out else 1
            skipped += left_out
        else:
            passed += ok
            skipped += left_out
            lines += ['%s: %s' % (name, case) for case in bad] or ['%s: %s' % (name, result.lower())]
    return passed, skipped, lines


def read(path):
    try:
        with open(path, encoding='utf-8') as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return None


def self_test():
    def entry(result, stdout=''):
        return {'name': 't', 'result': result, 'stdout': stdout}
    assert add_up([entry('OK')]) == (1, 0, [])
    assert add_up([entry('OK', 'TAP version 13\nok 1 /a\nok 2 /b # SKIP no\n1..2\n')]) == (1, 1, [])
    assert add_up([entry('SKIP')]) == (0, 1, [])
    assert add_up([entry('OK', 'ok 1 /a # SKIP no\n')]) == (0, 1, [])
    assert add_up([entry('FAIL', 'ok 1 /a\nnot ok 2 /b - why\n')]) == (1, 0, ['t: /b - why'])
    # A leak found after the last case, a crash between two: no failed case to be seen, a failure all the same.
    assert add_up([entry('FAIL', 'ok 1 /a\n')]) == (1, 0, ['t: fail'])
    assert add_up([entry('TIMEOUT')]) == (0, 0, ['t: timeout'])
    assert add_up([entry('ERROR')])[2] == ['t: error']


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--broken', type=int, default=0, help='builds that failed')
    parser.add_argument('--unclean', type=int, default=0, help='runs of meson test that ended with a failure')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('logs', nargs='*')
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    passed, skipped, lines = 0, 0, ['a build failed'] * options.broken
    for path in options.logs:
        entries = read(path)
        if entries is None:
            lines.append('%s: no test ran' % path)
            continue
        more, left_out, bad = add_up(entries)
        passed += more
        skipped += left_out
        lines += bad
    if options.unclean and not lines:
        lines.append('meson test ended with a failure that its log does not name')
    for line in lines:
        print('failed: ' + line)
    if skipped:
        print('%d skipped' % skipped)
    print('%d passed, %d failed' % (passed, len(lines)))
    return 1 if lines or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
