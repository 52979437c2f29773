/* tras-departure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-departure.h"

static GPtrArray *
select_of (TrasDb  *db,
           GType    type,
           gint64   person_id,
           GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, person_id);
  tras_query_order (query, "from_on", FALSE);

  return tras_db_select (db, query, error);
}

/**
 * tras_departure_load:
 * @db: a connection
 * @person_id: who leaves
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): what they have
 */
TrasDeparture *
tras_departure_load (TrasDb   *db,
                     gint64    person_id,
                     GError  **error)
{
  g_autoptr (TrasDeparture) self = g_new0 (TrasDeparture, 1);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->person = tras_db_load (db, TRAS_TYPE_PERSON, person_id, error);
  if (self->person != NULL)
    self->posts = select_of (db, TRAS_TYPE_POST, person_id, error);
  if (self->posts != NULL)
    self->absences = select_of (db, TRAS_TYPE_ABSENCE, person_id, error);
  if (self->absences != NULL)
    self->work = tras_work_book_load (db, error);

  return self->work != NULL ? g_steal_pointer (&self) : NULL;
}

void
tras_departure_free (TrasDeparture *self)
{
  g_clear_object (&self->person);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->work, tras_work_book_unref);
  g_free (self);
}

/* What lies behind the day goes; what goes on over it ends on it, with the hours up to then. */
static void
end_absences (TrasDeparture *self,
              TrasEdit      *edit,
              TrasDay        day)
{
  for (guint i = 0; i < self->absences->len; i++)
    {
      TrasAbsence *absence = self->absences->pdata[i];
      g_autoptr (TrasAbsence) shorter = NULL;

      if (absence->to_on <= day)
        continue;
      if (absence->from_on > day)
        {
          tras_edit_delete (edit, absence);
          continue;
        }
      shorter = tras_record_dup (absence);
      shorter->minutes = tras_work_book_get_lost (self->work, absence, absence->from_on, day);
      shorter->to_on = day;
      tras_edit_update (edit, shorter);
    }
}

static void
end_posts (TrasDeparture *self,
           TrasEdit      *edit,
           TrasDay        day)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      TrasPost *post = self->posts->pdata[i];
      g_autoptr (TrasPost) ended = NULL;

      if (post->to_on != TRAS_DAY_NONE && post->to_on <= day)
        continue;
      if (post->from_on > day)
        {
          tras_edit_delete (edit, post);
          continue;
        }
      ended = tras_record_dup (post);
      ended->to_on = day;
      tras_edit_update (edit, ended);
    }
}

/**
 * tras_departure_new_edit:
 * @self: a departure
 * @day: the last day
 * @why: a word of the field left_why
 *
 * One edit that ends the person's posts, what they would have been away for, and their time here.
 * The person comes last: what is taken back is taken back from the end, and nobody is away who has
 * left.
 *
 * Returns: (transfer full): the edit
 */
TrasEdit *
tras_departure_new_edit (TrasDeparture *self,
                         TrasDay        day,
                         const char    *why)
{
  g_autoptr (TrasPerson) person = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL, NULL);

  /* Nobody's name goes into the history's words. */
  edit = tras_edit_new (_("Somebody leaves"));
  end_absences (self, edit, day);
  end_posts (self, edit, day);
  person = tras_record_dup (self->person);
  person->left_on = day;
  person->left_why = g_intern_string (why);
  tras_edit_update (edit, person);

  return edit;
}

/**
 * tras_departure_dup_words:
 * @self: a departure
 * @day: the last day
 *
 * Returns: (transfer full): what ends with it, in sentences
 */
char *
tras_departure_dup_words (TrasDeparture *self,
                          TrasDay        day)
{
  guint n_posts = 0, n_absences = 0;
  g_autofree char *posts = NULL;
  g_autofree char *absences = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->posts->len; i++)
    {
      TrasPost *post = self->posts->pdata[i];

      n_posts += post->to_on == TRAS_DAY_NONE || post->to_on > day;
    }
  for (guint i = 0; i < self->absences->len; i++)
    n_absences += TRAS_ABSENCE (self->absences->pdata[i])->to_on > day;

  posts = g_strdup_printf (ngettext ("%u post ends on that day.", "%u posts end on that day.",
                                     n_posts), n_posts);
  if (n_absences == 0)
    return g_steal_pointer (&posts);

  absences = g_strdup_printf (ngettext ("%u absence after it is deleted or cut short.",
                                        "%u absences after it are deleted or cut short.",
                                        n_absences), n_absences);

  return g_strdup_printf (C_("sentences", "%s %s"), posts, absences);
}
