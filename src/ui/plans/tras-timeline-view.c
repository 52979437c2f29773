/* tras-timeline-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-indicator-chart.h"
#include "tras-look.h"
#include "tras-number.h"
#include "tras-popover.h"
#include "tras-timeline-marks.h"
#include "tras-timeline-view-private.h"

/* How wide a day is at first, in heights of the text. */
#define DAY_WIDTH 0.62

/* How far a date can be moved, in days. */
#define MOST_DAYS 3660

/* Around the legend, in heights of the text; and how much of the height it may take. */
#define LEGEND_MARGIN 0.5
#define LEGEND_PART 0.17

/* How wide the legend is where it has a place of its own, likewise. */
#define LEGEND_WIDTH 24

/**
 * TrasTimelineView:
 *
 * Thousands of bars are too many widgets. The visible rows are drawn here instead, by what is
 * scrolled to. A screen reader is told the action under the cursor in words; the list of actions is
 * the same as a table.
 */
G_DEFINE_FINAL_TYPE (TrasTimelineView, tras_timeline_view, TRAS_TYPE_SCROLL_AREA)

enum
{
  ACTIVATED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- rows ---- */

const TrasTimelineRow *
tras_timeline_view_get_cursor (TrasTimelineView *self)
{
  return self->timeline != NULL && self->cursor.row >= 0
           ? tras_timeline_get_row (self->timeline, (guint) self->cursor.row)
           : NULL;
}

/* Tells what is under the cursor. */
void
tras_timeline_view_say (TrasTimelineView *self)
{
  g_free (self->words);
  self->words = tras_timeline_view_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words != NULL ? self->words : _("Timeline"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tras_timeline_view_set_cursor (TrasTimelineView *self,
                               int               row)
{
  int n_rows = self->timeline != NULL ? (int) tras_timeline_get_n_rows (self->timeline) : 0;

  row = CLAMP (row, -1, n_rows - 1);
  if (row == self->cursor.row)
    return;

  tras_timeline_view_take_back (self);
  self->cursor.row = row;
  tras_timeline_view_reveal (self);
  tras_timeline_view_say (self);
}

static void
rebuild (TrasTimelineView *self)
{
  g_clear_pointer (&self->timeline, tras_timeline_free);
  if (self->source == NULL)
    return;

  for (guint i = 0; i < tras_timeline_source_get_plan (self->source)->n_lanes; i++)
    {
      gint64 key = tras_timeline_source_get_key (self->source, i);

      tras_timeline_source_set_unfolded (self->source, i,
                                         g_hash_table_contains (self->exceptions, &key) !=
                                           self->all_unfolded);
    }
  self->timeline = tras_timeline_new (tras_timeline_source_get_plan (self->source));
  tras_timeline_get_span (self->timeline, &self->from, &self->to);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_lane_unfolded (TrasTimelineView *self,
                   guint             lane,
                   gboolean          unfolded)
{
  gint64 key = tras_timeline_source_get_key (self->source, lane);

  if (unfolded != self->all_unfolded)
    g_hash_table_add (self->exceptions, g_memdup2 (&key, sizeof key));
  else
    g_hash_table_remove (self->exceptions, &key);
}

/* The cursor stays on its row, or goes to the head of the lane that has hidden it. */
static void
keep_cursor (TrasTimelineView *self,
             guint             lane,
             int               bar)
{
  int row = bar >= 0 ? tras_timeline_find_bar (self->timeline, (guint) bar) : -1;

  self->cursor.row = row >= 0 ? row : (int) tras_timeline_find_lane (self->timeline, lane);
}

void
tras_timeline_view_fold (TrasTimelineView *self,
                         guint             lane,
                         gboolean          unfolded)
{
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);
  guint cursor_lane = row != NULL ? row->lane : 0;
  int cursor_bar = row != NULL ? row->bar : -1;

  tras_timeline_view_take_back (self);
  set_lane_unfolded (self, lane, unfolded);
  rebuild (self);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  if (row != NULL)
    keep_cursor (self, cursor_lane, cursor_bar);
  tras_timeline_view_say (self);
}

/* ---- moving a date ---- */

gboolean
tras_timeline_view_is_moving (TrasTimelineView *self)
{
  return self->cursor.moved >= 0;
}

/* Shows the bar under the cursor as it would be, and what would have to follow. */
void
tras_timeline_view_move (TrasTimelineView *self,
                         int               start_shift,
                         int               due_shift)
{
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);
  const TrasTimelineBar *bar;

  if (row == NULL || row->bar < 0 || !self->editable ||
      !tras_action_is_open (tras_timeline_source_get_action (self->source, (guint) row->bar)))
    return;

  bar = &tras_timeline_get_plan (self->timeline)->bars[row->bar];
  due_shift = CLAMP (due_shift, -MOST_DAYS, MOST_DAYS);
  start_shift = CLAMP (start_shift, -MOST_DAYS, MOST_DAYS);
  /* Nothing ends before it begins. */
  if (bar->starts_on != TRAS_DAY_NONE && start_shift == 0)
    due_shift = MAX (due_shift, bar->starts_on - bar->due_on);
  if (self->shifts == NULL)
    self->shifts = g_new0 (int, tras_timeline_get_plan (self->timeline)->n_bars);
  tras_timeline_source_move (self->source, (guint) row->bar, due_shift, self->shifts);
  self->cursor.moved = row->bar;
  self->cursor.start_shift = start_shift;
  self->cursor.due_shift = due_shift;
  self->cursor.shifts = self->shifts;
  tras_timeline_view_say (self);
}

/* What is shown shall be: somebody has to say why. */
void
tras_timeline_view_ask (TrasTimelineView *self)
{
  if (self->cursor.moved < 0)
    return;
  if (self->cursor.start_shift == 0 && self->cursor.due_shift == 0)
    {
      tras_timeline_view_take_back (self);
      return;
    }

  g_signal_emit (self, signals[MOVED], 0, (guint) self->cursor.moved, self->cursor.start_shift,
                 self->cursor.due_shift);
}

void
tras_timeline_view_activate (TrasTimelineView *self)
{
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);

  if (row == NULL)
    return;
  if (row->bar < 0)
    tras_timeline_view_fold (self, row->lane,
                             !tras_timeline_get_plan (self->timeline)->lanes[row->lane].unfolded);
  else
    g_signal_emit (self, signals[ACTIVATED], 0, tras_timeline_view_get_selected (self));
}

/* ---- drawing ---- */

static void
tras_timeline_view_restyle (TrasScrollArea *area)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (area);
  GtkWidget *widget = GTK_WIDGET (self);
  double size = tras_look_get_text_size (widget);

  if (self->day_width == 0)
    self->day_width = DAY_WIDTH * size;
  self->text_size = size;
  g_clear_pointer (&self->texts, tras_text_cache_free);
  self->texts = tras_look_new_texts (widget);
  gtk_widget_queue_resize (widget);
}

static TrasRect
get_legend_rect (TrasTimelineView *self,
                 int               width,
                 int               height)
{
  double margin = LEGEND_MARGIN * self->text_size;

  return (TrasRect) { 2 * margin, height - self->legend_height + margin, width - 4 * margin,
                      self->legend_height };
}

static void
draw_legend (TrasTimelineView  *self,
             cairo_t           *cr,
             int                width,
             int                height,
             const TrasPalette *palette)
{
  TrasRect rect = get_legend_rect (self, width, height);

  if (self->legend_height <= 0)
    return;

  tras_palette_set_source (palette, TRAS_COLOR_GRID, cr);
  cairo_rectangle (cr, 0, floor (height - self->legend_height), width, 1);
  cairo_fill (cr);
  tras_timeline_marks_draw_legend (self->timeline, &rect, self->text_size,
                                   tras_look_is_mirrored (GTK_WIDGET (self)), self->texts, cr,
                                   palette);
}

static void
tras_timeline_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasTimelineSight sight;
  cairo_t *cr;

  if (self->timeline == NULL || width == 0 || height == 0)
    return;

  tras_timeline_view_get_sight (self, &sight);
  self->cursor.focused = gtk_widget_has_visible_focus (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  tras_timeline_draw (self->timeline, &sight, &self->cursor, cr, tras_look_get_palette (),
                      tras_indicator_chart_get_format (tras_number_format_get_default ()),
                      self->texts);
  draw_legend (self, cr, width, height, tras_look_get_palette ());
  cairo_destroy (cr);
}

static void
tras_timeline_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 480;
}

/* The present day keeps its place when the room changes, as far as it was seen. */
static void
take_width (TrasTimelineView *self,
            int               width)
{
  GtkAdjustment *across = tras_timeline_view_get_across (self);
  TrasDay today = tras_timeline_get_plan (self->timeline)->today;
  double before = self->width, along;

  self->width = width;
  if (before <= 0 || before == width)
    return;

  along = (today - self->from) * self->day_width - gtk_adjustment_get_value (across);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  if (along >= 0 && along <= before)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + along -
                                        along * width / before);
}

static void
tras_timeline_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (widget);
  TrasRect rect;

  if (self->timeline == NULL)
    return;

  rect = get_legend_rect (self, width, height);
  self->legend_height =
    tras_timeline_marks_draw_legend (self->timeline, &rect, self->text_size,
                                     tras_look_is_mirrored (GTK_WIDGET (self)), self->texts, NULL,
                                     NULL);
  if (self->legend_height > 0)
    self->legend_height += 2 * LEGEND_MARGIN * self->text_size;
  if (self->legend_height > height * LEGEND_PART)
    self->legend_height = 0;
  take_width (self, width);
  GTK_WIDGET_CLASS (tras_timeline_view_parent_class)->size_allocate (widget, width, height,
                                                                     baseline);
  if (self->wants_today)
    tras_timeline_view_look_at_today (self);
}

/* ---- the legend in a place of its own ---- */

static double
draw_legend_alone (TrasTimelineView  *self,
                   cairo_t           *cr,
                   const TrasPalette *palette)
{
  TrasRect rect = { 0, 0, LEGEND_WIDTH * self->text_size, 0 };

  return tras_timeline_marks_draw_legend (self->timeline, &rect, self->text_size,
                                          tras_look_is_mirrored (GTK_WIDGET (self)), self->texts,
                                          cr, palette);
}

static void
draw_legend_area (GtkDrawingArea *area,
                  cairo_t        *cr,
                  int             width,
                  int             height,
                  gpointer        user_data)
{
  TrasTimelineView *self = user_data;

  if (self->timeline != NULL)
    draw_legend_alone (self, cr, tras_look_get_palette ());
}

/* ---- the object ---- */

static void
tras_timeline_view_dispose (GObject *object)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->timeline, tras_timeline_free);
  g_clear_pointer (&self->source, tras_timeline_source_unref);

  G_OBJECT_CLASS (tras_timeline_view_parent_class)->dispose (object);
}

static void
tras_timeline_view_finalize (GObject *object)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (object);

  g_clear_pointer (&self->texts, tras_text_cache_free);
  g_hash_table_unref (self->exceptions);
  g_free (self->shifts);
  g_free (self->words);

  G_OBJECT_CLASS (tras_timeline_view_parent_class)->finalize (object);
}

static void
tras_timeline_view_class_init (TrasTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasScrollAreaClass *area_class = TRAS_SCROLL_AREA_CLASS (klass);

  object_class->dispose = tras_timeline_view_dispose;
  object_class->finalize = tras_timeline_view_finalize;
  widget_class->measure = tras_timeline_view_measure;
  widget_class->size_allocate = tras_timeline_view_size_allocate;
  widget_class->snapshot = tras_timeline_view_snapshot;
  area_class->configure = tras_timeline_view_configure;
  area_class->restyle = tras_timeline_view_restyle;

  /**
   * TrasTimelineView::activated:
   * @id: the action under the cursor, which is to be opened
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * TrasTimelineView::moved:
   * @bar: a bar
   * @start_shift: by how many days its first day shall move
   * @due_shift: by how many days its last day shall
   *
   * It is shown there until tras_timeline_view_take_back() or another source.
   */
  signals[MOVED] = g_signal_new ("moved", TRAS_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tras_timeline_view_init (TrasTimelineView *self)
{
  self->cursor = (TrasTimelineCursor) TRAS_TIMELINE_CURSOR_NONE;
  self->exceptions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->wants_today = TRUE;
  tras_timeline_input_init (self);
  tras_timeline_view_restyle (TRAS_SCROLL_AREA (self));
  tras_timeline_view_say (self);
}

/**
 * tras_timeline_view_set_source:
 * @self: a view
 * @source: (nullable): what it shows
 *
 * What is scrolled to, the cursor and what is unfolded stay where the source still has them. What
 * was being moved is there no longer.
 */
void
tras_timeline_view_set_source (TrasTimelineView   *self,
                               TrasTimelineSource *source)
{
  const TrasTimelineRow *row;
  gint64 id, key = 0;
  gboolean at_head;
  TrasTimelineSight sight;

  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  row = tras_timeline_view_get_cursor (self);
  at_head = row != NULL && row->bar < 0;
  id = tras_timeline_view_get_selected (self);
  if (at_head)
    key = tras_timeline_source_get_key (self->source, row->lane);
  tras_timeline_view_get_sight (self, &sight);

  tras_timeline_view_take_back (self);
  g_clear_pointer (&self->shifts, g_free);
  g_clear_pointer (&self->timeline, tras_timeline_free);
  g_clear_pointer (&self->source, tras_timeline_source_unref);
  self->source = source != NULL ? tras_timeline_source_ref (source) : NULL;
  self->cursor.row = -1;
  rebuild (self);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  if (!self->wants_today)
    gtk_adjustment_set_value (tras_timeline_view_get_across (self),
                              (sight.first - self->from) * self->day_width);

  if (id != 0)
    {
      int bar = source != NULL ? tras_timeline_source_find_bar (source, id) : -1;

      self->cursor.row = bar >= 0 ? tras_timeline_find_bar (self->timeline, (guint) bar) : -1;
    }
  if (at_head && source != NULL)
    {
      for (guint i = 0; i < tras_timeline_source_get_plan (source)->n_lanes; i++)
        if (tras_timeline_source_get_key (source, i) == key)
          self->cursor.row = (int) tras_timeline_find_lane (self->timeline, i);
    }
  tras_timeline_view_say (self);
}

TrasTimelineSource *
tras_timeline_view_get_source (TrasTimelineView *self)
{
  g_return_val_if_fail (TRAS_IS_TIMELINE_VIEW (self), NULL);

  return self->source;
}

/**
 * tras_timeline_view_set_editable:
 * @self: a view
 * @editable: whether dates can be moved
 */
void
tras_timeline_view_set_editable (TrasTimelineView *self,
                                 gboolean          editable)
{
  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  self->editable = editable;
  if (!editable)
    tras_timeline_view_take_back (self);
}

/**
 * tras_timeline_view_fold_all:
 * @self: a view
 * @unfolded: whether all bars have a row, also those of lanes that come later
 */
void
tras_timeline_view_fold_all (TrasTimelineView *self,
                             gboolean          unfolded)
{
  const TrasTimelineRow *row;
  guint lane;
  int bar;

  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  g_hash_table_remove_all (self->exceptions);
  self->all_unfolded = unfolded;
  if (self->source == NULL)
    return;

  row = tras_timeline_view_get_cursor (self);
  lane = row != NULL ? row->lane : 0;
  bar = row != NULL ? row->bar : -1;
  tras_timeline_view_take_back (self);
  rebuild (self);
  if (row != NULL)
    keep_cursor (self, lane, bar);
  tras_timeline_view_say (self);
}

/**
 * tras_timeline_view_show_legend:
 * @self: a view
 *
 * Says what the marks stand for, also where there is no room for that under the rows.
 */
void
tras_timeline_view_show_legend (TrasTimelineView *self)
{
  GtkWidget *popover, *area;
  int width;

  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  if (self->timeline == NULL)
    return;

  width = gtk_widget_get_width (GTK_WIDGET (self));
  area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area),
                                      (int) (LEGEND_WIDTH * self->text_size));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area),
                                       (int) ceil (draw_legend_alone (self, NULL, NULL)));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_legend_area, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("timeline", "Legend"), -1);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), area);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  tras_popover_open (popover, GTK_WIDGET (self), &(GdkRectangle) { width / 2, 0, 1, 1 });
}

/**
 * tras_timeline_view_select:
 * @self: a view
 * @id: an action
 *
 * Puts the cursor on its bar, in a lane that is unfolded for it.
 *
 * Returns: whether it has a bar
 */
gboolean
tras_timeline_view_select (TrasTimelineView *self,
                           gint64            id)
{
  int bar;

  g_return_val_if_fail (TRAS_IS_TIMELINE_VIEW (self), FALSE);

  bar = self->source != NULL ? tras_timeline_source_find_bar (self->source, id) : -1;
  if (bar < 0)
    return FALSE;

  if (tras_timeline_find_bar (self->timeline, (guint) bar) < 0)
    tras_timeline_view_fold (self, tras_timeline_get_plan (self->timeline)->bars[bar].lane, TRUE);
  tras_timeline_view_set_cursor (self, tras_timeline_find_bar (self->timeline, (guint) bar));

  return TRUE;
}

/**
 * tras_timeline_view_get_selected:
 * @self: a view
 *
 * Returns: the action under the cursor, 0 for none
 */
gint64
tras_timeline_view_get_selected (TrasTimelineView *self)
{
  const TrasTimelineRow *row;

  g_return_val_if_fail (TRAS_IS_TIMELINE_VIEW (self), 0);

  row = tras_timeline_view_get_cursor (self);
  if (row == NULL || row->bar < 0)
    return 0;

  return TRAS_RECORD (tras_timeline_source_get_action (self->source, (guint) row->bar))->id;
}

/**
 * tras_timeline_view_take_back:
 * @self: a view
 *
 * Shows again what is, and not what might be.
 */
void
tras_timeline_view_take_back (TrasTimelineView *self)
{
  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  if (self->cursor.moved < 0)
    return;

  self->cursor.moved = -1;
  self->cursor.start_shift = self->cursor.due_shift = 0;
  self->cursor.shifts = NULL;
  tras_timeline_view_say (self);
}

/**
 * tras_timeline_view_dup_words:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): what is under the cursor in one line
 */
char *
tras_timeline_view_dup_words (TrasTimelineView *self)
{
  const TrasTimelineRow *row;
  guint first, n;

  g_return_val_if_fail (TRAS_IS_TIMELINE_VIEW (self), NULL);

  row = tras_timeline_view_get_cursor (self);
  if (row == NULL)
    return NULL;
  if (row->bar >= 0)
    return tras_timeline_source_dup_words (self->source, (guint) row->bar,
                                           row->bar == self->cursor.moved
                                             ? self->cursor.start_shift : 0,
                                           row->bar == self->cursor.moved
                                             ? self->cursor.due_shift : 0);

  n = tras_timeline_get_n_bars (self->timeline, row->lane, &first);

  /* Translators: a lane of the timeline and how many actions it has */
  return g_strdup_printf (ngettext ("%s, %u action", "%s, %u actions", n),
                          tras_timeline_get_plan (self->timeline)->lanes[row->lane].title, n);
}
