#!/usr/bin/python3
"""Products from a file, by keyboard alone: chosen, looked at, bad rows left out, imported, and all
of it taken back at once."""

import csv

import desk
from desk import same, wait
from scene import open_shop
from shop import PRODUCTS
from window import expect_names

HEAD = ('sku', 'name', 'barcode', 'minimum')
ROWS = [('IM-01', 'Ikan Asin', '8990000000013', '2'),
        ('IM-02', 'Ikan Pari', '8990000000020', 'abc'),
        ('IM-03', '', '8990000000037', '1'),
        ('IM-04', 'Ikan Teri', '', '3'),
        ('KP-01', 'Kopi Tubruk 1 kg', PRODUCTS['KP-01'][1], '7')]
BAD = ('Column “minimum”: “abc” is not a number.', 'Product “IM-03” has no name.')
NEW = ('IM-01', 'IM-04')


def products(desk):
    return {row['sku']: (row['name'], row['minimum']) for row in desk.shop.ask('product', 'list')}


def press(window, role, name, key='Return'):
    window.tab_to(role, name)
    window.key(key)


def begin(desk):
    open_shop(desk)
    desk.products_before = products(desk)
    with open(desk.path('goods.csv'), 'w', encoding='utf-8', newline='') as stream:
        csv.writer(stream).writerows([HEAD, *ROWS])


def choose(desk):
    """It lies beside the shop's own file, which GTK's dialog opens and closes to see what it is:
    the shop must not lose its locks by that. In the dialog a slash begins the name of a file."""
    window = desk.window
    window.key('ctrl+shift+i')
    window.wait_for_focus('push button', 'Choose a File…')
    expect_names(window, 'the import without a file')
    window.key('Return')
    wait(lambda: window.says('Choose a File to Import'), 'the dialog')
    window.wait_until_active()
    window.type('/')
    window.wait_for_focus('text', 'GtkFileChooserEntry')
    window.type(desk.path('goods.csv')[1:])
    window.key('Return')
    window.wait_for_focus('push button', 'What the file has')


def look(desk):
    """The file as it is, what would become of it, and why nothing can be imported yet."""
    window = desk.window
    window.wait_for_words('2 new, 1 changed, 0 as they are – 2 things are wrong, so nothing can be '
                          'imported yet')
    window.wait_for_words('goods.csv')
    window.wait_for_words('\n'.join(row[0] for row in ROWS))
    same('SENSITIVE' in window.get('push button', 'Import').states, False,
         'whether it can be imported')
    expect_names(window, 'the import with a file')
    window.key('ctrl+Return')
    same(products(desk), desk.products_before, 'the products')


def wrong(desk):
    window = desk.window
    press(window, 'push button', 'Wrong, 2')
    for sentence in BAD:
        window.wait_for_words(sentence)
    expect_names(window, 'what is wrong')
    press(window, 'check box', 'Leave these rows out', 'space')
    window.wait_for_words('2 new, 1 changed, 0 as they are; the bad rows are left out')
    same(products(desk), desk.products_before, 'the products')


def preview(desk):
    """What is new and what changes, before it is done."""
    window = desk.window
    press(window, 'push button', 'New, 2')
    window.wait_for_words('Ikan Teri')
    press(window, 'push button', 'Changed, 1')
    window.wait_for_words('Kopi Tubruk 1 kg')
    expect_names(window, 'what would change')


def apply(desk):
    window = desk.window
    press(window, 'push button', 'Import')
    window.wait_for_dialog_to_go()
    window.wait_for_words('Imported – 2 new, 1 changed, 0 as they are')
    same(products(desk), desk.products_before | {
        'IM-01': ('Ikan Asin', 2), 'IM-04': ('Ikan Teri', 3), 'KP-01': ('Kopi Tubruk 1 kg', 7),
    }, 'the products')
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    wait(lambda: sorted(cells[0] for cells in window.table('Stock')) == sorted([*PRODUCTS, *NEW]),
         'the new products in the list')


def undo(desk):
    """Once."""
    window = desk.window
    window.key('ctrl+z')
    wait(lambda: sorted(cells[0] for cells in window.table('Stock')) == sorted(PRODUCTS),
         'the list as before')
    same(products(desk), desk.products_before, 'the products')


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/import/begin', begin),
    ('/desktop/import/choose', choose),
    ('/desktop/import/look', look),
    ('/desktop/import/wrong', wrong),
    ('/desktop/import/preview', preview),
    ('/desktop/import/apply', apply),
    ('/desktop/import/undo', undo),
    ('/desktop/import/end', end),
])
