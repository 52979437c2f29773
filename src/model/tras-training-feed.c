/* tras-training-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-action-records.h"
#include "tras-few.h"
#include "tras-firm.h"
#include "tras-hour-costs.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-training-cost.h"
#include "tras-training-feed.h"
#include "tras-training.h"

/* A held session: its day, how long it took, and the place of its period. */
typedef struct
{
  TrasDay day;
  gint64 minutes;
  guint place;
} Held;

typedef struct
{
  TrasEvery every;
  gint32 first;
  guint n;
  gint64 *costs;
  double *heads;
  GHashTable **paid;     /* of each period the people whose time cost something */
  GHashTable *sessions;
  TrasHourCosts *hour_costs;
} Sums;

static gboolean
take_session (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Sums *self = user_data;
  TrasTrainingSession *session = record;
  TrasDay day = tras_training_session_get_day (session);
  gint32 place = tras_period_index (self->every, day) - self->first;
  Held held = { day, session->minutes, (guint) place };

  if (place < 0 || place >= (gint32) self->n)
    return TRUE;

  self->costs[place] += MAX (session->cost, 0);
  g_hash_table_insert (self->sessions, g_memdup2 (&TRAS_RECORD (session)->id, sizeof (gint64)),
                       g_memdup2 (&held, sizeof held));

  return TRUE;
}

static gboolean
take_seat (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Sums *self = user_data;
  TrasTrainingSeat *seat = record;
  const Held *held = g_hash_table_lookup (self->sessions, &seat->session_id);
  gint64 minutes, paid;

  if (held == NULL)
    return TRUE;

  minutes = MAX (seat->minutes != TRAS_NULL ? seat->minutes : held->minutes, 0);
  paid = tras_training_cost_get_paid (minutes, tras_hour_costs_get (self->hour_costs,
                                                                    seat->person_id, held->day));
  if (paid == 0)
    return TRUE;

  self->costs[held->place] += paid;
  if (self->paid[held->place] == NULL)
    self->paid[held->place] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (self->paid[held->place], g_memdup2 (&seat->person_id, sizeof (gint64)));

  return TRUE;
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Sums *self = user_data;
  TrasPerson *person = record;

  for (guint i = 0; i < self->n; i++)
    {
      TrasDay from = tras_period_start (self->every, self->first + (gint32) i);
      TrasDay to = tras_period_start (self->every, self->first + (gint32) i + 1) - 1;
      TrasDay begins = MAX (from, person->hired_on);
      TrasDay ends = person->left_on != TRAS_DAY_NONE ? MIN (to, person->left_on) : to;

      self->heads[i] += (double) MAX (ends - begins + 1, 0) / (to - from + 1);
    }

  return TRUE;
}

static gboolean
add_all (Sums    *self,
         TrasDb  *db,
         GError **error)
{
  g_autoptr (TrasQuery) sessions = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (TrasQuery) seats = tras_query_new (TRAS_TYPE_TRAINING_SEAT);
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);

  tras_query_where_text (sessions, "state", TRAS_QUERY_EQ, "held");
  tras_query_where_text (seats, "state", TRAS_QUERY_EQ, "present");

  return tras_db_foreach (db, sessions, take_session, self, error) &&
         tras_db_foreach (db, seats, take_seat, self, error) &&
         tras_db_foreach (db, people, take_person, self, error);
}

/* Whether the period's sum tells what an hour of somebody's work costs, fees being known. */
static gboolean
tells_of_few (const Sums *self,
              guint       place)
{
  return self->paid[place] != NULL && g_hash_table_size (self->paid[place]) < TRAS_FEW_LEAST;
}

/**
 * tras_training_feed_load:
 * @feed: the feed of what training costs a head
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), for what needs to know what an hour of somebody's work cost on a day.
 * Where the firm does not show that to everybody, a period with the paid time of fewer than
 * %TRAS_FEW_LEAST people has no value, whoever asks: all desks have the same numbers.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_training_feed_load (const TrasFeed  *feed,
                         TrasDb          *db,
                         TrasEvery        every,
                         gint32           first,
                         gint32           last,
                         GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (TrasHourCosts) hour_costs = NULL;
  g_autoptr (GHashTable) sessions =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (TrasFirm) firm = NULL;
  g_autofree gint64 *costs = NULL;
  g_autofree double *heads = NULL;
  g_autofree GHashTable **paid = NULL;
  Sums sums = { every, first, 0 };
  gboolean added, keeps_few;
  double minor;

  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (last < first)
    return g_steal_pointer (&points);

  firm = tras_firm_load (db, error);
  hour_costs = firm != NULL ? tras_hour_costs_load (db, error) : NULL;
  if (hour_costs == NULL)
    return NULL;

  sums.n = (guint) (last - first) + 1;
  sums.costs = costs = g_new0 (gint64, sums.n);
  sums.heads = heads = g_new0 (double, sums.n);
  sums.paid = paid = g_new0 (GHashTable *, sums.n);
  sums.sessions = sessions;
  sums.hour_costs = hour_costs;
  added = add_all (&sums, db, error);

  /* Nobody in particular sees it only where everybody does. */
  keeps_few = !tras_firm_shows_hour_cost (firm, "");
  minor = pow (10, tras_currency_get_decimals (firm->currency));
  for (guint i = 0; i < sums.n; i++)
    {
      double cost = (double) costs[i] / minor;
      TrasComputedPoint point = { first + (gint32) i, cost / heads[i], cost, heads[i], FALSE };

      if (isfinite (point.value) && !(keeps_few && tells_of_few (&sums, i)))
        g_array_append_val (points, point);
      g_clear_pointer (&paid[i], g_hash_table_unref);
    }

  return added ? g_steal_pointer (&points) : NULL;
}
