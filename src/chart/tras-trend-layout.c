/* tras-trend-layout.c
 *
 * Everything is laid out for time running from left to right, in multiples of the text's size, and
 * mirrored as a whole at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-trend-annotations.h"
#include "tras-trend-layout.h"

#define SMALL 0.86
#define NEWEST 1.25

/* Below these, in multiples of the text's size, there is room for the plane alone, for short words,
 * for no panel of months. */
#define BARE_WIDTH 14
#define BARE_HEIGHT 9
#define NARROW 40
#define WIDE 56

/* More visible points than this are a cloud: their notes are left to the hover. */
#define MANY 4096

typedef enum
{
  LEVEL_MEAN,
  LEVEL_UPPER,
  LEVEL_LOWER,
  LEVEL_TRIAL_UPPER,
  LEVEL_TRIAL_LOWER,
} TrasTrendLevel;

static double
get_text_size (double width,
               double height)
{
  return CLAMP (7 + sqrt (MAX (width, 0) * MAX (height, 0)) / 115, 10.5, 40);
}

/**
 * tras_trend_layout_add_label:
 * @self: a layout
 * @view: what it shows
 * @kind: what the label belongs to
 * @text: its text
 * @size: the text's size
 * @bold: whether it is bold
 * @max_width: where it is cut, 0 for nowhere
 * @color: its ink
 *
 * Returns: (transfer none): the new label at (0, 0), valid until the next one is added
 */
TrasTrendLabel *
tras_trend_layout_add_label (TrasTrendLayout     *self,
                             const TrasTrendView *view,
                             TrasTrendLabelKind   kind,
                             const char          *text,
                             double               size,
                             gboolean             bold,
                             double               max_width,
                             TrasColorRole        color)
{
  TrasTrendLabel added = { .kind = kind, .color = color };

  added.layout = tras_text_cache_get (view->texts, text, size, bold, max_width);
  tras_text_get_size (added.layout, &added.rect.width, &added.rect.height);
  g_array_append_val (self->labels, added);

  return &g_array_index (self->labels, TrasTrendLabel, self->labels->len - 1);
}

static void
move_label (TrasTrendLabel *label,
            double          x,
            double          y)
{
  label->text_x += x - label->rect.x;
  label->rect.x = x;
  label->rect.y = y;
}

static void
clear_label (TrasTrendLabel *label)
{
  g_clear_object (&label->layout);
}

static gboolean
is_visible (const TrasTrendView *view,
            TrasDay              from,
            TrasDay              to)
{
  return from <= view->to && to >= view->from;
}

static void
widen (double *low,
       double *high,
       double  value)
{
  if (isnan (value))
    return;

  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* Where the way to a target that is reached step by step stands on a day. */
static double
get_path_value (const TrasTrendTarget *target,
                TrasDay                day)
{
  double share = (double) (CLAMP (day, target->from, target->to) - target->from) /
                 MAX (target->to - target->from, 1);

  return target->baseline + (target->low - target->baseline) * share;
}

static void
get_value_domain (const TrasTrendLayout *self,
                  const TrasTrendView   *view,
                  double                *low,
                  double                *high)
{
  const TrasTrendSegment *segments;
  const TrasTrendTarget *targets;
  double min, max;
  guint n;

  *low = INFINITY;
  *high = -INFINITY;
  if (tras_line_get_range (tras_trend_data_get_line (view->data),
                             self->first, self->last, &min, &max))
    {
      widen (low, high, min);
      widen (low, high, max);
    }

  segments = tras_trend_data_get_segments (view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!is_visible (view, segments[i].from, segments[i].to))
        continue;
      widen (low, high, segments[i].mean);
      widen (low, high, segments[i].lower);
      widen (low, high, segments[i].upper);
    }

  targets = tras_trend_data_get_targets (view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      if (!is_visible (view, targets[i].from, targets[i].to))
        continue;
      widen (low, high, targets[i].low);
      widen (low, high, targets[i].high);
      widen (low, high, get_path_value (&targets[i], view->from));
    }

  if (*low > *high)
    {
      *low = 0;
      *high = 1;
    }

  /* Zero is a height that everybody can read: it is shown where it costs little. */
  if (*low > 0 && *low < *high * 0.45)
    *low = 0;
  else if (*high < 0 && *high > *low * 0.45)
    *high = 0;
}

/* Room for the title and for what is counted. Returns the height that they take. */
static double
place_header (TrasTrendLayout     *self,
              const TrasTrendView *view)
{
  const char *title = view->show_title ? tras_trend_data_get_title (view->data) : NULL;
  const char *unit = tras_trend_data_get_unit (view->data);
  const char *better = tras_trend_data_get_better_words (view->data);
  g_autofree char *subtitle = NULL;
  TrasTrendLabel *label;
  double x = 0, y = 0;

  if (unit != NULL && better != NULL)
    /* Translators: the unit and which way is better, as in “days · fewer is better”. */
    subtitle = g_strdup_printf (C_("chart", "%s · %s"), unit, better);
  else
    subtitle = g_strdup (unit != NULL ? unit : better);

  if (title != NULL)
    {
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_TITLE, title,
                                           self->em * 1.2, TRUE, self->width, TRAS_COLOR_TEXT);
      move_label (label, 0, 0);
      x = label->rect.width + self->em;
      y = label->rect.height;
    }
  if (subtitle != NULL)
    {
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_SUBTITLE, subtitle,
                                           self->em, FALSE, self->width, TRAS_COLOR_DIM_TEXT);
      if (title != NULL && x + label->rect.width <= self->width)
        {
          move_label (label, x, y - label->rect.height - self->em * 0.08);
        }
      else
        {
          move_label (label, 0, y);
          y += label->rect.height;
        }
    }

  return y > 0 ? y + self->em * 0.55 : 0;
}

/* A limit says one decimal more than a count, but not more than makes sense for a large number. */
static char *
format_computed (const TrasTrendView *view,
                 double               value)
{
  int decimals = tras_trend_data_get_decimals (view->data);

  if (decimals == 0 && fabs (value) < 100)
    decimals = 1;

  return tras_chart_format_number (view->format, value, decimals);
}

static char *
format_target (const TrasTrendView *view,
               double               value)
{
  int decimals = value == round (value) ? 0 : tras_trend_data_get_decimals (view->data);

  return tras_chart_format_number (view->format, value, decimals);
}

/* One border of a target: what holds, or what is to be reached by a day. */
static char *
word_target (const TrasTrendView   *view,
             const TrasTrendTarget *target,
             double                 value,
             gboolean               is_narrow)
{
  TrasTrendBetter better = tras_trend_data_get_better (view->data);
  g_autofree char *number = format_target (view, value);
  g_autofree char *bound = NULL;
  g_autofree char *month = NULL;

  if (target->low != target->high)
    better = value == target->low ? TRAS_TREND_BETTER_UP : TRAS_TREND_BETTER_DOWN;

  switch (better)
    {
    case TRAS_TREND_BETTER_UP:
      bound = g_strdup_printf ("≥ %s", number);
      break;
    case TRAS_TREND_BETTER_DOWN:
      bound = g_strdup_printf ("≤ %s", number);
      break;
    case TRAS_TREND_BETTER_NEITHER:
    case TRAS_TREND_BETTER_BAND:
    default:
      bound = g_strdup (number);
    }

  if (isnan (target->baseline))
    return g_strdup_printf (C_("line", "target %s"), bound);
  if (is_narrow || target->to >= TRAS_DAY_MAX)
    return g_strdup_printf (C_("line", "goal %s"), bound);

  month = tras_chart_format_date (view->format, target->to, TRAS_DATE_FORM_MONTH_YEAR);
  /* Translators: what is to be reached, and in which month: “goal ≤ 4 by Jan 2027” */
  return g_strdup_printf (C_("line", "goal %s by %s"), bound, month);
}

/* What a line of a segment is called. */
static char *
word_level (TrasTrendLevel  level,
            const char     *number,
            gboolean        is_narrow)
{
  switch (level)
    {
    case LEVEL_MEAN:
      return g_strdup_printf (is_narrow ? C_("line", "avg. %s") : C_("line", "average %s"),
                              number);
    case LEVEL_UPPER:
      return g_strdup_printf (is_narrow ? C_("line", "upper %s") : C_("line", "upper limit %s"),
                              number);
    case LEVEL_LOWER:
      return g_strdup_printf (is_narrow ? C_("line", "lower %s") : C_("line", "lower limit %s"),
                              number);
    case LEVEL_TRIAL_UPPER:
      return g_strdup_printf (is_narrow ? C_("line", "trial upper %s")
                                        : C_("line", "trial upper limit %s"),
                              number);
    case LEVEL_TRIAL_LOWER:
      return g_strdup_printf (is_narrow ? C_("line", "trial lower %s")
                                        : C_("line", "trial lower limit %s"),
                              number);
    default:
      g_return_val_if_reached (g_strdup (number));
    }
}

static void
add_level_label (TrasTrendLayout     *self,
                 const TrasTrendView *view,
                 TrasTrendLevel       level,
                 double               value)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  TrasTrendLabel *label;

  if (isnan (value))
    return;

  number = format_computed (view, value);
  text = word_level (level, number, self->width < NARROW * self->em);
  label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_LINE, text, self->em * 0.92,
                                       FALSE, self->width * 0.3,
                                       level == LEVEL_MEAN ? TRAS_COLOR_MEAN : TRAS_COLOR_LIMIT);
  label->anchor = value;
}

static void
add_target_label (TrasTrendLayout       *self,
                  const TrasTrendView   *view,
                  const TrasTrendTarget *target,
                  double                 value,
                  guint                  first)
{
  g_autofree char *text = NULL;
  TrasTrendLabel *label;

  /* Two targets at one height have one name. */
  for (guint i = first; i < self->labels->len; i++)
    {
      if (g_array_index (self->labels, TrasTrendLabel, i).anchor == value)
        return;
    }

  text = word_target (view, target, value, self->width < NARROW * self->em);
  label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_LINE, text, self->em * 0.92,
                                       TRUE, self->width * 0.3, TRAS_COLOR_TARGET);
  label->anchor = value;
}

/* Of all targets in force at the end, else of the one that was last: what holds before what is to
 * be reached. */
static void
add_target_labels (TrasTrendLayout     *self,
                   const TrasTrendView *view)
{
  const TrasTrendTarget *targets;
  guint first = self->labels->len;
  TrasDay last = TRAS_DAY_MIN;
  guint n;

  targets = tras_trend_data_get_targets (view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      if (is_visible (view, targets[i].from, targets[i].to))
        last = MAX (last, MIN (targets[i].to, view->to));
    }

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = n; i > 0; i--)
        {
          const TrasTrendTarget *target = &targets[i - 1];

          if (isnan (target->baseline) != (pass == 0) ||
              !is_visible (view, target->from, target->to) || target->to < last)
            continue;
          add_target_label (self, view, target, target->low, first);
          if (target->high != target->low)
            add_target_label (self, view, target, target->high, first);
        }
    }
}

/* The names of the lines, most important first; their places follow once the plane is known.
 * Returns the room that they need. */
static double
add_line_labels (TrasTrendLayout     *self,
                 const TrasTrendView *view)
{
  const TrasTrendSegment *segments;
  guint n;
  guint first = self->labels->len;
  double room = 0;

  if (self->newest >= (gssize) self->first && self->newest < (gssize) self->last)
    {
      TrasGlyph glyph = tras_trend_data_get_glyph (view->data, self->newest);
      double value = tras_trend_data_get_value (view->data, self->newest);
      g_autofree char *text = NULL;
      TrasTrendLabel *label;

      text = tras_chart_format_number (view->format, value,
                                       tras_trend_data_get_decimals (view->data));
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_LINE, text,
                                           self->em * NEWEST, TRUE, self->width * 0.3,
                                           tras_glyph_is_unusual (glyph)
                                             ? tras_glyph_get_color (glyph) : TRAS_COLOR_TEXT);
      label->anchor = value;
    }

  add_target_labels (self, view);

  segments = tras_trend_data_get_segments (view->data, &n);
  while (n > 0 && !is_visible (view, segments[n - 1].from, segments[n - 1].to))
    n--;
  if (n > 0)
    {
      const TrasTrendSegment *segment = &segments[n - 1];

      /* Where nothing ever varied there are no limits to tell apart from the average. */
      gboolean is_constant = segment->upper == segment->lower;

      add_level_label (self, view, LEVEL_MEAN, segment->mean);
      add_level_label (self, view, segment->trial ? LEVEL_TRIAL_UPPER : LEVEL_UPPER,
                       segment->upper_clamped || is_constant ? NAN : segment->upper);
      add_level_label (self, view, segment->trial ? LEVEL_TRIAL_LOWER : LEVEL_LOWER,
                       segment->lower_clamped || is_constant ? NAN : segment->lower);
    }

  for (guint i = first; i < self->labels->len; i++)
    room = MAX (room, g_array_index (self->labels, TrasTrendLabel, i).rect.width);

  return room > 0 ? room + self->em * 1.2 : self->em * 0.4;
}

static int
compare_anchor (gconstpointer a,
                gconstpointer b)
{
  const TrasTrendLabel *one = a;
  const TrasTrendLabel *other = b;

  return (one->anchor > other->anchor) - (one->anchor < other->anchor);
}

/* Puts the names beside the ends of their lines, and drops the least important where all together
 * have no room. */
static void
place_line_labels (TrasTrendLayout *self)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TrasTrendLabel));
  g_autofree double *centres = NULL;
  g_autofree double *heights = NULL;
  double top = self->plot.y - self->em * 0.6;
  double bottom = self->plot.y + self->plot.height + self->em * 0.3;
  double room = bottom - top;

  for (guint i = 0; i < self->labels->len;)
    {
      TrasTrendLabel *label = &g_array_index (self->labels, TrasTrendLabel, i);

      if (label->kind != TRAS_TREND_LABEL_LINE)
        {
          i++;
          continue;
        }

      label->anchor = tras_scale_map (&self->y, label->anchor);
      if (label->rect.height <= room)
        {
          TrasTrendLabel kept = *label;

          g_object_ref (kept.layout);
          room -= label->rect.height;
          g_array_append_val (lines, kept);
        }
      g_array_remove_index (self->labels, i);
    }

  g_array_sort (lines, compare_anchor);
  centres = g_new (double, lines->len + 1);
  heights = g_new (double, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      centres[i] = g_array_index (lines, TrasTrendLabel, i).anchor;
      heights[i] = g_array_index (lines, TrasTrendLabel, i).rect.height;
    }
  tras_label_layout_spread (centres, heights, lines->len, top, bottom);
  for (guint i = 0; i < lines->len; i++)
    move_label (&g_array_index (lines, TrasTrendLabel, i),
                self->plot.x + self->plot.width + self->em * 1.1,
                centres[i] - heights[i] / 2);
  g_array_append_vals (self->labels, lines->data, lines->len);
}

/* Returns the room that the widest label needs. */
static double
add_value_ticks (TrasTrendLayout     *self,
                 const TrasTrendView *view)
{
  int decimals = tras_ticks_get_decimals (&self->ticks);
  double room = 0;

  for (guint i = 0; i < self->ticks.n_ticks; i++)
    {
      double value = tras_ticks_get_value (&self->ticks, i);
      g_autofree char *text = tras_chart_format_number (view->format, value, decimals);
      TrasTrendLabel *label;

      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_VALUE_TICK, text,
                                           self->em * SMALL, FALSE, self->width / 4,
                                           TRAS_COLOR_DIM_TEXT);
      label->anchor = value;
      room = MAX (room, label->rect.width);
    }

  return room + self->em * 0.6;
}

static void
place_value_ticks (TrasTrendLayout *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      TrasTrendLabel *label = &g_array_index (self->labels, TrasTrendLabel, i);

      if (label->kind == TRAS_TREND_LABEL_VALUE_TICK)
        move_label (label,
                    self->plot.x - self->em * 0.6 - label->rect.width,
                    tras_scale_map (&self->y, label->anchor) - label->rect.height / 2);
    }
}

/* One row under the time axis; a label that has no room before the next tick is left out. Names of
 * days and weeks stand under their point, names of longer spans behind the tick they begin at. */
static void
place_day_row (TrasTrendLayout     *self,
               const TrasTrendView *view,
               GArray              *row,
               gboolean             is_centred,
               double               y,
               double               right)
{
  double left_free = MAX (self->plot.x - self->em, 0);

  for (guint i = 0; i < row->len; i++)
    {
      const TrasDayTick *tick = &g_array_index (row, TrasDayTick, i);
      double place = tras_scale_map (&self->x, tick->day);
      double end = right;
      TrasTrendLabel *label;
      double x;

      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_DAY_TICK, tick->label,
                                           self->em * SMALL, FALSE, 0, TRAS_COLOR_DIM_TEXT);
      label->anchor = place;
      if (is_centred)
        {
          x = place - label->rect.width / 2;
        }
      else
        {
          x = MAX (place + self->em * 0.3, self->plot.x);
          if (i + 1 < row->len)
            end = tras_scale_map (&self->x, g_array_index (row, TrasDayTick, i + 1).day);
        }

      if (x < left_free || x + label->rect.width > end)
        {
          g_array_remove_index (self->labels, self->labels->len - 1);
          continue;
        }
      move_label (label, x, y);
      left_free = x + label->rect.width + self->em * 0.2;
    }
}

/* The months over a row of days or weeks: each begins under the first of them that lies in it, and
 * has no tick of its own. */
static void
place_months_of_days (TrasTrendLayout     *self,
                      const TrasTrendView *view,
                      const TrasDayTicks  *ticks,
                      double               y,
                      double               right)
{
  double left_free = 0;
  guint k = 0;

  for (guint i = 0; i < ticks->major->len; i++)
    {
      const TrasDayTick *month = &g_array_index (ticks->major, TrasDayTick, i);
      TrasDay next = TRAS_DAY_MAX;
      TrasTrendLabel *label;
      double x;

      if (i + 1 < ticks->major->len)
        next = g_array_index (ticks->major, TrasDayTick, i + 1).day;
      while (k < ticks->minor->len &&
             g_array_index (ticks->minor, TrasDayTick, k).day < month->day)
        k++;
      if (k == ticks->minor->len)
        break;
      if (g_array_index (ticks->minor, TrasDayTick, k).day >= next)
        continue;

      x = tras_scale_map (&self->x, g_array_index (ticks->minor, TrasDayTick, k).day);
      x = MAX (x - self->em * 0.9, 0);
      label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_DAY_TICK, month->label,
                                           self->em * SMALL, FALSE, 0, TRAS_COLOR_DIM_TEXT);
      label->anchor = NAN;
      if (x < left_free || x + label->rect.width > right)
        {
          g_array_remove_index (self->labels, self->labels->len - 1);
          continue;
        }
      move_label (label, x, y);
      left_free = x + label->rect.width + self->em * 0.8;
    }
}

static void
place_day_ticks (TrasTrendLayout     *self,
                 const TrasTrendView *view)
{
  TrasEvery every = tras_trend_data_get_every (view->data);
  double y = self->plot.y + self->plot.height + self->em * 0.35;
  double second_y = y + self->em * TRAS_TREND_ROW * SMALL;
  double right = self->months.width > 0 ? self->months.x - self->em : self->width;
  g_autoptr (TrasDayTicks) ticks = NULL;

  ticks = tras_day_ticks_new (view->from, view->to, fabs (self->x.end - self->x.start),
                              self->em * 2.6, every, view->format);
  if (ticks->minor->len == 0)
    {
      place_day_row (self, view, ticks->major, FALSE, y, right);
    }
  else if (ticks->minor->len == 1 ||
           g_array_index (ticks->minor, TrasDayTick, 1).day -
           g_array_index (ticks->minor, TrasDayTick, 0).day > 7)
    {
      place_day_row (self, view, ticks->minor, FALSE, y, right);
      place_day_row (self, view, ticks->major, FALSE, second_y, right);
    }
  else
    {
      place_day_row (self, view, ticks->minor, TRUE, y, right);
      place_months_of_days (self, view, ticks, second_y, right);
    }
}

/* A plane without points says why. */
static void
place_empty (TrasTrendLayout     *self,
             const TrasTrendView *view)
{
  TrasTrendLabel *label;

  label = tras_trend_layout_add_label (self, view, TRAS_TREND_LABEL_EMPTY,
                                       _("There are no values yet."), self->em, FALSE,
                                       self->plot.width, TRAS_COLOR_DIM_TEXT);
  move_label (label,
              self->plot.x + (self->plot.width - label->rect.width) / 2,
              self->plot.y + (self->plot.height - label->rect.height) / 2);
}

static void
mirror (TrasTrendLayout *self)
{
  self->plot.x = self->width - self->plot.x - self->plot.width;
  self->months.x = self->width - self->months.x - self->months.width;
  self->x.start = self->width - self->x.start;
  self->x.end = self->width - self->x.end;

  for (guint i = 0; i < self->labels->len; i++)
    {
      TrasTrendLabel *label = &g_array_index (self->labels, TrasTrendLabel, i);
      double text_width = 0;

      if (label->layout != NULL)
        tras_text_get_size (label->layout, &text_width, NULL);
      label->text_x = self->width - label->text_x - text_width;
      label->rect.x = self->width - label->rect.x - label->rect.width;
      if (label->kind == TRAS_TREND_LABEL_DAY_TICK || label->kind == TRAS_TREND_LABEL_MARK)
        label->anchor = self->width - label->anchor;
    }
}

static void
set_plot (TrasTrendLayout     *self,
          const TrasTrendView *view,
          double               left,
          double               top,
          double               right,
          double               bottom)
{
  /* No point sits on the border, where half of it would be in the margin. */
  double inset = MIN (self->em * 0.8, (right - left) / 8);

  self->plot.x = left;
  self->plot.y = top;
  self->plot.width = MAX (right - left, 1);
  self->plot.height = MAX (bottom - top, 1);
  self->x = (TrasScale) { view->from, view->to,
                          left + inset, left + self->plot.width - inset };
  self->y = (TrasScale) { tras_ticks_get_value (&self->ticks, 0),
                          tras_ticks_get_value (&self->ticks, self->ticks.n_ticks - 1),
                          top + self->plot.height, top };
  self->spacing = (self->plot.width - 2 * inset) / MAX (self->last - self->first, 1);
}

static void
init_ticks (TrasTrendLayout     *self,
            const TrasTrendView *view,
            double               low,
            double               high,
            guint                most)
{
  if (tras_trend_data_get_decimals (view->data) == 0)
    tras_ticks_init_whole (&self->ticks, low, high, most);
  else
    tras_ticks_init (&self->ticks, low, high, most);
}

static void
lay_out_bare (TrasTrendLayout     *self,
              const TrasTrendView *view,
              double               low,
              double               high)
{
  double margin = MIN (self->em * 0.5, MIN (self->width, self->height) / 6);

  init_ticks (self, view, low, high, 3);
  set_plot (self, view, margin, margin, self->width - margin, self->height - margin);
}

static void
lay_out_full (TrasTrendLayout     *self,
              const TrasTrendView *view,
              double               low,
              double               high)
{
  gboolean is_tall = self->height >= 22 * self->em;
  guint n_rows = self->height >= 32 * self->em ? 4 : is_tall ? 3 : 2;
  TrasDay first_month;
  const double *this_year, *last_year;
  double top, bottom, left, right, rows;
  gboolean is_empty;
  guint n_marks;

  top = place_header (self, view);
  bottom = self->height - self->em * (0.5 + 2 * TRAS_TREND_ROW * SMALL);
  if (is_tall && self->width >= NARROW * self->em && self->last - self->first <= MANY)
    bottom -= tras_trend_annotations_place_note_key (self, view, 2);

  right = self->width;
  if (self->width >= WIDE * self->em &&
      tras_trend_data_get_months (view->data, &first_month, &this_year, &last_year))
    {
      self->months.width = CLAMP (self->width * 0.24, 15 * self->em, 26 * self->em);
      self->months.x = self->width - self->months.width;
      self->months.y = top;
      self->months.height = bottom + self->em * (0.35 + TRAS_TREND_ROW * SMALL) - top;
      right = self->months.x - self->em * 1.5;
    }
  right -= add_line_labels (self, view);

  init_ticks (self, view, low, high, (guint) CLAMP ((bottom - top) / (3 * self->em), 3, 9));
  is_empty = tras_trend_data_get_line (view->data)->n_values == 0;
  left = is_empty ? 0 : add_value_ticks (self, view);

  /* The marks' places need the time axis, the plane's top needs the rows of the marks. */
  set_plot (self, view, left, top, right, bottom);
  tras_trend_data_get_marks (view->data, &n_marks);
  rows = n_marks > 0 ? tras_trend_annotations_place_marks (self, view, n_rows) : 0;
  set_plot (self, view, left,
            top + self->em * (rows > 0 ? rows * TRAS_TREND_ROW + 0.7 : 0.5), right, bottom);

  if (is_empty)
    place_empty (self, view);
  place_value_ticks (self);
  place_line_labels (self);
  place_day_ticks (self, view);
  if (self->last - self->first <= MANY)
    tras_trend_annotations_place_notes (self, view);
}

/**
 * tras_trend_layout_new:
 * @view: what is shown
 * @width: of the paper, in user units
 * @height: likewise
 *
 * Returns: (transfer full): where everything lies
 */
TrasTrendLayout *
tras_trend_layout_new (const TrasTrendView *view,
                       double               width,
                       double               height)
{
  const TrasLine *line = tras_trend_data_get_line (view->data);
  TrasTrendLayout *self = g_new0 (TrasTrendLayout, 1);
  double low, high;

  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->em = get_text_size (width, height) * view->text_scale;
  self->labels = g_array_new (FALSE, FALSE, sizeof (TrasTrendLabel));
  g_array_set_clear_func (self->labels, (GDestroyNotify) clear_label);
  self->first = tras_line_find (line, view->from);
  self->last = tras_line_find (line, view->to + 1.0);
  self->newest = tras_trend_data_find_measured (view->data, line->n_values, -1);

  get_value_domain (self, view, &low, &high);
  if (self->width < BARE_WIDTH * self->em || self->height < BARE_HEIGHT * self->em)
    lay_out_bare (self, view, low, high);
  else
    lay_out_full (self, view, low, high);

  if (view->mirrored)
    mirror (self);

  return self;
}

/**
 * tras_trend_layout_free:
 * @self: (transfer full): a layout
 */
void
tras_trend_layout_free (TrasTrendLayout *self)
{
  g_array_unref (self->labels);
  g_free (self);
}

/**
 * tras_trend_layout_get_point:
 * @self: a layout
 * @data: what it shows
 * @index: a point
 * @x: (out): its place
 * @y: (out): its place; a missing value lies on the time axis
 */
void
tras_trend_layout_get_point (const TrasTrendLayout *self,
                             TrasTrendData         *data,
                             gsize                  index,
                             double                *x,
                             double                *y)
{
  double value = tras_trend_data_get_value (data, index);

  *x = tras_scale_map (&self->x, tras_trend_data_get_day (data, index));
  *y = isnan (value) ? self->plot.y + self->plot.height : tras_scale_map (&self->y, value);
}

/**
 * tras_trend_layout_get_glyph_size:
 * @self: a layout
 * @data: what it shows
 * @index: a point
 *
 * Returns: how large the point is drawn, 0 for one that is just a part of the line
 */
double
tras_trend_layout_get_glyph_size (const TrasTrendLayout *self,
                                  TrasTrendData         *data,
                                  gsize                  index)
{
  TrasGlyph glyph = tras_trend_data_get_glyph (data, index);
  double room = MIN (self->plot.width, self->plot.height) / 4;
  double size;

  if ((gssize) index == self->newest)
    size = self->em * (glyph == TRAS_GLYPH_NONE ? 0.8 : 1.35);
  else if (tras_glyph_is_unusual (glyph))
    size = CLAMP (self->spacing * 0.95, self->em * 0.5, self->em * 1.15);
  else if (isnan (tras_trend_data_get_value (data, index)) ||
           tras_trend_data_get_left_out (data, index))
    size = CLAMP (self->spacing * 0.95, self->em * 0.6, self->em * 0.85);
  else if (self->spacing >= self->em * 0.42)
    size = CLAMP (self->spacing * 0.5, self->em * 0.3, self->em * 0.5);
  else
    size = 0;

  return MIN (size, MAX (room, 1));
}
