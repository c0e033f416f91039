#!/usr/bin/python3
"""Nobody is left without news, by keyboard alone: everybody who must be told is told, one after the
other; a day that moves must be told again, with a way out; and who goes makes room."""

import datetime

import desk
from desk import Failure, same, wait
from shop import Shop
from window import Window, expect_names

SKU = 'KP-01'
PRODUCT = 'Kopi Robusta 1 kg'
SITI = 'Siti Rahma'
BUDI = 'Budi Santoso'
OFFER = 'Offer to cancel'


def day_ahead(days):
    return (datetime.date.today() + datetime.timedelta(days)).isoformat()


def due(desk):
    """{customer: reasons}, the most urgent first."""
    return {row['customer']: row['reasons'] for row in desk.shop.ask('contact', 'due')}


def message(window):
    return window.get('text', 'Message').text


def wait_for_message(window, *parts):
    def is_written():
        text = message(window)
        if not all(part in text for part in parts):
            raise Failure(f'it says {text!r}')
        return text
    return wait(is_written, f'a message with {parts}')


def go_to_siti(window):
    """Both must be told; she ordered first and is told first, though not by name."""
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    wait(lambda: window.chip('Must be told') == 2, 'that both must be told')
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.tab_to('push button', 'Must be told, 2')
    window.key('space')
    wait(lambda: [cells[0] for cells in window.table('Customers')] == [SITI, BUDI],
         'both in the list')
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    window.wait_for_focus('table row')
    window.key('Home')
    window.wait_for_selected(SITI)


def open_message(window, name):
    window.key('Return')
    window.wait_for_focus('text', 'Message')
    window.get('frame', f'Tell {name}')


def last_word(desk, name):
    return desk.shop.ask('contact', 'list', name)[0]


def tell_both(desk, *parts):
    """Enter, Ctrl+Enter, Ctrl+Enter: they know, word for word."""
    window = desk.window
    said = {}
    go_to_siti(window)
    open_message(window, SITI)
    for name in (SITI, BUDI):
        said[name] = wait_for_message(window, f'Halo Kak {name}', *parts)
        expect_names(window, f'the message to {name}')
        window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Noted – {BUDI} has been told')
    same(due(desk), {}, 'who must be told')
    for name in (SITI, BUDI):
        word = last_word(desk, name)
        same((word['text'], word['channel'], word['outcome'], word['offer_cancel']),
             (said[name], 'person', 'reached', False), f'what {name} was told')


def expect(desk, day):
    """Another day on the Stock page."""
    window = desk.window
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    wait(lambda: [cells[0] for cells in window.table('Stock')] == [SKU], 'the product')
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('ctrl+6')
    window.wait_for_page('Stock')
    window.wait_for_focus('table row')
    window.key('Home')
    window.wait_for_selected(SKU)
    window.key('ctrl+j')
    window.wait_for_focus('text', 'Expected again on')
    expect_names(window, 'when it is expected')
    window.key('ctrl+a')
    window.type(day)
    window.key('Return')
    window.wait_for_dialog_to_go()
    window.wait_for_words(f'Noted – {PRODUCT} is expected on')


def begin(desk):
    """One is there; Siti takes nothing before both are, and Budi waits behind her."""
    shop = desk.shop = Shop(desk.path('shop.db'))
    shop.run('setting', 'set', 'shop', 'Toko Melati')
    shop.run('product', 'add', SKU, '--name', PRODUCT)
    shop.run('stock', 'count', f'{SKU}=1')
    for name in (SITI, BUDI):
        shop.run('customer', 'add', name, '--channel', 'person')
    shop.run('order', 'add', '--customer', SITI, '--line', f'{SKU}=2', '--all-or-nothing')
    shop.run('order', 'add', '--customer', BUDI, '--line', f'{SKU}=1')
    same(due(desk), {SITI: ['backordered'], BUDI: ['backordered']}, 'who must be told')
    window = Window(desk, '--database', shop.path)
    window.wait_for_page('Waiting')


def out_of_stock(desk):
    tell_both(desk, 'Toko Melati', 'stoknya habis', PRODUCT)


def date_known(desk):
    expect(desk, day_ahead(10))
    same(due(desk), {SITI: ['date-known'], BUDI: ['date-known']}, 'who must be told')
    tell_both(desk, 'Kami perkirakan sudah datang')


def date_moved(desk):
    """Later: both are offered to cancel. Siti does, and what was kept for her is there for Budi."""
    window = desk.window
    expect(desk, day_ahead(40))
    same(due(desk), {SITI: ['date-moved'], BUDI: ['date-moved']}, 'who must be told')
    go_to_siti(window)
    open_message(window, SITI)
    text = wait_for_message(window, f'Halo Kak {SITI}', 'boleh dibatalkan')
    wait(lambda: 'CHECKED' in window.get('check box', OFFER).states, 'the offer to cancel')
    window.tab_to('push button', 'What they answered')
    window.key('space')
    window.wait_for_focus('list item')
    window.key('Down', 'Down', 'Down', 'Return')
    window.wait_for_focus('push button', 'What they answered')
    window.key('ctrl+Return')

    wait_for_message(window, f'Halo Kak {BUDI}', 'sudah bisa diambil')
    word = last_word(desk, SITI)
    same((word['text'], word['offer_cancel'], word['answer']), (text, True, 'cancel'),
         f'what {SITI} was told')
    same(desk.shop.ask('order', 'show', 1)['status'], 'cancelled', 'the order of who cancelled')
    same(due(desk), {BUDI: ['ready']}, 'who must be told')
    same(desk.shop.waiting(), {}, 'who waits')


def ready(desk):
    window = desk.window
    wait(lambda: 'CHECKED' not in window.get('check box', OFFER).states, 'no offer to cancel')
    window.key('ctrl+Return')
    window.wait_for_dialog_to_go()
    wait(lambda: due(desk) == {}, 'nobody who must be told')
    window.key('ctrl+z')
    wait(lambda: due(desk) == {BUDI: ['ready']}, f'{BUDI} to be told again')


def story(desk):
    """Each page tells all of it: what came, what was said, offered and answered."""
    window = desk.window
    window.key('ctrl+f')
    window.wait_for_focus('entry', 'Search in this list')
    window.tab_to('push button', 'All, 2')
    window.key('space')
    wait(lambda: len(window.table('Customers')) == 2, 'both in the list')
    for name, words in ((BUDI, ('root, taken back', 'sudah bisa diambil', 'Set aside')),
                        (SITI, ('Cancelled', 'Offered to cancel\nCancels\nHalo'))):
        window.key('ctrl+f')
        window.wait_for_focus('entry', 'Search in this list')
        window.key('ctrl+a')
        window.type(name)
        window.key('Down')
        window.wait_for_focus('table row')
        window.key('Home')
        window.wait_for_selected(name)
        for part in words:
            window.wait_for_words(part)


def end(desk):
    desk.window.quit()
    desk.shop.check()


desk.run(desk.Desk, [
    ('/desktop/telling/begin', begin),
    ('/desktop/telling/out-of-stock', out_of_stock),
    ('/desktop/telling/date-known', date_known),
    ('/desktop/telling/date-moved', date_moved),
    ('/desktop/telling/ready', ready),
    ('/desktop/telling/story', story),
    ('/desktop/telling/end', end),
])
