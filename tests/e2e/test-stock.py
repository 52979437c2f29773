"""test-stock.py PROGRAM: an item, what comes in and goes out, and what is refused, by keyboard.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

from drive import App, wait

ITEM = 'Copper pan, 18 cm'


def start(program):
    """Alt+5 puts the keyboard on the items"""
    app = App([program])
    window = app.window('^Trastienda$')
    window.find('push button', 'Look at the Sample Company').do()
    window.find('page tab', 'Stock', seconds=60)
    app.key('alt+5')
    window.find('label', '^Airtight coffee tin, 1 kg$')
    wait(lambda: focused(window).role == 'table row', 'the keyboard on a row')
    return app


def focused(window):
    return next(node for node in window.look().walk() if 'focused' in node.states)


def cells(window, column):
    """what stands in the first rows under the headers"""
    return [row.all('label')[column].name for row in window.all('table row')[1:4]]


def names(window):
    return cells(window, 3)


def search_and_filter(app):
    """words and chips narrow the list, Show All gives it back"""
    window = app.window()
    app.key('ctrl+f')
    app.type('glass jar')
    window.gone('label', '^Airtight coffee tin, 1 kg$')
    window.find('label', '^Clip-top glass jar, 1 litre$')
    window.find('push button', '^Out').do()
    wait(lambda: names(window) == ['Clip-top glass jar, 1 litre'],
         lambda: 'the one jar that is out in %r' % names(window))
    app.type(' and what nobody sells')
    window.find('label', '^Nothing Found$')
    window.find('push button', '^Show _All').do()
    window.find('label', '^Airtight coffee tin, 1 kg$')


def sort(app):
    """the order is chosen by keyboard, too"""
    window = app.window()
    first = names(window)
    app.key('ctrl+f', 'Tab', 'space')
    window.find('menu item', '^Available$').do()
    wait(lambda: names(window) != first, 'another order')
    app.key('ctrl+f', 'Tab', 'space')
    window.find('menu item', '^Name$').do()
    wait(lambda: names(window) == first, 'the order by name')


def make_an_item(app):
    """Ctrl+N makes an item that is named at once"""
    window = app.window()
    app.key('ctrl+n')
    window.find('label', '^Nothing has come in yet')
    app.settle()
    app.type(ITEM)
    app.key('Return')
    window.find('label', '^%s$' % ITEM)
    app.key('Escape')
    app.key('ctrl+f')
    app.type(ITEM)
    wait(lambda: names(window) == [ITEM], 'the new item alone')
    app.key('Return')
    wait(lambda: focused(window).role == 'table row', 'the keyboard on the row')
    app.key('Return')
    window.find('label', '^Nothing has come in yet')


def book(app, keys, title, *steps):
    """opens the dialog, types and confirms; gives what it said before"""
    app.key(keys)
    dialog = app.window('^%s$' % title)
    dialog.find('label', '^Quantity .')
    app.settle()
    for step in steps:
        step(dialog)
    app.key('Return')
    return app.window('^(?!%s$)' % title)


def types(app, text):
    return lambda dialog: app.type(text)


def on_hand(window, amount):
    window.find('label', '^%s$' % amount)
    wait(lambda: cells(window, 0) == [amount], lambda: '%s in %s' % (amount, cells(window, 0)))


def receive_issue_move(app):
    """Ctrl++, Ctrl+- and Ctrl+M book; the list follows"""
    window = book(app, 'ctrl+plus', 'Receive', types(app, '12'))
    on_hand(window, '12')
    window = book(app, 'ctrl+minus', 'Issue', types(app, '5'))
    on_hand(window, '7')
    window = book(app, 'ctrl+m', 'Move', types(app, '3'))
    wait(lambda: len(window.all('label', '^Move$', shown=False)) > 1, 'the move in the ledger')
    on_hand(window, '7')


def refuse_too_much(app):
    """more than is there is refused, with how much there is"""
    app.key('ctrl+minus')
    dialog = app.window('^Issue$')
    dialog.find('label', '^Quantity .')
    app.settle()
    app.type('50')
    dialog.find(None, '^Only 4 .* are in “.*”, so 50 .* cannot leave. Enter a smaller')
    assert not dialog.find('push button', '^_Issue').has('enabled')
    app.key('Escape')
    app.window('^(?!Issue$)')
    app.key('ctrl+q')
    app.wait_exit()


def main(program):
    steps = (start, search_and_filter, sort, make_an_item, receive_issue_move, refuse_too_much)
    print('1..%d' % len(steps))
    app = None
    for number, step in enumerate(steps, 1):
        app = step(program) if step is start else step(app) or app
        print('ok %d %s' % (number, step.__doc__), flush=True)


if __name__ == '__main__':
    main(sys.argv[1])
