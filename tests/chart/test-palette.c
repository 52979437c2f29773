/* test-palette.c: contrast of the colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-palette.h"

static void
test_known_ratios (void)
{
  TrasPalette palette = { { 0 } };

  palette.colors[TRAS_COLOR_BACKGROUND] = 0xffffff;
  palette.colors[TRAS_COLOR_TEXT] = 0x000000;
  palette.colors[TRAS_COLOR_AXIS] = 0x767676;
  g_assert_cmpfloat_with_epsilon (tras_palette_get_contrast (&palette, TRAS_COLOR_TEXT,
                                                             TRAS_COLOR_BACKGROUND), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (tras_palette_get_contrast (&palette, TRAS_COLOR_AXIS,
                                                             TRAS_COLOR_BACKGROUND), 4.54, 0.01);
}

static void
test_contrast (void)
{
  static const TrasColorRole shapes[] = {
    TRAS_COLOR_AXIS, TRAS_COLOR_LIMIT, TRAS_COLOR_MEAN, TRAS_COLOR_SERIES, TRAS_COLOR_TARGET,
    TRAS_COLOR_MARK, TRAS_COLOR_LAST_YEAR, TRAS_COLOR_CURSOR, TRAS_COLOR_BETTER, TRAS_COLOR_WORSE,
    TRAS_COLOR_USUAL, TRAS_COLOR_UNUSUAL,
  };
  static const TrasColorRole texts[] = {
    TRAS_COLOR_TEXT, TRAS_COLOR_DIM_TEXT, TRAS_COLOR_TARGET, TRAS_COLOR_MARK,
    TRAS_COLOR_LIMIT, TRAS_COLOR_MEAN, TRAS_COLOR_BETTER, TRAS_COLOR_WORSE, TRAS_COLOR_UNUSUAL,
  };

  for (guint kind = TRAS_PALETTE_LIGHT; kind <= TRAS_PALETTE_PRINT; kind++)
    {
      const TrasPalette *palette = tras_palette_get (kind);

      for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
        {
          g_assert_cmpfloat (tras_palette_get_contrast (palette, shapes[i],
                                                        TRAS_COLOR_BACKGROUND), >=, 3);
          g_assert_cmpfloat (tras_palette_get_contrast (palette, shapes[i],
                                                        TRAS_COLOR_BAND), >=, 3);
        }
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (tras_palette_get_contrast (palette, texts[i],
                                                      TRAS_COLOR_BACKGROUND), >=, 4.5);
      g_assert_cmpfloat (tras_palette_get_contrast (palette, TRAS_COLOR_BUBBLE_TEXT,
                                                    TRAS_COLOR_BUBBLE), >=, 4.5);
    }
}

/* A grey printer loses nothing: every colour of the print palette is a grey already. */
static void
test_print_is_grey (void)
{
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_PRINT);

  for (guint i = 0; i < TRAS_N_COLORS; i++)
    {
      guint32 color = palette->colors[i];

      g_assert_cmphex (color & 0xff, ==, color >> 8 & 0xff);
      g_assert_cmphex (color & 0xff, ==, color >> 16 & 0xff);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/palette/known-ratios", test_known_ratios);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/print-is-grey", test_print_is_grey);

  return g_test_run ();
}
