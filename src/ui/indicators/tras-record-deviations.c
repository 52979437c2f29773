/* tras-record-deviations.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-about.h"
#include "tras-deviation-forms.h"
#include "tras-deviation-words.h"
#include "tras-record-deviations.h"
#include "tras-sale.h"
#include "tras-stockout.h"
#include "tras-window.h"

G_DEFINE_ABSTRACT_TYPE (TrasRecordDeviations, tras_record_deviations, TRAS_TYPE_DETAIL_SECTION)

static const char *const tables[] = { "action", "deviation", "indicator", "movement", "sale",
                                      NULL };

/* ---- rows ---- */

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  TrasRecord *deviation = g_object_get_data (G_OBJECT (row), "deviation");

  tras_window_show_record (GTK_WIDGET (section), TRAS_TYPE_DEVIATION, deviation->id);
}

static void
add_row (TrasDetailSection *section,
         TrasDeviation     *deviation)
{
  TrasDay today = tras_day_today ();
  g_autofree char *next = tras_deviation_words_dup_next (deviation, today);
  /* Translators: the code of a deviation, and what comes next with it */
  g_autofree char *words = g_strdup_printf (C_("deviation", "%s · %s"), deviation->code, next);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 deviation->fact, "title-lines", 3, "subtitle", words,
                                 "subtitle-lines", 2, "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  tras_deviation_words_get_icon (deviation, today),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, tras_deviation_words_get_class (deviation, today));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  g_object_set_data_full (G_OBJECT (row), "deviation", g_object_ref (deviation), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

/* What a rule says draws the eye. */
static void
add_proposal (TrasDetailSection *section,
              const char        *words)
{
  gboolean editable = tras_detail_section_is_editable (section);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words,
                                 "title-lines", 0, "activatable", editable, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "tras-worse-up-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "tras-worse");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (editable)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Open a deviation (Ctrl+Shift+D)"));
  g_signal_connect_object (row, "activated", G_CALLBACK (tras_record_deviations_open), section,
                           G_CONNECT_SWAPPED);
  tras_detail_section_add_row (section, row);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  TrasDeviationAbout *about = found;

  tras_detail_section_set_can_add (section, about->draft != NULL && about->proposal == NULL);
  if (about->proposal != NULL)
    add_proposal (section, about->proposal);
  for (guint i = 0; i < about->deviations->len; i++)
    add_row (section, about->deviations->pdata[i]);

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  tras_record_deviations_open (TRAS_RECORD_DEVIATIONS (section));
}

/**
 * tras_record_deviations_open:
 * @self: a section
 *
 * Asks for the rest of a deviation that is made of the record, or shows the one that is being
 * followed up.
 */
void
tras_record_deviations_open (TrasRecordDeviations *self)
{
  TrasDetailSection *section = TRAS_DETAIL_SECTION (self);
  TrasDeviationAbout *about = tras_detail_section_get_found (section);
  g_autoptr (TrasDeviation) draft = NULL;

  if (about == NULL)
    return;
  for (guint i = 0; about->draft == NULL && i < about->deviations->len; i++)
    {
      if (!tras_deviation_is_closed (about->deviations->pdata[i]))
        tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_DEVIATION,
                                 TRAS_RECORD (about->deviations->pdata[i])->id);
    }
  if (about->draft == NULL || !tras_detail_section_is_editable (section))
    return;

  draft = tras_record_dup (about->draft);
  tras_deviation_forms_open (GTK_WIDGET (self), tras_detail_section_get_store (section), draft);
}

static void
tras_record_deviations_class_init (TrasRecordDeviationsClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.free_result = (GDestroyNotify) tras_deviation_about_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_record_deviations_init (TrasRecordDeviations *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Deviations"),
                                 _("Open a deviation (Ctrl+Shift+D)"));
}

/* ---- of an order ---- */

struct _TrasOrderDeviations
{
  TrasRecordDeviations parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasOrderDeviations, tras_order_deviations, TRAS_TYPE_RECORD_DEVIATIONS)

static gpointer
order_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return tras_deviation_about_load (db, TRAS_TYPE_SALE, *(gint64 *) data, tras_day_today (),
                                    error);
}

static void
tras_order_deviations_class_init (TrasOrderDeviationsClass *klass)
{
  TRAS_DETAIL_SECTION_CLASS (klass)->loading.job = order_job;
}

static void
tras_order_deviations_init (TrasOrderDeviations *self)
{
}

/* ---- of a stock-out ---- */

struct _TrasStockoutDeviations
{
  TrasRecordDeviations parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasStockoutDeviations, tras_stockout_deviations,
                     TRAS_TYPE_RECORD_DEVIATIONS)

static gpointer
stockout_job (TrasDb        *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return tras_deviation_about_load (db, TRAS_TYPE_STOCKOUT, *(gint64 *) data, tras_day_today (),
                                    error);
}

static void
tras_stockout_deviations_class_init (TrasStockoutDeviationsClass *klass)
{
  TRAS_DETAIL_SECTION_CLASS (klass)->loading.job = stockout_job;
}

static void
tras_stockout_deviations_init (TrasStockoutDeviations *self)
{
}
