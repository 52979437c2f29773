/* tras-indicator-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-error.h"
#include "tras-firm.h"
#include "tras-indicator-series.h"

G_DEFINE_BOXED_TYPE (TrasIndicatorSeries, tras_indicator_series, tras_indicator_series_ref,
                     tras_indicator_series_unref)

/* A series while its rows arrive. */
typedef struct
{
  TrasIndicatorSeries *series;
  GArray *periods;
  GArray *values;
  GArray *nums;
  GArray *dens;
  GByteArray *left_out;
  GByteArray *estimated;
  GPtrArray *notes;
  GArray *absent;
  GPtrArray *absent_notes;
} Builder;

typedef struct
{
  TrasDay day;
  GPtrArray *builders;
  GHashTable *by_id;
} Loader;

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

static Builder *
builder_new (TrasIndicator *indicator,
             TrasDay        day)
{
  Builder *self = g_new0 (Builder, 1);
  TrasIndicatorSeries *series = g_atomic_rc_box_new0 (TrasIndicatorSeries);

  series->indicator = tras_record_dup (indicator);
  series->day = day;
  series->every = tras_indicator_get_every (indicator);
  tras_roll_from_string (indicator->roll, &series->roll);
  series->first_due = tras_period_index (series->every, indicator->starts_on);
  series->last_due = tras_period_index (series->every, day + 1) - 1;
  if (indicator->retired_on != TRAS_DAY_NONE)
    series->last_due = MIN (series->last_due,
                            tras_period_index (series->every, indicator->retired_on) - 1);
  series->segments = g_ptr_array_new_with_free_func (g_object_unref);
  series->targets = g_ptr_array_new_with_free_func (g_object_unref);
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

  return self;
}

static void
builder_free (gpointer data)
{
  Builder *self = data;

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
  g_free (self);
}

/* Rows come in the order of their days. A row that is not on the first day of its period and falls
 * together with the one before it is the same period, and the earlier one stands. */
static void
builder_take (Builder         *self,
              TrasMeasurement *row)
{
  gint32 period = tras_period_index (self->series->every, row->period_on);
  guint8 left_out = row->left_out != 0, estimated = row->estimated != 0;

  if (!isfinite (row->value))
    {
      g_array_append_val (self->absent, period);
      g_ptr_array_add (self->absent_notes, g_strdup (row->note));
      return;
    }
  if (self->periods->len > 0 &&
      g_array_index (self->periods, gint32, self->periods->len - 1) >= period)
    return;

  g_array_append_val (self->periods, period);
  g_array_append_val (self->values, row->value);
  g_array_append_val (self->nums, row->num);
  g_array_append_val (self->dens, row->den);
  g_byte_array_append (self->left_out, &left_out, 1);
  g_byte_array_append (self->estimated, &estimated, 1);
  g_ptr_array_add (self->notes, g_strdup (row->note));
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

/**
 * tras_indicator_series_get_target_at:
 * @self: a series
 * @day: a day
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

      if (target->from_on <= day && day <= target->to_on && !g_str_equal (target->shape, "total") &&
          (found == NULL || is_before (target, found)))
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

static TrasIndicatorSeries *
builder_finish (Builder   *self,
                TrasRules  rules)
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

static Builder *
loader_find (Loader *self,
             gint64  indicator_id)
{
  return g_hash_table_lookup (self->by_id, &indicator_id);
}

static gboolean
take_indicator (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  Loader *self = user_data;
  Builder *builder = builder_new (record, self->day);

  g_ptr_array_add (self->builders, builder);
  g_hash_table_insert (self->by_id, &TRAS_RECORD (builder->series->indicator)->id, builder);

  return TRUE;
}

static gboolean
take_measurement (gpointer   record,
                  gpointer   user_data,
                  GError   **error)
{
  Builder *builder = loader_find (user_data, TRAS_MEASUREMENT (record)->indicator_id);

  if (builder != NULL)
    builder_take (builder, record);

  return TRUE;
}

/* Two step changes in one period are one. */
static gboolean
take_segment (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  TrasSegment *row = record;
  Builder *builder = loader_find (user_data, row->indicator_id);
  GPtrArray *segments;

  if (builder == NULL)
    return TRUE;

  segments = builder->series->segments;
  if (segments->len > 0)
    {
      TrasSegment *last = segments->pdata[segments->len - 1];

      if (tras_period_index (builder->series->every, last->from_on) ==
          tras_period_index (builder->series->every, row->from_on))
        return TRUE;
    }
  g_ptr_array_add (segments, tras_record_dup (row));

  return TRUE;
}

static gboolean
take_target (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Builder *builder = loader_find (user_data, TRAS_TARGET (record)->indicator_id);

  if (builder != NULL)
    g_ptr_array_add (builder->series->targets, tras_record_dup (record));

  return TRUE;
}

/* The rows of a type that belong to the indicator, or to all where it is 0. */
static TrasQuery *
rows_of (GType  type,
         gint64 indicator_id)
{
  TrasQuery *query = tras_query_new (type);

  if (indicator_id != 0)
    tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ, indicator_id);

  return query;
}

static gboolean
take_rules (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  *(TrasRules *) user_data = tras_rule_set_find (TRAS_FIRM (record)->rules)->rules;

  return TRUE;
}

/* Five queries, however many indicators there are. */
static GPtrArray *
load (TrasDb     *db,
      TrasQuery  *indicators,
      gint64      indicator_id,
      TrasDay     day,
      GError    **error)
{
  g_autoptr (GPtrArray) builders = g_ptr_array_new_with_free_func (builder_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (TrasQuery) measurements = rows_of (TRAS_TYPE_MEASUREMENT, indicator_id);
  g_autoptr (TrasQuery) segments = rows_of (TRAS_TYPE_SEGMENT, indicator_id);
  g_autoptr (TrasQuery) targets = rows_of (TRAS_TYPE_TARGET, indicator_id);
  g_autoptr (TrasQuery) firms = tras_query_new (TRAS_TYPE_FIRM);
  Loader loader = { day, builders, by_id };
  TrasRules rules = TRAS_RULES_DEFAULT;
  GPtrArray *all;

  tras_query_where_date (measurements, "period_on", TRAS_QUERY_LE, day);
  tras_query_where_date (segments, "from_on", TRAS_QUERY_LE, day);
  tras_query_order (targets, "from_on", FALSE);

  if (!tras_db_foreach (db, indicators, take_indicator, &loader, error) ||
      !tras_db_foreach (db, measurements, take_measurement, &loader, error) ||
      !tras_db_foreach (db, segments, take_segment, &loader, error) ||
      !tras_db_foreach (db, targets, take_target, &loader, error) ||
      !tras_db_foreach (db, firms, take_rules, &rules, error))
    return NULL;

  all = g_ptr_array_new_full (builders->len, (GDestroyNotify) tras_indicator_series_unref);
  for (guint i = 0; i < builders->len; i++)
    g_ptr_array_add (all, builder_finish (builders->pdata[i], rules));

  return all;
}

/**
 * tras_indicator_series_load:
 * @db: a connection
 * @indicator_id: an indicator
 * @day: the day to see it from: nothing later counts
 * @error: where to put the error
 *
 * Signals are what the firm's rules say.
 *
 * Returns: (transfer full) (nullable): the series; %NULL with %TRAS_ERROR_NOT_FOUND for none
 */
TrasIndicatorSeries *
tras_indicator_series_load (TrasDb     *db,
                            gint64      indicator_id,
                            TrasDay     day,
                            GError    **error)
{
  g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (indicators, "id", TRAS_QUERY_EQ, indicator_id);
  all = load (db, indicators, indicator_id, day, error);
  if (all == NULL)
    return NULL;
  if (all->len == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is no such indicator");
      return NULL;
    }

  return tras_indicator_series_ref (all->pdata[0]);
}

/**
 * tras_indicator_series_load_all:
 * @db: a connection
 * @day: the day to see them from: nothing later counts
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasIndicatorSeries): all indicators that had begun and
 *   were not retired by @day, by name
 */
GPtrArray *
tras_indicator_series_load_all (TrasDb     *db,
                                TrasDay     day,
                                GError    **error)
{
  g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *current;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_date (indicators, "starts_on", TRAS_QUERY_LE, day);
  tras_query_order (indicators, "name", FALSE);
  all = load (db, indicators, 0, day, error);
  if (all == NULL)
    return NULL;

  current = g_ptr_array_new_full (all->len, (GDestroyNotify) tras_indicator_series_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TrasIndicatorSeries *series = all->pdata[i];

      if (series->indicator->retired_on == TRAS_DAY_NONE || series->indicator->retired_on > day)
        g_ptr_array_add (current, tras_indicator_series_ref (series));
    }

  return current;
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
  g_clear_pointer (&self->verdict, tras_verdict_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
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
  else if (period >= self->first_due && period <= self->last_due)
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
