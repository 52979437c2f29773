/* tras-name-filter.h: a chip that chooses one name of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_NAME_FILTER (tras_name_filter_get_type ())

/**
 * TrasNameFilter:
 *
 * A drop-down that stands among chips: one area, one role, or all. What is chosen stays chosen as
 * long as the record is there, whatever names come and go. Emits `changed` when another is chosen,
 * and only then. Without a store it is not to be seen.
 */
G_DECLARE_FINAL_TYPE (TrasNameFilter, tras_name_filter, TRAS, NAME_FILTER, AdwBin)

GtkWidget *tras_name_filter_new       (const char     *table,
                                       const char     *all_label,
                                       const char     *label);
void       tras_name_filter_set_store (TrasNameFilter *self,
                                       TrasStore      *store);
gint64     tras_name_filter_get_id    (TrasNameFilter *self);
void       tras_name_filter_choose    (TrasNameFilter *self,
                                       gint64          id);
void       tras_name_filter_clear     (TrasNameFilter *self);

G_END_DECLS
