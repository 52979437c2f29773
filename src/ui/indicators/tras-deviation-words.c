/* tras-deviation-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-words.h"
#include "tras-number.h"

/* What has not happened yet is asked for in other words. */
static const struct
{
  const char *field;
  const char *happened;
  const char *risk;
} titles[] = {
  { "fact", N_("Fact"), N_("What may happen") },
  { "effect", N_("Effect"), N_("Effect if it did") },
  { "contained", N_("What was contained"), N_("What holds it off for now") },
  { "cause", N_("Cause"), N_("What could cause it") },
  { "similar_elsewhere", N_("Similar elsewhere"), N_("May it happen elsewhere, too?") },
  { "actions", N_("Actions"), N_("Prevented By") },
  { "effective", N_("Was it effective?"), N_("Is it prevented?") },
  { "evidence", N_("Evidence"), N_("What shows it") },
};

static char *
dup_closed (TrasDeviation *deviation)
{
  if (g_strcmp0 (deviation->effective, "yes") == 0)
    return g_strdup (_("Closed: what was done was effective"));
  if (g_strcmp0 (deviation->effective, "partly") == 0)
    return g_strdup (_("Closed: what was done was partly effective"));

  return g_strdup (_("Closed: what was done was not effective"));
}

/**
 * tras_deviation_words_dup_next:
 * @deviation: a deviation as it was read
 * @today: today
 *
 * Returns: (transfer full): what is to be done next about it, or how it ended
 */
char *
tras_deviation_words_dup_next (TrasDeviation *deviation,
                               TrasDay        today)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  if (tras_deviation_is_closed (deviation))
    return dup_closed (deviation);
  if (tras_deviation_is_due (deviation, today))
    {
      day = tras_number_format_date_medium (tras_number_format_get_default (),
                                            deviation->check_on);
      if (deviation->check_on == today)
        return g_strdup (_("To be checked today: was it effective?"));
      /* Translators: %s is a day that is over */
      return g_strdup_printf (_("To be checked since %s: was it effective?"), day);
    }
  if (deviation->open_actions > 0)
    return g_strdup_printf (ngettext ("Acting: %d of %d action is finished",
                                      "Acting: %d of %d actions are finished",
                                      (gulong) deviation->actions),
                            (int) (deviation->actions - deviation->open_actions),
                            (int) deviation->actions);
  if (g_strcmp0 (deviation->state, "checking") == 0)
    {
      day = tras_number_format_date_medium (tras_number_format_get_default (),
                                            deviation->check_on);
      return deviation->check_on != TRAS_DAY_NONE
               /* Translators: %s is a day to come */
               ? g_strdup_printf (_("Everything is done. To be checked on %s"), day)
               : g_strdup (_("Everything is done. Say when it is to be checked"));
    }
  if (g_strcmp0 (deviation->state, "reopened") == 0)
    return g_strdup (_("Reopened: what was missed the last time?"));
  if (deviation->cause == NULL)
    return g_strdup (tras_deviation_is_risk (deviation) ? _("Next: what could cause it?")
                                                        : _("Next: what caused it?"));

  return g_strdup (_("Next: what is done about it?"));
}

/**
 * tras_deviation_words_get_icon:
 * @deviation: a deviation
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_deviation_words_get_icon (TrasDeviation *deviation,
                               TrasDay        today)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  if (tras_deviation_is_closed (deviation))
    return g_strcmp0 (deviation->effective, "yes") == 0      ? "tras-meets-symbolic"
           : g_strcmp0 (deviation->effective, "partly") == 0 ? "tras-hit-or-miss-symbolic"
                                                             : "tras-misses-symbolic";
  if (tras_deviation_is_due (deviation, today))
    return "tras-late-symbolic";

  return deviation->open_actions > 0 ? "tras-plans-symbolic" : "tras-open-symbolic";
}

/**
 * tras_deviation_words_get_class:
 * @deviation: a deviation
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_deviation_words_get_class (TrasDeviation *deviation,
                                TrasDay        today)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  if (tras_deviation_is_closed (deviation))
    return g_strcmp0 (deviation->effective, "yes") == 0  ? "tras-better"
           : g_strcmp0 (deviation->effective, "no") == 0 ? "tras-worse"
                                                         : "tras-usual";

  return tras_deviation_is_due (deviation, today) ? "tras-worse" : "tras-usual";
}

/**
 * tras_deviation_words_get_title:
 * @deviation: a deviation
 * @field: one of its fields, or "actions"
 *
 * Returns: (transfer none): what the field is called for what happened, or for what may happen
 */
const char *
tras_deviation_words_get_title (TrasDeviation *deviation,
                                const char    *field)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].field, field))
        return tras_deviation_is_risk (deviation) ? _(titles[i].risk) : _(titles[i].happened);
    }

  g_return_val_if_reached (NULL);
}
