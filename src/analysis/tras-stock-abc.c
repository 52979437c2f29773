/* tras-stock-abc.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stock-abc.h"

/* Sums of money may be larger than 64 bits. */
typedef __int128 Wide;

typedef struct
{
  gint64 used;
  gsize place;
} Ranked;

static int
compare_used (const void *a,
              const void *b)
{
  const Ranked *x = a, *y = b;

  if (x->used != y->used)
    return x->used > y->used ? -1 : 1;

  return (x->place > y->place) - (x->place < y->place);
}

/**
 * tras_stock_classify:
 * @used: (array length=n): what of each item was used in a year, in money
 * @n: how many items
 * @classes: (out caller-allocates) (array length=n): their classes
 *
 * By value: an item is in the first class for as long as those above it make less than 80 % of the
 * whole, in the second up to 95 %. What was not used is in the last.
 */
void
tras_stock_classify (const gint64   *used,
                     gsize           n,
                     TrasStockClass *classes)
{
  g_autofree Ranked *ranked = g_new (Ranked, n);
  Wide all = 0, above = 0;

  g_return_if_fail (n == 0 || (used != NULL && classes != NULL));

  for (gsize i = 0; i < n; i++)
    {
      ranked[i] = (Ranked) { MAX (used[i], 0), i };
      all += ranked[i].used;
    }
  if (n > 0)
    qsort (ranked, n, sizeof *ranked, compare_used);

  for (gsize i = 0; i < n; i++)
    {
      TrasStockClass item_class = TRAS_STOCK_CLASS_C;

      if (ranked[i].used > 0 && 100 * above < 80 * all)
        item_class = TRAS_STOCK_CLASS_A;
      else if (ranked[i].used > 0 && 100 * above < 95 * all)
        item_class = TRAS_STOCK_CLASS_B;
      classes[ranked[i].place] = item_class;
      above += ranked[i].used;
    }
}

/**
 * tras_stock_is_accurate:
 * @item_class: the item's class
 * @expected: what should have been there, in thousandths
 * @counted: what was there
 *
 * Returns: whether the count is within 1, 3 or 5 % of what was expected, by class
 */
gboolean
tras_stock_is_accurate (TrasStockClass item_class,
                        gint64         expected,
                        gint64         counted)
{
  static const int percent[] = {
    [TRAS_STOCK_CLASS_A] = 1,
    [TRAS_STOCK_CLASS_B] = 3,
    [TRAS_STOCK_CLASS_C] = 5,
  };
  Wide off = (Wide) counted - expected;

  g_return_val_if_fail ((guint) item_class < G_N_ELEMENTS (percent), FALSE);

  return 100 * (off < 0 ? -off : off) <= (Wide) percent[item_class] * MAX (expected, 0);
}
