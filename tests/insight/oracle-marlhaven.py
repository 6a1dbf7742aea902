#!/usr/bin/python3
"""The worked sample gives the expected values of domain.md part 5, reckoned apart from the application.

oracle-marlhaven.py SAMPLE
"""
import datetime
import sys
import unittest

from oracle import AMBER, GREEN, NONE, RED, Programme, round_half_away

SAMPLE = sys.argv.pop(1)
K = 100_000  # a thousand, in minor units

# 5.2: what each node carries; incomplete ones with the test they fail.
LEVELS = {
    'SP1': (RED, 'R-005'), 'SP2': (RED, 'R-001'), 'E1': (RED, 'R-005'), 'E2': (RED, 'R-001'), 'E3': (RED, 'R-001'),
    'E4': (AMBER, 'R-009'), 'I1': (RED, 'R-001'), 'I2': (AMBER, 'R-001'), 'I3': (GREEN, 'R-003'), 'I4': (RED, 'R-001'),
    'I5': (AMBER, 'R-009'), 'I6': (GREEN, 'R-003'), 'I7': (AMBER, 'R-010'), 'C1': (RED, 'R-001'), 'C2': (AMBER, 'R-003'),
    'C3': (GREEN, 'R-003'), 'C4': (NONE, None), 'C5': (GREEN, 'R-002'), 'N1': (AMBER, 'R-002'), 'N2': (GREEN, 'R-004'),
    'N3': (AMBER, 'R-003'), 'N4': (AMBER, 'ISS-001'), 'N5': (GREEN, 'R-007'), 'N6': (AMBER, 'R-007'), 'V1': (NONE, None),
    'V2': (AMBER, 'R-007'), 'V3': (NONE, None), 'V4': (NONE, None), 'V5': (NONE, None)}
INCOMPLETE = {'I6': ['change'], 'N6': ['followed'], 'V5': ['up']}
LINKS = ('V1>N1 E4, V1>N2 E4, V2>N3 E4, V2>N4 E3, V2>N5 C3, V2>N6 E4, V3>C1 E2, V3>C2 E2, V3>C3 C2, V4>N5 C3, V4>C4 E3, '
         'V4>C5 C2, N2>N1 E4, N1>N3 E4, N3>N4 E4, N3>C2 E3, N4>C1 E3, N1>C5 C2, N3>C3 C3, N5>C3 E3, N5>C4 C2, N3>I6 C1, '
         'N6>I5 C1, N1>I7 E3, C1>I1 E3, C1>I2 C3, C2>I1 C3, C2>I2 E3, C3>I3 E3, C3>I2 C2, C4>I5 E2, C5>I2 C2, I1>I4 E3, '
         'I1>E2 E3, I4>E2 C3, I4>E3 E4, I2>E1 E3, I3>E1 C3, I5>E4 E1, I5>I3 C1, I6>E1 C0, E1>SP1 E3, E2>SP2 E4, E3>SP2 E4, '
         'E4>SP1 C2')

# 5.3: score, level, exposure in thousands, proximity, appetite, trend, review due, days overdue.
RISKS = {
    'R-001': (16, RED, 61.75, 'near', 32, 'breach', 'worse', '2026-08-04', 0),
    'R-002': (9, AMBER, 15.2, 'mid', 93, 'tolerable', 'same', '2026-08-08', 0),
    'R-003': (10, AMBER, 30.0, 'imminent', 24, 'breach', 'better', '2026-08-08', 0),
    'R-004': (4, GREEN, 4.4, 'near', 76, 'within', 'better', '2026-10-07', 0),
    'R-005': (16, RED, 19.5, 'near', 46, 'breach', 'same', '2026-05-04', 88),
    'R-006': (9, AMBER, 24.0, 'mid', 243, 'tolerable', 'same', '2026-08-01', 0),
    'R-007': (12, AMBER, 48.0, 'mid', 243, 'breach', 'worse', '2026-08-13', 0),
    'R-009': (9, AMBER, 4.8, 'near', 61, 'within', 'same', '2026-07-25', 6),
    'R-010': (8, AMBER, 9.1, 'imminent', 10, 'within', 'new', '2026-08-04', 0),
    'R-011': (3, GREEN, 1.25, 'mid', 123, 'within', 'better', '2026-10-04', 0),
    'R-012': (8, AMBER, 8.0, 'near', 62, 'tolerable', 'new', '2026-08-15', 0),
    'R-014': (9, NONE, 18.0, 'near', 62, 'not set', 'rising', '2026-08-09', 0)}

# 5.4: level, codes, achievement series, forecast in percent and value, owner's forecast in percent, SMART letters.
BENEFITS = {
    'BEN-1': (AMBER, 'ACT FCST THREAT', 'g-1.1 r83.3 r77.5', 79.8, 466.7, 94.5, 'SMART'),
    'BEN-2': (AMBER, 'THREAT', 'g0.7 r106.7 r97.1', 101.0, 43.4, 100.0, 'SMART'),
    'BEN-3': (RED, 'ACT FCST THREAT', 'r0.0 r25.0', 15.0, 56.1, 85.7, 'SMART'),
    'BEN-4': (GREEN, '', 'r150.0 r115.0 r109.1', 117.9, None, 100.0, 'SMART'),
    'BEN-5': (AMBER, 'NODATA SMART', 'g4.4 r110.0', None, None, 100.0, 'SMRT'),
    'BEN-6': (AMBER, 'ACT', 'h110.0 h115.6 h119.1', None, None, None, None)}
LEADING = {'LM-1': (RED, 68.3), 'LM-2': (RED, 45.8), 'LM-3': (GREEN, 137.5), 'LM-4': (GREEN, 125.0)}

# 5.5
WAIVED = 'b3.3 b3.4 b3.5 c1.3 c2.2 d1.3 f2.3 g5.2 g5.3'.split()
TRIGGERS = 'a3.3 b3.4 b3.5 c1.3 c2.2 d1.2 d1.3 f2.3 g5.2 g5.3 h3.4 i1.2'.split()
G3_RATINGS = {'met': '02 05 07 11 13 14', 'partly': '01 03 06 09 10', 'not_met': '04 08 12 15'}


def tenth(value):
    """As displayed: one decimal, half away from zero (domain 2.1)."""
    return None if value is None else round_half_away(10 * value) / 10


class Marlhaven(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.p = Programme(SAMPLE)

    def at(self, day):
        return Programme(SAMPLE, datetime.date.fromisoformat(day))


class Map(Marlhaven):
    def test_links(self):
        self.assertEqual(sorted('%s>%s %s%s' % (e.parent.code, e.get('to'), e.get('weight')[0].upper(), e.get('evidence'))
                                for e in self.p.edges), sorted(LINKS.split(', ')))
        self.assertTrue(all(e.get('rationale') for e in self.p.edges))

    def test_line_of_sight(self):
        failed = {code: [test for test, holds in self.p.sight_tests(node).items() if not holds]
                  for code, node in self.p.nodes.items()}
        self.assertEqual({code: tests for code, tests in failed.items() if tests}, INCOMPLETE)
        self.assertEqual(self.p.coverage(), (26, 29, 89))
        self.assertEqual(self.p.funded_sight(), (422 * K, 462 * K))

    def test_strength(self):
        self.assertEqual([self.p.strength(end) for end in ('E1', 'E2', 'E3', 'E4')], [3, 3, 3, 1])

    def test_levels(self):
        self.assertEqual(self.p.levels(), LEVELS)


class Risks(Marlhaven):
    def test_table(self):
        for code, (score, level, exposure, word, days, appetite, trend, due, overdue) in RISKS.items():
            risk = self.p.by_code[code]
            with self.subTest(code):
                self.assertEqual((self.p.score(risk), self.p.rag(risk), self.p.exposure(risk)),
                                 (score, level, round(exposure * K)))
                self.assertEqual(self.p.proximity(risk), (days, word))
                self.assertEqual((self.p.appetite(risk), self.p.trend(risk)), (appetite, trend))
                self.assertEqual((self.p.review_due(risk).isoformat(), self.p.overdue(risk)[0]), (due, overdue))

    def test_breaches(self):
        self.assertEqual([r.code for r in self.p.unhandled_breaches()], ['R-005'])
        self.assertTrue(self.p.board_accepted(self.p.by_code['R-007']))
        self.assertEqual([r.code for r in self.p.threats() if self.p.target_gap(r)], ['R-003', 'R-007'])
        self.assertEqual([r.code for r in self.p.threats() if self.p.overdue(r)[1]], ['R-005'])

    def test_exposure(self):
        self.assertEqual(self.p.programme_exposure(), 235 * K)
        self.assertEqual(round(float(self.p.cover_ratio()), 2), 1.31)

    def test_order(self):
        self.assertEqual(' '.join(self.p.priority_order()),
                         'R-001 R-005 R-007 R-003 R-009 R-002 R-006 R-012 R-010 R-004 R-011')

    def test_actions(self):
        self.assertEqual([a.code for a in self.p.all('action') if self.p.drifting(a)], ['A-01'])
        self.assertEqual(self.p.overdue_actions(), [])


class Benefits(Marlhaven):
    def test_table(self):
        for code, (level, reasons, series, f, value, owner, smart) in BENEFITS.items():
            b = self.p.by_code[code]
            m, harm = self.p.measure(b), self.p.is_harm(b)
            forecast = self.p.forecast(m)
            with self.subTest(code):
                self.assertEqual(self.p.benefit_rag(b), (level, reasons.split()))
                self.assertEqual(' '.join('%s%s' % (kind, tenth(v)) for kind, v in self.p.achievements(m, harm).values()), series)
                self.assertEqual((tenth(forecast), tenth(self.p.owner_forecast(m))), (f, owner))
                if value is not None:
                    self.assertEqual(tenth(self.p.at_gain(m, forecast)), value)
                if smart is not None:
                    self.assertEqual(self.p.smart(b), smart)

    def test_optimistic(self):
        gaps = {b.code: tenth(self.p.owner_forecast(self.p.measure(b)) - self.p.forecast(self.p.measure(b)))
                for b in self.p.all('benefit') if self.p.forecast(self.p.measure(b)) is not None}
        self.assertEqual({code: gap for code, gap in gaps.items() if gap > 10}, {'BEN-1': 14.7, 'BEN-3': 70.7})

    def test_at_risk(self):
        shares = {code: self.p.value_at_risk(self.p.by_code[code]) for code in ('BEN-1', 'BEN-2')}
        self.assertEqual({code: tenth(100 * share) for code, (share, _) in shares.items()}, {'BEN-1': 53.3, 'BEN-2': 53.3})
        self.assertEqual({code: round(money / K, 1) for code, (_, money) in shares.items()}, {'BEN-1': 96.9, 'BEN-2': 7.7})

    def test_realised(self):
        self.assertEqual(self.p.realised(), {'cash_releasing': round(12.5 * K), 'non_cash_releasing': round(1.4 * K)})

    def test_leading(self):
        for code, (level, achievement) in LEADING.items():
            m = self.p.by_code[code]
            with self.subTest(code):
                self.assertEqual(self.p.actual_rag(m)[0], level)
                self.assertEqual(tenth(list(self.p.achievements(m).values())[-1][1]), achievement)
        self.assertEqual([m.code for m in self.p.all('measure') if m.true('demand')], ['LM-3'])

    def test_dates(self):
        for a in self.p.all('actual'):
            self.assertEqual((a.day('at') - a.day('period_end')).days, 20)
        for v in self.p.all('trajectory_version'):
            self.assertEqual(v.get('date'), '2025-12-12' if v.parent.code == 'M-5' else '2025-09-26')
        for b in self.p.all('benefit'):
            approved = self.p.measure(b).of('trajectory_version')[0].day('date')
            self.assertTrue(b.get('state') == 'tracking' and b.day('owner_accepted') < approved)

    def test_missing(self):
        """Only the figure of BEN-5 is, so five of six: G3-06 is partly met."""
        self.assertEqual([b.code for b in self.p.all('benefit') if self.p.missing(self.p.measure(b))], ['BEN-5'])


class Health(Marlhaven):
    def test_scores(self):
        self.assertEqual(len(self.p.statements()), 76)
        self.assertEqual(round_half_away(self.p.health()), 68)
        self.assertEqual([round_half_away(self.p.health(factor)) for factor in 'abcdefghi'],
                         [77, 64, 57, 67, 67, 67, 63, 77, 67])

    def test_triggers(self):
        self.assertEqual(self.p.triggers(), TRIGGERS)
        self.assertEqual(self.p.open_triggers(), TRIGGERS)
        self.assertEqual(self.p.divergent(), ['d1.2', 'h3.4'])

    def test_commitment(self):
        self.assertEqual(len(self.p.statements()) - len(self.p.below()), 14)
        self.assertEqual(len(self.p.commitment_rest(self.p.by_code['GR-4'])), 62)

    def test_at_second_gate(self):
        """So GB4 did not fire: the round held then is short of exactly what was waived by name."""
        then = self.at('2025-09-26')
        self.assertEqual(then.below(), WAIVED)
        self.assertEqual(then.commitment_rest(then.by_code['GR-3']), [])
        self.assertEqual({w.get('by') for w in then.by_code['GR-3'].of('waiver')}, {'P-10'})
        self.assertEqual(self.at('2025-07-18').below(), self.p.statements())


class Gate(Marlhaven):
    def ratings(self, review):
        record = self.p.by_code[review]
        return self.p.ratings(self.p.by_code[record.get('gate')], record)

    def test_decisions(self):
        self.assertEqual([(r.get('gate'), r.get('date'), r.get('decision')) for r in self.p.all('gate_review')
                          if r.get('state') == 'decided'],
                         [('G1', '2025-03-28', 'proceed'), ('G2', '2025-07-18', 'repeat'),
                          ('G2', '2025-09-26', 'proceed_with_conditions')])
        self.assertEqual({g.code: g.get('baseline_date') for g in self.p.all('gate')},
                         {'G1': '2025-03-28', 'G2': '2025-07-18', 'G3': '2026-07-31', 'G4': '2027-09-30', 'G5': '2032-03-31'})

    def test_ratings(self):
        self.assertEqual({c[3:]: r for c, (_, r) in self.ratings('GR-1').items() if r != 'met'}, {'12': 'partly'})
        self.assertEqual([c for c, (_, r) in self.ratings('GR-2').items() if r == 'not_met'], ['G2-03', 'G2-05'])
        self.assertEqual(self.ratings('GR-3')['G2-09'][1], 'partly')
        self.assertEqual({r: ' '.join(c[3:] for c, (_, given) in self.ratings('GR-4').items() if given == r) for r in G3_RATINGS},
                         G3_RATINGS)

    def test_nothing_blocked_the_second_gate(self):
        """INV-19: going on with a blocker would have needed an override."""
        then = self.at('2025-09-25')
        then.by_code['GR-3'].values.update(state='open', date='2025-09-25')
        for waiver in then.by_code['GR-3'].of('waiver'):
            waiver.values['date'] = '2025-09-25'
        self.assertEqual(then.current_gate()[0].code, 'G2')
        self.assertEqual(then.blockers(), {})

    def test_current(self):
        gate, review = self.p.current_gate()
        self.assertEqual((gate.code, review.code, self.p.gate_slip()), ('G3', 'GR-4', 61))

    def test_blockers(self):
        blockers = self.p.blockers()
        self.assertEqual(len(blockers.pop('GB4')), 62)
        self.assertEqual(blockers, {'GB1': ['G3-04', 'G3-12', 'G3-15'], 'GB2': ['R-005'], 'GB3': ['R-005'], 'GB7': ['CON-2'],
                                    'GB8': ['BEN-3']})

    def test_readiness(self):
        gate, review = self.p.current_gate()
        self.assertEqual(round(float(self.p.criteria_score(self.p.ratings(gate, review))) * 41 / 100, 6), 22.5)
        self.assertEqual(self.p.readiness(), ({'criteria': 55, 'health': 68, 'risks': 54, 'benefits': 45, 'sight': 89}, 59))

    def test_confidence(self):
        self.assertEqual(self.p.confidence(), ('amber_red', ['AR-share', 'AR-ratio', 'AR-mandatory']))
        self.assertEqual(float(self.p.red_share()), 0.25)
        gate, review = self.p.current_gate()
        self.assertEqual((gate.day('forecast_date') - self.p.as_of).days, 61)
        self.assertEqual((review.get('declared_dca'), review.get('declared_by'), review.get('declared_on')),
                         ('amber_green', 'P-02', '2026-07-24'))
        self.assertEqual(self.p.candour_gap(), 2)

    def test_lower_tiers(self):
        """All rules are listed; these fire too, below the deciding tier."""
        rules = self.p.confidence_rules()
        self.assertTrue(all(rules['amber'].values()))
        self.assertEqual([rule for rule, fired in rules['amber_green'].items() if not fired], ['AG-action'])
        self.assertFalse(any(rules['red'].values()))

    def test_focus(self):
        self.assertEqual(self.p.focus(), 'building_demand')


class Money(Marlhaven):
    def in_thousands(self, *case):
        costs, gains, net, ratio = self.p.appraisal(*case)
        return [round(v / K, 1) for v in (costs, gains, net)] + [round(float(ratio), 2)]

    def test_appraisal(self):
        self.assertEqual([round(v / K, 1) for v in self.p.by_year('cost_line').values()], [58, 242, 162] + [72] * 6)
        self.assertEqual([round(v / K, 1) for v in self.p.by_year('benefit_line').values()], [9, 67, 161] + [196.5] * 5)
        self.assertEqual(self.in_thousands(), [801.2, 1016.7, 215.5, 1.27])
        case = self.p.latest(self.p.all('business_case_version'), 'date')
        adjusted = self.in_thousands(case.number('cost_bias'), case.number('benefit_bias'))
        self.assertEqual(adjusted[2:], [-6.4, 0.99])
        self.assertEqual(self.in_thousands(0, 0, 1)[3], 1.05)

    def test_funding(self):
        self.assertEqual(self.p.funding_gaps(), {year: 0 if year < 2027 else 72 * K for year in range(2024, 2033)})

    def test_shares(self):
        """INV-23."""
        for side in ('cost_share', 'benefit_share'):
            self.assertEqual(sum(s.number(side) for s in self.p.all('cost_centre_share')), 100)


class Invariants(Marlhaven):
    """What part 2 demands of the data whatever their values."""

    def test_trajectories(self):
        """INV-10: dates increase, the target date holds the target value, later points stay at or beyond it."""
        for m in self.p.all('measure'):
            days = [p.day('period_end') for p in m.of('trajectory_version')[0].of('trajectory_point')]
            plan, target = self.p.plan(m), m.number('target')
            with self.subTest(m.code):
                self.assertEqual(days, sorted(set(days)))
                if target is not None:
                    self.assertEqual(plan[m.day('target_date')], target)
                    self.assertTrue(self.p.full_gain(m))
                    self.assertEqual({plan[day] for day in days if day > m.day('target_date')} - {target}, set())

    def test_actuals(self):
        """INV-14: each is of a period of the plan and of the past."""
        for a in self.p.all('actual'):
            self.assertIn(a.day('period_end'), self.p.plan(a.parent))
            self.assertLessEqual(a.day('at'), self.p.as_of)

    def test_evidence(self):
        """INV-17: no rating says met without the evidence it needs."""
        for review in self.p.all('gate_review'):
            given = {r.get('criterion'): r.get('rating') for r in review.of('criterion_rating')}
            counted = {c: r for c, (_, r) in self.p.ratings(self.p.by_code[review.get('gate')], review).items() if r}
            self.assertEqual(given, counted)

    def test_separate_hands(self):
        """INV-21."""
        for a in self.p.all('action'):
            self.assertNotEqual(a.get('verified_by'), a.get('owner'))

    def test_proofs(self):
        """Each rung before the next, the first before G1 (1.2, entry 38)."""
        days = {p.get('kind'): p.get('date') for p in self.p.all('proof') if p.get('result') == 'passed'}
        self.assertTrue(days['concept'] < '2025-03-28' < days['product'])

    def test_changes_that_ends_rest_on(self):
        """G3-04: of the changes with an all-essential path to an end outcome one in three is adopted."""
        def leads(code):
            return self.p.nodes[code].get('type') == 'end_outcome' or any(
                leads(e.get('to')) for e in self.p.edges if e.parent.code == code and e.get('weight') == 'essential')
        changes = {c: n.get('status') for c, n in self.p.nodes.items() if n.get('type') == 'business_change' and leads(c)}
        self.assertEqual(changes, {'C1': 'in_progress', 'C2': 'adopted', 'C4': 'in_progress'})

    def test_plans(self):
        """G3-07: every benefit has steps, and what a step waits for is due no later than itself."""
        self.assertEqual({s.get('benefit') for s in self.p.all('realisation_step')}, {b.code for b in self.p.all('benefit')})
        for d in self.p.all('step_dependency'):
            self.assertLessEqual(self.p.by_code[d.get('on')].day('due'), d.parent.day('due'))

    def test_engagement(self):
        """LM-4 counts the events that are there."""
        m = self.p.by_code['LM-4']
        for end, value in self.p.reported(m).items():
            start = datetime.date(end.year, end.month - 2, 1)
            self.assertEqual(sum(start <= e.day('date') <= end for e in self.p.all('engagement')), value)


if __name__ == '__main__':
    unittest.main()
