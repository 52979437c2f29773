/* tras-export-window.h: records and results as CSV files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_EXPORT_WINDOW (tras_export_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasExportWindow, tras_export_window, TRAS, EXPORT_WINDOW, AdwWindow)

void tras_export_window_open (TrasWindow *parent,
                              const char *kind);

G_END_DECLS
