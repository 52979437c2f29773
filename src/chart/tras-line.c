/* tras-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-line.h"

/* Cairo's cost of a stroke grows with the square of the pieces in it that cross one another. */
#define PIECE 8

/* So few that a line is always cheap, however narrow the paper. */
#define FEW 128

/* How many columns ahead memory is asked for. */
#define AHEAD 4

/* The largest side of a picture that Cairo takes. */
#define MOST_PIXELS 32767

static double
get_place (const TrasLine *self,
           gsize           index)
{
  return self->days != NULL ? self->days[index] : (double) index;
}

/* The first value at or after @place, looked for in ever wider steps from @hint: neighbouring
 * columns hold about as many values, so that a few comparisons find it. */
static gsize
find_from (const TrasLine *self,
           double          place,
           gsize           hint)
{
  gsize low = 0, high = self->n_values;
  gsize step = 1;

  if (self->days == NULL)
    return (gsize) CLAMP (ceil (place), 0, (double) self->n_values);

  hint = MIN (hint, self->n_values);
  if (hint < self->n_values && self->days[hint] < place)
    {
      low = hint + 1;
      while (hint + step < self->n_values && self->days[hint + step] < place)
        {
          low = hint + step + 1;
          step *= 2;
        }
      high = MIN (hint + step, self->n_values);
    }
  else
    {
      high = hint;
      while (step <= hint && self->days[hint - step] >= place)
        {
          high = hint - step;
          step *= 2;
        }
      low = step <= hint ? hint - step + 1 : 0;
    }

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->days[middle] < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tras_line_find:
 * @self: a line
 * @place: a day or an index, not necessarily whole
 *
 * Returns: the index of the first value at or after @place; the count where there is none
 */
gsize
tras_line_find (const TrasLine *self,
                double          place)
{
  return find_from (self, place, self->n_values / 2);
}

/**
 * tras_line_get_range:
 * @self: a line
 * @from: the first value
 * @to: one past the last
 * @min: (out): the smallest, or NAN
 * @max: (out): the largest, or NAN
 *
 * Returns: whether there is any value
 */
gboolean
tras_line_get_range (const TrasLine *self,
                     gsize           from,
                     gsize           to,
                     double         *min,
                     double         *max)
{
  double low = INFINITY, high = -INFINITY;

  if (self->pyramid != NULL)
    return tras_minmax_pyramid_range (self->pyramid, from, to, min, max);

  for (gsize i = from; i < to; i++)
    {
      low = self->values[i] < low ? self->values[i] : low;
      high = self->values[i] > high ? self->values[i] : high;
    }
  *min = low <= high ? low : NAN;
  *max = low <= high ? high : NAN;

  return low <= high;
}

static void
prefetch_place (const TrasLine *self,
                gsize           index)
{
  if (self->days != NULL && index < self->n_values)
    __builtin_prefetch (self->days + index);
}

/* The values drawn between the ends of @x, one beyond each side included. */
static void
get_visible (const TrasLine  *self,
             const TrasScale *x,
             gsize           *from,
             gsize           *to)
{
  *from = tras_line_find (self, MIN (x->from, x->to));
  *to = tras_line_find (self, nextafter (MAX (x->from, x->to), INFINITY));
}

/**
 * tras_line_is_dense:
 * @self: a line
 * @x: the scale of its places
 *
 * Returns: whether there is more than one value to two units of the range (and more than 128), so
 *   that columns are drawn
 */
gboolean
tras_line_is_dense (const TrasLine  *self,
                    const TrasScale *x)
{
  gsize from, to;

  get_visible (self, x, &from, &to);

  return (double) (to - from) > MAX (fabs (x->end - x->start) / 2, FEW);
}

/**
 * tras_line_get_columns:
 * @self: a line
 * @x: the scale of its places; columns run from the smaller end of its range to the larger
 * @columns: (out caller-allocates) (array length=n_columns): what each column holds
 * @n_columns: into how many equal columns the range is cut
 *
 * Every value in the scale's domain falls in exactly one column: the one where it is drawn.
 */
void
tras_line_get_columns (const TrasLine  *self,
                       const TrasScale *x,
                       TrasColumn      *columns,
                       guint            n_columns)
{
  gboolean mirrored = (x->to < x->from) != (x->end < x->start);
  double first = MIN (x->from, x->to);
  double last = MAX (x->from, x->to);
  gsize from, to, step = 0;

  get_visible (self, x, &from, &to);
  /* Borders first, extremes then: each border is somewhere else in the memory, and to wait for one
   * after the other takes most of the time where there are ten million values. */
  for (guint i = 0; i < n_columns; i++)
    {
      TrasColumn *column = &columns[mirrored ? n_columns - 1 - i : i];
      double border = first + (last - first) * (i + 1) / n_columns;

      column->from = from;
      prefetch_place (self, from + AHEAD * step);
      column->to = i + 1 == n_columns ? to : find_from (self, border, from + step);
      column->to = CLAMP (column->to, from, to);
      __builtin_prefetch (self->values + column->to);
      step = column->to - from;
      from = column->to;
    }
  for (guint i = 0; i < n_columns; i++)
    tras_line_get_range (self, columns[i].from, columns[i].to, &columns[i].min, &columns[i].max);
}

static gboolean
is_joined (const TrasLine *self,
           gsize           a,
           gsize           b)
{
  return self->max_gap <= 0 || self->days == NULL || self->days[b] - self->days[a] <= self->max_gap;
}

/* What a column is filled between; NAN for an empty one. */
typedef struct
{
  double top;
  double bottom;
} Extent;

/* How a target's pixels lie under user space. */
typedef struct
{
  double per_x;
  double per_y;
  double device_x;
  double device_y;
} Pixels;

/* Whether the target has pixels, and they lie along the axes. One that only records what is drawn
 * counts, at one pixel a unit: it is played back onto pixels. */
static gboolean
get_pixels (cairo_t *cr,
            Pixels  *pixels)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_surface_type_t type = cairo_surface_get_type (target);
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &pixels->device_x, &pixels->device_y);
  pixels->per_x = matrix.xx * pixels->device_x;
  pixels->per_y = matrix.yy * pixels->device_y;

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_SVG &&
         type != CAIRO_SURFACE_TYPE_PS && matrix.xy == 0 && matrix.yx == 0 &&
         pixels->per_x > 0 && pixels->per_y > 0;
}

static void
set_extent (Extent          *extent,
            const TrasScale *y,
            double           min,
            double           max,
            double           line_width)
{
  double thin;

  extent->top = tras_scale_map (y, max);
  extent->bottom = tras_scale_map (y, min);
  thin = line_width - (extent->bottom - extent->top);
  if (thin > 0)
    {
      extent->top -= thin / 2;
      extent->bottom += thin / 2;
    }
}

static void
get_extents (const TrasLine  *self,
             const TrasScale *x,
             const TrasScale *y,
             double           line_width,
             Extent          *extents,
             guint            n)
{
  g_autofree TrasColumn *columns = g_new (TrasColumn, n);
  const TrasColumn *before = NULL;

  tras_line_get_columns (self, x, columns, n);
  for (guint i = 0; i < n; i++)
    {
      const TrasColumn *column = &columns[i];
      double min = column->min, max = column->max;

      extents[i].top = extents[i].bottom = NAN;
      if (isnan (min))
        {
          /* Nothing but missing values breaks the line; no values at all do not. */
          if (column->to > column->from)
            before = NULL;
          continue;
        }

      if (before != NULL &&
          is_joined (self,
                     MIN (before->to, column->to) - 1,
                     MAX (before->from, column->from)))
        {
          guint distance = column - before;
          double fall = (before->min + before->max) / 2;
          double rise = ((min + max) / 2 - fall) / distance;

          /* The line between two columns is part of it: without it a slope falls into dashes. */
          for (guint k = 1; k < distance; k++)
            set_extent (&extents[i - distance + k], y,
                        fall + rise * k - fabs (rise) / 2, fall + rise * k + fabs (rise) / 2,
                        line_width);
          if (distance == 1)
            {
              min = MIN (min, before->max);
              max = MAX (max, before->min);
            }
        }
      before = column;
      set_extent (&extents[i], y, min, max, line_width);
    }
}

static void
fill_rectangles (cairo_t      *cr,
                 const Extent *extents,
                 guint         n,
                 double        left,
                 double        width)
{
  for (guint i = 0; i < n; i++)
    {
      if (!isnan (extents[i].top))
        cairo_rectangle (cr, left + i * width, extents[i].top,
                         width, extents[i].bottom - extents[i].top);
    }
  cairo_fill (cr);
}

static guint8
get_coverage (double share)
{
  return (guint8) (share * 255 + 0.5);
}

/* Writes the columns' coverage down directly: Cairo would sort the edges of every row first, which
 * takes twenty times as long. */
static void
fill_mask (cairo_t      *cr,
           const Extent *extents,
           guint         n,
           double        left,
           double        top,
           double        bottom,
           const Pixels *pixels)
{
  guint height = (guint) ceil ((bottom - top) * pixels->per_y) + 1;
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) n, (int) height);
  guint8 *data = cairo_image_surface_get_data (mask);
  gsize stride = cairo_image_surface_get_stride (mask);
  double place_x = left, place_y = top;
  double offset;

  cairo_user_to_device (cr, &place_x, &place_y);
  place_x = round (place_x * pixels->device_x);
  offset = place_y * pixels->device_y - floor (place_y * pixels->device_y);
  place_y = floor (place_y * pixels->device_y);

  for (guint i = 0; data != NULL && i < n; i++)
    {
      double from, to;
      guint first, last;

      if (isnan (extents[i].top))
        continue;

      from = CLAMP ((extents[i].top - top) * pixels->per_y + offset, 0, height - 1e-6);
      to = CLAMP ((extents[i].bottom - top) * pixels->per_y + offset, from, height - 1e-6);
      first = (guint) from;
      last = (guint) to;
      if (first == last)
        {
          data[first * stride + i] = get_coverage (to - from);
          continue;
        }
      data[first * stride + i] = get_coverage (first + 1 - from);
      for (guint row = first + 1; row < last; row++)
        data[row * stride + i] = 0xff;
      data[last * stride + i] = get_coverage (to - last);
    }

  cairo_surface_mark_dirty (mask);
  cairo_surface_set_device_scale (mask, pixels->device_x, pixels->device_y);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask_surface (cr, mask, place_x / pixels->device_x, place_y / pixels->device_y);
  cairo_restore (cr);
  cairo_surface_destroy (mask);
}

static void
draw_columns (const TrasLine  *self,
              cairo_t         *cr,
              const TrasScale *x,
              const TrasScale *y,
              double           line_width)
{
  double left = MIN (x->start, x->end);
  double extent = fabs (x->end - x->start);
  double top = MIN (y->start, y->end) - line_width;
  double bottom = MAX (y->start, y->end) + line_width;
  Pixels pixels;
  gboolean has_pixels = get_pixels (cr, &pixels);
  guint n = (guint) CLAMP (round (extent * (has_pixels ? pixels.per_x : 1)), 1, MOST_PIXELS);
  g_autofree Extent *extents = g_new (Extent, n);

  get_extents (self, x, y, line_width, extents, n);
  if (has_pixels && n < MOST_PIXELS && (bottom - top) * pixels.per_y < MOST_PIXELS - 1)
    fill_mask (cr, extents, n, left, top, bottom, &pixels);
  else
    fill_rectangles (cr, extents, n, left, extent / n);
}

static void
draw_polyline (const TrasLine  *self,
               cairo_t         *cr,
               const TrasScale *x,
               const TrasScale *y,
               double           line_width)
{
  gboolean pen_down = FALSE;
  guint in_piece = 0;
  gsize from, to, last = 0;

  get_visible (self, x, &from, &to);
  from -= from > 0;
  to += to < self->n_values;

  cairo_set_line_width (cr, line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = from; i < to; i++)
    {
      double px, py;

      if (isnan (self->values[i]))
        {
          pen_down = FALSE;
          continue;
        }

      px = tras_scale_map (x, get_place (self, i));
      py = tras_scale_map (y, self->values[i]);
      if (pen_down && is_joined (self, last, i))
        {
          cairo_line_to (cr, px, py);
          if (++in_piece == PIECE)
            {
              cairo_stroke (cr);
              cairo_move_to (cr, px, py);
              in_piece = 0;
            }
        }
      else
        {
          cairo_move_to (cr, px, py);
        }
      pen_down = TRUE;
      last = i;
    }
  cairo_stroke (cr);
}

/**
 * tras_line_draw:
 * @self: a line
 * @cr: where to draw, with an opaque source
 * @x: the scale of places
 * @y: the scale of values
 * @line_width: in user units
 *
 * Draws the values in the domain of @x. Where there are more of them than half the units of the
 * range, each pixel column is filled from its smallest to its largest value, which costs the same
 * for any number of values and loses no extreme; else the line itself is stroked, in short pieces.
 */
void
tras_line_draw (const TrasLine  *self,
                cairo_t         *cr,
                const TrasScale *x,
                const TrasScale *y,
                double           line_width)
{
  if (self->n_values == 0)
    return;

  cairo_new_path (cr);
  if (tras_line_is_dense (self, x))
    draw_columns (self, cr, x, y, line_width);
  else
    draw_polyline (self, cr, x, y, line_width);
}
