/* tras-indicator-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-indicator-cells.h"
#include "tras-indicator-chart.h"
#include "tras-sentence.h"

typedef struct
{
  TrasSparkline sparkline;
  double values[];
} SparklineCell;

/**
 * tras_indicator_cells_dup_name:
 * @indicator: an indicator
 *
 * The unit stands with the name, unless it is part of it: percentages have theirs with every value,
 * and "Online orders (orders)" says it twice.
 *
 * Returns: (transfer full): its name, and its unit
 */
char *
tras_indicator_cells_dup_name (TrasIndicator *indicator)
{
  g_return_val_if_fail (TRAS_IS_INDICATOR (indicator), NULL);

  if (*indicator->unit == '\0' || g_str_equal (indicator->unit, "%") ||
      (g_utf8_strlen (indicator->unit, -1) > 2 &&
       g_str_match_string (indicator->unit, indicator->name, TRUE)))
    return g_strdup (indicator->name);

  /* TRANSLATORS: an indicator and its unit */
  return g_strdup_printf (C_("indicator", "%s (%s)"), indicator->name, indicator->unit);
}

static const char *
get_variation_word (const TrasVerdict *verdict)
{
  static const char *const words[] = {
    [TRAS_VARIATION_NONE] = NC_("variation", "Too early"),
    [TRAS_VARIATION_COMMON] = NC_("variation", "As usual"),
    [TRAS_VARIATION_IMPROVING] = NC_("variation", "Better"),
    [TRAS_VARIATION_CONCERNING] = NC_("variation", "Worse"),
    [TRAS_VARIATION_NEUTRAL] = NC_("variation", "Unusual"),
  };

  if (verdict->n_limits > 0 &&
      verdict->limits[verdict->n_limits - 1].state == TRAS_LIMITS_UNFIT)
    return C_("variation", "Too rare");

  return g_dpgettext2 (GETTEXT_PACKAGE, "variation", words[verdict->variation]);
}

static const char *
get_assurance_word (TrasAssurance assurance)
{
  static const char *const words[] = {
    [TRAS_ASSURANCE_UNKNOWN] = NULL,
    [TRAS_ASSURANCE_MEETS] = NC_("assurance", "Will meet"),
    [TRAS_ASSURANCE_MISSES] = NC_("assurance", "Will miss"),
    [TRAS_ASSURANCE_HIT_OR_MISS] = NC_("assurance", "Hit or miss"),
  };

  return words[assurance] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "assurance", words[assurance])
                                  : NULL;
}

/**
 * tras_indicator_cells_add_verdict:
 * @table: a table with a row under way
 * @series: a series
 *
 * Two cells: what is unusual, and what is to be expected of the target, each as a shape with a
 * word.
 */
void
tras_indicator_cells_add_verdict (TrasReportTable     *table,
                                  TrasIndicatorSeries *series)
{
  const TrasVerdict *verdict = series->verdict;

  tras_report_table_add_glyph (table, tras_indicator_chart_newest_glyph (series),
                               tras_indicator_series_is_signal (series) ? TRAS_TEXT_CELL_STRONG
                                                                        : TRAS_TEXT_CELL_DIM,
                               get_variation_word (verdict));
  tras_report_table_add_glyph (table, tras_indicator_chart_assurance_glyph (verdict->assurance),
                               TRAS_TEXT_CELL, get_assurance_word (verdict->assurance));
}

/**
 * tras_indicator_cells_dup_target:
 * @series: a series
 * @format: how to write numbers
 *
 * Returns: (transfer full) (nullable): what its newest value is held against: "≤ 5 %"; %NULL
 *   without a target
 */
char *
tras_indicator_cells_dup_target (TrasIndicatorSeries    *series,
                                 const TrasNumberFormat *format)
{
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  if (series->target == NULL)
    return NULL;

  switch (series->series.better)
    {
    case TRAS_BETTER_UP:
      value = tras_sentence_value (series, series->target_value, format);
      return g_strdup_printf ("≥ %s", value);
    case TRAS_BETTER_DOWN:
      value = tras_sentence_value (series, series->target_value, format);
      return g_strdup_printf ("≤ %s", value);
    case TRAS_BETTER_BAND:
      low = tras_number_format_real (format, series->series.band_low,
                                     (int) series->indicator->decimals);
      high = tras_sentence_value (series, series->series.band_high, format);
      return g_strdup_printf ("%s–%s", low, high);
    case TRAS_BETTER_NEITHER:
    default:
      return NULL;
    }
}

static void
paint_sparkline (cairo_t         *cr,
                 TrasReportStyle *style,
                 const TrasRect  *rect,
                 gpointer         data)
{
  SparklineCell *cell = data;

  tras_sparkline_draw (&cell->sparkline, cr, tras_report_style_get_palette (style), rect,
                       tras_report_style_get_mirrored (style));
}

/**
 * tras_indicator_cells_add_sparkline:
 * @table: a table with a row under way
 * @row: an indicator
 * @first: the first of its cells that is drawn
 * @n_cells: how many cells are drawn
 *
 * A cell with the way that the values went. The verdict has its own.
 */
void
tras_indicator_cells_add_sparkline (TrasReportTable        *table,
                                    const TrasScorecardRow *row,
                                    guint                   first,
                                    guint                   n_cells)
{
  SparklineCell *cell = g_malloc0 (sizeof *cell + n_cells * sizeof (double));

  tras_indicator_chart_fill_sparkline (row->series, row->cells + first, n_cells, cell->values,
                                       &cell->sparkline);
  cell->sparkline.glyph = TRAS_GLYPH_NONE;
  tras_report_table_add_picture (table, TRAS_SPARKLINE_WIDTH, paint_sparkline, cell, g_free);
}
