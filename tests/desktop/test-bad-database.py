#!/usr/bin/python3
"""A file that is no shop, or not one for this program: a sentence in a window, never a crash."""

import os
import shutil
import struct

import desk
from desk import same, wait
from shop import Shop
from window import Window

TITLE = 'The Shop’s File Cannot Be Opened'


# The administrator may write every file, others' and read-only ones: whose tests run as root is not
# one here.
ORDINARY = ('setpriv', '--bounding-set', '-dac_override,-dac_read_search')


def see_problem(desk, path, *parts, through=()):
    """Starts Sedia on the file; reads the sentence, the file and what to do; and quits."""
    with open(path, 'rb') as stream:
        before = stream.read()
    window = Window(desk, '--database', path, through=through)
    window.wait_for_words(TITLE)
    for part in (path, *parts):
        window.wait_for_words(part)
    for button in ('Quit', 'Choose Another File…', 'Try Again'):
        window.get('push button', button)

    window.get('push button', 'Try Again').press()
    wait(lambda: window.says(TITLE), 'the same problem again')
    window.wait_until_active()
    window.quit()
    with open(path, 'rb') as stream:
        same(stream.read() == before, True, 'whether the file is untouched')


def text_file(desk):
    path = desk.path('list.db')
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('Kopi Robusta 1 kg\t12\n' * 200)
    see_problem(desk, path, 'is not a Sedia database')


def truncated(desk):
    desk.shop = Shop(desk.path('shop.db'))
    desk.shop.fill()
    path = desk.path('cut.db')
    shutil.copy(desk.shop.path, path)
    os.truncate(path, os.path.getsize(path) * 2 // 3)
    see_problem(desk, path, 'is damaged')


def newer(desk):
    """PRAGMA user_version stands at byte 60 of an SQLite file."""
    path = desk.path('newer.db')
    shutil.copy(desk.shop.path, path)
    with open(path, 'r+b') as stream:
        stream.seek(60)
        version = struct.unpack('>I', stream.read(4))[0]
        stream.seek(60)
        stream.write(struct.pack('>I', version + 1000))
    see_problem(desk, path, 'newer version of Sedia')


def read_only(desk):
    folder = desk.path('locked')
    os.mkdir(folder)
    path = os.path.join(folder, 'shop.db')
    shutil.copy(desk.shop.path, path)
    os.chmod(path, 0o400)
    os.chmod(folder, 0o500)
    try:
        see_problem(desk, path, 'read-only', through=ORDINARY if os.geteuid() == 0 else ())
    finally:
        os.chmod(folder, 0o700)


def no_permission(desk):
    """A file that may not even be read."""
    path = desk.path('secret.db')
    shutil.copy(desk.shop.path, path)
    before = os.stat(path)
    os.chmod(path, 0)
    window = Window(desk, '--database', path, through=ORDINARY if os.geteuid() == 0 else ())
    window.wait_for_words(TITLE)
    window.wait_for_words(path)
    window.wait_for_words('cannot be opened')
    window.wait_until_active()
    window.quit()
    same(os.stat(path).st_size, before.st_size, 'the size of the file')


def folder(desk):
    """Something that is no file at all."""
    path = desk.path('folder.db')
    os.mkdir(path)
    window = Window(desk, '--database', path)
    window.wait_for_words(TITLE)
    window.wait_for_words(path)
    window.wait_until_active()
    window.quit()


def repaired(desk):
    """Once the file is put right, Try Again opens it."""
    path = desk.path('again.db')
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write('no shop\n' * 100)
    window = Window(desk, '--database', path)
    window.wait_for_words(TITLE)
    shutil.copy(desk.shop.path, path)
    window.get('push button', 'Try Again').press()
    window.wait_for_page('Waiting')
    wait(lambda: window.badge('Waiting'), 'the waiting lines')
    window.quit()


desk.run(desk.Desk, [
    ('/desktop/bad-database/text-file', text_file),
    ('/desktop/bad-database/truncated', truncated),
    ('/desktop/bad-database/newer', newer),
    ('/desktop/bad-database/read-only', read_only),
    ('/desktop/bad-database/no-permission', no_permission),
    ('/desktop/bad-database/folder', folder),
    ('/desktop/bad-database/repaired', repaired),
])
