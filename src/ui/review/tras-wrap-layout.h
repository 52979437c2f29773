/* tras-wrap-layout.h: small things side by side, in as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_WRAP_LAYOUT (tras_wrap_layout_get_type ())

/**
 * TrasWrapLayout:
 *
 * Gives each child its natural width, and begins a new line where the next one does not fit.
 */
G_DECLARE_FINAL_TYPE (TrasWrapLayout, tras_wrap_layout, TRAS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tras_wrap_layout_new (int spacing);

G_END_DECLS
