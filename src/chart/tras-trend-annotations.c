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

/* How a mark may be named, best first: in full, shorter, by its sign. A name may lie over the line
 * of another mark before it is cut to a few words. */
typedef struct
{
  enum { NAME_WITH_KIND, NAME_ALONE, NAME_NONE } name;
  double   max_width;
  gboolean may_cross;
} Wording;

static const Wording wordings[] = {
  { NAME_WITH_KIND, 50, FALSE }, { NAME_WITH_KIND, 50, TRUE }, { NAME_WITH_KIND, 32, TRUE },
  { NAME_WITH_KIND, 22, FALSE }, { NAME_WITH_KIND, 22, TRUE },
  { NAME_ALONE, 20, TRUE }, { NAME_ALONE, 13, TRUE }, { NAME_ALONE, 7, TRUE },
  { NAME_NONE, 0, TRUE },
};

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

/* The line of a mark through the rows below its own. */
static TrasRect
get_line (const TrasTrendLayout *self,
          const TrasTrendLabel  *label,
          guint                  n_rows)
{
  double top = label->rect.y + label->rect.height;

  return (TrasRect) { label->anchor - 1, top,
                      2, self->plot.y + n_rows * TRAS_TREND_ROW * self->em - top };
}

static gboolean
is_free (const TrasTrendLayout *self,
         const TrasTrendLabel  *label,
         guint                  first,
         guint                  except,
         guint                  n_rows,
         gboolean               may_cross)
{
  TrasRect line = get_line (self, label, n_rows);
  TrasRect padded = label->rect;

  /* Air between one name and the next. */
  padded.x -= self->em * 0.6;
  padded.width += self->em * 1.2;
  for (guint i = first; i < self->labels->len; i++)
    {
      const TrasTrendLabel *other = &g_array_index (self->labels, TrasTrendLabel, i);
      TrasRect other_line = get_line (self, other, n_rows);

      if (i == except)
        continue;
      if (tras_rect_overlaps (&padded, &other->rect))
        return FALSE;
      if (!may_cross && (tras_rect_overlaps (&padded, &other_line) ||
                         tras_rect_overlaps (&line, &other->rect)))
        return FALSE;
    }

  return TRUE;
}

/* Gives a label its text; its anchor is known. */
static void
set_wording (const TrasTrendLayout *self,
             const TrasTrendView   *view,
             const TrasTrendMark   *mark,
             const Wording         *wording,
             TrasTrendLabel        *label)
{
  g_autofree char *words = NULL;

  g_clear_object (&label->layout);
  if (wording->name == NAME_NONE)
    return;

  words = wording->name == NAME_ALONE ? g_strdup (mark->label) : tras_trend_mark_dup_words (mark);
  label->layout = tras_text_cache_get (view->texts, words, self->em * 0.92, FALSE,
                                       self->em * wording->max_width);
}

/* Puts a label with its text behind its line or before it, if that is inside the picture. */
static gboolean
set_place (const TrasTrendLayout *self,
           TrasTrendLabel        *label,
           double                 y,
           gboolean               is_behind)
{
  double sign = self->em * 1.1;
  double gap = label->layout != NULL ? self->em * 0.2 : 0;
  double left = self->plot.x - self->em * 0.6;
  /* Nothing else stands in the rows of marks as far as the panel of months. */
  double right = self->months.width > 0 ? self->months.x - self->em * 1.5 : self->width;
  double text_width = 0;
  double x;

  if (label->layout != NULL)
    tras_text_get_size (label->layout, &text_width, NULL);
  x = label->anchor - sign / 2 - (is_behind ? 0 : gap + text_width);
  label->rect = (TrasRect) { x, y, sign + gap + text_width, TRAS_TREND_ROW * self->em };
  label->text_x = is_behind ? x + sign + gap : x;

  return x >= left && x + label->rect.width <= right;
}

/* Names stand behind their lines if any row has room for that, from the plane upwards; else before
 * them, where they are more likely to bar the way of a line from above. */
static gboolean
place_mark (TrasTrendLayout     *self,
            const TrasTrendView *view,
            const TrasTrendMark *mark,
            gsize                index,
            guint                first,
            guint                wording,
            guint                n_rows)
{
  TrasTrendLabel label = { .kind = TRAS_TREND_LABEL_MARK, .color = TRAS_COLOR_MARK,
                           .anchor = tras_scale_map (&self->x, mark->day), .index = index };

  for (guint i = wording; i < G_N_ELEMENTS (wordings); i++)
    {
      set_wording (self, view, mark, &wordings[i], &label);
      for (guint k = 0; k < 2 * n_rows; k++)
        {
          double y = self->plot.y + (n_rows - 1 - k % n_rows) * TRAS_TREND_ROW * self->em;

          if (set_place (self, &label, y, k < n_rows) &&
              is_free (self, &label, first, G_MAXUINT, n_rows, wordings[i].may_cross))
            {
              g_array_append_val (self->labels, label);
              return TRUE;
            }
        }
    }
  g_clear_object (&label.layout);

  return FALSE;
}

/* Newer events are placed first. Returns whether each has at least its sign. */
static gboolean
place_marks (TrasTrendLayout     *self,
             const TrasTrendView *view,
             guint                wording,
             guint                n_rows)
{
  guint first = self->labels->len;
  const TrasTrendMark *marks;
  gboolean all = TRUE;
  guint n;

  marks = tras_trend_data_get_marks (view->data, &n);
  for (guint i = n, seen = 0; i > 0 && seen < MOST_MARKS; i--)
    {
      const TrasTrendMark *mark = &marks[i - 1];

      if (mark->day < view->from || mark->day > view->to)
        continue;
      all &= place_mark (self, view, mark, i - 1, first, wording, n_rows);
      seen++;
    }

  return all;
}

/* Takes the best wording that has room in the mark's row, now that all the others are placed. */
static void
grow_mark (TrasTrendLayout     *self,
           const TrasTrendView *view,
           guint                first,
           guint                place,
           guint                n_rows)
{
  TrasTrendLabel *label = &g_array_index (self->labels, TrasTrendLabel, place);
  const TrasTrendMark *marks;
  guint n;

  marks = tras_trend_data_get_marks (view->data, &n);
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      for (guint k = 0; k < 2; k++)
        {
          TrasTrendLabel grown = *label;

          grown.layout = NULL;
          set_wording (self, view, &marks[label->index], &wordings[i], &grown);
          if (set_place (self, &grown, label->rect.y, k == 0) &&
              grown.rect.width > label->rect.width + 0.5 &&
              is_free (self, &grown, first, place, n_rows, TRUE))
            {
              g_clear_object (&label->layout);
              *label = grown;
              return;
            }
          g_clear_object (&grown.layout);
        }
    }
}

/**
 * tras_trend_annotations_place_marks:
 * @self: a layout whose plane begins where the first row of names may begin
 * @view: what it shows
 * @most_rows: how many rows of names there may be
 *
 * A name that finds no place is shortened, then left to its sign. Where that leaves no room for
 * the signs of others, all begin shorter, and grow into what room is left.
 *
 * Returns: how many rows were needed
 */
guint
tras_trend_annotations_place_marks (TrasTrendLayout     *self,
                                    const TrasTrendView *view,
                                    guint                most_rows)
{
  double row_height = TRAS_TREND_ROW * self->em;
  guint first = self->labels->len;
  double top = self->plot.y + most_rows * row_height;
  guint used_rows;

  for (guint wording = 0; wording < G_N_ELEMENTS (wordings); wording++)
    {
      g_array_set_size (self->labels, first);
      if (place_marks (self, view, wording, most_rows))
        break;
    }
  for (guint i = first; i < self->labels->len; i++)
    grow_mark (self, view, first, i, most_rows);

  /* The rows that nobody needed were the upper ones: the others move up. */
  for (guint i = first; i < self->labels->len; i++)
    top = MIN (top, g_array_index (self->labels, TrasTrendLabel, i).rect.y);
  for (guint i = first; i < self->labels->len; i++)
    g_array_index (self->labels, TrasTrendLabel, i).rect.y -= top - self->plot.y;
  used_rows = (guint) round (most_rows - (top - self->plot.y) / row_height);

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

  /* A flag may stand on top of the plane, where other labels leave room. */
  if (flag->y < MAX (self->plot.y - self->em * 2.3, 0) ||
      flag->y + flag->height > self->plot.y + self->plot.height)
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

      number = g_strdup_printf ("%u", notes[i].number);
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
  guint written = 0;
  guint n;

  notes = tras_trend_data_get_notes (view->data, &n);

  /* From the newest backwards, to see how many there is room for. */
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *text = NULL;
      TrasTrendLabel *label;

      if (notes[i - 1].index < self->first || notes[i - 1].index >= self->last)
        continue;
      /* A note on many points in a row is written once. */
      if (notes[i - 1].number == written)
        continue;

      written = notes[i - 1].number;
      text = g_strdup_printf ("%u  %s", written, notes[i - 1].text);
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_NOTE_KEY, text,
                                           self->em * 0.86, FALSE,
                                           MIN (self->em * 56, self->width),
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
