/* tras-stock-closing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-closing-costs.h"
#include "tras-number.h"
#include "tras-stock-closing.h"
#include "tras-stock-count.h"
#include "tras-stock-history.h"

static gint64
count_between (TrasDb      *db,
               GType        type,
               const char  *field,
               TrasDay      behind,
               TrasDay      to,
               const char  *empty,
               GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  if (behind != TRAS_DAY_NONE)
    tras_query_where_date (query, field, TRAS_QUERY_GT, behind);
  tras_query_where_date (query, field, TRAS_QUERY_LE, to);
  if (empty != NULL)
    tras_query_where_null (query, empty, TRUE);

  return tras_db_count (db, query, error);
}

/**
 * tras_stock_closing_load:
 * @db: a connection
 * @day: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full): how far the books are closed, and what closing the last month that is
 *   over, with all before it that is open, would mean; to be freed with g_free()
 */
TrasStockClosing *
tras_stock_closing_load (TrasDb   *db,
                         TrasDay   day,
                         GError  **error)
{
  g_autofree TrasStockClosing *self = g_new0 (TrasStockClosing, 1);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CLOSING);
  g_autoptr (GPtrArray) closings = NULL;
  g_autoptr (TrasStockHistory) history = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_order (query, "closed_to", TRUE);
  closings = tras_db_select (db, query, error);
  if (closings == NULL)
    return NULL;

  self->closed_to = closings->len > 0 ? TRAS_CLOSING (closings->pdata[0])->closed_to
                                      : TRAS_DAY_NONE;
  self->to =
    tras_period_start (TRAS_EVERY_MONTH, tras_period_index (TRAS_EVERY_MONTH, day)) - 1;
  if (self->closed_to != TRAS_DAY_NONE && self->to <= self->closed_to)
    {
      self->to = TRAS_DAY_NONE;
      return g_steal_pointer (&self);
    }

  history = tras_stock_history_load (db, self->to, self->to, error);
  if (history == NULL)
    return NULL;
  self->value = tras_stock_history_get_value (history, self->to);
  self->n_movements = count_between (db, TRAS_TYPE_MOVEMENT, "moved_on", self->closed_to, self->to,
                                     NULL, error);
  if (self->n_movements >= 0)
    self->n_counts = count_between (db, TRAS_TYPE_STOCK_COUNT, "counted_on", self->closed_to,
                                    self->to, "posted_at", error);

  return self->n_movements >= 0 && self->n_counts >= 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * tras_stock_closing_add_costs:
 * @closing: a closing that was written
 * @db: the connection, still in the edit
 * @error: where to put the error
 *
 * Stores what was inside when the books were closed and its average costs, so that the value of any
 * later day can begin there.
 *
 * Returns: whether that could be written
 */
gboolean
tras_stock_closing_add_costs (TrasClosing  *closing,
                              TrasDb       *db,
                              GError      **error)
{
  TrasDay to = closing->closed_to;
  g_autoptr (TrasStockHistory) history = tras_stock_history_load (db, to, to, error);
  GArray *items = history != NULL ? tras_stock_history_get_items (history) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gint64 id = g_array_index (items, gint64, i);
      TrasStockCost stands = tras_stock_history_get (history, id, to);
      const TrasClosingCost cost = { id, stands.quantity, stands.unit_cost };

      if (!tras_closing_costs_add (db, TRAS_RECORD (closing)->id, &cost, error))
        return FALSE;
    }

  return items != NULL;
}

/**
 * tras_stock_closing_follow_up:
 * @edit: an edit that was written
 * @db: the connection, still in the edit
 * @error: where to put the error
 *
 * Adds the costs of a closing that the edit has made.
 *
 * Returns: whether that could be written
 */
gboolean
tras_stock_closing_follow_up (TrasEdit  *edit,
                              TrasDb    *db,
                              GError   **error)
{
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (TRAS_IS_CLOSING (record) && !deletes && !tras_stock_closing_add_costs (record, db, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_stock_closing_make_edit:
 * @self: a closing whose @to is a day
 *
 * How much lay where on that day is stored with it by the file itself.
 *
 * Returns: (transfer full): the edit that closes the books; undoing it opens them again
 */
TrasEdit *
tras_stock_closing_make_edit (const TrasStockClosing *self)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrasClosing) closing = tras_closing_new ();
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL && self->to != TRAS_DAY_NONE, NULL);

  day = tras_number_format_date_medium (tras_number_format_get_default (), self->to);
  /* Translators: %s is a day */
  label = g_strdup_printf (_("Close the books up to %s"), day);
  edit = tras_edit_new (label);
  closing->closed_to = self->to;
  tras_edit_insert (edit, closing);

  return edit;
}
