"""test-decisions.py PROGRAM: a decision is found, and replaced by another.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

from drive import App


def open_the_sample(program):
    """the sample company shows its decisions"""
    app = App([program])
    app.window('^Trastienda$').find('push button', 'Look at the Sample Company').do()
    window = app.window('Hob & Kettle', seconds=60)
    app.key('alt+2')
    app.settle()
    app.key('ctrl+Page_Down')
    window.find('label', 'No market stall')
    return app, window


def open_record(app, window, words, text):
    """Finds a record of the list in front by its words, and opens it."""
    app.key('ctrl+f')
    app.type(words)
    window.find('label', text)
    app.settle()
    for key in ('Return', 'Down', 'Return'):
        app.key(key)
        app.settle()


def replace_a_decision(app, window):
    """a decision is replaced by another about the same, and both say so"""
    open_record(app, window, 'market', 'No market stall')
    window.find('label', '^In force$')
    window.find('push button', '^_Replace').do()
    dialog = app.window('^Replace Decision$')
    dialog.find('text', '^What$').click()
    app.type('A market stall in December')
    dialog.find('text', '^Why$').click()
    app.type('Before Christmas people look for presents')
    dialog.find('push button', '^_Replace').do()
    window.find('label', '^In force. Look at it again on ')
    window.find('label', '^This replaces DC-6 of ', shown=False)


def finish(app, window):
    """it quits"""
    app.key('ctrl+q')
    app.wait_exit()


def main(program):
    steps = (replace_a_decision, finish)
    print('1..%d' % (len(steps) + 1))
    app, window = open_the_sample(program)
    print('ok 1 %s' % open_the_sample.__doc__, flush=True)
    for number, step in enumerate(steps, 2):
        step(app, window)
        print('ok %d %s' % (number, step.__doc__), flush=True)


if __name__ == '__main__':
    main(sys.argv[1])
