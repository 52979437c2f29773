/* tras-import-window.h: a table from somewhere else, looked at before it is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_IMPORT_WINDOW (tras_import_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasImportWindow, tras_import_window, TRAS, IMPORT_WINDOW, AdwWindow)

void tras_import_window_open (TrasWindow *parent,
                              const char *kind,
                              GFile      *file);

G_END_DECLS
