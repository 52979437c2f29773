/* tras-ticket-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "tras-ticket-time.h"

static int
compare (const void *a,
         const void *b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gint64 *
dup_sorted (const gint64 *seconds,
            gsize         n)
{
  gint64 *sorted = g_memdup2 (seconds, n * sizeof (gint64));

  qsort (sorted, n, sizeof (gint64), compare);

  return sorted;
}

/**
 * tras_ticket_time_get_median:
 * @seconds: (array length=n): how long tickets took, in any order, 0 or more
 * @n: how many
 *
 * Returns: the time in the middle; of two the mean, without what is less than a second; −1 for none
 */
gint64
tras_ticket_time_get_median (const gint64 *seconds,
                             gsize         n)
{
  g_autofree gint64 *sorted = NULL;

  if (n == 0)
    return -1;

  g_return_val_if_fail (seconds != NULL, -1);

  sorted = dup_sorted (seconds, n);

  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/**
 * tras_ticket_time_get_rank:
 * @seconds: (array length=n): how long tickets took, in any order, 0 or more
 * @n: how many
 * @percent: 1 to 100
 *
 * The nearest rank: a time that a ticket took, and none between two.
 *
 * Returns: the shortest of the times within which @percent of a hundred were resolved; −1 for none
 */
gint64
tras_ticket_time_get_rank (const gint64 *seconds,
                           gsize         n,
                           int           percent)
{
  g_autofree gint64 *sorted = NULL;

  g_return_val_if_fail (percent >= 1 && percent <= 100, -1);

  if (n == 0)
    return -1;

  g_return_val_if_fail (seconds != NULL, -1);

  sorted = dup_sorted (seconds, n);

  return sorted[(n * (gsize) percent + 99) / 100 - 1];
}
