"""What the tests of the window share: how their steps are told, and what a person does in all of them.

A test is called with PROGRAM CLI, and with the names of steps where not all of them are wanted.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import os
import subprocess
import sys
import tempfile
import time

from drive import App, run, wait

PROGRAM, CLI = sys.argv[1:3]
SAMPLE_FIRM = 'Hob & Kettle'
MOST_TABS = 120
MOST_LISTS = 20


class Skip(Exception):
    """What a step raises that cannot be taken here, with the reason."""


def tell(steps, take=lambda step: step()):
    """Takes one step after the other and tells it in TAP: its docstring says what holds then."""
    chosen = sys.argv[3:]
    steps = [step for step in steps if not chosen or step.__name__ in chosen]
    print('1..%d' % len(steps))
    for number, step in enumerate(steps, 1):
        try:
            take(step)
            skipped = ''
        except Skip as skip:
            skipped = ' # SKIP %s' % skip
        print('ok %d %s%s' % (number, step.__doc__, skipped), flush=True)


def walk(steps, app=None):
    """Steps through a running program. Each gets it, and returns another where it started that."""
    def take(step):
        nonlocal app
        try:
            app = step(app) or app
        except Exception:
            picture = os.path.join(tempfile.gettempdir(), 'trastienda-%s.png' % step.__name__)
            run('import', '-silent', '-window', 'root', picture)
            print('# the screen when this failed: %s' % picture, flush=True)
            raise

    tell(steps, take)


def cli(*words):
    """What trastienda-cli says."""
    done = subprocess.run([CLI, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def stored(kind, text, company):
    """The row with this text among the records of a kind, as another program reads it from the file."""
    rows = csv.DictReader(io.StringIO(cli('export', kind, '--company', company)))
    return next((row for row in rows if text in row.values()), None)


# Beginning and ending

def open_the_sample(tab):
    """Makes the sample company, as the welcome page offers, and goes to the page of this number."""
    app = App([PROGRAM])
    app.window('^Trastienda$').find('push button', 'Look at the Sample Company').do()
    app.window(SAMPLE_FIRM, seconds=60)
    app.key('alt+%d' % tab)
    return app


def sample_path():
    """Where the sample company lies that the program has made."""
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'trastienda')
    name, = (name for name in os.listdir(folder) if name.endswith('.trastienda'))
    return os.path.join(folder, name)


def open_the_sample_again(tab):
    """Opens the sample company where it was left."""
    app = App([PROGRAM, sample_path()])
    app.window(SAMPLE_FIRM).find('page tab', 'Goals')
    app.key('alt+%d' % tab)
    return app


def leave(app):
    """it ends in order"""
    # A list that is just being filled takes the keyboard, and with it a key that comes meanwhile.
    app.settle()
    app.key('ctrl+q')
    app.wait_exit()


# Lists

def focused(window):
    """What has the keyboard; nothing where that is inside an entry, of which the bus does not tell."""
    return next((node for node in window.look().walk() if 'focused' in node.states), None)


def is_on_a_row(window):
    node = focused(window)
    return node is not None and node.role == 'table row'


def labels_of(row):
    return [node.name for node in row.walk() if node.role == 'label']


def cells(window, column, most=3):
    """What stands in a column of the first rows under the headers."""
    return [labels_of(row)[column] for row in window.all('table row')[1:most + 1]]


def is_listed(window, text):
    """Whether a row has this text."""
    return any(text in labels_of(row) for row in window.all('table row'))


def search(app, words):
    """Looks for other words."""
    app.key('ctrl+f', 'ctrl+a')
    app.type(words)


def open_row(app, words):
    """Searches, and opens the only row that is found."""
    search(app, words)
    wait(lambda: is_listed(app.window(), words), words)
    # The first Return hands the keyboard to the list, and the second opens what it stands on.
    app.key('Return')
    wait(lambda: is_on_a_row(app.window()), 'the keyboard on a row')
    app.key('Return')
    app.settle()


# Forms

def tab_to(app, role, name):
    """Goes on with the keyboard until it stands there."""
    node = app.window().find(role, name, shown=False)
    for _ in range(MOST_TABS):
        app.key('Tab')
        # The window is asked once a key and no more; what was missed comes round again.
        time.sleep(.1)
        if node.has('focused'):
            return
    raise AssertionError('no Tab leads to %r' % node)


def turn_to(app, title):
    """Turns over the lists of a tab until this one is in front: to the last, and back."""
    page = app.window().find('page tab', '^%s$' % title)
    for key in ['ctrl+Page_Down'] * MOST_LISTS + ['ctrl+Page_Up'] * MOST_LISTS:
        if page.has('selected'):
            return
        app.key(key)
        app.settle()
    raise AssertionError('no key leads to %r' % page)


def pick(app, words):
    """In the list of names that has the keyboard: opens it, finds one by some words and takes it."""
    app.key('space')
    app.settle()
    app.type(words)
    app.settle()
    app.key('Return')
    app.settle()


def fill(app, text):
    """Puts this in place of what stands in the field that has the keyboard."""
    app.key('ctrl+a')
    app.type(text)


def name_the_firm(app, name):
    """Changes the name of the firm, in its own window."""
    window = app.window()
    window.find('push button', '^Main Menu').find('push button').do()
    window.find('menu item', 'Firm').do()
    app.window('^The Firm$').find('text', 'Name').click()
    fill(app, name)
    app.key('Return')


# Undo

def undo(app, times):
    """Takes back the last edits, as the button does."""
    window = app.window()
    for _ in range(times):
        window.find('push button', '^Undo').do()
        app.settle()


def redo(app, times):
    """Does again what was undone last, by keyboard."""
    for _ in range(times):
        app.key('ctrl+shift+z')
        app.settle()
