/* tras-palette.h: the colours of every chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasColorRole:
 *
 * What a colour is for. TRAS_COLOR_BETTER to TRAS_COLOR_UNUSUAL are the verdicts'.
 */
typedef enum
{
  TRAS_COLOR_BACKGROUND,
  TRAS_COLOR_TEXT,
  TRAS_COLOR_DIM_TEXT,
  TRAS_COLOR_GRID,
  TRAS_COLOR_AXIS,
  TRAS_COLOR_BAND,
  TRAS_COLOR_LIMIT,
  TRAS_COLOR_MEAN,
  TRAS_COLOR_SERIES,
  TRAS_COLOR_TARGET,
  TRAS_COLOR_MARK,
  TRAS_COLOR_LAST_YEAR,
  TRAS_COLOR_CURSOR,
  TRAS_COLOR_BUBBLE,
  TRAS_COLOR_BUBBLE_TEXT,
  TRAS_COLOR_BETTER,
  TRAS_COLOR_WORSE,
  TRAS_COLOR_USUAL,
  TRAS_COLOR_UNUSUAL,
  TRAS_N_COLORS,
} TrasColorRole;

/**
 * TrasPaletteKind:
 * @TRAS_PALETTE_LIGHT: dark ink on a light window
 * @TRAS_PALETTE_DARK: light ink on a dark window
 * @TRAS_PALETTE_PRINT: greys on white; shapes and dashes carry the meaning alone
 */
typedef enum
{
  TRAS_PALETTE_LIGHT,
  TRAS_PALETTE_DARK,
  TRAS_PALETTE_PRINT,
} TrasPaletteKind;

/**
 * TrasPalette:
 * @colors: 0xRRGGBB by role, all opaque
 */
typedef struct
{
  guint32 colors[TRAS_N_COLORS];
} TrasPalette;

const TrasPalette *tras_palette_get          (TrasPaletteKind    kind);
void               tras_palette_set_source   (const TrasPalette *self,
                                              TrasColorRole      role,
                                              cairo_t           *cr);
void               tras_palette_set_faded    (const TrasPalette *self,
                                              TrasColorRole      role,
                                              cairo_t           *cr);
guint32            tras_palette_mix          (const TrasPalette *self,
                                              TrasColorRole      role,
                                              double             share);
TrasColorRole      tras_palette_find_ink     (const TrasPalette *self,
                                              guint32            paper,
                                              double            *contrast);
void               tras_palette_set_color    (guint32            color,
                                              cairo_t           *cr);
double             tras_palette_get_contrast (const TrasPalette *self,
                                              TrasColorRole      ink,
                                              TrasColorRole      paper);

G_END_DECLS
