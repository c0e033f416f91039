#!/usr/bin/python3
"""Sedia in the background: it reminds once a day of customers who must be told, its notification
leads to them, and the window comes and goes without ending the program, which is asked once."""

import os
import subprocess
import time

import desk
from desk import Desk, Failure, same, stays, wait
from gi.repository import GLib
from notices import ask
from shop import Shop
from window import Window

NAME = 'io.github.sedia.Sedia'
PATH = '/io/github/sedia/Sedia'
TITLE = '2 customers must be told, 1 is late'
LATE = 'Tom & <b>Co</b>'
TODAY = 'Siti Rahma'
QUESTION = 'Keep Sedia running in the background?'
STAYS = 'Stays in the background'


class Coming(Window):
    """A window that comes and goes; all but the first of a program are no frame to GTK 4.8."""

    def title(self):
        return next((top.name for top in self.top() if top.name.endswith('Sedia')), None)


class KeepingDesk(Desk):
    """What is remembered outlives the program."""

    def _make_home(self):
        super()._make_home()
        os.environ['GSETTINGS_BACKEND'] = 'keyfile'


def today():
    """Days since 1970, here."""
    return (int(time.time()) + time.localtime().tm_gmtoff) // 86400


def keyfile():
    return os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')


def remember(**values):
    """Nothing but this, and that reminders are on."""
    values.setdefault('remind', 'true')
    os.makedirs(os.path.dirname(keyfile()), exist_ok=True)
    with open(keyfile(), 'w', encoding='utf-8') as stream:
        stream.write('[io/github/sedia/Sedia]\n')
        stream.writelines(f'{key.replace("_", "-")}={value}\n' for key, value in values.items())


def remembers(line):
    with open(keyfile(), encoding='utf-8') as stream:
        return line in stream.read().splitlines()


def autostart():
    return os.path.join(os.environ['XDG_CONFIG_HOME'], 'autostart', NAME + '.desktop')


def start(desk, *words):
    return Coming(desk, '--database', desk.shop.path, *words)


def start_again(desk):
    """As from the desktop's menu: the program that runs opens its window."""
    wait(lambda: ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                     'NameHasOwner', GLib.Variant('(s)', (NAME,))), 'the program to run')
    subprocess.run(Window.command(), env=Window.env(), check=True, timeout=60)
    desk.window.wait_until_active()
    wait(desk.window.title, 'the window')


def end_unseen(desk):
    ask(NAME, PATH, 'org.freedesktop.Application', 'ActivateAction',
        GLib.Variant('(sava{sv})', ('quit', [], {})))
    desk.window.expect_end()


def has_window(desk):
    return bool(desk.window.top())


def choose(window, label):
    """From the main menu."""
    window.key('F10')
    window.wait_for_words(label)
    for _ in range(30):
        focused = window.focused()
        if focused is not None and focused.name == label:
            window.key('Return')
            return
        window.key('Down')
    raise Failure(f'the keyboard does not come to {label} in the menu')


def close(desk):
    desk.window.wait_until_active()
    desk.window.key('alt+F4')


def begin(desk):
    """One order of long ago, one of just now; nobody was told anything."""
    desk.shop = Shop(desk.path('shop.db'))
    desk.shop.run('product', 'add', 'TH-01', '--name', 'Teh Melati')
    for name in (LATE, TODAY):
        desk.shop.run('customer', 'add', name)
    long_ago = time.strftime('%Y-%m-%d', time.localtime(time.time() - 5 * 86400))
    desk.shop.run('order', 'add', '--customer', LATE, '--line', 'TH-01=2', '--at', long_ago)
    desk.shop.run('order', 'add', '--customer', TODAY, '--line', 'TH-01=1')
    now = time.localtime()
    remember(remind_hour=now.tm_hour * 60 + now.tm_min)


def reminds(desk):
    """Without a window: one notification, escaped, the most urgent first."""
    start(desk, '--background')
    wait(lambda: desk.notices.sent, 'the reminder')
    same(desk.notices.sent[0]['summary'], TITLE, 'its title')
    same(desk.notices.sent[0]['body'], f'Tom &amp; &lt;b&gt;Co&lt;/b&gt;, {TODAY}', 'its body')
    wait(lambda: remembers(f'reminded-day={today()}'), 'that it was done to be remembered')
    stays(lambda: len(desk.notices.sent) == 1 and not has_window(desk),
          'one notification, and no window')


def action(desk):
    """It opens the window of the same program, at those who must be told."""
    desk.press_notification()
    desk.window.wait_for_page('Customers')
    wait(lambda: sorted(cells[0] for cells in desk.window.table('Customers')) == [TODAY, LATE],
         'those who must be told')
    desk.window.wait_for_words(STAYS)


def window_comes_and_goes(desk):
    close(desk)
    wait(lambda: not has_window(desk), 'the window to close')
    stays(lambda: desk.window.process.poll() is None, 'the program runs')
    start_again(desk)
    same(desk.window.says(QUESTION), False, 'whether it asks, which was chosen before')
    close(desk)
    wait(lambda: not has_window(desk), 'the window to close')


def once(desk):
    """Started anew on the same day, it does not remind again."""
    end_unseen(desk)
    start(desk, '--background')
    start_again(desk)
    desk.window.wait_for_page('Customers')
    stays(lambda: len(desk.notices.sent) == 1, 'one notification')
    same(len(desk.dunst_history()), 1, 'how many notifications the service got')
    desk.window.quit()


def switched_off(desk):
    remember(remind='false', remind_hour=0)
    start(desk, '--background')
    start_again(desk)
    desk.window.wait_for_page('Waiting')
    stays(lambda: len(desk.notices.sent) == 1, 'no notification')
    desk.window.quit()


def asked_stay(desk):
    """Closing the window asks; Enter stays, and it starts with the computer from now on."""
    remember(reminded_day=today())
    start(desk)
    desk.window.wait_for_page('Waiting')
    same(desk.window.says(STAYS), False, 'whether it says that it stays')
    close(desk)
    desk.window.wait_for_words(QUESTION)
    desk.window.wait_for_focus('push button', 'Stay')
    desk.window.key('Return')
    wait(lambda: not has_window(desk), 'the window to close')
    wait(lambda: remembers('background=true'), 'the answer to be remembered')
    with open(autostart(), encoding='utf-8') as stream:
        same('Exec=sedia --background' in stream.read().splitlines(), True,
             'whether it starts with the computer')
    stays(lambda: desk.window.process.poll() is None, 'the program runs')


def form(desk):
    """By keyboard: no longer in the background, not with the computer; the window says so."""
    window = desk.window
    start_again(desk)
    window.wait_for_words(STAYS)
    choose(window, 'Reminders…')
    first = window.get('check box', 'Remind me once a day of customers who must be told')
    wait(lambda: 'FOCUSED' in window.get('check box', first.name).states, 'the keyboard in it')
    window.key('alt+b')
    window.key('ctrl+Return')
    wait(lambda: len(window.top()) == 1, 'the form to go')
    wait(lambda: not window.says(STAYS), 'the line in the sidebar to go')
    same(os.path.exists(autostart()), False, 'whether it starts with the computer')
    close(desk)
    window.expect_end()


def asked_quit(desk):
    """Escape quits, as closing always did; it is not asked again."""
    remember(reminded_day=today(), remind_hour=1439)
    start(desk)
    desk.window.wait_for_page('Waiting')
    close(desk)
    desk.window.wait_for_words(QUESTION)
    desk.window.key('Escape')
    desk.window.expect_end()
    same(os.path.exists(autostart()), False, 'whether it starts with the computer')

    start(desk)
    desk.window.wait_for_page('Waiting')
    close(desk)
    desk.window.expect_end()
    same(len(desk.notices.sent), 1, 'how many notifications were sent in all')
    desk.shop.check()


desk.run(KeepingDesk, [
    ('/desktop/reminder/begin', begin),
    ('/desktop/reminder/7-once-a-day', reminds),
    ('/desktop/reminder/7-action', action),
    ('/desktop/reminder/window-comes-and-goes', window_comes_and_goes),
    ('/desktop/reminder/7-not-again-today', once),
    ('/desktop/reminder/7-switched-off', switched_off),
    ('/desktop/reminder/asked-stay', asked_stay),
    ('/desktop/reminder/form', form),
    ('/desktop/reminder/asked-quit', asked_quit),
])
