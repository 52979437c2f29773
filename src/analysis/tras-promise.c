/* tras-promise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is promised for a day leaves on it and is missing ever after. So a day can give no more than
 * the least that is left over on any evening from that day on: more would break a promise that was
 * made before. What comes on a day can leave on it.
 */

#include "config.h"

#include "tras-promise.h"
#include "tras-stock-cost.h"

/* Sums of quantities may be larger than 64 bits. */
typedef __int128 Wide;

/* The evenings from the last one back: the first of @n steps that are left end the day at hand. */
typedef struct
{
  const TrasPromiseStep *steps;
  gsize n;
  Wide balance;
  Wide least;
} Walk;

static Walk
walk_begin (gint64                 on_hand,
            const TrasPromiseStep *steps,
            gsize                  n)
{
  Walk walk = { steps, n, on_hand, 0 };

  for (gsize i = 0; i < n; i++)
    walk.balance += steps[i].quantity;
  walk.least = walk.balance;

  return walk;
}

static TrasDay
walk_get_day (const Walk *walk)
{
  return walk->n > 0 ? walk->steps[walk->n - 1].on : TRAS_DAY_NONE;
}

/* Goes to the evening before the day at hand. */
static void
walk_back (Walk *walk)
{
  TrasDay day = walk_get_day (walk);

  while (walk->n > 0 && walk->steps[walk->n - 1].on == day)
    walk->balance -= walk->steps[--walk->n].quantity;
  walk->least = MIN (walk->least, walk->balance);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  const TrasPromiseStep *x = a, *y = b;

  return (x->on > y->on) - (x->on < y->on);
}

/**
 * tras_promise_sort:
 * @steps: (array length=n): steps in any order
 * @n: how many
 *
 * Puts them in the order of their days, as the other functions want them.
 */
void
tras_promise_sort (TrasPromiseStep *steps,
                   gsize            n)
{
  g_return_if_fail (n == 0 || steps != NULL);

  if (n > 0)
    g_qsort_with_data (steps, (int) n, sizeof *steps, compare_steps, NULL);
}

/**
 * tras_promise_get_most:
 * @on_hand: what is there now, in thousandths of the unit
 * @steps: (array length=n): what comes and what was promised, by day
 * @n: how many
 * @day: a day
 *
 * Returns: the most that can be promised for @day without making an earlier promise fail; 0 where
 *   there is nothing, or promises fail already
 */
gint64
tras_promise_get_most (gint64                 on_hand,
                       const TrasPromiseStep *steps,
                       gsize                  n,
                       TrasDay                day)
{
  Walk walk;

  g_return_val_if_fail (n == 0 || steps != NULL, 0);

  walk = walk_begin (on_hand, steps, n);
  while (walk.n > 0 && walk_get_day (&walk) > day)
    walk_back (&walk);

  return (gint64) CLAMP (walk.least, 0, TRAS_STOCK_MAX);
}

/**
 * tras_promise_find_day:
 * @on_hand: what is there now, in thousandths of the unit
 * @steps: (array length=n): what comes and what was promised, by day
 * @n: how many
 * @from: the first day that will do
 * @quantity: how much is wanted
 *
 * Returns: the first day from @from on for which all of it can be promised as
 *   tras_promise_get_most() has it; %TRAS_DAY_NONE where no day is known
 */
TrasDay
tras_promise_find_day (gint64                 on_hand,
                       const TrasPromiseStep *steps,
                       gsize                  n,
                       TrasDay                from,
                       gint64                 quantity)
{
  TrasDay best = TRAS_DAY_NONE;
  Walk walk;

  g_return_val_if_fail (n == 0 || steps != NULL, TRAS_DAY_NONE);

  if (quantity <= 0)
    return from;

  walk = walk_begin (on_hand, steps, n);
  while (walk.least >= quantity)
    {
      best = MAX (walk_get_day (&walk), from);
      if (best == from)
        break;
      walk_back (&walk);
    }

  return best;
}
