/* bench-map.c: the map of 10,000 goals, and their list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out maps of 100 and of 10,000 goals, each with what it measures and what is done for it, and
 * draws frames of both while they are moved over and zoomed: what is seen of the large one should
 * take as long as what is seen of the small one. Then reads 1,000 and 10,000 goals from a file and
 * makes their list, their strategy and their year: ten times as many should take ten times as long.
 */

#include "config.h"

#include <locale.h>
#include <math.h>

#include <glib/gstdio.h>

#include "bench.h"
#include "tras-area.h"
#include "tras-goal-tree.h"
#include "tras-goal-year.h"
#include "tras-indicator.h"
#include "tras-map-nodes.h"
#include "tras-person.h"
#include "tras-strategy-map.h"

#define WIDTH 1600
#define HEIGHT 900
#define N_FRAMES 60
#define FRAME_MS 16.7

/* ---- the map ---- */

static TrasStrategyMap *
make_map (guint   n_goals,
          double *ms)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GArray) nodes = tras_strategy_map_new_nodes ();
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (TrasMapTie));
  TrasStrategyMap *map;
  double begun;

  for (guint i = 0; i < n_goals * 3; i++)
    {
      guint of = i % n_goals;
      TrasMapKind kind = (TrasMapKind) (i / n_goals);
      TrasMapNode node = {
        .kind = kind, .id = i,
        .goal = kind == TRAS_MAP_PLAN ? (int) of
                : kind == TRAS_MAP_GOAL && i >= n_goals / 50 + 2 ? (int) (i - 2) / 7 : -1,
        .serves = (TrasMapLane) g_rand_int_range (rand, 0, 3),
        .glyph = (TrasGlyph) g_rand_int_range (rand, TRAS_GLYPH_USUAL, TRAS_GLYPH_MISSING),
        .bar = { g_rand_double (rand), g_rand_double (rand), TRAS_GLYPH_NONE },
        .title = g_strdup_printf ("Something that the firm wants to reach, number %u", i),
        .words = g_strdup ("Behind, and the process cannot reach it as it is"),
      };
      TrasMapTie tie = { of, i };

      g_array_append_val (nodes, node);
      if (kind == TRAS_MAP_INDICATOR)
        g_array_append_val (ties, tie);
    }
  for (guint i = 0; i < n_goals / 20; i++)
    {
      TrasMapTie tie = { (guint) g_rand_int_range (rand, 0, (int) n_goals),
                         n_goals + (guint) g_rand_int_range (rand, 0, (int) n_goals) };

      g_array_append_val (ties, tie);
    }

  begun = bench_cpu_ms ();
  map = tras_strategy_map_new (nodes, ties, FALSE);
  *ms = bench_cpu_ms () - begun;

  return map;
}

/* The median frame in ms while the paper is moved over the map. */
static double
draw (TrasStrategyMap *map,
      double           scale,
      double          *longest)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  TrasRect paper = { 0, 0, WIDTH, HEIGHT };
  TrasMapLook look = { tras_palette_get (TRAS_PALETTE_LIGHT), texts, FALSE, 9, 0, -1 };
  TrasMapView view;
  double frames[N_FRAMES], median;

  tras_strategy_map_fit (map, &paper, &view);
  if (scale > 0)
    view.scale = scale;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double begun = bench_cpu_ms ();

      tras_strategy_map_draw (map, cr, &paper, &view, &look);
      frames[i] = bench_cpu_ms () - begun;
      tras_strategy_map_pan (map, &paper, &view, 40, 0);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  median = bench_quantile (frames, N_FRAMES, 0.5);
  *longest = bench_quantile (frames, N_FRAMES, 1);

  return median;
}

static void
bench_frames (void)
{
  static const double scales[] = { 0, 0.02, 0.08, 0.2, 0.4, 0.7, 1 };
  double small_ms, large_ms;
  g_autoptr (TrasStrategyMap) small = make_map (100, &small_ms);
  g_autoptr (TrasStrategyMap) large = make_map (10000, &large_ms);

  g_print ("layout: 100 goals %.2f ms, 10,000 goals %.1f ms: %.0f times (100 times the goals)\n",
           small_ms, large_ms, large_ms / small_ms);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double small_longest, large_longest;
      double small_frame = draw (small, scales[i], &small_longest);
      double large_frame = draw (large, scales[i], &large_longest);

      g_print ("zoom %-5s 100 goals %5.2f ms a frame, 10,000 goals %5.2f ms: %.2f times; longest "
               "%.1f ms of %.1f\n",
               i == 0 ? "whole" : g_intern_string (g_strdup_printf ("%g", scales[i])),
               small_frame, large_frame, large_frame / small_frame, large_longest, FRAME_MS);
    }
}

/* ---- the list ---- */

static void
apply (TrasDb   *db,
       TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!tras_edit_apply (edit, db, NULL, &error))
    g_error ("%s", error->message);
}

static void
fill (TrasDb  *db,
      guint    n_goals,
      TrasDay  today)
{
  g_autoptr (TrasArea) area = tras_area_new ();
  g_autoptr (TrasPerson) owner = tras_person_new ();
  g_autoptr (TrasEdit) areas = tras_edit_new ("Area");
  g_autoptr (TrasEdit) goals = tras_edit_new ("Goals");

  area->name = g_strdup ("Area");
  owner->name = g_strdup ("Owner");
  owner->hired_on = today - 1000;
  tras_edit_insert (areas, area);
  tras_edit_insert (areas, owner);
  apply (db, areas);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (TrasGoal) goal = tras_goal_new ();

      goal->title = g_strdup_printf ("Goal %05u", i);
      goal->owner_id = TRAS_RECORD (owner)->id;
      goal->starts_on = today - 100;
      goal->due_on = today + 100 + (TrasDay) (i % 50);
      if (i >= n_goals / 50)
        {
          goal->parent_id = i / 7 + 1;
          goal->area_id = TRAS_RECORD (area)->id;
        }
      tras_edit_insert (goals, goal);
    }
  apply (db, goals);
}

typedef struct
{
  double board;
  double strategy;
  double map;
  double tree;
  double year;
} Times;

static double
lap (double *begun)
{
  double now = bench_cpu_ms (), ms = now - *begun;

  *begun = now;

  return ms;
}

static void
read_goals (const char *folder,
            guint       n_goals,
            Times      *times)
{
  g_autofree char *name = g_strdup_printf ("%u.trastienda", n_goals);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TrasDay today = tras_day_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_create (path, &error);
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasStrategy) strategy = NULL;
  g_autoptr (TrasStrategyMap) map = NULL;
  g_autoptr (TrasGoalTree) tree = tras_goal_tree_new ();
  g_autoptr (GArray) year = NULL;
  double begun;

  g_assert_no_error (error);
  fill (db, n_goals, today);
  begun = bench_cpu_ms ();
  series = tras_indicator_series_load_all (db, today, &error);
  g_assert_no_error (error);
  board = tras_goal_board_load (db, today, series, &error);
  g_assert_no_error (error);
  times->board = lap (&begun);
  strategy = tras_strategy_load (db, board, series, &error);
  g_assert_no_error (error);
  times->strategy = lap (&begun);
  map = tras_map_nodes_new_map (strategy, 0, FALSE);
  times->map = lap (&begun);
  tras_goal_tree_set_board (tree, board);
  g_assert_cmpuint (g_list_model_get_n_items (tras_goal_tree_get_model (tree)), ==, n_goals);
  times->tree = lap (&begun);
  year = tras_goal_year_list (board, tras_goal_year_of (today, 1), 1);
  times->year = lap (&begun);
  g_clear_object (&db);
  g_unlink (path);
}

static void
print (const char *what,
       double      small,
       double      large)
{
  g_print ("%-10s 1,000 goals %7.2f ms, 10,000 goals %7.1f ms: %.1f times\n", what, small, large,
           large / small);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tras-bench-XXXXXX", NULL);
  g_autofree char *libraries = NULL;
  Times small, large;

  setlocale (LC_ALL, "");
  libraries = g_strdup_printf ("Cairo %s", cairo_version_string ());
  bench_print_machine (libraries);
  bench_frames ();
  read_goals (folder, 1000, &small);
  read_goals (folder, 10000, &large);
  print ("board", small.board, large.board);
  print ("strategy", small.strategy, large.strategy);
  print ("map", small.map, large.map);
  print ("tree", small.tree, large.tree);
  print ("year", small.year, large.year);
  g_rmdir (folder);

  return 0;
}
