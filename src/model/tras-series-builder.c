/* tras-series-builder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-feed.h"
#include "tras-series-builder.h"

/**
 * tras_series_builder_new:
 * @indicator: an indicator
 * @day: the day to see it from
 *
 * Returns: (transfer full): its series without numbers
 */
TrasSeriesBuilder *
tras_series_builder_new (TrasIndicator *indicator,
                         TrasDay        day)
{
  TrasSeriesBuilder *self = g_new0 (TrasSeriesBuilder, 1);
  TrasIndicatorSeries *series = g_atomic_rc_box_new0 (TrasIndicatorSeries);

  series->indicator = tras_record_dup (indicator);
  series->day = day;
  series->every = tras_indicator_get_every (indicator);
  series->computed = tras_indicator_is_computed (indicator);
  tras_roll_from_string (indicator->roll, &series->roll);
  series->first_due = tras_period_index (series->every, indicator->starts_on);
  series->last_due = tras_period_index (series->every, day + 1) - 1;
  if (indicator->retired_on != TRAS_DAY_NONE)
    series->last_due = MIN (series->last_due,
                            tras_period_index (series->every, indicator->retired_on) - 1);
  series->segments = g_ptr_array_new_with_free_func (g_object_unref);
  series->targets = g_ptr_array_new_with_free_func (g_object_unref);
  series->draft_targets = g_ptr_array_new_with_free_func (g_object_unref);
  series->target_value = NAN;

  self->series = series;
  self->periods = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->nums = g_array_new (FALSE, FALSE, sizeof (double));
  self->dens = g_array_new (FALSE, FALSE, sizeof (double));
  self->left_out = g_byte_array_new ();
  self->estimated = g_byte_array_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->absent = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->absent_notes = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
tras_series_builder_free (TrasSeriesBuilder *self)
{
  g_clear_pointer (&self->series, tras_indicator_series_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->nums, g_array_unref);
  g_clear_pointer (&self->dens, g_array_unref);
  g_clear_pointer (&self->left_out, g_byte_array_unref);
  g_clear_pointer (&self->estimated, g_byte_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->absent, g_array_unref);
  g_clear_pointer (&self->absent_notes, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self);
}

static void
add_absent (TrasSeriesBuilder *self,
            gint32             period,
            const char        *note)
{
  g_array_append_val (self->absent, period);
  g_ptr_array_add (self->absent_notes, g_strdup (note));
}

static void
add_point (TrasSeriesBuilder       *self,
           const TrasComputedPoint *point,
           gboolean                 left_out,
           const char              *note)
{
  guint8 bits[] = { left_out != 0, point->estimated != 0 };

  g_array_append_val (self->periods, point->period);
  g_array_append_val (self->values, point->value);
  g_array_append_val (self->nums, point->num);
  g_array_append_val (self->dens, point->den);
  g_byte_array_append (self->left_out, &bits[0], 1);
  g_byte_array_append (self->estimated, &bits[1], 1);
  g_ptr_array_add (self->notes, g_strdup (note));
}

/* Whether something is known of the period or a later one. */
static gboolean
has_reached (GArray *periods,
             gint32  period)
{
  return periods->len > 0 && g_array_index (periods, gint32, periods->len - 1) >= period;
}

/**
 * tras_series_builder_take:
 * @self: a builder
 * @row: a measurement of its indicator
 *
 * Rows come in the order of their days. A row that is not on the first day of its period and falls
 * together with the one before it is the same period, and the earlier one stands. Of a computed
 * indicator a row only says something about a period: its note, and that it is left out.
 */
void
tras_series_builder_take (TrasSeriesBuilder *self,
                          TrasMeasurement   *row)
{
  gint32 period = tras_period_index (self->series->every, row->period_on);
  TrasComputedPoint point = { period, row->value, row->num, row->den, row->estimated };

  if (self->series->computed)
    g_ptr_array_add (self->remarks, tras_record_dup (row));
  else if (has_reached (self->periods, period) || has_reached (self->absent, period))
    return;
  else if (!isfinite (row->value))
    add_absent (self, period, row->note);
  else
    add_point (self, &point, row->left_out, row->note);
}

static gint32
get_remark_period (TrasSeriesBuilder *self,
                   guint              position)
{
  TrasMeasurement *row = self->remarks->pdata[position];

  return tras_period_index (self->series->every, row->period_on);
}

/* What was said of the periods before one; those have no value. */
static void
take_remarks_before (TrasSeriesBuilder *self,
                     guint             *position,
                     gint32             period)
{
  for (; *position < self->remarks->len && get_remark_period (self, *position) < period;
       (*position)++)
    {
      TrasMeasurement *row = self->remarks->pdata[*position];
      gint32 said = get_remark_period (self, *position);

      if (row->note != NULL && !has_reached (self->periods, said) &&
          !has_reached (self->absent, said))
        add_absent (self, said, row->note);
    }
}

/**
 * tras_series_builder_take_points:
 * @self: a builder of a computed indicator that has taken all rows
 * @points: (element-type TrasComputedPoint): its values, in order
 *
 * Those before the indicator begins, or after it was retired, are passed over.
 */
void
tras_series_builder_take_points (TrasSeriesBuilder *self,
                                 GArray            *points)
{
  TrasIndicatorSeries *series = self->series;
  gint32 end = series->indicator->retired_on != TRAS_DAY_NONE
               ? tras_period_index (series->every, series->indicator->retired_on) : G_MAXINT32;
  guint remark = 0;

  g_return_if_fail (series->computed);

  for (guint i = 0; i < points->len; i++)
    {
      const TrasComputedPoint *point = &g_array_index (points, TrasComputedPoint, i);
      TrasMeasurement *row = NULL;

      if (point->period < series->first_due || point->period >= end)
        continue;
      take_remarks_before (self, &remark, point->period);
      if (remark < self->remarks->len && get_remark_period (self, remark) == point->period)
        row = self->remarks->pdata[remark++];
      add_point (self, point, row != NULL && row->left_out, row != NULL ? row->note : NULL);
    }
  take_remarks_before (self, &remark, G_MAXINT32);
}

/**
 * tras_series_builder_get_values:
 * @self: a builder that has taken all its numbers
 * @values: (out caller-allocates): them; borrowed
 */
void
tras_series_builder_get_values (TrasSeriesBuilder *self,
                                TrasFormulaSeries *values)
{
  values->n = self->periods->len;
  values->periods = (const gint32 *) self->periods->data;
  values->values = (const double *) self->values->data;
  values->estimated = self->estimated->data;
}

/**
 * tras_series_builder_finish:
 * @self: a builder that has taken all there is; has nothing any more
 * @rules: the rules that make a signal
 *
 * Returns: (transfer full): the series with its limits and verdict
 */
TrasIndicatorSeries *
tras_series_builder_finish (TrasSeriesBuilder *self,
                            TrasRules          rules)
{
  TrasIndicatorSeries *series = g_steal_pointer (&self->series);
  TrasIndicator *indicator = series->indicator;
  g_autofree TrasSegmentStart *starts = g_new0 (TrasSegmentStart, series->segments->len);

  series->n = self->periods->len;
  series->periods = (gint32 *) g_array_free (g_steal_pointer (&self->periods), FALSE);
  series->values = (double *) g_array_free (g_steal_pointer (&self->values), FALSE);
  series->nums = (double *) g_array_free (g_steal_pointer (&self->nums), FALSE);
  series->dens = (double *) g_array_free (g_steal_pointer (&self->dens), FALSE);
  series->left_out = g_byte_array_free (g_steal_pointer (&self->left_out), FALSE);
  series->estimated = g_byte_array_free (g_steal_pointer (&self->estimated), FALSE);
  g_ptr_array_set_free_func (self->notes, NULL);
  series->notes = (char **) g_ptr_array_free (g_steal_pointer (&self->notes), FALSE);
  series->n_absent = self->absent->len;
  series->absent = (gint32 *) g_array_free (g_steal_pointer (&self->absent), FALSE);
  g_ptr_array_set_free_func (self->absent_notes, NULL);
  series->absent_notes = (char **) g_ptr_array_free (g_steal_pointer (&self->absent_notes), FALSE);

  series->series = TRAS_SERIES_INIT;
  series->series.n = series->n;
  series->series.periods = series->periods;
  series->series.values = series->values;
  series->series.left_out = series->left_out;
  series->series.floor = indicator->floor;
  series->series.ceiling = indicator->ceiling;
  tras_better_from_string (indicator->better, &series->series.better);
  series->series.counts = series->roll == TRAS_ROLL_SUM &&
                          tras_series_holds_counts (&series->series);

  series->target = tras_indicator_series_get_target_at (series, series->day);
  if (series->target != NULL)
    {
      series->target_value = tras_target_get_line (series->target, series->series.better);
      if (series->series.better == TRAS_BETTER_BAND)
        {
          series->series.band_low = series->target->low;
          series->series.band_high = series->target->high;
        }
    }

  for (guint i = 0; i < series->segments->len; i++)
    {
      TrasSegment *segment = series->segments->pdata[i];

      starts[i].period = tras_period_index (series->every, segment->from_on);
      starts[i].base_n = (guint) segment->base_n;
    }
  series->verdict = tras_verdict_new (&series->series, starts, series->segments->len, rules,
                                      series->target_value);

  return series;
}
