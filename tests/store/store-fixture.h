/* store-fixture.h: a firm's file for a test, and what a query finds by plain counting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-item.h"
#include "tras-movement.h"
#include "tras-store.h"

/**
 * Fixture:
 * @folder: an empty folder of the test's own
 * @path: where the file stands in it
 * @db: a connection to it
 */
typedef struct
{
  char *folder;
  char *path;
  TrasDb *db;
} Fixture;

/**
 * Wanted:
 * @field: the field of a condition, or %NULL for none
 * @op: how it compares
 * @value: with which number; dates as days
 * @text: with which text, or %NULL where it is a number
 * @search: words, or %NULL
 * @order: the field to sort by, or %NULL
 * @descending: whether from the greatest to the least
 *
 * A query that can be asked of the store, and answered by looking at every record.
 */
typedef struct
{
  const char *field;
  TrasQueryOp op;
  gint64 value;
  const char *text;
  const char *search;
  const char *order;
  gboolean descending;
} Wanted;

void       fixture_set_up      (Fixture        *fixture,
                                gconstpointer   data);
void       fixture_tear_down   (Fixture        *fixture,
                                gconstpointer   data);
void       fixture_remove_tree (const char     *path);
TrasStore *fixture_open_store  (const char     *path,
                                TrasDbFlags     flags,
                                GError        **error);
void       fixture_close_store (TrasStore      *store);
void       fixture_apply       (TrasStore      *store,
                                TrasEdit       *edit,
                                GError        **error);

gint64     fixture_insert      (TrasDb         *db,
                                gpointer        record);
void       fixture_write       (TrasDb         *db,
                                TrasEdit       *edit);
void       fixture_start_ids   (TrasDb         *db,
                                const char     *table,
                                gint64          before);
gint64     fixture_supplier    (TrasDb         *db,
                                const char     *name);
gint64     fixture_location    (TrasDb         *db,
                                const char     *name,
                                const char     *kind);
TrasItem  *fixture_new_item    (GRand          *rand,
                                guint           number,
                                guint           n_suppliers);
TrasMovement *fixture_new_movement (gint64      item,
                                gint64          from,
                                gint64          to,
                                gint64          quantity,
                                const char     *cause);

TrasQuery *wanted_to_query     (const Wanted   *wanted,
                                GType           type);
GPtrArray *wanted_select       (const Wanted   *wanted,
                                GType           type,
                                TrasDb         *db);
