/* tras-export-stock.c: stock, its ledger, its counts and its stock-outs as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-decimal.h"
#include "tras-error.h"
#include "tras-export-private.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-number.h"
#include "tras-outlook.h"
#include "tras-stock-history.h"
#include "tras-stock.h"
#include "tras-stockout.h"

static const char *const class_words[] = {
  [TRAS_STOCK_CLASS_A] = "A",
  [TRAS_STOCK_CLASS_B] = "B",
  [TRAS_STOCK_CLASS_C] = "C",
};

static void
add_decimal (TrasExport *self,
             gint64      value,
             int         digits)
{
  g_autofree char *text = tras_decimal_to_text (value, digits);

  tras_csv_writer_add_plain (self->writer, text);
}

static int
get_money_digits (TrasExport *self)
{
  return tras_currency_get_decimals (self->currency);
}

static void
add_fields (TrasExport         *self,
            gpointer            record,
            const char *const  *names)
{
  const TrasTable *table = tras_record_get_table (record);

  for (; *names != NULL; names++)
    tras_export_add_value (self, record, tras_table_find_field (table, *names));
}

static void
add_blanks (TrasExport *self,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    tras_csv_writer_add_plain (self->writer, NULL);
}

/* ---- stock ---- */

static const char *const stock_columns[] = {
  "sku", "name", "on_hand", "reserved", "available", "due_in", "projected", "average_cost",
  "value", "abc", NULL,
};

static const char *const named_by[] = { "sku", "name", NULL };

/* What is promised of an item and to come of it: of a past day that is written nowhere. */
static const char *const promised[] = { "reserved", "available", "due_in", "projected", NULL };

static gboolean
write_item (TrasExport              *self,
            TrasItem                *item,
            const TrasStockCost     *cost,
            const TrasStockHistory  *history,
            gboolean                 is_past,
            GError                 **error)
{
  add_fields (self, item, named_by);
  add_decimal (self, cost->quantity, TRAS_QUANTITY_DECIMALS);
  if (is_past)
    add_blanks (self, G_N_ELEMENTS (promised) - 1);
  else
    add_fields (self, item, promised);
  add_decimal (self, cost->unit_cost, get_money_digits (self) + TRAS_COST_DECIMALS);
  add_decimal (self, tras_stock_cost_get_value (cost), get_money_digits (self));
  tras_csv_writer_add_text (
    self->writer,
    class_words[tras_stock_history_get_class (history, TRAS_RECORD (item)->id)]);

  return tras_export_end_row (self, error);
}

static gboolean
write_levels (TrasExport        *self,
              TrasStockHistory  *history,
              GError           **error)
{
  g_autoptr (GPtrArray) levels = tras_stock_load_levels (self->db, self->day, error);

  if (levels == NULL)
    return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      const TrasStockLevel *level = levels->pdata[i];

      if (!write_item (self, level->item, &level->cost, history, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

/* What lay there counts, also of an item that is no longer kept in stock: the values add up to what
 * the books say of the day. */
static gboolean
write_evening (TrasExport        *self,
               TrasStockHistory  *history,
               GError           **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  tras_query_order (query, "name", FALSE);
  items = tras_db_select (self->db, query, error);
  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      TrasItem *item = items->pdata[i];
      TrasStockCost cost = tras_stock_history_get (history, TRAS_RECORD (item)->id, self->day);

      if ((item->stocked || cost.quantity != 0) &&
          !write_item (self, item, &cost, history, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_export_stock:
 * @self: an export
 * @error: %TRAS_ERROR_INVALID where its day lies ahead
 *
 * Writes what there is of every item that is kept in stock, its average cost, what it is worth and
 * which class it is of: now, or as it was on the evening of a past day.
 */
gboolean
tras_export_stock (TrasExport  *self,
                   GError     **error)
{
  TrasDay today = tras_day_today ();
  g_autoptr (TrasStockHistory) history = NULL;

  if (self->day > today)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("The day lies ahead: nobody knows yet what will be in stock"));
      return FALSE;
    }
  if (!tras_export_header (self, stock_columns, error))
    return FALSE;
  history = tras_stock_history_load_classified (self->db, self->day, error);
  if (history == NULL)
    return FALSE;

  return self->day == today ? write_levels (self, history, error)
                            : write_evening (self, history, error);
}

/* ---- what may be sold ---- */

static const char *const available_columns[] = { "sku", "name", "available", NULL };

/**
 * tras_export_available:
 * @self: an export
 * @error: where to put the error
 *
 * Writes how much may be sold today of every item that is in use and kept in stock: as much as can
 * be promised without making an earlier promise fail. It is for a shop, which is told so by itself.
 */
gboolean
tras_export_available (TrasExport  *self,
                       GError     **error)
{
  g_autoptr (GPtrArray) outlooks = NULL;

  if (!tras_export_header (self, available_columns, error))
    return FALSE;
  outlooks = tras_outlook_load_all (self->db, tras_day_today (), error);
  if (outlooks == NULL)
    return FALSE;

  for (guint i = 0; i < outlooks->len; i++)
    {
      const TrasOutlook *outlook = outlooks->pdata[i];
      g_autofree char *most = tras_decimal_to_text (tras_outlook_get_most (outlook, outlook->today),
                                                    TRAS_QUANTITY_DECIMALS);

      add_fields (self, outlook->item, named_by);
      tras_csv_writer_add_plain (self->writer, most);
      if (!tras_export_end_row (self, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- the ledger ---- */

static const char *const ledger_columns[] = {
  "sku", "date", "code", "from", "to", "quantity", "balance", "unit_cost", "average_cost",
  "cause", "reverses", "note", NULL,
};

/* The fields that stand before the balance, behind it, and behind the average cost. */
static const char *const before_balance[] = { "sku", "moved_on", "code", "from_name", "to_name",
                                              "quantity", NULL };
static const char *const last_fields[] = { "cause", NULL };

static gboolean
write_ledger (TrasExport        *self,
              gint64             item_id,
              TrasStockHistory  *history,
              GError           **error)
{
  g_autoptr (GPtrArray) rows = tras_stock_load_ledger (self->db, item_id, error);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      TrasMovement *movement = ((TrasLedgerRow *) rows->pdata[i])->movement;

      g_hash_table_insert (codes, &TRAS_RECORD (movement)->id, movement->code);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const TrasLedgerRow *row = rows->pdata[i];
      TrasMovement *movement = row->movement;
      const TrasTable *table = tras_record_get_table (TRAS_RECORD (movement));

      add_fields (self, movement, before_balance);
      add_decimal (self, row->balance, TRAS_QUANTITY_DECIMALS);
      tras_export_add_value (self, TRAS_RECORD (movement),
                             tras_table_find_field (table, "unit_cost"));
      add_decimal (self, tras_stock_history_get (history, item_id, movement->moved_on).unit_cost,
                   get_money_digits (self) + TRAS_COST_DECIMALS);
      add_fields (self, movement, last_fields);
      tras_csv_writer_add_text (self->writer,
                                g_hash_table_lookup (codes, &movement->reverses_id));
      tras_csv_writer_add_text (self->writer, movement->note);
      if (!tras_export_end_row (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_export_ledger:
 * @self: an export
 * @error: where to put the error
 *
 * Writes every movement, by SKU and day, with the balance of all places inside behind it and the
 * average cost on the evening of its day.
 */
gboolean
tras_export_ledger (TrasExport  *self,
                    GError     **error)
{
  g_autoptr (TrasStockHistory) history = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GArray) items = NULL;

  if (!tras_export_header (self, ledger_columns, error))
    return FALSE;
  tras_query_order (query, "sku", FALSE);
  items = tras_db_select_ids (self->db, query, error);
  history = items != NULL
              ? tras_stock_history_load (self->db, TRAS_DAY_NONE, TRAS_DAY_MAX, error) : NULL;
  if (history == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      if (!write_ledger (self, g_array_index (items, gint64, i), history, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- stock-outs ---- */

static const char *const stockout_columns[] = {
  "sku", "name", "from", "to", "days", "cause", "lesson", NULL,
};

static void
add_day (TrasExport *self,
         TrasDay     day)
{
  g_autofree char *text = day != TRAS_DAY_NONE ? tras_day_to_iso (day) : NULL;

  tras_csv_writer_add_plain (self->writer, text);
}

static gboolean
write_stockout (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  TrasExport *self = user_data;
  TrasStockout *stockout = record;

  tras_csv_writer_add_text (self->writer, stockout->sku);
  tras_csv_writer_add_text (self->writer, stockout->item_name);
  add_day (self, stockout->from_on);
  add_day (self, stockout->to_on);
  add_decimal (self, tras_stockout_get_days (stockout, tras_day_today ()), 0);
  tras_csv_writer_add_text (self->writer, stockout->cause);
  tras_csv_writer_add_text (self->writer, stockout->lesson);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_stockouts:
 * @self: an export
 * @error: where to put the error
 *
 * Writes when which item was out, for how many days, why, and what was learned from it.
 */
gboolean
tras_export_stockouts (TrasExport  *self,
                       GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);

  tras_query_order (query, "from_at", FALSE);

  return tras_export_header (self, stockout_columns, error) &&
         tras_db_foreach (self->db, query, write_stockout, self, error);
}
