/* tras-list-anchor.h: keeps what is on screen where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-id-selection.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LIST_ANCHOR (tras_list_anchor_get_type ())

G_DECLARE_FINAL_TYPE (TrasListAnchor, tras_list_anchor, TRAS, LIST_ANCHOR, GObject)

TrasListAnchor *tras_list_anchor_new (GtkScrolledWindow *scroller,
                                      TrasIdSelection   *selection);

G_END_DECLS
