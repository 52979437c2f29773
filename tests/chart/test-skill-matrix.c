/* test-skill-matrix.c: where the cells of the matrix are, and what they show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-skill-matrix.h"

#define WIDTH 700
#define HEIGHT 400
#define SIZE 14.0
#define N_SKILLS 40
#define N_LINES 30

static TrasSkillMatrixCell cells[N_SKILLS];
static TrasSkillMatrixLine lines[N_LINES];
static const char *titles[N_SKILLS];

static TrasSkillMatrix
make_matrix (void)
{
  for (guint i = 0; i < N_SKILLS; i++)
    {
      cells[i] = (TrasSkillMatrixCell) { -1, 0, 0, 0, TRAS_SKILL_SIGN_NONE };
      titles[i] = "Handling of dangerous goods by road";
    }
  for (guint i = 0; i < N_LINES; i++)
    lines[i] = (TrasSkillMatrixLine) { "Ana María Fernández de Córdoba", "1 gap · Seller", TRUE,
                                       cells };

  return (TrasSkillMatrix) { lines, N_LINES, titles, N_SKILLS };
}

static Paper
draw (const TrasSkillMatrix *matrix,
      const TrasGridLayout  *layout,
      const TrasGridScene   *scene,
      gboolean               mirrored)
{
  g_autoptr (TrasTextCache) cache = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  Paper paper = paper_new (WIDTH, HEIGHT);

  cache = tras_text_cache_new (font, mirrored, TRUE);
  tras_skill_matrix_draw (matrix, layout, scene, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                          cache, HEIGHT, mirrored);
  pango_font_description_free (font);

  return paper;
}

/* A title leans away from the names: its foot and its top belong to the same skill. */
static void
test_titles (void)
{
  TrasSkillMatrix matrix = make_matrix ();
  TrasGridScene scene = { 0 };
  TrasGridLayout layout;

  tras_skill_matrix_layout_init (&layout, SIZE, WIDTH);
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      double lean = layout.overhang / (layout.header - SIZE);
      int line, skill;
      TrasRect rect;

      tras_grid_get_rect (&layout, &scene, 0, 3, mirrored, &rect);
      for (double up = 4; up < layout.header; up += 20)
        {
          double x = rect.x + rect.width / 2 + (mirrored ? -up : up) * lean;

          g_assert_true (tras_skill_matrix_find (&matrix, &layout, &scene, x, layout.header - up,
                                                 mirrored, &line, &skill));
          g_assert_cmpint (line, ==, -1);
          g_assert_cmpint (skill, ==, 3);
        }
      g_assert_false (tras_skill_matrix_find (&matrix, &layout, &scene, mirrored ? WIDTH - 5 : 5, 5,
                                              mirrored, &line, &skill));
    }
}

static guint
count_color (const Paper    *paper,
             const TrasRect *rect,
             guint32         color)
{
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

/* Each level has a shade of its own; only a gap has the colour of what is wrong, and a gap in what
 * cannot be done without has more of it; what is neither marked nor needed is blank. */
static void
test_cells (void)
{
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_LIGHT);
  TrasSkillMatrix matrix = make_matrix ();
  TrasGridScene scene = { .line = -1 };
  TrasGridLayout layout;

  for (int level = 0; level < TRAS_SKILL_MATRIX_LEVELS; level++)
    cells[level] = (TrasSkillMatrixCell) { (gint8) level, (gint8) level, (gint8) level, 0, 0 };
  cells[5] = (TrasSkillMatrixCell) { 1, 1, 3, FALSE, 0 };
  cells[6] = (TrasSkillMatrixCell) { 1, 1, 3, TRUE, 0 };
  cells[7] = (TrasSkillMatrixCell) { 2, 0, 0, FALSE, TRAS_SKILL_SIGN_EXPIRED };
  cells[8] = (TrasSkillMatrixCell) { 2, 2, 0, FALSE, TRAS_SKILL_SIGN_EXPIRING };
  tras_skill_matrix_layout_init (&layout, SIZE, WIDTH);

  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      Paper paper = draw (&matrix, &layout, &scene, mirrored);
      guint wrong[10];

      for (int i = 0; i < 10; i++)
        {
          TrasRect rect;

          tras_grid_get_rect (&layout, &scene, 0, i, mirrored, &rect);
          wrong[i] = count_color (&paper, &rect, palette->colors[TRAS_COLOR_WORSE]);
          if (i < TRAS_SKILL_MATRIX_LEVELS)
            g_assert_cmpuint (count_color (&paper, &rect, tras_skill_matrix_get_shade (palette, i)),
                              >, 300);
          if (i == 9)
            /* Nothing but the rule below the line. */
            g_assert_cmpuint (count_color (&paper, &rect, 0), >=,
                              (guint) (rect.width * (rect.height - 2)));
        }
      for (int i = 0; i < 5; i++)
        g_assert_cmpuint (wrong[i], ==, 0);
      g_assert_cmpuint (wrong[5], >, 20);
      g_assert_cmpuint (wrong[6], >, wrong[5] + 10);
      g_assert_cmpuint (wrong[7], >, 0);
      g_assert_cmpuint (wrong[8], ==, 0);
      paper_clear (&paper);
    }
}

/* What is written on any shade can be read. */
static void
test_contrast (void)
{
  const TrasPaletteKind kinds[] = { TRAS_PALETTE_LIGHT, TRAS_PALETTE_DARK, TRAS_PALETTE_PRINT };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int level = 0; level < TRAS_SKILL_MATRIX_LEVELS; level++)
      {
        const TrasPalette *palette = tras_palette_get (kinds[i]);
        double contrast;

        tras_palette_find_ink (palette, tras_skill_matrix_get_shade (palette, level), &contrast);
        g_test_message ("%u, %d: %g", i, level, contrast);
        g_assert_cmpfloat (contrast, >=, 4.5);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/skill-matrix/titles", test_titles);
  g_test_add_func ("/chart/skill-matrix/cells", test_cells);
  g_test_add_func ("/chart/skill-matrix/contrast", test_contrast);

  return g_test_run ();
}
