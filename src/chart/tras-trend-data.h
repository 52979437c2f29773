/* tras-trend-data.h: what a trend chart shows, as plain values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "tras-glyph.h"
#include "tras-line.h"

G_BEGIN_DECLS

#define TRAS_TREND_N_MONTHS 12

/**
 * TrasTrendBetter:
 *
 * Which way is better, as far as the wording of a target differs.
 */
typedef enum
{
  TRAS_TREND_BETTER_NEITHER,
  TRAS_TREND_BETTER_UP,
  TRAS_TREND_BETTER_DOWN,
  TRAS_TREND_BETTER_BAND,
} TrasTrendBetter;

/**
 * TrasTrendSegment:
 * @from: its first day
 * @to: its last day
 * @mean: the mean of the baseline
 * @lower: the lower process limit, NAN for none; clamped to what the quantity can be
 * @upper: the upper process limit, likewise
 * @lower_clamped: @lower is the quantity's own floor and no limit: it borders the band without a
 *   line and a label
 * @upper_clamped: likewise for the ceiling
 * @trial: trial limits of a short baseline
 *
 * A stretch of time with one process.
 */
typedef struct
{
  TrasDay  from;
  TrasDay  to;
  double   mean;
  double   lower;
  double   upper;
  gboolean lower_clamped;
  gboolean upper_clamped;
  gboolean trial;
} TrasTrendSegment;

/**
 * TrasTrendMean:
 * @from: the first day that it was taken over
 * @to: the last day
 * @value: the mean
 *
 * One of two means that are to be compared, as before and after something was done. It is drawn
 * strong and says nothing of limits.
 */
typedef struct
{
  TrasDay from;
  TrasDay to;
  double  value;
} TrasTrendMean;

/**
 * TrasTrendTarget:
 * @from: its first day
 * @to: its last day
 * @low: the target, or the lower end of its band
 * @high: the same, or the upper end
 * @baseline: where a target that is reached step by step begins on @from, NAN for one that holds
 *   all the time: a thin line leads from there to @low on @to
 *
 * One step of a target.
 */
typedef struct
{
  TrasDay from;
  TrasDay to;
  double  low;
  double  high;
  double  baseline;
} TrasTrendTarget;

/**
 * TrasTrendMarkKind:
 *
 * What happened on a day.
 */
typedef enum
{
  TRAS_TREND_MARK_DECISION,
  TRAS_TREND_MARK_ACTION,
  TRAS_TREND_MARK_TRAINING,
  TRAS_TREND_MARK_DEVIATION,
  TRAS_TREND_MARK_STEP,
} TrasTrendMarkKind;

/**
 * TrasTrendMark:
 * @day: when
 * @kind: what kind of event
 * @label: (owned): its name, a few words
 */
typedef struct
{
  TrasDay            day;
  TrasTrendMarkKind  kind;
  char              *label;
} TrasTrendMark;

/**
 * TrasTrendNote:
 * @index: the point
 * @number: by which a chart calls it, from 1; the same for one text beside several notes in a row
 * @text: (owned): what was written beside it
 */
typedef struct
{
  gsize  index;
  guint  number;
  char  *text;
} TrasTrendNote;

#define TRAS_TYPE_TREND_DATA (tras_trend_data_get_type ())

typedef struct _TrasTrendData TrasTrendData;

GType                tras_trend_data_get_type      (void);
TrasTrendData       *tras_trend_data_new           (const char             *title,
                                                    const char             *unit,
                                                    int                     decimals,
                                                    TrasEvery               every,
                                                    TrasTrendBetter         better,
                                                    const char             *better_words);
TrasTrendData       *tras_trend_data_ref           (TrasTrendData          *self);
void                 tras_trend_data_unref         (TrasTrendData          *self);
gsize                tras_trend_data_add_point     (TrasTrendData          *self,
                                                    TrasDay                 day,
                                                    double                  value,
                                                    TrasGlyph               glyph,
                                                    gboolean                left_out,
                                                    const char             *note);
void                 tras_trend_data_add_segment   (TrasTrendData          *self,
                                                    const TrasTrendSegment *segment);
void                 tras_trend_data_add_target    (TrasTrendData          *self,
                                                    const TrasTrendTarget  *target);
void                 tras_trend_data_add_mean      (TrasTrendData          *self,
                                                    const TrasTrendMean    *mean);
void                 tras_trend_data_join          (TrasTrendData          *self);
void                 tras_trend_data_add_mark      (TrasTrendData          *self,
                                                    TrasDay                 day,
                                                    TrasTrendMarkKind       kind,
                                                    const char             *label);
void                 tras_trend_data_set_months    (TrasTrendData          *self,
                                                    TrasDay                 first,
                                                    const double           *this_year,
                                                    const double           *last_year);

const char          *tras_trend_data_get_title     (TrasTrendData          *self);
const char          *tras_trend_data_get_unit      (TrasTrendData          *self);
const char          *tras_trend_data_get_better_words
                                                   (TrasTrendData          *self);
TrasTrendBetter      tras_trend_data_get_better    (TrasTrendData          *self);
int                  tras_trend_data_get_decimals  (TrasTrendData          *self);
TrasEvery            tras_trend_data_get_every     (TrasTrendData          *self);
const TrasLine      *tras_trend_data_get_line      (TrasTrendData          *self);
TrasDay              tras_trend_data_get_day       (TrasTrendData          *self,
                                                    gsize                   index);
double               tras_trend_data_get_value     (TrasTrendData          *self,
                                                    gsize                   index);
TrasGlyph            tras_trend_data_get_glyph     (TrasTrendData          *self,
                                                    gsize                   index);
gboolean             tras_trend_data_get_left_out  (TrasTrendData          *self,
                                                    gsize                   index);
const char          *tras_trend_data_get_note      (TrasTrendData          *self,
                                                    gsize                   index);
gssize               tras_trend_data_find_measured (TrasTrendData          *self,
                                                    gssize                  index,
                                                    int                     step);
const TrasTrendSegment *
                     tras_trend_data_get_segments  (TrasTrendData          *self,
                                                    guint                  *n_segments);
const TrasTrendMean *
                     tras_trend_data_get_means     (TrasTrendData          *self,
                                                    guint                  *n_means);
const TrasTrendTarget *
                     tras_trend_data_get_targets   (TrasTrendData          *self,
                                                    guint                  *n_targets);
const TrasTrendMark *tras_trend_data_get_marks     (TrasTrendData          *self,
                                                    guint                  *n_marks);
const TrasTrendNote *tras_trend_data_get_notes     (TrasTrendData          *self,
                                                    guint                  *n_notes);
gboolean             tras_trend_data_get_months    (TrasTrendData          *self,
                                                    TrasDay                *first,
                                                    const double          **this_year,
                                                    const double          **last_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTrendData, tras_trend_data_unref)

G_END_DECLS
