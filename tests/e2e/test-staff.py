"""test-staff.py PROGRAM: people, areas and roles, by keyboard, there and back again.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

from drive import App, wait

PERSON = 'Nuala Byrne'
AREA = 'Laboratory'
N_EDITS = 4     # new person, name, new area, name


def company():
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'trastienda')
    return os.path.join(folder, next(name for name in os.listdir(folder)
                                     if name.endswith('.trastienda')))


def names(window):
    """the names in the first rows under the headers"""
    return [row.all('label')[0].name for row in window.all('table row')[1:4]]


def start(program):
    """the sample company has people"""
    app = App([program])
    window = app.window('^Trastienda$')
    window.find('push button', 'Look at the Sample Company').do()
    window.find('page tab', 'Staff', seconds=60)
    app.key('alt+4')
    window.find('label', '^Aisling Forde$')
    return app


def search_and_filter(app):
    """who has left is found by a chip, and by name"""
    window = app.window()
    window.find('push button', '^Left').do()
    wait(lambda: 'Bernadette Quinn' in names(window) and 'Aisling Forde' not in names(window),
         'those who left')
    window.find('push button', '^Left').do()
    app.key('ctrl+f')
    app.type('forde')
    wait(lambda: names(window) == ['Aisling Forde'], 'one person')
    app.key('Escape')
    window.find('label', '^Bernadette Quinn$')


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
    app.key('ctrl+Page_Down')
    wait(lambda: 'selected' in window.find('page tab', '^Areas$').states, 'Areas')
    app.key('ctrl+n')
    window.find('label', '^New area$')
    app.settle()
    app.type(AREA)
    app.key('Return')
    window.find('label', '^%s$' % AREA)


def keep_what_is_used(app):
    """an area with roles is not deleted, and says what names it"""
    window = app.window()
    app.key('Escape', 'ctrl+f')
    app.type('Finance')
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
    for _ in range(N_EDITS):
        window.find('push button', '^Undo').do()
        app.settle()
    window.gone('label', '^%s$' % AREA)
    for _ in range(N_EDITS):
        app.key('ctrl+shift+z')
        app.settle()
    window.find('label', '^%s$' % AREA)
    app.key('ctrl+q')
    app.wait_exit()


def start_again(program):
    """all of it is there after a restart, and can be deleted"""
    app = App([program, company()])
    window = app.window()
    window.find('page tab', 'Staff')
    app.key('alt+4', 'ctrl+f')
    app.type(PERSON)
    wait(lambda: names(window) == [PERSON], 'the new person')
    app.key('Return')
    app.settle()
    app.key('Return')
    window.find('label', '^No role yet$')
    app.key('Escape', 'Delete')
    window.find('label', '^Nothing Found$')
    app.key('ctrl+z')
    wait(lambda: names(window) == [PERSON], 'the person again')
    app.key('ctrl+q')
    app.wait_exit()


def main(program):
    steps = (start, search_and_filter, make_a_person, refuse_a_date, make_an_area,
             keep_what_is_used, undo_and_redo, start_again)
    print('1..%d' % len(steps))
    app = None
    for number, step in enumerate(steps, 1):
        app = step(program) if step in (start, start_again) else step(app) or app
        print('ok %d %s' % (number, step.__doc__), flush=True)


if __name__ == '__main__':
    main(sys.argv[1])
