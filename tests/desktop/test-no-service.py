#!/usr/bin/python3
"""Nobody shows notifications here: the window says it in its bar, and a badge stays until somebody
has looked. A service that comes later is not told what was seen."""

import desk
from desk import Failure, Desk, same, stays, wait
from scene import (BODY_START, LINES, TITLE, delivery_words, expected_lines, open_shop, open_window,
                   see_everything_came, see_nothing_came, wait_for_lines)
from shop import DELIVERY, who_gets_what

UNSEEN = '1 restock nobody has looked at'


class QuietDesk(Desk):
    has_notifications = False


def begin(desk):
    open_shop(desk)
    see_nothing_came(desk.window)


def see_bar_and_badge(desk):
    window = desk.window
    window.wait_for_words(f'{TITLE} – {BODY_START}')
    window.get('push button', 'Show Orders')

    def is_so():
        if window.badge('Deliveries') != UNSEEN:
            raise Failure(f"it says {window.badge('Deliveries')!r}")
        return True
    wait(is_so, f'the badge “{UNSEEN}”')


def bar(desk):
    desk.shop.run('delivery', 'receive', *delivery_words())
    see_bar_and_badge(desk)
    see_everything_came(desk.window)


def badge_stays(desk):
    """Closing the bar is not looking; nor is starting again."""
    window = desk.window
    window.get('push button', 'Close this message').press()
    wait(lambda: window.find('push button', 'Show Orders') is None, 'the bar to close')
    stays(lambda: window.badge('Deliveries') == UNSEEN, 'the badge after the bar is closed')
    window.quit()
    open_window(desk)
    see_bar_and_badge(desk)


def looked(desk):
    window = desk.window
    window.get('push button', 'Show Orders').press()
    wait_for_lines(window, expected_lines(who_gets_what(DELIVERY), only_served=True),
                   f'the {LINES} lines that were filled')
    wait(lambda: window.badge('Deliveries') == '', 'the badge to go once somebody has looked')


def service_comes_later(desk):
    """A service is there at last: what was looked at is old news to it."""
    desk.window.quit()
    desk.start_dunst()
    sent = len(desk.notices.sent)
    open_window(desk)
    see_everything_came(desk.window)
    stays(lambda: len(desk.notices.sent) == sent, 'no notification of what was seen')
    same(desk.dunst_history(), [], 'what the service has shown')


def end(desk):
    desk.shop.check()
    desk.window.quit()


desk.run(QuietDesk, [
    ('/desktop/no-service/begin', begin),
    ('/desktop/no-service/7-bar', bar),
    ('/desktop/no-service/7-badge-stays', badge_stays),
    ('/desktop/no-service/7-looked', looked),
    ('/desktop/no-service/7-service-comes-later', service_comes_later),
    ('/desktop/no-service/end', end),
])
