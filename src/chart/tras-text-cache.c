/* tras-text-cache.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-text-cache.h"

/* More than any one chart shows; a long session of panning starts afresh now and then. */
#define MOST_LAYOUTS 2048

struct _TrasTextCache
{
  PangoContext         *context;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  GHashTable           *layouts;
};

typedef struct
{
  char        *text;
  double       size;
  double       max_width;
  guint        n_lines;
  gboolean     bold;
  PangoLayout *layout;
} Entry;

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ (guint) (entry->size * 64) ^ ((guint) entry->max_width << 8) ^
         (entry->n_lines << 24) ^ ((guint) entry->bold << 31);
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->size == other->size && one->max_width == other->max_width &&
         one->n_lines == other->n_lines && one->bold == other->bold &&
         g_str_equal (one->text, other->text);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_object_unref (entry->layout);
  g_free (entry);
}

/**
 * tras_text_cache_new:
 * @font: (nullable): the family to write in, its size passed over; %NULL for a default
 * @mirrored: whether the base direction is right to left
 * @has_pixels: whether the texts are drawn with pixels, see tras_text_has_pixels()
 *
 * Sizes are in user units and metrics are not hinted, so that a chart is laid out nearly the same
 * on a screen and on paper.
 *
 * Returns: (transfer full): an empty cache
 */
TrasTextCache *
tras_text_cache_new (const PangoFontDescription *font,
                     gboolean                    mirrored,
                     gboolean                    has_pixels)
{
  TrasTextCache *self = g_new0 (TrasTextCache, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_base_dir (self->context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  /* Cairo puts glyphs on whole pixels; places that are not whole would make uneven gaps. */
  pango_context_set_round_glyph_positions (self->context, has_pixels);

  self->font = font != NULL ? pango_font_description_copy (font)
                            : pango_font_description_from_string ("Cantarell, Sans");
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  self->layouts = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);

  return self;
}

/**
 * tras_text_has_pixels:
 * @cr: where texts are to be drawn
 *
 * Returns: whether glyphs fall on pixels there: not so in PDF, SVG and PostScript
 */
gboolean
tras_text_has_pixels (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG &&
         type != CAIRO_SURFACE_TYPE_PS;
}

/**
 * tras_text_cache_free:
 * @self: (transfer full): a cache
 */
void
tras_text_cache_free (TrasTextCache *self)
{
  g_hash_table_unref (self->layouts);
  pango_attr_list_unref (self->attributes);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tras_text_cache_get:
 * @self: a cache
 * @text: what is written, on one line
 * @size: the height of the font in user units
 * @bold: whether it is bold
 * @max_width: where an ellipsis cuts the text, in user units; 0 for nowhere
 *
 * Figures are tabular where the font has them.
 *
 * Returns: (transfer full): the text laid out; not to be changed
 */
PangoLayout *
tras_text_cache_get (TrasTextCache *self,
                     const char    *text,
                     double         size,
                     gboolean       bold,
                     double         max_width)
{
  return tras_text_cache_get_lines (self, text, size, bold, max_width, 1);
}

/**
 * tras_text_cache_get_lines:
 * @self: a cache
 * @text: what is written, one paragraph
 * @size: the height of the font in user units
 * @bold: whether it is bold
 * @max_width: where a line ends, in user units; 0 for nowhere
 * @n_lines: how many lines it may take, 1 at least; an ellipsis cuts the last
 *
 * Returns: (transfer full): the text laid out; not to be changed
 */
PangoLayout *
tras_text_cache_get_lines (TrasTextCache *self,
                           const char    *text,
                           double         size,
                           gboolean       bold,
                           double         max_width,
                           guint          n_lines)
{
  Entry wanted = { (char *) text, size, max_width, n_lines, bold, NULL };
  Entry *entry = g_hash_table_lookup (self->layouts, &wanted);

  if (entry == NULL)
    {
      entry = g_memdup2 (&wanted, sizeof wanted);
      entry->text = g_strdup (text);
      entry->layout = pango_layout_new (self->context);
      pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
      pango_font_description_set_weight (self->font,
                                         bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (entry->layout, self->font);
      pango_layout_set_attributes (entry->layout, self->attributes);
      pango_layout_set_single_paragraph_mode (entry->layout, TRUE);
      pango_layout_set_text (entry->layout, text, -1);
      if (max_width > 0)
        {
          double width;

          tras_text_get_size (entry->layout, &width, NULL);
          if (width > max_width)
            {
              pango_layout_set_width (entry->layout, (int) (max_width * PANGO_SCALE));
              pango_layout_set_wrap (entry->layout, PANGO_WRAP_WORD_CHAR);
              pango_layout_set_height (entry->layout, -(int) n_lines);
              pango_layout_set_ellipsize (entry->layout, PANGO_ELLIPSIZE_END);
            }
        }
      if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
        g_hash_table_remove_all (self->layouts);
      g_hash_table_add (self->layouts, entry);
    }

  return g_object_ref (entry->layout);
}

/**
 * tras_text_get_size:
 * @layout: a text
 * @width: (out) (optional): its width in user units
 * @height: (out) (optional): its height
 */
void
tras_text_get_size (PangoLayout *layout,
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

/**
 * tras_text_draw:
 * @layout: a text
 * @cr: where to draw it, in its source
 * @x: the left edge of its extents
 * @y: their upper edge
 */
void
tras_text_draw (PangoLayout *layout,
                cairo_t     *cr,
                double       x,
                double       y)
{
  PangoRectangle logical;

  /* A cut text of a right-to-left script does not begin at 0. */
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE, y - (double) logical.y / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/**
 * tras_text_draw_by:
 * @layout: a text
 * @cr: where to draw it, in its source
 * @paper: what the text does not leave to the left or to the right
 * @x: where a part of its width ends
 * @y: the upper edge of its extents
 * @before: how much of its width lies before @x in reading direction, from 0 to 1
 * @mirrored: whether reading goes from right to left
 *
 * Returns: its width in user units
 */
double
tras_text_draw_by (PangoLayout    *layout,
                   cairo_t        *cr,
                   const TrasRect *paper,
                   double          x,
                   double          y,
                   double          before,
                   gboolean        mirrored)
{
  double width;

  tras_text_get_size (layout, &width, NULL);
  x -= width * (mirrored ? 1 - before : before);
  tras_text_draw (layout, cr, CLAMP (x, paper->x, MAX (paper->x, paper->x + paper->width - width)),
                  y);

  return width;
}
