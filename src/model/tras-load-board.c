/* tras-load-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence.h"
#include "tras-firm.h"
#include "tras-load.h"
#include "tras-load-board.h"

#define WEEK 7

G_DEFINE_BOXED_TYPE (TrasLoadBoard, tras_load_board, tras_load_board_ref, tras_load_board_unref)

typedef struct
{
  TrasLoadBoard *board;
  GHashTable *rows;
  TrasLoadRow *nobody;
} Loader;

static void
row_free (gpointer data)
{
  TrasLoadRow *self = data;

  g_clear_object (&self->person);
  g_ptr_array_unref (self->actions);
  g_free (self->needed);
  g_free (self->worked);
  g_free (self);
}

static TrasLoadRow *
add_row (Loader     *self,
         TrasPerson *person)
{
  TrasLoadRow *row = g_new0 (TrasLoadRow, 1);

  row->person = person;
  row->actions = g_ptr_array_new_with_free_func (g_object_unref);
  row->needed = g_new0 (gint64, self->board->n_weeks);
  row->worked = g_new0 (gint64, self->board->n_weeks);
  g_ptr_array_add (self->board->rows, row);

  return row;
}

static TrasLoadRow *
find_row (Loader *self,
          gint64  person_id)
{
  return g_hash_table_lookup (self->rows, &person_id);
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasLoadRow *row = add_row (self, tras_record_dup (record));

  g_hash_table_insert (self->rows, &((TrasRecord *) row->person)->id, row);

  return TRUE;
}

/* Of a week in which somebody begins or leaves, only those days count; of this week, those that
 * are left. */
static void
take_posts (Loader *self)
{
  guint n;
  const TrasWorkPost *posts = tras_work_book_get_posts (self->board->work, &n);

  for (guint i = 0; i < n; i++)
    {
      TrasLoadRow *row = find_row (self, posts[i].person_id);

      for (guint week = 0; week < self->board->n_weeks; week++)
        {
          TrasDay monday = tras_load_board_get_monday (self->board, week);

          row->worked[week] += tras_work_post_get_contracted (&posts[i],
                                                              MAX (monday, self->board->first),
                                                              monday + WEEK - 1);
          row->has_hours = row->has_hours || row->worked[week] > 0;
        }
    }
}

static gboolean
take_absence (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasAbsence *absence = record;
  TrasLoadRow *row = find_row (self, absence->person_id);
  guint n_weeks = self->board->n_weeks;
  g_autofree gint64 *away = g_new0 (gint64, n_weeks);

  tras_load_add (tras_work_book_get_days_of (self->board->work, absence->person_id,
                                             absence->from_on),
                 absence->minutes, absence->from_on, absence->to_on, self->board->first, away,
                 n_weeks);
  for (guint i = 0; i < n_weeks; i++)
    row->worked[i] = MAX (row->worked[i] - away[i], 0);

  return TRUE;
}

/* Which days somebody works. What nobody has taken on is done on those of the firm. */
static const TrasWorkDays *
get_days (TrasLoadBoard *self,
          TrasLoadRow   *row)
{
  return row->person != NULL
           ? tras_work_book_get_days_of (self->work, TRAS_RECORD (row->person)->id, self->first)
           : tras_work_book_get_days (self->work, 0);
}

static gboolean
take_action (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasAction *action = record;
  gint64 left = tras_load_action_get_left (action);
  TrasLoadRow *row;
  TrasDay from, to;

  if (left == 0)
    return TRUE;

  row = action->owner_id != 0 ? find_row (self, action->owner_id) : self->nobody;
  tras_load_get_span (action->starts_on, action->due_on, self->board->first, &from, &to);
  row->later += tras_load_add (get_days (self->board, row), left, from, to, self->board->first,
                               row->needed, self->board->n_weeks);
  g_ptr_array_add (row->actions, tras_record_dup (action));

  return TRUE;
}

/* Who has left, or works without hours, matters where there is something that they should do. */
static gboolean
is_of_interest (TrasLoadRow *self)
{
  return self->actions->len > 0 || self->has_hours;
}

/* Whoever has something to do comes first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TrasLoadRow *x = *(const TrasLoadRow *const *) a;
  const TrasLoadRow *y = *(const TrasLoadRow *const *) b;

  return (y->actions->len > 0) - (x->actions->len > 0);
}

static void
finish (Loader *self)
{
  TrasLoadBoard *board = self->board;

  for (guint i = 0; i < board->rows->len;)
    {
      TrasLoadRow *row = board->rows->pdata[i];

      for (guint j = 0; j < board->n_weeks; j++)
        row->n_over += tras_load_row_is_over (row, j);
      board->n_over += row->n_over > 0;
      if (is_of_interest (row))
        i++;
      else
        g_ptr_array_remove_index (board->rows, i);
    }
  g_ptr_array_sort (board->rows, compare_rows);
}

static gboolean
read_rows (Loader  *self,
           TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) absences = tras_query_new (TRAS_TYPE_ABSENCE);
  g_autoptr (TrasQuery) actions = tras_query_new (TRAS_TYPE_ACTION);

  tras_query_order (people, "name", FALSE);
  tras_query_where_date (absences, "to_on", TRAS_QUERY_GE, self->board->first);
  tras_query_where_text (actions, "state", TRAS_QUERY_NE, "done");
  tras_query_where_text (actions, "state", TRAS_QUERY_NE, "dropped");
  tras_query_order (actions, "due_on", FALSE);

  if (!tras_db_foreach (db, people, take_person, self, error))
    return FALSE;
  self->nobody = add_row (self, NULL);
  take_posts (self);

  return tras_db_foreach (db, absences, take_absence, self, error) &&
         tras_db_foreach (db, actions, take_action, self, error);
}

/**
 * tras_load_board_load:
 * @db: a connection
 * @day: the day that it is seen from
 * @n_weeks: how many weeks, at least 1
 * @error: where to put the error
 *
 * An open action takes its owner the minutes that its needs plan and that are not spent yet, spread
 * by tras_load_add(). A person works what their posts say, less holidays and their absences.
 *
 * Returns: (transfer full) (nullable): what plans take of people's time
 */
TrasLoadBoard *
tras_load_board_load (TrasDb   *db,
                      TrasDay   day,
                      guint     n_weeks,
                      GError  **error)
{
  g_autoptr (TrasLoadBoard) board = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  Loader loader = { .rows = rows };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (n_weeks > 0, NULL);

  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return NULL;

  board = g_atomic_rc_box_new0 (TrasLoadBoard);
  board->firm = g_strdup (firm->name);
  board->work = tras_work_book_load (db, error);
  if (board->work == NULL)
    return NULL;
  board->first = tras_work_days_next (tras_work_book_get_days (board->work, 0), day);
  board->n_weeks = n_weeks;
  board->rows = g_ptr_array_new_with_free_func (row_free);
  loader.board = board;
  if (!read_rows (&loader, db, error))
    return NULL;
  finish (&loader);

  return g_steal_pointer (&board);
}

/**
 * tras_load_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasLoadBoard *
tras_load_board_ref (TrasLoadBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasLoadBoard *self = data;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->work, tras_work_book_unref);
  g_free (self->firm);
}

/**
 * tras_load_board_unref:
 * @self: (transfer full): a board
 */
void
tras_load_board_unref (TrasLoadBoard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_load_board_get_monday:
 * @self: a board
 * @week: a week, 0 for the first
 *
 * Returns: the Monday of it
 */
TrasDay
tras_load_board_get_monday (TrasLoadBoard *self,
                            guint          week)
{
  g_return_val_if_fail (self != NULL, TRAS_DAY_NONE);

  return tras_period_first_day (TRAS_EVERY_WEEK, self->first) + (TrasDay) week * WEEK;
}

/**
 * tras_load_board_list_parts:
 * @self: a board
 * @row: one of its rows
 * @week: a week, or %TRAS_LOAD_ALL_WEEKS
 *
 * Returns: (transfer full) (element-type TrasLoadPart): the actions that the row's minutes of the
 *   week are for, the first due first; @row keeps them
 */
GArray *
tras_load_board_list_parts (TrasLoadBoard *self,
                            TrasLoadRow   *row,
                            guint          week)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TrasLoadPart));

  g_return_val_if_fail (self != NULL, parts);
  g_return_val_if_fail (row != NULL, parts);

  for (guint i = 0; i < row->actions->len; i++)
    {
      TrasAction *action = row->actions->pdata[i];
      TrasLoadPart part = { action, tras_load_action_get_left (action) };
      TrasDay from, to;

      tras_load_get_span (action->starts_on, action->due_on, self->first, &from, &to);
      if (week != TRAS_LOAD_ALL_WEEKS)
        part.minutes = tras_load_of_week (get_days (self, row), part.minutes, from, to,
                                          self->first, week);
      if (part.minutes > 0)
        g_array_append_val (parts, part);
    }

  return parts;
}

/**
 * tras_load_action_get_left:
 * @action: an open action
 *
 * Returns: the minutes that are planned for it and not spent, 0 or more
 */
gint64
tras_load_action_get_left (TrasAction *action)
{
  g_return_val_if_fail (TRAS_IS_ACTION (action), 0);

  return MAX (action->planned_minutes - action->spent_minutes, 0);
}

/**
 * tras_load_row_is_over:
 * @self: a row
 * @week: a week of the board
 *
 * Returns: whether a person who works by the hour has more to do in the week than they work
 */
gboolean
tras_load_row_is_over (TrasLoadRow *self,
                       guint        week)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_hours && self->needed[week] > self->worked[week];
}

/**
 * tras_load_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): whose it is, or that nobody has it
 */
const char *
tras_load_row_get_name (TrasLoadRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->person != NULL ? self->person->name : _("Nobody yet");
}

/**
 * tras_load_dup_hours:
 * @minutes: minutes, 0 or more
 * @format: how numbers are written
 *
 * Returns: (transfer full): them in hours, to a tenth
 */
char *
tras_load_dup_hours (gint64                  minutes,
                     const TrasNumberFormat *format)
{
  g_return_val_if_fail (format != NULL, NULL);

  return tras_number_format_quantity (format, (minutes + 3) / 6 * 100);
}

static gint64
sum_needed (TrasLoadBoard *self,
            TrasLoadRow   *row)
{
  gint64 minutes = row->later;

  for (guint i = 0; i < self->n_weeks; i++)
    minutes += row->needed[i];

  return minutes;
}

/* Whose row it is, and what is left of everything. */
static char *
dup_row_words (TrasLoadBoard          *self,
               TrasLoadRow            *row,
               const TrasNumberFormat *format)
{
  const char *name = tras_load_row_get_name (row);
  g_autofree char *needed = tras_load_dup_hours (sum_needed (self, row), format);

  if (row->n_over > 0)
    /* Translators: a person, the hours of work that are left, and weeks with too much of it */
    return g_strdup_printf (ngettext ("%s: %s h left to do, over-booked in %u week",
                                      "%s: %s h left to do, over-booked in %u weeks", row->n_over),
                            name, needed, row->n_over);
  if (row->person != NULL && g_strcmp0 (row->person->state, "here") != 0)
    /* Translators: a person, and the hours of work that are left */
    return g_strdup_printf (_("%s: %s h left to do, by somebody who has left"), name, needed);
  if (row->person != NULL && !row->has_hours)
    return g_strdup_printf (_("%s: %s h left to do, no working hours known"), name, needed);

  return g_strdup_printf (_("%s: %s h left to do"), name, needed);
}

/**
 * tras_load_board_dup_words:
 * @self: a board
 * @row: one of its rows
 * @week: a week, or %TRAS_LOAD_ALL_WEEKS
 * @format: how numbers are written
 *
 * Returns: (transfer full): how much there is to do, of how much time, without a full stop
 */
char *
tras_load_board_dup_words (TrasLoadBoard          *self,
                           TrasLoadRow            *row,
                           guint                   week,
                           const TrasNumberFormat *format)
{
  g_autofree char *period = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *worked = NULL;
  g_autofree char *over = NULL;
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (week == TRAS_LOAD_ALL_WEEKS)
    return dup_row_words (self, row, format);

  name = tras_load_row_get_name (row);
  period = tras_number_format_week (format, tras_load_board_get_monday (self, week));
  needed = tras_load_dup_hours (row->needed[week], format);
  worked = tras_load_dup_hours (row->worked[week], format);
  if (!row->has_hours)
    /* Translators: a person, a week and hours: “Ana, W48: 31 h, no working hours known” */
    return row->person != NULL
             ? g_strdup_printf (_("%s, %s: %s h, no working hours known"), name, period, needed)
             /* Translators: “Nobody yet, W48: 31 h” */
             : g_strdup_printf (_("%s, %s: %s h"), name, period, needed);
  if (!tras_load_row_is_over (row, week))
    /* Translators: a person, a week, hours needed and worked: “Ana, W48: 16 h of 24 h” */
    return g_strdup_printf (_("%s, %s: %s h of %s h"), name, period, needed, worked);

  over = tras_load_dup_hours (row->needed[week] - row->worked[week], format);

  /* Translators: “Ana, W48: 31 h of 24 h, over-booked by 7 h” */
  return g_strdup_printf (_("%s, %s: %s h of %s h, over-booked by %s h"), name, period, needed,
                          worked, over);
}
