/* tras-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-ink.h"

/* Layouts are thrown away when they get too many. */
#define MOST_LAYOUTS 4096

void
tras_ink_init (TrasInk *self)
{
  *self = (TrasInk) { .palette = tras_palette_get (TRAS_PALETTE_LIGHT) };
  for (guint i = 0; i < TRAS_INK_N_STYLES; i++)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      /* Tabular figures stand under one another. */
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      if (i == TRAS_INK_BOLD || i == TRAS_INK_SMALL_BOLD)
        pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      if (i == TRAS_INK_SMALL || i == TRAS_INK_SMALL_BOLD)
        pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
      self->attributes[i] = attributes;
      self->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    }
  self->shapes = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

void
tras_ink_clear (TrasInk *self)
{
  for (guint i = 0; i < TRAS_INK_N_STYLES; i++)
    {
      pango_attr_list_unref (self->attributes[i]);
      g_hash_table_unref (self->layouts[i]);
    }
  g_hash_table_unref (self->shapes);
  g_clear_object (&self->context);
}

/**
 * tras_ink_get_color:
 * @self: ink
 * @role: what it is for
 * @color: (out caller-allocates): the colour
 */
void
tras_ink_get_color (TrasInk      *self,
                    TrasColorRole role,
                    GdkRGBA      *color)
{
  guint32 value = self->palette->colors[role];

  *color = (GdkRGBA) { (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f,
                       (value & 0xff) / 255.0f, 1 };
}

/* Where a span begins, seen from the left, whatever the reading direction. */
double
tras_ink_get_x (TrasInk *self,
                double   x,
                double   width)
{
  return self->mirrored ? self->width - x - width : x;
}

static PangoLayout *
make_layout (TrasInk     *self,
             const char  *text,
             TrasInkStyle style)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_attributes (layout, self->attributes[style]);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

PangoLayout *
tras_ink_get_layout (TrasInk     *self,
                     const char  *text,
                     TrasInkStyle style)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts[style], text);

  if (layout == NULL)
    {
      if (g_hash_table_size (self->layouts[style]) >= MOST_LAYOUTS)
        g_hash_table_remove_all (self->layouts[style]);
      layout = make_layout (self, text, style);
      g_hash_table_insert (self->layouts[style], g_strdup (text), layout);
    }

  return layout;
}

/* Draws a layout with its left or right edge at x and its middle at y. */
void
tras_ink_add_layout (TrasInk      *self,
                     GtkSnapshot  *snapshot,
                     PangoLayout  *layout,
                     TrasColorRole role,
                     double        x,
                     double        y,
                     gboolean      right)
{
  GdkRGBA color;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  tras_ink_get_color (self, role, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (right ? x - width : x),
                                                          (float) round (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* A text at the start or the end of a span, in reading direction; numbers end at the same side in
 * all languages. Returns the text's width. */
int
tras_ink_add_text (TrasInk      *self,
                   GtkSnapshot  *snapshot,
                   const char   *text,
                   TrasInkStyle  style,
                   TrasColorRole role,
                   int           x,
                   int           width,
                   double        y)
{
  PangoLayout *layout = tras_ink_get_layout (self, text, style);
  int natural;

  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (natural > width)
    {
      g_autoptr (PangoLayout) cut = make_layout (self, text, style);

      pango_layout_set_ellipsize (cut, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (cut, width * PANGO_SCALE);
      natural = width;
      tras_ink_add_layout (self, snapshot, cut, role, self->mirrored ? self->width - x - width : x,
                           y, FALSE);
      return natural;
    }

  tras_ink_add_layout (self, snapshot, layout, role, self->mirrored ? self->width - x : x, y,
                       self->mirrored);

  return natural;
}

void
tras_ink_add_centered (TrasInk      *self,
                       GtkSnapshot  *snapshot,
                       const char   *text,
                       TrasInkStyle  style,
                       TrasColorRole role,
                       double        x,
                       double        y)
{
  PangoLayout *layout = tras_ink_get_layout (self, text, style);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  tras_ink_add_layout (self, snapshot, layout, role,
                       (self->mirrored ? self->width - x : x) - width / 2.0, y, FALSE);
}

/* A number with its decimal mark at the place that all numbers of a column have it. There is room
 * for one decimal; a second one stands in the gap between the columns. */
void
tras_ink_add_number (TrasInk      *self,
                     GtkSnapshot  *snapshot,
                     const char   *text,
                     int           decimals,
                     TrasInkStyle  style,
                     TrasColorRole role,
                     double        edge,
                     double        y)
{
  double shift = self->fractions[MIN (self->decimals, 1)] -
                 self->fractions[CLAMP (decimals, 0, self->decimals)];

  tras_ink_add_layout (self, snapshot, tras_ink_get_layout (self, text, style), role,
                       edge - MAX (shift, 0), y, TRUE);
}

/**
 * tras_ink_set_context:
 * @self: ink
 * @context: for texts
 * @decimal_mark: the decimal mark of the language
 * @scale: how many pixels of the screen a pixel has
 *
 * Measures figures and forgets all shapes.
 */
void
tras_ink_set_context (TrasInk      *self,
                      PangoContext *context,
                      const char   *decimal_mark,
                      int           scale)
{
  static const char digits[] = "0000";
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  g_set_object (&self->context, context);
  self->scale = MAX (scale, 1);
  g_hash_table_remove_all (self->shapes);
  for (guint i = 0; i < TRAS_INK_N_STYLES; i++)
    g_hash_table_remove_all (self->layouts[i]);

  layout = make_layout (self, "0000000000", TRAS_INK_PLAIN);
  pango_layout_get_pixel_size (layout, &width, &self->line_height);
  self->digit = width / 10.0;
  self->fractions[0] = 0;
  for (guint i = 1; i < G_N_ELEMENTS (self->fractions); i++)
    {
      g_autofree char *fraction = g_strdup_printf ("%s%.*s", decimal_mark, (int) i, digits);

      pango_layout_set_text (layout, fraction, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      self->fractions[i] = width;
    }
}

/**
 * tras_ink_add_picture:
 * @self: ink with a context
 * @snapshot: where to draw
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 * @draw: draws it, once: lines cost more than their pixels
 * @data: data for @draw
 */
void
tras_ink_add_picture (TrasInk      *self,
                      GtkSnapshot  *snapshot,
                      int           x,
                      int           y,
                      int           width,
                      int           height,
                      TrasLookDraw  draw,
                      gpointer      data)
{
  g_autoptr (GdkTexture) texture = tras_look_draw_texture (width, height, self->scale, draw, data);

  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* A shape with the paper that it needs. */
typedef struct
{
  const TrasPalette *palette;
  TrasGlyph glyph;
  double size;
  int side;
} Shape;

static void
draw_shape (cairo_t  *cr,
            gpointer  data)
{
  const Shape *shape = data;

  tras_glyph_draw (shape->glyph, cr, shape->palette, shape->side / 2.0, shape->side / 2.0,
                   shape->size);
}

/**
 * tras_ink_add_glyph:
 * @self: ink with a context
 * @snapshot: where to draw
 * @glyph: a shape; nothing is drawn for %TRAS_GLYPH_NONE
 * @x: its middle
 * @y: its middle
 * @size: its size, 31 at most
 */
void
tras_ink_add_glyph (TrasInk     *self,
                    GtkSnapshot *snapshot,
                    TrasGlyph    glyph,
                    double       x,
                    double       y,
                    double       size)
{
  gpointer key = GUINT_TO_POINTER ((guint) glyph << 8 | (guint) (size * 8));
  Shape shape = { self->palette, glyph, size, 2 * (int) ceil (size * 0.75) };
  GdkTexture *texture = g_hash_table_lookup (self->shapes, key);

  if (glyph == TRAS_GLYPH_NONE)
    return;

  if (texture == NULL)
    {
      texture = tras_look_draw_texture (shape.side, shape.side, self->scale, draw_shape, &shape);
      g_hash_table_insert (self->shapes, key, texture);
    }
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT ((float) round (x - shape.side / 2.0),
                                                    (float) round (y - shape.side / 2.0),
                                                    shape.side, shape.side));
}
