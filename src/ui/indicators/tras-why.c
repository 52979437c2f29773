/* tras-why.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-sentence.h"
#include "tras-why.h"

/* How many points a rule looks at, and what it says; in the order of the bits of TrasRules. */
static const struct
{
  guint n;
  const char *words;
} rules[TRAS_N_RULES] = {
  { 1, N_("The value lies beyond a process limit.") },
  { 3, N_("Two of three values lie close to the same process limit.") },
  { 3, N_("Two of three values lie close to the same process limit.") },
  { 4, N_("Three of four values lie far from the average, on the same side.") },
  { 5, N_("Four of five values lie away from the average, on the same side.") },
  { 7, N_("Seven values in a row lie on the same side of the average.") },
  { 8, N_("Eight values in a row lie on the same side of the average.") },
  { 9, N_("Nine values in a row lie on the same side of the average.") },
  { 6, N_("Six values in a row rise, or fall.") },
  { 7, N_("Seven values in a row rise, or fall.") },
  { 14, N_("Fourteen values in a row rise and fall in turn.") },
  { 8, N_("Eight values in a row lie away from the average.") },
  { 15, N_("Fifteen values in a row lie close to the average.") },
};

/* "W41 2026: 9, W42 2026: 11" */
static char *
dup_points (TrasIndicatorSeries    *series,
            gsize                   point,
            guint                   n,
            const TrasNumberFormat *format)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = point + 1 > n ? point + 1 - n : 0; i <= point; i++)
    {
      g_autofree char *period = tras_sentence_period (series->every, series->periods[i], format);
      g_autofree char *value = tras_sentence_value (series, series->values[i], format);

      g_ptr_array_add (parts, g_strdup_printf ("%s: %s", period, value));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

static void
add_limits (GString                *text,
            TrasIndicatorSeries    *series,
            gsize                   point,
            const TrasNumberFormat *format)
{
  const TrasVerdict *verdict = series->verdict;
  const TrasLimits *limits = tras_limits_find (verdict->limits, verdict->n_limits, point);
  int decimals = (int) series->indicator->decimals + 1;
  g_autofree char *mean = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *first = NULL;

  if (limits == NULL || !tras_limits_exist (limits))
    {
      g_string_append (text, _("There are no limits yet: too few values, or too rare events."));
      return;
    }

  mean = tras_number_format_real (format, limits->mean, decimals);
  low = tras_number_format_real (format, limits->drawn_lower, decimals);
  high = tras_number_format_real (format, limits->drawn_upper, decimals);
  first = tras_sentence_period (series->every, series->periods[limits->first], format);
  g_string_append_printf (text,
                          ngettext ("Average %s, limits %s to %s, from %u value since %s.",
                                    "Average %s, limits %s to %s, from %u values since %s.",
                                    limits->n_base),
                          mean, low, high, limits->n_base, first);
}

/**
 * tras_why_dup_text:
 * @series: a series
 * @point: one of its points
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full): each rule that fired with the points it looked at, and the limits
 */
char *
tras_why_dup_text (TrasIndicatorSeries    *series,
                   gsize                   point,
                   const TrasNumberFormat *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TrasRules fired;

  g_return_val_if_fail (series != NULL && point < series->n, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  fired = series->verdict->firings[point].fired;
  for (guint i = 0; i < TRAS_N_RULES; i++)
    {
      g_autofree char *points = NULL;

      if (!(fired & (1u << i)))
        continue;
      points = dup_points (series, point, rules[i].n, format);
      g_string_append_printf (text, "%s\n%s\n\n", _(rules[i].words), points);
    }
  if (fired == TRAS_RULES_NONE)
    g_string_append_printf (text, "%s\n\n",
                            _("No rule fires: such values come and go without a cause of their "
                              "own."));
  add_limits (text, series, point, format);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
