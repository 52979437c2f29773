/* tras-filter-bar.h: the filters over a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-chip.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FILTER_BAR (tras_filter_bar_get_type ())

/**
 * TrasFilterBar:
 *
 * Chips that are on or off, and drop-downs of what the records refer to. Filters that are set must
 * all hold. Emits `changed` when the user has set another.
 */
G_DECLARE_FINAL_TYPE (TrasFilterBar, tras_filter_bar, TRAS, FILTER_BAR, AdwBin)

void     tras_filter_bar_set_store     (TrasFilterBar   *self,
                                        TrasStore       *store);
void     tras_filter_bar_set_exclusive (TrasFilterBar   *self,
                                        gboolean         exclusive);
void     tras_filter_bar_add_chip      (TrasFilterBar   *self,
                                        const char      *label,
                                        TrasNarrow       narrow,
                                        gpointer         user_data);
void     tras_filter_bar_add_reference (TrasFilterBar   *self,
                                        const TrasTable *table,
                                        const char      *field,
                                        const char      *all_label);
void     tras_filter_bar_narrow        (TrasFilterBar   *self,
                                        TrasQuery       *query);
gboolean tras_filter_bar_is_narrowed   (TrasFilterBar   *self);
void     tras_filter_bar_clear         (TrasFilterBar   *self);
void     tras_filter_bar_count         (TrasFilterBar   *self,
                                        TrasQuery       *base);

G_END_DECLS
