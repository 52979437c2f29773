/* tras-experiment-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-experiment-words.h"
#include "tras-number.h"

/**
 * tras_experiment_words_is_over:
 * @experiment: an experiment
 * @today: today
 *
 * Returns: whether it goes on after the day on which it was to stop
 */
gboolean
tras_experiment_words_is_over (TrasExperiment *experiment,
                               TrasDay         today)
{
  return tras_experiment_is_open (experiment) && experiment->stop_on < today;
}

/**
 * tras_experiment_words_dup_days:
 * @experiment: an experiment
 * @today: today
 *
 * Returns: (transfer full): how much of its time is left
 */
char *
tras_experiment_words_dup_days (TrasExperiment *experiment,
                                TrasDay         today)
{
  g_autofree char *stop = NULL;
  int left;

  g_return_val_if_fail (TRAS_IS_EXPERIMENT (experiment), NULL);

  stop = tras_number_format_date_medium (tras_number_format_get_default (), experiment->stop_on);
  left = experiment->stop_on - today;
  if (!tras_experiment_is_open (experiment))
    /* Translators: %s is a day */
    return g_strdup_printf (_("Its last day was %s"), stop);
  if (left < 0)
    /* Translators: %s is a day that is over */
    return g_strdup_printf (_("Past its stop date of %s"), stop);
  if (experiment->starts_on > today)
    /* Translators: %s is a day to come */
    return g_strdup_printf (_("Not started yet. Stops on %s"), stop);

  /* Translators: days left, and the day on which something stops */
  return g_strdup_printf (ngettext ("%d day left, until %s", "%d days left, until %s",
                                    (gulong) left), left, stop);
}

/**
 * tras_experiment_words_dup_state:
 * @experiment: an experiment
 * @today: today
 *
 * Returns: (transfer full): how much time is left of an open one, and what became of a closed one
 */
char *
tras_experiment_words_dup_state (TrasExperiment *experiment,
                                 TrasDay         today)
{
  const TrasTable *table;
  const char *next;

  g_return_val_if_fail (TRAS_IS_EXPERIMENT (experiment), NULL);

  if (tras_experiment_is_open (experiment))
    return tras_experiment_words_dup_days (experiment, today);

  table = tras_record_get_table (TRAS_RECORD (experiment));
  next = tras_choice_get_label (tras_table_find_field (table, "next")->choices, experiment->next);

  /* Translators: what was decided at the end of an experiment: “Closed: Adopt” */
  return g_strdup_printf (_("Closed: %s"), next);
}

/**
 * tras_experiment_words_get_icon:
 * @experiment: an experiment
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_experiment_words_get_icon (TrasExperiment *experiment,
                                TrasDay         today)
{
  g_return_val_if_fail (TRAS_IS_EXPERIMENT (experiment), NULL);

  if (!tras_experiment_is_open (experiment))
    return "tras-lesson-symbolic";

  return tras_experiment_words_is_over (experiment, today) ? "tras-late-symbolic"
                                                           : "tras-experiment-symbolic";
}

/**
 * tras_experiment_words_get_class:
 * @experiment: an experiment
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_experiment_words_get_class (TrasExperiment *experiment,
                                 TrasDay         today)
{
  g_return_val_if_fail (TRAS_IS_EXPERIMENT (experiment), NULL);

  return tras_experiment_words_is_over (experiment, today) ? "tras-worse" : "tras-usual";
}
