"""test-morning.py PROGRAM CLI: a manager's morning with goals and plans, in Portuguese, by keyboard.

Which goal is furthest behind, and why; an action that trains two people and buys a device; what that
does to the load and the money; another date, with a reason; all of it undone and done again.
Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re

from drive import App, wait
from walk import CLI, PROGRAM, cli, fill, labels_of, leave, pick, search, tab_to, walk

COMPANY = os.path.join(os.environ['HOME'], 'manha.trastienda')
MAIN = '^Bule & Panela$'
GOAL = 'Primeira resposta em até quatro horas úteis'
WORST = '^Pior que no início e piorando: agir$'
ACTION = 'Fones e respostas prontas para dois'
ROOM = 'Sala de cima'
REASON = 'O fornecedor só entrega na outra semana'
KINDS = ('actions', 'action-needs', 'trainings', 'training-sessions', 'purchases')
TRAINED = 2
HOURS = 12


def records():
    """What the file has of plans, as another program reads it."""
    return [cli('export', kind, '--company', COMPANY) for kind in KINDS]


def strip(app):
    """The sentence on money under the actions."""
    return app.window(MAIN).find('label', '^Realizado: ').name


def turn_to(app, name):
    """Goes on from list to list of a page."""
    for _ in range(8):
        if app.window(MAIN).all('push button|page tab|radio button', '^%s$' % name) and \
                is_in_front(app, name):
            return
        app.key('ctrl+Page_Down')
        app.settle()
    raise AssertionError('no list ' + name)


def is_in_front(app, name):
    return any(node.has('selected') or node.has('checked') or node.has('pressed')
               for node in app.window(MAIN).all(None, '^%s$' % name))


def start(_):
    """the sample company speaks Portuguese"""
    cli('new', COMPANY, '--sample', '--language', 'pt_BR')
    app = App([PROGRAM, COMPANY], LANGUAGE='pt_BR')
    app.window(MAIN).find('page tab', '^Metas$', seconds=60)
    return app


def find_the_worst(app):
    """the goals that are not on pace, and among them the one that is worse than when it began"""
    window = app.window(MAIN)
    app.key('alt+1')
    window.find('table row')
    tab_to(app, 'push button', '^Fora do ritmo')
    app.key('space')
    wait(lambda: 'pressed' in window.find('push button', '^Fora do ritmo').states, 'the filter')
    # The list has the words; whoever reads them types the name.
    worst = [labels for labels in map(labels_of, window.all('table row'))
             if any(re.search(WORST, text) for text in labels)]
    assert GOAL in worst[0], worst
    search(app, GOAL[:20])
    app.key('Return')
    app.settle()
    app.key('Return')


def see_why(app):
    """its pane says in numbers what is behind"""
    window = app.window(MAIN)
    window.find('label', WORST)
    window.find('label', '^De 7,0 a 4,0 até 31 jan 2027')


def add_an_action(app):
    """an action is added where the goal is, and opened"""
    tab_to(app, 'text', '^Adicionar uma ação$')
    app.type(ACTION)
    app.key('Return')
    window = app.window(MAIN)
    window.find('list item', '^' + ACTION, shown=False)
    tab_to(app, 'list item', '^' + ACTION)
    app.key('Return')
    wait(lambda: 'selected' in window.find('page tab', '^Planos$').states, 'Plans')
    app.settle()
    print(app.window(MAIN).dump())


if __name__ == '__main__':
    walk((start, find_the_worst, see_why, add_an_action))
