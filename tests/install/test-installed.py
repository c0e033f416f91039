#!/usr/bin/python3
"""What `meson install` puts on a system, and that it runs there.

    test-installed.py SOURCE BUILD PREFIX

Everything is installed below a folder and moved to another prefix. There, with the trees of source
and build hidden where the system lets us hide them, both programs must find their words, settings
and pictures.
"""

import os
import shutil
import subprocess
import sys
import tempfile

SOURCE, BUILD, PREFIX = sys.argv[1:4]
INSIDE = 'SEDIA_INSTALLED'  # the moved prefix, for the second half of the test

NAME = 'io.github.sedia.Sedia'
FILES = {
    'bin/sedia',
    'bin/sediactl',
    f'share/applications/{NAME}.desktop',
    'share/bash-completion/completions/sedia',
    'share/bash-completion/completions/sediactl',
    f'share/dbus-1/services/{NAME}.service',
    f'share/glib-2.0/schemas/{NAME}.gschema.xml',
    f'share/icons/hicolor/16x16/apps/{NAME}.svg',
    f'share/icons/hicolor/scalable/apps/{NAME}.svg',
    f'share/icons/hicolor/symbolic/apps/{NAME}-symbolic.svg',
    'share/man/man1/sedia.1',
    'share/man/man1/sediactl.1',
    f'share/metainfo/{NAME}.metainfo.xml',
}

# What points a program that is not installed at the trees.
POINTERS = ('SEDIA_LOCALEDIR', 'GSETTINGS_SCHEMA_DIR', 'G_TEST_SRCDIR', 'G_TEST_BUILDDIR',
            'LSAN_OPTIONS', 'SEDIA_REFERENCE_DATA')


# ---- the first half: installing and moving

def install(folder):
    """The moved prefix."""
    subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--strip', '--quiet',
                    '--destdir', os.path.join(folder, 'first')], check=True,
                   stdout=subprocess.DEVNULL)
    moved = os.path.join(folder, 'elsewhere')
    shutil.move(os.path.join(folder, 'first') + PREFIX, moved)
    # Where something is unpacked, the system's package manager does this.
    subprocess.run(['glib-compile-schemas', os.path.join(moved, 'share/glib-2.0/schemas')],
                   check=True)
    return moved


def can_hide():
    return subprocess.run(['unshare', '--mount', 'true'], capture_output=True,
                          check=False).returncode == 0


def run_there(folder):
    """Runs the second half of this test from a copy, with the trees out of sight."""
    copy = os.path.join(folder, 'test')
    shutil.copytree(os.path.join(SOURCE, 'tests', 'desktop'), copy)
    shutil.copy(__file__, copy)
    shutil.copy(os.path.join(SOURCE, 'po', 'id.po'), copy)
    words = [sys.executable, os.path.join(copy, os.path.basename(__file__)), *sys.argv[1:4]]
    env = {name: value for name, value in os.environ.items() if name not in POINTERS}
    env[INSIDE] = moved = install(folder)
    env['SEDIA'] = os.path.join(moved, 'bin', 'sedia')
    env['SEDIACTL'] = os.path.join(moved, 'bin', 'sediactl')
    if can_hide():
        hide = ' && '.join(f'mount -t tmpfs none {tree!r}' for tree in (BUILD, SOURCE))
        words = ['unshare', '--mount', 'sh', '-c', f'{hide} && exec "$@"', 'sh', *words]
    else:
        print('# The trees cannot be hidden from the programs here.', flush=True)
    return subprocess.run(words, env=env, check=False, cwd='/').returncode


def first_half():
    folder = tempfile.mkdtemp(prefix='sedia-install.')
    try:
        return run_there(folder)
    finally:
        shutil.rmtree(folder)


if INSIDE not in os.environ:
    missing = [name for name in ('meson', 'glib-compile-schemas') if shutil.which(name) is None]
    if missing:
        print(f'1..0 # SKIP installing needs {", ".join(missing)}')
        sys.exit(0)
    sys.exit(first_half())


# ---- the second half: running there

import desk  # noqa: E402
from desk import Failure, same, wait  # noqa: E402
from gi.repository import GLib  # noqa: E402
from notices import ask  # noqa: E402
from shop import Shop  # noqa: E402
from window import Window  # noqa: E402

MOVED = os.environ[INSIDE]


def translated(context, message):
    """A message in Indonesian, as the catalogue in the source says."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'id.po'),
              encoding='utf-8') as stream:
        blocks = stream.read().split('\n\n')
    head = (f'msgctxt "{context}"\n' if context else '') + f'msgid "{message}"\nmsgstr "'
    for block in blocks:
        if head in block and (context or 'msgctxt' not in block):
            return block.split(head)[1].split('"')[0]
    raise Failure(f'no translation of {message!r}')


def files(desk):
    """Exactly these, and nothing in them that leads back to the trees."""
    found = {os.path.relpath(os.path.join(place, leaf), MOVED)
             for place, _, leaves in os.walk(MOVED) for leaf in leaves}
    found.discard('share/glib-2.0/schemas/gschemas.compiled')
    same(sorted(found), sorted(FILES | {'share/locale/id/LC_MESSAGES/sedia.mo'}), 'the files')

    for name in sorted(found):
        with open(os.path.join(MOVED, name), 'rb') as stream:
            content = stream.read()
        for tree in (SOURCE, BUILD):
            if tree.encode() in content:
                raise Failure(f'{name} speaks of {tree}')
    with open(os.path.join(MOVED, f'share/dbus-1/services/{NAME}.service'),
              encoding='utf-8') as stream:
        same(f'Exec={PREFIX}/bin/sedia --gapplication-service' in stream.read().splitlines(), True,
             'whether the service names the program')


def console(desk):
    desk.shop = Shop(desk.path('shop.db'))
    desk.shop.run('sample')
    desk.shop.check()
    if translated('', 'add a product') not in desk.shop.run('--help'):
        raise Failure('sediactl speaks no Indonesian')


def open_window(desk, page):
    window = Window(desk, '--database', desk.shop.path)
    title = translated('', '%s – Sedia') % translated('page', page)
    wait(lambda: window.title() == title, f'the window with the title “{title}”')
    window.wait_until_active()
    return window


def window(desk):
    """In Indonesian, with rows, drawn from the resources in the program alone."""
    opened = open_window(desk, 'Waiting')
    wait(lambda: opened.table(translated('', 'Waiting lines')), 'waiting lines')
    with open(f'/proc/{opened.process.pid}/maps', encoding='utf-8') as stream:
        used = stream.read()
    same([tree for tree in (SOURCE + '/', BUILD + '/') if tree in used], [],
         'what it has open of the trees')
    ask(NAME, '/' + NAME.replace('.', '/'), 'org.freedesktop.Application', 'ActivateAction',
        GLib.Variant('(sava{sv})', ('show-page', [GLib.Variant('s', 'stock')], {})))
    title = translated('', '%s – Sedia') % translated('page', 'Stock')
    wait(lambda: opened.title() == title, 'the page Stock')
    opened.quit()


def settings(desk):
    """The schema was found: the page is remembered in a file of the user's."""
    path = os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')
    with open(path, encoding='utf-8') as stream:
        same("page='stock'" in stream.read(), True, 'whether the page was written down')
    open_window(desk, 'Stock').quit()


class IndonesianDesk(desk.Desk):
    def __init__(self):
        super().__init__()
        os.environ.update({'LANGUAGE': 'id', 'GSETTINGS_BACKEND': 'keyfile'})


desk.run(IndonesianDesk, [
    ('/install/files', files),
    ('/install/console', console),
    ('/install/window', window),
    ('/install/settings', settings),
])
