"""Runs the built sightline-cli in a folder of its own; what the tests of the command line share."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 2 else ''
TOP = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else ''


class Answer:
    def __init__(self, done):
        self.status, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)


class Case(unittest.TestCase):
    # The sample costs a durable commit; one is made and copied.
    original = None

    @classmethod
    def setUpClass(cls):
        cls.shelf = tempfile.mkdtemp(prefix='sightline-cli-')
        cls.addClassCleanup(shutil.rmtree, cls.shelf)
        cls.original = os.path.join(cls.shelf, 'original.sightline')
        done = subprocess.run([PROGRAM, 'new', cls.original, '--sample'], capture_output=True)
        if done.returncode != 0:
            raise RuntimeError('no sample: %s' % done.stderr.decode())

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='sightline-cli-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.file = os.path.join(self.folder, 'a.sightline')
        shutil.copyfile(self.original, self.file)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_raw(self, *args, env=None, stdout=subprocess.PIPE):
        environment = dict(os.environ, XDG_DATA_HOME=self.path('data-home'), **(env or {}))
        return Answer(subprocess.run([PROGRAM, *args], stdout=stdout, stderr=subprocess.PIPE, cwd=self.shelf,
                                     env=environment, timeout=60)) if stdout == subprocess.PIPE else \
            subprocess.run([PROGRAM, *args], stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=60)

    def cli(self, *args, status=0, env=None):
        """The answer; stderr holds a line exactly when the status is 2 or more, and never a library's own words."""
        answer = self.run_raw(*args, env=env)
        self.assertEqual(answer.status, status, answer.err + answer.out)
        if status >= 2:
            self.assertTrue(answer.err)
            for line in answer.err.splitlines():
                self.assertTrue(line.startswith('sightline-cli: '), line)
        else:
            self.assertEqual(answer.err, '')
        for word in ('GLib', 'CRITICAL', 'WARNING', '**'):
            self.assertNotIn(word, answer.err)
        return answer

    def list(self, kind, *args, file=None):
        return self.cli('list', file or self.file, kind, '--json', *args).json

    def field(self, code, name):
        kind = {'R': 'risk', 'A': 'action', 'P': 'person', 'ORG': 'organisation'}[code.split('-')[0]]
        [record] = self.list(kind, '--where', 'code = ' + code)
        return record[name]

    def head(self):
        return self.cli('info', self.file, '--json').json['head']


def main():
    unittest.main(argv=[sys.argv[0]] + sys.argv[3:], verbosity=1)
