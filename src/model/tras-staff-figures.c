/* tras-staff-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-area.h"
#include "tras-few.h"
#include "tras-person.h"
#include "tras-staff-figures.h"
#include "tras-stint.h"
#include "tras-work-book.h"

#define YEAR_MONTHS 12

/* What all months are worked out of. Areas are places: those of the file by name, and behind them
 * one for people without a post. */
typedef struct
{
  TrasWorkBook *work;
  GPtrArray *areas;     /* of TrasArea */
  GHashTable *places;   /* of area → place */
  GArray *stints;
  GHashTable *absences; /* of month → GPtrArray of TrasAbsence, those that count and touch it */
} Loader;

static void
figure_free (gpointer data)
{
  TrasStaffFigure *self = data;

  g_free (self->area_name);
  g_free (self);
}

static guint
find_place (Loader *self,
            gint64  area_id)
{
  gpointer place;

  return g_hash_table_lookup_extended (self->places, &area_id, NULL, &place)
           ? GPOINTER_TO_UINT (place) : self->areas->len;
}

static TrasLeaving
get_leaving (TrasPerson *person)
{
  if (g_strcmp0 (person->left_why, "resigned") == 0)
    return TRAS_LEAVING_RESIGNED;
  if (g_strcmp0 (person->left_why, "contract-end") == 0 ||
      g_strcmp0 (person->left_why, "other") == 0 || person->left_why == NULL)
    return TRAS_LEAVING_NOT_COUNTED;

  return TRAS_LEAVING_OTHER;
}

/* A person is in the area of the newest post that they have begun; before the first, in its. */
static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasPerson *person = record;
  guint n;
  const TrasWorkPost *posts = tras_work_book_get_posts_of (self->work, TRAS_RECORD (person)->id,
                                                           &n);
  TrasDay end = person->left_on != TRAS_DAY_NONE ? person->left_on : TRAS_DAY_MAX;
  TrasStint stint = { find_place (self, n > 0 ? posts[0].area_id : 0), person->hired_on, end,
                      TRAS_LEAVING_NONE };

  for (guint i = 1; i < n && posts[i].from <= end; i++)
    {
      guint place = find_place (self, posts[i].area_id);

      if (place == stint.area || posts[i].from <= stint.from)
        {
          stint.area = place;
          continue;
        }
      stint.to = posts[i].from - 1;
      g_array_append_val (self->stints, stint);
      stint = (TrasStint) { place, posts[i].from, end, TRAS_LEAVING_NONE };
    }
  if (end != TRAS_DAY_MAX)
    stint.leaving = get_leaving (person);
  g_array_append_val (self->stints, stint);

  return TRUE;
}

static gboolean
take_absence (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasAbsence *absence = record;
  gint32 month = tras_period_index (TRAS_EVERY_MONTH, absence->from_on);
  gint32 last = tras_period_index (TRAS_EVERY_MONTH, absence->to_on);

  for (; month <= last; month++)
    {
      GPtrArray *absences = g_hash_table_lookup (self->absences, GINT_TO_POINTER (month));

      if (absences == NULL)
        {
          absences = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->absences, GINT_TO_POINTER (month), absences);
        }
      g_ptr_array_add (absences, tras_record_dup (absence));
    }

  return TRUE;
}

static gboolean
loader_read (Loader  *self,
             TrasDb  *db,
             TrasDay  from,
             GError **error)
{
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) absences = tras_query_new (TRAS_TYPE_ABSENCE);

  tras_query_order (areas, "path", FALSE);
  tras_query_where_int (absences, "counts", TRAS_QUERY_EQ, 1);
  tras_query_where_date (absences, "to_on", TRAS_QUERY_GE, from);
  self->work = tras_work_book_load (db, error);
  self->areas = self->work != NULL ? tras_db_select (db, areas, error) : NULL;
  if (self->areas == NULL)
    return FALSE;

  for (guint i = 0; i < self->areas->len; i++)
    g_hash_table_insert (self->places, &TRAS_RECORD (self->areas->pdata[i])->id,
                         GUINT_TO_POINTER (i));

  return tras_db_foreach (db, people, take_person, self, error) &&
         tras_db_foreach (db, absences, take_absence, self, error);
}

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_hash_table_unref);
  g_clear_pointer (&self->stints, g_array_unref);
  g_clear_pointer (&self->work, tras_work_book_unref);
}

/* ---- a month ---- */

static void
count_people (Loader          *self,
              TrasStaffFigure *figure,
              guint            area)
{
  const TrasStint *stints = (const TrasStint *) (gpointer) self->stints->data;
  guint n = self->stints->len;
  TrasDay last = tras_day_add_months (figure->month, 1) - 1;
  TrasDay first = tras_day_add_months (last + 1, -YEAR_MONTHS);

  figure->heads = tras_stints_count_heads (stints, n, area, last);
  figure->mean_heads = tras_stints_get_mean (stints, n, area, first, last);
  figure->resigned = tras_stints_count_leavers (stints, n, area, first, last,
                                                TRAS_LEAVING_RESIGNED);
  figure->leavers = figure->resigned +
                    tras_stints_count_leavers (stints, n, area, first, last, TRAS_LEAVING_OTHER);
  figure->ended = tras_stints_count_leavers (stints, n, area, first, last,
                                             TRAS_LEAVING_NOT_COUNTED);
}

/* Into the area's figure and the firm's, which stands first. */
static void
count_minutes (Loader           *self,
               TrasStaffFigure **figures)
{
  TrasDay first = figures[0]->month, last = tras_day_add_months (first, 1) - 1;
  GPtrArray *absences;
  guint n;
  const TrasWorkPost *posts = tras_work_book_get_posts (self->work, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 minutes = tras_work_post_get_contracted (&posts[i], first, last);

      figures[0]->contracted += minutes;
      figures[1 + find_place (self, posts[i].area_id)]->contracted += minutes;
    }
  absences = g_hash_table_lookup (self->absences,
                                  GINT_TO_POINTER (tras_period_index (TRAS_EVERY_MONTH, first)));
  for (guint i = 0; absences != NULL && i < absences->len; i++)
    {
      TrasAbsence *absence = absences->pdata[i];
      gint64 area_id = tras_work_book_get_area (self->work, absence->person_id, absence->from_on);
      gint64 minutes = tras_work_book_get_lost (self->work, absence, first, last);

      figures[0]->lost += minutes;
      figures[1 + find_place (self, area_id)]->lost += minutes;
    }
}

/* By the heads of the month's end for absences, by the mean of the year for turnover. */
static void
hide_few (TrasStaffFigure **figures,
          guint             n)
{
  g_autofree guint *heads = g_new0 (guint, n);
  g_autofree gboolean *hidden = g_new0 (gboolean, n);

  for (guint i = 1; i < n; i++)
    heads[i - 1] = figures[i]->heads;
  figures[0]->absence_is_hidden = !tras_few_hide (heads, n - 1, hidden);
  for (guint i = 1; i < n; i++)
    figures[i]->absence_is_hidden = hidden[i - 1];

  for (guint i = 1; i < n; i++)
    {
      heads[i - 1] = (guint) floor (figures[i]->mean_heads);
      /* Whoever was there for a month is somebody, too. */
      heads[i - 1] += heads[i - 1] == 0 && figures[i]->mean_heads > 0;
    }
  figures[0]->turnover_is_hidden = !tras_few_hide (heads, n - 1, hidden);
  for (guint i = 1; i < n; i++)
    figures[i]->turnover_is_hidden = hidden[i - 1];
}

static TrasStaffFigure *
make_figure (TrasDay   month,
             TrasArea *area)
{
  TrasStaffFigure *figure = g_new0 (TrasStaffFigure, 1);

  figure->month = month;
  if (area != NULL)
    {
      figure->area_id = TRAS_RECORD (area)->id;
      figure->area_name = g_strdup (area->name);
    }

  return figure;
}

/* The firm, then its areas. Those without a post are in the firm's figures alone. */
static void
add_month (Loader    *self,
           TrasDay    month,
           GPtrArray *all)
{
  guint n = self->areas->len + 2;
  g_autofree TrasStaffFigure **figures = g_new0 (TrasStaffFigure *, n);

  for (guint i = 0; i < n; i++)
    {
      figures[i] = make_figure (month, i > 0 && i < n - 1 ? self->areas->pdata[i - 1] : NULL);
      count_people (self, figures[i], i > 0 ? i - 1 : TRAS_STINT_ALL);
    }
  count_minutes (self, figures);
  hide_few (figures, n);
  for (guint i = 0; i < n - 1; i++)
    g_ptr_array_add (all, figures[i]);
  figure_free (figures[n - 1]);
}

/**
 * tras_staff_figures_load:
 * @db: a connection
 * @day: a day
 * @n_months: how many months at the most
 * @error: where to put the error
 *
 * Months that were over by @day, and in which somebody worked here: for each of them the firm, then
 * its areas.
 *
 * Returns: (transfer full) (element-type TrasStaffFigure) (nullable): the figures
 */
GPtrArray *
tras_staff_figures_load (TrasDb   *db,
                         TrasDay   day,
                         guint     n_months,
                         GError  **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (figure_free);
  TrasDay this_month = tras_period_first_day (TRAS_EVERY_MONTH, day);
  TrasDay first = tras_day_add_months (this_month, -(int) n_months);
  TrasDay begin = TRAS_DAY_MAX;
  Loader loader = { NULL };
  gboolean ok;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  loader.places = g_hash_table_new (g_int64_hash, g_int64_equal);
  loader.stints = g_array_new (FALSE, FALSE, sizeof (TrasStint));
  loader.absences = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  ok = loader_read (&loader, db, first, error);
  for (guint i = 0; ok && i < loader.stints->len; i++)
    begin = MIN (begin, g_array_index (loader.stints, TrasStint, i).from);
  if (begin != TRAS_DAY_MAX)
    {
      first = MAX (first, tras_period_first_day (TRAS_EVERY_MONTH, begin));
      for (TrasDay month = first; month < this_month; month = tras_day_add_months (month, 1))
        add_month (&loader, month, all);
    }
  loader_clear (&loader);

  return ok ? g_steal_pointer (&all) : NULL;
}

/**
 * tras_staff_figure_get_turnover:
 * @self: a figure
 *
 * Returns: leavers in percent of the mean daily headcount of twelve months; NAN for nobody
 */
double
tras_staff_figure_get_turnover (const TrasStaffFigure *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->mean_heads > 0 ? 100 * self->leavers / self->mean_heads : NAN;
}

/**
 * tras_staff_figure_get_voluntary:
 * @self: a figure
 *
 * Returns: those who resigned in percent of the mean daily headcount of twelve months; NAN for
 *   nobody
 */
double
tras_staff_figure_get_voluntary (const TrasStaffFigure *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->mean_heads > 0 ? 100 * self->resigned / self->mean_heads : NAN;
}

/**
 * tras_staff_figure_get_absence:
 * @self: a figure
 *
 * Returns: lost minutes in percent of those contracted; NAN for none
 */
double
tras_staff_figure_get_absence (const TrasStaffFigure *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->contracted > 0 ? 100.0 * (double) self->lost / (double) self->contracted : NAN;
}
