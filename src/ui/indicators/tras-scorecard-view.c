/* tras-scorecard-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-scorecard-view-private.h"

/* What one turn of a wheel moves, in rows. */
#define STEP_ROWS 1

/**
 * TrasScorecardView:
 *
 * Hundreds of rows of a score of cells each are too many widgets. The rows are drawn here instead,
 * the visible ones only; a text stands over the cell that is typed into. A screen reader is told
 * the cell under the cursor in words.
 */
G_DEFINE_FINAL_TYPE (TrasScorecardView, tras_scorecard_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasScorecardViewProperty;

enum
{
  OPEN,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORDS + 1];
static guint signals[N_SIGNALS];

/* ---- lines ---- */

const TrasScorecardLine *
tras_scorecard_view_get_line (TrasScorecardView *self,
                              int                line)
{
  return self->lines != NULL && line >= 0 && line < (int) self->lines->len
           ? &g_array_index (self->lines, TrasScorecardLine, line)
           : NULL;
}

const TrasCell *
tras_scorecard_view_get_cell (TrasScorecardView *self,
                              int                line,
                              int                column)
{
  const TrasScorecardLine *found = tras_scorecard_view_get_line (self, line);

  return found != NULL && found->row != NULL && column >= 0 &&
             column < (int) self->scorecard->n_cells
           ? &found->row->cells[column]
           : NULL;
}

/* The row at a line, or the next one in that direction; -1 for none. */
int
tras_scorecard_view_find_row (TrasScorecardView *self,
                              int                line,
                              int                step)
{
  const TrasScorecardLine *found;

  while ((found = tras_scorecard_view_get_line (self, line)) != NULL && found->row == NULL)
    line += step;

  return found != NULL ? line : -1;
}

/* Where a line begins in the whole list. */
int
tras_scorecard_view_get_top (TrasScorecardView *self,
                             int                line)
{
  return g_array_index (self->tops, int, line);
}

int
tras_scorecard_view_get_scroll (TrasScorecardView *self,
                                GtkOrientation     orientation)
{
  return (int) tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), orientation);
}

/* The last line that begins at or above a height of the whole list. */
int
tras_scorecard_view_find_line (TrasScorecardView *self,
                               int                y)
{
  int low = 0, high = self->lines != NULL ? (int) self->lines->len : 0;

  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (tras_scorecard_view_get_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * tras_scorecard_view_get_place:
 * @self: a view
 * @line: a line
 * @column: one of its cells, or the name
 * @rect: (out caller-allocates): where it lies in the widget
 */
void
tras_scorecard_view_get_place (TrasScorecardView *self,
                               int                line,
                               int                column,
                               graphene_rect_t   *rect)
{
  int scroll = tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);

  tras_scorecard_painter_get_rect (self->painter, column, scroll, rect);
  rect->origin.y = tras_scorecard_painter_get_header (self->painter) +
                   tras_scorecard_view_get_top (self, line) -
                   tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
}

/* ---- scrolling ---- */

/* How many pixels of lines are seen. */
int
tras_scorecard_view_get_page (TrasScorecardView *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) -
                tras_scorecard_painter_get_header (self->painter),
              1);
}

static void
tras_scorecard_view_configure (TrasScrollArea *area)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (area);
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int hidden = tras_scorecard_columns_scroll (columns);
  int row = tras_scorecard_painter_get_height (self->painter, &(TrasScorecardLine) { 0 });
  gboolean at_newest = self->at_newest;

  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, self->total, STEP_ROWS * row,
                               tras_scorecard_view_get_page (self));
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, width + hidden,
                               columns->cell_width, width);
  if (at_newest)
    gtk_adjustment_set_value (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL),
                              hidden);
  self->at_newest = at_newest;
}

static void
tras_scorecard_view_scrolled (TrasScrollArea *area)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (area);
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);

  self->at_newest = tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL) >=
                    tras_scorecard_columns_scroll (columns);
  if (self->editing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scroll_to (TrasScorecardView *self,
           int                line,
           int                column)
{
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  int top = tras_scorecard_view_get_top (self, line);
  int height = tras_scorecard_painter_get_height (self->painter,
                                                  tras_scorecard_view_get_line (self, line));

  /* The heading above the first row of an area comes with it. */
  if (line > 0 && tras_scorecard_view_get_line (self, line - 1)->row == NULL)
    {
      height += top - tras_scorecard_view_get_top (self, line - 1);
      top = tras_scorecard_view_get_top (self, line - 1);
    }
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL), top,
                             top + height);
  if (column >= 0 && columns->cells_width > 0)
    {
      GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
      double value = gtk_adjustment_get_value (across);
      int left = column * columns->cell_width;

      gtk_adjustment_set_value (across, CLAMP (value,
                                               left + columns->cell_width - columns->cells_width,
                                               left));
    }
}

/* ---- the cursor ---- */

/* Tells what is under the cursor, to whom reads it below and to whom hears it. */
void
tras_scorecard_view_say (TrasScorecardView *self)
{
  g_autofree char *words = tras_scorecard_view_dup_words (self);

  if (g_strcmp0 (words, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_steal_pointer (&words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/**
 * tras_scorecard_view_move:
 * @self: a view
 * @line: a row, or a heading or a place beside the list: the nearest row is taken
 * @column: a cell or the name
 *
 * Moves the cursor, and shows where it is.
 */
void
tras_scorecard_view_move (TrasScorecardView *self,
                          int                line,
                          int                column)
{
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  int n_lines = self->lines != NULL ? (int) self->lines->len : 0;
  int row;

  line = CLAMP (line, 0, MAX (n_lines - 1, 0));
  row = tras_scorecard_view_find_row (self, line, line < self->cursor_line ? -1 : 1);
  if (row < 0)
    row = tras_scorecard_view_find_row (self, line, line < self->cursor_line ? 1 : -1);
  if (row < 0)
    return;

  g_clear_pointer (&self->notice, g_free);
  self->cursor_line = row;
  self->cursor_column = columns->cells_width > 0 ? CLAMP (column, TRAS_SCORECARD_NAME,
                                                          (int) self->scorecard->n_cells - 1)
                                                 : TRAS_SCORECARD_NAME;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    scroll_to (self, row, self->cursor_column);
  tras_scorecard_view_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The indicator of a line, 0 for none. */
gint64
tras_scorecard_view_get_id (TrasScorecardView *self,
                            int                line)
{
  const TrasScorecardLine *found = tras_scorecard_view_get_line (self, line);

  return found != NULL && found->row != NULL
           ? ((TrasRecord *) found->row->series->indicator)->id
           : 0;
}

/* The line of an indicator, -1 where it is not shown. */
int
tras_scorecard_view_find (TrasScorecardView *self,
                          gint64             id)
{
  for (int i = 0; id != 0 && self->lines != NULL && i < (int) self->lines->len; i++)
    {
      if (tras_scorecard_view_get_id (self, i) == id)
        return i;
    }

  return -1;
}

void
tras_scorecard_view_open (TrasScorecardView *self,
                          int                line)
{
  gint64 id = tras_scorecard_view_get_id (self, line);

  if (id != 0)
    g_signal_emit (self, signals[OPEN], 0, id);
}

/* ---- the lines again ---- */

/* The titles of the columns name the periods that most of the rows have. */
static TrasEvery
find_usual_every (TrasScorecardView *self)
{
  guint counts[TRAS_EVERY_MONTH + 1] = { 0 };
  TrasEvery every = TRAS_EVERY_WEEK;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TrasScorecardLine *line = &g_array_index (self->lines, TrasScorecardLine, i);

      if (line->row == NULL)
        counts[line->every] += line->n_rows;
    }
  if (counts[TRAS_EVERY_DAY] > counts[every])
    every = TRAS_EVERY_DAY;
  if (counts[TRAS_EVERY_MONTH] > counts[every])
    every = TRAS_EVERY_MONTH;

  return every;
}

static void
stack_lines (TrasScorecardView *self)
{
  int top = 0;

  g_array_set_size (self->tops, 0);
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      g_array_append_val (self->tops, top);
      top += tras_scorecard_painter_get_height (self->painter,
                                                tras_scorecard_view_get_line (self, (int) i));
    }
  self->total = top;
}

/* While nothing else is to be done, rows are drawn that are not seen yet, one at a time: a jump
 * finds them ready. */
static gboolean
prepare_next (gpointer data)
{
  TrasScorecardView *self = data;
  const TrasScorecardLine *line;

  while ((line = tras_scorecard_view_get_line (self, self->prepared)) != NULL)
    {
      self->prepared++;
      if (tras_scorecard_painter_prepare (self->painter, line))
        return G_SOURCE_CONTINUE;
    }

  self->prepare_source = 0;

  return G_SOURCE_REMOVE;
}

static void
prepare (TrasScorecardView *self)
{
  self->prepared = 0;
  if (self->prepare_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_next, self, NULL);
}

static void
make_lines (TrasScorecardView *self,
            gint64             cursor_id)
{
  int line;

  g_clear_pointer (&self->lines, g_array_unref);
  self->hovered_line = -1;
  if (self->scorecard != NULL)
    {
      self->lines = tras_scorecard_lines_new (self->scorecard, &self->filter);
      self->every = find_usual_every (self);
    }
  stack_lines (self);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));

  line = tras_scorecard_view_find (self, cursor_id);
  if (line < 0)
    line = MAX (tras_scorecard_view_find_row (self, 0, 1), 0);
  self->cursor_line = line;
  if (self->scorecard != NULL)
    self->cursor_column = CLAMP (self->cursor_column, TRAS_SCORECARD_NAME,
                                 (int) self->scorecard->n_cells - 1);
  tras_scorecard_view_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tras_scorecard_view_restyle (TrasScrollArea *area)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (area);
  GtkWidget *widget = GTK_WIDGET (self);

  tras_scorecard_painter_set_style (self->painter, gtk_widget_get_pango_context (widget),
                                    tras_look_get_palette_kind () == TRAS_PALETTE_DARK,
                                    tras_look_is_mirrored (widget),
                                    gtk_widget_get_scale_factor (widget));
  stack_lines (self);
  gtk_widget_queue_resize (widget);
}

/* ---- size ---- */

static void
tras_scorecard_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = 1000;
    }
  else
    {
      *minimum = 4 * tras_scorecard_painter_get_header (self->painter);
      *natural = MAX (*minimum, tras_scorecard_painter_get_header (self->painter) + self->total);
    }
  /* The child is measured as it must be; what it says does not matter. */
  gtk_widget_measure (self->entry, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
tras_scorecard_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (widget);

  tras_scorecard_painter_set_width (self->painter, width);
  prepare (self);
  GTK_WIDGET_CLASS (tras_scorecard_view_parent_class)->size_allocate (widget, width, height,
                                                                      baseline);
  if (self->cursor_column >= 0 &&
      tras_scorecard_painter_get_columns (self->painter)->cells_width == 0)
    self->cursor_column = TRAS_SCORECARD_NAME;

  if (self->editing)
    {
      graphene_rect_t rect;
      int natural;

      tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
      gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (self->entry,
                                &(GtkAllocation) { (int) rect.origin.x + 4,
                                                   (int) (rect.origin.y +
                                                          (rect.size.height - natural) / 2),
                                                   (int) rect.size.width - 12, natural },
                                -1);
    }
}

/* ---- the object ---- */

static gboolean
tras_scorecard_view_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
tras_scorecard_view_dispose (GObject *object)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (object);

  g_clear_handle_id (&self->prepare_source, g_source_remove);
  g_clear_weak_pointer (&self->note);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  self->entry = NULL;
  g_clear_object (&self->menu);
  g_clear_object (&self->writer);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);

  G_OBJECT_CLASS (tras_scorecard_view_parent_class)->dispose (object);
}

static void
tras_scorecard_view_finalize (GObject *object)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (object);

  tras_scorecard_painter_free (self->painter);
  tras_scorecard_filter_clear (&self->filter);
  g_array_unref (self->tops);
  g_hash_table_unref (self->drafts);
  g_free (self->notice);
  g_free (self->words);
  g_free (self->entry_error);
  g_free (self->entry_start);

  G_OBJECT_CLASS (tras_scorecard_view_parent_class)->finalize (object);
}

static void
tras_scorecard_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (object);

  switch ((TrasScorecardViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
why_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  tras_scorecard_input_explain (TRAS_SCORECARD_VIEW (widget));
}

static void
tras_scorecard_view_class_init (TrasScorecardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasScrollAreaClass *area_class = TRAS_SCROLL_AREA_CLASS (klass);

  object_class->dispose = tras_scorecard_view_dispose;
  object_class->finalize = tras_scorecard_view_finalize;
  object_class->get_property = tras_scorecard_view_get_property;
  widget_class->grab_focus = tras_scorecard_view_grab_focus;
  widget_class->measure = tras_scorecard_view_measure;
  widget_class->query_tooltip = tras_scorecard_input_query_tooltip;
  widget_class->size_allocate = tras_scorecard_view_size_allocate;
  widget_class->snapshot = tras_scorecard_draw_snapshot;
  area_class->configure = tras_scorecard_view_configure;
  area_class->scrolled = tras_scorecard_view_scrolled;
  area_class->restyle = tras_scorecard_view_restyle;

  /**
   * TrasScorecardView:words:
   *
   * What is under the cursor: indicator, period, value, verdict, note, or what is wrong with it.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasScorecardView::open:
   * @id: the indicator whose chart is wanted
   */
  signals[OPEN] = g_signal_new ("open", TRAS_TYPE_SCORECARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "scorecard.why", NULL, why_action);
  gtk_widget_class_set_css_name (widget_class, "scorecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tras_scorecard_view_init (TrasScorecardView *self)
{
  self->painter = tras_scorecard_painter_new ();
  self->tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->hovered_line = -1;
  self->at_newest = TRUE;
  self->every = TRAS_EVERY_WEEK;
  self->cursor_column = TRAS_SCORECARD_NAME;
  tras_scorecard_input_init (self);
  tras_scorecard_entry_init (self);
  tras_scorecard_view_restyle (TRAS_SCROLL_AREA (self));
  tras_scorecard_view_say (self);
}

/**
 * tras_scorecard_view_set_writer:
 * @self: a view
 * @writer: (nullable): writes what is typed; without one nothing can be typed
 */
void
tras_scorecard_view_set_writer (TrasScorecardView *self,
                                TrasCellWriter    *writer)
{
  g_return_if_fail (TRAS_IS_SCORECARD_VIEW (self));

  g_set_object (&self->writer, writer);
}

/**
 * tras_scorecard_view_set_scorecard:
 * @self: a view
 * @scorecard: (nullable): what it shows
 *
 * The cursor stays on its indicator and period, the list where it is scrolled to.
 */
void
tras_scorecard_view_set_scorecard (TrasScorecardView *self,
                                   TrasScorecard     *scorecard)
{
  gint64 id;
  TrasScorecard *old;

  g_return_if_fail (TRAS_IS_SCORECARD_VIEW (self));

  id = tras_scorecard_view_get_id (self, self->cursor_line);
  old = self->scorecard;
  if (old != NULL && scorecard != NULL && self->cursor_column >= 0)
    self->cursor_column += (int) scorecard->n_cells - (int) old->n_cells;
  if (old == NULL && scorecard != NULL)
    self->cursor_column = (int) scorecard->n_cells - 1;

  /* What is being typed is typed into a cell that may be gone. */
  self->scorecard = scorecard != NULL ? tras_scorecard_ref (scorecard) : NULL;
  tras_scorecard_painter_set_scorecard (self->painter, scorecard);
  make_lines (self, id);
  if (self->editing && tras_scorecard_view_get_id (self, self->cursor_line) != id)
    tras_scorecard_entry_cancel (self);
  tras_scorecard_entry_settle (self);
  g_clear_pointer (&old, tras_scorecard_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tras_scorecard_view_set_filter:
 * @self: a view
 * @filter: which indicators are shown
 */
void
tras_scorecard_view_set_filter (TrasScorecardView         *self,
                                const TrasScorecardFilter *filter)
{
  gint64 id;

  g_return_if_fail (TRAS_IS_SCORECARD_VIEW (self));
  g_return_if_fail (filter != NULL);

  if (self->editing)
    tras_scorecard_entry_cancel (self);
  id = tras_scorecard_view_get_id (self, self->cursor_line);
  tras_scorecard_filter_clear (&self->filter);
  self->filter = *filter;
  self->filter.search = g_strdup (filter->search);
  self->filter.mine = g_strdup (filter->mine);
  make_lines (self, id);
}

/**
 * tras_scorecard_view_set_menu:
 * @self: a view
 * @menu: (nullable): what can be done with the indicator under the cursor
 */
void
tras_scorecard_view_set_menu (TrasScorecardView *self,
                              GMenuModel        *menu)
{
  g_return_if_fail (TRAS_IS_SCORECARD_VIEW (self));

  g_set_object (&self->menu, menu);
}

guint
tras_scorecard_view_get_n_rows (TrasScorecardView *self)
{
  guint n = 0;

  g_return_val_if_fail (TRAS_IS_SCORECARD_VIEW (self), 0);

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    n += g_array_index (self->lines, TrasScorecardLine, i).row != NULL;

  return n;
}

/**
 * tras_scorecard_view_get_cursor:
 * @self: a view
 * @column: (out) (optional): a cell or %TRAS_SCORECARD_NAME
 *
 * Returns: the indicator under the cursor, 0 for none
 */
gint64
tras_scorecard_view_get_cursor (TrasScorecardView *self,
                                int               *column)
{
  g_return_val_if_fail (TRAS_IS_SCORECARD_VIEW (self), 0);

  if (column != NULL)
    *column = self->cursor_column;

  return tras_scorecard_view_get_id (self, self->cursor_line);
}

/**
 * tras_scorecard_view_set_cursor:
 * @self: a view
 * @indicator_id: an indicator
 * @column: a cell or %TRAS_SCORECARD_NAME
 *
 * Returns: whether the indicator is shown
 */
gboolean
tras_scorecard_view_set_cursor (TrasScorecardView *self,
                                gint64             indicator_id,
                                int                column)
{
  int line;

  g_return_val_if_fail (TRAS_IS_SCORECARD_VIEW (self), FALSE);

  line = tras_scorecard_view_find (self, indicator_id);
  if (line < 0)
    return FALSE;

  tras_scorecard_view_move (self, line, column);

  return TRUE;
}

/**
 * tras_scorecard_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what is under the cursor
 */
const char *
tras_scorecard_view_get_words (TrasScorecardView *self)
{
  g_return_val_if_fail (TRAS_IS_SCORECARD_VIEW (self), NULL);

  return self->words;
}

gboolean
tras_scorecard_view_is_editing (TrasScorecardView *self)
{
  g_return_val_if_fail (TRAS_IS_SCORECARD_VIEW (self), FALSE);

  return self->editing;
}
