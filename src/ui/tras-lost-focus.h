/* tras-lost-focus.h: the keyboard of what was hidden
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrasFocusFunc:
 * @window: a window without a focus
 *
 * Gives the keyboard to something that is shown.
 */
typedef void (*TrasFocusFunc) (GtkWindow *window);

void tras_lost_focus_watch (GtkWindow     *window,
                            TrasFocusFunc  regain);

G_END_DECLS
