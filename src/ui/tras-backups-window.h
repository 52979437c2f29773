/* tras-backups-window.h: the backups of the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_BACKUPS_WINDOW (tras_backups_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasBackupsWindow, tras_backups_window, TRAS, BACKUPS_WINDOW, AdwWindow)

TrasBackupsWindow *tras_backups_window_new (TrasWindow *window);

G_END_DECLS
