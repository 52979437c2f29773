/* tras-ink.h: the texts and colours of a scorecard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-glyph.h"
#include "tras-look.h"

G_BEGIN_DECLS

/* As many decimals as an indicator can have, and none. */
#define TRAS_INK_N_FRACTIONS 5

/**
 * TrasInkStyle:
 *
 * How a text looks; figures are tabular in all of them.
 */
typedef enum
{
  TRAS_INK_PLAIN,
  TRAS_INK_BOLD,
  TRAS_INK_SMALL,
  TRAS_INK_SMALL_BOLD,
  TRAS_INK_N_STYLES,
} TrasInkStyle;

/**
 * TrasInk:
 * @palette: the colours
 * @mirrored: whether it is read from right to left
 * @width: the width of the paper, which is what is mirrored
 * @decimals: the most decimals that a number has
 * @line_height: the height of a text
 * @digit: the width of a figure
 * @fractions: the width of a decimal mark with that many figures
 * @scale: how many pixels of the screen a pixel has
 * @context: (owned) (nullable): for texts
 *
 * Texts are laid out once and shapes are drawn once: they repeat themselves.
 */
typedef struct
{
  const TrasPalette *palette;
  gboolean mirrored;
  int width;
  int decimals;
  int line_height;
  double digit;
  double fractions[TRAS_INK_N_FRACTIONS];

  int scale;

  PangoContext *context;
  PangoAttrList *attributes[TRAS_INK_N_STYLES];
  GHashTable *layouts[TRAS_INK_N_STYLES];
  GHashTable *shapes;
} TrasInk;

void         tras_ink_init         (TrasInk      *self);
void         tras_ink_clear        (TrasInk      *self);
void         tras_ink_set_context  (TrasInk      *self,
                                    PangoContext *context,
                                    const char   *decimal_mark,
                                    int           scale);
void         tras_ink_get_color    (TrasInk      *self,
                                    TrasColorRole role,
                                    GdkRGBA      *color);
double       tras_ink_get_x        (TrasInk      *self,
                                    double        x,
                                    double        width);
PangoLayout *tras_ink_get_layout   (TrasInk      *self,
                                    const char   *text,
                                    TrasInkStyle  style);
void         tras_ink_add_layout   (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    PangoLayout  *layout,
                                    TrasColorRole role,
                                    double        x,
                                    double        y,
                                    gboolean      right);
int          tras_ink_add_text     (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    const char   *text,
                                    TrasInkStyle  style,
                                    TrasColorRole role,
                                    int           x,
                                    int           width,
                                    double        y);
void         tras_ink_add_centered (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    const char   *text,
                                    TrasInkStyle  style,
                                    TrasColorRole role,
                                    double        x,
                                    double        y);
void         tras_ink_add_number   (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    const char   *text,
                                    int           decimals,
                                    TrasInkStyle  style,
                                    TrasColorRole role,
                                    double        edge,
                                    double        y);
void         tras_ink_add_picture  (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    int           x,
                                    int           y,
                                    int           width,
                                    int           height,
                                    TrasLookDraw  draw,
                                    gpointer      data);
void         tras_ink_add_glyph    (TrasInk      *self,
                                    GtkSnapshot  *snapshot,
                                    TrasGlyph     glyph,
                                    double        x,
                                    double        y,
                                    double        size);

G_END_DECLS
