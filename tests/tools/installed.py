"""installed.py BUILD_FOLDER PREFIX: what "meson install" lays down is whole, and starts from there.

Speaks TAP; runs inside "xrun --dbus --wm".

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

from drive import App

APP_ID = 'org.trastienda.Trastienda'

FILES = [
    'share/applications/%s.desktop' % APP_ID,
    'share/dbus-1/services/%s.service' % APP_ID,
    'share/glib-2.0/schemas/%s.gschema.xml' % APP_ID,
    'share/icons/hicolor/scalable/apps/%s.svg' % APP_ID,
    'share/icons/hicolor/symbolic/apps/%s-symbolic.svg' % APP_ID,
    'share/icons/hicolor/scalable/mimetypes/application-vnd.trastienda.company.svg',
    'share/man/man1/trastienda.1',
    'share/man/man1/trastienda-cli.1',
    'share/metainfo/%s.metainfo.xml' % APP_ID,
    'share/mime/packages/%s.xml' % APP_ID,
]


def start(root):
    """Starts the program with nothing but what was installed, and closes it."""
    share = os.path.join(root, 'share')
    subprocess.run(['glib-compile-schemas', '--strict', os.path.join(share, 'glib-2.0/schemas')],
                   check=True)
    env = {'XDG_DATA_DIRS': share + ':/usr/local/share:/usr/share', 'GSETTINGS_SCHEMA_DIR': ''}
    app = App([os.path.join(root, 'bin/trastienda')], **env)
    app.window()
    app.key('ctrl+q')
    app.wait_exit()


def main(build_folder, prefix):
    print('1..2')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['meson', 'install', '-C', build_folder, '--no-rebuild', '--quiet',
                        '--destdir', folder], check=True, stdout=subprocess.DEVNULL)
        root = os.path.join(folder, prefix.lstrip('/'))
        missing = [name for name in FILES if not os.path.exists(os.path.join(root, name))]
        print('%sok 1 every file is installed' % ('not ' if missing else ''))
        for name in missing:
            print('# missing: %s' % name)

        if os.path.exists(os.path.join(root, 'bin/trastienda')):
            start(root)
            print('ok 2 the program starts from there')
        else:
            print('ok 2 the program starts from there # SKIP there is no program yet')
    return 1 if missing else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
