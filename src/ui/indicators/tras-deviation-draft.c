/* tras-deviation-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-draft.h"
#include "tras-sentence.h"

/* How long an action has that nobody has thought about yet. */
#define ACTION_DAYS 7

static char *
dup_fact (TrasIndicatorSeries *series,
          const TrasCell      *cell)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *period = tras_sentence_period (series->every, cell->period, format);
  g_autofree char *value = NULL;
  g_autofree char *sentence = NULL;

  if (cell->state != TRAS_CELL_MEASURED)
    /* Translators: an indicator and a period: "Orders late was not measured in W46 2026." */
    return g_strdup_printf (_("%s was not measured in %s."), series->indicator->name, period);

  if (cell->point + 1 == series->n)
    {
      sentence = tras_sentence_variation (series, format);

      /* Translators: an indicator and a sentence: "Orders late. Worse than usual: 9 this week." */
      return g_strdup_printf (C_("fact", "%s. %s"), series->indicator->name, sentence);
    }

  value = tras_sentence_value (series, cell->value, format);
  if (cell->variation > TRAS_VARIATION_COMMON)
    /* Translators: indicator, value, period, verdict: "Orders late: 9 in W46 2026. Worse than
     * usual." */
    return g_strdup_printf (_("%s: %s in %s. %s."), series->indicator->name, value, period,
                            tras_variation_get_label (cell->variation));

  /* Translators: indicator, value, period: "Orders late: 9 in W46 2026." */
  return g_strdup_printf (_("%s: %s in %s."), series->indicator->name, value, period);
}

static const char *
find_origin (TrasIndicatorSeries *series,
             const TrasCell      *cell)
{
  if (cell->state == TRAS_CELL_MEASURED && cell->variation > TRAS_VARIATION_COMMON)
    return "signal";
  if (cell->state == TRAS_CELL_MEASURED && series->target != NULL && !cell->met)
    return "target";

  return "person";
}

/**
 * tras_deviation_draft_from_point:
 * @series: an indicator
 * @period: the period that it is about
 *
 * Returns: (transfer full): a deviation that says what the chart says, owned by the indicator's
 *   owner, opened on the series' day
 */
TrasDeviation *
tras_deviation_draft_from_point (TrasIndicatorSeries *series,
                                 gint32               period)
{
  TrasDeviation *self;
  TrasCell cell;

  g_return_val_if_fail (series != NULL, NULL);

  tras_indicator_series_get_cell (series, period, &cell);
  self = tras_deviation_new ();
  self->indicator_id = ((TrasRecord *) series->indicator)->id;
  self->period_on = tras_period_start (series->every, period);
  self->area_id = series->indicator->area_id;
  self->owner_id = series->indicator->owner_id;
  self->origin = g_intern_string (find_origin (series, &cell));
  self->fact = dup_fact (series, &cell);
  self->opened_on = series->day;

  return self;
}

/**
 * tras_deviation_draft_action:
 * @deviation: a deviation
 * @title: what is to be done
 * @today: today
 *
 * Returns: (transfer full): an action against it, owned by its owner, due in a week
 */
TrasAction *
tras_deviation_draft_action (TrasDeviation *deviation,
                             const char    *title,
                             TrasDay        today)
{
  TrasAction *self;

  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  self = tras_action_new ();
  self->deviation_id = ((TrasRecord *) deviation)->id;
  self->kind = g_intern_string ("todo");
  self->nature = g_intern_string (tras_deviation_is_risk (deviation) ? "prevent" : "correct");
  self->title = g_strdup (title);
  self->owner_id = deviation->owner_id;
  self->due_on = today + ACTION_DAYS;
  self->first_due_on = self->due_on;

  return self;
}

/**
 * tras_deviation_get_lacks:
 * @deviation: a deviation as it was read
 *
 * Returns: what is missing before it can be closed
 */
TrasDeviationLacks
tras_deviation_get_lacks (TrasDeviation *deviation)
{
  TrasDeviationLacks lacks = TRAS_DEVIATION_LACKS_NOTHING;

  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), TRAS_DEVIATION_LACKS_NOTHING);

  if (deviation->open_actions > 0)
    lacks |= TRAS_DEVIATION_LACKS_ACTIONS;
  if (deviation->cause == NULL)
    lacks |= TRAS_DEVIATION_LACKS_CAUSE;
  if (deviation->effective == NULL)
    lacks |= TRAS_DEVIATION_LACKS_ANSWER;
  if (deviation->evidence == NULL)
    lacks |= TRAS_DEVIATION_LACKS_EVIDENCE;

  return lacks;
}

/**
 * tras_deviation_dup_lack:
 * @deviation: a deviation as it was read
 * @lack: one of what it lacks
 *
 * Returns: (transfer full): that in words
 */
char *
tras_deviation_dup_lack (TrasDeviation      *deviation,
                         TrasDeviationLacks  lack)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  switch (lack)
    {
    case TRAS_DEVIATION_LACKS_ACTIONS:
      return g_strdup_printf (ngettext ("%d action is not finished.",
                                        "%d actions are not finished.",
                                        (gulong) deviation->open_actions),
                              (int) deviation->open_actions);
    case TRAS_DEVIATION_LACKS_CAUSE:
      return g_strdup (_("The cause is not written down."));
    case TRAS_DEVIATION_LACKS_ANSWER:
      return g_strdup (_("Nobody has said whether it was effective."));
    case TRAS_DEVIATION_LACKS_EVIDENCE:
      return g_strdup (_("There is no evidence that it was effective."));
    case TRAS_DEVIATION_LACKS_NOTHING:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_deviation_dup_obstacles:
 * @deviation: a deviation as it was read
 *
 * Returns: (transfer full) (nullable): what is missing before it can be closed, one line each;
 *   %NULL for nothing
 */
char *
tras_deviation_dup_obstacles (TrasDeviation *deviation)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TrasDeviationLacks lacks;

  g_return_val_if_fail (TRAS_IS_DEVIATION (deviation), NULL);

  lacks = tras_deviation_get_lacks (deviation);
  for (guint lack = 1; lack <= TRAS_DEVIATION_LACKS_EVIDENCE; lack <<= 1)
    {
      g_autofree char *words = (lacks & lack) ? tras_deviation_dup_lack (deviation, lack) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", words);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
