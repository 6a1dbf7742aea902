#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tables of each schema version look like, as one digest a line: opening a file then needs no fresh database to
compare it with. Made by the same scripts that make a file; sl-schema.c composes the rows in the same way, and builds the
fresh database after all where a digest is not met.

    schema-digests.py MANIFEST OUTPUT DEPFILE      the manifest names the scripts, which lie beside it
"""
import hashlib
import os
import re
import sqlite3
import sys


def rows(connection):
    query = 'SELECT "type", "name", "tbl_name", "sql" FROM "sqlite_schema" ORDER BY "type", "name"'
    for row in connection.execute(query):
        for text in row:
            encoded = (text or '').encode('utf-8')
            yield b'%d:%s;' % (len(encoded), encoded)


def main(manifest, output, depfile):
    with open(manifest, encoding='utf-8') as text:
        names = sorted(re.findall(r'<file>(sql/[^<]+)</file>', text.read()))
    scripts = [os.path.join(os.path.dirname(manifest), name) for name in names]
    connection = sqlite3.connect(':memory:', isolation_level=None)
    with open(output, 'w', encoding='ascii') as out:
        for script in scripts:
            with open(script, encoding='utf-8') as text:
                connection.executescript(text.read())
            out.write(hashlib.sha256(b''.join(rows(connection))).hexdigest() + '\n')
    with open(depfile, 'w', encoding='utf-8') as deps:
        deps.write('%s: %s\n' % (output, ' '.join(path.replace(' ', '\\ ') for path in [manifest] + scripts)))


main(*sys.argv[1:])
