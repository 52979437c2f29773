/* tras-beside-layout.h: a large thing and what belongs to it, beside or below
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_BESIDE_LAYOUT (tras_beside_layout_get_type ())

/**
 * TrasBesideLayout:
 *
 * The second child stands beside the first where there is room for both, and below it where there
 * is not. The first has what the second leaves.
 */
G_DECLARE_FINAL_TYPE (TrasBesideLayout, tras_beside_layout, TRAS, BESIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
