"""Domain.md 2.7: risk."""
from fractions import Fraction

from oracle.reading import NONE, ONE_DAY, Reading, code_key, round_half_away

OPEN = ('open', 'treating', 'tolerated')
DIMENSIONS = ('impact_cost', 'impact_time', 'impact_benefit', 'impact_trust', 'impact_safety_security')


class Risks(Reading):
    def threats(self):
        return [r for r in self.all('risk') if r.get('kind') == 'threat' and r.get('state') in OPEN]

    def issues(self):
        return [i for i in self.all('issue') if i.get('state') in ('open', 'in_hand') and i.day('raised') <= self.as_of]

    def assessment(self, risk, type_='current', day=None):
        return self.latest([a for a in risk.of('risk_assessment') if a.get('type') == type_], 'date', day)

    @staticmethod
    def impact(record):
        return max([int(record.get(d)) for d in DIMENSIONS if record.get(d)], default=0)

    def score(self, risk, type_='current', day=None):
        """F-1."""
        a = self.assessment(risk, type_, day)
        return int(a.get('probability')) * self.impact(a) if a is not None else None

    def rag(self, risk):
        """F-2."""
        a = self.assessment(risk)
        if a is None or risk.get('kind') != 'threat':
            return NONE
        return ' GAR'.index(self.settings.get('grid_' + a.get('probability'))[self.impact(a) - 1])

    def trend(self, risk):
        """F-5."""
        now, then = self.score(risk), self.score(risk, day=self.as_of - 90 * ONE_DAY)
        if then is None:
            return 'new'
        words = ('better', 'same', 'worse') if risk.get('kind') == 'threat' else ('falling', 'same', 'rising')
        return words[(now > then) - (now < then) + 1]

    def probability(self, risk):
        """F-6, as a share of one."""
        a = self.assessment(risk)
        return (a.number('explicit_pct') or self.band('probability', a.number('probability'))) / 100

    def exposure(self, risk):
        """F-6, in minor units."""
        return round_half_away(self.probability(risk) * (self.assessment(risk).number('cost_if_occurs') or 0))

    def programme_exposure(self):
        """F-6."""
        return (sum(self.exposure(r) for r in self.threats() if self.assessment(r))
                + sum(int(i.number('cost_remaining') or 0) for i in self.issues()))

    def cover_ratio(self):
        """F-7, where there is a contingency."""
        return Fraction(self.programme_exposure()) / self.root.number('contingency')

    def proximity(self, risk):
        """F-8: days and word."""
        if risk.day('earliest_date') is None:
            return None, None
        days = (risk.day('earliest_date') - self.as_of).days
        word = next((w for limit, w in ((-1, 'window open'), (30, 'imminent'), (90, 'near'), (365, 'mid')) if days <= limit),
                    'far')
        return days, word

    def appetite_limits(self, risk):
        """F-9: want and tolerate of the strictest of programme and sufferer."""
        levels = 'averse minimal cautious open eager'.split()
        rows = [a for a in self.all('appetite') if a.get('category') == risk.get('category')]
        found = [self.latest([a for a in rows if a.get('scope') == 'programme'], 'date'),
                 self.latest([a for a in rows if a.get('stakeholder') and a.get('stakeholder') == risk.get('sufferer')], 'date')]
        found = [levels.index(a.get('level')) for a in found if a is not None]
        if not found or risk.get('kind') != 'threat':
            return None
        return tuple(int(self.settings.get(levels[min(found)] + end)) for end in ('_want', '_tolerate'))

    def appetite(self, risk):
        """F-9."""
        limits, score = self.appetite_limits(risk), self.score(risk)
        if limits is None or score is None:
            return 'not set'
        return 'within' if score <= limits[0] else 'tolerable' if score <= limits[1] else 'breach'

    def board_accepted(self, risk):
        """F-9."""
        on, until = risk.day('accepted_on'), risk.day('accepted_until')
        by = self.by_code.get(risk.get('accepted_by'))
        if risk.get('state') != 'tolerated' or risk.get('response') != 'accept' or None in (on, until, by):
            return False
        return bool(risk.get('acceptance_rationale') and by.true('board_member') and on <= self.as_of <= until
                    and until <= on.replace(year=on.year + 1))

    def breach_handled(self, risk):
        """F-9."""
        for e in self.all('escalation'):
            if e.get('risk') != risk.code or e.day('raised_on') > self.as_of:
                continue
            if e.get('state') in ('raised', 'accepted') and e.day('decision_due') >= self.as_of:
                return True
            if e.get('state') == 'decided' and 0 <= (self.as_of - e.day('decided_on')).days <= 90:
                return True
        return self.board_accepted(risk)

    def unhandled_breaches(self):
        return [r for r in self.threats() if self.appetite(r) == 'breach' and not self.breach_handled(r)]

    def target_gap(self, risk):
        """F-10."""
        limits, target = self.appetite_limits(risk), self.score(risk, 'target')
        return limits is not None and target is not None and target > limits[0]

    def review_interval(self, risk):
        """F-11; an opportunity's level is read off the same grid."""
        a = self.assessment(risk)
        letter = self.settings.get('grid_' + a.get('probability'))[self.impact(a) - 1]
        days = int(self.settings.get({'R': 'review_red', 'A': 'review_amber', 'G': 'review_green'}[letter]))
        return min(days, max(7, days // 2)) if self.proximity(risk)[1] in ('imminent', 'window open') else days

    def review_due(self, risk):
        """F-11."""
        review = self.latest(risk.of('risk_review'), 'date')
        last = max(row.day('date') for row in (review, self.assessment(risk)) if row is not None)
        due = last + self.review_interval(risk) * ONE_DAY
        wanted = risk.day('next_review')
        return wanted if wanted is not None and last < wanted < due else due

    def overdue(self, risk):
        """F-11: days overdue and whether stale."""
        days = max(0, (self.as_of - self.review_due(risk)).days)
        return days, days > self.review_interval(risk)

    def priority_order(self):
        """F-4."""
        return [r.code for r in sorted((r for r in self.threats() if self.assessment(r)), key=lambda r: (
            -self.rag(r), -self.score(r), -self.impact(self.assessment(r)),
            self.proximity(r)[0] if self.proximity(r)[0] is not None else 10 ** 6, -self.exposure(r), code_key(r.code)))]

    def overdue_actions(self):
        """F-12."""
        return [a for a in self.all('action')
                if a.get('state') in ('planned', 'in_progress', 'blocked') and a.day('due') < self.as_of]

    @staticmethod
    def drifting(action):
        """F-12."""
        return sum(move.get('to') > move.get('from') for move in action.of('due_move')) >= 2
