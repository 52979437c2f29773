/* tras-training-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-template.h"
#include "tras-training-steps.h"

/* The log keeps labels for good: they name what is trained, and nobody. */
static TrasEdit *
begin (const char *format,
       const char *title)
{
  g_autofree char *label = tras_template_fill (format, "training", title, NULL);

  return tras_edit_new (label);
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_training_step_plan:
 * @action: (nullable): the action that a new training is for
 * @training: (transfer none): what is taught; it may not be stored yet
 * @session: (transfer none): the session, not stored yet
 * @people: (element-type gint64): who is invited
 *
 * Returns: (transfer full): the edit that plans it
 */
TrasEdit *
tras_training_step_plan (TrasAction          *action,
                         TrasTraining        *training,
                         TrasTrainingSession *session,
                         GArray              *people)
{
  TrasEdit *edit;

  g_return_val_if_fail (action == NULL || TRAS_IS_ACTION (action), NULL);
  g_return_val_if_fail (TRAS_IS_TRAINING (training), NULL);
  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), NULL);
  g_return_val_if_fail (people != NULL, NULL);

  /* Translators: {training} is a training */
  edit = begin (_("Plan session of “{training}”"), training->title);
  session->training_id = TRAS_RECORD (training)->id;
  if (session->training_id == 0)
    {
      training->action_id = action != NULL ? TRAS_RECORD (action)->id : 0;
      tras_edit_insert (edit, training);
      tras_edit_link (edit, session, "training_id", training);
    }
  tras_edit_insert (edit, session);
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (TrasTrainingSeat) seat = tras_training_seat_new ();

      seat->person_id = g_array_index (people, gint64, i);
      tras_edit_insert (edit, seat);
      tras_edit_link (edit, seat, "session_id", session);
    }

  return edit;
}

/**
 * tras_training_step_change:
 * @session: (transfer none): the changed copy of a planned session
 * @seats: (element-type TrasTrainingSeat): who was invited until now
 * @people: (element-type gint64): who is invited
 *
 * Returns: (transfer full): the edit that says when and where it is, and for whom
 */
TrasEdit *
tras_training_step_change (TrasTrainingSession *session,
                           GPtrArray           *seats,
                           GArray              *people)
{
  g_autoptr (GArray) seated = g_array_new (FALSE, FALSE, sizeof (gint64));
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), NULL);
  g_return_val_if_fail (seats != NULL && people != NULL, NULL);

  /* Translators: {training} is a training */
  edit = begin (_("Change session of “{training}”"), session->training_title);
  tras_edit_update (edit, session);
  for (guint i = 0; i < seats->len; i++)
    {
      TrasTrainingSeat *seat = seats->pdata[i];

      g_array_append_val (seated, seat->person_id);
      if (!contains (people, seat->person_id))
        tras_edit_delete (edit, seat);
    }
  for (guint i = 0; i < people->len; i++)
    {
      gint64 person_id = g_array_index (people, gint64, i);
      g_autoptr (TrasTrainingSeat) seat = NULL;

      if (contains (seated, person_id))
        continue;
      seat = tras_training_seat_new ();
      seat->session_id = TRAS_RECORD (session)->id;
      seat->person_id = person_id;
      tras_edit_insert (edit, seat);
    }

  return edit;
}

/**
 * tras_training_step_cancel:
 * @session: a planned session, as it was read
 *
 * Returns: (transfer full): the edit that cancels it
 */
TrasEdit *
tras_training_step_cancel (TrasTrainingSession *session)
{
  g_autoptr (TrasTrainingSession) cancelled = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), NULL);

  cancelled = tras_record_dup (session);
  cancelled->state = g_intern_static_string ("cancelled");
  /* Translators: {training} is a training */
  edit = begin (_("Cancel session of “{training}”"), session->training_title);
  tras_edit_update (edit, cancelled);

  return edit;
}

/**
 * tras_training_step_rate:
 * @seat: somebody who was there, as it was read
 * @question: what they were asked
 * @mark: what they answered, 1 to 5
 *
 * Returns: (transfer full): the edit that writes it down
 */
TrasEdit *
tras_training_step_rate (TrasTrainingSeat     *seat,
                         TrasTrainingQuestion  question,
                         gint64                mark)
{
  g_autoptr (TrasTrainingSeat) rated = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_TRAINING_SEAT (seat), NULL);
  g_return_val_if_fail (mark >= 1 && mark <= 5, NULL);

  rated = tras_record_dup (seat);
  if (question == TRAS_TRAINING_LIKED)
    {
      rated->liked = mark;
    }
  else
    {
      rated->applied = mark;
      rated->applied_on = tras_day_today ();
    }
  /* Translators: {training} is a training */
  edit = begin (_("Rate “{training}”"), seat->training_title);
  tras_edit_update (edit, rated);

  return edit;
}

/**
 * tras_training_dup_said:
 * @training: a training as it was read
 * @verdict: a word of the file: moved, not-moved, too-early
 * @next_look: when to look again where it is too early
 *
 * Returns: (transfer full): the training with what was said of its effect
 */
TrasTraining *
tras_training_dup_said (TrasTraining *training,
                        const char   *verdict,
                        TrasDay       next_look)
{
  TrasTraining *said;

  g_return_val_if_fail (TRAS_IS_TRAINING (training), NULL);
  g_return_val_if_fail (verdict != NULL, NULL);

  said = tras_record_dup (training);
  said->verdict = g_intern_string (verdict);
  if (g_str_equal (verdict, "too-early"))
    said->expect_by = MAX (said->expect_by, next_look);

  return said;
}

/**
 * tras_training_step_say:
 * @training: a training as it was read
 * @verdict: as for tras_training_dup_said()
 * @next_look: likewise
 *
 * Returns: (transfer full): the edit that says whether the indicator moved
 */
TrasEdit *
tras_training_step_say (TrasTraining *training,
                        const char   *verdict,
                        TrasDay       next_look)
{
  g_autoptr (TrasTraining) said = NULL;
  TrasEdit *edit;

  said = tras_training_dup_said (training, verdict, next_look);
  g_return_val_if_fail (said != NULL, NULL);

  /* Translators: {training} is a training */
  edit = begin (_("Effect of “{training}”"), training->title);
  tras_edit_update (edit, said);

  return edit;
}
