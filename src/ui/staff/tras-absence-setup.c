/* tras-absence-setup.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-setup.h"
#include "tras-absence.h"
#include "tras-entry-row.h"
#include "tras-help.h"
#include "tras-holiday.h"
#include "tras-inner-page.h"
#include "tras-inner-switch.h"
#include "tras-plain-detail.h"
#include "tras-record-page.h"
#include "tras-reference-row.h"
#include "tras-switch-row.h"

struct _TrasAbsenceSetup
{
  AdwWindow parent_instance;

  /* template widgets */
  TrasRecordPage *holidays;
  TrasRecordPage *kinds;
};

G_DEFINE_FINAL_TYPE (TrasAbsenceSetup, tras_absence_setup, ADW_TYPE_WINDOW)

static void
narrow_to_coming (TrasQuery *query,
                  gpointer   user_data)
{
  tras_query_where_date (query, "day", TRAS_QUERY_GE, tras_day_today ());
}

static void
on_new_holiday (TrasAbsenceSetup *self)
{
  g_autoptr (TrasHoliday) holiday = tras_holiday_new ();

  holiday->name = g_strdup (_("New holiday"));
  holiday->day = tras_day_today ();
  tras_record_page_create (self->holidays, holiday, _("New holiday"));
}

static void
on_new_kind (TrasAbsenceSetup *self)
{
  g_autoptr (TrasAbsenceKind) kind = tras_absence_kind_new ();

  kind->name = g_strdup (_("New kind of absence"));
  kind->counts = TRUE;
  tras_record_page_create (self->kinds, kind, _("New kind of absence"));
}

static void
tras_absence_setup_class_init (TrasAbsenceSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRAS_TYPE_ABSENCE_KIND);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_HOLIDAY);
  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  g_type_ensure (TRAS_TYPE_PLAIN_DETAIL);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SWITCH_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-absence-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasAbsenceSetup, holidays);
  gtk_widget_class_bind_template_child (widget_class, TrasAbsenceSetup, kinds);
  gtk_widget_class_bind_template_callback (widget_class, on_new_holiday);
  gtk_widget_class_bind_template_callback (widget_class, on_new_kind);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_absence_setup_init (TrasAbsenceSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  tras_help_set_page (GTK_WIDGET (self), "know-who-is-away");
  tras_record_page_add_chip (self->holidays, C_("holidays", "To come"), narrow_to_coming, NULL);
  tras_record_page_add_reference_filter (self->holidays, "area_id", _("All areas"));
}

/**
 * tras_absence_setup_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): a window that shows holidays and kinds of absence, and changes them in
 *   place
 */
TrasAbsenceSetup *
tras_absence_setup_new (TrasWindow *window)
{
  TrasAbsenceSetup *self = g_object_new (TRAS_TYPE_ABSENCE_SETUP,
                                         "transient-for", window,
                                         "destroy-with-parent", TRUE,
                                         NULL);

  tras_inner_page_set_store (TRAS_INNER_PAGE (self->holidays), tras_window_get_store (window));
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->kinds), tras_window_get_store (window));
  tras_inner_page_focus (TRAS_INNER_PAGE (self->holidays));

  return self;
}
