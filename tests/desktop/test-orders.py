#!/usr/bin/python3
"""An order at the counter, by keyboard and scanner alone: taken, handed over by what goes in the
bag, taken back; and scans that come while the keyboard is somewhere else."""

import desk
from desk import same, wait
from scene import open_shop
from shop import PRODUCTS
from window import expect_names

FIELD = 'Next product: SKU, name or barcode'
READY = 'MN-01'
SHORT = 'KP-01'
CUSTOMER = 'Siti Rahma'
ORDER = 21


def quantity_of(sku):
    return f'Quantity of {PRODUCTS[sku][0]}'


def quantities(window):
    """The lines typed so far: {product: quantity}."""
    lines = window.find('list', 'Lines of the order')
    if lines is None:
        return {}
    return {widget.name.removeprefix('Quantity of '): widget.text
            for widget in lines.walk() if widget.role == 'text'}


def wait_for_quantities(window, expected):
    wanted = {PRODUCTS[sku][0]: quantity for sku, quantity in expected.items()}
    wait(lambda: quantities(window) == wanted, f'the lines {wanted}')


def stand_of(desk):
    """How the file says the order stands, its line of what is ready, and that product's stock."""
    order = desk.shop.ask('order', 'show', ORDER)
    line = next(line for line in order['lines'] if line['sku'] == READY)
    return (order['status'], [(key, line[key]) for key in ('delivered', 'reserved', 'waiting')],
            desk.shop.balances()[READY])


def begin(desk):
    """Eight of one product came; somebody waited for one of them."""
    open_shop(desk)
    desk.shop.run('delivery', 'receive', '--line', f'{READY}=8')
    desk.orders_before = desk.shop.orders()
    window = desk.window
    window.key('ctrl+2')
    window.wait_for_page('Orders')


def take_order(desk):
    """Each line says what would become of it; Ctrl+Enter places the order."""
    window = desk.window
    window.key('ctrl+n')
    window.wait_for_focus('text', 'Customer')
    window.type('Siti')
    wait(lambda: window.find('list item', CUSTOMER) or window.says(CUSTOMER), 'the suggestion')
    window.key('Down', 'Return')
    window.wait_for_focus('text', 'Need by')
    window.key('Return')
    window.wait_for_focus('text', FIELD)
    window.scan(PRODUCTS[READY][1])
    window.wait_for_focus('text', quantity_of(READY))
    window.type('5')
    window.key('Return')
    window.wait_for_focus('text', FIELD)
    window.type(SHORT)
    window.key('Return')
    window.wait_for_focus('text', quantity_of(SHORT))
    window.type('2')
    window.key('Return')
    window.wait_for_words('5 pcs ready now')
    window.wait_for_words('2 pcs waiting, place 5 in the queue')
    expect_names(window, 'the order being typed')

    window.key('ctrl+Return')
    window.wait_for_words(f'Order {ORDER} placed – 1 line waits')
    wait(lambda: window.table('Orders')[0][:2] == [str(ORDER), CUSTOMER], 'the order in the list')


def hand_over(desk):
    """What goes in the bag is scanned; what was not stays owed; Undo."""
    window = desk.window
    before = stand_of(desk)
    window.key('ctrl+h')
    window.wait_for_focus('text', PRODUCTS[READY][0])
    expect_names(window, 'handing over')
    for _ in range(2):
        window.scan(PRODUCTS[READY][1])
    wait(lambda: window.get('text', PRODUCTS[READY][0]).text == '2', 'two of them')
    window.scan(PRODUCTS['SB-01'][1])
    window.wait_for_words(f'{PRODUCTS["SB-01"][0]} is not in this order.')
    same(window.get('text', PRODUCTS[READY][0]).text, '2', 'what goes')
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Handed over – 2 lines of order {ORDER} are still owed')
    same(stand_of(desk), ('partly-ready', [('delivered', 2), ('reserved', 3), ('waiting', 0)],
                          (6, 4, 0)), 'what was handed over')
    desk.shop.check()

    window.key('ctrl+z')
    window.wait_for_words(f'Undone – hand-over of order {ORDER}')
    same(stand_of(desk), before, 'the order and the stock')
    same(desk.shop.orders(), desk.orders_before, 'the other orders')
    desk.shop.check()


def scans_anywhere(desk):
    """Wherever the keyboard is a scan is a line; it never ends up in a name or a quantity."""
    window = desk.window
    window.key('ctrl+n')
    window.wait_for_focus('text', 'Customer')
    window.scan(PRODUCTS[READY][1])
    window.wait_for_focus('text', quantity_of(READY))
    wait_for_quantities(window, {READY: '1'})
    same(window.get('text', 'Customer').text, '', 'the customer')

    window.scan(PRODUCTS[SHORT][1])
    window.wait_for_focus('text', quantity_of(SHORT))
    wait_for_quantities(window, {READY: '1', SHORT: '1'})
    window.scan(PRODUCTS[READY][1])
    window.wait_for_focus('text', quantity_of(READY))
    wait_for_quantities(window, {READY: '2', SHORT: '1'})


def discard(desk):
    """Escape keeps it as a draft; Delete asks before it is gone."""
    window = desk.window
    window.key('Escape')
    wait(lambda: window.chip('Drafts') == 1, 'a draft')
    window.wait_for_focus('table row')
    window.key('Delete')
    wait(lambda: len(window.top()) > 1, 'the question')
    window.key('Escape')
    window.wait_for_dialog_to_go()
    wait(lambda: window.chip('Drafts') == 1, 'the draft, still')


def scan_in_a_list(desk):
    """What is scanned while a list is in front is opened, also from the search."""
    window = desk.window
    window.key('ctrl+8')
    window.wait_for_page('Suppliers')
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.scan(PRODUCTS[SHORT][1])
    window.wait_for_page('Stock')
    wait(lambda: any('SELECTED' in row.states and PRODUCTS[SHORT][0] in row.all_texts()
                     for row in window.find_all('table row')), 'the product')


def find_and_print(desk):
    """Ctrl+K finds by what is typed; Ctrl+P shows what would be printed."""
    window = desk.window
    window.key('ctrl+k')
    window.wait_for_focus('text', 'Search anything')
    window.type(str(ORDER))
    window.wait_for_words(f'Order {ORDER} – {CUSTOMER}')
    expect_names(window, 'searching anything')
    window.key('Return')
    window.wait_for_page('Orders')
    wait(lambda: window.find('push button', 'Hand Over…'), 'the order')

    window.key('ctrl+p')
    window.wait_for_words('1 page')
    expect_names(window, 'what is printed')
    window.key('Escape')
    window.wait_for_dialog_to_go()


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/orders/begin', begin),
    ('/desktop/orders/take-order', take_order),
    ('/desktop/orders/hand-over', hand_over),
    ('/desktop/orders/scans-anywhere', scans_anywhere),
    ('/desktop/orders/discard', discard),
    ('/desktop/orders/scan-in-a-list', scan_in_a_list),
    ('/desktop/orders/find-and-print', find_and_print),
    ('/desktop/orders/end', end),
])
