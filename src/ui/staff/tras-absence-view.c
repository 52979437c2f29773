/* tras-absence-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-absence-chart.h"
#include "tras-absence-view.h"
#include "tras-look.h"

#define MIN_WIDTH 280
#define MIN_LINES 4
#define NATURAL_WIDTH 900
#define WEEK 7

/* Days before today that are seen when a month does not fit. */
#define DAYS_BEFORE 3

/**
 * TrasAbsenceView:
 *
 * Draws the lines that are seen, moves a cursor by keys and pointer, and marks days by Shift or by
 * dragging. What is under the cursor is said in words, to whom reads them and to whom hears them.
 */
struct _TrasAbsenceView
{
  TrasScrollArea parent_instance;

  /* owned */
  TrasAbsenceBoard *board;
  GArray *lines;        /* of TrasAbsenceLine */
  GPtrArray *rows;      /* of TrasAbsenceRow, %NULL for a heading */
  GPtrArray *texts_owned;
  GPtrArray *letters;
  GPtrArray *numbers;
  GPtrArray *weekdays;
  TrasTextCache *texts;
  char *words;

  TrasAbsenceLayout layout;
  TrasDay wanted;       /* to come in sight once there is a size */
  int line;
  int day;
  int anchor;
  gboolean is_dragging;
};

G_DEFINE_FINAL_TYPE (TrasAbsenceView, tras_absence_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasAbsenceViewProperty;

enum
{
  ACTIVATED,
  REMOVED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORDS + 1];
static guint signals[N_SIGNALS];

/* ---- what is drawn ---- */

static int
get_n_days (TrasAbsenceView *self)
{
  return self->board != NULL ? self->board->to - self->board->from + 1 : 0;
}

static TrasAbsenceChart
get_chart (TrasAbsenceView *self)
{
  TrasDay today = tras_day_today ();

  return (TrasAbsenceChart) {
    .lines = (const TrasAbsenceLine *) (gpointer) self->lines->data,
    .n_lines = self->lines->len,
    .weekdays = (const char *const *) self->weekdays->pdata,
    .numbers = (const char *const *) self->numbers->pdata,
    .n_days = (guint) get_n_days (self),
    .today = self->board != NULL && today >= self->board->from && today <= self->board->to
               ? today - self->board->from : -1,
  };
}

static TrasAbsenceScene
get_scene (TrasAbsenceView *self)
{
  return (TrasAbsenceScene) {
    .scroll_x = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL),
    .scroll_y = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL),
    .line = tras_absence_view_get_row (self) != NULL ? self->line : -1,
    .day = self->day,
    .anchor = self->anchor,
    .is_focused = gtk_widget_has_focus (GTK_WIDGET (self)),
  };
}

static void
tras_absence_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasAbsenceChart chart = get_chart (self);
  TrasAbsenceScene scene = get_scene (self);
  cairo_t *cr;

  if (width == 0 || height == 0 || self->board == NULL)
    return;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  tras_absence_chart_draw (&chart, &self->layout, &scene, cr, tras_look_get_palette (),
                           self->texts, height, tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

/* ---- scrolling ---- */

static void
scroll_to_wanted (TrasAbsenceView *self)
{
  GtkAdjustment *across = tras_scroll_area_get_adjustment (TRAS_SCROLL_AREA (self),
                                                           GTK_ORIENTATION_HORIZONTAL);

  if (self->wanted == TRAS_DAY_NONE || self->board == NULL)
    return;

  gtk_adjustment_set_value (across, (self->wanted - self->board->from - DAYS_BEFORE) *
                                      self->layout.cell_width);
  self->wanted = TRAS_DAY_NONE;
}

static void
tras_absence_view_configure (TrasScrollArea *area)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (area);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header;

  if (page <= 0)
    return;

  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL,
                               self->layout.line_height * self->lines->len,
                               self->layout.line_height, page);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL,
                               floor (self->layout.cell_width * get_n_days (self) +
                                      self->layout.name_width),
                               self->layout.cell_width, width);
  scroll_to_wanted (self);
}

static void
scroll_to_cursor (TrasAbsenceView *self)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
  double top = self->line * self->layout.line_height;
  double left = self->day * self->layout.cell_width;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - self->layout.name_width;

  /* The heading over the first line of an area is seen with it. */
  if (self->line == 1)
    top = 0;
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL), top,
                             (self->line + 1) * self->layout.line_height);
  if (self->day < 0 || room <= 0)
    return;
  gtk_adjustment_set_value (across, CLAMP (gtk_adjustment_get_value (across),
                                           left + self->layout.cell_width - room, left));
}

/* ---- the cursor ---- */

static void
say (TrasAbsenceView *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasAbsenceRow *row = tras_absence_view_get_row (self);
  TrasDay from, to;

  g_free (self->words);
  if (row == NULL)
    self->words = g_strdup (_("Absence"));
  else if (tras_absence_view_get_days (self, &from, &to))
    self->words = tras_absence_board_dup_words (self->board, row, from, to, format);
  else
    self->words = g_strdup (row->person->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* The line of a person nearest to the one that is wanted, further on in the direction. */
static int
find_line (TrasAbsenceView *self,
           int              line,
           int              direction)
{
  int n = (int) self->lines->len;
  int found = CLAMP (line, 0, MAX (n - 1, 0));

  while (found >= 0 && found < n && self->rows->pdata[found] == NULL)
    found += direction;
  if (found >= 0 && found < n)
    return found;
  for (found = 0; found < n && self->rows->pdata[found] == NULL; found++)
    ;

  return found < n ? found : 0;
}

static void
move (TrasAbsenceView *self,
      int              line,
      int              day,
      gboolean         extend)
{
  line = extend ? self->line : find_line (self, line, line < self->line ? -1 : 1);
  day = CLAMP (day, extend ? 0 : TRAS_ABSENCE_NAME, get_n_days (self) - 1);
  if (extend && self->day < 0)
    self->anchor = day;
  if (line == self->line && day == self->day && (extend || self->anchor == day))
    return;

  self->line = line;
  self->day = day;
  if (!extend)
    self->anchor = day;
  scroll_to_cursor (self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
count_page (TrasAbsenceView *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header;

  return MAX ((int) (page / self->layout.line_height) - 1, 1);
}

static gboolean
on_key_pressed (TrasAbsenceView *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, self->line - 1, self->day, shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, self->line + 1, self->day, shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, self->line, self->day - forward * (control ? WEEK : 1), shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, self->line, self->day + forward * (control ? WEEK : 1), shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, self->line - count_page (self), self->day, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, self->line + count_page (self), self->day, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, control ? 0 : self->line, control ? self->day : 0, shift && !control);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, control ? G_MAXINT : self->line, control ? self->day : G_MAXINT,
            shift && !control);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->day == self->anchor)
        return GDK_EVENT_PROPAGATE;
      move (self, self->line, self->anchor, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      g_signal_emit (self, signals[REMOVED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the pointer ---- */

static gboolean
find_place (TrasAbsenceView *self,
            double           x,
            double           y,
            int             *line,
            int             *day)
{
  TrasAbsenceChart chart = get_chart (self);
  TrasAbsenceScene scene = get_scene (self);

  return self->board != NULL &&
         tras_absence_layout_find (&self->layout, &chart, &scene, x, y,
                                   tras_look_is_mirrored (GTK_WIDGET (self)), line, day) &&
         self->rows->pdata[*line] != NULL;
}

static void
on_drag_begin (TrasAbsenceView *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  int line, day;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->is_dragging = find_place (self, x, y, &line, &day);
  if (!self->is_dragging)
    return;

  move (self, line, day, FALSE);
  self->is_dragging = day >= 0;
}

static void
on_drag_update (TrasAbsenceView *self,
                double           dx,
                double           dy,
                GtkGesture      *gesture)
{
  TrasRect rect;
  TrasAbsenceScene scene = get_scene (self);
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));
  double x, y;

  if (!self->is_dragging)
    return;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  tras_absence_layout_get_rect (&self->layout, &scene, self->line, self->anchor, mirrored, &rect);
  dx = x + dx - rect.x;
  if (mirrored)
    dx = rect.width - dx;
  move (self, self->line, self->anchor + (int) floor (dx / self->layout.cell_width), TRUE);
}

static void
on_drag_end (TrasAbsenceView *self,
             double           dx,
             double           dy,
             GtkGesture      *gesture)
{
  gboolean has_range = self->is_dragging && self->day != self->anchor;

  self->is_dragging = FALSE;
  if (has_range)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_pressed (TrasAbsenceView *self,
            int              n_press,
            double           x,
            double           y)
{
  int line, day;

  if (n_press == 2 && find_place (self, x, y, &line, &day))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
tras_absence_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (widget);
  g_autofree char *words = NULL;
  TrasAbsenceScene scene = get_scene (self);
  TrasAbsenceRow *row;
  TrasRect rect;
  int line, day;

  if (keyboard || !find_place (self, x, y, &line, &day))
    return FALSE;

  /* What is seen anyway needs no words. */
  row = self->rows->pdata[line];
  if (day >= 0 && tras_absence_row_find (row, self->board->from + day, self->board->from + day) ==
                    NULL &&
      tras_absence_board_get_day (self->board, row, self->board->from + day, NULL) !=
        TRAS_DAY_HOLIDAY)
    return FALSE;
  words = day >= 0 ? tras_absence_board_dup_words (self->board, row, self->board->from + day,
                                                   self->board->from + day,
                                                   tras_number_format_get_default ())
                   : g_strdup (row->person->role_name);
  tras_absence_layout_get_rect (&self->layout, &scene, line, day, tras_look_is_mirrored (widget),
                                &rect);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                       (int) rect.width, (int) rect.height });

  return words != NULL;
}

/* ---- size and style ---- */

static void
restyle (TrasAbsenceView *self)
{
  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tras_absence_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (widget);
  TrasAbsenceLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  tras_absence_layout_init (&layout, tras_look_get_text_size (widget), NATURAL_WIDTH,
                            (guint) get_n_days (self));
  *minimum = (int) ceil (layout.header + layout.line_height * MIN_LINES);
  *natural = MAX (*minimum, (int) ceil (layout.header + layout.line_height * self->lines->len));
}

static void
tras_absence_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (widget);

  tras_absence_layout_init (&self->layout, tras_look_get_text_size (widget), width,
                            (guint) get_n_days (self));
  GTK_WIDGET_CLASS (tras_absence_view_parent_class)->size_allocate (widget, width, height,
                                                                    baseline);
}

static void
tras_absence_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_absence_view_parent_class)->css_changed (widget, change);
  restyle (TRAS_ABSENCE_VIEW (widget));
}

static void
tras_absence_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  before)
{
  restyle (TRAS_ABSENCE_VIEW (widget));
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
  g_clear_pointer (&self->texts, tras_text_cache_free);
  g_free (self->words);

  G_OBJECT_CLASS (tras_absence_view_parent_class)->finalize (object);
}

static void
tras_absence_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrasAbsenceView *self = TRAS_ABSENCE_VIEW (object);

  switch ((TrasAbsenceViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_absence_view_class_init (TrasAbsenceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tras_absence_view_finalize;
  object_class->get_property = tras_absence_view_get_property;
  widget_class->css_changed = tras_absence_view_css_changed;
  widget_class->direction_changed = tras_absence_view_direction_changed;
  widget_class->measure = tras_absence_view_measure;
  widget_class->query_tooltip = tras_absence_view_query_tooltip;
  widget_class->size_allocate = tras_absence_view_size_allocate;
  widget_class->snapshot = tras_absence_view_snapshot;
  TRAS_SCROLL_AREA_CLASS (klass)->configure = tras_absence_view_configure;

  /**
   * TrasAbsenceView:words:
   *
   * What is under the cursor, or marked.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasAbsenceView::activated:
   *
   * Something is to be written for the person and the days under the cursor.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_ABSENCE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TrasAbsenceView::removed:
   *
   * The absence under the cursor is to go.
   */
  signals[REMOVED] = g_signal_new ("removed", TRAS_TYPE_ABSENCE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "absence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tras_absence_view_init (TrasAbsenceView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasAbsenceLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->rows = g_ptr_array_new ();
  self->texts_owned = g_ptr_array_new_with_free_func (g_free);
  self->letters = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->weekdays = g_ptr_array_new ();
  self->wanted = TRAS_DAY_NONE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
  say (self);
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

/* The cursor stays with its person, and on its day where the month has one. */
static void
place_cursor (TrasAbsenceView *self,
              gint64           person_id)
{
  self->day = CLAMP (self->day, TRAS_ABSENCE_NAME, get_n_days (self) - 1);
  self->anchor = self->day;
  self->line = find_line (self, 0, 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TrasAbsenceRow *row = self->rows->pdata[i];

      if (row != NULL && TRAS_RECORD (row->person)->id == person_id)
        self->line = (int) i;
    }
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

  place_cursor (self, person_id);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  g_return_val_if_fail (TRAS_IS_ABSENCE_VIEW (self), NULL);

  return self->line < (int) self->rows->len ? self->rows->pdata[self->line] : NULL;
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
  g_return_val_if_fail (TRAS_IS_ABSENCE_VIEW (self), FALSE);

  if (self->board == NULL || self->day < 0)
    return FALSE;

  *from = self->board->from + MIN (self->day, self->anchor);
  *to = self->board->from + MAX (self->day, self->anchor);

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

  self->day = day - self->board->from;
  self->anchor = self->day;
  self->wanted = day;
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tras_absence_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what is under the cursor
 */
const char *
tras_absence_view_get_words (TrasAbsenceView *self)
{
  g_return_val_if_fail (TRAS_IS_ABSENCE_VIEW (self), NULL);

  return self->words;
}
