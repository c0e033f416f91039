"""A private desktop for a test, and the test itself, told as TAP.

    desk.run (desk.Desk, [('/desktop/topic/case', function), ...])

The desktop is an X server, a window manager, a D-Bus session, the accessibility bus and, unless the
test is about its absence, a notification service. Nothing of the person's own session is used, and
everything ends with the test. Cases run in order on one desktop; a case that fails ends the test,
because those after it start where it left off.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

# What makes GLib's warnings fatal is for Sedia alone, not for this process or the desktop's.
G_DEBUG = os.environ.pop('G_DEBUG', '')

# How long a condition may take to come true. Sanitized programs on a busy machine are slow; a
# test that passes never waits this long.
PATIENCE = 40 * float(os.environ.get('SEDIA_PATIENCE', '1'))

# Longer than the two seconds after which the window looks again at what others did.
A_WHILE = 3

SIZE = '1366x768'

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'data',
                      'io.github.sedia.Sedia.gschema.xml')

PROGRAMS = ('Xvfb', 'openbox', 'dunst', 'dbus-daemon', 'xdotool')

AT_SPI_LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi-bus-launcher',
                    '/usr/lib/at-spi2-core/at-spi-bus-launcher')

# Without the folders of the system's services: who talks on this bus is who the test started, or
# what a test lets the bus start from the folder `services`.
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

DUNST_CONFIG = """[global]
    width = 400
    origin = bottom-right
    offset = 20x60
    markup = full
    history_length = 100
    idle_threshold = 0
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
"""


class Failure(Exception):
    """What a case expected and did not see."""


def wait(condition, what, seconds=None):
    """Waits until the condition gives something true, and gives that.

    The condition may raise a Failure: its sentence is told if time runs out.
    """
    end = time.monotonic() + (PATIENCE if seconds is None else seconds)
    said = ''

    while True:
        try:
            answer = condition()
        except Failure as failure:
            answer, said = None, str(failure)
        if answer:
            return answer
        if time.monotonic() >= end:
            raise Failure(f'waited in vain for {what}' + (f': {said}' if said else ''))
        time.sleep(0.05)


def same(got, expected, what):
    if got != expected:
        raise Failure(f'{what}:\n  expected {expected!r}\n  got      {got!r}')


def stays(condition, what):
    """Fails unless the condition holds for a while: for what must not happen."""
    end = time.monotonic() + A_WHILE

    while time.monotonic() < end:
        if not condition():
            raise Failure(f'did not stay so: {what}')
        time.sleep(0.2)


def _missing():
    """What of the private desktop is not installed here, as words."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if not any(map(os.path.exists, AT_SPI_LAUNCHERS)):
        absent.append('at-spi-bus-launcher')
    try:
        import gi
        gi.require_version('Gio', '2.0')
    except (ImportError, ValueError):
        absent.append('the bindings of GObject for Python')
    try:
        ctypes.CDLL('libXtst.so.6')
    except OSError:
        absent.append('libXtst')
    return absent


class Desk:
    """The private desktop. Its programs run with `env`, which the test's own process shares."""

    has_notifications = True

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='sedia-desk.')
        self.logs = os.path.join(self.folder, 'logs')
        self.programs = []
        self.dunst = None
        self.keyboard = None
        self.notices = None
        self.window = None
        try:
            self._make_home()
            self._start_display()
            self._start_bus()
            self._start_helpers()
        except BaseException:
            self.close()
            raise

    # ---- the parts

    def _make_home(self):
        os.mkdir(self.logs)
        for name, kind in (('HOME', 'home'), ('XDG_DATA_HOME', 'data'),
                           ('XDG_CONFIG_HOME', 'config'), ('XDG_CACHE_HOME', 'cache'),
                           ('XDG_STATE_HOME', 'state'), ('XDG_RUNTIME_DIR', 'run')):
            path = os.path.join(self.folder, kind)
            os.mkdir(path, 0o700)
            os.environ[name] = path

        for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS',
                     'GTK_THEME', 'GTK_MODULES', 'XAUTHORITY', 'DESKTOP_STARTUP_ID', 'LANGUAGE'):
            os.environ.pop(name, None)
        os.environ.update({
            'GDK_BACKEND': 'x11',
            'GSK_RENDERER': 'cairo',
            'GTK_A11Y': 'atspi',
            'GSETTINGS_BACKEND': 'memory',
            'GIO_USE_VFS': 'local',
            'LC_ALL': 'C.UTF-8',
            'NO_AT_BRIDGE': '0',
        })

        self._put_off_reminders()

    def _put_off_reminders(self):
        """From its hour on the daily reminder would come into a test of something else: here it is
        off unless a test switches it on.
        """
        if not os.path.exists(SCHEMA) or shutil.which('glib-compile-schemas') is None:
            return
        folder = os.path.join(self.folder, 'schemas')
        os.mkdir(folder)
        shutil.copy(SCHEMA, folder)
        with open(os.path.join(folder, 'test.gschema.override'), 'w', encoding='utf-8') as stream:
            stream.write('[io.github.sedia.Sedia]\nremind=false\n')
        subprocess.run(['glib-compile-schemas', '--strict', folder], check=True)
        os.environ['GSETTINGS_SCHEMA_DIR'] = folder

    def _start_display(self):
        reading, writing = os.pipe()
        self.start('Xvfb', ['Xvfb', '-displayfd', str(writing), '-screen', '0', SIZE + 'x24',
                            '-nolisten', 'tcp', '-noreset'], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failure('the X server did not start: ' + self.log('Xvfb'))
        os.environ['DISPLAY'] = ':' + number

    def _start_bus(self):
        config = os.path.join(self.folder, 'bus.conf')
        os.mkdir(os.path.join(self.folder, 'services'))
        with open(config, 'w', encoding='utf-8') as stream:
            stream.write(BUS_CONFIG.format(folder=self.folder))
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = f'unix:path={self.folder}/bus'
        self.start('bus', ['dbus-daemon', '--config-file', config, '--nofork', '--nopidfile'])
        wait(lambda: os.path.exists(os.path.join(self.folder, 'bus')), 'the D-Bus session')

    def _start_helpers(self):
        from keys import Keyboard
        from notices import Notices, ask

        self.keyboard = Keyboard()
        self.start('openbox', ['openbox', '--sm-disable'])
        launcher = next(path for path in AT_SPI_LAUNCHERS if os.path.exists(path))
        self.start('at-spi', [launcher, '--launch-immediately'])
        os.environ['AT_SPI_BUS_ADDRESS'] = wait(
            lambda: ask('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress'),
            'the accessibility bus')
        self.notices = Notices()
        if self.has_notifications:
            self.start_dunst()

    def start_dunst(self):
        from notices import NOTIFICATIONS, NOTIFICATIONS_PATH, ask

        config = os.path.join(self.folder, 'dunstrc')
        with open(config, 'w', encoding='utf-8') as stream:
            stream.write(DUNST_CONFIG)
        self.dunst = self.start('dunst', ['dunst', '-conf', config])
        wait(lambda: ask(NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS, 'GetCapabilities'),
             'the notification service')

    def start(self, name, command, **options):
        """Starts a program that ends with the desktop; what it says goes to its log."""
        with open(os.path.join(self.logs, name + '.log'), 'ab') as log:
            program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       start_new_session=True, **options)
        self.programs.append(program)
        return program

    # ---- for the test

    def path(self, name):
        return os.path.join(self.folder, name)

    def log(self, name):
        try:
            with open(os.path.join(self.logs, name + '.log'), encoding='utf-8',
                      errors='replace') as stream:
                return stream.read()
        except FileNotFoundError:
            return ''

    def dunst_history(self):
        """Every notification so far as dunst understood it, oldest first: (summary, body)."""
        self._tell_dunst('NotificationCloseAll')
        history = self._tell_dunst('NotificationListHistory')
        return [(one['summary'], one['body']) for one in reversed(history)]

    def press_notification(self):
        """Does what a click on the newest notification does."""
        self._tell_dunst('NotificationAction', '(u)', 0)

    @staticmethod
    def _tell_dunst(method, kind='()', *values):
        from gi.repository import GLib
        from notices import NOTIFICATIONS, NOTIFICATIONS_PATH, ask

        answer = ask(NOTIFICATIONS, NOTIFICATIONS_PATH, 'org.dunstproject.cmd0', method,
                     GLib.Variant(kind, values))
        if answer is None:
            raise Failure(f'dunst does not answer to {method}')
        return answer

    # ---- when it goes wrong, and the end

    def explain(self):
        """What the screen, the window and the programs say, as comments of the test's output."""
        print_comment(f'the folder of this desktop: {self.folder}')
        target = os.environ.get('SEDIA_SCREENSHOTS')
        if target and shutil.which('import'):
            os.makedirs(target, exist_ok=True)
            name = os.path.basename(sys.argv[0]).removesuffix('.py') + '.png'
            shot = os.path.join(target, name)
            subprocess.run(['import', '-window', 'root', shot], check=False, timeout=60)
            print_comment(f'screenshot: {shot}')
        for name in sorted(os.listdir(self.logs)):
            print_comment(f'---- {name}\n' + self.log(name.removesuffix('.log'))[-6000:])
        if self.window is not None:
            try:
                print_comment('---- the window\n' + '\n'.join(self.window.tree()))
            except Exception as error:  # the program may be gone
                print_comment(f'the window cannot be read: {error}')

    def close(self):
        for program in reversed(self.programs):
            if program.poll() is None:
                try:
                    os.killpg(program.pid, signal.SIGTERM)
                except ProcessLookupError:
                    pass
        for program in reversed(self.programs):
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(program.pid, signal.SIGKILL)
                program.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


# ---- the test as TAP

def print_comment(text):
    for line in text.splitlines():
        print('# ' + line, flush=True)


def skip_all(sentence):
    print(f'1..0 # SKIP {sentence}', flush=True)
    sys.exit(0)


def _run_cases(desk, cases):
    for number, (path, function) in enumerate(cases, 1):
        started = time.monotonic()
        try:
            reason = function(desk)
        except Exception as error:
            print(f'not ok {number} {path}', flush=True)
            if isinstance(error, Failure):
                print_comment(str(error))
            print_comment(traceback.format_exc())
            desk.explain()
            for rest, (skipped, _) in enumerate(cases[number:], number + 1):
                print(f'not ok {rest} {skipped}', flush=True)
            return False
        took = f'{time.monotonic() - started:.1f} s'
        print(f'ok {number} {path}' + (f' # SKIP {reason}' if reason else ''), flush=True)
        print_comment(took)
    return True


def _need():
    absent = _missing()
    if absent:
        skip_all('the private desktop needs ' + ', '.join(absent))
    if not os.environ.get('SEDIA') or not os.environ.get('SEDIACTL'):
        skip_all('SEDIA and SEDIACTL must name the programs to test')


def run(make_desk, cases):
    """Runs the cases on one desktop and ends the program."""
    # A signal, as from a test that takes too long, still ends everything.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))

    desk = make_desk()
    try:
        print(f'1..{len(cases)}', flush=True)
        is_fine = _run_cases(desk, cases)
    finally:
        if desk.window is not None:
            desk.window.kill()
        desk.close()
    sys.exit(0 if is_fine else 1)


# Before anything else is imported: the other modules cannot even be read without these.
_need()
