"""test-exchange.py PROGRAM CLI: what comes in and goes out: import, export, review, history, settings.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import stat
import subprocess

from drive import App, wait
from walk import CLI, PROGRAM, SAMPLE_FIRM as FIRM, cli, leave, walk

HOME = os.environ['HOME']
COMPANY = os.path.join(HOME, 'exchange.trastienda')
N_LONG = 150000

UGLY = """name;hired_on;email
Ána López;13/02/2020;ana@example.org
Bob;31/02/2020;
;14/02/2020;
Zoë;28/02/2021;=HYPERLINK("x")
"""


def export(kind):
    return cli('export', kind, '--company', COMPANY)


def write(name, text, encoding='utf-8'):
    path = os.path.join(HOME, name)
    with open(path, 'w', encoding=encoding, newline='\r\n') as file:
        file.write(text)
    return path


def choose_table(app, tab, path):
    app.key('alt+%d' % tab)
    app.settle()
    app.key('ctrl+i')
    window = app.window('^Import$')
    window.find('push button', 'C_hoose').do()
    app.choose('Import a Table', path)
    return app.window('^Import$')


def import_ugly(app):
    """an import shows what was guessed and every row that it refuses; one Undo takes it all back"""
    app.window(FIRM).find('page tab', '^Goals$')
    before = export('people')
    window = choose_table(app, 4, write('ugly.csv', UGLY, 'cp1252'))
    window.find('label', 'separated by semicolons, the text is in Windows-1252')
    window.find('label', '^2 new · 0 changed · 0 the same · 2 refused$')
    window.find('label', '^“31/02/2020” is not a date$')
    window.find('label', '^Line 3 · hired_on: “31/02/2020”$')
    window.find('label', '^The name cannot be empty$')
    window.find('label', '^Line 4 · name: “”$')
    window.find('label', '^Ána López$')
    # As long as rows are refused nothing is taken, unless the good ones are wanted.
    assert not window.find('push button', '^_Import').has('sensitive')
    window.find('check box', '^Take the good rows only$').click()
    button = window.find('push button', '^_Import')
    wait(lambda: button.has('sensitive'), 'the button')
    button.do()
    window = app.window(FIRM)
    window.find('label', '^2 rows imported$')
    taken = export('people')
    assert 'Ána López' in taken and 'Zoë' in taken and 'Bob' not in taken
    app.key('ctrl+z')
    wait(lambda: export('people') == before, 'all of it taken back')


def give_up(app):
    """a long import is given up in the middle, and leaves nothing"""
    log = cli('log', COMPANY)
    rows = ''.join('L-%d,Long %d\n' % (i, i) for i in range(N_LONG))
    window = choose_table(app, 5, write('long.csv', 'sku,name\n' + rows))
    button = window.find('push button', '^_Import')
    wait(lambda: button.has('sensitive'), 'the preview', 120)
    window.find('label', '^150,000 new')
    button.do()
    # The window itself gives up what it has begun, also before the work is long.
    progress = app.window('^Importing$', 60)
    progress.find('push button', 'Cancel').do()
    window = app.window('^Import$', 60)
    wait(lambda: button.has('sensitive'), 'the preview again', 120)
    app.key('Escape')
    app.window(FIRM)
    assert cli('log', COMPANY) == log
    cli('check', COMPANY)


def save_tables(app):
    """what is exported is what the command exports, and private"""
    app.key('alt+4')
    app.settle()
    app.key('ctrl+e')
    window = app.window('^Export$')
    app.key('Return')
    app.choose('Export', os.path.join(HOME, 'mine'))
    app.window(FIRM).find('label', '^Saved as “mine.csv”$')
    path = os.path.join(HOME, 'mine.csv')
    with open(path, encoding='utf-8', newline='') as file:
        assert file.read() == subprocess.run([CLI, 'export', 'people', '--company', COMPANY],
                                             check=True, capture_output=True).stdout.decode()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def pdf(path):
    """A PDF without the moment when it was made."""
    with open(path, 'rb') as file:
        return re.sub(rb'/CreationDate \([^)]*\)', b'', file.read())


def save_review(app):
    """the review that is saved is the one that the command writes"""
    app.key('ctrl+r')
    window = app.window(FIRM)
    button = window.find('push button', '^Save as PDF$')
    wait(lambda: button.has('sensitive'), 'the review')
    button.do()
    app.choose('Save the Review', os.path.join(HOME, 'window'))
    window = app.window(FIRM)
    window.find('label', '^Saved as “window.pdf”$')
    ours, theirs = os.path.join(HOME, 'window.pdf'), os.path.join(HOME, 'command.pdf')
    cli('report', 'review', '--company', COMPANY, '--week', '2026-W47', '--output', theirs)
    assert pdf(ours) == pdf(theirs)
    assert stat.S_IMODE(os.stat(ours).st_mode) == stat.S_IMODE(os.stat(theirs).st_mode) == 0o600
    window.find('push button', '^The Week Before$').do()
    window.find('label', '^W46 2026')
    window.find('push button', '^Print$').do()
    app.window('^Print$').find('push button', '_Cancel').do()
    app.window(FIRM)
    app.key('Escape')
    window.find('page tab', '^Goals$')


def undo_from_here(app):
    """from an edit of the history on, all is undone, one by one"""
    before = export('areas')
    for number in (1, 2, 3):
        cli('import', 'areas', write('areas.csv', 'name\nWing %d\n' % number), '--company', COMPANY)
    app.key('ctrl+h')
    history = app.window('^Edit History$')
    # The newest has its plain Undo.
    wait(lambda: len(history.all('push button', '^Undo from Here: Import: Areas$')) == 2, 'the edits')
    history.all('push button', '^Undo from Here: Import: Areas$')[-1].do()
    app.window('^Undo From Here').find('push button', '_Undo').do()
    wait(lambda: export('areas') == before, 'all three undone')
    history = app.window('^Edit History$')
    wait(lambda: len(history.all('label', '^Undone: Import: Areas$')) == 3, 'three undos')
    app.key('Escape')
    for _ in range(3):
        app.window(FIRM)
        app.key('ctrl+shift+z')
        app.settle()
    wait(lambda: 'Wing 3' in export('areas'), 'all three done again')


def change_settings(app):
    """who is named in the history is a setting"""
    app.key('ctrl+comma')
    window = app.window('^Preferences$')
    window.find('text', '^Your name$').click()
    app.key('ctrl+a')
    app.type('Núria')
    app.key('Return')
    app.settle()
    app.key('Escape')
    window = app.window(FIRM)
    app.key('ctrl+z')
    wait(lambda: 'Núria\tUndo' in cli('log', COMPANY), lambda: cli('log', COMPANY)[:300])


def come_back(app):
    """what was open last is on the welcome page and in the menu"""
    window = app.window(FIRM)
    window.find('push button', '^Main Menu').find('push button').do()
    window.find('menu item', 'Recent|Open')
    app.key('Escape')
    backups = os.path.join(os.environ['XDG_DATA_HOME'], 'trastienda', 'backups')
    for folder, folders, files in os.walk(os.path.dirname(backups)):
        for name in folders:
            assert stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) == 0o700, name
        for name in files:
            assert stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode) == 0o600, name
    assert os.listdir(backups)
    leave(app)


if __name__ == '__main__':
    cli('new', COMPANY, '--sample', '--language', 'en')
    walk((import_ugly, give_up, save_tables, save_review, undo_from_here, change_settings, come_back),
         App([PROGRAM, COMPANY]))
