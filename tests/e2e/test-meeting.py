"""test-meeting.py PROGRAM: a whole weekly review in Spanish, by keyboard alone, killed in the middle.

From the first page to the last, and to the agenda of the week after, which holds what was left
open. Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

from drive import App, wait

STORY = 'Una clienta espera una hora'
EXPLAINED = 'Cambio de transportista'
ACTION = 'Llamar al transportista'
DECISION = 'Dos turnos en el almacén'
REASON = 'El proveedor se retrasa'
TODAY = os.environ['TRASTIENDA_TODAY']
NEXT_WEEK = '2026-11-28'

# The window that is no dialog.
FIRM = r'^(?!(?i:new|acción|decisión|nueva) )'

SPANISH = {'LANGUAGE': 'es'}


def start(program, company, today=TODAY):
    app = App([program, company], TRASTIENDA_TODAY=today, **SPANISH)
    app.window().find('page tab', '.', seconds=60)
    return app


def open_review(app):
    """Ctrl+Shift+R shows who is there and what it is about"""
    app.key('ctrl+shift+r')
    app.window().find('check box', '.')
    app.settle()


def begin(app):
    """Enter begins, with those who were there last time"""
    app.key('Return')
    app.window().find('list', '^(Orden del día|Agenda)$')
    app.settle()


def tell_a_story(app):
    """a story is written down in place, and no letter of it is a command"""
    app.key('space')
    app.settle()
    app.key('n')
    app.type(STORY)
    app.key('Return')
    app.window().find('label', STORY)


def explain_a_signal(app):
    """a signal is explained with a sentence"""
    app.key('space', 'space')
    app.settle()
    app.key('e')
    app.settle()
    app.type(EXPLAINED)
    app.key('Return')
    app.window().find('list item', EXPLAINED)


def take_it_back(app):
    """Z takes it back, and it is said again"""
    app.key('z')
    app.window().gone('list item', EXPLAINED)
    app.settle()
    app.key('e')
    app.settle()
    app.type(EXPLAINED)
    app.key('Return')
    app.window().find('list item', EXPLAINED)


def die(app):
    """the power fails in the middle of a sentence"""
    app.key('space')
    app.settle()
    app.key('e')
    app.settle()
    app.type('Nobody will')
    app.process.kill()
    app.process.wait()


def resume(app):
    """the button says that the review goes on; it goes on where it was"""
    app.window().find('push button', '· 0 min')
    app.key('ctrl+shift+r')
    window = app.window()
    window.find('list item', EXPLAINED)
    assert not window.all('label', '^Nobody will')
    app.settle()


def pass_the_usual(app):
    """all that is not unusual is passed with one key"""
    app.key('u')
    app.window().find('list item', r'^\d+ (indicadores|indicators): ')
    app.settle()


def find_point(app, reason, most=40):
    """walks to the next point that is there for this reason"""
    for _ in range(most):
        if app.window().all('label', reason):
            return
        app.key('space')
        app.settle()
    raise AssertionError('no point with ' + reason)


def move_a_promise(app):
    """a promise gets another date, with a reason and never without"""
    find_point(app, r'· (\d+ d\S+ late|\d+ d\S+ de retraso|Lleva \d+)')
    app.key('m')
    app.settle()
    app.key('Return')
    window = app.window()
    window.find('label', '^(A date moves with a reason|.*motivo.*|.*razón.*)$')
    app.type(REASON)
    app.key('Return')
    window.find('list item', REASON)


def promise_something(app):
    """an action is made where it is talked about, with a name and a date"""
    app.settle()
    app.key('a')
    app.window(r'(?i)^(new action|acción nueva)$')
    app.settle()
    app.type(ACTION)
    app.key('Return')
    app.window(FIRM).find('list item', ACTION)


def decide_something(app):
    """a decision is made with its why"""
    app.settle()
    app.key('x')
    app.window(r'(?i)^(new decision|decisión nueva|nueva decisión)$')
    app.settle()
    app.type(DECISION)
    app.key('Tab')
    app.settle()
    app.type(REASON)
    app.key('ctrl+Return')
    app.settle()
    app.key('alt+a')
    app.window(FIRM).find('list item', DECISION)


def read_back(app):
    """everything is read back, each says how useful it was, and it ends"""
    app.settle()
    for _ in range(60):
        if app.window().all('push button', '.*: 10$'):
            break
        app.key('space')
        app.settle()
    window = app.window()
    window.find('label', '^%s$' % ACTION)
    window.find('label', '^%s$' % DECISION)
    n = len(window.all('push button', '.*: 10$'))
    for digit in range(n):
        app.key(str(9 - digit % 3))
        app.settle()
    app.key('n')
    app.type('Bien')
    app.key('Return', 'Return')
    window.gone('text', '(Nota de cierre|Closing note)')
    app.settle()


def leave(app):
    """Escape goes back to the tabs"""
    app.key('Escape')
    app.window().find('page tab', '.')
    app.key('ctrl+q')
    app.wait_exit()


def look_next_week(app):
    """the week after has what was left open: the action is due, the promise has come back"""
    app.key('ctrl+shift+r')
    app.window().find('check box', '.')
    app.settle()
    app.key('Return')
    app.window().find('list', '^(Orden del día|Agenda)$')
    app.settle()
    for _ in range(40):
        if app.window().all('label', '^%s$' % ACTION):
            break
        app.key('space')
        app.settle()
    app.window().find('label', '^%s$' % ACTION)
    app.key('Escape')
    app.key('ctrl+q')
    app.wait_exit()


def main(program, cli):
    steps = (open_review, begin, tell_a_story, explain_a_signal, take_it_back, die, resume,
             pass_the_usual, move_a_promise, promise_something, decide_something, read_back, leave,
             look_next_week)
    print('1..%d' % len(steps))
    with tempfile.TemporaryDirectory() as folder:
        company = os.path.join(folder, 'Muestra.trastienda')
        subprocess.run([cli, 'new', company, '--sample'], env={**os.environ, **SPANISH},
                       check=True)
        app = start(program, company)
        for number, step in enumerate(steps, 1):
            if step is resume:
                app = start(program, company)
            elif step is look_next_week:
                app = start(program, company, NEXT_WEEK)
            step(app)
            print('ok %d %s' % (number, step.__doc__), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
