/* tras-minmax-pyramid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-minmax-pyramid.h"

#define SHIFT 4
#define ARITY ((gsize) 1 << SHIFT)

typedef struct
{
  double min;
  double max;
} Minmax;

/* Level 0 is the values themselves, borrowed; a block of level k > 0 spans 16^k of them. */
struct _TrasMinmaxPyramid
{
  const double *values;
  gsize         n_values;
  Minmax       *levels[10];
  gsize         n_blocks[10];
  guint         n_levels;
};

/* No comparison holds for a NAN, so that it is passed over without a branch of its own. Two chains,
 * because each step of one waits for the step before. */
static void
scan_values (const double *values,
             gsize         n,
             Minmax       *range)
{
  Minmax even = *range;
  Minmax odd = *range;
  gsize i = 0;

  for (; i + 1 < n; i += 2)
    {
      even.min = values[i] < even.min ? values[i] : even.min;
      even.max = values[i] > even.max ? values[i] : even.max;
      odd.min = values[i + 1] < odd.min ? values[i + 1] : odd.min;
      odd.max = values[i + 1] > odd.max ? values[i + 1] : odd.max;
    }
  if (i < n)
    {
      even.min = values[i] < even.min ? values[i] : even.min;
      even.max = values[i] > even.max ? values[i] : even.max;
    }

  range->min = MIN (even.min, odd.min);
  range->max = MAX (even.max, odd.max);
}

static void
scan_blocks (const Minmax *blocks,
             gsize         n,
             Minmax       *range)
{
  for (gsize i = 0; i < n; i++)
    {
      range->min = blocks[i].min < range->min ? blocks[i].min : range->min;
      range->max = blocks[i].max > range->max ? blocks[i].max : range->max;
    }
}

static void
scan_level (const TrasMinmaxPyramid *self,
            guint                    level,
            gsize                    from,
            gsize                    to,
            Minmax                  *range)
{
  if (level == 0)
    scan_values (self->values + from, to - from, range);
  else
    scan_blocks (self->levels[level] + from, to - from, range);
}

/**
 * tras_minmax_pyramid_new:
 * @values: (array length=n_values) (transfer none): finite values, or NAN for none; must outlive
 *   the pyramid and not change
 * @n_values: their count
 *
 * Costs one pass over the values and 2/15 of their memory.
 *
 * Returns: (transfer full): a pyramid over @values
 */
TrasMinmaxPyramid *
tras_minmax_pyramid_new (const double *values,
                         gsize         n_values)
{
  TrasMinmaxPyramid *self = g_new0 (TrasMinmaxPyramid, 1);
  gsize below = n_values;

  self->values = values;
  self->n_values = n_values;
  self->n_levels = 1;
  while (below > ARITY)
    {
      guint level = self->n_levels++;
      gsize n = (below + ARITY - 1) >> SHIFT;

      self->levels[level] = g_new (Minmax, n);
      self->n_blocks[level] = n;
      for (gsize i = 0; i < n; i++)
        {
          Minmax range = { INFINITY, -INFINITY };

          scan_level (self, level - 1, i << SHIFT, MIN ((i + 1) << SHIFT, below), &range);
          self->levels[level][i] = range;
        }
      below = n;
    }

  return self;
}

/**
 * tras_minmax_pyramid_free:
 * @self: (transfer full): a pyramid
 */
void
tras_minmax_pyramid_free (TrasMinmaxPyramid *self)
{
  for (guint i = 1; i < self->n_levels; i++)
    g_free (self->levels[i]);
  g_free (self);
}

/**
 * tras_minmax_pyramid_range:
 * @self: a pyramid
 * @from: the first value
 * @to: one past the last value, at most the count
 * @min: (out): the smallest of values[@from] … values[@to − 1], NAN passed over
 * @max: (out): the largest
 *
 * Reads at most 32 entries a level.
 *
 * Returns: whether there is any value in the stretch; if not, @min and @max are NAN
 */
gboolean
tras_minmax_pyramid_range (const TrasMinmaxPyramid *self,
                           gsize                    from,
                           gsize                    to,
                           double                  *min,
                           double                  *max)
{
  Minmax range = { INFINITY, -INFINITY };

  g_return_val_if_fail (from <= to && to <= self->n_values, FALSE);

  for (guint level = 0; from < to; level++)
    {
      gsize first_block = (from + ARITY - 1) >> SHIFT;
      gsize last_block = to >> SHIFT;

      if (level + 1 == self->n_levels || first_block >= last_block)
        {
          scan_level (self, level, from, to, &range);
          break;
        }

      scan_level (self, level, from, first_block << SHIFT, &range);
      scan_level (self, level, last_block << SHIFT, to, &range);
      from = first_block;
      to = last_block;
    }

  *min = range.min <= range.max ? range.min : NAN;
  *max = range.min <= range.max ? range.max : NAN;

  return range.min <= range.max;
}
