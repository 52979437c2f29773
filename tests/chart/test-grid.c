/* test-grid.c: cells beside names that stay where they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-grid.h"

#define HEIGHT 400
#define N_LINES 30
#define N_COLUMNS 12

static TrasGridLayout
make_layout (double width)
{
  return (TrasGridLayout) {
    .width = width,
    .name_width = 120,
    .cell_width = width / 9,
    .header = 40,
    .line_height = 26,
    .text_size = 14,
  };
}

/* The middle of every cell that is seen is found in that cell, whichever way it is read. */
static void
test_find (void)
{
  TrasGridScene scene = { .scroll_x = 70, .scroll_y = 95 };

  for (int mirrored = 0; mirrored < 2; mirrored++)
    for (double width = 340; width < 1400; width += 130)
      for (int line = 4; line < N_LINES; line++)
        for (int column = TRAS_GRID_NAME; column < N_COLUMNS; column++)
          {
            TrasGridLayout layout = make_layout (width);
            int found_line, found_column;
            TrasRect rect;

            tras_grid_get_rect (&layout, &scene, line, column, mirrored, &rect);
            if (column >= 0 && (mirrored ? width - rect.x - rect.width : rect.x) <
                                 layout.name_width)
              continue;
            g_assert_true (tras_grid_find (&layout, &scene, N_LINES, N_COLUMNS,
                                           rect.x + rect.width / 2, rect.y + rect.height / 2,
                                           mirrored, &found_line, &found_column));
            g_assert_cmpint (found_line, ==, line);
            g_assert_cmpint (found_column, ==, column);
          }
}

/* Nothing lies outside the lines and columns, and the titles are no line. */
static void
test_outside (void)
{
  TrasGridScene scene = { 0 };
  TrasGridLayout layout = make_layout (900);
  double below = layout.header + 2 * layout.line_height + 1;
  double behind = layout.name_width + 3 * layout.cell_width + 1;
  int line, column;

  g_assert_true (tras_grid_find (&layout, &scene, 2, 3, 300, below - 2, FALSE, &line, &column));
  g_assert_false (tras_grid_find (&layout, &scene, 2, 3, 300, layout.header - 1, FALSE, &line,
                                  &column));
  g_assert_false (tras_grid_find (&layout, &scene, 2, 3, 300, below, FALSE, &line, &column));
  g_assert_false (tras_grid_find (&layout, &scene, 2, 3, behind, layout.header + 1, FALSE, &line,
                                  &column));
}

/* What is seen is exactly what has a part between the names, the titles and the edges. */
static void
test_sight (void)
{
  for (double scroll = 0; scroll < 300; scroll += 17)
    {
      TrasGridScene scene = { .scroll_x = scroll, .scroll_y = scroll };
      TrasGridLayout layout = make_layout (700);
      TrasGridSight sight;

      tras_grid_get_sight (&layout, &scene, N_LINES, N_COLUMNS, HEIGHT, &sight);
      for (int i = 0; i < N_LINES; i++)
        {
          TrasRect rect;

          tras_grid_get_rect (&layout, &scene, i, 0, FALSE, &rect);
          if (rect.y < HEIGHT && rect.y + rect.height > layout.header)
            g_assert_true (i >= sight.first_line && i < sight.end_line);
          if (rect.y > HEIGHT + rect.height || rect.y + rect.height < layout.header)
            g_assert_false (i >= sight.first_line && i < sight.end_line);
        }
      for (int i = 0; i < N_COLUMNS; i++)
        {
          TrasRect rect;

          tras_grid_get_rect (&layout, &scene, 0, i, FALSE, &rect);
          if (rect.x < layout.width && rect.x + rect.width > layout.name_width)
            g_assert_true (i >= sight.first_column && i < sight.end_column);
          if (rect.x > layout.width + rect.width || rect.x + rect.width < layout.name_width)
            g_assert_false (i >= sight.first_column && i < sight.end_column);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/grid/find", test_find);
  g_test_add_func ("/chart/grid/outside", test_outside);
  g_test_add_func ("/chart/grid/sight", test_sight);

  return g_test_run ();
}
