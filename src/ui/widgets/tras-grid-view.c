/* tras-grid-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-grid-view.h"
#include "tras-look.h"

#define NATURAL_WIDTH 900

typedef struct
{
  /* owned */
  TrasTextCache *texts;
  char *words;

  TrasGridLayout layout;
  int line;
  int column;
  int anchor;   /* where the marked columns begin */
  gboolean is_dragging;
} TrasGridViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrasGridView, tras_grid_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasGridViewProperty;

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORDS + 1];
static guint signals[N_SIGNALS];

static TrasGridViewPrivate *
get_private (TrasGridView *self)
{
  return tras_grid_view_get_instance_private (self);
}

static int
count_lines (TrasGridView *self)
{
  guint n_lines, n_columns;

  TRAS_GRID_VIEW_GET_CLASS (self)->get_size (self, &n_lines, &n_columns);

  return (int) n_lines;
}

static int
count_columns (TrasGridView *self)
{
  guint n_lines, n_columns;

  TRAS_GRID_VIEW_GET_CLASS (self)->get_size (self, &n_lines, &n_columns);

  return (int) n_columns;
}

static gboolean
is_line (TrasGridView *self,
         int           line)
{
  return line >= 0 && line < count_lines (self) &&
         TRAS_GRID_VIEW_GET_CLASS (self)->is_line (self, line);
}

static TrasGridScene
get_scene (TrasGridView *self)
{
  TrasGridViewPrivate *priv = get_private (self);
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);

  return (TrasGridScene) {
    .scroll_x = tras_scroll_area_get_scroll (area, GTK_ORIENTATION_HORIZONTAL),
    .scroll_y = tras_scroll_area_get_scroll (area, GTK_ORIENTATION_VERTICAL),
    .line = tras_grid_view_get_line (self),
    .column = priv->column,
    .anchor = priv->anchor,
    .is_focused = gtk_widget_has_focus (GTK_WIDGET (self)),
  };
}

static void
tras_grid_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TrasGridView *self = TRAS_GRID_VIEW (widget);
  TrasGridViewPrivate *priv = get_private (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasGridScene scene = get_scene (self);
  cairo_t *cr;

  if (width == 0 || height == 0)
    return;

  if (priv->texts == NULL)
    priv->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  TRAS_GRID_VIEW_GET_CLASS (self)->draw (self, cr, &priv->layout, &scene, priv->texts, height,
                                         tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

/* ---- scrolling ---- */

static void
tras_grid_view_configure (TrasScrollArea *area)
{
  TrasGridView *self = TRAS_GRID_VIEW (area);
  const TrasGridLayout *layout = tras_grid_view_get_layout (self);
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - layout->header;
  double across = layout->name_width + layout->cell_width * count_columns (self) +
                  layout->overhang;

  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL,
                               layout->line_height * count_lines (self), layout->line_height,
                               MAX (page, 0));
  /* Less than a pixel too much is no reason for a scroll bar. */
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, floor (across),
                               layout->cell_width, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
scroll_to_cursor (TrasGridView *self)
{
  TrasGridViewPrivate *priv = get_private (self);
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
  double left = priv->column * priv->layout.cell_width;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - priv->layout.name_width;
  int first = priv->line;

  /* A heading is seen with what it is the heading of. */
  while (first > 0 && !is_line (self, first - 1))
    first--;
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL),
                             first * priv->layout.line_height,
                             (priv->line + 1) * priv->layout.line_height);
  if (priv->column >= 0 && room > 0)
    gtk_adjustment_set_value (across, CLAMP (gtk_adjustment_get_value (across),
                                             left + priv->layout.cell_width - room, left));
}

/* ---- the cursor ---- */

static void
say (TrasGridView *self)
{
  TrasGridViewPrivate *priv = get_private (self);

  g_free (priv->words);
  priv->words =
    TRAS_GRID_VIEW_GET_CLASS (self)->dup_words (self, tras_grid_view_get_line (self),
                                                MIN (priv->column, priv->anchor),
                                                MAX (priv->column, priv->anchor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  priv->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* The line nearest to the one that is wanted on which there can be a cursor, further on in the
 * direction, or else the first one. */
static int
find_line (TrasGridView *self,
           int           line,
           int           direction)
{
  int n = count_lines (self);
  int found = CLAMP (line, 0, MAX (n - 1, 0));

  while (found >= 0 && found < n && !is_line (self, found))
    found += direction;
  if (found >= 0 && found < n)
    return found;
  for (found = 0; found < n && !is_line (self, found); found++)
    ;

  return found < n ? found : 0;
}

static void
move (TrasGridView *self,
      int           line,
      int           column,
      gboolean      extend)
{
  TrasGridViewPrivate *priv = get_private (self);

  extend = extend && TRAS_GRID_VIEW_GET_CLASS (self)->marks_range;
  line = extend ? priv->line : find_line (self, line, line < priv->line ? -1 : 1);
  column = CLAMP (column, extend ? 0 : TRAS_GRID_NAME, count_columns (self) - 1);
  if (extend && priv->column < 0)
    priv->anchor = column;
  if (line == priv->line && column == priv->column && (extend || priv->anchor == column))
    return;

  priv->line = line;
  priv->column = column;
  if (!extend)
    priv->anchor = column;
  scroll_to_cursor (self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
count_page (TrasGridView *self)
{
  const TrasGridLayout *layout = tras_grid_view_get_layout (self);
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - layout->header;

  return MAX ((int) (page / layout->line_height) - 1, 1);
}

static void
activate (TrasGridView *self)
{
  if (count_lines (self) > 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
on_key_pressed (TrasGridView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  TrasGridViewClass *klass = TRAS_GRID_VIEW_GET_CLASS (self);
  TrasGridViewPrivate *priv = get_private (self);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;
  int first = klass->marks_range ? 0 : TRAS_GRID_NAME;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, control ? 0 : priv->line - 1, priv->column, shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, control ? G_MAXINT : priv->line + 1, priv->column, shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, priv->line, priv->column - forward * (control ? klass->stride : 1), shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, priv->line, priv->column + forward * (control ? klass->stride : 1), shift);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, priv->line - count_page (self), priv->column, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, priv->line + count_page (self), priv->column, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, control ? 0 : priv->line, first, shift && !control);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, control ? G_MAXINT : priv->line, G_MAXINT, shift && !control);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      activate (self);
      return GDK_EVENT_STOP;
    default:
      return klass->key != NULL && klass->key (self, keyval, state);
    }
}

/* ---- the pointer ---- */

static gboolean
find_place (TrasGridView *self,
            double        x,
            double        y,
            int          *line,
            int          *column)
{
  TrasGridScene scene = get_scene (self);

  return TRAS_GRID_VIEW_GET_CLASS (self)->find (self, tras_grid_view_get_layout (self), &scene, x,
                                                y, tras_look_is_mirrored (GTK_WIDGET (self)), line,
                                                column) &&
         (*line < 0 || is_line (self, *line));
}

static void
get_rect (TrasGridView *self,
          int           line,
          int           column,
          TrasRect     *rect)
{
  TrasGridScene scene = get_scene (self);

  tras_grid_get_rect (tras_grid_view_get_layout (self), &scene, line, column,
                      tras_look_is_mirrored (GTK_WIDGET (self)), rect);
}

static void
on_drag_begin (TrasGridView *self,
               double        x,
               double        y,
               GtkGesture   *gesture)
{
  TrasGridViewPrivate *priv = get_private (self);
  int line, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  priv->is_dragging = find_place (self, x, y, &line, &column);
  if (!priv->is_dragging)
    return;

  move (self, line >= 0 ? line : priv->line, column, FALSE);
  priv->is_dragging = line >= 0 && column >= 0;
}

static void
on_drag_update (TrasGridView *self,
                double        dx,
                double        dy,
                GtkGesture   *gesture)
{
  TrasGridViewPrivate *priv = get_private (self);
  double x, y;
  TrasRect rect;

  if (!priv->is_dragging || !TRAS_GRID_VIEW_GET_CLASS (self)->marks_range)
    return;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  get_rect (self, priv->line, priv->anchor, &rect);
  dx = x + dx - rect.x;
  if (tras_look_is_mirrored (GTK_WIDGET (self)))
    dx = rect.width - dx;
  move (self, priv->line, priv->anchor + (int) floor (dx / priv->layout.cell_width), TRUE);
}

static void
on_drag_end (TrasGridView *self,
             double        dx,
             double        dy,
             GtkGesture   *gesture)
{
  TrasGridViewPrivate *priv = get_private (self);
  gboolean has_range = priv->is_dragging && priv->column != priv->anchor;

  priv->is_dragging = FALSE;
  if (has_range)
    activate (self);
}

static void
on_pressed (TrasGridView *self,
            int           n_press,
            double        x,
            double        y)
{
  int line, column;

  if (n_press == 2 && find_place (self, x, y, &line, &column) && line >= 0)
    activate (self);
}

static gboolean
tras_grid_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TrasGridView *self = TRAS_GRID_VIEW (widget);
  g_autofree char *words = NULL;
  int line, column;
  TrasRect rect;

  if (keyboard || !find_place (self, x, y, &line, &column))
    return FALSE;

  words = TRAS_GRID_VIEW_GET_CLASS (self)->dup_tip (self, line, column);
  gtk_tooltip_set_text (tooltip, words);
  if (line >= 0)
    {
      get_rect (self, line, column, &rect);
      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                           (int) rect.width, (int) rect.height });
    }

  return words != NULL;
}

/* ---- size and style ---- */

static void
tras_grid_view_restyle (TrasScrollArea *area)
{
  g_clear_pointer (&get_private (TRAS_GRID_VIEW (area))->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (area));
}

static void
tras_grid_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TrasGridView *self = TRAS_GRID_VIEW (widget);
  TrasGridViewClass *klass = TRAS_GRID_VIEW_GET_CLASS (self);
  guint n_lines = klass->natural_lines > 0 ? klass->natural_lines : (guint) count_lines (self);
  TrasGridLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = klass->min_width;
      *natural = NATURAL_WIDTH;
      return;
    }

  klass->lay_out (self, tras_look_get_text_size (widget), NATURAL_WIDTH, &layout);
  *minimum = (int) ceil (layout.header + layout.line_height * klass->min_lines);
  *natural = MAX (*minimum, (int) ceil (layout.header + layout.line_height * n_lines));
}

static void
tras_grid_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TrasGridView *self = TRAS_GRID_VIEW (widget);

  TRAS_GRID_VIEW_GET_CLASS (self)->lay_out (self, tras_look_get_text_size (widget), width,
                                            &get_private (self)->layout);
  GTK_WIDGET_CLASS (tras_grid_view_parent_class)->size_allocate (widget, width, height, baseline);
}

/* ---- the object ---- */

static gboolean
tras_grid_view_real_find (TrasGridView         *self,
                          const TrasGridLayout *layout,
                          const TrasGridScene  *scene,
                          double                x,
                          double                y,
                          gboolean              mirrored,
                          int                  *line,
                          int                  *column)
{
  return tras_grid_find (layout, scene, (guint) count_lines (self), (guint) count_columns (self),
                         x, y, mirrored, line, column);
}

static gboolean
tras_grid_view_real_is_line (TrasGridView *self,
                             int           line)
{
  return TRUE;
}

static char *
tras_grid_view_real_dup_tip (TrasGridView *self,
                             int           line,
                             int           column)
{
  return TRAS_GRID_VIEW_GET_CLASS (self)->dup_words (self, line, column, column);
}

static void
tras_grid_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (tras_grid_view_parent_class)->constructed (object);

  say (TRAS_GRID_VIEW (object));
}

static void
tras_grid_view_finalize (GObject *object)
{
  TrasGridViewPrivate *priv = get_private (TRAS_GRID_VIEW (object));

  g_clear_pointer (&priv->texts, tras_text_cache_free);
  g_free (priv->words);

  G_OBJECT_CLASS (tras_grid_view_parent_class)->finalize (object);
}

static void
tras_grid_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TrasGridView *self = TRAS_GRID_VIEW (object);

  switch ((TrasGridViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, get_private (self)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_grid_view_class_init (TrasGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasScrollAreaClass *area_class = TRAS_SCROLL_AREA_CLASS (klass);

  object_class->constructed = tras_grid_view_constructed;
  object_class->finalize = tras_grid_view_finalize;
  object_class->get_property = tras_grid_view_get_property;
  widget_class->measure = tras_grid_view_measure;
  widget_class->query_tooltip = tras_grid_view_query_tooltip;
  widget_class->size_allocate = tras_grid_view_size_allocate;
  widget_class->snapshot = tras_grid_view_snapshot;
  area_class->configure = tras_grid_view_configure;
  area_class->restyle = tras_grid_view_restyle;
  klass->stride = 1;
  klass->find = tras_grid_view_real_find;
  klass->is_line = tras_grid_view_real_is_line;
  klass->dup_tip = tras_grid_view_real_dup_tip;

  /**
   * TrasGridView:words:
   *
   * What is under the cursor, or marked.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasGridView::activated:
   *
   * Whoever is at the cursor wants to see, or to write, what is behind it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tras_grid_view_init (TrasGridView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

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
}

/**
 * tras_grid_view_move:
 * @self: a view
 * @line: a line
 * @column: a column, or %TRAS_GRID_NAME
 *
 * Puts the cursor there, as far as there is such a place, and brings it into sight.
 */
void
tras_grid_view_move (TrasGridView *self,
                     int           line,
                     int           column)
{
  g_return_if_fail (TRAS_IS_GRID_VIEW (self));

  move (self, line, column, FALSE);
}

/**
 * tras_grid_view_show:
 * @self: a view
 * @line: where the cursor was, among the new lines; -1 where it is nowhere
 * @column: where it was, among the new columns
 *
 * To be called when there is other than before to see. Nothing is scrolled.
 */
void
tras_grid_view_show (TrasGridView *self,
                     int           line,
                     int           column)
{
  TrasGridViewPrivate *priv;

  g_return_if_fail (TRAS_IS_GRID_VIEW (self));

  priv = get_private (self);
  priv->line = find_line (self, line, 1);
  priv->column = CLAMP (column, TRAS_GRID_NAME, count_columns (self) - 1);
  priv->anchor = priv->column;
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tras_grid_view_get_line:
 * @self: a view
 *
 * Returns: the line of the cursor, -1 for none
 */
int
tras_grid_view_get_line (TrasGridView *self)
{
  TrasGridViewPrivate *priv;

  g_return_val_if_fail (TRAS_IS_GRID_VIEW (self), -1);

  priv = get_private (self);

  return is_line (self, priv->line) ? priv->line : -1;
}

/**
 * tras_grid_view_get_column:
 * @self: a view
 *
 * Returns: the column of the cursor, or %TRAS_GRID_NAME; one that is there only where there is a
 *   line
 */
int
tras_grid_view_get_column (TrasGridView *self)
{
  g_return_val_if_fail (TRAS_IS_GRID_VIEW (self), TRAS_GRID_NAME);

  return get_private (self)->column;
}

/**
 * tras_grid_view_get_range:
 * @self: a view
 * @from: (out): the first column that is marked
 * @to: (out): the last one
 *
 * Returns: whether several columns are marked
 */
gboolean
tras_grid_view_get_range (TrasGridView *self,
                          int          *from,
                          int          *to)
{
  TrasGridViewPrivate *priv;

  g_return_val_if_fail (TRAS_IS_GRID_VIEW (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  priv = get_private (self);
  *from = MIN (priv->column, priv->anchor);
  *to = MAX (priv->column, priv->anchor);

  return *from != *to;
}

/**
 * tras_grid_view_drop_range:
 * @self: a view
 *
 * Only the column at which the marking began stays under the cursor.
 */
void
tras_grid_view_drop_range (TrasGridView *self)
{
  TrasGridViewPrivate *priv;

  g_return_if_fail (TRAS_IS_GRID_VIEW (self));

  priv = get_private (self);
  move (self, priv->line, priv->anchor, FALSE);
}

/**
 * tras_grid_view_get_layout:
 * @self: a view
 *
 * Returns: (transfer none): where things stand in the size that it has
 */
const TrasGridLayout *
tras_grid_view_get_layout (TrasGridView *self)
{
  g_return_val_if_fail (TRAS_IS_GRID_VIEW (self), NULL);

  return &get_private (self)->layout;
}

/**
 * tras_grid_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what is under the cursor
 */
const char *
tras_grid_view_get_words (TrasGridView *self)
{
  g_return_val_if_fail (TRAS_IS_GRID_VIEW (self), NULL);

  return get_private (self)->words;
}
