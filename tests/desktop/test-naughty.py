#!/usr/bin/python3
"""Names from the Big List of Naughty Strings: markup, right-to-left, emoji, zero width, very long.
They are stored, listed, found and notified unchanged.

The list is not part of the project: SEDIA_REFERENCE_DATA names the folder that has it.
"""

import html
import json
import os
import unicodedata

import desk
from desk import Failure, PATIENCE, print_comment, same, skip_all, wait
from shop import Shop
from window import Window

SAMPLE = 60
NOTIFIED = 12
SEARCHED = 8


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


def store(desk):
    """sediactl takes them and gives them back as they were."""
    desk.shop = Shop(desk.path('shop.db'))
    desk.shop.run('supplier', 'add', 'Naughty')
    for number, name in enumerate(NAMES):
        desk.shop.run('product', 'add', f'N-{number:02}', f'--name={name}')
        desk.shop.run('customer', 'add', '--', customer_of(number))
        desk.shop.run('order', 'add', f'--customer={customer_of(number)}',
                      '--line', f'N-{number:02}=1')
    same({row['sku']: row['name'] for row in desk.shop.ask('product', 'list')},
         {f'N-{number:02}': name for number, name in enumerate(NAMES)}, 'the names as stored')
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
    window.key('ctrl+3')
    window.wait_for_page('Stock')
    expected = {f'N-{number:02}': name for number, name in enumerate(NAMES)}

    def is_so():
        got = {cells[0]: cells[1] for cells in window.table('Stock')}
        wrong = {sku: (got.get(sku), name) for sku, name in expected.items()
                 if got.get(sku) != name}
        if wrong:
            raise Failure(f'other names: {wrong!r}')
        return True
    wait(is_so, 'every name on the page Stock')


def details(desk):
    """Each product's detail is opened once."""
    window = desk.window
    window.key('Home')
    for _ in range(len(NAMES)):
        window.key('Down')
    wait(lambda: any('SELECTED' in row.states for row in window.find_all('table row')),
         'a selected row')


def found(desk):
    """Searching for a name finds it."""
    window = desk.window
    step = max(1, len(NAMES) // SEARCHED)
    for number in range(0, len(NAMES), step):
        window.key('ctrl+f')
        window.wait_for_focus('entry', 'Search in this list').enter(NAMES[number])
        wait(lambda: f'N-{number:02}' in [cells[0] for cells in window.table('Stock')]
             and len(window.table('Stock')) < len(NAMES),
             f'{NAMES[number]!r} to be found', PATIENCE / 2)
    window.wait_for_focus('entry', 'Search in this list').enter('')
    wait(lambda: len(window.table('Stock')) == len(NAMES), 'everything again')


def notified(desk):
    """Three customers a delivery, so that all their names are in the notification."""
    first_of_kind = list({kind(name): number for number, name in reversed([*enumerate(NAMES)])}
                         .values())
    others = [number for number in range(len(NAMES)) if number not in first_of_kind]
    numbers = sorted((first_of_kind + others)[:NOTIFIED])
    for turn in range(0, NOTIFIED, 3):
        words = [word for number in numbers[turn:turn + 3]
                 for word in ('--line', f'N-{number:02}=1')]
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
    ('/desktop/naughty/7-notified', notified),
    ('/desktop/naughty/end', end),
])
