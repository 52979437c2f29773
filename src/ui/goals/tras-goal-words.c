/* tras-goal-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-goal-words.h"
#include "tras-number.h"
#include "tras-sentence.h"

static const char *
get_change_process (TrasPaceState state)
{
  switch (state)
    {
    case TRAS_PACE_FAR_BEHIND:
      return _("Far behind, and the process cannot reach it as it is");
    case TRAS_PACE_WORSE:
      return _("Worse than at the start, and the process cannot reach it as it is");
    case TRAS_PACE_UNKNOWN:
    case TRAS_PACE_ON_PACE:
    case TRAS_PACE_BEHIND:
    default:
      return _("Behind, and the process cannot reach it as it is");
    }
}

static const char *
get_act (TrasPaceState state)
{
  switch (state)
    {
    case TRAS_PACE_FAR_BEHIND:
      return _("Far behind and getting worse: act");
    case TRAS_PACE_WORSE:
      return _("Worse than at the start and getting worse: act");
    case TRAS_PACE_UNKNOWN:
    case TRAS_PACE_ON_PACE:
    case TRAS_PACE_BEHIND:
    default:
      return _("Behind and getting worse: act");
    }
}

/**
 * tras_goal_words_dup_outlook:
 * @outlook: how a goal is going, or was
 * @pace: what its gap is called
 *
 * Returns: (transfer full): both in a clause
 */
char *
tras_goal_words_dup_outlook (TrasOutlook   outlook,
                             TrasPaceState pace)
{
  switch (outlook)
    {
    case TRAS_OUTLOOK_LOOK_NOW:
      return g_strdup (_("On pace, but getting worse: look now"));
    case TRAS_OUTLOOK_CHANGE_PROCESS:
      return g_strdup (get_change_process (pace));
    case TRAS_OUTLOOK_ACT:
      return g_strdup (get_act (pace));
    case TRAS_OUTLOOK_UNKNOWN:
    case TRAS_OUTLOOK_ON_PACE:
    case TRAS_OUTLOOK_BEHIND:
    case TRAS_OUTLOOK_FAR_BEHIND:
    case TRAS_OUTLOOK_WORSE:
    default:
      return g_strdup (tras_outlook_get_label (outlook));
    }
}

/**
 * tras_goal_words_dup_state:
 * @status: how a goal is going
 *
 * Returns: (transfer full): how it is going, in a clause; of a goal that is not open, its state
 */
char *
tras_goal_words_dup_state (TrasGoalStatus *status)
{
  g_return_val_if_fail (status != NULL, NULL);

  if (!tras_goal_is_open (status->goal))
    {
      const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_GOAL);

      return g_strdup (tras_choice_get_label (tras_table_find_field (table, "state")->choices,
                                              status->goal->state));
    }

  return tras_goal_words_dup_outlook (status->outlook, status->pace.state);
}

/**
 * tras_goal_words_get_icon:
 * @status: how a goal is going
 *
 * Returns: (transfer none): the name of the icon whose shape says it
 */
const char *
tras_goal_words_get_icon (TrasGoalStatus *status)
{
  if (g_strcmp0 (status->goal->state, "reached") == 0)
    return "tras-meets-symbolic";
  if (!tras_goal_is_open (status->goal))
    return g_strcmp0 (status->goal->state, "missed") == 0 ? "tras-misses-symbolic"
                                                          : "tras-usual-symbolic";

  switch (status->outlook)
    {
    case TRAS_OUTLOOK_ON_PACE:
      return "tras-meets-symbolic";
    case TRAS_OUTLOOK_BEHIND:
      return "tras-hit-or-miss-symbolic";
    case TRAS_OUTLOOK_FAR_BEHIND:
    case TRAS_OUTLOOK_CHANGE_PROCESS:
      return "tras-misses-symbolic";
    case TRAS_OUTLOOK_WORSE:
    case TRAS_OUTLOOK_LOOK_NOW:
    case TRAS_OUTLOOK_ACT:
      return "tras-worse-down-symbolic";
    case TRAS_OUTLOOK_UNKNOWN:
    default:
      return "tras-usual-symbolic";
    }
}

/**
 * tras_goal_words_get_class:
 * @status: how a goal is going
 *
 * Returns: (transfer none): the style class that gives its colour
 */
const char *
tras_goal_words_get_class (TrasGoalStatus *status)
{
  if (tras_goal_status_is_off (status))
    return "tras-worse";
  /* What goes as it should does not ask to be looked at. */
  if (g_strcmp0 (status->goal->state, "reached") == 0)
    return "tras-better";

  return "tras-usual";
}

/**
 * tras_goal_words_dup_children:
 * @status: how a goal is going
 *
 * Returns: (transfer full) (nullable): how its open children are going and which is the worst:
 *   “3 on pace, 1 far behind”; %NULL for a goal without
 */
char *
tras_goal_words_dup_children (TrasGoalStatus *status)
{
  static const TrasPaceState order[] = {
    TRAS_PACE_ON_PACE, TRAS_PACE_BEHIND, TRAS_PACE_FAR_BEHIND, TRAS_PACE_WORSE, TRAS_PACE_UNKNOWN,
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (status->n_children == 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = status->children[order[i]];
      g_autofree char *part = NULL;

      if (n == 0)
        continue;
      switch (order[i])
        {
        case TRAS_PACE_ON_PACE:
          part = g_strdup_printf (ngettext ("%u on pace", "%u on pace", n), n);
          break;
        case TRAS_PACE_BEHIND:
          part = g_strdup_printf (ngettext ("%u behind", "%u behind", n), n);
          break;
        case TRAS_PACE_FAR_BEHIND:
          part = g_strdup_printf (ngettext ("%u far behind", "%u far behind", n), n);
          break;
        case TRAS_PACE_WORSE:
          part = g_strdup_printf (ngettext ("%u worse than at the start",
                                            "%u worse than at the start", n), n);
          break;
        case TRAS_PACE_UNKNOWN:
        default:
          part = g_strdup_printf (ngettext ("%u not measured", "%u not measured", n), n);
          break;
        }
      g_strv_builder_add (builder, part);
    }

  parts = g_strv_builder_end (builder);
  /* Translators: stands between the parts of “3 on pace, 1 far behind” */
  return g_strjoinv (_(", "), parts);
}

/**
 * tras_goal_words_dup_progress:
 * @progress: the share of the way gone, NAN for not measured
 * @expected: the share that should be gone by today, NAN for none
 *
 * Returns: (transfer full): both in words
 */
char *
tras_goal_words_dup_progress (double progress,
                              double expected)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *gone = NULL;
  g_autofree char *wanted = NULL;

  if (isnan (progress))
    return g_strdup (_("Not measured yet"));

  gone = tras_number_format_percent (format, progress * 100, 0);
  if (progress < 0 && isnan (expected))
    return g_strdup (_("Further away than at the start"));
  if (progress < 0)
    {
      wanted = tras_number_format_percent (format, expected * 100, 0);
      /* Translators: %s is a percentage */
      return g_strdup_printf (_("Further away than at the start; it should be %s of the way by "
                                "today"), wanted);
    }
  if (isnan (expected))
    /* Translators: %s is a percentage */
    return g_strdup_printf (_("%s of the way"), gone);

  wanted = tras_number_format_percent (format, expected * 100, 0);
  /* Translators: both are percentages: “42 % of the way; it should be 60 % by today” */
  return g_strdup_printf (_("%s of the way; it should be %s by today"), gone, wanted);
}

/**
 * tras_goal_words_dup_date:
 * @day: a day
 *
 * Returns: (transfer full): the day with its month in letters, empty for none
 */
char *
tras_goal_words_dup_date (TrasDay day)
{
  if (day == TRAS_DAY_NONE)
    return g_strdup ("");

  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/**
 * tras_goal_words_dup_target:
 * @status: how a target is going
 *
 * Returns: (transfer full): what is to be reached, kept or added up to, and by when
 */
char *
tras_goal_words_dup_target (TrasTargetStatus *status)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasTarget *target = status->target;
  g_autofree char *by = tras_goal_words_dup_date (target->to_on);
  g_autofree char *value = tras_sentence_value (status->series, target->value, format);
  g_autofree char *other = NULL;

  if (g_str_equal (target->shape, "reach"))
    {
      other = tras_sentence_value (status->series, target->baseline, format);
      /* Translators: two values and a date: “From 8 % to 3 % by 31 Dec 2026” */
      return g_strdup_printf (_("From %s to %s by %s"), other, value, by);
    }
  if (g_str_equal (target->shape, "total"))
    /* Translators: a value and a date: “Add up to 120 by 31 Dec 2026” */
    return g_strdup_printf (_("Add up to %s by %s"), value, by);
  if (isnan (target->value))
    {
      g_autofree char *low = tras_sentence_value (status->series, target->low, format);

      other = tras_sentence_value (status->series, target->high, format);
      /* Translators: two values and a date: “Keep between 2 and 4 until 31 Dec 2026” */
      return g_strdup_printf (_("Keep between %s and %s until %s"), low, other, by);
    }

  /* Translators: a value and a date: “Keep 5 % until 31 Dec 2026” */
  return g_strdup_printf (_("Keep %s until %s"), value, by);
}

/**
 * tras_goal_words_dup_current:
 * @status: how a target is going
 *
 * Returns: (transfer full): where it is now, and where it should be
 */
char *
tras_goal_words_dup_current (TrasTargetStatus *status)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *current = NULL;
  g_autofree char *expected = NULL;

  if (isnan (status->current))
    return g_strdup (_("Not measured yet"));

  if (g_str_equal (status->target->shape, "keep"))
    {
      current = tras_number_format_percent (format, status->current * 100, 0);
      /* Translators: %s is a percentage */
      return g_strdup_printf (_("Kept in %s of the periods"), current);
    }

  current = tras_sentence_value (status->series, status->current, format);
  if (isnan (status->expected))
    return g_steal_pointer (&current);

  expected = tras_sentence_value (status->series, status->expected, format);
  /* Translators: two values: “Now 4.2 %, should be 3.8 %” */
  return g_strdup_printf (_("Now %s, should be %s"), current, expected);
}

/* ---- checks ---- */

/**
 * tras_goal_words_dup_then:
 * @then: the share of the way that was gone, NAN for not measured
 * @now: the share that is gone, NAN likewise
 *
 * Returns: (transfer full) (nullable): both in words, %NULL where nothing was known
 */
char *
tras_goal_words_dup_then (double then,
                          double now)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (isnan (then))
    return NULL;

  was = tras_number_format_percent (format, then * 100, 0);
  if (isnan (now))
    /* Translators: of a goal on an earlier day; %s is a percentage */
    return g_strdup_printf (_("Was %s of the way"), was);

  is = tras_number_format_percent (format, now * 100, 0);
  /* Translators: of a goal on an earlier day and now; both are percentages */
  return g_strdup_printf (_("Was %s of the way, is %s"), was, is);
}

static char *
dup_number (TrasGoalCheckValue *value,
            double              number)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();

  if (g_strcmp0 (value->shape, "keep") == 0)
    return tras_number_format_percent (format, number * 100, 0);
  if (g_strcmp0 (value->unit, "%") == 0)
    return tras_number_format_percent (format, number, (int) value->decimals);

  return tras_number_format_real (format, number, (int) value->decimals);
}

/**
 * tras_goal_words_dup_value_then:
 * @value: a number of a check
 * @now: (nullable): how the same target is going now
 *
 * Returns: (transfer full): where the indicator was, where it should have been, and where it is
 */
char *
tras_goal_words_dup_value_then (TrasGoalCheckValue *value,
                                TrasTargetStatus   *now)
{
  gboolean known = now != NULL && !isnan (now->current);
  g_autofree char *was = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *is = NULL;

  g_return_val_if_fail (TRAS_IS_GOAL_CHECK_VALUE (value), NULL);

  if (isnan (value->current))
    /* Translators: of an indicator on an earlier day */
    return g_strdup_printf (_("%s: was not measured yet"), value->indicator_name);

  was = dup_number (value, value->current);
  if (known)
    is = dup_number (value, now->current);
  if (isnan (value->expected) && !known)
    /* Translators: an indicator and its value on an earlier day */
    return g_strdup_printf (_("%s: was %s"), value->indicator_name, was);
  if (isnan (value->expected))
    /* Translators: an indicator, its value on an earlier day, and now */
    return g_strdup_printf (_("%s: was %s, is %s"), value->indicator_name, was, is);

  wanted = dup_number (value, value->expected);
  if (!known)
    /* Translators: an indicator, its value on an earlier day, and what was expected then */
    return g_strdup_printf (_("%s: was %s and should have been %s"), value->indicator_name, was,
                            wanted);

  /* Translators: an indicator, its value on an earlier day, what was expected then, and its value
   * now: “Late orders: was 6.2% and should have been 5.8%, is 5.1%” */
  return g_strdup_printf (_("%s: was %s and should have been %s, is %s"), value->indicator_name,
                          was, wanted, is);
}
