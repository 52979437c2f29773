/* tras-export-training.c: hours of training by month and area, as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action-records.h"
#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-training.h"

static const char *const columns[] = { "month", "area", "people", "minutes", "fees", NULL };

typedef struct
{
  TrasDay from;
  TrasDay to;
  const char *area;
} Post;

typedef struct
{
  TrasDay day;
  gint64 minutes;
  gint64 fee;
  gint64 present;
  gint64 n_taken;
} Held;

/* A month of an area, of the firm where @area is "". */
typedef struct
{
  TrasDay month;
  const char *area;
  GHashTable *people;
  gint64 minutes;
  gint64 fees;
} Sum;

typedef struct
{
  GHashTable *posts;
  GHashTable *sessions;
  GPtrArray *sums;
} Hours;

static void
sum_free (gpointer data)
{
  Sum *self = data;

  g_hash_table_unref (self->people);
  g_free (self);
}

static gpointer
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* ---- reading ---- */

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Hours *self = user_data;
  TrasPost *row = record;
  Post post = { row->from_on, row->to_on, g_intern_string (row->area_name) };
  GArray *posts = g_hash_table_lookup (self->posts, &row->person_id);

  if (posts == NULL)
    {
      posts = g_array_new (FALSE, FALSE, sizeof (Post));
      g_hash_table_insert (self->posts, dup_id (row->person_id), posts);
    }
  g_array_append_val (posts, post);

  return TRUE;
}

/* The area of the newest of the posts that somebody has on a day, or %NULL. */
static const char *
find_area (Hours   *self,
           gint64   person_id,
           TrasDay  day)
{
  GArray *posts = g_hash_table_lookup (self->posts, &person_id);
  const Post *newest = NULL;

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const Post *post = &g_array_index (posts, Post, i);

      if (post->from <= day && (post->to == TRAS_DAY_NONE || post->to >= day) &&
          (newest == NULL || post->from > newest->from))
        newest = post;
    }

  return newest != NULL ? newest->area : NULL;
}

static Sum *
get_sum (Hours      *self,
         TrasDay     day,
         const char *area)
{
  TrasDay month = tras_period_start (TRAS_EVERY_MONTH, tras_period_index (TRAS_EVERY_MONTH, day));
  Sum *sum;

  for (guint i = self->sums->len; i > 0; i--)
    {
      sum = self->sums->pdata[i - 1];
      if (sum->month == month && g_str_equal (sum->area, area))
        return sum;
    }

  sum = g_new0 (Sum, 1);
  sum->month = month;
  sum->area = area;
  sum->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_add (self->sums, sum);

  return sum;
}

static gboolean
take_session (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Hours *self = user_data;
  TrasTrainingSession *session = record;
  Held held = { tras_training_session_get_day (session), session->minutes, session->cost,
                session->present, 0 };

  g_hash_table_insert (self->sessions, dup_id (TRAS_RECORD (session)->id),
                       g_memdup2 (&held, sizeof held));
  get_sum (self, held.day, "")->fees += held.fee;

  return TRUE;
}

static void
add_to (Sum    *sum,
        gint64  person_id,
        gint64  minutes)
{
  g_hash_table_add (sum->people, dup_id (person_id));
  sum->minutes += minutes;
}

/* Every seat that was taken has the same part of the fee; the parts add up to it. */
static gboolean
take_seat (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Hours *self = user_data;
  TrasTrainingSeat *seat = record;
  Held *held = g_hash_table_lookup (self->sessions, &seat->session_id);
  const char *area;
  gint64 minutes;
  Sum *sum;

  if (held == NULL)
    return TRUE;

  minutes = seat->minutes != TRAS_NULL ? seat->minutes : held->minutes;
  add_to (get_sum (self, held->day, ""), seat->person_id, minutes);
  area = find_area (self, seat->person_id, held->day);
  held->n_taken++;
  if (area == NULL)
    return TRUE;

  sum = get_sum (self, held->day, area);
  add_to (sum, seat->person_id, minutes);
  sum->fees += held->fee * held->n_taken / held->present -
               held->fee * (held->n_taken - 1) / held->present;

  return TRUE;
}

static gboolean
read_all (Hours   *self,
          TrasDb  *db,
          GError **error)
{
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (TrasQuery) sessions = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (TrasQuery) seats = tras_query_new (TRAS_TYPE_TRAINING_SEAT);

  tras_query_where_text (sessions, "state", TRAS_QUERY_EQ, "held");
  tras_query_order (sessions, "starts_at", FALSE);
  tras_query_where_text (seats, "state", TRAS_QUERY_EQ, "present");

  return tras_db_foreach (db, posts, take_post, self, error) &&
         tras_db_foreach (db, sessions, take_session, self, error) &&
         tras_db_foreach (db, seats, take_seat, self, error);
}

/* ---- writing ---- */

static gint
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const Sum *x = *(const Sum *const *) a, *y = *(const Sum *const *) b;

  return x->month != y->month ? (x->month > y->month) - (x->month < y->month)
                              : g_utf8_collate (x->area, y->area);
}

static void
add_number (TrasExport *export,
            gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tras_csv_writer_add_plain (export->writer, text);
}

static gboolean
write_sum (TrasExport  *export,
           const Sum   *sum,
           GError     **error)
{
  g_autofree char *day = tras_day_to_iso (sum->month);
  g_autofree char *fees =
    tras_decimal_to_text (sum->fees, tras_currency_get_decimals (export->currency));

  tras_csv_writer_add_plain (export->writer, day);
  tras_csv_writer_add_text (export->writer, *sum->area != '\0' ? sum->area : NULL);
  add_number (export, g_hash_table_size (sum->people));
  add_number (export, sum->minutes);
  tras_csv_writer_add_plain (export->writer, fees);

  return tras_export_end_row (export, error);
}

/**
 * tras_export_training_hours:
 * @self: an export
 * @error: where to put the error
 *
 * Writes for each month with sessions that were held how many people were in them, for how many
 * minutes, and what the sessions cost by themselves: of the firm, and of the areas that people had
 * a post in on the day. What their working time costs is not written: of an area of one it would
 * tell what they cost.
 */
gboolean
tras_export_training_hours (TrasExport  *self,
                            GError     **error)
{
  g_autoptr (GHashTable) posts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) sessions =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (sum_free);
  Hours hours = { posts, sessions, sums };

  if (!tras_export_header (self, columns, error) || !read_all (&hours, self->db, error))
    return FALSE;

  g_ptr_array_sort (sums, compare_sums);
  for (guint i = 0; i < sums->len; i++)
    {
      if (!write_sum (self, sums->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
