#!/usr/bin/python3
"""map layout: graphs in, drawings out."""
import os
import re
import sqlite3
import stat
import xml.etree.ElementTree as ET

from cli_case import Case, main

NS = '{http://graphml.graphdrawing.org/xmlns}'
KEYS = ''.join('<key id="%s" for="node" attr.name="%s"/>' % (k, k) for k in ('label', 'column', 'width', 'height', 'x', 'y', 'pinned'))


class Layout(Case):
    def graph(self, nodes, edges, name='in.graphml'):
        path = self.path(name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">%s<graph edgedefault="directed">' % KEYS)
            for node, data in nodes.items():
                file.write('<node id="%s">%s</node>' % (node, ''.join(
                    '<data key="%s">%s</data>' % item for item in data.items())))
            for source, target in edges:
                file.write('<edge source="%s" target="%s"/>' % (source, target))
            file.write('</graph></graphml>')
        return path

    def read(self, path):
        root = ET.parse(path).getroot()
        data = lambda element: {d.get('key'): d.text for d in element.findall(NS + 'data')}
        return ({n.get('id'): data(n) for n in root.iter(NS + 'node')},
                [[tuple(map(float, p.split(','))) for p in data(e)['points'].split()] for e in root.iter(NS + 'edge')])

    def draw(self, source, *args):
        out = self.path('out.graphml')
        answer = self.cli('map', 'layout', source, '-o', out, *args)
        return (answer,) + self.read(out)

    def test_chain(self):
        source = self.graph({'a': {'label': 'Staff &amp; fleet'}, 'b': {}, 'c': {}}, [('a', 'b'), ('b', 'c'), ('a', 'c')])
        answer, nodes, edges = self.draw(source)
        self.assertEqual(answer.out, '3 cards in 3 columns, 3 links, 0 crossings\n')
        self.assertEqual([nodes[k]['column'] for k in 'abc'], ['0', '1', '2'])
        self.assertEqual(nodes['a']['label'], 'Staff & fleet')
        self.assertLess(float(nodes['a']['x']), float(nodes['b']['x']))
        self.assertEqual(edges[0][0][0], float(nodes['a']['x']) + 90)
        self.assertEqual(edges[0][-1][0], float(nodes['b']['x']) - 90)

    def test_same_bytes(self):
        nodes = {'n%d' % i: {'column': i % 4} for i in range(40)}
        source = self.graph(nodes, [('n%d' % (i * 7 % 40), 'n%d' % (i * 11 % 40)) for i in range(60)])
        drawings = set()
        for i in range(3):
            out = self.path('out%d' % i)
            self.cli('map', 'layout', source, '-o', out, env={'LC_ALL': 'C.UTF-8', 'TZ': 'Asia/Tokyo'} if i else None)
            with open(out, 'rb') as file:
                drawings.add(file.read())
        self.assertEqual(len(drawings), 1)

    def test_drawing_is_kept(self):
        nodes = {'n%d' % i: {'column': i % 3} for i in range(30)}
        edges = [('n%d' % i, 'n%d' % (i + 1)) for i in range(0, 29) if i % 3 < 2]
        _, drawn, _ = self.draw(self.graph(nodes, edges))
        drawn['n4']['y'] = str(float(drawn['n4']['y']) + 500)
        drawn['n4']['pinned'] = 'true'
        again = self.graph(drawn, edges, 'again.graphml')
        _, kept, _ = self.draw(again)
        self.assertEqual(kept['n4'], drawn['n4'])
        self.assertGreater(sum(kept[n]['y'] == drawn[n]['y'] for n in nodes), 20)
        _, tidied, _ = self.draw(again, '--tidy')
        self.assertNotEqual(tidied['n4']['y'], drawn['n4']['y'])

    def test_cycles_are_told(self):
        source = self.graph({'a': {}, 'b': {}}, [('a', 'b'), ('b', 'a'), ('b', 'b')])
        answer, _, edges = self.draw(source)
        self.assertEqual(answer.out.splitlines()[1:], ['closes a cycle: b -> a', 'closes a cycle: b -> b'])
        self.assertEqual(len(edges), 3)
        answer, _, _ = self.draw(source, '--json')
        self.assertEqual(answer.json, {'cards': 2, 'columns': 2, 'links': 3, 'crossings': 0, 'closing_cycles': [
            {'source': 'b', 'target': 'a'}, {'source': 'b', 'target': 'b'}]})
        self.assertEqual(self.draw(source, '--quiet', '--first')[0].out, '')

    def test_faults(self):
        source = self.graph({'a': {}}, [('a', 'b')])
        out = self.path('out.graphml')
        for args, status, part in (
                (['map', 'layout', source, '-o', out], 3, 'in.graphml:1: there is no node “b”'),
                (['map', 'layout', self.path('none'), '-o', out], 6, 'none'),
                (['map', 'layout', self.file, '-o', out], 3, 'a.sightline'),
                (['map', 'layout', source], 2, '-o OUT'),
                (['map', 'layout'], 2, 'too few arguments'),
                (['map', 'lay', source], 2, 'too many arguments; it is sightline-cli map FILE'),
                (['map'], 2, 'too few arguments'),
                (['map', 'layout', source, '-o'], 2, '--output needs a value'),
                (['map', 'layout', source, '-ox', out], 2, 'there is no option -ox'),
                (['map', 'layout', source, '-o', out, '--output', out], 2, 'given twice'),
                (['info', self.file, '-o', out], 2, 'takes no option --output')):
            with self.subTest(args):
                self.assertIn(part, self.cli(*args, status=status).err)
                self.assertFalse(os.path.exists(out))
        good = self.graph({'a': {}}, [])
        self.cli('map', 'layout', good, '-o', self.path('no/such/folder'), status=6)
        self.assertIn('-o OUT', self.cli('map', 'layout', '--help').out)

    def test_target_may_be_source(self):
        source = self.graph({'a': {}, 'b': {}}, [('a', 'b')])
        os.chmod(source, 0o600)
        self.cli('map', 'layout', source, '-o', source)
        self.assertEqual(len(self.read(source)[0]), 2)
        self.assertEqual(os.listdir(self.folder).count('in.graphml'), 1)
        self.assertEqual(stat.S_IMODE(os.stat(source).st_mode), 0o600)


class Exchange(Case):
    def new(self, name='n.sightline'):
        path = self.path(name)
        self.cli('new', path, '--name', 'New', '--quiet')
        return path

    def edit(self, name, out, change):
        with open(self.path(name), encoding='utf-8', newline='') as file:
            text = change(file.read())
        with open(self.path(out), 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return self.path(out)

    def test_graph_and_back(self):
        self.cli('map', self.file, '-o', self.path('m.graphml'))
        nobody = self.edit('m.graphml', 'n.graphml',
                           lambda text: re.sub(r'<data key="(owner|project)">[^<]*</data>', '', text))
        new = self.new()
        answer = self.cli('import', new, nobody, '--dry-run', '--json').json
        self.assertEqual((answer['done'], answer['cards'], answer['links'], answer['refused']), (False, 29, 45, []))
        self.assertEqual(self.list('map-node', file=new), [])
        self.cli('import', new, nobody)
        left = [dict(n, owner=None, project=None) for n in self.list('map-node')]
        right = [dict(n, owner=None, project=None) for n in self.list('map-node', file=new)]
        self.assertEqual(sorted(left, key=lambda n: n['code']), sorted(right, key=lambda n: n['code']))
        ends = lambda links: sorted((l['from'], l['to'], l['weight'], l['evidence'], l['rationale']) for l in links)
        self.assertEqual(ends(self.list('map-edge')), ends(self.list('map-edge', file=new)))
        # Once more: all is there already.
        answer = self.cli('import', new, nobody, '--json').json
        self.assertEqual((answer['cards'], answer['links'], answer['present']), (0, 0, 74))
        self.cli('undo', new)
        self.assertEqual(self.list('map-node', file=new), [])

    def test_graph_refused_as_a_whole(self):
        source = self.path('g.graphml')
        with open(source, 'w', encoding='utf-8') as file:
            file.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
                       '<key id="l" for="node" attr.name="label"/><key id="t" for="node" attr.name="type"/><graph>\n'
                       '<node id="a"><data key="l">Sensors</data><data key="t">enabler</data></node>\n'
                       '<node id="b"><data key="l">Platform</data><data key="t">enabler</data></node>\n'
                       '<node id="c"><data key="l">Nothing said</data></node>\n'
                       '<node id="d"><data key="l">Pride</data><data key="t">strategic_purpose</data></node>\n'
                       '<edge source="a" target="b"/>\n<edge source="b" target="a"/>\n<edge source="d" target="a"/>\n'
                       '<edge source="a" target="N1"/></graph></graphml>')
        self.assertIn('g.graphml:9: there is no node “N1”', self.cli('import', self.file, source, status=3).err)
        source = self.edit('g.graphml', 'h.graphml', lambda text: text.replace('<edge source="a" target="N1"/>', ''))
        answer = self.cli('import', self.file, source, '--dry-run', '--json', status=1).json
        refused = {r['line']: r['reason'] for r in answer['refused']}
        self.assertEqual(refused[4].split(':')[0], 'it has no type')
        self.assertTrue({7, 8} & set(refused), refused)
        before = self.list('map-node')
        self.assertIn('h.graphml:4: c: it has no type', self.cli('import', self.file, source, status=3).err)
        self.assertEqual(self.list('map-node'), before)

    def test_tables(self):
        self.cli('export', self.file, '-o', self.path('n.csv'), '--what', 'map-node')
        self.cli('export', self.file, '-o', self.path('l.csv'), '--what', 'map-edge')
        nobody = self.edit('n.csv', 'm.csv', lambda text: re.sub(r',PRJ-\d+,P-\d+,|,,P-\d+,', ',,,', text))
        new = self.new()
        self.assertIn('29 cards and 0 links', self.cli('import', new, nobody, '--as', 'map-node').out)
        self.assertIn('45 links', self.cli('import', new, self.path('l.csv'), '--as', 'map-edge').out)
        self.cli('export', new, '-o', self.path('k.csv'), '--what', 'map-edge')
        with open(self.path('k.csv'), 'rb') as a, open(self.path('l.csv'), 'rb') as b:
            self.assertEqual(sorted(a.read().splitlines()), sorted(b.read().splitlines()))

    def test_rows_left_out(self):
        source = self.path('t.csv')
        with open(source, 'w', encoding='utf-8') as file:
            file.write('type;title;owner\nenabler;One more;P-05\nenabler;;P-05\nhope;Two;\nenabler;Three;Nobody\n')
        answer = self.cli('import', self.file, source, '--as', 'map-node', '--json', status=1).json
        self.assertEqual((answer['cards'], [r['line'] for r in answer['refused']]), (1, [3, 4, 5]))
        self.assertEqual([n['owner'] for n in self.list('map-node') if n['title'] == 'One more'], ['P-05'])
        with open(source, 'w', encoding='utf-8') as file:
            file.write('from,to\nV1,N1\nV5,N1\nSP1,N1\nN1,N2\nX9,N1\n')
        answer = self.cli('import', self.file, source, '--as', 'map-edge', status=1)
        self.assertIn('1 links; 1 there already, 3 refused', answer.out)
        self.assertIn('t.csv:6: X9 > N1', answer.out)

    def test_formulas_stay_text(self):
        self.cli('set', self.file, 'N1', 'title==HYPERLINK("x")', '--reason', 'Test')
        self.cli('export', self.file, '-o', self.path('n.csv'), '--what', 'map-node')
        with open(self.path('n.csv'), encoding='utf-8') as file:
            self.assertIn(',"\'=HYPERLINK(""x"")",', file.read())

    def test_refused(self):
        with open(self.path('t.csv'), 'w', encoding='utf-8') as file:
            file.write('type,title\nenabler,"x\n')
        for args, status, part in (
                (['import', self.file, self.path('t.csv')], 2, '--as map-node'),
                (['import', self.file, self.path('t.csv'), '--as', 'risk'], 2, 'only map-node'),
                (['import', self.file, self.path('t.csv'), '--as', 'map-node'], 3, 't.csv:2:9:'),
                (['import', self.file, self.path('t.csv'), '--as', 'map-edge'], 3, 't.csv:'),
                (['export', self.file, '-o', self.path('o.csv')], 2, '--what'),
                (['export', self.file, '-o', self.path('o.xml'), '--what', 'risk'], 2, '.csv')):
            with self.subTest(args):
                self.assertIn(part, self.cli(*args, status=status).err)
        self.assertFalse(os.path.exists(self.path('o.csv')))


class Acyclic(Case):
    """No way round gets into a map, whatever the path: N1 leads to N3, so nothing makes N3 lead to N1."""

    def kept(self, *args, status=3, file=None):
        before = self.list('map-edge')
        answer = self.cli(*args, status=status)
        self.assertEqual(self.list('map-edge'), before)
        return answer

    def test_by_hand(self):
        self.assertIn('it leads back', self.kept('add', self.file, 'map-edge', 'from=N3', 'to=N1').err)
        self.assertIn('it leads back', self.kept('add', self.file, 'map-edge', 'from=N3', 'to=N3').err)
        self.assertIn('it leads back', self.kept('set', self.file, 'N3/map-edge/N4', 'to=N1').err)

    def test_tables(self):
        with open(self.path('t.csv'), 'w', encoding='utf-8') as file:
            file.write('from,to\nN3,N1\nN3,N3\n')
        self.assertIn('2 refused', self.kept('import', self.file, self.path('t.csv'), '--as', 'map-edge', status=1).out)

    def test_graph(self):
        with open(self.path('g.graphml'), 'w', encoding='utf-8') as file:
            file.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
                       '<key id="l" for="node" attr.name="label"/><key id="t" for="node" attr.name="type"/><graph>'
                       '<node id="a"><data key="l">Sensors</data><data key="t">enabler</data></node>'
                       '<node id="b"><data key="l">Platform</data><data key="t">enabler</data></node>'
                       '<edge source="a" target="b"/><edge source="b" target="a"/></graph></graphml>')
        self.kept('import', self.file, self.path('g.graphml'))

    def test_xml(self):
        xml = self.path('p.xml')
        self.cli('export', self.file, '-o', xml)
        with open(xml, encoding='utf-8') as file:
            text = file.read()
        turned = re.sub(r'(<map-node code="N3".*?)(<map-edge )', r'\1<map-edge to="N1" weight="essential" evidence="1"/>\n    \2',
                        text, count=1, flags=re.S)
        self.assertNotEqual(text, turned)
        with open(xml, 'w', encoding='utf-8') as file:
            file.write(turned)
        self.assertIn('it leads back', self.kept('import', self.file, xml, '--update').err)
        new = self.path('new.sightline')
        self.cli('new', new, '--name', 'Elsewhere')
        self.assertIn('it leads back', self.cli('import', new, xml, status=3).err)
        self.assertEqual(self.list('map-edge', file=new), [])

    def test_undo(self):
        """What was deleted does not come back once the map has grown the other way round."""
        self.cli('delete', self.file, 'N1/map-edge/N3', '--acting-as', 'P-02')
        self.cli('add', self.file, 'map-edge', 'from=N3', 'to=N1', '--acting-as', 'P-03')
        self.kept('undo', self.file, '--acting-as', 'P-02')

    def test_damaged_file(self):
        with sqlite3.connect(self.file) as db:
            uid = dict(db.execute('SELECT code, uid FROM map_node'))
            db.execute('INSERT INTO map_edge SELECT max(uid) + 1, ?, ?, weight, evidence, NULL FROM map_edge', (uid['N3'], uid['N1']))
        self.assertIn(self.run_raw('list', self.file, 'map-edge').status, (3, 7))
        self.assertIn(self.run_raw('add', self.file, 'map-node', 'type=enabler', 'title=One more').status, (3, 7))


class Trace(Case):
    def test_of_a_risk(self):
        answer = self.cli('map', self.file, '--risk', 'R-005')
        self.assertEqual(answer.out.splitlines()[1:], [
            'Strikes: E1', 'Reaches E1 More residents satisfied with street cleanliness: E1',
            'Benefit BEN-3 More residents satisfied: 24.4 % at risk'.replace(' at risk', ''),
            'Indicative, assumes independence.', 'Falls before gate G3, 2026-09-30'])
        answer = self.cli('map', self.file, '--risk', 'R-001', '--json').json
        self.assertEqual([o['node'] for o in answer['outcomes']], ['E2', 'E3', 'I1', 'I4', 'E1', 'I2'])
        self.assertEqual(answer['benefits'][0], {'benefit': 'BEN-1', 'share': 0.24375, 'value': 44362.5})
        self.assertEqual(answer['total'], 44362.5 + 3534.38)

    def test_of_an_issue(self):
        answer = self.cli('map', self.file, '--risk', 'ISS-001')
        self.assertEqual(answer.out.splitlines()[1], 'Strikes: N4')
        self.assertIn('Reaches E2', answer.out)
        self.assertEqual(self.cli('map', self.file, '--risk', 'ISS-001', '--json').json['gate'], 'G3')

    def test_of_an_outcome(self):
        answer = self.cli('map', self.file, '--outcome', 'E4')
        self.assertEqual(answer.out.splitlines(), [
            'E4 Priority neighbourhoods heard and served equally', 'Best argued way: V4 > C4 > I5 > E4',
            'Weakest link: I5 > E4, evidence 1, assumption', 'Needed at the gate ahead: 3'])
        self.assertEqual(self.cli('map', self.file, '--outcome', 'E4', '--json').json, {
            'outcome': 'E4', 'strength': 1, 'needed': 3, 'path': ['V4', 'C4', 'I5', 'E4'],
            'weakest': {'from': 'I5', 'to': 'E4', 'evidence': 1}})
        self.cli('set', self.file, 'I6', 'status=dropped', '--reason', 'Nobody asks for it')
        self.cli('map', self.file, '--outcome', 'I6', status=2)

    def test_unfunded(self):
        self.cli('add', self.file, 'map-node', 'type=end_outcome', 'title=Quieter streets')
        answer = self.cli('map', self.file, '--outcome', 'E5')
        self.assertIn('No investment leads to it', answer.out)
        self.assertIsNone(self.cli('map', self.file, '--outcome', 'E5', '--json').json['weakest'])

    def test_of_a_benefit(self):
        answer = self.cli('map', self.file, '--benefit', 'BEN-1')
        self.assertIn('At risk: 53.3 %, £96,917.43 a year. Indicative, assumes independence.', answer.out)
        self.assertIn('R-001 Crews do not start dynamic rounds in time: 24.4 %, C1 > I1 > E2', answer.out)
        self.cli('set', self.file, 'R-001', 'confidentiality=restricted', '--reason', 'Named people')
        answer = self.cli('map', self.file, '--benefit', 'BEN-1', '--json').json
        # Counted, but in steps: what is not told cannot be found by subtracting what is.
        self.assertEqual((answer['restricted'], len(answer['causes']), answer['value']), (1, 8, 109200.0))
        self.assertEqual((answer['share'], answer['rounded_up']), (0.6, True))
        answer = self.cli('map', self.file, '--benefit', 'BEN-1')
        self.assertIn('At risk: up to 60.0 %, £109,200.00 a year.', answer.out)
        self.assertNotIn('R-001', answer.out)
        self.assertIn('R-001', self.cli('map', self.file, '--risk', 'R-001', status=2).err)
        self.assertIn('Strikes: C1', self.cli('map', self.file, '--risk', 'R-001', '--audience', 'restricted').out)
        answer = self.cli('map', self.file, '--benefit', 'BEN-1', '--json', '--audience', 'restricted').json
        self.assertEqual((answer['restricted'], len(answer['causes']), answer['rounded_up']), (0, 9, False))
        self.assertEqual(answer['value'], 96917.43)

    def test_lit(self):
        self.cli('map', self.file, '--risk', 'R-001', '-o', self.path('a.svg'), '--quiet')
        self.cli('map', self.file, '-o', self.path('b.svg'), '--quiet')
        self.cli('map', self.file, '--outcome', 'E4', '-o', self.path('c.svg'), '--quiet')
        with open(self.path('a.svg')) as a, open(self.path('b.svg')) as b, open(self.path('c.svg')) as c:
            plain = b.read().count('0.25')
            self.assertGreater(a.read().count('0.25'), plain)
            self.assertGreater(c.read().count('0.25'), plain)

    def test_refused(self):
        for args in (('--risk', 'BEN-1'), ('--benefit', 'R-001'), ('--risk', 'R-001', '--benefit', 'BEN-1'),
                     ('--outcome', 'C1'), ('--outcome', 'R-001'), ('--outcome', 'E1', '--risk', 'R-001'),
                     ('--risk', 'R-001', '--select', 'C1'), ('--risk', 'R-001', '-o', 'x.gif')):
            self.cli('map', self.file, *args, status=2)


class Picture(Case):
    def draw(self, name, *args, **kwargs):
        out = self.path(name)
        return out, self.cli('map', self.file, '-o', out, *args, **kwargs)

    def test_formats(self):
        for name, begin in (('a.svg', b'<?xml'), ('a.png', b'\x89PNG'), ('a.pdf', b'%PDF')):
            out, answer = self.draw(name)
            self.assertEqual(answer.out, 'Benefit map: 29 cards and 45 links; 26 cards lie on a complete line of sight.\n')
            with open(out, 'rb') as file:
                self.assertEqual(file.read(len(begin)), begin)
        root = ET.parse(self.path('a.svg')).getroot()
        self.assertEqual(root.find('{http://www.w3.org/2000/svg}title').text,
                         'Benefit map · Marlhaven smart waste and clean streets · as of 31 Jul 2026')

    def test_same_bytes(self):
        for name, args in (('a.svg', ('--theme', 'print')), ('a.png', ('--theme', 'dark')), ('a.pdf', ('--poster', 'A3'))):
            drawings = set()
            for i in range(2):
                out, _ = self.draw('%d%s' % (i, name), *args,
                                   env={'LC_ALL': 'C.UTF-8', 'TZ': 'Asia/Tokyo'} if i else None)
                with open(out, 'rb') as file:
                    drawings.add(file.read())
            self.assertEqual(len(drawings), 1, name)

    def test_line_of_sight(self):
        _, answer = self.draw('a.svg', '--select', 'C1')
        self.assertEqual(answer.out.splitlines()[1:4], ['Line of sight of C1 Crews work daily dynamic rounds',
                                                        'Investments: V1 V2 V3', 'Enablers: N1 N2 N3 N4'])
        _, answer = self.draw('b.svg', '--select', 'C1', '--json')
        self.assertEqual(answer.json['selected'], 'C1')
        self.assertEqual((answer.json['cards'], answer.json['links'], answer.json['complete']), (29, 45, 26))
        self.assertNotIn('C2', answer.json['lit'])
        with open(self.path('a.svg'), 'rb') as a:
            self.draw('c.svg')
            with open(self.path('c.svg'), 'rb') as c:
                self.assertNotEqual(a.read(), c.read())

    def test_overlay(self):
        """What colour tells is counted in the picture and told, with the cards of each kind."""
        _, answer = self.draw('a.svg', '--overlay', 'level')
        self.assertIn('\nRed 8: SP1 SP2 E1', answer.out)
        self.assertIn('\nNot known 5: C4 V1', answer.out)
        out, answer = self.draw('b.svg', '--overlay', 'schedule', '--json')
        self.assertEqual(answer.json['overlay'], 'schedule')
        legend = {entry['label']: entry['cards'] for entry in answer.json['legend']}
        self.assertEqual(legend['Red'], ['C1'])
        self.assertEqual(sum(len(cards) for cards in legend.values()), 29)
        self.assertIn('Schedule: Red 1, Amber 1', ''.join(ET.parse(out).getroot().itertext()))
        _, answer = self.draw('c.svg', '--overlay', 'type')
        self.assertNotIn('Red', answer.out)

    def test_empty(self):
        self.cli('new', self.path('e.sightline'), '--name', 'Nothing yet')
        answer = self.cli('map', self.path('e.sightline'), '-o', self.path('a.svg'))
        self.assertIn('0 cards', answer.out)
        self.assertIn('There is no card on the map yet', ''.join(ET.parse(self.path('a.svg')).getroot().itertext()))

    def test_refused(self):
        for args in (('a.gif',), ('a.svg', '--theme', 'pink'), ('a.pdf', '--poster', 'B3'), ('a.svg', '--poster', 'A3'),
                     ('a.svg', '--select', 'R-001'), ('a.svg', '--overlay', 'colour')):
            out, _ = self.draw(*args, status=2)
            self.assertFalse(os.path.exists(out))
        self.cli('map', self.file, status=2)


if __name__ == '__main__':
    main()
