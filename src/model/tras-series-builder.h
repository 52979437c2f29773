/* tras-series-builder.h: a series while its numbers arrive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-computed-point.h"
#include "tras-formula.h"
#include "tras-indicator-series.h"

G_BEGIN_DECLS

/**
 * TrasSeriesBuilder:
 * @series: the series, without points
 */
typedef struct
{
  TrasIndicatorSeries *series;

  /*< private >*/
  GArray *periods;
  GArray *values;
  GArray *nums;
  GArray *dens;
  GByteArray *left_out;
  GByteArray *estimated;
  GPtrArray *notes;
  GArray *absent;
  GPtrArray *absent_notes;
  GPtrArray *remarks;
} TrasSeriesBuilder;

TrasSeriesBuilder   *tras_series_builder_new         (TrasIndicator       *indicator,
                                                      TrasDay              day);
void                 tras_series_builder_free        (TrasSeriesBuilder   *self);
void                 tras_series_builder_take        (TrasSeriesBuilder   *self,
                                                      TrasMeasurement     *row);
void                 tras_series_builder_take_points (TrasSeriesBuilder   *self,
                                                      GArray              *points);
void                 tras_series_builder_get_values  (TrasSeriesBuilder   *self,
                                                      TrasFormulaSeries   *values);
TrasIndicatorSeries *tras_series_builder_finish      (TrasSeriesBuilder   *self,
                                                      TrasRules            rules);

G_END_DECLS
