"""The formulas of domain.md part 2, computed from programme XML alone: a second opinion beside the C code.

Nothing here knows the application. Each function cites the formula it follows to the letter; numbers are exact fractions,
money is whole minor units, levels are 0 none, 1 Green, 2 Amber, 3 Red. One class per chapter, each on top of the one before.
"""
from oracle.money import Programme
from oracle.reading import AMBER, GREEN, NONE, RED, round_half_away

__all__ = ['AMBER', 'GREEN', 'NONE', 'Programme', 'RED', 'round_half_away']
