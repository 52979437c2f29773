/* test-pace-properties.c: what holds of any target, whatever its numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of tras-pace.c, for all shapes of targets and both directions. All numbers are whole and small:
 * sums and differences of them are exact, so that what is equal is equal to the last bit.
 */

#include "config.h"

#include "tras-pace.h"

#define ROUNDS 4000
#define MOST_STEPS 4
#define MOST_VALUES 26

typedef enum
{
  REACH,
  KEEP_LINE,
  KEEP_BAND,
  TOTAL,
  N_SHAPES,
} Shape;

/* A target, and what was measured of it. */
typedef struct
{
  Shape shape;
  TrasBetter better;
  TrasWaypoint path[MOST_STEPS + 1];  /* to reach; of the others the first and the last day */
  gsize n_path;
  double line;                        /* to keep, or the total */
  double low;
  double high;
  double values[MOST_VALUES];
  gint32 periods[MOST_VALUES];
  gsize n_values;
  TrasDay day;
} Case;

static TrasPace
judge (const Case *self)
{
  TrasSeries series = TRAS_SERIES_INIT;
  double sum = 0;
  guint n_met, n;

  switch (self->shape)
    {
    case REACH:
      return tras_pace_of (tras_pace_reach (self->path[0].value,
                                            self->path[self->n_path - 1].value,
                                            self->values[self->n_values - 1]),
                           tras_pace_path_elapsed (self->path, self->n_path, self->day));
    case KEEP_LINE:
    case KEEP_BAND:
      series.n = self->n_values;
      series.values = self->values;
      series.periods = self->periods;
      series.better = self->better;
      series.band_low = self->low;
      series.band_high = self->high;
      n_met = tras_series_count_met (&series, self->line, (guint) self->n_values, &n);
      return tras_pace_of (tras_pace_keep (n_met, n), 1.0);
    case TOTAL:
      for (gsize i = 0; i < self->n_values; i++)
        sum += self->values[i];
      return tras_pace_of (tras_pace_total (sum, (guint) self->n_values, self->line),
                           tras_pace_elapsed (self->path[0].on, self->path[self->n_path - 1].on,
                                              self->day));
    case N_SHAPES:
    default:
      g_assert_not_reached ();
    }
}

static double
whole (GRand *rand,
       int    low,
       int    high)
{
  return g_rand_int_range (rand, low, high + 1);
}

/* Steps that all lead the same way, with days and heights of any length. */
static void
make_path (Case  *self,
           GRand *rand)
{
  int way = self->better == TRAS_BETTER_DOWN ? -1 : 1;

  self->n_path = (gsize) g_rand_int_range (rand, 2, MOST_STEPS + 2);
  self->path[0] = (TrasWaypoint) { g_rand_int_range (rand, 0, 400), whole (rand, -60, 60) };
  for (gsize i = 1; i < self->n_path; i++)
    {
      self->path[i].on = self->path[i - 1].on + g_rand_int_range (rand, 1, 90);
      self->path[i].value = self->path[i - 1].value + way * whole (rand, i == 1, 40);
    }
}

static void
make_case (Case  *self,
           Shape  shape,
           GRand *rand)
{
  *self = (Case) { .shape = shape, .low = NAN, .high = NAN, .line = NAN };
  self->better = g_rand_boolean (rand) ? TRAS_BETTER_UP : TRAS_BETTER_DOWN;
  make_path (self, rand);
  self->day = g_rand_int_range (rand, self->path[0].on - 20,
                                self->path[self->n_path - 1].on + 20);
  self->n_values = (gsize) g_rand_int_range (rand, 1, MOST_VALUES + 1);
  for (gsize i = 0; i < self->n_values; i++)
    {
      self->values[i] = whole (rand, -100, 100);
      self->periods[i] = (gint32) i;
    }

  if (shape == KEEP_LINE)
    self->line = whole (rand, -130, 130);
  if (shape == KEEP_BAND)
    {
      self->better = TRAS_BETTER_BAND;
      self->low = whole (rand, -130, 40);
      self->high = self->low + whole (rand, 1, 240);
    }
  if (shape == TOTAL)
    self->line = (self->better == TRAS_BETTER_DOWN ? -1 : 1) * whole (rand, 1, 2000);
}

static void
assert_same (const Case *a,
             const Case *b)
{
  TrasPace x = judge (a), y = judge (b);

  g_assert_cmpint (x.state, ==, y.state);
  g_assert_cmpfloat (x.progress, ==, y.progress);
  g_assert_cmpfloat (x.elapsed, ==, y.elapsed);
  g_assert_cmpfloat (x.gap, ==, y.gap);
}

typedef void (*Property) (const Case *original,
                          GRand      *rand);

/* Looks at a property of random targets of every shape; and that they are not all in one state. */
static void
for_all (Property property)
{
  for (int shape = 0; shape < N_SHAPES; shape++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) (1926 + shape));
      guint n_states[TRAS_PACE_WORSE + 1] = { 0 };

      for (guint i = 0; i < ROUNDS; i++)
        {
          Case one;

          make_case (&one, shape, rand);
          n_states[judge (&one).state]++;
          property (&one, rand);
        }
      g_assert_cmpuint (n_states[TRAS_PACE_UNKNOWN], ==, 0);
      g_assert_cmpuint (n_states[TRAS_PACE_ON_PACE], >, ROUNDS / 50);
      g_assert_cmpuint (n_states[TRAS_PACE_FAR_BEHIND], >, ROUNDS / 50);
    }
}

/* ---- both directions ---- */

/* What is lost with every value turned round is lost in the mirror, too: as much, and called the
 * same. */
static void
check_mirror (const Case *original,
              GRand      *rand)
{
  Case mirrored = *original;

  for (gsize i = 0; i < mirrored.n_path; i++)
    mirrored.path[i].value *= -1;
  for (gsize i = 0; i < mirrored.n_values; i++)
    mirrored.values[i] *= -1;
  mirrored.line *= -1;
  mirrored.low = -original->high;
  mirrored.high = -original->low;
  if (original->better != TRAS_BETTER_BAND)
    mirrored.better = original->better == TRAS_BETTER_UP ? TRAS_BETTER_DOWN : TRAS_BETTER_UP;

  assert_same (original, &mirrored);
}

/* ---- better is never worse ---- */

/* One value goes towards what is wanted: up, down, or into the band. */
static void
improve (Case  *self,
         GRand *rand)
{
  double by = whole (rand, 1, 60);
  gsize place = self->shape == REACH ? self->n_values - 1
                                     : (gsize) g_rand_int_range (rand, 0, (int) self->n_values);
  double *value = &self->values[place];

  if (self->shape == KEEP_BAND)
    *value = *value < self->low ? MIN (*value + by, self->high)
                                : *value > self->high ? MAX (*value - by, self->low)
                                                      : whole (rand, (int) self->low,
                                                               (int) self->high);
  else
    *value += self->better == TRAS_BETTER_DOWN ? -by : by;
}

static void
check_better (const Case *original,
              GRand      *rand)
{
  Case improved = *original;
  TrasPace before, after;

  improve (&improved, rand);
  before = judge (original);
  after = judge (&improved);
  g_assert_cmpfloat (after.progress, >=, before.progress);
  g_assert_cmpfloat (after.elapsed, ==, before.elapsed);
  g_assert_cmpint (after.state, <=, before.state);
}

/* The same number a day later is never a better pace. */
static void
check_later (const Case *original,
             GRand      *rand)
{
  Case later = *original;

  later.day += g_rand_int_range (rand, 1, 60);
  g_assert_cmpfloat (judge (&later).elapsed, >=, judge (original).elapsed);
  g_assert_cmpint (judge (&later).state, >=, judge (original).state);
}

/* ---- exactly as planned ---- */

/* Whoever is just where the path is, is on pace: at each step, and on any day between. */
static void
check_planned (const Case *original,
               GRand      *rand)
{
  Case planned = *original;

  for (gsize i = 0; i < planned.n_path; i++)
    {
      TrasPace pace;

      planned.day = planned.path[i].on;
      switch (planned.shape)
        {
        case REACH:
          planned.values[planned.n_values - 1] = planned.path[i].value;
          break;
        case KEEP_LINE:
          for (gsize k = 0; k < planned.n_values; k++)
            planned.values[k] = planned.line;
          break;
        case KEEP_BAND:
          for (gsize k = 0; k < planned.n_values; k++)
            planned.values[k] = k % 2 ? planned.low : planned.high;
          break;
        case TOTAL:
          for (gsize k = 0; k < planned.n_values; k++)
            planned.values[k] = 0;
          planned.values[0] = planned.line * (planned.day - planned.path[0].on) /
                              (planned.path[planned.n_path - 1].on - planned.path[0].on);
          break;
        case N_SHAPES:
        default:
          g_assert_not_reached ();
        }
      pace = judge (&planned);
      g_assert_cmpint (pace.state, ==, TRAS_PACE_ON_PACE);
      g_assert_cmpfloat_with_epsilon (pace.gap, 0, 1e-9);
    }

  /* Between two steps the path is straight. */
  for (gsize i = 1; planned.shape == REACH && i < planned.n_path; i++)
    {
      const TrasWaypoint *from = &planned.path[i - 1], *to = &planned.path[i];
      int days = g_rand_int_range (rand, 0, to->on - from->on);

      planned.day = from->on + days;
      planned.values[planned.n_values - 1] =
        from->value + (to->value - from->value) * days / (to->on - from->on);
      g_assert_cmpint (judge (&planned).state, ==, TRAS_PACE_ON_PACE);
      g_assert_cmpfloat_with_epsilon (judge (&planned).gap, 0, 1e-9);
    }
}

/* Who is more than a quarter of the way behind the path is far behind, wherever on it. */
static void
check_far_behind (const Case *original,
                  GRand      *rand)
{
  Case behind = *original;
  TrasPace pace;
  double way;

  if (behind.shape != REACH)
    return;

  way = behind.path[behind.n_path - 1].value - behind.path[0].value;
  behind.values[behind.n_values - 1] =
    tras_pace_path_expected (behind.path, behind.n_path, behind.day) - 0.26 * way;
  pace = judge (&behind);
  g_assert_cmpfloat_with_epsilon (pace.gap, -0.26, 1e-9);
  g_assert_cmpint (pace.state, >=, TRAS_PACE_FAR_BEHIND);
}

/* ---- another unit ---- */

/* In grams or in kilograms, from another zero or in other days: the pace is the same. */
static void
check_unit (const Case *original,
            GRand      *rand)
{
  Case scaled = *original;
  double factor = ldexp (1, g_rand_int_range (rand, -8, 9));
  double shift = original->shape != TOTAL ? whole (rand, -1000, 1000) : 0;
  int days = g_rand_int_range (rand, -3000, 3000);

  for (gsize i = 0; i < scaled.n_path; i++)
    {
      scaled.path[i].value = factor * (scaled.path[i].value + shift);
      scaled.path[i].on += days;
    }
  for (gsize i = 0; i < scaled.n_values; i++)
    scaled.values[i] = factor * (scaled.values[i] + shift);
  scaled.line = factor * (scaled.line + shift);
  scaled.low = factor * (scaled.low + shift);
  scaled.high = factor * (scaled.high + shift);
  scaled.day += days;

  g_assert_cmpint (judge (&scaled).state, ==, judge (original).state);
  g_assert_cmpfloat_with_epsilon (judge (&scaled).progress, judge (original).progress, 1e-9);
  g_assert_cmpfloat_with_epsilon (judge (&scaled).elapsed, judge (original).elapsed, 1e-9);
}

/* ---- several targets ---- */

/* One target that does better never makes its goal worse; and alike weights are no weights. */
static void
test_combined (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1931);

  for (guint i = 0; i < ROUNDS; i++)
    {
      Case cases[3];
      TrasPace paces[3], before, after;
      double weights[3];
      guint improved = (guint) g_rand_int_range (rand, 0, 3);

      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        {
          make_case (&cases[k], g_rand_int_range (rand, 0, N_SHAPES), rand);
          paces[k] = judge (&cases[k]);
          weights[k] = whole (rand, 1, 9);
        }
      before = tras_pace_combine (paces, weights, G_N_ELEMENTS (paces));
      improve (&cases[improved], rand);
      paces[improved] = judge (&cases[improved]);
      after = tras_pace_combine (paces, weights, G_N_ELEMENTS (paces));
      g_assert_cmpfloat (after.progress, >=, before.progress);
      g_assert_cmpint (after.state, <=, before.state);

      for (guint k = 0; k < G_N_ELEMENTS (weights); k++)
        weights[k] *= 4;
      before = tras_pace_combine (paces, weights, G_N_ELEMENTS (paces));
      g_assert_cmpfloat (before.progress, ==, after.progress);
      g_assert_cmpint (before.state, ==, after.state);
    }
}

static void
test_mirror (void)
{
  for_all (check_mirror);
}

static void
test_better (void)
{
  for_all (check_better);
}

static void
test_later (void)
{
  for_all (check_later);
}

static void
test_planned (void)
{
  for_all (check_planned);
  for_all (check_far_behind);
}

static void
test_unit (void)
{
  for_all (check_unit);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pace-properties/mirror", test_mirror);
  g_test_add_func ("/pace-properties/better", test_better);
  g_test_add_func ("/pace-properties/later", test_later);
  g_test_add_func ("/pace-properties/planned", test_planned);
  g_test_add_func ("/pace-properties/unit", test_unit);
  g_test_add_func ("/pace-properties/combined", test_combined);

  return g_test_run ();
}
