#!/bin/bash
# Installs what is missing to build and run Sightline, or also to check it.
#
#   set-up.sh run|check
#
# Debian and Ubuntu: through apt-get, and only when a package is missing (so rights are asked for at most once).
# Elsewhere: when a tool or library is missing it names the packages and stops with status 1.
set -u

run_packages=(
  gcc libc6-dev make meson ninja-build pkg-config gettext
  libglib2.0-dev libglib2.0-dev-bin libsqlite3-dev libcairo2-dev libpango1.0-dev libxml2-dev
  libgtk-4-dev libadwaita-1-dev
  desktop-file-utils shared-mime-info adwaita-icon-theme gsettings-desktop-schemas librsvg2-common fonts-cantarell
  python3
)
check_packages=(
  xvfb dbus at-spi2-core python3-gi python3-yaml gir1.2-atspi-2.0 gir1.2-gdkpixbuf-2.0 xdotool x11-utils imagemagick
  librsvg2-bin xclip openbox appstream libxml2-utils locales binutils strace sqlite3 util-linux procps
)
# The same need, asked of a system whose package names are not known here.
run_tools=(gcc make meson ninja pkg-config msgfmt glib-compile-resources /usr/bin/python3)
check_tools=(Xvfb dbus-daemon xdotool xprop import xclip openbox appstreamcli xmllint localedef nm readelf strace
             desktop-file-validate update-mime-database rsvg-convert)
modules=(glib-2.0 gio-unix-2.0 sqlite3 libxml-2.0 cairo pangocairo gtk4 libadwaita-1)

set_name=${1:-run}
case $set_name in
  run) packages=("${run_packages[@]}") tools=("${run_tools[@]}");;
  check) packages=("${run_packages[@]}" "${check_packages[@]}") tools=("${run_tools[@]}" "${check_tools[@]}");;
  *) echo "usage: set-up.sh run|check" >&2; exit 2;;
esac

# Prints those of the packages that dpkg does not know as installed.
missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

missing_tools() {
  local name
  for name in "${tools[@]}"; do command -v "$name" >/dev/null || echo "$name"; done
  command -v pkg-config >/dev/null || return
  for name in "${modules[@]}"; do pkg-config --exists "$name" || echo "$name (pkg-config)"; done
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  missing=$(missing_tools)
  [ -z "$missing" ] && exit 0
  echo "set-up: this system has no apt-get, and these are missing:" >&2
  sed 's/^/  /' <<<"$missing" >&2
  echo "set-up: please install what corresponds to these Debian packages, then try again:" >&2
  echo "  ${packages[*]}" >&2
  exit 1
fi

mapfile -t missing < <(missing_packages)
[ ${#missing[@]} -eq 0 ] && exit 0

rights=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "set-up: these packages are missing and there is no sudo to install them with:" >&2
    echo "  ${missing[*]}" >&2
    exit 1
  fi
  rights=(sudo)
fi
echo "set-up: installing ${missing[*]}"
apt=("${rights[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120)
# A stale or partly unreachable index is no reason to stop: the installation itself decides.
"${apt[@]}" update || echo "set-up: the package index could not be refreshed" >&2
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" || {
  echo "set-up: the packages could not be installed" >&2
  exit 1
}
