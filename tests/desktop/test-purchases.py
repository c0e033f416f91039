#!/usr/bin/python3
"""What to order becomes a purchase, its day slips, those who count on it must be told and may go,
part of it comes, the right ones are filled, and the rest has a new day. By keyboard alone."""

import datetime

import desk
from desk import same, wait
from shop import SUPPLIER, Shop
from window import Window, expect_names

SKU = 'KP-01'
PRODUCT = 'Kopi Robusta 1 kg'
WISHES = (('Siti Rahma', 2), ('Budi Santoso', 5), ('Ayu Lestari', 4))
NAMES = [name for name, _ in WISHES]
LEAD_DAYS = 5
LATER = 20
CAME = 7


def day_ahead(days):
    return (datetime.date.today() + datetime.timedelta(days)).isoformat()


def due(desk):
    """{customer: (reasons, whether cancelling must be offered)}"""
    return {row['customer']: (row['reasons'], row['must_offer_cancel'])
            for row in desk.shop.ask('contact', 'due')}


def all_due(reason, offer):
    return {name: ([reason], offer) for name in NAMES}


def lines(desk):
    """{customer: (reserved, waiting, the day it is expected)}"""
    orders = [desk.shop.ask('order', 'show', number + 1) for number in range(len(WISHES))]
    return {order['customer']: (order['lines'][0]['reserved'], order['lines'][0]['waiting'],
                                order['lines'][0]['expected']['date'])
            for order in orders}


def begin(desk):
    """Three wait for what nobody has ordered."""
    shop = desk.shop = Shop(desk.path('shop.db'))
    shop.run('supplier', 'add', SUPPLIER, '--lead-days', str(LEAD_DAYS))
    shop.run('product', 'add', SKU, '--name', PRODUCT, '--supplier', SUPPLIER, '--minimum', '0',
             '--maximum', '1', '--cost', '50000')
    for name, quantity in WISHES:
        shop.run('customer', 'add', name, '--channel', 'person')
        shop.run('order', 'add', '--customer', name, '--line', f'{SKU}={quantity}')
        shop.run('contact', 'log', name, '--reached')
    same(due(desk), {}, 'who must be told')
    window = Window(desk, '--database', shop.path)
    window.wait_for_page('Waiting')


def suggested(desk):
    """All of them are covered, and the maximum is reached; one press makes a draft."""
    window = desk.window
    window.key('ctrl+5')
    window.wait_for_page('Reorder')
    window.wait_for_words(PRODUCT)
    expect_names(window, 'what to order')
    window.tab_to('push button', 'Make Draft Purchases (1)')
    window.key('space')
    wait(lambda: [row['status'] for row in desk.shop.ask('purchase', 'list')] == ['draft'],
         'a draft purchase')
    line = desk.shop.ask('purchase', 'show', 1)['lines'][0]
    same((line['sku'], line['ordered']), (SKU, sum(wish for _, wish in WISHES) + 1),
         'what is in the draft')
    window.wait_for_words('Nothing to Order')


def select_the_purchase(window):
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.key('Down')
    window.wait_for_focus('table row')
    window.key('Home')
    window.wait_for_selected(SUPPLIER)
    window.wait_for_words('Purchase 1')


def ordered(desk):
    """Ctrl+O: the supplier has it, and its day is news to all three."""
    window = desk.window
    window.key('ctrl+4')
    window.wait_for_page('Purchases')
    window.tab_to('push button', 'Drafts, 1')
    window.key('space')
    wait(lambda: len(window.table('Purchases')) == 1, 'the draft')
    select_the_purchase(window)
    expect_names(window, 'a purchase')
    window.key('ctrl+o')
    wait(lambda: desk.shop.ask('purchase', 'show', 1)['status'] == 'confirmed', 'the order')
    same(due(desk), all_due('date-known', False), 'who must be told')
    for name in NAMES:
        desk.shop.run('contact', 'log', name, '--reached')
    same(due(desk), {}, 'who must be told')


def go_to_the_purchase(window):
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+4')
    window.wait_for_page('Purchases')
    window.tab_to('push button', 'Expected, 1')
    window.key('space')
    wait(lambda: len(window.table('Purchases')) == 1, 'the purchase')
    select_the_purchase(window)


def slips(desk):
    """Before it is saved the clerk reads who must be told; then all are due, with the way out."""
    window = desk.window
    go_to_the_purchase(window)
    window.key('ctrl+j')
    window.wait_for_focus('text', 'Expected on')
    expect_names(window, 'another day')
    window.key('ctrl+a')
    window.type(day_ahead(LATER))
    window.wait_for_words(f'Because of this {len(NAMES)} customers must be told:')
    for name in NAMES:
        window.wait_for_words(name)
    same(due(desk), {}, 'who must be told before it is saved')
    window.key('Return')
    window.wait_for_dialog_to_go()
    wait(lambda: due(desk) == all_due('date-moved', True), 'the offer to cancel for all three')
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    wait(lambda: window.chip('Must be told') == len(NAMES), 'three who must be told')


def comes_in_part(desk):
    """Ctrl+R, a scan and a number: who ordered first is filled first, and what is short is said."""
    window = desk.window
    go_to_the_purchase(window)
    window.key('ctrl+r')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Next product: SKU, name or barcode')
    window.type(SKU)
    window.key('Return')
    window.wait_for_focus('text', f'Quantity of {PRODUCT}')
    window.type(str(CAME))
    window.key('Return')
    window.wait_for_words('Serves 2 lines for 2 customers')
    window.wait_for_words('5\u00a0pcs short')
    window.key('ctrl+Return')
    wait(lambda: desk.shop.ask('delivery', 'list') != [], 'the delivery')
    same(lines(desk), {'Siti Rahma': (2, 0, None), 'Budi Santoso': (5, 0, None),
                       'Ayu Lestari': (0, 4, day_ahead(LATER))}, 'who got what')
    purchase = desk.shop.ask('purchase', 'show', 1)
    same((purchase['status'], purchase['lines'][0]['incoming']), ('confirmed', 5),
         'what is still to come')
    same(due(desk), {'Siti Rahma': (['ready'], False), 'Budi Santoso': (['ready'], False),
                     'Ayu Lestari': (['date-moved'], True)}, 'who must be told')


def new_day(desk):
    """The rest has a new day."""
    window = desk.window
    go_to_the_purchase(window)
    window.key('ctrl+j')
    window.wait_for_focus('text', 'Expected on')
    window.key('ctrl+a')
    window.type(day_ahead(LATER + 10))
    window.wait_for_words('Because of this 1 customer must be told:')
    window.key('Return')
    window.wait_for_dialog_to_go()
    wait(lambda: lines(desk)['Ayu Lestari'] == (0, 4, day_ahead(LATER + 10)), 'the new day')
    window.key('ctrl+z')
    wait(lambda: lines(desk)['Ayu Lestari'] == (0, 4, day_ahead(LATER)), 'the day before')


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/purchases/begin', begin),
    ('/desktop/purchases/8-suggested', suggested),
    ('/desktop/purchases/4-ordered', ordered),
    ('/desktop/purchases/5-slips', slips),
    ('/desktop/purchases/6-comes-in-part', comes_in_part),
    ('/desktop/purchases/4-new-day', new_day),
    ('/desktop/purchases/end', end),
])
