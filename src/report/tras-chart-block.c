/* tras-chart-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-chart-block.h"

#define GLYPH_SIZE 11.5
#define GLYPH_ROOM 18.0
#define GAP 6.0
#define DEFINITION_GAP 3.0

/* What is longer is read in the window. */
#define DEFINITION_LINES 4

/* However long the sentence is, the chart keeps this much. */
#define LEAST_CHART 120.0

typedef struct
{
  TrasBlock block;

  TrasTrendChart *chart;
  TrasGlyph glyph;
  PangoLayout *sentence;
  PangoLayout *definition;
  double height;
} ChartBlock;

static double
measure_sentence (ChartBlock *self,
                  double      width)
{
  double indent = self->glyph != TRAS_GLYPH_NONE ? GLYPH_ROOM : 0;
  double height;

  pango_layout_set_width (self->sentence, (int) ((width - indent) * PANGO_SCALE));
  tras_report_style_get_extents (self->sentence, NULL, &height);

  return height;
}

/* With the gap above it. */
static double
measure_definition (ChartBlock *self,
                    double      width)
{
  double height;

  if (self->definition == NULL)
    return 0;

  pango_layout_set_width (self->definition, (int) (width * PANGO_SCALE));
  tras_report_style_get_extents (self->definition, NULL, &height);

  return height + DEFINITION_GAP;
}

static double
measure (TrasBlock *block,
         double     width)
{
  ChartBlock *self = (ChartBlock *) block;

  return MAX (self->height, measure_sentence (self, width) + measure_definition (self, width) +
                              GAP + LEAST_CHART);
}

static void
draw (TrasBlock      *block,
      cairo_t        *cr,
      const TrasRect *rect)
{
  ChartBlock *self = (ChartBlock *) block;
  const TrasPalette *palette = tras_report_style_get_palette (block->style);
  gboolean mirrored = tras_report_style_get_mirrored (block->style);
  double sentence_height = measure_sentence (self, rect->width);
  double definition_height = measure_definition (self, rect->width);
  double top = rect->y + rect->height - sentence_height - definition_height;
  double text_x = rect->x;

  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  tras_trend_chart_draw (self->chart, cr, rect->width, top - rect->y - GAP);
  cairo_restore (cr);

  if (self->glyph != TRAS_GLYPH_NONE)
    {
      double line = tras_report_style_get_size (block->style, TRAS_TEXT_BODY) * 1.3;

      tras_glyph_draw (self->glyph, cr, palette,
                       mirrored ? rect->x + rect->width - GLYPH_SIZE * 0.6
                                : rect->x + GLYPH_SIZE * 0.6,
                       top + line / 2, GLYPH_SIZE);
      if (!mirrored)
        text_x += GLYPH_ROOM;
    }
  tras_report_style_draw_layout (block->style, self->sentence, TRAS_TEXT_BODY, cr, text_x, top);
  if (self->definition != NULL)
    tras_report_style_draw_layout (block->style, self->definition, TRAS_TEXT_DETAIL, cr, rect->x,
                                   top + sentence_height + DEFINITION_GAP);
}

static void
clear (TrasBlock *block)
{
  ChartBlock *self = (ChartBlock *) block;

  g_clear_object (&self->chart);
  g_clear_object (&self->sentence);
  g_clear_object (&self->definition);
}

/**
 * tras_chart_block_new:
 * @style: how its texts look; the chart gets its font, colours and direction
 * @chart: a chart
 * @glyph: the verdict's shape, %TRAS_GLYPH_NONE for none
 * @sentence: what it says, in words
 * @definition: (nullable): what is counted, in small letters under it
 * @height: how high all are together, in points; a very long sentence adds to it
 * @stretch: how much higher they may become
 *
 * Returns: (transfer full): the chart with the sentence under it
 */
TrasBlock *
tras_chart_block_new (TrasReportStyle *style,
                      TrasTrendChart  *chart,
                      TrasGlyph        glyph,
                      const char      *sentence,
                      const char      *definition,
                      double           height,
                      double           stretch)
{
  static const TrasBlockKind kind = { sizeof (ChartBlock), measure, draw, clear };
  ChartBlock *self;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (chart), NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  self = tras_block_new (&kind, style);
  self->chart = g_object_ref (chart);
  self->glyph = glyph;
  self->sentence = tras_report_style_new_layout (style, TRAS_TEXT_BODY, sentence, -1);
  if (definition != NULL)
    {
      self->definition = tras_report_style_new_layout (style, TRAS_TEXT_DETAIL, definition, -1);
      pango_layout_set_height (self->definition, -DEFINITION_LINES);
      pango_layout_set_ellipsize (self->definition, PANGO_ELLIPSIZE_END);
    }
  self->height = height;
  self->block.stretch = stretch;
  tras_trend_chart_set_font (chart, tras_report_style_get_font (style));
  tras_trend_chart_set_palette (chart, TRAS_PALETTE_LIGHT);
  tras_trend_chart_set_mirrored (chart, tras_report_style_get_mirrored (style));

  return &self->block;
}
