/* tras-list-sync.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-list-sync.h"

static gboolean
is_same_at (GListStore *store,
            guint       position,
            gpointer    wanted,
            GEqualFunc  is_same)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return is_same (item, wanted);
}

/**
 * tras_list_sync:
 * @store: a list that is on show
 * @wanted: (element-type GObject): what shall be in it
 * @is_same: whether two items look the same, so that the one that is there may stay
 *
 * Changes what is between the first and the last difference, so that rows that stay keep their
 * widgets and the focus.
 *
 * Returns: whether anything was changed
 */
gboolean
tras_list_sync (GListStore *store,
                GPtrArray  *wanted,
                GEqualFunc  is_same)
{
  guint n_items, head = 0, tail = 0;

  g_return_val_if_fail (G_IS_LIST_STORE (store), FALSE);
  g_return_val_if_fail (wanted != NULL, FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  while (head < MIN (n_items, wanted->len) &&
         is_same_at (store, head, wanted->pdata[head], is_same))
    head++;
  while (tail < MIN (n_items, wanted->len) - head &&
         is_same_at (store, n_items - 1 - tail, wanted->pdata[wanted->len - 1 - tail], is_same))
    tail++;
  if (n_items == wanted->len && head == n_items)
    return FALSE;

  g_list_store_splice (store, head, n_items - head - tail, wanted->pdata + head,
                       wanted->len - head - tail);

  return TRUE;
}
