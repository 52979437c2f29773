/* tras-order-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-order-forms.h"
#include "tras-order-lines.h"
#include "tras-outlook.h"
#include "tras-sale.h"

/**
 * TrasOrderLines:
 *
 * A row for each item of an order; what cannot be served any more on the order's day says so.
 */
struct _TrasOrderLines
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasOrderLines, tras_order_lines, TRAS_TYPE_DETAIL_SECTION)

static const char *const tables[] = { "item", "movement", "purchase", "purchase_line", "receipt",
                                      "sale", "sale_line", NULL };

/* ---- reading ---- */

typedef struct
{
  TrasSaleLine *line;
  TrasOutlook *outlook;  /* NULL where nothing is reserved any more */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->line);
  g_clear_pointer (&row->outlook, tras_outlook_free);
  g_free (row);
}

static gpointer
lines_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  gint64 sale_id = *(gint64 *) data;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, sale_id);
  lines = tras_db_select (db, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      Row *row = g_new0 (Row, 1);

      row->line = g_object_ref (lines->pdata[i]);
      g_ptr_array_add (rows, row);
      if (row->line->reserved == 0)
        continue;
      row->outlook = tras_outlook_load (db, row->line->item_id, sale_id, tras_day_today (), error);
      if (row->outlook == NULL)
        return NULL;
    }

  return lines != NULL ? g_steal_pointer (&rows) : NULL;
}

/* ---- rows ---- */

static char *
dup_quantity (TrasSaleLine *line)
{
  g_autofree char *quantity = tras_item_dup_amount (line->unit, line->quantity);
  g_autofree char *shipped = NULL;

  if (line->shipped == 0 || line->shipped >= line->quantity)
    return g_steal_pointer (&quantity);
  shipped = tras_number_format_quantity (tras_number_format_get_default (), line->shipped);

  /* Translators: how much of a line was sent, and how much was ordered, with its unit */
  return g_strdup_printf (_("%s of %s shipped"), shipped, quantity);
}

static char *
dup_amount (TrasSaleLine *line,
            const char   *currency)
{
  g_autofree char *quantity = dup_quantity (line);
  g_autofree char *money = NULL;

  if (line->price == TRAS_NULL)
    return g_steal_pointer (&quantity);
  money = tras_number_format_money (tras_number_format_get_default (), line->money, currency);

  /* Translators: of a line of an order: a quantity with its unit, and what it comes to */
  return g_strdup_printf (C_("order line", "%s · %s"), quantity, money);
}

static char *
dup_below (const Row  *row,
           const char *currency)
{
  g_autofree char *amount = dup_amount (row->line, currency);
  g_autofree char *words = NULL;

  if (row->outlook == NULL ||
      tras_outlook_can (row->outlook, row->line->promised_on, row->line->reserved))
    return g_steal_pointer (&amount);

  words = tras_outlook_dup_words (row->outlook, row->line->promised_on, row->line->reserved);

  /* Translators: what is ordered, and what can be promised of it */
  return g_strdup_printf (C_("order line", "%s\n%s"), amount, words);
}

static void
on_row_activated (GtkWidget         *widget,
                  TrasDetailSection *section)
{
  TrasSale *sale = TRAS_SALE (tras_detail_section_get_record (section));

  if (tras_detail_section_is_editable (section))
    tras_order_forms_change_line (GTK_WIDGET (section), tras_detail_section_get_store (section),
                                  sale, g_object_get_data (G_OBJECT (widget), "line"));
}

static void
add_row (TrasDetailSection *section,
         const Row         *row)
{
  TrasStore *store = tras_detail_section_get_store (section);
  g_autofree char *below = dup_below (row, tras_store_get_currency (store));
  gboolean kept = row->outlook == NULL ||
                  tras_outlook_can (row->outlook, row->line->promised_on, row->line->reserved);
  TrasSale *sale = TRAS_SALE (tras_detail_section_get_record (section));
  GtkWidget *widget =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", row->line->item_name,
                  "title-lines", 2, "subtitle", below, "subtitle-lines", 4, "activatable",
                  sale->shipped_on == TRAS_DAY_NONE, NULL);

  if (!kept)
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget),
                               g_object_new (GTK_TYPE_IMAGE, "icon-name", "tras-late-symbolic",
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));
  g_object_set_data_full (G_OBJECT (widget), "line", g_object_ref (row->line), g_object_unref);
  g_signal_connect_object (widget, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, widget);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  TrasSale *sale = TRAS_SALE (tras_detail_section_get_record (section));
  GPtrArray *rows = found;

  for (guint i = 0; i < rows->len; i++)
    add_row (section, rows->pdata[i]);
  tras_detail_section_set_can_add (section, sale->shipped_on == TRAS_DAY_NONE);

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  tras_order_forms_add_line (GTK_WIDGET (section), tras_detail_section_get_store (section),
                             TRAS_SALE (tras_detail_section_get_record (section)));
}

static void
tras_order_lines_class_init (TrasOrderLinesClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = lines_job;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_order_lines_init (TrasOrderLines *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Lines"), _("Add a line"));
}
