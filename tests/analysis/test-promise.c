/* test-promise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-promise.h"
#include "tras-stock-cost.h"

#define THURSDAY 3
#define MANY 2000

/* 6 on hand, 60 come on Thursday, 40 on the 24th, of which 30 are promised for the 20th:
 * evenings 6, 66, 36, 76. */
static const TrasPromiseStep golden[] = { { THURSDAY, 60000 }, { 20, -30000 }, { 24, 40000 } };

#define STEPS golden, G_N_ELEMENTS (golden)

static void
test_most (void)
{
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, 0), ==, 6000);
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, THURSDAY - 1), ==, 6000);
  /* 66 are there, but 30 of them are somebody's. */
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, THURSDAY), ==, 36000);
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, 23), ==, 36000);
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, 24), ==, 76000);
  g_assert_cmpint (tras_promise_get_most (6000, STEPS, 5000), ==, 76000);
}

static void
test_day (void)
{
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 6000), ==, 0);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 6001), ==, THURSDAY);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 10, 6001), ==, 10);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 36000), ==, THURSDAY);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 36001), ==, 24);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 76000), ==, 24);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 76001), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_promise_find_day (6000, STEPS, 0, 0), ==, 0);
}

static void
test_edges (void)
{
  const TrasPromiseStep day[] = { { 5, -8000 }, { 5, 8000 } };
  const TrasPromiseStep broken[] = { { 5, -8000 }, { 9, 3000 } };
  const TrasPromiseStep huge[] = { { 1, G_MAXINT64 }, { 1, G_MAXINT64 }, { 2, G_MAXINT64 } };

  g_assert_cmpint (tras_promise_get_most (7000, NULL, 0, 0), ==, 7000);
  g_assert_cmpint (tras_promise_find_day (7000, NULL, 0, 4, 7000), ==, 4);
  g_assert_cmpint (tras_promise_find_day (7000, NULL, 0, 4, 7001), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_promise_get_most (-2000, NULL, 0, 0), ==, 0);
  /* What comes in the morning can leave on the same day, in whatever order it is written. */
  g_assert_cmpint (tras_promise_get_most (0, day, 2, 0), ==, 0);
  g_assert_cmpint (tras_promise_get_most (3000, day, 2, 0), ==, 3000);
  /* A promise that fails already gives nothing to anybody, nor does its day. */
  g_assert_cmpint (tras_promise_get_most (2000, broken, 2, 0), ==, 0);
  g_assert_cmpint (tras_promise_find_day (2000, broken, 2, 0, 1), ==, TRAS_DAY_NONE);
  g_assert_cmpint (tras_promise_find_day (6000, broken, 2, 0, 1000), ==, 9);
  g_assert_cmpint (tras_promise_get_most (0, huge, 3, 2), ==, TRAS_STOCK_MAX);
}

/* ---- laws, on random firms ---- */

typedef struct
{
  gint64 on_hand;
  TrasPromiseStep steps[12];
  gsize n;
} Case;

static void
make_case (Case *self)
{
  self->on_hand = g_test_rand_int_range (-2, 12);
  self->n = (gsize) g_test_rand_int_range (0, 10);
  for (gsize i = 0; i < self->n; i++)
    {
      self->steps[i].on = g_test_rand_int_range (0, 8);
      self->steps[i].quantity = g_test_rand_int_range (-6, 10);
    }
  tras_promise_sort (self->steps, self->n);
}

/* What is left on the evening of a day. */
static gint64
get_evening (const Case *self,
             TrasDay     day)
{
  gint64 sum = self->on_hand;

  for (gsize i = 0; i < self->n; i++)
    sum += self->steps[i].on <= day ? self->steps[i].quantity : 0;

  return sum;
}

static gint64
get_least (const Case *self,
           TrasDay     from)
{
  gint64 least = G_MAXINT64;

  for (TrasDay day = from; day < 10; day++)
    least = MIN (least, get_evening (self, day));

  return least;
}

static void
test_laws (void)
{
  for (guint round = 0; round < MANY; round++)
    {
      TrasDay day = g_test_rand_int_range (0, 9), found, first = TRAS_DAY_NONE;
      gint64 wanted = g_test_rand_int_range (1, 15), most;
      Case one;

      make_case (&one);
      most = tras_promise_get_most (one.on_hand, one.steps, one.n, day);
      g_assert_cmpint (most, ==, MAX (get_least (&one, day), 0));
      /* Later is never less. */
      g_assert_cmpint (tras_promise_get_most (one.on_hand, one.steps, one.n, day + 1), >=, most);

      for (TrasDay later = day; first == TRAS_DAY_NONE && later < 10; later++)
        {
          if (get_least (&one, later) >= wanted)
            first = later;
        }
      found = tras_promise_find_day (one.on_hand, one.steps, one.n, day, wanted);
      g_assert_cmpint (found, ==, first);
    }
}

/* Whoever promises only what the rule allows, in whatever order, breaks no promise ever, and a
 * promise that was refused would have broken one. */
static void
test_no_promise_breaks (void)
{
  for (guint round = 0; round < MANY; round++)
    {
      Case one = { .on_hand = g_test_rand_int_range (0, 20), .n = 2 };

      for (gsize i = 0; i < one.n; i++)
        one.steps[i] = (TrasPromiseStep) { g_test_rand_int_range (0, 8),
                                           g_test_rand_int_range (1, 20) };
      tras_promise_sort (one.steps, one.n);
      while (one.n < G_N_ELEMENTS (one.steps))
        {
          TrasPromiseStep step = { g_test_rand_int_range (0, 8), g_test_rand_int_range (1, 9) };
          gint64 most = tras_promise_get_most (one.on_hand, one.steps, one.n, step.on);
          gboolean kept = step.quantity <= most;
          Case with = one;

          with.steps[with.n++] = (TrasPromiseStep) { step.on, -step.quantity };
          tras_promise_sort (with.steps, with.n);
          g_assert_cmpint (get_least (&with, 0) >= 0, ==, kept);
          if (!kept)
            break;
          one = with;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/promise/most", test_most);
  g_test_add_func ("/analysis/promise/day", test_day);
  g_test_add_func ("/analysis/promise/edges", test_edges);
  g_test_add_func ("/analysis/promise/laws", test_laws);
  g_test_add_func ("/analysis/promise/no-promise-breaks", test_no_promise_breaks);

  return g_test_run ();
}
