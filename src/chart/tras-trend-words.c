/* tras-trend-words.c: the trend chart for those who do not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-trend-words.h"

static char *
join_unit (const TrasTrendView *view,
           double               value,
           int                  decimals)
{
  const char *unit = tras_trend_data_get_unit (view->data);
  g_autofree char *number = tras_chart_format_number (view->format, value, decimals);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);

  return tras_chart_format_unit (view->format, number, unit);
}

/* A value with its unit, or that it is missing. */
char *
tras_trend_words_dup_value (const TrasTrendView *view,
                            gsize                index)
{
  double value = tras_trend_data_get_value (view->data, index);

  if (isnan (value))
    return g_strdup (tras_glyph_get_words (TRAS_GLYPH_MISSING));

  return join_unit (view, value, tras_trend_data_get_decimals (view->data));
}

static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

G_GNUC_PRINTF (2, 3)
static void
add_format (GString    *text,
            const char *format,
            ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_sentence (text, sentence);
}

static void
describe_extent (GString             *text,
                 const TrasTrendView *view)
{
  gsize n = tras_trend_data_get_line (view->data)->n_values;
  gsize n_missing = 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n == 0)
    {
      add_sentence (text, _("There are no values yet."));
      return;
    }

  for (gsize i = 0; i < n; i++)
    n_missing += isnan (tras_trend_data_get_value (view->data, i));

  first = tras_chart_format_period (view->format, tras_trend_data_get_day (view->data, 0),
                                    tras_trend_data_get_every (view->data));
  last = tras_chart_format_period (view->format, tras_trend_data_get_day (view->data, n - 1),
                                   tras_trend_data_get_every (view->data));
  add_format (text,
              ngettext ("%u value from %s to %s.", "%u values from %s to %s.", n - n_missing),
              (guint) (n - n_missing), first, last);
  if (n_missing > 0)
    add_format (text, ngettext ("%u value is missing.", "%u values are missing.", n_missing),
                (guint) n_missing);
}

static void
describe_newest (GString             *text,
                 const TrasTrendView *view)
{
  gssize newest = tras_trend_data_find_measured (view->data,
                                                 tras_trend_data_get_line (view->data)->n_values,
                                                 -1);
  g_autofree char *value = NULL;
  TrasGlyph glyph;

  if (newest < 0)
    return;

  value = tras_trend_words_dup_value (view, newest);
  glyph = tras_trend_data_get_glyph (view->data, newest);
  if (glyph == TRAS_GLYPH_NONE)
    add_format (text, _("The newest value is %s."), value);
  else
    /* Translators: as in “The newest value is 9 %: worse than usual.” */
    add_format (text, _("The newest value is %s: %s."), value, tras_glyph_get_words (glyph));
}

static void
describe_limits (GString             *text,
                 const TrasTrendView *view)
{
  int decimals = tras_trend_data_get_decimals (view->data);
  const TrasTrendSegment *segments;
  g_autofree char *mean = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  guint n;

  segments = tras_trend_data_get_segments (view->data, &n);
  if (n == 0 || isnan (segments[n - 1].mean))
    return;

  if (decimals == 0 && fabs (segments[n - 1].mean) < 100)
    decimals = 1;
  mean = join_unit (view, segments[n - 1].mean, decimals);
  if (isnan (segments[n - 1].lower) || isnan (segments[n - 1].upper))
    {
      add_format (text, _("The average is %s."), mean);
      return;
    }

  lower = join_unit (view, segments[n - 1].lower, decimals);
  upper = join_unit (view, segments[n - 1].upper, decimals);
  add_format (text, _("The average is %s, the usual range %s to %s."), mean, lower, upper);
}

static void
describe_target (GString             *text,
                 const TrasTrendView *view)
{
  int decimals = tras_trend_data_get_decimals (view->data);
  const TrasTrendTarget *targets;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  guint n;

  targets = tras_trend_data_get_targets (view->data, &n);
  if (n == 0)
    return;

  low = join_unit (view, targets[n - 1].low, decimals);
  high = join_unit (view, targets[n - 1].high, decimals);
  if (targets[n - 1].low == targets[n - 1].high)
    add_format (text, _("The target is %s."), low);
  else
    add_format (text, _("The target is %s to %s."), low, high);
}

/* What the whole chart shows, in a few sentences. */
char *
tras_trend_words_describe (const TrasTrendView *view)
{
  const char *title = tras_trend_data_get_title (view->data);
  const char *better = tras_trend_data_get_better_words (view->data);
  GString *text = g_string_new (NULL);

  if (title != NULL && better != NULL)
    /* Translators: an indicator and which way is better: “Orders late: fewer is better.” */
    add_format (text, _("%s: %s."), title, better);
  else if (title != NULL)
    add_format (text, _("%s."), title);
  describe_extent (text, view);
  describe_newest (text, view);
  describe_limits (text, view);
  describe_target (text, view);

  return g_string_free (text, FALSE);
}

/* One point, in the order in which it is asked for. */
char *
tras_trend_words_describe_point (const TrasTrendView *view,
                                 gsize                index)
{
  TrasGlyph glyph = tras_trend_data_get_glyph (view->data, index);
  const char *note = tras_trend_data_get_note (view->data, index);
  g_autofree char *period = NULL;
  g_autofree char *value = tras_trend_words_dup_value (view, index);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  period = tras_chart_format_period (view->format, tras_trend_data_get_day (view->data, index),
                                     tras_trend_data_get_every (view->data));
  g_ptr_array_add (parts, period);
  g_ptr_array_add (parts, value);
  if (tras_glyph_is_unusual (glyph))
    g_ptr_array_add (parts, (char *) tras_glyph_get_words (glyph));
  if (tras_trend_data_get_left_out (view->data, index))
    g_ptr_array_add (parts, (char *) tras_glyph_get_words (TRAS_GLYPH_LEFT_OUT));
  if (note != NULL)
    g_ptr_array_add (parts, (char *) note);
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a list read aloud. */
  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}
