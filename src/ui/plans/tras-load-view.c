/* tras-load-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-load-chart.h"
#include "tras-load-view.h"
#include "tras-look.h"

#define MIN_WIDTH 300
#define MIN_LINES 3
#define NATURAL_WIDTH 900

/**
 * TrasLoadView:
 *
 * Draws the lines that are seen, and moves a cursor by keys and pointer. What is under the cursor
 * is said in words, to whom reads them and to whom hears them.
 */
struct _TrasLoadView
{
  TrasScrollArea parent_instance;

  /* owned */
  TrasLoadBoard *board;
  GPtrArray *rows;
  GArray *lines;
  GPtrArray *titles;
  GPtrArray *days;
  TrasTextCache *texts;
  char *words;

  TrasLoadLayout layout;
  int line;
  int week;
};

G_DEFINE_FINAL_TYPE (TrasLoadView, tras_load_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasLoadViewProperty;

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORDS + 1];
static guint signals[N_SIGNALS];

/* ---- what is drawn ---- */

static TrasLoadChart
get_chart (TrasLoadView *self)
{
  return (TrasLoadChart) {
    .lines = (const TrasLoadLine *) (gpointer) self->lines->data,
    .n_lines = self->lines->len,
    .titles = (const char *const *) self->titles->pdata,
    .days = (const char *const *) self->days->pdata,
    .n_weeks = self->titles->len,
  };
}

static TrasLoadScene
get_scene (TrasLoadView *self)
{
  return (TrasLoadScene) {
    .scroll_x = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL),
    .scroll_y = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL),
    .line = self->lines->len > 0 ? self->line : -1,
    .week = self->week,
    .is_focused = gtk_widget_has_focus (GTK_WIDGET (self)),
  };
}

static void
tras_load_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasLoadChart chart = get_chart (self);
  TrasLoadScene scene = get_scene (self);
  cairo_t *cr;

  if (width == 0 || height == 0)
    return;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  tras_load_chart_draw (&chart, &self->layout, &scene, cr, tras_look_get_palette (), self->texts,
                        height, tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

/* ---- scrolling ---- */

static void
tras_load_view_configure (TrasScrollArea *area)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (area);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header;
  double weeks = self->layout.cell_width * self->titles->len + self->layout.name_width;

  if (page <= 0)
    return;

  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL,
                               self->layout.line_height * self->lines->len,
                               self->layout.line_height, page);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, weeks, self->layout.cell_width,
                               width);
}

static void
scroll_to_cursor (TrasLoadView *self)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
  double top = self->line * self->layout.line_height;
  double left = self->week * self->layout.cell_width;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - self->layout.name_width;

  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL), top,
                             top + self->layout.line_height);
  if (self->week < 0 || room <= 0)
    return;
  gtk_adjustment_set_value (across, CLAMP (gtk_adjustment_get_value (across),
                                           left + self->layout.cell_width - room, left));
}

/* ---- the cursor ---- */

static void
say (TrasLoadView *self)
{
  guint week;
  TrasLoadRow *row = tras_load_view_get_cursor (self, &week);

  g_free (self->words);
  self->words = row != NULL ? tras_load_board_dup_words (self->board, row, week,
                                                         tras_number_format_get_default ())
                            : g_strdup (_("Load"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
move (TrasLoadView *self,
      int           line,
      int           week)
{
  line = CLAMP (line, 0, MAX ((int) self->lines->len - 1, 0));
  week = CLAMP (week, TRAS_LOAD_NAME, (int) self->titles->len - 1);
  if (line == self->line && week == self->week)
    return;

  self->line = line;
  self->week = week;
  scroll_to_cursor (self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
count_page (TrasLoadView *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header;

  return MAX ((int) (page / self->layout.line_height) - 1, 1);
}

static gboolean
on_key_pressed (TrasLoadView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, self->line - 1, self->week);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, self->line + 1, self->week);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, self->line, self->week - forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, self->line, self->week + forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move (self, self->line - count_page (self), self->week);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move (self, self->line + count_page (self), self->week);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, control ? 0 : self->line, control ? self->week : TRAS_LOAD_NAME);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, control ? G_MAXINT : self->line, control ? self->week : G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
find_place (TrasLoadView *self,
            double        x,
            double        y,
            int          *line,
            int          *week)
{
  TrasLoadChart chart = get_chart (self);
  TrasLoadScene scene = get_scene (self);

  return tras_load_layout_find (&self->layout, &chart, &scene, x, y,
                                tras_look_is_mirrored (GTK_WIDGET (self)), line, week);
}

static void
on_pressed (TrasLoadView *self,
            int           n_press,
            double        x,
            double        y)
{
  int line, week;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_place (self, x, y, &line, &week))
    return;
  move (self, line, week);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
tras_load_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (widget);
  g_autofree char *words = NULL;
  TrasLoadScene scene = get_scene (self);
  TrasRect rect;
  int line, week;

  if (keyboard || !find_place (self, x, y, &line, &week))
    return FALSE;

  words = tras_load_board_dup_words (self->board, self->rows->pdata[line],
                                     week >= 0 ? (guint) week : TRAS_LOAD_ALL_WEEKS,
                                     tras_number_format_get_default ());
  tras_load_layout_get_rect (&self->layout, &scene, line, week, tras_look_is_mirrored (widget),
                             &rect);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                       (int) rect.width, (int) rect.height });

  return TRUE;
}

/* ---- size and style ---- */

static void
tras_load_view_restyle (TrasScrollArea *area)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (area);

  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tras_load_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (widget);
  TrasLoadLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  tras_load_layout_init (&layout, tras_look_get_text_size (widget), NATURAL_WIDTH,
                         self->titles->len);
  *minimum = (int) ceil (layout.header + layout.line_height * MIN_LINES);
  *natural = MAX (*minimum, (int) ceil (layout.header + layout.line_height * self->lines->len));
}

static void
tras_load_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (widget);

  tras_load_layout_init (&self->layout, tras_look_get_text_size (widget), width,
                         self->titles->len);
  GTK_WIDGET_CLASS (tras_load_view_parent_class)->size_allocate (widget, width, height, baseline);
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
  g_clear_pointer (&self->texts, tras_text_cache_free);
  g_free (self->words);

  G_OBJECT_CLASS (tras_load_view_parent_class)->finalize (object);
}

static void
tras_load_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TrasLoadView *self = TRAS_LOAD_VIEW (object);

  switch ((TrasLoadViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_load_view_class_init (TrasLoadViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasScrollAreaClass *area_class = TRAS_SCROLL_AREA_CLASS (klass);

  object_class->finalize = tras_load_view_finalize;
  object_class->get_property = tras_load_view_get_property;
  widget_class->measure = tras_load_view_measure;
  widget_class->query_tooltip = tras_load_view_query_tooltip;
  widget_class->size_allocate = tras_load_view_size_allocate;
  widget_class->snapshot = tras_load_view_snapshot;
  area_class->configure = tras_load_view_configure;
  area_class->restyle = tras_load_view_restyle;

  /**
   * TrasLoadView:words:
   *
   * What is under the cursor.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasLoadView::activated:
   *
   * Whoever is at the cursor wants to see what is behind it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_LOAD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "load");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tras_load_view_init (TrasLoadView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasLoadLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->days = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  say (self);
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

  self->line = find_person (rows, id);
  self->week = MIN (self->week, (int) board->n_weeks - 1);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  g_return_val_if_fail (TRAS_IS_LOAD_VIEW (self), NULL);

  if (week != NULL)
    *week = self->week >= 0 ? (guint) self->week : TRAS_LOAD_ALL_WEEKS;

  return self->rows != NULL && self->line < (int) self->rows->len ? self->rows->pdata[self->line]
                                                                  : NULL;
}

/**
 * tras_load_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what is under the cursor
 */
const char *
tras_load_view_get_words (TrasLoadView *self)
{
  g_return_val_if_fail (TRAS_IS_LOAD_VIEW (self), NULL);

  return self->words;
}
