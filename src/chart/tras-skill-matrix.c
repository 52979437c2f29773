/* tras-skill-matrix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-skill-matrix.h"

/* In sizes of text. */
#define NAME_LEAST 7.5
#define NAME_MOST 15.0
#define CELL 2.9
#define LINE_HEIGHT 3.0
#define TITLE_LENGTH 10.0
#define SMALL 0.82
#define DOT 0.36
#define SIGN 0.62

#define NAME_SHARE 0.26
#define PADDING 6.0
#define MARGIN 12.0
#define TILE_GAP 2.5
#define RADIUS 4.0

/* Titles lean back, so that long ones stand beside each other. */
#define LEAN (50 * G_PI / 180)

#define MOST_LEVEL (TRAS_SKILL_MATRIX_LEVELS - 1)

/**
 * tras_skill_matrix_layout_init:
 * @layout: (out caller-allocates): a layout
 * @text_size: the size of texts, in user units
 * @width: the width of the picture
 */
void
tras_skill_matrix_layout_init (TrasGridLayout *layout,
                               double          text_size,
                               double          width)
{
  g_return_if_fail (layout != NULL);

  *layout = (TrasGridLayout) {
    .text_size = text_size,
    .width = width,
    .name_width = round (CLAMP (width * NAME_SHARE, text_size * NAME_LEAST,
                                text_size * NAME_MOST)),
    .cell_width = round (text_size * CELL),
    .line_height = round (text_size * LINE_HEIGHT),
    .header = round (text_size * (TITLE_LENGTH * sin (LEAN) + 1)),
    .overhang = text_size * TITLE_LENGTH * cos (LEAN),
  };
}

/**
 * tras_skill_matrix_find:
 * @self: what is to be seen
 * @layout: a layout
 * @scene: how it is scrolled
 * @x: a place
 * @y: a place
 * @mirrored: whether it is read from right to left
 * @line: (out): the line there, -1 among the titles
 * @skill: (out): the skill there, or %TRAS_GRID_NAME
 *
 * Returns: whether something is there
 */
gboolean
tras_skill_matrix_find (const TrasSkillMatrix *self,
                        const TrasGridLayout  *layout,
                        const TrasGridScene   *scene,
                        double                 x,
                        double                 y,
                        gboolean               mirrored,
                        int                   *line,
                        int                   *skill)
{
  double across;

  g_return_val_if_fail (self != NULL && layout != NULL && scene != NULL, FALSE);
  g_return_val_if_fail (line != NULL && skill != NULL, FALSE);

  if (y >= layout->header)
    return tras_grid_find (layout, scene, self->n_lines, self->n_skills, x, y, mirrored, line,
                           skill);

  across = mirrored ? layout->width - x : x;
  if (y < 0 || across < 0)
    return FALSE;

  *line = -1;
  *skill = tras_grid_find_column (layout, scene, across - (layout->header - y) / tan (LEAN));

  return *skill >= 0 && *skill < (int) self->n_skills;
}

/**
 * tras_skill_matrix_get_shade:
 * @palette: the colours
 * @level: 0 to 4
 *
 * Returns: what a cell of that level is filled with; text can be read on it
 */
guint32
tras_skill_matrix_get_shade (const TrasPalette *palette,
                             int                level)
{
  static const double shares[TRAS_SKILL_MATRIX_LEVELS] = { 0, 0.14, 0.3, 0.5, 1 };

  g_return_val_if_fail (palette != NULL, 0);
  g_return_val_if_fail (level >= 0 && level <= MOST_LEVEL, 0);

  return tras_palette_mix (palette, TRAS_COLOR_BETTER, shares[level]);
}

/* What is drawn, all at once. */
typedef struct
{
  const TrasSkillMatrix *matrix;
  const TrasGridLayout *layout;
  const TrasGridScene *scene;
  cairo_t *cr;
  const TrasPalette *palette;
  TrasTextCache *texts;
  double height;
  gboolean mirrored;

  guint32 shades[TRAS_SKILL_MATRIX_LEVELS];
  TrasColorRole inks[TRAS_SKILL_MATRIX_LEVELS];
  TrasGridSight sight;
  GHashTable *tiles;  /* what cells look like, by what they are; NULL where there are no pixels */
} Pen;

static void
get_rect (const Pen *pen,
          int        line,
          int        skill,
          TrasRect  *rect)
{
  tras_grid_get_rect (pen->layout, pen->scene, line, skill, pen->mirrored, rect);
}

/* Once a picture: which ink is read on a shade takes longer than to draw with it. */
static void
mix_shades (Pen *pen)
{
  for (int i = 0; i < TRAS_SKILL_MATRIX_LEVELS; i++)
    {
      pen->shades[i] = tras_skill_matrix_get_shade (pen->palette, i);
      pen->inks[i] = tras_palette_find_ink (pen->palette, pen->shades[i], NULL);
    }
}

/* ---- a cell ---- */

/* The corner that reading ends at. */
static void
draw_gap (const Pen      *pen,
          const TrasRect *tile,
          gboolean        must)
{
  double size = pen->layout->text_size * SIGN;
  double x = pen->mirrored ? tile->x : tile->x + tile->width;
  double inward = pen->mirrored ? size : -size;

  tras_palette_set_source (pen->palette, TRAS_COLOR_WORSE, pen->cr);
  tras_rect_trace_rounded (tile, RADIUS, pen->cr);
  cairo_set_line_width (pen->cr, 1.5);
  cairo_stroke (pen->cr);

  cairo_move_to (pen->cr, x, tile->y);
  cairo_line_to (pen->cr, x, tile->y + size);
  cairo_line_to (pen->cr, x + inward, tile->y);
  cairo_close_path (pen->cr);
  if (must)
    cairo_fill_preserve (pen->cr);
  cairo_stroke (pen->cr);
}

/* In the corner that reading begins at. */
static void
draw_sign (const Pen      *pen,
           const TrasRect *tile,
           TrasSkillSign   sign,
           TrasColorRole   ink)
{
  double radius = pen->layout->text_size * SIGN / 2;
  double x = pen->mirrored ? tile->x + tile->width - radius - 2.5 : tile->x + radius + 2.5;
  double y = tile->y + radius + 2.5;

  tras_palette_set_source (pen->palette,
                           sign == TRAS_SKILL_SIGN_EXPIRED ? TRAS_COLOR_WORSE : ink, pen->cr);
  cairo_set_line_width (pen->cr, 1.2);
  if (sign == TRAS_SKILL_SIGN_EXPIRED)
    {
      double arm = radius * 0.8;

      cairo_move_to (pen->cr, x - arm, y - arm);
      cairo_line_to (pen->cr, x + arm, y + arm);
      cairo_move_to (pen->cr, x + arm, y - arm);
      cairo_line_to (pen->cr, x - arm, y + arm);
    }
  else
    {
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
      cairo_move_to (pen->cr, x, y - radius * 0.6);
      cairo_line_to (pen->cr, x, y);
      cairo_line_to (pen->cr, x + radius * 0.5, y);
    }
  cairo_stroke (pen->cr);
}

/* As many dots as levels: full for what is held, rings for what is needed besides, and a line below
 * all that are needed. */
static void
draw_dots (const Pen                 *pen,
           const TrasSkillMatrixCell *cell,
           const TrasRect            *tile)
{
  double size = pen->layout->text_size * DOT;
  double step = size * 1.55;
  double forward = pen->mirrored ? -step : step;
  double x = tile->x + tile->width / 2 - forward * (MOST_LEVEL - 1) / 2;
  double y = tile->y + tile->height - size * 1.75;

  for (int i = 1; i <= MAX (cell->held, cell->needed); i++, x += forward)
    {
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, y, i <= cell->held ? size / 2 : size / 2 - 0.5, 0, 2 * G_PI);
      if (i == cell->held)
        cairo_fill (pen->cr);
    }
  cairo_set_line_width (pen->cr, 1);
  cairo_stroke (pen->cr);
  if (cell->needed == 0)
    return;

  x = tile->x + tile->width / 2 - forward * (MOST_LEVEL - 1) / 2;
  cairo_move_to (pen->cr, x - copysign (size / 2, forward), y + size);
  cairo_rel_line_to (pen->cr, forward * (cell->needed - 1) + copysign (size, forward), 0);
  cairo_set_line_width (pen->cr, 1.2);
  cairo_stroke (pen->cr);
}

static void
draw_digit (const Pen                 *pen,
            const TrasSkillMatrixCell *cell,
            const TrasRect            *tile)
{
  static const char *const digits[TRAS_SKILL_MATRIX_LEVELS] = { "0", "1", "2", "3", "4" };
  g_autoptr (PangoLayout) layout = NULL;
  double width, height, x, y;

  if (cell->level < 0)
    return;

  layout = tras_text_cache_get (pen->texts, digits[cell->level], pen->layout->text_size, TRUE, 0);
  tras_text_get_size (layout, &width, &height);
  x = tile->x + (tile->width - width) / 2;
  y = tile->y + tile->height * 0.38 - height / 2;
  tras_text_draw (layout, pen->cr, x, y);
  if (cell->sign != TRAS_SKILL_SIGN_EXPIRED)
    return;

  cairo_move_to (pen->cr, x - 2, y + height * 0.54);
  cairo_rel_line_to (pen->cr, width + 4, 0);
  cairo_set_line_width (pen->cr, 1.2);
  cairo_stroke (pen->cr);
}

/* What was never marked and is not needed is left blank: what is there stands out. */
static void
draw_cell (const Pen                 *pen,
           const TrasSkillMatrixCell *cell,
           const TrasRect            *rect)
{
  TrasRect tile = { rect->x + TILE_GAP, rect->y + TILE_GAP, rect->width - 2 * TILE_GAP,
                    rect->height - 2 * TILE_GAP };
  gboolean has_gap = cell->held < cell->needed;
  TrasColorRole ink = pen->inks[cell->held];

  if (cell->level < 0 && cell->needed == 0)
    return;

  tras_rect_trace_rounded (&tile, RADIUS, pen->cr);
  tras_palette_set_color (pen->shades[cell->held], pen->cr);
  cairo_fill (pen->cr);
  if (cell->held == 0 && !has_gap)
    {
      tras_rect_trace_rounded (&tile, RADIUS, pen->cr);
      tras_palette_set_source (pen->palette, TRAS_COLOR_GRID, pen->cr);
      cairo_set_line_width (pen->cr, 1);
      cairo_stroke (pen->cr);
    }

  tras_palette_set_source (pen->palette, ink, pen->cr);
  draw_digit (pen, cell, &tile);
  draw_dots (pen, cell, &tile);
  if (has_gap)
    draw_gap (pen, &tile, cell->must);
  if (cell->sign != TRAS_SKILL_SIGN_NONE)
    draw_sign (pen, &tile, (TrasSkillSign) cell->sign, ink);
}

/* Many cells are the same: each kind is drawn once a picture. */
static void
put_cell (const Pen                 *pen,
          const TrasSkillMatrixCell *cell,
          const TrasRect            *rect)
{
  guint kind = (guint) (cell->level + 1) | (guint) cell->held << 4 | (guint) cell->needed << 8 |
               (guint) cell->must << 12 | (guint) cell->sign << 13;
  cairo_surface_t *tile;

  if (pen->tiles == NULL || (cell->level < 0 && cell->needed == 0))
    {
      draw_cell (pen, cell, rect);
      return;
    }

  tile = g_hash_table_lookup (pen->tiles, GUINT_TO_POINTER (kind));
  if (tile == NULL)
    {
      TrasRect at = { 0, 0, rect->width, rect->height };
      Pen of_tile = *pen;

      tile = cairo_surface_create_similar (cairo_get_target (pen->cr), CAIRO_CONTENT_COLOR_ALPHA,
                                           (int) rect->width, (int) rect->height);
      of_tile.cr = cairo_create (tile);
      draw_cell (&of_tile, cell, &at);
      cairo_destroy (of_tile.cr);
      g_hash_table_insert (pen->tiles, GUINT_TO_POINTER (kind), tile);
    }
  cairo_set_source_surface (pen->cr, tile, rect->x, rect->y);
  cairo_rectangle (pen->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (pen->cr);
}

/**
 * tras_skill_matrix_draw_cell:
 * @cell: a person in a skill
 * @cr: where to draw
 * @palette: the colours
 * @texts: texts that are laid out already
 * @text_size: the size of texts, in user units
 * @rect: where it lies
 * @mirrored: whether it is read from right to left
 *
 * Draws one cell by itself.
 */
void
tras_skill_matrix_draw_cell (const TrasSkillMatrixCell *cell,
                             cairo_t                   *cr,
                             const TrasPalette         *palette,
                             TrasTextCache             *texts,
                             double                     text_size,
                             const TrasRect            *rect,
                             gboolean                   mirrored)
{
  TrasGridLayout layout = { .text_size = text_size };
  Pen pen = { .layout = &layout, .cr = cr, .palette = palette, .texts = texts,
              .mirrored = mirrored };

  g_return_if_fail (cell != NULL && cr != NULL && palette != NULL);
  g_return_if_fail (texts != NULL && rect != NULL);

  mix_shades (&pen);
  draw_cell (&pen, cell, rect);
}

/* ---- names and titles ---- */

static void
write_text (const Pen      *pen,
            const TrasRect *rect,
            const char     *text,
            double          share,
            TrasColorRole   color,
            double          y)
{
  g_autoptr (PangoLayout) layout =
    tras_text_cache_get (pen->texts, text, pen->layout->text_size * share, FALSE,
                         rect->width - MARGIN - PADDING);
  double width, height;

  tras_text_get_size (layout, &width, &height);
  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw (layout, pen->cr,
                  pen->mirrored ? rect->x + rect->width - MARGIN - width : rect->x + MARGIN, y);
}

static void
draw_name (const Pen                 *pen,
           const TrasSkillMatrixLine *line,
           const TrasRect            *rect)
{
  write_text (pen, rect, line->name, 1, TRAS_COLOR_TEXT,
              rect->y + rect->height * (line->note != NULL ? 0.08 : 0.26));
  if (line->note != NULL)
    write_text (pen, rect, line->note, SMALL,
                line->has_gaps ? TRAS_COLOR_WORSE : TRAS_COLOR_DIM_TEXT,
                rect->y + rect->height * 0.53);
}

static void
draw_rule (const Pen *pen,
           double     y)
{
  tras_grid_draw_rule (pen->layout, pen->cr, pen->palette, TRAS_COLOR_GRID, MARGIN, y);
}

/* Begins above the middle of its skill and leans away from the names. */
static void
draw_title (const Pen *pen,
            int        skill)
{
  g_autoptr (PangoLayout) layout =
    tras_text_cache_get (pen->texts, pen->matrix->titles[skill], pen->layout->text_size * 0.92,
                         FALSE, pen->layout->text_size * TITLE_LENGTH);
  gboolean is_current = pen->scene->line >= 0 && pen->scene->column == skill;
  double width, height;
  TrasRect rect;

  get_rect (pen, 0, skill, &rect);
  tras_text_get_size (layout, &width, &height);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, rect.x + rect.width / 2, pen->layout->header - PADDING);
  cairo_rotate (pen->cr, pen->mirrored ? LEAN : -LEAN);
  tras_palette_set_source (pen->palette, is_current ? TRAS_COLOR_TEXT : TRAS_COLOR_DIM_TEXT,
                           pen->cr);
  tras_text_draw (layout, pen->cr, pen->mirrored ? -width : 0, -height / 2);
  cairo_restore (pen->cr);
}

static void
draw_header (const Pen *pen)
{
  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, 0, pen->layout->header, pen->mirrored);
  for (int i = pen->sight.first_column; i < pen->sight.end_column; i++)
    draw_title (pen, i);
  cairo_restore (pen->cr);
  draw_rule (pen, pen->layout->header);
}

/* ---- lines ---- */

static void
draw_cursor (const Pen *pen)
{
  TrasRect rect;

  get_rect (pen, pen->scene->line, pen->scene->column, &rect);
  rect = (TrasRect) { rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2 };
  tras_grid_draw_cursor (pen->scene, pen->cr, pen->palette, &rect);
}

/* Of a hundred skills one loses one's way: the line and the skill of the cursor are shaded. */
static void
draw_bands (const Pen *pen)
{
  TrasRect rect;

  if (pen->scene->line < 0)
    return;

  tras_palette_set_source (pen->palette, TRAS_COLOR_BAND, pen->cr);
  get_rect (pen, pen->scene->line, TRAS_GRID_NAME, &rect);
  cairo_rectangle (pen->cr, 0, rect.y, pen->layout->width, rect.height);
  cairo_fill (pen->cr);
  if (pen->scene->column < 0)
    return;

  get_rect (pen, (int) pen->matrix->n_lines, pen->scene->column, &rect);
  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, pen->layout->header, pen->height, pen->mirrored);
  cairo_rectangle (pen->cr, rect.x, pen->layout->header, rect.width,
                   MAX (rect.y - pen->layout->header, 0));
  cairo_fill (pen->cr);
  cairo_restore (pen->cr);
}

static void
draw_line (const Pen *pen,
           int        place)
{
  const TrasSkillMatrixLine *line = &pen->matrix->lines[place];
  gboolean is_at_cursor = pen->scene->line == place;
  TrasRect rect;

  get_rect (pen, place, TRAS_GRID_NAME, &rect);
  draw_name (pen, line, &rect);
  draw_rule (pen, rect.y + rect.height);

  cairo_save (pen->cr);
  tras_grid_clip_cells (pen->layout, pen->cr, rect.y, rect.height, pen->mirrored);
  for (int i = pen->sight.first_column; i < pen->sight.end_column; i++)
    {
      get_rect (pen, place, i, &rect);
      put_cell (pen, &line->cells[i], &rect);
    }
  if (is_at_cursor && pen->scene->column >= 0)
    draw_cursor (pen);
  cairo_restore (pen->cr);
  if (is_at_cursor && pen->scene->column < 0)
    draw_cursor (pen);
}

/**
 * tras_skill_matrix_draw:
 * @self: what is to be seen
 * @layout: where
 * @scene: how it is scrolled, and the cursor
 * @cr: where to draw
 * @palette: the colours
 * @texts: texts that are laid out already
 * @height: how high the picture is
 * @mirrored: whether it is read from right to left
 *
 * Draws the cells that are seen.
 */
void
tras_skill_matrix_draw (const TrasSkillMatrix *self,
                        const TrasGridLayout  *layout,
                        const TrasGridScene   *scene,
                        cairo_t               *cr,
                        const TrasPalette     *palette,
                        TrasTextCache         *texts,
                        double                 height,
                        gboolean               mirrored)
{
  Pen pen = { self, layout, scene, cr, palette, texts, height, mirrored };
  g_autoptr (GHashTable) tiles =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);

  g_return_if_fail (self != NULL && layout != NULL && scene != NULL);
  g_return_if_fail (cr != NULL && palette != NULL && texts != NULL);

  mix_shades (&pen);
  if (tras_text_has_pixels (cr))
    pen.tiles = tiles;
  tras_grid_get_sight (layout, scene, self->n_lines, self->n_skills, height, &pen.sight);
  cairo_save (cr);
  draw_header (&pen);
  cairo_rectangle (cr, 0, layout->header, layout->width, MAX (height - layout->header, 0));
  cairo_clip (cr);
  draw_bands (&pen);
  for (int i = pen.sight.first_line; i < pen.sight.end_line; i++)
    draw_line (&pen, i);
  cairo_restore (cr);
}
