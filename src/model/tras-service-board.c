/* tras-service-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-area.h"
#include "tras-service-board.h"

G_DEFINE_BOXED_TYPE (TrasServiceBoard, tras_service_board, tras_service_board_ref,
                     tras_service_board_unref)

static void
facts_free (gpointer data)
{
  TrasServiceFacts *self = data;

  g_object_unref (self->service);
  g_ptr_array_unref (self->ratings);
  g_free (self);
}

static void
area_free (gpointer data)
{
  TrasServiceArea *self = data;

  g_free (self->name);
  g_free (self);
}

static void
clear (gpointer data)
{
  TrasServiceBoard *self = data;

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
}

/**
 * tras_service_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasServiceBoard *
tras_service_board_ref (TrasServiceBoard *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * tras_service_board_unref:
 * @self: (transfer full): a board
 */
void
tras_service_board_unref (TrasServiceBoard *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ---- reading ---- */

static gboolean
take_service (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  TrasServiceBoard *self = user_data;
  TrasServiceFacts *facts = g_new0 (TrasServiceFacts, 1);

  facts->service = tras_record_dup (record);
  facts->ratings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->facts, facts);
  g_hash_table_insert (self->by_id, &TRAS_RECORD (facts->service)->id, facts);

  return TRUE;
}

static gboolean
take_rating (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  TrasServiceBoard *self = user_data;
  TrasServiceFacts *facts =
    g_hash_table_lookup (self->by_id, &TRAS_SERVICE_RATING (record)->service_id);

  if (facts != NULL)
    g_ptr_array_add (facts->ratings, tras_record_dup (record));

  return TRUE;
}

/* Each area with its parts behind it. */
static void
add_parts (TrasServiceBoard *self,
           GPtrArray        *rows,
           gint64            parent_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TrasArea *row = rows->pdata[i];
      TrasServiceArea *area;

      if (row->parent_id != parent_id)
        continue;
      area = g_new0 (TrasServiceArea, 1);
      area->id = TRAS_RECORD (row)->id;
      area->name = g_strdup (row->name);
      g_ptr_array_add (self->areas, area);
      add_parts (self, rows, area->id);
    }
}

static gboolean
read_rows (TrasServiceBoard *self,
           TrasDb           *db,
           GError          **error)
{
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) services = tras_query_new (TRAS_TYPE_SERVICE);
  g_autoptr (TrasQuery) ratings = tras_query_new (TRAS_TYPE_SERVICE_RATING);
  g_autoptr (GPtrArray) rows = NULL;

  tras_query_order (areas, "name", FALSE);
  tras_query_order (services, "what", FALSE);
  tras_query_order (ratings, "period_on", FALSE);
  rows = tras_db_select (db, areas, error);
  if (rows == NULL)
    return FALSE;

  add_parts (self, rows, 0);

  return tras_db_foreach (db, services, take_service, self, error) &&
         tras_db_foreach (db, ratings, take_rating, self, error);
}

/* ---- what follows ---- */

static TrasServiceArea *
find_area (TrasServiceBoard *self,
           gint64            id)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      TrasServiceArea *area = self->areas->pdata[i];

      if (area->id == id)
        return area;
    }

  return NULL;
}

static TrasServiceScore *
dup_scores (const TrasServiceFacts *facts)
{
  TrasServiceScore *scores = g_new (TrasServiceScore, MAX (facts->ratings->len, 1));

  for (guint i = 0; i < facts->ratings->len; i++)
    {
      TrasServiceRating *rating = facts->ratings->pdata[i];

      scores[i] = (TrasServiceScore) { rating->period_on, (int) rating->score };
    }

  return scores;
}

static gboolean
is_unrated (const TrasServiceFacts *facts,
            TrasDay                 month)
{
  return tras_service_is_running (facts->service, month) &&
         tras_service_facts_get_rating (facts, month) == NULL;
}

static void
work_out (TrasServiceBoard *self,
          TrasServiceFacts *facts)
{
  g_autofree TrasServiceScore *scores = dup_scores (facts);
  guint n = facts->ratings->len;
  TrasServiceArea *giver = find_area (self, facts->service->giver_id);
  TrasServiceArea *taker = find_area (self, facts->service->taker_id);

  facts->mean = tras_service_score_get_recent (scores, n, self->month);
  facts->change = tras_service_score_get_change (scores, n, self->month);
  facts->grade = tras_service_score_get_grade (facts->mean, facts->service->target);
  facts->is_running = tras_service_is_running (facts->service, self->month);
  facts->is_to_rate = is_unrated (facts, self->month);
  facts->is_missed = is_unrated (facts, tras_day_add_months (self->month, -1));
  self->n_to_rate += facts->is_to_rate;
  self->n_missed += facts->is_missed;

  if (giver != NULL)
    {
      giver->n_given += facts->is_running;
      tras_service_mean_add (&giver->given, scores, n,
                             tras_day_add_months (self->month, 1 - TRAS_SERVICE_MONTHS),
                             self->month);
    }
  if (taker != NULL)
    taker->n_taken += facts->is_running;
}

static guint
get_place (TrasServiceBoard       *self,
           const TrasServiceFacts *facts)
{
  guint place = 0;

  while (place < self->areas->len &&
         ((TrasServiceArea *) self->areas->pdata[place])->id != facts->service->giver_id)
    place++;

  return place;
}

/* Of one area, they stay in the order of their words. */
static int
compare_facts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TrasServiceFacts *const *x = a, *const *y = b;
  guint left = get_place (user_data, *x), right = get_place (user_data, *y);

  return (left > right) - (left < right);
}

/**
 * tras_service_board_load:
 * @db: a connection
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): all services, with what follows from their ratings
 */
TrasServiceBoard *
tras_service_board_load (TrasDb   *db,
                         TrasDay   day,
                         GError  **error)
{
  g_autoptr (TrasServiceBoard) self = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self = g_atomic_rc_box_new0 (TrasServiceBoard);
  self->month = tras_period_first_day (TRAS_EVERY_MONTH, day);
  self->facts = g_ptr_array_new_with_free_func (facts_free);
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (!read_rows (self, db, error))
    return NULL;

  g_ptr_array_sort_with_data (self->facts, compare_facts, self);
  for (guint i = 0; i < self->facts->len; i++)
    work_out (self, self->facts->pdata[i]);

  return g_steal_pointer (&self);
}

/**
 * tras_service_board_find:
 * @self: a board
 * @service_id: a service
 *
 * Returns: (nullable): what is known of it
 */
const TrasServiceFacts *
tras_service_board_find (TrasServiceBoard *self,
                         gint64            service_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, &service_id);
}

/**
 * tras_service_board_dup_ids:
 * @self: a board
 * @filter: which services
 *
 * Returns: (transfer full) (element-type gint64): those services
 */
GArray *
tras_service_board_dup_ids (TrasServiceBoard  *self,
                            TrasServiceFilter  filter)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->facts->len; i++)
    {
      const TrasServiceFacts *facts = self->facts->pdata[i];

      if (filter == TRAS_SERVICE_TO_RATE ? facts->is_to_rate : facts->is_missed)
        g_array_append_val (ids, TRAS_RECORD (facts->service)->id);
    }

  return ids;
}

/**
 * tras_service_facts_get_rating:
 * @self: a service
 * @month: the first day of a month
 *
 * Returns: (transfer none) (nullable): what was said of that month
 */
TrasServiceRating *
tras_service_facts_get_rating (const TrasServiceFacts *self,
                               TrasDay                 month)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->ratings->len; i > 0; i--)
    {
      TrasServiceRating *rating = self->ratings->pdata[i - 1];

      if (rating->period_on == month)
        return rating;
    }

  return NULL;
}
