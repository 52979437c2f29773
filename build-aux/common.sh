# What build-aux/run and build-aux/test share; both read it with "." from the root of the source.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# The file that says with which options a build folder was configured.
STAMP=.configured-with

say ()
{
  printf '%s\n' "$*"
}

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# packages_of SECTION…: the names in these sections of build-aux/packages
packages_of ()
{
  awk -v wanted=" $* " '
    /^#/ || NF == 0 { next }
    /^\[/           { section = substr ($1, 2, length ($1) - 2); next }
    index (wanted, " " section " ") { print $1 }' build-aux/packages
}

is_installed ()
{
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_packages SECTION…: installs what is missing of these sections, and says what that is
install_packages ()
{
  local package missing=() become=()

  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system: nothing is installed. Needed are, by their Debian names:"
    packages_of "$@" | paste -s -d ' '
    return
  fi

  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Missing packages: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "they can be installed by root or with sudo only, and this is neither. As root:
  apt-get update && apt-get install ${missing[*]}"
    become=(sudo)
  fi

  say "Installing them…"
  "${become[@]}" apt-get --quiet --quiet update
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get --quiet --quiet --yes --no-install-recommends -o DPkg::Lock::Timeout=300 \
    install "${missing[@]}" >_build/apt.log 2>&1 || {
      tail -n 20 _build/apt.log >&2
      die "the packages could not be installed"
    }
}

# configure FOLDER OPTION…: makes a build folder, or takes the one that is there if it was
# configured with the same options, at the same place and by the same tools
configure ()
{
  local folder=$1 stamp
  shift
  stamp=$(printf '%s\n' "$PWD" "$(meson --version)" "$(gcc -dumpfullversion)" "$@")

  if [ -e "$folder/build.ninja" ] && [ "$(cat "$folder/$STAMP" 2>/dev/null)" = "$stamp" ]; then
    return
  fi

  rm -rf "$folder"
  LC_ALL=C.UTF-8 meson setup "$folder" "$@" >"$folder.log" 2>&1 || {
    tail -n 40 "$folder.log" >&2
    return 1
  }
  mv "$folder.log" "$folder/configure.log"
  printf '%s\n' "$stamp" >"$folder/$STAMP"
}

# build FOLDER: builds everything in it; quiet unless it fails
build ()
{
  LC_ALL=C.UTF-8 ninja -C "$1" >"$1/build.log" 2>&1 || {
    grep --extended-regexp --after-context=12 '^FAILED|error:' "$1/build.log" | head -n 80 >&2 ||
      tail -n 40 "$1/build.log" >&2
    return 1
  }
}

mkdir -p _build
