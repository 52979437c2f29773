/* tras-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-block.h"

typedef struct
{
  TrasBlock block;

  TrasTextRole role;
  PangoLayout *layout;
} TextBlock;

/**
 * tras_block_new:
 * @kind: a kind, which outlives the block
 * @style: how its texts look
 *
 * Returns: (transfer full): a block of that kind, all else zero
 */
gpointer
tras_block_new (const TrasBlockKind *kind,
                TrasReportStyle     *style)
{
  TrasBlock *self;

  g_return_val_if_fail (kind != NULL && kind->size >= sizeof (TrasBlock), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_rc_box_alloc0 (kind->size);
  self->kind = kind;
  self->style = tras_report_style_ref (style);

  return self;
}

/**
 * tras_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): @self
 */
TrasBlock *
tras_block_ref (TrasBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasBlock *self = data;

  if (self->kind->clear != NULL)
    self->kind->clear (self);
  g_clear_pointer (&self->repeated, tras_block_unref);
  g_clear_pointer (&self->style, tras_report_style_unref);
  g_free (self->outline);
  g_free (self->anchor);
  g_free (self->link);
}

/**
 * tras_block_unref:
 * @self: (transfer full): a block
 */
void
tras_block_unref (TrasBlock *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

/**
 * tras_block_measure:
 * @self: a block
 * @width: the width of its place, in points
 *
 * Returns: how high its place must be
 */
double
tras_block_measure (TrasBlock *self,
                    double     width)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kind->measure (self, width);
}

/**
 * tras_block_draw:
 * @self: a block
 * @cr: where to draw
 * @rect: its place, as high as tras_block_measure() said or higher by its stretch at most
 */
void
tras_block_draw (TrasBlock      *self,
                 cairo_t        *cr,
                 const TrasRect *rect)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && rect != NULL);

  cairo_save (cr);
  self->kind->draw (self, cr, rect);
  cairo_restore (cr);
}

static double
text_block_measure (TrasBlock *block,
                    double     width)
{
  TextBlock *self = (TextBlock *) block;
  double height;

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  tras_report_style_get_extents (self->layout, NULL, &height);

  return height;
}

static void
text_block_draw (TrasBlock      *block,
                 cairo_t        *cr,
                 const TrasRect *rect)
{
  TextBlock *self = (TextBlock *) block;

  pango_layout_set_width (self->layout, (int) (rect->width * PANGO_SCALE));
  tras_report_style_draw_layout (block->style, self->layout, self->role, cr, rect->x, rect->y);
}

static void
text_block_clear (TrasBlock *block)
{
  g_clear_object (&((TextBlock *) block)->layout);
}

/**
 * tras_text_block_new:
 * @style: how its text looks
 * @role: what the text is for
 * @text: the text, as long as it likes
 * @space_before: the gap above it
 *
 * Headings are kept with what follows them.
 *
 * Returns: (transfer full): a paragraph
 */
TrasBlock *
tras_text_block_new (TrasReportStyle *style,
                     TrasTextRole     role,
                     const char      *text,
                     double           space_before)
{
  static const TrasBlockKind kind = {
    sizeof (TextBlock), text_block_measure, text_block_draw, text_block_clear,
  };
  TextBlock *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = tras_block_new (&kind, style);
  self->role = role;
  self->layout = tras_report_style_new_layout (style, role, text, -1);
  self->block.space_before = space_before;
  self->block.keep_with_next = role == TRAS_TEXT_HEADING || role == TRAS_TEXT_SUBHEADING;

  return &self->block;
}
