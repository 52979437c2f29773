"""test-trouble.py PROGRAM CLI: what can go wrong with the firm's file, what the window says, and the way out.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import sqlite3
import subprocess

from drive import App, wait
from walk import PROGRAM, Skip, cli, leave, name_the_firm, tell

HOME = os.environ['HOME']
# Root may write everything, unless it gives that up.
BOUND = ['setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner', '--inh-caps=-all']


def path(name):
    return os.path.join(HOME, name + '.trastienda')


def make(name):
    cli('new', path(name))
    return path(name)


def add_area(company, name):
    source = os.path.join(HOME, 'areas.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('name\n%s\n' % name)
    cli('import', 'areas', source, '--company', company)


def names_of_areas(company):
    rows = cli('export', 'areas', '--company', company).splitlines()[1:]
    return [row.split(',')[0] for row in rows]


def tamper(company, sql):
    db = sqlite3.connect(company)
    db.executescript(sql)
    db.close()


def content(file_name):
    with open(file_name, 'rb') as file:
        return file.read()


def open_file(company, *before):
    app = App([*before, PROGRAM, company])
    return app, app.window(os.path.basename(company).partition('.')[0])


def newer():
    """a newer file is opened for reading where that can be, and is left as it is"""
    company = make('newer')
    tamper(company, 'PRAGMA user_version = 99; CREATE TABLE more (x);')
    before = content(company)
    app, window = open_file(company)
    window.find('label', '^Made by a Newer Version$')
    window.find('push button', 'Open Read Only').do()
    window.find('page tab', 'Goals')
    window.find('label', 'newer.trastienda.* can be looked at; update Trastienda')
    assert not window.find('push button', '^New ').has('sensitive')
    app.key('ctrl+shift+s')
    app.settle()
    assert app.window('.').name == 'newer'
    leave(app)

    assert content(company) == before
    tamper(company, 'ALTER TABLE firm RENAME COLUMN currency TO money')
    before = content(company)
    app, window = open_file(company)
    window.find('label', '^Made by a Newer Version$')
    window.find('label', 'records that this version does not know')
    window.gone('push button', 'Open Read Only')
    leave(app)
    assert content(company) == before


def foreign():
    """another program's file is left as it is"""
    company = path('bookmarks')
    tamper(company, 'CREATE TABLE bookmarks (url); INSERT INTO bookmarks VALUES (1)')
    before = content(company)
    app, window = open_file(company)
    window.find('label', '^Not a Company File$')
    window.find('push button', 'Open Another File')
    leave(app)
    assert content(company) == before


def damaged():
    """a damaged file is not written; its newest sound backup is offered and restored"""
    company = make('damaged')
    add_area(company, 'Before the backup')
    folder = backups_of(company)
    shutil.copy(company, os.path.join(folder, '2026-11-19.trastienda'))
    os.utime(os.path.join(folder, '2026-11-19.trastienda'), (1790000000, 1790000000))
    # The one of today is damaged too.
    with open(os.path.join(folder, os.environ['TRASTIENDA_TODAY'] + '.trastienda'), 'r+b') as file:
        file.truncate(8192)
    with open(company, 'r+b') as file:
        file.seek(4096)
        file.write(os.urandom(200000))
    before = content(company)
    app, window = open_file(company)
    window.find('label', '^The File Is Damaged$')
    assert content(company) == before
    window.find('push button', '_Backups').do()
    backups = app.window('^Backups$')
    backups.find('push button', '^Restore the Backup of ')
    assert len(backups.all('push button', '^Restore the Backup of ')) == 1
    backups.find('push button', '^Restore the Backup of ').do()
    app.window('^Restore the Backup of ').find('push button', 'Restore').do()
    window = app.window('^damaged')
    window.find('page tab', 'Goals')
    kept = [name for name in os.listdir(HOME) if name.startswith('damaged.trastienda.before')]
    assert len(kept) == 1 and content(os.path.join(HOME, kept[0])) == before
    leave(app)
    assert 'Before the backup' in names_of_areas(company)


def backups_of(company):
    folder = os.path.join(os.environ['XDG_DATA_HOME'], 'trastienda', 'backups')
    name = os.path.basename(company).replace('.trastienda', '-')
    return os.path.join(folder, next(entry for entry in os.listdir(folder)
                                     if entry.startswith(name)))


def read_only():
    """a file that may not be written is shown, with a bar that leads to a copy that may be"""
    company = make('kept')
    os.chmod(company, 0o400)
    probe = [*BOUND, 'test', '-w', company] if os.geteuid() == 0 else ['test', '-w', company]
    if subprocess.run(probe, check=False, capture_output=True).returncode != 1:
        raise Skip('whoever runs this may write everything')
    before = content(company)
    app, window = open_file(company, *(BOUND if os.geteuid() == 0 else []))
    window.find('label', '^Read Only$')
    window.find('label', 'kept.trastienda.* can be looked at, not changed')
    assert not window.find('push button', '^New ').has('sensitive')
    window.find('push button', '_Save As').do()
    app.choose('Save As', path('mine'))
    window = app.window('^kept$')
    window.gone('label', '^Read Only$')
    name_the_firm(app, 'Mine')
    app.key('Escape')
    app.window('^Mine$')
    leave(app)
    assert content(company) == before
    assert os.stat(path('mine')).st_mode & 0o777 == 0o600


def moved():
    """a file that was moved or replaced is not written; the copy of it is gone on with"""
    company = make('moved')
    app, window = open_file(company)
    window.find('page tab', 'Goals')
    os.rename(company, path('elsewhere'))
    other = make('moved')
    left = content(path('elsewhere')), content(other)
    window.find('label', '^The File Was Moved or Replaced$')
    name_the_firm(app, 'Nowhere')
    app.settle()
    app.key('Escape')
    window = app.window('^moved$')
    assert (content(path('elsewhere')), content(other)) == left
    window.find('push button', '_Save As').do()
    app.choose('Save As', path('copied'))
    window = app.window('^moved$')
    window.gone('label', '^The File Was Moved or Replaced$')
    name_the_firm(app, 'Copied')
    app.key('Escape')
    app.window('^Copied$')
    app.key('ctrl+z')
    app.window('^moved$')
    leave(app)
    assert (content(path('elsewhere')), content(other)) == left
    cli('check', path('copied'))
    assert not [name for name in os.listdir(HOME) if re.search(r'\.part$|-journal$', name)]


def moved_back():
    """the bar goes by itself when the file is back where it was, and edits are stored again"""
    company = make('returning')
    app, window = open_file(company)
    window.find('page tab', 'Goals')
    os.rename(company, path('elsewhere'))
    window.find('label', '^The File Was Moved or Replaced$')
    os.rename(path('elsewhere'), company)
    window.gone('label', '^The File Was Moved or Replaced$')
    name_the_firm(app, 'Here')
    app.key('Escape')
    app.window('^Here$')
    leave(app)
    cli('check', company)


def list_not_read():
    """a list that cannot be read keeps its rows, says so, and is read when it is tried again"""
    company = make('locked')
    add_area(company, 'Kitchen')
    app, window = open_file(company)
    app.key('alt+4')
    window.find('page tab', '^Areas$').do()
    window.find('label', '^Kitchen$')
    lock = sqlite3.connect(company, isolation_level=None)
    lock.execute('BEGIN EXCLUSIVE')
    window.find('entry|text', 'Search areas').click()
    app.type('nowhere')
    window.find('label', '^Another Window Is Saving$', seconds=20)
    window.find('label', 'These rows are as they were read before')
    window.find('label', '^Kitchen$')
    lock.execute('ROLLBACK')
    window.find('push button', '_Try Again').do()
    window.gone('label', '^Another Window Is Saving$')
    window.gone('label', '^Kitchen$')
    window.find('label', '^Nothing Found$')

    # A list that was never read is not one without records.
    lock.execute('BEGIN EXCLUSIVE')
    app.key('ctrl+a')
    app.key('BackSpace')
    window.find('label', 'The list could not be read', seconds=20)
    window.gone('label', '^Nothing Found$|^No Areas Yet$')
    lock.execute('ROLLBACK')
    window.find('push button', '_Try Again').do()
    window.find('label', '^Kitchen$')
    lock.close()
    leave(app)


def replaced_by_saving():
    """a copy takes a file's place only after a question, and its journal with it"""
    company, old = make('source'), make('old')
    with open(old + '-journal', 'wb') as file:
        file.write(b'\xd9\xd5\x05\xf9\x20\xa1\x63\xd7' + bytes(504))
    app, window = open_file(company)
    window.find('page tab', 'Goals')
    app.key('ctrl+shift+s')
    # The ending is added by the program: the chooser has asked about another name.
    app.choose('Save As', os.path.join(HOME, 'old'))
    question = app.window('^Replace “old.trastienda”')
    question.find('push button', 'Cancel').do()
    window = app.window('^source$')
    app.key('ctrl+shift+s')
    app.choose('Save As', os.path.join(HOME, 'old'))
    app.window('^Replace “old.trastienda”').find('push button', '_Replace').do()
    wait(lambda: not os.path.exists(old + '-journal'), 'the journal to go')
    window = app.window('^source$')
    name_the_firm(app, 'New')
    app.key('Escape')
    app.window('^New$')
    leave(app)
    cli('check', old)


def full():
    """on a full disk nothing is changed; once there is room it is tried again"""
    company = make('full')
    app, window = open_file(company)
    window.find('page tab', 'Goals')
    before = content(company)
    limit(app, 4096)
    name_the_firm(app, 'Room')
    question = app.window('^The Disk Is Full')
    assert content(company) == before
    limit(app, 'unlimited')
    question.find('push button', '_Try Again').do()
    app.window('^The Firm$')
    app.key('Escape')
    app.window('^Room$')
    leave(app)
    cli('check', company)


def limit(app, size):
    subprocess.run(['prlimit', '--pid', str(app.process.pid), '--fsize=%s:' % size], check=True)


def busy():
    """what another program keeps locked is tried again, without a conflict against itself"""
    company = make('busy')
    app, window = open_file(company)
    window.find('page tab', 'Goals')
    name_the_firm(app, 'First')       # The backup of the day is made before.
    app.key('Escape')
    window = app.window('^First$')
    lock = sqlite3.connect(company, isolation_level=None)
    for how, name in (('BEGIN IMMEDIATE', 'Second'), ('BEGIN; SELECT count (*) FROM firm', 'Third')):
        for sql in how.split('; '):
            lock.execute(sql).fetchall()
        name_the_firm(app, name)
        question = app.window('^Another Window Is Saving$', seconds=20)
        lock.execute('ROLLBACK')
        question.find('push button', '_Try Again').do()
        app.window('^The Firm$')
        app.key('Escape')
        window = app.window('^%s$' % name)
    lock.execute('BEGIN IMMEDIATE')
    app.key('ctrl+z')
    question = app.window('^Another Window Is Saving$', seconds=20)
    lock.execute('ROLLBACK')
    question.find('push button', '_Try Again').do()
    app.window('^Second$')
    lock.close()
    leave(app)


if __name__ == '__main__':
    tell((newer, foreign, damaged, read_only, moved, moved_back, replaced_by_saving, full, busy,
          list_not_read))
