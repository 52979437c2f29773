/* tras-report-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table is its rows: each is a block, so that pages are broken between them, and knows the head
 * that is repeated above it. What all rows share is how wide the columns are.
 */

#include "config.h"

#include <string.h>

#include "tras-report-table.h"

#define COLUMN_GAP 8.5
#define ROW_PADDING 3.2
#define GROUP_SPACE 7.0
#define GLYPH_SIZE 10.5
#define GLYPH_ROOM 15.0
#define PICTURE_HEIGHT 15.0
#define HAIRLINE 0.5

/* A page is no place for a novel: the record itself holds all of it. */
#define MOST_LINES 14

/* A column that takes the rest has at least this share of the page together with its kind. */
#define LEAST_REST 0.22

/* Columns of words give at most this share of theirs, then all columns give. */
#define MOST_GIVEN 0.4

/* What the rows of a table share. */
typedef struct
{
  guint n;
  TrasReportColumn *columns;
  double *natural;
  double *tails;
  double *x;
  double *widths;
  gboolean *has_pictures;
  double width;
  char *decimal;
} Grid;

/* A text with the size that it has unbroken, so that only what must be broken is laid out again. */
typedef struct
{
  TrasTextRole role;
  PangoLayout *layout;
  double width;
  double height;
} Piece;

typedef struct
{
  TrasGlyph glyph;
  Piece text;
  Piece detail;
  double tail;

  double picture_width;
  TrasPaintFunc paint;
  gpointer data;
  GDestroyNotify destroy;
} Cell;

typedef enum
{
  ROW_HEAD,
  ROW_GROUP,
  ROW_CELLS,
} RowKind;

typedef struct
{
  TrasBlock block;

  RowKind kind;
  Grid *grid;
  Cell *cells;
  guint n_cells;
} Row;

struct _TrasReportTable
{
  TrasReportStyle *style;
  Grid *grid;
  GPtrArray *rows;
  Row *top;
};

static void
grid_clear (gpointer data)
{
  Grid *self = data;

  g_free (self->columns);
  g_free (self->natural);
  g_free (self->tails);
  g_free (self->x);
  g_free (self->widths);
  g_free (self->has_pictures);
  g_free (self->decimal);
}

static void
grid_unref (Grid *self)
{
  g_rc_box_release_full (self, grid_clear);
}

static void
piece_set (Piece           *self,
           TrasReportStyle *style,
           TrasTextRole     role,
           const char      *text)
{
  if (text == NULL || *text == '\0')
    return;

  self->role = role;
  self->layout = tras_report_style_new_layout (style, role, text, -1);
  pango_layout_set_height (self->layout, -MOST_LINES);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  tras_report_style_get_extents (self->layout, &self->width, &self->height);
}

static gboolean
piece_fits (const Piece *self,
            double       width)
{
  return self->width <= width + 0.01;
}

static double
piece_measure (const Piece *self,
               double       width)
{
  double height;

  if (self->layout == NULL || piece_fits (self, width))
    return self->height;

  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  tras_report_style_get_extents (self->layout, NULL, &height);

  return height;
}

/* From @x, the left edge of a room of @width, or to its right edge. */
static void
piece_draw (const Piece     *self,
            TrasReportStyle *style,
            cairo_t         *cr,
            double           x,
            double           y,
            double           width,
            gboolean         to_right)
{
  if (self->layout == NULL)
    return;

  if (piece_fits (self, width))
    {
      pango_layout_set_width (self->layout, -1);
      x += to_right ? width - self->width : 0;
    }
  else
    {
      pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
      pango_layout_set_alignment (self->layout, to_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    }
  tras_report_style_draw_layout (style, self->layout, self->role, cr, x, y);
}

static double
get_indent (const Cell *cell)
{
  return cell->glyph != TRAS_GLYPH_NONE ? GLYPH_ROOM : 0;
}

static double
get_natural_width (const Cell *cell)
{
  if (cell->paint != NULL)
    return cell->picture_width;

  return MAX (cell->text.width + get_indent (cell), cell->detail.width);
}

/* The decimal mark, or what stands behind a whole number, and all that follows. */
static double
get_tail (const Grid  *grid,
          const Piece *number)
{
  const char *text = pango_layout_get_text (number->layout);
  const char *mark = strstr (text, grid->decimal);
  PangoRectangle pos;

  if (mark == NULL || !g_ascii_isdigit (mark[strlen (grid->decimal)]))
    {
      mark = text + strlen (text);
      while (mark > text && !g_ascii_isdigit (mark[-1]))
        mark--;
    }
  if (mark == text || *mark == '\0')
    return 0;

  pango_layout_index_to_pos (number->layout, (int) (mark - text), &pos);

  return number->width - (double) pos.x / PANGO_SCALE;
}

/* Words can be broken into lines; numbers and pictures can not. */
static gboolean
gives_way (const Grid *self,
           guint       column)
{
  return self->columns[column].align == TRAS_ALIGN_START && !self->has_pictures[column];
}

static void
make_narrower (Grid   *self,
               double  over)
{
  double words = 0, all = 0;

  for (guint i = 0; i < self->n; i++)
    {
      all += self->widths[i];
      words += gives_way (self, i) ? self->widths[i] : 0;
    }
  for (guint i = 0; i < self->n; i++)
    {
      if (over > words * MOST_GIVEN)
        self->widths[i] *= (all - over) / all;
      else if (gives_way (self, i))
        self->widths[i] *= (words - over) / words;
    }
}

/* Columns that take what they need, and what they leave to the others. */
static void
grid_resolve (Grid   *self,
              double  width)
{
  double rest = width - COLUMN_GAP * (self->n - 1);
  double least = rest * LEAST_REST;
  double fixed = 0, x = 0;
  guint n_rest = 0;

  if (self->width == width)
    return;
  self->width = width;

  for (guint i = 0; i < self->n; i++)
    {
      self->widths[i] = MIN (self->natural[i], self->columns[i].most);
      fixed += self->widths[i];
      n_rest += self->columns[i].most <= 0;
    }
  if (n_rest > 0 && fixed > rest - least)
    {
      make_narrower (self, fixed - (rest - least));
      fixed = rest - least;
    }
  for (guint i = 0; i < self->n; i++)
    {
      if (self->columns[i].most <= 0)
        self->widths[i] = (rest - fixed) / n_rest;
      self->x[i] = x;
      x += self->widths[i] + COLUMN_GAP;
    }
}

static double
measure_cell (const Cell *cell,
              double      width)
{
  /* A picture reaches into the padding, half of it above and half below. */
  if (cell->paint != NULL)
    return PICTURE_HEIGHT - ROW_PADDING;

  return piece_measure (&cell->text, width - get_indent (cell)) +
         piece_measure (&cell->detail, width);
}

static double
measure (TrasBlock *block,
         double     width)
{
  Row *self = (Row *) block;
  double height = 0;

  grid_resolve (self->grid, width);
  if (self->kind == ROW_GROUP)
    return measure_cell (&self->cells[0], width) + ROW_PADDING;

  for (guint i = 0; i < self->n_cells; i++)
    height = MAX (height, measure_cell (&self->cells[i], self->grid->widths[i]));

  return height + 2 * ROW_PADDING;
}

static void
draw_line (const Row      *self,
           cairo_t        *cr,
           const TrasRect *rect)
{
  tras_palette_set_source (tras_report_style_get_palette (self->block.style),
                           self->kind == ROW_HEAD ? TRAS_COLOR_AXIS : TRAS_COLOR_GRID, cr);
  cairo_set_line_width (cr, HAIRLINE);
  cairo_move_to (cr, rect->x, rect->y + rect->height - HAIRLINE / 2);
  cairo_rel_line_to (cr, rect->width, 0);
  cairo_stroke (cr);
}

/* Numbers end on the right in every direction of writing. */
static void
draw_text (const Row       *self,
           const Cell      *cell,
           TrasColumnAlign  align,
           double           tails,
           cairo_t         *cr,
           const TrasRect  *place)
{
  TrasReportStyle *style = self->block.style;
  gboolean mirrored = tras_report_style_get_mirrored (style);
  gboolean to_right = align == TRAS_ALIGN_DECIMAL || (align == TRAS_ALIGN_END) != mirrored;
  double indent = get_indent (cell);
  double width = place->width - indent;
  double x = place->x + (mirrored ? 0 : indent);

  if (cell->glyph != TRAS_GLYPH_NONE)
    {
      double line = tras_report_style_get_size (style, cell->text.role) * 1.2;

      tras_glyph_draw (cell->glyph, cr, tras_report_style_get_palette (style),
                       mirrored ? place->x + place->width - GLYPH_SIZE * 0.6
                                : place->x + GLYPH_SIZE * 0.6,
                       place->y + line / 2, GLYPH_SIZE);
    }
  if (align == TRAS_ALIGN_DECIMAL && piece_fits (&cell->text, width))
    x += cell->tail - tails;
  piece_draw (&cell->text, style, cr, x, place->y, width, to_right);
  piece_draw (&cell->detail, style, cr, place->x, place->y + piece_measure (&cell->text, width),
              place->width, to_right);
}

static void
draw (TrasBlock      *block,
      cairo_t        *cr,
      const TrasRect *rect)
{
  Row *self = (Row *) block;
  const Grid *grid = self->grid;

  grid_resolve (self->grid, rect->width);
  if (self->kind == ROW_GROUP)
    draw_text (self, &self->cells[0], TRAS_ALIGN_START, 0, cr, rect);

  for (guint i = self->kind == ROW_GROUP ? 1 : 0; i < self->n_cells; i++)
    {
      const Cell *cell = &self->cells[i];
      TrasRect place = { rect->x + grid->x[i], rect->y + ROW_PADDING, grid->widths[i],
                         rect->height - 2 * ROW_PADDING };

      if (self->kind == ROW_GROUP)
        place.y = rect->y;
      if (tras_report_style_get_mirrored (block->style))
        place.x = rect->x + rect->width - grid->x[i] - grid->widths[i];
      if (cell->paint != NULL)
        {
          place.height = PICTURE_HEIGHT;
          place.y -= ROW_PADDING / 2;
          cell->paint (cr, block->style, &place, cell->data);
        }
      else
        {
          draw_text (self, cell, grid->columns[i].align,
                     self->kind == ROW_CELLS ? grid->tails[i] : 0, cr, &place);
        }
    }
  draw_line (self, cr, rect);
}

static void
clear (TrasBlock *block)
{
  Row *self = (Row *) block;

  for (guint i = 0; i < self->n_cells; i++)
    {
      Cell *cell = &self->cells[i];

      g_clear_object (&cell->text.layout);
      g_clear_object (&cell->detail.layout);
      if (cell->destroy != NULL)
        cell->destroy (cell->data);
    }
  g_free (self->cells);
  g_clear_pointer (&self->grid, grid_unref);
}

static Row *
add_row (TrasReportTable *self,
         RowKind          kind)
{
  static const TrasBlockKind block_kind = { sizeof (Row), measure, draw, clear };
  Row *row = tras_block_new (&block_kind, self->style);

  row->kind = kind;
  row->grid = g_rc_box_acquire (self->grid);
  row->cells = g_new0 (Cell, self->grid->n);
  if (kind == ROW_CELLS)
    row->block.repeated = tras_block_ref (&self->top->block);
  else if (kind == ROW_GROUP)
    row->block.repeated = tras_block_ref (self->rows->pdata[0]);
  if (kind != ROW_CELLS)
    self->top = row;
  g_ptr_array_add (self->rows, row);

  return row;
}

static Cell *
add_cell (TrasReportTable *self)
{
  Row *row = self->rows->pdata[self->rows->len - 1];

  g_assert (row->n_cells < self->grid->n);

  return &row->cells[row->n_cells++];
}

/* Called once the cell is complete. */
static void
take_width (TrasReportTable *self,
            Cell            *cell)
{
  const Row *row = self->rows->pdata[self->rows->len - 1];
  guint column = row->n_cells - 1;
  double *natural = &self->grid->natural[column];
  double *tail = &self->grid->tails[column];
  double width = get_natural_width (cell);

  /* Whole parts and tails are as wide as the widest of each. */
  if (row->kind == ROW_CELLS && cell->text.layout != NULL &&
      self->grid->columns[column].align == TRAS_ALIGN_DECIMAL)
    {
      double whole;

      cell->tail = get_tail (self->grid, &cell->text);
      whole = MAX (*natural - *tail, width - cell->tail);
      *tail = MAX (*tail, cell->tail);
      width = whole + *tail;
    }
  *natural = MAX (*natural, width);
  self->grid->has_pictures[column] |= cell->paint != NULL;
}

/**
 * tras_report_table_new:
 * @style: how its texts look
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 * @decimal: the decimal mark of its numbers
 *
 * Returns: (transfer full): a table with a head and no rows, to be given to
 *   tras_report_table_finish()
 */
TrasReportTable *
tras_report_table_new (TrasReportStyle        *style,
                       const TrasReportColumn *columns,
                       guint                   n_columns,
                       const char             *decimal)
{
  TrasReportTable *self = g_new0 (TrasReportTable, 1);
  Grid *grid = g_rc_box_new0 (Grid);

  g_return_val_if_fail (n_columns > 0, NULL);

  grid->n = n_columns;
  grid->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  grid->natural = g_new0 (double, n_columns);
  grid->tails = g_new0 (double, n_columns);
  grid->x = g_new0 (double, n_columns);
  grid->widths = g_new0 (double, n_columns);
  grid->has_pictures = g_new0 (gboolean, n_columns);
  grid->decimal = g_strdup (decimal);
  self->style = style;
  self->grid = grid;
  self->rows = g_ptr_array_new ();

  add_row (self, ROW_HEAD);
  for (guint i = 0; i < n_columns; i++)
    tras_report_table_add_text (self, TRAS_TEXT_COLUMN, columns[i].title, NULL);

  return self;
}

/**
 * tras_report_table_add_group:
 * @self: a table
 * @text: what the next rows have in common
 *
 * Names of columns that hold for these rows alone are added after it, from the second column on.
 */
void
tras_report_table_add_group (TrasReportTable *self,
                             const char      *text)
{
  Row *row;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  row = add_row (self, ROW_GROUP);
  row->n_cells = 1;
  piece_set (&row->cells[0].text, self->style, TRAS_TEXT_GROUP, text);
  row->block.space_before = GROUP_SPACE;
}

/**
 * tras_report_table_add_row:
 * @self: a table
 *
 * The cells are added after it, from the first column on; those that are not stay empty.
 *
 * Returns: (transfer none): the row, for its link
 */
TrasBlock *
tras_report_table_add_row (TrasReportTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &add_row (self, ROW_CELLS)->block;
}

/**
 * tras_report_table_add_text:
 * @self: a table
 * @role: what the text is for
 * @text: (nullable): the next cell's text
 * @detail: (nullable): what stands under it, small
 *
 * Lines are broken at the column's width; from the fifteenth on they are left out, and three dots
 * say so.
 */
void
tras_report_table_add_text (TrasReportTable *self,
                            TrasTextRole     role,
                            const char      *text,
                            const char      *detail)
{
  Cell *cell;

  g_return_if_fail (self != NULL);

  cell = add_cell (self);
  piece_set (&cell->text, self->style, role, text);
  piece_set (&cell->detail, self->style, TRAS_TEXT_DETAIL, detail);
  take_width (self, cell);
}

/**
 * tras_report_table_add_glyph:
 * @self: a table
 * @glyph: the shape in the next cell
 * @role: what the text is for
 * @text: (nullable): the words beside it
 */
void
tras_report_table_add_glyph (TrasReportTable *self,
                             TrasGlyph        glyph,
                             TrasTextRole     role,
                             const char      *text)
{
  Cell *cell;

  g_return_if_fail (self != NULL);

  cell = add_cell (self);
  cell->glyph = glyph;
  cell->text.role = role;
  piece_set (&cell->text, self->style, role, text);
  take_width (self, cell);
}

/**
 * tras_report_table_add_picture:
 * @self: a table
 * @width: how wide it is, in points
 * @paint: draws the next cell
 * @data: handed to @paint
 * @destroy: (nullable): lets go of @data
 */
void
tras_report_table_add_picture (TrasReportTable *self,
                               double           width,
                               TrasPaintFunc    paint,
                               gpointer         data,
                               GDestroyNotify   destroy)
{
  Cell *cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (paint != NULL);

  cell = add_cell (self);
  cell->picture_width = width;
  cell->paint = paint;
  cell->data = data;
  cell->destroy = destroy;
  take_width (self, cell);
}

/**
 * tras_report_table_get_width:
 * @self: a table
 *
 * Returns: the width at which nothing in it is broken but what takes the rest of the page, in
 *   points
 */
double
tras_report_table_get_width (TrasReportTable *self)
{
  double fixed;

  g_return_val_if_fail (self != NULL, 0);

  fixed = COLUMN_GAP * (self->grid->n - 1);
  for (guint i = 0; i < self->grid->n; i++)
    fixed += MIN (self->grid->natural[i], self->grid->columns[i].most);

  return fixed / (1 - LEAST_REST);
}

/**
 * tras_report_table_finish:
 * @self: (transfer full): a table
 * @pages: what its rows are added to
 * @space_before: the gap above it
 *
 * The head is never without a row, a group neither, and no page begins with the last row alone.
 */
void
tras_report_table_finish (TrasReportTable *self,
                          TrasPageLayout  *pages,
                          double           space_before)
{
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pages != NULL);

  n = self->rows->len;
  ((Row *) self->rows->pdata[0])->block.space_before = space_before;
  for (guint i = 0; i < n; i++)
    {
      Row *row = self->rows->pdata[i];

      row->block.keep_with_next = row->kind != ROW_CELLS || (n > 3 && i == n - 2);
      tras_page_layout_add (pages, &row->block);
    }

  g_ptr_array_unref (self->rows);
  grid_unref (self->grid);
  g_free (self);
}
