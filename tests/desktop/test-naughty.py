#!/usr/bin/python3
"""Names from the Big List of Naughty Strings: markup, right-to-left, emoji, zero width, very long.
They are stored, listed, found, typed and notified unchanged. What goes through no window, the whole
list goes through in tests/store/test-naughty.c.

The list is not part of the project: SEDIA_REFERENCE_DATA names the folder that has it.
"""

import html
import json
import os
import unicodedata

import desk
from desk import Failure, print_comment, same, skip_all, wait
from shop import Shop
from window import Window

SAMPLE = 40
NOTIFIED = 9
SEARCHED = 4
OPENED = 3
RECEIVED = 6
TYPED = 2


def strings():
    """The whole list; None when it is not here."""
    folders = [os.environ.get('SEDIA_REFERENCE_DATA') or '',
               os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../../shared/data')]
    for folder in folders:
        path = os.path.join(folder, 'naughty-strings', 'blns.json')
        if folder and os.path.exists(path):
            with open(path, encoding='utf-8') as stream:
                return json.load(stream)
    return None


def kind(text):
    """What makes a string naughty, roughly: so that the sample has some of each."""
    categories = {unicodedata.category(char) for char in text}
    if any(unicodedata.bidirectional(char) in ('R', 'AL', 'RLE', 'RLO', 'RLI') for char in text):
        return 'right to left'
    if any(ord(char) > 0xffff for char in text):
        return 'beyond the first plane'
    if 'Cf' in categories:
        return 'zero width'
    if 'Mn' in categories:
        return 'combining'
    if len(text) > 90:
        return 'long'
    if '<' in text or '&' in text:
        return 'markup'
    if any(char in text for char in '%$`{\\'):
        return 'format'
    if "'" in text or '"' in text or '--' in text:
        return 'quotes'
    if any(ord(char) > 0x7f for char in text):
        return 'other scripts'
    return 'plain'


def is_name(text):
    """Whether it can be a name at all: one line, no control characters, no blanks around it."""
    controls = ('Cc', 'Cs', 'Zl', 'Zp')
    return text != '' and text == text.strip() and not any(
        unicodedata.category(char) in controls for char in text)


def sample(texts):
    """Some of each kind, spread over the list."""
    kinds = {}
    for text in dict.fromkeys(filter(is_name, texts)):
        kinds.setdefault(kind(text), []).append(text)
    chosen = []
    turn = 0
    while len(chosen) < SAMPLE and any(len(some) > turn for some in kinds.values()):
        for some in kinds.values():
            step = max(1, len(some) * len(kinds) // SAMPLE)
            if turn * step < len(some):
                chosen.append(some[turn * step])
        turn += 1
    return chosen[:SAMPLE]


NAMES = strings()
if NAMES is None:
    skip_all('the naughty strings are not here; SEDIA_REFERENCE_DATA names their folder')
NAMES = sample(NAMES)


def customer_of(number):
    """No two customers have one name, even where a computer folds cases and widths."""
    return f'{NAMES[number]} {number}'


def sku_of(number):
    return f'N-{number:02}'


def spread(count):
    """So many of the names, from everywhere in the list."""
    return range(0, len(NAMES), max(1, len(NAMES) // count))


def store(desk):
    """They come in from files, and are given back as they were."""
    desk.shop = Shop(desk.path('shop.db'))
    numbers = range(len(NAMES))
    desk.shop.run('supplier', 'add', 'Naughty')
    desk.shop.bring('suppliers', ('name',), [(NAMES[number],) for number in spread(RECEIVED)])
    desk.shop.bring('products', ('sku', 'name'), [(sku_of(number), NAMES[number])
                                                  for number in numbers])
    desk.shop.bring('customers', ('code', 'name'), [(f'C-{number}', customer_of(number))
                                                    for number in numbers])
    desk.shop.bring('orders', ('order', 'customer', 'sku', 'quantity'),
                    [(number + 1, f'C-{number}', sku_of(number), 1) for number in numbers])
    desk.shop.run('product', 'add', 'REST')
    for number in spread(RECEIVED):
        desk.shop.run('delivery', 'receive', f'--supplier={NAMES[number]}',
                      f'--note-number={NAMES[number]}', '--line', 'REST=1')
    same({row['sku']: row['name'] for row in desk.shop.ask('product', 'list')},
         {'REST': 'REST', **{sku_of(number): NAMES[number] for number in numbers}},
         'the names as stored')
    same({row['name'] for row in desk.shop.ask('customer', 'list')},
         {customer_of(number) for number in numbers}, 'the customers as stored')
    print_comment(f'{len(NAMES)} names: ' + ', '.join(sorted({kind(name) for name in NAMES})))


def listed_waiting(desk):
    window = Window(desk, '--database', desk.shop.path)
    window.wait_for_page('Waiting')
    expected = set(NAMES) | {customer_of(number) for number in range(len(NAMES))}

    def is_so():
        got = {cells[1] for cells in window.table('Waiting lines')}
        if got != expected:
            raise Failure(f'missing {sorted(expected - got)!r}, '
                          f'not expected {sorted(got - expected)!r}')
        return True
    wait(is_so, 'every name on the page Waiting')


def listed_stock(desk):
    window = desk.window
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    expected = {sku_of(number): name for number, name in enumerate(NAMES)}

    def is_so():
        got = {cells[0]: cells[1] for cells in window.table('Stock')}
        wrong = {sku: (got.get(sku), name) for sku, name in expected.items()
                 if got.get(sku) != name}
        if wrong:
            raise Failure(f'other names: {wrong!r}')
        return True
    wait(is_so, 'every name on the page Stock')


def details(desk):
    """Beside the list stands the name of the product that is selected."""
    window = desk.window
    names = [cells[1] for cells in wait(lambda: window.table('Stock'), 'the page Stock')]
    window.key('Home')
    for number in range(1, OPENED + 1):
        window.key('Down')
        wait(lambda: len(list(window.find_all('label', names[number]))) > 1,
             f'{names[number]!r} in the list and beside it')


def found(desk):
    """Searching for a name finds it."""
    window = desk.window
    everything = len(wait(lambda: window.table('Stock'), 'the page Stock'))
    for number in spread(SEARCHED):
        window.key('ctrl+f')
        window.wait_for_focus('entry', 'Search in this list').enter(NAMES[number])

        def is_found():
            skus = [cells[0] for cells in window.table('Stock')]
            return sku_of(number) in skus and len(skus) < everything
        wait(is_found, f'{NAMES[number]!r} to be found')
    window.wait_for_focus('entry', 'Search in this list').enter('')
    wait(lambda: len(window.table('Stock')) == everything, 'everything again')


def listed_deliveries(desk):
    """The supplier and the number on the note, and they are found."""
    window = desk.window
    window.key('ctrl+3')
    window.wait_for_page('Deliveries')

    def expect(names):
        rows = [' '.join(cells) for cells in window.table('Deliveries')]
        missing = [name for name in names if not any(row.count(name) > 1 for row in rows)]
        if missing:
            raise Failure(f'missing {missing!r} in {rows!r}')
        return len(rows)
    names = [NAMES[number] for number in spread(RECEIVED)]
    everything = wait(lambda: expect(names), 'every supplier and note on the page Deliveries')

    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list').enter(names[0])
    wait(lambda: expect(names[:1]) < everything, f'{names[0]!r} to be found')
    window.wait_for_focus('entry', 'Search in this list').enter('')
    wait(lambda: expect(names) == everything, 'everything again')


def typed(desk):
    """In every field of New delivery, and in the draft that is left."""
    window = desk.window
    for number in spread(TYPED):
        name = NAMES[number]
        window.key('ctrl+d')
        for field in ('Supplier', 'Note number', 'Next product: SKU, name or barcode'):
            window.wait_for_focus('text', field).enter(name)
            window.key('Return')
        window.get('text', f'Quantity of {name}').enter(name)
        see_typed(window, name)
        window.wait_for_words('Draft saved')

        window.key('Escape')
        see_beside(window, name)
        # The first of them may belong to the offer of another draft.
        list(window.find_all('push button', 'Continue'))[-1].press()
        see_typed(window, name)
        window.key('Escape')
        see_beside(window, name)


def see_beside(window, name):
    """Supplier and note, in the list and beside it."""
    wait(lambda: len(list(window.find_all('label', name))) >= 4, f'the draft from {name!r}')


def see_typed(window, name):
    def is_so():
        return [widget.text if widget is not None else None for widget in (
            window.find('text', 'Supplier'), window.find('text', 'Note number'),
            window.find('text', f'Quantity of {name}'))] == [name] * 3
    wait(is_so, f'{name!r} in every field')


def notified(desk):
    """Three customers a delivery, so that all their names are in the notification."""
    first_of_kind = list({kind(name): number for number, name in reversed([*enumerate(NAMES)])}
                         .values())
    others = [number for number in range(len(NAMES)) if number not in first_of_kind]
    numbers = sorted((first_of_kind + others)[:NOTIFIED])
    for turn in range(0, NOTIFIED, 3):
        words = [word for number in numbers[turn:turn + 3]
                 for word in ('--line', f'{sku_of(number)}=1')]
        desk.shop.run('delivery', 'receive', '--supplier', 'Naughty', *words)
        sent = wait(lambda: len(desk.notices.sent) > turn // 3 and desk.notices.sent[turn // 3],
                    'the notification')
        names = ', '.join(customer_of(number) for number in numbers[turn:turn + 3])
        same(html.unescape(sent['body']), f'3 customers: {names}', 'the names in a notification')
        if '<' in sent['body']:
            raise Failure(f'markup in a notification: {sent["body"]!r}')
    same(len(desk.dunst_history()), NOTIFIED // 3, 'how many notifications the service has shown')


def end(desk):
    desk.shop.check()
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/naughty/store', store),
    ('/desktop/naughty/listed-waiting', listed_waiting),
    ('/desktop/naughty/listed-stock', listed_stock),
    ('/desktop/naughty/details', details),
    ('/desktop/naughty/found', found),
    ('/desktop/naughty/listed-deliveries', listed_deliveries),
    ('/desktop/naughty/typed', typed),
    ('/desktop/naughty/7-notified', notified),
    ('/desktop/naughty/end', end),
])
