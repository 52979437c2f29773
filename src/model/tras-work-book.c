/* tras-work-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-area.h"
#include "tras-holiday.h"
#include "tras-person.h"
#include "tras-work-book.h"

/* How far areas are parts of one another; the file has no circles. */
#define MOST_LEVELS 64

struct _TrasWorkBook
{
  GArray *posts;        /* of TrasWorkPost, by person and first day */
  GHashTable *places;   /* of person → where their first one stands, one behind it */
  GHashTable *parents;  /* of area → the area that it is part of */
  GHashTable *days;     /* of area → Days; 0 for the firm */
};

G_DEFINE_BOXED_TYPE (TrasWorkBook, tras_work_book, tras_work_book_ref, tras_work_book_unref)

/* The holidays of an area, and what they look like from outside. */
typedef struct
{
  TrasWorkDays work;
  GArray *holidays;
} Days;

static void
days_free (gpointer data)
{
  Days *self = data;

  g_array_unref (self->holidays);
  g_free (self);
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const TrasDay *) a - *(const TrasDay *) b;
}

static Days *
find_days (TrasWorkBook *self,
           gint64        area_id)
{
  return g_hash_table_lookup (self->days, &area_id);
}

static Days *
add_days (TrasWorkBook *self,
          gint64        area_id)
{
  Days *days = g_new0 (Days, 1);

  days->holidays = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_hash_table_insert (self->days, dup_id (area_id), days);

  return days;
}

/* ---- reading ---- */

typedef struct
{
  TrasWorkBook *book;
  GHashTable *areas;    /* of role → area */
  GHashTable *left;     /* of person → the day they left */
} Loader;

static gint64
look_up (GHashTable *table,
         gint64      id)
{
  const gint64 *found = g_hash_table_lookup (table, &id);

  return found != NULL ? *found : 0;
}

static gboolean
take_area (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasArea *area = record;

  g_hash_table_insert (self->book->parents, dup_id (TRAS_RECORD (area)->id),
                       dup_id (area->parent_id));
  add_days (self->book, TRAS_RECORD (area)->id);

  return TRUE;
}

static gboolean
take_role (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;

  g_hash_table_insert (self->areas, dup_id (TRAS_RECORD (record)->id),
                       dup_id (TRAS_ROLE (record)->area_id));

  return TRUE;
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasPerson *person = record;

  if (person->left_on != TRAS_DAY_NONE)
    g_hash_table_insert (self->left, dup_id (TRAS_RECORD (person)->id), dup_id (person->left_on));

  return TRUE;
}

static gboolean
take_holiday (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasHoliday *holiday = record;
  Days *days = find_days (self->book, holiday->area_id);

  if (tras_work_days_has (NULL, holiday->day))
    g_array_append_val (days->holidays, holiday->day);

  return TRUE;
}

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasPost *row = record;
  const gint64 *left = g_hash_table_lookup (self->left, &row->person_id);
  TrasWorkPost post = {
    .person_id = row->person_id,
    .area_id = look_up (self->areas, row->role_id),
    .from = row->from_on,
    .to = row->to_on != TRAS_DAY_NONE ? row->to_on : TRAS_DAY_MAX,
    .week_minutes = row->week_minutes,
  };

  if (left != NULL)
    post.to = MIN (post.to, (TrasDay) *left);
  post.days = &find_days (self->book, post.area_id)->work;
  g_array_append_val (self->book->posts, post);

  return TRUE;
}

/* What the areas above have is added to what the area has of its own. */
static void
add_holidays_above (TrasWorkBook *self,
                    gint64        area_id,
                    Days         *days)
{
  for (guint i = 0; area_id != 0 && i < MOST_LEVELS; i++)
    {
      Days *above;

      area_id = look_up (self->parents, area_id);
      above = find_days (self, area_id);
      /* Those that are finished already have all that is above them. */
      g_array_append_vals (days->holidays, above->holidays->data, above->holidays->len);
      if (above->work.holidays != NULL)
        break;
    }
}

static void
finish_days (TrasWorkBook *self)
{
  GHashTableIter iter;
  gpointer area_id, value;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, &area_id, &value))
    {
      Days *days = value;
      guint n = 0;

      add_holidays_above (self, *(gint64 *) area_id, days);
      g_array_sort (days->holidays, compare_days);
      for (guint i = 0; i < days->holidays->len; i++)
        {
          TrasDay day = g_array_index (days->holidays, TrasDay, i);

          if (n == 0 || g_array_index (days->holidays, TrasDay, n - 1) != day)
            g_array_index (days->holidays, TrasDay, n++) = day;
        }
      g_array_set_size (days->holidays, n);
      days->work.holidays = (const TrasDay *) (gpointer) days->holidays->data;
      days->work.n_holidays = n;
    }
}

static int
compare_posts (gconstpointer a,
               gconstpointer b)
{
  const TrasWorkPost *x = a, *y = b;

  if (x->person_id != y->person_id)
    return x->person_id < y->person_id ? -1 : 1;

  return x->from - y->from;
}

static void
index_posts (TrasWorkBook *self)
{
  g_array_sort (self->posts, compare_posts);
  for (guint i = self->posts->len; i > 0; i--)
    g_hash_table_insert (self->places,
                         dup_id (g_array_index (self->posts, TrasWorkPost, i - 1).person_id),
                         GUINT_TO_POINTER (i));
}

static GHashTable *
new_table (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

/**
 * tras_work_book_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): all posts and holidays
 */
TrasWorkBook *
tras_work_book_load (TrasDb  *db,
                     GError **error)
{
  g_autoptr (TrasWorkBook) self = g_atomic_rc_box_new0 (TrasWorkBook);
  g_autoptr (GHashTable) areas = new_table (g_free);
  g_autoptr (GHashTable) left = new_table (g_free);
  g_autoptr (TrasQuery) all_areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) all_roles = tras_query_new (TRAS_TYPE_ROLE);
  g_autoptr (TrasQuery) leavers = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) holidays = tras_query_new (TRAS_TYPE_HOLIDAY);
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  Loader loader = { self, areas, left };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->posts = g_array_new (FALSE, FALSE, sizeof (TrasWorkPost));
  self->places = new_table (NULL);
  self->parents = new_table (g_free);
  self->days = new_table (days_free);
  add_days (self, 0);
  tras_query_where_null (leavers, "left_on", FALSE);
  if (!tras_db_foreach (db, all_areas, take_area, &loader, error) ||
      !tras_db_foreach (db, all_roles, take_role, &loader, error) ||
      !tras_db_foreach (db, leavers, take_person, &loader, error) ||
      !tras_db_foreach (db, holidays, take_holiday, &loader, error) ||
      !tras_db_foreach (db, posts, take_post, &loader, error))
    return NULL;
  finish_days (self);
  index_posts (self);

  return g_steal_pointer (&self);
}

/**
 * tras_work_book_ref:
 * @self: a book
 *
 * Returns: (transfer full): @self
 */
TrasWorkBook *
tras_work_book_ref (TrasWorkBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasWorkBook *self = data;

  g_clear_pointer (&self->posts, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
}

/**
 * tras_work_book_unref:
 * @self: (transfer full): a book
 */
void
tras_work_book_unref (TrasWorkBook *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* ---- asking ---- */

/**
 * tras_work_book_get_days:
 * @self: a book
 * @area_id: an area, 0 for what the whole firm has
 *
 * Returns: (transfer none): which days it works, by its holidays and those of the areas above it
 */
const TrasWorkDays *
tras_work_book_get_days (TrasWorkBook *self,
                         gint64        area_id)
{
  Days *days;

  g_return_val_if_fail (self != NULL, NULL);

  days = find_days (self, area_id);

  return &(days != NULL ? days : find_days (self, 0))->work;
}

/**
 * tras_work_book_get_posts:
 * @self: a book
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): all posts, by person and first day
 */
const TrasWorkPost *
tras_work_book_get_posts (TrasWorkBook *self,
                          guint        *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->posts->len;

  return (const TrasWorkPost *) (gpointer) self->posts->data;
}

/**
 * tras_work_book_get_posts_of:
 * @self: a book
 * @person_id: somebody
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none) (nullable): their posts by first day
 */
const TrasWorkPost *
tras_work_book_get_posts_of (TrasWorkBook *self,
                             gint64        person_id,
                             guint        *n)
{
  const TrasWorkPost *posts;
  guint place, end;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = 0;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &person_id));
  if (place == 0)
    return NULL;

  posts = (const TrasWorkPost *) (gpointer) self->posts->data;
  for (end = place; end < self->posts->len && posts[end].person_id == person_id; end++)
    ;
  *n = end - place + 1;

  return &posts[place - 1];
}

/* The newest post that has begun by the day; before all of them, the first. */
static const TrasWorkPost *
find_post (TrasWorkBook *self,
           gint64        person_id,
           TrasDay       day)
{
  guint n;
  const TrasWorkPost *posts = tras_work_book_get_posts_of (self, person_id, &n);

  if (n == 0)
    return NULL;
  while (n > 1 && posts[n - 1].from > day)
    n--;

  return &posts[n - 1];
}

/**
 * tras_work_book_get_area:
 * @self: a book
 * @person_id: somebody
 * @day: a day
 *
 * Returns: the area of the newest post that they had begun by then, else of their first; 0 for
 *   somebody without a post
 */
gint64
tras_work_book_get_area (TrasWorkBook *self,
                         gint64        person_id,
                         TrasDay       day)
{
  const TrasWorkPost *post;

  g_return_val_if_fail (self != NULL, 0);

  post = find_post (self, person_id, day);

  return post != NULL ? post->area_id : 0;
}

/**
 * tras_work_book_get_days_of:
 * @self: a book
 * @person_id: somebody
 * @day: a day
 *
 * Returns: (transfer none): which days are worked in the area where they are then
 */
const TrasWorkDays *
tras_work_book_get_days_of (TrasWorkBook *self,
                            gint64        person_id,
                            TrasDay       day)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tras_work_book_get_days (self, tras_work_book_get_area (self, person_id, day));
}

/**
 * tras_work_post_get_contracted:
 * @self: a post
 * @from: a day
 * @to: a day
 *
 * Returns: the minutes to be worked in it from @from to @to, as tras_work_contracted()
 */
gint64
tras_work_post_get_contracted (const TrasWorkPost *self,
                               TrasDay             from,
                               TrasDay             to)
{
  g_return_val_if_fail (self != NULL, 0);

  return tras_work_contracted (self->days, self->week_minutes, self->from, MAX (from, self->from),
                               MIN (to, self->to));
}

/**
 * tras_work_book_get_contracted:
 * @self: a book
 * @person_id: somebody
 * @from: a day
 * @to: a day
 *
 * Returns: the minutes that they have to work from @from to @to in all of their posts
 */
gint64
tras_work_book_get_contracted (TrasWorkBook *self,
                               gint64        person_id,
                               TrasDay       from,
                               TrasDay       to)
{
  gint64 minutes = 0;
  guint n;
  const TrasWorkPost *posts;

  g_return_val_if_fail (self != NULL, 0);

  posts = tras_work_book_get_posts_of (self, person_id, &n);
  for (guint i = 0; i < n; i++)
    minutes += tras_work_post_get_contracted (&posts[i], from, to);

  return minutes;
}

/**
 * tras_work_book_get_lost:
 * @self: a book
 * @absence: an absence
 * @from: a day
 * @to: a day
 *
 * Returns: how many of its minutes fall on days from @from to @to, as tras_work_share() spreads
 *   them
 */
gint64
tras_work_book_get_lost (TrasWorkBook *self,
                         TrasAbsence  *absence,
                         TrasDay       from,
                         TrasDay       to)
{
  const TrasWorkDays *days;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (TRAS_IS_ABSENCE (absence), 0);

  if (to < from || absence->to_on < from || absence->from_on > to)
    return 0;

  days = tras_work_book_get_days_of (self, absence->person_id, absence->from_on);

  return tras_work_share (days, absence->minutes, absence->from_on, absence->to_on, to) -
         tras_work_share (days, absence->minutes, absence->from_on, absence->to_on, from - 1);
}
