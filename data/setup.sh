#!/bin/sh
# Sedia from a bare system to a running window, or to a tested tree:
#
#   sh data/setup.sh run     build, make a sample shop the first time, open the window
#   sh data/setup.sh test    build with gcc and with clang, run every test
#   sh data/setup.sh build   build only
#
# Missing packages are installed first (Debian, Ubuntu, Fedora, Arch); sudo is asked for only then.
set -eu

# ---- What can be changed from outside: VARIABLE=value sh data/setup.sh test -------------------

# Where things are built; the tests add _test and _test_clang.
: "${SEDIA_BUILD:=_build}"
# Which file `run` opens.
: "${SEDIA_DATABASE:=${XDG_DATA_HOME:-$HOME/.local/share}/sedia/sample-shop.db}"
# Sanitizers of the test builds.
: "${SEDIA_SANITIZE:=address,undefined}"
# Suites that clang leaves out: gcc has run them, and they are the slow ones. How it looks is no
# compiler's matter.
: "${SEDIA_CLANG_SKIPS=desktop looks long cli}"
# Sanitized programs are slower: how much longer a test may take.
: "${SEDIA_TIMEOUTS:=3}"
# Folder with real files for the import tests; empty: those say skipped.
: "${SEDIA_REFERENCE_DATA:=}"

# ---- What is needed, as each system calls it ---------------------------------------------------

debian_build='gcc libc6-dev pkgconf meson ninja-build gettext libgtk-4-dev libsqlite3-dev
  libnotify-dev libjson-glib-dev libcsv-dev libglib2.0-dev-bin libxml2-utils desktop-file-utils
  libgtk-4-bin'
debian_run='adwaita-icon-theme librsvg2-common fonts-cantarell dconf-gsettings-backend'
debian_test='adwaita-icon-theme librsvg2-common fonts-cantarell clang xvfb xauth openbox dunst dbus
  dbus-daemon xdotool at-spi2-core python3 python3-gi appstream binutils locales groff-base poppler-utils'

fedora_build='gcc glibc-devel pkgconf-pkg-config meson ninja-build gettext gtk4-devel sqlite-devel
  libnotify-devel json-glib-devel libcsv-devel glib2-devel libxml2 desktop-file-utils
  gtk-update-icon-cache'
fedora_run='adwaita-icon-theme librsvg2 abattis-cantarell-fonts dconf'
fedora_test='adwaita-icon-theme librsvg2 abattis-cantarell-fonts clang compiler-rt libasan libubsan
  xorg-x11-server-Xvfb xorg-x11-xauth openbox dunst dbus-daemon xdotool at-spi2-core
  python3-gobject appstream binutils glibc-locale-source groff-base poppler-utils'

arch_build='gcc pkgconf meson ninja gettext gtk4 sqlite libnotify json-glib libcsv glib2-devel
  libxml2 desktop-file-utils'
arch_run='adwaita-icon-theme librsvg cantarell-fonts dconf'
arch_test='adwaita-icon-theme librsvg cantarell-fonts clang compiler-rt xorg-server-xvfb xorg-xauth
  openbox dunst dbus xdotool at-spi2-core python-gobject appstream binutils groff poppler'

needed_libraries='gtk4 sqlite3 libnotify json-glib-1.0 gio-unix-2.0'
needed_programs='cc pkg-config meson ninja msgfmt glib-compile-resources xmllint'

# ---- Talking -----------------------------------------------------------------------------------

started=$(date +%s)

say () {
  printf '%s\n' "$*"
}

step () {
  printf '[%3ss] %s\n' "$(($(date +%s) - started))" "$*"
}

die () {
  printf 'setup.sh: %s\n' "$*" >&2
  exit 1
}

# Runs a command quietly; its output goes to a file whose end is shown if the command fails.
quietly () {
  quiet_log=$1
  shift
  mkdir -p "$(dirname "$quiet_log")"

  if "$@" >"$quiet_log" 2>&1 </dev/null; then
    return 0
  fi

  printf 'Failed: %s\n' "$*" >&2
  printf 'The end of %s:\n' "$quiet_log" >&2
  tail -n 40 "$quiet_log" >&2
  return 1
}

# ---- Installing what is missing ----------------------------------------------------------------

system_kind () {
  if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    echo debian
  elif command -v dnf >/dev/null 2>&1 && command -v rpm >/dev/null 2>&1; then
    echo fedora
  elif command -v pacman >/dev/null 2>&1; then
    echo arch
  else
    echo other
  fi
}

is_installed () {
  case $system in
  debian) dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed ;;
  fedora) rpm -q --quiet --whatprovides "$1" ;;
  arch) pacman -T "$1" >/dev/null 2>&1 ;;
  esac
}

missing_packages () {
  for package in "$@"; do
    is_installed "$package" || printf '%s ' "$package"
  done
}

# Runs a command as the administrator.
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# The password is asked for in the open, before output is hidden in a log.
become_root () {
  [ "$(id -u)" -ne 0 ] || return 0

  command -v sudo >/dev/null 2>&1 ||
    die "these packages are missing and there is no sudo; install them as root, then try again: $*"
  say "Installing packages needs the administrator's password (sudo)."
  sudo -v || die "without sudo, install these packages yourself, then try again: $*"
}

install_packages () {
  become_root "$@"
  step "Installing $*"

  case $system in
  debian)
    if ! $lists_fresh; then
      quietly "$logs/apt-update.log" as_root apt-get -q -o Acquire::Retries=3 \
        -o DPkg::Lock::Timeout=120 update || die "the package lists could not be fetched"
      lists_fresh=true
    fi
    quietly "$logs/apt-install-$1.log" as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 \
      install --no-install-recommends "$@" || die "the packages could not be installed"
    ;;
  fedora)
    quietly "$logs/dnf.log" as_root dnf -q -y --setopt=install_weak_deps=False install "$@" ||
      die "the packages could not be installed"
    ;;
  arch)
    quietly "$logs/pacman.log" as_root pacman -Sy --needed --noconfirm "$@" ||
      die "the packages could not be installed (libcsv may have to come from the AUR)"
    ;;
  esac
}

# On a system we do not know, go on if everything is there, otherwise say what is not.
check_by_hand () {
  absent=

  for program in $needed_programs; do
    command -v "$program" >/dev/null 2>&1 || absent="$absent $program"
  done
  for library in $needed_libraries; do
    pkg-config --exists "$library" 2>/dev/null || absent="$absent $library"
  done

  [ -z "$absent" ] || die "this system's package manager is not known here. Please install:$absent
(programs, and libraries with their headers as pkg-config names them; also libcsv)."
}

# need GOAL: everything for building, and what the goal (run, test) adds.
need () {
  case $system in
  debian) wanted="$debian_build" ;;
  fedora) wanted="$fedora_build" ;;
  arch) wanted="$arch_build" ;;
  other)
    check_by_hand
    return
    ;;
  esac

  case $system-$1 in
  debian-run) wanted="$wanted $debian_run" ;;
  debian-test) wanted="$wanted $debian_test" ;;
  fedora-run) wanted="$wanted $fedora_run" ;;
  fedora-test) wanted="$wanted $fedora_test" ;;
  arch-run) wanted="$wanted $arch_run" ;;
  arch-test) wanted="$wanted $arch_test" ;;
  esac

  # shellcheck disable=SC2086 # words, on purpose
  missing=$(missing_packages $wanted)
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install_packages $missing

  if [ "$system-$1" = debian-test ]; then
    need_clang_runtime
  fi
}

# Debian ships clang's sanitizers apart, named after clang's version, which differs by release.
need_clang_runtime () {
  version=$(clang -dumpversion | cut -d. -f1)
  runtime=libclang-rt-$version-dev

  is_installed "$runtime" || install_packages "$runtime"
}

# ---- Building ----------------------------------------------------------------------------------

# configure FOLDER COMPILER OPTION...
configure () {
  folder=$1
  compiler=$2
  shift 2

  if [ -f "$folder/build.ninja" ]; then
    quietly "$logs/configure-$folder.log" meson setup --reconfigure "$@" "$folder"
  else
    quietly "$logs/configure-$folder.log" env CC="$compiler" meson setup "$@" "$folder"
  fi
}

compile () {
  quietly "$logs/build-$1.log" ninja -C "$1"
}

build () {
  step "Building in $SEDIA_BUILD (the first time takes a minute)"
  configure "$SEDIA_BUILD" "${CC:-gcc}" -Dbuildtype=debugoptimized -Dtests=false ||
    die "the build could not be set up"
  compile "$SEDIA_BUILD" || die "the build failed"
}

# ---- run ---------------------------------------------------------------------------------------

make_sample_shop () {
  [ ! -e "$SEDIA_DATABASE" ] || return 0

  step "Making a sample shop: $SEDIA_DATABASE"
  mkdir -p "$(dirname "$SEDIA_DATABASE")"
  if ! "$SEDIA_BUILD/src/cli/sediactl" --database "$SEDIA_DATABASE" sample >/dev/null; then
    rm -f "$SEDIA_DATABASE" "$SEDIA_DATABASE-wal" "$SEDIA_DATABASE-shm"
    die "the sample shop could not be made"
  fi
}

run () {
  need run
  build

  export GSETTINGS_SCHEMA_DIR="${GSETTINGS_SCHEMA_DIR:-$root/$SEDIA_BUILD/data}"
  export SEDIA_LOCALEDIR="${SEDIA_LOCALEDIR:-$root/$SEDIA_BUILD/po}"
  make_sample_shop

  if [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    say "Sedia is built, but there is no display here to open its window on."
    say "Without a window: $SEDIA_BUILD/src/cli/sediactl --database $SEDIA_DATABASE queue list"
    exit 1
  fi

  step "Opening the window"
  exec "$SEDIA_BUILD/src/app/sedia" --database "$SEDIA_DATABASE"
}

# ---- test --------------------------------------------------------------------------------------

# Tests must not see, or touch, the files and settings of whoever runs them. The folder has a short
# name because sockets live in it.
private_home () {
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/sedia-test.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM

  for kind in data config cache state runtime; do
    mkdir -m 700 "$scratch/$kind"
  done
  export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config"
  export XDG_CACHE_HOME="$scratch/cache" XDG_STATE_HOME="$scratch/state"
  export XDG_RUNTIME_DIR="$scratch/runtime"
  export GSETTINGS_BACKEND=memory

  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS || true
  unset LC_ALL LC_NUMERIC LC_TIME LC_MONETARY LC_MESSAGES LC_CTYPE LC_COLLATE LANGUAGE || true
  export LANG=C.UTF-8
}

# Numbers and dates are tested in an Indonesian and an English locale. Where the system has not got
# them, they are made in a folder of the build, and LOCPATH points there.
private_locales () {
  if locale -a 2>/dev/null | grep -qi '^id_ID\.utf-\{0,1\}8$' &&
    locale -a 2>/dev/null | grep -qi '^en_US\.utf-\{0,1\}8$'; then
    return 0
  fi

  command -v localedef >/dev/null 2>&1 || return 0
  mkdir -p "$root/${SEDIA_BUILD}_test/locales"
  for name in id_ID en_US; do
    target=$root/${SEDIA_BUILD}_test/locales/$name.utf8
    [ -f "$target/LC_TIME" ] || localedef -c --no-archive -i "$name" -f UTF-8 "$target" \
      >"$logs/localedef-$name.log" 2>&1 || true
    [ -f "$target/LC_TIME" ] || say "The locale $name.UTF-8 could not be made; its tests will skip."
  done
  export LOCPATH="$root/${SEDIA_BUILD}_test/locales"
}

# Looking for leaks needs a system call that some containers forbid; then that part is left out.
leaks_can_be_found () {
  probe=$scratch/probe

  printf 'int main (void) { return 0; }\n' >"$probe.c"
  gcc -fsanitize=address -o "$probe" "$probe.c" 2>/dev/null &&
    ASAN_OPTIONS=detect_leaks=1 "$probe" >/dev/null 2>&1
}

sanitizer_options () {
  leaks=1
  if ! leaks_can_be_found; then
    leaks=0
    say "Leaks cannot be looked for on this system; everything else is checked."
  fi

  # Where GTK takes part the tests ask for the thorough unwinder, which sees through libraries built
  # without frame pointers, so that a leak inside one of them can be told from a leak of ours. It hangs
  # on code made while running, as OpenGL's software drivers do: so GTK draws without OpenGL. No program
  # of ours exits with 99 by itself.
  asan="detect_leaks=$leaks:malloc_context_size=30:exitcode=99"
  export ASAN_OPTIONS="${ASAN_OPTIONS:-$asan}"
  export GSK_RENDERER="${GSK_RENDERER:-cairo}" GDK_DEBUG="${GDK_DEBUG:-gl-disable}"
  export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/lsan.supp:print_suppressions=0}"
  export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"
  export G_SLICE=always-malloc
}

count_results () {
  grep -o '"result": "[A-Z]*"' "$1" | grep -c -E "\"($2)\"" || true
}

# add_results FOLDER STATUS: sums up what `meson test` has written there.
add_results () {
  results=$1/meson-logs/testlog.json
  ok=0
  bad=0

  if [ -f "$results" ]; then
    ok=$(count_results "$results" 'OK|EXPECTEDFAIL')
    skips=$(count_results "$results" 'SKIP')
    bad=$(($(count_results "$results" '[A-Z]*') - ok - skips))
    skipped=$((skipped + skips))
  fi
  # A run that ended badly without a bad test: it did not get as far as running them.
  if [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then
    bad=1
  fi

  passed=$((passed + ok))
  failed=$((failed + bad))
}

# test_pass NAME FOLDER COMPILER "SETUP OPTIONS" "TEST OPTIONS"
test_pass () {
  name=$1
  test_folder=$2

  step "$name: building"
  # shellcheck disable=SC2086 # options, on purpose
  if ! configure "$test_folder" "$3" -Dtests=true -Dreference_data="$SEDIA_REFERENCE_DATA" $4 ||
    ! compile "$test_folder"; then
    failed=$((failed + 1))
    return 0
  fi

  step "$name: testing"
  rm -f "$test_folder/meson-logs/testlog.json"
  status=0
  # shellcheck disable=SC2086
  meson test -C "$test_folder" --no-rebuild --print-errorlogs $5 </dev/null || status=$?
  add_results "$test_folder" "$status"
}

# without SUITE...: the options that leave suites out.
without () {
  for suite in "$@"; do printf ' --no-suite %s' "$suite"; done
}

run_tests () {
  passed=0
  failed=0
  skipped=0
  need test
  private_home
  private_locales
  sanitizer_options

  # gcc's guesses about uninitialised variables are wrong too often in sanitized code.
  sanitized="-Ddebug=true -Doptimization=1 -Db_sanitize=$SEDIA_SANITIZE"
  gcc_options="$sanitized -Dc_args=['-fno-omit-frame-pointer','-Wno-maybe-uninitialized']"
  clang_options="$sanitized -Db_lundef=false -Dc_args=-fno-omit-frame-pointer"
  slower="--timeout-multiplier $SEDIA_TIMEOUTS"

  # shellcheck disable=SC2086 # lists of suites, on purpose
  test_pass "gcc, sanitized" "${SEDIA_BUILD}_test" gcc "$gcc_options" \
    "$slower"

  # shellcheck disable=SC2086
  test_pass "clang, sanitized" "${SEDIA_BUILD}_test_clang" clang "$clang_options" \
    "$slower$(without $SEDIA_CLANG_SKIPS)"

  step "Done"
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# ---- Go ----------------------------------------------------------------------------------------

cd "$(dirname "$0")/.."
root=$(pwd)
logs=$root/${SEDIA_BUILD}_logs
lists_fresh=false
system=$(system_kind)
mkdir -p "$logs"

case ${1:-} in
run)
  run
  ;;
test)
  run_tests
  ;;
build)
  need build
  build
  say "Built: $SEDIA_BUILD/src/app/sedia and $SEDIA_BUILD/src/cli/sediactl"
  ;;
*)
  say "Usage: sh data/setup.sh run|test|build"
  exit 2
  ;;
esac
