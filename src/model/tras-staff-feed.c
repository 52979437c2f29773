/* tras-staff-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-hiring-board.h"
#include "tras-staff-feed.h"
#include "tras-work-book.h"

/* A fraction for each period. */
typedef struct
{
  TrasEvery every;
  gint32 first;
  guint n;
  TrasWorkBook *book;
  double *nums;
  double *dens;
} Sums;

static void
get_period (const Sums *self,
            guint       place,
            TrasDay    *from,
            TrasDay    *to)
{
  *from = tras_period_start (self->every, self->first + (gint32) place);
  *to = tras_period_start (self->every, self->first + (gint32) place + 1) - 1;
}

/* The places of the periods that days from @from to @to lie in; none where *@place is *@end. */
static void
get_places (const Sums *self,
            TrasDay     from,
            TrasDay     to,
            guint      *place,
            guint      *end)
{
  gint32 begins = tras_period_index (self->every, from) - self->first;
  gint32 ends = tras_period_index (self->every, to) - self->first;

  *place = (guint) MAX (begins, 0);
  *end = (guint) MAX (MIN (ends + 1, (gint32) self->n), (gint32) *place);
}

/* ---- absence ---- */

static gboolean
take_absence (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Sums *self = user_data;
  TrasAbsence *absence = record;
  guint place, end;

  get_places (self, absence->from_on, absence->to_on, &place, &end);
  for (; place < end; place++)
    {
      TrasDay from, to;

      get_period (self, place, &from, &to);
      self->nums[place] += 100.0 * (double) tras_work_book_get_lost (self->book, absence, from, to);
    }

  return TRUE;
}

static gboolean
add_absence (Sums    *self,
             TrasDb  *db,
             GError **error)
{
  g_autoptr (TrasWorkBook) book = tras_work_book_load (db, error);
  g_autoptr (TrasQuery) absences = tras_query_new (TRAS_TYPE_ABSENCE);
  const TrasWorkPost *posts;
  guint n_posts;

  if (book == NULL)
    return FALSE;

  self->book = book;
  posts = tras_work_book_get_posts (book, &n_posts);
  for (guint i = 0; i < n_posts; i++)
    {
      guint place, end;

      get_places (self, posts[i].from, posts[i].to, &place, &end);
      for (; place < end; place++)
        {
          TrasDay from, to;

          get_period (self, place, &from, &to);
          self->dens[place] += (double) tras_work_post_get_contracted (&posts[i], from, to);
        }
    }
  tras_query_where_int (absences, "counts", TRAS_QUERY_EQ, 1);
  tras_query_where_date (absences, "to_on", TRAS_QUERY_GE,
                         tras_period_start (self->every, self->first));

  return tras_db_foreach (db, absences, take_absence, self, error);
}

/* ---- hiring ---- */

static gboolean
add_time_to_fill (Sums    *self,
                  TrasDb  *db,
                  GError **error)
{
  g_autoptr (TrasHiringBoard) board = tras_hiring_board_load (db, error);

  if (board == NULL)
    return FALSE;

  for (guint i = 0; i < board->hires->len; i++)
    {
      const TrasHire *hire = &g_array_index (board->hires, TrasBoardHire, i).hire;
      guint place, end;

      get_places (self, hire->filled_on, hire->filled_on, &place, &end);
      if (place < end)
        {
          self->nums[place] += tras_hire_get_days (hire);
          self->dens[place]++;
        }
    }

  return TRUE;
}

/**
 * tras_staff_feed_load:
 * @feed: a feed of people that is replayed
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), for what needs to know which days are worked, or how many lie between two.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_staff_feed_load (const TrasFeed  *feed,
                      TrasDb          *db,
                      TrasEvery        every,
                      gint32           first,
                      gint32           last,
                      GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autofree double *nums = NULL;
  g_autofree double *dens = NULL;
  Sums sums = { every, first, 0 };
  gboolean ok;

  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (last < first)
    return g_steal_pointer (&points);

  sums.n = (guint) (last - first) + 1;
  sums.nums = nums = g_new0 (double, sums.n);
  sums.dens = dens = g_new0 (double, sums.n);
  ok = g_str_equal (feed->id, "staff.absence") ? add_absence (&sums, db, error)
                                               : add_time_to_fill (&sums, db, error);
  if (!ok)
    return NULL;

  for (guint i = 0; i < sums.n; i++)
    {
      TrasComputedPoint point = { first + (gint32) i, nums[i] / dens[i], nums[i], dens[i], FALSE };

      if (isfinite (point.value))
        g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}
