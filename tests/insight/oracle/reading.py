"""Programme XML as plain records seen as of a day (domain.md 2.1)."""
import datetime
import re
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

NAMESPACE = '{urn:sightline:programme:1}'
ONE_DAY = datetime.timedelta(days=1)
# Levels (domain 2.1).
NONE, GREEN, AMBER, RED = range(4)


def round_half_away(value):
    """Domain 2.1: to a whole number, half away from zero."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def code_key(code):
    """Domain 2.1: ids sort by prefix, then number."""
    prefix, number = re.fullmatch(r'(.*?)(\d+)', code).groups()
    return prefix, int(number)


class Record:
    """One element; attributes and prose by storage name."""

    def __init__(self, element, parent):
        self.kind = element.tag[len(NAMESPACE):].replace('-', '_')
        self.parent = parent
        self.values = {name.replace('-', '_'): text for name, text in element.attrib.items()}
        self.children = []
        for child in element:
            if child.attrib or len(child):
                self.children.append(Record(child, self))
            else:
                self.values[child.tag[len(NAMESPACE):].replace('-', '_')] = child.text

    def get(self, name):
        return self.values.get(name)

    def number(self, name):
        text = self.values.get(name)
        return None if text is None else Fraction(text)

    def day(self, name):
        text = self.values.get(name)
        return None if text is None else datetime.date.fromisoformat(text)

    def true(self, name):
        return self.values.get(name) == 'true'

    def of(self, kind):
        return [child for child in self.children if child.kind == kind]

    @property
    def code(self):
        return self.values['code']


class Reading:
    """All records of a document, as of a day: by default the one the programme fixes."""

    def __init__(self, path, as_of=None):
        self.root = Record(ElementTree.parse(path).getroot(), None)
        self.as_of = as_of or self.root.day('fixed_as_of')
        self.records, self.by_code = [], {}
        self._collect(self.root)
        self.settings = [s for s in self.all('settings') if s.get('version') == self.root.get('settings')][0]
        self.nodes = {n.code: n for n in self.all('map_node') if n.get('status') != 'dropped'}
        self.edges = [e for e in self.all('map_edge') if e.parent.code in self.nodes and e.get('to') in self.nodes]
        self._levels = None

    def _collect(self, record):
        self.records.append(record)
        if 'code' in record.values:
            self.by_code[record.code] = record
        for child in record.children:
            self._collect(child)

    def all(self, kind):
        return [record for record in self.records if record.kind == kind]

    def active(self, code):
        person = self.by_code.get(code)
        return person is not None and (person.day('active_from') or datetime.date.min) <= self.as_of <= (
            person.day('active_to') or datetime.date.max)

    def latest(self, rows, field, day=None):
        """Of the rows whose day has come, the latest; of one day the last entered."""
        rows = [row for row in rows if row.day(field) is not None and row.day(field) <= (day or self.as_of)]
        return max(enumerate(rows), key=lambda item: (item[1].day(field), item[0]))[1] if rows else None

    def band(self, scale, level, field='mid'):
        return [b for b in self.settings.of('scale_band')
                if b.get('scale') == scale and b.number('level') == level][0].number(field)
