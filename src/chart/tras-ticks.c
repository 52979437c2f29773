/* tras-ticks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-ticks.h"

/* Beyond this a difference of two values could overflow. */
#define LARGEST 1e300

/* One rung of the ladder of calendar steps; the units in the order of TrasEvery. */
typedef struct
{
  enum { STEP_DAYS, STEP_WEEKS, STEP_MONTHS } unit;
  int          count;
  double       days;
  TrasDateForm minor;
  TrasDateForm major;
} DayStep;

static const DayStep day_steps[] = {
  { STEP_DAYS, 1, 1, TRAS_DATE_FORM_DAY, TRAS_DATE_FORM_MONTH_YEAR },
  { STEP_WEEKS, 1, 7, TRAS_DATE_FORM_WEEK, TRAS_DATE_FORM_MONTH_YEAR },
  { STEP_MONTHS, 1, 28, TRAS_DATE_FORM_MONTH, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 3, 90, TRAS_DATE_FORM_MONTH, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 6, 181, TRAS_DATE_FORM_MONTH, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 12, 365, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 24, 730, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 60, 1826, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 120, 3652, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 240, 7304, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 600, 18262, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
  { STEP_MONTHS, 1200, 36524, TRAS_DATE_FORM_YEAR, TRAS_DATE_FORM_YEAR },
};

/**
 * tras_ticks_init:
 * @self: (out caller-allocates): the ticks
 * @from: the domain's smallest value, finite
 * @to: its largest value, finite, not below @from
 * @most: how many ticks there may be, at least 3
 *
 * Finds the smallest step of 1, 2 or 5 times a power of ten whose multiples cover the domain, the
 * outer ones included, without being more than @most. A domain of one value is widened first, to
 * zero if that is near.
 */
void
tras_ticks_init (TrasTicks *self,
                 double     from,
                 double     to,
                 guint      most)
{
  static const int mantissas[] = { 1, 2, 5 };
  double spread;
  int exponent;

  g_return_if_fail (isfinite (from) && isfinite (to) && from <= to);
  g_return_if_fail (most >= 3);

  from = CLAMP (from, -LARGEST, LARGEST);
  to = CLAMP (to, -LARGEST, LARGEST);
  spread = to - from;
  /* A spread that the last digits of a double cannot hold is no spread. */
  if (!(spread > MAX (fabs (from), fabs (to)) * 1e-9) || spread < 1e-290)
    {
      double margin = MAX (fabs (from), fabs (to)) / 2;

      if (margin < 1e-290)
        margin = 1;
      from -= margin;
      to += margin;
      spread = to - from;
    }

  exponent = (int) floor (log10 (spread / most));
  for (guint i = 0; ; i++)
    {
      double step, last;

      self->mantissa = mantissas[i % G_N_ELEMENTS (mantissas)];
      self->exponent = exponent + (int) (i / G_N_ELEMENTS (mantissas));
      step = self->mantissa * pow (10, self->exponent);
      /* 0.3 / 0.1 falls short of 3 by a hair. */
      self->first = floor (from / step + 1e-9);
      last = ceil (to / step - 1e-9);
      self->n_ticks = (guint) MIN (last - self->first, most) + 1;
      if (self->n_ticks <= most)
        return;
    }
}

/**
 * tras_ticks_init_whole:
 * @self: (out caller-allocates): the ticks
 * @from: the domain's smallest value, finite
 * @to: its largest value, finite, not below @from
 * @most: how many ticks there may be, at least 3
 *
 * Like tras_ticks_init(), of a quantity that is counted: no tick stands between two whole numbers.
 */
void
tras_ticks_init_whole (TrasTicks *self,
                       double     from,
                       double     to,
                       guint      most)
{
  double last;

  tras_ticks_init (self, from, to, most);
  if (self->exponent >= 0)
    return;

  /* A finer step had room, and so has this one. */
  last = MAX (ceil (to - 1e-9), floor (from + 1e-9) + 1);
  self->mantissa = 1;
  self->exponent = 0;
  self->first = floor (from + 1e-9);
  self->n_ticks = (guint) (last - self->first) + 1;
}

/**
 * tras_ticks_get_value:
 * @self: the ticks
 * @index: 0 to n_ticks − 1
 *
 * Returns: the value of a tick, rounded once: 3 × 0.1 is 0.3
 */
double
tras_ticks_get_value (const TrasTicks *self,
                      guint            index)
{
  double multiple = (self->first + index) * self->mantissa;

  return self->exponent < 0 && self->exponent > -300 ? multiple / pow (10, -self->exponent)
                                                     : multiple * pow (10, self->exponent);
}

/**
 * tras_ticks_get_decimals:
 * @self: the ticks
 *
 * Returns: the decimals that tell the ticks apart
 */
int
tras_ticks_get_decimals (const TrasTicks *self)
{
  return MAX (0, -self->exponent);
}

/* The first day of the step that holds @day. Every count of months divides 1900 years of them. */
static TrasDay
floor_to_step (const DayStep *step,
               TrasDay        day)
{
  int year, month, total;

  switch (step->unit)
    {
    case STEP_DAYS:
      return day;
    case STEP_WEEKS:
      return tras_period_first_day (TRAS_EVERY_WEEK, day);
    case STEP_MONTHS:
      tras_day_split (day, &year, &month, NULL);
      total = year * 12 + month - 1;
      total -= total % step->count;
      return tras_day_new (total / 12, total % 12 + 1, 1);
    default:
      g_return_val_if_reached (day);
    }
}

static TrasDay
next_step (const DayStep *step,
           TrasDay        day)
{
  switch (step->unit)
    {
    case STEP_DAYS:
      return day + 1;
    case STEP_WEEKS:
      return day + 7;
    case STEP_MONTHS:
      day = tras_day_add_months (day, step->count);
      return day == TRAS_DAY_NONE ? TRAS_DAY_MAX + 1 : day;
    default:
      g_return_val_if_reached (day + 1);
    }
}

static void
clear_tick (TrasDayTick *tick)
{
  g_free (tick->label);
}

static GArray *
make_row (const DayStep         *step,
          TrasDateForm           form,
          TrasDay                from,
          TrasDay                to,
          gboolean               begins_before,
          const TrasChartFormat *format)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (TrasDayTick));
  TrasDay day = floor_to_step (step, from);

  g_array_set_clear_func (row, (GDestroyNotify) clear_tick);
  if (day < from && !begins_before)
    day = next_step (step, day);

  for (; day <= to; day = next_step (step, day))
    {
      TrasDayTick tick = { day, tras_chart_format_date (format, day, form) };

      g_array_append_val (row, tick);
    }

  return row;
}

/**
 * tras_day_ticks_new:
 * @from: the domain's first day
 * @to: its last day, not before @from
 * @places: the axis' length
 * @label_width: the room that a label of the minor row needs, in the same unit
 * @every: the finest step that makes sense for the data
 * @format: writes the labels
 *
 * Takes the finest calendar step whose labels have room: days, weeks, months, quarters, half years,
 * years. Weeks begin on Monday, so that a tick stands where the week's value stands.
 *
 * Returns: (transfer full): the ticks in the order of days
 */
TrasDayTicks *
tras_day_ticks_new (TrasDay                from,
                    TrasDay                to,
                    double                 places,
                    double                 label_width,
                    TrasEvery              every,
                    const TrasChartFormat *format)
{
  static const DayStep months = { STEP_MONTHS, 1, 28, TRAS_DATE_FORM_MONTH_YEAR };
  static const DayStep years = { STEP_MONTHS, 12, 365, TRAS_DATE_FORM_YEAR };
  double places_per_day;
  guint i = 0;
  TrasDayTicks *self;

  g_return_val_if_fail (from >= TRAS_DAY_MIN && from <= to && to <= TRAS_DAY_MAX, NULL);

  while ((int) day_steps[i].unit < (int) every)
    i++;
  places_per_day = MAX (places, 1) / MAX (to - from, 1);
  while (i + 1 < G_N_ELEMENTS (day_steps) && day_steps[i].days * places_per_day < label_width)
    i++;

  self = g_new0 (TrasDayTicks, 1);
  if (day_steps[i].minor == TRAS_DATE_FORM_YEAR)
    {
      self->minor = g_array_new (FALSE, FALSE, sizeof (TrasDayTick));
      self->major = make_row (&day_steps[i], TRAS_DATE_FORM_YEAR, from, to, FALSE, format);
    }
  else
    {
      self->minor = make_row (&day_steps[i], day_steps[i].minor, from, to, FALSE, format);
      self->major = make_row (day_steps[i].major == TRAS_DATE_FORM_YEAR ? &years : &months,
                              day_steps[i].major, from, to, TRUE, format);
    }

  return self;
}

/**
 * tras_day_ticks_free:
 * @self: (transfer full): ticks
 */
void
tras_day_ticks_free (TrasDayTicks *self)
{
  g_array_unref (self->minor);
  g_array_unref (self->major);
  g_free (self);
}
