/* tras-scorecard-input.c: keys and pointer on a scorecard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-look.h"
#include "tras-popover.h"
#include "tras-scorecard-view-private.h"
#include "tras-sentence.h"
#include "tras-why.h"

/* ---- keys ---- */

static void
show_menu (TrasScorecardView *self,
           double             x,
           double             y)
{
  GtkWidget *popover;

  if (self->menu == NULL || tras_scorecard_view_get_id (self, self->cursor_line) == 0)
    return;

  popover = gtk_popover_menu_new_from_model (self->menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  tras_popover_open (popover, GTK_WIDGET (self), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
show_menu_at_cursor (TrasScorecardView *self)
{
  graphene_rect_t rect;

  tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
  show_menu (self, rect.origin.x + rect.size.width / 2, rect.origin.y + rect.size.height - 4);
}

static void
copy_cell (TrasScorecardView *self)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, self->cursor_line,
                                                       self->cursor_column);
  g_autofree char *text = NULL;

  if (cell == NULL || cell->state != TRAS_CELL_MEASURED)
    return;

  text = tras_number_format_real (tras_number_format_get_default (), cell->value,
                                  (int) line->row->series->indicator->decimals);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The cell under the cursor is explained; on the name, the newest value. */
void
tras_scorecard_input_explain (TrasScorecardView *self)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, self->cursor_line,
                                                       self->cursor_column);
  graphene_rect_t rect;

  if (line == NULL || line->row == NULL || line->row->series->n == 0 ||
      (cell != NULL && cell->state != TRAS_CELL_MEASURED))
    return;

  tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
  tras_why_present (GTK_WIDGET (self),
                    &(GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y,
                                      (int) rect.size.width, (int) rect.size.height },
                    line->row->series, cell != NULL ? cell->point : line->row->series->n - 1);
}

static int
count_page (TrasScorecardView *self)
{
  int row = tras_scorecard_painter_get_height (self->painter, &(TrasScorecardLine) { 0 });

  return MAX (tras_scorecard_view_get_page (self) / row - 1, 1);
}

static gboolean
move_by_key (TrasScorecardView *self,
             guint              keyval,
             gboolean           control)
{
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;
  int line = self->cursor_line, column = self->cursor_column;
  int n_lines = self->lines != NULL ? (int) self->lines->len : 0;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      line = tras_scorecard_view_find_row (self, line - 1, -1);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      line = tras_scorecard_view_find_row (self, line + 1, 1);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column -= forward;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column += forward;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      line -= count_page (self);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      line += count_page (self);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      if (control)
        line = 0;
      else
        column = TRAS_SCORECARD_NAME;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      if (control)
        line = n_lines - 1;
      else
        column = self->scorecard != NULL ? (int) self->scorecard->n_cells - 1 : 0;
      break;
    default:
      return FALSE;
    }

  if (line < 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Up ||
                   keyval == GDK_KEY_KP_Down))
    return TRUE;
  tras_scorecard_view_move (self, line, column);

  return TRUE;
}

static gboolean
on_key_pressed (TrasScorecardView *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gunichar c = gdk_keyval_to_unicode (keyval);
  char typed[7] = { 0 };

  if (self->editing || self->scorecard == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!(state & GDK_ALT_MASK) && move_by_key (self, keyval, control))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (self->cursor_column == TRAS_SCORECARD_NAME)
        tras_scorecard_view_open (self, self->cursor_line);
      else
        tras_scorecard_entry_begin (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      tras_scorecard_entry_begin (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      tras_scorecard_entry_ask_missing (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return tras_scorecard_entry_forget (self);
    case GDK_KEY_Menu:
      show_menu_at_cursor (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      show_menu_at_cursor (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F1:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      tras_scorecard_input_explain (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_v:
    case GDK_KEY_c:
      if (!control)
        break;
      if (keyval == GDK_KEY_c)
        copy_cell (self);
      else
        tras_scorecard_entry_read (self);
      return GDK_EVENT_STOP;
    default:
      break;
    }

  /* Whoever types means the cell. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0 &&
      self->cursor_column >= 0 && g_unichar_isgraph (c))
    {
      g_unichar_to_utf8 (c, typed);
      tras_scorecard_entry_begin (self, typed);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* ---- the pointer ---- */

/* Which line, cell or name lies there. */
static gboolean
find_place (TrasScorecardView *self,
            double             x,
            double             y,
            int               *line,
            int               *column)
{
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  int header = tras_scorecard_painter_get_header (self->painter);
  int scroll = tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  int place = (int) y - header + tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  int logical = (int) x;

  if (self->lines == NULL || self->lines->len == 0 || y < header || place >= self->total)
    return FALSE;

  if (tras_look_is_mirrored (GTK_WIDGET (self)))
    logical = columns->width - logical;
  *line = tras_scorecard_view_find_line (self, place);
  *column = TRAS_SCORECARD_NAME;
  if (logical >= columns->cells_x && logical < columns->cells_x + columns->cells_width)
    *column = (logical - columns->cells_x + scroll) / columns->cell_width;

  return tras_scorecard_view_get_line (self, *line)->row != NULL;
}

static void
on_pressed (TrasScorecardView *self,
            int                n_press,
            double             x,
            double             y,
            GtkGestureClick   *click)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  int line, column;

  if (self->editing && !tras_scorecard_entry_commit (self))
    tras_scorecard_entry_cancel (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_place (self, x, y, &line, &column))
    return;

  tras_scorecard_view_move (self, line, column);
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self, x, y);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2 && column >= 0)
    tras_scorecard_entry_begin (self, NULL);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    tras_scorecard_view_open (self, line);
}

static void
on_motion (TrasScorecardView *self,
           double             x,
           double             y)
{
  int line, column;

  if (!find_place (self, x, y, &line, &column))
    line = -1;
  if (line == self->hovered_line)
    return;

  self->hovered_line = line;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_left (TrasScorecardView *self)
{
  self->hovered_line = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_row_tip (const TrasScorecardRow *row)
{
  const TrasIndicator *indicator = row->series->indicator;
  g_autofree char *verdict = tras_sentence_verdict (row->series,
                                                    tras_number_format_get_default ());

  return g_strdup_printf ("%s\n%s\n%s", indicator->name,
                          indicator->question != NULL ? indicator->question : "", verdict);
}

gboolean
tras_scorecard_input_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (widget);
  const TrasScorecardLine *found;
  const TrasCell *cell;
  graphene_rect_t rect;
  g_autofree char *text = NULL;
  int line = self->cursor_line, column = self->cursor_column;

  if (keyboard || self->editing || !find_place (self, x, y, &line, &column))
    return FALSE;

  found = tras_scorecard_view_get_line (self, line);
  cell = tras_scorecard_view_get_cell (self, line, column);
  if (cell == NULL)
    text = dup_row_tip (found->row);
  else if (cell->state == TRAS_CELL_OUTSIDE || cell->state == TRAS_CELL_OPEN)
    return FALSE;
  else
    {
      g_autofree char *title = tras_scorecard_view_dup_title (self, line, column);
      g_autofree char *words = tras_scorecard_view_dup_cell_words (found->row, cell);

      text = g_strdup_printf ("%s\n%s", title, words);
    }

  tras_scorecard_view_get_place (self, line, column, &rect);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.origin.x, (int) rect.origin.y,
                                                       (int) rect.size.width,
                                                       (int) rect.size.height });

  return TRUE;
}

void
tras_scorecard_input_init (TrasScorecardView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (widget, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
