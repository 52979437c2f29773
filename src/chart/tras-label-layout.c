/* tras-label-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-label-layout.h"

/* A run of labels that touch, as one: its middle is the mean of what its members ask for. */
typedef struct
{
  double wished;
  double height;
  guint  n;
} Block;

static double
block_top (const Block *block,
           double       top,
           double       bottom)
{
  double place = block->wished / block->n;

  return MAX (MIN (place, bottom - block->height), top);
}

/**
 * tras_label_layout_spread:
 * @centres: (inout) (array length=n): where the labels would like their middles, in rising order
 * @heights: (array length=n): their heights
 * @n: their count
 * @top: the upper border
 * @bottom: the lower border
 *
 * Moves labels apart in one dimension by the least sum of squared distances that keeps their order
 * (pool adjacent violators). They stay between the borders if their heights' sum has room there;
 * if not, they run over @bottom.
 */
void
tras_label_layout_spread (double       *centres,
                          const double *heights,
                          guint         n,
                          double        top,
                          double        bottom)
{
  g_autofree Block *blocks = g_new (Block, MAX (n, 1));
  guint n_blocks = 0;
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block) { centres[i] - heights[i] / 2, heights[i], 1 };
      while (n_blocks > 1)
        {
          Block *upper = &blocks[n_blocks - 2];
          Block *lower = &blocks[n_blocks - 1];

          if (block_top (upper, top, bottom) + upper->height <= block_top (lower, top, bottom))
            break;
          upper->wished += lower->wished - lower->n * upper->height;
          upper->height += lower->height;
          upper->n += lower->n;
          n_blocks--;
        }
    }

  for (guint i = 0; i < n_blocks; i++)
    {
      double place = block_top (&blocks[i], top, bottom);

      for (guint k = 0; k < blocks[i].n; k++, next++)
        {
          centres[next] = place + heights[next] / 2;
          place += heights[next];
        }
    }
}
