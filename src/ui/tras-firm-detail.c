/* tras-firm-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-entry-row.h"
#include "tras-firm-detail.h"

struct _TrasFirmDetail
{
  TrasDetail parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasFirmDetail, tras_firm_detail, TRAS_TYPE_DETAIL)

static void
tras_firm_detail_class_init (TrasFirmDetailClass *klass)
{
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-firm-detail.ui");
}

static void
tras_firm_detail_init (TrasFirmDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
