/* tras-hiring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-error.h"
#include "tras-hiring.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-template.h"

static gboolean
is_word (const char *value,
         const char *word)
{
  return g_strcmp0 (value, word) == 0;
}

/* ---- vacancies ---- */

/**
 * tras_vacancy_get_state:
 * @self: a vacancy as it was read
 * @today: a day
 *
 * Returns: how it stands on that day
 */
TrasVacancyState
tras_vacancy_get_state (TrasVacancy *self,
                        TrasDay      today)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), TRAS_VACANCY_OPEN);

  if (tras_vacancy_is_filled (self))
    return TRAS_VACANCY_FILLED;
  if (self->closed_on != TRAS_DAY_NONE)
    return TRAS_VACANCY_UNFILLED;

  return self->needed_by != TRAS_DAY_NONE && self->needed_by < today ? TRAS_VACANCY_LATE
                                                                     : TRAS_VACANCY_OPEN;
}

/**
 * tras_vacancy_is_open:
 * @self: a vacancy as it was read
 *
 * Returns: whether somebody can be hired for it
 */
gboolean
tras_vacancy_is_open (TrasVacancy *self)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), FALSE);

  return self->closed_on == TRAS_DAY_NONE && !tras_vacancy_is_filled (self);
}

/**
 * tras_vacancy_get_days:
 * @self: a vacancy
 * @today: a day
 *
 * Returns: for how many days it has been open by @today, or was until it was closed; 0 where it is
 *   opened later
 */
int
tras_vacancy_get_days (TrasVacancy *self,
                       TrasDay      today)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), 0);

  return MAX (0, (self->closed_on != TRAS_DAY_NONE ? self->closed_on : today) - self->opened_on);
}

/**
 * tras_vacancy_get_name:
 * @self: a vacancy as it was read
 *
 * Returns: (transfer none): the action that it is for or, without one, its role
 */
const char *
tras_vacancy_get_name (TrasVacancy *self)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), NULL);

  return self->action_title != NULL ? self->action_title : self->role_name;
}

/**
 * tras_vacancy_check:
 * @self: a vacancy that is to be written
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether it can be written: it has a seat, and is neither needed nor closed before it is
 *   opened
 */
gboolean
tras_vacancy_check (TrasVacancy  *self,
                    const char  **field,
                    GError      **error)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (self->seats < 1)
    return tras_refuse (field, "seats", error, _("A vacancy has one seat or more"));
  if (self->opened_on == TRAS_DAY_NONE)
    return TRUE;
  if (self->needed_by != TRAS_DAY_NONE && self->needed_by < self->opened_on)
    return tras_refuse (field, "needed_by", error, _("It cannot be needed before it is opened"));
  if (self->closed_on != TRAS_DAY_NONE && self->closed_on < self->opened_on)
    return tras_refuse (field, "closed_on", error, _("It cannot be closed before it is opened"));

  return TRUE;
}

/* ---- candidates ---- */

/* The way to a seat; whoever was rejected or withdrew has left it. */
static const char *const way[] = { "new", "interview", "offer", "hired" };

static int
find_step (TrasCandidate *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      if (is_word (self->state, way[i]))
        return (int) i;
    }

  return -1;
}

/**
 * tras_candidate_is_open:
 * @self: a candidate
 *
 * Returns: whether somebody has still to answer them
 */
gboolean
tras_candidate_is_open (TrasCandidate *self)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), FALSE);

  return tras_candidate_get_next (self) != NULL;
}

gboolean
tras_candidate_is_hired (TrasCandidate *self)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), FALSE);

  return is_word (self->state, "hired");
}

/**
 * tras_candidate_is_known:
 * @self: a candidate
 *
 * Returns: whether the row says who it is
 */
gboolean
tras_candidate_is_known (TrasCandidate *self)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), FALSE);

  return self->name != NULL || self->contact != NULL || self->origin != NULL;
}

/**
 * tras_candidate_is_due:
 * @self: a candidate
 * @today: a day
 *
 * Returns: whether what is known of them must be gone by that day; who is a person here is erased
 *   as that person
 */
gboolean
tras_candidate_is_due (TrasCandidate *self,
                       TrasDay        today)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), FALSE);

  return self->person_id == 0 && self->erase_on <= today && tras_candidate_is_known (self);
}

/**
 * tras_candidate_get_usual_erase:
 * @state_on: the day of the last thing that happened
 *
 * Returns: on which day a candidate is erased unless somebody says another one
 */
TrasDay
tras_candidate_get_usual_erase (TrasDay state_on)
{
  return tras_day_add_months (state_on, TRAS_CANDIDATE_KEPT_MONTHS);
}

/**
 * tras_candidate_get_next:
 * @self: a candidate
 *
 * Returns: (transfer none) (nullable): the state that comes next if all goes well; %NULL for
 *   whoever was hired, was rejected or withdrew
 */
const char *
tras_candidate_get_next (TrasCandidate *self)
{
  int step;

  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), NULL);

  step = find_step (self);

  return step >= 0 && step + 1 < (int) G_N_ELEMENTS (way) ? way[step + 1] : NULL;
}

/**
 * tras_candidate_compare:
 * @a: a #TrasCandidate
 * @b: another one
 *
 * Compares for a list: whoever is nearest to a seat first, then who was hired, then all others, the
 * latest first.
 */
int
tras_candidate_compare (gconstpointer a,
                        gconstpointer b)
{
  TrasCandidate *one = TRAS_CANDIDATE ((gpointer) a);
  TrasCandidate *two = TRAS_CANDIDATE ((gpointer) b);
  int steps[] = { find_step (one), find_step (two) };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] == (int) G_N_ELEMENTS (way) - 1)
        steps[i] = -1;
      else if (steps[i] < 0)
        steps[i] = -2;
    }
  if (steps[0] != steps[1])
    return steps[1] - steps[0];
  if (one->state_on != two->state_on)
    return two->state_on - one->state_on;

  return TRAS_RECORD (one)->id < TRAS_RECORD (two)->id ? -1 : 1;
}

static gboolean
check_days (TrasCandidate  *self,
            const char    **field,
            GError        **error)
{
  g_autofree char *day = NULL;
  g_autofree char *why = NULL;

  if (self->erase_on == TRAS_DAY_NONE)
    return tras_refuse (field, "erase_on", error,
                        _("Nobody is kept for good: say on which day they are erased"));
  if (self->state_on == TRAS_DAY_NONE || self->erase_on >= self->state_on)
    return TRUE;

  day = tras_number_format_date_medium (tras_number_format_get_default (), self->state_on);
  /* Translators: a date */
  why = g_strdup_printf (_("What happened on %s cannot be erased before"), day);

  return tras_refuse (field, "erase_on", error, "%s", why);
}

/**
 * tras_candidate_check:
 * @self: a candidate as a row says it
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether it can be written: there is a day on which it is erased, not before that of its
 *   state, and whoever was hired is somebody
 */
gboolean
tras_candidate_check (TrasCandidate  *self,
                      const char    **field,
                      GError        **error)
{
  g_return_val_if_fail (TRAS_IS_CANDIDATE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (tras_candidate_is_hired (self) && self->person_id == 0)
    return tras_refuse (field, "person_id", error,
                        _("Who was hired is somebody here: say which person"));

  return check_days (self, field, error);
}

/**
 * tras_hiring_check_edit:
 * @edit: an edit whose records are not written yet
 * @error: as of tras_vacancy_check() and tras_candidate_check()
 *
 * Returns: whether its vacancies and candidates can be written; the edit knows the field that will
 *   not do
 */
gboolean
tras_hiring_check_edit (TrasEdit  *edit,
                        GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      /* Who is hired in the same edit has no id yet. */
      if (!deletes && ((TRAS_IS_VACANCY (record) && !tras_vacancy_check (record, &field, error)) ||
                       (TRAS_IS_CANDIDATE (record) && !check_days (record, &field, error))))
        {
          tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- edits ---- */

/* The log keeps labels for good: they name the action or the role, and nobody. */
static TrasEdit *
begin (const char *format,
       const char *name)
{
  g_autofree char *label = tras_template_fill (format, "action", name, NULL);

  return tras_edit_new (label);
}

/**
 * tras_hiring_open_vacancy:
 * @vacancy: (transfer none): the vacancy, not stored yet
 * @action: (nullable): the action that it is for
 *
 * Returns: (transfer full): the edit that opens it
 */
TrasEdit *
tras_hiring_open_vacancy (TrasVacancy *vacancy,
                          TrasAction  *action)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);
  g_return_val_if_fail (action == NULL || TRAS_IS_ACTION (action), NULL);

  if (action != NULL)
    vacancy->action_id = TRAS_RECORD (action)->id;
  /* Translators: {action} is an action */
  edit = action != NULL ? begin (_("Open vacancy for “{action}”"), action->title)
                        : tras_edit_new (_("Open vacancy"));
  tras_edit_insert (edit, vacancy);

  return edit;
}

/**
 * tras_hiring_close_unfilled:
 * @vacancy: an open vacancy, as it was read
 * @why: a word of the field closed_why
 *
 * Who asked for it stays until the day on which they are erased.
 *
 * Returns: (transfer full): the edit that closes it today with a seat empty
 */
TrasEdit *
tras_hiring_close_unfilled (TrasVacancy *vacancy,
                            const char  *why)
{
  g_autoptr (TrasVacancy) closed = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);

  closed = tras_record_dup (vacancy);
  closed->closed_on = MAX (tras_day_today (), vacancy->opened_on);
  closed->closed_why = g_intern_string (why);
  /* Translators: {action} is an action or a role */
  edit = begin (_("Close vacancy for “{action}” unfilled"), tras_vacancy_get_name (vacancy));
  tras_edit_update (edit, closed);

  return edit;
}

/**
 * tras_hiring_reopen:
 * @vacancy: a vacancy that was closed with a seat empty, as it was read
 *
 * Returns: (transfer full): the edit that opens it again, since the day on which it was opened
 *   first
 */
TrasEdit *
tras_hiring_reopen (TrasVacancy *vacancy)
{
  g_autoptr (TrasVacancy) open = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);

  open = tras_record_dup (vacancy);
  open->closed_on = TRAS_DAY_NONE;
  open->closed_why = NULL;
  /* Translators: {action} is an action or a role */
  edit = begin (_("Reopen vacancy for “{action}”"), tras_vacancy_get_name (vacancy));
  tras_edit_update (edit, open);

  return edit;
}

/**
 * tras_hiring_add_candidate:
 * @vacancy: a vacancy as it was read
 * @candidate: (transfer none): who asks for it, not stored yet
 *
 * Returns: (transfer full): the edit that adds the candidate
 */
TrasEdit *
tras_hiring_add_candidate (TrasVacancy   *vacancy,
                           TrasCandidate *candidate)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);
  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);

  candidate->vacancy_id = TRAS_RECORD (vacancy)->id;
  /* Translators: {action} is an action or a role */
  edit = begin (_("Add candidate for “{action}”"), tras_vacancy_get_name (vacancy));
  tras_edit_insert (edit, candidate);

  return edit;
}

/**
 * tras_hiring_change_candidate:
 * @vacancy: a vacancy as it was read
 * @candidate: (transfer none): one of its candidates, changed
 *
 * Returns: (transfer full): the edit that stores the change
 */
TrasEdit *
tras_hiring_change_candidate (TrasVacancy   *vacancy,
                              TrasCandidate *candidate)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);
  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);

  /* Translators: {action} is an action or a role */
  edit = begin (_("Change candidate for “{action}”"), tras_vacancy_get_name (vacancy));
  tras_edit_update (edit, candidate);

  return edit;
}

/**
 * tras_hiring_move_candidate:
 * @vacancy: a vacancy as it was read
 * @candidate: one of its candidates, as it was read
 * @state: a word of the field state other than hired
 *
 * The day on which the candidate is erased follows the new state, unless somebody has said another
 * day than the usual one.
 *
 * Returns: (transfer full): the edit that says that this is how it stands from today on
 */
TrasEdit *
tras_hiring_move_candidate (TrasVacancy   *vacancy,
                            TrasCandidate *candidate,
                            const char    *state)
{
  g_autoptr (TrasCandidate) moved = NULL;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);
  g_return_val_if_fail (TRAS_IS_CANDIDATE (candidate), NULL);
  g_return_val_if_fail (!is_word (state, "hired"), NULL);

  moved = tras_record_dup (candidate);
  moved->state = g_intern_string (state);
  moved->state_on = tras_day_today ();
  if (candidate->erase_on == tras_candidate_get_usual_erase (candidate->state_on))
    moved->erase_on = tras_candidate_get_usual_erase (moved->state_on);
  else
    moved->erase_on = MAX (moved->erase_on, moved->state_on);

  return tras_hiring_change_candidate (vacancy, moved);
}

static gboolean
has_role (TrasPost *post,
          gint64    role_id,
          TrasDay   day)
{
  return post != NULL && post->role_id == role_id &&
         (post->to_on == TRAS_DAY_NONE || post->to_on >= day);
}

/* Whoever takes up a post leaves the one before. */
static void
add_post (TrasEdit   *edit,
          TrasPerson *person,
          TrasPost   *before,
          gint64      role_id,
          TrasDay     from_on)
{
  g_autoptr (TrasPost) post = tras_post_new ();

  post->role_id = role_id;
  post->from_on = from_on;
  post->person_id = TRAS_RECORD (person)->id;
  if (before != NULL)
    {
      post->week_minutes = before->week_minutes;
      post->hour_cost = before->hour_cost;
      if (before->to_on == TRAS_DAY_NONE)
        {
          g_autoptr (TrasPost) left = tras_record_dup (before);

          left->to_on = from_on - 1;
          tras_edit_update (edit, left);
        }
    }
  tras_edit_insert (edit, post);
  if (post->person_id == 0)
    tras_edit_link (edit, post, "person_id", person);
}

/* Who takes the seat is a candidate without a name of its own. */
static TrasCandidate *
make_hired (TrasVacancy   *vacancy,
            TrasCandidate *candidate,
            TrasPerson    *person,
            TrasDay        from_on)
{
  TrasCandidate *hired = candidate != NULL ? tras_record_dup (candidate) : tras_candidate_new ();

  hired->vacancy_id = TRAS_RECORD (vacancy)->id;
  hired->person_id = TRAS_RECORD (person)->id;
  hired->state = g_intern_static_string ("hired");
  hired->state_on = hired->erase_on = MIN (from_on, tras_day_today ());
  g_clear_pointer (&hired->name, g_free);
  g_clear_pointer (&hired->contact, g_free);
  g_clear_pointer (&hired->origin, g_free);

  return hired;
}

/**
 * tras_hiring_fill_seat:
 * @vacancy: an open vacancy, as it was read
 * @candidate: (nullable): one of its candidates, as it was read; %NULL for somebody who was none
 * @person: (transfer none): who takes the seat; one that is not stored yet is hired on @from_on
 * @before: (nullable): the newest post of somebody who works here, which begins before @from_on
 * @from_on: the first day in the seat
 * @cost: what hiring for the vacancy has cost by now, in minor units
 *
 * The seat is filled on that day, or today where somebody will come later. What was known of a
 * candidate stands in the person's record from now on: the candidate keeps no name of its own.
 *
 * Returns: (transfer full): the edit that gives the seat to the person
 */
TrasEdit *
tras_hiring_fill_seat (TrasVacancy   *vacancy,
                       TrasCandidate *candidate,
                       TrasPerson    *person,
                       TrasPost      *before,
                       TrasDay        from_on,
                       gint64         cost)
{
  g_autoptr (TrasCandidate) hired = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_VACANCY (vacancy), NULL);
  g_return_val_if_fail (candidate == NULL || TRAS_IS_CANDIDATE (candidate), NULL);
  g_return_val_if_fail (TRAS_IS_PERSON (person), NULL);
  g_return_val_if_fail (before == NULL || before->from_on < from_on ||
                        has_role (before, vacancy->role_id, from_on), NULL);

  /* Translators: {action} is an action or a role */
  edit = begin (_("Fill seat for “{action}”"), tras_vacancy_get_name (vacancy));
  if (TRAS_RECORD (person)->id == 0)
    {
      person->hired_on = from_on;
      tras_edit_insert (edit, person);
    }
  if (!has_role (before, vacancy->role_id, from_on))
    add_post (edit, person, before, vacancy->role_id, from_on);

  hired = make_hired (vacancy, candidate, person, from_on);
  if (candidate != NULL)
    tras_edit_update (edit, hired);
  else
    tras_edit_insert (edit, hired);
  if (hired->person_id == 0)
    tras_edit_link (edit, hired, "person_id", person);

  if (cost != vacancy->cost)
    {
      g_autoptr (TrasVacancy) paid = tras_record_dup (vacancy);

      paid->cost = cost;
      tras_edit_update (edit, paid);
    }

  return edit;
}
