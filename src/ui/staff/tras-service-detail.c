/* tras-service-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-entry-row.h"
#include "tras-indicator.h"
#include "tras-reference-row.h"
#include "tras-service-detail.h"
#include "tras-service-ratings.h"
#include "tras-service-words.h"
#include "tras-text-row.h"
#include "tras-ticket-list.h"
#include "tras-window.h"

/**
 * TrasServiceDetail:
 *
 * The card of a service: what was said of it last, what is promised by whom to whom, the number
 * that measures it, and what was said month by month.
 */
struct _TrasServiceDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *indicator_row;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (TrasServiceDetail, tras_service_detail, TRAS_TYPE_DETAIL)

static char *
dup_state (TrasService *service)
{
  g_autofree char *score = NULL;
  g_autofree char *month = NULL;

  if (service->rated_on == TRAS_DAY_NONE)
    return g_strdup (_("Nobody has rated it yet."));

  score = tras_service_words_dup_score (service->score);
  month = tras_service_words_dup_month (service->rated_on);

  /* Translators: a score with its meaning, and the month that was rated */
  return g_strdup_printf (_("%s, in %s"), score, month);
}

static void
on_indicator_activated (TrasServiceDetail *self)
{
  TrasService *service = tras_detail_get_record (TRAS_DETAIL (self));

  if (service != NULL && service->indicator_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_INDICATOR, service->indicator_id);
}

static void
tras_service_detail_record_changed (TrasDetail *detail,
                                    gpointer    record)
{
  TrasServiceDetail *self = TRAS_SERVICE_DETAIL (detail);
  TrasService *service = record;
  g_autofree char *state = NULL;

  if (service == NULL)
    return;

  state = dup_state (service);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_row), service->indicator_id != 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->indicator_row),
                                 service->indicator_name != NULL ? service->indicator_name : "");
}

static void
tras_service_detail_class_init (TrasServiceDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_service_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SERVICE_RATINGS);
  g_type_ensure (TRAS_TYPE_SERVICE_TICKETS);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-service-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasServiceDetail, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, TrasServiceDetail, state);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_activated);
}

static void
tras_service_detail_init (TrasServiceDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
