/* test-service-net.c: who gives what to whom, no figure over another
 *
 * The places are made by tras-service-net-layout.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "fixtures.h"
#include "tras-service-net.h"

enum { MOST_NODES = 30, MOST_ARROWS = 200 };

typedef struct
{
  guint from;
  guint to;
} Ends;

static TrasServiceNet *
make_net (guint       n_nodes,
          const Ends *ends,
          guint       n_arrows,
          double      width,
          double      height,
          gboolean    mirrored)
{
  GArray *nodes = tras_service_net_new_nodes ();
  GArray *arrows = tras_service_net_new_arrows ();

  for (guint i = 0; i < n_nodes; i++)
    {
      TrasNetNode node = { .id = i + 1, .title = g_strdup ("Warehouse"),
                           .words = g_strdup ("gives 3, takes 2") };

      g_array_append_val (nodes, node);
    }
  for (guint i = 0; i < n_arrows; i++)
    {
      TrasNetArrow arrow = { .id = i + 1, .from = ends[i].from, .to = ends[i].to,
                             .weight = i % 6 > 0 ? i % 6 : NAN,
                             .glyph = i % 6 > 0 ? TRAS_GLYPH_MEETS : TRAS_GLYPH_MISSING,
                             .figure = g_strdup ("4.3"), .title = g_strdup ("Parcels") };

      g_array_append_val (arrows, arrow);
    }

  return tras_service_net_new (nodes, arrows, width, height, mirrored);
}

static guint
make_ends (guint  n_nodes,
           Ends  *ends)
{
  guint n = n_nodes > 1 ? (guint) g_test_rand_int_range (0, MOST_ARROWS + 1) : 0;

  for (guint i = 0; i < n; i++)
    {
      ends[i].from = (guint) g_test_rand_int_range (0, (gint32) n_nodes);
      do
        ends[i].to = (guint) g_test_rand_int_range (0, (gint32) n_nodes);
      while (ends[i].to == ends[i].from);
    }

  return n;
}

static double
get_distance (const TrasRect *rect,
              double          x,
              double          y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

static void
assert_inside (const TrasRect *rect,
               double          width,
               double          height)
{
  g_assert_cmpfloat (rect->x, >=, -0.01);
  g_assert_cmpfloat (rect->y, >=, -0.01);
  g_assert_cmpfloat (rect->x + rect->width, <=, width + 0.01);
  g_assert_cmpfloat (rect->y + rect->height, <=, height + 0.01);
}

static void
check_arrow (TrasServiceNet *net,
             guint           place)
{
  const TrasNetArrow *arrow = tras_service_net_get_arrow (net, place);
  const TrasNetCurve *curve = tras_service_net_get_curve (net, place);
  const TrasRect *badge = tras_service_net_get_badge (net, place);
  const TrasRect *from = tras_service_net_get_rect (net, arrow->from);
  const TrasRect *to = tras_service_net_get_rect (net, arrow->to);
  double nearest = G_MAXDOUBLE;

  g_assert_cmpfloat (get_distance (from, curve->x[0], curve->y[0]), <, 0.01);
  g_assert_cmpfloat (get_distance (to, curve->x[3], curve->y[3]), <, 0.01);
  /* A figure stands on its arrow, and an arrow leads past whatever it does not join. */
  for (guint i = 0; i <= 100; i++)
    {
      double x, y;

      tras_net_curve_get_place (curve, i / 100.0, &x, &y);
      nearest = MIN (nearest, hypot (badge->x + badge->width / 2 - x,
                                     badge->y + badge->height / 2 - y));
      for (guint k = 0; k < tras_service_net_get_n_nodes (net); k++)
        {
          if (k != arrow->from && k != arrow->to)
            g_assert_cmpfloat (get_distance (tras_service_net_get_rect (net, k), x, y), >, 0);
        }
    }
  g_assert_cmpfloat (nearest, <, 6);
  g_assert_cmpint (tras_service_net_find (net, badge->x + badge->width / 2,
                                          badge->y + badge->height / 2).arrow, ==, (int) place);
}

static void
check (TrasServiceNet *net)
{
  guint n_nodes = tras_service_net_get_n_nodes (net);
  guint n_arrows = tras_service_net_get_n_arrows (net);
  double width, height;

  tras_service_net_get_size (net, &width, &height);
  for (guint i = 0; i < n_nodes; i++)
    {
      const TrasRect *rect = tras_service_net_get_rect (net, i);
      TrasNetSpot spot = tras_service_net_find (net, rect->x + rect->width / 2,
                                                rect->y + rect->height / 2);

      assert_inside (rect, width, height);
      g_assert_cmpint (spot.node, ==, (int) i);
      g_assert_cmpint (spot.arrow, ==, -1);
      for (guint k = 0; k < i; k++)
        g_assert_false (tras_rect_overlaps (rect, tras_service_net_get_rect (net, k)));
    }
  for (guint i = 0; i < n_arrows; i++)
    {
      const TrasRect *badge = tras_service_net_get_badge (net, i);

      assert_inside (badge, width, height);
      check_arrow (net, i);
      for (guint k = 0; k < i; k++)
        g_assert_false (tras_rect_overlaps (badge, tras_service_net_get_badge (net, k)));
      for (guint k = 0; k < n_nodes; k++)
        g_assert_false (tras_rect_overlaps (badge, tras_service_net_get_rect (net, k)));
    }
}

/* Whatever the firm and the window: nothing lies on anything else or outside. The same firm has the
 * same picture, from the right as from the left. */
static void
test_any_net (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n_nodes = (guint) g_test_rand_int_range (1, MOST_NODES + 1);
      Ends ends[MOST_ARROWS];
      guint n = make_ends (n_nodes, ends);
      double width = g_test_rand_double_range (200, 2000), all, again;
      double height = g_test_rand_double_range (100, 1200), high;
      g_autoptr (TrasServiceNet) net = make_net (n_nodes, ends, n, width, height, FALSE);
      g_autoptr (TrasServiceNet) same = make_net (n_nodes, ends, n, width, height, FALSE);
      g_autoptr (TrasServiceNet) mirrored = make_net (n_nodes, ends, n, width, height, TRUE);

      g_test_message ("%u nodes, %u arrows, %g × %g", n_nodes, n, width, height);
      check (net);
      tras_service_net_get_size (net, &all, &high);
      tras_service_net_get_size (mirrored, &again, &high);
      g_assert_cmpfloat (again, ==, all);
      for (guint i = 0; i < n; i++)
        {
          const TrasRect *badge = tras_service_net_get_badge (net, i);
          const TrasRect *other = tras_service_net_get_badge (mirrored, i);

          g_assert_cmpmem (badge, sizeof *badge, tras_service_net_get_badge (same, i),
                           sizeof *badge);
          g_assert_cmpfloat_with_epsilon (other->x, all - badge->x - badge->width, 1e-6);
          g_assert_cmpfloat_with_epsilon (other->y, badge->y, 1e-6);
        }
    }
}

/* A small firm is as large as its window, also where that is narrow. */
static void
test_fits (void)
{
  static const Ends ends[] = { { 0, 1 }, { 1, 0 }, { 0, 4 }, { 4, 2 }, { 5, 6 }, { 7, 3 },
                               { 3, 7 }, { 2, 6 }, { 6, 1 }, { 5, 0 } };
  g_autoptr (TrasServiceNet) wide = make_net (8, ends, G_N_ELEMENTS (ends), 1000, 600, FALSE);
  g_autoptr (TrasServiceNet) narrow = make_net (8, ends, G_N_ELEMENTS (ends), 345, 560, FALSE);
  double width, height;

  check (wide);
  tras_service_net_get_size (wide, &width, &height);
  g_assert_cmpfloat (width, <=, 1000);
  g_assert_cmpfloat (height, <=, 600);
  check (narrow);
  tras_service_net_get_size (narrow, &width, &height);
  g_assert_cmpfloat (width, <=, 345);
}

static void
assert_spot (TrasNetSpot spot,
             int         node,
             int         arrow)
{
  g_assert_cmpint (spot.node, ==, node);
  g_assert_cmpint (spot.arrow, ==, arrow);
}

/* Areas go around; of each first what it gives, then what it takes. */
static void
test_walk (void)
{
  static const Ends ends[] = { { 1, 0 }, { 0, 1 }, { 2, 1 }, { 0, 2 } };
  g_autoptr (TrasServiceNet) net = make_net (4, ends, G_N_ELEMENTS (ends), 800, 600, FALSE);
  TrasNetSpot spot = { -1, -1 };

  spot = tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW);
  assert_spot (spot, 0, -1);
  spot = tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW);
  assert_spot (spot, 0, 1);
  spot = tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW);
  assert_spot (spot, 0, 3);
  spot = tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW);
  assert_spot (spot, 0, 0);
  spot = tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW);
  assert_spot (spot, 0, 0);
  spot = tras_service_net_walk (net, spot, TRAS_NET_LAST_ARROW);
  assert_spot (spot, 0, 3);
  spot = tras_service_net_walk (net, spot, TRAS_NET_LAST_NODE);
  assert_spot (spot, 3, -1);
  assert_spot (tras_service_net_walk (net, spot, TRAS_NET_NEXT_ARROW), 3, -1);
  assert_spot (tras_service_net_walk (net, spot, TRAS_NET_NEXT_NODE), 0, -1);
  spot = (TrasNetSpot) { 0, 1 };
  assert_spot (tras_service_net_walk (net, spot, TRAS_NET_LAST_ARROW), 0, -1);
}

/* How much of the line around the middle between figure and head is drawn. */
static guint
count_ink (TrasServiceNet *net,
           guint           place)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (font, FALSE, TRUE);
  Paper paper = paper_new (900, 700);
  double x, y;
  guint ink = 0;

  tras_service_net_draw (net, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), cache);
  for (guint i = 0; i <= 60; i++)
    {
      tras_net_curve_get_place (tras_service_net_get_curve (net, place), 0.1 + i / 400.0, &x, &y);
      for (int down = -4; down <= 4; down++)
        ink += paper_get_alpha (&paper, (int) x, (int) y + down) > 127;
    }
  pango_font_description_free (font);
  paper_clear (&paper);

  return ink;
}

/* The better, the thicker; what was not rated has gaps. */
static void
test_draw (void)
{
  static const Ends ends[] = { { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 } };
  g_autoptr (TrasServiceNet) net = make_net (2, ends, G_N_ELEMENTS (ends), 800, 600, FALSE);

  g_assert_cmpuint (count_ink (net, 1), >, count_ink (net, 0));
  for (guint i = 2; i < G_N_ELEMENTS (ends); i++)
    g_assert_cmpuint (count_ink (net, i), >, count_ink (net, 0));
  g_assert_cmpuint (count_ink (net, 5), >, count_ink (net, 1));
}

static gboolean
has_ink (Paper          *paper,
         const TrasRect *rect)
{
  return paper_get_alpha (paper, (int) (rect->x + rect->width / 2),
                          (int) (rect->y + rect->height / 2)) > 127;
}

/* On empty paper, so that what is there is what the cursor drew: the service, or the area with what
 * it gives and takes, and every area. */
static void
test_draw_cursor (void)
{
  static const Ends ends[] = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 2, 3 } };
  static const struct
  {
    TrasNetSpot spot;
    gboolean drawn[G_N_ELEMENTS (ends)];
  } cursors[] = {
    { { 0, -1 }, { TRUE, FALSE, TRUE, FALSE } },
    { { 3, -1 }, { FALSE, FALSE, FALSE, TRUE } },
    { { 2, 1 }, { FALSE, TRUE, FALSE, FALSE } },
  };
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  g_autoptr (TrasTextCache) cache = tras_text_cache_new (font, FALSE, TRUE);
  g_autoptr (TrasServiceNet) net = make_net (4, ends, G_N_ELEMENTS (ends), 800, 600, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      Paper paper = paper_new (900, 700);

      tras_service_net_draw_cursor (net, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT), cache,
                                    cursors[i].spot);
      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        {
          g_assert_cmpint (has_ink (&paper, tras_service_net_get_badge (net, k)), ==,
                           cursors[i].drawn[k]);
          g_assert_true (has_ink (&paper, tras_service_net_get_rect (net, k)));
        }
      paper_clear (&paper);
    }
  pango_font_description_free (font);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service-net/any-net", test_any_net);
  g_test_add_func ("/service-net/fits", test_fits);
  g_test_add_func ("/service-net/walk", test_walk);
  g_test_add_func ("/service-net/draw", test_draw);
  g_test_add_func ("/service-net/draw-cursor", test_draw_cursor);

  return g_test_run ();
}
