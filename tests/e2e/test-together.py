"""test-together.py PROGRAM CLI: several windows, processes and commands on one file at the same time.

Speaks TAP; runs inside "xrun --dbus --wm". How long it takes until one sees what another did is told,
not judged: that would depend on the machine.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import time

from drive import App, wait, xdotool
from walk import PROGRAM, SAMPLE_FIRM as FIRM, cli, leave, name_the_firm, walk

HOME = os.environ['HOME']
COMPANY = os.path.join(HOME, 'together.trastienda')


def import_items(text):
    source = os.path.join(HOME, 'items.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write(text)
    cli('import', 'items', source, '--company', COMPANY)


def to_front(app):
    xdotool('windowactivate', app.x_windows()[-1])
    return wait(lambda: app.window('.'), 'the window in front')


def seen(condition, what):
    """Waits, and tells how long it took."""
    start = time.monotonic()
    wait(condition, what, step=.01)
    print('# %s: %.2f s' % (what, time.monotonic() - start), flush=True)


def row_of(window, name):
    for row in window.all('table row'):
        if any(node.name == name for node in row.walk()):
            return row
    raise LookupError(name)


def selected(window):
    return next(row for row in window.all('table row') if 'selected' in row.states)


def place_of(window):
    row = selected(window)
    return row.extents, [node.name for node in row.walk() if node.role == 'label'][3]


def open_stock(app):
    """a list in the middle, with one of its rows selected"""
    window = app.window(FIRM)
    window.find('page tab', 'Stock')
    app.key('alt+5')
    row = wait(lambda: row_of(window, 'Airtight coffee tin, 500 g'), 'the items')
    row.click()
    app.key(*['Down'] * 40)
    app.settle()
    return window


def commands_beside_a_window(app):
    """what a command does shows in the window, which stays where it is"""
    window = open_stock(app)
    place = place_of(window)
    name = place[1]
    sku = next(line.split(',')[0] for line in cli('export', 'items', '--company', COMPANY)
               .splitlines() if name in line)

    # Rows that sort before all others: those on screen move down in the list and stay on screen.
    import_items('sku,name\nA-1,Aaa 1\nA-2,Aaa 2\nA-3,Aaa 3\n')
    window.find('push button', '^Undo')
    app.settle()
    assert place_of(window) == place, (place_of(window), place)
    label = next(node for node in selected(window).walk() if node.name == name)
    import_items('sku,name\n%s,%s\n' % (sku, name + ' (new)'))
    seen(lambda: label.get('Accessible', 'Name') == name + ' (new)', 'a name that a command changed')
    assert place_of(window)[0] == place[0]
    cli('undo', COMPANY)
    seen(lambda: label.get('Accessible', 'Name') == name, 'what a command took back')
    app.key('Home')
    wait(lambda: row_of(window, 'Aaa 1'), 'the new rows')


def two_processes(app):
    """what one window does shows in that of another process, and is undone from there"""
    open_stock(app)
    place = place_of(app.window(FIRM))
    other = App([PROGRAM, COMPANY])
    window = other.window(FIRM)
    window.find('page tab', 'Goals')
    name_the_firm(other, 'Hob & Kettle Ltd')
    seen(lambda: app_title(app) == 'Hob & Kettle Ltd', 'what another process changed')
    other.key('Escape')
    window = to_front(app)
    assert place_of(window) == place
    app.key('ctrl+z')
    seen(lambda: app_title(other) == FIRM, 'what another process took back')
    wait(lambda: app_title(app) == FIRM, 'the name as it was')
    to_front(other)
    leave(other)


def count_windows(app):
    return len(app.call('Accessible', 'GetChildren')[0])


def app_title(app):
    for _, path in app.call('Accessible', 'GetChildren')[0]:
        name = app.bus.get(app.dest, path, 'org.a11y.atspi.Accessible', 'Name')
        if name.startswith('Hob'):
            return name
    return ''


def two_windows(app):
    """two windows of one process do the same"""
    to_front(app)
    app.key('ctrl+shift+n')
    wait(lambda: count_windows(app) == 2, 'a second window')
    window = app.window(FIRM)
    window.find('page tab', 'Goals')
    import_items('sku,name\nA-1,Aab 1\n')
    app.key('alt+5')
    wait(lambda: row_of(app.window(FIRM), 'Aab 1'), 'the row in the second window')
    app.key('ctrl+z')
    wait(lambda: row_of(app.window(FIRM), 'Aaa 1'), 'the row as it was in the second window')
    app.key('ctrl+w')
    wait(lambda: count_windows(app) == 1, 'one window')
    to_front(app)
    app.key('Home')
    wait(lambda: row_of(app.window(FIRM), 'Aaa 1'), 'the row as it was in the first window')
    leave(app)
    cli('check', COMPANY)


if __name__ == '__main__':
    cli('new', COMPANY, '--sample', '--language', 'en')
    walk((commands_beside_a_window, two_processes, two_windows), App([PROGRAM, COMPANY]))
