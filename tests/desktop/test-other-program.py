#!/usr/bin/python3
"""Another program books the delivery while the window is open. The window tells of it once and
shows it without being asked to; a second start of Sedia is the same window."""

import time

import desk
from desk import Failure, print_comment, same, stays, wait
from scene import (booked, delivery_words, no_second_notification, open_shop, press_shows_the_lines,
                   see_everything_came, see_nothing_came, see_one_notification, taken_back)
from shop import ORDERS
from window import Window

# The window looks every two seconds; on a slow, sanitized machine the rest takes a while.
SOON = 12


def begin(desk):
    open_shop(desk)
    see_nothing_came(desk.window)


def told_once(desk):
    desk.shop.run('delivery', 'receive', *delivery_words())
    booked_at = time.monotonic()
    wait(lambda: desk.notices.sent, 'the notification', SOON)
    print_comment(f'told {time.monotonic() - booked_at:.1f} s after it was booked')
    see_one_notification(desk)


def window_follows(desk):
    see_everything_came(desk.window)
    booked(desk)


def row_changes_in_place(desk):
    """What another program changes appears under the selection, which stays."""
    window = desk.window
    window.key('Home', 'Down')
    selected = wait(lambda: [row.all_texts()[:2] for row in window.find_all('table row')
                             if 'SELECTED' in row.states], 'a selected row')
    desk.shop.run('order', 'edit', len(ORDERS), '--line', '1=7')
    wait(lambda: any(cells[1] == 'Maya Putri' and cells[2].startswith('7')
                     for cells in window.table('Waiting lines')), 'the edited line', SOON)
    same([row.all_texts()[:2] for row in window.find_all('table row')
          if 'SELECTED' in row.states], selected, 'the selection after a change by others')
    desk.shop.run('undo')
    wait(lambda: not any(cells[2].startswith('7') and cells[1] == 'Maya Putri'
                         for cells in window.table('Waiting lines')), 'the line as before', SOON)


def one_instance(desk):
    """Started again, Sedia hands over to the window that is there."""
    window = desk.window
    second = desk.start('second', Window.command() + ['--database', desk.shop.path],
                        env=Window.env())
    wait(lambda: second.poll() is not None, 'the second start to end')
    same(second.returncode, 0, 'how the second start ended')
    same(desk.log('second'), '', 'what the second start said')
    same([frame.role for frame in window.top()], ['frame'], 'the windows of the program')

    third = desk.start('third', Window.command() + ['--database', desk.shop.path,
                                                    '--new-delivery'], env=Window.env())
    wait(lambda: third.poll() is not None, 'the third start to end')
    same(third.returncode, 0, 'how the third start ended')
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    window.key('Escape')
    window.key('ctrl+1')
    window.wait_for_page('Waiting')


def action(desk):
    press_shows_the_lines(desk)


def undo(desk):
    """What another program did is undone in the window."""
    desk.window.key('ctrl+z')
    taken_back(desk)


def once(desk):
    stays(lambda: len(desk.notices.sent) == 1, 'one notification')
    no_second_notification(desk)


def while_closed(desk):
    """Booked while no window is open: told when one opens, once."""
    desk.window.quit()
    desk.shop.run('delivery', 'receive', *delivery_words())
    sent = len(desk.notices.sent)
    window = Window(desk, '--database', desk.shop.path)
    window.wait_for_page('Waiting')
    wait(lambda: len(desk.notices.sent) > sent, 'the notification of what came meanwhile')
    see_everything_came(window)
    window.quit()

    window = Window(desk, '--database', desk.shop.path)
    window.wait_for_page('Waiting')
    see_everything_came(window)
    stays(lambda: len(desk.notices.sent) == sent + 1, 'no second notification of it')


def end(desk):
    if desk.shop.ask('delivery', 'list')[0]['reversed_by'] is not None:
        raise Failure('the delivery is not in force')
    desk.shop.check()
    desk.window.quit()


desk.run(desk.Desk, [
    ('/desktop/other-program/begin', begin),
    ('/desktop/other-program/7-told-once', told_once),
    ('/desktop/other-program/window-follows', window_follows),
    ('/desktop/other-program/row-changes-in-place', row_changes_in_place),
    ('/desktop/other-program/3.11-one-instance', one_instance),
    ('/desktop/other-program/7-action', action),
    ('/desktop/other-program/9-undo', undo),
    ('/desktop/other-program/7-once', once),
    ('/desktop/other-program/7-while-closed', while_closed),
    ('/desktop/other-program/end', end),
])
