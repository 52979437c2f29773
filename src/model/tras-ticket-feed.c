/* tras-ticket-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-firm.h"
#include "tras-number.h"
#include "tras-ticket-feed.h"
#include "tras-ticket-time.h"
#include "tras-ticket.h"

#define DAY_SECONDS (24 * 60 * 60)

/* As tras_feed_load() has it: an instant's day is the one in UTC. */
static gint32
get_period (TrasTicket *ticket,
            TrasEvery   every)
{
  return tras_period_index (every,
                            (TrasDay) floor ((double) ticket->closed_at / DAY_SECONDS));
}

typedef struct
{
  const TrasFeed *feed;
  double minor;      /* minor units of one of the currency */
  gint32 period;
  GArray *seconds;   /* of the tickets of the period so far */
  gint64 cost;       /* likewise */
  GArray *points;
} Walk;

static double
get_days (Walk *walk)
{
  const gint64 *seconds = (const gint64 *) (gpointer) walk->seconds->data;
  gint64 days = g_str_equal (walk->feed->id, "tickets.resolve-median")
                  ? tras_ticket_time_get_median (seconds, walk->seconds->len)
                  : tras_ticket_time_get_rank (seconds, walk->seconds->len, TRAS_TICKET_TIME_MOST);

  return (double) days / DAY_SECONDS;
}

static void
end_period (Walk *walk)
{
  TrasComputedPoint point = { walk->period, NAN, NAN, NAN, FALSE };

  if (walk->seconds->len == 0)
    return;

  if (g_str_equal (walk->feed->id, "tickets.cost"))
    {
      point.num = (double) walk->cost / walk->minor;
      point.den = walk->seconds->len;
      point.value = point.num / point.den;
    }
  else
    point.value = get_days (walk);
  g_array_append_val (walk->points, point);
  g_array_set_size (walk->seconds, 0);
  walk->cost = 0;
}

/**
 * tras_ticket_feed_load:
 * @feed: a feed of tickets that is replayed
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), for what no sum says: times in the middle, and money.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_ticket_feed_load (const TrasFeed  *feed,
                       TrasDb          *db,
                       TrasEvery        every,
                       gint32           first,
                       gint32           last,
                       GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET);
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  Walk walk = { .feed = feed, .period = first, .seconds = seconds, .points = points };

  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (last < first)
    return g_steal_pointer (&points);
  tras_query_where_null (query, "closed_at", FALSE);
  tras_query_order (query, "closed_at", FALSE);
  firm = tras_firm_load (db, error);
  tickets = firm != NULL ? tras_db_select (db, query, error) : NULL;
  if (tickets == NULL)
    return NULL;

  walk.minor = pow (10, tras_currency_get_decimals (firm->currency));
  for (guint i = 0; i < tickets->len; i++)
    {
      TrasTicket *ticket = tickets->pdata[i];
      gint32 period = get_period (ticket, every);
      gint64 took = tras_ticket_get_seconds (ticket, 0);

      if (period < first || period > last)
        continue;
      if (period != walk.period)
        end_period (&walk);
      walk.period = period;
      g_array_append_val (seconds, took);
      walk.cost += ticket->cost != TRAS_NULL ? ticket->cost : 0;
    }
  end_period (&walk);

  return g_steal_pointer (&points);
}
