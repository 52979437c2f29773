/* test-absence-chart.c: where the days of a month are, and what they show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "tras-absence-chart.h"

#define WIDTH 1000
#define HEIGHT 300
#define N_DAYS 30
#define N_LINES 40
#define SIZE 14.0

/* A heading, then people. Days 5 and 6 are a weekend, 8 is a holiday; the first bar is of days 10
 * to 12, the second began before the month. */
static const TrasAbsenceBar bars[] = { { -3, 1, 1, "H" }, { 10, 12, 0, "I" } };
static guint8 cells[N_DAYS];
static const char *texts[N_DAYS];
static TrasAbsenceLine lines[N_LINES];

static TrasAbsenceChart
make_chart (guint n_lines)
{
  memset (cells, TRAS_ABSENCE_WORKED, sizeof cells);
  cells[5] = cells[6] = TRAS_ABSENCE_WEEKEND;
  cells[8] = TRAS_ABSENCE_HOLIDAY;
  for (guint i = 0; i < N_DAYS; i++)
    texts[i] = "30";
  for (guint i = 0; i < N_LINES; i++)
    lines[i] = (TrasAbsenceLine) { "Ana María Fernández de Córdoba", NULL, FALSE, cells, bars,
                                   G_N_ELEMENTS (bars) };
  lines[0] = (TrasAbsenceLine) { "Shop", "fewer than five people", TRUE, NULL, NULL, 0 };

  return (TrasAbsenceChart) { lines, n_lines, texts, texts, N_DAYS, 20 };
}

static Paper
draw (const TrasAbsenceChart  *chart,
      const TrasGridLayout *layout,
      const TrasGridScene  *scene,
      TrasPaletteKind          kind,
      gboolean                 mirrored)
{
  g_autoptr (TrasTextCache) cache = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  Paper paper = paper_new (WIDTH, HEIGHT);

  cache = tras_text_cache_new (font, mirrored, TRUE);
  tras_absence_chart_draw (chart, layout, scene, paper.cr, tras_palette_get (kind), cache, HEIGHT,
                           mirrored);
  pango_font_description_free (font);

  return paper;
}

static guint
count_ink (const Paper    *paper,
           const TrasRect *rect)
{
  guint n = 0;

  for (int y = (int) rect->y + 1; y < (int) (rect->y + rect->height) - 2; y++)
    for (int x = (int) rect->x + 1; x < (int) (rect->x + rect->width) - 1; x++)
      n += paper_get_alpha (paper, x, y) > 0;

  return n;
}

/* A day that is worked is blank; weekends, holidays and absences are not. */
static void
test_marks (void)
{
  TrasAbsenceChart chart = make_chart (2);
  TrasGridScene scene = { .line = -1 };
  TrasGridLayout layout;

  tras_absence_layout_init (&layout, SIZE, WIDTH, N_DAYS);
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Paper paper = draw (&chart, &layout, &scene, TRAS_PALETTE_LIGHT, mirrored);

      for (int i = 0; i < N_DAYS; i++)
        {
          gboolean is_blank = cells[i] == TRAS_ABSENCE_WORKED && i > 1 && (i < 10 || i > 12) &&
                              i != 20 && i != 19;
          TrasRect rect;

          tras_grid_get_rect (&layout, &scene, 1, i, mirrored, &rect);
          g_test_message ("day %d", i);
          if (is_blank)
            g_assert_cmpuint (count_ink (&paper, &rect), ==, 0);
          else if (i != 20 && i != 19)
            g_assert_cmpuint (count_ink (&paper, &rect), >, 100);
        }
      paper_clear (&paper);
    }
}

/* Without colours, as on paper, no two of the first six kinds look the same. */
static void
test_kinds (void)
{
  enum { N = 6, W = 60, H = 20 };
  Paper papers[N];

  for (guint i = 0; i < N; i++)
    {
      papers[i] = paper_new (W, H);
      tras_absence_chart_draw_kind (i, &(TrasRect) { 2, 2, W - 4, H - 4 }, papers[i].cr,
                                    tras_palette_get (TRAS_PALETTE_PRINT));
      cairo_surface_flush (papers[i].surface);
    }
  for (guint i = 0; i < N; i++)
    for (guint k = 0; k < i; k++)
      {
        const guint8 *a = cairo_image_surface_get_data (papers[i].surface);
        const guint8 *b = cairo_image_surface_get_data (papers[k].surface);
        guint differs = 0;

        for (int j = 0; j < cairo_image_surface_get_stride (papers[i].surface) * H; j += 4)
          differs += ABS (a[j] - b[j]) > 48;
        g_assert_cmpuint (differs, >, 60);
      }
  for (guint i = 0; i < N; i++)
    paper_clear (&papers[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/absence-chart/marks", test_marks);
  g_test_add_func ("/absence-chart/kinds", test_kinds);

  return g_test_run ();
}
