/* tras-point.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-point.h"
#include "tras-sentence.h"

static const struct
{
  const char *word;
  guint minutes;
} parts[TRAS_N_PARTS] = {
  { "present", 2 },
  { "customers", 4 },
  { "indicators", 10 },
  { "promises", 6 },
  { "goals", 5 },
  { "solve", 14 },
  { "read-back", 4 },
};

/* ---- parts ---- */

/**
 * tras_part_to_string:
 * @part: a part
 *
 * Returns: (transfer none): the word in files
 */
const char *
tras_part_to_string (TrasPart part)
{
  g_return_val_if_fail ((guint) part < TRAS_N_PARTS, NULL);

  return parts[part].word;
}

/**
 * tras_part_from_string:
 * @string: (nullable): a word of tras_part_to_string()
 * @part: (out): the part; untouched where @string is none
 *
 * Returns: whether @string is a part
 */
gboolean
tras_part_from_string (const char *string,
                       TrasPart   *part)
{
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; i < TRAS_N_PARTS; i++)
    {
      if (g_strcmp0 (string, parts[i].word) == 0)
        {
          *part = (TrasPart) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tras_part_get_label:
 * @part: a part
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
tras_part_get_label (TrasPart part)
{
  const TrasField *field;

  g_return_val_if_fail ((guint) part < TRAS_N_PARTS, NULL);

  field = tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_REVIEW), "part");

  return tras_choice_get_label (field->choices, parts[part].word);
}

/* Where a part ends, in seconds from the beginning. */
static guint
get_end (guint part,
         guint planned_minutes)
{
  guint minutes = 0, all = 0;

  for (guint i = 0; i < TRAS_N_PARTS; i++)
    {
      all += parts[i].minutes;
      minutes += i <= part ? parts[i].minutes : 0;
    }

  return planned_minutes * 60 * minutes / all;
}

/**
 * tras_part_get_seconds:
 * @part: a part
 * @planned_minutes: how long the meeting is to be
 *
 * The parts of 45 minutes are 2, 4, 10, 6, 5, 14 and 4; of a shorter or longer meeting they are in
 * proportion, and add up to it.
 *
 * Returns: how many seconds the part is to take
 */
guint
tras_part_get_seconds (TrasPart part,
                       guint    planned_minutes)
{
  g_return_val_if_fail ((guint) part < TRAS_N_PARTS, 0);

  return get_end (part, planned_minutes) - (part > 0 ? get_end (part - 1, planned_minutes) : 0);
}

/* ---- points ---- */

/**
 * tras_point_free:
 * @point: (transfer full): a point
 */
void
tras_point_free (TrasPoint *point)
{
  g_clear_object (&point->item);
  g_clear_object (&point->record);
  g_free (point);
}

/**
 * tras_point_is_done:
 * @point: a point
 *
 * Returns: whether the meeting is through with it
 */
gboolean
tras_point_is_done (const TrasPoint *point)
{
  g_return_val_if_fail (point != NULL, FALSE);

  return point->item->outcome != NULL;
}

/**
 * tras_point_get_effect:
 * @point: a point
 * @effect: (out): the indicator before the training's first session and after its last; borrows
 *   from the review's data
 *
 * Returns: whether it is a training that was held, whose indicator is still kept
 */
gboolean
tras_point_get_effect (const TrasPoint *point,
                       TrasEffect      *effect)
{
  g_return_val_if_fail (point != NULL && effect != NULL, FALSE);

  if (point->moves == NULL || point->effect == NULL || point->effect->last_held == TRAS_DAY_NONE)
    return FALSE;

  tras_indicator_series_compare (point->moves->series, point->effect->first_held,
                                 point->effect->last_held, effect);

  return TRUE;
}

/**
 * tras_point_dup_subject:
 * @point: a point
 *
 * Returns: (transfer full): what it is about, in the words of its record or of the story; what is
 *   to be told, for a story that is not
 */
char *
tras_point_dup_subject (const TrasPoint *point)
{
  TrasReviewItem *item;

  g_return_val_if_fail (point != NULL, NULL);

  item = point->item;
  if (point->row != NULL)
    return g_strdup (point->row->series->indicator->name);
  if (point->goal != NULL)
    return g_strdup (point->goal->goal->title);
  if (TRAS_IS_ACTION (point->record))
    return g_strdup (TRAS_ACTION (point->record)->title);
  if (TRAS_IS_DEVIATION (point->record))
    return g_strdup (TRAS_DEVIATION (point->record)->fact);
  if (TRAS_IS_EXPERIMENT (point->record))
    return g_strdup (TRAS_EXPERIMENT (point->record)->believe);
  if (TRAS_IS_DECISION (point->record))
    return g_strdup (TRAS_DECISION (point->record)->what);
  if (TRAS_IS_TRAINING (point->record))
    return g_strdup (TRAS_TRAINING (point->record)->title);
  if (item->topic != NULL)
    return g_strdup (item->topic);
  if (item->subject != NULL)
    return g_strdup (item->subject);

  return g_strdup (item->position == 1 ? _("A story of an external customer")
                                       : _("A story of an internal customer"));
}

/**
 * tras_reason_dup_words:
 * @point: a point
 * @day: today
 *
 * Returns: (transfer full): in a few words, why it is on the agenda
 */
char *
tras_reason_dup_words (const TrasPoint *point,
                       TrasDay          day)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasReviewItem *item;
  TrasVariation variation = TRAS_VARIATION_COMMON;
  g_autofree char *date = NULL;

  g_return_val_if_fail (point != NULL, NULL);

  item = point->item;
  tras_variation_from_string (item->seen_variation, &variation);
  if (item->seen_on != TRAS_DAY_NONE)
    date = tras_number_format_date_medium (format, item->seen_on);
  switch (point->reason)
    {
    case TRAS_REASON_STORY:
      return g_strdup (_("A story"));
    case TRAS_REASON_SIGNAL:
    case TRAS_REASON_USUAL:
      return g_strdup (tras_variation_get_label (variation));
    case TRAS_REASON_MISSING:
      return g_strdup (_("Number missing"));
    case TRAS_REASON_LATE:
    case TRAS_REASON_DUE:
      if (item->seen_on < day)
        return g_strdup_printf (ngettext ("%d day late", "%d days late", day - item->seen_on),
                                day - item->seen_on);
      if (item->seen_on == day)
        return g_strdup (_("Due today"));
      /* Translators: %s is a date */
      return g_strdup_printf (_("Due on %s"), date);
    case TRAS_REASON_CHECK:
      return g_strdup (_("Did it work?"));
    case TRAS_REASON_REVISIT:
      return g_strdup (_("To be looked at again"));
    case TRAS_REASON_EFFECT:
      return g_strdup (C_("training", "Effect due"));
    case TRAS_REASON_LEFT_OPEN:
      return g_strdup (_("Left open last time"));
    case TRAS_REASON_OFF_PACE:
      return g_strdup (_("Off pace"));
    case TRAS_REASON_GOAL_DUE:
      if (item->seen_on == day - 1)
        return g_strdup (_("Was due yesterday"));
      /* Translators: %s is a date */
      return g_strdup_printf (_("Was due on %s"), date);
    case TRAS_REASON_OVER_MONEY:
      return g_strdup (_("Over its money"));
    case TRAS_REASON_OVER_HOURS:
      return g_strdup (_("Over its hours"));
    case TRAS_REASON_STOP_DATE:
      /* Translators: an experiment; %s is a date */
      return g_strdup_printf (_("Stops on %s"), date);
    case TRAS_REASON_NO_CAUSE:
      return g_strdup (_("Cause not known"));
    case TRAS_REASON_MOVED_TWICE:
      return g_strdup (_("Moved twice or more"));
    default:
      g_return_val_if_reached (NULL);
    }
}
