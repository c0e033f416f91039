"""The scenario in the window: what a test of it sees before, after, and after Undo."""

from desk import Failure, same, wait
from shop import DELIVERY, PRODUCTS, SUPPLIER, Shop, served_numbers, waiting_lines, who_gets_what
from window import Window

LINES, ORDERS_SERVED, CUSTOMERS = served_numbers(DELIVERY)
ALL_WAIT = len(waiting_lines())
WAIT_AFTER = sum(who_gets_what(DELIVERY).get(line[:2], 0) < line[4] for line in waiting_lines())

TITLE = f'Restock: {ORDERS_SERVED} waiting orders can be filled'
BODY_START = f'{CUSTOMERS} customers: '

NAMES = {name for name, _ in PRODUCTS.values()}


def open_shop(desk):
    """Fills a shop and opens its window."""
    desk.shop = Shop(desk.path('shop.db'))
    desk.shop.fill()
    desk.balances_before = desk.shop.balances()
    desk.orders_before = desk.shop.orders()
    desk.queue_before = desk.shop.ask('queue', 'list')
    open_window(desk)


def open_window(desk):
    window = Window(desk, '--database', desk.shop.path)
    window.wait_for_page('Waiting')
    return window


def delivery_words():
    """The delivery as arguments of sediactl."""
    words = ['--supplier', SUPPLIER]
    for sku, quantity in DELIVERY:
        words += ['--line', f'{sku}={quantity}']
    return words


# ---- the page Waiting

def listed(window):
    """The lines of the page Waiting by product: {(product, customer): (open, reserved)}. On the
    screen of the tests there is room for what is open and what waits."""
    lines = {}
    product = None
    for cells in window.table('Waiting lines'):
        name, amounts = cells[1], cells[2:4]
        if name in NAMES:
            product = name
            continue
        wished, waits = [int(amount.split('\u00a0')[0].split(' ')[0] or 0) for amount in amounts]
        if (product, name) in lines:
            raise Failure(f'{product} for {name} stands there twice')
        lines[product, name] = (wished, wished - waits)
    return lines


def expected_lines(gets, only_served=False):
    """The same from the scenario, when so much has been given."""
    return {(PRODUCTS[sku][0], customer): (quantity, gets.get((order, line), 0))
            for order, line, customer, sku, quantity, _ in waiting_lines()
            if not only_served or (order, line) in gets}


def wait_for_lines(window, expected, what):
    def is_so():
        got = listed(window)
        if got != expected:
            raise Failure(f'missing {sorted(expected.items() - got.items())}, '
                          f'not expected {sorted(got.items() - expected.items())}')
        return True
    wait(is_so, what)


def wait_for_badge(window, sentence):
    def is_so():
        badge = window.badge('Waiting')
        if badge != sentence:
            raise Failure(f'it says {badge!r}')
        return True
    wait(is_so, f'the badge of Waiting to say “{sentence}”')


def lines_wait(count):
    return f'{count} line waits' if count == 1 else f'{count} lines wait'


def see_nothing_came(window):
    wait_for_badge(window, lines_wait(ALL_WAIT))
    wait_for_lines(window, expected_lines({}), 'every line waiting, with nothing set aside')


def see_everything_came(window):
    wait_for_badge(window, lines_wait(WAIT_AFTER))
    wait_for_lines(window, expected_lines(who_gets_what(DELIVERY)),
                   'every line with what it was given')


# ---- the notification

def see_one_notification(desk):
    """Exactly one, with the numbers of the delivery."""
    notice = wait(lambda: desk.notices.sent and desk.notices.sent[0], 'a notification')
    same(notice['summary'], TITLE, "the notification's title")
    if not notice['body'].startswith(BODY_START):
        raise Failure(f"the notification's body: {notice['body']!r} instead of {BODY_START!r}")
    if 'default' not in notice['actions']:
        raise Failure(f"a click on the notification does nothing: {notice['actions']!r}")


def no_second_notification(desk):
    """After everything else: still one."""
    same(len(desk.notices.sent), 1, 'how many notifications were sent')
    history = desk.dunst_history()
    same(len(history), 1, 'how many notifications the service got')
    same(history[0][0], TITLE, "the notification's title")


def press_shows_the_lines(desk):
    """The notification's action opens the filled lines, and nothing else."""
    desk.press_notification()
    desk.window.wait_for_page('Waiting')
    wait_for_lines(desk.window, expected_lines(who_gets_what(DELIVERY), only_served=True),
                   'exactly the lines that were filled')
    wait(lambda: any(button.name.startswith('Restock of ') and f'{LINES} lines' in button.name
                     for button in desk.window.find_all('push button')),
         f'the restock with its {LINES} lines above the list')


# ---- the file

def booked(desk):
    """The file says what the scenario says, and its balances are right."""
    gets = who_gets_what(DELIVERY)
    same(desk.shop.waiting(), {line[:2]: (gets.get(line[:2], 0), line[4] - gets.get(line[:2], 0))
                               for line in waiting_lines() if gets.get(line[:2], 0) < line[4]},
         'the queue after the delivery')
    given = {}
    for order, line, _, sku, _, _ in waiting_lines():
        given[sku] = given.get(sku, 0) + gets.get((order, line), 0)
    for sku, (on_hand, reserved, _) in desk.shop.balances().items():
        same((on_hand, reserved), (dict(DELIVERY).get(sku, 0), given.get(sku, 0)),
             f'on hand and reserved of {sku}')
    desk.shop.check()


def taken_back(desk):
    """Everything is as before the delivery."""
    wait(lambda: desk.shop.balances() == desk.balances_before, 'the stock as it was')
    same(desk.shop.orders(), desk.orders_before, 'the orders')
    same(desk.shop.ask('queue', 'list'), desk.queue_before, 'the queue')
    desk.shop.check()
