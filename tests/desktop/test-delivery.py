#!/usr/bin/python3
"""A clerk receives a delivery of twelve lines by scanner and keyboard, is told once who was waiting
for it, looks at their lines, and takes it back."""

import desk
from desk import Failure, same, wait
from scene import (CUSTOMERS, LINES, booked, expected_lines, no_second_notification, open_shop,
                   press_shows_the_lines, see_everything_came, see_nothing_came,
                   see_one_notification, taken_back, wait_for_lines)
from shop import DELIVERY, ORDERS, PRODUCTS, SUPPLIER, who_gets_what

FIELD = 'Next product: SKU, name or barcode'
NOTE = 'SJ-2026-118'


def quantity_of(sku):
    return f'Quantity of {PRODUCTS[sku][0]}'


def entered(window):
    """The lines typed so far: {product: quantity}."""
    lines = window.find('list', 'Lines of the delivery')
    if lines is None:
        return {}
    return {widget.name.removeprefix('Quantity of '): widget.text
            for widget in lines.walk() if widget.role == 'text'}


def begin(desk):
    open_shop(desk)
    see_nothing_came(desk.window)
    desk.window.key('ctrl+d')
    desk.window.wait_for_page('Deliveries')
    desk.window.wait_for_focus('text', 'Supplier')


def supplier_and_note(desk):
    window = desk.window
    window.type(SUPPLIER)
    window.key('Return')
    window.wait_for_focus('text', 'Note number')
    window.type(NOTE)
    window.key('Return')
    window.wait_for_focus('text', FIELD)


def scan_and_count(desk):
    """Six cartons: after a scan the keyboard is on the quantity, after it on the next scan."""
    window = desk.window
    for sku, quantity in DELIVERY[:6]:
        window.scan(PRODUCTS[sku][1])
        window.wait_for_focus('text', quantity_of(sku))
        window.type(str(quantity))
        window.key('Return')
        window.wait_for_focus('text', FIELD)


def type_and_count(desk):
    """Four more by hand: SKU, Enter, quantity, Enter."""
    window = desk.window
    for sku, quantity in DELIVERY[6:10]:
        window.type(sku)
        window.key('Return')
        window.wait_for_focus('text', quantity_of(sku))
        window.type(str(quantity))
        window.key('Return')
        window.wait_for_focus('text', FIELD)


def scan_one_by_one(desk):
    """Two products whose every piece is scanned, without a look at the screen."""
    window = desk.window
    for sku, quantity in DELIVERY[10:]:
        for _ in range(quantity):
            window.scan(PRODUCTS[sku][1])

    expected = {PRODUCTS[sku][0]: str(quantity) for sku, quantity in DELIVERY}

    def is_so():
        got = entered(window)
        if got != expected:
            raise Failure(f'the lines are {got!r}')
        return True
    wait(is_so, 'twelve lines as typed')


def who_gets_what_before(desk):
    """Before anything is booked the clerk reads who will get how much."""
    window = desk.window
    window.wait_for_words(f'Serves {LINES} lines for {CUSTOMERS} customers')

    names = {name: sku for sku, (name, _) in PRODUCTS.items()}
    expected = {}
    for (order, line), quantity in who_gets_what(DELIVERY).items():
        customer, wishes = ORDERS[order - 1]
        expected[wishes[line - 1][0], customer, order] = quantity

    def read():
        shown = {}
        sku = None
        for item in window.get('list', 'Who gets what').children():
            texts = item.all_texts()
            if texts and texts[0] in names:
                sku = names[texts[0]]
            elif len(texts) > 2 and 'Order ' in texts[2]:
                order = int(texts[2].split('Order ')[1].split(',')[0].split(' ')[0])
                shown[sku, texts[0], order] = int(texts[1].split('\u00a0')[0])
        return shown

    def is_so():
        got = read()
        if got != expected:
            raise Failure(f'missing {sorted(expected.items() - got.items())}, '
                          f'not expected {sorted(got.items() - expected.items())}')
        return True
    wait(is_so, 'who gets what')
    same(desk.shop.balances(), desk.balances_before, 'the stock before Receive')
    same(desk.notices.sent, [], 'notifications before Receive')


def receive(desk):
    desk.window.key('ctrl+Return')
    desk.window.wait_for_words(f'Received – {LINES} lines filled for {CUSTOMERS} customers')
    see_one_notification(desk)
    booked(desk)
    delivery = desk.shop.ask('delivery', 'list')[0]
    same((delivery['supplier'], delivery['note_number']), (SUPPLIER, NOTE), "the delivery's note")


def waiting_follows(desk):
    """The page Waiting was not in front: it is up to date when it is."""
    desk.window.key('ctrl+1')
    desk.window.wait_for_page('Waiting')
    see_everything_came(desk.window)
    same(desk.window.chip('All'), len(expected_lines({})), 'the number on the filter All')


def action(desk):
    press_shows_the_lines(desk)


def undo(desk):
    """Ctrl+Z: the stock, the queue and the window are as before, and the draft is back."""
    window = desk.window
    window.key('ctrl+z')
    taken_back(desk)
    wait_for_lines(window, expected_lines(
        {key: 0 for key in who_gets_what(DELIVERY)}, only_served=True),
                   'the lines of the restock with nothing set aside')
    show_all = next(button for button in window.find_all('push button')
                    if button.name.endswith('Show all again'))
    show_all.press()
    see_nothing_came(window)


def once(desk):
    no_second_notification(desk)


def end(desk):
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/delivery/begin', begin),
    ('/desktop/delivery/supplier-and-note', supplier_and_note),
    ('/desktop/delivery/scan-and-count', scan_and_count),
    ('/desktop/delivery/type-and-count', type_and_count),
    ('/desktop/delivery/scan-one-by-one', scan_one_by_one),
    ('/desktop/delivery/6-who-gets-what-before', who_gets_what_before),
    ('/desktop/delivery/6-receive', receive),
    ('/desktop/delivery/3.1-waiting-follows', waiting_follows),
    ('/desktop/delivery/7-action', action),
    ('/desktop/delivery/9-undo', undo),
    ('/desktop/delivery/7-once', once),
    ('/desktop/delivery/end', end),
])
