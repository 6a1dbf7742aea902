"""Domain.md 2.8: health and gates (F-22 to F-24, F-27)."""
from fractions import Fraction

from oracle.benefits import Benefits
from oracle.reading import AMBER, GREEN, NONE, RED, round_half_away
from oracle.risks import OPEN


class Gates(Benefits):
    def statements(self):
        return [s.code for s in self.all('health_statement')]

    def round(self):
        return self.latest(self.all('health_round'), 'date')

    def answers(self, round_):
        """{statement: [values]}, blanks left out."""
        found = {s: [] for s in self.statements()}
        for a in round_.of('health_answer') if round_ is not None else []:
            if a.get('value'):
                found[a.get('statement')].append(int(a.get('value')))
        return found

    def medians(self):
        """F-22: {statement: lower median}, unanswered ones left out."""
        return {s: sorted(v)[(len(v) - 1) // 2] for s, v in self.answers(self.round()).items() if v}

    def health(self, prefix=''):
        """F-22, exact; of all statements or of those whose code begins with the prefix."""
        values = [v for s, v in self.medians().items() if s.startswith(prefix)]
        return Fraction(100 * sum(v - 1 for v in values), 3 * len(values)) if values else None

    def triggers(self):
        """F-23."""
        return [s for s, v in self.answers(self.round()).items() if v and min(v) <= 2]

    def open_triggers(self):
        """F-23: those without a disposition in the round, nor one in an earlier round whose risk is still open."""
        settled = set()
        for round_ in self.all('health_round'):
            for d in round_.of('trigger_disposition'):
                risk = self.by_code.get(d.get('risk'))
                if d.day('date') <= self.as_of and (round_ is self.round() or risk is not None and risk.get('state') in OPEN):
                    settled.add(d.get('statement'))
        return [s for s in self.triggers() if s not in settled]

    def divergent(self):
        """F-23."""
        return [s for s, v in self.answers(self.round()).items() if v and max(v) - min(v) >= 2]

    def below(self):
        """F-24: statements that are not strongly agreed, or unanswered."""
        return [s for s in self.statements() if self.medians().get(s, 0) < 4]

    def commitment_rest(self, review):
        """F-24, after the waivers of the review."""
        waived = {w.get('statement') for w in review.of('waiver') if w.day('date') <= self.as_of and w.get('reason')
                  and self.by_code[w.get('by')].true('board_member')} if review is not None else set()
        return [s for s in self.below() if s not in waived]

    def reviews(self, gate):
        return [r for r in self.all('gate_review') if r.get('gate') == gate.code
                and (r.day('date') is None or r.day('date') <= self.as_of)]

    def passed(self, gate):
        return any(r.get('state') == 'decided' and r.get('decision') in ('proceed', 'proceed_with_conditions')
                   for r in self.reviews(gate))

    def current_gate(self):
        """F-27: the gate and its review."""
        gates = sorted((g for g in self.all('gate') if not self.passed(g)),
                       key=lambda g: (g.number('number'), g.get('baseline_date')))
        if not gates:
            return None, None
        reviews = self.reviews(gates[0])
        return gates[0], next((r for r in reviews if r.get('state') == 'open'), reviews[-1] if reviews else None)

    def supported(self, rating, review):
        """INV-17: evidence dated on or before the review day and not older than it is valid."""
        day = self.as_of if review.get('state') == 'open' else review.day('date')
        items = [self.by_code[e.get('evidence')] for e in rating.of('rating_evidence')]
        return any(0 <= (day - e.day('dated')).days <= int(e.get('valid_days')) for e in items)

    def ratings(self, gate, review):
        """{criterion: (weight, rating or None)}, INV-17 applied."""
        found = {}
        for c in self.all('gate_criterion'):
            if c.get('gate') != gate.code:
                continue
            rows = [r for r in review.of('criterion_rating') if r.get('criterion') == c.code] if review is not None else []
            row = self.latest(rows, 'date')
            rating = row.get('rating') if row is not None else None
            if rating == 'met' and c.true('evidence_needed') and not self.supported(row, review):
                rating = 'partly'
            found[c.code] = c.get('weight'), rating
        return found

    def criteria_score(self, ratings):
        """F-27: C, exact."""
        weights = {'mandatory': 3, 'important': 2, 'desirable': 1}
        worth = {'met': Fraction(1), 'partly': Fraction(1, 2)}
        counted = [(weights[w], worth.get(r, Fraction(0))) for w, r in ratings.values() if r != 'not_applicable']
        return 100 * sum(w * r for w, r in counted) / sum(w for w, _ in counted) if counted else Fraction(0)

    def unmet_mandatory(self, gate, review):
        return [c for c, (w, r) in self.ratings(gate, review).items() if w == 'mandatory' and r in (None, 'not_met')]

    def untreated_red(self):
        """GB2."""
        under_way = {a.get('risk') for a in self.all('action') if a.get('state') in ('in_progress', 'done', 'verified')}
        return [r for r in self.threats() if self.rag(r) == RED and r.code not in under_way and not self.board_accepted(r)]

    def red_end_benefits(self):
        return [b for b in self.counted_benefits() if self.benefit_rag(b)[0] == RED
                and self.nodes[b.get('node')].get('type') == 'end_outcome']

    def blockers(self):
        """F-27: {code: subjects}."""
        gate, review = self.current_gate()
        number = int(gate.get('number'))
        ends = [n for n in self.nodes.values() if n.get('type') == 'end_outcome']
        late = [c for c in self.all('condition') if c.true('mandatory') and self.by_code[c.get('review')].get('state') == 'decided'
                and (c.get('state') == 'lapsed' or c.get('state') == 'open' and c.day('due') < self.as_of)]
        found = {
            'GB1': self.unmet_mandatory(gate, review),
            'GB2': [r.code for r in self.untreated_red()],
            'GB3': [r.code for r in self.unhandled_breaches()],
            'GB4': self.commitment_rest(review) if gate.true('significant_commitment') else [],
            'GB5': [n.code for n in ends if not self.active(n.get('owner'))] if number >= 2 else [],
            'GB6': [n.code for n in ends if not self.complete(n)] if number >= 2 else [],
            'GB7': [c.code for c in late],
            'GB8': [b.code for b in self.red_end_benefits()
                    if b.day('recovery_approved_on') is None or b.day('recovery_approved_on') > self.as_of] if number >= 3 else [],
        }
        return {code: subjects for code, subjects in found.items() if subjects}

    def overdue_threats(self):
        return [r for r in self.threats() if self.assessment(r) and self.overdue(r)[0] > 0]

    def red_threats(self):
        return [r for r in self.threats() if self.rag(r) == RED]

    def benefits_score(self):
        """F-27: B, exact."""
        def worth(b):
            level = self.benefit_rag(b)[0]
            if level == NONE:
                return Fraction(1) if self.is_harm(b) or len(self.smart(b)) == 5 else Fraction(1, 2)
            return {GREEN: Fraction(1), AMBER: Fraction(1, 2), RED: Fraction(0)}[level]
        counted = self.counted_benefits()
        weight = sum(b.number('priority') for b in counted)
        return 100 * sum(b.number('priority') * worth(b) for b in counted) / weight if weight else Fraction(0)

    def readiness(self):
        """F-27: {part: whole number} and the index."""
        gate, review = self.current_gate()
        parts = {
            'criteria': round_half_away(self.criteria_score(self.ratings(gate, review))),
            'health': round_half_away(self.health() or 0),
            'risks': max(0, 100 - 15 * len(self.red_threats()) - 10 * len(self.unhandled_breaches())
                         - 3 * len(self.overdue_threats())),
            'benefits': round_half_away(self.benefits_score()),
            'sight': self.coverage()[2],
        }
        weights = {part: int(self.settings.get('weight_' + part)) for part in parts}
        return parts, round_half_away(Fraction(sum(weights[p] * parts[p] for p in parts), sum(weights.values())))
