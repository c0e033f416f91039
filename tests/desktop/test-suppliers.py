#!/usr/bin/python3
"""Suppliers by keyboard alone: a new one, refused and put right; changed; both undone; each seen in
the list and in the file."""

import desk
from desk import same, wait
from scene import open_shop
from shop import SUPPLIER
from window import expect_names

NAME = 'PT Dapur'
BETTER_NAME = 'PT Dapur Kita'
PHONE = '0813-9999-0000'


def wait_for_list(window, rows):
    """Name, phone and lead time of each."""
    wait(lambda: [cells[:3] for cells in window.table('Suppliers')] == rows,
         f'the suppliers {rows}')


def supplier(desk, name):
    return desk.shop.ask('supplier', 'show', name)


def begin(desk):
    open_shop(desk)
    desk.window.key('ctrl+8')
    desk.window.wait_for_page('Suppliers')
    wait_for_list(desk.window, [[SUPPLIER, '', '']])


def refused(desk):
    """Without a name, and with days that are none: said at the field, the keyboard in it."""
    window = desk.window
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.key('Tab')
    window.wait_for_focus('push button', 'New Supplier')
    window.key('Return')
    window.wait_for_focus('text', 'Name')
    window.key('Return')
    window.wait_for_words('A supplier needs a name.')
    window.wait_for_focus('text', 'Name')
    window.type(NAME)
    window.tab_to('text', 'Phone')
    window.type(PHONE)
    window.tab_to('text', 'Lead time in days')
    window.type('soon')
    window.tab_to('text', 'Note')
    window.type('closed on Friday')
    window.key('ctrl+Return')
    window.wait_for_words('“soon” is no number of days between 0 and 3650.')
    window.wait_for_focus('text', 'Lead time in days')
    expect_names(window, 'the form with a refusal')
    same({name: window.get('text', name).text for name in ('Name', 'Phone', 'Note')},
         {'Name': NAME, 'Phone': PHONE, 'Note': 'closed on Friday'}, 'what was typed')
    same([row['name'] for row in desk.shop.ask('supplier', 'list')], [SUPPLIER], 'what was saved')


def saved(desk):
    window = desk.window
    window.key('ctrl+a')
    window.type('4')
    window.key('Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Saved – {NAME}')
    window.wait_for_selected(NAME)
    window.wait_for_focus('table row')
    wait_for_list(window, [[SUPPLIER, '', ''], [NAME, PHONE, '4 days']])
    same([supplier(desk, NAME)[key] for key in ('phone', 'lead_days', 'note')],
         [PHONE, 4, 'closed on Friday'], 'the supplier')


def edit(desk):
    window = desk.window
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+8')
    window.wait_for_page('Suppliers')
    window.wait_for_focus('table row')
    window.key('End')
    window.wait_for_selected(NAME)
    window.wait_for_words('closed on Friday')
    window.key('F2')
    same(window.wait_for_focus('text', 'Name').text, NAME, 'the name in the form')
    window.key('ctrl+a')
    window.type(BETTER_NAME)
    window.tab_to('text', 'Lead time in days')
    window.key('ctrl+a')
    window.type('6')
    window.key('Return')
    window.wait_for_dialog_to_go()
    wait_for_list(window, [[SUPPLIER, '', ''], [BETTER_NAME, PHONE, '6 days']])
    window.wait_for_selected(BETTER_NAME)
    same([supplier(desk, BETTER_NAME)[key] for key in ('phone', 'lead_days')], [PHONE, 6],
         'the supplier')


def undo(desk):
    """One step back, and one more: neither the change nor the supplier."""
    window = desk.window
    window.key('ctrl+z')
    wait_for_list(window, [[SUPPLIER, '', ''], [NAME, PHONE, '4 days']])
    same(supplier(desk, NAME)['lead_days'], 4, 'the days')
    window.key('ctrl+z')
    wait_for_list(window, [[SUPPLIER, '', '']])
    same([row['name'] for row in desk.shop.ask('supplier', 'list')], [SUPPLIER], 'who is left')


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/suppliers/begin', begin),
    ('/desktop/suppliers/refused', refused),
    ('/desktop/suppliers/saved', saved),
    ('/desktop/suppliers/edit', edit),
    ('/desktop/suppliers/undo', undo),
    ('/desktop/suppliers/end', end),
])
