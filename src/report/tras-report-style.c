/* tras-report-style.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-report-style.h"

#define N_ROLES (TRAS_TEXT_RUNNING + 1)

typedef struct
{
  double        size;
  gboolean      bold;
  double        spacing;
  TrasColorRole color;
} Look;

static const Look looks[] = {
  [TRAS_TEXT_TITLE] = { 23.0, TRUE, 1.1, TRAS_COLOR_TEXT },
  [TRAS_TEXT_SUBTITLE] = { 11.0, FALSE, 1.2, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_LEAD] = { 13.5, FALSE, 1.3, TRAS_COLOR_TEXT },
  [TRAS_TEXT_HEADING] = { 14.5, TRUE, 1.2, TRAS_COLOR_TEXT },
  [TRAS_TEXT_SUBHEADING] = { 11.5, TRUE, 1.2, TRAS_COLOR_TEXT },
  [TRAS_TEXT_BODY] = { 10.5, FALSE, 1.3, TRAS_COLOR_TEXT },
  [TRAS_TEXT_DIM] = { 10.0, FALSE, 1.3, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_COLUMN] = { 8.0, FALSE, 1.15, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_GROUP] = { 8.5, TRUE, 1.15, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_CELL] = { 9.2, FALSE, 1.2, TRAS_COLOR_TEXT },
  [TRAS_TEXT_CELL_STRONG] = { 9.2, TRUE, 1.2, TRAS_COLOR_TEXT },
  [TRAS_TEXT_CELL_DIM] = { 9.2, FALSE, 1.2, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_DETAIL] = { 8.0, FALSE, 1.2, TRAS_COLOR_DIM_TEXT },
  [TRAS_TEXT_RUNNING] = { 8.0, FALSE, 1.15, TRAS_COLOR_DIM_TEXT },
};

struct _TrasReportStyle
{
  grefcount             ref_count;

  PangoContext         *context;
  PangoFontDescription *font;
  PangoFontDescription *fonts[N_ROLES];
  PangoAttrList        *attributes;
  gboolean              mirrored;
};

G_STATIC_ASSERT (G_N_ELEMENTS (looks) == N_ROLES);

/**
 * tras_report_style_new:
 * @direction: %PANGO_DIRECTION_LTR, %PANGO_DIRECTION_RTL, or %PANGO_DIRECTION_NEUTRAL for that of
 *   the messages' language
 *
 * Belongs to the thread that makes it, as everything that Pango lays out.
 *
 * Returns: (transfer full): the style of all reports
 */
TrasReportStyle *
tras_report_style_new (PangoDirection direction)
{
  TrasReportStyle *self = g_new0 (TrasReportStyle, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_ref_count_init (&self->ref_count);

  /* A page has the same lines on every screen and printer: nothing is fitted to pixels. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  /* TRANSLATORS: "rtl" for a language that is written from right to left, else "ltr" */
  if (direction == PANGO_DIRECTION_NEUTRAL && g_str_equal (C_("text direction", "ltr"), "rtl"))
    direction = PANGO_DIRECTION_RTL;
  self->mirrored = direction == PANGO_DIRECTION_RTL;
  pango_context_set_base_dir (self->context,
                              self->mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  self->font = pango_font_description_from_string ("Cantarell, Sans");
  for (guint role = 0; role < N_ROLES; role++)
    {
      self->fonts[role] = pango_font_description_copy (self->font);
      pango_font_description_set_absolute_size (self->fonts[role], looks[role].size * PANGO_SCALE);
      if (looks[role].bold)
        pango_font_description_set_weight (self->fonts[role], PANGO_WEIGHT_BOLD);
    }
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));

  return self;
}

/**
 * tras_report_style_ref:
 * @self: a style
 *
 * Returns: (transfer full): @self
 */
TrasReportStyle *
tras_report_style_ref (TrasReportStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tras_report_style_unref:
 * @self: (transfer full): a style
 */
void
tras_report_style_unref (TrasReportStyle *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  for (guint role = 0; role < N_ROLES; role++)
    pango_font_description_free (self->fonts[role]);
  pango_font_description_free (self->font);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tras_report_style_get_palette:
 * @self: a style
 *
 * Returns: (transfer none): its colours: those of the light window, which on a grey printer stay as
 *   dark as their shapes need
 */
const TrasPalette *
tras_report_style_get_palette (TrasReportStyle *self)
{
  return tras_palette_get (TRAS_PALETTE_LIGHT);
}

/**
 * tras_report_style_get_font:
 * @self: a style
 *
 * Returns: (transfer none): its family, for charts
 */
const PangoFontDescription *
tras_report_style_get_font (TrasReportStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->font;
}

/**
 * tras_report_style_get_mirrored:
 * @self: a style
 *
 * Returns: whether pages run from right to left
 */
gboolean
tras_report_style_get_mirrored (TrasReportStyle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mirrored;
}

/**
 * tras_report_style_get_size:
 * @self: a style
 * @role: what a text is for
 *
 * Returns: the size of its letters, in points
 */
double
tras_report_style_get_size (TrasReportStyle *self,
                            TrasTextRole     role)
{
  g_return_val_if_fail ((guint) role < N_ROLES, 0);

  return looks[role].size;
}

/**
 * tras_report_style_new_layout:
 * @self: a style
 * @role: what the text is for
 * @text: the text
 * @width: where to break its lines, in points; negative for nowhere
 *
 * Returns: (transfer full): the laid-out text
 */
PangoLayout *
tras_report_style_new_layout (TrasReportStyle *self,
                              TrasTextRole     role,
                              const char      *text,
                              double           width)
{
  PangoLayout *layout;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) role < N_ROLES, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->fonts[role]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_line_spacing (layout, (float) looks[role].spacing);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (self->mirrored)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, text, -1);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

/**
 * tras_report_style_draw_layout:
 * @self: a style
 * @layout: one of its layouts
 * @role: what the text is for
 * @cr: where to draw
 * @x: the left edge of the layout
 * @y: its upper edge
 */
void
tras_report_style_draw_layout (TrasReportStyle *self,
                               PangoLayout     *layout,
                               TrasTextRole     role,
                               cairo_t         *cr,
                               double           x,
                               double           y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) role < N_ROLES);

  tras_palette_set_source (tras_report_style_get_palette (self), looks[role].color, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * tras_report_style_get_extents:
 * @layout: a laid-out text
 * @width: (out) (optional): the width of its longest line, in points
 * @height: (out) (optional): the height of all lines
 */
void
tras_report_style_get_extents (PangoLayout *layout,
                               double      *width,
                               double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}
