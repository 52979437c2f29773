#!/usr/bin/python3
"""test-cli.py PROGRAM: the command line as scripts use it. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import decimal
import fcntl
import io
import json
import os
import pathlib
import pty
import re
import sqlite3
import subprocess
import sys
import tempfile
import termios

PROGRAM = sys.argv[1]
DATA = os.environ.get('TRASTIENDA_SHARED_DATA')


class Skip(Exception):
    pass


def run(*words, status=0):
    """Runs the program; returns what it wrote to standard output and to standard error."""
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, timeout=120)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == status, '%s: %d, not %d\n%s%s' % (
        ' '.join(map(str, words)), done.returncode, status, out, err)
    return out, err


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline='')))


def data(*names):
    if not DATA:
        raise Skip('no folder with real data')
    return pathlib.Path(DATA, *names)


def export(kind, company):
    return rows(run('export', kind, '--company', company)[0])


def new(folder, *words):
    company = folder / 'firm.trastienda'
    run('new', company, *words)
    return company


def write(folder, text, name='in.csv', encoding='utf-8'):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def state(company):
    """Everything in the file, but for when it was done."""
    with sqlite3.connect('file:%s?mode=ro' % company, uri=True) as db:
        tables = [name for name, in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND name NOT IN ('edit', 'edit_change') ORDER BY name")]
        return {table: sorted(map(repr, db.execute('SELECT * FROM ' + table))) for table in tables}


def test_usage(folder):
    """the wrong words are told, with 2"""
    company = new(folder)
    source = write(folder, 'name\nShop\n')
    for words in [(), ('fly',), ('new',), ('new', 'a', 'b'), ('export', 'clouds', '--company', 'x'),
                  ('export', 'areas'), ('import', 'areas', source),
                  ('import', 'verdicts', source, '--company', company),
                  ('import', 'areas', source, '--company', company, '--delimiter', ';;'),
                  ('import', 'areas', source, '--company', company, '--decimal', 'x'),
                  ('import', 'areas', source, '--company', company, '--encoding', 'klingon'),
                  ('import', 'areas', source, '--company', company, '--date-order', 'dym'),
                  ('import', 'areas', source, '--company', company, '--colour'),
                  ('export', 'areas', '--company', company, '--date', '2026-11-21'),
                  ('export', 'skill-gaps', '--company', company, '--date', '21.11.2026'),
                  ('backup', company), ('new', folder / 'x', '--language', 'la')]:
        out, err = run(*words, status=2)
        assert out == '' and err.startswith('trastienda-cli: ') and '--help' in err, (words, err)


def test_help(folder):
    """--help and --version, and what the manual says of options"""
    out, err = run('--version')
    assert re.fullmatch(r'trastienda-cli \d+\.\d+\.\d+\n', out) and err == ''
    out, err = run('--help')
    commands = re.findall(r'^  trastienda-cli (\w+)', out, re.M)
    assert set(commands) == {'new', 'import', 'export', 'erase', 'report', 'chart', 'check',
                             'backup', 'undo', 'log'}
    manual = pathlib.Path(__file__).parent / '../../data/man/trastienda-cli.1'
    synopsis = manual.read_text().split('.SH DESCRIPTION')[0].replace('\\-', '-')
    sections = re.split(r'\n\.PP\n', synopsis.split('.SH SYNOPSIS')[1])
    documented = {}
    for section in sections:
        command = re.search(r'\.B trastienda-cli (\w+)', section)[1]
        documented.setdefault(command, set()).update(re.findall(r'--[a-z-]+', section))
    assert set(commands) == set(documented), (commands, documented)
    for command in commands:
        words = [command, '--help']
        out, err = run(*words)
        assert set(re.findall(r'^  (?:-\w, )?(--[a-z-]+)', out, re.M)) - {'--help'} == \
            documented[command], (command, out)


def test_errors(folder):
    """what cannot be done is told, with 1, and leaves things alone"""
    company = new(folder)
    before = company.read_bytes()
    foreign = write(folder, 'name\nShop\n')
    for words in [('new', company), ('check', folder / 'none'), ('check', foreign),
                  ('import', 'areas', folder / 'none', '--company', company),
                  ('import', 'areas', foreign, '--company', foreign),
                  ('import', 'people', foreign, '--company', company),
                  ('import', 'areas', write(folder, '', 'empty'), '--company', company),
                  ('import', 'areas', write(folder, 'name\n"Shop\n', 'open'), '--company', company),
                  ('export', 'areas', '--company', foreign),
                  ('export', 'areas', '--company', company, '--output', folder / 'no' / 'no.csv'),
                  ('backup', company, '--output', foreign)]:
        out, err = run(*words, status=1)
        assert err.startswith('trastienda-cli: '), (words, err)
    assert company.read_bytes() == before
    assert foreign.read_text() == 'name\nShop\n'


def test_new(folder):
    """a new company is private, whole and in the language that was asked for"""
    company = new(folder, '--language', 'en')
    assert company.stat().st_mode & 0o777 == 0o600
    assert export('firm', company)[0]['name'] == 'firm'
    assert {row['kind'] for row in export('locations', company)} >= {'inside', 'supplier', 'adjust'}
    run('check', company)


def test_import(folder):
    """refused rows are told, with 3; a dry run and a refused import change nothing"""
    company = new(folder)
    before = state(company)
    good = ''.join('Ána %d;%d/02/2020;\n' % (day, day) for day in range(1, 29))
    head = 'name;hired_on;email\nÁna;13/02/2020;a@b\nBob;31/02/2020;\n;14/02/2020;\n'
    source = write(folder, head + good, encoding='cp1252')
    words = ('import', 'people', source, '--company', company)
    for more in [(), ('--dry-run',), ('--dry-run', '--partial')]:
        out, err = run(*words, *more, status=3)
        assert 'Windows-1252' in out and 'semicolons' in out and 'day, month, year' in out, out
        assert 'in.csv, line 3, column hired_on, value “31/02/2020”: “31/02/2020” is not a date.' in err
        assert 'in.csv, line 4, column name' in err
        assert 'Nothing was changed' in out + err
        assert state(company) == before
    err = run(*words, '--partial', status=3)[1]
    assert 'Nothing was changed' not in err
    taken = [(row['name'], row['hired_on']) for row in export('people', company)]
    assert taken[0] == ('Ána', '2020-02-13') and len(taken) == 29, taken


def test_options(folder):
    """what is given is not guessed"""
    company = new(folder)
    source = write(folder, 'name|hired_on\nAna|01/02/2020\n')
    run('import', 'people', source, '--company', company, '--delimiter', '|', '--date-order', 'mdy')
    assert export('people', company)[0]['hired_on'] == '2020-01-02'
    source = write(folder, 'sku\tname\tprice\nA\tA\t1,234\n')
    run('import', 'items', source, '--company', company, '--delimiter', 'tab', '--decimal', '.')
    assert export('items', company)[0]['price'] == '1234.00'
    source = write(folder, 'name\nß\n', encoding='cp1252')
    run('import', 'suppliers', source, '--company', company, '--encoding', 'windows-1252')
    assert export('suppliers', company)[0]['name'] == 'ß'


def test_pictures(folder):
    """the review is a PDF, a chart whatever its file's name ends in; without numbers, 1"""
    company = new(folder)
    report = ('report', 'review', '--company', company, '--output', folder / 'review.pdf')
    run(*report, status=1)
    source = write(folder, 'indicator,date,value\n' + ''.join(
        'Sales,2026-%02d-%02d,%d\n' % (month, day, month * day)
        for month in range(1, 7) for day in (1, 8, 15, 22)))
    run('import', 'measurements', source, '--company', company, '--create')
    run(*report)
    assert (folder / 'review.pdf').read_bytes().startswith(b'%PDF')
    run(*report, '--week', '2026-W10', '--language', 'es')
    run(*report, '--week', '2026-10', status=2)
    run(*report, '--language', 'la', status=2)
    card = ('report', 'scorecard', '--company', company, '--output', folder / 'card.pdf')
    run(*card)
    assert (folder / 'card.pdf').read_bytes().startswith(b'%PDF')
    run(*card, '--week', '2026-W10', '--language', 'es')
    run(*card, '--week', '2026-W99', status=2)
    run('report', 'minutes', '--company', company, '--output', folder / 'x.pdf', status=1)
    run('report', 'weather', '--company', company, '--output', folder / 'x.pdf', status=2)
    for end, begin in [('svg', b'<?xml'), ('PNG', b'\x89PNG'), ('pdf', b'%PDF')]:
        chart = folder / ('chart.' + end)
        run('chart', 'Sales', '--company', company, '--output', chart, '--from', '2026-02-01')
        assert chart.read_bytes().startswith(begin), end
    words = ('chart', 'Sales', '--company', company, '--output')
    run(*words, folder / 'chart.gif', status=2)
    run(*words, folder / 'chart.svg', '--to', '1.2.2026', status=2)
    run('chart', 'Salt', '--company', company, '--output', folder / 'x.svg', status=1)
    assert not (folder / 'x.svg').exists()


def test_undo(folder):
    """an import is one edit; undo takes it back with all that was made, and the log knows"""
    company = new(folder)
    before = state(company)
    source = write(folder, 'indicator,date,value\nx,2026-01-05,1\ny,2026-01-05,2\n')
    run('import', 'measurements', source, '--company', company, '--create')
    after = state(company)
    assert after != before
    assert 'Import: Measurements' in run('undo', company)[0]
    assert state(company) == before
    log = [line.split('\t') for line in run('log', company)[0].splitlines()]
    assert [line[3] for line in log] == ['Undo: Import: Measurements', 'Import: Measurements',
                                         'New firm'], log
    assert [int(line[0]) for line in log] == [3, 2, 1]
    assert all(re.fullmatch(r'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d', line[1]) for line in log)
    run('check', company)


def test_backup(folder):
    """a backup is the same company"""
    company = new(folder)
    copy = folder / 'copy.trastienda'
    run('backup', company, '--output', copy)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert state(copy) == state(company)
    run('check', copy)


def test_check(folder):
    """check finds what is wrong"""
    company = new(folder)
    with sqlite3.connect(company) as db:
        db.execute('DROP TRIGGER movement_closed')
    run('check', company, status=1)
    other = folder / 'other.trastienda'
    run('new', other)
    with sqlite3.connect(other) as db:
        db.create_function('tras_edit', 0, lambda: 1)
        db.create_function('tras_literals', -1, lambda *values: repr(values))
        db.execute('UPDATE area SET parent_id = 99')
    db.close()
    assert 'area' in run('check', other, status=1)[1]


def test_output(folder):
    """an output file is written whole; standard output is the same bytes"""
    company = new(folder)
    output = folder / 'out.csv'
    run('export', 'locations', '--company', company, '--output', output)
    assert output.read_bytes().decode() == run('export', 'locations', '--company', company)[0]


def test_date(folder):
    """skill-gaps and certificates are seen from the day that is asked for"""
    company = new(folder)
    for kind, text in [('people', 'name,hired_on\nAna,2020-01-01\n'), ('skills', 'name\nTill\n'),
                       ('skill-marks', 'person,skill,level,marked_on,expires_on,how\n'
                                       'Ana,Till,2,2020-01-02,2021-01-02,certificate\n')]:
        run('import', kind, write(folder, text), '--company', company)
    for date, state in [('2020-06-01', 'valid'), ('2021-06-01', 'expired')]:
        out = run('export', 'certificates', '--company', company, '--date', date)[0]
        assert [row['state'] for row in rows(out)] == [state], out
    assert 'Till' not in run('export', 'certificates', '--company', company, '--date',
                             '2020-01-01')[0]


def test_past_stock(folder):
    """stock of a past day is what the ledger says of its evening; a day ahead is refused"""
    os.environ['TRASTIENDA_TODAY'] = '2026-11-21'
    try:
        check_past_stock(folder)
    finally:
        del os.environ['TRASTIENDA_TODAY']


def check_past_stock(folder):
    company = new(folder, '--sample')
    ledger, now = export('ledger', company), export('stock', company)
    days = sorted({row['date'] for row in ledger})
    with sqlite3.connect('file:%s?mode=ro' % company, uri=True) as db:
        closed = [day for day, in db.execute('SELECT closed_to FROM closing ORDER BY closed_to')]
    assert days[0] < closed[0] < closed[-1] < days[-1], (closed, days)
    # Before the books were ever closed, on days that a closing begins with, and behind all of them.
    for day in [days[0], days[len(days) // 2], closed[0], closed[-1], '2026-11-20']:
        last = {row['sku']: row for row in ledger if row['date'] <= day}
        past = rows(run('export', 'stock', '--company', company, '--date', day)[0])
        assert {row['sku'] for row in past} == {row['sku'] for row in now}
        for row in past:
            said = last.get(row['sku'], {'balance': '0.000', 'average_cost': '0.0000'})
            assert row['on_hand'] == said['balance'], (day, row, said)
            assert row['average_cost'] == said['average_cost'], (day, row, said)
            value = (decimal.Decimal(said['balance']) * decimal.Decimal(said['average_cost'])
                     ).quantize(decimal.Decimal('0.01'), decimal.ROUND_HALF_UP)
            assert decimal.Decimal(row['value']) == value, (day, row, said)
            assert not any(row[name] for name in ('reserved', 'available', 'due_in', 'projected'))
        if day < closed[-1]:
            assert ([row['on_hand'] for row in past] != [row['on_hand'] for row in now]), day

    output = write(folder, 'as it was', 'out.csv')
    out, err = run('export', 'stock', '--company', company, '--date', '2099-01-01',
                   '--output', output, status=1)
    assert out == '' and 'The day lies ahead' in err, err
    assert output.read_text() == 'as it was'


def test_formulas(folder):
    """what a spreadsheet would take for a formula goes out as text, and comes back as it was"""
    company, other = new(folder), folder / 'other.trastienda'
    names = ['=1+1', '+cmd|x', '@foo', '-bar', '\tTab', "'=quoted", "''", "'plain", 'two\nlines',
             'a "b"', 'a;b,c', '=two\r\nlines', ' blank', 'ÑÁ€', '﻿x', '1/2/2020', '007']
    source = folder / 'in.csv'
    with source.open('w', encoding='utf-8', newline='') as file:
        # Only what is marked as text is taken for less than it says.
        csv.writer(file).writerows([['name', 'lead_days']] + [
            ["'" + name if name[0] == "'" and name[1:2] in tuple('=+-@\t\r') else name, i]
            for i, name in enumerate(names)])
    run('import', 'suppliers', source, '--company', company)
    with sqlite3.connect('file:%s?mode=ro' % company, uri=True) as db:
        stored = [name for name, in db.execute('SELECT name FROM supplier ORDER BY lead_days')]
    assert stored == names, stored
    out = run('export', 'suppliers', '--company', company)[0]
    assert not [row['name'] for row in rows(out) if row['name'][0] in '=+-@\t\r']
    run('new', other)
    run('import', 'suppliers', write(folder, out), '--company', other)
    assert run('export', 'suppliers', '--company', other)[0] == out


def test_hostile(folder):
    """files that are none, numbers that are none, words in the wrong place: told, and nothing done"""
    company = new(folder)
    before = state(company)
    area = ('import', 'areas', '--company', company)
    for content, status in [(b'name\n\0\0\n', 1), (b'name,name\na,b\n', 1), (b'name,colour\na,b\n', 1),
                            (bytes(range(256)) * 500, 1), (b'\n\n\n', 1), (b'name\nA\nA\n', 3),
                            (b'name,parent\nP,Q\nQ,P\n', 3)]:
        source = folder / 'in.csv'
        source.write_bytes(content)
        done = subprocess.run([PROGRAM, *map(str, area), str(source)], capture_output=True)
        assert done.returncode == status and done.stderr, (content[:40], done)
        assert state(company) == before
    source = write(folder, 'indicator,date,value\n' + ''.join(
        'X,%s\n' % row for row in ['2026-01-05,1e400', '2026-01-12,NaN', '2026-01-19,inf',
                                   '2026-01-26,0x10', '2026-02-30,1', '10000-01-01,1',
                                   '2026-02-09,--1']))
    err = run('import', 'measurements', source, '--company', company, '--create', status=3)[1]
    assert [int(line) for line in re.findall(r'in.csv, line (\d+)', err)] == list(range(2, 9)), err
    source = write(folder, 'sku,name,price\nA,A,99999999999999999999\nB,B,1.005\n')
    run('import', 'items', source, '--company', company, status=3)
    assert state(company) == before
    chart = ('chart', 'X', '--company', company, '--output', folder / 'x.svg')
    run(*chart, '--from', '2027-01-01', '--to', '2026-01-01', status=2)
    run('export', 'areas', '--company', company, '--output', '/dev/full', status=1)
    for week in ('2026-W54', '2026-W00', '0000-W01', 'W1'):
        run('report', 'review', '--company', company, '--week', week, '--output', folder / 'x.pdf',
            status=2)
    run('undo', company, status=1)      # What a company starts with stays.
    run('import', 'areas', source, '--company', company, '--delimiter', '', status=2)
    assert state(company) == before


def test_private(folder):
    """whatever is written can be read by its owner only, also with a mask that hides nothing"""
    mask = os.umask(0)
    try:
        company = new(folder)
        source = write(folder, 'indicator,date,value\nSales,2026-01-05,1\nSales,2026-01-12,2\n')
        run('import', 'measurements', source, '--company', company, '--create')
        made = {name: folder / name for name in ('a.csv', 'b.pdf', 'c.svg', 'd.trastienda')}
        run('export', 'areas', '--company', company, '--output', made['a.csv'])
        run('report', 'review', '--company', company, '--output', made['b.pdf'])
        run('chart', 'Sales', '--company', company, '--output', made['c.svg'])
        run('backup', company, '--output', made['d.trastienda'])
    finally:
        os.umask(mask)
    for path in [company, *made.values()]:
        assert path.stat().st_mode & 0o777 == 0o600, path
    backups = pathlib.Path(os.environ['XDG_DATA_HOME'], 'trastienda', 'backups')
    for path in backups.rglob('*'):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_person(folder):
    """a person whole as JSON (tras-export-person.c) and PDF (tras-person-report.c), and erased"""
    company = new(folder, '--sample', '--language', 'es')
    pages = folder / 'person.pdf'
    words = ['export', 'person-file', '--company', company]
    run(*words, status=2)
    run(*words, '--person', 'nobody', status=1)
    out, err = run(*words, '--person', 'E030')
    everything = json.loads(out)
    person = everything['person']
    assert person['code'] == 'E030' and person['erased_on'] is None
    parts = {(part['table'], part['by']): part['rows'] for part in everything['records']}
    assert all(row['person_id'] == person['id'] for row in parts['absence', 'person_id'])
    assert everything['fields']['hired_on'] == 'Hired' and everything['edits']
    values = {(value['field'], value['before'], value['after'])
              for edit in everything['edits'] for change in edit['changes']
              if change['table'] == 'person' for value in change['values']}
    assert ('name', None, person['name']) in values
    run(*words, '--person', 'E030', '--output', pages)
    assert pages.read_bytes().startswith(b'%PDF')

    name = person['name'].encode()
    absences = export('absences', company)
    run('erase', company, '--person', 'E001', '--yes', status=3)
    out, err = run('erase', company, '--person', 'E030')
    assert 'Nothing was erased' in out and name in company.read_bytes()
    out, err = run('erase', company, '--person', 'E030', '--yes')
    assert out.endswith('Erased: E030\n') and name not in company.read_bytes()
    out, err = run(*words, '--person', 'E030')
    assert json.loads(out)['person']['name'] == 'Person %d' % person['id']
    assert len(export('absences', company)) == len(absences)
    run('erase', company, '--person', 'E030', '--yes', status=3)


def test_killed(folder):
    """a command that is killed in the middle leaves the company as it was, for readers too"""
    company = new(folder)
    before = state(company)
    source = write(folder, 'sku,name\n' + ''.join('S%d,Item %d\n' % (i, i) for i in range(30000)))
    for seconds in (.05, .15, .3, .45, .6):
        import_ = subprocess.Popen([PROGRAM, 'import', 'items', str(source), '--company',
                                    str(company)], stderr=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL)
        try:
            import_.wait(seconds)
        except subprocess.TimeoutExpired:
            import_.kill()
            import_.wait()
        n_items = len(export('items', company))
        assert n_items in (0, 30000), n_items
        run('check', company)
        if n_items == 0:
            assert state(company) == before
        else:
            run('undo', company)
            assert not export('items', company)
            break


def interrupt(folder, *words):
    """Runs the program on a terminal and presses Ctrl-C as soon as it says how far it is; returns
    its exit code and what it wrote."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen([PROGRAM, *map(str, words)], stdin=theirs, stdout=theirs,
                               stderr=theirs, start_new_session=True,
                               preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
    os.close(theirs)
    text = ''
    pressed = False
    while True:
        try:
            piece = os.read(ours, 65536).decode()
        except OSError:
            break
        text += piece
        if not pressed and re.search(r'[1-9][\d,.]* of [\d,.]+ rows', text):
            os.write(ours, b'\x03')
            pressed = True
    os.close(ours)
    return program.wait(120), text


def test_interrupted(folder):
    """on a terminal rows are counted along; Ctrl-C ends an import and an undo with nothing changed"""
    company = new(folder)
    before = state(company)
    source = write(folder, 'sku,name\n' +
                   ''.join('S%d,Item %d\n' % (i, i) for i in range(200000)))
    status, text = interrupt(folder, 'import', 'items', source, '--company', company)
    assert status == 130, (status, text)
    assert 'Nothing was changed, since it was interrupted.' in text, text
    assert state(company) == before
    run('check', company)

    out, err = run('import', 'items', source, '--company', company)
    assert '200000 new rows' in out and 'of 200' not in err, err
    before = state(company)
    status, text = interrupt(folder, 'undo', company)
    assert status == 130, (status, text)
    assert state(company) == before


def test_northwind(folder):
    """the weekly numbers of Northwind: 388 rows, none refused, the same numbers out, four verdicts"""
    source = data('northwind', 'weekly_indicators_1996.csv')
    company = new(folder)
    out = run('import', 'measurements', source, '--company', company, '--create')[0]
    assert '388 new rows' in out and '0 refused rows' in out, out
    given = rows(source.read_text())
    taken = export('measurements', company)
    assert len(taken) == 388
    assert sorted((row['indicator'], row['date'], float(row['value'])) for row in given) == \
        sorted((row['indicator'], row['date'], float(row['value'])) for row in taken)
    assert {row['every'] for row in export('indicators', company)} == {'week'}

    verdicts = export('verdicts', company)
    assert len(verdicts) == 388
    assert len({row['indicator'] for row in verdicts}) == 4
    for name in {row['indicator'] for row in verdicts}:
        points = sorted((row for row in verdicts if row['indicator'] == name),
                        key=lambda row: row['period'])
        values = [float(row['value']) for row in points[:20]]
        center = sum(values) / 20
        width = 2.66 * sum(abs(a - b) for a, b in zip(values, values[1:])) / 19
        for row in points:
            assert abs(float(row['center']) - center) < 1e-6
            assert abs(float(row['lower']) - (center - width)) < 1e-6
            assert abs(float(row['upper']) - (center + width)) < 1e-6
            beyond = abs(float(row['value']) - center) > width + 1e-6
            assert ('LIMIT' in row['rules'].split()) == beyond, row
            assert (row['variation'] == 'common') == (row['rules'] == ''), row

    out = run('import', 'measurements', source, '--company', company)[0]
    assert '388 rows as they were' in out and len(run('log', company)[0].splitlines()) == 2
    run('check', company)


def test_northwind_orders(folder):
    """830 past orders of Northwind: the weekly numbers that were computed from them elsewhere"""
    source = data('northwind')
    company = new(folder)

    def given(name):
        return rows((source / name).read_text())

    def take(kind, columns, records):
        out = io.StringIO(newline='')
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows(dict(zip(columns, record)) for record in records)
        return run('import', kind, write(folder, out.getvalue(), kind + '.csv'),
                   '--company', company)[0]

    orders, products = given('orders.csv'), given('products.csv')
    names = {order['CustomerID']: order['ShipName'] for order in orders}
    take('items', ['sku', 'name', 'price'],
         [(row['ProductID'], row['ProductName'], row['UnitPrice']) for row in products])
    take('movements', ['item', 'from', 'to', 'quantity', 'moved_on', 'cause'],
         [(row['ProductID'], 'Suppliers', 'Warehouse', row['UnitsInStock'], '1998-05-06', 'opening')
          for row in products if row['UnitsInStock'] != '0'])
    take('customers', ['code', 'name'], names.items())
    stock = export('stock', company)

    # What was never shipped is nobody's promise any more.
    out = take('sales', ['code', 'customer', 'taken_on', 'promised_on', 'shipped_on', 'state'],
               [(order['OrderID'], order['CustomerID'], order['OrderDate'], order['RequiredDate'],
                 order['ShippedDate'], 'closed' if order['ShippedDate'] else 'cancelled')
                for order in orders])
    assert '830 new rows' in out and '0 refused rows' in out, out
    out = take('sale-lines', ['sale', 'item', 'quantity', 'price'],
               [(row['OrderID'], row['ProductID'], row['Quantity'], row['UnitPrice'])
                for row in given('order_details.csv')])
    assert '2155 new rows' in out and '0 refused rows' in out, out
    assert export('stock', company) == stock
    assert {row['sku']: row['available'] for row in export('available', company)} == \
        {row['sku']: row['on_hand'] for row in stock}

    feeds = {'orders_per_week': 'sales.orders', 'median_days_to_ship': 'sales.days-to-ship',
             'late_share_pct': 'sales.late-share'}
    run('import', 'areas', write(folder, 'name\nSales\n'), '--company', company)
    run('import', 'people', write(folder, 'name,hired_on\nAna,1990-01-01\n'), '--company', company)
    take('indicators', ['name', 'area', 'owner', 'question', 'definition', 'unit', 'family',
                        'better', 'every', 'roll', 'source', 'starts_on'],
         [(name, 'Sales', 'Ana', '?', '?', 'u', 'customer', 'down', 'week', 'last', feed,
           '1996-07-01') for name, feed in feeds.items()])
    found = {(row['indicator'], row['period']): float(row['value'])
             for row in export('verdicts', company) if row['value']}
    expected = [row for row in given('weekly_indicators_1996.csv') if row['indicator'] in feeds]
    assert len(expected) == 3 * 97
    for row in expected:
        value = found[row['indicator'], row['date']]
        assert abs(value - float(row['value'])) < 0.00005, (row, value)
    run('check', company)


def test_call_centre(folder):
    """the daily numbers of a call centre: daily indicators"""
    source = data('call-centre', 'call_centre_daily.csv')
    company = new(folder)
    out = run('import', 'measurements', source, '--company', company, '--create')[0]
    given = rows(source.read_text())
    assert '%d new rows' % len(given) in out and '0 refused rows' in out, out
    assert {row['every'] for row in export('indicators', company)} == {'day'}
    assert sorted((row['indicator'], row['date'], float(row['value'])) for row in given) == \
        sorted((row['indicator'], row['date'], float(row['value']))
               for row in export('measurements', company))


def test_sample(folder):
    """the sample company has minutes; out and into a new file, it is the same for every kind"""
    company = new(folder, '--sample', '--language', 'es')
    run('report', 'minutes', '--company', company, '--language', 'it', '--output', folder / 'm.pdf')
    assert (folder / 'm.pdf').read_bytes().startswith(b'%PDF')
    run('report', 'minutes', '--company', company, '--area', 'Nada', '--output', folder / 'x.pdf',
        status=1)
    run('report', 'promises', '--company', company, '--output', folder / 'm.ics')
    assert (folder / 'm.ics').read_bytes().count(b'BEGIN:VEVENT') >= 4
    run('report', 'calendar', '--company', company, '--output', folder / 'c.ics')
    calendar = (folder / 'c.ics').read_text()
    due = [row for row in export('actions', company) if row['state'] in ('open', 'blocked')]
    assert calendar.count('BEGIN:VEVENT') == len(due) > 20
    people = [row['name'] for row in export('people', company)]
    assert not any('(%s' % name in calendar for name in people)
    run('report', 'calendar', '--company', company, '--names', '--output', folder / 'c.ics')
    named = (folder / 'c.ics').read_text().replace('\n ', '')
    assert any('(%s' % name in named for name in people)
    copy = folder / 'copy.trastienda'
    run('new', copy, '--language', 'en')
    begun = {kind: export(kind, copy) for kind in ['areas', 'locations', 'absence-kinds']}
    manual = (pathlib.Path(__file__).parent / '../../data/man/trastienda-cli.1').read_text()
    kinds = [kind.replace('\\-', '-') for kind in re.findall(
        r'^\.TP\n\.B ([a-z\\-]+)\n[\w[]', manual.split('.SH KINDS')[1].split('.SS "That can only')[0],
        re.M)]
    assert len(kinds) >= 23, kinds
    order = ['firm', 'areas', 'roles', 'people', 'posts', 'indicators', 'measurements', 'goals',
             'targets', 'deviations', 'experiments', 'reviews', 'attendances', 'decisions',
             'segments', 'actions', 'action-needs', 'dependencies', 'review-items', 'suppliers',
             'items', 'locations', 'movements']
    total = 0
    for kind in sorted(kinds, key=lambda kind: order.index(kind) if kind in order else 99):
        out = run('export', kind, '--company', company)[0]
        source = folder / 'kind.csv'
        source.write_bytes(out.encode())
        run('import', kind, source, '--company', copy)
        # What a new company begins with is still there.
        taken = [row for row in export(kind, copy) if row not in begun.get(kind, [])]
        assert taken == [row for row in rows(out) if row not in begun.get(kind, [])], kind
        total += len(rows(out))
    assert total > 5000, total
    assert export('verdicts', copy) == export('verdicts', company)
    # Purchases under way and reservations are no kinds.
    assert [(row['sku'], row['on_hand'], row['average_cost']) for row in export('stock', copy)] == \
        [(row['sku'], row['on_hand'], row['average_cost']) for row in export('stock', company)]
    run('check', copy)


def test_northwind_to_buy(folder):
    """Northwind's suppliers and stock: what to buy is what its levels say, by the rule and no more"""
    suppliers = rows(data('northwind', 'suppliers.csv').read_text())
    products = rows(data('northwind', 'products.csv').read_text())
    names = {row['SupplierID']: row['CompanyName'] for row in suppliers}
    company = new(folder)

    def take(kind, header, lines):
        path = folder / (kind + '.csv')
        with path.open('w', newline='') as stream:
            csv.writer(stream).writerows([header, *lines])
        out = run('import', kind, path, '--company', company)[0]
        assert '%d new row' % len(lines) in out and '0 refused rows' in out, out

    take('suppliers', ['name', 'contact'],
         [[row['CompanyName'], row['ContactName'] + '\n' + row['Phone']] for row in suppliers])
    take('items', ['sku', 'name', 'supplier', 'price', 'reorder_at', 'active'],
         [[row['ProductID'], row['ProductName'], names.get(row['SupplierID'], ''), row['UnitPrice'],
           row['ReorderLevel'], 1 - int(row['Discontinued'])] for row in products])
    places = {row['kind']: row['name'] for row in reversed(export('locations', company))}
    take('movements', ['item', 'from', 'to', 'quantity', 'moved_on', 'cause'],
         [[row['ProductID'], places['adjust'], places['inside'], row['UnitsInStock'], '1998-05-06',
           'opening'] for row in products if int(row['UnitsInStock']) > 0])
    due = [row for row in products if int(row['UnitsOnOrder']) > 0]
    assert due
    take('purchases', ['code', 'supplier', 'state', 'made_on', 'sent_on'],
         [['N' + row['ProductID'], names[row['SupplierID']], 'sent', '1998-05-06', '1998-05-06']
          for row in due])
    take('purchase-lines', ['purchase', 'item', 'quantity', 'unit'],
         [['N' + row['ProductID'], row['ProductID'], row['UnitsOnOrder'], 'u'] for row in due])

    low = {}
    for row in products:
        projected = int(row['UnitsInStock']) + int(row['UnitsOnOrder'])
        missing = int(row['ReorderLevel']) - projected
        if row['Discontinued'] == '0' and missing > 0:
            low[row['ProductID']] = missing
    assert low
    listed = export('to-buy', company)
    assert {row['sku']: float(row['quantity']) for row in listed} == low, listed
    assert {row['why'] for row in listed} == {'reorder'}
    assert [row['supplier'] for row in listed] == sorted(row['supplier'] for row in listed)

    quality = {row['supplier']: row for row in export('supplier-quality', company)}
    assert set(quality) == set(names.values())
    assert sum(int(row['open']) for row in quality.values()) == len(due)

    # What comes is not due any more; a unit that is not the item's is refused with its row.
    one = due[0]
    line = 'N%s %s' % (one['ProductID'], one['ProductID'])
    before = export('movements', company)
    bad = folder / 'bad.csv'
    bad.write_text('line,received_on,good,unit\n%s,1998-05-09,%s,kg\n' % (line, one['UnitsOnOrder']))
    refused = run('import', 'receipts', bad, '--company', company, status=3)
    assert 'kg' in ''.join(refused), refused
    assert export('movements', company) == before
    take('receipts', ['line', 'received_on', 'good'], [[line, '1998-05-09', one['UnitsOnOrder']]])
    stock = {row['sku']: row for row in export('stock', company)}[one['ProductID']]
    assert float(stock['on_hand']) == int(one['UnitsInStock']) + int(one['UnitsOnOrder'])
    assert float(stock['due_in']) == 0
    assert {row['sku'] for row in export('to-buy', company)} == set(low)


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    failed = 0
    print('1..%d' % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            # Backups belong to the test.
            os.environ['XDG_DATA_HOME'] = os.path.join(folder, '.data')
            try:
                test(pathlib.Path(folder))
                result = 'ok %d %s' % (number, test.__doc__)
            except Skip as skip:
                result = 'ok %d %s # SKIP %s' % (number, test.__doc__, skip)
            except Exception as error:
                failed += 1
                line = error.__traceback__
                while line.tb_next:
                    line = line.tb_next
                result = 'not ok %d %s\n# %s:%d: %s' % (
                    number, test.__doc__, name, line.tb_lineno,
                    ('%s: %s' % (type(error).__name__, error)).replace('\n', '\n# '))
        print(result, flush=True)
    return failed > 0


sys.exit(main())
