"""test-stock.py PROGRAM CLI: an item, what comes in and goes out, and what is refused, by keyboard.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

from drive import App, wait
from walk import (PROGRAM, cells, focused, is_on_a_row, leave, open_row, open_the_sample,
                  open_the_sample_again, sample_path, search, stored, tab_to, walk)

FIRST = '^Airtight coffee tin, 1 kg$'
ITEM = 'Copper pan, 18 cm'
MAIN = '^Hob'


def names(window):
    return cells(window, 3)


def start(_):
    """Alt+5 puts the keyboard on the items"""
    app = open_the_sample(5)
    app.window().find('label', FIRST)
    wait(lambda: is_on_a_row(app.window()), 'the keyboard on a row')
    return app


def search_and_filter(app):
    """words and chips narrow the list, Show All gives it back"""
    window = app.window()
    search(app, 'glass jar')
    window.gone('label', FIRST)
    window.find('label', '^Clip-top glass jar, 1 litre$')
    window.find('push button', '^Out').do()
    wait(lambda: names(window) == ['Clip-top glass jar, 1 litre'],
         lambda: 'the one jar that is out in %r' % names(window))
    app.type(' and what nobody sells')
    window.find('label', '^Nothing Found$')
    window.find('push button', '^Show _All').do()
    window.find('label', FIRST)


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
    open_row(app, ITEM)
    window.find('label', '^Nothing has come in yet')
    # Whoever opens an item stands where its stock is in sight, and is booked.
    assert focused(window).name.endswith('Receive'), focused(window)


def book(app, keys, title, quantity):
    """Opens the dialog by its keys, types how much, and confirms."""
    app.key(keys)
    app.window('^%s$' % title).find('label', '^(Quantity|Counted) .')
    app.settle()
    app.type(quantity)
    app.key('Return')
    return app.window(MAIN)


def on_hand(window, amount):
    wait(lambda: cells(window, 0) == [amount], lambda: '%s in %s' % (amount, cells(window, 0)))


def ledger(window):
    """The lines of the pane, newest first, as they are read to somebody."""
    return [node.name for node in window.all('list item', ', then ', shown=False)]


def receive_issue_move(app):
    """Ctrl++, Ctrl+- and Ctrl+M book; list and ledger follow"""
    window = book(app, 'ctrl+plus', 'Receive', '12')
    on_hand(window, '12')
    # Where most of what the firm has comes and goes: of the item nothing is known yet.
    wait(lambda: ledger(window) ==
         ['Purchase on 21 Nov 2026, Suppliers → Warehouse, Tuam Road: +12, then 12'],
         lambda: 'the purchase alone in %s' % ledger(window))
    window = book(app, 'ctrl+minus', 'Issue', '5')
    on_hand(window, '7')
    window = book(app, 'ctrl+m', 'Move', '3')
    wait(lambda: [line.split()[0] for line in ledger(window)] == ['Move', 'Own', 'Purchase'],
         lambda: 'three lines in %s' % ledger(window))
    on_hand(window, '7')


def count_and_scrap(app):
    """Ctrl+T books what was found, Ctrl+D what is spoilt"""
    window = book(app, 'ctrl+t', 'Count', '6')
    wait(lambda: len(ledger(window)) == 4, lambda: 'the count in %s' % ledger(window))
    window = book(app, 'ctrl+d', 'Scrap', '2')
    wait(lambda: len(ledger(window)) == 5, lambda: 'what was scrapped in %s' % ledger(window))


def refuse_too_much(app):
    """more than is there is refused, with how much there is"""
    app.key('ctrl+minus')
    dialog = app.window('^Issue$')
    dialog.find('label', '^Quantity .')
    app.settle()
    app.type('50')
    dialog.find(None, '^Only .* are in “.*”, so 50 .* cannot leave. Enter a smaller')
    assert not dialog.find('push button', '^_Issue').has('enabled')
    app.key('Escape')
    app.window(MAIN)


def reverse(app):
    """a movement is taken back by another one, and both stay in the ledger"""
    window = app.window()
    before = cells(window, 0)[0]
    tab_to(app, 'push button', '^Reverse this movement$')
    app.key('Return')
    wait(lambda: len(ledger(window)) == 6, lambda: 'the reversal in %s' % ledger(window))
    wait(lambda: cells(window, 0) != [before], 'what was scrapped is there again')
    # What is reversed cannot be reversed once more.
    wait(lambda: len(window.all('push button', '^Reverse this', shown=False)) == 5,
         lambda: window.dump())


def keep_what_moved(app):
    """an item with movements is not deleted: it says why, and stays on show"""
    window = app.window()
    lines = ledger(window)
    window.find('push button', '^Delete$').do()
    question = app.window('^(?!Hob)')
    question.find('label', r'^“%s” is used and has to stay \(' % ITEM)
    question.find('push button', 'Take Out of Use')
    app.key('Escape')
    window = app.window(MAIN)
    assert ledger(window) == lines
    assert stored('items', ITEM, sample_path())


def undo_a_booking(app):
    """a booking is undone by another, and nothing leaves the ledger"""
    window = app.window()
    before = ledger(window)
    # The search entry has an undo of its own: the keyboard is in the pane.
    app.key('ctrl+z')
    wait(lambda: len(ledger(window)) == len(before) + 1,
         lambda: 'a line more in %s' % ledger(window))
    assert ledger(window)[1:] == before, ledger(window)
    leave(app)


def start_again(_):
    """all of it is there after a restart"""
    app = open_the_sample_again(5)
    window = app.window()
    open_row(app, ITEM)
    wait(lambda: len(ledger(window)) > 0, 'the ledger')
    print('#', ledger(window))
    leave(app)


def show_the_keys(_):
    """the window of shortcuts lists what an item answers to"""
    app = App([PROGRAM, sample_path()])
    app.window(MAIN).find('page tab', 'Stock')
    app.key('ctrl+question')
    shortcuts = app.window('^Keyboard Shortcuts$')
    for title in ('Receive', 'Issue', 'Move to another place', 'Count', 'Scrap'):
        shortcuts.find('label', '^%s$' % title, shown=False)
    app.key('Escape')
    app.window(MAIN)
    leave(app)


if __name__ == '__main__':
    walk((start, search_and_filter, sort, make_an_item, receive_issue_move, count_and_scrap,
          refuse_too_much, reverse, keep_what_moved, undo_a_booking, start_again, show_the_keys))
