"""test-hr-day.py PROGRAM CLI: a day of HR in the sample company, in Italian, by keyboard.

A session for twelve, who was there, and what follows from it: hours, cost, marks, certificates, a
gap that closes; certificates that expire are planned for; somebody is hired, somebody is erased, and
what can be undone is undone. Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import io
import os

from drive import App, wait
from walk import (PROGRAM, cli, fill, leave, open_row, stored, tab_to, turn_to, walk)

COMPANY = os.path.join(os.environ['HOME'], 'giornata.trastienda')
MAIN = '^Moka & Mestolo$'
TRAINING = 'Primo soccorso sul lavoro'
SKILL = 'Primo soccorso'
# Whose mark is too low, whose certificate is about to expire, and ten more.
WITH_GAP, EXPIRING = 'Patrizia Cattaneo', 'Matteo Colnaghi'
TWELVE = (WITH_GAP, EXPIRING, 'Martina Villa', 'Lorenzo Sala', 'Federica Mauri', 'Giulia Riva',
          'Sara Esposito', 'Kevin Walsh', 'Daniela Porro', 'Salvatore Russo', 'Simone Galbiati',
          'Tommaso Negri')
ABSENT = 'Kevin Walsh'
DAY, HOURS, FEE = '20/11/2026 09:00', '8', '720'
UNTIL = '2028-11-20'
EXPIRED = 'Antonella Greco'
RENEWAL = 'Carrello elevatore: rinnovo'
HIRED, SEAT = 'Lorenzo Bassani', 'Acquisti'
ERASED, CODE = 'Riccardo Monti', 'E030'
# Hiring, the renewal, and who was there.
N_UNDONE = 3


def rows(kind):
    """What the file has of a kind, as another program reads it."""
    return list(csv.DictReader(io.StringIO(cli('export', kind, '--company', COMPANY))))


def start(_):
    """the sample company speaks Italian"""
    cli('new', COMPANY, '--sample', '--language', 'it')
    app = App([PROGRAM, COMPANY], LANGUAGE='it')
    app.window(MAIN).find('page tab', '^Obiettivi$', seconds=60)
    app.key('alt+4')
    app.settle()
    return app


def plan_for_twelve(app):
    """a session of a training that was held before is planned for twelve people"""
    turn_to(app, 'Formazione')
    open_row(app, TRAINING)
    tab_to(app, 'push button', 'Pianifica sessione…')
    app.key('Return')
    app.window('^Pianifica sessione$')
    app.settle()
    tab_to(app, 'check box', '^_?Tutti$')
    app.key('Tab')
    for name in TWELVE:
        fill(app, name)
        app.settle()
        app.key('Tab', 'space', 'shift+Tab')
    app.key('alt+p')
    app.window(MAIN).find('label', '%d persone' % len(TWELVE), shown=False)


def record_who_was_there(app):
    """one page has who was there; hours, cost and certificates follow while it is filled in"""
    tab_to(app, 'push button', '^Presenze…')
    app.key('Return')
    dialog = app.window('^Presenze$')
    app.settle()
    fill(app, DAY)
    app.key('Tab', 'Tab')
    fill(app, HOURS)
    app.key('Tab')
    fill(app, FEE)
    tab_to(app, 'check box', '^%s: Presente$' % ABSENT)
    app.key('space')
    # Eleven for eight hours; the twelfth seat was paid for nothing.
    dialog.find('label', '^88 h')
    dialog.find('label', '^60,00.€ Costo del corso per posti vuoti')
    dialog.find('label', '^11 persone ricevono l’attestato «%s», livello 2, .* 20 nov 2028' % SKILL)
    app.key('alt+s')
    app.window(MAIN)
    wait(lambda: len(with_certificate()) == len(TWELVE) - 1, 'the certificates')


def with_certificate():
    return [row['person'] for row in rows('certificates')
            if row['skill'] == SKILL and row['expires_on'] == UNTIL]


def see_what_follows(app):
    """hours, marks and certificates stand in the file, and nothing of who was not there"""
    seats = [row for row in rows('seats') if row['session'] == TRAINING + ' (2026-11-20)']
    assert len(seats) == len(TWELVE)
    assert {row['person'] for row in seats if row['state'] == 'present'} == set(TWELVE) - {ABSENT}
    assert all(row['minutes'] == '480' for row in seats if row['state'] == 'present')
    assert set(with_certificate()) == set(TWELVE) - {ABSENT}
    app.window(MAIN).find('label', 'presenti: 11 su 12', shown=False)


def see_the_gap_close(app):
    """on the matrix the gap is closed, and so it is in the list beside it"""
    turn_to(app, 'Competenze')
    window = app.window(MAIN)
    window.find('label', '^Giulia Riva · Consiglio e vendita$', shown=False)
    assert not window.all('label', '^%s · %s$' % (WITH_GAP, SKILL))
    assert not any(row['person'] == WITH_GAP and row['skill'] == SKILL
                   for row in rows('skill-gaps'))


def plan_the_expiring(app):
    """whose certificate has expired is planned for"""
    turn_to(app, 'Attestati')
    window = app.window(MAIN)
    window.find('label', '^%s' % EXPIRED)
    tab_to(app, 'push button', 'Pianifica una sessione…')
    app.key('Return')
    dialog = app.window('^Pianifica sessione$')
    app.settle()
    wait(lambda: 'checked' in dialog.find('check box', EXPIRED, shown=False).states, 'who is checked')
    fill(app, RENEWAL)
    app.key('Return', 'alt+p')
    wait(lambda: stored('trainings', RENEWAL, COMPANY), 'the training')
    # What expires of other skills has time: the form that follows is left.
    app.window('^Pianifica sessione$').find('label', '^Sessione 2 di 3')
    app.key('Escape')
    app.window(MAIN)
    assert any(RENEWAL in row['session'] and row['person'] == EXPIRED for row in rows('seats'))


def hire(app):
    """who was offered a vacancy is hired: a person with a post, and the vacancy is filled"""
    turn_to(app, 'Assunzione')
    open_row(app, SEAT)
    tab_to(app, 'push button', '^_?Assunto…: %s' % HIRED)
    app.key('Return')
    dialog = app.window('^Posto coperto$')
    app.settle()
    dialog.find('text', '^Nome della nuova persona$')
    app.key('alt+c')
    app.window(MAIN)
    wait(lambda: stored('people', HIRED, COMPANY), 'the person')
    assert any(row['person'] == HIRED and row['role'] == SEAT for row in rows('posts'))
    assert not any(row['name'] == HIRED for row in rows('candidates'))


def erase(app):
    """who left is erased, with the code typed as a promise: nothing in the file has the name"""
    assert is_in_the_file(ERASED)
    turn_to(app, 'Persone')
    open_row(app, ERASED)
    tab_to(app, 'list item', 'Cancella dati personali…')
    app.key('Return')
    dialog = app.window('^Cancella dati personali$')
    app.settle()
    dialog.find('label', '^%s$' % ERASED)
    # What is asked for stands last.
    app.key('shift+Tab')
    app.type(CODE)
    app.key('alt+c')
    app.window(MAIN)
    wait(lambda: stored('people', CODE, COMPANY)['name'] != ERASED, 'the erasure')
    wait(lambda: not is_in_the_file(ERASED), 'the name to be nowhere in the file')
    assert not is_in_the_file(ERASED.lower().replace(' ', '.'))


def is_in_the_file(text):
    with open(COMPANY, 'rb') as file:
        return text.encode() in file.read()


def undo_what_can_be(app):
    """hiring, the renewal and who was there are undone; what was erased stays erased"""
    # Words in an entry have an undo of their own.
    app.key('alt+4')
    app.settle()
    # The first session stays planned: marks were made in it, and marks are only ever reversed.
    for _ in range(N_UNDONE):
        app.key('ctrl+z')
        app.settle()
    wait(lambda: stored('sessions', TRAINING, COMPANY)['training'] == TRAINING
         and not any(row['starts_at'].startswith('2026-11-20') for row in rows('sessions')),
         'the session to be planned again')
    assert not stored('trainings', RENEWAL, COMPANY)
    assert not stored('people', HIRED, COMPANY)
    assert stored('people', CODE, COMPANY)['name'] != ERASED


if __name__ == '__main__':
    walk((start, plan_for_twelve, record_who_was_there, see_what_follows, see_the_gap_close,
          plan_the_expiring, hire, erase, undo_what_can_be, leave))
