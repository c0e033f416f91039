#!/usr/bin/python3
"""The bus starts Sedia: for a button of a notification of yesterday, for the desktop's launcher.
With nothing to do it ends by itself."""

import os
import signal
import time

import desk
from desk import PATIENCE, Failure, print_comment, same, wait
from gi.repository import GLib
from notices import ask
from window import Window

NAME = 'io.github.sedia.Sedia'
PATH = '/io/github/sedia/Sedia'
APPLICATION = 'org.freedesktop.Application'
BUS = ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')

# GLib lets a service without work live for ten seconds.
LIFE = 10


class Started:
    """A program that the bus started, as far as Window asks for it: its child it is not."""

    returncode = 0

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return self.returncode
        return None

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def wait(self):
        wait(lambda: self.poll() is not None, 'the killed program to be gone')


class Service(Window):
    """The window of the program that the bus started; what it says is in the bus's log."""

    def start(self, words):
        self._name = 'bus'
        return Started(pid_of_owner())


def has_owner():
    return ask(*BUS, 'NameHasOwner', GLib.Variant('(s)', (NAME,)))


def pid_of_owner():
    return ask(*BUS, 'GetConnectionUnixProcessID', GLib.Variant('(s)', (NAME,)))


def call(method, parameters):
    """Asks the program, which is not running, for something: the bus starts it."""
    same(has_owner(), False, 'whether Sedia was running before')
    ask(NAME, PATH, APPLICATION, method, parameters)
    wait(has_owner, 'the bus to start Sedia')


def begin(desk):
    """The folder of services is read anew by the bus; the accessibility bus is newer than it."""
    with open(os.path.join(desk.path('services'), NAME + '.service'), 'w',
              encoding='utf-8') as stream:
        stream.write(f'[D-BUS Service]\nName={NAME}\n'
                     f'Exec={os.environ["SEDIA"]} --gapplication-service\n')
    ask(*BUS, 'ReloadConfig')
    ask(*BUS, 'UpdateActivationEnvironment',
        GLib.Variant('(a{ss})', ({'AT_SPI_BUS_ADDRESS': os.environ['AT_SPI_BUS_ADDRESS'],
                                  'G_DEBUG': Window.env()['G_DEBUG']},)))


def idle(desk):
    """Started for nothing, it shows nothing and goes."""
    same(ask(*BUS, 'StartServiceByName', GLib.Variant('(su)', (NAME, 0))), 1, 'starting it')
    started = time.monotonic()
    service = Service(desk)
    while has_owner():
        if service.top():
            raise Failure('it opened a window for nothing')
        if time.monotonic() - started > LIFE + PATIENCE:
            raise Failure('it does not end')
        time.sleep(0.5)
    print_comment(f'it lived for {time.monotonic() - started:.0f} s')
    service.expect_end()


def activate(desk):
    call('Activate', GLib.Variant('(a{sv})', ({},)))
    window = Service(desk)
    window.wait_until_active()
    wait(window.title, 'a window')
    window.quit()
    wait(lambda: not has_owner(), 'the name to be free')
    same(os.path.exists(os.path.join(os.environ['XDG_DATA_HOME'], 'sedia', 'shop.db')), True,
         'whether the shop of the user was opened')


def action(desk):
    """An action of the desktop file: the window opens with a new delivery."""
    call('ActivateAction', GLib.Variant('(sava{sv})', ('new-delivery', [], {})))
    window = Service(desk)
    window.wait_for_page('Deliveries')
    window.wait_for_focus('text', 'Supplier')
    window.key('Escape')
    window.quit()
    wait(lambda: not has_owner(), 'the name to be free')


desk.run(desk.Desk, [
    ('/desktop/service/begin', begin),
    ('/desktop/service/idle', idle),
    ('/desktop/service/activate', activate),
    ('/desktop/service/action', action),
])
