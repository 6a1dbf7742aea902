#!/usr/bin/python3
"""domain.md 2.6 and 2.9 by plain `set`, `add`, `delete`, `import` and `undo`: no path goes round guards and reasons."""
import os
import shutil

from cli_case import Case, main

ACT = ('--acting-as', 'P-02')
WHY = ('--reason', 'As agreed')
ACCEPTANCE = ('accepted_by=P-10', 'accepted_until=2026-12-31', 'acceptance_rationale=Cheaper than the cure')

# What each state of a risk takes besides the state itself; whatever is not refused with it is no gap in the guards.
GIVEN = {
    'draft': (), 'open': (), 'treating': ('response=reduce',), 'occurred': (), 'closed': ('close_reason=avoided',),
    'tolerated': ('response=accept',) + ACCEPTANCE,
}
# How a risk gets there from open, each step a move that 2.6 knows.
WAYS = {'open': (), 'treating': ('treating',), 'tolerated': ('tolerated',), 'occurred': ('occurred',), 'closed': ('closed',)}
RISK_MOVES = {
    'draft': {'open'},
    'open': {'treating', 'tolerated', 'occurred', 'closed'},
    'treating': {'open', 'tolerated', 'occurred', 'closed'},
    'tolerated': {'occurred', 'closed'},  # open: once it has run out, or the score is worse
    'occurred': {'open', 'closed'},
    'closed': {'open'},
}
OTHERS = {
    'A-13': ('action', {
        'planned': {'in_progress', 'blocked', 'cancelled'}, 'in_progress': {'done', 'blocked', 'cancelled'},
        'blocked': {'planned', 'in_progress', 'cancelled'}, 'done': {'verified', 'cancelled'}, 'verified': set(),
        'cancelled': set()}, ('creates_new_risk=no', 'verified_by=P-02')),
    'ISS-002': ('issue', {'open': {'in_hand'}, 'in_hand': {'resolved'}, 'resolved': {'closed', 'in_hand'}, 'closed': set()}, ()),
    'ESC-4': ('escalation', {
        'raised': {'accepted', 'decided', 'returned', 'withdrawn'}, 'accepted': {'decided', 'returned', 'withdrawn'},
        'decided': set(), 'returned': set(), 'withdrawn': set()}, ('decision=Pay', 'decided_by=P-10')),
}
MAKING = {
    'A-13': ('action', '--under', 'R-012', 'title=Ask', 'owner=P-08', 'due=2026-08-20'),
    'ISS-002': ('issue', 'title=It is late', 'owner=P-08'),
    'ESC-4': ('escalation', '--under', 'R-012', 'asked=Pay?', 'decision_due=2026-08-20'),
}


class Lifecycle(Case):
    def act(self, *args, status=0):
        return self.cli(*args, *ACT, status=status)

    def bytes(self):
        with open(self.file, 'rb') as stream:
            return stream.read()

    def set(self, code, *values, status=0):
        return self.act('set', self.file, code, *values, *WHY, status=status)

    def refused(self, *args, said=''):
        """Refused by a rule, with its words, and nothing has changed."""
        before = self.bytes()
        err = self.act(*args, status=3).err
        self.assertIn(said, err)
        self.assertEqual(self.bytes(), before)

    def needs_reason(self, *args):
        self.refused(*args)
        self.act(*args, *WHY)

    def new_risk(self):
        """R-015: open, with all that INV-1 and INV-7 ask for."""
        self.act('add', self.file, 'risk', 'title=New', 'cause=It is so today', 'event=It may happen',
                 'effect=It would cost us', 'owner=P-08', 'category=commercial', 'earliest_date=2026-10-01')
        for kind in ('current', 'target'):
            self.act('add', self.file, 'risk-assessment', '--under', 'R-015', 'type=' + kind, 'date=2026-07-20',
                     'probability=2', 'impact_cost=3')
        self.act('add', self.file, 'action', '--under', 'R-015', 'title=Ask', 'owner=P-02', 'due=2026-08-20')

    def keep(self, name):
        shutil.copyfile(self.file, self.path(name))

    def back_to(self, name):
        shutil.copyfile(self.path(name), self.file)

    # --- Every pair of states ---------------------------------------------------------------------------------------

    def test_risk_moves(self):
        self.new_risk()
        self.keep('draft')
        self.set('R-015', 'state=open')
        self.keep('open')
        for state, way in WAYS.items():
            self.back_to('open')
            for step in way:
                self.set('R-015', 'state=' + step, *GIVEN[step])
            self.keep(state)
        for state, allowed in RISK_MOVES.items():
            for to in RISK_MOVES:
                if to == state:
                    continue
                with self.subTest('%s to %s' % (state, to)):
                    self.back_to(state)
                    if to in allowed:
                        self.set('R-015', 'state=' + to, *GIVEN[to])
                    else:
                        self.refused('set', self.file, 'R-015', 'state=' + to, *GIVEN[to], *WHY, said='(2.6)')

    def test_other_moves(self):
        for code, (kind, moves, given) in OTHERS.items():
            first = next(iter(moves))
            self.back_to_original()
            self.act('add', self.file, *MAKING[code])
            self.keep(kind + first)
            reached, waiting = {first}, [first]
            while waiting:
                state = waiting.pop(0)
                for to in moves:
                    if to == state:
                        continue
                    self.back_to(kind + state)
                    with self.subTest('%s from %s to %s' % (kind, state, to)):
                        if to not in moves[state]:
                            self.refused('set', self.file, code, 'state=' + to, *given, *WHY, said='(2.6)')
                            continue
                        self.set(code, 'state=' + to, *given)
                        if to not in reached:
                            reached.add(to)
                            waiting.append(to)
                            self.keep(kind + to)
            self.assertEqual(reached, set(moves))

    def back_to_original(self):
        shutil.copyfile(self.original, self.file)

    def test_added_in_a_state(self):
        """What is added begins its life at the beginning, or with its treatment."""
        full = ('title=New', 'cause=It is so today', 'event=It may happen', 'effect=It would cost us', 'owner=P-08',
                'category=commercial', 'earliest_date=2026-10-01')
        for state in ('tolerated', 'occurred', 'closed'):
            self.refused('add', self.file, 'risk', *full, 'state=' + state, *GIVEN[state], *WHY, said='(2.6)')
        self.refused('add', self.file, 'risk', *full, 'state=open', said='(INV-1)')
        self.refused('add', self.file, 'risk', *full, 'state=treating', said='(INV-7)')
        self.refused('add', self.file, *MAKING['A-13'], 'state=done', 'creates_new_risk=no', said='(2.6)')
        self.refused('add', self.file, *MAKING['ISS-002'], 'state=closed', said='(2.6)')
        self.refused('add', self.file, *MAKING['ESC-4'], 'state=decided', 'decision=Pay')  # owes a reason

    # --- Guards -----------------------------------------------------------------------------------------------------

    def test_acceptance(self):
        """INV-6, and its end: its day, or a worse score."""
        self.new_risk()
        self.set('R-015', 'state=open')
        for missing in range(3):
            given = [value for i, value in enumerate(ACCEPTANCE) if i != missing]
            self.refused('set', self.file, 'R-015', 'state=tolerated', *given, *WHY, said='(INV-6)')
        self.refused('set', self.file, 'R-015', 'state=tolerated', *ACCEPTANCE[::2], 'accepted_until=2027-08-01', *WHY,
                     said='twelve months')
        self.refused('set', self.file, 'R-015', 'state=tolerated', *ACCEPTANCE, 'accepted_on=2026-08-01', *WHY,
                     said='lies in the future')
        self.needs_reason('set', self.file, 'R-015', 'state=tolerated', *ACCEPTANCE)
        self.refused('set', self.file, 'R-015', 'state=open', *WHY, said='it is accepted until')
        self.refused('set', self.file, 'R-015', 'state=open', 'accepted_until=2026-07-30', *WHY, said='it is accepted until')
        self.refused('set', self.file, 'R-015', 'accepted_until=2026-07-30', *WHY)
        self.needs_reason('set', self.file, 'R-015', 'accepted_until=2027-01-31')
        self.keep('accepted')
        # A worse score on a later day ends it.
        self.set('PRG-001', 'fixed_as_of=2026-08-10')
        self.act('add', self.file, 'risk-assessment', '--under', 'R-015', 'probability=3', 'impact_cost=3')
        self.act('set', self.file, 'R-015', 'state=open')
        # And so does its day.
        self.back_to('accepted')
        self.set('PRG-001', 'fixed_as_of=2027-01-31')
        self.refused('set', self.file, 'R-015', 'state=open', *WHY, said='it is accepted until')
        self.set('PRG-001', 'fixed_as_of=2027-02-01')
        self.act('set', self.file, 'R-015', 'state=open')

    def test_acceptance_above_tolerance(self):
        """R-005 is above what is tolerated: a board member accepts it."""
        given = ('state=tolerated', 'response=accept') + ACCEPTANCE[1:]
        self.refused('set', self.file, 'R-005', *given, 'accepted_by=P-03', *WHY, said='only a board member')
        self.set('R-005', *given, 'accepted_by=P-10')

    def test_closing(self):
        """R-005 is Red: its owner, or nobody, cannot close it, whatever else the act does."""
        closing = ('set', self.file, 'R-005', 'state=closed', 'close_reason=avoided')
        self.refused('set', self.file, 'R-005', 'state=closed', *WHY, said='closing reason')
        for extra in ((), ('owner=P-02',), ('kind=opportunity', 'response=reject')):
            for who in (('--acting-as', 'P-06'), ()):
                before = self.bytes()
                self.assertIn('Red within the last 90 days', self.cli(*closing, *extra, *WHY, *who, status=3).err)
                self.assertEqual(self.bytes(), before)
        self.needs_reason(*closing)
        self.assertEqual(self.field('R-005', 'closed_on'), '2026-07-31')
        self.needs_reason('set', self.file, 'R-005', 'close_reason=error')
        self.needs_reason('set', self.file, 'R-005', 'state=open')
        self.assertIsNone(self.field('R-005', 'closed_on'))

    def test_occurrence(self):
        """The issue comes with what the risk said: owner, nodes, impacts, cost."""
        self.refused('set', self.file, 'R-001', 'state=occurred', 'occurred_on=2026-08-01', said='lies in the future')
        self.act('set', self.file, 'R-001', 'state=occurred')
        [issue] = self.list('issue', '--where', 'code = ISS-002')
        self.assertEqual((issue['from_risk'], issue['owner'], issue['raised'], issue['state'], issue['impact_benefit'],
                          issue['cost_remaining']), ('R-001', 'P-03', '2026-07-31', 'open', 4, 95000))
        self.assertEqual([n['node'] for n in self.list('issue-node', '--where', 'issue = ISS-002')], ['C1'])
        # It may recur: while the issue is there, there is no second one.
        self.act('set', self.file, 'R-001', 'state=open')
        self.act('set', self.file, 'R-001', 'state=occurred')
        self.assertEqual(len(self.list('issue')), 2)
        self.cli('undo', self.file, *ACT)
        self.assertEqual(self.field('R-001', 'state'), 'open')

    def test_verification(self):
        """INV-21: somebody other than the owner, also when it is handed over in the act; and the question of INV-8."""
        self.refused('set', self.file, 'A-02', 'state=done', said='creates a new risk')
        self.act('set', self.file, 'A-02', 'state=done', 'creates_new_risk=no')
        before = self.bytes()
        for extra in ((), ('owner=P-02',)):
            self.assertIn('(INV-21)', self.cli('set', self.file, 'A-02', 'state=verified', *extra, *WHY, '--acting-as', 'P-03',
                                               status=3).err)
        self.assertIn('(INV-21)', self.cli('set', self.file, 'A-02', 'state=verified', status=3).err)
        self.assertEqual(self.bytes(), before)
        self.act('set', self.file, 'A-02', 'state=verified')
        self.assertEqual((self.field('A-02', 'verified_by'), self.field('A-02', 'verified_on')), ('P-02', '2026-07-31'))
        self.refused('set', self.file, 'A-02', 'owner=P-02', *WHY, said='(INV-21)')

    def test_secondary(self):
        """A risk that an action caused is a draft under it, and beyond draft keeps it."""
        self.act('set', self.file, 'A-02', 'state=done', 'creates_new_risk=yes')
        self.assertIn('A-02', self.cli('check', self.file, status=0).out)
        self.act('add', self.file, 'risk', 'title=Crews leave', 'caused_by_action=A-02')
        self.assertNotIn('A-02', self.cli('check', self.file, status=0).out)
        self.refused('set', self.file, 'R-010', 'caused_by_action=', *WHY, said='(INV-8)')

    def test_review(self):
        """The stamp counts, needs a name and a note where something came of it, and lies in no future."""
        review = ('add', self.file, 'risk-review', '--under', 'R-005')
        self.assertIn('name who judged it', self.cli(*review, status=3).err)
        self.refused(*review, 'outcome=rescored', said='needs a note')
        self.refused(*review, 'date=2026-08-01', said='lies in the future')
        self.act(*review)
        [row] = self.list('risk-review', '--where', 'risk = R-005 and date = 2026-07-31')
        self.assertEqual((row['by'], row['outcome']), ('P-02', 'no_change'))
        self.assertNotIn('R-005: its review', self.cli('check', self.file, status=0).out)

    def test_escalation(self):
        """Raised, answered in one step with a reason, its decision kept."""
        self.act('add', self.file, *MAKING['ESC-4'])
        self.refused('set', self.file, 'ESC-4', 'state=decided', *WHY, said='say what was decided')
        self.assertIn('who decided it', self.cli('set', self.file, 'ESC-4', 'state=decided', 'decision=Pay', *WHY, status=3).err)
        self.refused('set', self.file, 'ESC-4', 'state=decided', 'decision=Pay', 'decided_on=2026-08-02', *WHY, said='future')
        self.needs_reason('set', self.file, 'ESC-4', 'state=decided', 'decision=Pay')
        self.needs_reason('set', self.file, 'ESC-4', 'decision=Do not pay')
        self.refused('delete', self.file, 'ESC-4', *WHY, said='withdraw it instead')

    # --- Reasons (2.9) ----------------------------------------------------------------------------------------------

    def test_reasons(self):
        self.act('set', self.file, 'R-012', 'target_closure=2026-12-01')
        for values in (('R-012', 'owner=P-08'), ('R-012', 'target_closure=2026-12-02'), ('R-012', 'target_closure='),
                       ('R-012', 'next_review=2027-01-31'), ('R-012', 'confidentiality=board'), ('R-012', 'kind=opportunity'),
                       ('A-02', 'due=2026-08-15'), ('A-02', 'original_due=2026-08-15'), ('A-02', 'owner=P-08'),
                       ('A-02', 'state=blocked'), ('ESC-1', 'decision_due=2026-08-16')):
            with self.subTest(' '.join(values)):
                self.needs_reason('set', self.file, *values)
        self.needs_reason('add', self.file, 'risk-assessment', '--under', 'R-001', 'probability=3', 'impact_benefit=4')
        self.needs_reason('add', self.file, 'appetite', 'category=people', 'level=averse', 'date=2026-07-31')
        # A score cannot be made to fall by itself some other day.
        self.refused('add', self.file, 'risk-assessment', '--under', 'R-005', 'date=2026-08-01', 'probability=1',
                     'impact_benefit=1', said='lies in the future')

    def test_deleting(self):
        for code in ('R-012', 'A-02', 'ISS-001', 'ESC-1'):
            self.refused('delete', self.file, code, *WHY, said='(2.1)')

    # --- Imports ----------------------------------------------------------------------------------------------------

    def update(self, code, *pairs, who='P-06', why=WHY, status=0):
        """`import --update` of the file's own XML with the start tag of @code changed, by P-06 who owns R-005."""
        document = self.path('in.xml')
        if os.path.exists(document):
            os.remove(document)
        self.cli('export', self.file, '-o', document)
        with open(document, encoding='utf-8') as stream:
            text = stream.read()
        start = text.index('code="%s"' % code)
        head, tag, rest = text[:start], text[start:text.index('>', start)], text[text.index('>', start):]
        for old, new in pairs:
            self.assertIn(old, tag)
            tag = tag.replace(old, new)
        with open(document, 'w', encoding='utf-8') as stream:
            stream.write(head + tag + rest)
        before = self.bytes()
        answer = self.cli('import', self.file, document, '--update', '--acting-as', who, *why, status=status)
        if status != 0:
            self.assertEqual(self.bytes(), before)
        return answer

    def test_import_update(self):
        closed = ('state="open"', 'state="closed" closed-on="2026-07-31" close-reason="avoided"')
        cases = (
            ('R-005', 'Red within the last 90 days', [closed]),
            ('R-005', '(INV-2)', [(' owner="P-06"', '')]),
            ('R-005', '(INV-1)', [(' earliest-date="2026-09-15"', '')]),
            ('R-005', '(INV-7)', [('state="open"', 'state="treating"')]),
            ('R-005', '(INV-6)', [('state="open"', 'state="tolerated"')]),
            ('R-005', '(2.6)', [('state="open"', 'state="draft"')]),
            ('R-005', 'lies in the future', [('state="open"', 'state="occurred" occurred-on="2026-08-01"')]),
            ('R-007', 'it is accepted until', [('state="tolerated"', 'state="open"')]),
            ('R-010', '(INV-8)', [(' caused-by-action="A-03"', '')]),
            ('A-03', 'stays so', [('state="verified"', 'state="planned"')]),
            ('A-02', '(INV-21)', [('state="in_progress"', 'state="verified" verified-by="P-03" verified-on="2026-07-31"'),
                                  ('creates-new-risk="unknown"', 'creates-new-risk="no"')]),
        )
        for code, said, pairs in cases:
            with self.subTest('%s %s' % (code, said)):
                self.assertIn(said, self.update(code, *pairs, status=3).err)
        self.update('R-005', closed, who='P-02', why=(), status=3)
        self.update('R-005', closed, who='P-02')
        self.assertEqual(self.field('R-005', 'state'), 'closed')

    def test_import_moves_due(self):
        """F-12 counts what an import moves."""
        self.update('A-02', (' due="2026-08-14"', ' due="2026-09-14"'))
        [move] = self.list('due-move', '--where', 'action = A-02')
        self.assertEqual((move['from'], move['to'], move['on'], move['by'], move['reason']),
                         ('2026-08-14', '2026-09-14', '2026-07-31', 'P-06', 'As agreed'))

    def test_undo_passes_rules(self):
        """What would come back must hold today: R-001 is no longer treated by anything."""
        self.cli('set', self.file, 'R-001', 'state=open', '--acting-as', 'P-03')
        for action in ('A-01', 'A-02'):
            self.act('set', self.file, action, 'state=cancelled', *WHY)
        self.assertIn('(INV-7)', self.cli('undo', self.file, '--acting-as', 'P-03', status=3).err)
        self.cli('undo', self.file, *ACT)
        self.cli('undo', self.file, '--acting-as', 'P-03')
        self.assertEqual(self.field('R-001', 'state'), 'treating')


if __name__ == '__main__':
    main()
