"""Domain.md 2.8: appraisal and funding (F-31)."""
from fractions import Fraction

from oracle.confidence import Confidence
from oracle.reading import round_half_away


class Programme(Confidence):
    def by_year(self, kind):
        found = {}
        for line in self.all(kind):
            found[int(line.get('year'))] = found.get(int(line.get('year')), 0) + int(line.get('amount'))
        return found

    def appraisal(self, cost_up=0, benefit_down=0, years_late=0):
        """F-31: PV costs, PV benefits, NPV in minor units, BCR."""
        costs, gains = self.by_year('cost_line'), self.by_year('benefit_line')
        case = self.latest(self.all('business_case_version'), 'date')
        factor = 1 + case.number('discount_rate') / 100
        first, last = min([*costs, *gains]), max([*costs, *gains])

        def present(amounts, share, late):
            return sum(round_half_away(amount * share / factor ** (year + late - first))
                       for year, amount in amounts.items() if year + late <= last)
        pv_costs = present(costs, 1 + Fraction(cost_up) / 100, 0)
        pv_gains = present(gains, 1 - Fraction(benefit_down) / 100, years_late)
        return pv_costs, pv_gains, pv_gains - pv_costs, Fraction(pv_gains, pv_costs) if pv_costs else None

    def funding_gaps(self):
        """F-31: {year with a cost line: minor units}."""
        money = {}
        for source in self.all('funding_source'):
            if source.get('status') in ('secured', 'drawn'):
                for year in source.of('funding_year'):
                    money[int(year.get('year'))] = money.get(int(year.get('year')), 0) + int(year.get('amount'))
        return {year: max(0, cost - money.get(year, 0)) for year, cost in sorted(self.by_year('cost_line').items())}
