#!/bin/bash
# Every language of po/LINGUAS has its file, and that file is sound.
set -u
cd "$(dirname "$0")/../.." || exit 1
status=0
for language in $(sed 's/#.*//' po/LINGUAS); do
  msgfmt --check -o /dev/null "po/$language.po" || status=1
done
for file in po/*.po; do
  [ -e "$file" ] || continue
  language=$(basename "$file" .po)
  sed 's/#.*//' po/LINGUAS | grep -qwx "$language" || { echo "translations: $file is not in po/LINGUAS"; status=1; }
done
exit $status
