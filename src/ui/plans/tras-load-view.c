/* tras-load-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-load-chart.h"
#include "tras-load-view.h"
#include "tras-look.h"

#define MIN_WIDTH 300
#define MIN_LINES 3

/**
 * TrasLoadView:
 *
 * A line a person, a column a week.
 */
struct _TrasLoadView
{
  TrasGridView parent_instance;

  /* owned */
  TrasLoadBoard *board;
  GPtrArray *rows;
  GArray *lines;
  GPtrArray *titles;
  GPtrArray *days;
};

G_DEFINE_FINAL_TYPE (TrasLoadView, tras_load_view, TRAS_TYPE_GRID_VIEW)

static void
tras_load_view_get_size (TrasGridView *view,
                         guint        *n_lines,
                         guint        *n_columns)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (view);

  *n_lines = self->lines->len;
  *n_columns = self->titles->len;
}

static void
tras_load_view_lay_out (TrasGridView   *view,
                        double          text_size,
                        double          width,
                        TrasGridLayout *layout)
{
  tras_load_layout_init (layout, text_size, width, TRAS_LOAD_VIEW (view)->titles->len);
}

static void
tras_load_view_draw (TrasGridView         *view,
                     cairo_t              *cr,
                     const TrasGridLayout *layout,
                     const TrasGridScene  *scene,
                     TrasTextCache        *texts,
                     double                height,
                     gboolean              mirrored)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (view);
  TrasLoadChart chart = {
    .lines = (const TrasLoadLine *) (gpointer) self->lines->data,
    .n_lines = self->lines->len,
    .titles = (const char *const *) self->titles->pdata,
    .days = (const char *const *) self->days->pdata,
    .n_weeks = self->titles->len,
  };

  tras_load_chart_draw (&chart, layout, scene, cr, tras_look_get_palette (), texts, height,
                        mirrored);
}

static char *
tras_load_view_dup_words (TrasGridView *view,
                          int           line,
                          int           from,
                          int           to)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (view);

  if (line < 0)
    return g_strdup (_("Load"));

  return tras_load_board_dup_words (self->board, self->rows->pdata[line],
                                    from >= 0 ? (guint) from : TRAS_LOAD_ALL_WEEKS,
                                    tras_number_format_get_default ());
}

/* ---- the object ---- */

static void
line_clear (gpointer data)
{
  TrasLoadLine *line = data;

  g_free ((char *) line->note);
  g_strfreev (line->texts);
}

static void
tras_load_view_finalize (GObject *object)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (object);

  g_array_unref (self->lines);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->days);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->board, tras_load_board_unref);

  G_OBJECT_CLASS (tras_load_view_parent_class)->finalize (object);
}

static void
tras_load_view_class_init (TrasLoadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasGridViewClass *grid_class = TRAS_GRID_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_load_view_finalize;
  grid_class->min_width = MIN_WIDTH;
  grid_class->min_lines = MIN_LINES;
  grid_class->get_size = tras_load_view_get_size;
  grid_class->lay_out = tras_load_view_lay_out;
  grid_class->draw = tras_load_view_draw;
  grid_class->dup_words = tras_load_view_dup_words;
  gtk_widget_class_set_css_name (widget_class, "load");
}

static void
tras_load_view_init (TrasLoadView *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasLoadLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->days = g_ptr_array_new_with_free_func (g_free);
}

static char *
dup_note (TrasLoadRow *row)
{
  if (row->n_over > 0)
    return g_strdup_printf (ngettext ("over-booked in %u week", "over-booked in %u weeks",
                                      row->n_over),
                            row->n_over);
  if (row->person != NULL && g_strcmp0 (row->person->state, "here") != 0)
    return g_strdup (_("has left"));
  if (row->person != NULL && !row->has_hours)
    return g_strdup (_("no working hours known"));

  return row->person != NULL ? g_strdup (row->person->area_name) : NULL;
}

static void
add_line (TrasLoadView *self,
          TrasLoadRow  *row)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasLoadLine line = {
    .name = tras_load_row_get_name (row),
    .note = dup_note (row),
    .is_over = row->n_over > 0,
    .has_hours = row->has_hours,
    .needed = row->needed,
    .worked = row->worked,
    .texts = g_new0 (char *, self->board->n_weeks + 1),
  };

  for (guint i = 0; i < self->board->n_weeks; i++)
    line.texts[i] = tras_load_dup_hours (row->needed[i], format);
  g_array_append_val (self->lines, line);
}

/* The month stands where it begins. */
static char *
dup_day (TrasDay                 day,
         gboolean                is_first,
         const TrasNumberFormat *format)
{
  int year, month, month_day;

  tras_day_split (day, &year, &month, &month_day);

  return is_first || month_day <= 7 ? g_strdup_printf ("%d %s", month_day,
                                                       format->months[month - 1])
                                    : g_strdup_printf ("%d", month_day);
}

static int
find_person (GPtrArray *rows,
             gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TrasLoadRow *row = rows->pdata[i];

      if ((row->person != NULL ? TRAS_RECORD (row->person)->id : 0) == id)
        return (int) i;
    }

  return 0;
}

/**
 * tras_load_view_show:
 * @self: a view
 * @board: what people have to do
 * @rows: (element-type TrasLoadRow): the rows of it that are wanted, in their order
 *
 * Shows them; the cursor stays on its person and week.
 */
void
tras_load_view_show (TrasLoadView  *self,
                     TrasLoadBoard *board,
                     GPtrArray     *rows)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasLoadRow *before;
  gint64 id;

  g_return_if_fail (TRAS_IS_LOAD_VIEW (self));
  g_return_if_fail (board != NULL && rows != NULL);

  before = tras_load_view_get_cursor (self, NULL);
  id = before != NULL && before->person != NULL ? TRAS_RECORD (before->person)->id : 0;
  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->days, 0);
  tras_load_board_ref (board);
  g_clear_pointer (&self->board, tras_load_board_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->board = board;
  self->rows = g_ptr_array_ref (rows);

  for (guint i = 0; i < board->n_weeks; i++)
    {
      TrasDay monday = tras_load_board_get_monday (board, i);

      g_ptr_array_add (self->titles, tras_number_format_week (format, monday));
      g_ptr_array_add (self->days, dup_day (i == 0 ? board->first : monday, i == 0, format));
    }
  for (guint i = 0; i < rows->len; i++)
    add_line (self, rows->pdata[i]);

  tras_grid_view_show (TRAS_GRID_VIEW (self), find_person (rows, id),
                       tras_grid_view_get_column (TRAS_GRID_VIEW (self)));
}

/**
 * tras_load_view_get_cursor:
 * @self: a view
 * @week: (out) (optional): the week, or %TRAS_LOAD_ALL_WEEKS for the name
 *
 * Returns: (transfer none) (nullable): the row under the cursor
 */
TrasLoadRow *
tras_load_view_get_cursor (TrasLoadView *self,
                           guint        *week)
{
  int line, column;

  g_return_val_if_fail (TRAS_IS_LOAD_VIEW (self), NULL);

  line = tras_grid_view_get_line (TRAS_GRID_VIEW (self));
  column = tras_grid_view_get_column (TRAS_GRID_VIEW (self));
  if (week != NULL)
    *week = column >= 0 ? (guint) column : TRAS_LOAD_ALL_WEEKS;

  return line >= 0 ? self->rows->pdata[line] : NULL;
}
