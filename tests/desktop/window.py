"""Sedia's window, as somebody who cannot see it uses it: through the accessibility bus and the
keys.
"""

import os
import re
import subprocess

from desk import G_DEBUG, Failure, wait
from look import Bus, Look, ROOT_PATH, Widget

# Widgets that are reached with the keyboard, but read through what is in them.
PLACES = {'table row', 'table cell', 'tree table', 'list', 'list item', 'scroll pane', 'panel',
          'filler', 'frame'}

# More than there are on any page; a walk that long is going round in circles somewhere.
MOST_STOPS = 60


def is_plain(widget):
    """A name that says nothing: none, or the name of its class."""
    return re.match('$|(Gtk|Sedia)[A-Z]', widget.name) is not None


def expect_names(window, where):
    """Each can be called by a name, which is read out as it is: no letters for the keyboard in
    it."""
    wrong = [repr(widget) for widget in window.walk()
             if (is_plain(widget) and widget.role not in PLACES or '_' in widget.name)
             and 'FOCUSABLE' in widget.states]
    if wrong:
        raise Failure(f'{where}: without a name that can be read out: ' + ', '.join(wrong))


class Window:
    """One run of the program."""

    def __init__(self, desk, *arguments, through=()):
        """`through` is a program that becomes Sedia after it has changed something about itself."""
        self.desk = desk
        self._name = f'sedia-{len(desk.programs)}'
        desk.window = self
        self.process = self.start([*through, *self.command(), *arguments])
        self._bus = Bus()
        self._owner = None

    def start(self, words):
        return self.desk.start(self._name, words, env=self.env())

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

    def look(self):
        """What can be read of it at this moment; None while the program is still starting."""
        self.check_alive()
        if self._owner is None:
            self._owner = self._bus.owner_of(self.process.pid)
        return Look(self._bus, self._owner) if self._owner is not None else None

    def top(self):
        """The windows of the program."""
        look = self.look()
        return Widget(look, ROOT_PATH).children() if look is not None else []

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
        look = self.look()
        if look is None:
            return None
        # What it told last when the keyboard moved is asked whether it still has it.
        path = look.read_focus()
        if path is not None:
            look.read_items([path])
            return Widget(look, path)
        return next(
            (widget for widget in self.walk()
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

    def wait_for_selected(self, words):
        """Waits until a row with these words in a cell is selected and has the keyboard."""
        wait(lambda: any('SELECTED' in row.states and words in row.all_texts()
                         for row in self.find_all('table row')), f'{words} to be selected')
        self.wait_for_focus('table row')

    def wait_for_dialog_to_go(self):
        wait(lambda: len(self.top()) == 1, 'the dialog to go')
        self.wait_until_active()

    def badge(self, page):
        """The sentence on a page's name in the sidebar: "3 lines wait"; empty for none."""
        for row in self.find_all('list item'):
            if row.name == page:
                return ''
            if row.name.startswith(page + ': '):
                return row.name[len(page) + 2:]
        return None

    def table(self, name):
        """The rows of a list with columns, also those scrolled away: what each cell says. Fails
        while one of them is being built: wait for what they shall say.
        """
        look = self.look()
        path = look.find_upmost(ROOT_PATH, 'tree table', name) if look is not None else None
        if path is None:
            return []
        table = Widget(look, path).read_all()
        n_columns = len(next((row.children() for row in table.children()
                              if row.role == 'table row'), []))
        rows = [row.children() for body in table.children() if body.role == 'list'
                for row in body.children() if row.role == 'table row']
        if any(len(cells) < n_columns for cells in rows):
            raise Failure('a row is being built')
        return [[' '.join(cell.all_texts()) for cell in cells] for cells in rows]

    def chip(self, label):
        """How many rows a filter says it shows; None when it is not there."""
        for button in self.find_all('push button'):
            if button.name.startswith(label + ', '):
                return int(button.name[len(label) + 2:])
        return None

    # ---- what a person does

    def key(self, *keys):
        self.check_alive()
        self.desk.keyboard.key(*keys)

    def type(self, text):
        """Types as a person does."""
        self.check_alive()
        self.desk.keyboard.type(text)

    def scan(self, code):
        """Types as a scanner does, with Enter at the end."""
        self.check_alive()
        self.desk.keyboard.scan(code)

    def tab_to(self, role, name):
        """Presses Tab until the keyboard is there, as somebody does who knows what comes."""
        for _ in range(MOST_STOPS):
            focused = wait(self.focused, 'something with the keyboard')
            if (focused.role, focused.name) == (role, name):
                return focused
            self.key('Tab')
            wait(lambda: self.focused() not in (None, focused), f'Tab to leave {focused!r}')
        raise Failure(f'Tab never comes to the {role} {name}')

    def choose(self, label, key='F10'):
        """Chooses from the menu that the key opens: arrows, Enter."""
        def item():
            return next((widget for widget in self.walk() if widget.name == label
                         and widget.role in ('menu item', 'check menu item')), None)

        self.key(key)
        wait(item, f'{label} in the menu')
        for _ in range(MOST_STOPS):
            focused = self.focused()
            if focused is not None and focused.name == label:
                break
            self.key('Down')
            wait(lambda: self.focused() not in (None, focused), f'Down to leave {focused!r}')
        else:
            raise Failure(f'the keyboard does not come to {label} in the menu')
        self.key('Return')
        wait(lambda: item() is None, 'the menu to go')

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
