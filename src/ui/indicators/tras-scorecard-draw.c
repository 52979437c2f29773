/* tras-scorecard-draw.c: a scorecard as it is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-look.h"
#include "tras-scorecard-view-private.h"

static void
draw_background (TrasScorecardView *self,
                 GtkSnapshot       *snapshot,
                 int                line,
                 int                height)
{
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  GdkRGBA color;

  tras_scorecard_painter_get_color (self->painter, TRAS_COLOR_TEXT, &color);
  if (line == self->cursor_line || line == self->hovered_line)
    {
      color.alpha = line == self->cursor_line ? 0.05f : 0.03f;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (0, 0, columns->width, height));
    }
  color.alpha = 0.07f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (12, height - 1, columns->width - 24, 1));
}

static void
draw_lines (TrasScorecardView *self,
            GtkSnapshot       *snapshot,
            int                scroll)
{
  int y = tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  int bottom = y + tras_scorecard_view_get_page (self);

  for (int i = tras_scorecard_view_find_line (self, y); i < (int) self->lines->len; i++)
    {
      const TrasScorecardLine *line = tras_scorecard_view_get_line (self, i);
      int top = tras_scorecard_view_get_top (self, i);

      if (top >= bottom)
        break;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top - y));
      if (line->row != NULL)
        draw_background (self, snapshot, i,
                         tras_scorecard_painter_get_height (self->painter, line));
      tras_scorecard_painter_draw_line (self->painter, snapshot, line, self->every, scroll);
      gtk_snapshot_restore (snapshot);
    }
}

static gboolean
is_cell_visible (TrasScorecardView     *self,
                 const graphene_rect_t *rect)
{
  const TrasScorecardColumns *columns = tras_scorecard_painter_get_columns (self->painter);
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));
  double left = mirrored ? columns->width - columns->cells_x - columns->cells_width
                         : columns->cells_x;

  return rect->origin.x >= left - 1 &&
         rect->origin.x + rect->size.width <= left + columns->cells_width + 1;
}

static void
draw_drafts (TrasScorecardView *self,
             GtkSnapshot       *snapshot)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    {
      TrasCellDraft *draft = value;
      int line = tras_scorecard_view_find (self, draft->indicator_id);
      const TrasScorecardLine *found = tras_scorecard_view_get_line (self, line);
      graphene_rect_t rect;
      int column;

      if (found == NULL)
        continue;
      column = draft->period - found->row->cells[0].period;
      if (column < 0 || column >= (int) self->scorecard->n_cells)
        continue;
      tras_scorecard_view_get_place (self, line, column, &rect);
      if (is_cell_visible (self, &rect))
        tras_scorecard_painter_draw_typed (self->painter, snapshot,
                                           &GRAPHENE_RECT_INIT (rect.origin.x + 1,
                                                                rect.origin.y + 1,
                                                                rect.size.width - 2,
                                                                rect.size.height - 2),
                                           draft->text, draft->error != NULL);
    }
}

static void
draw_entry (TrasScorecardView *self,
            GtkSnapshot       *snapshot)
{
  graphene_rect_t rect;
  GdkRGBA color;

  tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
  graphene_rect_inset (&rect, 1, 2);
  tras_scorecard_painter_get_color (self->painter, TRAS_COLOR_BACKGROUND, &color);
  gtk_snapshot_append_color (snapshot, &color, &rect);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->entry, snapshot);
}

static void
draw_cursor (TrasScorecardView *self,
             GtkSnapshot       *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) &
                      GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  TrasCellDraft *draft = tras_scorecard_entry_find_draft (self, self->cursor_line,
                                                          self->cursor_column);
  const char *error = self->entry_error;
  GskRoundedRect outline;
  graphene_rect_t rect;
  GdkRGBA color;

  tras_scorecard_view_get_place (self, self->cursor_line, self->cursor_column, &rect);
  if (self->cursor_column >= 0 && !is_cell_visible (self, &rect))
    return;

  tras_scorecard_painter_get_color (self->painter, TRAS_COLOR_TEXT, &color);
  color.alpha = 0.25f;
  if (focused && !gtk_style_context_lookup_color (style, "accent_color", &color))
    color.alpha = 0.8f;
  if (error == NULL && draft != NULL)
    error = draft->error;
  if (error != NULL)
    tras_scorecard_painter_get_color (self->painter, TRAS_COLOR_WORSE, &color);

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (rect.origin.x + 1, rect.origin.y + 2,
                                                        rect.size.width - 2,
                                                        rect.size.height - 5),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { color, color, color, color });
  if (error != NULL && focused)
    tras_scorecard_painter_draw_bubble (self->painter, snapshot, &rect, error);
}

void
tras_scorecard_draw_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TrasScorecardView *self = TRAS_SCORECARD_VIEW (widget);
  int header = tras_scorecard_painter_get_header (self->painter);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scroll = tras_scorecard_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  graphene_rect_t rest = GRAPHENE_RECT_INIT (0, header, width, height - header);
  GdkRGBA color;

  if (self->lines == NULL)
    return;

  tras_scorecard_painter_draw_header (self->painter, snapshot, self->every, scroll);
  tras_scorecard_painter_get_color (self->painter, TRAS_COLOR_TEXT, &color);
  color.alpha = 0.15f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, header - 1, width, 1));

  gtk_snapshot_push_clip (snapshot, &rest);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, header));
  draw_lines (self, snapshot, scroll);
  gtk_snapshot_restore (snapshot);
  draw_drafts (self, snapshot);
  if (self->editing)
    draw_entry (self, snapshot);
  if (tras_scorecard_view_find_row (self, self->cursor_line, 1) == self->cursor_line)
    draw_cursor (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
