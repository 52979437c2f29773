"""test-decisions.py PROGRAM CLI: a decision replaced, a lesson written and met again.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

from drive import wait
from walk import (fill, leave, open_row, open_the_sample, open_the_sample_again, redo, sample_path,
                  search, stored, tab_to, turn_to, undo, walk)

BELIEVED = 'We believe that pans come back because on the screen they look larger.'
SAW = 'Eleven of the thirty came back, and nineteen of the others'
LEARNED = 'A ruler in the photo says more than any measure in words'
LIKE_IT = 'Pans come back: they look larger on the screen'
OTHER = 'Vouchers in the newsletter were hardly used'
MAIN = '^Hob'
# What was seen, what was learned, what comes next, closed.
N_EDITS = 4
N_KINDS = 4


def start(_):
    """the sample company shows its decisions"""
    app = open_the_sample(2)
    app.settle()
    turn_to(app, 'Decisions')
    app.window().find('label', 'No market stall')
    return app


def replace_a_decision(app):
    """a decision is replaced by another about the same, and both say so"""
    window = app.window()
    open_row(app, 'No market stall.')
    window.find('label', '^In force$')
    tab_to(app, 'push button', '^_Replace')
    app.key('Return')
    dialog = app.window('^Replace Decision$')
    tab_to(app, 'text', '^What$')
    fill(app, 'A market stall in December')
    tab_to(app, 'text', '^Why$')
    app.type('Before Christmas people look for presents')
    dialog.find('push button', '^_Replace').do()
    window = app.window(MAIN)
    window.find('label', '^In force. Look at it again on ')
    window.find('label', '^This replaces DC-6 of ', shown=False)


def open_an_experiment(app):
    """an experiment that runs says what it lacks, and cannot be closed without"""
    app.key('Escape')
    app.settle()
    turn_to(app, 'Experiments')
    window = app.window()
    open_row(app, BELIEVED)
    window.find('label', '^Running$')
    window.find('label', '^It cannot be closed yet\n.*\n.*\n• Nobody has said what comes next',
                shown=False)
    assert not window.find('push button', '^_Close Experiment', shown=False).has('sensitive')
    app.key('alt+c')
    app.settle()
    assert stored('experiments', BELIEVED, sample_path())['closed_on'] == ''


def write_the_lesson(app):
    """what was seen and learned is written, what comes next is chosen, and it is closed"""
    window = app.window()
    tab_to(app, 'text', '^What we saw$')
    app.type(SAW)
    app.key('Tab')
    app.type(LEARNED)
    app.key('Tab', 'space')
    app.settle()
    app.key('Down', 'Return')
    window.gone('label', '^It cannot be closed yet')
    app.settle()
    app.key('alt+c')
    window.find('label', '^E-2, closed on 21 Nov 2026$', shown=False)
    row = stored('experiments', BELIEVED, sample_path())
    assert (row['observed'], row['learned'], row['closed_on']) == (SAW, LEARNED, '2026-11-21'), row
    assert row['next'], row


def undo_and_redo(app):
    """all of it is undone and done again"""
    undo(app, N_EDITS)
    row = stored('experiments', BELIEVED, sample_path())
    assert (row['observed'], row['learned'], row['next'], row['closed_on']) == ('',) * 4, row
    redo(app, N_EDITS)
    wait(lambda: stored('experiments', BELIEVED, sample_path())['closed_on'], 'the end of it again')


def is_remembered(window):
    """What was learned is on show."""
    return window.all('label', LEARNED)


def remembers(app, title):
    """Waits until the lesson stands in a window."""
    wait(lambda: is_remembered(app.window(title)),
         lambda: 'the lesson in\n' + app.window(title).look().dump())


def find_the_lesson(app):
    """the lesson stands in the book, is found by a word, and leads to its experiment"""
    turn_to(app, 'Lessons')
    window = app.window()
    remembers(app, MAIN)
    search(app, 'voucher')
    wait(lambda: not is_remembered(window), 'other lessons only')
    # Accents and capitals make no difference.
    search(app, 'RULÉR')
    remembers(app, MAIN)
    found, = window.all('list item', '^%s$' % BELIEVED)
    app.key(*['Tab'] * N_KINDS, 'Tab')
    wait(lambda: found.has('focused'), 'the keyboard on the lesson')
    app.key('Return')
    window.find('label', '^E-2, closed on 21 Nov 2026$')


def meet_it_again(app, title, words):
    """Writes in a form what is like it, and what is not: the lesson comes, and goes."""
    fill(app, words)
    remembers(app, title)
    fill(app, OTHER)
    wait(lambda: not is_remembered(app.window(title)), 'nothing like it')
    # The first gives back what stood in the field, the second leaves.
    app.key('Escape', 'Escape')


def write_a_deviation(app):
    """the lesson shows while a similar deviation is written"""
    app.key('alt+3')
    app.settle()
    app.key('ctrl+Page_Down')
    app.settle()
    app.key('ctrl+n')
    app.window('^New Deviation$')
    app.settle()
    meet_it_again(app, '^New Deviation$', LIKE_IT)
    app.window(MAIN)


def write_a_goal(app):
    """the lesson shows while a similar goal is written"""
    app.key('alt+1')
    app.settle()
    app.key('ctrl+n')
    app.window('^New Goal$')
    app.settle()
    meet_it_again(app, '^New Goal$', LIKE_IT)
    app.window(MAIN)


def write_an_experiment(app):
    """the lesson shows while a similar experiment is written"""
    # The lesson has led to the experiments.
    app.key('alt+2')
    app.settle()
    app.key('ctrl+n')
    app.window('^New Experiment$')
    app.settle()
    meet_it_again(app, '^New Experiment$', LIKE_IT)
    app.window(MAIN)


def write_in_the_review(app):
    """it shows in the review, too, and whoever reads it there stays in the meeting"""
    app.key('ctrl+shift+r')
    app.window().find('check box', '.')
    app.settle()
    app.key('Return')
    window = app.window()
    window.find('list', '^Agenda$')
    for _ in range(40):
        app.settle()
        if window.all('push button', 'Deviation'):
            break
        app.key('space')
    for key, title in (('d', '^New Deviation$'), ('t', '^New Experiment$')):
        app.key(key)
        app.window(title)
        app.settle()
        meet_it_again(app, title, LIKE_IT)
        app.window(MAIN).find('list', '^Agenda$')
        app.settle()
    app.key('Escape')
    app.settle()
    leave(app)


def start_again(_):
    """all of it is there after a restart"""
    app = open_the_sample_again(2)
    app.settle()
    turn_to(app, 'Lessons')
    remembers(app, MAIN)
    leave(app)


if __name__ == '__main__':
    walk((start, replace_a_decision, open_an_experiment, write_the_lesson, undo_and_redo,
          find_the_lesson, write_a_deviation, write_a_goal, write_an_experiment,
          write_in_the_review, start_again))
