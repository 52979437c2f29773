/* tras-count-sheet.h: one count, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-counting.h"

G_BEGIN_DECLS

/**
 * TrasCountEntry:
 * @line: a line of the count
 * @item: its item
 * @item_class: the item's class on the day of the count
 * @unit_cost: its average cost on that day
 *
 * An item of a count.
 */
typedef struct
{
  TrasCountLine *line;
  TrasItem *item;
  TrasStockClass item_class;
  gint64 unit_cost;
} TrasCountEntry;

/**
 * TrasCountSheet:
 * @count: the count
 * @place: where
 * @person_name: (nullable): who counts
 * @adjust: (nullable): where differences come from and go to
 * @history: classes and costs on the day of the count
 * @movement: the newest movement that @history may know of
 * @entries: (element-type TrasCountEntry): its items, by name
 */
typedef struct
{
  gatomicrefcount refs;
  TrasStockCount *count;
  TrasLocation *place;
  char *person_name;
  TrasLocation *adjust;
  TrasStockHistory *history;
  gint64 movement;
  GPtrArray *entries;
} TrasCountSheet;

TrasCountSheet *tras_count_sheet_load         (TrasDb                *db,
                                               gint64                 count_id,
                                               const TrasCountSheet  *known,
                                               GError               **error);
TrasCountSheet *tras_count_sheet_ref          (TrasCountSheet        *self);
void            tras_count_sheet_unref        (TrasCountSheet        *self);
gboolean        tras_count_sheet_is_posted    (const TrasCountSheet  *self);
guint           tras_count_sheet_get_n_counted
                                              (const TrasCountSheet  *self);
guint           tras_count_sheet_get_n_different
                                              (const TrasCountSheet  *self);
guint           tras_count_sheet_get_n_accurate
                                              (const TrasCountSheet  *self);
gint64          tras_count_sheet_get_value    (const TrasCountSheet  *self);
TrasCountEntry *tras_count_sheet_find         (const TrasCountSheet  *self,
                                               const char            *code);
gint64          tras_count_entry_get_difference
                                              (const TrasCountEntry  *self);
gint64          tras_count_entry_get_value    (const TrasCountEntry  *self);
gboolean        tras_count_entry_is_accurate  (const TrasCountEntry  *self);
gboolean        tras_count_sheet_keep         (TrasCountSheet        *self,
                                               TrasCountLine         *line);
TrasEdit       *tras_count_sheet_enter        (const TrasCountEntry  *entry,
                                               gint64                 counted);
TrasEdit       *tras_count_sheet_post         (const TrasCountSheet  *self,
                                               gint64                 now);
TrasEdit       *tras_count_sheet_drop         (const TrasCountSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCountSheet, tras_count_sheet_unref)

G_END_DECLS
