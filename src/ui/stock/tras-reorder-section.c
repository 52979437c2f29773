/* tras-reorder-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-reorder-section.h"
#include "tras-supplier-board.h"
#include "tras-window.h"

struct _TrasReorderSection
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasReorderSection, tras_reorder_section, TRAS_TYPE_DETAIL_SECTION)

static const char *const tables[] = { "item", "location", "movement", "purchase", "purchase_line",
                                      "receipt", "supplier", NULL };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree TrasReorderProposal *proposal = g_new0 (TrasReorderProposal, 1);

  if (!tras_reorder_proposal_load (proposal, db, *(gint64 *) data, tras_day_today (), error))
    return NULL;

  return g_steal_pointer (&proposal);
}

static void
on_take (TrasDetailSection *section)
{
  TrasItem *item = TRAS_ITEM (tras_detail_section_get_record (section));
  const TrasReorderProposal *proposal = tras_detail_section_get_found (section);
  g_autoptr (TrasEdit) edit = NULL;

  if (item == NULL || proposal == NULL)
    return;

  edit = tras_reorder_proposal_take (proposal, item);
  tras_window_apply (GTK_WIDGET (section), g_steal_pointer (&edit), TRAS_APPLY_DEFAULT, NULL, NULL);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  TrasItem *item = TRAS_ITEM (tras_detail_section_get_record (section));
  const TrasReorderProposal *proposal = found;
  gint64 level = tras_reorder_proposal_get_level (proposal);
  g_autofree char *amount = NULL;
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;
  GtkWidget *row, *button;

  if (!item->stocked || !item->active || level <= 0 || level == item->reorder_at)
    return FALSE;

  amount = tras_item_dup_amount (item->unit, level);
  /* Translators: %s is a quantity with its unit: the level at which to buy */
  title = g_strdup_printf (_("Reorder at %s?"), amount);
  reason = tras_reorder_proposal_dup_reason (proposal, item->unit);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "title-lines", 2,
                      "subtitle", reason, "subtitle-lines", 6, NULL);
  if (tras_detail_section_is_editable (section))
    {
      button = g_object_new (GTK_TYPE_BUTTON, "label", C_("level", "_Take It"), "use-underline",
                             TRUE, "valign", GTK_ALIGN_CENTER, "tooltip-text",
                             _("Buy this item at the level that is proposed"), NULL);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_take), section,
                               G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  tras_detail_section_add_row (section, row);

  return TRUE;
}

static void
tras_reorder_section_class_init (TrasReorderSectionClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = g_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
}

static void
tras_reorder_section_init (TrasReorderSection *self)
{
}
