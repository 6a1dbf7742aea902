#!/usr/bin/python3
"""Each exit status, and what is left behind: nothing."""
import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import unittest

from cli_case import PROGRAM, Case, main

WRITING = (('set', 'R-012', 'title=New'), ('add', 'risk', 'title=New'), ('delete', 'R-012'), ('undo',))
READING = (('info',), ('list', 'risk'), ('check',), ('history',))


def fingerprint(folder):
    """Names, bytes, times and modes of everything in a folder."""
    marks = {}
    for base, folders, files in os.walk(folder):
        for name in files:
            path = os.path.join(base, name)
            status = os.lstat(path)
            with open(path, 'rb') as file:
                marks[path] = (hashlib.sha256(file.read()).hexdigest(), status.st_mtime_ns, stat.S_IMODE(status.st_mode))
    return marks


def on(path, command):
    return (command[0], path, *command[1:])


class Fault(Case):
    def refused(self, *args, status, message=None):
        """Refused, said in one line that names what it is about, and nothing changed."""
        before = fingerprint(self.folder)
        answer = self.cli(*args, status=status)
        if message:
            self.assertRegex(answer.err, message)
        self.assertEqual(fingerprint(self.folder), before)
        return answer


class Usage(Fault):
    def test_usage(self):
        for args in (
                (), ('nonsense',), ('--nonsense',), ('-x',), ('list',), ('list', self.file), ('info', self.file, 'more'),
                ('new',), ('new', ''), ('set', self.file, 'R-012'), ('set', self.file, 'R-012', 'title'),
                ('set', self.file, 'R-012', 'colour=red'), ('add', self.file, 'risk', 'colour=red'),
                ('add', self.file, 'wish', 'title=x'), ('list', self.file, 'wish'), ('info', self.file, '--strict'),
                ('info', self.file, '--reason', 'x'), ('info', self.file, '--json=yes'), ('info', self.file, '--as-of'),
                ('info', self.file, '--json', '--json'), ('info', self.file, '--as-of', '31/07/2026'),
                ('info', self.file, '--as-of', '2026-02-30'), ('new', self.path('x'), '--sample', '--name', 'x'),
                ('new', self.path('x'), '--fiscal-year-start', '13'), ('add', self.file, 'risk', 'title=x', '--under', 'R-001'),
                ('add', self.file, 'action', 'title=x', '--under', 'P-01'), ('info', '--completion', self.file)):
            with self.subTest(args):
                self.refused(*args, status=2)

    def test_where(self):
        for where, at in (('', 1), ('  ', 3), ('score', 6), ('score ?', 7), ('score > ', 9), ('score > 1 or', 11),
                          ('score > 1 and', 14), ('nothing = 1', 1), ('state = sleeping', 9), ('title = "x', 9),
                          ('owner > P-01', 9), ('earliest_date < ""', 17), ('score > ten', 9), ('owner = Nobody', 9)):
            with self.subTest(where):
                self.refused('list', self.file, 'risk', '--where', where, status=2, message='character %d: ' % at)

    def test_bytes_that_are_no_text(self):
        for args in (('set', self.file, 'R-012', b'title=\xff'), ('list', self.file, 'risk', '--where', b'title = \xff')):
            self.refused(*args, status=2)


class Refused(Fault):
    def test_unknown_code(self):
        for args in (('set', self.file, 'R-999', 'title=x'), ('delete', self.file, 'R-999'), ('history', self.file, 'R-999'),
                     ('add', self.file, 'action', 'title=x', '--under', 'R-999')):
            with self.subTest(args):
                self.refused(*args, status=3, message=r'a\.sightline: .*R-999')

    def test_values(self):
        for assignment in ('owner=Nobody', 'state=asleep', 'earliest_date=soon', 'title=', 'title=' + 'x' * 81, 'code=R-100',
                           'csf_ref=z9', 'owner=Sample'):
            with self.subTest(assignment):
                self.refused('set', self.file, 'R-012', assignment, status=3, message=r'a\.sightline: ')

    def test_all_or_none(self):
        self.refused('set', self.file, 'R-012', 'title=New', 'owner=Nobody', status=3)
        self.assertEqual(self.field('R-012', 'title'), 'Depot move slides into the roll-out')

    def test_reason_missing(self):
        self.refused('set', self.file, 'R-005', 'owner=P-02', '--acting-as', 'P-02', status=3, message='R-005')
        self.cli('set', self.file, 'R-005', 'owner=P-02', '--acting-as', 'P-02', '--reason', 'takes over')

    def test_rule(self):
        self.refused('set', self.file, 'R-012', 'cause=', status=3, message='R-012')

    def test_acting_as(self):
        self.refused('info', self.file, '--acting-as', 'Nobody', status=3)
        self.refused('set', self.file, 'R-012', 'title=x', '--acting-as', 'ORG-01', status=3)

    def test_another_day(self):
        self.refused('add', self.file, 'risk-review', '--under', 'R-012', 'by=P-02', '--as-of', '2026-06-01', status=3)

    def test_nothing_to_undo(self):
        self.refused('undo', self.file, '--acting-as', 'P-02', status=3)

    def test_referred_to(self):
        self.refused('delete', self.file, 'P-03', status=3, message='P-03')

    def test_not_ours(self):
        other = self.path('other.sightline')
        with sqlite3.connect(self.path('plain.sqlite')) as db:
            db.execute('CREATE TABLE t (a)')
        for content in (b'', b'x', b'hello\n' * 1000):
            with open(other, 'wb') as file:
                file.write(content)
            for command in READING + WRITING:
                with self.subTest((content[:5], command)):
                    self.refused(*on(other, command), status=3, message=r'other\.sightline: ')
        self.refused('info', self.path('plain.sqlite'), status=3)


class Newer(Fault):
    def test_newer(self):
        with sqlite3.connect(self.file) as db:
            db.execute('PRAGMA user_version = 999')
        for command in READING + WRITING:
            with self.subTest(command):
                self.refused(*on(self.file, command), status=4)


class Busy(Fault):
    def test_busy(self):
        """Another writer at work: after a patient while, 5; readers are not kept waiting by a writer that only began."""
        db = sqlite3.connect(self.file, isolation_level=None)
        self.addCleanup(db.close)
        db.execute('BEGIN IMMEDIATE')
        self.cli('set', self.file, 'R-012', 'title=x', status=5)
        self.cli('list', self.file, 'risk')
        db.execute('ROLLBACK')
        self.cli('set', self.file, 'R-012', 'title=x')


class Unreadable(Fault):
    def test_missing(self):
        for command in READING + WRITING:
            with self.subTest(command):
                self.refused(*on(self.path('none.sightline'), command), status=6)
                self.assertFalse(os.path.exists(self.path('none.sightline')))

    def test_folder(self):
        self.refused('new', self.folder, status=6)
        self.refused('new', self.path('none/x.sightline'), status=6)

    def test_new_never_replaces(self):
        self.refused('new', self.file, status=6)
        self.refused('new', self.file, '--sample', status=6)
        os.symlink('nowhere', self.path('link'))
        answer = self.run_raw('new', self.path('link'))
        self.assertEqual(answer.status, 6)
        self.assertFalse(os.path.exists(self.path('nowhere')))

    def test_programme_stays(self):
        """Without programme or settings there would be no rule left to judge by."""
        self.refused('delete', self.file, 'PRG-001', status=3, message='keeps its programme')
        self.refused('set', self.file, 'PRG-001', 'settings=', '--reason', 'x', status=3, message='settings')

    def test_currency_of_amounts(self):
        """Another number of decimals would make every amount another."""
        self.refused('set', self.file, 'PRG-001', 'currency=KWD', status=3, message='decimals')
        self.cli('set', self.file, 'PRG-001', 'currency=EUR')
        self.cli('new', self.path('b.sightline'))
        self.cli('set', self.path('b.sightline'), 'PRG-001', 'currency=KWD')

    def test_answer_cannot_be_written(self):
        with open('/dev/full', 'wb') as full:
            for command in READING:
                with self.subTest(command):
                    done = self.run_raw(*on(self.file, command), stdout=full)
                    self.assertEqual(done.returncode, 6)

    def test_change_stands_whatever_becomes_of_the_answer(self):
        """6 would say that nothing has changed."""
        with open('/dev/full', 'wb') as full:
            done = self.run_raw('set', self.file, 'R-012', 'title=Written', stdout=full)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b'cannot be written', done.stderr)
        self.assertEqual(self.field('R-012', 'title'), 'Written')


class Tampered(Fault):
    def test_tampered(self):
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE risk SET title = 'Nothing to see' WHERE code = 'R-005'")
        for command in READING + WRITING:
            with self.subTest(command):
                self.refused(*on(self.file, command), status=7)

    def test_no_half_answer(self):
        """The newest entries of the history are sound, an older one is not: nothing is printed of either."""
        self.cli('set', self.file, 'R-012', 'title=One')
        self.cli('set', self.file, 'R-012', 'title=Two')
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE changeset SET at = at + 1 WHERE seq = 2")
        for args in ((), ('--json',)):
            self.assertEqual(self.refused('history', self.file, *args, status=7).out, '')
        self.assertEqual(self.refused('history', self.file, 'R-999', '--json', status=7).out, '')

    def test_undo_tells_tampering(self):
        """A history that cannot be read is not an empty one."""
        self.cli('set', self.file, 'R-012', 'title=One')
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE changeset SET at = at + 1 WHERE seq = 2")
        self.refused('undo', self.file, status=7)


class Traces(Fault):
    def test_failed_new_leaves_nothing(self):
        for option, value in (('--currency', 'pounds'), ('--name', 'x' * 200), ('--name', ' ')):
            with self.subTest(option):
                self.refused('new', self.path('b.sightline'), option, value, status=3)

    def test_reading_changes_nothing(self):
        before = fingerprint(self.folder)
        for command in READING:
            for more in ((), ('--json',), ('--as-of', '2026-01-01'), ('--acting-as', 'P-02')):
                with self.subTest((command, more)):
                    answer = self.run_raw(*on(self.file, command), *more)
                    # On the first day of 2026 most risks had no assessment: findings, 1.
                    self.assertEqual(answer.status, int(command == ('check',) and '2026-01-01' in more), answer.err)
                    self.assertEqual(fingerprint(self.folder), before)

    def test_one_file_at_rest(self):
        self.cli('set', self.file, 'R-012', 'title=x')
        self.assertEqual([n for n in os.listdir(self.folder) if n != 'data-home'], ['a.sightline'])

    def test_read_only_file(self):
        os.chmod(self.file, 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        self.assertEqual(self.run_raw('list', self.file, 'risk').status, 0)

    def test_odd_file_names(self):
        for name in (b'file:x?mode=memory', b'two\nlines', b'\xff\xfe', b"a'b;c", b'-x'):
            with self.subTest(name):
                path = os.path.join(self.folder.encode(), name)
                shutil.copyfile(self.original, path)
                self.cli('info', path, '--json')
                os.truncate(path, 10)
                answer = self.cli('info', path, status=3)
                self.assertEqual(len(answer.err.splitlines()), 1)

    def test_two_at_once(self):
        """Both changes arrive, whoever is first."""
        runs = [subprocess.Popen([PROGRAM, 'set', self.file, code, 'title=Both'], stdout=subprocess.DEVNULL)
                for code in ('R-011', 'R-012')]
        self.assertEqual([run.wait(60) for run in runs], [0, 0])
        self.assertEqual((self.field('R-011', 'title'), self.field('R-012', 'title')), ('Both', 'Both'))


if __name__ == '__main__':
    main()
