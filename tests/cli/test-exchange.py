#!/usr/bin/python3
"""Programme XML in and out, and what differs: import, diff."""
import hashlib
import os
import shutil

from cli_case import Case, main

ACT = ('--acting-as', 'P-02')


class Documents(Case):
    def setUp(self):
        super().setUp()
        self.document = self.path('a.xml')
        self.cli('export', self.file, '-o', self.document)
        with open(self.document, encoding='utf-8') as file:
            self.text = file.read()

    def write(self, name, text):
        path = self.path(name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def changed(self, *pairs, name='b.xml'):
        text = self.text
        for old, new in pairs:
            self.assertIn(old, text)
            text = text.replace(old, new)
        return self.write(name, text)

    def same_export(self, file, document):
        out = self.path('out.xml')
        self.cli('export', file, '-o', out)
        with open(out, 'rb') as one, open(document, 'rb') as other:
            self.assertEqual(one.read(), other.read())

    def state(self, file=None):
        """Bytes, time and neighbours of the file: what a command that changes nothing leaves alone."""
        file = file or self.file
        with open(file, 'rb') as bytes_:
            return (hashlib.sha256(bytes_.read()).hexdigest(), os.stat(file).st_mtime_ns, sorted(os.listdir(self.folder)))


class Import(Documents):
    def test_new_file(self):
        path = self.path('new.sightline')
        out = self.cli('import', path, self.document).out
        self.assertRegex(out, r'\ARead in \d+ records: Marlhaven smart waste and clean streets\n'
                              r'This cannot be undone\. check finds 0 errors and \d+ warnings\n\Z')
        self.same_export(path, self.document)
        self.cli('undo', path, status=3)
        self.assertEqual(self.cli('info', path, '--json').json['head']['seq'], 1)
        # The same once more: it is there.
        self.assertEqual(self.cli('import', path, self.document).out, 'No differences\n')

    def test_fresh_file(self):
        path = self.path('new.sightline')
        self.cli('new', path, '--person', 'Ada', '--project', 'Ours')
        answer = self.cli('import', path, self.document, '--json', '--reason', 'moved', *ACT).json
        self.assertEqual((answer['mode'], answer['done'], answer['changed'], answer['kept'], answer['differences']),
                         ('load', True, 0, 0, []))
        self.assertEqual(answer['added'], answer['records'])
        self.assertEqual(answer['check']['errors'], 0)
        self.same_export(path, self.document)
        [latest, _] = self.cli('history', path, '--json').json
        self.assertEqual((latest['verb'], latest['actor'], latest['reason']), ('load', 'P-02', 'moved'))
        self.cli('import', path, self.document, '--acting-as', 'P-99', status=0)
        self.cli('import', path, self.document, '--update', '--acting-as', 'P-99', status=3)

    def test_dry_run(self):
        fresh, absent = self.path('fresh.sightline'), self.path('absent.sightline')
        self.cli('new', fresh)
        before = self.state(fresh)
        self.assertRegex(self.cli('import', fresh, self.document, '--dry-run').out, r'\AWould read in \d+ records: ')
        self.assertIs(self.cli('import', fresh, self.document, '--dry-run', '--json').json['done'], False)
        self.assertEqual(self.state(fresh), before)
        self.cli('import', absent, self.document, '--dry-run')
        self.assertFalse(os.path.exists(absent))

    def test_compare_and_update(self):
        document = self.changed(('name="Marlhaven Waste"', 'name="Marlhaven Refuse"'),
                                ('  <issue code="ISS-001"',
                                 '  <risk code="R-090" kind="threat" title="Newcomer" state="draft" confidentiality="open" '
                                 'escalation-level="project"/>\n  <issue code="ISS-001"'))
        self.cli('add', self.file, 'organisation', 'name=Only here', *ACT)
        before = self.state()
        expected = ('ORG-02: name: Marlhaven Waste → Marlhaven Refuse\nORG-09 stays: it is only in the file: Only here\n'
                    'R-090 added: Newcomer\n')
        totals = ': 1 changed, 1 added; 1 only in the file stays\n'
        self.assertEqual(self.cli('import', self.file, document, status=1).out, expected + 'Not updated' + totals)
        self.assertEqual(self.cli('import', self.file, document, '--quiet', status=1).out, '')
        refused = self.cli('import', self.file, document, '--update', *ACT, status=3)
        self.assertIn('a.sightline: 1 record would be overwritten; give a reason', refused.err)
        self.cli('import', self.file, document, '--update', '--dry-run', *ACT, status=3)
        self.assertEqual(self.cli('import', self.file, document, '--update', '--dry-run', '--reason', 'x', *ACT).out,
                         expected + 'Not updated' + totals)
        self.assertEqual(self.state(), before)
        self.assertEqual(self.cli('import', self.file, document, '--update', '--reason', 'x', *ACT).out,
                         expected + 'Updated' + totals)
        self.assertEqual(self.cli('list', self.file, 'organisation', '--where', 'code = ORG-02', '--json').json[0]['name'],
                         'Marlhaven Refuse')
        answer = self.cli('import', self.file, document, '--json', status=1).json
        self.assertEqual(answer, {
            'mode': 'update', 'done': False, 'records': answer['records'], 'changed': 0, 'added': 0, 'kept': 1, 'check': None,
            'differences': [{'kind': 'organisation', 'name': 'ORG-09', 'in': 'first', 'fields': {
                'code': {'first': 'ORG-09', 'second': None}, 'name': {'first': 'Only here', 'second': None}}}]})

    def test_update_passes_rules(self):
        """A closed risk without a reason for its closing is refused, with the rule; nothing has changed."""
        document = self.changed(('state="treating" response="reduce"', 'state="closed"'))
        before = self.state()
        answer = self.cli('import', self.file, document, '--update', '--reason', 'x', *ACT, status=3)
        self.assertRegex(answer.err, r'(?m)^sightline-cli: .*a\.sightline: R-001: ')
        self.assertEqual(self.state(), before)

    def test_refused_with_places(self):
        document = self.changed(('code="ORG-02"', 'code="ORG-01" colour="red"'), ('sufferer="ORG-01"', 'sufferer="ORG-77"'))
        line = self.text[:self.text.index('code="ORG-02"')].count('\n') + 1
        path = self.path('new.sightline')
        err = self.cli('import', path, document, status=3).err
        self.assertIn('sightline-cli: %s:%d: /programme/organisation[2]/@colour: unknown attribute\n' % (document, line), err)
        self.assertIn('sightline-cli: %s:%d: /programme/organisation[2]/@code: this id is taken\n' % (document, line), err)
        self.assertIn('/@sufferer: there is no Organisation “ORG-77” in the document\n', err)
        # Nothing is left of what was made for it.
        self.assertEqual(sorted(os.listdir(self.folder)), ['a.sightline', 'a.xml', 'b.xml'])
        self.cli('diff', self.file, document, status=3)

    def test_refused(self):
        other = self.path('other.sightline')
        self.cli('new', other, '--person', 'Ada')
        self.cli('set', other, 'P-01', 'role_title=Manager')
        before = self.state(other)
        self.assertIn('is another programme than this one', self.cli('import', other, self.document, status=3).err)
        self.assertEqual(self.state(other), before)
        for name, text, status in (('empty.xml', '', 3), ('other.xml', '<a/>', 3),
                                   ('bomb.xml', '<!DOCTYPE p [<!ENTITY a "aaaa">]><p>&a;</p>', 3),
                                   ('deep.xml', self.text[:self.text.index('<vision>')] + '<a>' * 100, 8)):
            with self.subTest(name):
                self.assertIn(name, self.cli('import', self.path('x.sightline'), self.write(name, text), status=status).err)
                self.assertFalse(os.path.exists(self.path('x.sightline')))

    def test_usage(self):
        self.cli('import', self.file, status=2)
        self.assertIn('--as', self.cli('import', self.file, self.path('a.csv'), status=2).err)
        for name in ('a.xlsx', 'a.ods', 'xml'):
            self.assertIn('ends in none of', self.cli('import', self.file, self.path(name), status=2).err)
        self.cli('import', self.file, self.document, '--as-of', '2026-01-01', status=2)
        self.assertIn('none.xml', self.cli('import', self.file, self.path('none.xml'), status=6).err)
        folder = self.path('folder.xml')
        os.mkdir(folder)
        self.cli('import', self.file, folder, status=6)

    def test_unreadable_names(self):
        name = os.path.join(os.fsencode(self.folder), b'\xff.xml')
        shutil.copyfile(self.document, name)
        self.cli('import', self.path('n.sightline'), name)


class Diff(Documents):
    def test_files(self):
        other = self.path('other.sightline')
        self.cli('import', other, self.document)
        for pair in ((self.file, other), (self.file, self.document), (self.document, other), (self.document, self.document)):
            self.assertEqual(self.cli('diff', *pair).out, 'No differences\n')
        self.cli('set', other, 'ORG-02', 'name=Marlhaven Refuse', *ACT)
        self.cli('add', other, 'organisation', 'name=Tenth', *ACT)
        out = self.cli('diff', self.document, other, status=1).out
        self.assertEqual(out, 'ORG-02: name: Marlhaven Waste → Marlhaven Refuse\nORG-09 only in %s: Tenth\n'
                              '1 record differs, 0 only in %s, 1 only in %s\n' % (other, self.document, other))
        self.assertEqual(self.cli('diff', other, self.document, '--quiet', status=1).out, '')
        self.assertEqual(self.cli('diff', other, self.document, '--json', status=1).json, [
            {'kind': 'organisation', 'name': 'ORG-02', 'in': 'both', 'fields': {
                'name': {'first': 'Marlhaven Refuse', 'second': 'Marlhaven Waste'}}},
            {'kind': 'organisation', 'name': 'ORG-09', 'in': 'first', 'fields': {
                'code': {'first': 'ORG-09', 'second': None}, 'name': {'first': 'Tenth', 'second': None}}}])
        self.assertEqual(self.cli('diff', self.document, self.document, '--json').json, [])

    def test_copies(self):
        """Two copies of one file: an assessment that was amended is still the same."""
        copy = self.path('copy.sightline')
        shutil.copyfile(self.file, copy)
        before = (self.state(), self.state(copy))
        self.assertEqual(self.cli('diff', self.file, copy).out, 'No differences\n')
        self.assertEqual((self.state(), self.state(copy)), before)

    def test_times(self):
        self.cli('set', self.file, 'ORG-02', 'name=Two', *ACT)
        self.cli('set', self.file, 'ORG-02', 'name=Three', *ACT)
        self.cli('add', self.file, 'organisation', 'name=Ninth', *ACT)
        times = lambda *words, **more: self.cli('diff', self.file, *words, **more).out
        self.assertEqual(times('--from', '1', status=1), 'ORG-02: name: Marlhaven Waste → Three\nORG-09 added: Ninth\n'
                                                         '1 record differs, 0 deleted, 1 added\n')
        self.assertEqual(times('--from', '2', '--to', '3', status=1),
                         'ORG-02: name: Two → Three\n1 record differs, 0 deleted, 0 added\n')
        self.assertEqual(times('--from', '3', '--to', '2', status=1),
                         'ORG-02: name: Three → Two\n1 record differs, 0 deleted, 0 added\n')
        self.assertEqual(times('--from', '4'), 'No differences\n')
        self.assertRegex(times('--from', '0', '--to', '1', status=1), r'\n0 records differ, 0 deleted, \d+ added\n\Z')
        self.assertEqual(times('--from', '2999-12-31'), 'No differences\n')
        self.assertRegex(times('--from', '1999-12-31', status=1), r', 0 deleted, \d+ added\n\Z')
        times('--from', '5', status=3)

    def test_usage(self):
        self.cli('diff', self.file, status=2)
        self.cli('diff', self.file, self.document, '--from', '1', status=2)
        self.cli('diff', self.file, self.document, '--to', '1', status=2)
        self.cli('diff', self.file, '--to', '1', status=2)
        for wrong in ('x', '-1', '2026-02-30', '1.5'):
            self.cli('diff', self.file, '--from', wrong, status=2)
        self.assertIn('none.sightline', self.cli('diff', self.file, self.path('none.sightline'), status=6).err)
        self.assertIn('none.xml', self.cli('diff', self.file, self.path('none.xml'), status=6).err)


if __name__ == '__main__':
    main()
