/* tras-attendance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-attendance.h"
#include "tras-number.h"
#include "tras-template.h"

/* ---- reading ---- */

static gboolean
is_state (const char *state,
          const char *word)
{
  return g_strcmp0 (state, word) == 0;
}

static void
attendant_free (gpointer data)
{
  TrasAttendant *self = data;

  g_clear_object (&self->person);
  g_clear_object (&self->seat);
  g_free (self);
}

/* Somebody who is invited is taken to have been there; that is what a course is for. */
static TrasAttendant *
attendant_new (TrasAttendance   *self,
               TrasPerson       *person,
               TrasTrainingSeat *seat)
{
  TrasAttendant *attendant = g_new0 (TrasAttendant, 1);

  attendant->person = g_object_ref (person);
  attendant->listed = seat != NULL;
  attendant->minutes = self->session->minutes;
  attendant->passed = TRUE;
  attendant->score = TRAS_NULL;
  if (seat == NULL)
    return attendant;

  attendant->seat = g_object_ref (seat);
  attendant->present = is_state (seat->state, "present") || is_state (seat->state, "invited");
  attendant->excused = is_state (seat->state, "excused");
  attendant->score = seat->score;
  if (seat->minutes != TRAS_NULL)
    attendant->minutes = seat->minutes;
  if (is_state (seat->state, "present"))
    attendant->passed = seat->passed == 1;

  return attendant;
}

static GPtrArray *
select_of (TrasDb      *db,
           GType        type,
           const char  *field,
           gint64       id,
           const char  *order,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, field, TRAS_QUERY_EQ, id);
  if (order != NULL)
    tras_query_order (query, order, FALSE);

  return tras_db_select (db, query, error);
}

static gboolean
load_seats (TrasAttendance  *self,
            TrasDb          *db,
            GHashTable      *seated,
            GError         **error)
{
  g_autoptr (GPtrArray) seats = select_of (db, TRAS_TYPE_TRAINING_SEAT, "session_id",
                                           TRAS_RECORD (self->session)->id, "person_name", error);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      TrasTrainingSeat *seat = seats->pdata[i];
      g_autoptr (TrasPerson) person = tras_db_load (db, TRAS_TYPE_PERSON, seat->person_id, error);

      if (person == NULL)
        return FALSE;
      g_ptr_array_add (self->people, attendant_new (self, person, seat));
      g_hash_table_add (seated, g_memdup2 (&seat->person_id, sizeof (gint64)));
    }

  return seats != NULL;
}

static gboolean
load_others (TrasAttendance  *self,
             TrasDb          *db,
             GHashTable      *seated,
             GError         **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "here");
  tras_query_order (query, "name", FALSE);
  people = tras_db_select (db, query, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      if (!g_hash_table_contains (seated, &TRAS_RECORD (people->pdata[i])->id))
        g_ptr_array_add (self->people, attendant_new (self, people->pdata[i], NULL));
    }

  return people != NULL;
}

/* The marks of the skill tell what people could do without the session; those of the session may
 * be of a skill that the training gave before. */
static gboolean
load_marks (TrasAttendance  *self,
            TrasDb          *db,
            GError         **error)
{
  g_autoptr (GPtrArray) own = select_of (db, TRAS_TYPE_SKILL_MARK, "session_id",
                                         TRAS_RECORD (self->session)->id, "marked_on", error);
  g_autoptr (GPtrArray) others = NULL;

  if (own == NULL)
    return FALSE;
  if (self->skill != NULL)
    {
      others = select_of (db, TRAS_TYPE_SKILL_MARK, "skill_id", TRAS_RECORD (self->skill)->id,
                          "marked_on", error);
      if (others == NULL)
        return FALSE;
    }

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      TrasSkillMark *mark = others->pdata[i];

      if (mark->session_id != TRAS_RECORD (self->session)->id)
        g_ptr_array_add (own, g_object_ref (mark));
    }
  self->marks = g_steal_pointer (&own);

  return TRUE;
}

static void
hold_in_records (TrasActionRecords *records,
                 gint64             training_id)
{
  for (guint i = 0; i < records->trainings->len; i++)
    {
      TrasTraining *training = records->trainings->pdata[i];

      if (TRAS_RECORD (training)->id != training_id)
        continue;
      training->sessions_planned--;
      training->sessions_held++;
    }
}

static gboolean
load_action (TrasAttendance  *self,
             TrasDb          *db,
             GError         **error)
{
  g_autoptr (TrasActionRecords) records = NULL;
  g_autoptr (TrasAction) action = NULL;

  if (self->training->action_id == 0 || !is_state (self->session->state, "planned"))
    return TRUE;

  action = tras_db_load (db, TRAS_TYPE_ACTION, self->training->action_id, error);
  records = action != NULL
              ? tras_action_records_load (db, self->training->action_id, error) : NULL;
  if (records == NULL)
    return FALSE;
  hold_in_records (records, TRAS_RECORD (self->training)->id);
  if (tras_action_is_open (action) && tras_action_records_are_complete (records))
    self->action_title = g_strdup (action->title);

  return TRUE;
}

/**
 * tras_attendance_load:
 * @db: a connection
 * @session_id: a session
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): who was there as far as it was said; of a session that is
 *   still planned, all who are invited
 */
TrasAttendance *
tras_attendance_load (TrasDb  *db,
                      gint64   session_id,
                      GError **error)
{
  g_autoptr (TrasAttendance) self = g_new0 (TrasAttendance, 1);
  g_autoptr (GHashTable) seated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->people = g_ptr_array_new_with_free_func (attendant_free);
  self->session = tras_db_load (db, TRAS_TYPE_TRAINING_SESSION, session_id, error);
  if (self->session == NULL)
    return NULL;
  self->training = tras_db_load (db, TRAS_TYPE_TRAINING, self->session->training_id, error);
  if (self->training == NULL)
    return NULL;
  if (self->training->skill_id != 0)
    {
      self->skill = tras_db_load (db, TRAS_TYPE_SKILL, self->training->skill_id, error);
      if (self->skill == NULL)
        return NULL;
    }
  self->costs = tras_hour_costs_load (db, error);

  return self->costs != NULL && load_seats (self, db, seated, error) &&
                 load_others (self, db, seated, error) && load_marks (self, db, error) &&
                 load_action (self, db, error)
           ? g_steal_pointer (&self) : NULL;
}

void
tras_attendance_free (TrasAttendance *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->training);
  g_clear_object (&self->skill);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->action_title, g_free);
  g_clear_pointer (&self->costs, tras_hour_costs_free);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

/**
 * tras_attendance_is_held:
 * @self: the attendance of a session
 *
 * Returns: whether it was said before that the session was held, so that this corrects it
 */
gboolean
tras_attendance_is_held (TrasAttendance *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_state (self->session->state, "held");
}

/* ---- what follows ---- */

/**
 * tras_attendance_get_cost:
 * @self: the attendance of a session
 * @draft: the session as it shall be stored: its day, and what it costs by itself
 * @cost: (out): what it takes
 */
void
tras_attendance_get_cost (TrasAttendance      *self,
                          TrasTrainingSession *draft,
                          TrasTrainingCost    *cost)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (TrasTrainingPart));
  TrasDay day;

  g_return_if_fail (self != NULL && cost != NULL);
  g_return_if_fail (TRAS_IS_TRAINING_SESSION (draft));

  *cost = (TrasTrainingCost) { 0 };
  day = tras_training_session_get_day (draft);
  for (guint i = 0; i < self->people->len; i++)
    {
      const TrasAttendant *attendant = self->people->pdata[i];
      TrasTrainingPart part = {
        attendant->present, MAX (attendant->minutes, 0),
        tras_hour_costs_get (self->costs, TRAS_RECORD (attendant->person)->id, day),
      };

      if (attendant->listed)
        g_array_append_val (parts, part);
    }
  tras_training_cost_add_session (cost, MAX (draft->cost, 0),
                                  (const TrasTrainingPart *) (gpointer) parts->data, parts->len);
}

/* The level that somebody had on a day by all marks but those of this session. */
static gint64
get_level_before (TrasAttendance      *self,
                  const TrasAttendant *attendant,
                  TrasDay              day)
{
  TrasSkillMark *newest = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      TrasSkillMark *mark = self->marks->pdata[i];

      if (mark->session_id == TRAS_RECORD (self->session)->id ||
          mark->person_id != TRAS_RECORD (attendant->person)->id || mark->marked_on > day)
        continue;
      if (newest == NULL || mark->marked_on > newest->marked_on ||
          (mark->marked_on == newest->marked_on &&
           TRAS_RECORD (mark)->id > TRAS_RECORD (newest)->id))
        newest = mark;
    }

  return newest == NULL ||
                 (newest->expires_on != TRAS_DAY_NONE && newest->expires_on < day)
           ? 0 : newest->level;
}

/**
 * tras_attendance_get_level:
 * @self: the attendance of a session
 * @attendant: one of its people
 * @day: the day of the session
 *
 * A training gives its level to those who passed. It takes nothing from somebody who could do more
 * before: they keep their level.
 *
 * Returns: the level that the session gives the person, 0 for none
 */
gint64
tras_attendance_get_level (TrasAttendance      *self,
                           const TrasAttendant *attendant,
                           TrasDay              day)
{
  g_return_val_if_fail (self != NULL && attendant != NULL, 0);

  if (self->skill == NULL || self->training->level_given == TRAS_NULL ||
      self->training->level_given <= 0 || !attendant->listed || !attendant->present ||
      !attendant->passed)
    return 0;

  return MAX (self->training->level_given, get_level_before (self, attendant, day));
}

/**
 * tras_attendance_count_marks:
 * @self: the attendance of a session
 * @day: the day of the session
 *
 * Returns: how many people it gives a level
 */
guint
tras_attendance_count_marks (TrasAttendance *self,
                             TrasDay         day)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->people->len; i++)
    n += tras_attendance_get_level (self, self->people->pdata[i], day) > 0;

  return n;
}

/* ---- what will not do ---- */

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static char *
dup_refusal_of (const TrasAttendant *attendant,
                TrasTrainingSession *draft)
{
  TrasDay day = tras_training_session_get_day (draft);
  TrasPerson *person = attendant->person;
  g_autofree char *date = NULL;

  if (!attendant->listed || !attendant->present)
    return NULL;

  if (attendant->minutes <= 0)
    /* Translators: %s is a person */
    return g_strdup_printf (_("For how long was %s there? 2, or 1:30"), person->name);
  if (attendant->minutes > draft->minutes)
    /* Translators: %s is a person */
    return g_strdup_printf (_("%s was there longer than the session took"), person->name);
  if (attendant->score != TRAS_NULL && attendant->score < 0)
    /* Translators: %s is a person */
    return g_strdup_printf (_("The score of %s is below zero"), person->name);
  if (person->hired_on > day)
    {
      date = dup_day (person->hired_on);
      /* Translators: a person and a date */
      return g_strdup_printf (_("%s joined on %s and was not here yet"), person->name, date);
    }
  if (person->left_on != TRAS_DAY_NONE && person->left_on < day)
    {
      date = dup_day (person->left_on);
      /* Translators: a person and a date */
      return g_strdup_printf (_("%s left on %s and was not here any more"), person->name, date);
    }

  return NULL;
}

/**
 * tras_attendance_dup_refusal:
 * @self: the attendance of a session
 * @draft: the session as it shall be stored
 * @field: (out): the field of @draft that will not do, %NULL where it is the people
 *
 * Returns: (transfer full) (nullable): why this cannot be stored, a sentence; %NULL where it can
 */
char *
tras_attendance_dup_refusal (TrasAttendance       *self,
                             TrasTrainingSession  *draft,
                             const char          **field)
{
  gboolean anybody = FALSE;

  g_return_val_if_fail (self != NULL && field != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (draft), NULL);

  *field = "starts_at";
  if (tras_training_session_get_day (draft) == TRAS_DAY_NONE)
    return g_strdup (_("When was it?"));
  if (tras_training_session_get_day (draft) > tras_day_today ())
    return g_strdup (_("That day is still to come: when was it?"));
  *field = "minutes";
  if (draft->minutes <= 0)
    return g_strdup (_("A session takes some time: 2, or 1:30"));
  if (draft->minutes > TRAS_TRAINING_MOST_MINUTES)
    return g_strdup (_("A session takes a week at most"));

  *field = NULL;
  for (guint i = 0; i < self->people->len; i++)
    {
      const TrasAttendant *attendant = self->people->pdata[i];
      char *why = dup_refusal_of (attendant, draft);

      if (why != NULL)
        return why;
      anybody |= attendant->listed && attendant->present;
    }

  return anybody ? NULL : g_strdup (_("Who was there? Where nobody was, cancel it."));
}

/* ---- storing ---- */

/* The log keeps labels for good: they name the training, and nobody. */
static TrasEdit *
begin (const char   *format,
       TrasTraining *training)
{
  g_autofree char *label = tras_template_fill (format, "training", training->title, NULL);

  return tras_edit_new (label);
}

static gboolean
take_into_seat (const TrasAttendant *attendant,
                TrasTrainingSeat    *seat)
{
  const char *state = attendant->present   ? g_intern_static_string ("present")
                      : attendant->excused ? g_intern_static_string ("excused")
                                           : g_intern_static_string ("absent");
  gint64 minutes = attendant->present ? attendant->minutes : TRAS_NULL;
  gint64 passed = attendant->present ? attendant->passed : TRAS_NULL;
  gint64 score = attendant->present ? attendant->score : TRAS_NULL;
  gboolean changed = !is_state (seat->state, state) || seat->minutes != minutes ||
                     seat->passed != passed || seat->score != score;

  seat->state = state;
  seat->minutes = minutes;
  seat->passed = passed;
  seat->score = score;

  return changed;
}

static void
store_seat (TrasAttendance      *self,
            const TrasAttendant *attendant,
            TrasEdit            *edit)
{
  g_autoptr (TrasTrainingSeat) seat = NULL;

  if (attendant->seat != NULL && !attendant->listed)
    {
      tras_edit_delete (edit, attendant->seat);
    }
  else if (attendant->seat != NULL)
    {
      seat = tras_record_dup (attendant->seat);
      if (take_into_seat (attendant, seat))
        tras_edit_update (edit, seat);
    }
  else if (attendant->listed)
    {
      seat = tras_training_seat_new ();
      seat->session_id = TRAS_RECORD (self->session)->id;
      seat->person_id = TRAS_RECORD (attendant->person)->id;
      take_into_seat (attendant, seat);
      tras_edit_insert (edit, seat);
    }
}

/* The mark that somebody gets, or %NULL. */
static TrasSkillMark *
make_mark (TrasAttendance      *self,
           const TrasAttendant *attendant,
           TrasDay              day)
{
  gint64 level = tras_attendance_get_level (self, attendant, day);
  TrasSkillMark *mark;

  if (level == 0)
    return NULL;

  mark = tras_skill_mark_new ();
  mark->person_id = TRAS_RECORD (attendant->person)->id;
  mark->skill_id = TRAS_RECORD (self->skill)->id;
  mark->level = level;
  mark->marked_on = day;
  mark->expires_on = tras_skill_get_expiry (self->skill, day);
  mark->how = mark->expires_on != TRAS_DAY_NONE ? g_intern_static_string ("certificate")
                                                : g_intern_static_string ("training");
  mark->session_id = TRAS_RECORD (self->session)->id;

  return mark;
}

static gboolean
is_same (TrasSkillMark *a,
         TrasSkillMark *b)
{
  return a->skill_id == b->skill_id && a->level == b->level && a->marked_on == b->marked_on &&
         a->expires_on == b->expires_on && is_state (a->how, b->how);
}

/* What the session gave before and is right stays; what is not is taken back, and given anew. */
static void
store_mark (TrasAttendance      *self,
            const TrasAttendant *attendant,
            TrasDay              day,
            TrasEdit            *edit)
{
  g_autoptr (TrasSkillMark) wanted = make_mark (self, attendant, day);

  for (guint i = 0; i < self->marks->len; i++)
    {
      TrasSkillMark *mark = self->marks->pdata[i];

      if (mark->session_id != TRAS_RECORD (self->session)->id ||
          mark->person_id != TRAS_RECORD (attendant->person)->id)
        continue;
      if (wanted != NULL && is_same (mark, wanted))
        g_clear_object (&wanted);
      else
        tras_edit_delete (edit, mark);
    }
  if (wanted != NULL)
    tras_edit_insert (edit, wanted);
}

/**
 * tras_attendance_make_edit:
 * @self: the attendance of a session
 * @draft: the session as it shall be stored: when it was, how long it took and what it costs
 *
 * One edit says that the session was held and who was there, and gives those who passed their level
 * of the skill: as a certificate where the skill expires. Where that was said before, only what is
 * different is written; marks that are wrong are taken back. That the action of the training is
 * done then is for tras_follow_up_edit().
 *
 * Returns: (transfer full): the edit; without records where nothing changes
 */
TrasEdit *
tras_attendance_make_edit (TrasAttendance      *self,
                           TrasTrainingSession *draft)
{
  g_autoptr (TrasTrainingSession) session = NULL;
  TrasEdit *edit;
  TrasDay day;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (draft), NULL);

  /* Translators: {training} is a training */
  edit = begin (tras_attendance_is_held (self) ? _("Correct attendance of “{training}”")
                                               : _("Attendance of “{training}”"),
                self->training);
  day = tras_training_session_get_day (draft);
  session = tras_record_dup (draft);
  session->state = g_intern_static_string ("held");
  if (!tras_attendance_is_held (self) || session->starts_at != self->session->starts_at ||
      session->minutes != self->session->minutes || session->cost != self->session->cost ||
      g_strcmp0 (session->place, self->session->place) != 0)
    tras_edit_update (edit, session);

  for (guint i = 0; i < self->people->len; i++)
    {
      store_seat (self, self->people->pdata[i], edit);
      store_mark (self, self->people->pdata[i], day, edit);
    }

  return edit;
}
