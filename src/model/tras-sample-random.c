/* tras-sample-random.c: chance and seasons, the same on every machine
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-sample-private.h"

/**
 * tras_sample_random_init:
 * @self: a stream
 * @key: what it is for; the same key gives the same numbers
 *
 * Starts at the 64-bit FNV-1a hash of @key.
 */
void
tras_sample_random_init (TrasSampleRandom *self,
                         const char       *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const guchar *c = (const guchar *) key; *c != '\0'; c++)
    hash = (hash ^ *c) * G_GUINT64_CONSTANT (0x100000001b3);
  self->state = hash;
}

/**
 * tras_sample_random_next:
 * @self: a stream
 *
 * The next number of SplitMix64 (Steele, Lea and Flood 2014).
 *
 * Returns: a number from 0 to below 1, uniformly
 */
double
tras_sample_random_next (TrasSampleRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (double) (z >> 11) * 0x1p-53;
}

/**
 * tras_sample_random_bell:
 * @self: a stream
 *
 * Returns: a number with mean 0 and deviation 1: the sum of twelve less 6, which needs no function
 *   that rounds differently elsewhere
 */
double
tras_sample_random_bell (TrasSampleRandom *self)
{
  double sum = -6.0;

  for (guint i = 0; i < 12; i++)
    sum += tras_sample_random_next (self);

  return sum;
}

/**
 * tras_sample_random_count:
 * @self: a stream
 * @mean: how many are expected
 *
 * Returns: how many happened, about as Poisson has it: few as 32 chances, many as a rounded bell
 */
gint64
tras_sample_random_count (TrasSampleRandom *self,
                          double            mean)
{
  gint64 count = 0;

  if (mean > 8)
    return MAX (0, (gint64) floor (mean + sqrt (mean) * tras_sample_random_bell (self) + 0.5));

  for (guint i = 0; i < 32; i++)
    count += tras_sample_random_next (self) * 32 < mean;

  return count;
}

/**
 * tras_sample_get_season:
 * @self: a sample
 * @season: (nullable): a season
 * @day: a day
 *
 * Returns: percent of a usual month in the month of @day
 */
guint
tras_sample_get_season (TrasSample *self,
                        const char *season,
                        TrasDay     day)
{
  int *months;
  int month;

  if (season == NULL)
    return 100;

  months = g_hash_table_lookup (self->seasons, season);
  if (months == NULL)
    {
      g_autofree char *group = g_strconcat ("season.", season, NULL);
      gsize n_months = 0;

      months = g_key_file_get_integer_list (self->data, group, "months", &n_months, NULL);
      g_return_val_if_fail (n_months == 12, 100);
      g_hash_table_insert (self->seasons, g_strdup (season), months);
    }
  tras_day_split (day, NULL, &month, NULL);

  return (guint) months[month - 1];
}
