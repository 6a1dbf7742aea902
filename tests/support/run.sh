#!/bin/bash
# What `make run` does after the build: opens the application on a copy of the sample, or, where there is no display,
# makes that copy and says what is in it.
set -u
build=$1
file=$PWD/build/run/marlhaven.sightline
cli=$build/app/cli/sightline-cli

# A variable may be left over from a session that has gone: only a socket that is there counts.
have_display() {
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    case $WAYLAND_DISPLAY in
      /*) [ -S "$WAYLAND_DISPLAY" ] && return 0;;
      *) [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/$WAYLAND_DISPLAY" ] && return 0;;
    esac
  fi
  case ${DISPLAY:-} in
    '') return 1;;
    :*) local number=${DISPLAY#:}; [ -S "/tmp/.X11-unix/X${number%%.*}" ];;
    *) return 0;;
  esac
}

mkdir -p "$(dirname "$file")" || exit 6
if [ ! -e "$file" ]; then
  "$cli" new "$file" --sample || exit
fi
if have_display; then
  export GSETTINGS_SCHEMA_DIR=$PWD/$build/data
  exec "$build/ui/sightline" "$file"
fi
echo "There is no display here, so no window is opened. The sample programme instead:"
echo
"$cli" info "$file" || exit
echo
"$cli" check "$file"
found=$?
echo
echo "It lies in $file; $cli --help shows what else can be done with it."
# Findings are what a sample is for: they are no failure of this command.
[ $found -le 1 ] || exit $found
