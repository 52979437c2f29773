"""test-indicators.py PROGRAM: a week's numbers typed, a chart read, a deviation followed up.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

from drive import App, wait

SCORECARD = 'Repairs waiting over ten days|Time to first answer|Suppliers paid'


def words(window):
    """What the scorecard says of the cell under its cursor."""
    return window.find('table', '.').name


def says(window, text):
    wait(lambda: text in words(window), lambda: '%r is not in %r' % (text, words(window)))


def open_the_sample(program):
    """the sample company shows its scorecard"""
    app = App([program])
    app.window('^Trastienda$').find('push button', 'Look at the Sample Company').do()
    window = app.window('Hob & Kettle', seconds=60)
    app.key('alt+3')
    window.find('table', SCORECARD)
    return app, window


def type_down_a_column(app, window):
    """numbers are typed down a column by keyboard, and the verdict follows"""
    window.find('table', '.').click()
    app.key('ctrl+Home')
    app.key('End')
    says(window, 'Repairs waiting over ten days, W47 2026: 17, better than usual')
    app.type('60')
    app.key('Return')
    says(window, 'Time to first answer')
    app.type('six')
    app.key('Return')
    says(window, 'is not a number')
    app.key('ctrl+a')
    app.type('6.5')
    app.key('Return')
    app.key('Up')
    says(window, 'W47 2026: 6.5')
    app.key('Up')
    says(window, 'W47 2026: 60, worse than usual')


def undo_and_redo(app, window):
    """what was typed is undone and done again"""
    app.key('ctrl+z')
    app.key('Down')
    says(window, 'W47 2026: 10.2')
    app.key('Up')
    app.key('ctrl+z')
    says(window, 'W47 2026: 17, better than usual')
    app.key('ctrl+shift+z')
    says(window, 'W47 2026: 60, worse than usual')


def say_why_it_is_missing(app, window):
    """a cell is emptied with a reason only"""
    app.key('Down')
    app.key('Delete')
    window.find('text', 'Why is “Time to first answer, W47 2026” missing')
    app.type('The telephone exchange kept no log')
    app.key('Return')
    says(window, 'known to be missing: The telephone exchange kept no log')
    app.key('ctrl+z')
    says(window, 'W47 2026: 10.2')


def walk_the_chart(app, window):
    """the chart opens from the name, and is walked point by point"""
    app.key('Up')
    app.key('Home')
    app.key('Return')
    window.find('image', '^Repairs waiting over ten days')
    window.find('label', '^Worse than usual: 60 this week')
    app.key('Left')
    window.find('image', '^W47 .*60')
    app.key('Left')
    window.find('image', '^W46 .*21')
    app.key('End')
    window.find('image', '^W47 .*60')


def follow_it_up(app, window):
    """a deviation is made from a point, and an action against it"""
    app.key('ctrl+d')
    window.find('text', 'Fact|What happened')
    window.find('label', '^D-[0-9]+, Open, opened on 21 Nov 2026$')
    window.find('push button', '^_Add Action').do()
    dialog = app.window('^New Action$')
    dialog.find('text', 'Action|Title|done').click()
    app.type('Ring the three oldest customers')
    dialog.find('push button', '^_Add').do()
    window.find('label', '^Ring the three oldest customers$', shown=False)
    window.find('label', '^D-[0-9]+, Acting, opened on 21 Nov 2026$')
    window.find('label', '^Acting: 0 of 1 action is finished$')
    # It cannot be closed yet, and the reason stands beside the button.
    closing = window.find('push button', '^_Close Deviation', shown=False)
    assert not closing.has('sensitive'), closing
    window.find('label', '^1 action is not finished', shown=False)


def finish(app, window):
    """it quits"""
    app.key('ctrl+q')
    app.wait_exit()


def main(program):
    steps = (type_down_a_column, undo_and_redo, say_why_it_is_missing, walk_the_chart,
             follow_it_up, finish)
    print('1..%d' % (len(steps) + 1))
    app, window = open_the_sample(program)
    print('ok 1 %s' % open_the_sample.__doc__, flush=True)
    for number, step in enumerate(steps, 2):
        step(app, window)
        print('ok %d %s' % (number, step.__doc__), flush=True)


if __name__ == '__main__':
    main(sys.argv[1])
