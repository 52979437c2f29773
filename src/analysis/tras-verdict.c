/* tras-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-verdict.h"
#include "tras-words.h"

static const char * const variation_words[] = {
  [TRAS_VARIATION_NONE] = "",
  [TRAS_VARIATION_COMMON] = "common",
  [TRAS_VARIATION_IMPROVING] = "improving",
  [TRAS_VARIATION_CONCERNING] = "concerning",
  [TRAS_VARIATION_NEUTRAL] = "neutral",
};

static const char * const assurance_words[] = {
  [TRAS_ASSURANCE_UNKNOWN] = "",
  [TRAS_ASSURANCE_MEETS] = "meets",
  [TRAS_ASSURANCE_MISSES] = "misses",
  [TRAS_ASSURANCE_HIT_OR_MISS] = "hit-or-miss",
};

static TrasVariation
vary_about_band (const TrasSeries *series,
                 const TrasLimits *limits,
                 double            value,
                 int               side)
{
  const int mean_side = tras_series_side_of_band (series, limits->mean);

  if (tras_series_side_of_band (series, value) != 0 || (mean_side != 0 && side == mean_side))
    return TRAS_VARIATION_CONCERNING;

  return mean_side != 0 ? TRAS_VARIATION_IMPROVING : TRAS_VARIATION_NEUTRAL;
}

/**
 * tras_variation_of:
 * @series: a series
 * @limits: the limits of the segment that the point lies in
 * @point: index of the point
 * @firing: what the rules say of the point
 *
 * The side of the winning rule and the direction that is better give the word. With a band (ours):
 * concerning where the point lies outside it, or the winner points away from it (the segment's mean
 * is outside, on the winner's side); improving where the mean is outside and the point inside;
 * neutral otherwise.
 *
 * Returns: the point's variation
 */
TrasVariation
tras_variation_of (const TrasSeries *series,
                   const TrasLimits *limits,
                   gsize             point,
                   TrasFiring        firing)
{
  int side;

  g_return_val_if_fail (series != NULL && point < series->n, TRAS_VARIATION_NONE);
  g_return_val_if_fail (limits != NULL, TRAS_VARIATION_NONE);

  if (!tras_limits_exist (limits))
    return TRAS_VARIATION_NONE;
  if (firing.fired == TRAS_RULES_NONE)
    return TRAS_VARIATION_COMMON;

  side = tras_firing_get_side (firing, tras_firing_get_winner (firing));
  switch (series->better)
    {
    case TRAS_BETTER_BAND:
      return vary_about_band (series, limits, series->values[point], side);
    case TRAS_BETTER_DOWN:
      side = -side;
      break;
    case TRAS_BETTER_NEITHER:
      side = 0;
      break;
    case TRAS_BETTER_UP:
    default:
      break;
    }

  if (side == 0)
    return TRAS_VARIATION_NEUTRAL;

  return side > 0 ? TRAS_VARIATION_IMPROVING : TRAS_VARIATION_CONCERNING;
}

/**
 * tras_assurance_of:
 * @series: a series, of which the direction and the band are used
 * @limits: the limits of its newest segment
 * @target: the target that holds now; not used where a band is better
 *
 * Compares the unclamped limits with the target. Where both limits are equal (a series that does
 * not vary) the value itself is compared. A band is kept where both limits lie inside it and missed
 * where both lie outside on one side.
 *
 * Returns: the assurance; unknown with fewer than 12 points, without a target and where neither
 *   direction is better
 */
TrasAssurance
tras_assurance_of (const TrasSeries *series,
                   const TrasLimits *limits,
                   double            target)
{
  gboolean lower_met, upper_met;

  g_return_val_if_fail (series != NULL, TRAS_ASSURANCE_UNKNOWN);
  g_return_val_if_fail (limits != NULL, TRAS_ASSURANCE_UNKNOWN);

  if (limits->state < TRAS_LIMITS_SET || !tras_series_has_target (series, target))
    return TRAS_ASSURANCE_UNKNOWN;

  if (series->better == TRAS_BETTER_BAND)
    {
      int lower = tras_series_side_of_band (series, limits->lower);
      int upper = tras_series_side_of_band (series, limits->upper);

      if (lower == 0 && upper == 0)
        return TRAS_ASSURANCE_MEETS;

      return lower == upper ? TRAS_ASSURANCE_MISSES : TRAS_ASSURANCE_HIT_OR_MISS;
    }

  /* A target that lies exactly on a limit is met at times, unless the limits are one line. */
  if (limits->range > 0.0 &&
      (fabs (target - limits->lower) <= limits->tolerance ||
       fabs (target - limits->upper) <= limits->tolerance))
    return TRAS_ASSURANCE_HIT_OR_MISS;

  lower_met = tras_series_is_met (series, limits->lower, target);
  upper_met = tras_series_is_met (series, limits->upper, target);
  if (lower_met != upper_met)
    return TRAS_ASSURANCE_HIT_OR_MISS;

  return lower_met ? TRAS_ASSURANCE_MEETS : TRAS_ASSURANCE_MISSES;
}

/**
 * tras_verdict_new:
 * @series: a valid series
 * @starts: (array length=n_starts) (nullable): where new segments begin, in rising order
 * @n_starts: how many
 * @rules: which rules to try, such as %TRAS_RULES_DEFAULT
 * @target: the target that holds now, in the indicator's unit; NAN for none
 *
 * Limits, rules, variation and assurance in one go. With better = %TRAS_BETTER_BAND the band of
 * @series takes the place of @target.
 *
 * Returns: (transfer full): the verdict; free with tras_verdict_free()
 */
TrasVerdict *
tras_verdict_new (const TrasSeries       *series,
                  const TrasSegmentStart *starts,
                  gsize                   n_starts,
                  TrasRules               rules,
                  double                  target)
{
  TrasVerdict *verdict;

  g_return_val_if_fail (series != NULL, NULL);

  verdict = g_new0 (TrasVerdict, 1);
  verdict->n = series->n;
  verdict->rules = rules;
  verdict->limits = g_new (TrasLimits, n_starts + 1);
  verdict->firings = g_new (TrasFiring, series->n);
  verdict->variations = g_new (TrasVariation, series->n);

  verdict->n_limits = tras_limits_compute (series, starts, n_starts, verdict->limits);
  tras_rules_apply (series, verdict->limits, verdict->n_limits, rules, verdict->firings);
  for (gsize s = 0; s < verdict->n_limits; s++)
    {
      const TrasLimits *limits = &verdict->limits[s];

      for (gsize i = limits->first; i < limits->first + limits->n; i++)
        verdict->variations[i] = tras_variation_of (series, limits, i, verdict->firings[i]);
    }
  verdict->n_met = tras_series_count_met (series, target, TRAS_VERDICT_LAST, &verdict->n_last);

  if (verdict->n_limits > 0)
    {
      verdict->variation = verdict->variations[series->n - 1];
      verdict->firing = verdict->firings[series->n - 1];
      verdict->winner = tras_firing_get_winner (verdict->firing);
      verdict->side = tras_firing_get_side (verdict->firing, verdict->winner);
      verdict->assurance = tras_assurance_of (series, &verdict->limits[verdict->n_limits - 1],
                                              target);
    }

  return verdict;
}

/**
 * tras_verdict_free:
 * @verdict: (transfer full) (nullable): a verdict
 */
void
tras_verdict_free (TrasVerdict *verdict)
{
  if (verdict == NULL)
    return;

  g_free (verdict->limits);
  g_free (verdict->firings);
  g_free (verdict->variations);
  g_free (verdict);
}

/**
 * tras_variation_to_string:
 * @variation: a variation
 *
 * Returns: (transfer none): the word in files: improving, concerning, neutral, common, or an empty
 *   text where nothing can be said
 */
const char *
tras_variation_to_string (TrasVariation variation)
{
  g_return_val_if_fail ((guint) variation < G_N_ELEMENTS (variation_words), NULL);

  return variation_words[variation];
}

/**
 * tras_variation_from_string:
 * @text: (nullable): a word of tras_variation_to_string()
 * @variation: (out): the variation; untouched where @text is none
 *
 * Returns: whether @text is a variation
 */
gboolean
tras_variation_from_string (const char    *text,
                            TrasVariation *variation)
{
  int found = tras_words_find (variation_words, G_N_ELEMENTS (variation_words), text);

  g_return_val_if_fail (variation != NULL, FALSE);

  if (found < 0)
    return FALSE;
  *variation = (TrasVariation) found;

  return TRUE;
}

/**
 * tras_assurance_to_string:
 * @assurance: an assurance
 *
 * Returns: (transfer none): the word in files: meets, misses, hit-or-miss, or an empty text for
 *   unknown
 */
const char *
tras_assurance_to_string (TrasAssurance assurance)
{
  g_return_val_if_fail ((guint) assurance < G_N_ELEMENTS (assurance_words), NULL);

  return assurance_words[assurance];
}

/**
 * tras_assurance_from_string:
 * @text: (nullable): a word of tras_assurance_to_string()
 * @assurance: (out): the assurance; untouched where @text is none
 *
 * Returns: whether @text is an assurance
 */
gboolean
tras_assurance_from_string (const char    *text,
                            TrasAssurance *assurance)
{
  int found = tras_words_find (assurance_words, G_N_ELEMENTS (assurance_words), text);

  g_return_val_if_fail (assurance != NULL, FALSE);

  if (found < 0)
    return FALSE;
  *assurance = (TrasAssurance) found;

  return TRUE;
}
