"""test-help-key.py PROGRAM CLI: F1 opens the help page about what is on the screen.

A program of our own takes the place of the help viewer, and writes down what it is asked for. Speaks
TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os

from drive import App, wait
from walk import PROGRAM, SAMPLE_FIRM, cli, leave, turn_to, walk

HOME = os.environ['HOME']
CONFIG = os.environ['XDG_CONFIG_HOME']
DATA = os.environ['XDG_DATA_HOME']
ASKED = os.path.join(HOME, 'asked')
FIRM = os.path.join(HOME, 'Sample.trastienda')

BUILD = os.path.dirname(os.path.dirname(os.path.realpath(PROGRAM)))
DIRS = os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'
# The pages are those of the build tree.
WITH_PAGES = os.path.join(BUILD, 'share') + ':' + DIRS


def write(path, *lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')


def install_viewer():
    script = os.path.join(HOME, 'viewer')
    write(script, '#!/bin/sh', 'echo "$1" >>"%s"' % ASKED)
    os.chmod(script, 0o700)
    write(os.path.join(DATA, 'applications', 'viewer.desktop'), '[Desktop Entry]',
          'Type=Application', 'Name=Viewer', 'Exec=%s %%u' % script,
          'MimeType=x-scheme-handler/help;')
    write(os.path.join(CONFIG, 'mimeapps.list'), '[Default Applications]',
          'x-scheme-handler/help=viewer.desktop')


def remove_viewer():
    """Neither ours, nor one that this machine has."""
    os.unlink(os.path.join(DATA, 'applications', 'viewer.desktop'))
    write(os.path.join(CONFIG, 'mimeapps.list'), '[Removed Associations]',
          'x-scheme-handler/help=yelp.desktop;khelpcenter.desktop;org.kde.khelpcenter.desktop')


def read_asked():
    try:
        with open(ASKED, encoding='utf-8') as file:
            return file.read().split()
    except FileNotFoundError:
        return []


def expect(app, page, *keys):
    """Presses F1, or other keys that ask for help, and waits for the page."""
    n = len(read_asked())
    app.key(*keys or ('F1',))
    wait(lambda: len(read_asked()) > n, 'a page')
    assert read_asked()[-1] == 'help:trastienda/' + page, (page, read_asked()[-1])


def welcome(_):
    """the first page is about starting a firm"""
    app = App([PROGRAM], XDG_DATA_DIRS=WITH_PAGES)
    app.window('^Trastienda$').find('push button', 'Start My Firm')
    expect(app, 'start-a-firm')
    leave(app)


def walk_the_tabs(_):
    """each tab has its page, and each list of a tab"""
    app = App([PROGRAM, FIRM], XDG_DATA_DIRS=WITH_PAGES)
    app.window().find('page tab', 'Goals')
    app.settle()
    for keys, page in ((('alt+1',), 'set-a-goal'),
                       (('alt+2',), 'make-a-plan'),
                       ('Decisions', 'decide'),
                       ('Experiments', 'try-an-experiment'),
                       ('Lessons', 'lessons'),
                       (('alt+4',), 'know-the-staff'),
                       ('Hiring', 'hire-people'),
                       ('Skills', 'keep-skills'),
                       ('Suggestions', 'hear-people'),
                       ('Services', 'rate-services'),
                       ('Reports', 'report-bad-practice'),
                       (('alt+5',), 'book-stock'),
                       (('alt+3',), 'read-the-scorecard'),
                       (('ctrl+Page_Down',), 'deviation-to-action'),
                       (('ctrl+Page_Up', 'ctrl+t'), 'type-numbers'),
                       (('Escape',), 'read-the-scorecard')):
        if isinstance(keys, str):
            turn_to(app, keys)
            keys = ()
        for key in keys:
            app.key(key)
            app.settle()
        expect(app, page)
    return app


def read_a_chart(app):
    """a chart has its page, and so has whoever asks why"""
    app.key('Home', 'Return')
    app.window().find('push button', '^Back to the Scorecard')
    app.settle()
    expect(app, 'read-a-chart')
    app.key('End', 'shift+F1')
    app.window().find('push button', 'How to Read a Chart')
    expect(app, 'read-a-chart', 'Tab', 'space')
    app.key('Escape')
    app.window().gone('push button', 'How to Read a Chart')
    app.settle()
    # The first Escape would only let go of the point.
    app.key('alt+Left')
    app.window().gone('push button', '^Back to the Scorecard')
    app.settle()


def follow_a_meeting(app):
    """the review has a page before it begins, another while it goes on"""
    app.key('ctrl+shift+r')
    app.window().find('check box', '.')
    app.settle()
    expect(app, 'prepare-the-review')
    app.key('Return')
    app.window().find('list', '^Agenda$')
    app.settle()
    expect(app, 'hold-the-weekly-review')
    app.key('ctrl+r')
    app.settle()
    expect(app, 'after-the-review')
    app.key('Escape', 'Escape')
    app.settle()


def open_windows(app):
    """a window has the page of its own, or that of what it stands over"""
    app.key('ctrl+h')
    app.window('^Edit History$')
    expect(app, 'undo-and-backups')
    app.key('Escape')
    app.window(SAMPLE_FIRM)
    app.key('alt+3', 'ctrl+Page_Down')
    app.settle()
    app.key('ctrl+n')
    app.window('^New Deviation$')
    expect(app, 'deviation-to-action')
    app.key('Escape')
    app.window(SAMPLE_FIRM)
    leave(app)


def do_without(_):
    """where no program shows help pages, it is said what to install, and the keys are shown"""
    remove_viewer()
    app = App([PROGRAM, FIRM], XDG_DATA_DIRS=WITH_PAGES)
    app.window().find('page tab', 'Goals')
    app.settle()
    app.key('F1')
    dialog = app.window('^No Program Shows Help Pages Here$')
    dialog.find('label', 'package “yelp”')
    app.key('Return')
    # GTK gives that window no name.
    app.window('').find('label', '^The week on paper$')
    # Of the key caps in there GTK 4.8 says that they are narrower than nothing.
    app.process.terminate()
    app.process.wait()


if __name__ == '__main__':
    install_viewer()
    cli('new', FIRM, '--sample', '--language', 'en')
    walk((welcome, walk_the_tabs, read_a_chart, follow_a_meeting, open_windows, do_without))
