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

    def test_map(self):
        for out in (self.out, self.page):
            self.cli('report', self.file, 'map', '-o', out)
            first = read(out)
            self.cli('report', self.file, 'map', '-o', out, env={'TZ': 'Pacific/Kiritimati', 'LANGUAGE': 'de'})
            self.assertEqual(read(out), first)
        root = tree_of.parse(self.out).getroot()
        self.assertEqual(root.get('kind'), 'map')
        by_map = root.find(SPACE + 'programme/' + SPACE + 'benefit-map')
        nodes = {n.get('id'): n for n in by_map.findall(SPACE + 'node')}
        sight = {code: n.find(SPACE + 'line-of-sight') for code, n in nodes.items()}
        self.assertEqual(len(nodes), 29)
        self.assertEqual(sorted(c for c in sight if sight[c].get('complete') == 'false'), ['I6', 'N6', 'V5'])
        self.assertEqual(sight['N6'].get('failed'), 'followed')
        level = nodes['E1'].find(SPACE + 'risk-level')
        self.assertEqual((level.get('level'), level.get('culprit'), level.get('path')), ('red', 'R-005', 'E1'))
        coverage = by_map.find(SPACE + 'coverage')
        self.assertEqual([coverage.get(a) for a in ('active', 'complete', 'percent', 'funded', 'invested')],
                         ['29', '26', '89', '42200000', '46200000'])
        self.assertEqual([(f.get('rule'), f.get('node')) for f in by_map.findall(SPACE + 'finding')],
                         [('F-15', 'E4'), ('M3', 'I6'), ('M2', 'N6'), ('M1', 'V5'), ('W1', 'N3'), ('W1', 'N6')])
        weak = {w.get('node'): (w.get('from'), w.get('to'), w.get('evidence')) for w in by_map.findall(SPACE + 'weakest-link')}
        self.assertEqual(weak['E4'], ('I5', 'E4', '1'))
        values = {b.get('id'): b.find(SPACE + 'value') for b in root.iter(SPACE + 'benefit')}
        self.assertEqual((values['BEN-1'].get('at-risk-percent'), values['BEN-1'].get('at-risk')), ('53.3', '9691743'))
        self.assertIn(b'What breaks the line of sight', read(self.page))

    def test_map_hides(self):
        self.cli('set', self.file, 'R-005', 'confidentiality=restricted', '--reason', 'because', '--acting-as', 'P-02')
        self.cli('report', self.file, 'map', '-o', self.out)
        self.cli('report', self.file, 'map', '-o', self.page)
        self.assertNotIn(b'R-005', read(self.out) + read(self.page))
        value = [b.find(SPACE + 'value') for b in tree_of.parse(self.out).getroot().iter(SPACE + 'benefit') if b.get('id') == 'BEN-3']
        self.assertEqual(value[0].get('hidden'), '1')
        # Not to a tenth of a percent: that would tell how grave the one is that is not shown.
        self.assertEqual(float(value[0].get('at-risk-percent')) % 10, 0)
        self.assertIn(b'not shown, but counted', read(self.page))

    def test_map_empty(self):
        empty = self.path('e.sightline')
        self.cli('new', empty, '--name', 'Nothing yet', '--quiet')
        self.cli('report', empty, 'map', '-o', self.out)
        self.cli('report', empty, 'map', '-o', self.page)
        self.assertIn(b'There is no card on the map yet', read(self.page))

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
