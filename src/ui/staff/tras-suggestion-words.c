/* tras-suggestion-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-suggestion-words.h"

static gboolean
stands (TrasSuggestion *suggestion,
        const char     *word)
{
  return g_strcmp0 (suggestion->stands, word) == 0;
}

/**
 * tras_suggestion_words_get_icon:
 * @suggestion: a suggestion as it was read
 * @today: today
 *
 * Returns: (transfer none): the name of the icon of its state
 */
const char *
tras_suggestion_words_get_icon (TrasSuggestion *suggestion,
                                TrasDay         today)
{
  g_return_val_if_fail (TRAS_IS_SUGGESTION (suggestion), NULL);

  if (tras_suggestion_is_late (suggestion, today))
    return "tras-late-symbolic";
  if (stands (suggestion, "taken"))
    return "tras-plans-symbolic";
  if (stands (suggestion, "done"))
    return "tras-meets-symbolic";
  if (stands (suggestion, "declined"))
    return "tras-misses-symbolic";

  return "tras-open-symbolic";
}

/**
 * tras_suggestion_words_get_class:
 * @suggestion: a suggestion
 * @today: today
 *
 * Returns: (transfer none): the style class of its state
 */
const char *
tras_suggestion_words_get_class (TrasSuggestion *suggestion,
                                 TrasDay         today)
{
  g_return_val_if_fail (TRAS_IS_SUGGESTION (suggestion), NULL);

  return tras_suggestion_is_late (suggestion, today) ? "tras-worse" : "tras-usual";
}

/**
 * tras_suggestion_words_dup_state:
 * @suggestion: a suggestion
 * @today: today
 *
 * Returns: (transfer full): what became of it, or how long it has waited for an answer
 */
char *
tras_suggestion_words_dup_state (TrasSuggestion *suggestion,
                                 TrasDay         today)
{
  int days;

  g_return_val_if_fail (TRAS_IS_SUGGESTION (suggestion), NULL);

  days = today - suggestion->said_on;
  if (stands (suggestion, "done"))
    return g_strdup (C_("suggestion", "Done"));
  if (stands (suggestion, "declined"))
    return g_strdup (C_("suggestion", "Declined"));
  if (stands (suggestion, "taken"))
    return g_strdup (C_("suggestion", "Taken up"));
  if (tras_suggestion_is_late (suggestion, today))
    return g_strdup_printf (ngettext ("Not answered for %d day", "Not answered for %d days",
                                      (gulong) days), days);

  return g_strdup (suggestion->answer != NULL ? _("New, answered") : C_("suggestion", "New"));
}

/**
 * tras_suggestion_words_dup_origin:
 * @suggestion: a suggestion
 *
 * Returns: (transfer full): who said it, where and when
 */
char *
tras_suggestion_words_dup_origin (TrasSuggestion *suggestion)
{
  g_autofree char *day = NULL;
  const char *who;

  g_return_val_if_fail (TRAS_IS_SUGGESTION (suggestion), NULL);

  day = tras_number_format_date_medium (tras_number_format_get_default (), suggestion->said_on);
  who = suggestion->person_name != NULL ? suggestion->person_name : _("Nobody named");
  if (suggestion->area_name == NULL)
    /* Translators: who made a suggestion, and on which day */
    return g_strdup_printf (C_("suggestion", "%s · %s"), who, day);

  /* Translators: who made a suggestion, in which area, and on which day */
  return g_strdup_printf (C_("suggestion", "%s · %s · %s"), who, suggestion->area_name, day);
}

/**
 * tras_suggestion_words_get_headline:
 *
 * Returns: (transfer none): what lists say first of suggestions
 */
const TrasHeadline *
tras_suggestion_words_get_headline (void)
{
  static const TrasHeadline headline = {
    .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_suggestion_words_get_icon,
    .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_suggestion_words_get_class,
    .dup_below = (char *(*) (TrasRecord *, TrasDay)) tras_suggestion_words_dup_state,
    .is_open = (gboolean (*) (TrasRecord *)) tras_suggestion_is_open,
  };

  return &headline;
}
