#!/bin/bash
# Adds a field to the risk in a copy of the tree by its line in the field list and a migration, nothing else, and looks
# for it in SQL, history, programme XML, the grid, the form and `list --json`. A file made before it is migrated on the way.
#
#   add-field.sh SOURCE OLD_CLI [RUN_GUI]
set -euo pipefail
source=$(cd "$1" && pwd) old_cli=$(realpath "$2") run_gui=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
plan=7; [ -n "$run_gui" ] && plan=9
echo "1..$plan"
n=0
ok() { n=$((n + 1)); echo "ok $n - $1"; }
fail() { n=$((n + 1)); echo "not ok $n - $1"; exit 1; }

mkdir "$work/tree"
(cd "$source" && tar cf - --exclude=./build --exclude=./.git .) | tar xf - -C "$work/tree"
cd "$work/tree"

# The field: one line in the list of its kind ...
/usr/bin/python3 - <<'P'
import re
path = 'app/model/sl-fields-risk.h'
text = open(path).read()
line = '  F (RISK, CONTROL_NOTE, control_note, TEXT, N_ ("Control note"), N_ ("What holds it in check."), .max = 200)'
at = text.index('  F (RISK, CONFIDENTIALITY,')
open(path, 'w').write(text[:at] + line + ' ' * (119 - len(line)) + '\\\n' + text[at:])
P
# ... and a migration: its script and its line in the manifest.
last=$(ls resources/sql | grep -E '^[0-9]{4}-' | sort | tail -n 1 | cut -c1-4)
next=$(printf '%04d' $((10#$last + 1)))
echo 'ALTER TABLE "risk" ADD COLUMN "control_note" TEXT;' > "resources/sql/$next-control-note.sql"
sed -i "0,/sql\/$last-[a-z-]*\.sql/s|^\(.*\)sql/$last-[a-z-]*\.sql\(.*\)$|&\n\1sql/$next-control-note.sql\2|" resources/*.gresource.xml
touched=$({ diff -rq --exclude=build --exclude=.git "$source" . || true; } | wc -l)
[ "$touched" -eq 3 ] || fail "touched $touched places instead of 3"

ui=disabled; [ -n "$run_gui" ] && ui=enabled
meson setup build -Dbuildtype=plain -Dui=$ui > setup.log 2>&1 || { cat setup.log >&2; fail "configuring"; }
targets=app/cli/sightline-cli; [ -n "$run_gui" ] && targets="$targets tests/ui/show-fields"
# shellcheck disable=SC2086
ninja -C build $targets > build.log 2>&1 || { grep -A5 error: build.log >&2; fail "building"; }
cli=build/app/cli/sightline-cli file=$work/old.sightline

"$old_cli" new "$file" --sample > /dev/null
"$cli" set "$file" R-001 control_note='Weekly rota meeting' --acting-as P-02 > /dev/null || fail "setting it in a file made before it"
ok "a file made before it takes it"
sqlite3=$(/usr/bin/python3 -c "
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute('select control_note from risk where code = \'R-001\'').fetchone()[0])" "$file")
[ "$sqlite3" = 'Weekly rota meeting' ] && ok "SQL" || fail "SQL holds '$sqlite3'"
"$cli" history "$file" R-001 | grep -q 'Weekly rota meeting' && ok "history" || fail "history"
"$cli" list "$file" risk --json | /usr/bin/python3 -c "
import json, sys
rows = json.load(sys.stdin)
assert [r['control_note'] for r in rows if r['code'] == 'R-001'] == ['Weekly rota meeting']
assert all('control_note' in r for r in rows)" && ok "list --json" || fail "list --json"
"$cli" export "$file" -o "$work/out.xml" > /dev/null || fail "export"
"$cli" import "$work/other.sightline" "$work/out.xml" > /dev/null || fail "import"
"$cli" list "$work/other.sightline" risk --json > "$work/list.json"
grep -q 'Weekly rota meeting' "$work/list.json" && ok "programme XML" || fail "programme XML"
"$cli" undo "$file" --acting-as P-02 > /dev/null
"$cli" list "$file" risk --json | grep -q 'Weekly rota' && fail "undo" || ok "undo"
status=0; "$cli" check "$file" > /dev/null || status=$?
[ $status -le 1 ] && ok "check" || fail "check"
if [ -n "$run_gui" ]; then
  "$run_gui" -n -- build/tests/ui/show-fields risk > fields.txt || { cat fields.txt >&2; fail "show-fields"; }
  grep -q '^column control_note' fields.txt && ok "grid column" || fail "grid column"
  grep -q '^row control_note' fields.txt && ok "form row" || fail "form row"
fi
