#!/usr/bin/python3
"""A day with customers, by keyboard alone: entering one who is there already, telling one, making
two one, and each of it undone."""

import desk
from desk import same, wait
from scene import open_shop
from shop import ORDERS
from window import expect_names

NAMES = sorted({customer for customer, _ in ORDERS})
SITI = 'Siti Rahma'
AGAIN = 'siti rahmah'
PHONE = '0812-3456-7890'


def listed(window):
    return [cells[0] for cells in window.table('Customers')]


def wait_for_customers(window, names):
    wait(lambda: sorted(listed(window)) == sorted(names), f'the customers {names}')


def go_to_siti(window):
    """She is the third from below when she is there twice."""
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    window.wait_for_focus('table row')
    window.key('End', 'Up', 'Up')
    wait(lambda: any('SELECTED' in row.states and SITI in row.all_texts()
                     for row in window.find_all('table row')), f'{SITI} to be selected')
    window.wait_for_words('What they wait for, or can collect')


def begin(desk):
    open_shop(desk)
    desk.shop.run('customer', 'edit', SITI, '--phone', PHONE)
    window = desk.window
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    wait_for_customers(window, NAMES)
    wait(lambda: window.chip('Must be told') == len(NAMES), 'everybody to be told')
    same(window.chip('Told'), 0, 'who was told')
    wait(lambda: [SITI, PHONE] in [cells[:2] for cells in window.table('Customers')],
         'the number that another program entered')


def enter(desk):
    """Whoever is like somebody is shown before they are saved."""
    window = desk.window
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.key('Tab')
    window.wait_for_focus('push button', 'New Customer')
    window.key('Return')
    window.wait_for_focus('text', 'Name')
    window.type(AGAIN)
    window.key('Tab')
    window.wait_for_focus('text', 'Phone')
    window.type('0812')
    window.wait_for_words('This is too short for a phone number.')
    window.type('34567890')
    window.wait_for_words(f'{PHONE} · Same phone number, similar name')
    expect_names(window, 'the form with somebody alike')

    window.key('Return')
    window.wait_for_focus('push button', f'Open {SITI}')
    same(len(desk.shop.ask('customer', 'list')), len(NAMES), 'how many customers are saved')
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    wait_for_customers(window, [*NAMES, AGAIN])
    window.wait_for_selected(AGAIN)
    window.wait_for_focus('table row')


def tell(desk):
    window = desk.window
    go_to_siti(window)
    window.key('ctrl+t')
    window.get('push button', 'Save')
    expect_names(window, 'what came of telling')
    window.key('Tab', 'Tab')
    window.wait_for_focus('text', 'Note')
    window.type('comes on Friday')
    window.key('Return')
    window.wait_for_words(f'Noted – {SITI} has been told')
    window.wait_for_words('comes on Friday')
    wait(lambda: window.chip('Told') == 1, 'one who was told')

    window.key('ctrl+z')
    wait(lambda: window.chip('Told') == 0, 'nobody who was told')
    wait(lambda: window.chip('Must be told') == len(NAMES), 'everybody to be told again')


def merge(desk):
    window = desk.window
    go_to_siti(window)
    window.key('shift+F10')
    wait(lambda: window.says('Merge With…'), 'the menu')
    window.key('Down', 'Down', 'Return')
    window.wait_for_focus('entry', 'Search for the other one')
    window.wait_for_words('Same phone number, similar name')
    window.key('Down')
    window.wait_for_words(f'{AGAIN} goes into the archive and leads to {SITI}')
    expect_names(window, 'two customers side by side')
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Merged – {AGAIN} is {SITI} now')
    wait_for_customers(window, NAMES)

    window.key('ctrl+z')
    wait_for_customers(window, [*NAMES, AGAIN])


def edit(desk):
    """F2 and Escape: nothing was changed, and the keyboard is where it was."""
    window = desk.window
    go_to_siti(window)
    window.key('F2')
    field = window.wait_for_focus('text', 'Name')
    same(field.text, SITI, 'the name in the form')
    window.key('Escape')
    window.wait_for_dialog_to_go()
    window.wait_for_focus('table row')


def erase(desk):
    """Delete asks; Escape is no."""
    window = desk.window
    window.key('Delete')
    wait(lambda: window.says(f'Erase {SITI}?'), 'the question')
    window.key('Escape')
    window.wait_for_dialog_to_go()
    wait_for_customers(window, [*NAMES, AGAIN])


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/customers/begin', begin),
    ('/desktop/customers/enter', enter),
    ('/desktop/customers/tell', tell),
    ('/desktop/customers/merge', merge),
    ('/desktop/customers/edit', edit),
    ('/desktop/customers/erase', erase),
    ('/desktop/customers/end', end),
])
