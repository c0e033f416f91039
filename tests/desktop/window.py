"""Sedia's window, as somebody who cannot see it uses it: through the accessibility bus and the
keys.

What is read here is what a screen reader would read. GTK 4.8 tells of no SHOWING state below a
window: a widget counts as shown when it takes up room, and of the pages of a stack the one that a
pointer in the middle of the stack would meet.
"""

import os
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

from desk import G_DEBUG, Failure, wait

# Between two keys: as a scanner types, and as a person types who is no scanner.
SCANNER_MS = 4
PERSON_MS = 90

# Widgets that are reached with the keyboard, but read through what is in them.
PLACES = {'table row', 'table cell', 'tree table', 'list', 'list item', 'scroll pane', 'panel',
          'filler', 'frame'}


class Widget:
    """One accessible widget. Every question goes to the program: nothing is remembered."""

    def __init__(self, accessible):
        self._accessible = accessible

    def __repr__(self):
        return f'{self.role} {self.name!r}'

    def _ask(self, question, default):
        try:
            return question()
        except GLib.Error:
            return default

    @property
    def role(self):
        return self._ask(self._accessible.get_role_name, '')

    @property
    def name(self):
        return self._ask(self._accessible.get_name, '') or ''

    @property
    def text(self):
        """What was typed into it. Labels are asked for their name: GTK 4.8 complains when somebody
        reads the text of one that has none.
        """
        def read():
            return Atspi.Text.get_text(self._accessible, 0,
                                       Atspi.Text.get_character_count(self._accessible))
        if self.role not in ('text', 'entry'):
            return ''
        return self._ask(read, '') or ''

    @property
    def is_shown(self):
        def read():
            place = Atspi.Component.get_extents(self._accessible, Atspi.CoordType.WINDOW)
            return place.width > 0 and place.height > 0
        return self._ask(read, False)

    @property
    def states(self):
        """FOCUSED, FOCUSABLE, SELECTED ..."""
        states = self._ask(lambda: self._accessible.get_state_set().get_states(), [])
        return {state.value_nick.upper().replace('-', '_') for state in states}

    @property
    def id(self):
        return self._accessible.path

    def children(self):
        for index in range(self._ask(self._accessible.get_child_count, 0)):
            child = self._ask(lambda: self._accessible.get_child_at_index(index), None)
            if child is not None:
                yield Widget(child)

    def _is_stack_page(self):
        """Pages of a stack have no place of their own; what is on them has."""
        return (self.role == 'panel'
                and self._ask(self._accessible.get_component_iface, None) is None)

    def _front_page(self, pages):
        """Which of this stack's pages is the one to be seen; None if that cannot be told."""
        def met():
            place = Atspi.Component.get_extents(self._accessible, Atspi.CoordType.WINDOW)
            return Atspi.Component.get_accessible_at_point(
                self._accessible, place.x + place.width // 2, place.y + place.height // 2,
                Atspi.CoordType.WINDOW)

        owner = {page.id: page for page in pages}
        for page in pages:
            owner.update({child.id: page for child in page.children()})
        widget = self._ask(met, None)
        while widget is not None:
            page = owner.get(Widget(widget).id)
            if page is not None:
                return page
            widget = self._ask(widget.get_parent, None)
        return None

    def shown_children(self):
        children = list(self.children())
        pages = []
        if len(children) > 1 and self.role == 'panel':
            pages = [child for child in children if child._is_stack_page()]
        front = self._front_page(pages) if len(pages) > 1 else None
        for child in children:
            if len(pages) > 1 and child in pages:
                if front is None or child is front:
                    yield child
            elif child.is_shown or child._is_stack_page():
                yield child

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

    def texts(self):
        """What is written in it, in order."""
        return [text for text in (widget.label for widget in self.walk()
                                  if widget.role in ('label', 'text', 'entry')) if text]

    def all_texts(self):
        """What is written in it, also where it is scrolled away."""
        own = [self.label] if self.role in ('label', 'text', 'entry') else []
        return [text for text in own if text] + [text for child in self.children()
                                                 for text in child.all_texts()]

    @property
    def label(self):
        """What a label or a field says. GTK names a label after its class until it says a word."""
        if self.role in ('text', 'entry'):
            return self.text
        name = self.name
        return '' if name in ('GtkLabel', 'GtkInscription') else name

    def enter(self, text):
        """Writes into a field what no keyboard has keys for."""
        Atspi.EditableText.set_text_contents(self._accessible, text)

    def press(self):
        """Activates it: what a screen reader does instead of a click."""
        if Atspi.Action.get_n_actions(self._accessible) < 1:
            raise Failure(f'{self!r} cannot be activated')
        Atspi.Action.do_action(self._accessible, 0)


class Window:
    """One run of the program."""

    def __init__(self, desk, *arguments, ends_well=True):
        self.desk = desk
        self.ends_well = ends_well
        self._name = f'sedia-{len(desk.programs)}'
        desk.window = self
        self.process = desk.start(self._name, self.command() + list(arguments), env=self.env())
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)

    @staticmethod
    def command():
        return [os.environ['SEDIA']]

    @staticmethod
    def env():
        debug = set(filter(None, G_DEBUG.split(',')))
        return {**os.environ, 'G_DEBUG': ','.join(sorted(debug | {'fatal-warnings'}))}

    # ---- what it shows

    def check_alive(self):
        if self.process.poll() is not None:
            raise GoneError(f'the program ended with status {self.process.returncode}:\n'
                            + self.desk.log(self._name)[-3000:])

    def application(self):
        self.check_alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    return Widget(child)
            except GLib.Error:
                continue
        return None

    def top(self):
        """The windows of the program."""
        application = self.application()
        return list(application.children()) if application is not None else []

    def walk(self):
        for frame in self.top():
            yield from frame.walk()

    def tree(self):
        def lines(widget, depth):
            states = widget.states & {'FOCUSED', 'FOCUSABLE', 'SELECTED', 'CHECKED', 'PRESSED'}
            text = widget.text
            yield ' '.join(['  ' * depth + widget.role, repr(widget.name),
                            repr(text) if text and text != widget.name else '',
                            *sorted(states)])
            for child in widget.shown_children():
                yield from lines(child, depth + 1)
        return [line for frame in self.top() for line in lines(frame, 0)]

    def find_all(self, role, name=None):
        for frame in self.top():
            yield from frame.find_all(role, name)

    def find(self, role, name=None):
        return next(self.find_all(role, name), None)

    def get(self, role, name=None, seconds=None):
        """The first such widget; waits until there is one."""
        return wait(lambda: self.find(role, name), f'a {role} {name or ""}', seconds)

    def says(self, part):
        """Whether these words can be read anywhere in the window."""
        return any(part in widget.name or part in widget.text for widget in self.walk())

    def wait_for_words(self, part, seconds=None):
        wait(lambda: self.says(part), f'the words “{part}”', seconds)

    def title(self):
        return next((frame.name for frame in self.top() if frame.role == 'frame'), None)

    def wait_for_page(self, page):
        """Waits until the page is in front and the keyboard is in the window."""
        wait(lambda: self.title() == f'{page} – Sedia', f'the page {page}')
        self.wait_until_active()

    def wait_until_active(self):
        def is_active():
            self.check_alive()
            name = subprocess.run(['xdotool', 'getactivewindow', 'getwindowpid'],
                                  capture_output=True, text=True, check=False).stdout.strip()
            return name == str(self.process.pid)
        wait(is_active, 'the window to have the keyboard')

    def focused(self):
        """The widget that has the keyboard."""
        return next((widget for widget in self.walk()
                     if 'FOCUSED' in widget.states and widget.role != 'frame'), None)

    def wait_for_focus(self, role, name=None, seconds=None):
        def is_there():
            widget = self.focused()
            if widget is None:
                raise Failure('nothing has the keyboard')
            if widget.role == role and (name is None or widget.name == name):
                return widget
            raise Failure(f'the keyboard is in {widget!r}')
        return wait(is_there, f'the keyboard in the {role} {name or ""}', seconds)

    def badge(self, page):
        """The sentence on a page's name in the sidebar: "3 lines wait"; empty for none."""
        for row in self.find_all('list item'):
            if row.name == page:
                return ''
            if row.name.startswith(page + ': '):
                return row.name[len(page) + 2:]
        return None

    def table(self, name):
        """The rows of a list with columns, also those scrolled away: what each cell says."""
        table = self.find('tree table', name)
        body = table.find('list') if table is not None else None
        if body is None:
            return []
        rows = [row for row in body.children() if row.role == 'table row']
        return [[' '.join(cell.all_texts()) for cell in row.children()] for row in rows]

    def chip(self, label):
        """How many rows a filter says it shows; None when it is not there."""
        for button in self.find_all('push button'):
            if button.name.startswith(label + ', '):
                return int(button.name[len(label) + 2:])
        return None

    # ---- what a person does

    def _xdotool(self, *arguments):
        subprocess.run(['xdotool', *arguments], check=True, timeout=120)

    def key(self, *keys):
        self.check_alive()
        self._xdotool('key', '--delay', '40', *keys)

    def type(self, text):
        """Types as a person does."""
        self.check_alive()
        self._xdotool('type', '--delay', str(PERSON_MS), '--', text)

    def scan(self, code):
        """Types as a scanner does, with Enter at the end."""
        self.check_alive()
        self._xdotool('type', '--delay', str(SCANNER_MS), '--args', '1', code, 'key', 'Return')

    # ---- its end

    def quit(self):
        """Ends the program as a person does, and looks at what it left behind."""
        self.key('ctrl+q')
        self.expect_end()

    def expect_end(self):
        wait(lambda: self.process.poll() is not None, 'the program to end')
        self.desk.window = None
        said = self.desk.log(self._name)
        if self.process.returncode != 0:
            raise Failure(f'the program ended with status {self.process.returncode}:\n{said}')
        bad = [line for line in said.splitlines()
               if 'CRITICAL' in line or 'WARNING' in line or 'runtime error' in line
               or 'AddressSanitizer' in line]
        if bad:
            raise Failure('the program complained:\n' + '\n'.join(bad))

    def kill(self):
        """Ends it as a power cut does."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.desk.window = None


class GoneError(Exception):
    """The program is gone: waiting any longer is no use."""


def pause_between_keys():
    """A person's pause, so that what comes next is no part of a scan."""
    time.sleep(PERSON_MS / 1000 * 2)
