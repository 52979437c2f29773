"""test-stock-day.py PROGRAM CLI: a storekeeper's day in the sample company, by keyboard alone.

What will run out is warned of; an order that cannot be served is refused, and taken for the best day;
goods come and two of them go back; a shelf is counted blindly; a month is closed, and opened again.
Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import datetime
import io
import os

from drive import App, wait
from walk import PROGRAM, cli, fill, leave, open_row, pick, stored, tab_to, turn_to, walk

COMPANY = os.path.join(os.environ['HOME'], 'day.trastienda')
MAIN = '^Hob & Kettle$'
COMES, SENT_BACK, WHY = 'CVA-24', 2, 'Handles bent'
CUSTOMER, WANTED, NAME, MANY = 'Harbour Hotel', 'SHI-24', 'Iron skillet, 24 cm', '40'
SHELF = 'Repair workshop'
# As they stand on the list. Of one there are two less than the books say, of another one more.
FOUND = (('REC-FI2', '6'), ('JUN-01', '12'), ('JUN-06', '18'), ('JUN-09', '8'), ('REC-FI1', '16'))
RUNS_OUT = 'Stoneware dessert plate'
TODAY, MONTH_END = '2026-11-21', '31 Oct 2026'


def rows(kind):
    """What the file has of a kind, as another program reads it."""
    return list(csv.DictReader(io.StringIO(cli('export', kind, '--company', COMPANY))))


def on_its_way(sku):
    """The line of the purchase that an item comes with, and its number."""
    lines = [row for row in rows('purchase-lines') if row['item'] == sku]
    return max(lines, key=lambda row: int(row['purchase'].partition('-')[2]))


def on_hand(sku):
    return float(stored('stock', sku, COMPANY)['on_hand'])


def day_in_words(iso):
    day = datetime.date.fromisoformat(iso)
    return '%d %s' % (day.day, day.strftime('%b %Y'))


def start(_):
    """the sample company opens on its stock"""
    cli('new', COMPANY, '--sample', '--language', 'en')
    app = App([PROGRAM, COMPANY])
    app.window(MAIN).find('page tab', '^Goals$', seconds=60)
    app.key('alt+5')
    app.settle()
    return app


def be_warned(app):
    """what will run out before it could be bought is warned of, with the day and what to order"""
    turn_to(app, 'Items')
    tab_to(app, 'push button', '^Running out')
    app.key('space')
    open_row(app, RUNS_OUT)
    window = app.window(MAIN)
    window.find('label', '^Runs out .*Order [0-9]+ pcs')
    assert on_its_way(sku_of(RUNS_OUT))['purchase'] not in {
        row['code'] for row in rows('purchases') if row['state'] == 'sent'}


def sku_of(name):
    return stored('items', name, COMPANY)['sku']


def refuse(app):
    """an order that cannot be served is refused, with what there is and the best day"""
    turn_to(app, 'Orders')
    app.key('ctrl+n')
    app.window('^New Order$')
    app.settle()
    pick(app, CUSTOMER)
    app.key('alt+a')
    dialog = app.window('^Line of Order ')
    app.settle()
    pick(app, NAME)
    app.key('Tab')
    fill(app, MANY)
    app.key('Tab')
    best = day_in_words(on_its_way(WANTED)['promised_on'])
    dialog.find('label', best)
    app.key('alt+a')
    app.settle()
    dialog = app.window('^Line of Order ')
    dialog.find('label', 'cannot|only', shown=False)
    assert not any(row['item'] == WANTED and row['quantity'] == MANY + '.000'
                   for row in rows('sale-lines'))


def take_for_that_day(app):
    """it is taken knowingly, for that day"""
    best = on_its_way(WANTED)['promised_on']
    app.key('alt+t')
    app.settle()
    app.key('alt+a')
    wait(lambda: stored('sales', best, COMPANY), 'the day of the order')
    wait(lambda: any(row['item'] == WANTED and row['quantity'] == MANY + '.000'
                     for row in rows('sale-lines')), 'its line')
    # The next line is asked for until somebody has no more.
    app.window('^Line of Order ')
    app.settle()
    app.key('Escape')
    app.window(MAIN)


def receive(app):
    """goods come: two are sent back with a reason, the others are there at once"""
    line = on_its_way(COMES)
    before, came = on_hand(COMES), int(float(line['quantity']))
    turn_to(app, 'Purchases')
    open_row(app, line['purchase'])
    tab_to(app, 'push button', '^Receive “')
    app.key('Return')
    dialog = app.window('^Goods Received$')
    app.settle()
    fill(app, str(came - SENT_BACK))
    app.key('Tab')
    fill(app, str(SENT_BACK))
    app.key('alt+r')
    # Why is asked for, and nothing is written before.
    dialog.find('label', 'needs a reason')
    assert on_hand(COMES) == before
    app.type(WHY)
    app.key('alt+r')
    app.window(MAIN)
    wait(lambda: on_hand(COMES) == before + came - SENT_BACK, 'the good ones')
    receipt = [row for row in rows('receipts') if row['line'] == line['purchase'] + ' ' + COMES]
    assert [(float(row['good']), float(row['rejected']), row['why']) for row in receipt] == [
        (came - SENT_BACK, SENT_BACK, WHY)], receipt


def count(app):
    """a shelf is counted without knowing what should be there"""
    turn_to(app, 'Counts')
    tab_to(app, 'push button', '^_?Start Count…')
    app.key('Return')
    app.window('^Start Count$')
    app.settle()
    app.key('space', 'Home', 'Return')
    app.settle()
    app.key('alt+s')
    window = app.window(MAIN)
    window.find('label', '^%s$' % SHELF)
    window.find('label', '^0 of %d counted$' % len(FOUND))
    wait(lambda: window.find('text', '^Barcode or SKU$').has('focused'), 'the keyboard for a code')
    # A reader types the code; from there on Enter leads from one item to the next.
    app.type(FOUND[0][0])
    app.key('Return')
    for number, (_, found) in enumerate(FOUND, 1):
        app.settle()
        app.type(found)
        app.key('Return')
        window.find('label', '^%d of %d counted$' % (number, len(FOUND)))
    wait(lambda: window.find('text', '^Barcode or SKU$').has('focused'), 'the keyboard for a code')


def see_the_differences(app):
    """what differs is shown before anything is booked, and posted at once"""
    window = app.window(MAIN)
    before = counted_today()
    app.key('alt+d')
    window.find('push button', 'Post Differences')
    for words in ('^The books say 20 pcs: 2 pcs are missing', '^The books say 15 pcs: 1 pcs more'):
        window.find('label', words)
    assert counted_today() == before == []
    app.key('alt+p')
    wait(lambda: len(counted_today()) == 2, 'the differences')
    assert {(row['item'], row['quantity']) for row in counted_today()} == {
        ('JUN-06', '2.000'), ('REC-FI1', '1.000')}


def counted_today():
    return [row for row in rows('movements') if row['cause'] == 'count' and row['moved_on'] == TODAY]


def close_a_month(app):
    """the last month that is over is closed, once it was said what that means"""
    ask_to_close(app, '^Close the Books up to %s' % MONTH_END)
    app.key('alt+l')
    app.window(MAIN)
    # There is no other month to close.
    ask_to_close(app, '^The books are closed up to %s' % MONTH_END)
    app.key('Escape')
    app.window(MAIN)


def ask_to_close(app, answer):
    turn_to(app, 'Counts')
    if app.window(MAIN).all('push button', 'All Counts'):
        app.key('alt+a')
        app.settle()
    tab_to(app, 'push button', 'Close the Books…')
    app.key('Return')
    # What is added up first may show how far that is.
    wait(lambda: app.window('^(?!Hob)').all('label', answer), answer)


def open_it_again(app):
    """closing is undone by one key, and the month can be closed anew"""
    app.settle()
    app.key('ctrl+z')
    app.settle()
    ask_to_close(app, '^Close the Books up to %s' % MONTH_END)
    app.key('Escape')
    app.window(MAIN)
    # Nothing else was taken back.
    assert len(counted_today()) == 2


if __name__ == '__main__':
    # In the order of the lists, from which a key leads to the next one.
    walk((start, be_warned, refuse, take_for_that_day, receive, count, see_the_differences,
          close_a_month, open_it_again, leave))
