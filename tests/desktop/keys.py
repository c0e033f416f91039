"""The keyboard of the private desktop.

A scanner and a person are told apart by the milliseconds between two keys. A program that sends
them one by one is stopped between two of them on a busy computer, and would sound like the other.
So all keys go to the X server at once, which presses each when it is due.
"""

import ctypes

from desk import Failure

# Between two letters of a person, between two other keys, and the pause before a new thought. A
# scanner sends all at once.
PERSON_MS = 60
KEY_MS = 20
PAUSE_MS = 150

MODIFIERS = {'ctrl': 'Control_L', 'shift': 'Shift_L', 'alt': 'Alt_L'}
SHIFT = 'Shift_L'


class Keyboard:
    def __init__(self):
        self._x = ctypes.CDLL('libX11.so.6')
        self._test = ctypes.CDLL('libXtst.so.6')
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        if not self._display:
            raise Failure('the keyboard has no display')

    # ---- from names to keys

    def _code(self, symbol):
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        if code == 0:
            raise Failure(f'this keyboard has no key for {symbol:#x}')
        return code

    def _named(self, name):
        symbol = self._x.XStringToKeysym(name.encode())
        return self._with_shift(symbol)

    def _with_shift(self, symbol):
        """The keys to hold and the key to press."""
        code = self._code(symbol)
        if self._x.XkbKeycodeToKeysym(self._display, code, 0, 0) == symbol:
            return [], code
        return [self._code(self._x.XStringToKeysym(SHIFT.encode()))], code

    def _chord(self, words):
        """Such as "ctrl+Return"."""
        *modifiers, name = words.split('+')
        held, code = self._named(name)
        return [self._named(MODIFIERS[modifier])[1] for modifier in modifiers] + held, code

    def _text(self, text):
        # Latin letters and digits are their own symbols.
        return [self._with_shift(ord(char)) for char in text]

    # ---- pressing them

    def _turn(self, code, is_down, after_ms=0):
        self._test.XTestFakeKeyEvent(self._display, code, is_down, ctypes.c_ulong(after_ms))

    def _press(self, strokes, gap_ms, after_ms=0):
        """Returns when all of them have been pressed."""
        for held, code in strokes:
            for modifier in held:
                self._turn(modifier, True, after_ms)
                after_ms = 0
            self._turn(code, True, after_ms)
            self._turn(code, False)
            for modifier in reversed(held):
                self._turn(modifier, False)
            after_ms = gap_ms
        self._x.XSync(self._display, False)

    def key(self, *chords):
        self._press([self._chord(words) for words in chords], KEY_MS)

    def type(self, text):
        """Types as a person does."""
        self._press(self._text(text), PERSON_MS, PAUSE_MS)

    def scan(self, code):
        """Types as a scanner does, with Enter at the end."""
        self._press([*self._text(code), self._named('Return')], 0, PAUSE_MS)
