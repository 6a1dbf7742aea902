#!/bin/bash
# Run a GTK 4 program (or its GUI tests) on a private virtual display.
#
#   run-gui.sh [options] -- COMMAND [ARG...]          run COMMAND on the display
#   run-gui.sh [options] -a 'APP ARGS' -- COMMAND...  start APP, wait until it is on
#                                                     the accessibility bus, run COMMAND
#                                                     (for example drive.py), end APP
#
#   -a CMD    application to start first (a shell command line); its output goes to app.log
#   -o DIR    where app.log, the dbus log and the private home go (default: a temporary folder)
#   -H DIR    use DIR as the home instead of a fresh one (to test a second start)
#   -s WxH    screen size                         (default 1280x900)
#   -w WM     none | openbox | metacity  (default: openbox with -a where installed, else none;
#             without a manager dialogs sit in the corner and focus can get lost; metacity
#             composites: real shadows and rounded corners, for store screenshots)
#   -r NAME   GSK_RENDERER                        (default cairo)
#   -d        dark style        -c  high contrast         -x N  integer scale (GDK_SCALE)
#   -l LOCALE for example de_DE.UTF-8             (default C.UTF-8)
#   -A        leave animations on (default off: steady screenshots, faster tests)
#   -n        no accessibility bus (GTK_A11Y=test): fastest, for unit tests; with it
#             gtk_test_accessible_assert_* still work (with "none" they would abort)
#   -W        warnings are fatal (G_DEBUG=fatal-warnings) for the COMMAND and the APP
#   -t SEC    limit for COMMAND                   (default 300)
#   -k        keep the temporary folder and say where it is
#
# Exit status: COMMAND's; 70 when the display or bus did not start, 71 when APP did not
# appear, 72 when COMMAND was fine but APP had died with a signal or a non-zero status.
# Debian packages: xvfb dbus at-spi2-core adwaita-icon-theme fonts-cantarell; for drive.py
# also python3-gi gir1.2-atspi-2.0 xdotool x11-utils imagemagick xclip; openbox or metacity for -w.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
app='' out='' home='' size=1280x900 wm='' renderer=cairo dark='' contrast='' scale=1
locale=C.UTF-8 anim=0 a11y=1 fatal='' limit=300 keep=''
while getopts 'a:o:H:s:w:r:dcx:l:AnWt:k' o; do
  case $o in
    a) app=$OPTARG;; o) out=$OPTARG;; H) home=$OPTARG;; s) size=$OPTARG;; w) wm=$OPTARG;;
    r) renderer=$OPTARG;; d) dark=1;; c) contrast=1;; x) scale=$OPTARG;; l) locale=$OPTARG;;
    A) anim=1;; n) a11y=0;; W) fatal=1;; t) limit=$OPTARG;; k) keep=1;;
    *) exit 64;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { echo "usage: run-gui.sh [options] -- COMMAND [ARG...]" >&2; exit 64; }

if [ -z "$wm" ]; then
  wm=none; [ -n "$app" ] && command -v openbox >/dev/null && wm=openbox
fi
made=
[ -n "$out" ] && mkdir -p "$out" || { out=$(mktemp -d) && made=$out; }
out=$(cd "$out" && pwd)
if [ -n "$home" ]; then mkdir -p "$home"; home=$(cd "$home" && pwd); else home=$out/home; rm -rf "$home"; fi
pids=() run=
finish() {
  local i p
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    p=${pids[i]}; kill "$p" 2>/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$p" 2>/dev/null || break; sleep 0.05; done
    kill -9 "$p" 2>/dev/null
  done
  wait 2>/dev/null
  [ -n "$run" ] && rm -rf "$run"
  if [ -n "$made" ] && [ -z "$keep" ]; then rm -rf "$made"; else [ -n "$keep" ] && echo "run-gui: kept $out" >&2; fi
}
trap finish EXIT
trap 'exit 130' INT TERM

# A hermetic home: nothing of the person's settings leaks in or out.
run=$(mktemp -d)                        # short: socket paths have a length limit
export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share \
       XDG_CACHE_HOME=$home/.cache XDG_STATE_HOME=$home/.local/state XDG_RUNTIME_DIR=$run
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
cat > "$XDG_CONFIG_HOME/gtk-4.0/settings.ini" <<I
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=$anim
gtk-cursor-blink=0
I
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
# Strictness is meant for what is under test: the buses and the window manager run without it.
strict=()
for name in G_DEBUG G_ENABLE_DIAGNOSTIC G_SLICE MALLOC_PERTURB_; do
  [ -n "${!name:-}" ] && strict+=("$name=${!name}")
  unset "$name"
done
export GDK_BACKEND=x11 GSK_RENDERER=$renderer GDK_SCALE=$scale LANG=$locale LC_ALL=$locale \
       GSETTINGS_BACKEND=keyfile ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0 NO_AT_BRIDGE=0 \
       XDG_CURRENT_DESKTOP=GNOME XDG_SESSION_TYPE=x11 GUI_OUT=$out GUI_HOME=$home GUI_WM=
[ -n "$dark" ] && export ADW_DEBUG_COLOR_SCHEME=prefer-dark
[ -n "$contrast" ] && export ADW_DEBUG_HIGH_CONTRAST=1
[ "$a11y" = 0 ] && export GTK_A11Y=test NO_AT_BRIDGE=1

# Display: Xvfb picks a free number itself, so parallel runs never collide.
mkfifo "$out/.disp"; exec 7<>"$out/.disp"; rm -f "$out/.disp"
Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp -noreset >"$out/xvfb.log" 2>&1 7>&7 & pids+=($!)
read -r -t 20 disp <&7 || { echo "run-gui: Xvfb did not start" >&2; cat "$out/xvfb.log" >&2; exit 70; }
export DISPLAY=:$disp
# Session bus, its chatter kept out of the test output.
mkfifo "$out/.bus"; exec 8<>"$out/.bus"; rm -f "$out/.bus"
dbus-daemon --session --nofork --nopidfile --nosyslog --print-address=8 >"$out/dbus.log" 2>&1 & pids+=($!)
read -r -t 20 addr <&8 || { echo "run-gui: dbus-daemon did not start" >&2; exit 70; }
export DBUS_SESSION_BUS_ADDRESS=$addr
exec 7>&- 8>&-
# The manager says that it is ready by a property of the root window.
managed() {
  local n
  for ((n = 0; n < 200; n++)); do
    case $(xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null) in *'window id # 0x'*) return 0;; esac
    sleep 0.05
  done
  echo "run-gui: $wm did not start" >&2; cat "$out/wm.log" >&2; exit 70
}
case $wm in
  none) ;;
  # The manager stays off the accessibility bus: only the program under test is wanted there.
  metacity) NO_AT_BRIDGE=1 GDK_SCALE=1 metacity --compositor=xrender >"$out/wm.log" 2>&1 & pids+=($!); managed;;
  *) NO_AT_BRIDGE=1 "$wm" >"$out/wm.log" 2>&1 & pids+=($!); managed;;
esac
[ "$wm" = none ] || export GUI_WM=$wm
[ ${#strict[@]} -gt 0 ] && export "${strict[@]}"
[ -n "$fatal" ] && export G_DEBUG=fatal-warnings

apppid=
if [ -n "$app" ]; then
  bash -c "exec env $app" >"$out/app.log" 2>&1 & apppid=$!; pids+=($apppid)
  export GUI_APP_PID=$apppid
  if [ "$a11y" = 1 ]; then
    env -u G_DEBUG timeout -k 2 30 /usr/bin/python3 "$here/drive.py" up --timeout 20 >"$out/up.log" 2>&1 \
      || { echo "run-gui: the application did not appear" >&2; cat "$out/app.log" "$out/up.log" >&2; exit 71; }
  fi
fi
timeout -k 5 "$limit" "$@"; rc=$?
if [ -n "$apppid" ]; then
  if kill -0 "$apppid" 2>/dev/null; then :; else
    wait "$apppid"; arc=$?
    [ $arc -eq 0 ] || { echo "run-gui: the application ended with status $arc" >&2; cat "$out/app.log" >&2; [ $rc -eq 0 ] && rc=72; }
  fi
fi
exit $rc
