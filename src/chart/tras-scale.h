/* tras-scale.h: from a domain of numbers or days to places on the paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasScale:
 * @from: the domain's first value
 * @to: the domain's last value
 * @start: where @from is drawn
 * @end: where @to is drawn; smaller than @start on a scale that runs upwards or is mirrored
 *
 * A straight-line map. Days are taken as plain numbers.
 */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
} TrasScale;

double tras_scale_map    (const TrasScale *self,
                          double           value);
double tras_scale_invert (const TrasScale *self,
                          double           place);

G_END_DECLS
