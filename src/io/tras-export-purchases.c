/* tras-export-purchases.c: what is to be bought and how suppliers deliver, as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-kind-columns.h"
#include "tras-supplier-board.h"
#include "tras-to-buy.h"

/* Percents are written with one decimal, quantities with three. */
#define PERMILLE_DIGITS 1
#define QUANTITY_DIGITS 3

static void
add_decimal (TrasExport *self,
             gint64      number,
             int         digits)
{
  g_autofree char *text = tras_decimal_to_text (number, digits);

  tras_csv_writer_add_plain (self->writer, text);
}

static void
add_percent (TrasExport *self,
             gint64      permille)
{
  if (permille >= 0)
    add_decimal (self, permille, PERMILLE_DIGITS);
  else
    tras_csv_writer_add_plain (self->writer, NULL);
}

static void
add_integer (TrasExport *self,
             gint64      number)
{
  add_decimal (self, number, 0);
}

/* ---- what to buy ---- */

/* Of the item, with the supplier before them and what is bought of it behind. */
static const char *const item_columns[] = {
  "sku", "name", "unit", "on_hand", "due_in", "reserved", "projected", "reorder_at", "reorder_to",
  "pack", NULL,
};

static gboolean
write_buy_line (TrasExport         *self,
                const TrasBuyLine  *line,
                GError            **error)
{
  TrasRecord *item = TRAS_RECORD (line->item);
  const TrasTable *table = tras_record_get_table (item);
  const TrasTable *lines = tras_record_type_get_table (TRAS_TYPE_PURCHASE_LINE);

  tras_csv_writer_add_text (self->writer, line->supplier_name);
  for (guint i = 0; item_columns[i] != NULL; i++)
    tras_export_add_value (self, item, tras_table_find_field (table, item_columns[i]));
  add_decimal (self, line->quantity, QUANTITY_DIGITS);
  if (line->unit_price != TRAS_NULL)
    add_decimal (self, line->unit_price,
                 tras_kind_get_digits (tras_table_find_field (lines, "unit_price"),
                                       self->currency));
  else
    tras_csv_writer_add_plain (self->writer, NULL);
  tras_csv_writer_add_text (self->writer, line->why);
  tras_csv_writer_add_text (self->writer,
                            line->draft != NULL ? line->draft->purchase_code : NULL);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_to_buy:
 * @self: an export
 * @error: where to put the error
 *
 * Writes what is to be bought, by supplier.
 */
gboolean
tras_export_to_buy (TrasExport  *self,
                    GError     **error)
{
  static const char *const more[] = { "quantity", "unit_price", "why", "purchase", NULL };
  g_autoptr (TrasToBuy) to_buy = NULL;

  tras_csv_writer_add_text (self->writer, "supplier");
  for (guint i = 0; item_columns[i] != NULL; i++)
    tras_csv_writer_add_text (self->writer, item_columns[i]);
  if (!tras_export_header (self, more, error))
    return FALSE;
  to_buy = tras_to_buy_load (self->db, error);
  if (to_buy == NULL)
    return FALSE;

  for (guint i = 0; i < to_buy->lines->len; i++)
    {
      if (!write_buy_line (self, to_buy->lines->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* ---- suppliers ---- */

static const char *const supplier_columns[] = {
  "supplier", "agreed_days", "lead_days", "lines", "open", "judged", "on_time_in_full",
  "on_time_in_full_rate", "receipts", "good", "rejected", "reject_rate", NULL,
};

static gboolean
write_supplier (TrasExport                 *self,
                const TrasSupplierFigures  *figures,
                GError                    **error)
{
  tras_csv_writer_add_text (self->writer, figures->supplier->name);
  add_integer (self, figures->supplier->lead_days);
  if (figures->lead_days >= 0)
    add_integer (self, figures->lead_days);
  else
    tras_csv_writer_add_plain (self->writer, NULL);
  add_integer (self, figures->n_lines);
  add_integer (self, figures->n_open);
  add_integer (self, figures->n_judged);
  add_integer (self, figures->n_met);
  add_percent (self, tras_supplier_figures_get_otif (figures));
  add_integer (self, figures->n_receipts);
  add_decimal (self, figures->good, QUANTITY_DIGITS);
  add_decimal (self, figures->rejected, QUANTITY_DIGITS);
  add_percent (self, tras_supplier_figures_get_reject_rate (figures));

  return tras_export_end_row (self, error);
}

/**
 * tras_export_supplier_quality:
 * @self: an export
 * @error: where to put the error
 *
 * Writes how goods came from each supplier.
 */
gboolean
tras_export_supplier_quality (TrasExport  *self,
                              GError     **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!tras_export_header (self, supplier_columns, error))
    return FALSE;
  all = tras_supplier_board_load (self->db, 0, tras_day_today (), error);
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      if (!write_supplier (self, all->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
