"""What goes over the private D-Bus session: questions of the test, and every notification sent."""

import os

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

NOTIFICATIONS = 'org.freedesktop.Notifications'
NOTIFICATIONS_PATH = '/org/freedesktop/Notifications'


def _connect():
    flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
             Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
    return Gio.DBusConnection.new_for_address_sync(os.environ['DBUS_SESSION_BUS_ADDRESS'], flags,
                                                   None, None)


def ask(name, path, interface, method, parameters=None):
    """The first value of the answer to a method call; None when nobody answers."""
    try:
        answer = _connect().call_sync(name, path, interface, method, parameters, None,
                                      Gio.DBusCallFlags.NONE, 2000, None)
    except GLib.Error:
        return None
    return answer.unpack()[0] if answer.n_children() else True


class Notices:
    """Listens on the bus and keeps every notification that any program asks for."""

    def __init__(self):
        self.sent = []
        self._bus = _connect()
        self._bus.add_filter(self._heard)
        rule = f"type='method_call',interface='{NOTIFICATIONS}',member='Notify'"
        self._bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                            'org.freedesktop.DBus.Monitoring', 'BecomeMonitor',
                            GLib.Variant('(asu)', ([rule], 0)), None, Gio.DBusCallFlags.NONE, -1,
                            None)

    def _heard(self, connection, message, incoming):
        if message.get_member() == 'Notify' and incoming:
            said = message.get_body().unpack()
            self.sent.append({'replaces': said[1], 'summary': said[3], 'body': said[4],
                              'actions': said[5]})
            return None  # a monitor answers nothing
        return message
