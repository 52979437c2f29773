/* tras-action-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-number.h"

/* How far ahead a date is said in days. */
#define NEAR_DAYS 14

static gboolean
has_state (TrasAction *action,
           const char *state)
{
  return g_strcmp0 (action->state, state) == 0;
}

static char *
dup_date (TrasDay day)
{
  return day != TRAS_DAY_NONE
           ? tras_number_format_date_medium (tras_number_format_get_default (), day)
           : g_strdup ("");
}

/**
 * tras_action_words_is_late:
 * @action: an action
 * @today: the present day
 *
 * Returns: whether it is open and should have been done
 */
gboolean
tras_action_words_is_late (TrasAction *action,
                           TrasDay     today)
{
  return tras_action_is_open (action) && action->due_on < today;
}

/**
 * tras_action_words_dup_due:
 * @action: an action
 * @today: the present day
 *
 * Returns: (transfer full): when an open action is due, in days where that is soon; when a closed
 *   one was closed
 */
char *
tras_action_words_dup_due (TrasAction *action,
                           TrasDay     today)
{
  int days = action->due_on - today;

  if (!tras_action_is_open (action))
    return dup_date (action->closed_on);
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Tomorrow"));
  if (days <= NEAR_DAYS)
    return g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) days), days);

  return dup_date (action->due_on);
}

/**
 * tras_action_words_dup_state:
 * @action: an action
 * @today: the present day
 *
 * Returns: (transfer full): how it stands: when it is due, that it waits, or how it ended
 */
char *
tras_action_words_dup_state (TrasAction *action,
                             TrasDay     today)
{
  g_autofree char *day = NULL;
  int days = action->due_on - today;

  if (has_state (action, "done") || has_state (action, "dropped"))
    {
      day = dup_date (action->closed_on);
      /* Translators: %s is a date */
      return g_strdup_printf (has_state (action, "done") ? _("Done on %s") : _("Dropped on %s"),
                              day);
    }

  if (days < 0)
    {
      if (has_state (action, "blocked"))
        return g_strdup_printf (ngettext ("Blocked, %d day late", "Blocked, %d days late",
                                          (gulong) -days), -days);
      return tras_action_words_dup_due (action, today);
    }
  if (has_state (action, "blocked"))
    {
      day = dup_date (action->due_on);
      /* Translators: %s is a date */
      return g_strdup_printf (_("Blocked, due %s"), day);
    }
  if (days == 0)
    return g_strdup (_("Due today"));
  if (days == 1)
    return g_strdup (_("Due tomorrow"));
  if (days <= NEAR_DAYS)
    return g_strdup_printf (ngettext ("Due in %d day", "Due in %d days", (gulong) days), days);

  day = dup_date (action->due_on);
  /* Translators: %s is a date */
  return g_strdup_printf (_("Due %s"), day);
}

/**
 * tras_action_words_get_icon:
 * @action: an action
 * @today: the present day
 *
 * Returns: (transfer none): the name of the icon whose shape says how it stands
 */
const char *
tras_action_words_get_icon (TrasAction *action,
                            TrasDay     today)
{
  if (has_state (action, "done"))
    return "tras-meets-symbolic";
  if (has_state (action, "dropped"))
    return "tras-misses-symbolic";
  if (has_state (action, "blocked"))
    return "tras-blocked-symbolic";
  if (tras_action_words_is_late (action, today))
    return "tras-late-symbolic";

  return "tras-open-symbolic";
}

/**
 * tras_action_words_get_class:
 * @action: an action
 * @today: the present day
 *
 * Returns: (transfer none): the style class that gives its colour
 */
const char *
tras_action_words_get_class (TrasAction *action,
                             TrasDay     today)
{
  if (has_state (action, "blocked") || tras_action_words_is_late (action, today))
    return "tras-worse";
  return "tras-usual";
}

/**
 * tras_action_words_dup_hours:
 * @minutes: minutes of work
 *
 * Returns: (transfer full): as hours: “1.5 h”
 */
char *
tras_action_words_dup_hours (gint64 minutes)
{
  g_autofree char *hours = tras_number_format_real (tras_number_format_get_default (),
                                                    (double) minutes / 60,
                                                    minutes % 60 != 0 ? 1 : 0);

  /* Translators: %s is a number of hours */
  return g_strdup_printf (C_("hours", "%s h"), hours);
}

/**
 * tras_action_words_dup_money:
 * @minor_units: an amount of 0 or more
 * @currency: the firm's currency
 *
 * Returns: (transfer full): the amount without its currency, in whole units: for columns that are
 *   compared
 */
char *
tras_action_words_dup_money (gint64      minor_units,
                             const char *currency)
{
  gint64 unit = 1;

  for (int i = tras_currency_get_decimals (currency); i > 0; i--)
    unit *= 10;

  return tras_decimal_format ((minor_units + unit / 2) / unit, 0,
                              &tras_number_format_get_default ()->marks);
}
