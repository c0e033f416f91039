#!/bin/sh
# test-debian.sh SOURCE: the Debian package builds from the tree, and holds what it should.
set -eu

if ! command -v dh >/dev/null 2>&1; then
  echo "Debian's debhelper is not installed: the package is not built."
  exit 77
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/sedia-package.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# Without what belongs to the tests around it. The package's own tests are this build's.
env -u DESTDIR -u MAKEFLAGS -u CFLAGS -u ASAN_OPTIONS -u LSAN_OPTIONS -u UBSAN_OPTIONS \
  DEB_BUILD_OPTIONS=nocheck sh "$1/data/package.sh" "$scratch" >"$scratch/log" 2>&1 || {
  tail -n 40 "$scratch/log"
  exit 1
}

set -- "$scratch"/sedia_*.deb
dpkg-deb -c "$1" | awk '{ print $6 }' | sort >"$scratch/files"
failed=0
for file in bin/sedia bin/sediactl share/applications/io.github.sedia.Sedia.desktop \
  share/dbus-1/services/io.github.sedia.Sedia.service share/doc/sedia/changelog.gz \
  share/doc/sedia/copyright share/locale/id/LC_MESSAGES/sedia.mo share/man/man1/sedia.1.gz \
  share/man/man1/sediactl.1.gz share/metainfo/io.github.sedia.Sedia.metainfo.xml; do
  grep -qx "./usr/$file" "$scratch/files" || {
    echo "The package lacks /usr/$file"
    failed=1
  }
done
dpkg-deb -f "$1" Depends | grep -q libgtk-4-1 || {
  echo "The package does not say that it needs GTK"
  failed=1
}

if command -v lintian >/dev/null 2>&1; then
  lintian --fail-on error,warning --pedantic --display-info "$1" || failed=1
fi

exit "$failed"
