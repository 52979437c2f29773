/* tras-hiring-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-feed.h"
#include "tras-hiring-board.h"

/* ---- reading ---- */

static TrasVacancy *
find_vacancy (GHashTable *vacancies,
              gint64      id)
{
  return g_hash_table_lookup (vacancies, &id);
}

static int
compare_hires (gconstpointer a,
               gconstpointer b)
{
  return ((const TrasBoardHire *) a)->hire.filled_on - ((const TrasBoardHire *) b)->hire.filled_on;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  TrasCandidate *one = *(TrasCandidate *const *) a;
  TrasCandidate *two = *(TrasCandidate *const *) b;

  if (one->vacancy_id != two->vacancy_id)
    return one->vacancy_id < two->vacancy_id ? -1 : 1;

  return one->state_on - two->state_on;
}

/* Those who were hired for one vacancy, one behind the other. */
static void
add_hires (TrasHiringBoard  *self,
           TrasVacancy      *vacancy,
           TrasCandidate   **hired,
           guint             n_hired)
{
  g_autofree TrasHire *hires = g_new0 (TrasHire, n_hired);

  for (guint i = 0; i < n_hired; i++)
    {
      hires[i].opened_on = vacancy->opened_on;
      hires[i].filled_on = hired[i]->state_on;
    }
  tras_hire_share_cost (hires, n_hired, MAX (vacancy->cost, 0));
  for (guint i = 0; i < n_hired; i++)
    {
      TrasBoardHire hire = { hires[i], vacancy->area_id };

      g_array_append_val (self->hires, hire);
    }
}

static void
add_all_hires (TrasHiringBoard *self,
               GPtrArray       *hired)
{
  g_autoptr (GHashTable) vacancies = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint end;

  for (guint i = 0; i < self->vacancies->len; i++)
    g_hash_table_insert (vacancies, &TRAS_RECORD (self->vacancies->pdata[i])->id,
                         self->vacancies->pdata[i]);
  g_ptr_array_sort (hired, compare_candidates);
  for (guint i = 0; i < hired->len; i = end)
    {
      gint64 id = TRAS_CANDIDATE (hired->pdata[i])->vacancy_id;

      for (end = i + 1; end < hired->len; end++)
        {
          if (TRAS_CANDIDATE (hired->pdata[end])->vacancy_id != id)
            break;
        }
      add_hires (self, find_vacancy (vacancies, id), (TrasCandidate **) &hired->pdata[i], end - i);
    }
  g_array_sort (self->hires, compare_hires);
}

/**
 * tras_hiring_board_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): all vacancies and what came of them
 */
TrasHiringBoard *
tras_hiring_board_load (TrasDb  *db,
                        GError **error)
{
  g_autoptr (TrasHiringBoard) self = g_new0 (TrasHiringBoard, 1);
  g_autoptr (TrasQuery) vacancies = tras_query_new (TRAS_TYPE_VACANCY);
  g_autoptr (TrasQuery) candidates = tras_query_new (TRAS_TYPE_CANDIDATE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) hired = g_ptr_array_new ();

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->hires = g_array_new (FALSE, FALSE, sizeof (TrasBoardHire));
  if ((self->vacancies = tras_db_select (db, vacancies, error)) == NULL ||
      (rows = tras_db_select (db, candidates, error)) == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      if (tras_candidate_is_hired (rows->pdata[i]))
        g_ptr_array_add (hired, rows->pdata[i]);
    }
  add_all_hires (self, hired);

  return g_steal_pointer (&self);
}

void
tras_hiring_board_free (TrasHiringBoard *self)
{
  g_clear_pointer (&self->vacancies, g_ptr_array_unref);
  g_clear_pointer (&self->hires, g_array_unref);
  g_free (self);
}

/**
 * tras_hiring_board_dup_ids:
 * @self: a board
 * @states: (array length=n_states): how vacancies stand
 * @n_states: how many
 * @today: a day
 *
 * Returns: (transfer full) (element-type gint64): the vacancies that stand so
 */
GArray *
tras_hiring_board_dup_ids (TrasHiringBoard        *self,
                           const TrasVacancyState *states,
                           guint                   n_states,
                           TrasDay                 today)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->vacancies->len; i++)
    {
      TrasVacancyState state = tras_vacancy_get_state (self->vacancies->pdata[i], today);

      for (guint j = 0; j < n_states; j++)
        {
          if (states[j] == state)
            g_array_append_val (ids, TRAS_RECORD (self->vacancies->pdata[i])->id);
        }
    }

  return ids;
}

/* ---- figures ---- */

static void
figure_free (gpointer data)
{
  TrasHiringFigure *figure = data;

  g_free (figure->area_name);
  g_free (figure);
}

static TrasHiringFigure *
add_figure (GPtrArray  *figures,
            gint64      area_id,
            const char *name)
{
  TrasHiringFigure *figure = g_new0 (TrasHiringFigure, 1);

  figure->area_id = area_id;
  figure->area_name = g_strdup (name);
  g_ptr_array_add (figures, figure);

  return figure;
}

static TrasHiringFigure *
find_figure (GPtrArray *figures,
             gint64     area_id)
{
  for (guint i = 0; i < figures->len; i++)
    {
      TrasHiringFigure *figure = figures->pdata[i];

      if (figure->area_id == area_id)
        return figure;
    }

  return NULL;
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const TrasHiringFigure *one = *(const TrasHiringFigure *const *) a;
  const TrasHiringFigure *two = *(const TrasHiringFigure *const *) b;

  if ((one->area_id == 0) != (two->area_id == 0))
    return one->area_id == 0 ? -1 : 1;

  return g_utf8_collate (one->area_name != NULL ? one->area_name : "",
                         two->area_name != NULL ? two->area_name : "");
}

static gboolean
lies_in (TrasDay day,
         TrasDay from,
         TrasDay to)
{
  return day != TRAS_DAY_NONE && day >= from && day <= to;
}

/**
 * tras_hiring_board_dup_figures:
 * @self: a board
 * @from: a period's first day
 * @to: its last day
 *
 * Returns: (transfer full) (element-type TrasHiringFigure): the whole firm, and behind it by name
 *   each area in which a seat was filled or a vacancy given up in the period
 */
GPtrArray *
tras_hiring_board_dup_figures (TrasHiringBoard *self,
                               TrasDay          from,
                               TrasDay          to)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  TrasHiringFigure *firm = add_figure (figures, 0, NULL);

  g_return_val_if_fail (self != NULL, figures);

  for (guint i = 0; i < self->vacancies->len; i++)
    {
      TrasVacancy *vacancy = self->vacancies->pdata[i];

      g_hash_table_insert (names, &vacancy->area_id, vacancy->area_name);
    }
  for (guint i = 0; i < self->hires->len; i++)
    {
      const TrasBoardHire *hire = &g_array_index (self->hires, TrasBoardHire, i);
      TrasHiringFigure *area = find_figure (figures, hire->area_id);

      if (!lies_in (hire->hire.filled_on, from, to))
        continue;
      if (area == NULL)
        area = add_figure (figures, hire->area_id, g_hash_table_lookup (names, &hire->area_id));
      tras_hire_sum_add (&area->sum, &hire->hire);
      tras_hire_sum_add (&firm->sum, &hire->hire);
    }
  for (guint i = 0; i < self->vacancies->len; i++)
    {
      TrasVacancy *vacancy = self->vacancies->pdata[i];
      TrasHiringFigure *area = find_figure (figures, vacancy->area_id);

      if (vacancy->filled > 0 || !lies_in (vacancy->closed_on, from, to))
        continue;
      if (area == NULL)
        area = add_figure (figures, vacancy->area_id, vacancy->area_name);
      area->closed++;
      area->lost += MAX (vacancy->cost, 0);
      firm->closed++;
      firm->lost += MAX (vacancy->cost, 0);
    }
  g_ptr_array_sort (figures, compare_figures);

  return figures;
}

/**
 * tras_hiring_board_get_first_day:
 * @self: a board
 *
 * Returns: the first day on which a seat was filled or a vacancy closed; %TRAS_DAY_NONE for none
 */
TrasDay
tras_hiring_board_get_first_day (TrasHiringBoard *self)
{
  TrasDay first = TRAS_DAY_NONE;

  g_return_val_if_fail (self != NULL, TRAS_DAY_NONE);

  if (self->hires->len > 0)
    first = g_array_index (self->hires, TrasBoardHire, 0).hire.filled_on;
  for (guint i = 0; i < self->vacancies->len; i++)
    {
      TrasDay day = TRAS_VACANCY (self->vacancies->pdata[i])->closed_on;

      if (day != TRAS_DAY_NONE && (first == TRAS_DAY_NONE || day < first))
        first = day;
    }

  return first;
}

/**
 * tras_hiring_figure_dup_definition:
 *
 * Returns: (transfer full): what the figures are, in sentences
 */
char *
tras_hiring_figure_dup_definition (void)
{
  const TrasFeed *feed = tras_feed_find ("staff.time-to-fill", NULL);

  /* Translators: the name of a figure and what is counted, then sentences about another figure */
  return g_strdup_printf (_("%s: %s %s"), _(feed->title), _(feed->definition),
                          _("Cost to fill: what hiring for a vacancy has cost, in equal parts on "
                            "the seats of it that were filled: the mean. What was spent on "
                            "vacancies that were closed with nobody hired stands apart."));
}
