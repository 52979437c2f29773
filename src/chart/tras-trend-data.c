/* tras-trend-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-trend-data.h"

/* Beyond this a difference of two values could overflow. */
#define LARGEST 1e300

struct _TrasTrendData
{
  grefcount          ref_count;

  char              *title;
  char              *unit;
  char              *better_words;
  int                decimals;
  TrasEvery          every;
  TrasTrendBetter    better;
  gboolean           joined;

  /* One entry a point. */
  GArray            *days;
  GArray            *values;
  GByteArray        *glyphs;

  GArray            *notes;
  GArray            *segments;
  GArray            *means;
  GArray            *targets;
  GArray            *marks;

  TrasDay            months_first;
  double             this_year[TRAS_TREND_N_MONTHS];
  double             last_year[TRAS_TREND_N_MONTHS];

  /* Made when first asked for, gone with the next point. */
  TrasLine           line;
  TrasMinmaxPyramid *pyramid;
};

G_DEFINE_BOXED_TYPE (TrasTrendData, tras_trend_data, tras_trend_data_ref, tras_trend_data_unref)

/* In the byte of a point's glyph. */
#define LEFT_OUT 0x80

/* From here a pyramid pays. */
#define MANY 4096

static void
clear_mark (TrasTrendMark *mark)
{
  g_free (mark->label);
}

static void
clear_note (TrasTrendNote *note)
{
  g_free (note->text);
}

static double
sanitize (double value)
{
  return isfinite (value) ? CLAMP (value, -LARGEST, LARGEST) : NAN;
}

/**
 * tras_trend_data_new:
 * @title: (nullable): the chart's name
 * @unit: (nullable): what is counted: “%”, “days”
 * @decimals: decimals of a value, 0 or more
 * @every: how often there is a point
 * @better: which way is better
 * @better_words: (nullable): the same in words for people: “fewer is better”
 *
 * Returns: (transfer full): data without points
 */
TrasTrendData *
tras_trend_data_new (const char      *title,
                     const char      *unit,
                     int              decimals,
                     TrasEvery        every,
                     TrasTrendBetter  better,
                     const char      *better_words)
{
  TrasTrendData *self = g_new0 (TrasTrendData, 1);

  g_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->better_words = g_strdup (better_words);
  self->decimals = CLAMP (decimals, 0, 9);
  self->every = every;
  self->better = better;
  self->days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->glyphs = g_byte_array_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (TrasTrendNote));
  self->segments = g_array_new (FALSE, FALSE, sizeof (TrasTrendSegment));
  self->means = g_array_new (FALSE, FALSE, sizeof (TrasTrendMean));
  self->targets = g_array_new (FALSE, FALSE, sizeof (TrasTrendTarget));
  self->marks = g_array_new (FALSE, FALSE, sizeof (TrasTrendMark));
  self->months_first = TRAS_DAY_NONE;
  g_array_set_clear_func (self->notes, (GDestroyNotify) clear_note);
  g_array_set_clear_func (self->marks, (GDestroyNotify) clear_mark);

  return self;
}

/**
 * tras_trend_data_ref:
 * @self: data
 *
 * Returns: (transfer full): @self
 */
TrasTrendData *
tras_trend_data_ref (TrasTrendData *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tras_trend_data_unref:
 * @self: (transfer full): data
 */
void
tras_trend_data_unref (TrasTrendData *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->unit);
  g_free (self->better_words);
  g_array_unref (self->days);
  g_array_unref (self->values);
  g_byte_array_unref (self->glyphs);
  g_array_unref (self->notes);
  g_array_unref (self->segments);
  g_array_unref (self->means);
  g_array_unref (self->targets);
  g_array_unref (self->marks);
  g_clear_pointer (&self->pyramid, tras_minmax_pyramid_free);
  g_free (self);
}

/**
 * tras_trend_data_add_point:
 * @self: data
 * @day: the first day of the period, not before the last point's
 * @value: what was measured; NAN or an infinity for a value that is known to be missing
 * @glyph: the verdict on the point: %TRAS_GLYPH_NONE, %TRAS_GLYPH_USUAL or one of those that call
 *   for attention
 * @left_out: whether it is left out of the limits
 * @note: (nullable): what was written beside it
 *
 * Periods that were not measured yet are not added.
 *
 * Returns: the point's index
 */
gsize
tras_trend_data_add_point (TrasTrendData *self,
                           TrasDay        day,
                           double         value,
                           TrasGlyph      glyph,
                           gboolean       left_out,
                           const char    *note)
{
  guint8 byte = (guint8) (glyph | (left_out ? LEFT_OUT : 0));
  gsize index = self->days->len;

  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, index);
  g_return_val_if_fail (index == 0 || day >= tras_trend_data_get_day (self, index - 1), index);

  value = sanitize (value);
  g_array_append_val (self->days, day);
  g_array_append_val (self->values, value);
  g_byte_array_append (self->glyphs, &byte, 1);
  if (note != NULL && *note != '\0')
    {
      TrasTrendNote added = { index, 1, g_strdup (note) };

      if (self->notes->len > 0)
        {
          const TrasTrendNote *last = &g_array_index (self->notes, TrasTrendNote,
                                                      self->notes->len - 1);

          added.number = last->number + !g_str_equal (last->text, note);
        }
      g_array_append_val (self->notes, added);
    }
  self->line.values = NULL;

  return index;
}

/**
 * tras_trend_data_add_segment:
 * @self: data
 * @segment: a stretch with one process, after those added before
 */
void
tras_trend_data_add_segment (TrasTrendData          *self,
                             const TrasTrendSegment *segment)
{
  TrasTrendSegment added = *segment;

  g_return_if_fail (segment->from >= TRAS_DAY_MIN && segment->from <= segment->to);

  added.mean = sanitize (added.mean);
  added.lower = sanitize (added.lower);
  added.upper = sanitize (added.upper);
  g_array_append_val (self->segments, added);
}

/**
 * tras_trend_data_add_target:
 * @self: data
 * @target: a step of the target, after those added before
 */
void
tras_trend_data_add_target (TrasTrendData         *self,
                            const TrasTrendTarget *target)
{
  TrasTrendTarget added = *target;

  g_return_if_fail (target->from >= TRAS_DAY_MIN && target->from <= target->to);

  added.low = sanitize (added.low);
  added.high = sanitize (added.high);
  added.baseline = sanitize (added.baseline);
  if (isnan (added.low))
    added.low = added.high;
  if (isnan (added.high))
    added.high = added.low;
  if (!isnan (added.low))
    g_array_append_val (self->targets, added);
}

/**
 * tras_trend_data_add_mean:
 * @self: data
 * @mean: a mean; one that is no number is left out
 */
void
tras_trend_data_add_mean (TrasTrendData       *self,
                          const TrasTrendMean *mean)
{
  g_return_if_fail (mean->from >= TRAS_DAY_MIN && mean->from <= mean->to);

  if (isfinite (mean->value))
    g_array_append_vals (self->means, mean, 1);
}

/**
 * tras_trend_data_join:
 * @self: data
 *
 * Has every point follow the one before, however long ago that was: points are events, and what
 * lies between is no gap.
 */
void
tras_trend_data_join (TrasTrendData *self)
{
  self->joined = TRUE;
  self->line.values = NULL;
}

/**
 * tras_trend_data_add_mark:
 * @self: data
 * @day: when
 * @kind: what kind of event
 * @label: its name, a few words
 */
void
tras_trend_data_add_mark (TrasTrendData     *self,
                          TrasDay            day,
                          TrasTrendMarkKind  kind,
                          const char        *label)
{
  TrasTrendMark added = { day, kind, NULL };

  g_return_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX);
  g_return_if_fail (label != NULL);

  added.label = g_strdup (label);
  g_array_append_val (self->marks, added);
}

/**
 * tras_trend_data_set_months:
 * @self: data
 * @first: the first day of the first month
 * @this_year: (array fixed-size=12): a value a month, NAN for none
 * @last_year: (array fixed-size=12): the same months one year before
 */
void
tras_trend_data_set_months (TrasTrendData *self,
                            TrasDay        first,
                            const double  *this_year,
                            const double  *last_year)
{
  g_return_if_fail (first >= TRAS_DAY_MIN && first <= TRAS_DAY_MAX);

  self->months_first = first;
  for (guint i = 0; i < TRAS_TREND_N_MONTHS; i++)
    {
      self->this_year[i] = sanitize (this_year[i]);
      self->last_year[i] = sanitize (last_year[i]);
    }
}

/**
 * tras_trend_data_get_title:
 * @self: data
 *
 * Returns: (transfer none) (nullable): the chart's name
 */
const char *
tras_trend_data_get_title (TrasTrendData *self)
{
  return self->title;
}

/**
 * tras_trend_data_get_unit:
 * @self: data
 *
 * Returns: (transfer none) (nullable): what is counted
 */
const char *
tras_trend_data_get_unit (TrasTrendData *self)
{
  return self->unit;
}

/**
 * tras_trend_data_get_better_words:
 * @self: data
 *
 * Returns: (transfer none) (nullable): which way is better, in words
 */
const char *
tras_trend_data_get_better_words (TrasTrendData *self)
{
  return self->better_words;
}

/**
 * tras_trend_data_get_better:
 * @self: data
 *
 * Returns: which way is better
 */
TrasTrendBetter
tras_trend_data_get_better (TrasTrendData *self)
{
  return self->better;
}

/**
 * tras_trend_data_get_decimals:
 * @self: data
 *
 * Returns: decimals of a value
 */
int
tras_trend_data_get_decimals (TrasTrendData *self)
{
  return self->decimals;
}

/**
 * tras_trend_data_get_every:
 * @self: data
 *
 * Returns: how often there is a point
 */
TrasEvery
tras_trend_data_get_every (TrasTrendData *self)
{
  return self->every;
}

static TrasDay
get_max_gap (TrasEvery every)
{
  /* A day off, a week's end and a holiday do not break a daily line. */
  switch (every)
    {
    case TRAS_EVERY_DAY:
      return 4;
    case TRAS_EVERY_WEEK:
      return 10;
    case TRAS_EVERY_MONTH:
      return 45;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * tras_trend_data_get_line:
 * @self: data
 *
 * Returns: (transfer none): the points as a line, valid until the next point is added
 */
const TrasLine *
tras_trend_data_get_line (TrasTrendData *self)
{
  if (self->line.values == NULL)
    {
      g_clear_pointer (&self->pyramid, tras_minmax_pyramid_free);
      self->line.values = (const double *) (gpointer) self->values->data;
      self->line.days = (const TrasDay *) (gpointer) self->days->data;
      self->line.n_values = self->values->len;
      self->line.max_gap = self->joined ? 0 : get_max_gap (self->every);
      if (self->values->len >= MANY)
        self->pyramid = tras_minmax_pyramid_new (self->line.values, self->line.n_values);
      self->line.pyramid = self->pyramid;
    }

  return &self->line;
}

/**
 * tras_trend_data_get_day:
 * @self: data
 * @index: a point
 *
 * Returns: its day
 */
TrasDay
tras_trend_data_get_day (TrasTrendData *self,
                         gsize          index)
{
  g_return_val_if_fail (index < self->days->len, TRAS_DAY_NONE);

  return g_array_index (self->days, TrasDay, index);
}

/**
 * tras_trend_data_get_value:
 * @self: data
 * @index: a point
 *
 * Returns: its value, NAN for one that is missing
 */
double
tras_trend_data_get_value (TrasTrendData *self,
                           gsize          index)
{
  g_return_val_if_fail (index < self->values->len, NAN);

  return g_array_index (self->values, double, index);
}

/**
 * tras_trend_data_get_glyph:
 * @self: data
 * @index: a point
 *
 * Returns: the verdict on it
 */
TrasGlyph
tras_trend_data_get_glyph (TrasTrendData *self,
                           gsize          index)
{
  g_return_val_if_fail (index < self->glyphs->len, TRAS_GLYPH_NONE);

  return self->glyphs->data[index] & ~LEFT_OUT;
}

/**
 * tras_trend_data_get_left_out:
 * @self: data
 * @index: a point
 *
 * Returns: whether it is left out of the limits
 */
gboolean
tras_trend_data_get_left_out (TrasTrendData *self,
                              gsize          index)
{
  g_return_val_if_fail (index < self->glyphs->len, FALSE);

  return (self->glyphs->data[index] & LEFT_OUT) != 0;
}

static int
compare_note (gconstpointer a,
              gconstpointer b)
{
  gsize one = ((const TrasTrendNote *) a)->index;
  gsize other = ((const TrasTrendNote *) b)->index;

  return (one > other) - (one < other);
}

/**
 * tras_trend_data_get_note:
 * @self: data
 * @index: a point
 *
 * Returns: (transfer none) (nullable): what was written beside it
 */
const char *
tras_trend_data_get_note (TrasTrendData *self,
                          gsize          index)
{
  TrasTrendNote wanted = { .index = index };
  guint match;

  if (!g_array_binary_search (self->notes, &wanted, compare_note, &match))
    return NULL;

  return g_array_index (self->notes, TrasTrendNote, match).text;
}

/**
 * tras_trend_data_find_measured:
 * @self: data
 * @index: where to begin, itself not taken: −1 before the first, the count after the last point
 * @step: 1 for later, −1 for earlier points
 *
 * Returns: the nearest point that has a value, −1 for none
 */
gssize
tras_trend_data_find_measured (TrasTrendData *self,
                               gssize         index,
                               int            step)
{
  gssize n = self->values->len;

  g_return_val_if_fail (index >= -1 && index <= n, -1);
  g_return_val_if_fail (step == 1 || step == -1, -1);

  for (index += step; index >= 0 && index < n; index += step)
    {
      if (!isnan (g_array_index (self->values, double, index)))
        return index;
    }

  return -1;
}

/**
 * tras_trend_data_get_segments:
 * @self: data
 * @n_segments: (out): their count
 *
 * Returns: (transfer none) (array length=n_segments): the stretches, oldest first
 */
const TrasTrendSegment *
tras_trend_data_get_segments (TrasTrendData *self,
                              guint         *n_segments)
{
  *n_segments = self->segments->len;

  return (const TrasTrendSegment *) (gpointer) self->segments->data;
}

/**
 * tras_trend_data_get_means:
 * @self: data
 * @n_means: (out): their count
 *
 * Returns: (transfer none) (array length=n_means): the means that are compared
 */
const TrasTrendMean *
tras_trend_data_get_means (TrasTrendData *self,
                           guint         *n_means)
{
  *n_means = self->means->len;

  return (const TrasTrendMean *) (gpointer) self->means->data;
}

/**
 * tras_trend_data_get_targets:
 * @self: data
 * @n_targets: (out): their count
 *
 * Returns: (transfer none) (array length=n_targets): the target's steps, oldest first
 */
const TrasTrendTarget *
tras_trend_data_get_targets (TrasTrendData *self,
                             guint         *n_targets)
{
  *n_targets = self->targets->len;

  return (const TrasTrendTarget *) (gpointer) self->targets->data;
}

/**
 * tras_trend_data_get_marks:
 * @self: data
 * @n_marks: (out): their count
 *
 * Returns: (transfer none) (array length=n_marks): what happened, in the order of adding
 */
const TrasTrendMark *
tras_trend_data_get_marks (TrasTrendData *self,
                           guint         *n_marks)
{
  *n_marks = self->marks->len;

  return (const TrasTrendMark *) (gpointer) self->marks->data;
}

/**
 * tras_trend_data_get_notes:
 * @self: data
 * @n_notes: (out): their count
 *
 * Returns: (transfer none) (array length=n_notes): the notes in the order of points
 */
const TrasTrendNote *
tras_trend_data_get_notes (TrasTrendData *self,
                           guint         *n_notes)
{
  *n_notes = self->notes->len;

  return (const TrasTrendNote *) (gpointer) self->notes->data;
}

/**
 * tras_trend_data_get_months:
 * @self: data
 * @first: (out): the first day of the first month
 * @this_year: (out) (transfer none) (array fixed-size=12): a value a month, NAN for none
 * @last_year: (out) (transfer none) (array fixed-size=12): the same months one year before
 *
 * Returns: whether months were set
 */
gboolean
tras_trend_data_get_months (TrasTrendData  *self,
                            TrasDay        *first,
                            const double  **this_year,
                            const double  **last_year)
{
  *first = self->months_first;
  *this_year = self->this_year;
  *last_year = self->last_year;

  return self->months_first != TRAS_DAY_NONE;
}
