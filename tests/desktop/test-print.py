#!/usr/bin/python3
"""The slip of an order and a list, on paper of one's choice, kept as PDF by keyboard alone and read
back."""

import os
import shutil
import subprocess

import desk
from desk import same, wait
from scene import open_shop
from shop import ORDERS, PRODUCTS
from window import expect_names

READY = 'MN-01'
ORDER = 19
A4_WIDTH = 595
A5_WIDTH = 420


def read_back(path):
    """What the file says, and how wide its paper is."""
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True).stdout
    told = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    size = next(line for line in told.splitlines() if line.startswith('Page size:'))
    return text, round(float(size.split()[2]))


def save(desk, name):
    """In GTK's dialog a tilde begins the name of a file in one's home."""
    window = desk.window
    window.key('ctrl+s')
    window.wait_for_focus('text', 'Name:')
    window.key('ctrl+a')
    window.type(f'~/{name}')
    window.key('Return')
    path = os.path.join(os.environ['HOME'], name)
    window.wait_for_dialog_to_go()
    wait(lambda: os.path.exists(path), f'the file {path}')
    return read_back(path)


def begin(desk):
    open_shop(desk)
    desk.shop.run('delivery', 'receive', '--line', f'{READY}=8')


def choose_paper(window, key, name):
    """Enter opens the papers, an arrow and Enter choose."""
    window.tab_to('push button', 'Paper')
    window.key('Return')
    wait(lambda: window.says('Receipt, 80 mm'), 'the papers')
    window.key(key, 'Return')
    wait(lambda: not window.says('Receipt, 80 mm') and window.says(name), f'the paper {name}')
    window.wait_for_focus('push button', 'Paper')


def paper(desk):
    window = desk.window
    window.key('ctrl+2')
    window.wait_for_page('Orders')
    wait(lambda: len(window.table('Orders')) == len(ORDERS), 'the orders')
    window.key('Home', 'Down')
    window.wait_for_selected(str(ORDER))
    wait(lambda: window.says(PRODUCTS[READY][0]) and window.find('push button', 'Hand Over…'),
         'the order with what is ready')
    window.key('ctrl+p')
    window.wait_for_words('1 page')
    expect_names(window, 'what is printed')
    choose_paper(window, 'Down', 'A5')


def slip(desk):
    text, width = save(desk, 'slip.pdf')
    same(width, A5_WIDTH, 'the width of the paper')
    for words in ('Hand-Over Slip', ORDERS[ORDER - 1][0], f'Order {ORDER},', READY,
                  PRODUCTS[READY][0], 'Received by'):
        same(words in text, True, f'whether “{words}” stands in\n{text}')


def whole_list(desk):
    """Every product of the list; the paper of last time is offered, and another taken."""
    window = desk.window
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    wait(lambda: len(window.table('Stock')) == len(PRODUCTS), 'the products')
    window.key('ctrl+shift+p')
    window.wait_for_words('1 page')
    window.wait_for_words('A5')
    choose_paper(window, 'Up', 'A4')
    text, width = save(desk, 'list.pdf')
    same(width, A4_WIDTH, 'the width of the paper')
    same([sku for sku, (name, _) in PRODUCTS.items() if sku not in text or name not in text], [],
         f'what is missing in\n{text}')


def end(desk):
    desk.window.quit()
    desk.shop.check()


if not all(map(shutil.which, ('pdftotext', 'pdfinfo'))):
    desk.skip_all('the PDF is read with pdftotext and pdfinfo')

desk.run(desk.Desk, [
    ('/desktop/print/begin', begin),
    ('/desktop/print/paper', paper),
    ('/desktop/print/slip', slip),
    ('/desktop/print/whole-list', whole_list),
    ('/desktop/print/end', end),
])
