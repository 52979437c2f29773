/* test-org-chart.c: the parts of a firm, none over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-org-chart.h"

static TrasOrgChart *
make_chart (const int *parents,
            guint      n,
            double     width,
            gboolean   mirrored)
{
  GArray *nodes = tras_org_chart_new_nodes ();

  for (guint i = 0; i < n; i++)
    {
      TrasOrgNode node = { .id = i + 1, .parent = parents[i], .title = g_strdup ("Warehouse"),
                           .head = g_strdup ("Ana"), .has_head = TRUE,
                           .words = g_strdup ("3 people · 1 open seat"), .n_people = 3,
                           .n_open = i % 2 };

      g_array_append_val (nodes, node);
    }

  return tras_org_chart_new (nodes, width, mirrored);
}

static gboolean
overlap (const TrasRect *a,
         const TrasRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* In trees of any shape nothing lies on anything else or outside, parts lie below what they are
 * part of, and the middle of each is found in it. */
static void
test_any_tree (void)
{
  enum { MOST = 30 };

  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, MOST + 1);
      int parents[MOST] = { -1 };
      double width = g_test_rand_double_range (200, 2000), all, high;
      g_autoptr (TrasOrgChart) chart = NULL;

      for (guint i = 1; i < n; i++)
        parents[i] = g_test_rand_int_range (-1, (gint32) i);
      chart = make_chart (parents, n, width, round % 2);
      tras_org_chart_get_size (chart, &all, &high);
      for (guint i = 0; i < n; i++)
        {
          const TrasRect *rect = tras_org_chart_get_rect (chart, i);

          g_assert_cmpfloat (rect->x, >=, 0);
          g_assert_cmpfloat (rect->x + rect->width, <=, all + 0.01);
          g_assert_cmpfloat (rect->y + rect->height, <=, high + 0.01);
          g_assert_cmpint (tras_org_chart_find (chart, rect->x + rect->width / 2,
                                                rect->y + rect->height / 2), ==, (int) i);
          if (parents[i] >= 0)
            {
              const TrasRect *above = tras_org_chart_get_rect (chart, (guint) parents[i]);

              g_assert_cmpfloat (above->y + above->height, <, rect->y);
            }
          for (guint k = 0; k < i; k++)
            g_assert_false (overlap (rect, tras_org_chart_get_rect (chart, k)));
        }
    }
}

/* The firm over five areas in a row of three and one of two. */
static void
test_walk (void)
{
  static const int parents[] = { -1, 0, 0, 0, 0, 0 };

  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (TrasOrgChart) chart = make_chart (parents, 6, 800, mirrored);
      int right = mirrored ? -1 : 1;

      g_assert_cmpint (tras_org_chart_walk (chart, 1, right, 0), ==, 2);
      g_assert_cmpint (tras_org_chart_walk (chart, 2, right, 0), ==, 3);
      g_assert_cmpint (tras_org_chart_walk (chart, 3, right, 0), ==, 3);
      g_assert_cmpint (tras_org_chart_walk (chart, 2, -right, 0), ==, 1);
      g_assert_cmpint (tras_org_chart_walk (chart, 1, 0, 1), ==, 4);
      g_assert_cmpint (tras_org_chart_walk (chart, 4, 0, -1), ==, 0);
      g_assert_cmpint (tras_org_chart_walk (chart, 0, 0, -1), ==, 0);
      g_assert_cmpint (tras_org_chart_walk (chart, 0, 0, 1), ==, 2);
    }
}

/* Where there is room for one column, the tree is as narrow as one. */
static void
test_narrow (void)
{
  static const int parents[] = { -1, 0, 0, 0, 0, 0, 0, 0 };
  g_autoptr (TrasOrgChart) chart = make_chart (parents, 8, 330, FALSE);
  double width, height;

  tras_org_chart_get_size (chart, &width, &height);
  g_assert_cmpfloat (width, <=, 330);
}

static void
test_draw (void)
{
  static const int parents[] = { -1, 0, 0 };
  g_autoptr (TrasOrgChart) chart = make_chart (parents, 3, 800, FALSE);
  g_autoptr (TrasTextCache) cache = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  Paper paper = paper_new (900, 400);

  cache = tras_text_cache_new (font, FALSE, TRUE);
  tras_org_chart_draw (chart, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), cache, 1);
  for (guint i = 0; i < tras_org_chart_get_n (chart); i++)
    {
      const TrasRect *rect = tras_org_chart_get_rect (chart, i);

      g_assert_cmpuint (paper_get_alpha (&paper, (int) (rect->x + rect->width / 2),
                                         (int) (rect->y + rect->height / 2)), >, 0);
      g_assert_cmpint (tras_org_chart_get (chart, i)->id, ==, i + 1);
    }
  pango_font_description_free (font);
  paper_clear (&paper);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/org-chart/any-tree", test_any_tree);
  g_test_add_func ("/org-chart/walk", test_walk);
  g_test_add_func ("/org-chart/narrow", test_narrow);
  g_test_add_func ("/org-chart/draw", test_draw);

  return g_test_run ();
}
