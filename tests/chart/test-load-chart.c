/* test-load-chart.c: where the cells of a load are, and what they show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-load-chart.h"

#define WIDTH 1000
#define HEIGHT 300
#define N_WEEKS 13
#define N_LINES 40
#define SIZE 14.0

static gint64 needed[N_WEEKS] = { 60, 2400, 3000, 0 };
static gint64 worked[N_WEEKS] = { 480, 2400, 2400, 2400, 0, 2400 };
static char *texts[N_WEEKS + 1];
static const char *titles[N_WEEKS];

static TrasLoadLine lines[N_LINES];

static TrasLoadChart
make_chart (guint n_lines)
{
  for (guint i = 0; i < N_WEEKS; i++)
    {
      texts[i] = (char *) "12.5";
      titles[i] = "W48";
    }
  for (guint i = 0; i < N_LINES; i++)
    lines[i] = (TrasLoadLine) { "Ana María Fernández de Córdoba", "over-booked in 1 week", TRUE,
                                TRUE, needed, worked, texts };

  return (TrasLoadChart) { lines, n_lines, titles, titles, N_WEEKS };
}

static Paper
draw (const TrasLoadChart  *chart,
      const TrasGridLayout *layout,
      const TrasGridScene  *scene,
      gboolean              mirrored)
{
  g_autoptr (TrasTextCache) cache = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  Paper paper = paper_new (WIDTH, HEIGHT);

  cache = tras_text_cache_new (font, mirrored, TRUE);
  tras_load_chart_draw (chart, layout, scene, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                        cache, HEIGHT, mirrored);
  pango_font_description_free (font);

  return paper;
}

/* The weeks have room, where there is any. */
static void
test_layout (void)
{
  TrasGridLayout layout;

  tras_load_layout_init (&layout, SIZE, WIDTH, N_WEEKS);
  g_assert_cmpfloat (layout.name_width + N_WEEKS * layout.cell_width, <=, WIDTH);
}

static guint
count_color (const Paper    *paper,
             const TrasRect *rect,
             TrasColorRole   role)
{
  guint32 color = tras_palette_get (TRAS_PALETTE_LIGHT)->colors[role];
  guint n = 0;

  cairo_surface_flush (paper->surface);
  for (int y = (int) rect->y; y < (int) (rect->y + rect->height); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (paper->surface) +
                          y * cairo_image_surface_get_stride (paper->surface);

      for (int x = (int) rect->x; x < (int) (rect->x + rect->width); x++)
        n += (((const guint32 *) (gconstpointer) row)[x] & 0xffffff) == color;
    }

  return n;
}

/* Of these weeks only the third has too much, and only it has the sign and the colour for it. */
static void
test_over (void)
{
  TrasLoadChart chart = make_chart (1);
  TrasGridScene scene = { .line = -1 };
  TrasGridLayout layout;

  tras_load_layout_init (&layout, SIZE, WIDTH, N_WEEKS);
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Paper paper = draw (&chart, &layout, &scene, mirrored);

      for (int week = 0; week < N_WEEKS; week++)
        {
          TrasRect rect;
          guint n;

          tras_grid_get_rect (&layout, &scene, 0, week, mirrored, &rect);
          n = count_color (&paper, &rect, TRAS_COLOR_WORSE);
          if (week == 2)
            g_assert_cmpuint (n, >, 30);
          else
            g_assert_cmpuint (n, ==, 0);
        }
      paper_clear (&paper);
    }
}

/* What is scrolled away is not seen behind the names. */
static void
test_frozen_names (void)
{
  TrasLoadChart chart = make_chart (1);
  TrasGridScene still = { .line = -1 }, scrolled = { .line = -1, .scroll_x = 40 };
  TrasGridLayout layout;
  Paper before, after;
  gboolean differs = FALSE;

  tras_load_layout_init (&layout, SIZE, WIDTH, N_WEEKS);
  before = draw (&chart, &layout, &still, FALSE);
  after = draw (&chart, &layout, &scrolled, FALSE);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        gboolean same = paper_get_alpha (&before, x, y) == paper_get_alpha (&after, x, y);

        if (x < (int) layout.name_width)
          g_assert_true (same);
        differs = differs || !same;
      }
  g_assert_true (differs);
  paper_clear (&before);
  paper_clear (&after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load-chart/layout", test_layout);
  g_test_add_func ("/load-chart/over", test_over);
  g_test_add_func ("/load-chart/frozen-names", test_frozen_names);

  return g_test_run ();
}
