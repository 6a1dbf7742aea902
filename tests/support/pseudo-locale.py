#!/usr/bin/python3
"""Makes a language out of the sources' own texts, to see what is not translated and what breaks when it is.

  pseudo-locale.py [--language CODE] [--plurals 2|3] OUT     writes OUT/CODE/LC_MESSAGES/sightline.mo (and OUT/CODE.po)
  pseudo-locale.py --check                                   proves that every message survives; for the tests
  pseudo-locale.py --self-test

Each text is accented, made a third longer and bracketed: "Risk" becomes "[Ŕíšķ ~]". Format specifiers, {1} and {name},
markup, entities, mnemonics and line ends stay as they are. With three plural forms (Polish rules) each form is numbered.
Run a program in it with: LC_ALL=C.UTF-8 LANGUAGE=CODE, its text domain bound to OUT.
"""
import argparse
import gettext
import os
import re
import subprocess
import sys
import tempfile

DOMAIN = 'sightline'
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEEP = re.compile(
    r"%(?:\d+\$)?[-+ #0'I]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:<\w+>|(?:hh|ll|[hlLqjzt])?[diouxXeEfFgGaAcspn%])"  # printf
    r'|\{\w*\}'                                     # ours: {1}, {name}
    r'|</?[A-Za-z][^<>]*>|&#?\w+;'                  # markup, and accelerators such as <Control>n
    r'|\n|\t|_(?=\w)')
ACCENTS = str.maketrans('ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz',
                        'ÁĆĎÉĜĤÍĴĶĻŃÓŔŠŤÚŴÝŽáćďéĝĥíĵķļńóŕšťúŵýž')
PLURALS = {
    2: ('nplurals=2; plural=(n != 1);', ['one', 'many']),
    3: ('nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);', ['1', '2', '3']),
}


def placeholders(text):
    """What a translation has to keep, in any order."""
    return sorted(k for k in KEEP.findall(text) if k not in ('_', '\n', '\t'))


def pseudo(text, mark=''):
    """The pseudo translation of a text. Line ends at either end stay at the end: msgfmt insists."""
    lead = re.match(r'\n*', text).group(0)
    tail = '' if lead == text else re.search(r'\n*$', text).group(0)
    core = text[len(lead):len(text) - len(tail)]
    out, at = [], 0
    for match in KEEP.finditer(core):
        out += [core[at:match.start()].translate(ACCENTS), match.group(0)]
        at = match.end()
    out.append(core[at:].translate(ACCENTS))
    longer = ' ' + '~' * max(1, len(core) // 3)
    return '%s[%s%s%s]%s' % (lead, mark, ''.join(out), longer, tail)


def unquote(line):
    """The text of the quoted part of a PO line."""
    inner = line[line.index('"') + 1:line.rindex('"')]
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m.group(1), m.group(1)), inner)


def quote(text):
    return '"%s"' % text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')


def read_pot(text):
    """Entries of a template as dicts: comments, and msgctxt, msgid, msgid_plural where given."""
    entries = []
    for block in re.split(r'\n{2,}', text.strip()):
        entry, key = {'comments': []}, None
        for line in block.split('\n'):
            if line.startswith('#'):
                entry['comments'].append(line)
                continue
            match = re.match(r'(msg\w+(?:\[\d+\])?)\s+"', line)
            if match:
                key = match.group(1)
                entry[key] = ''
            entry[key] += unquote(line)
        if 'msgid' in entry:
            entries.append(entry)
    return [entry for entry in entries if entry['msgid']]


def write_po(entries, language, plurals):
    """The PO text of the pseudo translation."""
    rule, marks = PLURALS[plurals]
    out = ['msgid ""\nmsgstr ""\n"Project-Id-Version: %s\\n"\n"Language: %s\\n"\n"Last-Translator: nobody\\n"\n'
           '"Language-Team: none\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"MIME-Version: 1.0\\n"\n'
           '"Content-Type: text/plain; charset=UTF-8\\n"\n'
           '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: %s\\n"\n' % (DOMAIN, language, rule)]
    for entry in entries:
        lines = [c for c in entry['comments'] if c.startswith('#,')]
        lines += ['%s %s' % (key, quote(entry[key])) for key in ('msgctxt', 'msgid', 'msgid_plural') if key in entry]
        if 'msgid_plural' in entry:
            texts = ['msgid'] + ['msgid_plural'] * (plurals - 1)
            lines += ['msgstr[%d] %s' % (n, quote(pseudo(entry[texts[n] if plurals == 2 else 'msgid_plural'], marks[n] + ':')))
                      for n in range(plurals)]
        else:
            lines.append('msgstr ' + quote(pseudo(entry['msgid'])))
        out.append('\n'.join(lines) + '\n')
    return '\n'.join(out)


def template(top):
    """The template by xgettext over POTFILES, with the options that meson's preset gives it."""
    keywords = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
    flags = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
             'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
             'g_error_new:3:c-format', 'g_set_error:4:c-format', 'g_markup_printf_escaped:1:c-format', 'g_log:3:c-format',
             'g_print:1:c-format', 'g_printerr:1:c-format', 'g_printf:1:c-format', 'g_fprintf:2:c-format',
             'g_sprintf:2:c-format', 'g_snprintf:3:c-format']
    done = subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=' + DOMAIN,
                           *('--keyword=' + k for k in keywords), *('--flag=' + f for f in flags),
                           '--files-from=po/POTFILES', '--directory=.', '--output=-'],
                          capture_output=True, text=True, cwd=top, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    if done.returncode:
        raise SystemExit('xgettext: ' + done.stderr)
    return done.stdout


def make(out, language, plurals, entries):
    """Writes and compiles the pseudo translation; its .mo file."""
    folder = os.path.join(out, language, 'LC_MESSAGES')
    os.makedirs(folder, exist_ok=True)
    po, mo = os.path.join(out, language + '.po'), os.path.join(folder, DOMAIN + '.mo')
    with open(po, 'w', encoding='utf-8') as file:
        file.write(write_po(entries, language, plurals))
    done = subprocess.run(['msgfmt', '--check', '-o', mo, po], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit('msgfmt: ' + done.stderr)
    return mo


def survives(said, got, where):
    """Findings for one text and what the compiled language says for it."""
    findings = []
    if got == said or '[' not in got or ']' not in got:
        findings.append('%s is not translated: %r' % (where, got))
    if placeholders(got) != placeholders(said):
        findings.append('%s loses a placeholder: %r' % (where, got))
    return findings


def check_messages(mo, entries, plurals):
    with open(mo, 'rb') as file:
        words = gettext.GNUTranslations(file)
    findings = []
    for entry in entries:
        said, where = entry['msgid'], repr(entry['msgid'])
        if 'msgid_plural' not in entry:
            got = words.pgettext(entry['msgctxt'], said) if 'msgctxt' in entry else words.gettext(said)
            findings += survives(said, got, where)
            continue
        many = entry['msgid_plural']
        if plurals == 3:
            said = many
        if 'msgctxt' in entry:
            got = [words.npgettext(entry['msgctxt'], entry['msgid'], many, n) for n in (1, 2, 5)]
        else:
            got = [words.ngettext(entry['msgid'], many, n) for n in (1, 2, 5)]
        findings += survives(said, got[0], where) + survives(many, got[1], where) + survives(many, got[2], where)
        if len(set(got)) != plurals:
            findings.append('%s has %d plural forms, not %d' % (where, len(set(got)), plurals))
    return findings


def check_c_library(out, language, entries):
    """The C library itself, as the programs use it, picks the right one of three forms."""
    findings = []
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': language, 'TEXTDOMAINDIR': out, 'TEXTDOMAIN': DOMAIN}
    for entry in [e for e in entries if 'msgid_plural' in e and 'msgctxt' not in e][:1]:
        for count, form in ((1, '1:'), (2, '2:'), (4, '2:'), (5, '3:'), (12, '3:'), (22, '2:'), (0, '3:')):
            done = subprocess.run(['ngettext', entry['msgid'], entry['msgid_plural'], str(count)],
                                  capture_output=True, text=True, env=environment)
            if not done.stdout.lstrip('\n').startswith('[' + form):
                findings.append('%d of %r is %r, not form %s' % (count, entry['msgid'], done.stdout, form))
    return findings


def check(pot):
    entries = read_pot(pot)
    findings = [] if entries else ['there is no text to translate']
    with tempfile.TemporaryDirectory() as out:
        findings += check_messages(make(out, 'en_XA', 2, entries), entries, 2)
        findings += check_messages(make(out, 'pl', 3, entries), entries, 3)
        findings += check_c_library(out, 'pl', entries)
    print('information: %d texts, %d of them with a plural'
          % (len(entries), sum(1 for e in entries if 'msgid_plural' in e)))
    return findings


SAMPLE = '''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#, c-format
msgid "%d risk of {1}"
msgid_plural "%d risks of {1}"
msgstr[0] ""
msgstr[1] ""

msgctxt "verb"
msgid "_Open \\"%1$s\\" &amp; <b>{name}</b>\\n"
msgstr ""

msgid ""
"Long "
"text"
msgstr ""
'''


def self_test():
    assert pseudo('Risk') == '[Ŕíšķ ~]'
    assert pseudo('\n%d of {count}%%\n') == '\n[%d óf {count}%% ~~~~~]\n'
    assert placeholders('%-5.2f {1} <b>x</b> %<PRId64>') == sorted(['%-5.2f', '{1}', '<b>', '</b>', '%<PRId64>'])
    entries = read_pot(SAMPLE)
    assert [e['msgid'] for e in entries] == ['%d risk of {1}', '_Open "%1$s" &amp; <b>{name}</b>\n', 'Long text'], entries
    assert check(SAMPLE) == []
    # A text that is not translated, and one that loses what it has to keep.
    assert survives('Risk', 'Risk', 'x') and survives('{1} of %s', '[óf %s]', 'x') and not survives('%s', '[%s]', 'x')
    with tempfile.TemporaryDirectory() as out:
        mo = make(out, 'pl', 3, entries[1:])
        assert len(check_messages(mo, entries, 3)) >= 1
        assert check_c_library(out, 'pl', entries)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--language', default='en_XA')
    parser.add_argument('--plurals', type=int, choices=sorted(PLURALS), default=2)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('out', nargs='?')
    options = parser.parse_args()
    if options.self_test:
        self_test()
        return 0
    if options.check:
        findings = check(template(TOP))
        for finding in findings:
            print('pseudo locale: ' + finding)
        return 1 if findings else 0
    if not options.out:
        parser.error('where to?')
    print(make(options.out, options.language, options.plurals, read_pot(template(TOP))))
    return 0


if __name__ == '__main__':
    sys.exit(main())
