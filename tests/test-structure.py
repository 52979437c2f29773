#!/usr/bin/python3
"""test-structure.py CHECK-STRUCTURE: its rule about floating point finds what it is for.

Speaks TAP. A rule that never fails says nothing.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
LOADER = importlib.machinery.SourceFileLoader('structure', sys.argv[1])
STRUCTURE = importlib.util.module_from_spec(importlib.util.spec_from_loader('structure', LOADER))
LOADER.exec_module(STRUCTURE)

FLOATING = (
    'double price;', 'static float part;', 'gdouble sum = 0;', 'x = g_ascii_strtod (text, NULL);',
    'x = strtod (text, NULL);', 'x = atof (text);', 'g_strdup_printf ("%f", x);',
    'g_strdup_printf ("%.2f €", x);', 'g_strdup_printf ("%8.3g", x);', '#include <math.h>',
    'x = quantity * 0.5;', 'x = 1e3 * quantity;', 'x = .5 * quantity;', 'x = 100. * quantity;',
    '"SELECT CAST (quantity AS DOUBLE PRECISION) FROM movement"', '"price REAL"', 'x = NAN;',
    'TRAS_FIELD (TrasItem, price, REAL, 0, NULL),',
)
WHOLE = (
    'gint64 price;', '/* double, 0.5 and %f are words here */', '"%s and %d of %u"',
    'x = quantity * 1000;', 'x = 0xE1;', 'g_object_new (type, "xalign", 0.0, NULL);',
    'doubled = 2 * price;', '"100 % of it"', '"Version 1.2 of 3.5 pages"', 'really_floating ();',
    'row->double_click = TRUE;',
)


def check_texts():
    """floating point is found in each way to write it, and nothing else is taken for it"""
    for text in FLOATING:
        assert list(STRUCTURE.floating(text)), 'not found: %s' % text
    for text in WHOLE:
        assert not list(STRUCTURE.floating(text)), 'found: %s' % text
    assert [line for line, _ in STRUCTURE.floating('int x;\n/* a\n b */\ndouble y;\n')] == [4]


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def problems(files):
    """What the rule says of a source of these files beside one for each of its patterns."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for pattern in STRUCTURE.EXACT:
            write(root, pattern.replace('*', '-any') + '.c', 'int x;\n')
        for name in STRUCTURE.INEXACT:
            write(root, name, 'double x;\n')
        for name, text in files.items():
            write(root, name, text)
        STRUCTURE.ROOT = root
        return list(STRUCTURE.check_exact())


def check_files():
    """a file that works with money is named, with its line; one that is excepted is not"""
    assert not problems({})
    assert problems({'src/model/tras-sale-odd.c': 'int x;\ndouble price;\n'}) == [
        'src/model/tras-sale-odd.c:2: double']
    assert problems({'src/ui/stock/tras-odd.h': 'float part;\n'}) == ['src/ui/stock/tras-odd.h:1: float']
    assert not problems({'src/model/tras-meeting.c': 'double mean;\n'})


def check_exceptions():
    """an exception that nothing needs any more is told, and a pattern without files"""
    name = next(iter(STRUCTURE.INEXACT))
    assert problems({name: 'int x;\n'}) == ['%s needs no exception any more' % name]
    STRUCTURE.INEXACT['src/core/tras-date.c'] = 'a test'
    assert problems({}) == ['the exception src/core/tras-date.c is none of these files']
    del STRUCTURE.INEXACT['src/core/tras-date.c']


def check_tables():
    """no column of the ledger may be REAL, in a table or added to one"""
    for sql in ('CREATE TABLE movement (\n  quantity REAL\n) STRICT;',
                'ALTER TABLE sale ADD COLUMN discount DOUBLE PRECISION;'):
        assert problems({'resources/sql/0001.sql': '-- first\n' + sql}) == [
            'resources/sql/0001.sql:2: %s' % sql.split()[2]]
    assert not problems({'resources/sql/0001.sql': 'CREATE TABLE measurement (value REAL);'})


def main():
    checks = (check_texts, check_files, check_exceptions, check_tables)
    print('1..%d' % len(checks))
    for number, check in enumerate(checks, 1):
        check()
        print('ok %d %s' % (number, check.__doc__))


if __name__ == '__main__':
    main()
