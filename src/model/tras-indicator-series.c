/* tras-indicator-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-feed.h"
#include "tras-indicator-series.h"

G_DEFINE_BOXED_TYPE (TrasIndicatorSeries, tras_indicator_series, tras_indicator_series_ref,
                     tras_indicator_series_unref)

/**
 * tras_indicator_is_formula:
 * @self: an indicator
 *
 * Returns: whether it is computed from other indicators
 */
gboolean
tras_indicator_is_formula (TrasIndicator *self)
{
  g_return_val_if_fail (TRAS_IS_INDICATOR (self), FALSE);

  return g_strcmp0 (self->source, TRAS_SOURCE_FORMULA) == 0;
}

/**
 * tras_indicator_is_computed:
 * @self: an indicator
 *
 * Returns: whether nobody types its numbers: it has a formula, or is fed by the firm's records
 */
gboolean
tras_indicator_is_computed (TrasIndicator *self)
{
  g_return_val_if_fail (TRAS_IS_INDICATOR (self), FALSE);

  return tras_indicator_is_formula (self) || tras_feed_find (self->source, NULL) != NULL;
}

/**
 * tras_indicator_get_every:
 * @self: an indicator
 *
 * Returns: the length of its periods
 */
TrasEvery
tras_indicator_get_every (TrasIndicator *self)
{
  g_return_val_if_fail (TRAS_IS_INDICATOR (self), TRAS_EVERY_WEEK);

  if (g_strcmp0 (self->every, "day") == 0)
    return TRAS_EVERY_DAY;
  if (g_strcmp0 (self->every, "month") == 0)
    return TRAS_EVERY_MONTH;

  return TRAS_EVERY_WEEK;
}

/* A standard to keep comes before a goal's target to reach, and of two alike the newer one. A total
 * says nothing of a single period. */
static gboolean
is_before (TrasTarget *a,
           TrasTarget *b)
{
  gboolean a_keeps = g_str_equal (a->shape, "keep"), b_keeps = g_str_equal (b->shape, "keep");

  if (a_keeps != b_keeps)
    return a_keeps;
  if (a->from_on != b->from_on)
    return a->from_on > b->from_on;

  return a->parent_instance.id > b->parent_instance.id;
}

/* Of the steps of one path, the one that is due next. */
static gboolean
is_step_before (TrasTarget *a,
                TrasTarget *b)
{
  return a->goal_id != 0 && a->goal_id == b->goal_id && g_str_equal (a->shape, "reach") &&
         g_str_equal (b->shape, "reach") && a->to_on < b->to_on;
}

static gboolean
holds_on (TrasTarget *self,
          TrasDay     day)
{
  return self->from_on <= day && day <= self->to_on && !g_str_equal (self->shape, "total");
}

/**
 * tras_indicator_series_get_target_at:
 * @self: a series
 * @day: a day
 *
 * A standard to keep comes before a target to reach. Of several steps of a path it is the one that
 * is due next, on its last day too.
 *
 * Returns: (transfer none) (nullable): the target that a value of that day is held against
 */
TrasTarget *
tras_indicator_series_get_target_at (TrasIndicatorSeries *self,
                                     TrasDay              day)
{
  TrasTarget *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      TrasTarget *target = self->targets->pdata[i];

      if (holds_on (target, day) && (found == NULL || is_before (target, found)))
        found = target;
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      TrasTarget *target = self->targets->pdata[i];

      if (holds_on (target, day) && is_step_before (target, found))
        found = target;
    }

  return found;
}

/**
 * tras_target_get_line:
 * @self: a target
 * @better: which way its indicator is better
 *
 * Returns: the value to be met: the target's own, or the edge of its band that matters; NAN where
 *   neither up nor down is better
 */
double
tras_target_get_line (TrasTarget *self,
                      TrasBetter  better)
{
  g_return_val_if_fail (TRAS_IS_TARGET (self), NAN);

  if (better != TRAS_BETTER_UP && better != TRAS_BETTER_DOWN)
    return NAN;
  if (!isnan (self->value))
    return self->value;

  return better == TRAS_BETTER_UP ? self->low : self->high;
}

/**
 * tras_indicator_series_ref:
 * @self: a series
 *
 * Returns: (transfer full): @self
 */
TrasIndicatorSeries *
tras_indicator_series_ref (TrasIndicatorSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
free_texts (char  **texts,
            gsize   n)
{
  for (gsize i = 0; i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
clear (gpointer data)
{
  TrasIndicatorSeries *self = data;

  g_clear_object (&self->indicator);
  g_clear_object (&self->check);
  g_clear_pointer (&self->verdict, tras_verdict_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->draft_targets, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self->formula);
  g_free (self->problem);
  free_texts (self->notes, self->n);
  free_texts (self->absent_notes, self->n_absent);
  g_free (self->periods);
  g_free (self->values);
  g_free (self->nums);
  g_free (self->dens);
  g_free (self->left_out);
  g_free (self->estimated);
  g_free (self->absent);
}

/**
 * tras_indicator_series_unref:
 * @self: (transfer full): a series
 */
void
tras_indicator_series_unref (TrasIndicatorSeries *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_periods (const void *a,
                 const void *b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

static gboolean
find_period (const gint32 *periods,
             gsize         n,
             gint32        period,
             gsize        *place)
{
  const gint32 *found = NULL;

  if (n > 0)
    found = bsearch (&period, periods, n, sizeof period, compare_periods);
  if (found != NULL)
    *place = (gsize) (found - periods);

  return found != NULL;
}

/**
 * tras_indicator_series_get_cell:
 * @self: a series
 * @period: a period
 * @cell: (out caller-allocates): what is known of it
 */
void
tras_indicator_series_get_cell (TrasIndicatorSeries *self,
                                gint32               period,
                                TrasCell            *cell)
{
  gsize place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cell != NULL);

  *cell = (TrasCell) { .period = period, .value = NAN };
  if (find_period (self->periods, self->n, period, &place))
    {
      cell->state = TRAS_CELL_MEASURED;
      cell->point = place;
      cell->value = self->values[place];
      cell->variation = self->verdict->variations[place];
      cell->left_out = self->left_out[place];
      cell->met = tras_series_is_met (&self->series, cell->value, self->target_value);
      cell->note = self->notes[place];
    }
  else if (find_period (self->absent, self->n_absent, period, &place))
    {
      cell->state = TRAS_CELL_ABSENT;
      cell->note = self->absent_notes[place];
    }
  else if (!self->computed && period >= self->first_due && period <= self->last_due)
    cell->state = TRAS_CELL_OPEN;
}

/**
 * tras_indicator_series_dup_missing:
 * @self: a series
 * @last: among how many periods that are over to look, the newest ones
 *
 * Returns: (transfer full) (element-type gint32): the periods that nobody has measured, in order
 */
GArray *
tras_indicator_series_dup_missing (TrasIndicatorSeries *self,
                                   guint                last)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_return_val_if_fail (self != NULL, missing);

  for (gint32 period = MAX (self->first_due, self->last_due + 1 - (gint32) last);
       period <= self->last_due;
       period++)
    {
      TrasCell cell;

      tras_indicator_series_get_cell (self, period, &cell);
      if (cell.state == TRAS_CELL_OPEN)
        g_array_append_val (missing, period);
    }

  return missing;
}

static void
add_gap (TrasIndicatorSeries *self,
         gint32               period,
         const char          *note,
         TrasEdit            *edit)
{
  g_autoptr (TrasMeasurement) gap = tras_measurement_new ();

  gap->indicator_id = TRAS_RECORD (self->indicator)->id;
  gap->period_on = tras_period_start (self->every, period);
  gap->value = gap->num = gap->den = NAN;
  gap->note = g_strdup (note);
  tras_edit_insert (edit, gap);
}

/**
 * tras_indicator_series_bring_back:
 * @self: the series of a retired indicator, seen from today
 * @edit: what is added to
 *
 * Has the indicator measured again. The periods in which it was retired become known to be missing,
 * with the reason that was given: nobody measured then, and nobody is asked for it now. The period
 * of today is to be measured.
 */
void
tras_indicator_series_bring_back (TrasIndicatorSeries *self,
                                  TrasEdit            *edit)
{
  g_autoptr (TrasIndicator) indicator = NULL;
  g_autofree char *note = NULL;
  gint32 first, today;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TRAS_IS_EDIT (edit));
  g_return_if_fail (self->indicator->retired_on != TRAS_DAY_NONE);

  indicator = tras_record_dup (self->indicator);
  indicator->retired_on = TRAS_DAY_NONE;
  g_clear_pointer (&indicator->retired_why, g_free);
  tras_edit_update (edit, indicator);

  if (self->computed)
    return;

  if (self->indicator->retired_why != NULL)
    /* Translators: the note on a period without a number; %s is why the indicator was retired */
    note = g_strdup_printf (_("Not measured: %s"), self->indicator->retired_why);
  else
    note = g_strdup (_("Not measured: the indicator was retired"));
  today = tras_period_index (self->every, self->day);
  first = MAX (tras_period_index (self->every, self->indicator->retired_on), self->first_due);
  for (gint32 period = first; period < today; period++)
    {
      TrasCell cell;

      tras_indicator_series_get_cell (self, period, &cell);
      if (cell.state == TRAS_CELL_OUTSIDE)
        add_gap (self, period, note, edit);
    }
}

/**
 * tras_indicator_series_get_collector:
 * @self: a series
 *
 * Returns: (transfer none): who is to bring its numbers: the collector, else the owner
 */
const char *
tras_indicator_series_get_collector (TrasIndicatorSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->indicator->collector_name != NULL ? self->indicator->collector_name
                                                 : self->indicator->owner_name;
}

/**
 * tras_indicator_series_is_signal:
 * @self: a series
 *
 * Returns: whether the newest point is unusual, for the better, the worse or neither
 */
gboolean
tras_indicator_series_is_signal (TrasIndicatorSeries *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->verdict->variation > TRAS_VARIATION_COMMON;
}
