/* tras-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-scale.h"

/**
 * tras_scale_map:
 * @self: a scale
 * @value: a value of the domain, or beyond it
 *
 * Returns: its place; the middle of the range where the domain is a single value
 */
double
tras_scale_map (const TrasScale *self,
                double           value)
{
  if (self->to == self->from)
    return (self->start + self->end) / 2;

  return self->start + (value - self->from) / (self->to - self->from) * (self->end - self->start);
}

/**
 * tras_scale_invert:
 * @self: a scale
 * @place: a place in the range, or beyond it
 *
 * Returns: the value drawn there; @from where the range is a single place
 */
double
tras_scale_invert (const TrasScale *self,
                   double           place)
{
  if (self->end == self->start)
    return self->from;

  return self->from + (place - self->start) / (self->end - self->start) * (self->to - self->from);
}
