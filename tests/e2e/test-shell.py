"""test-shell.py PROGRAM CLI: the window from its first start to the second one.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os

from drive import App, wait
from walk import PROGRAM, leave, name_the_firm, walk

HOME = os.environ['HOME']
FIRM = 'Ferretería Núñez'
FILE = os.path.join(HOME, FIRM + '.trastienda')
FOREIGN = os.path.join(HOME, 'foreign.trastienda')


def make_a_firm(_):
    """the first start welcomes, and makes a firm"""
    app = App([PROGRAM])
    window = app.window('^Trastienda$')
    window.find('push button', 'Look at the Sample Company')
    window.find('push button', 'Start My Firm').do()
    dialog = app.window('^Start My Firm$')
    assert not dialog.find('push button', '^_Start Start').has('sensitive')
    app.type(FIRM)
    dialog.find('label', FIRM + '.trastienda$')
    app.key('Return')
    window = app.window(FIRM)
    assert os.stat(FILE).st_mode & 0o777 == 0o600
    window.find('page tab', 'Stock')
    names = [tab.name for tab in window.all('page tab')][:5]
    assert names == ['Goals', 'Plans', 'Indicators', 'Staff', 'Stock'], names
    return app


def change_the_firm(app):
    """a change of the firm shows, is undone, done again and undone from the history"""
    name_the_firm(app, 'Casa Núñez')
    app.key('Escape')
    window = app.window('Casa Núñez')
    app.key('ctrl+z')
    window = app.window(FIRM)
    app.key('ctrl+shift+z')
    app.window('Casa Núñez')

    app.key('ctrl+h')
    history = app.window('^Edit History$')
    history.find('label', '^New firm$')
    history.find('push button', '^Undo: Change: Name$').do()
    history.gone('push button', '^Undo: Change: Name$')
    app.key('Escape')
    app.window(FIRM)


def restore_a_backup(app):
    """the backup of the day is restored, and what stood there is kept"""
    window = app.window(FIRM)
    window.find('push button', '^Main Menu').find('push button').do()
    window.find('menu item', 'Backups').do()
    backups = app.window('^Backups$')
    backups.find('push button', '^Restore the Backup of Today').do()
    question = app.window('^Restore the Backup of Today')
    question.find('push button', 'Restore').do()

    # The first edit of the day gave the firm its name: the backup was made before.
    window = app.window('trastienda$')
    window.find('label', '^Restored')
    kept = [name for name in os.listdir(HOME) if '.before-restore-' in name]
    os.rename(os.path.join(HOME, kept[0]), FILE)
    window.find('label', '^The File Was Moved or Replaced$')
    window.find('push button', 'Save As')


def walk_the_tabs(app):
    """the tabs come by keyboard"""
    window = app.window(FIRM)
    for number, name in ((1, 'Goals'), (5, 'Stock'), (2, 'Plans'), (4, 'Staff')):
        app.key('alt+%d' % number)
        wait(lambda: 'selected' in window.find('page tab', '^%s$' % name).states, name)
    leave(app)


def start_again(_):
    """the second start shows a file that is named, and says what is wrong with another"""
    with open(FOREIGN, 'w', encoding='utf-8') as file:
        file.write('This is no company.')
    app = App([PROGRAM, FILE])
    window = app.window(FIRM)
    window.find('page tab', 'Goals')
    leave(app)

    app = App([PROGRAM, FOREIGN])
    window = app.window('foreign')
    window.find('label', '^Not a Company File$')
    window.find('push button', 'Back to the Start').do()
    window = app.window('^Trastienda$')
    window.find('push button', 'Start My Firm')
    return app


def look_at_the_sample(app):
    """the sample company is made and shown"""
    window = app.window('^Trastienda$')
    window.find('push button', 'Look at the Sample Company').do()
    window.find('page tab', 'Indicators', seconds=60)
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'trastienda')
    assert [name for name in os.listdir(folder) if name.endswith('.trastienda')]
    assert not [name for name in os.listdir(folder) if name.endswith('.part')]
    leave(app)


if __name__ == '__main__':
    walk((make_a_firm, change_the_firm, restore_a_backup, walk_the_tabs, start_again, look_at_the_sample))
