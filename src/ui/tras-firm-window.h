/* tras-firm-window.h: what can be said of the firm itself, in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FIRM_WINDOW (tras_firm_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasFirmWindow, tras_firm_window, TRAS, FIRM_WINDOW, AdwWindow)

TrasFirmWindow *tras_firm_window_new (TrasWindow *window);

G_END_DECLS
