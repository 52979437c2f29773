/* tras-purchase-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-buy-forms.h"
#include "tras-number.h"
#include "tras-purchase-forms.h"
#include "tras-purchase-lines.h"

struct _TrasPurchaseLines
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPurchaseLines, tras_purchase_lines, TRAS_TYPE_DETAIL_SECTION)

static gboolean
is_state (TrasPurchaseLine *line,
          const char       *state)
{
  return g_strcmp0 (line->purchase_state, state) == 0;
}

static TrasPurchaseLine *
get_line (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "line");
}

static void
on_receive_clicked (GtkWidget         *button,
                    TrasDetailSection *section)
{
  tras_buy_forms_receive (GTK_WIDGET (section), tras_detail_section_get_store (section), NULL,
                          get_line (button));
}

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  TrasPurchaseSheet *sheet = tras_detail_section_get_found (section);

  if (tras_detail_section_is_editable (section))
    tras_purchase_forms_line (GTK_WIDGET (section), tras_detail_section_get_store (section),
                              sheet->purchase, get_line (row));
}

/* How much at what price, for when, and why. */
static char *
dup_order (TrasDetailSection *section,
           TrasPurchaseLine  *line)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const char *currency = tras_store_get_currency (tras_detail_section_get_store (section));
  g_autofree char *amount = tras_item_dup_amount (line->unit, line->quantity);
  g_autoptr (GString) text = g_string_new (NULL);

  if (line->unit_price != TRAS_NULL)
    {
      g_autofree char *price = tras_number_format_money (format, line->unit_price, currency);

      /* Translators: a quantity with its unit, and what a unit costs */
      g_string_append_printf (text, _("%s at %s"), amount, price);
    }
  else
    {
      g_string_append (text, amount);
    }
  if (line->promised_on != TRAS_DAY_NONE)
    {
      g_autofree char *day = tras_number_format_date_medium (format, line->promised_on);
      /* Translators: %s is a date */
      g_autofree char *promised = g_strdup_printf (_("promised for %s"), day);

      g_string_append_printf (text, " · %s", promised);
    }
  if (line->action_title != NULL)
    {
      /* Translators: %s is an action of a plan */
      g_autofree char *action = g_strdup_printf (_("for “%s”"), line->action_title);

      g_string_append_printf (text, " · %s", action);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What came, and what is still missing; NULL where the order was not sent. */
static char *
dup_came (TrasPurchaseLine *line)
{
  gint64 missing = tras_purchase_line_get_missing (line);
  gboolean late = is_state (line, "sent") && missing > 0 && line->promised_on != TRAS_DAY_NONE &&
                  line->promised_on < tras_day_today ();
  g_autofree char *good = tras_item_dup_amount (line->unit, line->good);
  g_autofree char *rejected = tras_item_dup_amount (line->unit, line->rejected);
  g_autofree char *rest = tras_item_dup_amount (line->unit, missing);
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_state (line, "draft") || is_state (line, "cancelled"))
    return NULL;

  /* Translators: %s is a quantity with its unit */
  g_string_append_printf (text, _("%s received"), good);
  if (line->rejected > 0)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a quantity with its unit */
      g_string_append_printf (text, _("%s rejected"), rejected);
    }
  if (missing > 0 && is_state (line, "sent"))
    {
      g_string_append (text, " · ");
      /* Translators: %s is a quantity with its unit */
      g_string_append_printf (text, late ? _("%s late") : _("%s to come"), rest);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_receive_button (TrasDetailSection *section,
                    AdwActionRow      *row,
                    TrasPurchaseLine  *line)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Receive…"));
  /* Translators: what a button does, for those who hear it; %s is an item */
  g_autofree char *label = g_strdup_printf (_("Receive “%s”"), line->item_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "line", g_object_ref (line), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_receive_clicked), section, 0);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (TrasDetailSection *section,
         TrasPurchaseLine  *line)
{
  gboolean editable = tras_detail_section_is_editable (section);
  g_autofree char *order = dup_order (section, line);
  g_autofree char *came = dup_came (line);
  g_autofree char *subtitle = came != NULL ? g_strdup_printf ("%s\n%s", order, came)
                                           : g_strdup (order);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE,
                                 "title", line->item_name, "subtitle", subtitle,
                                 "title-lines", 2, "subtitle-lines", 4,
                                 "activatable", editable && is_state (line, "draft"), NULL);

  g_object_set_data_full (G_OBJECT (row), "line", g_object_ref (line), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  if (editable && is_state (line, "sent") && tras_purchase_line_get_missing (line) > 0)
    add_receive_button (section, ADW_ACTION_ROW (row), line);
  tras_detail_section_add_row (section, row);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_purchase_sheet_load (db, *(gint64 *) data, error);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  TrasPurchaseSheet *sheet = data;
  gboolean draft = g_strcmp0 (sheet->purchase->state, "draft") == 0;

  for (guint i = 0; i < sheet->lines->len; i++)
    add_row (section, sheet->lines->pdata[i]);
  tras_detail_section_set_can_add (section, draft);
  tras_detail_section_set_description (section, sheet->lines->len == 0
                                       ? _("Nothing is on the order yet. Add what is to be bought.")
                                       : NULL);

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  TrasPurchaseSheet *sheet = tras_detail_section_get_found (section);

  tras_purchase_forms_line (GTK_WIDGET (section), tras_detail_section_get_store (section),
                            sheet->purchase, NULL);
}

static void
tras_purchase_lines_class_init (TrasPurchaseLinesClass *klass)
{
  static const char *const tables[] = { "action", "item", "purchase", "purchase_line", "receipt",
                                        "supplier", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = (GDestroyNotify) tras_purchase_sheet_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_purchase_lines_init (TrasPurchaseLines *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Lines"), _("New line"));
}
