#!/usr/bin/python3
"""The catalogue as it is written: complete, joined up, and worded as people may read it. What is copied from it into a
programme is test-catalogue.c's affair.

test-catalogue.py FOLDER ENUMS
"""
import os
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

ENUMS = sys.argv.pop()
FOLDER = sys.argv.pop()
NAMESPACE = '{urn:sightline:programme:1}'

FACTORS = {'a': 'Strategic clarity', 'b': 'Leadership', 'c': 'User focus', 'd': 'Stakeholder engagement', 'e': 'Skills',
           'f': 'Supplier partnership', 'g': 'Future-proofing', 'h': 'Achievable delivery', 'i': 'Benefit realisation'}
# How many statements each sub-factor has (domain.md 1.4).
STATEMENTS = {'a1': 4, 'a2': 3, 'a3': 3, 'b1': 3, 'b2': 4, 'b3': 5, 'c1': 3, 'c2': 2, 'c3': 2, 'd1': 5, 'd2': 2, 'd3': 1,
              'e1': 3, 'e2': 2, 'f1': 3, 'f2': 3, 'g1': 1, 'g2': 1, 'g3': 3, 'g4': 1, 'g5': 3, 'h1': 4, 'h2': 1, 'h3': 5,
              'i1': 4, 'i2': 3, 'i3': 2}
# What each checklist asks to do, and what to avoid (part 1, entries 6 to 9, 27, 28, 33 to 37, 45 to 58).
QUESTIONS = {'CL1': (4, 0), 'CL2': (13, 0), 'CL3': (10, 0), 'CL4': (11, 0), 'CL5': (9, 3), 'CL6': (6, 5), 'CL7': (8, 0),
             'CL8': (8, 0), 'CL9': (4, 0), 'CL10': (8, 0), 'CL11': (9, 5)}
# From, to, a significant commitment, number of criteria (2.6, part 3).
GATES = {'G1': ('discovery', 'alpha', False, 13), 'G2': ('alpha', 'beta_private', True, 15),
         'G3': ('beta_public', 'live', False, 15), 'G4': ('live', 'live', False, 12),
         'G5': ('retirement', 'retired', False, 10)}
# One rule may serve two criteria only where it computes the same for both.
SHARED_RULES = {'red_treated_breaches_handled': ['G2-10', 'G3-12']}
TEXT_MAX, TITLE_MAX, INV_1_MIN = 400, 80, 10
# 3.2, 4.1.3c2, 5.4.2c-d; CL7-CL10, CL2.12; D-h3.4; SS1-SS14; INV-12; Service Manual, Alliance paper, ESPRESSO page, annexes.
REFERENCE = re.compile(r'\d(\.\d){1,2}([a-e]\d?(-[a-e])?)?|CL\d+(\.\d+|-CL\d+)?|D-[a-i](\d(\.\d)?)?|SS\d+(-SS\d+)?|INV-\d+|'
                       r'SM( [a-z]+)?|AL|ES|Annex [A-D]')


def read(name):
    return ElementTree.parse(os.path.join(FOLDER, name + '.xml')).getroot()


def words(element, name='text'):
    return element.find(NAMESPACE + name).text


def lower_first(text):
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


class Catalogue(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.files = {name: read(name) for name in ('health', 'checklists', 'gates')}

    def all(self, kind):
        found = [e for root in self.files.values() for e in root.iter(NAMESPACE + kind)]
        self.assertTrue(found, kind)
        return found

    def codes(self, kind):
        return [e.get('code') for e in self.all(kind)]

    def test_one_edition(self):
        for name, root in self.files.items():
            self.assertEqual((root.tag, root.get('catalogue-version')), (NAMESPACE + 'programme', '1'), name)

    def test_health_check(self):
        self.assertEqual(self.codes('health-sub-factor'), list(STATEMENTS))
        for e in self.all('health-sub-factor'):
            self.assertEqual(e.get('factor'), FACTORS[e.get('code')[0]])
        self.assertEqual(self.codes('health-statement'),
                         ['%s.%d' % (sub, i + 1) for sub, n in STATEMENTS.items() for i in range(n)])
        self.assertEqual(len(self.codes('health-statement')), 76)
        for e in self.all('health-statement'):
            self.assertEqual(e.get('sub-factor'), e.get('code').split('.')[0])

    def test_checklists(self):
        self.assertEqual(self.codes('checklist'), list(QUESTIONS))
        expected = [('%s.%d' % (checklist, i + 1), checklist, 'do' if i < do else 'avoid')
                    for checklist, (do, avoid) in QUESTIONS.items() for i in range(do + avoid)]
        self.assertEqual([(e.get('code'), e.get('checklist'), e.get('stance')) for e in self.all('checklist-question')],
                         expected)
        for e in self.all('checklist-question'):
            self.assertEqual(e.get('refs').split(', ')[0], e.get('checklist'))
            # "Yes" is the good answer either way.
            self.assertEqual(e.get('stance') == 'avoid', words(e).startswith('Are we avoiding '), e.get('code'))

    def test_prompts(self):
        prompts = self.all('risk-prompt')
        self.assertEqual(self.codes('risk-prompt'), ['P%02d' % (i + 1) for i in range(37)])
        self.assertEqual([e.get('sub-factor') for e in prompts], list(STATEMENTS) + [None] * 10)
        with open(ENUMS, encoding='utf-8') as f:
            values = re.search(r'#define SL_CATEGORY_VALUES(?:.*\\\n)+.*', f.read()).group()
        self.assertLessEqual({e.get('category') for e in prompts}, set(re.findall(r'"(\w+)"', values)))

    def test_drafted_risks(self):
        """What a prompt drafts is a risk that INV-1 takes, and its parts make one sentence."""
        for e in self.all('risk-prompt'):
            parts = [words(e, name) for name in ('cause', 'event', 'effect')]
            for part in parts:
                self.assertGreaterEqual(len(part), INV_1_MIN, e.get('code'))
                self.assertTrue(part[0].isupper() and part[-1].isalpha(), part)
            sentence = 'Because %s, %s, so that %s.' % tuple(map(lower_first, parts))
            self.assertLessEqual(len(sentence), TEXT_MAX, sentence)
            # An event has not happened yet; it names its subject, since lists show it by itself.
            self.assertRegex(parts[1], r'^(?!They\b).*\bmay\b', e.get('code'))

    def test_gates(self):
        self.assertEqual(self.codes('gate'), list(GATES))
        for e in self.all('gate'):
            self.assertEqual((e.get('from-phase'), e.get('to-phase'), e.get('significant-commitment') == 'true'),
                             GATES[e.get('code')][:3])
            self.assertEqual('G' + e.get('number'), e.get('code'))
        self.assertEqual([(e.get('code'), e.get('gate')) for e in self.all('gate-criterion')],
                         [('%s-%02d' % (gate, i + 1), gate) for gate, (*_, n) in GATES.items() for i in range(n)])
        self.assertEqual(len(self.all('gate-criterion')), 65)

    def test_criteria(self):
        """A mandatory criterion that nothing computes needs evidence, and no other does (part 3)."""
        by_rule = {}
        for e in self.all('gate-criterion'):
            self.assertIn(e.get('weight'), ('mandatory', 'important', 'desirable'))
            self.assertEqual(e.get('evidence-needed') == 'true',
                             e.get('weight') == 'mandatory' and e.get('auto-rule') is None, e.get('code'))
            if e.get('auto-rule') is not None:
                by_rule.setdefault(e.get('auto-rule'), []).append(e.get('code'))
        self.assertEqual({rule: codes for rule, codes in by_rule.items() if len(codes) > 1}, SHARED_RULES)
        with open(os.path.join(FOLDER, 'gates.xml'), encoding='utf-8') as f:
            told = re.findall(r'^ {7}([a-z_0-9]+): ', f.read(), re.MULTILINE)
        self.assertEqual(sorted(told), sorted(by_rule))

    def test_references(self):
        for kind in ('risk-prompt', 'checklist', 'checklist-question', 'gate-criterion'):
            for e in self.all(kind):
                for reference in e.get('refs').split(', '):
                    self.assertTrue(REFERENCE.fullmatch(reference), '%s: “%s”' % (e.get('code'), reference))

    def test_wording(self):
        """Whole sentences, none twice, none longer than its field."""
        seen = {}
        for kind, end in (('health-statement', '.'), ('checklist-question', '?'), ('gate-criterion', '.')):
            for e in self.all(kind):
                text = words(e)
                self.assertTrue(text[0].isupper() and text.endswith(end) and not text.endswith(('..', '??')), text)
                self.assertGreaterEqual(len(text.split()), 5, text)
                self.assertNotIn(text.lower(), seen, e.get('code'))
                self.assertLessEqual(len(text), TEXT_MAX, text)
                seen[text.lower()] = e.get('code')
        for e in self.all('risk-prompt'):
            for text in [e.get('title')] + [words(e, name) for name in ('cause', 'event', 'effect')]:
                self.assertNotIn(text.lower(), seen, e.get('code'))
                seen[text.lower()] = e.get('code')

    def test_titles(self):
        for kind in ('health-sub-factor', 'checklist', 'risk-prompt'):
            titles = [e.get('title') for e in self.all(kind)]
            self.assertEqual(len(set(titles)), len(titles), kind)
            for title in titles:
                self.assertTrue(title[0].isupper() and title[-1].isalpha() and len(title) <= TITLE_MAX, title)

    def test_typography(self):
        """As the rest of the application is set: no typewriter quotes, no space too many."""
        for root in self.files.values():
            for e in root.iter():
                prose = [e.text.strip() if len(e) else e.text] if e.text else []
                for text in prose + list(e.attrib.values()):
                    self.assertNotRegex(text, r'[\'"\n\t]|  |^ | $| [,.;:?]', e.get('code'))


if __name__ == '__main__':
    unittest.main()
