/* tras-absence-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-board.h"
#include "tras-area.h"
#include "tras-few.h"
#include "tras-firm.h"
#include "tras-fold.h"
#include "tras-holiday.h"
#include "tras-load-board.h"

G_DEFINE_BOXED_TYPE (TrasAbsenceBoard, tras_absence_board, tras_absence_board_ref,
                     tras_absence_board_unref)

typedef struct
{
  TrasAbsenceBoard *board;
  GHashTable *paths;    /* of area → what it is called */
  GHashTable *groups;   /* of area → its place in the groups, one behind it */
  GHashTable *rows;     /* of person → row */
} Loader;

static void
group_free (gpointer data)
{
  TrasAbsenceGroup *self = data;

  g_free (self->name);
  g_free (self);
}

static void
row_free (gpointer data)
{
  TrasAbsenceRow *self = data;

  g_object_unref (self->person);
  g_ptr_array_unref (self->absences);
  g_free (self);
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
new_table (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

/* The key of a holiday in one table for all areas. */
static gint64
get_holiday_key (gint64  area_id,
                 TrasDay day)
{
  return area_id * ((gint64) TRAS_DAY_MAX - TRAS_DAY_MIN + 1) + (day - TRAS_DAY_MIN);
}

/* ---- reading ---- */

static gboolean
take_area (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasArea *area = record;

  g_hash_table_insert (self->paths, dup_id (TRAS_RECORD (area)->id), g_strdup (area->name));
  g_hash_table_insert (self->board->parents, dup_id (TRAS_RECORD (area)->id),
                       dup_id (area->parent_id));

  return TRUE;
}

static gboolean
take_holiday (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasHoliday *holiday = record;

  g_hash_table_insert (self->board->holidays,
                       dup_id (get_holiday_key (holiday->area_id, holiday->day)),
                       g_strdup (holiday->name));

  return TRUE;
}

static guint
find_group (Loader *self,
            gint64  area_id)
{
  GPtrArray *groups = self->board->groups;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->groups, &area_id));
  TrasAbsenceGroup *group;

  if (place > 0)
    return place - 1;

  group = g_new0 (TrasAbsenceGroup, 1);
  group->area_id = area_id;
  group->name = g_strdup (g_hash_table_lookup (self->paths, &area_id));
  g_ptr_array_add (groups, group);
  g_hash_table_insert (self->groups, dup_id (area_id), GUINT_TO_POINTER (groups->len));

  return groups->len - 1;
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasAbsenceBoard *board = self->board;
  TrasPerson *person = record;
  TrasAbsenceRow *row;
  TrasAbsenceGroup *group;
  gint64 id = TRAS_RECORD (person)->id;
  gint64 contracted;

  if (person->left_on != TRAS_DAY_NONE && person->left_on < board->from)
    return TRUE;

  row = g_new0 (TrasAbsenceRow, 1);
  row->person = tras_record_dup (person);
  row->group = find_group (self, tras_work_book_get_area (board->work, id, board->to));
  row->absences = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (board->rows, row);
  g_hash_table_insert (self->rows, &TRAS_RECORD (row->person)->id, row);

  contracted = tras_work_book_get_contracted (board->work, id, board->from,
                                              MIN (board->to, board->day));
  group = board->groups->pdata[row->group];
  group->n_people++;
  group->contracted += contracted;
  board->n_people++;
  board->contracted += contracted;

  return TRUE;
}

static gboolean
take_kind (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;

  g_ptr_array_add (self->board->kinds, tras_record_dup (record));

  return TRUE;
}

static gboolean
take_absence (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasAbsenceBoard *board = self->board;
  TrasAbsence *absence = record;
  TrasAbsenceRow *row = g_hash_table_lookup (self->rows, &absence->person_id);
  TrasAbsenceGroup *group;
  gint64 lost;

  if (row == NULL)
    return TRUE;

  g_ptr_array_add (row->absences, tras_record_dup (absence));
  if (!absence->counts)
    return TRUE;

  lost = tras_work_book_get_lost (board->work, absence, board->from, MIN (board->to, board->day));
  group = board->groups->pdata[row->group];
  group->lost += lost;
  board->lost += lost;

  return TRUE;
}

static int
compare_names (const char *a,
               const char *b)
{
  g_autofree char *x = tras_fold_key (a);
  g_autofree char *y = tras_fold_key (b);

  return g_strcmp0 (x, y);
}

/* Areas by name; who has no area comes last. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TrasAbsenceGroup *x = *(const TrasAbsenceGroup *const *) a;
  const TrasAbsenceGroup *y = *(const TrasAbsenceGroup *const *) b;

  if (x->name == NULL || y->name == NULL)
    return (x->name == NULL) - (y->name == NULL);

  return compare_names (x->name, y->name);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TrasAbsenceRow *x = *(const TrasAbsenceRow *const *) a;
  const TrasAbsenceRow *y = *(const TrasAbsenceRow *const *) b;

  return (int) x->group - (int) y->group;
}

/* The rows came by name; a stable sort keeps that within their area. */
static void
sort (TrasAbsenceBoard *self)
{
  g_autofree guint *places = g_new0 (guint, self->groups->len);
  g_autofree gpointer *before = g_memdup2 (self->groups->pdata,
                                           self->groups->len * sizeof (gpointer));

  g_ptr_array_sort (self->groups, compare_groups);
  for (guint i = 0; i < self->groups->len; i++)
    for (guint k = 0; k < self->groups->len; k++)
      {
        if (before[i] == self->groups->pdata[k])
          places[i] = k;
      }
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrasAbsenceRow *row = self->rows->pdata[i];

      row->group = places[row->group];
    }
  g_ptr_array_sort (self->rows, compare_rows);
}

static void
hide_few (TrasAbsenceBoard *self)
{
  guint n = self->groups->len;
  g_autofree guint *heads = g_new0 (guint, n);
  g_autofree gboolean *hidden = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    heads[i] = ((TrasAbsenceGroup *) self->groups->pdata[i])->n_people;
  self->is_hidden = !tras_few_hide (heads, n, hidden);
  for (guint i = 0; i < n; i++)
    ((TrasAbsenceGroup *) self->groups->pdata[i])->is_hidden = hidden[i];
}

static gboolean
read_rows (Loader  *self,
           TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) holidays = tras_query_new (TRAS_TYPE_HOLIDAY);
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) kinds = tras_query_new (TRAS_TYPE_ABSENCE_KIND);
  g_autoptr (TrasQuery) absences = tras_query_new (TRAS_TYPE_ABSENCE);

  tras_query_where_date (holidays, "day", TRAS_QUERY_GE, self->board->from);
  tras_query_where_date (holidays, "day", TRAS_QUERY_LE, self->board->to);
  tras_query_where_date (people, "hired_on", TRAS_QUERY_LE, self->board->to);
  tras_query_order (people, "name", FALSE);
  tras_query_where_date (absences, "to_on", TRAS_QUERY_GE, self->board->from);
  tras_query_where_date (absences, "from_on", TRAS_QUERY_LE, self->board->to);
  tras_query_order (absences, "from_on", FALSE);

  return tras_db_foreach (db, areas, take_area, self, error) &&
         tras_db_foreach (db, holidays, take_holiday, self, error) &&
         tras_db_foreach (db, people, take_person, self, error) &&
         tras_db_foreach (db, kinds, take_kind, self, error) &&
         tras_db_foreach (db, absences, take_absence, self, error);
}

/**
 * tras_absence_board_load:
 * @db: a connection
 * @from: the first day
 * @to: the last day, not before @from
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): who is away
 */
TrasAbsenceBoard *
tras_absence_board_load (TrasDb   *db,
                         TrasDay   from,
                         TrasDay   to,
                         TrasDay   day,
                         GError  **error)
{
  g_autoptr (TrasAbsenceBoard) self = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GHashTable) paths = new_table (g_free);
  g_autoptr (GHashTable) groups = new_table (NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  Loader loader = { NULL, paths, groups, rows };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (from <= to, NULL);

  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return NULL;

  loader.board = self = g_atomic_rc_box_new0 (TrasAbsenceBoard);
  self->firm = g_strdup (firm->name);
  self->from = from;
  self->to = to;
  self->day = day;
  self->kinds = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->holidays = new_table (g_free);
  self->parents = new_table (g_free);
  self->work = tras_work_book_load (db, error);
  if (self->work == NULL || !read_rows (&loader, db, error))
    return NULL;
  sort (self);
  hide_few (self);

  return g_steal_pointer (&self);
}

/**
 * tras_absence_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasAbsenceBoard *
tras_absence_board_ref (TrasAbsenceBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasAbsenceBoard *self = data;

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->holidays, g_hash_table_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->work, tras_work_book_unref);
  g_free (self->firm);
}

/**
 * tras_absence_board_unref:
 * @self: (transfer full): a board
 */
void
tras_absence_board_unref (TrasAbsenceBoard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* ---- asking ---- */

/**
 * tras_absence_board_get_day:
 * @self: a board
 * @row: one of its rows
 * @day: a day of it
 * @holiday: (out) (optional) (transfer none) (nullable): what the holiday is called
 *
 * Returns: what kind of day it is for the person
 */
TrasDayKind
tras_absence_board_get_day (TrasAbsenceBoard  *self,
                            TrasAbsenceRow    *row,
                            TrasDay            day,
                            const char       **holiday)
{
  const char *name = NULL;
  gint64 area_id;

  g_return_val_if_fail (self != NULL && row != NULL, TRAS_DAY_WORKED);

  area_id = tras_work_book_get_area (self->work, TRAS_RECORD (row->person)->id, day);
  for (;;)
    {
      gint64 key = get_holiday_key (area_id, day);
      const gint64 *parent = g_hash_table_lookup (self->parents, &area_id);

      name = g_hash_table_lookup (self->holidays, &key);
      if (name != NULL || area_id == 0)
        break;
      area_id = parent != NULL ? *parent : 0;
    }
  if (holiday != NULL)
    *holiday = name;

  if (day < row->person->hired_on ||
      (row->person->left_on != TRAS_DAY_NONE && day > row->person->left_on))
    return TRAS_DAY_OUTSIDE;
  if (name != NULL)
    return TRAS_DAY_HOLIDAY;

  return tras_work_days_has (NULL, day) ? TRAS_DAY_WORKED : TRAS_DAY_WEEKEND;
}

/**
 * tras_absence_board_find_kind:
 * @self: a board
 * @kind_id: a kind of absence
 *
 * Returns: its place in @kinds
 */
guint
tras_absence_board_find_kind (TrasAbsenceBoard *self,
                              gint64            kind_id)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (TRAS_RECORD (self->kinds->pdata[i])->id == kind_id)
        return i;
    }

  return 0;
}

static char *
dup_beginning (TrasAbsenceKind *kind,
               glong            n)
{
  return g_utf8_substring (kind->name, 0, MIN (n, g_utf8_strlen (kind->name, -1)));
}

/**
 * tras_absence_board_dup_letters:
 * @self: a board
 * @kind: a place in its kinds
 *
 * Returns: (transfer full): the first letter of the kind; two where another kind begins with it
 */
char *
tras_absence_board_dup_letters (TrasAbsenceBoard *self,
                                guint             kind)
{
  g_autofree char *letter = NULL;

  g_return_val_if_fail (self != NULL && kind < self->kinds->len, NULL);

  letter = dup_beginning (self->kinds->pdata[kind], 1);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      g_autofree char *other = dup_beginning (self->kinds->pdata[i], 1);

      if (i != kind && compare_names (letter, other) == 0)
        return dup_beginning (self->kinds->pdata[kind], 2);
    }

  return g_steal_pointer (&letter);
}

/**
 * tras_absence_row_find:
 * @self: a row
 * @from: a day
 * @to: a day, not before @from
 *
 * Returns: (transfer none) (nullable): the first absence that touches these days
 */
TrasAbsence *
tras_absence_row_find (TrasAbsenceRow *self,
                       TrasDay         from,
                       TrasDay         to)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->absences->len; i++)
    {
      TrasAbsence *absence = self->absences->pdata[i];

      if (absence->from_on <= to && absence->to_on >= from)
        return absence;
    }

  return NULL;
}

/**
 * tras_absence_dup_span:
 * @self: an absence
 * @format: how days are written
 *
 * Returns: (transfer full): its days and working hours: “3 – 7 Aug 2026 · 40 h”
 */
char *
tras_absence_dup_span (TrasAbsence            *self,
                       const TrasNumberFormat *format)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *hours = NULL;

  g_return_val_if_fail (TRAS_IS_ABSENCE (self), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  from = tras_number_format_date_medium (format, self->from_on);
  to = tras_number_format_date_medium (format, self->to_on);
  hours = tras_load_dup_hours (self->minutes, format);
  if (self->from_on == self->to_on)
    /* Translators: an absence: a day, and the working hours of it */
    return g_strdup_printf (_("%s · %s h"), from, hours);

  /* Translators: an absence: from a day to a day, and the working hours of them */
  return g_strdup_printf (_("%s – %s · %s h"), from, to, hours);
}

/**
 * tras_absence_board_dup_words:
 * @self: a board
 * @row: one of its rows
 * @from: the first day
 * @to: the last day, not before @from
 * @format: how days are written
 *
 * Returns: (transfer full): who it is, which days these are, and what is known of them, without a
 *   full stop
 */
char *
tras_absence_board_dup_words (TrasAbsenceBoard       *self,
                              TrasAbsenceRow         *row,
                              TrasDay                 from,
                              TrasDay                 to,
                              const TrasNumberFormat *format)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days = NULL;
  const char *holiday, *what = NULL;
  TrasAbsence *absence;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  first = tras_number_format_date_medium (format, from);
  last = tras_number_format_date_medium (format, to);
  days = from == to ? g_strdup (first) : g_strdup_printf (C_("days", "%s – %s"), first, last);
  absence = tras_absence_row_find (row, from, to);
  if (absence != NULL)
    {
      g_autofree char *span = tras_absence_dup_span (absence, format);

      /* Translators: a person, days, a kind of absence, and its days and hours:
       * “Ana, 5 Aug 2026: Holiday, 3 Aug 2026 – 7 Aug 2026 · 40 h” */
      return g_strdup_printf (_("%s, %s: %s, %s"), row->person->name, days, absence->kind_name,
                              span);
    }

  if (from == to)
    {
      switch (tras_absence_board_get_day (self, row, from, &holiday))
        {
        case TRAS_DAY_WEEKEND:
          what = _("weekend");
          break;
        case TRAS_DAY_HOLIDAY:
          what = holiday;
          break;
        case TRAS_DAY_OUTSIDE:
          what = _("does not work here");
          break;
        case TRAS_DAY_WORKED:
          what = _("not away");
          break;
        default:
          g_assert_not_reached ();
        }
    }
  else
    {
      g_autofree char *hours = tras_load_dup_hours (
        tras_work_book_get_contracted (self->work, TRAS_RECORD (row->person)->id, from, to),
        format);

      /* Translators: a person, days, and how many hours they have to work on them */
      return g_strdup_printf (_("%s, %s: not away, %s working hours"), row->person->name, days,
                              hours);
    }

  /* Translators: a person, a day, and what it is: “Ana, 5 Aug 2026: not away” */
  return g_strdup_printf (_("%s, %s: %s"), row->person->name, days, what);
}

static char *
dup_rate (gint64                  lost,
          gint64                  contracted,
          const TrasNumberFormat *format)
{
  return tras_number_format_percent (format, 100.0 * (double) lost / (double) contracted, 1);
}

/**
 * tras_absence_board_dup_group_words:
 * @self: a board
 * @group: a place in its groups
 * @format: how numbers are written
 *
 * Returns: (transfer full): the absence rate of an area, or that it has too few people for one
 */
char *
tras_absence_board_dup_group_words (TrasAbsenceBoard       *self,
                                    guint                   group,
                                    const TrasNumberFormat *format)
{
  TrasAbsenceGroup *area;
  g_autofree char *rate = NULL;

  g_return_val_if_fail (self != NULL && group < self->groups->len, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  area = self->groups->pdata[group];
  if (area->n_people < TRAS_FEW_LEAST)
    return g_strdup (_("fewer than five people"));
  if (area->is_hidden)
    return g_strdup (_("kept back: it would tell of fewer than five people elsewhere"));
  if (area->contracted == 0)
    return g_strdup ("");

  rate = dup_rate (area->lost, area->contracted, format);

  /* Translators: the absence rate of an area: “absence 4.2 %” */
  return g_strdup_printf (_("absence %s"), rate);
}

/**
 * tras_absence_board_dup_rate:
 * @self: a board
 * @format: how numbers are written
 *
 * Returns: (transfer full): the absence rate of all, in a sentence
 */
char *
tras_absence_board_dup_rate (TrasAbsenceBoard       *self,
                             const TrasNumberFormat *format)
{
  g_autofree char *rate = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL && format != NULL, NULL);

  if (self->is_hidden)
    return g_strdup (_("Absence rate: fewer than five people."));
  if (self->contracted == 0)
    return g_strdup (_("Absence rate: no working time yet."));

  rate = dup_rate (self->lost, self->contracted, format);
  to = tras_number_format_date_medium (format, MIN (self->to, self->day));

  /* Translators: a percentage, and the day up to which it is counted */
  return g_strdup_printf (_("Absence rate up to %2$s: %1$s."), rate, to);
}
