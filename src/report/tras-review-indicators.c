/* tras-review-indicators.c: verdicts, charts and missing numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-chart-block.h"
#include "tras-indicator-cells.h"
#include "tras-indicator-chart.h"
#include "tras-review-private.h"
#include "tras-sentence.h"

#define CHART_GAP 16.0
#define CHART_HEIGHT 264.0
#define CHART_STRETCH 96.0

/* A chart is read from nearer on paper than on a screen, and months have room beside it. */
#define CHART_TEXT_SCALE 0.84

/* As much of the past as a chart of half a page shows with every point apart. */
#define DAYS_SHOWN 91
#define WEEKS_SHOWN 53
#define MONTHS_SHOWN 36

/* ---- All indicators ---- */

/* The rows stand in the order of the agenda: levers, results by area, people, money. */
static const char *
get_group (TrasIndicator *indicator)
{
  if (indicator->lever)
    return _("Levers: what we can act on");
  if (g_strcmp0 (indicator->family, "people") == 0)
    return _("People");
  if (g_strcmp0 (indicator->family, "finance") == 0)
    return _("Money");

  return indicator->area_name;
}

static char *
dup_met (TrasIndicatorSeries *series)
{
  if (series->verdict->n_last == 0)
    return NULL;

  /* TRANSLATORS: in how many of the last periods the target was met, as "11 of 13" */
  return g_strdup_printf (C_("target met", "%u of %u"), series->verdict->n_met,
                          series->verdict->n_last);
}

/* Against the period before: volumes in per cent, rates in percentage points. */
static char *
dup_change (const TrasReviewWriter *self,
            const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  gboolean rate = series->roll == TRAS_ROLL_RATIO || g_strcmp0 (series->indicator->unit, "%") == 0;
  g_autofree char *text = NULL;
  g_autofree char *points = NULL;
  const char *sign;
  double change;
  TrasCell before;

  if (row->newest == NULL)
    return NULL;
  tras_indicator_series_get_cell (series, row->newest->period - 1, &before);
  if (before.state != TRAS_CELL_MEASURED)
    return NULL;

  change = rate ? tras_rollup_change_points (before.value, row->newest->value)
                : tras_rollup_change_percent (before.value, row->newest->value);
  if (!isfinite (change))
    return NULL;

  sign = change > 0 ? "+" : "";
  if (!rate)
    {
      text = tras_number_format_percent (self->writer.format, change, 0);
      return g_strconcat (sign, text, NULL);
    }

  text = tras_number_format_real (self->writer.format, change, (int) series->indicator->decimals);
  /* TRANSLATORS: a difference of two percentages, in percentage points, as "+1.2 pp" */
  points = g_strdup_printf (C_("percentage points", "%s pp"), text);

  return g_strconcat (sign, points, NULL);
}

static void
add_indicator (const TrasReviewWriter *self,
               TrasReportTable        *table,
               const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  TrasIndicator *indicator = series->indicator;
  gboolean is_signal = tras_indicator_series_is_signal (series);
  TrasTextRole quiet = is_signal ? TRAS_TEXT_CELL : TRAS_TEXT_CELL_DIM;
  TrasBlock *block = tras_report_table_add_row (table);
  g_autofree char *name = tras_indicator_cells_dup_name (indicator);
  g_autofree char *now = NULL;
  g_autofree char *when = NULL;
  g_autofree char *target = tras_indicator_cells_dup_target (series, self->writer.format);
  g_autofree char *met = dup_met (series);
  g_autofree char *change = dup_change (self, row);

  if (is_signal)
    block->link = g_strdup_printf ("chart-%" G_GINT64_FORMAT, TRAS_RECORD (indicator)->id);
  if (row->newest != NULL)
    {
      now = tras_sentence_value (series, row->newest->value, self->writer.format);
      if (row->newest->period != tras_period_index (series->every, series->day))
        when = tras_sentence_period (series->every, row->newest->period, self->writer.format);
    }

  tras_report_table_add_text (table, is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              name, NULL);
  tras_indicator_cells_add_verdict (table, series);
  tras_report_table_add_text (table, is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL, now, when);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, target, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, met, NULL);
  tras_report_table_add_text (table, quiet, change, NULL);
  tras_indicator_cells_add_sparkline (table, row, 0, self->data->scorecard->n_cells);
}

void
tras_review_add_verdicts (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Indicator"), TRAS_ALIGN_START, 0 },
    { _("Against usual"), TRAS_ALIGN_START, 88 },
    { _("Against target"), TRAS_ALIGN_START, 84 },
    { _("Newest"), TRAS_ALIGN_DECIMAL, 70 },
    { _("Target"), TRAS_ALIGN_END, 70 },
    { _("Met"), TRAS_ALIGN_END, 56 },
    { _("Change"), TRAS_ALIGN_END, 56 },
    { _("Last 13"), TRAS_ALIGN_START, TRAS_SPARKLINE_WIDTH },
  };
  TrasReportTable *table;
  const char *group = NULL;

  tras_report_writer_add_heading (&self->writer, _("All indicators"));
  if (self->data->agenda->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("There are no indicators yet."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->agenda->len; i++)
    {
      const TrasScorecardRow *row = self->data->agenda->pdata[i];
      const char *next = get_group (row->series->indicator);

      if (g_strcmp0 (group, next) != 0)
        tras_report_table_add_group (table, next);
      group = next;
      add_indicator (self, table, row);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

/* ---- Charts ---- */

static TrasDay
get_first_shown (TrasIndicatorSeries *series)
{
  TrasDay first = tras_period_start (series->every, series->n > 0 ? series->periods[0] : 0);

  switch (series->every)
    {
    case TRAS_EVERY_DAY:
      return MAX (first, series->day - DAYS_SHOWN);
    case TRAS_EVERY_WEEK:
      return MAX (first, series->day - WEEKS_SHOWN * 7);
    case TRAS_EVERY_MONTH:
      return MAX (first, tras_day_add_months (series->day, -MONTHS_SHOWN));
    default:
      g_return_val_if_reached (first);
    }
}

static void
add_chart (const TrasReviewWriter *self,
           const TrasScorecardRow *row,
           double                  space_before)
{
  TrasIndicatorSeries *series = row->series;
  g_autoptr (TrasTrendChart) chart = tras_indicator_chart_new (series, self->writer.format);
  g_autofree char *sentence = tras_sentence_chart (series, self->writer.format);
  g_autofree char *definition = tras_sentence_definition (series);
  TrasBlock *block;

  tras_trend_chart_set_range (chart, get_first_shown (series), TRAS_DAY_NONE);
  tras_trend_chart_set_text_scale (chart, CHART_TEXT_SCALE);
  block = tras_chart_block_new (self->writer.style, chart,
                                tras_indicator_chart_newest_glyph (series),
                                sentence, definition, CHART_HEIGHT, CHART_STRETCH);
  block->space_before = space_before;
  block->outline = g_strdup (series->indicator->name);
  block->outline_level = 1;
  block->anchor = g_strdup_printf ("chart-%" G_GINT64_FORMAT, TRAS_RECORD (series->indicator)->id);
  tras_page_layout_add (self->writer.pages, block);
}

void
tras_review_add_charts (const TrasReviewWriter *self)
{
  tras_report_writer_add_heading (&self->writer, _("What the numbers say"));
  if (self->data->signals->len == 0)
    tras_report_writer_add_nothing (&self->writer,
                             self->data->agenda->len == 0
                               ? _("Numbers speak once there are six of them.")
                               : _("Nothing unusual: no chart asks to be looked at."));
  for (guint i = 0; i < self->data->signals->len; i++)
    add_chart (self, self->data->signals->pdata[i], i == 0 ? TRAS_REPORT_GAP : CHART_GAP);
}

/* ---- Missing numbers ---- */

static char *
dup_missing_periods (const TrasReviewWriter *self,
                     const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  g_autofree char *period = NULL;
  gint32 first = row->missing->len > 0 ? g_array_index (row->missing, gint32, 0)
                                       : series->last_due;
  guint n = MAX (row->missing->len, 1);

  period = tras_sentence_period (series->every, first, self->writer.format);
  if (n == 1)
    return g_steal_pointer (&period);

  return g_strdup_printf (ngettext ("%u number, since %s", "%u numbers, since %s", n), n, period);
}

void
tras_review_add_missing (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Who brings it"), TRAS_ALIGN_START, 150 },
    { _("Indicator"), TRAS_ALIGN_START, 0 },
    { _("Missing"), TRAS_ALIGN_START, 150 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Missing numbers"));
  if (self->data->missing->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("No number is missing."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->missing->len; i++)
    {
      const TrasScorecardRow *row = self->data->missing->pdata[i];
      g_autofree char *periods = dup_missing_periods (self, row);

      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_STRONG,
                                  tras_indicator_series_get_collector (row->series), NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, row->series->indicator->name,
                                  row->series->indicator->area_name);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, periods, NULL);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}
