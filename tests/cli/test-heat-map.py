#!/usr/bin/python3
"""heat-map: the matrix as a picture, and what it shows as a table."""
import os
import xml.etree.ElementTree as ET

from cli_case import Case, main


class HeatMap(Case):
    def draw(self, name, *args, **kwargs):
        out = self.path(name)
        return out, self.cli('heat-map', self.file, *args, '-o', out, **kwargs)

    def test_table(self):
        _, answer = self.draw('a.svg')
        lines = answer.out.splitlines()
        self.assertEqual(lines[0], '11 threats: 2 Red, 7 Amber, 2 Green, 4 above what is tolerated.')
        self.assertEqual(lines[2].split(), ['4', 'Likely', '4', 'Large', 'Red', '2', '£81,250.00', '2'])
        self.assertEqual(len(lines), 10)

    def test_json(self):
        _, answer = self.draw('a.svg', 'after', '--json')
        self.assertEqual(answer.json['shown'], 9)
        self.assertEqual(answer.json['not_assessed'], 2)
        cells = {(c['probability'], c['impact']): c['risks'] for c in answer.json['cells']}
        self.assertEqual(cells[(2, 3)], ['R-009', 'R-002', 'R-006'])
        _, answer = self.draw('b.svg', 'opportunities', '--json')
        self.assertEqual([(c['level'], c['risks']) for c in answer.json['cells']], [('Medium', ['R-014'])])

    def test_formats(self):
        for name, begin in (('a.svg', b'<?xml'), ('a.png', b'\x89PNG'), ('a.pdf', b'%PDF')):
            out, answer = self.draw(name, '--quiet')
            self.assertEqual(answer.out, '')
            with open(out, 'rb') as file:
                self.assertEqual(file.read(len(begin)), begin)
        self.assertEqual(ET.parse(self.path('a.svg')).getroot().tag, '{http://www.w3.org/2000/svg}svg')

    def test_same_bytes(self):
        for ending in ('svg', 'png', 'pdf'):
            drawings = set()
            for i in range(2):
                out, _ = self.draw('%d.%s' % (i, ending), 'exposure', 'hatched', 'swapped', 'flipped',
                                   env={'LC_ALL': 'C.UTF-8', 'TZ': 'Asia/Tokyo'} if i else None)
                with open(out, 'rb') as file:
                    drawings.add(file.read())
            self.assertEqual(len(drawings), 1, ending)

    def test_restricted_is_counted(self):
        self.cli('set', self.file, 'R-001', 'confidentiality=restricted', '--reason', 'Named people')
        _, answer = self.draw('a.svg', '--json')
        self.assertEqual((answer.json['shown'], answer.json['restricted']), (10, 1))
        _, answer = self.draw('a.svg')
        self.assertIn('Not on the map: 1 restricted.', answer.out)
        _, answer = self.draw('a.svg', '--json', '--audience', 'restricted')
        self.assertEqual((answer.json['shown'], answer.json['restricted']), (11, 0))

    def test_refused(self):
        for args in (('a.gif',), ('a.svg', 'sideways'), ('a.svg', '--audience', 'nobody')):
            out, _ = self.draw(*args, status=2)
            self.assertFalse(os.path.exists(out))
        self.cli('heat-map', self.file, status=2)


if __name__ == '__main__':
    main()
