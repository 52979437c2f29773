/* tras-picking-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-picking-report.h"
#include "tras-report-writer.h"

/* Widths in points: a box to tick, a code, a quantity. */
#define BOX_WIDTH 24.0
#define SKU_MOST 110
#define AMOUNT_MOST 90

/* ---- reading ---- */

static void
picking_free (gpointer data)
{
  TrasPicking *self = data;

  g_clear_object (&self->sale);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

static TrasPicking *
picking_new (TrasSale *sale)
{
  TrasPicking *self = g_new0 (TrasPicking, 1);

  self->sale = g_object_ref (sale);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TrasSaleLine *x = *(TrasSaleLine *const *) a, *y = *(TrasSaleLine *const *) b;

  return g_strcmp0 (x->sku, y->sku);
}

static gboolean
add_lines (TrasPicking  *self,
           TrasDb       *db,
           GError      **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, TRAS_RECORD (self->sale)->id);
  lines = tras_db_select (db, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      if (TRAS_SALE_LINE (lines->pdata[i])->quantity > TRAS_SALE_LINE (lines->pdata[i])->shipped)
        g_ptr_array_add (self->lines, g_object_ref (lines->pdata[i]));
    }
  g_ptr_array_sort (self->lines, compare_lines);

  return lines != NULL;
}

/**
 * tras_picking_load:
 * @db: a connection
 * @sale_id: an order, 0 for all that are to be picked
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasPicking): orders with what is to go, those that were
 *   promised first coming first; none without a line
 */
GPtrArray *
tras_picking_load (TrasDb  *db,
                   gint64   sale_id,
                   GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (GPtrArray) sales = NULL;
  g_autoptr (GPtrArray) pickings = g_ptr_array_new_with_free_func (picking_free);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (sale_id != 0)
    tras_query_where_int (query, "id", TRAS_QUERY_EQ, sale_id);
  else
    {
      /* Also what is left of those that were shipped in part. */
      tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
      tras_query_where_null (query, "picked_at", TRUE);
      tras_query_where_null (query, "shipped_on", TRUE);
    }
  tras_query_order (query, "promised_on", FALSE);
  sales = tras_db_select (db, query, error);
  for (guint i = 0; sales != NULL && i < sales->len; i++)
    {
      TrasPicking *picking = picking_new (sales->pdata[i]);
      gboolean read = add_lines (picking, db, error);

      if (read && picking->lines->len > 0)
        g_ptr_array_add (pickings, picking);
      else
        picking_free (picking);
      if (!read)
        return NULL;
    }

  return sales != NULL ? g_steal_pointer (&pickings) : NULL;
}

/* ---- paper ---- */

static void
paint_box (cairo_t         *cr,
           TrasReportStyle *style,
           const TrasRect  *rect,
           gpointer         data)
{
  double side = MIN (rect->width, rect->height) * 0.7;

  tras_palette_set_source (tras_report_style_get_palette (style), TRAS_COLOR_DIM_TEXT, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, rect->x + (rect->width - side) / 2, rect->y + (rect->height - side) / 2,
                   side, side);
  cairo_stroke (cr);
}

static char *
dup_heading (TrasSale               *sale,
             const TrasNumberFormat *format)
{
  g_autofree char *day = NULL;

  if (sale->promised_on == TRAS_DAY_NONE)
    /* Translators: the number of an order, and who ordered */
    return g_strdup_printf (C_("picking list", "%s · %s"), sale->code, sale->customer_name);
  day = tras_number_format_date_medium (format, sale->promised_on);

  /* Translators: the number of an order, who ordered, and for which day it is promised */
  return g_strdup_printf (C_("picking list", "%s · %s · for %s"), sale->code, sale->customer_name,
                          day);
}

static void
add_line (TrasReportTable        *table,
          TrasSaleLine           *line,
          const TrasNumberFormat *format)
{
  g_autofree char *amount =
    tras_number_format_quantity (format, line->quantity - line->shipped);

  tras_report_table_add_row (table);
  tras_report_table_add_picture (table, BOX_WIDTH, paint_box, NULL, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, line->sku, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, line->item_name, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, amount, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, line->unit, NULL);
}

/**
 * tras_picking_report_new:
 * @pickings: (element-type TrasPicking): what is to be taken from the shelves
 * @firm: the firm's name
 * @format: how numbers and dates are written
 *
 * Returns: (transfer full): a list with a box to tick for each item, order by order
 */
TrasReport *
tras_picking_report_new (GPtrArray              *pickings,
                         const char             *firm,
                         const TrasNumberFormat *format)
{
  const TrasReportColumn columns[] = {
    { "", TRAS_ALIGN_START, BOX_WIDTH },
    { _("SKU"), TRAS_ALIGN_START, SKU_MOST },
    { _("Item"), TRAS_ALIGN_START, 0 },
    { _("Quantity"), TRAS_ALIGN_DECIMAL, AMOUNT_MOST },
    { _("Unit"), TRAS_ALIGN_START, AMOUNT_MOST },
  };
  TrasReportWriter writer;
  TrasReport *report;

  g_return_val_if_fail (pickings != NULL && firm != NULL && format != NULL, NULL);

  report = tras_report_new (_("Picking List"), firm, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  writer = (TrasReportWriter) { tras_report_get_pages (report), tras_report_get_style (report),
                                format };
  tras_report_writer_add_text (&writer, TRAS_TEXT_SUBTITLE, firm, 0);
  tras_report_writer_add_text (&writer, TRAS_TEXT_TITLE, _("Picking List"), TRAS_REPORT_GAP);
  for (guint i = 0; i < pickings->len; i++)
    {
      const TrasPicking *picking = pickings->pdata[i];
      g_autofree char *heading = dup_heading (picking->sale, format);
      TrasReportTable *table;

      tras_report_writer_add_text (&writer, TRAS_TEXT_LEAD, heading, 3 * TRAS_REPORT_GAP);
      table = tras_report_writer_new_table (&writer, columns, G_N_ELEMENTS (columns));
      for (guint k = 0; k < picking->lines->len; k++)
        add_line (table, picking->lines->pdata[k], format);
      tras_report_table_finish (table, writer.pages, TRAS_REPORT_GAP);
    }

  return report;
}
