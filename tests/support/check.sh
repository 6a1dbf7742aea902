#!/bin/bash
# What `make check` does: two builds, each with warnings as errors, and every test of both.
#
#   check.sh [long]
#
#   build/asan    address and undefined-behaviour sanitizers, no desktop application: suite core
#   build/check   as shipped, with the desktop application: suites display and arch
#
# Ends with one line "N passed, N failed" and status 1 if anything failed, a build included.
set -u
cd "$(dirname "$0")/../.." || exit 1
long=() suffix=
if [ "${1:-}" = long ]; then long=(-Dlong_tests=true) suffix=-long; fi
logs=() broken=0 unclean=0

# stage DIRECTORY "SUITES" OPTION...
stage() {
  local dir=$1 suites=() suite again=()
  for suite in $2; do suites+=(--suite "$suite"); done
  shift 2
  echo "== $dir"
  # A directory left over from another set of options or another meson is brought into line.
  [ -f "$dir/build.ninja" ] && again=(--reconfigure)
  rm -f "$dir/meson-logs/testlog.json"
  if ! meson setup "${again[@]}" "$dir" -Dwerror=true "${long[@]}" "$@" >"$dir.log" 2>&1; then
    cat "$dir.log"
    broken=$((broken + 1))
    return
  fi
  if ! ninja -C "$dir"; then
    broken=$((broken + 1))
    return
  fi
  # Two cores and sanitizers are slow: a time limit is there to end what hangs, not to measure.
  meson test -C "$dir" --no-rebuild --print-errorlogs --timeout-multiplier 4 "${suites[@]}" || unclean=$((unclean + 1))
  logs+=("$dir/meson-logs/testlog.json")
}

mkdir -p build
stage "build/asan$suffix" core -Db_sanitize=address,undefined -Db_lundef=false -Dui=disabled
stage "build/check$suffix" 'display arch' -Dui=enabled
exec /usr/bin/python3 tests/support/summary.py --broken "$broken" --unclean "$unclean" "${logs[@]}"
