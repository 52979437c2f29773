"""Drives a GTK 4 window as a person would.

Reads over the accessibility bus, acts with real X events through xdotool, or over the bus where a
control offers an action. Runs inside "xrun --dbus --wm". A test is a Python program:

    from drive import App
    app = App([program, company], TRASTIENDA_TODAY='2026-11-21')
    window = app.window('Trastienda')
    window.find('page tab', '^Stock').do()
    app.key('ctrl+n')
    app.type('Café')
    window.find('label', '^Café$')
    app.key('ctrl+q')
    app.wait_exit()

What GTK 4.8 does not tell, and what is done about it:
  - Everything counts as visible. "Shown" is therefore: it has a size, and the point in its middle
    belongs to it.
  - There are no screen coordinates: a place is taken from the window, and the window's place from X.
  - Only one toplevel says that it is active: X says which one.
  - A control without a label is named after its type, a button with an access key as '_Save Save':
    names are matched as regular expressions.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import functools
import itertools
import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib      # Atspi is used for its table of role names only.

# Every waiting time is multiplied by this: for slow machines and sanitizers.
PATIENCE = float(os.environ.get('TRASTIENDA_TEST_PATIENCE', '1'))
# How long somebody looks at what was found before they go on, in seconds.
READING = .3

ATSPI = 'org.a11y.atspi.'
PROPERTIES = 'org.freedesktop.DBus.Properties'
REGISTRY = (ATSPI + 'Registry', '/org/a11y/atspi/accessible/root')

IN_WINDOW = 1           # ATSPI_COORD_TYPE_WINDOW
LAYER_POPUP = 5         # ATSPI_LAYER_POPUP
CALL_TIMEOUT = 15000    # milliseconds

TOPLEVELS = ('frame', 'dialog', 'window')

# In the order of AtspiStateType.
STATES = (
    'invalid active armed busy checked collapsed defunct editable enabled expandable expanded '
    'focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque '
    'pressed resizable selectable selected sensitive showing single-line stale transient vertical '
    'visible manages-descendants indeterminate required truncated animated invalid-entry '
    'supports-autocompletion selectable-text is-default visited checkable has-popup '
    'read-only').split()
STATES_WORTH_TELLING = {'active', 'focused', 'checked', 'selected', 'pressed', 'expanded', 'modal'}

# What newer versions call these roles, and what GTK 4.8 does.
SAME_ROLE = {'button': 'push button', 'toggle button': 'push button', 'switch': 'check box'}


@functools.lru_cache(None)
def role_name(number):
    name = Atspi.role_get_name(Atspi.Role(number))
    return SAME_ROLE.get(name, name)


def states_of(words):
    bits = words[0] | words[1] << 32
    return frozenset(name for i, name in enumerate(STATES) if bits >> i & 1)


def wait(condition, what='', seconds=10, step=.03):
    """Asks again and again until the condition gives something true, and returns that.

    what is said on failure: a text, or a function that makes one then."""
    end = time.monotonic() + seconds * PATIENCE
    error = None
    while True:
        try:
            result = condition()
            if result:
                return result
        except (GLib.Error, LookupError, StopIteration) as caught:
            error = caught
        if time.monotonic() > end:
            raise AssertionError('timed out after %g s: %s (%r)' % (
                seconds * PATIENCE, what() if callable(what) else what, error))
        time.sleep(step)


def run(*argv):
    return subprocess.run([str(arg) for arg in argv], check=True, capture_output=True,
                          text=True).stdout.strip()


def xdotool(*arguments):
    return run('xdotool', *arguments)


class Bus:
    """The accessibility bus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, CALL_TIMEOUT).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)

    def call(self, name, path, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.connection.call_sync(name, path, interface, method, variant, None, 0,
                                         CALL_TIMEOUT).unpack()

    def get(self, name, path, interface, prop):
        return self.call(name, path, PROPERTIES, 'Get', '(ss)', interface, prop)[0]

    def call_many(self, calls):
        """Sends all, then waits: one round trip for the lot.

        calls: (name, path, interface, method, variant or None). A call that fails gives None."""
        answers = [None] * len(calls)
        left = len(calls)

        def done(connection, result, index):
            nonlocal left
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass
            left -= 1

        for index, (name, path, interface, method, variant) in enumerate(calls):
            self.connection.call(name, path, interface, method, variant, None, 0, CALL_TIMEOUT,
                                 None, done, index)
        while left:
            GLib.MainContext.default().iteration(True)
        return answers


class Node:
    """One thing in the window. Looking anew reads everything below it."""

    def __init__(self, app, path, parent):
        self.app = app
        self.path = path
        self.parent = parent
        self._children = None
        self.role = '?'
        self.name = ''
        self.extents = None
        self.states = frozenset()

    def __repr__(self):
        return '<%s "%s" %s>' % (self.role, self.name, self.extents)

    def call(self, interface, method, signature=None, *arguments):
        return self.app.bus.call(self.app.dest, self.path, ATSPI + interface, method, signature,
                                 *arguments)

    def get(self, interface, prop):
        return self.app.bus.get(self.app.dest, self.path, ATSPI + interface, prop)

    def set(self, interface, prop, value):
        self.app.bus.call(self.app.dest, self.path, PROPERTIES, 'Set', '(ssv)',
                          ATSPI + interface, prop, value)

    @property
    def children(self):
        if self._children is None:
            self.look()
        return self._children

    @children.setter
    def children(self, children):
        self._children = children

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()

    def up(self):
        """This node and those around it, up to but without the toplevel."""
        node = self
        while node and node.role not in TOPLEVELS and node.role != 'application':
            yield node
            node = node.parent

    def toplevel(self):
        node = self
        while node.parent and node.parent.parent:
            node = node.parent
        return node

    # Looking

    def look(self, shown=True):
        """Reads what is below: the program's whole cache in one call, then level by level the
        extents of all, and what the cache does not have yet."""
        app = self.app
        cache = app.read_cache()
        below = {}
        for path, item in cache.items():
            below.setdefault(item[2][1], []).append((item[3], path))

        def is_stale(node):
            return (node.path not in cache
                    or len(below.get(node.path, ())) != cache[node.path][4])

        def read(level, is_doubtful):
            self._ask_children([node for node in level if is_doubtful(node)], below)
            for node in level:
                node.children = [Node(app, path, node) for _, path in sorted(below.get(node.path, ()))]
            self._ask_properties([child for node in level for child in node.children], cache)

        self.children = []
        level = [self]
        while level:
            read(level, is_stale)
            # The cache keeps what was hidden since, and does not have what was shown in its place:
            # there are as many children as there should be, but they are others.
            read([node for node in level if any(child.is_empty() for child in node.children)],
                 lambda node: True)
            for node in level:
                if shown:
                    node.children = [child for child in node.children if not child.is_empty()]
            level = [child for node in level for child in node.children]
        return self

    def is_empty(self):
        return self.extents is not None and min(self.extents[2:]) <= 0

    def _ask_children(self, nodes, below):
        answers = self.app.bus.call_many(
            [(self.app.dest, node.path, ATSPI + 'Accessible', 'GetChildren', None)
             for node in nodes])
        for node, answer in zip(nodes, answers):
            below[node.path] = [(i, child[1]) for i, child in enumerate(answer[0])] if answer else []

    def _ask_properties(self, nodes, cache):
        dest = self.app.dest
        in_window = GLib.Variant('(u)', (IN_WINDOW,))
        name = GLib.Variant('(ss)', (ATSPI + 'Accessible', 'Name'))
        unknown = [node for node in nodes if node.path not in cache]

        calls = [(dest, node.path, ATSPI + 'Component', 'GetExtents', in_window) for node in nodes]
        for node in unknown:
            calls += [(dest, node.path, PROPERTIES, 'Get', name),
                      (dest, node.path, ATSPI + 'Accessible', 'GetRole', None),
                      (dest, node.path, ATSPI + 'Accessible', 'GetState', None)]
        answers = iter(self.app.bus.call_many(calls))

        for node in nodes:
            extents = next(answers)
            node.extents = extents[0] if extents else None
            if node.path in cache:
                item = cache[node.path]
                node.name, node.role, node.states = item[6], role_name(item[7]), states_of(item[9])
        for node in unknown:
            called, role, states = next(answers), next(answers), next(answers)
            node.name = called[0] if called else ''
            node.role = role_name(role[0]) if role else '?'
            node.states = states_of(states[0]) if states else frozenset()

    def all(self, role=None, name=None, shown=True):
        """What is below with this role (a regular expression for all of it) and name (for a part)."""
        return [node for node in self.look(shown).walk()
                if (role is None or re.fullmatch(role, node.role))
                and (name is None or re.search(name, node.name))
                and (not shown or node.is_shown())]

    def _first_cached(self, role, name, shown):
        """The first such thing that the program's cache tells of, or None. Looking asks for each of
        thousands of things where it is, this only for those that may be meant."""
        cache = self.app.read_cache()
        found = []
        for path, item in cache.items():
            if ((role is not None and not re.fullmatch(role, role_name(item[7])))
                    or (name is not None and not re.search(name, item[6]))):
                continue
            way = []
            while path in cache and path != self.path:
                way.append(path)
                path = cache[path][2][1]
            if path == self.path and way:
                found.append([(cache[step][3], step) for step in reversed(way)])
        for way in sorted(found):
            nodes = [self]
            for _, path in way:
                nodes.append(Node(self.app, path, nodes[-1]))
            self._ask_properties(nodes[1:], cache)
            if (nodes[-1].extents and not any(node.is_empty() for node in nodes)
                    # What is in a popover that was closed looks as if it were on show.
                    and (not shown or (nodes[-1].is_shown() and not nodes[-1].popover()))):
                return nodes[-1]
        return None

    def find(self, role=None, name=None, seconds=10, shown=True):
        """The first such thing; waits for it to come."""
        tries = itertools.count(1)

        def first():
            node = self._first_cached(role, name, shown)
            if node is not None:
                # A person reads it first, while the program ends what it is at.
                time.sleep(READING)
            # The cache does not tell of what nobody has looked at yet.
            if node is None and next(tries) % 2 == 0:
                node = self.all(role, name, shown)[0]
            return node

        return wait(first, lambda: 'find %s %r in\n%s' % (role, name, self.look(shown).dump()),
                    seconds)

    def gone(self, role=None, name=None, seconds=10):
        wait(lambda: not self.all(role, name), lambda: 'still there: %s %r' % (role, name), seconds)

    def is_shown(self):
        """Whether a pointer could hit it: a page of a stack that is not on top keeps its size, and
        so does a row that was scrolled away."""
        if not self.extents or self.role in TOPLEVELS:
            return True
        around = [node.path for node in self.up()]
        x, y, width, height = self.extents
        top = self.toplevel()
        try:
            for point in ((x + width // 2, y + height // 2), (x + 4, y + 4),
                          (x + width - 5, y + height - 5)):
                hit = top.call('Component', 'GetAccessibleAtPoint', '(iiu)', *point, IN_WINDOW)[0][1]
                if not hit.endswith('/null'):
                    break
            else:
                return self.parent.is_shown()           # An inner part that is not told about.
            if hit in around[:5]:
                return True                             # Itself, or what a label lies on.
            for _ in range(12):                         # A part of it.
                if hit.endswith(('/null', '/root')):
                    break
                if hit == self.path:
                    return True
                hit = self.app.bus.get(self.app.dest, hit, ATSPI + 'Accessible', 'Parent')[1]
            return self.popover() is not None           # A surface of its own is never hit.
        except GLib.Error:
            return False

    def popover(self):
        """The popover that it is on, if any."""
        for node in self.up():
            try:
                if node.extents and node.call('Component', 'GetLayer')[0] == LAYER_POPUP:
                    return node
            except GLib.Error:
                pass
        return None

    def dump(self):
        """What is below as text, for eyes and for failures."""
        lines = []
        self._dump(0, lines)
        return '\n'.join(lines)

    def _dump(self, depth, lines):
        told = sorted(self.states & STATES_WORTH_TELLING)
        mark = ' [%s]' % ' '.join(told) if told else ''
        nameless = re.fullmatch(r'|(Gtk|Adw|Tras)\w+', self.name)
        if self.role not in ('panel', 'filler', '?') or not nameless:
            lines.append('%s%s "%s"%s' % ('  ' * depth, self.role, self.name, mark))
            depth += 1
        for index, child in enumerate(self.children):
            if child.role != 'table row':
                child._dump(depth, lines)
                continue
            if index > 6:
                lines.append('%s… %d more' % ('  ' * depth, len(self.children) - index))
                break
            cells = ' | '.join(node.name for node in child.walk() if node.role == 'label')
            selected = ' [selected]' if 'selected' in child.states else ''
            lines.append('%stable row%s: %s' % ('  ' * depth, selected, cells))

    # Reading

    def text(self):
        return self.call('Text', 'GetText', '(ii)', 0, self.get('Text', 'CharacterCount'))[0]

    def value(self):
        return self.get('Value', 'CurrentValue')

    def labels(self):
        return [node.name for node in self.all('label')]

    def has(self, state):
        return state in states_of(self.call('Accessible', 'GetState')[0])

    # Acting over the bus

    def actions(self):
        """Their names; GetActions would give them translated."""
        return [self.call('Action', 'GetName', '(i)', i)[0]
                for i in range(self.get('Action', 'NActions'))]

    def do(self, action='click'):
        index = self.actions().index(action)
        assert self.call('Action', 'DoAction', '(i)', index)[0], '%r refused %s' % (self, action)

    def set_text(self, text):
        return self.call('EditableText', 'SetTextContents', '(s)', text)[0]

    def set_value(self, value):
        self.set('Value', 'CurrentValue', GLib.Variant('d', value))

    def select_child(self, index):
        return self.call('Selection', 'SelectChild', '(i)', index)[0]

    # Acting through the X server

    def middle(self):
        """Where its middle is on the screen, in pixels."""
        scale = self.app.scale
        x, y, width, height = self.call('Component', 'GetExtents', '(u)', IN_WINDOW)[0]
        popover = self.popover()
        if popover:
            left, top, origin = self._popover_origin(popover)
            x -= left
            y -= top
        else:
            origin = self.app.content_origin(self.toplevel())
        return origin[0] + (x + width // 2) * scale, origin[1] + (y + height // 2) * scale

    def _popover_origin(self, popover):
        """What is on a popover is told as if that sat in its parent's corner: the place is that of
        the X window whose size fits best."""
        scale = self.app.scale
        left, top, width, height = popover.call('Component', 'GetExtents', '(u)', IN_WINDOW)[0]
        best = None
        for window in self.app.x_windows():
            geometry = self.app.geometry(window)
            dx, dy = geometry[2] - width * scale, geometry[3] - height * scale
            misfit = abs(dx) + abs(dy)
            if misfit < 24 * scale and (best is None or misfit < best[0]):
                best = misfit, (geometry[0] + dx // 2, geometry[1] + dy // 2)
        if not best:
            raise LookupError('no X window for %r' % popover)
        return left, top, best[1]

    def click(self, times=1, button=1):
        last = None

        def stands_still():
            nonlocal last
            place = self.middle()
            still = place == last
            last = place
            return still

        wait(stands_still, 'to stand still: %r' % self, 3, .05)
        x, y = last
        # Two motions: after a popover closed, GTK drops a click that no motion went before. Never
        # with --sync, which waits for ever when the pointer is there already.
        xdotool('mousemove', x - 3, y - 2, 'sleep', .03, 'mousemove', x, y)
        xdotool('click', '--repeat', times, '--delay', 60, button)


class App(Node):
    """A running program. Keyword arguments are environment variables."""

    numbers = itertools.count(1)

    def __init__(self, argv, **env):
        self.scale = int(os.environ.get('GDK_SCALE', '1'))
        self.log = os.path.join(os.environ.get('XDG_RUNTIME_DIR', '/tmp'),
                                'app-%d.log' % next(App.numbers))
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen(
                argv, env={**os.environ, 'TRASTIENDA_NON_UNIQUE': '1', **env}, stderr=log)
        self.bus = Bus()
        self.dest, path = wait(self._on_the_bus, 'the program on the accessibility bus', 20)
        super().__init__(self, path, None)
        self.role = 'application'

    def _on_the_bus(self):
        if self.process.poll() is not None:
            raise SystemExit('the program ended with %s\n%s' % (self.process.returncode,
                                                                self.errors()))
        for name, path in self.bus.call(*REGISTRY, ATSPI + 'Accessible', 'GetChildren')[0]:
            pid = self.bus.call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus',
                                'GetConnectionUnixProcessID', '(s)', name)[0]
            if pid == self.process.pid:
                return name, path
        return None

    def read_cache(self):
        """What the program tells of all that was looked at before, by path: not of what came since,
        and still of what is hidden."""
        try:
            items = self.bus.call(self.dest, '/org/a11y/atspi/cache', ATSPI + 'Cache', 'GetItems')[0]
        except GLib.Error:
            items = []
        return {item[0][1]: item for item in items}

    def errors(self):
        """What the program has written to its standard error so far."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()

    # Windows

    def x_windows(self):
        return xdotool('search', '--all', '--onlyvisible', '--pid', self.process.pid,
                       '--name', '').split()

    def x_window(self, title):
        return wait(lambda: [window for window in self.x_windows()
                             if xdotool('getwindowname', window) == title][-1],
                    'X window ' + title, 5)

    def geometry(self, window):
        """(x, y, width, height) of an X window, in pixels of the screen."""
        lines = xdotool('getwindowgeometry', '--shell', window).splitlines()
        values = dict(line.split('=') for line in lines)
        return tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def content_origin(self, toplevel):
        """Where the content of a toplevel begins: its X window has a shadow or a border around."""
        window = self.x_window(toplevel.name)
        x, y, width, _ = self.geometry(window)
        extents = re.findall(r'\d+', run('xprop', '-id', window, '_GTK_FRAME_EXTENTS')
                             .partition('=')[2])
        if len(extents) == 4:
            return x + int(extents[0]), y + int(extents[2])
        inner = toplevel.call('Component', 'GetExtents', '(u)', IN_WINDOW)[0][2]
        border = (width - inner * self.scale) // 2
        return x + border, y + border

    def window(self, title='.', seconds=10):
        """The toplevel with this title (a regular expression), once it has the keyboard."""
        def active():
            try:
                if not re.search(title, xdotool('getactivewindow', 'getwindowname')):
                    return None
            except subprocess.CalledProcessError:       # No window is active just now.
                return None
            self.children = []
            for _, path in self.call('Accessible', 'GetChildren')[0]:
                child = Node(self, path, self)
                child.name = child.get('Accessible', 'Name')
                child.role = role_name(child.call('Accessible', 'GetRole')[0])
                self.children.append(child)
            return next(child for child in reversed(self.children) if re.search(title, child.name))

        return wait(active, 'active window %r' % title, seconds)

    def resize(self, toplevel, width, height):
        xdotool('windowsize', self.x_window(toplevel.name), width, height)

    # Keyboard, pictures, end

    def key(self, *keys):
        xdotool('key', '--clearmodifiers', '--delay', 25, *keys)

    def type(self, text):
        xdotool('type', '--clearmodifiers', '--delay', 20, text)

    def choose(self, title, path, replace=False):
        """Names a file in the file chooser of this title."""
        chooser = self.window('^%s$' % title)
        if chooser.all('label', '^Name:$'):
            self.key('ctrl+a')
        else:
            self.key('ctrl+l')
            chooser.find('text', '')
        self.type(path)
        self.settle()
        self.key('Return')
        if replace:
            self.window('^$').find('push button', '^Replace').do()

    def shot(self, path, toplevel=None):
        """A picture of the screen, or of what of it a toplevel covers."""
        crop = []
        if toplevel is not None:
            _, _, width, height = toplevel.call('Component', 'GetExtents', '(u)', IN_WINDOW)[0]
            x, y = self.content_origin(toplevel)
            crop = ['-crop', '%dx%d+%d+%d' % (width * self.scale, height * self.scale, x, y),
                    '+repage']
        run('import', '-silent', '-window', 'root', *crop, path)

    def settle(self, toplevel=None, seconds=10):
        """Waits until three pictures in a row are the same: a fixed pause fails under load."""
        path = os.path.join(os.environ.get('XDG_RUNTIME_DIR', '/tmp'), 'settle.ppm')
        seen = []

        def same():
            self.shot(path, toplevel)
            with open(path, 'rb') as file:
                seen.append(file.read())
            del seen[:-3]
            return len(seen) == 3 and seen[0] == seen[1] == seen[2]

        wait(same, 'a still picture', seconds, .08)

    def wait_exit(self, seconds=8):
        """Waits for the program to end by itself, in order and without a warning."""
        try:
            code = self.process.wait(seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            # Left as it stands, for the picture of it; what runs inside xrun ends with that.
            raise AssertionError('the program did not quit') from None
        assert code == 0, 'exit code %s\n%s' % (code, self.errors())
        bad = [line for line in self.errors().splitlines()
               if re.search('-(WARNING|CRITICAL)', line)]
        assert not bad, bad
