"""test-two-desks.py PROGRAM CLI: one weekly review, held at two desks at once.

Two processes on one file: what one desk decides the other shows, what both write at the same moment
is there twice, and either may leave and come back. Speaks TAP; runs inside "xrun --dbus --wm". How
long it takes until one sees what the other did is told, not judged: that would depend on the machine.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import os
import signal
import time

from drive import App, Node, wait, xdotool
from walk import PROGRAM, SAMPLE_FIRM, cli, leave, walk

COMPANY = os.path.join(os.environ['HOME'], 'two-desks.trastienda')
DECISION = 'Two shifts in the warehouse'
REASON = 'Afternoons are full'
NOTES = 'The carrier came late', 'A pallet was broken'
PROMISES = 'Call the carrier', 'Look at the pallets'

OTHER = []


def to_front(app):
    """Brings the newest window of a desk to the front; both desks have windows of the same name."""
    def is_in_front():
        xdotool('windowactivate', app.x_windows()[-1])
        return xdotool('getactivewindow', 'getwindowpid') == str(app.process.pid)

    # A dialog that closes meanwhile may hand the keyboard to the other desk.
    wait(is_in_front, 'the desk')
    app.settle()
    wait(is_in_front, 'the desk, and no dialog')


def minutes(app):
    """What a desk's minutes say, whether or not its window is in front."""
    names = []
    for _, path in app.call('Accessible', 'GetChildren')[0]:
        names += [node.name for node in Node(app, path, app).look().walk()
                  if node.role == 'list item']
    return names


def shows(app, text):
    """Whether the desk's window, in front or not, has this in its minutes."""
    return any(text in name for name in minutes(app))


def seen(condition, what):
    """Waits, and tells how long it took."""
    start = time.monotonic()
    wait(condition, what, step=.02)
    print('# %s: %.2f s' % (what, time.monotonic() - start), flush=True)


def at_once(*desks):
    """Presses Return at all desks, none of which gets it before the last has it."""
    for app in desks:
        to_front(app)
        app.settle()
        app.process.send_signal(signal.SIGSTOP)
        app.key('Return')
    for app in desks:
        app.process.send_signal(signal.SIGCONT)


def go_to(app, button):
    """Walks on to where a key does this."""
    for _ in range(40):
        app.settle()
        if app.window().all('push button', button):
            return
        app.key('space')
    raise AssertionError('no point with ' + button)


def both_open(app):
    """one desk begins the review, and the other is in it"""
    app.key('ctrl+shift+r')
    app.window().find('check box', '.')
    app.settle()
    app.key('Return')
    app.window().find('list', '^Agenda$')
    go_to(app, 'Deviation')

    other = App([PROGRAM, COMPANY])
    OTHER.append(other)
    other.window(SAMPLE_FIRM).find('page tab', 'Goals')
    other.key('ctrl+shift+r')
    other.window().find('list', '^Agenda$')
    go_to(other, 'Deviation')


def one_decides(app):
    """what one desk decides stands in the minutes of the other"""
    other, = OTHER
    to_front(app)
    app.key('x')
    app.window('(?i)^new decision$')
    app.settle()
    app.type(DECISION)
    app.key('Tab')
    app.settle()
    app.type(REASON)
    app.key('ctrl+Return')
    app.settle()
    app.key('alt+a')
    wait(lambda: shows(app, DECISION), 'the decision at its own desk')
    seen(lambda: shows(other, DECISION), 'a decision of the other desk')


def both_note(app):
    """what both write at the same moment is there twice, at both desks"""
    other, = OTHER
    for desk, note in zip((app, other), NOTES):
        to_front(desk)
        desk.settle()
        desk.key('n')
        desk.settle()
        desk.type(note)
    at_once(app, other)
    for desk in app, other:
        for note in NOTES:
            seen(lambda: shows(desk, note), note)


def both_promise(app):
    """two promises made at the same moment are both kept"""
    other, = OTHER
    for desk, promise in zip((app, other), PROMISES):
        to_front(desk)
        # A new action is for what the old one there is for.
        go_to(desk, 'Finished')
        desk.key('a')
        desk.window('(?i)^new action$')
        desk.settle()
        desk.type(promise)
    at_once(app, other)
    for desk in app, other:
        for promise in PROMISES:
            seen(lambda: shows(desk, promise), promise)


def one_leaves(app):
    """one desk leaves while the other goes on, and comes back to all that was said meanwhile"""
    other, = OTHER
    to_front(app)
    app.settle()
    app.key('Escape')
    app.window(SAMPLE_FIRM).find('page tab', 'Goals')
    to_front(other)
    other.settle()
    other.key('n')
    other.settle()
    other.type('Said by one alone')
    other.key('Return')
    wait(lambda: shows(other, 'Said by one alone'), 'the note at the other desk')
    to_front(app)
    app.settle()
    app.key('ctrl+shift+r')
    app.window().find('list item', 'Said by one alone')
    for text in (DECISION, *NOTES, *PROMISES):
        wait(lambda: shows(app, text), text)


def one_dies(app):
    """one desk fails; it goes on where it was, and nothing was said twice"""
    other, = OTHER
    other.process.kill()
    other.process.wait()
    again = App([PROGRAM, COMPANY])
    again.window(SAMPLE_FIRM).find('page tab', 'Goals')
    again.key('ctrl+shift+r')
    again.window().find('list', '^Agenda$')
    for text in (DECISION, *NOTES, *PROMISES):
        wait(lambda: shows(again, text), text)
        assert sum(text in name for name in minutes(again)) == 1, minutes(again)
    OTHER[:] = [again]


def both_leave(app):
    """both leave; the file has every promise and decision once, and the meeting is not over"""
    other, = OTHER
    for desk in other, app:
        to_front(desk)
        desk.settle()
        desk.key('Escape')
        desk.window(SAMPLE_FIRM).find('page tab', 'Goals')
        leave(desk)
    for kind, texts in (('actions', PROMISES), ('decisions', (DECISION,))):
        rows = list(csv.DictReader(io.StringIO(cli('export', kind, '--company', COMPANY))))
        for text in texts:
            assert sum(text in row.values() for row in rows) == 1, (kind, text)
    cli('check', COMPANY)


if __name__ == '__main__':
    cli('new', COMPANY, '--sample', '--language', 'en')
    walk((both_open, one_decides, both_note, both_promise, one_leaves, one_dies, both_leave),
         App([PROGRAM, COMPANY]))
