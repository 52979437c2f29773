/* tras-indicator-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-indicator-detail.h"
#include "tras-reference-row.h"
#include "tras-source-row.h"
#include "tras-switch-row.h"
#include "tras-text-row.h"

/**
 * TrasIndicatorDetail:
 *
 * All that defines an indicator, changed in place. What it is comes first, then how it is measured,
 * then who brings it.
 */
struct _TrasIndicatorDetail
{
  TrasDetail parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasIndicatorDetail, tras_indicator_detail, TRAS_TYPE_DETAIL)

static void
tras_indicator_detail_class_init (TrasIndicatorDetailClass *klass)
{
  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SOURCE_ROW);
  g_type_ensure (TRAS_TYPE_SWITCH_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-indicator-detail.ui");
}

static void
tras_indicator_detail_init (TrasIndicatorDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
