/* tras-sealed-log-window.h: what was done with the key of confidential reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-sealed-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEALED_LOG_WINDOW (tras_sealed_log_window_get_type ())

/**
 * TrasSealedLogWindow:
 *
 * Everybody may read it. Whoever writes down the letters of the last line can tell later whether
 * the lines up to it are still the same.
 */
G_DECLARE_FINAL_TYPE (TrasSealedLogWindow, tras_sealed_log_window, TRAS, SEALED_LOG_WINDOW,
                      AdwWindow)

void tras_sealed_log_window_show (GtkWidget       *owner,
                                  TrasSealedDesk  *desk);

G_END_DECLS
