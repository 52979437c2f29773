/* tras-staff-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file refuses all of this by itself, row by row (0004-staff.sqlite.sql). Here it is said who
 * and what is in the way, before anything is written.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-load-board.h"
#include "tras-person.h"
#include "tras-staff-rules.h"

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static gboolean refuse (TrasEdit    *edit,
                        const char  *field,
                        GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (TrasEdit    *edit,
        const char  *field,
        GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tras_edit_set_refused (edit, field);
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, text);

  return FALSE;
}

/* What the record will be once the edit is written: the edit's own one comes before the file's. */
static gpointer
find_in_edit (TrasEdit *edit,
              GType     type,
              gint64    id,
              gboolean *deletes)
{
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      TrasRecord *record = tras_edit_get_record (edit, i, deletes);

      if (record->id == id && G_OBJECT_TYPE (record) == type)
        return record;
    }

  return NULL;
}

/* All rows of a person as they will be, those of the edit among them. */
static GPtrArray *
list_rows (TrasEdit  *edit,
           TrasDb    *db,
           GType      type,
           gint64     person_id,
           GError   **error)
{
  const TrasField *person = tras_table_find_field (tras_record_type_get_table (type), "person_id");
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) rows = NULL;
  gboolean deletes;

  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, person_id);
  tras_query_order (query, "from_on", FALSE);
  rows = tras_db_select (db, query, error);
  if (rows == NULL)
    return NULL;

  for (guint i = rows->len; i > 0; i--)
    {
      if (find_in_edit (edit, type, TRAS_RECORD (rows->pdata[i - 1])->id, &deletes) != NULL)
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      if (!deletes && G_OBJECT_TYPE (record) == type &&
          tras_record_get_int (record, person) == person_id)
        g_ptr_array_add (rows, g_object_ref (record));
    }

  return g_steal_pointer (&rows);
}

static TrasPerson *
load_person (TrasEdit *edit,
             TrasDb   *db,
             gint64    person_id)
{
  gboolean deletes;
  TrasPerson *changed = find_in_edit (edit, TRAS_TYPE_PERSON, person_id, &deletes);

  return changed != NULL ? g_object_ref (changed)
                         : tras_db_load (db, TRAS_TYPE_PERSON, person_id, NULL);
}

/* ---- absences ---- */

static gboolean
check_absence (TrasEdit     *edit,
               TrasAbsence  *absence,
               TrasDb       *db,
               GError      **error)
{
  g_autoptr (TrasPerson) person = load_person (edit, db, absence->person_id);
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *day = NULL;

  /* One that is not there is refused by its reference. */
  if (person == NULL || absence->to_on < absence->from_on)
    return TRUE;

  if (absence->from_on < person->hired_on)
    {
      day = dup_day (person->hired_on);
      return refuse (edit, "from_on", error, _("%s joined on %s and was not away before"),
                     person->name, day);
    }
  if (person->left_on != TRAS_DAY_NONE && absence->to_on > person->left_on)
    {
      day = dup_day (person->left_on);
      return refuse (edit, absence->from_on > person->left_on ? "from_on" : "to_on", error,
                     _("%s left on %s and is not away after that"), person->name, day);
    }

  others = list_rows (edit, db, TRAS_TYPE_ABSENCE, absence->person_id, error);
  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      TrasAbsence *other = others->pdata[i];
      g_autoptr (TrasAbsenceKind) kind = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (other == absence || other->from_on > absence->to_on || other->to_on < absence->from_on)
        continue;
      kind = tras_db_load (db, TRAS_TYPE_ABSENCE_KIND, other->kind_id, NULL);
      from = dup_day (other->from_on);
      to = dup_day (other->to_on);

      /* Translators: a person, a kind of absence, and its first and last day */
      return refuse (edit, other->from_on > absence->from_on ? "to_on" : "from_on", error,
                     _("%s is away then already: %s, %s – %s"), person->name,
                     kind != NULL ? kind->name : "", from, to);
    }

  return TRUE;
}

/* ---- posts ---- */

static gboolean
is_on (TrasPost *post,
       TrasDay   day)
{
  return post->from_on <= day && (post->to_on == TRAS_DAY_NONE || post->to_on >= day);
}

/* The most is worked on a day on which a post begins. */
static gboolean
check_week (TrasEdit   *edit,
            TrasPost   *post,
            GPtrArray  *all,
            gint64      week_minutes,
            GError    **error)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();

  for (guint i = 0; i < all->len; i++)
    {
      TrasDay day = TRAS_POST (all->pdata[i])->from_on;
      gint64 minutes = 0;
      guint n = 0;

      if (!is_on (post, day))
        continue;
      for (guint k = 0; k < all->len; k++)
        {
          TrasPost *other = all->pdata[k];

          n += is_on (other, day);
          minutes += is_on (other, day) ? other->week_minutes : 0;
        }
      if (n > 1 && minutes > week_minutes)
        {
          g_autofree char *on = dup_day (day);
          g_autofree char *hours = tras_load_dup_hours (minutes, format);
          g_autofree char *most = tras_load_dup_hours (week_minutes, format);

          /* Translators: a day, hours a week in all posts, and those of the firm's week */
          return refuse (edit, "week_minutes", error,
                         _("On %s that makes %s h a week in all posts, more than the firm's %s h: "
                           "let the other post end before, or give it fewer hours"), on, hours,
                         most);
        }
    }

  return TRUE;
}

static gboolean
check_post (TrasEdit  *edit,
            TrasPost  *post,
            TrasDb    *db,
            GError   **error)
{
  g_autoptr (TrasPerson) person = load_person (edit, db, post->person_id);
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GPtrArray) all = NULL;
  TrasDay last = post->to_on != TRAS_DAY_NONE ? post->to_on : post->from_on;
  g_autofree char *day = NULL;

  if (person == NULL || last < post->from_on)
    return TRUE;

  if (post->from_on < person->hired_on)
    {
      day = dup_day (person->hired_on);
      return refuse (edit, "from_on", error, _("%s joined on %s: a post cannot begin before"),
                     person->name, day);
    }
  if (person->left_on != TRAS_DAY_NONE && last > person->left_on)
    {
      day = dup_day (person->left_on);
      return refuse (edit, post->from_on > person->left_on ? "from_on" : "to_on", error,
                     _("%s left on %s: a post cannot go on after that"), person->name, day);
    }

  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return FALSE;
  all = list_rows (edit, db, TRAS_TYPE_POST, post->person_id, error);

  return all != NULL && check_week (edit, post, all, firm->week_minutes, error);
}

/* ---- people ---- */

/* Whoever has left before is left with what was true then: only a new day is looked at. */
static gboolean
check_person (TrasEdit    *edit,
              TrasPerson  *person,
              TrasDb      *db,
              GError     **error)
{
  if (person->left_on != TRAS_DAY_NONE && person->left_on < person->hired_on)
    {
      g_autofree char *day = dup_day (person->hired_on);

      return refuse (edit, "left_on", error, _("%s joined on %s and cannot have left before"),
                     person->name, day);
    }

  return TRUE;
}

/**
 * tras_staff_rules_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: %TRAS_ERROR_REFUSED, in words for the field
 *
 * For tras_edit_set_check(): nobody is away twice at once, nor before joining or after leaving; no
 * post lies outside of that, and posts at once are parts of one week of the firm.
 *
 * Returns: whether the edit can be written
 */
gboolean
tras_staff_rules_check (TrasEdit  *edit,
                        TrasDb    *db,
                        GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes, ok = TRUE;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (deletes)
        continue;
      if (TRAS_IS_ABSENCE (record))
        ok = check_absence (edit, record, db, error);
      else if (TRAS_IS_POST (record))
        ok = check_post (edit, record, db, error);
      else if (TRAS_IS_PERSON (record))
        ok = check_person (edit, record, db, error);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}
