/* tras-sample-series.c: the sample's indicators and two years of their numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * resources/sample/README.md gives the formulas.
 */

#include "config.h"

#include <math.h>

#include "tras-formula.h"
#include "tras-indicator-series.h"
#include "tras-sample-private.h"

/* What happened in a series, from a group [signal.N]. */
typedef enum
{
  SIGNAL_SHIFT,
  SIGNAL_DRIFT,
  SIGNAL_OUTLIER,
  SIGNAL_MISSING,
  SIGNAL_ABSENT,
  SIGNAL_NOTE,
} SignalKind;

static const char * const signal_kinds[] = {
  "shift", "drift", "outlier", "missing", "absent", "note", NULL,
};

typedef struct
{
  SignalKind kind;
  int from;
  int to;
  double change;
  gboolean left_out;
  char *note;
} Signal;

static void
signal_clear (gpointer data)
{
  g_free (((Signal *) data)->note);
}

typedef struct
{
  TrasSample *sample;
  const char *group;
  TrasIndicator *indicator;
  GArray *signals;
  TrasEvery every;
  gint32 present;
  double scale;
  double base;
  double noise;
  double denominator;
  double denominator_noise;
  char *season;
  char *denominator_season;
  GHashTable *ones;
  TrasSampleRandom random;
  TrasSampleRandom denominator_random;
} Series;

static void
series_clear (Series *self)
{
  g_clear_pointer (&self->signals, g_array_unref);
  g_clear_pointer (&self->season, g_free);
  g_clear_pointer (&self->denominator_season, g_free);
  g_clear_pointer (&self->ones, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

static int
find_signal_kind (const char *word)
{
  for (int i = 0; signal_kinds[i] != NULL; i++)
    {
      if (g_strcmp0 (word, signal_kinds[i]) == 0)
        return i;
    }

  g_return_val_if_reached (SIGNAL_NOTE);
}

static GArray *
load_signals (TrasSample *sample,
              const char *indicator)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "signal");
  GArray *signals = g_array_new (FALSE, TRUE, sizeof (Signal));

  g_array_set_clear_func (signals, signal_clear);
  for (guint i = 0; i < groups->len; i++)
    {
      const char *group = groups->pdata[i];
      g_autofree char *whose = tras_sample_dup_text (sample, group, "indicator");
      g_autofree char *kind = NULL;
      Signal one = { 0 };

      if (g_strcmp0 (whose, indicator) != 0)
        continue;
      kind = tras_sample_dup_text (sample, group, "kind");
      one.kind = find_signal_kind (kind);
      one.from = (int) tras_sample_get_int (sample, group, "week");
      one.to = tras_sample_has (sample, group, "to")
                 ? (int) tras_sample_get_int (sample, group, "to")
                 : one.from;
      one.change = tras_sample_get_real (sample, group, "change");
      one.left_out = tras_sample_has (sample, group, "left_out");
      one.note = tras_sample_dup_text (sample, group, "note");
      g_array_append_val (signals, one);
    }

  return signals;
}

static void
series_init (Series        *self,
             TrasSample    *sample,
             const char    *group,
             TrasIndicator *indicator)
{
  const char *key = tras_sample_get_key (group);
  g_autofree char *denominator_key = g_strconcat (key, ".den", NULL);
  g_auto(GStrv) ones = tras_sample_dup_list (sample, group, "ones");

  self->sample = sample;
  self->group = group;
  self->indicator = indicator;
  self->signals = load_signals (sample, key);
  self->every = g_str_equal (indicator->every, "month") ? TRAS_EVERY_MONTH : TRAS_EVERY_WEEK;
  self->present = tras_period_index (self->every, sample->today);
  self->scale = tras_sample_has (sample, group, "money") ? (double) sample->goods / 100 : 1;
  self->base = tras_sample_get_real (sample, group, "base");
  self->noise = tras_sample_get_real (sample, group, "noise");
  self->denominator = tras_sample_get_real (sample, group, "denominator");
  self->denominator_noise = tras_sample_get_real (sample, group, "denominator_noise");
  self->season = tras_sample_dup_text (sample, group, "season");
  self->denominator_season = tras_sample_dup_text (sample, group, "denominator_season");
  tras_sample_random_init (&self->random, key);
  tras_sample_random_init (&self->denominator_random, denominator_key);
  if (ones[0] != NULL)
    {
      self->ones = g_hash_table_new (NULL, NULL);
      for (guint i = 0; ones[i] != NULL; i++)
        g_hash_table_add (self->ones, GINT_TO_POINTER (g_ascii_strtoll (ones[i], NULL, 10)));
    }
}

/* The month that a period counts as: that of its Thursday, for a week. */
static double
get_season (Series     *self,
            const char *season,
            gint32      period)
{
  TrasDay day = tras_period_start (self->every, period);

  if (self->every == TRAS_EVERY_WEEK)
    day += 3;

  return (double) tras_sample_get_season (self->sample, season, day) / 100;
}

static double
clamp (double value,
       double floor_value,
       double ceiling)
{
  if (value < floor_value)
    return floor_value;
  if (value > ceiling)
    return ceiling;

  return value;
}

static double
round_to (double value,
          gint64 decimals)
{
  double unit = 1;

  while (decimals-- > 0)
    unit *= 10;

  return floor (value * unit + 0.5) / unit;
}

/* Draws z and the denominator of the period @w, for every period in order, and returns the value
 * before rounding. */
static double
draw_value (Series *self,
            int     w,
            double *denominator)
{
  double level = self->base;
  double outlier = 0;
  double z = tras_sample_random_bell (&self->random);

  for (guint i = 0; i < self->signals->len; i++)
    {
      const Signal *one = &g_array_index (self->signals, Signal, i);

      if (one->kind == SIGNAL_SHIFT && w >= one->from)
        level += one->change;
      else if (one->kind == SIGNAL_DRIFT && w >= one->from)
        level += one->change * (w - one->from + 1);
      else if (one->kind == SIGNAL_OUTLIER && w == one->from)
        outlier += one->change;
    }

  *denominator = NAN;
  if (!isnan (self->denominator))
    {
      double z_den = tras_sample_random_bell (&self->denominator_random);
      double season = get_season (self, self->denominator_season, self->present + w);

      *denominator = MAX (1, floor (self->denominator * season + self->denominator_noise * z_den +
                                    0.5));
    }

  if (self->ones != NULL)
    return g_hash_table_contains (self->ones, GINT_TO_POINTER (w)) ? 1 : 0;

  return clamp ((level * get_season (self, self->season, self->present + w) + self->noise * z +
                 outlier) * self->scale,
                self->indicator->floor, self->indicator->ceiling);
}

/* Sets what is known of a period; returns FALSE where nobody has measured it. */
static gboolean
note_signals (Series          *self,
              int              w,
              TrasMeasurement *measurement)
{
  for (guint i = 0; i < self->signals->len; i++)
    {
      const Signal *one = &g_array_index (self->signals, Signal, i);

      if (w < one->from || w > one->to)
        continue;
      if (one->kind == SIGNAL_ABSENT)
        return FALSE;
      if (one->kind == SIGNAL_MISSING)
        measurement->value = measurement->num = measurement->den = NAN;
      if (one->note != NULL)
        {
          g_free (measurement->note);
          measurement->note = g_strdup (one->note);
        }
      measurement->left_out = measurement->left_out || one->left_out;
    }

  return TRUE;
}

static gboolean
fill_measurements (Series  *self,
                   GError **error)
{
  int n_periods = (int) tras_sample_get_int (self->sample, self->group, "periods");

  for (int w = 1 - n_periods; w <= 0; w++)
    {
      g_autoptr(TrasMeasurement) measurement = tras_measurement_new ();
      double denominator;
      double value = draw_value (self, w, &denominator);

      measurement->indicator_id = TRAS_RECORD (self->indicator)->id;
      measurement->period_on = tras_period_start (self->every, self->present + w);
      if (isnan (denominator))
        measurement->value = round_to (value, self->indicator->decimals);
      else
        {
          measurement->den = denominator;
          measurement->num = round_to (value * denominator / 100, 0);
          measurement->value = 100 * measurement->num / denominator;
        }
      if (note_signals (self, w, measurement) &&
          !tras_db_insert (self->sample->db, measurement, error))
        return FALSE;
    }

  return TRUE;
}

/* Every series begins with a segment. */
static gboolean
fill_first_segment (TrasSample     *sample,
                    TrasIndicator  *indicator,
                    GError        **error)
{
  g_autoptr(TrasSegment) segment = tras_segment_new ();

  segment->indicator_id = TRAS_RECORD (indicator)->id;
  segment->from_on = indicator->starts_on;
  segment->why = tras_sample_dup_text (sample, "segment.start", "why");

  return tras_db_insert (sample->db, segment, error);
}

typedef struct
{
  TrasSample *sample;
  GError *error;
} Naming;

static char *
dup_id (const char *key,
        gpointer    user_data)
{
  Naming *naming = user_data;
  gint64 id = 0;

  if (naming->error != NULL ||
      !tras_sample_find (naming->sample, "indicator", key, &id, &naming->error))
    return NULL;

  return g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

/* The keys in a formula's brackets become ids. */
static gboolean
complete_formula (TrasSample     *sample,
                  TrasIndicator  *indicator,
                  GError        **error)
{
  g_autofree char *keys = g_steal_pointer (&indicator->formula);
  Naming naming = { sample, NULL };

  if (keys == NULL)
    return TRUE;

  indicator->formula = tras_formula_dup_renamed (keys, dup_id, &naming);
  if (naming.error == NULL)
    return TRUE;

  g_propagate_error (error, naming.error);

  return FALSE;
}

static gboolean
fill_indicator (TrasSample  *sample,
                const char  *group,
                GError     **error)
{
  g_autoptr(TrasIndicator) indicator = tras_indicator_new ();
  g_auto(Series) series = { 0 };
  int n_periods = (int) tras_sample_get_int (sample, group, "periods");

  if (!tras_sample_read (sample, group, indicator, error) ||
      !complete_formula (sample, indicator, error))
    return FALSE;
  series_init (&series, sample, group, indicator);
  indicator->starts_on = tras_period_start (series.every, series.present + 1 - n_periods);

  return tras_sample_add (sample, group, indicator, error) &&
         fill_first_segment (sample, indicator, error) &&
         (tras_indicator_is_computed (indicator) || fill_measurements (&series, error));
}

/**
 * tras_sample_fill_series:
 * @self: a sample
 * @error: where to put the error
 *
 * Stores the indicators, their first segments and their measurements up to the present period.
 */
gboolean
tras_sample_fill_series (TrasSample  *self,
                         GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (self, "indicator");

  for (guint i = 0; i < groups->len; i++)
    {
      if (!fill_indicator (self, groups->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
