/* tras-review-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the order of the meeting. A section with nothing in it says so, because silence could also
 * mean that nobody looked.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-chart-block.h"
#include "tras-indicator-chart.h"
#include "tras-pace-bar.h"
#include "tras-report-table.h"
#include "tras-review-sections.h"
#include "tras-sentence.h"

#define SECTION_GAP 24.0
#define CHART_GAP 16.0
#define CHART_HEIGHT 264.0
#define CHART_STRETCH 96.0
#define TABLE_GAP 4.0

/* A chart is read from nearer on paper than on a screen, and months have room beside it. */
#define CHART_TEXT_SCALE 0.84

#define SPARKLINE_WIDTH 54.0
#define PACE_BAR_WIDTH 84.0

/* As much of the past as a chart of half a page shows with every point apart. */
#define DAYS_SHOWN 91
#define WEEKS_SHOWN 53
#define MONTHS_SHOWN 36

typedef struct
{
  TrasPageLayout *pages;
  TrasReportStyle *style;
  TrasReviewData *data;
  const TrasNumberFormat *format;
} Writer;

typedef struct
{
  TrasSparkline sparkline;
  double values[];
} SparklineCell;

static TrasBlock *
add_text (const Writer *self,
          TrasTextRole  role,
          const char   *text,
          double        space_before)
{
  TrasBlock *block = tras_text_block_new (self->style, role, text, space_before);

  tras_page_layout_add (self->pages, block);

  return block;
}

static void
add_heading (const Writer *self,
             const char   *text)
{
  TrasBlock *heading = add_text (self, TRAS_TEXT_HEADING, text, SECTION_GAP);

  heading->outline = g_strdup (text);
}

static void
add_nothing (const Writer *self,
             const char   *text)
{
  add_text (self, TRAS_TEXT_DIM, text, TABLE_GAP);
}

static TrasReportTable *
new_table (const Writer           *self,
           const TrasReportColumn *columns,
           guint                   n_columns)
{
  return tras_report_table_new (self->style, columns, n_columns, self->format->marks.decimal);
}

/* What a record's choice is called on screen. */
static const char *
get_choice_label (gpointer    record,
                  const char *name,
                  const char *word)
{
  const TrasField *field = tras_table_find_field (tras_record_get_table (record), name);

  return tras_choice_get_label (field->choices, word);
}

/* Both, or the one that there is; NULL for none. */
static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  return g_strconcat (first, " · ", second, NULL);
}

/* ---- Title ---- */

static char *
dup_signals_sentence (TrasReviewData *data)
{
  guint n = data->agenda->len, n_signals = data->signals->len;

  if (n == 0)
    return g_strdup (_("Nothing is measured yet."));
  if (n_signals == 0)
    return g_strdup_printf (ngettext ("The %u indicator says nothing unusual.",
                                      "None of the %u indicators says anything unusual.", n), n);

  /* TRANSLATORS: how many indicators are unusual, and how many there are */
  return g_strdup_printf (ngettext ("%u of %u indicators says something.",
                                    "%u of %u indicators say something.", n_signals),
                          n_signals, n);
}

static char *
dup_missing_sentence (TrasReviewData *data)
{
  guint n = data->missing->len;

  if (n == 0)
    return g_strdup (_("No number is missing."));

  return g_strdup_printf (ngettext ("%u number is missing.", "%u numbers are missing.", n), n);
}

static char *
dup_late_sentence (TrasReviewData *data)
{
  guint n = data->n_late;

  if (n == 0)
    return g_strdup (_("No action is late."));

  return g_strdup_printf (ngettext ("%u action is late.", "%u actions are late.", n), n);
}

static void
add_title (const Writer *self)
{
  TrasReviewData *data = self->data;
  g_autofree char *week = tras_number_format_week_of_year (self->format, data->week_on);
  g_autofree char *from = tras_number_format_date_medium (self->format, data->week_on);
  g_autofree char *to = tras_number_format_date_medium (self->format, data->day);
  g_autofree char *subtitle = NULL;
  g_autofree char *signals = dup_signals_sentence (data);
  g_autofree char *missing = dup_missing_sentence (data);
  g_autofree char *late = dup_late_sentence (data);
  g_autofree char *lead = NULL;

  /* TRANSLATORS: the week's name, its Monday, its Sunday */
  subtitle = g_strdup_printf (_("Weekly review · %s · %s to %s"), week, from, to);
  if (data->agenda->len == 0)
    lead = g_strdup_printf ("%s %s", signals, late);
  else
    lead = g_strdup_printf ("%s %s %s", signals, missing, late);

  add_text (self, TRAS_TEXT_TITLE, data->firm->name, 0);
  add_text (self, TRAS_TEXT_SUBTITLE, subtitle, 2);
  add_text (self, TRAS_TEXT_LEAD, lead, 16);
}

/* ---- All indicators ---- */

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
dup_target (const Writer        *self,
            TrasIndicatorSeries *series)
{
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (series->target == NULL)
    return NULL;

  switch (series->series.better)
    {
    case TRAS_BETTER_UP:
      value = tras_sentence_value (series, series->target_value, self->format);
      return g_strdup_printf ("≥ %s", value);
    case TRAS_BETTER_DOWN:
      value = tras_sentence_value (series, series->target_value, self->format);
      return g_strdup_printf ("≤ %s", value);
    case TRAS_BETTER_BAND:
      low = tras_number_format_real (self->format, series->series.band_low,
                                     (int) series->indicator->decimals);
      high = tras_sentence_value (series, series->series.band_high, self->format);
      return g_strdup_printf ("%s–%s", low, high);
    case TRAS_BETTER_NEITHER:
    default:
      return NULL;
    }
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
dup_change (const Writer           *self,
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
      text = tras_number_format_percent (self->format, change, 0);
      return g_strconcat (sign, text, NULL);
    }

  text = tras_number_format_real (self->format, change, (int) series->indicator->decimals);
  /* TRANSLATORS: a difference of two percentages, in percentage points, as "+1.2 pp" */
  points = g_strdup_printf (C_("percentage points", "%s pp"), text);

  return g_strconcat (sign, points, NULL);
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

static void
add_sparkline (const Writer           *self,
               TrasReportTable        *table,
               const TrasScorecardRow *row)
{
  guint n = self->data->scorecard->n_cells;
  SparklineCell *cell = g_malloc0 (sizeof *cell + n * sizeof (double));

  tras_indicator_chart_fill_sparkline (row->series, row->cells, n, cell->values,
                                       &cell->sparkline);
  /* The verdict has its own column. */
  cell->sparkline.glyph = TRAS_GLYPH_NONE;
  tras_report_table_add_picture (table, SPARKLINE_WIDTH, paint_sparkline, cell, g_free);
}

static void
add_indicator (const Writer           *self,
               TrasReportTable        *table,
               const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  TrasIndicator *indicator = series->indicator;
  const TrasVerdict *verdict = series->verdict;
  gboolean is_signal = tras_indicator_series_is_signal (series);
  TrasTextRole quiet = is_signal ? TRAS_TEXT_CELL : TRAS_TEXT_CELL_DIM;
  TrasBlock *block = tras_report_table_add_row (table);
  g_autofree char *now = NULL;
  g_autofree char *when = NULL;
  g_autofree char *target = dup_target (self, series);
  g_autofree char *met = dup_met (series);
  g_autofree char *change = dup_change (self, row);

  if (is_signal)
    block->link = g_strdup_printf ("chart-%" G_GINT64_FORMAT, TRAS_RECORD (indicator)->id);
  if (row->newest != NULL)
    {
      now = tras_sentence_value (series, row->newest->value, self->format);
      if (row->newest->period != tras_period_index (series->every, series->day))
        when = tras_sentence_period (series->every, row->newest->period, self->format);
    }

  tras_report_table_add_text (table, is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              indicator->name,
                              g_strcmp0 (indicator->unit, "%") != 0 ? indicator->unit : NULL);
  tras_report_table_add_glyph (table, tras_indicator_chart_newest_glyph (series),
                               is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL_DIM,
                               get_variation_word (verdict));
  tras_report_table_add_glyph (table, tras_indicator_chart_assurance_glyph (verdict->assurance),
                               TRAS_TEXT_CELL, get_assurance_word (verdict->assurance));
  tras_report_table_add_text (table, is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL, now, when);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, target, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, met, NULL);
  tras_report_table_add_text (table, quiet, change, NULL);
  add_sparkline (self, table, row);
}

static void
add_verdicts (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Indicator"), TRAS_ALIGN_START, 0 },
    { _("Against usual"), TRAS_ALIGN_START, 88 },
    { _("Against target"), TRAS_ALIGN_START, 84 },
    { _("Newest"), TRAS_ALIGN_DECIMAL, 70 },
    { _("Target"), TRAS_ALIGN_END, 70 },
    { _("Met"), TRAS_ALIGN_END, 46 },
    { _("Change"), TRAS_ALIGN_END, 46 },
    { _("Last 13"), TRAS_ALIGN_START, SPARKLINE_WIDTH },
  };
  TrasReportTable *table;
  const char *group = NULL;

  add_heading (self, _("All indicators"));
  if (self->data->agenda->len == 0)
    {
      add_nothing (self, _("There are no indicators yet."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->agenda->len; i++)
    {
      const TrasScorecardRow *row = self->data->agenda->pdata[i];
      const char *next = get_group (row->series->indicator);

      if (g_strcmp0 (group, next) != 0)
        tras_report_table_add_group (table, next);
      group = next;
      add_indicator (self, table, row);
    }
  tras_report_table_finish (table, self->pages, TABLE_GAP);
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
add_chart (const Writer           *self,
           const TrasScorecardRow *row,
           double                  space_before)
{
  TrasIndicatorSeries *series = row->series;
  g_autoptr (TrasTrendChart) chart = tras_indicator_chart_new (series, self->format);
  g_autofree char *sentence = tras_sentence_verdict (series, self->format);
  TrasBlock *block;

  tras_trend_chart_set_range (chart, get_first_shown (series), TRAS_DAY_NONE);
  tras_trend_chart_set_text_scale (chart, CHART_TEXT_SCALE);
  block = tras_chart_block_new (self->style, chart, tras_indicator_chart_newest_glyph (series),
                                sentence, CHART_HEIGHT, CHART_STRETCH);
  block->space_before = space_before;
  block->outline = g_strdup (series->indicator->name);
  block->outline_level = 1;
  block->anchor = g_strdup_printf ("chart-%" G_GINT64_FORMAT, TRAS_RECORD (series->indicator)->id);
  tras_page_layout_add (self->pages, block);
}

static void
add_charts (const Writer *self)
{
  add_heading (self, _("What the numbers say"));
  if (self->data->signals->len == 0)
    add_nothing (self, self->data->agenda->len == 0
                         ? _("Numbers speak once there are six of them.")
                         : _("Nothing unusual: no chart asks to be looked at."));
  for (guint i = 0; i < self->data->signals->len; i++)
    add_chart (self, self->data->signals->pdata[i], i == 0 ? TABLE_GAP : CHART_GAP);
}

/* ---- Missing numbers ---- */

static char *
dup_missing_periods (const Writer           *self,
                     const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  g_autofree char *period = NULL;
  gint32 first = row->missing->len > 0 ? g_array_index (row->missing, gint32, 0)
                                       : series->last_due;
  guint n = MAX (row->missing->len, 1);

  period = tras_sentence_period (series->every, first, self->format);
  if (n == 1)
    return g_steal_pointer (&period);

  return g_strdup_printf (ngettext ("%u number, since %s", "%u numbers, since %s", n), n, period);
}

static void
add_missing (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Who brings it"), TRAS_ALIGN_START, 150 },
    { _("Indicator"), TRAS_ALIGN_START, 0 },
    { _("Missing"), TRAS_ALIGN_START, 150 },
  };
  TrasReportTable *table;

  add_heading (self, _("Missing numbers"));
  if (self->data->missing->len == 0)
    {
      add_nothing (self, _("No number is missing."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
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
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

/* ---- Deviations, actions, goals, decisions ---- */

/* A date, in strong letters once it has come. */
static void
add_date (const Writer    *self,
          TrasReportTable *table,
          TrasDay          day,
          const char      *detail)
{
  g_autofree char *text = NULL;

  if (day == TRAS_DAY_NONE)
    {
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, C_("date", "not set"), NULL);
      return;
    }

  text = tras_number_format_date_medium (self->format, day);
  tras_report_table_add_text (table,
                              day <= self->data->day ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              text, detail);
}

static void
add_deviations (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Code"), TRAS_ALIGN_START, 50 },
    { _("What went off course"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { _("State"), TRAS_ALIGN_START, 80 },
    { _("Next check"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  add_heading (self, _("Open deviations"));
  if (self->data->deviations->len == 0)
    {
      add_nothing (self, _("No deviation is open."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->deviations->len; i++)
    {
      TrasDeviation *deviation = self->data->deviations->pdata[i];
      g_autofree char *about = join (deviation->indicator_name, deviation->area_name);
      g_autofree char *actions = NULL;

      if (deviation->open_actions > 0)
        actions = g_strdup_printf (ngettext ("%u open action", "%u open actions",
                                             (gulong) deviation->open_actions),
                                   (guint) deviation->open_actions);
      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, deviation->code, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->fact, about);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->owner_name, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL,
                                  get_choice_label (deviation, "state", deviation->state),
                                  actions);
      add_date (self, table, deviation->check_on, NULL);
    }
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

static void
add_action (const Writer    *self,
            TrasReportTable *table,
            TrasAction      *action)
{
  gboolean late = tras_review_data_is_late (self->data, action);
  guint days = late ? (guint) (self->data->day - action->due_on) : 0;
  const char *state = g_strcmp0 (action->state, "open") != 0
                        ? get_choice_label (action, "state", action->state) : NULL;
  g_autofree char *about = join (state, action->serves);
  g_autofree char *lateness = NULL;
  g_autofree char *moved = NULL;

  if (days > 0)
    lateness = g_strdup_printf (ngettext ("%u day late", "%u days late", days), days);
  if (action->moved > 0)
    moved = g_strdup_printf (ngettext ("moved %u time", "moved %u times", (gulong) action->moved),
                             (guint) action->moved);

  tras_report_table_add_row (table);
  add_date (self, table, action->due_on, lateness);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, action->title, about);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, action->owner_name, NULL);
  tras_report_table_add_text (table, action->moved > 1 ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              moved, NULL);
}

static void
add_actions (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Due"), TRAS_ALIGN_START, 80 },
    { _("Action"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { "", TRAS_ALIGN_START, 90 },
  };
  GPtrArray *actions = self->data->actions;
  TrasReportTable *table;

  add_heading (self, _("Actions due or late"));
  if (actions->len == 0)
    {
      add_nothing (self, _("No action is late or due by the end of next week."));
      return;
    }

  /* By due date: the late ones come first. */
  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < actions->len; i++)
    {
      if (i == 0 && self->data->n_late > 0)
        tras_report_table_add_group (table, _("Late"));
      if (i == self->data->n_late)
        tras_report_table_add_group (table, _("Due by the end of next week"));
      add_action (self, table, actions->pdata[i]);
    }
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

static void
paint_pace (cairo_t         *cr,
            TrasReportStyle *style,
            const TrasRect  *rect,
            gpointer         data)
{
  tras_pace_bar_draw (data, cr, tras_report_style_get_palette (style), rect,
                      tras_report_style_get_mirrored (style));
}

/* How far behind it is, where its state is told by what to do about it. */
static const char *
get_pace_word (const TrasGoalStatus *status)
{
  static const TrasOutlook words[] = {
    [TRAS_PACE_UNKNOWN] = TRAS_OUTLOOK_UNKNOWN,
    [TRAS_PACE_ON_PACE] = TRAS_OUTLOOK_ON_PACE,
    [TRAS_PACE_BEHIND] = TRAS_OUTLOOK_BEHIND,
    [TRAS_PACE_FAR_BEHIND] = TRAS_OUTLOOK_FAR_BEHIND,
    [TRAS_PACE_WORSE] = TRAS_OUTLOOK_WORSE,
  };
  TrasOutlook word = words[status->pace.state];

  return word != status->outlook ? tras_outlook_get_label (word) : NULL;
}

static void
add_goal (const Writer    *self,
          TrasReportTable *table,
          TrasGoalStatus  *status)
{
  TrasGoal *goal = status->goal;
  gboolean bad = status->pace.state >= TRAS_PACE_FAR_BEHIND;
  TrasPaceBar *bar = g_new (TrasPaceBar, 1);

  *bar = (TrasPaceBar) {
    .progress = status->pace.progress,
    .expected = status->pace.elapsed,
    .glyph = bad ? TRAS_GLYPH_WORSE_DOWN : TRAS_GLYPH_NONE,
  };
  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, goal->title, goal->area_name);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, goal->owner_name, NULL);
  tras_report_table_add_picture (table, PACE_BAR_WIDTH, paint_pace, bar, g_free);
  tras_report_table_add_text (table, bad ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              tras_outlook_get_label (status->outlook), get_pace_word (status));
  add_date (self, table, goal->due_on, NULL);
}

static void
add_goals (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Goal"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 100 },
    { _("Progress"), TRAS_ALIGN_START, PACE_BAR_WIDTH },
    { _("State"), TRAS_ALIGN_START, 90 },
    { _("Due"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  add_heading (self, _("Goals off pace"));
  if (self->data->off_pace->len == 0)
    {
      add_nothing (self, self->data->goals->goals->len == 0 ? _("There are no goals yet.")
                                                            : _("No goal is off pace."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->off_pace->len; i++)
    add_goal (self, table, self->data->off_pace->pdata[i]);
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

static void
add_experiments (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Code"), TRAS_ALIGN_START, 50 },
    { _("We believe"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { _("Stops"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  add_heading (self, _("Experiments to conclude"));
  if (self->data->experiments->len == 0)
    {
      add_nothing (self, _("No experiment has come to its stop date."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->experiments->len; i++)
    {
      TrasExperiment *experiment = self->data->experiments->pdata[i];

      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, experiment->code, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, experiment->believe,
                                  experiment->right_if);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, experiment->owner_name, NULL);
      add_date (self, table, experiment->stop_on, NULL);
    }
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

static void
add_decisions (const Writer *self)
{
  const TrasReportColumn columns[] = {
    { _("Look again"), TRAS_ALIGN_START, 80 },
    { _("Decision"), TRAS_ALIGN_START, 0 },
    { _("By"), TRAS_ALIGN_START, 110 },
    { _("Decided"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  add_heading (self, _("Decisions to look at again"));
  if (self->data->revisits->len == 0)
    {
      add_nothing (self, _("No decision asks to be looked at again."));
      return;
    }

  table = new_table (self, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->revisits->len; i++)
    {
      TrasDecision *decision = self->data->revisits->pdata[i];
      g_autofree char *decided = NULL;

      decided = tras_number_format_date_medium (self->format, decision->decided_on);
      tras_report_table_add_row (table);
      add_date (self, table, decision->revisit_on, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, decision->what, decision->why);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, decision->by_name, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, decided, NULL);
    }
  tras_report_table_finish (table, self->pages, TABLE_GAP);
}

/**
 * tras_review_sections_add:
 * @pages: what the review is added to
 * @style: how its texts look
 * @data: the week
 * @format: how to write numbers and dates; must outlive @pages
 *
 * Everything that the review's pages say, in the order of the meeting.
 */
void
tras_review_sections_add (TrasPageLayout         *pages,
                          TrasReportStyle        *style,
                          TrasReviewData         *data,
                          const TrasNumberFormat *format)
{
  const Writer writer = { pages, style, data, format };

  g_return_if_fail (pages != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (data != NULL);
  g_return_if_fail (format != NULL);

  add_title (&writer);
  add_verdicts (&writer);
  add_charts (&writer);
  add_missing (&writer);
  add_deviations (&writer);
  add_actions (&writer);
  add_goals (&writer);
  add_experiments (&writer);
  add_decisions (&writer);
}
