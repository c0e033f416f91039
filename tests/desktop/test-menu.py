#!/usr/bin/python3
"""The first start on an empty shop, and what the main menu offers: the sample shop and back, the
log, a check, a backup, about. By keyboard alone."""

import glob
import os

import desk
from desk import same, wait
from shop import Shop
from window import Window

WELCOME = 'Sedia keeps the stock of your shop and remembers who is waiting for what.'


def samples(desk):
    return glob.glob(os.path.join(desk.path('tmp'), 'sedia-sample-*'))


def begin(desk):
    """An empty shop says what it is for; Enter would begin the first delivery."""
    os.mkdir(desk.path('tmp'))
    os.environ['TMPDIR'] = desk.path('tmp')
    desk.shop = Shop(desk.path('shop.db'))
    window = Window(desk, '--database', desk.shop.path)
    window.wait_for_page('Welcome')
    window.wait_for_words(WELCOME)
    window.wait_for_focus('push button', 'Enter the First Delivery')


def first_delivery(desk):
    window = desk.window
    window.key('Return')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    window.key('Escape')
    wait(lambda: window.find('tree table', 'Deliveries') or window.says('No Deliveries Yet'),
         'the list of deliveries')


def sample(desk):
    """Another shop in the same window, which says that it is not real; nothing of it is kept."""
    window = desk.window
    window.choose('Open the Sample Shop')
    wait(lambda: window.title() == 'Deliveries – Sedia (sample shop)', 'the sample shop')
    wait(lambda: window.badge('Waiting'), 'lines that wait')
    window.get('push button', 'Leave the sample shop')
    same(len(samples(desk)), 1, 'how many folders of sample shops')


def log(desk):
    """The entries; Ctrl+Z takes the last one back, which stands there as well; Escape leads
    back."""
    window = desk.window
    window.choose('History')
    wait(lambda: window.title() == 'History – Sedia (sample shop)', 'the log')
    window.wait_until_active()
    window.get('tree table', 'History')
    window.key('ctrl+z')

    def is_undone():
        undo, undone = window.table('History')[:2]
        return (undo[2].startswith('Undo: ') and undone[4] == 'Taken back' and
                undo[2][len('Undo: '):].lower() == undone[2].lower())
    wait(is_undone, 'the undo in the log, and what it took back')

    window.key('Escape')
    wait(lambda: window.title() == 'Deliveries – Sedia (sample shop)', 'the page before')


def leave(desk):
    """Back to the shop, which is as empty as it was."""
    window = desk.window
    window.choose('Leave the Sample Shop')
    window.wait_for_page('Welcome')
    wait(lambda: not samples(desk), 'the folder of the sample shop to go')
    same(window.find('push button', 'Leave the sample shop'), None, 'what says “sample”')
    wait(lambda: window.badge('Waiting') == '', 'the empty shop')


def check(desk):
    window = desk.window
    window.choose('Check the Records')
    window.wait_for_words('Everything Agrees')
    window.get('push button', 'Close')
    window.wait_until_active()
    window.key('Escape')
    wait(lambda: len(window.top()) == 1, 'the result to go')
    window.wait_until_active()


def backup(desk):
    """The dialog begins with a name that tells the day; the copy is a shop of its own."""
    window = desk.window
    desk.shop.fill()
    window.choose('Back Up…')
    wait(lambda: len(window.top()) > 1, 'where to')
    window.key('ctrl+a')
    window.type(desk.path('copy.db'))
    window.key('Return')
    window.wait_for_words(f'Backed up to “{desk.path("copy.db")}” – the copy was checked, '
                          'all is well')
    same(Shop(desk.path('copy.db')).orders(), desk.shop.orders(), 'the orders in the copy')
    window.wait_until_active()


def about(desk):
    window = desk.window
    window.choose('About Sedia')
    window.wait_for_words('Know what is in stock, who is waiting for it, and when it will come')
    window.key('Escape')
    wait(lambda: len(window.top()) == 1, 'the dialog to go')
    window.wait_until_active()


def end(desk):
    """The sample goes with the program, too."""
    window = desk.window
    window.choose('Open the Sample Shop')
    wait(lambda: (window.title() or '').endswith('(sample shop)'), 'the sample shop')
    window.wait_until_active()
    window.quit()
    same(samples(desk), [], 'what is left of the sample shop')


desk.run(desk.Desk, [
    ('/desktop/menu/begin', begin),
    ('/desktop/menu/first-delivery', first_delivery),
    ('/desktop/menu/sample', sample),
    ('/desktop/menu/log', log),
    ('/desktop/menu/leave', leave),
    ('/desktop/menu/check', check),
    ('/desktop/menu/backup', backup),
    ('/desktop/menu/about', about),
    ('/desktop/menu/end', end),
])
