"""Domain.md 2.8: benefits (F-16 to F-21)."""
import datetime
from fractions import Fraction

from oracle.reading import AMBER, GREEN, NONE, ONE_DAY, RED, round_half_away
from oracle.sight import Sight

CHANGE_WORDS = ('fewer less lower reduced smaller shorter faster quicker sooner earlier cheaper cleaner safer quieter fairer '
                'better easier simpler higher more greater larger longer wider stronger increased improved').split()


class Benefits(Sight):
    def measure(self, benefit):
        return self.by_code[benefit.get('primary_measure')]

    def plan(self, measure):
        """The version in force: {period end: planned}."""
        versions = [v for v in measure.of('trajectory_version') if v.day('date') is not None and v.day('date') <= self.as_of]
        if not versions:
            return {}
        version = max(versions, key=lambda v: v.number('version'))
        return {p.day('period_end'): p.number('planned') for p in version.of('trajectory_point')}

    def reported(self, measure):
        """F-17: {period end: value} of the plan's periods, the last entered of a date."""
        plan, found = self.plan(measure), {}
        for a in measure.of('actual'):
            if a.day('at') <= self.as_of and a.day('period_end') in plan and not a.true('ad_hoc'):
                found[a.day('period_end')] = a.number('value')
        return dict(sorted(found.items()))

    @staticmethod
    def _sign(measure):
        return 1 if measure.get('direction') == 'higher' else -1

    def full_gain(self, measure):
        """F-17: F, or None."""
        baseline, target = measure.number('baseline'), measure.number('target')
        if baseline is None or target is None:
            return None
        gain = self._sign(measure) * (target - baseline)
        return gain if gain > 0 else None

    def achievements(self, measure, harm=False):
        """F-17: {period end: ('r' | 'g' | 'h', value)}."""
        found, plan, d, b = {}, self.plan(measure), self._sign(measure), measure.number('baseline')
        for day, actual in self.reported(measure).items():
            planned, gained = d * (plan[day] - b), d * (actual - b)
            if harm:
                ceiling, done = -planned, -gained
                found[day] = 'h', 100 * done / ceiling if ceiling > 0 else Fraction(1000 if done > 0 else 0)
            elif self.full_gain(measure) is None:
                continue
            elif 20 * planned >= self.full_gain(measure):
                found[day] = 'r', 100 * gained / planned
            else:
                found[day] = 'g', 100 * (gained - planned) / self.full_gain(measure)
        return found

    def tolerances(self, measure):
        return tuple(measure.number(f'{c}_tol') if measure.number(f'{c}_tol') is not None
                     else self.settings.number(f'benefit_{c}_tolerance') for c in ('green', 'amber'))

    def grade(self, measure, kind, value):
        """F-18: the level of one figure."""
        green, amber = self.tolerances(measure)
        if kind == 'h':
            return GREEN if value <= 100 + green else AMBER if value <= 100 + amber else RED
        if kind == 'g':
            return GREEN if value >= -2 else AMBER if value >= -5 else RED
        return GREEN if value >= 100 - green else AMBER if value >= 100 - amber else RED

    def missing(self, measure):
        """F-18: due periods of the plan after the latest reported one."""
        reported = self.reported(measure)
        lag = int(measure.get('lag_days')) * ONE_DAY
        return [day for day in self.plan(measure)
                if day + lag <= self.as_of and day > max(reported, default=datetime.date.min)]

    def actual_rag(self, measure, harm=False):
        """F-18: the level, and the level of the reported figure alone."""
        figures = list(self.achievements(measure, harm).values())
        figure = self.grade(measure, *figures[-1]) if figures else NONE
        missing = len(self.missing(measure))
        return max(figure, (NONE, AMBER, RED)[min(missing, 2)]), figure

    def forecast(self, measure):
        """F-19: f in percent, or None."""
        target_day = measure.day('target_date')
        if target_day is None or any(day >= target_day for day in self.reported(measure)):
            return None
        last = [value for kind, value in self.achievements(measure).values() if kind == 'r'][:-4:-1]
        if len(last) < 2:
            return None
        weights = (3, 2, 1)[:len(last)]
        f = sum(w * r for w, r in zip(weights, last)) / sum(weights)
        return min(max(f, Fraction(0)), Fraction(150))

    def at_gain(self, measure, percent):
        """F-19: the value at which so much of the full gain is reached."""
        return measure.number('baseline') + self._sign(measure) * self.full_gain(measure) * percent / 100

    def owner_forecast(self, measure):
        """F-19: the owner's, in percent of the full gain."""
        rows = [o for o in measure.of('owner_forecast') if o.day('period_end') == measure.day('target_date')]
        row = self.latest(rows, 'made_on')
        if row is None or self.full_gain(measure) is None:
            return None
        return 100 * self._sign(measure) * (row.number('value') - measure.number('baseline')) / self.full_gain(measure)

    def smart(self, benefit):
        """F-16: the letters that hold."""
        m, node = self.measure(benefit), self.nodes[benefit.get('node')]
        accepted = benefit.day('owner_accepted')
        return ''.join(letter for letter, holds in (
            ('S', benefit.get('name').split()[0].lower() in CHANGE_WORDS and m.get('unit')),
            ('M', m.get('baseline') and m.get('baseline_quality') != 'unknown' and m.get('method')),
            ('A', accepted and accepted <= self.as_of and (self.strength(node.code) or 0) >= 2),
            ('R', self.complete(node)),
            ('T', m.get('target') and m.get('target_date'))) if holds)

    @staticmethod
    def is_harm(benefit):
        return benefit.get('type') == 'dis_benefit'

    def benefit_rag(self, benefit):
        """F-20: level and reason codes."""
        if benefit.get('state') not in ('approved', 'tracking', 'realised', 'sustained'):
            return NONE, []
        m, harm = self.measure(benefit), self.is_harm(benefit)
        level, figure = self.actual_rag(m, harm)
        f = None if harm else self.forecast(m)
        outlook = NONE if f is None else self.grade(m, 'r', f)
        figures = [v for k, v in self.achievements(m, harm).values() if k == 'r']
        late = m.day('target_date') is not None and m.day('target_date') < self.as_of and figures and figures[-1] < 75
        reasons = [code for code, level_given, holds in (
            ('ACT', figure, figure >= AMBER), ('FCST', outlook, outlook >= AMBER), ('NODATA', level, self.missing(m)),
            ('OWNER', AMBER, not self.active(benefit.get('owner'))),
            ('SMART', AMBER, not harm and len(self.smart(benefit)) < 5),
            ('THREAT', AMBER, self.levels()[benefit.get('node')][0] == RED), ('LATE', RED, late)) if holds]
        lifts = [AMBER for code in reasons if code in ('OWNER', 'SMART', 'THREAT')] + [RED for code in reasons if code == 'LATE']
        return max([level, outlook] + lifts), reasons

    def realised(self):
        """F-21: {value class: minor units} over all reported periods."""
        totals, groups = {}, {}
        for b in self.all('benefit'):
            if b.get('state') in ('identified', 'profiled', 'withdrawn') or b.get('node') not in self.nodes:
                continue
            if self.is_harm(b) or not self.adopted(b) or b.number('annual_value_at_target') is None:
                continue
            group = b.get('unit_overlap_group') or b.code
            best = groups.get(group)
            if best is None or b.number('annual_value_at_target') > best.number('annual_value_at_target'):
                groups[group] = b
        for b in groups.values():
            m = self.measure(b)
            per_year = {'month': 12, 'quarter': 4, 'half': 2, 'year': 1}[m.get('frequency')]
            for actual in self.reported(m).values():
                gained = self._sign(m) * (actual - m.number('baseline')) / self.full_gain(m)
                totals[b.get('value_class')] = totals.get(b.get('value_class'), 0) + round_half_away(
                    b.number('annual_value_at_target') / per_year * gained)
        return totals

    def adopted(self, benefit):
        """INV-22: planned ones count, unintended ones from the day of their adoption."""
        on = benefit.day('adopted_on')
        return benefit.get('origin') != 'unintended' or on is not None and on <= self.as_of

    def counted_benefits(self):
        """F-27; a benefit on a dropped node counts as withdrawn (domain 2.1)."""
        return [b for b in self.all('benefit')
                if b.get('state') not in ('closed', 'withdrawn') and b.get('node') in self.nodes and self.adopted(b)]
