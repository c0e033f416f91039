#!/usr/bin/python3
"""Half a delivery is typed when the power goes. It is offered again as it was typed, and
receiving it then books it once."""

import desk
from desk import Failure, same, wait
from scene import open_shop, open_window
from shop import DELIVERY, PRODUCTS, SUPPLIER

FIELD = 'Next product: SKU, name or barcode'
NOTE = 'SJ-77'
TYPED = DELIVERY[:3]
UNKNOWN = '9999999999994'


def entered(window):
    lines = window.find('list', 'Lines of the delivery')
    if lines is None:
        return {}
    return {widget.name.removeprefix('Quantity of '): widget.text
            for widget in lines.walk() if widget.role == 'text'}


def wait_for_typed(window):
    expected = {PRODUCTS[sku][0]: str(quantity) for sku, quantity in TYPED}

    def is_so():
        got = {name: typed for name, typed in entered(window).items()
               if name in expected or typed != '1'}
        if got != expected:
            raise Failure(f'the lines are {entered(window)!r}')
        return True
    wait(is_so, 'the lines as they were typed')
    wait(lambda: any(UNKNOWN in text for item in window.find_all('list item')
                     for text in item.all_texts()), 'the code nobody knows')


def type_half(desk):
    open_shop(desk)
    window = desk.window
    window.key('ctrl+d')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    window.type(SUPPLIER)
    window.key('Return')
    window.wait_for_focus('text', 'Note number')
    window.type(NOTE)
    window.key('Return')
    window.wait_for_focus('text', FIELD)

    window.scan(UNKNOWN)
    wait(lambda: any(UNKNOWN in text for item in window.find_all('list item')
                     for text in item.all_texts()), 'the code nobody knows')
    for sku, quantity in TYPED:
        window.scan(PRODUCTS[sku][1])
        window.wait_for_focus('text', f'Quantity of {PRODUCTS[sku][0]}')
        window.type(str(quantity))
        window.key('Return')
        window.wait_for_focus('text', FIELD)
    wait_for_typed(window)
    window.wait_for_words('Draft saved')


def power_cut(desk):
    desk.window.kill()
    desk.shop.check()
    same(desk.shop.ask('delivery', 'list'), [], 'the deliveries after the power cut')
    same(desk.shop.balances(), desk.balances_before, 'the stock after the power cut')


def offered_again(desk):
    """At the next start it is offered, with whose and how much it is, and continues as typed."""
    window = open_window(desk)
    wait(lambda: window.badge('Deliveries') == '1 draft', 'the draft on the badge of Deliveries')
    window.key('ctrl+3')
    window.wait_for_page('Deliveries')
    window.wait_for_words(SUPPLIER)
    wait(lambda: next((button for button in window.find_all('push button')
                       if 'Continue' in button.name or 'Continue' in button.all_texts()), None),
         'the offer to continue').press()
    wait_for_typed(window)
    wait(lambda: (window.find('text', 'Supplier').text, window.find('text', 'Note number').text)
         == (SUPPLIER, NOTE), 'the supplier and the note as typed')


def receive_needs_a_look(desk):
    """The line nobody knows is in the way: it must be cleared up, or removed."""
    window = desk.window
    window.get('text', FIELD)
    window.key('ctrl+Return')
    window.wait_for_words('1 line needs another look first.')
    same(desk.shop.ask('delivery', 'list'), [], 'the deliveries so far')


def receive_once(desk):
    window = desk.window
    row = next(item for item in window.find_all('list item')
               if any(UNKNOWN in text for text in item.all_texts()))
    row.find('push button', 'Remove this line').press()
    wait(lambda: len(entered(window)) == len(TYPED), 'the line to go')
    window.wait_until_active()
    window.key('ctrl+Return')
    window.wait_for_words('Received – ')
    deliveries = desk.shop.ask('delivery', 'list')
    same(len(deliveries), 1, 'how many deliveries there are')
    lines = desk.shop.ask('delivery', 'show', deliveries[0]['delivery'])['lines']
    same({line['sku']: line['quantity'] for line in lines}, dict(TYPED), 'what was received')
    wait(lambda: window.badge('Deliveries') == '', 'the draft to be gone')
    desk.shop.check()


def end(desk):
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/draft/type-half', type_half),
    ('/desktop/draft/6-power-cut', power_cut),
    ('/desktop/draft/6-offered-again', offered_again),
    ('/desktop/draft/6-receive-needs-a-look', receive_needs_a_look),
    ('/desktop/draft/3.11-receive-once', receive_once),
    ('/desktop/draft/end', end),
])
