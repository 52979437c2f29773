/* tras-absence-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-chart.h"
#include "tras-absence-view.h"
#include "tras-look.h"

#define MIN_WIDTH 280
#define MIN_LINES 4
#define WEEK 7

/* Days before today that are seen when a month does not fit. */
#define DAYS_BEFORE 3

/**
 * TrasAbsenceView:
 *
 * A line a person, a column a day; days are marked by Shift or by dragging.
 */
struct _TrasAbsenceView
{
  TrasGridView parent_instance;

  /* owned */
  TrasAbsenceBoard *board;
  GArray *lines;        /* of TrasAbsenceLine */
  GPtrArray *rows;      /* of TrasAbsenceRow, %NULL for a heading */
  GPtrArray *texts_owned;
  GPtrArray *letters;
  GPtrArray *numbers;
  GPtrArray *weekdays;

  TrasDay wanted;       /* to come in sight once there is a size */
};

G_DEFINE_FINAL_TYPE (TrasAbsenceView, tras_absence_view, TRAS_TYPE_GRID_VIEW)

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is drawn ---- */

static int
get_n_days (TrasAbsenceView *self)
{
  return self->board != NULL ? self->board->to - self->board->from + 1 : 0;
}

static void
tras_absence_view_get_size (TrasGridView *view,
                            guint        *n_lines,
                            guint        *n_columns)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (view);

  *n_lines = self->lines->len;
  *n_columns = (guint) get_n_days (self);
}

static void
tras_absence_view_lay_out (TrasGridView   *view,
                           double          text_size,
                           double          width,
                           TrasGridLayout *layout)
{
  tras_absence_layout_init (layout, text_size, width,
                            (guint) get_n_days (TRAS_ABSENCE_VIEW (view)));
}

static void
tras_absence_view_draw (TrasGridView         *view,
                        cairo_t              *cr,
                        const TrasGridLayout *layout,
                        const TrasGridScene  *scene,
                        TrasTextCache        *texts,
                        double                height,
                        gboolean              mirrored)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (view);
  TrasDay today = tras_day_today ();
  TrasAbsenceChart chart = {
    .lines = (const TrasAbsenceLine *) (gpointer) self->lines->data,
    .n_lines = self->lines->len,
    .weekdays = (const char *const *) self->weekdays->pdata,
    .numbers = (const char *const *) self->numbers->pdata,
    .n_days = (guint) get_n_days (self),
  };

  if (self->board == NULL)
    return;

  chart.today = today >= self->board->from && today <= self->board->to ? today - self->board->from
                                                                       : -1;
  tras_absence_chart_draw (&chart, layout, scene, cr, tras_look_get_palette (), texts, height,
                           mirrored);
}

static void
tras_absence_view_configure (TrasScrollArea *area)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (area);

  TRAS_SCROLL_AREA_CLASS (tras_absence_view_parent_class)->configure (area);
  if (self->wanted == TRAS_DAY_NONE || self->board == NULL ||
      gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  gtk_adjustment_set_value (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL),
                            (self->wanted - self->board->from - DAYS_BEFORE) *
                              tras_grid_view_get_layout (TRAS_GRID_VIEW (self))->cell_width);
  self->wanted = TRAS_DAY_NONE;
}

/* ---- the cursor ---- */

static gboolean
tras_absence_view_is_line (TrasGridView *view,
                           int           line)
{
  return TRAS_ABSENCE_VIEW (view)->rows->pdata[line] != NULL;
}

static char *
tras_absence_view_dup_words (TrasGridView *view,
                             int           line,
                             int           from,
                             int           to)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (view);
  TrasAbsenceRow *row;

  if (line < 0)
    return g_strdup (_("Absence"));

  row = self->rows->pdata[line];
  if (from < 0)
    return g_strdup (row->person->name);

  return tras_absence_board_dup_words (self->board, row, self->board->from + from,
                                       self->board->from + to, tras_number_format_get_default ());
}

/* What is seen anyway needs no words. */
static char *
tras_absence_view_dup_tip (TrasGridView *view,
                           int           line,
                           int           column)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (view);
  TrasAbsenceRow *row = self->rows->pdata[line];
  TrasDay day = self->board->from + column;

  if (column < 0)
    return g_strdup (row->person->role_name);
  if (tras_absence_row_find (row, day, day) == NULL &&
      tras_absence_board_get_day (self->board, row, day, NULL) != TRAS_DAY_HOLIDAY)
    return NULL;

  return tras_absence_view_dup_words (view, line, column, column);
}

static gboolean
tras_absence_view_key (TrasGridView    *view,
                       guint            keyval,
                       GdkModifierType  state)
{
  int from, to;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      if (!tras_grid_view_get_range (view, &from, &to))
        return GDK_EVENT_PROPAGATE;
      tras_grid_view_drop_range (view);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      g_signal_emit (view, signals[REMOVED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the object ---- */

static void
line_clear (gpointer data)
{
  TrasAbsenceLine *line = data;

  g_free ((guint8 *) line->cells);
  g_free ((TrasAbsenceBar *) line->bars);
}

static void
tras_absence_view_finalize (GObject *object)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (object);

  g_array_unref (self->lines);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->texts_owned);
  g_ptr_array_unref (self->letters);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->weekdays);
  g_clear_pointer (&self->board, tras_absence_board_unref);

  G_OBJECT_CLASS (tras_absence_view_parent_class)->finalize (object);
}

static void
tras_absence_view_class_init (TrasAbsenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasGridViewClass *grid_class = TRAS_GRID_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_absence_view_finalize;
  TRAS_SCROLL_AREA_CLASS (klass)->configure = tras_absence_view_configure;
  grid_class->min_width = MIN_WIDTH;
  grid_class->min_lines = MIN_LINES;
  grid_class->stride = WEEK;
  grid_class->marks_range = TRUE;
  grid_class->get_size = tras_absence_view_get_size;
  grid_class->lay_out = tras_absence_view_lay_out;
  grid_class->draw = tras_absence_view_draw;
  grid_class->is_line = tras_absence_view_is_line;
  grid_class->dup_words = tras_absence_view_dup_words;
  grid_class->dup_tip = tras_absence_view_dup_tip;
  grid_class->key = tras_absence_view_key;

  /**
   * TrasAbsenceView::removed:
   *
   * The absence under the cursor is to go.
   */
  signals[REMOVED] = g_signal_new ("removed", TRAS_TYPE_ABSENCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "absence");
}

static void
tras_absence_view_init (TrasAbsenceView *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasAbsenceLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->rows = g_ptr_array_new ();
  self->texts_owned = g_ptr_array_new_with_free_func (g_free);
  self->letters = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->weekdays = g_ptr_array_new ();
  self->wanted = TRAS_DAY_NONE;
}

/* ---- showing ---- */

static const char *
get_weekday (TrasDay day)
{
  switch (tras_day_weekday (day))
    {
    case 1:
      /* Translators: Monday, as short as it can be; likewise the days after it */
      return C_("weekday", "Mo");
    case 2:
      return C_("weekday", "Tu");
    case 3:
      return C_("weekday", "We");
    case 4:
      return C_("weekday", "Th");
    case 5:
      return C_("weekday", "Fr");
    case 6:
      return C_("weekday", "Sa");
    default:
      return C_("weekday", "Su");
    }
}

static void
add_heading (TrasAbsenceView *self,
             guint            group)
{
  TrasAbsenceGroup *area = self->board->groups->pdata[group];
  TrasAbsenceLine line = { .is_heading = TRUE };
  char *name = g_strdup (area->name != NULL ? area->name : _("No area yet"));
  char *note = tras_absence_board_dup_group_words (self->board, group,
                                                   tras_number_format_get_default ());

  g_ptr_array_add (self->texts_owned, name);
  g_ptr_array_add (self->texts_owned, note);
  line.name = name;
  line.note = note;
  g_array_append_val (self->lines, line);
  g_ptr_array_add (self->rows, NULL);
}

static void
add_line (TrasAbsenceView *self,
          TrasAbsenceRow  *row)
{
  guint8 *cells = g_new0 (guint8, get_n_days (self));
  TrasAbsenceBar *bars = g_new0 (TrasAbsenceBar, MAX (row->absences->len, 1));
  TrasAbsenceLine line = { .name = row->person->name, .cells = cells, .bars = bars,
                           .n_bars = row->absences->len };

  for (int i = 0; i < get_n_days (self); i++)
    cells[i] = (guint8) tras_absence_board_get_day (self->board, row, self->board->from + i, NULL);
  for (guint i = 0; i < row->absences->len; i++)
    {
      TrasAbsence *absence = row->absences->pdata[i];
      guint kind = tras_absence_board_find_kind (self->board, absence->kind_id);

      bars[i] = (TrasAbsenceBar) { absence->from_on - self->board->from,
                                   absence->to_on - self->board->from, kind,
                                   self->letters->pdata[kind] };
    }
  g_array_append_val (self->lines, line);
  g_ptr_array_add (self->rows, row);
}

static int
find_person (TrasAbsenceView *self,
             gint64           id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrasAbsenceRow *row = self->rows->pdata[i];

      if (row != NULL && TRAS_RECORD (row->person)->id == id)
        return (int) i;
    }

  return -1;
}

/**
 * tras_absence_view_show:
 * @self: a view
 * @board: who is away
 * @area_id: the area that is wanted, 0 for all
 *
 * Shows it; the cursor stays on its person and day.
 */
void
tras_absence_view_show (TrasAbsenceView  *self,
                        TrasAbsenceBoard *board,
                        gint64            area_id)
{
  TrasAbsenceRow *before;
  gint64 person_id;
  guint group = G_MAXUINT;

  g_return_if_fail (TRAS_IS_ABSENCE_VIEW (self));
  g_return_if_fail (board != NULL);

  before = tras_absence_view_get_row (self);
  person_id = before != NULL ? TRAS_RECORD (before->person)->id : 0;
  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->texts_owned, 0);
  g_ptr_array_set_size (self->letters, 0);
  g_ptr_array_set_size (self->numbers, 0);
  g_ptr_array_set_size (self->weekdays, 0);
  tras_absence_board_ref (board);
  g_clear_pointer (&self->board, tras_absence_board_unref);
  self->board = board;

  for (guint i = 0; i < board->kinds->len; i++)
    g_ptr_array_add (self->letters, tras_absence_board_dup_letters (board, i));
  for (TrasDay day = board->from; day <= board->to; day++)
    {
      int number;

      tras_day_split (day, NULL, NULL, &number);
      g_ptr_array_add (self->numbers, g_strdup_printf ("%d", number));
      g_ptr_array_add (self->weekdays, (gpointer) get_weekday (day));
    }
  for (guint i = 0; i < board->rows->len; i++)
    {
      TrasAbsenceRow *row = board->rows->pdata[i];

      if (area_id != 0 && ((TrasAbsenceGroup *) board->groups->pdata[row->group])->area_id !=
                            area_id)
        continue;
      if (row->group != group)
        add_heading (self, row->group);
      group = row->group;
      add_line (self, row);
    }

  tras_grid_view_show (TRAS_GRID_VIEW (self), find_person (self, person_id),
                       tras_grid_view_get_column (TRAS_GRID_VIEW (self)));
}

/**
 * tras_absence_view_get_row:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the person under the cursor
 */
TrasAbsenceRow *
tras_absence_view_get_row (TrasAbsenceView *self)
{
  int line;

  g_return_val_if_fail (TRAS_IS_ABSENCE_VIEW (self), NULL);

  line = tras_grid_view_get_line (TRAS_GRID_VIEW (self));

  return line >= 0 ? self->rows->pdata[line] : NULL;
}

/**
 * tras_absence_view_get_days:
 * @self: a view
 * @from: (out): the first day
 * @to: (out): the last day
 *
 * Returns: whether there are days under the cursor; %FALSE where it is on a name
 */
gboolean
tras_absence_view_get_days (TrasAbsenceView *self,
                            TrasDay         *from,
                            TrasDay         *to)
{
  int first, last;

  g_return_val_if_fail (TRAS_IS_ABSENCE_VIEW (self), FALSE);

  tras_grid_view_get_range (TRAS_GRID_VIEW (self), &first, &last);
  if (self->board == NULL || first < 0)
    return FALSE;

  *from = self->board->from + first;
  *to = self->board->from + last;

  return TRUE;
}

/**
 * tras_absence_view_set_day:
 * @self: a view
 * @day: a day of its board
 *
 * Moves the cursor to the day, and the day into sight.
 */
void
tras_absence_view_set_day (TrasAbsenceView *self,
                           TrasDay          day)
{
  g_return_if_fail (TRAS_IS_ABSENCE_VIEW (self));

  if (self->board == NULL || day < self->board->from || day > self->board->to)
    return;

  self->wanted = day;
  tras_grid_view_show (TRAS_GRID_VIEW (self), tras_grid_view_get_line (TRAS_GRID_VIEW (self)),
                       day - self->board->from);
}
