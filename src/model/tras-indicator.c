/* tras-indicator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-indicator.h"

static const TrasChoice families[] = {
  { "productivity", N_("Productivity") },
  { "quality", N_("Quality") },
  { "customer", N_("Customer") },
  { "people", N_("People") },
  { "finance", N_("Finance") },
  { "stock", N_("Stock") },
  { NULL, NULL },
};

static const TrasChoice customers[] = {
  { "none", N_("No customer") },
  { "external", N_("External customer") },
  { "internal", N_("Internal customer") },
  { NULL, NULL },
};

static const TrasChoice betters[] = {
  { "up", N_("Higher is better") },
  { "down", N_("Lower is better") },
  { "band", N_("Within a band is better") },
  { "neither", N_("No direction is better") },
  { NULL, NULL },
};

static const TrasChoice everies[] = {
  { "day", N_("Every day") },
  { "week", N_("Every week") },
  { "month", N_("Every month") },
  { NULL, NULL },
};

static const TrasChoice rolls[] = {
  { "sum", N_("Sum") },
  { "mean", N_("Mean") },
  { "last", N_("Last value") },
  { "min", N_("Minimum") },
  { "max", N_("Maximum") },
  { "ratio", N_("Ratio of sums") },
  { NULL, NULL },
};

static const TrasField indicator_fields[] = {
  TRAS_FIELD (TrasIndicator, area_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasIndicator, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasIndicator, question, TEXT, TRAS_FIELD_REQUIRED, N_("Question it answers")),
  TRAS_FIELD (TrasIndicator, definition, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE,
              N_("What is counted, what is left out")),
  TRAS_FIELD (TrasIndicator, unit, TEXT, TRAS_FIELD_REQUIRED, N_("Unit")),
  TRAS_FIELD (TrasIndicator, decimals, INTEGER, TRAS_FIELD_REQUIRED, N_("Decimals"),
              .initial = "0"),
  TRAS_FIELD (TrasIndicator, family, CHOICE, TRAS_FIELD_REQUIRED, N_("Family"),
              .choices = families),
  TRAS_FIELD (TrasIndicator, customer, CHOICE, TRAS_FIELD_REQUIRED, N_("Whose customer it serves"),
              .choices = customers, .initial = "none"),
  TRAS_FIELD (TrasIndicator, customer_area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Customer area"),
              .target = "area"),
  TRAS_FIELD (TrasIndicator, lever, BOOLEAN, TRAS_FIELD_REQUIRED, N_("We can act on it"),
              .initial = "0"),
  TRAS_FIELD (TrasIndicator, better, CHOICE, TRAS_FIELD_REQUIRED, N_("Which is better"),
              .choices = betters),
  TRAS_FIELD (TrasIndicator, every, CHOICE, TRAS_FIELD_REQUIRED, N_("How often"),
              .choices = everies, .initial = "week"),
  TRAS_FIELD (TrasIndicator, roll, CHOICE, TRAS_FIELD_REQUIRED, N_("Roll-up"), .choices = rolls),
  TRAS_FIELD (TrasIndicator, floor, REAL, TRAS_FIELD_PLAIN, N_("Lowest possible value")),
  TRAS_FIELD (TrasIndicator, ceiling, REAL, TRAS_FIELD_PLAIN, N_("Highest possible value")),
  TRAS_FIELD (TrasIndicator, owner_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Owner"), .target = "person"),
  TRAS_FIELD (TrasIndicator, collector_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Collector"),
              .target = "person"),
  TRAS_FIELD (TrasIndicator, source, TEXT, TRAS_FIELD_REQUIRED, N_("Source"), .initial = "hand"),
  TRAS_FIELD (TrasIndicator, formula, TEXT, TRAS_FIELD_PLAIN, N_("Formula")),
  TRAS_FIELD (TrasIndicator, starts_on, DATE, TRAS_FIELD_REQUIRED, N_("Measured since")),
  TRAS_FIELD (TrasIndicator, retired_on, DATE, TRAS_FIELD_PLAIN, N_("Retired on")),
  TRAS_FIELD (TrasIndicator, retired_why, TEXT, TRAS_FIELD_MULTILINE, N_("Why it was retired")),
  TRAS_FIELD (TrasIndicator, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasIndicator, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Owner")),
  TRAS_FIELD (TrasIndicator, collector_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Collector")),
  TRAS_FIELD (TrasIndicator, customer_area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Customer area")),
  TRAS_FIELD (TrasIndicator, last_on, DATE, TRAS_FIELD_COMPUTED, N_("Last measured")),
  TRAS_FIELD (TrasIndicator, last_value, REAL, TRAS_FIELD_COMPUTED, N_("Last value")),
};

static const TrasTable indicator_table = {
  .name = "indicator",
  .view = "indicator_view",
  .kind = "indicators",
  .singular = N_("Indicator"),
  .plural = N_("Indicators"),
  .fields = indicator_fields,
  .n_fields = G_N_ELEMENTS (indicator_fields),
};

TRAS_DEFINE_RECORD (TrasIndicator, tras_indicator, &indicator_table)

static const TrasField measurement_fields[] = {
  TRAS_FIELD (TrasMeasurement, indicator_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Indicator"), .target = "indicator"),
  TRAS_FIELD (TrasMeasurement, period_on, DATE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED, N_("Period")),
  TRAS_FIELD (TrasMeasurement, value, REAL, TRAS_FIELD_PLAIN, N_("Value")),
  TRAS_FIELD (TrasMeasurement, num, REAL, TRAS_FIELD_PLAIN, N_("Numerator")),
  TRAS_FIELD (TrasMeasurement, den, REAL, TRAS_FIELD_PLAIN, N_("Denominator")),
  TRAS_FIELD (TrasMeasurement, estimated, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Estimated"),
              .initial = "0"),
  TRAS_FIELD (TrasMeasurement, left_out, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Not counted for limits"),
              .initial = "0"),
  TRAS_FIELD (TrasMeasurement, note, TEXT, TRAS_FIELD_MULTILINE, N_("Note")),
};

static const TrasTable measurement_table = {
  .name = "measurement",
  .kind = "measurements",
  .singular = N_("Measurement"),
  .plural = N_("Measurements"),
  .fields = measurement_fields,
  .n_fields = G_N_ELEMENTS (measurement_fields),
};

TRAS_DEFINE_RECORD (TrasMeasurement, tras_measurement, &measurement_table)

static const TrasField segment_fields[] = {
  TRAS_FIELD (TrasSegment, indicator_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Indicator"), .target = "indicator"),
  TRAS_FIELD (TrasSegment, from_on, DATE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED, N_("From")),
  TRAS_FIELD (TrasSegment, base_n, INTEGER, TRAS_FIELD_REQUIRED, N_("Points in the baseline"),
              .initial = "20"),
  TRAS_FIELD (TrasSegment, why, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE, N_("Why")),
  TRAS_FIELD (TrasSegment, decision_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Decision"),
              .target = "decision"),
};

static const TrasTable segment_table = {
  .name = "segment",
  .kind = "segments",
  .singular = N_("Step change"),
  .plural = N_("Step changes"),
  .fields = segment_fields,
  .n_fields = G_N_ELEMENTS (segment_fields),
};

TRAS_DEFINE_RECORD (TrasSegment, tras_segment, &segment_table)
