/* tras-indicator-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-chart-block.h"
#include "tras-chart-export.h"
#include "tras-error.h"
#include "tras-indicator-chart.h"
#include "tras-page-layout.h"
#include "tras-rare-events.h"
#include "tras-sentence.h"
#include "tras-target-path.h"

/* A chart as a file, in points; twice that in pixels. */
#define FILE_WIDTH 760.0
#define FILE_HEIGHT 400.0
#define FILE_MARGIN 16.0
#define FILE_RESOLUTION 144.0

/* Fewer months are no picture of a year. */
#define FEWEST_MONTHS 3

static char *
format_number (double   value,
               int      decimals,
               gpointer user_data)
{
  return tras_number_format_real (user_data, value, decimals);
}

static char *
format_date (TrasDay      day,
             TrasDateForm form,
             gpointer     user_data)
{
  const TrasNumberFormat *format = user_data;
  int year, month, month_day;

  tras_day_split (day, &year, &month, &month_day);

  switch (form)
    {
    case TRAS_DATE_FORM_DAY:
      return g_strdup_printf ("%d", month_day);
    case TRAS_DATE_FORM_WEEK:
      return tras_number_format_week (format, day);
    case TRAS_DATE_FORM_MONTH_LETTER:
      {
        g_autofree char *letter = g_utf8_substring (format->months[month - 1], 0, 1);

        return g_utf8_strup (letter, -1);
      }
    case TRAS_DATE_FORM_MONTH:
      return g_strdup (format->months[month - 1]);
    case TRAS_DATE_FORM_MONTH_YEAR:
      return tras_sentence_period (TRAS_EVERY_MONTH, tras_period_index (TRAS_EVERY_MONTH, day),
                                   format);
    case TRAS_DATE_FORM_YEAR:
      return g_strdup_printf ("%d", year);
    case TRAS_DATE_FORM_FULL:
      return tras_number_format_date_medium (format, day);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A percentage is written as in the sentences. */
static char *
format_unit (const char *number,
             const char *unit,
             gpointer    user_data)
{
  const TrasNumberFormat *format = user_data;

  return g_str_equal (unit, "%") ? g_strconcat (number, format->percent, NULL)
                                 : g_strconcat (number, "\302\240", unit, NULL);
}

/**
 * tras_indicator_chart_get_format:
 * @format: how a language writes numbers and dates; kept forever
 *
 * Returns: (transfer none): the same for charts
 */
const TrasChartFormat *
tras_indicator_chart_get_format (const TrasNumberFormat *format)
{
  static GMutex mutex;
  static GHashTable *formats;
  TrasChartFormat *found;

  g_return_val_if_fail (format != NULL, NULL);

  g_mutex_lock (&mutex);
  if (formats == NULL)
    formats = g_hash_table_new (NULL, NULL);
  found = g_hash_table_lookup (formats, format);
  if (found == NULL)
    {
      found = g_new (TrasChartFormat, 1);
      *found = (TrasChartFormat) { format_number, format_date, (gpointer) format,
                                    format_unit };
      g_hash_table_insert (formats, (gpointer) format, found);
    }
  g_mutex_unlock (&mutex);

  return found;
}

/**
 * tras_indicator_chart_variation_glyph:
 * @variation: a point's variation
 * @side: 1 for a point above the usual, -1 for below
 *
 * Returns: its shape
 */
TrasGlyph
tras_indicator_chart_variation_glyph (TrasVariation variation,
                                      int           side)
{
  switch (variation)
    {
    case TRAS_VARIATION_NONE:
      return TRAS_GLYPH_NONE;
    case TRAS_VARIATION_COMMON:
      return TRAS_GLYPH_USUAL;
    case TRAS_VARIATION_IMPROVING:
      return side >= 0 ? TRAS_GLYPH_BETTER_UP : TRAS_GLYPH_BETTER_DOWN;
    case TRAS_VARIATION_CONCERNING:
      return side >= 0 ? TRAS_GLYPH_WORSE_UP : TRAS_GLYPH_WORSE_DOWN;
    case TRAS_VARIATION_NEUTRAL:
      return TRAS_GLYPH_UNUSUAL;
    default:
      g_return_val_if_reached (TRAS_GLYPH_NONE);
    }
}

/**
 * tras_indicator_chart_assurance_glyph:
 * @assurance: what is to be expected
 *
 * Returns: its shape
 */
TrasGlyph
tras_indicator_chart_assurance_glyph (TrasAssurance assurance)
{
  switch (assurance)
    {
    case TRAS_ASSURANCE_UNKNOWN:
      return TRAS_GLYPH_NONE;
    case TRAS_ASSURANCE_MEETS:
      return TRAS_GLYPH_MEETS;
    case TRAS_ASSURANCE_MISSES:
      return TRAS_GLYPH_MISSES;
    case TRAS_ASSURANCE_HIT_OR_MISS:
      return TRAS_GLYPH_HIT_OR_MISS;
    default:
      g_return_val_if_reached (TRAS_GLYPH_NONE);
    }
}

/**
 * tras_indicator_chart_newest_glyph:
 * @series: a series
 *
 * Returns: the shape of its newest point's variation
 */
TrasGlyph
tras_indicator_chart_newest_glyph (TrasIndicatorSeries *series)
{
  g_return_val_if_fail (series != NULL, TRAS_GLYPH_NONE);

  return tras_indicator_chart_variation_glyph (series->verdict->variation, series->verdict->side);
}

static TrasTrendBetter
get_better (TrasIndicatorSeries  *series,
            const char          **words)
{
  switch (series->series.better)
    {
    case TRAS_BETTER_UP:
      *words = _("higher is better");
      return TRAS_TREND_BETTER_UP;
    case TRAS_BETTER_DOWN:
      *words = _("lower is better");
      return TRAS_TREND_BETTER_DOWN;
    case TRAS_BETTER_BAND:
      *words = _("within the band is better");
      return TRAS_TREND_BETTER_BAND;
    case TRAS_BETTER_NEITHER:
      *words = NULL;
      return TRAS_TREND_BETTER_NEITHER;
    default:
      g_return_val_if_reached (TRAS_TREND_BETTER_NEITHER);
    }
}

static TrasGlyph
get_point_glyph (TrasIndicatorSeries *series,
                 gsize                point)
{
  TrasFiring firing = series->verdict->firings[point];

  return tras_indicator_chart_variation_glyph (series->verdict->variations[point],
                                               tras_firing_get_side (firing,
                                                 tras_firing_get_winner (firing)));
}

/* Measured periods and those that are known to be missing, in the order of time. */
static void
add_points (TrasIndicatorSeries *series,
            TrasTrendData       *data)
{
  for (gsize i = 0, j = 0; i < series->n || j < series->n_absent;)
    {
      if (j == series->n_absent || (i < series->n && series->periods[i] <= series->absent[j]))
        {
          tras_trend_data_add_point (data, tras_period_start (series->every, series->periods[i]),
                                     series->values[i], get_point_glyph (series, i),
                                     series->left_out[i], series->notes[i]);
          i++;
        }
      else
        {
          tras_trend_data_add_point (data, tras_period_start (series->every, series->absent[j]),
                                     NAN, TRAS_GLYPH_NONE, FALSE, series->absent_notes[j]);
          j++;
        }
    }
}

static void
add_segments (TrasIndicatorSeries *series,
              TrasTrendData       *data)
{
  for (gsize i = 0; i < series->verdict->n_limits; i++)
    {
      const TrasLimits *limits = &series->verdict->limits[i];
      TrasTrendSegment segment;

      if (limits->n == 0 || !tras_limits_exist (limits))
        continue;

      segment.from = tras_period_start (series->every, series->periods[limits->first]);
      segment.to = tras_period_start (series->every,
                                      series->periods[limits->first + limits->n - 1]);
      segment.mean = limits->mean;
      segment.lower = limits->drawn_lower;
      segment.upper = limits->drawn_upper;
      segment.lower_clamped = limits->drawn_lower > limits->lower;
      segment.upper_clamped = limits->drawn_upper < limits->upper;
      segment.trial = limits->state == TRAS_LIMITS_TRIAL;
      tras_trend_data_add_segment (data, &segment);
    }
}

static void
add_path (GPtrArray *path,
          GArray    *steps)
{
  g_autoptr (GArray) corners = tras_target_path_dup_corners (path);

  for (guint i = 0; i + 1 < corners->len; i += 2)
    {
      const TrasWaypoint *from = &g_array_index (corners, TrasWaypoint, i);
      const TrasWaypoint *to = &g_array_index (corners, TrasWaypoint, i + 1);
      const TrasTrendTarget step = { from->on, to->on, to->value, to->value, from->value };

      g_array_append_val (steps, step);
    }
}

static void
add_standard (TrasIndicatorSeries *series,
              TrasTarget          *target,
              GArray              *steps)
{
  TrasTrendTarget step = { target->from_on, target->to_on, target->low, target->high, NAN };

  if (series->series.better != TRAS_BETTER_BAND || !isnan (target->value))
    step.low = step.high = isnan (target->value)
                             ? tras_target_get_line (target, series->series.better)
                             : target->value;
  g_array_append_val (steps, step);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const TrasTrendTarget *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

static void
add_targets (TrasIndicatorSeries *series,
             TrasTrendData       *data)
{
  g_autoptr (GPtrArray) paths = tras_target_path_list (series->targets);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (TrasTrendTarget));

  for (guint i = 0; i < paths->len; i++)
    {
      GPtrArray *path = paths->pdata[i];
      TrasTarget *target = path->pdata[0];

      /* A total is no level that a single value could have. */
      if (g_str_equal (target->shape, "reach"))
        add_path (path, steps);
      else if (g_str_equal (target->shape, "keep"))
        add_standard (series, target, steps);
    }

  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      TrasTrendTarget *step = &g_array_index (steps, TrasTrendTarget, i);

      step->from = MAX (step->from, TRAS_DAY_MIN);
      step->to = MIN (step->to, TRAS_DAY_MAX);
      tras_trend_data_add_target (data, step);
    }
}

static void
add_marks (TrasIndicatorSeries *series,
           TrasTrendData       *data)
{
  static const TrasTrendMarkKind kinds[] = {
    [TRAS_MARK_DECISION] = TRAS_TREND_MARK_DECISION,
    [TRAS_MARK_ACTION] = TRAS_TREND_MARK_ACTION,
    [TRAS_MARK_TRAINING] = TRAS_TREND_MARK_TRAINING,
    [TRAS_MARK_DEVIATION] = TRAS_TREND_MARK_DEVIATION,
    [TRAS_MARK_STEP] = TRAS_TREND_MARK_STEP,
  };

  for (guint i = 0; series->marks != NULL && i < series->marks->len; i++)
    {
      const TrasMark *mark = series->marks->pdata[i];

      /* Before the first value there was no other process. */
      if (mark->kind == TRAS_MARK_STEP && (series->n == 0 || mark->period <= series->periods[0]))
        continue;

      tras_trend_data_add_mark (data, mark->on, kinds[mark->kind],
                                mark->text != NULL ? mark->text : "");
    }
}

/* What was before the newest checked deviation was acted on, and what came after. */
static void
add_check (TrasIndicatorSeries *series,
           TrasTrendData       *data)
{
  TrasEffect effect;

  if (!tras_indicator_series_check (series, &effect))
    return;

  tras_trend_data_add_mean (data, &(TrasTrendMean) {
    tras_period_start (series->every, series->periods[effect.first_before]),
    tras_period_start (series->every, series->periods[effect.last_before]),
    effect.mean_before,
  });
  tras_trend_data_add_mean (data, &(TrasTrendMean) {
    tras_period_start (series->every, series->periods[effect.first_after]),
    tras_period_start (series->every, series->periods[effect.last_after]),
    effect.mean_after,
  });
}

/* A sum over a month that lacks a week says nothing. Weeks go to the month of their Thursday. */
static void
drop_parts (TrasIndicatorSeries *series,
            const gint32        *months,
            double              *values,
            gsize                n)
{
  const TrasDay shift = series->every == TRAS_EVERY_WEEK ? 3 : 0;

  for (gsize i = 0, point = 0; i < n; i++)
    {
      TrasDay first = tras_period_start (TRAS_EVERY_MONTH, months[i]);
      TrasDay after = tras_period_start (TRAS_EVERY_MONTH, months[i] + 1);
      gint32 due = tras_period_index (series->every, after - 1 - shift) -
                   tras_period_index (series->every, first - 1 - shift);
      gint32 measured = 0;

      while (point < series->n &&
             tras_period_start (series->every, series->periods[point]) + shift < after)
        {
          point++;
          measured++;
        }
      if (measured < due)
        values[i] = NAN;
    }
}

/* What values are of their ratios: 1, or 100 where they are written in per cent. */
static double
get_ratio_scale (TrasIndicatorSeries *series)
{
  for (gsize i = series->n; i > 0; i--)
    {
      double ratio = series->nums[i - 1] / series->dens[i - 1];

      if (isfinite (ratio) && ratio != 0 && series->values[i - 1] / ratio > 0)
        return pow (10, round (log10 (series->values[i - 1] / ratio)));
    }

  return 1;
}

/* The last twelve months that were over on the series' day and had been measured by then, against
 * the same months a year before. */
static void
add_months (TrasIndicatorSeries *series,
            TrasTrendData       *data)
{
  const TrasRollInput input = {
    series->every, series->n, series->periods, series->values, series->nums, series->dens,
  };
  double this_year[TRAS_TREND_N_MONTHS], last_year[TRAS_TREND_N_MONTHS];
  g_autofree gint32 *months = g_new (gint32, series->n);
  g_autofree double *values = g_new (double, series->n);
  double scale = 1;
  guint n_this_year = 0;
  gint32 first;
  TrasDay last;
  gsize n;

  if (series->n == 0)
    return;

  last = tras_period_start (series->every, series->periods[series->n - 1] + 1);
  first = tras_period_index (TRAS_EVERY_MONTH, MIN (last, series->day + 1)) - TRAS_TREND_N_MONTHS;
  n = tras_rollup (&input, TRAS_EVERY_MONTH, series->roll, months, values);
  if (series->roll == TRAS_ROLL_SUM)
    drop_parts (series, months, values, n);
  if (series->roll == TRAS_ROLL_RATIO)
    scale = get_ratio_scale (series);

  for (guint i = 0; i < TRAS_TREND_N_MONTHS; i++)
    this_year[i] = last_year[i] = NAN;
  for (gsize i = 0; i < n; i++)
    {
      gint32 place = months[i] - first;

      if (place >= 0 && place < TRAS_TREND_N_MONTHS)
        {
          this_year[place] = values[i] * scale;
          n_this_year += isfinite (values[i]) ? 1 : 0;
        }
      else if (place < 0 && place >= -TRAS_TREND_N_MONTHS)
        last_year[place + TRAS_TREND_N_MONTHS] = values[i] * scale;
    }

  if (n_this_year >= FEWEST_MONTHS)
    tras_trend_data_set_months (data, tras_period_start (TRAS_EVERY_MONTH, first), this_year,
                                last_year);
}

static TrasTrendData *
new_data (TrasIndicatorSeries *series)
{
  TrasIndicator *indicator = series->indicator;
  const char *words;
  TrasTrendBetter better = get_better (series, &words);

  return tras_trend_data_new (indicator->name,
                              *indicator->unit != '\0' ? indicator->unit : NULL,
                              (int) indicator->decimals, series->every, better, words);
}

/* Days between events: limits are computed on roots of days, and are not symmetric. */
static TrasTrendData *
dup_rare_data (TrasIndicatorSeries *series,
               TrasRareEvents      *rare)
{
  TrasTrendBetter better = TRAS_TREND_BETTER_NEITHER;
  const char *words = NULL;
  /* TRANSLATORS: an indicator that happens rarely */
  g_autofree char *title = g_strdup_printf (_("%s: days from one to the next"),
                                            series->indicator->name);
  TrasTrendData *data;

  if (series->series.better == TRAS_BETTER_DOWN)
    {
      better = TRAS_TREND_BETTER_UP;
      words = _("longer is better");
    }
  else if (series->series.better == TRAS_BETTER_UP)
    {
      better = TRAS_TREND_BETTER_DOWN;
      words = _("shorter is better");
    }

  data = tras_trend_data_new (title, _("days"), 0, series->every, better, words);
  tras_trend_data_join (data);
  for (gsize i = 0; i < rare->n; i++)
    {
      TrasFiring firing = rare->verdict->firings[i];
      gsize point = rare->points[i + 1];

      tras_trend_data_add_point (data, rare->events[i + 1], tras_rare_events_get_days (rare, i),
                                 tras_indicator_chart_variation_glyph (
                                   rare->verdict->variations[i],
                                   tras_firing_get_side (firing, tras_firing_get_winner (firing))),
                                 rare->left_out[i], series->notes[point]);
    }
  if (rare->limited)
    {
      const TrasLimits *limits = &rare->verdict->limits[rare->verdict->n_limits - 1];
      const TrasTrendSegment segment = {
        .from = rare->events[1],
        .to = rare->events[rare->n],
        .mean = rare->limits.centre,
        .lower = rare->limits.lower,
        .upper = rare->limits.upper,
        .lower_clamped = rare->limits.lower <= 0,
        .trial = limits->state == TRAS_LIMITS_TRIAL,
      };

      tras_trend_data_add_segment (data, &segment);
    }
  add_marks (series, data);

  return data;
}

static TrasTrendChart *
new_chart (TrasTrendData          *data,
           const TrasNumberFormat *format)
{
  TrasTrendChart *chart = tras_trend_chart_new ();

  tras_trend_chart_set_format (chart, tras_indicator_chart_get_format (format));
  tras_trend_chart_set_data (chart, data);

  return chart;
}

/**
 * tras_indicator_chart_dup_data:
 * @series: a series, with its marks where they are to be shown
 *
 * One point a period that was measured or is known to be missing: a period that nobody has measured
 * has none. A point's period is tras_period_index() of its day. Of what happens too rarely for
 * that, one point an event: the days since the one before.
 *
 * Returns: (transfer full): all that a chart shows of it
 */
TrasTrendData *
tras_indicator_chart_dup_data (TrasIndicatorSeries *series)
{
  g_autoptr (TrasRareEvents) rare = NULL;
  TrasTrendData *data;

  g_return_val_if_fail (series != NULL, NULL);

  rare = tras_rare_events_new (series);
  if (rare != NULL)
    return dup_rare_data (series, rare);

  data = new_data (series);
  add_points (series, data);
  add_segments (series, data);
  add_targets (series, data);
  add_check (series, data);
  add_marks (series, data);
  add_months (series, data);

  return data;
}

/**
 * tras_indicator_chart_new:
 * @series: a series, with its marks where they are to be shown
 * @format: how to write numbers and dates; must outlive the chart
 *
 * Returns: (transfer full): its chart
 */
TrasTrendChart *
tras_indicator_chart_new (TrasIndicatorSeries    *series,
                          const TrasNumberFormat *format)
{
  g_autoptr (TrasTrendData) data = NULL;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  data = tras_indicator_chart_dup_data (series);

  return new_chart (data, format);
}

/* One stretch that was compared, with its mean and the limits of before. */
static void
add_stretch (TrasIndicatorSeries *series,
             const TrasEffect    *effect,
             gsize                first,
             gsize                last,
             double               mean,
             TrasTrendData       *data)
{
  const TrasLimits *limits = effect->limits;
  gboolean limited = limits != NULL && tras_limits_exist (limits);
  TrasTrendSegment segment = {
    .from = tras_period_start (series->every, series->periods[first]),
    .to = tras_period_start (series->every, series->periods[last]),
    .mean = mean,
    .lower = limited ? limits->drawn_lower : NAN,
    .upper = limited ? limits->drawn_upper : NAN,
    .lower_clamped = limited && limits->drawn_lower > limits->lower,
    .upper_clamped = limited && limits->drawn_upper < limits->upper,
    .trial = limited && limits->state == TRAS_LIMITS_TRIAL,
  };

  tras_trend_data_add_segment (data, &segment);
}

/**
 * tras_indicator_chart_new_effect:
 * @series: a series, with its marks where they are to be shown
 * @effect: two of its stretches compared
 * @format: how to write numbers and dates; must outlive the chart
 *
 * Each stretch has its own mean, both the limits of before; what lies between has neither.
 *
 * Returns: (transfer full): the chart of before and after
 */
TrasTrendChart *
tras_indicator_chart_new_effect (TrasIndicatorSeries    *series,
                                 const TrasEffect       *effect,
                                 const TrasNumberFormat *format)
{
  g_autoptr (TrasTrendData) data = NULL;
  TrasTrendChart *chart;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (effect != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  data = new_data (series);
  add_points (series, data);
  if (effect->n_before > 0)
    add_stretch (series, effect, effect->first_before, effect->last_before, effect->mean_before,
                 data);
  if (effect->n_after > 0)
    add_stretch (series, effect, effect->first_after, effect->last_after, effect->mean_after,
                 data);
  add_marks (series, data);

  chart = new_chart (data, format);
  if (effect->n_before > 0)
    tras_trend_chart_set_range (chart,
                                tras_period_start (series->every,
                                                   series->periods[effect->first_before]),
                                tras_period_start (series->every,
                                                   series->periods[effect->n_after > 0
                                                                     ? effect->last_after
                                                                     : series->n - 1]));

  return chart;
}

/**
 * tras_indicator_chart_fill_sparkline:
 * @series: a series
 * @cells: (array length=n_cells): some of its periods, oldest first
 * @n_cells: how many
 * @values: (out caller-allocates) (array length=n_cells): where their values go; the sparkline
 *   points there
 * @sparkline: (out caller-allocates): what a sparkline shows of it
 */
void
tras_indicator_chart_fill_sparkline (TrasIndicatorSeries *series,
                                     const TrasCell      *cells,
                                     guint                n_cells,
                                     double              *values,
                                     TrasSparkline       *sparkline)
{
  const TrasVerdict *verdict;
  const TrasLimits *limits;

  g_return_if_fail (series != NULL);
  g_return_if_fail (sparkline != NULL);

  verdict = series->verdict;
  limits = verdict->n_limits > 0 ? &verdict->limits[verdict->n_limits - 1] : NULL;
  for (guint i = 0; i < n_cells; i++)
    values[i] = cells[i].state == TRAS_CELL_MEASURED ? cells[i].value : NAN;

  *sparkline = (TrasSparkline) {
    .values = values,
    .n_values = n_cells,
    .glyph = tras_indicator_chart_newest_glyph (series),
    .lower = limits != NULL ? limits->drawn_lower : NAN,
    .upper = limits != NULL ? limits->drawn_upper : NAN,
    .slots = n_cells,
  };
}

static gboolean
get_file_kind (const char         *path,
               TrasChartFileKind  *kind,
               GError            **error)
{
  static const struct
  {
    const char *ending;
    TrasChartFileKind kind;
  } kinds[] = {
    { ".png", TRAS_CHART_FILE_PNG },
    { ".svg", TRAS_CHART_FILE_SVG },
    { ".pdf", TRAS_CHART_FILE_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_suffix (lower, kinds[i].ending))
        {
          *kind = kinds[i].kind;
          return TRUE;
        }
    }

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
               _("A chart is written as .svg, .png or .pdf; “%s” ends in none of them."), path);

  return FALSE;
}

static TrasIndicator *
find_indicator (TrasDb      *db,
                const char  *name,
                GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GError) local_error = NULL;
  TrasIndicator *indicator;

  tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
  indicator = tras_db_find (db, query, &local_error);
  if (g_error_matches (local_error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND,
                 _("There is no indicator named “%s”."), name);
  else if (indicator == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return indicator;
}

static void
draw_file (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  TrasBlock *block = user_data;
  TrasRect rect = { FILE_MARGIN, FILE_MARGIN, width - 2 * FILE_MARGIN, height - 2 * FILE_MARGIN };

  tras_palette_set_source (tras_palette_get (TRAS_PALETTE_LIGHT), TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  tras_block_draw (block, cr, &rect);
}

/**
 * tras_indicator_chart_write:
 * @db: a connection
 * @indicator: the name of an indicator
 * @from: the first day to show, %TRAS_DAY_NONE for the first that was measured
 * @to: the last day to show, and the day to see it from; %TRAS_DAY_NONE for today
 * @language: (nullable): whose numbers and dates to write, %NULL for the user's; words are those of
 *   the process
 * @path: where; ends in .svg, .png or .pdf. A file of that name is replaced in one step
 * @error: %TRAS_ERROR_NOT_FOUND for no such indicator or folder, %TRAS_ERROR_INVALID for another
 *   ending, and what reading the file and writing the picture may fail with
 *
 * The chart with its title, its marks and the verdict's sentence.
 *
 * Returns: whether the file was written
 */
gboolean
tras_indicator_chart_write (TrasDb      *db,
                            const char  *indicator,
                            TrasDay      from,
                            TrasDay      to,
                            const char  *language,
                            const char  *path,
                            GError     **error)
{
  const TrasNumberFormat *format = language != NULL ? tras_number_format_for_language (language)
                                                    : tras_number_format_get_default ();
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (TrasIndicator) record = NULL;
  g_autoptr (TrasReportStyle) style = NULL;
  g_autoptr (TrasTrendChart) chart = NULL;
  g_autoptr (TrasBlock) block = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *definition = NULL;
  TrasChartFileKind kind;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (indicator != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (from != TRAS_DAY_NONE && to != TRAS_DAY_NONE && from > to)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("The first day comes after the last one."));
      return FALSE;
    }
  if (!get_file_kind (path, &kind, error))
    return FALSE;
  record = find_indicator (db, indicator, error);
  if (record == NULL)
    return FALSE;
  series = tras_indicator_series_load (db, TRAS_RECORD (record)->id,
                                       to != TRAS_DAY_NONE ? to : tras_day_today (), error);
  if (series == NULL || !tras_indicator_series_load_marks (series, db, error))
    return FALSE;

  style = tras_report_style_new (PANGO_DIRECTION_NEUTRAL);
  chart = tras_indicator_chart_new (series, format);
  tras_trend_chart_set_range (chart, from, to);
  sentence = tras_sentence_chart (series, format);
  definition = tras_sentence_definition (series);
  block = tras_chart_block_new (style, chart, tras_indicator_chart_newest_glyph (series), sentence,
                                definition, FILE_HEIGHT - 2 * FILE_MARGIN, 0);

  return tras_chart_export_to_file (kind, path, record->name, FILE_WIDTH, FILE_HEIGHT,
                                    FILE_RESOLUTION, draw_file, block, error);
}
