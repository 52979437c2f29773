"""test-morning.py PROGRAM CLI: a manager's morning with goals and plans, in Portuguese, by keyboard.

Which goal is furthest behind, and why; an action that trains two people and buys a device; what that
does to the load and the money; another date, with a reason; all of it undone and done again.
Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import time

from drive import App, wait
from walk import (PROGRAM, cli, fill, focused, labels_of, leave, pick, redo, search, stored, tab_to,
                  turn_to, walk)

COMPANY = os.path.join(os.environ['HOME'], 'manha.trastienda')
MAIN = '^Bule & Panela$'
GOAL = 'Primeira resposta em até quatro horas úteis'
WORST = '^Pior que no início e piorando: agir$'
ACTION = 'Fones e respostas prontas para dois'
REASON = 'O fornecedor só entrega na outra semana'
KINDS = ('actions', 'action-needs', 'trainings', 'sessions', 'seats', 'purchases')
TRAINED = ('Adriana Peixoto', 'Jéssica Antunes')
DEVICE = 'Balança para café'
HOURS = '12'
MOST_ROWS = 60
DAYS = 14
# The action, what it needs, two kinds, the training, the line, its order, and the date.
N_EDITS = 8
BEFORE = []


def records():
    """What the file has of plans, as another program reads it."""
    return [cli('export', kind, '--company', COMPANY) for kind in KINDS]


def strip(app):
    """The sentence on money under the actions."""
    return app.window(MAIN).find('label', '^Realizado: ').name


def start(_):
    """the sample company speaks Portuguese"""
    cli('new', COMPANY, '--sample', '--language', 'pt_BR')
    BEFORE[:] = records()
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
    # The goal that it climbs to stands above it.
    app.key('Down', 'Return')


def see_why(app):
    """its pane says in numbers what is behind"""
    window = app.window(MAIN)
    window.find('label', WORST)
    window.find('label', '^De 7,0 a 4,0 até 31 jan 2027', shown=False)


def add_an_action(app):
    """an action is added where the goal is, and opened"""
    tab_to(app, 'push button', '^Adicionar ação$')
    app.key('Return')
    app.settle()
    app.type(ACTION)
    app.key('Return')
    window = app.window(MAIN)
    window.find('list item', '^' + ACTION, shown=False)
    tab_to(app, 'list item', '^' + ACTION)
    app.key('Return')
    wait(lambda: 'selected' in window.find('page tab', '^Planos$').states, 'Plans')
    app.settle()


def say_what_it_takes(app):
    """it takes hours and money, and the sentence under the list follows"""
    before = strip(app)
    tab_to(app, 'push button', '^Adicionar necessidade$')
    app.key('Return')
    app.window('^Adicionar necessidade$')
    app.settle()
    app.type('Fones')
    app.key('Tab', 'Tab', 'Tab')
    app.type(HOURS)
    app.key('Tab', 'Tab')
    app.type('900')
    app.key('Return')
    app.window(MAIN).find('label', '^0 h de 12 h', shown=False)
    wait(lambda: strip(app) != before, 'more money planned')


def be_of_kind(app, downs):
    """Chooses what kind of action it is: so many below the first."""
    tab_to(app, 'push button', '^Tipo$')
    app.key('space')
    app.settle()
    app.key('Home', *['Down'] * downs, 'Return')
    app.settle()


def train_two(app):
    """it trains two people on a day"""
    be_of_kind(app, 1)
    tab_to(app, 'push button', 'Planejar turma')
    app.key('Return')
    app.window('^Planejar turma$')
    app.settle()
    tab_to(app, 'check box', 'Todos$')
    app.key('Tab')
    for name in TRAINED:
        fill(app, name)
        app.settle()
        app.key('Tab', 'space', 'shift+Tab')
    app.key('alt+p')
    app.window(MAIN).find('label', '%d pessoas' % len(TRAINED), shown=False)


def buy_a_device(app):
    """and it buys a device: once the order is sent, the money is committed"""
    be_of_kind(app, 2)
    tab_to(app, 'push button', 'Adicionar item a comprar')
    app.key('Return')
    app.window('^Adicionar item a comprar$')
    app.settle()
    pick(app, DEVICE)
    app.key('Tab')
    fill(app, '2')
    app.key('Tab')
    fill(app, '410')
    app.key('alt+a')
    window = app.window(MAIN)
    window.find('list item', DEVICE, shown=False)
    before = strip(app)
    tab_to(app, 'push button', 'Enviar pedido')
    app.key('Return')
    wait(lambda: strip(app) != before, 'more money committed')


def read_on(app, words):
    """Goes down until what has the keyboard speaks of this."""
    window = app.window(MAIN)
    for _ in range(MOST_ROWS):
        app.key('Down')
        time.sleep(.1)
        if words in focused(window).name:
            return
    raise AssertionError('no row speaks of %r' % words)


def see_the_load(app):
    """its owner's week has the hours, and tells of what they are"""
    turn_to(app, 'Carga')
    window = app.window(MAIN)
    window.find('label', '^Adriana Peixoto, ')
    window.find('label', '^%s$' % ACTION)


def see_the_money(app):
    """the goal has the headsets planned, and the device committed"""
    turn_to(app, 'Dinheiro')
    window = app.window(MAIN)
    window.find('table row')
    row = next(row for row in window.all('table row') if GOAL in labels_of(row))
    planned, committed, spent, left = [int(text.replace('.', '')) for text in labels_of(row)[1:]]
    assert committed == 820 and planned - committed - spent == left, labels_of(row)
    for _ in range(MOST_ROWS):
        if window.all('label', '^%s: ' % GOAL):
            break
        app.key('Down')
        app.settle()
    window.find('label', '^%s$' % ACTION)


def move_a_date(app):
    """on the timeline its end moves by two weeks, with a reason"""
    turn_to(app, 'Cronograma')
    app.settle()
    read_on(app, GOAL)
    app.key('space')
    read_on(app, ACTION)
    app.key(*['alt+Right'] * DAYS)
    app.settle()
    # What has the keyboard now is the reason.
    app.key('Return')
    app.window('^Adiar prazo$')
    app.settle()
    app.type(REASON)
    app.key('alt+d')
    app.window(MAIN)
    wait(lambda: stored('actions', ACTION, COMPANY)['due_on'] == '2027-02-14', 'the new date')


def undo_and_redo(app):
    """all of the morning is taken back, and comes again"""
    after = records()
    assert REASON in after[0]
    for _ in range(N_EDITS):
        app.key('ctrl+z')
        app.settle()
    wait(lambda: records() == BEFORE, 'the plans as they were')
    redo(app, N_EDITS)
    wait(lambda: records() == after, 'the plans as they became')


if __name__ == '__main__':
    walk((start, find_the_worst, see_why, add_an_action, say_what_it_takes, train_two, buy_a_device,
          see_the_load, see_the_money, move_a_date, undo_and_redo, leave))
