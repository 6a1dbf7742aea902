#!/usr/bin/python3
"""Programme XML out: whole, valid, the same each time; or nothing at all."""
import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import unittest
import xml.etree.ElementTree as tree_of

from cli_case import PROGRAM, TOP, Case, main

SPACE = '{urn:sightline:programme:1}'


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Export(Case):
    def setUp(self):
        super().setUp()
        self.out = self.path('out.xml')

    def test_whole(self):
        before = read(self.file)
        self.assertEqual(self.cli('export', self.file, '-o', self.out).out, 'Written %s\n' % self.out)
        self.assertEqual(self.cli('export', self.file, '-o', self.out, '--json').json, {'written': self.out})
        self.assertEqual(sorted(os.listdir(self.folder)), ['a.sightline', 'out.xml'])
        self.assertEqual(read(self.file), before)
        root = tree_of.parse(self.out).getroot()
        self.assertEqual((root.tag, root.get('name')), (SPACE + 'programme', 'Marlhaven smart waste and clean streets'))
        for kind, count in self.cli('info', self.file, '--json').json['counts'].items():
            elements = [root] if kind == 'programme' else list(root.iter(SPACE + kind.replace('_', '-')))
            self.assertEqual(len(elements), count, kind)
        [risk] = root.findall(SPACE + 'risk[@code="R-001"]')
        [record] = self.list('risk', '--where', 'code = R-001')
        self.assertEqual((risk.get('title'), risk.get('owner'), risk.get('state')),
                         (record['title'], record['owner'], record['state']))

    @unittest.skipUnless(shutil.which('xmllint'), 'needs xmllint')
    def test_valid_to_others(self):
        """By the schema that is installed, in a program that is not ours."""
        self.cli('export', self.file, '-o', self.out)
        done = subprocess.run(['xmllint', '--noout', '--nonet', '--schema', os.path.join(TOP, 'data/schema/programme-1.xsd'),
                               self.out], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_same_bytes(self):
        self.cli('export', self.file, '-o', self.out)
        for number, env in enumerate(({}, {'TZ': 'Pacific/Kiritimati'}, {'SIGHTLINE_TODAY': '2031-01-01'},
                                      {'LC_ALL': 'tr_TR.UTF-8'})):
            other = self.path('%d.xml' % number)
            self.assertEqual(self.cli('export', self.file, '--output', other, '--quiet', env=env).out, '')
            self.assertEqual(read(other), read(self.out))

    def test_text_survives(self):
        text = '<b>&amp; "double" \'single\' ]]> one\ntwo\tthree Größe 🚲'
        self.cli('set', self.file, 'R-012', 'title=' + text, 'cause=' + text, '--acting-as', 'P-02')
        self.cli('export', self.file, '-o', self.out)
        [risk] = tree_of.parse(self.out).getroot().findall(SPACE + 'risk[@code="R-012"]')
        [record] = self.list('risk', '--where', 'code = R-012')
        self.assertEqual((risk.get('title'), risk.find(SPACE + 'cause').text), (record['title'], record['cause']))
        self.assertIn('"double" \'single\' ]]> one', risk.get('title'))

    def test_replaced(self):
        """Another's view of it is not widened."""
        with open(self.out, 'w') as file:
            file.write('before')
        os.chmod(self.out, 0o600)
        self.cli('export', self.file, '-o', self.out)
        self.assertEqual(stat.S_IMODE(os.stat(self.out).st_mode), 0o600)
        self.assertTrue(read(self.out).startswith(b'<?xml'))

    def test_odd_names(self):
        """What libxml2 would take for an address, and what is no text."""
        for name in (b'100%25 of it?#a.xml', b'file:.xml', b'-.xml', b'\xff.xml', b'x' * 251 + b'.xml'):
            with self.subTest(name):
                done = subprocess.run([PROGRAM, 'export', self.file, b'-o', name], cwd=self.folder, capture_output=True)
                self.assertEqual((done.returncode, done.stderr), (0, b''))
                self.assertTrue(read(os.path.join(os.fsencode(self.folder), name)).startswith(b'<?xml'))

    def test_large(self):
        """More records than are looked at for keys once more."""
        self.cli('export', self.file, '-o', self.out)
        text = read(self.out).decode()
        more = ''.join('  <organisation code="ORG-%d" name="O"/>\n' % (1000 + n) for n in range(21000))
        with open(self.path('large.xml'), 'w', encoding='utf-8') as file:
            file.write(text.replace('  <person ', more + '  <person ', 1))
        large = self.path('large.sightline')
        self.cli('import', large, self.path('large.xml'))
        self.cli('export', large, '-o', self.out)
        self.assertEqual(read(self.out), read(self.path('large.xml')))


class Nothing(Case):
    """Refused or failed, nothing is written, and what stood there stands there still."""

    def refused(self, *args, status, message=None, file=None, limit=None):
        before = {name: os.path.isfile(self.path(name)) and read(self.path(name)) for name in os.listdir(self.folder)}
        args = ('export', file or self.file) + args
        if limit is None:
            answer = self.cli(*args, status=status)
            err = answer.err
        else:
            done = subprocess.run([PROGRAM, *args], capture_output=True, preexec_fn=limit)
            err = done.stderr.decode()
            self.assertEqual(done.returncode, status, err)
            self.assertTrue(err.startswith('sightline-cli: '), err)
        if message:
            self.assertRegex(err, message)
        after = {name: os.path.isfile(self.path(name)) and read(self.path(name)) for name in os.listdir(self.folder)}
        self.assertEqual(after, before)

    def test_usage(self):
        for args in ((), ('-o',), ('-o', self.path('out.pdf')), ('-o', self.path('out')), ('-o', ''),
                     ('-o', self.path('a.xml'), '-o', self.path('b.xml')), ('-o', self.path('a.xml'), 'more')):
            with self.subTest(args):
                self.refused(*args, status=2)
        self.refused('-o', self.path('out.csv'), status=2, message='--what')
        self.refused('-o', self.path('out.ods'), status=2, message=r'out\.ods.*\.xml')

    def test_itself(self):
        same, other = self.path('a.xml'), self.path('b.xml')
        os.rename(self.file, same)
        os.link(same, other)
        for path in (same, other):
            self.refused('-o', path, file=same, status=2, message='the programme itself')

    def test_no_place(self):
        os.mkdir(self.path('folder.xml'))
        os.symlink('elsewhere.xml', self.path('link.xml'))
        os.mkfifo(self.path('pipe.xml'))
        for name in ('missing/out.xml', 'folder.xml', 'link.xml', 'pipe.xml', 'a.sightline/out.xml'):
            with self.subTest(name):
                self.refused('-o', self.path(name), status=6, message=re.escape(name))
        self.assertFalse(os.path.exists(self.path('elsewhere.xml')))

    def test_full_disk(self):
        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000))
        for stands in (False, True):
            if stands:
                with open(self.path('out.xml'), 'w') as file:
                    file.write('before')
            self.refused('-o', self.path('out.xml'), status=6, limit=little_room)

    def test_bad_programme(self):
        self.refused('-o', self.path('out.xml'), file=self.path('missing.sightline'), status=6)
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE risk SET title = 'Changed behind our back' WHERE code = 'R-001'")
        self.refused('-o', self.path('out.xml'), status=7)


if __name__ == '__main__':
    main()
