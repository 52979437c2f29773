/* tras-ticket-trail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-text.h"
#include "tras-number.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-trail.h"
#include "tras-ticket-words.h"

/**
 * TrasTicketTrail:
 *
 * A row for each step of a ticket, the newest first, and how long each area worked on it.
 */
struct _TrasTicketTrail
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasTicketTrail, tras_ticket_trail, TRAS_TYPE_DETAIL_SECTION)

/* ---- reading ---- */

typedef struct
{
  GPtrArray *steps;
  GPtrArray *areas;
} Trail;

static void
trail_free (gpointer data)
{
  Trail *trail = data;

  g_clear_pointer (&trail->steps, g_ptr_array_unref);
  g_clear_pointer (&trail->areas, g_ptr_array_unref);
  g_free (trail);
}

static gpointer
trail_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET_STEP);
  Trail *trail = g_new0 (Trail, 1);
  gint64 id = *(gint64 *) data;

  tras_query_where_int (query, "ticket_id", TRAS_QUERY_EQ, id);
  tras_query_order (query, "at", TRUE);
  trail->steps = tras_db_select (db, query, error);
  trail->areas = trail->steps != NULL ? tras_ticket_load_areas (db, id, error) : NULL;
  if (trail->areas == NULL)
    g_clear_pointer (&trail, trail_free);

  return trail;
}

/* ---- rows ---- */

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  if (tras_detail_section_is_editable (section))
    tras_ticket_forms_change_step (GTK_WIDGET (section), tras_detail_section_get_store (section),
                                   TRAS_TICKET (tras_detail_section_get_record (section)),
                                   g_object_get_data (G_OBJECT (row), "step"));
}

/* When, by whom and for how long; what is not known is left out. */
static char *
dup_below (TrasTicketStep *step)
{
  const TrasTable *table = tras_record_get_table (TRAS_RECORD (step));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, tras_field_dup_shown (TRAS_RECORD (step),
                                                tras_table_find_field (table, "at"),
                                                tras_number_format_get_default (), NULL));
  if (step->area_name != NULL)
    g_ptr_array_add (parts, g_strdup (step->area_name));
  if (step->person_name != NULL)
    g_ptr_array_add (parts, g_strdup (step->person_name));
  if (step->minutes > 0)
    g_ptr_array_add (parts, tras_ticket_words_dup_minutes (step->minutes));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
get_title (TrasTicketStep *step,
           gboolean        internal)
{
  if (step->words != NULL)
    return step->words;
  if (step->waits)
    return internal ? _("From here on it is the asking area’s turn")
                    : _("From here on it is the customer’s turn");

  return step->minutes > 0 ? _("Worked on it") : _("Taken up again");
}

static void
add_row (TrasDetailSection *section,
         TrasTicketStep    *step)
{
  gboolean internal =
    tras_ticket_is_internal (TRAS_TICKET (tras_detail_section_get_record (section)));
  g_autofree char *below = dup_below (step);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 get_title (step, internal), "title-lines", 6, "subtitle", below,
                                 "subtitle-lines", 3, "activatable", TRUE, NULL);

  if (step->waits)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE, "icon-name", "tras-blocked-symbolic",
                                             "tooltip-text",
                                             internal ? _("The asking area’s turn")
                                                      : _("The customer’s turn"), NULL));
  g_object_set_data_full (G_OBJECT (row), "step", g_object_ref (step), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  TrasTicket *ticket = TRAS_TICKET (tras_detail_section_get_record (section));
  Trail *trail = found;
  g_autofree char *areas = tras_ticket_words_dup_areas (trail->areas);
  g_autofree char *escaped = areas != NULL ? g_markup_escape_text (areas, -1) : NULL;

  for (guint i = 0; i < trail->steps->len; i++)
    add_row (section, trail->steps->pdata[i]);
  tras_detail_section_set_description (section, trail->steps->len > 0
                                                  ? escaped
                                                  : _("Nobody has done anything about it yet."));
  tras_detail_section_set_can_add (section, tras_ticket_is_open (ticket));

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  tras_ticket_forms_add_step (GTK_WIDGET (section), tras_detail_section_get_store (section),
                              TRAS_TICKET (tras_detail_section_get_record (section)));
}

static void
tras_ticket_trail_class_init (TrasTicketTrailClass *klass)
{
  static const char *const tables[] = { "area", "person", "ticket", "ticket_step", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = trail_job;
  section_class->loading.free_result = trail_free;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_ticket_trail_init (TrasTicketTrail *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Along the Way"), _("Add a step"));
}
