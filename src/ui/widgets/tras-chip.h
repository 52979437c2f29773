/* tras-chip.h: a filter that is on or off and tells how many records it finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasNarrow:
 * @query: a query that may still be changed
 * @user_data: what was given with the function
 *
 * Adds the conditions of a filter.
 */
typedef void (*TrasNarrow) (TrasQuery *query,
                            gpointer   user_data);

#define TRAS_TYPE_CHIP (tras_chip_get_type ())

G_DECLARE_FINAL_TYPE (TrasChip, tras_chip, TRAS, CHIP, GtkToggleButton)

GtkWidget *tras_chip_new    (const char *label,
                             TrasNarrow  narrow,
                             gpointer    user_data);
void       tras_chip_narrow (TrasChip   *self,
                             TrasQuery  *query);
void       tras_chip_count  (TrasChip   *self,
                             TrasStore  *store,
                             TrasQuery  *base);
void       tras_chip_set_count (TrasChip *self,
                                gint64    count);

G_END_DECLS
