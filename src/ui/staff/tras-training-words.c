/* tras-training-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-action-words.h"
#include "tras-field-text.h"
#include "tras-number.h"
#include "tras-training-words.h"

static gboolean
is_word (const char *value,
         const char *word)
{
  return g_strcmp0 (value, word) == 0;
}

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static void
take_part (GStrvBuilder *parts,
           char         *part)
{
  g_strv_builder_add (parts, part);
  g_free (part);
}

/* ---- trainings ---- */

/**
 * tras_training_words_dup_gives:
 * @training: a training that gives a skill
 *
 * Returns: (transfer full): what somebody can do after it
 */
char *
tras_training_words_dup_gives (TrasTraining *training)
{
  g_return_val_if_fail (TRAS_IS_TRAINING (training), NULL);

  if (training->level_given == TRAS_NULL)
    /* Translators: what a training gives; %s is a skill */
    return g_strdup_printf (_("gives %s"), training->skill_name);

  /* Translators: what a training gives: a skill and a level from 1 to 4 */
  return g_strdup_printf (_("gives %s, level %d"), training->skill_name,
                          (int) training->level_given);
}

static const char *
headline_icon (TrasRecord *record,
               TrasDay     day)
{
  TrasTraining *training = TRAS_TRAINING (record);

  return training->sessions_planned > 0 ? "tras-open-symbolic"
         : training->sessions_held > 0  ? "tras-meets-symbolic"
                                        : "tras-staff-symbolic";
}

static const char *
headline_class (TrasRecord *record,
                TrasDay     day)
{
  return "tras-usual";
}

static char *
headline_below (TrasRecord *record,
                TrasDay     day)
{
  TrasTraining *training = TRAS_TRAINING (record);
  g_autofree char *gives = NULL;
  g_autofree char *state = NULL;

  if (training->sessions_planned > 0)
    state = g_strdup_printf (ngettext ("%d session planned", "%d sessions planned",
                                       (gulong) training->sessions_planned),
                             (int) training->sessions_planned);
  else if (training->sessions_held > 0)
    state = g_strdup_printf (ngettext ("%d session held", "%d sessions held",
                                       (gulong) training->sessions_held),
                             (int) training->sessions_held);
  else
    state = g_strdup (_("No session yet"));

  if (training->skill_name == NULL)
    return g_steal_pointer (&state);

  gives = tras_training_words_dup_gives (training);

  /* Translators: how many sessions a training has, and what it gives */
  return g_strdup_printf (C_("training", "%s · %s"), state, gives);
}

static gboolean
headline_is_open (TrasRecord *record)
{
  return TRUE;
}

/**
 * tras_training_words_get_headline:
 *
 * Returns: (transfer none): what a list says first of each training
 */
const TrasHeadline *
tras_training_words_get_headline (void)
{
  static const TrasHeadline headline = {
    headline_icon, headline_class, headline_below, headline_is_open,
  };

  return &headline;
}

/**
 * tras_training_words_get_verdict:
 * @verdict: (nullable): a word of the file
 *
 * Returns: (transfer none): it in the user's language, "" for none
 */
const char *
tras_training_words_get_verdict (const char *verdict)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_TRAINING);

  return verdict != NULL
           ? tras_choice_get_label (tras_table_find_field (table, "verdict")->choices, verdict)
           : "";
}

/**
 * tras_training_words_dup_effect:
 * @facts: what came of a training
 *
 * Returns: (transfer full): how it stands with what it should move, in a few words; "" where
 *   nothing should
 */
char *
tras_training_words_dup_effect (const TrasTrainingFacts *facts)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  switch (facts->effect)
    {
    case TRAS_TRAINING_NO_EFFECT:
      return g_strdup ("");
    case TRAS_TRAINING_EFFECT_SAID:
      return g_strdup (tras_training_words_get_verdict (facts->training->verdict));
    case TRAS_TRAINING_EFFECT_DUE:
      return g_strdup (C_("effect", "To say"));
    case TRAS_TRAINING_EFFECT_LATER:
      if (facts->training->expect_by == TRAS_DAY_NONE)
        return g_strdup (C_("effect", "No date"));
      day = dup_day (facts->training->expect_by);
      if (is_word (facts->training->verdict, "too-early"))
        /* Translators: it is too early to say whether a training had an effect; %s is a date */
        return g_strdup_printf (C_("effect", "Again %s"), day);
      /* Translators: the effect of a training is looked at on a day */
      return g_strdup_printf (C_("effect", "From %s"), day);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_training_words_dup_wish:
 * @training: a training with an indicator
 * @unit: (nullable): the indicator's unit
 * @decimals: with how many its numbers are written
 *
 * Returns: (transfer full) (nullable): by how much the indicator should move, a sentence; %NULL
 *   where that is not said
 */
char *
tras_training_words_dup_wish (TrasTraining *training,
                              const char   *unit,
                              int           decimals)
{
  g_autofree char *number = NULL;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (TRAS_IS_TRAINING (training), NULL);

  if (isnan (training->expect))
    return NULL;

  number = tras_number_format_real (tras_number_format_get_default (), ABS (training->expect),
                                    decimals);
  /* Translators: by how much a number should change: its sign, the number and its unit */
  amount = g_strdup_printf (C_("change", "%s%s %s"), training->expect < 0 ? "−" : "+", number,
                            unit != NULL ? unit : "");

  /* Translators: by how much an indicator should move: “+2.0 %” */
  return g_strdup_printf (_("Expected: %s."), g_strchomp (amount));
}

/* ---- sessions ---- */

/**
 * tras_session_words_is_late:
 * @session: a session
 * @today: today
 *
 * Returns: whether its day is over and nobody has said that it was held
 */
gboolean
tras_session_words_is_late (TrasTrainingSession *session,
                            TrasDay              today)
{
  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), FALSE);

  return is_word (session->state, "planned") && tras_training_session_get_day (session) < today;
}

/**
 * tras_session_words_dup_when:
 * @starts_at: seconds since 1970
 *
 * Returns: (transfer full): the day and the time
 */
char *
tras_session_words_dup_when (gint64 starts_at)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();

  session->starts_at = starts_at;

  return tras_field_dup_shown (TRAS_RECORD (session), tras_table_find_field (table, "starts_at"),
                               tras_number_format_get_default (), NULL);
}

/**
 * tras_session_words_dup_state:
 * @session: a session as it was read
 * @today: today
 * @currency: of what it costs
 *
 * Returns: (transfer full): how it stands, for whom, how long it takes, where, and what it costs
 */
char *
tras_session_words_dup_state (TrasTrainingSession *session,
                              TrasDay              today,
                              const char          *currency)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), NULL);

  if (is_word (session->state, "cancelled"))
    take_part (parts, g_strdup (_("cancelled")));
  else if (is_word (session->state, "held"))
    take_part (parts, g_strdup_printf (ngettext ("held, %d of %d present", "held, %d of %d present",
                                                 (gulong) session->seats),
                                       (int) session->present, (int) session->seats));
  else
    take_part (parts, g_strdup_printf (ngettext ("%d person", "%d people", (gulong) session->seats),
                                       (int) session->seats));
  if (tras_session_words_is_late (session, today))
    take_part (parts, g_strdup (_("not held yet")));
  take_part (parts, tras_action_words_dup_hours (session->minutes));
  if (session->place != NULL)
    take_part (parts, g_strdup (session->place));
  if (session->cost > 0)
    take_part (parts, tras_number_format_money (tras_number_format_get_default (), session->cost,
                                                currency));
  strings = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strings);
}

/**
 * tras_session_words_get_icon:
 * @session: a session
 * @today: today
 *
 * Returns: the icon of its state
 */
TrasTrainingIcon
tras_session_words_get_icon (TrasTrainingSession *session,
                             TrasDay              today)
{
  TrasTrainingIcon icon = { "tras-misses-symbolic", "tras-usual" };

  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (session), icon);

  if (tras_session_words_is_late (session, today))
    return (TrasTrainingIcon) { "tras-late-symbolic", "tras-worse" };
  if (is_word (session->state, "planned"))
    icon.icon = "tras-open-symbolic";
  else if (is_word (session->state, "held"))
    icon.icon = "tras-meets-symbolic";

  return icon;
}
