"""test-pictures.py PROGRAM CLI PICTURES FOLDER: a picture of each page, for a person to look at.

In every look: light, dark, narrow, high contrast, Spanish, and from right to left. What a machine
can see is tested: each page is there, it is not blank, and no two pages of a look are the same.
The pictures stay in FOLDER. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 2
LOOKS = ('light', 'dark', 'narrow', 'contrast', 'spanish', 'right-to-left')
# A page of words compresses to far more than this, a blank one to far less.
LEAST_BYTES = 12000


def main(program, cli, pictures, folder):
    shutil.rmtree(folder, ignore_errors=True)
    pages = subprocess.run([pictures, '--pages'], check=True, capture_output=True,
                           text=True).stdout.split()
    print('1..%d' % len(LOOKS))
    with tempfile.TemporaryDirectory() as place:
        company = os.path.join(place, 'Sample.trastienda')
        subprocess.run([cli, 'new', company, '--sample'], check=True)

        def take(look):
            subprocess.run([pictures, '--look', look, program, company, os.path.join(folder, look)],
                           check=True)

        # Each look has a display of its own, and waits more than it works.
        taken = zip(LOOKS, ThreadPoolExecutor(AT_ONCE).map(take, LOOKS))
        for number, (look, _) in enumerate(taken, 1):
            there = os.path.join(folder, look)
            seen = {}
            for page in pages:
                with open(os.path.join(there, page + '.png'), 'rb') as picture:
                    data = picture.read()
                assert len(data) > LEAST_BYTES, '%s, %s: %d bytes' % (look, page, len(data))
                assert data not in seen, '%s: %s looks like %s' % (look, page, seen[data])
                seen[data] = page
            print('ok %d %s' % (number, look), flush=True)
    print('# the pictures are in %s' % folder)


if __name__ == '__main__':
    main(*sys.argv[1:])
