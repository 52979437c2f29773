/* tras-sample-tickets.c: what the sample's customers and areas ask, and what was done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sample-private.h"
#include "tras-ticket-steps.h"

#define MINUTE_SECONDS 60
#define HOUR_SECONDS (60 * MINUTE_SECONDS)
#define DAY_SECONDS (24 * HOUR_SECONDS)

/* Themes come back over so many days, and not in the last ones, which are told one by one. */
#define HISTORY_DAYS 730
#define TOLD_DAYS 16

/* A ticket and what was done about it, before any of it is stored: numbers follow the days. */
typedef struct
{
  TrasTicket *ticket;
  GPtrArray *steps;
} Story;

static void
story_free (gpointer data)
{
  Story *story = data;

  g_object_unref (story->ticket);
  g_ptr_array_unref (story->steps);
  g_free (story);
}

static int
compare_stories (gconstpointer a,
                 gconstpointer b)
{
  const Story *const *x = a, *const *y = b;

  return ((*x)->ticket->opened_at > (*y)->ticket->opened_at) -
         ((*x)->ticket->opened_at < (*y)->ticket->opened_at);
}

/* ---- one ticket ---- */

/* Some hours of a working day on. */
static gint64
add_days (gint64 instant,
          int    days)
{
  TrasDay day = (TrasDay) (instant / DAY_SECONDS);

  while (days > 0)
    days -= tras_day_weekday (++day) <= 5;

  return day * (gint64) DAY_SECONDS + instant % DAY_SECONDS;
}

/* Who takes the second step, and others than the theme's first area and person. */
static gboolean
add_step (TrasSample  *self,
          const char  *theme,
          Story       *story,
          gboolean     second,
          gint64       at,
          gint64       minutes,
          gboolean     waits,
          GError     **error)
{
  TrasTicketStep *step = tras_ticket_draft_step (story->ticket, at);

  step->minutes = minutes;
  step->waits = waits;
  if (minutes > 0)
    step->words = tras_sample_dup_text (self, theme, second ? "done" : "asked");
  g_ptr_array_add (story->steps, step);

  return !second || (tras_sample_refer (self, theme, "second_area", "area", &step->area_id,
                                        error) &&
                     tras_sample_refer (self, theme, "second_person", "person",
                                        &step->person_id, error));
}

/* More or less what the theme says. */
static gint64
vary (TrasSampleRandom *random,
      gint64            usual)
{
  return (gint64) ((double) usual * (0.6 + 0.8 * tras_sample_random_next (random)) + 0.5);
}

static Story *
begin (TrasSample        *self,
       const char        *theme,
       TrasSampleRandom  *random,
       TrasDay            day,
       GError           **error)
{
  g_autoptr(TrasTicket) ticket = tras_ticket_draft (0);
  Story *story;

  ticket->opened_at = tras_sample_get_instant (tras_sample_workday (day)) +
                      (gint64) (tras_sample_random_next (random) * 6 * HOUR_SECONDS);
  ticket->opened_at -= ticket->opened_at % MINUTE_SECONDS;
  ticket->due_at = tras_ticket_get_usual_due (ticket->opened_at);
  if (!tras_sample_read (self, theme, ticket, error))
    return NULL;
  g_clear_pointer (&ticket->cause, g_free);
  ticket->cost = TRAS_NULL;
  story = g_new0 (Story, 1);
  story->ticket = g_steal_pointer (&ticket);
  story->steps = g_ptr_array_new_with_free_func (g_object_unref);

  return story;
}

/* The first step answers it. */
static gboolean
answer (TrasSample        *self,
        const char        *theme,
        Story             *story,
        TrasSampleRandom  *random,
        gboolean           waits,
        GError           **error)
{
  gint64 minutes = vary (random, tras_sample_get_int (self, theme, "minutes"));

  story->ticket->answered_at = story->ticket->opened_at +
                               (10 + vary (random, 60)) * MINUTE_SECONDS;

  return add_step (self, theme, story, FALSE, story->ticket->answered_at, minutes, waits, error);
}

/* Where the customer was asked back, a third step takes it up again before the last one. */
static gboolean
resolve (TrasSample        *self,
         const char        *theme,
         Story             *story,
         TrasSampleRandom  *random,
         GError           **error)
{
  TrasTicketStep *last = story->steps->pdata[story->steps->len - 1];
  gint64 at = last->at;
  gint64 minutes = vary (random, tras_sample_get_int (self, theme, "second_minutes"));
  gint64 cost = tras_sample_get_int (self, theme, "costs");

  if (last->waits)
    {
      at = add_days (at, 1 + (int) (tras_sample_random_next (random) * 3));
      if (!add_step (self, theme, story, FALSE, at, 0, FALSE, error))
        return FALSE;
    }
  at = add_days (at, (int) (tras_sample_random_next (random) * tras_sample_random_next (random) *
                            7)) + vary (random, 90) * MINUTE_SECONDS;
  if (!add_step (self, theme, story, TRUE, at, minutes, FALSE, error))
    return FALSE;
  story->ticket->closed_at = at + minutes * MINUTE_SECONDS;
  story->ticket->cause = tras_sample_dup_text (self, theme, "cause");
  if (cost > 0)
    story->ticket->cost = vary (random, cost) * self->goods / 100;

  return TRUE;
}

static gboolean
choose_customer (TrasSample        *self,
                 TrasSampleRandom  *random,
                 TrasTicket        *ticket,
                 GError           **error)
{
  g_autoptr(GPtrArray) customers = tras_sample_list_groups (self, "customer");
  guint place = (guint) (tras_sample_random_next (random) * customers->len);

  return tras_sample_find (self, "customer", tras_sample_get_key (customers->pdata[place]),
                           &ticket->customer_id, error);
}

/* ---- two years of a theme ---- */

static gboolean
add_theme (TrasSample  *self,
           const char  *theme,
           GPtrArray   *stories,
           GError     **error)
{
  gint64 count = tras_sample_get_int (self, theme, "count");
  double waits = (double) tras_sample_get_int (self, theme, "waits_percent") / 100;
  TrasSampleRandom random;

  tras_sample_random_init (&random, theme);
  for (gint64 i = 0; i < count; i++)
    {
      double part = ((double) i + tras_sample_random_next (&random)) / (double) count;
      TrasDay day = self->today - TOLD_DAYS - (TrasDay) (part * (HISTORY_DAYS - TOLD_DAYS));
      Story *story = begin (self, theme, &random, day, error);

      if (story == NULL)
        return FALSE;
      g_ptr_array_add (stories, story);
      if (!tras_ticket_is_internal (story->ticket) &&
          !choose_customer (self, &random, story->ticket, error))
        return FALSE;
      if (!answer (self, theme, story, &random, tras_sample_random_next (&random) < waits,
                   error) ||
          !resolve (self, theme, story, &random, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- tickets that are told ---- */

static gboolean
add_told (TrasSample  *self,
          const char  *group,
          GPtrArray   *stories,
          GError     **error)
{
  g_autofree char *key = tras_sample_dup_text (self, group, "theme");
  g_autofree char *theme = g_strconcat ("theme.", key, NULL);
  g_autofree char *stage = tras_sample_dup_text (self, group, "stage");
  TrasSampleRandom random;
  Story *story;

  tras_sample_random_init (&random, group);
  story = begin (self, theme, &random, tras_sample_get_day (self, group, "opened"), error);
  if (story == NULL)
    return FALSE;
  g_ptr_array_add (stories, story);
  if (!tras_sample_read (self, group, story->ticket, error) ||
      !tras_sample_refer (self, group, "order", "order", &story->ticket->sale_id, error))
    return FALSE;
  /* What came today came in the morning. */
  if (story->ticket->opened_at / DAY_SECONDS >= self->today)
    story->ticket->opened_at = tras_sample_get_instant (self->today);
  if (g_strcmp0 (stage, "open") == 0)
    return TRUE;

  return answer (self, theme, story, &random, g_strcmp0 (stage, "waiting") == 0, error) &&
         (g_strcmp0 (stage, "closed") != 0 || resolve (self, theme, story, &random, error));
}

static gboolean
store (TrasSample  *self,
       Story       *story,
       GError     **error)
{
  if (!tras_db_insert (self->db, story->ticket, error))
    return FALSE;
  for (guint i = 0; i < story->steps->len; i++)
    {
      TrasTicketStep *step = story->steps->pdata[i];

      step->ticket_id = TRAS_RECORD (story->ticket)->id;
      if (!tras_db_insert (self->db, step, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_tickets:
 * @self: a sample with customers, orders, areas, people and deviations
 * @error: where to put the error
 *
 * Stores two years of tickets: what is told in the files, and before it what comes back by chance.
 */
gboolean
tras_sample_fill_tickets (TrasSample  *self,
                          GError     **error)
{
  g_autoptr(GPtrArray) themes = tras_sample_list_groups (self, "theme");
  g_autoptr(GPtrArray) told = tras_sample_list_groups (self, "ticket");
  g_autoptr(GPtrArray) stories = g_ptr_array_new_with_free_func (story_free);

  for (guint i = 0; i < themes->len; i++)
    {
      if (!add_theme (self, themes->pdata[i], stories, error))
        return FALSE;
    }
  for (guint i = 0; i < told->len; i++)
    {
      if (!add_told (self, told->pdata[i], stories, error))
        return FALSE;
    }
  g_ptr_array_sort (stories, compare_stories);
  for (guint i = 0; i < stories->len; i++)
    {
      if (!store (self, stories->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
