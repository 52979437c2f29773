/* tras-person-absences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-board.h"
#include "tras-absence-form.h"
#include "tras-departure.h"
#include "tras-load-board.h"
#include "tras-person-absences.h"

#define MONTHS 12
#define MOST_ROWS 6

struct _TrasPersonAbsences
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPersonAbsences, tras_person_absences, TRAS_TYPE_DETAIL_SECTION)

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  TrasDeparture *found = tras_detail_section_get_found (section);

  if (tras_detail_section_is_editable (section))
    tras_absence_form_change (GTK_WIDGET (section), tras_detail_section_get_store (section),
                              found->work, g_object_get_data (G_OBJECT (row), "absence"));
}

static void
add_row (TrasDetailSection *section,
         TrasAbsence       *absence)
{
  g_autofree char *span = tras_absence_dup_span (absence, tras_number_format_get_default ());
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE,
                                 "title", absence->kind_name, "subtitle", span,
                                 "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "absence", g_object_ref (absence), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

/* Of the twelve months up to today: what counts in the rate, and the rest. */
static char *
dup_sum (TrasDeparture *found)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasDay today = tras_day_today ();
  TrasDay from = tras_day_add_months (today, -MONTHS) + 1;
  gint64 counted = 0, other = 0;
  g_autofree char *lost = NULL;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < found->absences->len; i++)
    {
      TrasAbsence *absence = found->absences->pdata[i];
      gint64 minutes = tras_work_book_get_lost (found->work, absence, from, today);

      *(absence->counts ? &counted : &other) += minutes;
    }
  lost = tras_load_dup_hours (counted, format);
  rest = tras_load_dup_hours (other, format);

  /* Translators: two numbers of hours: absences that count in the absence rate, and others */
  return g_strdup_printf (_("In twelve months %s h that count in the absence rate, %s h of other "
                            "kinds."), lost, rest);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_departure_load (db, *(gint64 *) data, error);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  TrasDeparture *found = data;
  guint n = found->absences->len;
  g_autofree char *sum = dup_sum (found);

  for (guint i = n; i > 0 && n - i < MOST_ROWS; i--)
    add_row (section, found->absences->pdata[i - 1]);
  tras_detail_section_set_description (section, sum);
  tras_detail_section_set_can_add (section, found->person->left_on == TRAS_DAY_NONE);

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  TrasDeparture *found = tras_detail_section_get_found (section);
  TrasDay today = tras_day_today ();

  tras_absence_form_add (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         found->work, tras_detail_section_get_record (section)->id, today, today);
}

static void
tras_person_absences_class_init (TrasPersonAbsencesClass *klass)
{
  static const char *const tables[] = { "absence", "absence_kind", "area", "holiday", "person",
                                        "post", "role", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = (GDestroyNotify) tras_departure_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_person_absences_init (TrasPersonAbsences *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Absence"), _("New absence"));
}
