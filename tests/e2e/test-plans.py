"""test-plans.py PROGRAM CLI: an action from its first words to its end, by keyboard.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

from drive import wait
from walk import (cells, fill, is_listed, is_on_a_row, leave, open_row, open_the_sample,
                  open_the_sample_again, pick, redo, sample_path, search, stored, tab_to, undo, walk)

ACTION = 'Softer boxes from the carrier'
GOAL = 'The favourites are always there'
OTHER = 'Drop test for every box with stoneware'
REASON = 'The carrier is late itself'
IN_THE_WAY = 'No offer from the carrier yet'
RESULT = 'Two breakages in a hundred are left'
MAIN = '^Hob'
# Action, its need, what it waits for, two dates, blocked, on again, done.
N_EDITS = 8


def titles(window):
    return cells(window, 0)


def money(window):
    return window.find('label', '^Spent .* planned$').name


def start(_):
    """Alt+2 puts the keyboard on the actions that are open"""
    app = open_the_sample(2)
    window = app.window()
    window.find('push button', '^Open$')
    wait(lambda: is_on_a_row(window), 'the keyboard on a row')
    assert 'pressed' in window.find('push button', '^Open$').states
    return app


def search_and_filter(app):
    """words and chips narrow the list, Show All gives it back"""
    window = app.window()
    search(app, 'shelf labels')
    wait(lambda: titles(window) == ['New shelf labels in aisles 3 and 4'], 'the one action')
    window.find('push button', '^Blocked$').do()
    window.find('label', '^Nothing Found$')
    window.find('push button', '^Show _All').do()
    wait(lambda: 'Automatic payment run each Friday' in titles(window), 'what was done long ago')
    window.find('push button', '^Blocked$').do()
    wait(lambda: titles(window) == ["Fill the buyer's place"], 'what is blocked')
    # Of these chips one is on at a time.
    window.find('push button', '^Late$').do()
    wait(lambda: len(titles(window)) == 3 and 'pressed' not in
         window.find('push button', '^Blocked$').states, 'what is late')
    window.find('push button', '^Open$').do()


def sort(app):
    """the order is chosen by keyboard"""
    window = app.window()
    wait(lambda: titles(window)[0] == 'Ready answers to the twelve commonest questions', 'by date')
    app.key('ctrl+f', 'Tab', 'space')
    window.find('menu item', '^Action$').do()
    wait(lambda: titles(window) == sorted(titles(window)) and
         titles(window)[0] != 'Ready answers to the twelve commonest questions', 'by name')
    app.key('ctrl+f', 'Tab', 'space')
    window.find('menu item', '^Due$').do()
    wait(lambda: titles(window)[0] == 'Ready answers to the twelve commonest questions', 'by date')


def add_an_action(app):
    """Ctrl+N asks what, what for, by whom and by when, and refuses what is for nothing"""
    app.key('ctrl+n')
    form = app.window('^New Action$')
    app.settle()
    app.key('Return')
    form.find('label', r'^What is to be done\?$')
    app.type(ACTION)
    app.key('Return')
    form.find('label', '^Choose what the action is for: nothing is done for itself.$')
    pick(app, 'favourites')
    form.gone('label', '^Choose what the action is for')
    tab_to(app, 'push button', '^Owner$')
    pick(app, 'forde')
    app.key('Tab')
    fill(app, 'some day')
    app.key('Return')
    form.find('label', '^“some day” is not a date$')
    fill(app, '2026-12-10')
    app.key('Return')
    window = app.window(MAIN)
    window.find('label', '^Due 10 Dec 2026$')
    for text in (GOAL, 'Aisling Forde'):
        window.find('label', '^%s$' % text)
    wait(lambda: is_listed(window, ACTION), 'the new action in the list')
    # It is open: the filter that finds it stays.
    assert 'pressed' in window.find('push button', '^Open$').states


def edit_in_place(app):
    """fields change where they stand: Enter keeps, Escape takes back, a choice counts at once"""
    window = app.window(MAIN)
    open_row(app, ACTION)
    tab_to(app, 'push button', 'Drop…')
    app.key('Tab')
    fill(app, ACTION + ', for cups')
    app.key('Return')
    wait(lambda: is_listed(window, ACTION + ', for cups'), 'the longer name')
    fill(app, 'Never mind')
    app.key('Escape')
    app.settle()
    assert stored('actions', ACTION + ', for cups', sample_path())
    app.key('ctrl+z')
    wait(lambda: is_listed(window, ACTION), 'the name as it was')
    tab_to(app, 'push button', '^Kind$')
    app.key('space')
    app.settle()
    app.key('Up', 'Return')
    wait(lambda: stored('actions', ACTION, sample_path())['kind'] != 'todo', 'another kind')
    app.key('ctrl+z')
    wait(lambda: stored('actions', ACTION, sample_path())['kind'] == 'todo', 'the kind as it was')


def plan_a_need(app):
    """hours and money are planned and spent, and the money under the list follows"""
    window = app.window(MAIN)
    window.gone('label', '^Spent .* planned$')
    tab_to(app, 'push button', '^Add Need$')
    app.key('Return')
    form = app.window('^Add Need$')
    app.settle()
    app.key('Return')
    form.find('label', r'^What is needed\?$')
    app.type('A trial order')
    app.key('Tab', 'Tab', 'Tab')
    app.type('eight')
    app.key('Return')
    form.find('label', '^“eight” is not a number of hours')
    app.settle()
    fill(app, '8')
    app.key('Tab')
    fill(app, '2.5')
    app.key('Tab')
    fill(app, '1200')
    app.key('Tab')
    fill(app, '1500.50')
    app.key('Return')
    window = app.window(MAIN)
    window.find('label', '^2.5 h of 8 h\n€1,500.50 of €1,200.00$', shown=False)
    window.find('label', '^Spent €1,500.50 of €1,200.00 planned$')


def wait_for_another(app):
    """an action waits for another, never for itself, and never in a circle"""
    say_what_it_waits_for(app, ACTION)
    app.window('^Wait For$').find('label', '^An action cannot wait for itself.$')
    pick(app, OTHER)
    app.key('alt+a')
    window = app.window(MAIN)
    window.find('list item', '^%s$' % OTHER, shown=False)
    app.key('Escape')
    open_row(app, OTHER)
    say_what_it_waits_for(app, ACTION)
    app.window('^Wait For$').find('label', '^“.*” waits for .* would wait for .* In a circle nothing')
    app.key('Escape')
    app.window(MAIN)
    app.key('Escape')
    open_row(app, ACTION)


def say_what_it_waits_for(app, action):
    tab_to(app, 'push button', '^Wait for Another Action$')
    app.key('Return')
    app.window('^Wait For$')
    tab_to(app, 'push button', '^It begins after this is done$')
    pick(app, action)
    app.key('alt+a')
    app.settle()


def move_its_date(app):
    """a date moves with a reason, and how often is counted"""
    for number, date in enumerate(('2027-01-15', '2027-02-01'), 1):
        app.key('alt+m')
        form = app.window('^Move Date$')
        app.settle()
        fill(app, date)
        app.key('Return')
        form.find('label', '^A date moves with a reason$')
        app.type(REASON)
        app.key('alt+m')
        app.window(MAIN).find('label', '^.* 2027, moved %d times?, first due 10 Dec 2026: %s$'
                              % (number, REASON))


def block_it(app):
    """it is blocked by something that is named, and goes on"""
    app.key('alt+b')
    form = app.window('^Action Blocked$')
    app.settle()
    app.key('ctrl+Return')
    form.find('label', '^Say what is in the way')
    app.type(IN_THE_WAY)
    app.key('ctrl+Return')
    window = app.window(MAIN)
    window.find('label', '^%s$' % IN_THE_WAY, shown=False)
    window.find('push button', '^Blocked$').do()
    wait(lambda: ACTION in titles(window), 'it among the blocked ones')
    window.find('push button', '^Open$').do()
    wait(lambda: "Fill the buyer's place" not in titles(window)[1:], 'the open ones')
    app.key('alt+g')
    window.gone('label', '^%s$' % IN_THE_WAY)


def mark_it_done(app):
    """what is done leaves the open ones for the done ones, with what came of it"""
    app.key('alt+d')
    app.window('^Action Done$')
    app.settle()
    app.type(RESULT)
    app.key('ctrl+Return')
    window = app.window(MAIN)
    # The pane stands where the keyboard was, at the needs.
    window.find('label', '^Done on 21 Nov 2026$', shown=False)
    window.find('label', '^%s$' % RESULT, shown=False)
    window.find('label', '^Nothing Found$')
    window.find('push button', '^Done$').do()
    wait(lambda: titles(window) == [ACTION], 'it among the done ones')


def delete(app):
    """what other records name is not deleted, and says so; what none names is, and comes back"""
    window = app.window(MAIN)
    window.find('push button', '^Open$').do()
    search(app, 'lifting and ladders')
    wait(lambda: titles(window) == ['Course on lifting and ladders'], 'the course')
    app.key('Return')
    wait(lambda: is_on_a_row(window), 'the keyboard on the row')
    app.key('Delete')
    question = app.window('^(?!Hob)')
    question.find('label', '^“Course on lifting and ladders” is used and has to stay')
    app.key('Escape')
    window = app.window(MAIN)
    wait(lambda: titles(window) == ['Course on lifting and ladders'], 'the course still')

    search(app, OTHER)
    wait(lambda: titles(window) == [OTHER], 'the other action')
    app.key('Return')
    wait(lambda: is_on_a_row(window), 'the keyboard on the row')
    app.key('Delete')
    window.find('label', '^Nothing Found$')
    assert not stored('actions', OTHER, sample_path())
    window.find('push button', '_Undo').do()
    wait(lambda: titles(window) == [OTHER], 'the other action again')


def undo_and_redo(app):
    """all of it is undone by the button and done again by keyboard"""
    undo(app, N_EDITS)
    wait(lambda: not stored('actions', ACTION, sample_path()), 'no such action')
    redo(app, N_EDITS)
    wait(lambda: stored('actions', ACTION, sample_path())['state'] == 'done', 'the action, done')
    leave(app)


def start_again(_):
    """all of it is there after a restart, with its history"""
    app = open_the_sample_again(2)
    window = app.window()
    window.find('push button', '^Done$').do()
    open_row(app, ACTION)
    window.find('label', '^Done on 21 Nov 2026$')
    window.find('label', '^%s$' % RESULT)
    window.find('label', '^1 Feb 2027, moved 2 times, first due 10 Dec 2026: %s$' % REASON)
    window.find('label', '^2.5 h of 8 h\n€1,500.50 of €1,200.00$', shown=False)
    window.find('list item', '^%s$' % OTHER, shown=False)
    leave(app)


if __name__ == '__main__':
    walk((start, search_and_filter, sort, add_an_action, edit_in_place, plan_a_need,
          wait_for_another, move_its_date, block_it, mark_it_done, delete, undo_and_redo,
          start_again))
