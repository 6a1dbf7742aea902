#!/usr/bin/python3
"""Answers speak British English wherever they are given; messages speak the person's language."""
import os
import shutil
import subprocess
import sys
import unittest

from cli_case import TOP, Case, main


class Language(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.locales = os.path.join(cls.shelf, 'locales')
        subprocess.run([sys.executable, os.path.join(TOP, 'tests', 'support', 'pseudo-locale.py'), '--language', 'de',
                        cls.locales], check=True, capture_output=True)
        cls.foreign = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'de', 'SIGHTLINE_LOCALE_DIR': cls.locales}
        # A locale with a comma for decimals, where one can be made.
        if shutil.which('localedef') and subprocess.run(
                ['localedef', '-i', 'de_DE', '-f', 'UTF-8', os.path.join(cls.shelf, 'de_DE.UTF-8')],
                capture_output=True).returncode == 0:
            cls.foreign.update(LC_ALL='de_DE.UTF-8', LOCPATH=cls.shelf)

    def same(self, *args, status=0):
        plain = self.run_raw(*args)
        foreign = self.run_raw(*args, env=self.foreign)
        self.assertEqual((plain.status, foreign.status), (status, status), plain.err + foreign.err)
        self.assertEqual(foreign.out, plain.out)
        return plain, foreign

    def test_answers(self):
        for args in (('info', self.file), ('list', self.file, 'risk'), ('list', self.file, 'project', '--json'),
                     ('list', self.file, 'scale-band', '--json'), ('history', self.file), ('check', self.file), ('--help',),
                     ('list', '--help'), ('--version',)):
            with self.subTest(args):
                self.same(*args)
        self.same('check', self.file, '--strict', status=1)

    def test_messages(self):
        open(self.path('empty'), 'w').close()
        for args, status in ((('info', self.path('empty')), 3), (('list', self.file, 'wish'), 2),
                             (('set', self.file, 'R-012', 'owner=Nobody'), 3)):
            with self.subTest(args):
                plain, foreign = self.same(*args, status=status)
                self.assertNotEqual(plain.err, foreign.err)
                self.assertTrue(foreign.err.startswith('sightline-cli: '))
                self.assertIn('[', foreign.err)

    def test_confirmations(self):
        one, two = self.path('one.sightline'), self.path('two.sightline')
        shutil.copyfile(self.file, one)
        shutil.copyfile(self.file, two)
        for args in (('set', 'R-012', 'title=x', 'earliest_date=2026-10-03'), ('undo',), ('add', 'risk', 'title=x'),
                     ('delete', 'R-015')):
            plain = self.run_raw(args[0], one, *args[1:])
            foreign = self.run_raw(args[0], two, *args[1:], env=self.foreign)
            self.assertEqual((foreign.status, foreign.out), (plain.status, plain.out))
            self.assertEqual(plain.status, 0, plain.err)

    def test_documents(self):
        """What is written for others is the same bytes in every language."""
        plain, foreign = self.path('plain.xml'), self.path('foreign.xml')
        self.assertEqual(self.run_raw('export', self.file, '-o', plain).status, 0)
        self.assertEqual(self.run_raw('export', self.file, '-o', foreign, env=self.foreign).status, 0)
        with open(plain, 'rb') as one, open(foreign, 'rb') as other:
            self.assertEqual(one.read(), other.read())

    def test_stored_words(self):
        """What is written into the file is the same in every language."""
        path = self.path('new.sightline')
        self.assertEqual(self.run_raw('new', path, '--name', 'N', env=self.foreign).status, 0)
        [create] = self.cli('history', path, '--json').json
        self.assertEqual(create['reason'], 'New programme')


if __name__ == '__main__':
    main()
