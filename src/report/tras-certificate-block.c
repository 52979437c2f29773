/* tras-certificate-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-certificate-block.h"

/* Sizes and gaps, in points. */
#define FRAME_GAP 4.0
#define FRAME_THICK 1.6
#define FRAME_THIN 0.5
#define PADDING 48.0
#define RULE_WIDTH 72.0
#define SIGN_WIDTH 190.0
#define SIGN_ROOM 64.0
#define SIGN_SIZE 10.0

typedef enum
{
  PART_FIRM,
  PART_TITLE,
  PART_NAME,
  PART_WHAT,
  PART_WHERE,
  PART_GIVES,
  PART_VALID,
  N_PARTS,
} Part;

static const struct
{
  double size;
  gboolean bold;
  TrasTextRole role;
  double before;
} looks[N_PARTS] = {
  [PART_FIRM] = { 12, TRUE, TRAS_TEXT_SUBTITLE, 0 },
  [PART_TITLE] = { 34, FALSE, TRAS_TEXT_TITLE, 22 },
  [PART_NAME] = { 27, TRUE, TRAS_TEXT_TITLE, 40 },
  [PART_WHAT] = { 15, FALSE, TRAS_TEXT_LEAD, 14 },
  [PART_WHERE] = { 11.5, FALSE, TRAS_TEXT_SUBTITLE, 8 },
  [PART_GIVES] = { 14, TRUE, TRAS_TEXT_LEAD, 26 },
  [PART_VALID] = { 11.5, FALSE, TRAS_TEXT_SUBTITLE, 6 },
};

typedef struct
{
  TrasBlock block;

  PangoLayout *parts[N_PARTS];
  PangoLayout *signatures[2];
  double height;
} CertificateBlock;

static double
measure (TrasBlock *block,
         double     width)
{
  return ((CertificateBlock *) block)->height;
}

static double
measure_parts (CertificateBlock *self,
               double            width)
{
  double sum = 0;

  for (Part part = PART_FIRM; part < N_PARTS; part++)
    {
      double height;

      if (self->parts[part] == NULL)
        continue;
      pango_layout_set_width (self->parts[part], (int) (width * PANGO_SCALE));
      tras_report_style_get_extents (self->parts[part], NULL, &height);
      sum += looks[part].before + height;
    }

  return sum;
}

/* A thick line and a thin one within. */
static void
draw_frame (CertificateBlock *self,
            cairo_t          *cr,
            const TrasRect   *rect)
{
  const TrasPalette *palette = tras_report_style_get_palette (self->block.style);

  tras_palette_set_source (palette, TRAS_COLOR_TEXT, cr);
  cairo_set_line_width (cr, FRAME_THICK);
  cairo_rectangle (cr, rect->x + FRAME_THICK / 2, rect->y + FRAME_THICK / 2,
                   rect->width - FRAME_THICK, rect->height - FRAME_THICK);
  cairo_stroke (cr);
  cairo_set_line_width (cr, FRAME_THIN);
  cairo_rectangle (cr, rect->x + FRAME_THICK + FRAME_GAP, rect->y + FRAME_THICK + FRAME_GAP,
                   rect->width - 2 * (FRAME_THICK + FRAME_GAP),
                   rect->height - 2 * (FRAME_THICK + FRAME_GAP));
  cairo_stroke (cr);
}

static void
draw_rule (cairo_t *cr,
           double   centre,
           double   width,
           double   y)
{
  cairo_set_line_width (cr, FRAME_THIN);
  cairo_move_to (cr, centre - width / 2, y);
  cairo_line_to (cr, centre + width / 2, y);
  cairo_stroke (cr);
}

static void
draw_signatures (CertificateBlock *self,
                 cairo_t          *cr,
                 const TrasRect   *rect)
{
  gboolean mirrored = tras_report_style_get_mirrored (self->block.style);
  double y = rect->y + rect->height - SIGN_ROOM;

  for (guint i = 0; i < G_N_ELEMENTS (self->signatures); i++)
    {
      gboolean left = (i == 0) != mirrored;
      double centre = left ? rect->x + PADDING + SIGN_WIDTH / 2
                           : rect->x + rect->width - PADDING - SIGN_WIDTH / 2;

      if (self->signatures[i] == NULL)
        continue;
      tras_palette_set_source (tras_report_style_get_palette (self->block.style), TRAS_COLOR_TEXT,
                               cr);
      draw_rule (cr, centre, SIGN_WIDTH, y);
      tras_report_style_draw_layout (self->block.style, self->signatures[i], TRAS_TEXT_DETAIL, cr,
                                     centre - SIGN_WIDTH / 2, y + FRAME_GAP);
    }
}

/* What is said stands in the middle of the room over the signatures. */
static void
draw (TrasBlock      *block,
      cairo_t        *cr,
      const TrasRect *rect)
{
  CertificateBlock *self = (CertificateBlock *) block;
  double width = rect->width - 2 * PADDING;
  double room = rect->height - SIGN_ROOM - PADDING;
  double y = rect->y + PADDING / 2 + MAX (0, (room - measure_parts (self, width)) / 2);

  draw_frame (self, cr, rect);
  for (Part part = PART_FIRM; part < N_PARTS; part++)
    {
      double height;

      if (self->parts[part] == NULL)
        continue;
      y += looks[part].before;
      tras_report_style_get_extents (self->parts[part], NULL, &height);
      tras_report_style_draw_layout (block->style, self->parts[part], looks[part].role, cr,
                                     rect->x + PADDING, y);
      y += height;
      if (part == PART_TITLE)
        draw_rule (cr, rect->x + rect->width / 2, RULE_WIDTH, y + looks[PART_NAME].before / 2);
    }
  draw_signatures (self, cr, rect);
}

static void
clear (TrasBlock *block)
{
  CertificateBlock *self = (CertificateBlock *) block;

  for (Part part = PART_FIRM; part < N_PARTS; part++)
    g_clear_object (&self->parts[part]);
  for (guint i = 0; i < G_N_ELEMENTS (self->signatures); i++)
    g_clear_object (&self->signatures[i]);
}

static PangoLayout *
make_layout (TrasReportStyle *style,
             const char      *text,
             TrasTextRole     role,
             double           size,
             gboolean         bold)
{
  PangoLayout *layout = tras_report_style_new_layout (style, role, text, -1);
  PangoFontDescription *font =
    pango_font_description_copy (tras_report_style_get_font (style));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);

  return layout;
}

/**
 * tras_certificate_block_new:
 * @style: how its texts look
 * @text: its words
 * @height: how high it is, in points: a whole page
 *
 * Returns: (transfer full): a framed page with a name on it and lines to sign on
 */
TrasBlock *
tras_certificate_block_new (TrasReportStyle           *style,
                            const TrasCertificateText *text,
                            double                     height)
{
  static const TrasBlockKind kind = { sizeof (CertificateBlock), measure, draw, clear };
  CertificateBlock *self;

  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (text != NULL && text->name != NULL, NULL);

  {
    const char *const words[N_PARTS] = {
      [PART_FIRM] = text->firm, [PART_TITLE] = text->title, [PART_NAME] = text->name,
      [PART_WHAT] = text->what, [PART_WHERE] = text->where, [PART_GIVES] = text->gives,
      [PART_VALID] = text->valid,
    };

    self = tras_block_new (&kind, style);
    self->height = height;
    for (Part part = PART_FIRM; part < N_PARTS; part++)
      {
        if (words[part] != NULL)
          self->parts[part] = make_layout (style, words[part], looks[part].role, looks[part].size,
                                           looks[part].bold);
      }
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->signatures) && text->signatures[i] != NULL; i++)
    {
      self->signatures[i] =
        make_layout (style, text->signatures[i], TRAS_TEXT_DETAIL, SIGN_SIZE, FALSE);
      pango_layout_set_width (self->signatures[i], (int) (SIGN_WIDTH * PANGO_SCALE));
    }

  return &self->block;
}
