#!/usr/bin/python3
"""Ctrl+K, a few letters, Enter: a product, a customer, an order, or what to do."""

import desk
from desk import same, wait
from scene import open_shop
from shop import PRODUCTS, SUPPLIER
from window import expect_names

FIELD = 'Search anything'
FOUND = 'What was found'
BUDI = 'Budi Santoso'


def found(window):
    """What is read of each row, and of the one that Enter would open."""
    rows = window.find('list', FOUND)
    items = list(rows.find_all('list item')) if rows is not None else []
    return ([item.name for item in items],
            next((item.name for item in items if 'SELECTED' in item.states), None))


def search(window, words, first):
    """Types into the finder; waits until the first row is that, and Enter would open it."""
    window.key('ctrl+k')
    window.wait_for_focus('text', FIELD)
    window.type(words)

    def is_there():
        names, chosen = found(window)
        return bool(names) and names[0] == chosen and chosen.startswith(first + ', ')
    wait(is_there, f'{first} as the first that was found')


def begin(desk):
    open_shop(desk)


def product(desk):
    window = desk.window
    search(window, 'arabika', PRODUCTS['KP-02'][0])
    expect_names(window, 'what was found')
    window.key('Return')
    window.wait_for_page('Stock')
    window.wait_for_selected('KP-02')


def customer(desk):
    """Down goes to the next; the keyboard stays where it is typed."""
    window = desk.window
    search(window, 'santos', BUDI)
    names, _ = found(window)
    same(names[0], f'{BUDI}, Customer', 'what is read of him')
    window.key('Down')
    wait(lambda: found(window)[1] == names[1], 'the second to be chosen')
    window.wait_for_focus('text', FIELD)
    window.key('Up')
    wait(lambda: found(window)[1] == names[0], 'the first to be chosen')
    window.key('Return')
    window.wait_for_page('Customers')
    window.wait_for_selected(BUDI)


def second(desk):
    """Down and Enter open an order of whom was searched."""
    window = desk.window
    search(window, 'santos', BUDI)
    names, _ = found(window)
    window.key('Down', 'Return')
    window.wait_for_page('Orders')
    number = names[1].removeprefix('Order ').split(' ')[0]
    window.wait_for_selected(number)
    same(desk.shop.ask('order', 'show', number)['customer'], BUDI, 'whose order it is')


def order(desk):
    window = desk.window
    search(window, '4', 'Order 4 – Warung Bu Tini')
    window.key('Return')
    window.wait_for_page('Orders')
    window.wait_for_selected('4')


def nothing(desk):
    window = desk.window
    window.key('ctrl+k')
    window.wait_for_focus('text', FIELD)
    window.type('qqqq')
    window.wait_for_words('Nothing found')
    window.key('Return')
    same(len(window.top()), 2, 'how many windows there are')
    window.key('Escape')
    window.wait_for_dialog_to_go()
    same(window.title(), 'Orders – Sedia', 'the page')


def action(desk):
    """What can be done is found by its name, and said with its keys."""
    window = desk.window
    search(window, 'new deliv', 'New delivery')
    window.wait_for_words('New delivery, Ctrl+D')
    window.key('Return')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    window.type(SUPPLIER[:4])
    wait(lambda: window.says(SUPPLIER), 'the supplier as a suggestion')
    window.key('Escape', 'Escape')


def end(desk):
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/finder/begin', begin),
    ('/desktop/finder/product', product),
    ('/desktop/finder/customer', customer),
    ('/desktop/finder/second', second),
    ('/desktop/finder/order', order),
    ('/desktop/finder/nothing', nothing),
    ('/desktop/finder/action', action),
    ('/desktop/finder/end', end),
])
