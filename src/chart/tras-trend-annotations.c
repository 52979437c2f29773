/* tras-trend-annotations.c: places for the names of events and for the numbers of notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-trend-annotations.h"

/* More marks than this in sight are lines without names. */
#define MOST_MARKS 64

/* A mark that has found its place: what it covers, and its line through the rows below. */
typedef struct
{
  TrasRect label;
  TrasRect line;
} Placed;

/**
 * tras_trend_mark_dup_words:
 * @mark: an event
 *
 * Returns: (transfer full): its kind and name, translated
 */
char *
tras_trend_mark_dup_words (const TrasTrendMark *mark)
{
  switch (mark->kind)
    {
    case TRAS_TREND_MARK_DECISION:
      return g_strdup_printf (C_("mark", "Decision: %s"), mark->label);
    case TRAS_TREND_MARK_ACTION:
      return g_strdup_printf (C_("mark", "Action: %s"), mark->label);
    case TRAS_TREND_MARK_TRAINING:
      return g_strdup_printf (C_("mark", "Training: %s"), mark->label);
    case TRAS_TREND_MARK_DEVIATION:
      return g_strdup_printf (C_("mark", "Deviation: %s"), mark->label);
    case TRAS_TREND_MARK_STEP:
      return g_strdup_printf (C_("mark", "New process: %s"), mark->label);
    default:
      g_return_val_if_reached (g_strdup (mark->label));
    }
}

static gboolean
is_free (GArray         *placed,
         const TrasRect *label,
         const TrasRect *line)
{
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *other = &g_array_index (placed, Placed, i);

      if (tras_rect_overlaps (label, &other->label) || tras_rect_overlaps (label, &other->line) ||
          tras_rect_overlaps (line, &other->label))
        return FALSE;
    }

  return TRUE;
}

/* Names stand behind their lines if any row has room for that, from the plane upwards; else before
 * them, where they are more likely to bar the way of a line from above. */
static gboolean
find_place (const TrasTrendLayout *self,
            GArray                *placed,
            double                 place,
            double                 text_width,
            guint                  n_rows,
            TrasRect              *label,
            double                *text_x,
            guint                 *row)
{
  double row_height = TRAS_TREND_ROW * self->em;
  double sign = self->em * 1.1;
  double gap = text_width > 0 ? self->em * 0.2 : 0;
  double left = self->plot.x - self->em * 0.6;
  double right = self->plot.x + self->plot.width + self->em * 0.8;

  for (guint i = 0; i < 2 * n_rows; i++)
    {
      gboolean is_behind = i < n_rows;
      double x = is_behind ? place - sign / 2 : place - sign / 2 - gap - text_width;
      Placed added;
      TrasRect padded;

      *row = i % n_rows;
      *label = (TrasRect) { x, self->plot.y + (n_rows - 1 - *row) * row_height,
                            sign + gap + text_width, row_height };
      *text_x = is_behind ? x + sign + gap : x;
      added.label = *label;
      added.line = (TrasRect) { place - 1, label->y + row_height, 2, *row * row_height };

      /* Air between one name and the next. */
      padded = *label;
      padded.x -= self->em * 0.6;
      padded.width += self->em * 1.2;
      if (label->x >= left && label->x + label->width <= right &&
          is_free (placed, &padded, &added.line))
        {
          g_array_append_val (placed, added);
          return TRUE;
        }
    }

  return FALSE;
}

static void
place_mark (TrasTrendLayout     *self,
            const TrasTrendView *view,
            GArray              *placed,
            const TrasTrendMark *mark,
            gsize                index,
            guint                n_rows,
            guint               *used_rows)
{
  g_autofree char *words = tras_trend_mark_dup_words (mark);
  double place = tras_scale_map (&self->x, mark->day);
  const struct { const char *text; double max_width; } wordings[] = {
    { words, self->em * 20 }, { mark->label, self->em * 14 }, { mark->label, self->em * 7 },
    { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      TrasTrendLabel label = { .kind = TRAS_TREND_LABEL_MARK, .color = TRAS_COLOR_MARK };
      double text_width = 0;
      guint row = 0;

      if (wordings[i].text != NULL)
        {
          label.layout = tras_text_cache_get (view->texts, wordings[i].text, self->em * 0.92,
                                              FALSE, wordings[i].max_width);
          tras_text_get_size (label.layout, &text_width, NULL);
        }
      if (find_place (self, placed, place, text_width, n_rows, &label.rect, &label.text_x, &row))
        {
          label.anchor = place;
          label.index = index;
          *used_rows = MAX (*used_rows, row + 1);
          g_array_append_val (self->labels, label);
          return;
        }
      g_clear_object (&label.layout);
    }
}

/**
 * tras_trend_annotations_place_marks:
 * @self: a layout whose plane begins where the first row of names may begin
 * @view: what it shows
 * @most_rows: how many rows of names there may be
 *
 * Newer events are placed first. A name that finds no place is shortened, then left to its sign.
 *
 * Returns: how many rows were needed
 */
guint
tras_trend_annotations_place_marks (TrasTrendLayout     *self,
                                    const TrasTrendView *view,
                                    guint                most_rows)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  guint first = self->labels->len;
  const TrasTrendMark *marks;
  guint used_rows = 0;
  guint n;

  marks = tras_trend_data_get_marks (view->data, &n);
  for (guint i = n, seen = 0; i > 0 && seen < MOST_MARKS; i--)
    {
      const TrasTrendMark *mark = &marks[i - 1];

      if (mark->day < view->from || mark->day > view->to)
        continue;
      place_mark (self, view, placed, mark, i - 1, most_rows, &used_rows);
      seen++;
    }

  /* The rows that nobody needed were the upper ones: the others move up. */
  for (guint i = first; i < self->labels->len; i++)
    g_array_index (self->labels, TrasTrendLabel, i).rect.y -=
      (most_rows - used_rows) * TRAS_TREND_ROW * self->em;

  return used_rows;
}

static gboolean
is_clear (const TrasTrendLayout *self,
          const TrasTrendView   *view,
          gsize                  index,
          const TrasRect        *flag)
{
  gsize from, to;
  double reach = flag->width;

  if (flag->y < self->plot.y || flag->y + flag->height > self->plot.y + self->plot.height)
    return FALSE;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const TrasTrendLabel *other = &g_array_index (self->labels, TrasTrendLabel, i);

      if (tras_rect_overlaps (flag, &other->rect))
        return FALSE;
    }

  /* The points under it: its neighbours within its own width. */
  from = index - MIN (index - self->first, (gsize) (reach / MAX (self->spacing, 0.5)) + 1);
  to = MIN (self->last, index + (gsize) (reach / MAX (self->spacing, 0.5)) + 2);
  for (gsize i = from; i < to; i++)
    {
      double size = MAX (tras_trend_layout_get_glyph_size (self, view->data, i), 2);
      TrasRect point;

      tras_trend_layout_get_point (self, view->data, i, &point.x, &point.y);
      point = (TrasRect) { point.x - size / 2, point.y - size / 2, size, size };
      if (tras_rect_overlaps (flag, &point))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_trend_annotations_place_notes:
 * @self: a layout whose plane and other labels are final
 * @view: what it shows
 *
 * Gives each visible note a small numbered flag above its point, or below, or farther off; one that
 * finds no place is left to the hover.
 */
void
tras_trend_annotations_place_notes (TrasTrendLayout     *self,
                                    const TrasTrendView *view)
{
  const TrasTrendNote *notes;
  guint n;

  notes = tras_trend_data_get_notes (view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = NULL;
      TrasTrendLabel added = { .kind = TRAS_TREND_LABEL_NOTE, .color = TRAS_COLOR_TEXT };
      gboolean is_placed = FALSE;
      double text_width, text_height, x, y;

      if (notes[i].index < self->first || notes[i].index >= self->last)
        continue;

      number = g_strdup_printf ("%u", i + 1);
      added.layout = tras_text_cache_get (view->texts, number, self->em * 0.78, TRUE, 0);
      added.index = notes[i].index;
      tras_text_get_size (added.layout, &text_width, &text_height);
      tras_trend_layout_get_point (self, view->data, notes[i].index, &x, &y);
      added.rect.height = text_height + self->em * 0.1;
      added.rect.width = MAX (text_width + self->em * 0.5, added.rect.height);
      added.rect.x = CLAMP (x - added.rect.width / 2, self->plot.x,
                            MAX (self->plot.x,
                                 self->plot.x + self->plot.width - added.rect.width));
      added.text_x = added.rect.x + (added.rect.width - text_width) / 2;

      for (guint k = 0; k < 8 && !is_placed; k++)
        {
          double off = self->em * (1.5 + (k / 2) * 0.8);

          added.rect.y = (k % 2 == 0 ? y - off : y + off) - added.rect.height / 2;
          is_placed = is_clear (self, view, notes[i].index, &added.rect);
        }
      if (is_placed)
        g_array_append_val (self->labels, added);
      else
        g_clear_object (&added.layout);
    }
}

/**
 * tras_trend_annotations_place_note_key:
 * @self: a layout
 * @view: what it shows
 * @most_rows: how many rows there may be
 *
 * Writes the notes behind their numbers along the lower border, newest last, as many of the newest
 * as have room.
 *
 * Returns: the height that they take
 */
double
tras_trend_annotations_place_note_key (TrasTrendLayout     *self,
                                       const TrasTrendView *view,
                                       guint                most_rows)
{
  double row_height = self->em * 1.3;
  const TrasTrendNote *notes;
  guint first = self->labels->len;
  double x = 0;
  guint row = 0;
  guint n;

  notes = tras_trend_data_get_notes (view->data, &n);

  /* From the newest backwards, to see how many there is room for. */
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *text = NULL;
      TrasTrendLabel *label;

      if (notes[i - 1].index < self->first || notes[i - 1].index >= self->last)
        continue;

      text = g_strdup_printf ("%u  %s", i, notes[i - 1].text);
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_NOTE_KEY, text,
                                           self->em * 0.86, FALSE,
                                           MIN (self->em * 34, self->width),
                                           TRAS_COLOR_DIM_TEXT);
      if (x > 0 && x + label->rect.width > self->width)
        {
          x = 0;
          row++;
        }
      if (row == most_rows)
        {
          g_array_remove_index (self->labels, self->labels->len - 1);
          break;
        }
      x += label->rect.width + self->em * 1.6;
    }

  if (self->labels->len == first)
    return 0;

  /* Then from the oldest of them onwards, which may break the rows elsewhere but not need more of
   * them than fit: what does not fit goes. */
  x = 0;
  row = 0;
  for (guint i = self->labels->len; i > first; i--)
    {
      TrasTrendLabel *label = &g_array_index (self->labels, TrasTrendLabel, i - 1);

      if (x > 0 && x + label->rect.width > self->width)
        {
          x = 0;
          row++;
        }
      if (row == most_rows)
        {
          g_array_remove_range (self->labels, first, i - first);
          break;
        }
      label->rect.x = label->text_x = x;
      label->rect.y = row * row_height;
      x += label->rect.width + self->em * 1.6;
    }

  row = MIN (row, most_rows - 1);
  for (guint i = first; i < self->labels->len; i++)
    g_array_index (self->labels, TrasTrendLabel, i).rect.y +=
      self->height - (row + 1) * row_height;

  return (row + 1) * row_height + self->em * 0.3;
}
