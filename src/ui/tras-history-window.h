/* tras-history-window.h: who did what, when, and a way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_HISTORY_WINDOW (tras_history_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasHistoryWindow, tras_history_window, TRAS, HISTORY_WINDOW, AdwWindow)

TrasHistoryWindow *tras_history_window_new        (TrasWindow *window);
void               tras_history_window_show_about (GtkWidget  *widget,
                                                   TrasRecord *record,
                                                   const char *title);

G_END_DECLS
