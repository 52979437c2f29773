/* tras-decision-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-decision-words.h"
#include "tras-number.h"

/**
 * tras_decision_words_dup_state:
 * @decision: a decision as it was read
 * @today: today
 *
 * Returns: (transfer full): whether it is in force, and when it is to be looked at again
 */
char *
tras_decision_words_dup_state (TrasDecision *decision,
                               TrasDay       today)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRAS_IS_DECISION (decision), NULL);

  if (decision->replaced_by != 0)
    return g_strdup (_("Replaced by another decision"));
  if (decision->revisit_on == TRAS_DAY_NONE)
    return g_strdup (_("In force"));

  day = tras_number_format_date_medium (tras_number_format_get_default (), decision->revisit_on);
  if (tras_decision_is_due (decision, today))
    /* Translators: %s is a day that has come */
    return g_strdup_printf (_("Look at it again: its day was %s"), day);

  /* Translators: %s is a day to come */
  return g_strdup_printf (_("In force. Look at it again on %s"), day);
}

/**
 * tras_decision_words_get_icon:
 * @decision: a decision
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_decision_words_get_icon (TrasDecision *decision,
                              TrasDay       today)
{
  g_return_val_if_fail (TRAS_IS_DECISION (decision), NULL);

  if (decision->replaced_by != 0)
    return "tras-stock-inactive-symbolic";

  return tras_decision_is_due (decision, today) ? "tras-late-symbolic" : "tras-decision-symbolic";
}

/**
 * tras_decision_words_get_class:
 * @decision: a decision
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_decision_words_get_class (TrasDecision *decision,
                               TrasDay       today)
{
  g_return_val_if_fail (TRAS_IS_DECISION (decision), NULL);

  return tras_decision_is_due (decision, today) ? "tras-worse" : "tras-usual";
}
