/* tras-hour-costs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-hour-costs.h"
#include "tras-person.h"

typedef struct
{
  TrasDay from;
  TrasDay to;
  gint64 week_minutes;
  gint64 hour_cost;
} Span;

struct _TrasHourCosts
{
  GHashTable *people;
};

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasHourCosts *self = user_data;
  TrasPost *post = record;
  Span span = { post->from_on, post->to_on, post->week_minutes, post->hour_cost };
  GArray *spans = g_hash_table_lookup (self->people, &post->person_id);

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (Span));
      g_hash_table_insert (self->people, g_memdup2 (&post->person_id, sizeof (gint64)), spans);
    }
  g_array_append_val (spans, span);

  return TRUE;
}

/**
 * tras_hour_costs_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): what is known of all posts, or %NULL with @error set
 */
TrasHourCosts *
tras_hour_costs_load (TrasDb  *db,
                      GError **error)
{
  g_autoptr (TrasHourCosts) self = g_new0 (TrasHourCosts, 1);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_POST);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_array_unref);

  return tras_db_foreach (db, query, take_post, self, error) ? g_steal_pointer (&self) : NULL;
}

void
tras_hour_costs_free (TrasHourCosts *self)
{
  g_hash_table_unref (self->people);
  g_free (self);
}

/**
 * tras_hour_costs_get:
 * @self: what is known of all posts
 * @person_id: a person
 * @day: a day
 *
 * Of several posts at once it is the mean by their hours; a post that does not say what it costs
 * is not counted.
 *
 * Returns: what an hour of that person's work costs on that day, in minor units, rounded half up; 0
 *   where no post says it
 */
gint64
tras_hour_costs_get (TrasHourCosts *self,
                     gint64         person_id,
                     TrasDay        day)
{
  GArray *spans;
  __int128 money = 0, minutes = 0;

  g_return_val_if_fail (self != NULL, 0);

  spans = g_hash_table_lookup (self->people, &person_id);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->hour_cost == TRAS_NULL || span->hour_cost < 0 || span->from > day ||
          (span->to != TRAS_DAY_NONE && span->to < day))
        continue;
      /* A post without hours counts as one of a minute. */
      money += (__int128) span->hour_cost * MAX (span->week_minutes, 1);
      minutes += MAX (span->week_minutes, 1);
    }

  return minutes > 0 ? (gint64) ((2 * money + minutes) / (2 * minutes)) : 0;
}
