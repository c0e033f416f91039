#!/usr/bin/python3
"""The products, by keyboard and scanner alone: a new one, refused, put right and saved; changed;
put away and brought back; and codes that are scanned wherever the keyboard is."""

import desk
from desk import same, wait
from scene import open_shop
from shop import PRODUCTS
from window import expect_names

SEARCH = 'Search in this list'
SKU = 'TK-01'
NAME = 'Topi Kebun'
BETTER_NAME = 'Topi Tani'
TOO_LOW = 'The minimum is above the maximum. Raise the maximum or lower the minimum.'
CODES = ('9990000000017', '9990000000024', '9990000000031')


def listed(window):
    return [cells[0] for cells in window.table('Stock')]


def wait_for_products(window, skus):
    wait(lambda: sorted(listed(window)) == sorted(skus), f'the products {sorted(skus)}')


def barcodes_of(desk, sku):
    return desk.shop.ask('product', 'show', sku)['barcodes']


def begin(desk):
    open_shop(desk)
    window = desk.window
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    wait_for_products(window, PRODUCTS)


def refused(desk):
    """A sentence stands at the number that is wrong; all that was typed is there still."""
    window = desk.window
    window.key('ctrl+f')
    window.wait_for_focus('entry', SEARCH)
    window.key('Tab')
    window.wait_for_focus('push button', 'New Product')
    window.key('Return')
    window.wait_for_focus('text', 'SKU')
    window.type(SKU)
    window.key('Tab')
    window.wait_for_focus('text', 'Name')
    window.type(NAME)
    window.tab_to('text', 'Minimum')
    window.type('9')
    window.key('Tab')
    window.wait_for_focus('text', 'Maximum')
    window.type('4')
    window.tab_to('text', 'Note')
    window.type('top shelf')
    window.key('ctrl+Return')
    window.wait_for_words(TOO_LOW)
    window.wait_for_focus('text', 'Minimum')
    same({name: window.get('text', name).text
          for name in ('SKU', 'Name', 'Minimum', 'Maximum', 'Note')},
         {'SKU': SKU, 'Name': NAME, 'Minimum': '9', 'Maximum': '4', 'Note': 'top shelf'},
         'what was typed')
    expect_names(window, 'the form with a refusal')
    same([row['sku'] for row in desk.shop.ask('product', 'list') if row['sku'] == SKU], [],
         'what was saved')


def saved(desk):
    window = desk.window
    window.key('ctrl+a')
    window.type('3')
    window.key('Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Saved – {NAME}')
    window.wait_for_selected(SKU)
    product = desk.shop.ask('product', 'show', SKU)
    same([product[key] for key in ('name', 'minimum', 'maximum', 'note')],
         [NAME, 3, 4, 'top shelf'], 'the product')


def edit(desk):
    window = desk.window
    window.key('F2')
    window.wait_for_focus('text', 'SKU')
    window.key('Tab')
    window.wait_for_focus('text', 'Name')
    window.key('ctrl+a')
    window.type(BETTER_NAME)
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Saved – {BETTER_NAME}')
    window.wait_for_selected(BETTER_NAME)
    same(desk.shop.ask('product', 'show', SKU)['name'], BETTER_NAME, 'the name')


def archive(desk):
    """Delete asks: Escape is no, Enter is yes, and Ctrl+Z brings it back."""
    window = desk.window
    for answer in ('Escape', 'Return'):
        same(desk.shop.ask('product', 'show', SKU)['archived'], False, 'whether it is put away')
        window.key('Delete')
        window.wait_for_words('Archive this product?')
        window.wait_for_focus('push button', 'Archive')
        window.key(answer)
        window.wait_for_dialog_to_go()
    window.wait_for_words(f'Archived – {BETTER_NAME}')
    wait_for_products(window, PRODUCTS)
    wait(lambda: window.chip('Archived') == 1, 'one that is put away')
    same(desk.shop.ask('product', 'show', SKU)['archived'], True, 'whether it is put away')

    window.key('ctrl+z')
    wait_for_products(window, [*PRODUCTS, SKU])
    wait(lambda: window.chip('Archived') == 0, 'none that is put away')
    same(desk.shop.ask('product', 'show', SKU)['archived'], False, 'whether it is put away')


def scan_in_rows(desk):
    window = desk.window
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    window.wait_for_focus('table row')
    for sku in ('KP-01', 'TH-02'):
        window.scan(PRODUCTS[sku][1])
        window.wait_for_selected(sku)


def scan_in_search(desk):
    """It shows the product, and what was searched before is not searched any more."""
    window = desk.window
    window.key('ctrl+f')
    window.wait_for_focus('entry', SEARCH)
    window.type('kopi')
    wait_for_products(window, ['KP-01', 'KP-02'])
    window.scan(PRODUCTS['SB-02'][1])
    window.wait_for_selected('SB-02')
    wait(lambda: window.get('entry', SEARCH).text == '', 'the search to be empty')


def scan_in_amount(desk):
    """What is counted is another product: that is said, and the number typed stays."""
    window = desk.window
    window.key('ctrl+u')
    field = window.wait_for_focus('text', 'Amount in pcs')
    window.type('12')
    window.scan(PRODUCTS['KP-01'][1])
    window.wait_for_words(f'That was {PRODUCTS["KP-01"][0]}. This is about '
                          f'{PRODUCTS["SB-02"][0]}.')
    same(window.get('text', field.name).text, '12', 'the number')
    window.key('Tab')
    window.wait_for_focus('text', 'Note')
    window.type('wet')
    window.scan(PRODUCTS['KP-02'][1])
    window.wait_for_words(f'That was {PRODUCTS["KP-02"][0]}. This is about '
                          f'{PRODUCTS["SB-02"][0]}.')
    same([window.get('text', name).text for name in (field.name, 'Note')], ['12', 'wet'],
         'what was typed')
    window.key('Escape')
    window.wait_for_focus('push button', 'Keep Editing')
    window.key('Tab')
    window.wait_for_focus('push button', 'Close Without Saving')
    window.key('Return')
    window.wait_for_dialog_to_go()
    same(desk.shop.balances(), desk.balances_before | {SKU: (0, 0, 0)}, 'the stock')


def scan_in_note(desk):
    """In a product's form a code is one of its barcodes, also from the note."""
    window = desk.window
    window.wait_for_focus('table row')
    window.key('F2')
    window.wait_for_focus('text', 'SKU')
    window.tab_to('text', 'Note')
    window.type('hot')
    window.scan(CODES[0])
    window.get('push button', f'Take away the barcode {CODES[0]}')
    same(window.get('text', 'Note').text, 'hot', 'the note')
    window.wait_for_focus('text', 'Note')
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    product = desk.shop.ask('product', 'show', 'SB-02')
    same((product['note'], sorted(product['barcodes'])),
         ('hot', sorted([PRODUCTS['SB-02'][1], CODES[0]])), 'what was saved')


def unknown(desk):
    """A code that nobody has is offered to a product that is searched by name."""
    window = desk.window
    window.wait_for_focus('table row')
    window.scan(CODES[1])
    window.wait_for_focus('text', 'Add it to')
    window.wait_for_words('No product has this barcode yet.')
    window.wait_for_words(CODES[1])
    window.type('bajak')
    wait(lambda: window.find('list item', PRODUCTS['SB-01'][0]) or
         window.says(PRODUCTS['SB-01'][0]), 'the suggestion')
    expect_names(window, 'the unknown code with a suggestion')
    window.key('Return')
    wait(lambda: window.get('text', 'Add it to').text == PRODUCTS['SB-01'][0], 'the choice')
    window.key('Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Barcode {CODES[1]} added – {PRODUCTS["SB-01"][0]}')
    window.wait_for_selected('SB-01')
    same(sorted(barcodes_of(desk, 'SB-01')), sorted([PRODUCTS['SB-01'][1], CODES[1]]),
         'its barcodes')

    window.key('ctrl+z')
    wait(lambda: barcodes_of(desk, 'SB-01') == [PRODUCTS['SB-01'][1]], 'its barcodes as before')


def unknown_is_new(desk):
    """Or it belongs to a product that is entered now."""
    window = desk.window
    window.scan(CODES[2])
    window.wait_for_focus('text', 'Add it to')
    window.tab_to('push button', 'New Product with This Barcode…')
    window.key('Return')
    window.wait_for_focus('text', 'SKU')
    window.get('push button', f'Take away the barcode {CODES[2]}')
    window.type('TK-02')
    window.key('Tab')
    window.wait_for_focus('text', 'Name')
    window.type('Tikar')
    window.key('Return')
    window.wait_for_dialog_to_go()
    window.wait_for_selected('TK-02')
    same(barcodes_of(desk, 'TK-02'), [CODES[2]], 'its barcodes')


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/stock/begin', begin),
    ('/desktop/stock/refused', refused),
    ('/desktop/stock/saved', saved),
    ('/desktop/stock/edit', edit),
    ('/desktop/stock/archive', archive),
    ('/desktop/stock/scan-in-rows', scan_in_rows),
    ('/desktop/stock/scan-in-search', scan_in_search),
    ('/desktop/stock/scan-in-amount', scan_in_amount),
    ('/desktop/stock/scan-in-note', scan_in_note),
    ('/desktop/stock/unknown', unknown),
    ('/desktop/stock/unknown-is-new', unknown_is_new),
    ('/desktop/stock/end', end),
])
