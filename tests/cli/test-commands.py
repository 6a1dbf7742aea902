#!/usr/bin/python3
"""Each command's good days."""
import datetime
import json
import os
import re
import subprocess
import sys
import unittest
import uuid

from cli_case import PROGRAM, TOP, Case, main


class New(Case):
    def test_sample(self):
        info = self.cli('info', self.file, '--json').json
        self.assertEqual(info['name'], 'Marlhaven smart waste and clean streets')
        self.assertEqual(info['code'], 'PRG-001')
        self.assertTrue(info['sample'] and info['as_of_fixed'])
        self.assertEqual(info['as_of'], '2026-07-31')
        self.assertEqual(info['settings_version'], 1)
        self.assertEqual(info['head']['seq'], 1)
        self.assertEqual({kind: info['counts'][kind] for kind in (
            'programme', 'organisation', 'person', 'settings', 'scale_band', 'project', 'appetite', 'risk', 'risk_assessment',
            'risk_review', 'action', 'due_move')}, {
            'programme': 1, 'organisation': 8, 'person': 12, 'settings': 1, 'scale_band': 30, 'project': 1, 'appetite': 9,
            'risk': 14, 'risk_assessment': 32, 'risk_review': 13, 'action': 12, 'due_move': 3})
        self.assertEqual(info['size'], os.path.getsize(self.file))
        self.assertEqual(os.listdir(self.folder), ['a.sightline'])

    def test_programme(self):
        path = self.path('ours.sightline')
        self.cli('new', path, '--name', 'Ours', '--city', 'Bexmouth', '--currency', 'EUR', '--fiscal-year-start=1',
                 '--price-base-year', '2024', '--person', 'Ann Example', '--role', 'Manager', '--organisation', 'The Council',
                 '--project', 'First')
        info = self.cli('info', path, '--json').json
        uuid.UUID(info['identity'])
        [programme] = self.list('programme', file=path)
        self.assertEqual((programme['name'], programme['city'], programme['currency'], programme['fiscal_year_start'],
                          programme['price_base_year'], programme['sample'], programme['fixed_as_of']),
                         ('Ours', 'Bexmouth', 'EUR', 1, 2024, False, None))
        [person] = self.list('person', file=path)
        self.assertEqual((person['display_name'], person['role_title'], person['organisation']),
                         ('Ann Example', 'Manager', 'ORG-01'))
        self.assertEqual(self.list('project', file=path)[0]['name'], 'First')
        self.assertEqual(info['counts']['scale_band'], 30)
        self.cli('check', path)

    def test_name_comes_from_file(self):
        path = self.path('Clean air.sightline')
        answer = self.cli('new', path)
        self.assertIn('Clean air', answer.out)
        [programme] = self.list('programme', file=path)
        self.assertEqual((programme['name'], programme['currency'], programme['fiscal_year_start']), ('Clean air', 'GBP', 4))
        self.assertEqual(self.list('person', file=path), [])

    def test_quiet_and_json(self):
        self.assertEqual(self.cli('new', self.path('b'), '--quiet').out, '')
        self.assertEqual(self.cli('new', self.path('c'), '--json').json['name'], 'c')


class Info(Case):
    def test_text(self):
        out = self.cli('info', self.file).out
        self.assertRegex(out, r'(?m)^Identity +[0-9a-f-]{36}$')
        self.assertRegex(out, r'(?m)^As of +2026-07-31 \(fixed\)$')
        self.assertRegex(out, r'(?m)^Settings version +1$')
        self.assertRegex(out, r'(?m)^History +1 change-set$')
        self.assertRegex(out, r'(?m)^Head +[0-9a-f]{64}$')
        self.assertRegex(out, r'(?m)^Risks +14$')

    def test_as_of(self):
        out = self.cli('info', self.file, '--as-of', '2026-08-01').out
        self.assertRegex(out, r'(?m)^As of +2026-08-01$')


class List(Case):
    def test_table(self):
        lines = self.cli('list', self.file, 'risk').out.splitlines()
        self.assertEqual(len(lines), 15)
        heading = lines[0].split()
        self.assertEqual(heading[:2], ['code', 'title'])
        for name in ('owner', 'state', 'score', 'rag', 'proximity', 'appetite', 'review_due', 'overdue'):
            self.assertIn(name, heading)
        self.assertEqual([line.split()[0] for line in lines[1:]], ['R-%03d' % n for n in range(1, 15)])
        self.assertEqual(len({line.index(word) for line, word in ((lines[0], 'title'), (lines[1], 'Crews'))}), 1)
        for line in lines:
            self.assertEqual(line, line.rstrip())

    def test_every_kind(self):
        for kind, count in self.cli('info', self.file, '--json').json['counts'].items():
            with self.subTest(kind):
                rows = self.list(kind)
                self.assertEqual(len(rows), count)
                self.assertEqual(len(self.cli('list', self.file, kind.replace('_', '-')).out.splitlines()), count + 1)

    def test_json_types(self):
        [risk] = self.list('risk', '--where', 'code = R-007')
        self.assertEqual((risk['kind'], risk['state'], risk['accepted_by'], risk['accepted_until'], risk['next_review']),
                         ('threat', 'tolerated', 'P-10', '2026-12-31', None))
        self.assertEqual(set(risk['derived']), {
            'probability', 'impact', 'score', 'rag', 'worth', 'target_score', 'proximity', 'proximity_days', 'appetite',
            'review_due', 'overdue', 'stale'})
        self.assertIs(self.list('person', '--where', 'code = P-01')[0]['senior'], True)
        raw = self.cli('list', self.file, 'programme', '--json').out
        self.assertIn('"contingency": 180000.00', raw)
        self.assertEqual(json.loads(raw)[0]['settings'], 'settings/1')
        self.assertIn('"mid": 2.5', self.cli('list', self.file, 'scale-band', '--json').out)

    def test_handles(self):
        """What has no code is called by its parent, its kind and its key or its place."""
        act = ('--acting-as', 'P-02')
        add = lambda *words: self.cli('add', self.file, *words, *act).out.strip()
        measure = add('measure', 'name=Reports a month')
        self.assertEqual(add('trajectory-version', '--under', measure, 'version=1'), measure + '/trajectory-version/1')
        point = add('trajectory-point', '--under', measure.lower() + '/trajectory-version/1', 'period_end=2026-12-31', 'planned=4.5')
        self.assertEqual(point, measure + '/trajectory-version/1/trajectory-point/2026-12-31')
        self.cli('set', self.file, point, 'planned=5', *act)
        self.assertEqual(self.list('trajectory-point')[-1], {
            'handle': point, 'version': measure + '/trajectory-version/1', 'period_end': '2026-12-31', 'planned': 5})
        self.assertIn('R-001/risk-assessment/2', self.cli('list', self.file, 'risk-assessment').out)
        for wrong in ('M-1/trajectory-version/9', 'M-1/2', 'trajectory-version/1', 'M-1/risk-assessment/1', 'settings/2', '/', 'M-1/'):
            with self.subTest(wrong):
                self.cli('set', self.file, wrong, 'version=1', *act, status=3)

    def test_under(self):
        """An action belongs to one of several kinds, told by the code it is put under."""
        act = ('--acting-as', 'P-02')
        benefit = self.cli('add', self.file, 'benefit', 'name=Fewer rounds', *act).out.strip()
        code = self.cli('add', self.file, 'action', '--under', benefit, 'title=Ask the crews', 'owner=P-03', 'due=2026-09-01', *act).out.strip()
        [action] = self.list('action', '--where', 'code = ' + code)
        self.assertEqual((action['risk'], action['benefit']), (None, benefit))
        self.cli('add', self.file, 'action', '--under', 'P-01', 'title=Wrong', *act, status=2)

    def test_derived(self):
        """domain.md part 5.3, as of 2026-07-31."""
        expected = {
            'R-001': (16, 'red', 'near', 'breach', '2026-08-04', 0),
            'R-002': (9, 'amber', 'mid', 'tolerable', '2026-08-08', 0),
            'R-003': (10, 'amber', 'imminent', 'breach', '2026-08-08', 0),
            'R-004': (4, 'green', 'near', 'within', '2026-10-07', 0),
            'R-005': (16, 'red', 'near', 'breach', '2026-05-04', 88),
            'R-006': (9, 'amber', 'mid', 'tolerable', '2026-08-01', 0),
            'R-007': (12, 'amber', 'mid', 'breach', '2026-08-13', 0),
            'R-009': (9, 'amber', 'near', 'within', '2026-07-25', 6),
            'R-010': (8, 'amber', 'imminent', 'within', '2026-08-04', 0),
            'R-011': (3, 'green', 'mid', 'within', '2026-10-04', 0),
            'R-012': (8, 'amber', 'near', 'tolerable', '2026-08-15', 0),
            'R-014': (9, None, 'near', None, '2026-08-09', 0),
        }
        risks = {risk['code']: risk['derived'] for risk in self.list('risk')}
        for code, (score, rag, proximity, appetite, due, overdue) in expected.items():
            with self.subTest(code):
                got = risks[code]
                self.assertEqual((got['score'], got['rag'], got['proximity'], got['appetite'], got['review_due'],
                                  got['overdue']), (score, rag, proximity, appetite, due, overdue))
        self.assertEqual(risks['R-014']['worth'], 'medium')
        self.assertIs(risks['R-005']['stale'], True)

    def codes(self, where, kind='risk', *args):
        return ' '.join(r['code'] for r in self.list(kind, '--where', where, *args))

    def test_where(self):
        for where, expected in (
                ('state = tolerated', 'R-007'),
                ('state=Tolerated', 'R-007'),
                ('rag = red', 'R-001 R-005'),
                ('score >= 12', 'R-001 R-005 R-007'),
                ('score > 12 and owner = P-03', 'R-001'),
                ('score>12 AND owner="Operations Sample"', 'R-001'),
                ('owner ~ COMMUNITY', 'R-005'),
                ('owner ~ p-06', 'R-005'),
                ('title ~ "cost cutting"', 'R-005'),
                ("title ~ 'cost cutting'", 'R-005'),
                ('overdue > 0', 'R-005 R-009'),
                ('review_due < 2026-07-31', 'R-005 R-009'),
                ('earliest_date = ""', 'R-008 R-013'),
                ('earliest-date != "" and earliest-date <= "1 Sep 2026"', 'R-001 R-003 R-010'),
                ('appetite = breach and state != tolerated', 'R-001 R-003 R-005'),
                ('kind = opportunity and worth >= medium', 'R-014'),
                ('kind = opportunity and rag >= green', ''),
                ('code >= R-012', 'R-012 R-013 R-014'),
                ('proximity = imminent', 'R-003 R-010'),
                ('probability < 100', ' '.join('R-%03d' % n for n in range(1, 15))),
                ('title ~ "\\"no such\\""', '')):
            with self.subTest(where):
                self.assertEqual(self.codes(where), expected)
        self.assertEqual(self.codes('board_member = true', 'person'), 'P-01 P-04 P-10')
        self.assertEqual(self.codes('budget >= 462000', 'project'), 'PRJ-001')
        self.assertEqual(self.codes('budget > 462k', 'project'), '')

    def test_as_of(self):
        self.assertEqual(self.codes('overdue > 0', 'risk', '--as-of', '2026-04-20'), '')

    def test_nothing_found(self):
        answer = self.cli('list', self.file, 'risk', '--json', '--where', 'score > 25')
        self.assertEqual(answer.out, '[]\n')

    def test_json_tool_agrees(self):
        for args in (('list', self.file, 'risk', '--json'), ('info', self.file, '--json'), ('history', self.file, '--json'),
                     ('check', self.file, '--json')):
            with self.subTest(args[0]):
                done = subprocess.run([PROGRAM, *args], capture_output=True)
                subprocess.run([sys.executable, '-m', 'json.tool'], input=done.stdout, check=True, capture_output=True)


class Change(Case):
    def test_add(self):
        answer = self.cli('add', self.file, 'risk', 'title=A new one', 'owner=P-03', 'cause=It is so')
        self.assertEqual(answer.out, 'R-015\n')
        [risk] = self.list('risk', '--where', 'code = R-015')
        self.assertEqual((risk['title'], risk['owner'], risk['state'], risk['kind'], risk['escalation_level']),
                         ('A new one', 'P-03', 'draft', 'threat', 'project'))
        self.assertEqual(self.cli('add', self.file, 'risk', 'title=Quiet', '--quiet').out, 'R-016\n')
        self.assertEqual(self.cli('add', self.file, 'risk', 'title=J', '--json').json['code'], 'R-017')

    def test_add_under(self):
        self.assertEqual(self.cli('add', self.file, 'action', '--under', 'R-012', 'title=Ask the other programme', 'owner=P-02',
                                  'due=2026-08-20').out, 'A-13\n')
        [action] = self.list('action', '--where', 'code = A-13')
        self.assertEqual((action['risk'], action['due'], action['original_due']), ('R-012', '2026-08-20', '2026-08-20'))

    def test_codes_are_never_reused(self):
        self.cli('add', self.file, 'risk', 'title=One')
        self.cli('delete', self.file, 'R-015')
        self.assertEqual(self.cli('add', self.file, 'risk', 'title=Two').out, 'R-016\n')

        for code in ('R-015', 'R-7', 'r-17', 'R 17', 'P-900', 'R-', 'R-9999999999'):
            with self.subTest(code):
                self.cli('add', self.file, 'risk', 'title=Three', 'code=' + code, status=3)
        self.assertEqual(self.cli('add', self.file, 'risk', 'title=Three', 'code=R-020').out, 'R-020\n')
        self.assertEqual(self.cli('add', self.file, 'risk', 'title=Four').out, 'R-021\n')

    def test_blanks_are_no_reason(self):
        self.cli('set', self.file, 'R-005', 'owner=P-02', '--reason', ' \t', status=3)
        self.cli('set', self.file, 'R-005', 'owner=P-02', '--reason', 'Moved on')

    def test_add_assessment(self):
        self.cli('add', self.file, 'risk-assessment', '--under', 'R-012', 'probability=3', 'impact_benefit=4', 'by=P-02',
                 '--acting-as', 'P-02')
        [row] = self.list('risk-assessment', '--where', 'risk = R-012 and probability = 3')
        self.assertEqual(row['date'], '2026-07-31')
        self.assertEqual(self.list('risk', '--where', 'code = R-012')[0]['derived']['score'], 12)

    def test_set(self):
        answer = self.cli('set', self.file, 'R-012', 'title=Depot move', 'early_warning=Two\nlines')
        self.assertIn('R-012: title: Depot move slides into the roll-out → Depot move\n', answer.out)
        self.assertIn('R-012: early_warning: (none) → Two\\x0Alines\n', answer.out)
        self.assertEqual(self.field('R-012', 'early_warning'), 'Two\nlines')
        self.cli('set', self.file, 'R-012', 'early-warning=')
        self.assertIsNone(self.field('R-012', 'early_warning'))

    def test_set_nothing(self):
        head = self.head()
        self.assertEqual(self.cli('set', self.file, 'R-012', 'owner=P-02').out, 'Nothing to change\n')
        self.assertEqual(self.head(), head)

    def test_set_ways_of_writing(self):
        self.cli('set', self.file, 'prj-001', 'budget=£95k')
        self.assertIn('"budget": 95000.00', self.cli('list', self.file, 'project', '--json').out)
        self.cli('set', self.file, 'R-012', 'earliest_date=4 Oct 2026', 'sufferer=Sensor Supplier')
        self.assertEqual(self.field('R-012', 'earliest_date'), '2026-10-04')
        self.assertEqual(self.field('R-012', 'sufferer'), 'ORG-04')

    def test_set_confirmations(self):
        self.assertEqual(self.cli('set', self.file, 'R-012', 'title=A', '--quiet').out, '')
        change = self.cli('set', self.file, 'R-012', 'title=B', '--json').json
        self.assertEqual(change['changes'][0]['fields'], {'title': {'old': 'A', 'new': 'B'}})

    def test_delete(self):
        self.cli('add', self.file, 'risk', 'title=Draft')
        self.cli('add', self.file, 'action', '--under', 'R-015', 'title=Do it')
        answer = self.cli('delete', self.file, 'R-015')
        self.assertIn('R-015 deleted: Draft\n', answer.out)
        self.assertIn('A-13 deleted: Do it\n', answer.out)
        self.assertEqual(self.list('risk', '--where', 'code = R-015'), [])
        self.assertEqual(self.list('action', '--where', 'code = A-13'), [])

    def test_undo_across_runs(self):
        self.cli('set', self.file, 'R-012', 'title=One')
        self.cli('set', self.file, 'R-012', 'title=Two')
        self.assertIn('Took back change 3:\n  R-012: title: Two → One\n', self.cli('undo', self.file).out)
        self.cli('undo', self.file)
        self.assertEqual(self.field('R-012', 'title'), 'Depot move slides into the roll-out')
        self.assertEqual(self.head()['seq'], 5)

    def test_undo_is_the_persons_own(self):
        self.cli('set', self.file, 'R-012', 'title=Mine', '--acting-as', 'P-02')
        self.cli('set', self.file, 'R-011', 'title=Hers', '--acting-as', 'Community Sample')
        self.cli('undo', self.file, '--acting-as', 'P-02')
        self.assertEqual(self.field('R-012', 'title'), 'Depot move slides into the roll-out')
        self.assertEqual(self.field('R-011', 'title'), 'Hers')

    def test_odd_values(self):
        value = 'A "quoted" \\ back, O\'Brien, =1+1, 東京 \u202e, <b>&amp;</b>'
        self.cli('set', self.file, 'R-012', 'title=' + value)
        self.assertEqual(self.field('R-012', 'title'), value)
        # Control characters never reach the file, nor a terminal.
        self.cli('set', self.file, 'R-012', 'title=a\x1b[31mb\x07c', 'effect=It comes\tlater')
        self.assertEqual(self.field('R-012', 'title'), 'a[31mbc')
        for line in self.cli('history', self.file).out.split('\n') + self.cli('list', self.file, 'risk').out.split('\n'):
            self.assertTrue(line == '' or line.isprintable() or '\u202e' in line, line)

    def test_value_that_looks_like_an_option(self):
        self.cli('set', '--', self.file, 'R-012', 'title=--help')
        self.assertEqual(self.field('R-012', 'title'), '--help')


class Settings(Case):
    def test_versions(self):
        """Who made each, when and why, which one is in force, and how many assessments are told in its words."""
        count = len(self.list('risk-assessment'))
        self.assertEqual(self.cli('settings', self.file).out,
                         '1  2025-01-06  P-02  Starting settings  (in force, %d assessments)\n' % count)
        self.cli('settings', self.file, 'grid_3=GAARR', '--acting-as', 'P-02', '--reason', 'Heavier impact')
        self.cli('add', self.file, 'risk-assessment', '--under', 'R-007', 'date=2026-07-31', 'probability=3',
                 'impact_benefit=4', '--acting-as', 'P-02')
        self.assertEqual(self.cli('settings', self.file).out.splitlines(),
                         ['1  2025-01-06  P-02  Starting settings  (%d assessments)' % count,
                          '2  2026-07-31  P-02  Heavier impact  (in force, 1 assessment)',
                          '   Probability 3, impact 4: Amber → Red'])
        first, second = self.cli('settings', self.file, '--json').json
        self.assertEqual((first['in_force'], first['assessments'], second['in_force'], second['assessments']),
                         (False, count, True, 1))

    def test_what_moves(self):
        """Told beforehand and afterwards alike; a dry run changes nothing."""
        beforehand = self.cli('settings', self.file, 'grid_3=GAARR', '--dry-run').out
        self.assertTrue(beforehand.startswith('1 risk changes level · 1 review becomes overdue\n  R-007 '), beforehand)
        self.assertIn('Amber → Red', beforehand)
        self.assertEqual(len(self.cli('settings', self.file).out.splitlines()), 1)
        answer = self.cli('settings', self.file, 'grid_3=GAARR', '--acting-as', 'P-02', status=3)
        self.assertIn('there is a new version of the settings', answer.err)
        afterwards = self.cli('settings', self.file, 'grid_3=GAARR', '--acting-as', 'P-02', '--reason', 'Heavier impact')
        self.assertEqual(afterwards.out, beforehand)
        self.assertEqual(self.cli('info', self.file, '--json').json['settings_version'], 2)
        listed = self.cli('settings', self.file, '--json').json
        self.assertEqual([v['version'] for v in listed], [1, 2])
        self.assertEqual((listed[1]['reason'], listed[1]['differs']),
                         ('Heavier impact', 'Probability 3, impact 4: Amber → Red'))
        risk = next(r for r in self.cli('list', self.file, 'risk', '--where', 'rag=red', '--json').json if r['code'] == 'R-007')
        self.assertEqual(risk['code'], 'R-007')

    def test_refused(self):
        answer = self.cli('settings', self.file, 'grid_1=GGGGR', '--reason', 'Try', status=3)
        self.assertIn('Probability 1, impact 5', answer.err)
        self.assertEqual(self.cli('settings', self.file, 'nonsense=1', status=2).out, '')
        self.assertEqual(self.cli('settings', self.file, 'review_red', status=2).out, '')
        self.assertEqual(self.cli('settings', self.file, 'review_red=0', status=3).out, '')

    def test_appetite(self):
        answer = self.cli('settings', self.file, 'appetite.people=averse', 'approved_by=P-10', '--acting-as', 'P-02', '--reason', 'Wary',
                          '--json').json
        self.assertEqual(answer['settings_version'], 1)
        newest = self.cli('list', self.file, 'appetite', '--json').json[-1]
        self.assertEqual((newest['category'], newest['level'], newest['approved_by']), ('people', 'averse', 'P-10'))


class Check(Case):
    def test_sample(self):
        with open(os.path.join(TOP, 'tests', 'cli', 'check-marlhaven.txt'), encoding='utf-8') as file:
            expected = file.read()
        self.assertEqual(self.cli('check', self.file).out, expected)
        self.assertIn('\n0 errors, ', '\n' + expected)

    def test_strict(self):
        self.cli('check', self.file, '--strict', status=1)

    def test_quiet(self):
        self.assertEqual(self.cli('check', self.file, '--quiet', '--strict', status=1).out, '')

    def test_errors(self):
        """What no commit lets in is found in a file that another day has overtaken."""
        late = self.cli('check', self.file, '--as-of', '2027-06-01', '--json', '--strict', status=1).json
        self.assertTrue(any(f['code'] == 'R-007' for f in late))
        for finding in late:
            self.assertEqual(set(finding), {'severity', 'rule', 'concern', 'kind', 'code', 'field', 'text'})

    def test_since(self):
        """What was done after a point, by whom; what was done before it is not told."""
        self.assertIn('\n0 things since change 1\n', self.cli('check', self.file, '--since', '1').out)
        self.cli('set', self.file, 'R-006', 'owner=P-02', '--reason', 'takes over', '--acting-as', 'P-08')
        self.cli('set', self.file, 'R-012', 'state=occurred', '--acting-as', 'P-02')
        told = [line for line in self.cli('check', self.file, '--since', '1').out.splitlines() if line.startswith('since: ')]
        self.assertEqual([line.rsplit(',', 1)[0] for line in told], [
            'since: R-012: it has occurred (P-02 Programme Sample',
            'since: ISS-002: it is a new issue: Depot move slides into the roll-out (P-02 Programme Sample',
            'since: R-006: it passed from Procurement Sample to Programme Sample (P-08 Procurement Sample'])
        last = self.cli('check', self.file, '--since', '2', '--json').json
        self.assertEqual([(f['since'], f['code'], f['actor'], f['seq']) for f in last if 'since' in f],
                         [('occurred', 'R-012', 'P-02', 3), ('raised', 'ISS-002', 'P-02', 3)])
        self.assertIn('neither the number', self.cli('check', self.file, '--since', 'Monday', status=2).err)
        self.cli('check', self.file, '--since', '99', status=3)


class History(Case):
    def test_text(self):
        self.cli('set', self.file, 'R-005', 'owner=P-02', '--reason', 'takes over', '--acting-as', 'P-02')
        self.cli('set', self.file, 'R-011', 'title=Other')
        out = self.cli('history', self.file).out
        blocks = out.split('\n\n')
        self.assertRegex(blocks[0], r'\A#3  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  not stated  edit\n  R-011: title: .* → Other\Z')
        self.assertRegex(blocks[1], r'\A#2  \S+Z  P-02 Programme Sample  edit\n  Reason: takes over\n'
                                    r'  R-005: owner: P-06 → P-02\Z')
        self.assertRegex(blocks[2], r'\A#1  \S+Z  not stated  create\n')
        self.assertEqual(len(blocks), 3)

    def test_one_record(self):
        self.cli('set', self.file, 'R-012', 'title=Other')
        self.cli('set', self.file, 'A-09', 'title=Another')
        self.assertEqual([c['seq'] for c in self.cli('history', self.file, 'R-010', '--json').json], [3, 1])
        self.assertEqual([c['seq'] for c in self.cli('history', self.file, 'r-012', '--json').json], [2, 1])
        self.assertEqual([c['seq'] for c in self.cli('history', self.file, 'P-01', '--json').json], [1])

    def test_deleted_record(self):
        self.cli('add', self.file, 'risk', 'title=Draft')
        self.cli('set', self.file, 'R-015', 'title=Still a draft')
        self.cli('delete', self.file, 'R-015')
        history = self.cli('history', self.file, 'R-015', '--json').json
        self.assertEqual([c['changes'][0]['op'] for c in history], ['delete', 'edit', 'create'])
        self.assertEqual({c['changes'][0]['code'] for c in history}, {'R-015'})

    def test_json(self):
        self.cli('set', self.file, 'R-012', 'sufferer=ORG-02', 'earliest_date=2026-10-02')
        self.cli('undo', self.file)
        undo, edit, create = self.cli('history', self.file, '--json').json
        self.assertEqual((undo['verb'], undo['undo_of'], edit['verb'], edit['undo_of'], create['verb']),
                         ('undo', 2, 'edit', None, 'create'))
        self.assertEqual(undo['hash'], self.head()['hash'])
        # The sufferer was set to what it was: no change.
        self.assertEqual(edit['changes'][0]['fields'], {'earliest_date': {'old': '2026-10-01', 'new': '2026-10-02'}})
        at = datetime.datetime.strptime(edit['at'], '%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=datetime.timezone.utc)
        self.assertLess(abs((datetime.datetime.now(datetime.timezone.utc) - at).total_seconds()), 3600)
        assessment = next(c for c in create['changes'] if c['kind'] == 'risk_assessment')
        self.assertEqual((assessment['op'], assessment['code'], assessment['under']), ('create', None, 'R-001'))
        self.assertEqual(assessment['fields']['by'], {'old': None, 'new': 'P-03'})


class Help(Case):
    def help(self, *args):
        return self.cli(*args, '--help').out

    def test_every_command(self):
        overview = self.help()
        commands = re.findall(r'(?m)^  ([a-z]+(?: [a-z]+)?) +[A-Z]', overview)
        self.assertEqual(commands, ['new', 'info', 'list', 'add', 'set', 'delete', 'undo', 'settings', 'export', 'report', 'import', 'check',
                                    'diff', 'history', 'map layout', 'map'])
        for command in commands:
            text = self.help(*command.split())
            self.assertTrue(text.startswith('Usage: sightline-cli %s ' % command))
            self.assertIn('--json', text)

    def test_version(self):
        self.assertRegex(self.cli('--version').out, r'\Asightline-cli \d+\.\d+\.\d+\n\Z')

    def test_manual_page(self):
        """It names every command and every option, and no other."""
        with open(os.path.join(TOP, 'app', 'cli', 'sightline-cli.1'), encoding='utf-8') as file:
            page = file.read().replace('\\-', '-')
        commands = set(re.findall(r'(?m)^  ([a-z]+(?: [a-z]+)?) +[A-Z]', self.help()))
        options = set(re.findall(r'(?m)^  --([a-z-]+)', ''.join(self.help(*c.split()) for c in commands) + self.help()))
        self.assertEqual(set(re.findall(r'(?m)^\.BI "([a-z]+(?: [a-z]+)?) "', page)), commands)
        described = page[page.index('.SH OPTIONS'):page.index('.SH EXPRESSIONS')]
        self.assertEqual(set(re.findall(r'(?m)^\.BI? --([a-z-]+)', described)), options)

    def test_completion(self):
        script = self.cli('--completion').out
        done = subprocess.run(['bash', '-c', script + r'''
            compopt () { :; }
            try () { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sightline_cli; echo "${COMPREPLY[*]}"; }
            try sightline-cli hi
            try sightline-cli list --wh
            try sightline-cli list f risk-a
            try sightline-cli add --under R-001 f action own
            try sightline-cli import f --dr
            try sightline-cli diff f data/sam
            try sightline-cli ma
            try sightline-cli map la
            try sightline-cli map layout --ti
        '''], capture_output=True, check=True, cwd=TOP)
        self.assertEqual(done.stdout.decode().splitlines(), ['history', '--where', 'risk-assessment', 'owner=', '--dry-run',
                                                             'data/samples', 'map', 'layout', '--tidy'])
        self.assertEqual(done.stderr, b'')


if __name__ == '__main__':
    main()
