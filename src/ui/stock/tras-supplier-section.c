/* tras-supplier-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-supplier-board.h"
#include "tras-supplier-section.h"

struct _TrasSupplierSection
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasSupplierSection, tras_supplier_section, TRAS_TYPE_DETAIL_SECTION)

static void
add_row (TrasDetailSection *section,
         const char        *title,
         const char        *subtitle,
         const char        *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, NULL);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  tras_detail_section_add_row (section, row);
}

/* Tenths of a percent for people, a dash for nothing. */
static char *
dup_percent (gint64 permille)
{
  return permille >= 0
    ? tras_number_format_percent (tras_number_format_get_default (), (double) permille / 10, 1)
    : g_strdup ("–");
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_supplier_board_load (db, *(gint64 *) data, tras_day_today (), error);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  GPtrArray *all = data;
  const TrasSupplierFigures *figures = all->len > 0 ? all->pdata[0] : NULL;
  g_autofree char *otif = NULL;
  g_autofree char *rejected = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *judged = NULL;
  g_autofree char *receipts = NULL;

  if (figures == NULL || figures->n_lines == 0)
    {
      tras_detail_section_set_description (section,
                                           _("Nothing was ordered here yet. Once goods have come, "
                                             "their days and their quality stand here."));
      return figures != NULL;
    }

  tras_detail_section_set_description (section, NULL);
  lead = figures->lead_days >= 0
    ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) figures->lead_days),
                       figures->lead_days)
    : g_strdup ("–");
  otif = dup_percent (tras_supplier_figures_get_otif (figures));
  rejected = dup_percent (tras_supplier_figures_get_reject_rate (figures));
  receipts = g_strdup_printf (ngettext ("Median of %u receipt", "Median of %u receipts",
                                        figures->n_receipts), figures->n_receipts);
  /* Translators: how many lines of orders came on time in full, of how many that were due */
  judged = g_strdup_printf (_("%u of %u lines that were due"), figures->n_met, figures->n_judged);
  add_row (section, _("From order to receipt"), receipts, lead);
  add_row (section, _("On time in full"), judged, otif);
  add_row (section, _("Rejected"), _("Of all that came"), rejected);

  return TRUE;
}

static void
tras_supplier_section_class_init (TrasSupplierSectionClass *klass)
{
  static const char *const tables[] = { "purchase", "purchase_line", "receipt", "supplier", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
}

static void
tras_supplier_section_init (TrasSupplierSection *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("How It Delivers"), NULL);
}
