"""test-staff.py PROGRAM CLI: people, areas and roles, by keyboard, there and back again.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

from drive import wait
from walk import (cells, cli, leave, open_row, open_the_sample, open_the_sample_again, redo,
                  sample_path, search, undo, walk)

PERSON = 'Nuala Byrne'
AREA = 'Laboratory'
N_EDITS = 4     # new person, name, new area, name


def names(window):
    return cells(window, 0)


def start(_):
    """the sample company has people"""
    app = open_the_sample(4)
    app.window().find('label', '^Aisling Forde$')
    return app


def search_and_filter(app):
    """who has left is found by a chip, and by name"""
    window = app.window()
    window.find('push button', '^Left').do()
    wait(lambda: 'Bernadette Quinn' in names(window) and 'Aisling Forde' not in names(window),
         'those who left')
    window.find('push button', '^Left').do()
    search(app, 'forde')
    wait(lambda: names(window) == ['Aisling Forde'], 'one person')
    app.key('Escape')
    window.find('label', '^Bernadette Quinn$')


def turn_away(app):
    """Escape takes a new person back as long as nothing was written"""
    window = app.window()
    before = len(people())
    app.key('ctrl+n')
    window.find('label', '^No role yet$')
    assert len(people()) == before + 1
    app.key('Escape')
    wait(lambda: len(people()) == before, 'one person less')


def people():
    return cli('export', 'people', '--company', sample_path()).splitlines()


def make_a_person(app):
    """Ctrl+N makes a person who is named at once"""
    window = app.window()
    app.key('ctrl+n')
    window.find('label', '^No role yet$')
    app.settle()
    app.type(PERSON)
    app.key('Return')
    window.find('label', '^%s$' % PERSON)


def refuse_a_date(app):
    """what is no date is kept and explained; Escape puts back what was there"""
    window = app.window()
    window.find('text', '^Hired$').click()
    app.settle()
    app.key('ctrl+a')
    app.type('some day')
    app.key('Return')
    window.find('label', '“some day” is not a date')
    app.key('Escape')
    window.gone('label', '“some day” is not a date')
    window.find('label', '^since 21 Nov 2026')


def make_an_area(app):
    """Ctrl+Page Down turns to the areas; one is made and named"""
    window = app.window()
    areas = window.find('page tab', '^Areas$')
    while not areas.has('selected'):
        app.key('ctrl+Page_Down')
        app.settle()
    app.key('ctrl+n')
    window.find('label', '^New area$')
    app.settle()
    app.type(AREA)
    app.key('Return')
    window.find('label', '^%s$' % AREA)


def keep_what_is_used(app):
    """an area with roles is not deleted, and says what names it"""
    window = app.window()
    app.key('Escape')
    search(app, 'Finance')
    wait(lambda: len(names(window)) == 1 and 'Finance' in names(window)[0], 'one area')
    app.key('Return')
    app.settle()
    app.key('Return')
    app.settle()
    app.key('Escape', 'Delete')
    question = app.window('^(?!Hob)')
    question.find('label', r'^“Finance” is used and has to stay \(Roles: 2, .*Let those name')
    app.key('Escape')
    window = app.window('^Hob')
    app.key('ctrl+f', 'Escape')
    window.find('label', '^%s$' % AREA)


def undo_and_redo(app):
    """all of it is undone and done again"""
    window = app.window()
    undo(app, N_EDITS)
    window.gone('label', '^%s$' % AREA)
    redo(app, N_EDITS)
    window.find('label', '^%s$' % AREA)
    leave(app)


def start_again(_):
    """all of it is there after a restart, and can be deleted"""
    app = open_the_sample_again(4)
    window = app.window()
    open_row(app, PERSON)
    window.find('label', '^No role yet$')
    app.key('Escape', 'Delete')
    window.find('label', '^Nothing Found$')
    app.key('ctrl+z')
    wait(lambda: names(window) == [PERSON], 'the person again')
    leave(app)


if __name__ == '__main__':
    walk((start, search_and_filter, turn_away, make_a_person, refuse_a_date, make_an_area,
          keep_what_is_used, undo_and_redo, start_again))
