#!/usr/bin/python3
"""Reports: whole, valid, the same each time, for whom they are; or nothing at all."""
import os
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as tree_of

from cli_case import TOP, Case, main

SPACE = '{urn:sightline:report:1}'


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Report(Case):
    def setUp(self):
        super().setUp()
        self.out = self.path('out.xml')
        self.page = self.path('out.html')

    def report(self, *args, out=None, **kwargs):
        return self.cli('report', self.file, 'register', '-o', out or self.out, *args, **kwargs)

    def tree(self, *args):
        self.report(*args)
        return tree_of.parse(self.out).getroot()

    def test_whole(self):
        before = read(self.file)
        self.assertEqual(self.report().out, 'Written %s\n' % self.out)
        self.assertEqual(self.report('--json', out=self.page).json, {'written': self.page})
        self.assertEqual(self.report('--quiet').out, '')
        self.assertEqual(read(self.file), before)
        self.assertEqual(sorted(os.listdir(self.folder)), ['a.sightline', 'out.html', 'out.xml'])
        root = tree_of.parse(self.out).getroot()
        self.assertEqual((root.tag, root.get('kind'), root.get('as-of')), (SPACE + 'sightline-report', 'register', '2026-07-31'))
        self.assertTrue(read(self.page).startswith(b'<!DOCTYPE html>'))

    @unittest.skipUnless(shutil.which('xmllint'), 'needs xmllint')
    def test_valid_to_others(self):
        for audience in ('open', 'board', 'restricted'):
            self.report('--audience', audience)
            done = subprocess.run(['xmllint', '--noout', '--nonet', '--schema', os.path.join(TOP, 'data/schema/report-1.xsd'),
                                   self.out], capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_same_bytes(self):
        for out in (self.out, self.page):
            self.report(out=out)
            first = read(out)
            for env in ({}, {'TZ': 'Pacific/Kiritimati'}, {'SIGHTLINE_TODAY': '2031-01-01'},
                        {'LC_ALL': 'tr_TR.UTF-8', 'LANGUAGE': 'de'}):
                self.report(out=out, env=env)
                self.assertEqual(read(out), first)

    def test_as_of(self):
        root = self.tree('--as-of', '2026-05-01')
        self.assertEqual(root.get('as-of'), '2026-05-01')
        [risk] = [r for r in root.iter(SPACE + 'risk') if r.get('id') == 'R-001']
        [current] = [a for a in risk.findall(SPACE + 'assessment') if a.get('type') == 'current']
        self.assertEqual(current.get('score'), '12')

    def test_audience(self):
        self.cli('set', self.file, 'R-005', 'confidentiality=restricted', '--reason', 'because', '--acting-as', 'P-02')
        root = self.tree()
        self.assertEqual(root.find('.//' + SPACE + 'risks').get('hidden'), '1')
        self.assertNotIn(b'R-005', read(self.out))
        self.assertEqual(self.tree('--audience', 'restricted').find('.//' + SPACE + 'risks').get('hidden'), '0')
        self.assertIn('none of open, board, restricted', self.report('--audience', 'all', status=2).err)

    def test_since(self):
        self.cli('set', self.file, 'R-005', 'owner=P-02', '--reason', 'takes over', '--acting-as', 'P-02')
        entries = self.tree('--since', '1').findall('.//' + SPACE + 'entry')
        self.assertEqual([(e.get('seq'), e.find(SPACE + 'reason').text) for e in entries], [('2', 'takes over')])
        self.assertEqual(self.tree('--since', '2026-01-01').find('.//' + SPACE + 'audit').get('since'), '2026-01-01')
        self.report('--since', 'yesterday', status=2)
        self.report('--since', '99', status=3)

    def test_project(self):
        self.assertEqual(self.tree('--project', 'PRJ-001').get('project'), 'PRJ-001')
        self.report('--project', 'PRJ-999', status=3)

    def test_refused(self):
        """With what could be asked for, and nothing left behind."""
        answer = self.cli('report', self.file, 'board', '-o', self.out, status=2)
        self.assertIn('register', answer.err)
        self.assertIn('.html, .xml', self.cli('report', self.file, 'register', '-o', self.path('a.pdf'), status=2).err)
        self.assertIn('-o OUT.html', self.cli('report', self.file, 'register', status=2).err)
        copy = self.path('b.xml')
        shutil.copyfile(self.file, copy)
        self.cli('report', copy, 'register', '-o', copy, status=2)
        self.cli('report', self.file, 'register', '-o', self.path('no/such/folder.xml'), status=6)
        self.assertEqual(sorted(os.listdir(self.folder)), ['a.sightline', 'b.xml'])


if __name__ == '__main__':
    main()
