/* tras-scorecard-painter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-indicator-chart.h"
#include "tras-number.h"
#include "tras-scorecard-painter.h"

/* How many periods the line of the trend goes back, at least. */
#define TREND_PERIODS 26

/* Of how many rows the nodes are kept, at most. */
#define MOST_ROWS 1024

/* Behind the name of what nobody types. */
#define COMPUTED_MARK "\306\222"

#define CELL_EDGE 6
#define UNIT_GAP 3
#define LONGEST_SHORT_UNIT 3
#define SIGN_SIZE 17
#define CELL_SIGN_SIZE 6.5
#define CELL_SIGN_RISE 10
#define TREND_EDGE 5
#define ROW_PADDING 16
#define HEADING_PADDING 20
#define HEADER_PADDING 12

/* What is drawn of a row once and then only moved. */
typedef struct
{
  GskRenderNode *fixed;
  GskRenderNode *cells;
} Nodes;

/**
 * TrasScorecardPainter:
 *
 * Draws each row once into nodes, which are kept while nothing changes: scrolling moves them.
 */
struct _TrasScorecardPainter
{
  const TrasNumberFormat *format;
  TrasInk ink;
  GHashTable *nodes;
  TrasScorecard *scorecard;

  TrasScorecardColumns columns;
  int now_chars;
  int target_chars;
  int cell_chars;
};

static void
nodes_free (gpointer data)
{
  Nodes *nodes = data;

  g_clear_pointer (&nodes->fixed, gsk_render_node_unref);
  g_clear_pointer (&nodes->cells, gsk_render_node_unref);
  g_free (nodes);
}

TrasScorecardPainter *
tras_scorecard_painter_new (void)
{
  TrasScorecardPainter *self = g_new0 (TrasScorecardPainter, 1);

  self->format = tras_number_format_get_default ();
  tras_ink_init (&self->ink);
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, nodes_free);

  return self;
}

void
tras_scorecard_painter_free (TrasScorecardPainter *self)
{
  tras_ink_clear (&self->ink);
  g_hash_table_unref (self->nodes);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  g_free (self);
}

/* ---- measures ---- */

static char *
format_value (TrasScorecardPainter *self,
              TrasIndicatorSeries  *series,
              double                value)
{
  return tras_number_format_real (self->format, value, (int) series->indicator->decimals);
}

static char *
format_target (TrasScorecardPainter *self,
               TrasIndicatorSeries  *series)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  switch (series->series.better)
    {
    case TRAS_BETTER_UP:
    case TRAS_BETTER_DOWN:
      if (isnan (series->target_value))
        return NULL;
      low = format_value (self, series, series->target_value);
      return g_strdup_printf (series->series.better == TRAS_BETTER_UP ? "≥ %s" : "≤ %s", low);
    case TRAS_BETTER_BAND:
      if (isnan (series->series.band_low) || isnan (series->series.band_high))
        return NULL;
      low = format_value (self, series, series->series.band_low);
      high = format_value (self, series, series->series.band_high);
      /* Translators: a band from a lower to an upper value, as short as can be */
      return g_strdup_printf (C_("band", "%s–%s"), low, high);
    case TRAS_BETTER_NEITHER:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
has_short_unit (TrasIndicatorSeries *series)
{
  return g_utf8_strlen (series->indicator->unit, -1) <= LONGEST_SHORT_UNIT;
}

/* What stands before the one decimal that all columns have room for; see tras_ink_add_number(). */
static int
count_integers (const char *text,
                int         decimals)
{
  return (int) g_utf8_strlen (text, -1) - (decimals > 0 ? 2 : 0);
}

static void
measure_row (TrasScorecardPainter   *self,
             const TrasScorecardRow *row,
             int                    *integers,
             int                    *target_integers,
             int                    *unit)
{
  int decimals = (int) row->series->indicator->decimals;
  g_autofree char *target = format_target (self, row->series);

  self->ink.decimals = MAX (self->ink.decimals, decimals);
  if (target != NULL)
    *target_integers = MAX (*target_integers, count_integers (target, decimals));
  if (has_short_unit (row->series))
    *unit = MAX (*unit, (int) g_utf8_strlen (row->series->indicator->unit, -1));
  for (guint i = 0; i < self->scorecard->n_cells; i++)
    {
      g_autofree char *text = NULL;

      if (row->cells[i].state != TRAS_CELL_MEASURED)
        continue;
      text = format_value (self, row->series, row->cells[i].value);
      *integers = MAX (*integers, count_integers (text, decimals));
    }
}

static void
measure (TrasScorecardPainter *self)
{
  int integers = 1, target_integers = 4, unit = 0, fraction;

  self->ink.decimals = 0;
  if (self->scorecard != NULL)
    {
      for (guint i = 0; i < self->scorecard->rows->len; i++)
        measure_row (self, self->scorecard->rows->pdata[i], &integers, &target_integers, &unit);
    }
  self->ink.decimals = MIN (self->ink.decimals, (int) G_N_ELEMENTS (self->ink.fractions) - 1);
  fraction = self->ink.decimals > 0 ? 2 : 0;
  self->cell_chars = integers + fraction;
  self->now_chars = integers + fraction + unit;
  self->target_chars = target_integers + fraction;
}

static void
compute (TrasScorecardPainter *self)
{
  g_hash_table_remove_all (self->nodes);
  if (self->ink.context == NULL)
    return;

  tras_scorecard_columns_compute (&self->columns, self->columns.width,
                                  self->scorecard != NULL ? (int) self->scorecard->n_cells : 0,
                                  self->ink.digit, self->now_chars, self->target_chars,
                                  self->cell_chars);
}

/**
 * tras_scorecard_painter_set_style:
 * @self: a painter
 * @context: for texts
 * @dark: whether the window is dark
 * @mirrored: whether it is read from right to left
 * @scale: how many pixels of the screen a pixel has
 */
void
tras_scorecard_painter_set_style (TrasScorecardPainter *self,
                                  PangoContext         *context,
                                  gboolean              dark,
                                  gboolean              mirrored,
                                  int                   scale)
{
  self->ink.palette = tras_palette_get (dark ? TRAS_PALETTE_DARK : TRAS_PALETTE_LIGHT);
  self->ink.mirrored = mirrored;
  tras_ink_set_context (&self->ink, context, self->format->marks.decimal, scale);
  compute (self);
}

/**
 * tras_scorecard_painter_set_scorecard:
 * @self: a painter
 * @scorecard: (nullable): whose lines are going to be drawn
 */
void
tras_scorecard_painter_set_scorecard (TrasScorecardPainter *self,
                                      TrasScorecard        *scorecard)
{
  TrasScorecard *old = self->scorecard;

  self->scorecard = scorecard != NULL ? tras_scorecard_ref (scorecard) : NULL;
  g_clear_pointer (&old, tras_scorecard_unref);
  measure (self);
  compute (self);
}

void
tras_scorecard_painter_set_width (TrasScorecardPainter *self,
                                  int                   width)
{
  if (self->columns.width == width)
    return;

  self->columns.width = width;
  self->ink.width = width;
  compute (self);
}

const TrasScorecardColumns *
tras_scorecard_painter_get_columns (TrasScorecardPainter *self)
{
  return &self->columns;
}

/**
 * tras_scorecard_painter_get_height:
 * @self: a painter with a style
 * @line: a line
 *
 * Returns: its height in pixels
 */
int
tras_scorecard_painter_get_height (TrasScorecardPainter    *self,
                                   const TrasScorecardLine *line)
{
  return self->ink.line_height + (line->row != NULL ? ROW_PADDING : HEADING_PADDING);
}

/**
 * tras_scorecard_painter_get_header:
 * @self: a painter with a style
 *
 * Returns: the height of the columns' titles in pixels
 */
int
tras_scorecard_painter_get_header (TrasScorecardPainter *self)
{
  return self->ink.line_height + HEADER_PADDING;
}

/**
 * tras_scorecard_painter_get_rect:
 * @self: a painter with a style
 * @column: a cell, or -1 for the name
 * @scroll: how many pixels of cells are scrolled away, the oldest first
 * @rect: (out caller-allocates): where it lies in its line
 */
void
tras_scorecard_painter_get_rect (TrasScorecardPainter *self,
                                 int                   column,
                                 int                   scroll,
                                 graphene_rect_t      *rect)
{
  const TrasScorecardColumns *columns = &self->columns;
  int x = columns->name_x - 6, width = columns->name_width + 6;

  if (column >= 0)
    {
      x = columns->cells_x + column * columns->cell_width - scroll;
      width = columns->cell_width;
    }
  if (self->ink.mirrored)
    x = columns->width - x - width;
  *rect = GRAPHENE_RECT_INIT (x, 0, width, self->ink.line_height + ROW_PADDING);
}

/**
 * tras_scorecard_painter_get_color:
 * @self: a painter
 * @role: what it is for
 * @color: (out caller-allocates): the colour
 */
void
tras_scorecard_painter_get_color (TrasScorecardPainter *self,
                                  TrasColorRole         role,
                                  GdkRGBA              *color)
{
  tras_ink_get_color (&self->ink, role, color);
}

/* ---- a row ---- */

/* The line of a trend and the paper it is drawn on. */
typedef struct
{
  const TrasPalette *palette;
  TrasSparkline sparkline;
  TrasRect rect;
  gboolean mirrored;
} Trend;

static void
draw_sparkline (cairo_t  *cr,
                gpointer  data)
{
  const Trend *trend = data;

  tras_sparkline_draw (&trend->sparkline, cr, trend->palette, &trend->rect, trend->mirrored);
}

static void
draw_trend (TrasScorecardPainter   *self,
            GtkSnapshot            *snapshot,
            const TrasScorecardRow *row,
            int                     height)
{
  guint n = MAX (TREND_PERIODS, self->scorecard->n_cells);
  gint32 last = tras_period_index (row->series->every, row->series->day);
  g_autofree TrasCell *cells = g_new (TrasCell, n);
  g_autofree double *values = g_new (double, n);
  const TrasScorecardColumns *columns = &self->columns;
  Trend trend = {
    .palette = self->ink.palette,
    .rect = { 0, 0, columns->trend_width, height - 2 * TREND_EDGE },
    .mirrored = self->ink.mirrored,
  };

  for (guint i = 0; i < n; i++)
    tras_indicator_series_get_cell (row->series, last + 1 + (gint32) i - (gint32) n, &cells[i]);
  tras_indicator_chart_fill_sparkline (row->series, cells, n, values, &trend.sparkline);
  tras_ink_add_picture (&self->ink, snapshot,
                        (int) tras_ink_get_x (&self->ink, columns->trend_x, columns->trend_width),
                        TREND_EDGE, columns->trend_width, height - 2 * TREND_EDGE, draw_sparkline,
                        &trend);
}

static void
draw_fixed (TrasScorecardPainter   *self,
            GtkSnapshot            *snapshot,
            const TrasScorecardRow *row,
            int                     height)
{
  const TrasScorecardColumns *columns = &self->columns;
  TrasInk *ink = &self->ink;
  TrasIndicatorSeries *series = row->series;
  int decimals = (int) series->indicator->decimals;
  int used, number_end;
  double y = height / 2.0, edge;
  g_autofree char *target = NULL;

  used = tras_ink_add_text (&self->ink, snapshot, series->indicator->name, TRAS_INK_PLAIN,
                            TRAS_COLOR_TEXT, columns->name_x, columns->name_width, y);
  if (series->computed && columns->name_width - used > 20)
    used += 6 + tras_ink_add_text (&self->ink, snapshot, COMPUTED_MARK, TRAS_INK_SMALL,
                                   TRAS_COLOR_DIM_TEXT, columns->name_x + used + 6,
                                   columns->name_width - used - 6, y);
  if (!has_short_unit (series) && columns->name_width - used > 40)
    tras_ink_add_text (&self->ink, snapshot, series->indicator->unit, TRAS_INK_SMALL,
                       TRAS_COLOR_DIM_TEXT, columns->name_x + used + 7,
                       columns->name_width - used - 7, y + 1);

  tras_ink_add_glyph (ink, snapshot, tras_indicator_chart_newest_glyph (series),
                      tras_ink_get_x (ink, columns->variation_x, 0), y, SIGN_SIZE);
  tras_ink_add_glyph (ink, snapshot,
                      tras_indicator_chart_assurance_glyph (series->verdict->assurance),
                      tras_ink_get_x (ink, columns->assurance_x, 0), y, SIGN_SIZE);
  if (self->columns.trend_width > 0)
    draw_trend (self, snapshot, row, height);

  number_end = columns->now_x + (int) ((self->cell_chars + 0.5) * self->ink.digit * 1.05);
  edge = self->ink.mirrored ? columns->width - columns->now_x - columns->now_width +
                            (number_end - columns->now_x)
                        : number_end;
  if (row->newest != NULL)
    {
      g_autofree char *now = format_value (self, series, row->newest->value);

      tras_ink_add_number (ink, snapshot, now, decimals, TRAS_INK_BOLD, TRAS_COLOR_TEXT, edge, y);
      if (has_short_unit (series))
        tras_ink_add_layout (ink, snapshot,
                             tras_ink_get_layout (ink, series->indicator->unit, TRAS_INK_SMALL),
                             TRAS_COLOR_DIM_TEXT, edge + UNIT_GAP, y + 1, FALSE);
    }

  target = format_target (self, series);
  if (target != NULL && columns->target_width > 0)
    tras_ink_add_number (ink, snapshot, target, decimals, TRAS_INK_SMALL, TRAS_COLOR_DIM_TEXT,
                         self->ink.mirrored ? columns->width - columns->target_x
                                            : columns->target_x + columns->target_width,
                         y);
}

/* Known to be missing: a dotted cell. */
static void
draw_absent (TrasScorecardPainter *self,
             GtkSnapshot          *snapshot,
             double                x,
             int                   height)
{
  int width = self->columns.cell_width;
  const double dashes[] = { 0, 3 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) x, 0, width, height));

  tras_palette_set_source (self->ink.palette, TRAS_COLOR_USUAL, cr);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, x + 7.5, 8.5, width - 13, height - 17);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Something is written here: a small corner, as spreadsheets have it. */
static void
draw_note_corner (TrasScorecardPainter *self,
                  GtkSnapshot          *snapshot,
                  double                x)
{
  double right = x + self->columns.cell_width - 4;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) right - 6, 5, 6, 6));

  tras_palette_set_source (self->ink.palette, TRAS_COLOR_MARK, cr);
  cairo_move_to (cr, right - 6, 5);
  cairo_line_to (cr, right, 5);
  cairo_line_to (cr, right, 11);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static TrasGlyph
get_cell_glyph (const TrasCell *cell)
{
  TrasGlyph glyph = tras_indicator_chart_variation_glyph (cell->variation, 1);

  if (cell->left_out)
    return TRAS_GLYPH_LEFT_OUT;

  return tras_glyph_is_unusual (glyph) ? glyph : TRAS_GLYPH_NONE;
}

static void
draw_cell (TrasScorecardPainter *self,
           GtkSnapshot          *snapshot,
           TrasIndicatorSeries  *series,
           const TrasCell       *cell,
           double                x,
           int                   height)
{
  g_autofree char *text = NULL;
  TrasGlyph glyph;

  if (cell->state == TRAS_CELL_ABSENT)
    draw_absent (self, snapshot, x, height);
  if (cell->state != TRAS_CELL_MEASURED)
    return;

  text = format_value (self, series, cell->value);
  glyph = get_cell_glyph (cell);
  tras_ink_add_glyph (&self->ink, snapshot, glyph, x + CELL_SIGN_SIZE,
                      height / 2.0 - CELL_SIGN_RISE, CELL_SIGN_SIZE);
  tras_ink_add_number (&self->ink, snapshot, text, (int) series->indicator->decimals,
                       tras_glyph_is_unusual (glyph) ? TRAS_INK_BOLD : TRAS_INK_PLAIN,
                       glyph != TRAS_GLYPH_NONE ? tras_glyph_get_color (glyph) : TRAS_COLOR_TEXT,
                       x + self->columns.cell_width - CELL_EDGE, height / 2.0);
  if (cell->note != NULL)
    draw_note_corner (self, snapshot, x);
}

static double
get_cell_x (TrasScorecardPainter *self,
            int                   cell)
{
  double x = cell * self->columns.cell_width;

  return self->ink.mirrored ? self->columns.n_cells * self->columns.cell_width - x -
                            self->columns.cell_width
                        : x;
}

static Nodes *
get_nodes (TrasScorecardPainter    *self,
           const TrasScorecardLine *line)
{
  Nodes *nodes = g_hash_table_lookup (self->nodes, line->row);
  int height = tras_scorecard_painter_get_height (self, line);
  GtkSnapshot *snapshot;

  if (nodes != NULL)
    return nodes;

  if (g_hash_table_size (self->nodes) >= MOST_ROWS)
    g_hash_table_remove_all (self->nodes);
  nodes = g_new0 (Nodes, 1);
  snapshot = gtk_snapshot_new ();
  draw_fixed (self, snapshot, line->row, height);
  nodes->fixed = gtk_snapshot_free_to_node (snapshot);
  if (self->columns.cells_width > 0)
    {
      snapshot = gtk_snapshot_new ();
      for (int i = 0; i < self->columns.n_cells; i++)
        draw_cell (self, snapshot, line->row->series, &line->row->cells[i], get_cell_x (self, i),
                   height);
      nodes->cells = gtk_snapshot_free_to_node (snapshot);
    }
  g_hash_table_insert (self->nodes, (gpointer) line->row, nodes);

  return nodes;
}

/**
 * tras_scorecard_painter_prepare:
 * @self: a painter with a style and a width
 * @line: a line of the scorecard
 *
 * Draws a row before it is seen.
 *
 * Returns: whether that was still to be done
 */
gboolean
tras_scorecard_painter_prepare (TrasScorecardPainter    *self,
                                const TrasScorecardLine *line)
{
  if (line->row == NULL || g_hash_table_size (self->nodes) >= MOST_ROWS ||
      g_hash_table_contains (self->nodes, line->row))
    return FALSE;

  get_nodes (self, line);

  return TRUE;
}

/* Clips to the visible cells and moves to where the first of all cells lies. */
static void
push_cells (TrasScorecardPainter *self,
            GtkSnapshot          *snapshot,
            int                   scroll,
            int                   height)
{
  const TrasScorecardColumns *columns = &self->columns;
  int left = columns->cells_x, start = left - scroll;

  if (self->ink.mirrored)
    {
      left = columns->width - columns->cells_x - columns->cells_width;
      start = columns->width - columns->cells_x + scroll - columns->n_cells * columns->cell_width;
    }
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, 0, columns->cells_width, height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (start, 0));
}

static void
pop_cells (GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* ---- titles ---- */

static char *
dup_period_title (TrasScorecardPainter *self,
                  TrasEvery             every,
                  gint32                period)
{
  TrasDay day = tras_period_start (every, period);
  int month, month_day;

  tras_day_split (day, NULL, &month, &month_day);
  switch (every)
    {
    case TRAS_EVERY_DAY:
      return g_strdup_printf ("%d", month_day);
    case TRAS_EVERY_WEEK:
      return tras_number_format_week (self->format, day);
    case TRAS_EVERY_MONTH:
      return g_strdup (self->format->months[month - 1]);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
draw_periods (TrasScorecardPainter *self,
              GtkSnapshot          *snapshot,
              TrasEvery             every,
              int                   scroll,
              int                   height,
              double                y)
{
  gint32 last;

  if (self->scorecard == NULL || self->columns.cells_width == 0)
    return;

  last = tras_period_index (every, self->scorecard->day);
  push_cells (self, snapshot, scroll, height);
  for (int i = 0; i < self->columns.n_cells; i++)
    {
      gboolean newest = i == self->columns.n_cells - 1;
      g_autofree char *title = dup_period_title (self, every, last - self->columns.n_cells + 1 + i);
      TrasInkStyle style = newest ? TRAS_INK_SMALL_BOLD : TRAS_INK_SMALL;
      PangoLayout *layout = tras_ink_get_layout (&self->ink, title, style);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      tras_ink_add_layout (&self->ink, snapshot, layout,
                           newest ? TRAS_COLOR_TEXT : TRAS_COLOR_DIM_TEXT,
                           get_cell_x (self, i) + (self->columns.cell_width - width) / 2.0, y,
                           FALSE);
    }
  pop_cells (snapshot);
}

/**
 * tras_scorecard_painter_draw_header:
 * @self: a painter with a style
 * @snapshot: where to draw
 * @every: the length of the periods that are named
 * @scroll: how many pixels of cells are scrolled away
 */
void
tras_scorecard_painter_draw_header (TrasScorecardPainter *self,
                                    GtkSnapshot          *snapshot,
                                    TrasEvery             every,
                                    int                   scroll)
{
  const TrasScorecardColumns *columns = &self->columns;
  int height = tras_scorecard_painter_get_header (self);
  double y = height / 2.0;
  int now_middle = columns->now_x + (int) (self->cell_chars * self->ink.digit * 0.55);

  tras_ink_add_centered (&self->ink, snapshot, C_("column", "usual"), TRAS_INK_SMALL,
                         TRAS_COLOR_DIM_TEXT, columns->variation_x - 3, y);
  tras_ink_add_centered (&self->ink, snapshot, C_("column", "goal"), TRAS_INK_SMALL,
                         TRAS_COLOR_DIM_TEXT, columns->assurance_x + 2, y);
  tras_ink_add_centered (&self->ink, snapshot, C_("column", "now"), TRAS_INK_SMALL,
                         TRAS_COLOR_DIM_TEXT, now_middle, y);
  if (columns->target_width > 0)
    {
      PangoLayout *layout =
        tras_ink_get_layout (&self->ink, C_("column", "target"), TRAS_INK_SMALL);

      tras_ink_add_layout (&self->ink, snapshot, layout, TRAS_COLOR_DIM_TEXT,
                  self->ink.mirrored ? columns->width - columns->target_x
                                 : columns->target_x + columns->target_width,
                  y, TRUE);
    }
  draw_periods (self, snapshot, every, scroll, height, y);
  if (columns->trend_width > 0)
    tras_ink_add_text (&self->ink, snapshot, C_("column", "trend"), TRAS_INK_SMALL,
                       TRAS_COLOR_DIM_TEXT, columns->trend_x, columns->trend_width, y);
}

/* Where other periods than those of the columns' titles begin, the heading names them. */
static char *
dup_heading (const char *group,
             TrasEvery   every)
{
  switch (every)
    {
    case TRAS_EVERY_DAY:
      /* Translators: an area and how often its indicators are measured: "Finance, daily" */
      return g_strdup_printf (_("%s, daily"), group);
    case TRAS_EVERY_WEEK:
      /* Translators: an area and how often its indicators are measured: "Finance, weekly" */
      return g_strdup_printf (_("%s, weekly"), group);
    case TRAS_EVERY_MONTH:
      /* Translators: an area and how often its indicators are measured: "Finance, monthly" */
      return g_strdup_printf (_("%s, monthly"), group);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
draw_heading (TrasScorecardPainter    *self,
              GtkSnapshot             *snapshot,
              const TrasScorecardLine *line,
              TrasEvery                every,
              int                      scroll)
{
  int height = tras_scorecard_painter_get_height (self, line);
  double y = height / 2.0 + 4;
  g_autofree char *both = NULL;
  const char *title = line->group != NULL ? line->group : "";

  if (line->every != every)
    {
      title = both = dup_heading (title, line->every);
      draw_periods (self, snapshot, line->every, scroll, height, y);
    }
  tras_ink_add_text (&self->ink, snapshot, title, TRAS_INK_SMALL_BOLD, TRAS_COLOR_DIM_TEXT,
                     self->columns.name_x,
                     MAX (self->columns.name_width, self->columns.cells_x - self->columns.name_x),
                     y);
}

/**
 * tras_scorecard_painter_draw_line:
 * @self: a painter with a style
 * @snapshot: where to draw, from (0, 0)
 * @line: a line of the scorecard
 * @every: the periods that the columns' titles name
 * @scroll: how many pixels of cells are scrolled away
 */
void
tras_scorecard_painter_draw_line (TrasScorecardPainter    *self,
                                  GtkSnapshot             *snapshot,
                                  const TrasScorecardLine *line,
                                  TrasEvery                every,
                                  int                      scroll)
{
  Nodes *nodes;

  if (line->row == NULL)
    {
      draw_heading (self, snapshot, line, every, scroll);
      return;
    }

  nodes = get_nodes (self, line);
  if (nodes->fixed != NULL)
    gtk_snapshot_append_node (snapshot, nodes->fixed);
  if (nodes->cells != NULL)
    {
      push_cells (self, snapshot, scroll, tras_scorecard_painter_get_height (self, line));
      gtk_snapshot_append_node (snapshot, nodes->cells);
      pop_cells (snapshot);
    }
}

/**
 * tras_scorecard_painter_draw_typed:
 * @self: a painter with a style
 * @snapshot: where to draw
 * @rect: a cell
 * @text: what was typed into it and is not stored
 * @wrong: whether it cannot be stored
 */
void
tras_scorecard_painter_draw_typed (TrasScorecardPainter  *self,
                                   GtkSnapshot           *snapshot,
                                   const graphene_rect_t *rect,
                                   const char            *text,
                                   gboolean               wrong)
{
  double y = rect->origin.y + rect->size.height / 2;
  GdkRGBA color;

  tras_scorecard_painter_get_color (self, TRAS_COLOR_BACKGROUND, &color);
  gtk_snapshot_append_color (snapshot, &color, rect);
  if (wrong)
    {
      tras_scorecard_painter_get_color (self, TRAS_COLOR_WORSE, &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (rect->origin.x + 5,
                                                      rect->origin.y + rect->size.height - 8,
                                                      rect->size.width - 10, 2));
    }
  gtk_snapshot_push_clip (snapshot, rect);
  tras_ink_add_layout (&self->ink, snapshot, tras_ink_get_layout (&self->ink, text, TRAS_INK_PLAIN),
              wrong ? TRAS_COLOR_WORSE : TRAS_COLOR_DIM_TEXT,
              rect->origin.x + rect->size.width - CELL_EDGE -
                (wrong ? 0 : self->ink.fractions[MIN (self->ink.decimals, 1)]),
              y, TRUE);
  gtk_snapshot_pop (snapshot);
}

/**
 * tras_scorecard_painter_draw_bubble:
 * @self: a painter with a style
 * @snapshot: where to draw
 * @rect: a cell
 * @text: what there is to say of it, drawn below it
 */
void
tras_scorecard_painter_draw_bubble (TrasScorecardPainter  *self,
                                    GtkSnapshot           *snapshot,
                                    const graphene_rect_t *rect,
                                    const char            *text)
{
  PangoLayout *layout = tras_ink_get_layout (&self->ink, text, TRAS_INK_SMALL);
  GskRoundedRect bubble;
  GdkRGBA color;
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (rect->origin.x + rect->size.width / 2 - width / 2.0, 12,
             MAX (self->columns.width - width - 12, 12));
  gsk_rounded_rect_init_from_rect (&bubble,
                                   &GRAPHENE_RECT_INIT ((float) x - 8,
                                                        rect->origin.y + rect->size.height + 3,
                                                        width + 16, height + 8),
                                   6);
  tras_scorecard_painter_get_color (self, TRAS_COLOR_BUBBLE, &color);
  gtk_snapshot_push_rounded_clip (snapshot, &bubble);
  gtk_snapshot_append_color (snapshot, &color, &bubble.bounds);
  gtk_snapshot_pop (snapshot);
  tras_ink_add_layout (&self->ink, snapshot, layout, TRAS_COLOR_BUBBLE_TEXT, x,
                       bubble.bounds.origin.y + bubble.bounds.size.height / 2, FALSE);
}
