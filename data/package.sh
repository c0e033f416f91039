#!/bin/sh
# The Debian package, from this tree:
#
#   sh data/package.sh [FOLDER]      builds it into FOLDER, _build_deb when none is given
#
# What is needed for it is installed first, when something is missing and you may do that. The
# packaging is in data/debian; a copy of the tree gets it as its folder debian.
# DEB_BUILD_OPTIONS is Debian's own: "nocheck" leaves the tests out, "parallel=2" ...
set -eu

die () {
  printf 'package.sh: %s\n' "$*" >&2
  exit 1
}

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    command -v sudo >/dev/null 2>&1 || die "as root, please: $*"
    sudo "$@"
  fi
}

install_packages () {
  as_root apt-get -q -y -o DPkg::Lock::Timeout=120 --no-install-recommends "$@" >&2
}

cd "$(dirname "$0")/.."
command -v dpkg >/dev/null 2>&1 || die "this is not a Debian system, nor one made from it"

folder=${1:-_build_deb}
version=$(sed -n '1s/^sedia (\(.*\)) .*/\1/p' data/debian/changelog)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
tree=$folder/sedia-$version

rm -rf "$tree"
mkdir "$tree"
tar -c --exclude=./.git --exclude='./_build*' --exclude=__pycache__ --exclude="./${folder##*/}" . |
  tar -x -C "$tree"
ln -s data/debian "$tree/debian"
cd "$tree"

command -v dpkg-checkbuilddeps >/dev/null 2>&1 || install_packages install dpkg-dev
dpkg-checkbuilddeps >/dev/null 2>&1 || install_packages build-dep ./

dpkg-buildpackage -b -us -uc
cd "$folder"
rm -rf "$tree"
ls "$folder"/*.deb
