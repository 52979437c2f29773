/* tras-few.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-few.h"

/* The smallest part that is still shown and has somebody; @n for none. */
static guint
find_smallest (const guint    *heads,
               const gboolean *hidden,
               guint           n)
{
  guint found = n;

  for (guint i = 0; i < n; i++)
    {
      if (!hidden[i] && heads[i] > 0 && (found == n || heads[i] < heads[found]))
        found = i;
    }

  return found;
}

/**
 * tras_few_hide:
 * @heads: (array length=n): how many people there are in each part of a whole
 * @n: how many parts
 * @hidden: (array length=n) (out caller-allocates): whether the part's figure stays hidden
 *
 * Hides what tells of fewer than %TRAS_FEW_LEAST people, see tras_few_hide_below().
 *
 * Returns: whether the whole may be shown
 */
gboolean
tras_few_hide (const guint *heads,
               guint        n,
               gboolean    *hidden)
{
  return tras_few_hide_below (heads, n, TRAS_FEW_LEAST, hidden);
}

/**
 * tras_few_hide_below:
 * @heads: (array length=n): how many people there are in each part of a whole
 * @n: how many parts
 * @least: how many people have a figure of their own
 * @hidden: (array length=n) (out caller-allocates): whether the part's figure stays hidden
 *
 * Hides the parts with fewer than @least people. Whoever takes what is shown from the
 * whole has the hidden parts together: where these are fewer people than that, or one part alone,
 * the next smallest is hidden with them (*ours*). Parts without anybody hide nothing and are not
 * hidden.
 *
 * Returns: whether the whole may be shown: it has as many people
 */
gboolean
tras_few_hide_below (const guint *heads,
                     guint        n,
                     guint        least,
                     gboolean    *hidden)
{
  guint all = 0, few = 0, n_hidden = 0;

  g_return_val_if_fail (n == 0 || (heads != NULL && hidden != NULL), FALSE);

  for (guint i = 0; i < n; i++)
    {
      hidden[i] = heads[i] > 0 && heads[i] < least;
      n_hidden += hidden[i];
      few += hidden[i] ? heads[i] : 0;
      all += heads[i];
    }
  while (n_hidden > 0 && (n_hidden == 1 || few < least))
    {
      guint next = find_smallest (heads, hidden, n);

      if (next == n)
        break;
      hidden[next] = TRUE;
      n_hidden++;
      few += heads[next];
    }

  return all >= least;
}
