"""test-from-csv.py PROGRAM CLI: from a spreadsheet of numbers to a promise with a name and a date.

A firm's numbers are imported without a window; the window then shows their charts, a deviation and
an action are made from a point, undone, done again, and still there after a restart.
Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import os
import tempfile

from drive import App, wait
from walk import PROGRAM, cli, leave, tell

WEEKS = 97
NEWEST = datetime.date(2026, 11, 16)
INDICATORS = ('Orders', 'Days to ship', 'Orders late', 'Revenue')
FACT = 'Nobody packed on Thursday'
ACTION = 'Two people trained to pack'


def value(indicator, week):
    """Steady numbers that stay inside their limits, but for the newest week's late orders."""
    wave = (week * 7 + INDICATORS.index(indicator) * 3) % 5 - 2
    if indicator == 'Orders late' and week == WEEKS - 1:
        return '31'
    return {'Orders': '%d' % (40 + wave),
            'Days to ship': '%.1f' % (3 + wave / 10),
            'Orders late': '%d' % (6 + wave),
            'Revenue': '%.2f' % (18250.5 + 310.25 * wave)}[indicator]


def write_numbers(path):
    """The file that the firm's shop system would write: no name is known to Trastienda yet."""
    with open(path, 'w', encoding='utf-8') as numbers:
        numbers.write('indicator;date;value\n')
        for indicator in INDICATORS:
            for week in range(WEEKS):
                day = NEWEST - datetime.timedelta(weeks=WEEKS - 1 - week)
                numbers.write('%s;%s;%s\n' % (indicator, day, value(indicator, week)))


class Walk:
    """One firm's file, and the window on it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.company = os.path.join(self.folder, 'packers.trastienda')
        self.app = self.window = None

    def import_numbers(self):
        """numbers of unknown indicators are all taken, and come out again"""
        path = os.path.join(self.folder, 'numbers.csv')
        write_numbers(path)
        cli('new', self.company)
        said = cli('import', 'measurements', path, '--company', self.company, '--create')
        assert '%d new rows' % (WEEKS * len(INDICATORS)) in said and '0 refused rows' in said, said
        rows = cli('export', 'measurements', '--company', self.company).splitlines()
        assert len(rows) == 1 + WEEKS * len(INDICATORS), len(rows)
        assert 'Orders late,2026-11-16,31,,,0,0,' in rows, rows[-3:]

    def open_chart(self, row):
        """Enter on a name opens its chart."""
        self.window.find('table', '|'.join(INDICATORS)).click()
        self.app.key('ctrl+Home', 'Home', *['Down'] * row, 'Return')

    def show_every_chart(self):
        """each indicator has its chart"""
        self.app = App([PROGRAM, self.company])
        self.window = self.app.window('^packers$', seconds=60)
        self.app.key('alt+3')
        for row, indicator in enumerate(sorted(INDICATORS)):
            self.open_chart(row)
            self.window.find('image', '^%s' % indicator)
            self.app.key('Escape')

    def open_the_late_orders(self):
        """the newest point is unusual, and the sentence says how"""
        self.open_chart(sorted(INDICATORS).index('Orders late'))
        self.window.find('image', '^Orders late')
        self.window.find('label', '^Unusual: 31 this week, above the normal')

    def promise(self):
        """a deviation is made from the point, and an action that answers it"""
        self.app.key('ctrl+d')
        self.window.find('label', '^D-1, Open')
        self.app.settle()
        self.window.find('text', '^Fact$').click()
        self.app.key('ctrl+a')
        self.app.type(FACT)
        self.app.key('ctrl+Return')
        wait(lambda: self.exported('deviations', FACT), 'the fact is in the file')
        self.window.find('push button', '^_Add Action', shown=False).do()
        dialog = self.app.window('^New Action$')
        dialog.find('text', 'Action|Title|done').click()
        self.app.type(ACTION)
        dialog.find('push button', '^_Add').do()
        self.window.find('label', '^%s$' % ACTION, shown=False)
        wait(lambda: self.exported('actions', ACTION), 'the action is in the file')

    def exported(self, kind, text):
        """Whether another program finds it in the file."""
        return text in cli('export', kind, '--company', self.company)

    def undo_and_redo(self):
        """both are undone, and done again"""
        self.app.key('alt+2')
        for known in (lambda: not self.exported('actions', ACTION),
                      lambda: not self.exported('deviations', FACT)):
            self.window.find('push button', '^Undo').do()
            wait(known, 'it is undone')
        for known in (lambda: self.exported('deviations', FACT),
                      lambda: self.exported('actions', ACTION)):
            # The file knows of an edit before the window does.
            self.app.settle()
            self.app.key('ctrl+shift+z')
            wait(known, 'it is done again')

    def restart(self):
        """after a restart both are there"""
        leave(self.app)
        self.app = App([PROGRAM, self.company])
        self.window = self.app.window('^packers$', seconds=60)
        self.app.key('alt+2')
        self.window.find('table cell|list item|label', ACTION, shown=False)
        self.app.key('alt+3')
        self.window.find('page tab', '^Deviations').do()
        self.window.find('table cell|list item|label', FACT, shown=False)
        leave(self.app)


if __name__ == '__main__':
    walk = Walk()
    tell((walk.import_numbers, walk.show_every_chart, walk.open_the_late_orders, walk.promise,
          walk.undo_and_redo, walk.restart))
