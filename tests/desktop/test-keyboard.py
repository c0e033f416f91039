#!/usr/bin/python3
"""Everything by keyboard, and everything has a name: what a screen reader would say of each widget
that can have the keyboard, on each page, in the editor, in the menu and in the dialogs."""

import time

import desk
from desk import Failure, print_comment, same, wait
from scene import delivery_words, open_shop
from shop import PRODUCTS, SUPPLIER
from window import MOST_STOPS, PLACES, expect_names, is_plain

PAGES = (('ctrl+1', 'Waiting', 'Waiting lines'), ('ctrl+2', 'Orders', 'Orders'),
         ('ctrl+3', 'Deliveries', 'Deliveries'), ('ctrl+4', 'Purchases', 'Purchases'),
         ('ctrl+6', 'Stock', 'Stock'), ('ctrl+7', 'Customers', 'Customers'),
         ('ctrl+8', 'Suppliers', 'Suppliers'))

ODD_QUANTITIES = (
    ('1,000', '“1,000” could be 1 or 1000. Write it without the mark.'),
    ('1.000', '“1.000” could be 1 or 1000. Write it without the mark.'),
    ('-3', 'Write how many, without a minus.'),
    ('1e9', 'What is “e9”? Write a number, or “2 dus” for two packs.'),
)


def begin(desk):
    open_shop(desk)
    desk.shop.run('delivery', 'receive', *delivery_words())
    desk.shop.run('purchase', 'add', '--supplier', SUPPLIER, '--line', 'KP-01=9')
    wait(lambda: desk.window.badge('Waiting') == '12 lines wait', 'the delivery in the window')


def pages(desk):
    """Ctrl+1, 2, 3 ... bring each page to the front and put the keyboard into its list."""
    window = desk.window
    for key, page, table in PAGES + PAGES[:1]:
        window.key(key)
        window.wait_for_page(page)
        wait(lambda: window.find('tree table', table), f'the list {table}')

        def is_in_list():
            focused = window.focused()
            return focused is not None and focused.role in ('list', 'table row')
        wait(is_in_list, f'the keyboard in the list of {page}')


def names(desk):
    """The pages with something selected, so that the details show all they have."""
    window = desk.window
    for key, page, table in PAGES:
        window.key(key)
        window.wait_for_page(page)
        wait(lambda: window.table(table), f'rows of {table}')
        expect_names(window, page)
        window.key('Home', 'Down', 'Down')
        wait(lambda: any('SELECTED' in row.states for row in window.find_all('table row')),
             f'a selected row of {page}')
        expect_names(window, f'{page}, with a selected row')


def popover(desk):
    """What the button Tell opens, and Escape closes."""
    window = desk.window
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.get('push button', 'Tell').press()
    window.get('push button', 'Save')
    expect_names(window, 'how somebody was told')
    window.key('Escape')
    wait(lambda: window.find('push button', 'Save') is None, 'the popover to go')


def rows_are_read(desk):
    """Every cell of a row says something to read, or nothing: never the name of its class."""
    window = desk.window
    for key, page, table in PAGES:
        window.key(key)
        window.wait_for_page(page)
        for cells in wait(lambda: window.table(table), f'rows of {table}'):
            if any('Gtk' in cell or 'Sedia' in cell for cell in cells):
                raise Failure(f'{page}: a row reads {cells!r}')
            if not any(cells):
                raise Failure(f'{page}: a row reads as nothing')


def tab_order(desk):
    """Tab goes round and back to where it began: through what has a name, on one page, once into
    each list and out of it again."""
    window = desk.window
    for key, page, _ in PAGES:
        window.key(key)
        window.wait_for_page(page)
        seen = []
        names = []
        while True:
            focused = wait(window.focused, f'something with the keyboard on {page}')
            if focused.id in seen:
                break
            seen.append(focused.id)
            names.append(repr(focused))
            if is_plain(focused) and focused.role not in PLACES:
                raise Failure(f'{page}: Tab stops at {focused!r}')
            if len(names) > MOST_STOPS:
                raise Failure(f'{page}: Tab does not come back: {names}')
            window.key('Tab')
            wait(lambda: window.focused() not in (None, focused), f'Tab to leave {focused!r}')
            same(window.title(), f'{page} – Sedia', f'the page after Tab from {focused!r}')
        if seen.index(focused.id) > 1:
            raise Failure(f'{page}: Tab is caught at {focused!r} after {names}')
        for needed in ("entry 'Search in this list'", "push button 'Main menu'"):
            if needed not in names:
                raise Failure(f'{page}: Tab never reaches {needed}: {names}')
        print_comment(f'{page}: {len(names)} stops: ' + ', '.join(names))


def search(desk):
    """Ctrl+F, a word, Escape: found, and all again, with the keyboard back in the list."""
    window = desk.window
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.type('sambal')
    wait(lambda: sorted(cells[0] for cells in window.table('Stock')) == ['SB-01', 'SB-02'],
         'what was searched')
    window.key('Escape')
    wait(lambda: len(window.table('Stock')) == len(PRODUCTS), 'everything again')

    # Faster than the list: the rows that have the keyboard go, and it stays in the list.
    for key, typed, skus in (('Return', 'sambal', ['SB-01', 'SB-02']),
                             ('Down', 'melati', ['TH-01'])):
        window.key('ctrl+f')
        window.wait_for_focus('entry', 'Search in this list')
        window.key('ctrl+a')
        window.type(typed)
        window.key(key)
        wait(lambda: sorted(cells[0] for cells in window.table('Stock')) == skus,
             'what was searched')
        time.sleep(0.3)
        window.wait_for_focus('table row')
    window.key('ctrl+f', 'Escape')
    wait(lambda: len(window.table('Stock')) == len(PRODUCTS), 'everything again')


def menu(desk):
    window = desk.window

    def is_open():
        return any('Quit' in widget.name for widget in window.walk()
                   if widget.role in ('menu item', 'push button', 'check menu item'))

    window.key('F10')
    wait(is_open, 'the menu')
    expect_names(window, 'menu')
    window.key('Escape')
    wait(lambda: not is_open(), 'the menu to go')


def shortcuts(desk):
    """The window of all shortcuts. Its own buttons are GTK's, one of them without a name."""
    window = desk.window
    window.key('ctrl+question')
    for words in ('Everywhere', 'Waiting lines', 'New delivery', 'Undo'):
        window.wait_for_words(words)
    window.key('Escape')
    wait(lambda: len(window.top()) == 1, 'the shortcuts to go')
    window.wait_until_active()


def editor(desk):
    window = desk.window
    window.key('ctrl+d')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    expect_names(window, 'empty editor')
    window.type(SUPPLIER[:4])
    wait(lambda: window.says(SUPPLIER), 'the supplier as a suggestion')
    expect_names(window, 'editor with suggestions')
    window.key('Down', 'Return')
    window.wait_for_focus('text', 'Note number')
    same(window.find('text', 'Supplier').text, SUPPLIER, 'the supplier that was chosen')
    window.key('Return')
    window.scan(PRODUCTS['KC-01'][1])
    window.wait_for_focus('text', f"Quantity of {PRODUCTS['KC-01'][0]}")


def quantities(desk):
    """Numbers that mean two things or nothing get a sentence where they stand; none is received."""
    window = desk.window
    for typed, sentence in ODD_QUANTITIES:
        window.key('ctrl+a')
        window.type(typed)
        window.wait_for_words(sentence)
        window.key('ctrl+Return')
        window.wait_for_words('1 line needs another look first.')
        window.wait_for_focus('text', f"Quantity of {PRODUCTS['KC-01'][0]}")
    same(len(desk.shop.ask('delivery', 'list')), 1, 'how many deliveries there are')
    window.key('ctrl+a')
    window.type('12')


def unknown(desk):
    window = desk.window
    window.scan('9999999999994')
    wait(lambda: window.says('9999999999994'), 'the code nobody knows')
    expect_names(window, 'editor with lines')


def question(window, where):
    """A question comes; Escape is no."""
    wait(lambda: len(window.top()) > 1, where)
    expect_names(window, where)
    window.key('Escape')
    wait(lambda: len(window.top()) == 1, f'{where} to go')
    window.wait_until_active()


def questions(desk):
    """Discarding asks first, and so does Delete on a line that waits."""
    window = desk.window
    window.get('push button', 'Discard…').press()
    question(window, 'the question about the draft')
    same(len(desk.shop.ask('delivery', 'list')), 1, 'how many deliveries there are')
    window.key('Escape')
    wait(lambda: window.find('tree table', 'Deliveries'), 'the list of deliveries')
    wait(lambda: window.badge('Deliveries').startswith('1 draft'), 'the draft that is kept')

    orders = desk.shop.orders()
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.wait_for_focus('table row')
    window.key('Home', 'Down', 'Delete')
    question(window, 'the question about a line')
    same(desk.shop.orders(), orders, 'the orders after Escape')


def end(desk):
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/keyboard/begin', begin),
    ('/desktop/keyboard/pages', pages),
    ('/desktop/keyboard/names', names),
    ('/desktop/keyboard/popover', popover),
    ('/desktop/keyboard/rows-are-read', rows_are_read),
    ('/desktop/keyboard/tab-order', tab_order),
    ('/desktop/keyboard/search', search),
    ('/desktop/keyboard/menu', menu),
    ('/desktop/keyboard/shortcuts', shortcuts),
    ('/desktop/keyboard/editor', editor),
    ('/desktop/keyboard/quantities', quantities),
    ('/desktop/keyboard/unknown', unknown),
    ('/desktop/keyboard/questions', questions),
    ('/desktop/keyboard/end', end),
])
