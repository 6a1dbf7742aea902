"""Domain.md 2.8: the map. Line of sight, evidence, levels, value at risk (F-13 to F-15, F-25)."""
from fractions import Fraction

from oracle.reading import AMBER, GREEN, NONE, RED, code_key, round_half_away
from oracle.risks import Risks


class Sight(Risks):
    def schedule_level(self, node):
        """F-13."""
        if node.get('type') not in ('investment', 'enabler', 'business_change') or node.day('planned') is None \
                or node.get('status') not in ('planned', 'in_progress'):
            return NONE
        slip = (max(self.as_of, node.day('forecast') or node.day('planned')) - node.day('planned')).days
        return NONE if slip <= 30 else AMBER if slip <= 90 else RED

    def _into(self, code):
        return [e for e in self.edges if e.get('to') == code]

    def _out_of(self, code):
        return [e for e in self.edges if e.parent.code == code]

    def _negative(self, code):
        return self.nodes[code].get('polarity') == 'negative'

    def before(self, code):
        """Nodes from which a path leads here, the node itself left out; a negative node ends a path (domain 2.4)."""
        found = set()
        for e in self._into(code):
            if not self._negative(e.parent.code):
                found |= {e.parent.code} | self.before(e.parent.code)
        return found

    def after(self, code):
        found = set()
        if not self._negative(code):
            for e in self._out_of(code):
                found |= {e.get('to')} | self.after(e.get('to'))
        return found

    def sight_tests(self, node):
        """F-14: the names of the tests that apply and whether each passes."""
        def is_type(code, type_):
            return self.nodes[code].get('type') == type_
        before, after = self.before(node.code), self.after(node.code)
        ends = [c for c in after | {node.code} if is_type(c, 'end_outcome') and not self._negative(c)]
        results = {
            'up': any(is_type(p, 'strategic_purpose') for c in ends for p in self.after(c)),
            'down': any(is_type(c, 'investment') for c in before),
            'followed': any(is_type(c, 'business_change') for c in after),
            'change': any(is_type(c, 'business_change') for c in before),
            'owner': self.active(node.get('owner')),
        }
        tests = {'investment': 'up', 'enabler': 'up down followed', 'business_change': 'up down',
                 'intermediate_outcome': 'up down change', 'end_outcome': 'up down change owner', 'strategic_purpose': 'down'}
        wanted = 'down owner' if self._negative(node.code) else tests[node.get('type')]
        return {name: results[name] for name in wanted.split()}

    def complete(self, node):
        """F-14."""
        return all(self.sight_tests(node).values())

    def coverage(self):
        """F-14: complete nodes, active nodes, L."""
        done = sum(self.complete(n) for n in self.nodes.values())
        return done, len(self.nodes), 100 * done // len(self.nodes)

    def funded_sight(self):
        """F-14: budget of complete investments and of all."""
        investments = [n for n in self.nodes.values() if n.get('type') == 'investment']
        return tuple(sum(int(n.number('budget') or 0) for n in some)
                     for some in ([n for n in investments if self.complete(n)], investments))

    def strength(self, code):
        """F-15: the best path's weakest evidence; None where no path from an investment leads."""
        best = None
        for e in self._into(code):
            source = self.nodes[e.parent.code]
            if self._negative(source.code):
                continue
            so_far = 4 if source.get('type') == 'investment' else self.strength(source.code)
            if so_far is not None:
                best = max(best or 0, min(so_far, int(e.get('evidence'))))
        return best

    def levels(self):
        """F-25a: {code: (level, culprit)}."""
        if self._levels is None:
            self._levels = {}
            for code in self.nodes:
                self._level(code)
        return self._levels

    def _direct(self, code):
        """Candidates of F-25a at the node itself: (level, order of tie, culprit)."""
        found = [(self.rag(r), 0, r.code) for r in self.threats() if code in [n.get('node') for n in r.of('risk_node')]]
        issue_level = (NONE, GREEN, AMBER, AMBER, RED, RED)
        found += [(issue_level[self.impact(i)], 1, i.code) for i in self.issues()
                  if code in [n.get('node') for n in i.of('issue_node')]]
        return found + [(self.schedule_level(self.nodes[code]), 2, code)]

    def _level(self, code):
        if code not in self._levels:
            found = self._direct(code)
            for e in self._into(code):
                level, culprit = self._level(e.parent.code)
                if culprit:
                    found.append((level if e.get('weight') == 'essential' else level - 1, 3, culprit))
            found = [c for c in found if c[0] > NONE]
            best = min(found, key=lambda c: (-c[0], c[1], code_key(c[2])), default=(NONE, 0, None))
            self._levels[code] = best[0], best[2]
        return self._levels[code]

    def _best_product(self, source, target):
        """F-25b: best path product from one node to another, or 0."""
        if source == target:
            return Fraction(1)
        return max([Fraction(1, 1 if e.get('weight') == 'essential' else 2) * self._best_product(e.get('to'), target)
                    for e in self._out_of(source)], default=Fraction(0))

    def value_at_risk(self, benefit):
        """F-25b: the share at risk, and the money in minor units."""
        kept = Fraction(1)
        for subject, links, named, q in (
                [(r, r.of('risk_node'), r.of('risk_benefit'), self.probability(r)) for r in self.threats() if self.assessment(r)]
                + [(i, i.of('issue_node'), [], Fraction(1)) for i in self.issues()]):
            scored = self.assessment(subject) if subject.kind == 'risk' else subject
            s = self.band('benefit', scored.number('impact_benefit') or self.impact(scored)) / 100
            c = max([self._best_product(n.get('node'), benefit.get('node')) for n in links], default=Fraction(0))
            if benefit.code in [n.get('benefit') for n in named]:
                c = Fraction(1)
            kept *= 1 - q * s * c
        value = benefit.number('annual_value_at_target')
        return 1 - kept, None if value is None else round_half_away(value * (1 - kept))
