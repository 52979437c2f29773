/* tras-firm-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-firm.h"
#include "tras-firm-detail.h"
#include "tras-reference-row.h"
#include "tras-text-row.h"

struct _TrasFirmDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *rules_row;
};

G_DEFINE_FINAL_TYPE (TrasFirmDetail, tras_firm_detail, TRAS_TYPE_DETAIL)

/* Whoever chooses rules sees what they cost. */
static void
tras_firm_detail_record_changed (TrasDetail *detail,
                                 gpointer    record)
{
  g_autofree char *price = NULL;

  if (record == NULL)
    return;

  price = tras_rule_set_dup_price (tras_rule_set_find (TRAS_FIRM (record)->rules));
  adw_action_row_set_subtitle (TRAS_FIRM_DETAIL (detail)->rules_row, price);
}

/* Whoever names others and not themselves would not see the costs again, and not know why. */
static char *
tras_firm_detail_dup_refusal (TrasDetail *detail,
                              gpointer    changed)
{
  TrasStore *store = tras_detail_get_store (detail);
  const char *who = tras_store_get_author (store);

  if (!tras_firm_shows_hour_cost_at (store) ||
      tras_firm_shows_hour_cost (TRAS_FIRM (changed), who))
    return NULL;

  /* Translators: in a list of users; %s is the name of who writes it */
  return g_strdup_printf (_("Include your own name: %s"), who);
}

static void
tras_firm_detail_class_init (TrasFirmDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_firm_detail_record_changed;
  TRAS_DETAIL_CLASS (klass)->dup_refusal = tras_firm_detail_dup_refusal;

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-firm-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFirmDetail, rules_row);
}

static void
tras_firm_detail_init (TrasFirmDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
