/* tras-export-stock.c: stock, its ledger, its counts and its stock-outs as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-decimal.h"
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

/* ---- stock ---- */

static const char *const stock_columns[] = {
  "sku", "name", "on_hand", "reserved", "available", "due_in", "projected", "average_cost",
  "value", "abc", NULL,
};

#define N_STOCK_FIELDS 7

static gboolean
write_level (TrasExport            *self,
             const TrasStockLevel  *level,
             TrasStockHistory      *history,
             GError               **error)
{
  TrasRecord *item = TRAS_RECORD (level->item);
  const TrasTable *table = tras_record_get_table (item);

  for (guint i = 0; i < N_STOCK_FIELDS; i++)
    tras_export_add_value (self, item, tras_table_find_field (table, stock_columns[i]));
  add_decimal (self, level->cost.unit_cost, get_money_digits (self) + TRAS_COST_DECIMALS);
  add_decimal (self, tras_stock_cost_get_value (&level->cost), get_money_digits (self));
  tras_csv_writer_add_text (self->writer,
                            class_words[tras_stock_history_get_class (history, item->id)]);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_stock:
 * @self: an export
 * @error: where to put the error
 *
 * Writes what there is of every item that is kept in stock, its average cost, what it is worth and
 * which class it is of.
 */
gboolean
tras_export_stock (TrasExport  *self,
                   GError     **error)
{
  TrasDay today = tras_day_today ();
  g_autoptr (TrasStockHistory) history = NULL;
  g_autoptr (GPtrArray) levels = NULL;

  if (!tras_export_header (self, stock_columns, error))
    return FALSE;
  levels = tras_stock_load_levels (self->db, today, error);
  history = levels != NULL ? tras_stock_history_load_classified (self->db, today, error) : NULL;
  if (history == NULL)
    return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      if (!write_level (self, levels->pdata[i], history, error))
        return FALSE;
    }

  return TRUE;
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
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) outlooks = NULL;

  if (!tras_export_header (self, available_columns, error))
    return FALSE;
  outlooks = tras_outlook_load_all (self->db, tras_day_today (), error);
  if (outlooks == NULL)
    return FALSE;

  for (guint i = 0; i < outlooks->len; i++)
    {
      const TrasOutlook *outlook = outlooks->pdata[i];
      TrasRecord *item = TRAS_RECORD (outlook->item);
      g_autofree char *most = tras_decimal_to_text (tras_outlook_get_most (outlook, outlook->today),
                                                    TRAS_QUANTITY_DECIMALS);

      tras_export_add_value (self, item, tras_table_find_field (table, "sku"));
      tras_export_add_value (self, item, tras_table_find_field (table, "name"));
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

static void
add_fields (TrasExport         *self,
            gpointer            record,
            const char *const  *names)
{
  const TrasTable *table = tras_record_get_table (record);

  for (; *names != NULL; names++)
    tras_export_add_value (self, record, tras_table_find_field (table, *names));
}

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
