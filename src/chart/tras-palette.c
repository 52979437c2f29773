/* tras-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-palette.h"

static const TrasPalette palettes[] = {
  [TRAS_PALETTE_LIGHT] = { {
    [TRAS_COLOR_BACKGROUND] = 0xffffff,
    [TRAS_COLOR_TEXT] = 0x2e3436,
    [TRAS_COLOR_DIM_TEXT] = 0x6a6970,
    [TRAS_COLOR_GRID] = 0xe4e4e6,
    [TRAS_COLOR_AXIS] = 0x828187,
    [TRAS_COLOR_BAND] = 0xf1f4f9,
    [TRAS_COLOR_LIMIT] = 0x77767b,
    [TRAS_COLOR_MEAN] = 0x77767b,
    [TRAS_COLOR_SERIES] = 0x4a5560,
    [TRAS_COLOR_TARGET] = 0x007184,
    [TRAS_COLOR_MARK] = 0x7a6a4f,
    [TRAS_COLOR_LAST_YEAR] = 0x828187,
    [TRAS_COLOR_CURSOR] = 0x2e3436,
    [TRAS_COLOR_BUBBLE] = 0x2e3436,
    [TRAS_COLOR_BUBBLE_TEXT] = 0xffffff,
    [TRAS_COLOR_BETTER] = 0x1c71d8,
    [TRAS_COLOR_WORSE] = 0xc64600,
    [TRAS_COLOR_USUAL] = 0x77767b,
    [TRAS_COLOR_UNUSUAL] = 0x813d9c,
  } },
  [TRAS_PALETTE_DARK] = { {
    [TRAS_COLOR_BACKGROUND] = 0x1e1e1e,
    [TRAS_COLOR_TEXT] = 0xf0f0f0,
    [TRAS_COLOR_DIM_TEXT] = 0xa9a8a7,
    [TRAS_COLOR_GRID] = 0x333335,
    [TRAS_COLOR_AXIS] = 0x868689,
    [TRAS_COLOR_BAND] = 0x262a31,
    [TRAS_COLOR_LIMIT] = 0x9a9996,
    [TRAS_COLOR_MEAN] = 0x9a9996,
    [TRAS_COLOR_SERIES] = 0xc3cbd3,
    [TRAS_COLOR_TARGET] = 0x4fc3d4,
    [TRAS_COLOR_MARK] = 0xc4b38f,
    [TRAS_COLOR_LAST_YEAR] = 0x8c8b8f,
    [TRAS_COLOR_CURSOR] = 0xf0f0f0,
    [TRAS_COLOR_BUBBLE] = 0xf0f0f0,
    [TRAS_COLOR_BUBBLE_TEXT] = 0x1e1e1e,
    [TRAS_COLOR_BETTER] = 0x62a0ea,
    [TRAS_COLOR_WORSE] = 0xff7800,
    [TRAS_COLOR_USUAL] = 0x9a9996,
    [TRAS_COLOR_UNUSUAL] = 0xc061cb,
  } },
  [TRAS_PALETTE_PRINT] = { {
    [TRAS_COLOR_BACKGROUND] = 0xffffff,
    [TRAS_COLOR_TEXT] = 0x000000,
    [TRAS_COLOR_DIM_TEXT] = 0x4d4d4d,
    [TRAS_COLOR_GRID] = 0xdedede,
    [TRAS_COLOR_AXIS] = 0x666666,
    [TRAS_COLOR_BAND] = 0xf3f3f3,
    [TRAS_COLOR_LIMIT] = 0x555555,
    [TRAS_COLOR_MEAN] = 0x555555,
    [TRAS_COLOR_SERIES] = 0x333333,
    [TRAS_COLOR_TARGET] = 0x000000,
    [TRAS_COLOR_MARK] = 0x555555,
    [TRAS_COLOR_LAST_YEAR] = 0x777777,
    [TRAS_COLOR_CURSOR] = 0x000000,
    [TRAS_COLOR_BUBBLE] = 0x000000,
    [TRAS_COLOR_BUBBLE_TEXT] = 0xffffff,
    [TRAS_COLOR_BETTER] = 0x222222,
    [TRAS_COLOR_WORSE] = 0x000000,
    [TRAS_COLOR_USUAL] = 0x666666,
    [TRAS_COLOR_UNUSUAL] = 0x444444,
  } },
};

static void
split (guint32  color,
       double  *red,
       double  *green,
       double  *blue)
{
  *red = (color >> 16 & 0xff) / 255.0;
  *green = (color >> 8 & 0xff) / 255.0;
  *blue = (color & 0xff) / 255.0;
}

/**
 * tras_palette_get:
 * @kind: which
 *
 * Returns: (transfer none): the palette
 */
const TrasPalette *
tras_palette_get (TrasPaletteKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (palettes), &palettes[0]);

  return &palettes[kind];
}

/**
 * tras_palette_set_source:
 * @self: a palette
 * @role: which colour
 * @cr: where it becomes the source
 */
void
tras_palette_set_source (const TrasPalette *self,
                         TrasColorRole      role,
                         cairo_t           *cr)
{
  tras_palette_set_color (self->colors[role], cr);
}

/**
 * tras_palette_set_faded:
 * @self: a palette
 * @role: which colour
 * @cr: where it becomes the source
 *
 * Mixes the colour half with the paper's: for what is past. Opaque, because lines drawn in pieces
 * would show their joints otherwise.
 */
void
tras_palette_set_faded (const TrasPalette *self,
                        TrasColorRole      role,
                        cairo_t           *cr)
{
  double red, green, blue;
  double paper_red, paper_green, paper_blue;

  split (self->colors[role], &red, &green, &blue);
  split (self->colors[TRAS_COLOR_BACKGROUND], &paper_red, &paper_green, &paper_blue);
  cairo_set_source_rgb (cr,
                        (red + paper_red) / 2,
                        (green + paper_green) / 2,
                        (blue + paper_blue) / 2);
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 color)
{
  double red, green, blue;

  split (color, &red, &green, &blue);

  return 0.2126 * linear (red) + 0.7152 * linear (green) + 0.0722 * linear (blue);
}

static double
get_contrast (guint32 one,
              guint32 other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * tras_palette_mix:
 * @self: a palette
 * @role: which colour
 * @share: how much of it, 0 to 1; the rest is the paper's
 *
 * Returns: a shade of the colour, opaque
 */
guint32
tras_palette_mix (const TrasPalette *self,
                  TrasColorRole      role,
                  double             share)
{
  double ink[3], paper[3];
  guint32 mixed = 0;

  split (self->colors[role], &ink[0], &ink[1], &ink[2]);
  split (self->colors[TRAS_COLOR_BACKGROUND], &paper[0], &paper[1], &paper[2]);
  for (guint i = 0; i < G_N_ELEMENTS (ink); i++)
    mixed = mixed << 8 | (guint32) lround (255 * (ink[i] * share + paper[i] * (1 - share)));

  return mixed;
}

/**
 * tras_palette_find_ink:
 * @self: a palette
 * @paper: the colour that something is written on
 * @contrast: (out) (optional): the contrast ratio of WCAG 2.1
 *
 * Returns: what is read best on it: the text's colour or the background's
 */
TrasColorRole
tras_palette_find_ink (const TrasPalette *self,
                       guint32            paper,
                       double            *contrast)
{
  double text = get_contrast (self->colors[TRAS_COLOR_TEXT], paper);
  double background = get_contrast (self->colors[TRAS_COLOR_BACKGROUND], paper);

  if (contrast != NULL)
    *contrast = MAX (text, background);

  return text >= background ? TRAS_COLOR_TEXT : TRAS_COLOR_BACKGROUND;
}

/**
 * tras_palette_set_color:
 * @color: 0xRRGGBB
 * @cr: where it becomes the source
 */
void
tras_palette_set_color (guint32  color,
                        cairo_t *cr)
{
  double red, green, blue;

  split (color, &red, &green, &blue);
  cairo_set_source_rgb (cr, red, green, blue);
}

/**
 * tras_palette_get_contrast:
 * @self: a palette
 * @ink: one colour
 * @paper: the colour behind it
 *
 * Returns: the contrast ratio of WCAG 2.1, 1 to 21
 */
double
tras_palette_get_contrast (const TrasPalette *self,
                           TrasColorRole      ink,
                           TrasColorRole      paper)
{
  return get_contrast (self->colors[ink], self->colors[paper]);
}
