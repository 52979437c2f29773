/* tras-purchase-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-purchase-report.h"
#include "tras-report-writer.h"

#define SKU_MOST 90
#define NUMBER_MOST 110

/* A line's money as the file has it: rounded half up to the minor unit. */
static gint64
get_money (TrasPurchaseLine *line)
{
  return (gint64) (((__int128) line->quantity * line->unit_price + 500) / 1000);
}

static void
add_line (TrasReportTable        *table,
          TrasPurchaseLine       *line,
          const char             *currency,
          const TrasNumberFormat *format)
{
  g_autofree char *amount = tras_item_dup_amount (line->unit, line->quantity);
  g_autofree char *day = line->promised_on != TRAS_DAY_NONE
    ? tras_number_format_date_medium (format, line->promised_on) : NULL;
  g_autofree char *price = NULL;
  g_autofree char *money = NULL;

  if (line->unit_price != TRAS_NULL)
    {
      price = tras_number_format_money (format, line->unit_price, currency);
      money = tras_number_format_money (format, get_money (line), currency);
    }
  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, line->sku, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, line->item_name, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_STRONG, amount, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, price != NULL ? price : "", NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, money != NULL ? money : "", NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, day != NULL ? day : "", NULL);
}

/* The sum of what has a price; NULL where nothing has. */
static char *
dup_total (TrasPurchaseSheet      *sheet,
           const char             *currency,
           const TrasNumberFormat *format)
{
  gint64 total = 0;
  guint n_priced = 0;
  g_autofree char *money = NULL;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      TrasPurchaseLine *line = sheet->lines->pdata[i];

      if (line->unit_price == TRAS_NULL)
        continue;
      total += get_money (line);
      n_priced++;
    }
  if (n_priced == 0)
    return NULL;

  money = tras_number_format_money (format, total, currency);
  if (n_priced < sheet->lines->len)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_("Total of what has a price: %s"), money);

  /* Translators: %s is an amount of money */
  return g_strdup_printf (_("Total: %s"), money);
}

/**
 * tras_purchase_report_new:
 * @sheet: an order with its lines
 * @firm: the firm's name
 * @currency: its currency, as EUR
 * @format: how numbers and dates are written
 *
 * Returns: (transfer full): the order as its supplier gets it
 */
TrasReport *
tras_purchase_report_new (TrasPurchaseSheet      *sheet,
                          const char             *firm,
                          const char             *currency,
                          const TrasNumberFormat *format)
{
  const TrasReportColumn columns[] = {
    { _("SKU"), TRAS_ALIGN_START, SKU_MOST },
    { _("Item"), TRAS_ALIGN_START, 0 },
    { _("Quantity"), TRAS_ALIGN_END, NUMBER_MOST },
    { _("Unit price"), TRAS_ALIGN_END, NUMBER_MOST },
    { _("Money"), TRAS_ALIGN_END, NUMBER_MOST },
    { _("Needed by"), TRAS_ALIGN_START, NUMBER_MOST },
  };
  TrasPurchase *purchase;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *total = NULL;
  TrasReportWriter writer;
  TrasReportTable *table;
  TrasReport *report;

  g_return_val_if_fail (sheet != NULL && firm != NULL && currency != NULL && format != NULL, NULL);

  purchase = sheet->purchase;
  /* Translators: the head of an order to a supplier; %s is its number */
  title = g_strdup_printf (_("Order %s"), purchase->code != NULL ? purchase->code : "");
  day = tras_number_format_date_medium (format, purchase->sent_on != TRAS_DAY_NONE
                                                ? purchase->sent_on : purchase->made_on);
  report = tras_report_new (title, firm, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  writer = (TrasReportWriter) { tras_report_get_pages (report), tras_report_get_style (report),
                                format };
  tras_report_writer_add_text (&writer, TRAS_TEXT_SUBTITLE, firm, 0);
  tras_report_writer_add_text (&writer, TRAS_TEXT_TITLE, title, TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_LEAD, day, TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_HEADING, sheet->supplier->name,
                               2 * TRAS_REPORT_GAP);
  if (sheet->supplier->contact != NULL)
    tras_report_writer_add_text (&writer, TRAS_TEXT_BODY, sheet->supplier->contact, 0);

  table = tras_report_writer_new_table (&writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sheet->lines->len; i++)
    add_line (table, sheet->lines->pdata[i], currency, format);
  tras_report_table_finish (table, writer.pages, 3 * TRAS_REPORT_GAP);
  total = dup_total (sheet, currency, format);
  if (total != NULL)
    tras_report_writer_add_text (&writer, TRAS_TEXT_HEADING, total, 2 * TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_BODY,
                               _("Please name the number of the order on your delivery note."),
                               2 * TRAS_REPORT_GAP);

  return report;
}
