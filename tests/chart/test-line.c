/* test-line.c: columns keep every extreme, gaps stay gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "fixtures.h"
#include "tras-line.h"

typedef struct
{
  TrasDay           *days;
  double            *values;
  TrasMinmaxPyramid *pyramid;
  TrasLine           line;
} Sample;

static void
sample_init (Sample *self,
             gsize   n,
             int     most_step)
{
  self->days = g_new (TrasDay, n);
  self->values = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    {
      self->days[i] = i == 0 ? 0 : self->days[i - 1] + g_test_rand_int_range (0, most_step + 1);
      self->values[i] = g_test_rand_int_range (0, 20) == 0 ? NAN
                                                           : g_test_rand_double_range (-9, 9);
    }
  self->pyramid = tras_minmax_pyramid_new (self->values, n);
  self->line = (TrasLine) { self->values, self->days, n, self->pyramid, 0 };
}

static void
sample_clear (Sample *self)
{
  tras_minmax_pyramid_free (self->pyramid);
  g_free (self->days);
  g_free (self->values);
}

static void
check_columns (const TrasLine  *line,
               const TrasScale *x,
               guint            n)
{
  g_autofree TrasColumn *columns = g_new (TrasColumn, n);
  g_autofree double *low = g_new (double, n);
  g_autofree double *high = g_new (double, n);
  double first = MIN (x->from, x->to), last = MAX (x->from, x->to);
  gboolean mirrored = (x->to < x->from) != (x->end < x->start);

  for (guint i = 0; i < n; i++)
    low[i] = INFINITY, high[i] = -INFINITY;
  for (gsize i = 0; i < line->n_values; i++)
    {
      double place = line->days != NULL ? line->days[i] : (double) i;
      guint column = 0;

      if (place < first || place > last || isnan (line->values[i]))
        continue;
      while (column + 1 < n && first + (last - first) * (column + 1) / n <= place)
        column++;
      if (mirrored)
        column = n - 1 - column;
      low[column] = MIN (low[column], line->values[i]);
      high[column] = MAX (high[column], line->values[i]);
    }

  tras_line_get_columns (line, x, columns, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (isnan (columns[i].min), ==, low[i] > high[i]);
      if (isnan (columns[i].min))
        continue;
      g_assert_cmpfloat (columns[i].min, ==, low[i]);
      g_assert_cmpfloat (columns[i].max, ==, high[i]);
    }
}

static void
test_extremes (void)
{
  for (guint i = 0; i < 30; i++)
    {
      Sample sample;
      double end;

      sample_init (&sample, g_test_rand_int_range (1, 6000), i % 4);
      end = sample.days[sample.line.n_values - 1];
      for (guint k = 0; k < 2; k++)
        {
          const TrasScale scales[] = {
            { 0, end, 0, 200 }, { 0, end, 200, 0 }, { end * 0.3, end * 0.7, 0, 200 },
            { end * 0.31, end * 0.32, 10, 20 }, { -50, end + 50, 0, 200 },
          };

          for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
            check_columns (&sample.line, &scales[j], 1 + g_test_rand_int_range (0, 200));
          sample.line.pyramid = NULL;
        }
      sample_clear (&sample);
    }
}

static void
test_find (void)
{
  Sample sample;

  sample_init (&sample, 3000, 3);
  for (guint i = 0; i < 2000; i++)
    {
      double place = g_test_rand_double_range (-10, sample.days[2999] + 10);
      gsize expected = 0;

      if (i % 3 == 0)
        place = round (place);
      while (expected < 3000 && sample.days[expected] < place)
        expected++;
      g_assert_cmpuint (tras_line_find (&sample.line, place), ==, expected);
    }
  sample_clear (&sample);
}

/* What the picture shows is what the columns say: no extreme is lost on the way to the pixels. */
static void
test_pixels (void)
{
  const guint n = 20000;
  g_autofree double *values = g_new (double, n);
  TrasLine line = { values, NULL, n, NULL, 0 };
  const TrasScale x = { 0, n - 1, 0, 200 };
  const TrasScale y = { -10, 10, 100, 0 };
  Paper paper = paper_new (200, 100);

  for (guint i = 0; i < n; i++)
    values[i] = 0;
  values[4321] = 9;
  values[12345] = -9;
  g_assert_true (tras_line_is_dense (&line, &x));
  tras_line_draw (&line, paper.cr, &x, &y, 1);
  g_assert_cmpuint (paper_get_alpha (&paper, 43, 6), ==, 0xff);
  g_assert_cmpuint (paper_get_alpha (&paper, 123, 93), ==, 0xff);
  g_assert_cmpuint (paper_get_alpha (&paper, 80, 6), ==, 0);
  for (int i = 0; i < 200; i++)
    g_assert_cmpuint (MAX (paper_get_alpha (&paper, i, 49), paper_get_alpha (&paper, i, 50)), >, 0);
  paper_clear (&paper);
}

static void
test_gap (void)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      guint n = pass == 0 ? 40 : 4000;
      g_autofree double *values = g_new (double, n);
      TrasLine line = { values, NULL, n, NULL, 0 };
      const TrasScale x = { 0, n - 1, 0, 200 };
      const TrasScale y = { -1, 1, 20, 0 };
      Paper paper = paper_new (200, 20);

      for (guint i = 0; i < n; i++)
        values[i] = i > n / 4 && i < n * 3 / 4 ? NAN : 0;
      tras_line_draw (&line, paper.cr, &x, &y, 2);
      for (int i = 56; i < 144; i++)
        g_assert_cmpuint (paper_get_alpha (&paper, i, 10), ==, 0);
      g_assert_cmpuint (paper_get_alpha (&paper, 20, 10), ==, 0xff);
      g_assert_cmpuint (paper_get_alpha (&paper, 180, 10), ==, 0xff);
      paper_clear (&paper);
    }
}

/* The two ways of filling columns, by coverage and by rectangles, agree. */
static void
test_ways_agree (void)
{
  Sample sample;
  cairo_surface_t *mask_target = cairo_image_surface_create (CAIRO_FORMAT_A8, 300, 120);
  cairo_surface_t *turned_target = cairo_image_surface_create (CAIRO_FORMAT_A8, 300, 120);
  cairo_t *mask_cr = cairo_create (mask_target);
  cairo_t *turned_cr = cairo_create (turned_target);
  TrasScale x, y = { -9, 9, 110, 10 };
  /* Upside down is a direction that the mask does not know; negated values undo it. */
  const cairo_matrix_t upside_down = { 1, 0, 0, -1, 0, 120 };
  guint n_different = 0;

  sample_init (&sample, 5000, 2);
  x = (TrasScale) { 0, sample.days[4999], 0, 300 };
  tras_line_draw (&sample.line, mask_cr, &x, &y, 1);
  cairo_transform (turned_cr, &upside_down);
  for (gsize i = 0; i < 5000; i++)
    sample.values[i] = -sample.values[i];
  sample.line.pyramid = NULL;
  tras_line_draw (&sample.line, turned_cr, &x, &y, 1);

  cairo_surface_flush (mask_target);
  cairo_surface_flush (turned_target);
  for (int row = 0; row < 120; row++)
    {
      const guint8 *one = cairo_image_surface_get_data (mask_target) +
                          row * cairo_image_surface_get_stride (mask_target);
      const guint8 *other = cairo_image_surface_get_data (turned_target) +
                            row * cairo_image_surface_get_stride (turned_target);

      for (int column = 0; column < 300; column++)
        n_different += ABS (one[column] - other[column]) > 6;
    }
  g_assert_cmpuint (n_different, ==, 0);

  cairo_destroy (mask_cr);
  cairo_destroy (turned_cr);
  cairo_surface_destroy (mask_target);
  cairo_surface_destroy (turned_target);
  sample_clear (&sample);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/line/extremes", test_extremes);
  g_test_add_func ("/chart/line/find", test_find);
  g_test_add_func ("/chart/line/pixels", test_pixels);
  g_test_add_func ("/chart/line/gap", test_gap);
  g_test_add_func ("/chart/line/ways-agree", test_ways_agree);

  return g_test_run ();
}
