"""One look at a window through the accessibility bus: what a screen reader would read in it.

A window has hundreds of widgets. Asked one question after another, each of which crosses the bus
twice, a look takes a second and keeps the program from its work. So the questions about all widgets
of one depth are sent together. Where the keyboard is, the program tells by itself when it moves.

GTK 4.8 tells of no SHOWING state below a window: a widget counts as shown when it takes up room,
and of the pages of a stack the one that a pointer in the middle of the stack would meet.
"""

import os
import typing

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

from desk import Failure

ACCESSIBLE = 'org.a11y.atspi.Accessible'
ACTION = 'org.a11y.atspi.Action'
COMPONENT = 'org.a11y.atspi.Component'
EDITABLE_TEXT = 'org.a11y.atspi.EditableText'
TEXT = 'org.a11y.atspi.Text'
PROPERTIES = 'org.freedesktop.DBus.Properties'

ROOT_PATH = '/org/a11y/atspi/accessible/root'
REGISTRY = 'org.a11y.atspi.Registry'
REGISTRY_PATH = '/org/a11y/atspi/registry'

# What is asked about every widget.
ITEM = ((ACCESSIBLE, 'GetRole', None),
        (PROPERTIES, 'GetAll', GLib.Variant('(s)', (ACCESSIBLE,))),
        (COMPONENT, 'GetExtents', GLib.Variant('(u)', (1,))))

# AT-SPI numbers roles and states. These are the roles that GTK 4.8 gives, and the states that tests
# read.
ROLES = {2: 'alert', 7: 'check box', 8: 'check menu item', 11: 'combo box', 16: 'dialog',
         20: 'filler', 23: 'frame', 27: 'image', 29: 'label', 31: 'list', 32: 'list item',
         33: 'menu', 34: 'menu bar', 35: 'menu item', 37: 'page tab', 38: 'page tab list',
         39: 'panel', 42: 'progress bar', 43: 'push button', 44: 'radio button',
         45: 'radio menu item', 48: 'scroll bar', 49: 'scroll pane', 50: 'separator', 51: 'slider',
         52: 'spin button', 54: 'status bar', 55: 'table', 56: 'table cell',
         57: 'table column header', 58: 'table row header', 61: 'text', 62: 'toggle button',
         63: 'tool bar', 64: 'tool tip', 65: 'tree', 66: 'tree table', 69: 'window',
         75: 'application', 79: 'entry', 83: 'heading', 88: 'link', 90: 'table row',
         91: 'tree item', 98: 'list box', 99: 'grouping', 101: 'notification', 103: 'level bar'}
STATES = {4: 'CHECKED', 10: 'EXPANDED', 11: 'FOCUSABLE', 12: 'FOCUSED', 20: 'PRESSED',
          23: 'SELECTED', 24: 'SENSITIVE', 33: 'INVALID_ENTRY'}

FIELDS = ('text', 'entry')

TIMEOUT_MS = 20000


class Item(typing.NamedTuple):
    """What a program says of a widget."""

    role: str
    name: str
    parent: str
    n_children: int
    place: tuple  # x, y, width, height; of what is not shown the last two may be 0


NOTHING = Item('', '', None, 0, (0, 0, 0, 0))


class Bus:
    """The accessibility bus."""

    def __init__(self):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
                 Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(
            os.environ['AT_SPI_BUS_ADDRESS'], flags, None, None)
        self.last_focused = {}  # by program: where the keyboard went last
        self._connection.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'StateChanged', None,
                                          'focused', Gio.DBusSignalFlags.NONE, self._focus_moved)
        self.ask_one(REGISTRY, REGISTRY_PATH, REGISTRY, 'RegisterEvent',
                     GLib.Variant('(s)', ('object:state-changed:focused',)))

    def _focus_moved(self, connection, owner, path, interface, signal, parameters):
        if parameters.unpack()[1] == 1:
            self.last_focused[owner] = path

    def ask(self, owner, questions):
        """The answers to many questions at once, each (path, interface, method, parameters). One
        that cannot be answered, because the widget is gone, is None.
        """
        answers = [None] * len(questions)
        left = len(questions)

        def answered(connection, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (path, interface, method, parameters) in enumerate(questions):
            self._connection.call(owner, path, interface, method, parameters, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT_MS, None, answered, number)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask_one(self, owner, path, interface, method, parameters=None):
        return self.ask(owner, [(path, interface, method, parameters)])[0]

    def owner_of(self, process_id):
        """The name on the bus of the program with this process; None while it has none."""
        answer = self.ask_one(REGISTRY, ROOT_PATH, ACCESSIBLE, 'GetChildren')
        for owner, _ in answer[0] if answer else ():
            asked = self.ask_one('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                 GLib.Variant('(s)', (owner,)))
            if asked and asked[0] == process_id:
                return owner
        return None


class Look:
    """What a program shows at one moment. It is asked as little as will do, and nothing twice."""

    def __init__(self, bus, owner):
        self.bus = bus
        self.owner = owner
        self.items = {}     # all of these by path
        self.children = {}
        self.shown = {}     # the children that can be seen
        self.texts = {}

    def ask(self, questions):
        return self.bus.ask(self.owner, questions)

    # ---- reading

    def read_items(self, paths):
        paths = [path for path in paths if path not in self.items]
        answers = iter(self.ask([(path, *question) for path in paths for question in ITEM]))
        for path in paths:
            role, told, place = (next(answers) for _ in ITEM)
            if role and told:
                self.items[path] = Item(ROLES.get(role[0], str(role[0])), told[0]['Name'],
                                        told[0]['Parent'][1], told[0]['ChildCount'],
                                        place[0] if place else NOTHING.place)

    def read_children(self, paths):
        """Finds the children of all of these, and what there is to know about them."""
        paths = [path for path in paths if path not in self.children]
        self.read_items(paths)
        self.children.update({path: [] for path in paths})
        paths = [path for path in paths if self.item(path).n_children > 0]
        answers = self.ask([(path, ACCESSIBLE, 'GetChildren', None) for path in paths])
        for path, answer in zip(paths, answers):
            self.children[path] = [child for _, child in answer[0]] if answer else []
        self.read_items([child for path in paths for child in self.children[path]])

    def read_focus(self):
        """Where the keyboard is, as far as the program told of it."""
        path = None
        while self.bus.last_focused.get(self.owner) != path:
            path = self.bus.last_focused[self.owner]
            if 'FOCUSED' in self.states(path):
                return path
        return None

    def read_texts(self, paths):
        """Labels are asked for their name: GTK 4.8 complains when somebody reads the text of one
        that has none.
        """
        paths = [path for path in paths
                 if path not in self.texts and self.item(path).role in FIELDS]
        length_of = GLib.Variant('(ss)', (TEXT, 'CharacterCount'))
        lengths = self.ask([(path, PROPERTIES, 'Get', length_of) for path in paths])
        texts = self.ask([(path, TEXT, 'GetText', GLib.Variant('(ii)', (0, length[0])))
                          for path, length in zip(paths, lengths) if length])
        told = iter(texts)
        for path, length in zip(paths, lengths):
            answer = next(told) if length else None
            self.texts[path] = answer[0] if answer else ''

    def read_below(self, path, also_hidden=False):
        """Reads all that is shown below a widget, one depth after the other."""
        level = [path]
        while level:
            level = self.read_hidden(level) if also_hidden else self.read_shown(level)

    def read_hidden(self, level):
        self.read_children(level)
        self.read_texts(level)
        return [child for parent in level for child in self.children[parent]]

    def read_shown(self, level):
        self.read_children(level)
        self.read_texts(level)
        fronts = self.front_pages(level)
        for parent in level:
            self.shown[parent] = list(self.choose_shown(parent, fronts))
        return [child for parent in level for child in self.shown[parent]]

    def find_upmost(self, path, role, name):
        """The widget that is the least deep; nothing below it is read."""
        level = [path]
        while level:
            for each in level:
                if (self.item(each).role, self.item(each).name) == (role, name):
                    return each
            level = self.read_shown(level)
        return None

    # ---- what is known of one widget

    def item(self, path):
        return self.items.get(path, NOTHING)

    def states(self, path):
        answer = self.bus.ask_one(self.owner, path, ACCESSIBLE, 'GetState')
        low, high = answer[0] if answer else (0, 0)
        return {name for number, name in STATES.items() if (low | high << 32) >> number & 1}

    # ---- what can be seen

    def pages(self, path):
        """Its children, if it is a stack: GTK puts a page between it and each of them, which only
        the children tell of.
        """
        return [child for child in self.children[path] if self.item(child).parent != path]

    def front_pages(self, paths):
        """Of each stack among these the page that a pointer in its middle would meet: the others
        keep their place while they are not shown.
        """
        stacks = [path for path in paths if len(self.pages(path)) > 1]

        def middle(path):
            x, y, width, height = self.item(path).place
            return GLib.Variant('(iiu)', (x + width // 2, y + height // 2, 1))

        met = self.ask([(stack, COMPONENT, 'GetAccessibleAtPoint', middle(stack))
                        for stack in stacks])
        return {stack: self.page_above(stack, answer[0][1]) if answer else None
                for stack, answer in zip(stacks, met)}

    def page_above(self, stack, path):
        while path not in (None, ROOT_PATH, *self.pages(stack)):
            self.read_items([path])
            path = self.item(path).parent
        return path if path != ROOT_PATH else None

    def choose_shown(self, parent, fronts):
        front = fronts.get(parent)
        pages = self.pages(parent) if front is not None else []
        for child in self.children[parent]:
            if self.takes_room(child) and (child == front or child not in pages):
                yield child

    def takes_room(self, path):
        _, _, width, height = self.item(path).place
        return width > 0 and height > 0


class Widget:
    """One accessible widget as it was at one look."""

    def __init__(self, look, path):
        self._look = look
        self.id = path

    def __eq__(self, other):
        return isinstance(other, Widget) and self.id == other.id

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f'{self.role} {self.name!r}'

    @property
    def role(self):
        return self._look.item(self.id).role

    @property
    def name(self):
        return self._look.item(self.id).name

    @property
    def states(self):
        """FOCUSED, FOCUSABLE, SELECTED ..."""
        return self._look.states(self.id)

    @property
    def top(self):
        """Where it begins, from the top of its window."""
        return self._look.item(self.id).place[1]

    @property
    def text(self):
        """What was typed into it."""
        self._look.read_texts([self.id])
        return self._look.texts.get(self.id, '')

    @property
    def label(self):
        """What a label or a field says. GTK names a label after its class until it says a word."""
        if self.role in FIELDS:
            return self.text
        return '' if self.name in ('GtkLabel', 'GtkInscription') else self.name

    def children(self):
        """Also those that cannot be seen."""
        self._look.read_children([self.id])
        return [Widget(self._look, path) for path in self._look.children[self.id]]

    def shown_children(self):
        if self.id not in self._look.shown:
            self._look.read_below(self.id)
        return [Widget(self._look, path) for path in self._look.shown[self.id]]

    def walk(self):
        """This widget and all that is shown in it, top to bottom."""
        yield self
        for child in self.shown_children():
            yield from child.walk()

    def find_all(self, role, name=None):
        for widget in self.walk():
            if widget.role == role and (name is None or name in (widget.name, widget.text)):
                yield widget

    def find(self, role, name=None):
        return next(self.find_all(role, name), None)

    def read_all(self):
        """Reads it also where it is scrolled away."""
        self._look.read_below(self.id, also_hidden=True)
        return self

    def all_texts(self):
        """What is written in it, also where it is scrolled away."""
        self.read_all()
        return list(self._texts())

    def _texts(self):
        if self.role in ('label', *FIELDS) and self.label:
            yield self.label
        for child in self.children():
            yield from child._texts()

    # ---- what a person does with it

    def _do(self, interface, method, parameters):
        answer = self._look.bus.ask_one(self._look.owner, self.id, interface, method, parameters)
        if not answer or not answer[0]:
            raise Failure(f'{self!r} does not take a {method}')

    def enter(self, text):
        """Writes into a field what no keyboard has keys for."""
        self._do(EDITABLE_TEXT, 'SetTextContents', GLib.Variant('(s)', (text,)))

    def press(self):
        """Activates it: what a screen reader does instead of a click."""
        self._do(ACTION, 'DoAction', GLib.Variant('(i)', (0,)))
