#!/usr/bin/python3
"""Every dialog, and the pages that are typed in, for somebody without a mouse or without sight: Tab
comes to each control, each has a name, and no picture says what no word says."""

import os

import desk
from desk import Failure, print_comment, same, wait
from scene import open_shop
from shop import ORDERS, PRODUCTS, SUPPLIER
from window import MOST_STOPS, expect_names, is_plain

SITI = 'Siti Rahma'
CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'entry',
            'spin button', 'link'}

MOST_BACK = 3

# The window manager has keys for these.
OF_THE_FRAME = {'Minimize', 'Maximize', 'Close'}


def is_wrapper(widget):
    """GTK puts the button that is pressed into another one, a field for text into an entry."""
    return any(child.role in CONTROLS for child in widget.shown_children())


def usable(widget):
    """All in it that can be used now: what is in something switched off does not say so itself."""
    if 'SENSITIVE' in widget.states:
        yield widget
        for child in widget.shown_children():
            yield from usable(child)


def controls(frame):
    return [widget for widget in usable(frame)
            if widget.role in CONTROLS and widget.name not in OF_THE_FRAME
            and not is_wrapper(widget)]


def stops(window):
    """Where Tab goes until it comes back."""
    seen = []
    while len(seen) < MOST_STOPS:
        focused = wait(window.focused, 'something with the keyboard')
        if focused in seen:
            return seen
        seen.append(focused)
        window.key('Tab')
        wait(lambda: window.focused() not in (None, focused), f'Tab to leave {focused!r}')
    raise Failure(f'Tab does not come back: {seen}')


def expect_way_back(window, where, seen):
    """Shift+Tab goes the same way: over the end, and on. All of it would take as long again."""
    for stop in reversed(seen[-MOST_BACK:]):
        window.key('shift+Tab')
        wait(lambda: window.focused() == stop, f'{where}: Shift+Tab to come to {stop!r}')


def is_reached_by_arrow(window, widget, seen):
    """One of several of which one is chosen: Tab comes to the chosen one, Down to the next."""
    for mate in seen:
        if mate.role == widget.role == 'check box':
            window.tab_to(mate.role, mate.name)
            window.key('Down')
            wait(lambda: window.focused() not in (None, mate), f'Down to leave {mate!r}')
            is_there = window.focused() == widget
            window.key('Up')
            wait(lambda: window.focused() == mate, f'Up to come back to {mate!r}')
            if is_there:
                return True
    return False


def expect_reachable(window, where):
    seen = stops(window)
    print_comment(f'{where}: ' + ', '.join(map(repr, seen)))
    expect_way_back(window, where, seen)
    unreached = [repr(widget) for widget in controls(window.top()[-1])
                 if widget not in seen and not is_reached_by_arrow(window, widget, seen)]
    if unreached:
        raise Failure(f'{where}: Tab never comes to {", ".join(unreached)}; it comes to {seen}')


def has_words(widget):
    return not is_plain(widget) or any(child.label or has_words(child)
                                       for child in widget.shown_children())


def expect_words(window, where):
    """What holds a picture holds a word, too."""
    wordless = [repr(widget) for frame in window.top() for widget in frame.walk()
                if any(child.role == 'image' for child in widget.shown_children())
                and not has_words(widget)]
    if wordless:
        raise Failure(f'{where}: a picture alone in ' + ', '.join(wordless))


def audit(window, where):
    expect_names(window, where)
    expect_words(window, where)
    expect_reachable(window, where)


def go_to(window, key, page, words):
    """The page with this row selected and the keyboard on it."""
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key(key)
    window.wait_for_page(page)
    wait(lambda: any(words in cells for cells in window.table(page) or ()),
         f'{words} in the list')
    for press in ('Home', *['Down'] * MOST_STOPS):
        window.key(press)
        selected = wait(lambda: [row for row in window.find_all('table row')
                                 if 'SELECTED' in row.states], 'a selected row')
        if words in selected[0].all_texts():
            return
    raise Failure(f'the arrows never come to {words}')


def audit_dialog(window, title, sentence=None):
    """Waits for it, looks, and Escape closes it."""
    wait(lambda: len(window.top()) == 2 and window.says(title), f'the dialog {title}')
    if sentence is not None:
        window.wait_for_words(sentence)
    window.wait_until_active()
    # A menu may tell later than the dialog it opened that it had the keyboard.
    if window.focused() not in list(window.top()[-1].walk()):
        window.key('Tab')
    wait(lambda: window.focused() in list(window.top()[-1].walk()), f'the keyboard in {title}')
    audit(window, title)
    window.key('Escape')
    window.wait_for_dialog_to_go()


def begin(desk):
    """One order has been handed over in part; two customers are alike."""
    open_shop(desk)
    desk.shop.run('delivery', 'receive', '--supplier', SUPPLIER, '--line', 'KP-01=9',
                  '--line', 'MN-01=8')
    desk.shop.run('order', 'hand-over', 1)
    desk.shop.run('customer', 'add', SITI + 'h')


def expect_named_lines(window, skus):
    """The lines of an order that is changed: each control tells of which product it is."""
    window.wait_for_focus('text', f'Quantity of {PRODUCTS[skus[0]][0]}')
    names = [widget.name for widget in controls(window.top()[-1])]
    for what in ('Quantity of %s', 'Need by date of %s', 'Need by date of %s: pick a day',
                 'First in the queue for %s'):
        expected = [what % PRODUCTS[sku][0] for sku in skus]
        same([name for name in names if name in expected], expected, what)


def orders(desk):
    window = desk.window
    go_to(window, 'ctrl+2', 'Orders', '4')
    window.key('F2')
    expect_named_lines(window, ('KP-01', 'KP-02', 'SB-01'))
    audit_dialog(window, 'Change Order', PRODUCTS['KP-02'][0])
    go_to(window, 'ctrl+2', 'Orders', '1')
    window.choose('Return…', 'shift+F10')
    audit_dialog(window, 'Return', PRODUCTS['KP-01'][0])
    window.choose('Cancel…', 'shift+F10')
    audit_dialog(window, 'Order 1')
    go_to(window, 'ctrl+2', 'Orders', '2')
    window.key('ctrl+h')
    audit_dialog(window, 'Hand Over', PRODUCTS['KP-01'][0])
    window.key('ctrl+p')
    audit_dialog(window, 'Print', '1 page')


def products(desk):
    window = desk.window
    go_to(window, 'ctrl+6', 'Stock', 'KP-01')
    window.key('F2')
    audit_dialog(window, 'Edit Product', PRODUCTS['KP-01'][1])
    for key, title in (('ctrl+s', 'Sell'), ('ctrl+g', 'Asked, Did Not Wait'), ('ctrl+u', 'Count'),
                       ('ctrl+i', 'Put In'), ('ctrl+o', 'Take Out')):
        window.key(key)
        audit_dialog(window, title, PRODUCTS['KP-01'][0])
    window.key('shift+Down', 'F2')
    audit_dialog(window, 'Change One Field')


def unknown_code(desk):
    window = desk.window
    window.scan('9990000000017')
    audit_dialog(window, 'Unknown Barcode', '9990000000017')


def people(desk):
    window = desk.window
    go_to(window, 'ctrl+8', 'Suppliers', SUPPLIER)
    window.key('F2')
    audit_dialog(window, 'Edit Supplier')
    go_to(window, 'ctrl+7', 'Customers', SITI)
    window.key('F2')
    audit_dialog(window, 'Edit Customer')
    window.choose('Merge With…', 'shift+F10')
    audit_dialog(window, 'Merge', 'Similar name')


def files(desk):
    window = desk.window
    window.key('ctrl+shift+i')
    audit_dialog(window, 'Import', 'Which File?')

    # The dialog is GTK's own, where a tilde begins the name of a file in one's home.
    go_to(window, 'ctrl+8', 'Suppliers', SUPPLIER)
    window.key('ctrl+e')
    window.wait_for_focus('text', 'Name:')
    window.key('ctrl+a')
    window.type('~/suppliers.csv')
    window.key('Return')
    window.wait_for_dialog_to_go()
    path = os.path.join(os.environ['HOME'], 'suppliers.csv')
    wait(lambda: os.path.exists(path), f'the file {path}')
    with open(path, encoding='utf-8') as stream:
        same(SUPPLIER in stream.read(), True, 'whether the supplier is in the file')


def scroll_help(window):
    """F1 opens it too; the keyboard is on the text, of the page in front, and moves it."""
    window.key('ctrl+7')
    window.wait_for_page('Customers')
    window.key('F1')
    window.wait_for_focus('scroll pane', 'Customers')
    before = window.get('heading', 'Words of the Shop').top
    window.key('Down', 'Down')
    wait(lambda: window.get('heading', 'Words of the Shop').top < before, 'the arrows to scroll')
    window.key('Home')
    wait(lambda: window.get('heading', 'Words of the Shop').top == before, 'Home to scroll back')
    window.key('Escape')
    window.wait_for_dialog_to_go()


def of_the_menu(desk):
    window = desk.window
    window.choose('Help')
    audit_dialog(window, 'Help', 'Words of the Shop')
    scroll_help(window)
    window.choose('Barcode Scanner…')
    audit_dialog(window, 'Barcode Scanner')
    window.choose('About Sedia')
    audit_dialog(window, 'About Sedia')


def pages(desk):
    """What is typed in, and the log."""
    window = desk.window
    window.key('ctrl+n')
    window.wait_for_focus('text', 'Customer')
    window.scan(PRODUCTS['KP-01'][1])
    window.wait_for_focus('text', f'Quantity of {PRODUCTS["KP-01"][0]}')
    audit(window, 'New order')
    window.key('Escape')
    window.wait_for_focus('table row')
    window.key('ctrl+d')
    window.wait_for_focus('text', 'Supplier')
    window.scan(PRODUCTS['KP-01'][1])
    window.wait_for_focus('text', f'Quantity of {PRODUCTS["KP-01"][0]}')
    audit(window, 'New delivery')
    window.key('Escape')
    window.wait_for_focus('table row')
    window.choose('History')
    window.wait_for_page('History')
    wait(lambda: window.table('History'), 'the log')
    window.key('Home', 'Down')
    audit(window, 'History')


def lists(desk):
    """Each list with a selected row."""
    window = desk.window
    for key, page, words in (('ctrl+2', 'Orders', str(len(ORDERS))), ('ctrl+3', 'Deliveries', '1'),
                             ('ctrl+6', 'Stock', 'KP-01'), ('ctrl+7', 'Customers', SITI),
                             ('ctrl+8', 'Suppliers', SUPPLIER)):
        go_to(window, key, page, words)
        expect_words(window, page)
    window.key('ctrl+1')
    window.wait_for_page('Waiting')
    window.key('Home', 'Down')
    expect_words(window, 'Waiting')


def end(desk):
    desk.window.quit()
    desk.shop.check()
    same(len(desk.shop.ask('delivery', 'list')), 1, 'how many deliveries there are')


desk.run(desk.Desk, [
    ('/desktop/dialogs/begin', begin),
    ('/desktop/dialogs/orders', orders),
    ('/desktop/dialogs/products', products),
    ('/desktop/dialogs/unknown-code', unknown_code),
    ('/desktop/dialogs/people', people),
    ('/desktop/dialogs/files', files),
    ('/desktop/dialogs/of-the-menu', of_the_menu),
    ('/desktop/dialogs/pages', pages),
    ('/desktop/dialogs/lists', lists),
    ('/desktop/dialogs/end', end),
])
