/* tras-sentence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences are whole templates with names in braces, so that a translator sees and may reorder
 * everything. "{value}" stands for a value with its period: "9 this week".
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-feed.h"
#include "tras-rare-events.h"
#include "tras-sentence.h"
#include "tras-template.h"

/* What a winning rule says; the rows of the tables below. */
typedef enum
{
  REASON_ABOVE,
  REASON_BELOW,
  REASON_NEAR_UPPER,
  REASON_NEAR_LOWER,
  REASON_RUN_ABOVE,
  REASON_RUN_BELOW,
  REASON_RISING,
  REASON_FALLING,
  REASON_PATTERN,
} Reason;

static const char *const better[] = {
  [REASON_ABOVE] = N_("Better than usual: {value}, above the normal {low} to {high}."),
  [REASON_BELOW] = N_("Better than usual: {value}, below the normal {low} to {high}."),
  [REASON_NEAR_UPPER] = N_("Better than usual: {value}; two of the last three are close to the "
                           "upper end of the normal {low} to {high}."),
  [REASON_NEAR_LOWER] = N_("Better than usual: {value}; two of the last three are close to the "
                           "lower end of the normal {low} to {high}."),
  [REASON_RUN_ABOVE] = N_("Better than usual: {value}, and {run} in a row above the average of "
                          "{mean}."),
  [REASON_RUN_BELOW] = N_("Better than usual: {value}, and {run} in a row below the average of "
                          "{mean}."),
  [REASON_RISING] = N_("Better than usual: {value}, and rising time after time."),
  [REASON_FALLING] = N_("Better than usual: {value}, and falling time after time."),
  [REASON_PATTERN] = N_("Better than usual: {value}, in a pattern that chance rarely makes."),
};

static const char *const worse[] = {
  [REASON_ABOVE] = N_("Worse than usual: {value}, above the normal {low} to {high}."),
  [REASON_BELOW] = N_("Worse than usual: {value}, below the normal {low} to {high}."),
  [REASON_NEAR_UPPER] = N_("Worse than usual: {value}; two of the last three are close to the "
                           "upper end of the normal {low} to {high}."),
  [REASON_NEAR_LOWER] = N_("Worse than usual: {value}; two of the last three are close to the "
                           "lower end of the normal {low} to {high}."),
  [REASON_RUN_ABOVE] = N_("Worse than usual: {value}, and {run} in a row above the average of "
                          "{mean}."),
  [REASON_RUN_BELOW] = N_("Worse than usual: {value}, and {run} in a row below the average of "
                          "{mean}."),
  [REASON_RISING] = N_("Worse than usual: {value}, and rising time after time."),
  [REASON_FALLING] = N_("Worse than usual: {value}, and falling time after time."),
  [REASON_PATTERN] = N_("Worse than usual: {value}, in a pattern that chance rarely makes."),
};

static const char *const unusual[] = {
  [REASON_ABOVE] = N_("Unusual: {value}, above the normal {low} to {high}."),
  [REASON_BELOW] = N_("Unusual: {value}, below the normal {low} to {high}."),
  [REASON_NEAR_UPPER] = N_("Unusual: {value}; two of the last three are close to the upper end of "
                           "the normal {low} to {high}."),
  [REASON_NEAR_LOWER] = N_("Unusual: {value}; two of the last three are close to the lower end of "
                           "the normal {low} to {high}."),
  [REASON_RUN_ABOVE] = N_("Unusual: {value}, and {run} in a row above the average of {mean}."),
  [REASON_RUN_BELOW] = N_("Unusual: {value}, and {run} in a row below the average of {mean}."),
  [REASON_RISING] = N_("Unusual: {value}, and rising time after time."),
  [REASON_FALLING] = N_("Unusual: {value}, and falling time after time."),
  [REASON_PATTERN] = N_("Unusual: {value}, in a pattern that chance rarely makes."),
};

/**
 * tras_sentence_value:
 * @series: a series
 * @value: a value of it, or NAN
 * @format: how to write numbers
 *
 * Returns: (transfer full): the value with the indicator's decimals, with the sign for percentages
 *   and without any other unit; a dash for none
 */
char *
tras_sentence_value (TrasIndicatorSeries    *series,
                     double                  value,
                     const TrasNumberFormat *format)
{
  int decimals;

  g_return_val_if_fail (series != NULL, NULL);

  decimals = (int) series->indicator->decimals;
  if (isnan (value))
    return g_strdup ("–");
  if (g_strcmp0 (series->indicator->unit, "%") == 0)
    return tras_number_format_percent (format, value, decimals);

  return tras_number_format_real (format, value, decimals);
}

/* Limits and means are finer than the values that they come from. */
static char *
format_line (TrasIndicatorSeries    *series,
             double                  value,
             const TrasNumberFormat *format)
{
  int decimals = (int) series->indicator->decimals;

  if (decimals == 0 && fabs (value) < 10.0 && value != floor (value))
    decimals = 1;
  if (g_strcmp0 (series->indicator->unit, "%") == 0)
    return tras_number_format_percent (format, value, decimals);

  return tras_number_format_real (format, value, decimals);
}

/**
 * tras_sentence_period:
 * @every: the length of the periods
 * @period: a period
 * @format: how to write dates
 *
 * Returns: (transfer full): the period's name: a day, a week with its year, or a month
 */
char *
tras_sentence_period (TrasEvery               every,
                      gint32                  period,
                      const TrasNumberFormat *format)
{
  TrasDay first = tras_period_start (every, period);

  switch (every)
    {
    case TRAS_EVERY_DAY:
      return tras_number_format_date_medium (format, first);
    case TRAS_EVERY_WEEK:
      return tras_number_format_week_of_year (format, first);
    case TRAS_EVERY_MONTH:
      {
        int year, month;

        tras_day_split (first, &year, &month, NULL);
        /* TRANSLATORS: a month and its year, as "Mar 1998" */
        return g_strdup_printf (C_("month and year", "%s %d"), format->months[month - 1], year);
      }
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_every_words (TrasEvery every)
{
  switch (every)
    {
    case TRAS_EVERY_DAY:
      return C_("how often", "daily");
    case TRAS_EVERY_WEEK:
      return C_("how often", "weekly");
    case TRAS_EVERY_MONTH:
      return C_("how often", "monthly");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * tras_sentence_subtitle:
 * @series: a series
 * @format: how to write dates
 *
 * Returns: (transfer full): what stands under the indicator's name: its area, its owner and how
 *   often it is measured; or when and why it went out of use
 */
char *
tras_sentence_subtitle (TrasIndicatorSeries    *series,
                        const TrasNumberFormat *format)
{
  TrasIndicator *indicator;
  const char *parts[4] = { NULL };
  g_autofree char *on = NULL;
  guint n = 0;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  indicator = series->indicator;
  if (indicator->retired_on != TRAS_DAY_NONE)
    {
      on = tras_number_format_date_medium (format, indicator->retired_on);

      return tras_template_fill (_("Retired on {day}: {why}"), "day", on, "why",
                                 indicator->retired_why != NULL ? indicator->retired_why : "–",
                                 NULL);
    }

  if (indicator->area_name != NULL)
    parts[n++] = indicator->area_name;
  if (indicator->owner_name != NULL)
    parts[n++] = indicator->owner_name;
  parts[n++] = get_every_words (series->every);

  return g_strjoinv (" · ", (char **) parts);
}

/* "9 this week", or "9 (W15 1998)" where that is not the week of the series' day. */
static char *
dup_newest (TrasIndicatorSeries    *series,
            const TrasNumberFormat *format)
{
  gint32 period = series->periods[series->n - 1];
  g_autofree char *value = tras_sentence_value (series, series->values[series->n - 1], format);
  g_autofree char *name = NULL;

  if (period == tras_period_index (series->every, series->day))
    {
      switch (series->every)
        {
        case TRAS_EVERY_DAY:
          return tras_template_fill (C_("value", "{number} today"), "number", value, NULL);
        case TRAS_EVERY_WEEK:
          return tras_template_fill (C_("value", "{number} this week"), "number", value, NULL);
        case TRAS_EVERY_MONTH:
          return tras_template_fill (C_("value", "{number} this month"), "number", value, NULL);
        default:
          g_assert_not_reached ();
        }
    }

  name = tras_sentence_period (series->every, period, format);
  /* TRANSLATORS: a value and the period it belongs to, as "9 (W15 1998)" */
  return tras_template_fill (C_("value", "{number} ({period})"), "number", value, "period", name,
                             NULL);
}

static Reason
get_reason (const TrasVerdict *verdict)
{
  gboolean up = verdict->side > 0;

  switch ((guint) verdict->winner)
    {
    case TRAS_RULE_LIMIT:
      return up ? REASON_ABOVE : REASON_BELOW;
    case TRAS_RULE_2OF3:
    case TRAS_RULE_2OF3_ANY:
      return up ? REASON_NEAR_UPPER : REASON_NEAR_LOWER;
    case TRAS_RULE_RUN7:
    case TRAS_RULE_RUN8:
    case TRAS_RULE_RUN9:
      return up ? REASON_RUN_ABOVE : REASON_RUN_BELOW;
    case TRAS_RULE_TREND6:
    case TRAS_RULE_TREND7:
      return up ? REASON_RISING : REASON_FALLING;
    default:
      return REASON_PATTERN;
    }
}

/* How many newest points of the last segment stand on one side of the centre. */
static guint
count_run (TrasIndicatorSeries *series,
           const TrasLimits    *limits)
{
  int side = tras_limits_side (limits, series->values[series->n - 1]);
  guint run = 0;

  for (gsize i = series->n;
       i > limits->first && tras_limits_side (limits, series->values[i - 1]) == side;
       i--)
    run++;

  return run;
}

/**
 * tras_sentence_variation:
 * @series: a series
 * @format: how to write numbers and dates
 *
 * Says whether the newest value is unusual, and why: "Worse than usual: 9 this week, above the
 * normal 1 to 8."
 *
 * Returns: (transfer full): a sentence
 */
char *
tras_sentence_variation (TrasIndicatorSeries    *series,
                         const TrasNumberFormat *format)
{
  const TrasVerdict *verdict;
  const TrasLimits *limits;
  g_autoptr (TrasRareEvents) rare = NULL;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *run = NULL;
  const char *template;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (series->n == 0)
    return g_strdup (_("Not measured yet."));

  verdict = series->verdict;
  limits = &verdict->limits[verdict->n_limits - 1];
  value = dup_newest (series, format);

  rare = tras_rare_events_new (series);
  if (rare != NULL)
    return tras_rare_events_dup_sentence (rare, series, format);
  if (limits->state == TRAS_LIMITS_UNFIT)
    return tras_template_fill (_("{value}. It happens too rarely for a week by week judgement."),
                               "value", value, NULL);
  if (!tras_limits_exist (limits))
    {
      guint more = limits->n_base < TRAS_LIMITS_TRIAL_N ? TRAS_LIMITS_TRIAL_N - limits->n_base : 1;
      g_autofree char *count = g_strdup_printf ("%u", more);

      return tras_template_fill (
        ngettext ("{value}. {count} more number is needed to say what is usual.",
                  "{value}. {count} more numbers are needed to say what is usual.", more),
        "value", value, "count", count, NULL);
    }

  low = format_line (series, limits->drawn_lower, format);
  high = format_line (series, limits->drawn_upper, format);
  mean = format_line (series, limits->mean, format);
  run = g_strdup_printf ("%u", count_run (series, limits));

  switch (verdict->variation)
    {
    case TRAS_VARIATION_IMPROVING:
      template = better[get_reason (verdict)];
      break;
    case TRAS_VARIATION_CONCERNING:
      template = worse[get_reason (verdict)];
      break;
    case TRAS_VARIATION_NEUTRAL:
      template = unusual[get_reason (verdict)];
      break;
    case TRAS_VARIATION_NONE:
    case TRAS_VARIATION_COMMON:
    default:
      template = N_("Nothing unusual: {value}, within the normal {low} to {high}.");
    }

  return tras_template_fill (_(template), "value", value, "low", low, "high", high, "mean", mean,
                             "run", run, NULL);
}

/**
 * tras_sentence_met:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): "Met in 6 of the last 13 weeks."; %NULL without a target
 */
char *
tras_sentence_met (TrasIndicatorSeries *series)
{
  g_autofree char *met = NULL;
  g_autofree char *last = NULL;
  const char *template;
  guint n;

  g_return_val_if_fail (series != NULL, NULL);

  n = series->verdict->n_last;
  if (n == 0)
    return NULL;

  switch (series->every)
    {
    case TRAS_EVERY_DAY:
      template = ngettext ("Met in {met} of the last {last} day.",
                           "Met in {met} of the last {last} days.", n);
      break;
    case TRAS_EVERY_WEEK:
      template = ngettext ("Met in {met} of the last {last} week.",
                           "Met in {met} of the last {last} weeks.", n);
      break;
    case TRAS_EVERY_MONTH:
      template = ngettext ("Met in {met} of the last {last} month.",
                           "Met in {met} of the last {last} months.", n);
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  met = g_strdup_printf ("%u", series->verdict->n_met);
  last = g_strdup_printf ("%u", n);

  return tras_template_fill (template, "met", met, "last", last, NULL);
}

/**
 * tras_sentence_assurance:
 * @series: a series
 * @format: how to write numbers
 *
 * Returns: (transfer full) (nullable): what is to be expected of the target, should nothing change;
 *   %NULL where nothing can be said
 */
char *
tras_sentence_assurance (TrasIndicatorSeries    *series,
                         const TrasNumberFormat *format)
{
  g_autofree char *target = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gboolean band;
  const char *template;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  band = series->series.better == TRAS_BETTER_BAND;
  switch (series->verdict->assurance)
    {
    case TRAS_ASSURANCE_MEETS:
      template = band ? N_("It will stay between {low} and {high} as long as nothing changes.")
                      : N_("It will keep meeting the target of {target} as long as nothing "
                           "changes.");
      break;
    case TRAS_ASSURANCE_MISSES:
      template = band ? N_("It will stay out of {low} to {high} unless the process changes.")
                      : N_("It will keep missing the target of {target} unless the process "
                           "changes.");
      break;
    case TRAS_ASSURANCE_HIT_OR_MISS:
      template = band ? N_("It will be between {low} and {high} at times, and outside at times.")
                      : N_("It will meet the target of {target} at times, and miss it at times.");
      break;
    case TRAS_ASSURANCE_UNKNOWN:
    default:
      return NULL;
    }

  target = tras_sentence_value (series, series->target_value, format);
  low = tras_sentence_value (series, series->series.band_low, format);
  high = tras_sentence_value (series, series->series.band_high, format);

  return tras_template_fill (_(template), "target", target, "low", low, "high", high, NULL);
}

/**
 * tras_sentence_step:
 * @series: a series, with its marks where events are to be heard
 * @format: how to write dates
 *
 * Returns: (transfer full) (nullable): that the limits are those of a process that is no more;
 *   %NULL where tras_indicator_series_propose_step() has nothing to propose
 */
char *
tras_sentence_step (TrasIndicatorSeries    *series,
                    const TrasNumberFormat *format)
{
  g_autofree char *name = NULL;
  const char *why;
  gint32 period;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (!tras_indicator_series_propose_step (series, &period, &why))
    return NULL;

  name = tras_sentence_period (series->every, period, format);

  return tras_template_fill (_("The process has changed since {period}: mark a step change to "
                               "recompute the limits."), "period", name, NULL);
}

/**
 * tras_sentence_effect:
 * @series: a series
 * @effect: two of its stretches compared
 * @format: how to write numbers
 *
 * Returns: (transfer full): whether it moved, and from where to where; never why
 */
char *
tras_sentence_effect (TrasIndicatorSeries    *series,
                      const TrasEffect       *effect,
                      const TrasNumberFormat *format)
{
  const char *template = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (effect != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  switch (effect->word)
    {
    case TRAS_EFFECT_UNKNOWN:
      return g_strdup (_("Nothing to compare with: too few values from before."));
    case TRAS_EFFECT_TOO_EARLY:
      return g_strdup_printf (ngettext ("Too early to say: %u value since, %u are the least.",
                                        "Too early to say: %u values since, %u are the least.",
                                        effect->n_after),
                              effect->n_after, TRAS_EFFECT_LEAST_N);
    case TRAS_EFFECT_NOT_MOVED:
      template = N_("Did not move: {after} on average since, {before} before. Chance alone gives "
                    "as much.");
      break;
    case TRAS_EFFECT_MOVED:
      template = effect->variation == TRAS_VARIATION_IMPROVING
                   ? N_("Moved for the better: {after} on average since, {before} before.")
                 : effect->variation == TRAS_VARIATION_CONCERNING
                   ? N_("Moved for the worse: {after} on average since, {before} before.")
                   : N_("Moved: {after} on average since, {before} before.");
      break;
    default:
      g_return_val_if_reached (NULL);
    }

  before = format_line (series, effect->mean_before, format);
  after = format_line (series, effect->mean_after, format);

  return tras_template_fill (_(template), "after", after, "before", before, NULL);
}

/**
 * tras_sentence_verdict:
 * @series: a series
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full): everything that the verdict says, one sentence after the other
 */
char *
tras_sentence_verdict (TrasIndicatorSeries    *series,
                       const TrasNumberFormat *format)
{
  g_autofree char *variation = tras_sentence_variation (series, format);
  g_autofree char *assurance = tras_sentence_assurance (series, format);
  g_autofree char *met = tras_sentence_met (series);
  g_autoptr (GString) text = g_string_new (variation);

  if (met != NULL)
    g_string_append_printf (text, " %s", met);
  if (assurance != NULL)
    g_string_append_printf (text, " %s", assurance);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tras_sentence_check:
 * @series: a series with its marks
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full) (nullable): whether what was done about its newest checked deviation
 *   moved it; %NULL without one
 */
char *
tras_sentence_check (TrasIndicatorSeries    *series,
                     const TrasNumberFormat *format)
{
  g_autofree char *sentence = NULL;
  TrasEffect effect;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (!tras_indicator_series_check (series, &effect))
    return NULL;

  sentence = tras_sentence_effect (series, &effect, format);

  /* Translators: the code of a deviation, as D-31, and a sentence of what became of it */
  return g_strdup_printf (_("After what was done about %s: %s"), series->check->code, sentence);
}

/**
 * tras_sentence_chart:
 * @series: a series with its marks
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full): what stands under its chart: the verdict, and what came of what was
 *   done
 */
char *
tras_sentence_chart (TrasIndicatorSeries    *series,
                     const TrasNumberFormat *format)
{
  g_autofree char *verdict = tras_sentence_verdict (series, format);
  g_autofree char *check = tras_sentence_check (series, format);

  return check != NULL ? g_strjoin ("\n", verdict, check, NULL) : g_steal_pointer (&verdict);
}

/**
 * tras_sentence_source:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): what its numbers come from, and why there are none where the
 *   formula is wrong; %NULL where they are typed or imported
 */
char *
tras_sentence_source (TrasIndicatorSeries *series)
{
  const TrasFeed *feed;
  g_autofree char *formula = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  if (!series->computed)
    return NULL;

  feed = tras_feed_find (series->indicator->source, NULL);
  if (feed != NULL)
    /* Translators: what is counted, a sentence or more */
    return g_strdup_printf (_("Counted from the company’s own records: %s"), _(feed->definition));

  /* Translators: %s is a formula: [Orders late] / [Orders] */
  formula = g_strdup_printf (_("Computed: %s"), series->formula != NULL ? series->formula : "");

  return series->problem != NULL ? g_strdup_printf (C_("sentences", "%s %s"), formula,
                                                    series->problem)
                                 : g_steal_pointer (&formula);
}

/**
 * tras_sentence_definition:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): what is counted and left out, and what its numbers come from
 *   where nobody types them; %NULL where nobody has said it
 */
char *
tras_sentence_definition (TrasIndicatorSeries *series)
{
  g_autofree char *source = NULL;
  const char *definition;

  g_return_val_if_fail (series != NULL, NULL);

  source = tras_sentence_source (series);
  definition = series->indicator->definition;
  if (definition == NULL || *definition == '\0')
    return g_steal_pointer (&source);
  if (source == NULL)
    return g_strdup (definition);

  /* Which of the two the writer ended with a point, nobody knows. */
  return g_strjoin ("\n", definition, source, NULL);
}

/**
 * tras_sentence_footnote:
 * @series: a series with its marks
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full) (nullable): what stands under its verdict on the screen: what came of
 *   what was done, and what is counted
 */
char *
tras_sentence_footnote (TrasIndicatorSeries    *series,
                        const TrasNumberFormat *format)
{
  g_autofree char *check = tras_sentence_check (series, format);
  g_autofree char *definition = tras_sentence_definition (series);

  if (check == NULL)
    return g_steal_pointer (&definition);

  return definition != NULL ? g_strjoin ("\n", check, definition, NULL)
                            : g_steal_pointer (&check);
}

/**
 * tras_sentence_read_only:
 * @series: a series whose numbers are computed
 *
 * Returns: (transfer full): why nobody types them, and what to do instead
 */
char *
tras_sentence_read_only (TrasIndicatorSeries *series)
{
  const char *name;

  g_return_val_if_fail (series != NULL && series->computed, NULL);

  name = series->indicator->name;
  if (tras_indicator_is_formula (series->indicator))
    return g_strdup_printf (_("“%s” is computed from other indicators: change their numbers, or "
                              "its formula."), name);

  return g_strdup_printf (_("“%s” is counted from the company’s own records: change those."), name);
}

/**
 * tras_variation_get_label:
 * @variation: a variation
 *
 * Returns: (transfer none): its word on screen, translated
 */
const char *
tras_variation_get_label (TrasVariation variation)
{
  static const char *const labels[] = {
    [TRAS_VARIATION_NONE] = N_("Too early to say"),
    [TRAS_VARIATION_COMMON] = N_("Nothing unusual"),
    [TRAS_VARIATION_IMPROVING] = N_("Better than usual"),
    [TRAS_VARIATION_CONCERNING] = N_("Worse than usual"),
    [TRAS_VARIATION_NEUTRAL] = N_("Unusual"),
  };

  g_return_val_if_fail ((guint) variation < G_N_ELEMENTS (labels), "");

  return _(labels[variation]);
}

/**
 * tras_assurance_get_label:
 * @assurance: an assurance
 *
 * Returns: (transfer none): its word on screen, translated
 */
const char *
tras_assurance_get_label (TrasAssurance assurance)
{
  static const char *const labels[] = {
    [TRAS_ASSURANCE_UNKNOWN] = N_("Nothing to say of a target"),
    [TRAS_ASSURANCE_MEETS] = N_("Will keep meeting the target"),
    [TRAS_ASSURANCE_MISSES] = N_("Will keep missing the target"),
    [TRAS_ASSURANCE_HIT_OR_MISS] = N_("Hit or miss"),
  };

  g_return_val_if_fail ((guint) assurance < G_N_ELEMENTS (labels), "");

  return _(labels[assurance]);
}

/**
 * tras_outlook_get_label:
 * @outlook: the state of a goal
 *
 * Returns: (transfer none): its words on screen, translated
 */
const char *
tras_outlook_get_label (TrasOutlook outlook)
{
  static const char *const labels[] = {
    [TRAS_OUTLOOK_UNKNOWN] = N_("Not measured yet"),
    [TRAS_OUTLOOK_ON_PACE] = N_("On pace"),
    [TRAS_OUTLOOK_BEHIND] = N_("Behind"),
    [TRAS_OUTLOOK_FAR_BEHIND] = N_("Far behind"),
    [TRAS_OUTLOOK_WORSE] = N_("Worse than at the start"),
    [TRAS_OUTLOOK_LOOK_NOW] = N_("Look now"),
    [TRAS_OUTLOOK_CHANGE_PROCESS] = N_("Change the process"),
    [TRAS_OUTLOOK_ACT] = N_("Act"),
  };

  g_return_val_if_fail ((guint) outlook < G_N_ELEMENTS (labels), "");

  return _(labels[outlook]);
}
