/* tras-staff-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-page.h"
#include "tras-area.h"
#include "tras-certificate-page.h"
#include "tras-entry-row.h"
#include "tras-help.h"
#include "tras-hiring-page.h"
#include "tras-org-page.h"
#include "tras-person.h"
#include "tras-person-detail.h"
#include "tras-plain-detail.h"
#include "tras-record-page.h"
#include "tras-reference-row.h"
#include "tras-role-skills.h"
#include "tras-sealed-page.h"
#include "tras-service-page.h"
#include "tras-skill-page.h"
#include "tras-staff-page.h"
#include "tras-suggestion-page.h"
#include "tras-survey-page.h"
#include "tras-training-page.h"
#include "tras-switch-row.h"
#include "tras-window.h"

/**
 * TrasStaffPage:
 *
 * Who works here, in which parts of the firm, and in which roles.
 */
struct _TrasStaffPage
{
  TrasListsPage parent_instance;

  /* template widgets */
  TrasRecordPage *areas;
  TrasRecordPage *people;
  TrasRecordPage *roles;
  TrasCertificatePage *certificates;
  TrasSealedPage *reports;
};

G_DEFINE_FINAL_TYPE (TrasStaffPage, tras_staff_page, TRAS_TYPE_LISTS_PAGE)

/* ---- filters ---- */

static void
narrow_to_working (TrasQuery *query,
                   gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "here");
  tras_query_where_date (query, "hired_on", TRAS_QUERY_LE, tras_day_today ());
}

static void
narrow_to_joining (TrasQuery *query,
                   gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "here");
  tras_query_where_date (query, "hired_on", TRAS_QUERY_GT, tras_day_today ());
}

static void
narrow_to_left (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "left");
}

static void
narrow_to_open (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_int (query, "open_seats", TRAS_QUERY_GT, 0);
}

static void
add_filters (TrasStaffPage *self)
{
  tras_record_page_add_chip (self->people, C_("staff", "Working now"), narrow_to_working, NULL);
  tras_record_page_add_chip (self->people, C_("staff", "Joining"), narrow_to_joining, NULL);
  tras_record_page_add_chip (self->people, C_("staff", "Left"), narrow_to_left, NULL);
  tras_record_page_add_reference_filter (self->people, "area_id", _("All areas"));
  tras_record_page_add_reference_filter (self->people, "role_id", _("All roles"));
  tras_record_page_add_chip (self->roles, C_("staff", "Open seats"), narrow_to_open, NULL);
  tras_record_page_add_reference_filter (self->roles, "area_id", _("All areas"));
}

/* ---- new records ---- */

static void
on_new_person (TrasStaffPage *self)
{
  g_autoptr (TrasPerson) person = tras_person_new ();

  person->name = g_strdup (_("New person"));
  person->hired_on = tras_day_today ();
  tras_record_page_create (self->people, person, _("New person"));
}

static void
on_new_area (TrasStaffPage *self)
{
  g_autoptr (TrasArea) area = tras_area_new ();

  area->name = g_strdup (_("New area"));
  tras_record_page_create (self->areas, area, _("New area"));
}

static void
on_area_found (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TrasStaffPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = tras_store_select_finish (TRAS_STORE (object), result, &error);
  g_autoptr (TrasRole) role = NULL;

  if (areas == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (areas->len == 0)
    {
      tras_window_toast (GTK_WIDGET (self), _("A role stands in an area: add the area first"));
      tras_lists_page_set_visible (TRAS_LISTS_PAGE (self), self->areas);
      return;
    }

  role = tras_role_new ();
  role->name = g_strdup (_("New role"));
  role->area_id = TRAS_RECORD (areas->pdata[0])->id;
  tras_record_page_create (self->roles, role, _("New role"));
}

/* A role has an area from the start: the first one, until another is chosen. */
static void
on_new_role (TrasStaffPage *self)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_AREA);

  tras_query_order (query, "name", FALSE);
  tras_store_select_async (tras_page_get_store (TRAS_PAGE (self)), query, NULL, on_area_found,
                           g_object_ref (self));
}

/* ---- the page ---- */

/* Certificates that expire and reports that are late: both wait for somebody. */
static void
add_up_attention (TrasStaffPage *self)
{
  guint certificates, reports;

  g_object_get (self->certificates, "attention", &certificates, NULL);
  g_object_get (self->reports, "attention", &reports, NULL);
  tras_page_set_attention (TRAS_PAGE (self), certificates + reports);
}

static void
tras_staff_page_class_init (TrasStaffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_PAGE_CLASS (klass)->kind = "people";

  g_type_ensure (TRAS_TYPE_ABSENCE_PAGE);
  g_type_ensure (TRAS_TYPE_AREA);
  g_type_ensure (TRAS_TYPE_CERTIFICATE_PAGE);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_HIRING_PAGE);
  g_type_ensure (TRAS_TYPE_ORG_PAGE);
  g_type_ensure (TRAS_TYPE_PERSON);
  g_type_ensure (TRAS_TYPE_PERSON_DETAIL);
  g_type_ensure (TRAS_TYPE_PLAIN_DETAIL);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_ROLE);
  g_type_ensure (TRAS_TYPE_SERVICE_PAGE);
  g_type_ensure (TRAS_TYPE_SUGGESTION_PAGE);
  g_type_ensure (TRAS_TYPE_SURVEY_PAGE);
  g_type_ensure (TRAS_TYPE_SWITCH_ROW);
  g_type_ensure (TRAS_TYPE_TRAINING_PAGE);
  g_type_ensure (TRAS_TYPE_ROLE_SKILLS);
  g_type_ensure (TRAS_TYPE_SEALED_PAGE);
  g_type_ensure (TRAS_TYPE_SKILL_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasStaffPage, areas);
  gtk_widget_class_bind_template_child (widget_class, TrasStaffPage, certificates);
  gtk_widget_class_bind_template_child (widget_class, TrasStaffPage, people);
  gtk_widget_class_bind_template_child (widget_class, TrasStaffPage, reports);
  gtk_widget_class_bind_template_child (widget_class, TrasStaffPage, roles);
  gtk_widget_class_bind_template_callback (widget_class, on_new_area);
  gtk_widget_class_bind_template_callback (widget_class, on_new_person);
  gtk_widget_class_bind_template_callback (widget_class, on_new_role);
}

static void
tras_staff_page_init (TrasStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "know-the-staff");
  add_filters (self);
  g_signal_connect_object (self->certificates, "notify::attention",
                           G_CALLBACK (add_up_attention), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reports, "notify::attention", G_CALLBACK (add_up_attention), self,
                           G_CONNECT_SWAPPED);
}
