"""Domain.md 2.8: delivery confidence, candour, focus (F-28, F-32, F-26)."""
from fractions import Fraction

from oracle.gates import Gates
from oracle.reading import AMBER, RED


class Confidence(Gates):
    def red_share(self):
        """F-28."""
        counted = self.counted_benefits()
        weight = sum(b.number('priority') for b in counted)
        red = sum(b.number('priority') for b in counted if self.benefit_rag(b)[0] == RED)
        return red / weight if weight else Fraction(0)

    def gate_slip(self):
        gate, _ = self.current_gate()
        return (max(self.as_of, gate.day('forecast_date')) - gate.day('baseline_date')).days

    def paused_without_plan(self):
        if not any(p.get('status') == 'paused' for p in self.all('project')):
            return False
        return not any(r.get('decision') == 'pause' and r.day('represent_by') is not None and r.day('represent_by') >= self.as_of
                       for r in self.all('gate_review'))

    def confidence_rules(self):
        """F-28: {tier: {rule: fired}}; for a project with a gate."""
        gate, review = self.current_gate()
        share, ratio, slip = self.red_share(), self.cover_ratio(), self.gate_slip()
        reds, health, held = len(self.red_threats()), self.health() or 0, self.round() is not None
        unmet = len(self.unmet_mandatory(gate, review)) if (gate.day('forecast_date') - self.as_of).days <= 90 else 0
        blank = len(self.statements()) - len(self.medians())
        near = [r for r in self.threats() if self.rag(r) == AMBER and self.proximity(r)[1] in ('window open', 'imminent', 'near')]
        chances = {r.code for r in self.all('risk') if r.get('kind') == 'opportunity'}
        colours = [self.benefit_rag(b)[0] for b in self.counted_benefits()]
        return {
            'red': {'R-share': share >= Fraction(1, 2), 'R-ratio': ratio > 2, 'R-threats': reds >= 5,
                    'R-paused': self.paused_without_plan()},
            'amber_red': {'AR-share': share >= Fraction(1, 4), 'AR-ratio': ratio > 1, 'AR-threats': reds >= 3,
                          'AR-health': held and health < 50, 'AR-blank': held and 100 * blank > 20 * len(self.statements()),
                          'AR-mandatory': unmet >= 3, 'AR-slip': slip > 90},
            'amber': {'A-threat': reds > 0, 'A-benefit': bool(self.red_end_benefits()), 'A-mandatory': unmet > 0,
                      'A-health': held and health < 70, 'A-slip': slip > 30, 'A-breach': bool(self.unhandled_breaches()),
                      'A-ratio': ratio > Fraction(7, 10)},
            'amber_green': {'AG-benefit': any(c >= AMBER for c in colours), 'AG-threat': bool(near),
                            'AG-trigger': bool(self.open_triggers()), 'AG-review': bool(self.overdue_threats()),
                            'AG-action': any(a.get('risk') not in chances for a in self.overdue_actions()),
                            'AG-health': not held or health < 90, 'AG-ratio': ratio > Fraction(1, 2)},
        }

    def confidence(self):
        """F-28: the tier and the rules that decided it."""
        for tier, rules in self.confidence_rules().items():
            fired = [rule for rule, holds in rules.items() if holds]
            if fired:
                return tier, fired
        return 'green', []

    def candour_gap(self):
        """F-32: steps from suggested up to declared, while the declaration holds (INV-20)."""
        tiers = ('red', 'amber_red', 'amber', 'amber_green', 'green')
        _, review = self.current_gate()
        on = review.day('declared_on') if review is not None else None
        if on is None or on > self.as_of or not review.get('declared_dca'):
            return None
        gap = tiers.index(review.get('declared_dca')) - tiers.index(self.confidence()[0])
        if gap > 0 and ((self.as_of - on).days > 90 or not review.get('declared_reason')):
            return None
        return gap

    def focus(self):
        """F-26, for one project."""
        project = self.all('project')[0]
        if project.get('phase') in ('discovery', 'alpha'):
            return 'safe_delivery'
        if project.get('phase') not in ('beta_private', 'beta_public', 'live'):
            return None
        for m in self.all('measure'):
            last = list(self.reported(m).values())[-2:]
            if m.true('demand') and len(last) == 2 and all(2 * v >= m.number('target') for v in last):
                return 'benefit_realisation'
        return 'building_demand'
