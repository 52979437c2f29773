/* test-few.c: what few people are like stays theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-few.h"

#define MOST 6

static const struct
{
  guint heads[MOST];
  guint n;
  const char *hidden;   /* a letter a part: x is hidden */
  gboolean whole;
} vectors[] = {
  { { 5, 6, 9 }, 3, "---", TRUE },
  /* The three alone would be the whole less the others. */
  { { 9, 3, 12, 6 }, 4, "-x-x", TRUE },
  /* Four and four hide each other. */
  { { 4, 4, 30 }, 3, "xx-", TRUE },
  /* One and two are three together. */
  { { 1, 7, 2, 5 }, 4, "x-xx", TRUE },
  /* Nobody is nobody. */
  { { 0, 5, 0 }, 3, "---", TRUE },
  { { 0, 4, 8, 0, 20 }, 5, "-xx--", TRUE },
  { { 2, 1 }, 2, "xx", FALSE },
  { { 4 }, 1, "x", FALSE },
  { { 0 }, 0, "", FALSE },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      gboolean hidden[MOST];

      g_assert_cmpint (tras_few_hide (vectors[i].heads, vectors[i].n, hidden), ==,
                       vectors[i].whole);
      for (guint k = 0; k < vectors[i].n; k++)
        g_assert_cmpint (hidden[k], ==, vectors[i].hidden[k] == 'x');
    }
}

/* Neither a part that is shown nor what is left of the whole is about fewer than five. */
static void
test_nobody_is_told_apart (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint heads[MOST], n = (guint) g_test_rand_int_range (1, MOST + 1), left = 0, n_hidden = 0;
      gboolean hidden[MOST];
      gboolean whole;

      for (guint k = 0; k < n; k++)
        heads[k] = (guint) g_test_rand_int_range (0, 12);
      whole = tras_few_hide (heads, n, hidden);
      for (guint k = 0; k < n; k++)
        {
          g_assert_true (hidden[k] || heads[k] == 0 || heads[k] >= TRAS_FEW_LEAST);
          left += hidden[k] ? heads[k] : 0;
          n_hidden += hidden[k];
        }
      if (whole)
        g_assert_true (n_hidden != 1 && (n_hidden == 0 || left >= TRAS_FEW_LEAST));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/few/vectors", test_vectors);
  g_test_add_func ("/few/nobody-is-told-apart", test_nobody_is_told_apart);

  return g_test_run ();
}
