/* sample-series.h: series for the tests of this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-series.h"

#define SAMPLE_MAX 4096

/* A series that owns its arrays, in consecutive periods from 0. */
typedef struct
{
  TrasSeries series;
  gint32     periods[SAMPLE_MAX];
  double     values[SAMPLE_MAX];
  guint8     left_out[SAMPLE_MAX];
} Sample;

static inline void
sample_clear (Sample *sample)
{
  sample->series = TRAS_SERIES_INIT;
  sample->series.periods = sample->periods;
  sample->series.values = sample->values;
  sample->series.left_out = sample->left_out;
}

static inline void
sample_add_at (Sample *sample,
               gint32  period,
               double  value,
               guint8  left_out)
{
  gsize i = sample->series.n++;

  g_assert (i < SAMPLE_MAX);
  sample->periods[i] = period;
  sample->values[i] = value;
  sample->left_out[i] = left_out;
}

static inline void
sample_add (Sample *sample,
            double  value)
{
  gsize n = sample->series.n;

  sample_add_at (sample, n > 0 ? sample->periods[n - 1] + 1 : 0, value, 0);
}

/* @n points that alternate between 9 and 11: mean 10, mean moving range 2, limits 10 ± 5.32. */
static inline void
sample_add_saw (Sample *sample,
                guint   n)
{
  for (guint i = 0; i < n; i++)
    sample_add (sample, i % 2 == 0 ? 9.0 : 11.0);
}

/* Standard normal (Box and Muller). */
static inline double
sample_normal (GRand *rand)
{
  double radius = sqrt (-2.0 * log (1.0 - g_rand_double (rand)));

  return radius * cos (2.0 * G_PI * g_rand_double (rand));
}
