/* test-strategy-map.c: maps of any strategy, as tras-strategy-map-layout.c lays them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-strategy-map.h"

static guint
add (GArray     *nodes,
     TrasMapKind kind,
     int         goal,
     TrasMapLane serves,
     gboolean    is_loose)
{
  TrasMapNode node = {
    .kind = kind, .id = nodes->len + 1, .goal = goal, .serves = serves, .is_loose = is_loose,
    .glyph = TRAS_GLYPH_MEETS, .bar = { 0.4, 0.5, TRAS_GLYPH_NONE },
    .title = g_strdup_printf ("Something with a long title, number %u", nodes->len + 1),
    .words = g_strdup ("Behind"),
  };

  g_array_append_val (nodes, node);

  return nodes->len - 1;
}

static GArray *
ties_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TrasMapTie));
}

static void
tie (GArray *ties,
     guint   goal,
     guint   indicator)
{
  TrasMapTie one = { goal, indicator };

  g_array_append_val (ties, one);
}

/* A strategy of any shape: forests of any depth, whom it serves at random, indicators of several
 * goals, plans, and what hangs loose. */
static void
make_any (GRand  *rand,
          GArray *nodes,
          GArray *ties)
{
  guint n_goals = (guint) g_rand_int_range (rand, 0, 60);
  guint n_indicators = (guint) g_rand_int_range (rand, 0, 40);

  for (guint i = 0; i < n_goals; i++)
    {
      int parent = i > 0 && g_rand_int_range (rand, 0, 4) > 0
                     ? g_rand_int_range (rand, 0, (int) i) : -1;

      add (nodes, TRAS_MAP_GOAL, parent, (TrasMapLane) g_rand_int_range (rand, 0, 3),
           parent < 0 && g_rand_boolean (rand));
    }
  for (guint i = 0; i < n_indicators; i++)
    {
      guint n_ties = n_goals > 0 ? (guint) g_rand_int_range (rand, 0, 4) : 0;
      guint indicator = add (nodes, TRAS_MAP_INDICATOR, -1,
                             (TrasMapLane) g_rand_int_range (rand, 0, 3), n_ties == 0);

      for (guint k = 0; k < n_ties; k++)
        tie (ties, (guint) g_rand_int_range (rand, 0, (int) n_goals), indicator);
    }
  for (guint i = 0; i < n_goals; i++)
    {
      if (g_rand_boolean (rand))
        add (nodes, TRAS_MAP_PLAN, (int) i, TRAS_MAP_NOBODY, FALSE);
    }
}

static TrasStrategyMap *
make_map (guint32  seed,
          gboolean mirrored)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) nodes = tras_strategy_map_new_nodes ();
  g_autoptr (GArray) ties = ties_new ();

  make_any (rand, nodes, ties);

  return tras_strategy_map_new (nodes, ties, mirrored);
}

#define N_SEEDS 60

static void
test_no_overlaps (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, seed % 2);
      double width, height;

      tras_strategy_map_get_size (map, &width, &height);
      for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
        {
          const TrasRect *a = tras_strategy_map_get_rect (map, i);

          g_assert_cmpfloat (a->width, >, 0);
          g_assert_cmpfloat (a->x, >=, 0);
          g_assert_cmpfloat (a->y, >=, 0);
          g_assert_cmpfloat (a->x + a->width, <=, width);
          g_assert_cmpfloat (a->y + a->height, <=, height);
          for (guint k = 0; k < i; k++)
            g_assert_false (tras_rect_overlaps (a, tras_strategy_map_get_rect (map, k)));
        }
    }
}

/* A goal stands in the lane of whom it serves and below the goal that it climbs to; what hangs
 * loose, and all that climbs to it, at the side. */
static void
test_lanes_and_rows (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, FALSE);

      for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
        {
          const TrasMapNode *node = tras_strategy_map_get (map, i);
          const TrasRect *rect = tras_strategy_map_get_rect (map, i);
          const TrasMapNode *root = node;
          TrasRect lane;

          if (node->goal >= 0)
            g_assert_cmpfloat (rect->y, >, tras_strategy_map_get_rect (map,
                                                                       (guint) node->goal)->y);
          while (root->goal >= 0)
            root = tras_strategy_map_get (map, (guint) root->goal);
          if (node->kind != TRAS_MAP_GOAL)
            continue;
          g_assert_true (tras_strategy_map_get_lane (map, root->is_loose ? TRAS_MAP_LOOSE
                                                                         : node->serves, &lane));
          g_assert_cmpfloat (rect->x, >=, lane.x);
          g_assert_cmpfloat (rect->x + rect->width, <=, lane.x + lane.width);
        }
    }
}

/* From any node every other can be walked to. */
static void
test_walk (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, FALSE);
      guint n = tras_strategy_map_get_n (map);
      int start = tras_strategy_map_walk (map, -1, TRAS_MAP_DOWN);
      g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
      g_autofree int *queue = g_new (int, n + 1);
      guint from = 0, to = 0;

      if (n == 0)
        {
          g_assert_cmpint (start, ==, -1);
          continue;
        }
      /* Along the rows alone the first is found again. */
      for (guint i = 0; i < n; i++)
        {
          int at = (int) i;

          for (guint k = 0; k <= n && tras_strategy_map_walk (map, at, TRAS_MAP_BACK) >= 0; k++)
            at = tras_strategy_map_walk (map, at, TRAS_MAP_BACK);
          while (tras_strategy_map_walk (map, at, TRAS_MAP_UP) >= 0 &&
                 tras_strategy_map_get (map, (guint) at)->kind != TRAS_MAP_GOAL)
            at = tras_strategy_map_walk (map, at, TRAS_MAP_UP);
          if (tras_strategy_map_get (map, (guint) start)->kind == TRAS_MAP_GOAL)
            g_assert_cmpint (at, ==, start);
        }
      seen[start] = TRUE;
      queue[to++] = start;
      while (from < to)
        {
          int at = queue[from++];

          for (TrasMapStep step = TRAS_MAP_UP; step <= TRAS_MAP_BACK; step++)
            {
              int next = tras_strategy_map_walk (map, at, step);

              if (next >= 0 && !seen[next])
                {
                  seen[next] = TRUE;
                  queue[to++] = next;
                }
            }
        }
      g_assert_cmpuint (to, ==, n);
    }
}

static void
test_climb (void)
{
  g_autoptr (GArray) nodes = tras_strategy_map_new_nodes ();
  g_autoptr (GArray) ties = ties_new ();
  g_autoptr (TrasStrategyMap) map = NULL;
  guint top = add (nodes, TRAS_MAP_GOAL, -1, TRAS_MAP_EXTERNAL, FALSE);
  guint child = add (nodes, TRAS_MAP_GOAL, (int) top, TRAS_MAP_EXTERNAL, FALSE);
  guint second = add (nodes, TRAS_MAP_GOAL, (int) top, TRAS_MAP_EXTERNAL, FALSE);
  guint measure = add (nodes, TRAS_MAP_INDICATOR, -1, TRAS_MAP_EXTERNAL, FALSE);
  guint plan = add (nodes, TRAS_MAP_PLAN, (int) child, TRAS_MAP_EXTERNAL, FALSE);

  tie (ties, child, measure);
  map = tras_strategy_map_new (nodes, ties, FALSE);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) top, TRAS_MAP_DOWN), ==, (int) child);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) child, TRAS_MAP_FORWARD), ==, (int) second);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) second, TRAS_MAP_BACK), ==, (int) child);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) child, TRAS_MAP_DOWN), ==, (int) measure);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) measure, TRAS_MAP_DOWN), ==, (int) plan);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) plan, TRAS_MAP_UP), ==, (int) measure);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) measure, TRAS_MAP_UP), ==, (int) child);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) child, TRAS_MAP_UP), ==, (int) top);
  g_assert_cmpint (tras_strategy_map_walk (map, (int) top, TRAS_MAP_UP), ==, -1);
}

/* Goals that look at the same indicator come to stand side by side. */
static void
test_order (void)
{
  g_autoptr (GArray) nodes = tras_strategy_map_new_nodes ();
  g_autoptr (GArray) ties = ties_new ();
  g_autoptr (TrasStrategyMap) map = NULL;
  guint left, right;

  for (guint i = 0; i < 9; i++)
    add (nodes, TRAS_MAP_GOAL, -1, TRAS_MAP_EXTERNAL, FALSE);
  left = add (nodes, TRAS_MAP_INDICATOR, -1, TRAS_MAP_EXTERNAL, FALSE);
  right = add (nodes, TRAS_MAP_INDICATOR, -1, TRAS_MAP_EXTERNAL, FALSE);
  tie (ties, 0, left);
  tie (ties, 8, left);
  tie (ties, 3, right);
  tie (ties, 4, right);
  map = tras_strategy_map_new (nodes, ties, FALSE);
  g_assert_cmpfloat (tras_strategy_map_get_length (map), <, 9);
}

static void
test_mirrored (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, FALSE);
      g_autoptr (TrasStrategyMap) mirrored = make_map (seed, TRUE);
      double width, height;

      tras_strategy_map_get_size (map, &width, &height);
      for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
        {
          const TrasRect *a = tras_strategy_map_get_rect (map, i);
          const TrasRect *b = tras_strategy_map_get_rect (mirrored, i);

          g_assert_cmpfloat_with_epsilon (a->x, width - b->x - b->width, 1e-6);
          g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
          for (TrasMapStep step = TRAS_MAP_UP; step <= TRAS_MAP_BACK; step++)
            g_assert_cmpint (tras_strategy_map_walk (map, (int) i, step), ==,
                             tras_strategy_map_walk (mirrored, (int) i, step));
        }
    }
}

static void
test_hit (void)
{
  TrasRect paper = { 20, 10, 900, 600 };

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, FALSE);
      TrasMapView view;

      tras_strategy_map_fit (map, &paper, &view);
      for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
        {
          const TrasRect *rect = tras_strategy_map_get_rect (map, i);
          TrasMapView near = { rect->x - 10, rect->y - 10, 2 };

          /* The first of all is where the headings end. */
          g_assert_cmpint (tras_strategy_map_hit (map, &paper, &near, paper.x + 30, paper.y + 60),
                           ==, (int) i);
          g_assert_cmpint (tras_strategy_map_hit (map, &paper, &near, paper.x + 10, paper.y + 60),
                           !=, (int) i);
          g_assert_cmpint (tras_strategy_map_hit (map, &paper, &near, paper.x + 30, paper.y + 5),
                           ==, -1);
        }
    }
}

/* All of it lies on the paper that it is fitted to. */
static void
test_fit (void)
{
  TrasRect paper = { 0, 0, 700, 400 };

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TrasStrategyMap) map = make_map (seed, FALSE);
      TrasMapView view;

      tras_strategy_map_fit (map, &paper, &view);
      for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
        {
          const TrasRect *rect = tras_strategy_map_get_rect (map, i);
          double right = (rect->x + rect->width - view.x) * view.scale;
          double bottom = (rect->y + rect->height - view.y) * view.scale;

          g_assert_cmpfloat ((rect->x - view.x) * view.scale, >=, -1e-6);
          g_assert_cmpfloat (right, <=, paper.width + 1e-6);
          g_assert_cmpfloat (bottom, <=, paper.height + 1e-6);
        }
    }
}

/* Draws on every size and from every distance, in both directions, without Cairo's complaint. */
static void
test_draw (void)
{
  static const double scales[] = { 0.0005, 0.01, 0.08, 0.2, 0.4, 0.6, 1, 2 };

  for (guint32 seed = 0; seed < 8; seed++)
    {
      gboolean mirrored = seed % 2;
      g_autoptr (TrasStrategyMap) map = make_map (seed, mirrored);
      g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, mirrored, TRUE);
      TrasMapLook look = {
        .palette = tras_palette_get (TRAS_PALETTE_DARK), .texts = texts, .mirrored = mirrored,
        .least_text = 9, .selected = tras_strategy_map_get_n (map) > 0 ? 0 : -1,
        .lane = (int) (seed % 4) - 1,
      };

      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          int width = 360 + 100 * (int) i;
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, 300);
          cairo_t *cr = cairo_create (surface);
          TrasRect paper = { 0, 0, width, 300 };
          TrasMapView view = { 0, 0, scales[i] };

          tras_strategy_map_draw (map, cr, &paper, &view, &look);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/map/no-overlaps", test_no_overlaps);
  g_test_add_func ("/chart/map/lanes-and-rows", test_lanes_and_rows);
  g_test_add_func ("/chart/map/walk", test_walk);
  g_test_add_func ("/chart/map/climb", test_climb);
  g_test_add_func ("/chart/map/order", test_order);
  g_test_add_func ("/chart/map/mirrored", test_mirrored);
  g_test_add_func ("/chart/map/hit", test_hit);
  g_test_add_func ("/chart/map/fit", test_fit);
  g_test_add_func ("/chart/map/draw", test_draw);

  return g_test_run ();
}
