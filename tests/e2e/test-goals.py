"""test-goals.py PROGRAM CLI: a goal with its target and its plan, by keyboard, there and back again.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

from drive import wait
from walk import leave, open_the_sample, open_the_sample_again, redo, search, undo, walk

GOAL = 'Fewer broken cups'
ACTION = 'Softer boxes from the carrier'
REASON = 'The carrier is late itself'
N_EDITS = 5     # new goal, target, action, date, done


def start(_):
    """the sample company has goals"""
    app = open_the_sample(1)
    app.window().find('table row')
    return app


def make_a_goal(app):
    """Ctrl+N asks for a goal and says what is amiss; Escape throws nothing away unasked"""
    app.key('ctrl+n')
    dialog = app.window('^New Goal$')
    dialog.find('label', '^No target: nothing says when it is reached.$')
    app.type(GOAL)
    app.key('Return')
    dialog.find('label', '^Who answers for it\\?$')
    app.key('space')
    app.settle()
    app.key('Down', 'Return')
    dialog.gone('label', '^No owner: ')
    app.key('Escape')
    asked = app.window('^(?!New Goal)')
    asked.find('label', '^Leave Without Saving\\?$')
    app.key('Escape')
    dialog = app.window('^New Goal$')
    app.key('alt+r')
    window = app.window('^(?!New Goal)')
    window.find('label', '^%s$' % GOAL)
    window.find('label', '^No target: nothing says when it is reached.$')
    return app


def add_a_target(app):
    """a target is refused until it is whole"""
    window = app.window()
    window.find('push button', '^Add Target$').do()
    dialog = app.window('^Add Target$')
    app.key('Return')
    dialog.find('label', '^Choose what is measured.$')
    app.key('space')
    app.settle()
    app.key('Down', 'Return')
    dialog.gone('label', r'^\(None\)$')
    app.key('alt+a')
    dialog.find('label', '^Where does it start from\\?$')
    app.type('8')
    app.key('Tab')
    app.type('8')
    app.key('Return')
    dialog.find('label', '^The value must differ from the baseline$')
    app.key('ctrl+a')
    app.type('3')
    app.key('Return')
    window = app.window('^(?!Add Target)')
    window.find('label', '^From 8.* to 3.* by 31 Dec 2026')
    window.gone('label', '^No target: ')


def add_an_action(app):
    """an action is added where the goal is, and leads to Plans"""
    window = app.window()
    window.find('push button', '^Add Action$').do()
    app.settle()
    app.type(ACTION)
    app.key('Return')
    window.find('label', '^%s$' % ACTION).click()
    window.find('push button', 'Move…')
    wait(lambda: 'selected' in window.find('page tab', '^Plans$').states, 'Plans')


def move_its_date(app):
    """a date moves with a reason, and is counted"""
    window = app.window()
    window.find('push button', 'Move…').do()
    dialog = app.window('^Move Date$')
    app.key('ctrl+a')
    app.type('2027-01-15')
    app.key('Return')
    dialog.find('label', '^A date moves with a reason$')
    app.type(REASON)
    dialog.find('push button', '_Move').do()
    window = app.window('^(?!Move Date)')
    window.find('label', '^15 Jan 2027, moved 1 time, first due 31 Dec 2026: ' + REASON)


def mark_it_done(app):
    """what is done is done today"""
    window = app.window()
    window.find('push button', 'Done…').do()
    dialog = app.window('^Action Done$')
    dialog.find('push button', '_Done').do()
    window = app.window('^(?!Action Done)')
    window.find('label', '^Done on 21 Nov 2026$')


def undo_and_redo(app):
    """all of it is undone and done again"""
    window = app.window()
    app.key('Escape', 'alt+1')
    window.find('label', '^%s$' % GOAL)
    app.key('Escape')
    undo(app, N_EDITS)
    window.gone('label', '^%s$' % GOAL)
    redo(app, N_EDITS)
    window.find('label', '^%s$' % GOAL)
    leave(app)


def start_again(_):
    """all of it is there after a restart"""
    app = open_the_sample_again(1)
    window = app.window()
    search(app, GOAL)
    app.key('Return')
    app.settle()
    app.key('Return')
    window.find('label', '^From 8.* to 3.* by 31 Dec 2026')
    window.find('label', 'Done on 21 Nov 2026')
    leave(app)


if __name__ == '__main__':
    walk((start, make_a_goal, add_a_target, add_an_action, move_its_date, mark_it_done, undo_and_redo,
          start_again))
