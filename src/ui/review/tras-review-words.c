/* tras-review-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-action-words.h"
#include "tras-goal-words.h"
#include "tras-indicator-chart.h"
#include "tras-review-words.h"
#include "tras-sentence.h"
#include "tras-training-words.h"

static char *
dup_date (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/**
 * tras_review_words_dup_week:
 * @week_on: a Monday
 *
 * Returns: (transfer full): the week, with its first and its last day
 */
char *
tras_review_words_dup_week (TrasDay week_on)
{
  g_autofree char *week = tras_number_format_week_of_year (tras_number_format_get_default (),
                                                           week_on);
  g_autofree char *from = dup_date (week_on);
  g_autofree char *to = dup_date (week_on + 6);

  /* Translators: a week and its first and last day */
  return g_strdup_printf (_("%s · %s to %s"), week, from, to);
}

static const char *
get_indicator_icon (const TrasPoint *point)
{
  switch (tras_indicator_chart_newest_glyph (point->row->series))
    {
    case TRAS_GLYPH_BETTER_UP:
      return "tras-better-up-symbolic";
    case TRAS_GLYPH_BETTER_DOWN:
      return "tras-better-down-symbolic";
    case TRAS_GLYPH_WORSE_UP:
      return "tras-worse-up-symbolic";
    case TRAS_GLYPH_WORSE_DOWN:
      return "tras-worse-down-symbolic";
    case TRAS_GLYPH_UNUSUAL:
      return "tras-unusual-up-symbolic";
    case TRAS_GLYPH_NONE:
    case TRAS_GLYPH_USUAL:
    case TRAS_GLYPH_MEETS:
    case TRAS_GLYPH_MISSES:
    case TRAS_GLYPH_HIT_OR_MISS:
    case TRAS_GLYPH_MISSING:
    case TRAS_GLYPH_LEFT_OUT:
    default:
      return "tras-usual-symbolic";
    }
}

/**
 * tras_review_words_get_icon:
 * @point: a point
 *
 * Returns: (transfer none): the name of the icon whose shape says why it is on the agenda
 */
const char *
tras_review_words_get_icon (const TrasPoint *point)
{
  switch (point->reason)
    {
    case TRAS_REASON_STORY:
      return "user-available-symbolic";
    case TRAS_REASON_SIGNAL:
    case TRAS_REASON_USUAL:
      return point->row != NULL ? get_indicator_icon (point) : "tras-usual-symbolic";
    case TRAS_REASON_LATE:
    case TRAS_REASON_GOAL_DUE:
      return "tras-late-symbolic";
    case TRAS_REASON_CHECK:
    case TRAS_REASON_REVISIT:
    case TRAS_REASON_EFFECT:
      return "tras-hit-or-miss-symbolic";
    case TRAS_REASON_OFF_PACE:
      return point->goal != NULL ? tras_goal_words_get_icon (point->goal) : "tras-misses-symbolic";
    case TRAS_REASON_NO_CAUSE:
    case TRAS_REASON_MOVED_TWICE:
    case TRAS_REASON_OVER_MONEY:
    case TRAS_REASON_OVER_HOURS:
      return "tras-misses-symbolic";
    case TRAS_REASON_MISSING:
    case TRAS_REASON_DUE:
    case TRAS_REASON_LEFT_OPEN:
    case TRAS_REASON_STOP_DATE:
    default:
      return "tras-open-symbolic";
    }
}

/**
 * tras_review_words_get_class:
 * @point: a point
 *
 * Returns: (transfer none): the style class that gives its colour
 */
const char *
tras_review_words_get_class (const TrasPoint *point)
{
  const char *icon = tras_review_words_get_icon (point);

  if (g_str_has_prefix (icon, "tras-better"))
    return "tras-better";
  if (g_str_has_prefix (icon, "tras-unusual"))
    return "tras-unusual";
  if (g_str_has_prefix (icon, "tras-worse") || g_str_has_prefix (icon, "tras-misses") ||
      g_str_has_prefix (icon, "tras-late"))
    return "tras-worse";

  return "tras-usual";
}

/**
 * tras_review_words_dup_question:
 * @point: a point
 *
 * A single value that stands out has a cause of its own; a process that keeps missing has one that
 * is always there, and no single value will show it.
 *
 * Returns: (transfer full) (nullable): the question to talk about, %NULL for none
 */
char *
tras_review_words_dup_question (const TrasPoint *point)
{
  TrasVerdict *verdict = point->row != NULL ? point->row->series->verdict : NULL;

  switch (point->reason)
    {
    case TRAS_REASON_SIGNAL:
    case TRAS_REASON_USUAL:
      if (verdict != NULL && verdict->variation > TRAS_VARIATION_COMMON)
        return g_strdup (_("What happened here that does not happen otherwise?"));
      if (verdict != NULL && verdict->assurance == TRAS_ASSURANCE_MISSES)
        return g_strdup (_("What in the process makes it so? A single week’s reason will not "
                           "help."));
      return NULL;
    case TRAS_REASON_MISSING:
      return g_strdup (_("Who brings the number, and when?"));
    case TRAS_REASON_LATE:
    case TRAS_REASON_DUE:
      return g_strdup (_("Is it done?"));
    case TRAS_REASON_CHECK:
      return g_strdup (_("Did it work, and how do we know?"));
    case TRAS_REASON_REVISIT:
      return g_strdup (_("Would we decide the same today?"));
    case TRAS_REASON_EFFECT:
      return g_strdup (_("Did the indicator move?"));
    case TRAS_REASON_LEFT_OPEN:
      return g_strdup (_("What came of it?"));
    case TRAS_REASON_OFF_PACE:
      return g_strdup (_("What do we change so that it can still be reached?"));
    case TRAS_REASON_GOAL_DUE:
      return g_strdup (_("Reached or missed, and what did we learn?"));
    case TRAS_REASON_OVER_MONEY:
    case TRAS_REASON_OVER_HOURS:
      return g_strdup (_("Go on, go on otherwise, or stop?"));
    case TRAS_REASON_STOP_DATE:
      return g_strdup (_("What did we see, what did we learn, what comes next?"));
    case TRAS_REASON_NO_CAUSE:
      return g_strdup (_("Did something special happen, or is it how the process works?"));
    case TRAS_REASON_MOVED_TWICE:
      return g_strdup (_("What keeps it from being done? Another date alone will not help."));
    case TRAS_REASON_STORY:
    default:
      return NULL;
    }
}

/**
 * tras_review_words_dup_seen:
 * @point: a point that is an indicator
 *
 * Returns: (transfer full) (nullable): the value that the meeting has frozen; %NULL where there was
 *   none
 */
char *
tras_review_words_dup_seen (const TrasPoint *point)
{
  if (point->row == NULL || isnan (point->item->seen_value))
    return NULL;

  return tras_sentence_value (point->row->series, point->item->seen_value,
                              tras_number_format_get_default ());
}

static char *
dup_left (const TrasPoint *point)
{
  g_autofree char *date = NULL;

  if (point->item->left_on == TRAS_DAY_NONE || point->item->left_on == point->item->seen_on)
    return NULL;

  date = dup_date (point->item->left_on);
  if (point->record != NULL && TRAS_IS_ACTION (point->record) &&
      TRAS_ACTION (point->record)->moved > 0)
    {
      int moved = (int) TRAS_ACTION (point->record)->moved;

      /* Translators: where a promise went: a date, and how often it was moved */
      return g_strdup_printf (ngettext ("New date: %s (moved %d time)",
                                        "New date: %s (moved %d times)", (gulong) moved),
                              date, moved);
    }

  /* Translators: %s is a date */
  return g_strdup_printf (_("New date: %s"), date);
}

/**
 * tras_review_words_dup_outcome:
 * @point: a point
 *
 * Returns: (transfer full) (nullable): what came of it, in a few words; %NULL for nothing yet
 */
char *
tras_review_words_dup_outcome (const TrasPoint *point)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_REVIEW_ITEM);
  const char *left = point->item->left_state;
  char *moved;

  if (point->item->training_id != 0 && left != NULL)
    return g_strdup (tras_training_words_get_verdict (left));
  if (g_strcmp0 (left, "done") == 0)
    return g_strdup (C_("promise", "Done"));
  if (g_strcmp0 (left, "dropped") == 0)
    return g_strdup (C_("promise", "Dropped"));
  if (g_strcmp0 (left, "blocked") == 0)
    return g_strdup (C_("promise", "Blocked"));
  if (g_strcmp0 (left, "closed") == 0)
    return g_strdup (C_("promise", "Closed"));
  if (point->item->goal_id != 0 && left != NULL && g_strcmp0 (left, "open") != 0)
    return g_strdup (tras_choice_get_label (
      tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_GOAL), "state")->choices, left));
  if (left != NULL || point->item->left_on != TRAS_DAY_NONE)
    {
      moved = dup_left (point);
      if (moved != NULL)
        return moved;
    }
  if (point->item->outcome == NULL || point->reason == TRAS_REASON_STORY)
    return NULL;

  return g_strdup (tras_choice_get_label (tras_table_find_field (table, "outcome")->choices,
                                          point->item->outcome));
}

/**
 * tras_review_words_get_result_kind:
 * @result: something that was made in the meeting
 *
 * Returns: (transfer none): what it is, in the user's language
 */
const char *
tras_review_words_get_result_kind (TrasReviewResult *result)
{
  if (result->action_id != 0)
    return _("Action");
  if (result->deviation_id != 0)
    return _("Deviation");
  if (result->decision_id != 0)
    return _("Decision");

  return _("Experiment");
}

/**
 * tras_review_words_dup_result:
 * @result: something that was made in the meeting
 *
 * Returns: (transfer full): who has it, and when the meeting sees it again
 */
char *
tras_review_words_dup_result (TrasReviewResult *result)
{
  g_autofree char *date = result->due_on != TRAS_DAY_NONE ? dup_date (result->due_on) : NULL;

  if (result->owner_name != NULL && date != NULL)
    /* Translators: who does something, and until when: “Ana, 30 Nov 2026” */
    return g_strdup_printf (C_("promise", "%s, %s"), result->owner_name, date);

  return g_strdup (result->owner_name != NULL ? result->owner_name : date != NULL ? date : "");
}

/**
 * tras_review_words_get_owner:
 * @point: a point
 *
 * Returns: who has what it is about, 0 for nobody
 */
gint64
tras_review_words_get_owner (const TrasPoint *point)
{
  if (point->row != NULL)
    return point->row->series->indicator->owner_id;
  if (point->goal != NULL)
    return point->goal->goal->owner_id;
  if (point->record == NULL)
    return 0;
  if (TRAS_IS_ACTION (point->record))
    return TRAS_ACTION (point->record)->owner_id;
  if (TRAS_IS_DEVIATION (point->record))
    return TRAS_DEVIATION (point->record)->owner_id;
  if (TRAS_IS_EXPERIMENT (point->record))
    return TRAS_EXPERIMENT (point->record)->owner_id;
  if (TRAS_IS_DECISION (point->record))
    return TRAS_DECISION (point->record)->by_id;

  return 0;
}

/**
 * tras_review_label_new:
 * @text: words
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
tras_review_label_new (const char *text,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}
