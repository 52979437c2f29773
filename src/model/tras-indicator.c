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
  TRAS_FIELD (TrasIndicator, area_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Area"), .target = "area",
              .help = N_("The part of the firm whose work it shows.")),
  TRAS_FIELD (TrasIndicator, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name"),
              .help = N_("As people say it in the meeting: Orders shipped late.")),
  TRAS_FIELD (TrasIndicator, question, TEXT, TRAS_FIELD_REQUIRED, N_("Question it answers"),
              .help = N_("What you want to know: do customers get their orders on the promised "
                         "day?")),
  TRAS_FIELD (TrasIndicator, definition, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE,
              N_("What is counted, what is left out"),
              .help = N_("So that two people count the same: orders sent after the promised day; "
                         "canceled ones are left out.")),
  TRAS_FIELD (TrasIndicator, unit, TEXT, TRAS_FIELD_REQUIRED, N_("Unit"),
              .help = N_("What is counted: orders, €, h or %.")),
  TRAS_FIELD (TrasIndicator, decimals, INTEGER, TRAS_FIELD_REQUIRED, N_("Decimals"),
              .initial = "0",
              .help = N_("Figures after the decimal mark: with 1 it reads 4.7.")),
  TRAS_FIELD (TrasIndicator, family, CHOICE, TRAS_FIELD_REQUIRED, N_("Family"),
              .choices = families,
              .help = N_("What kind of result it is, as quality or finance; the scorecard can be "
                         "grouped by it.")),
  TRAS_FIELD (TrasIndicator, customer, CHOICE, TRAS_FIELD_REQUIRED, N_("Whose customer it serves"),
              .choices = customers, .initial = "none",
              .help = N_("Who feels it when it goes wrong: whoever buys from you, another area, "
                         "or nobody.")),
  TRAS_FIELD (TrasIndicator, customer_area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Customer area"),
              .target = "area",
              .help = N_("The area that is served, where the customer is inside the firm.")),
  TRAS_FIELD (TrasIndicator, lever, BOOLEAN, TRAS_FIELD_REQUIRED, N_("We can act on it"),
              .initial = "0",
              .help = N_("On if people can change it this week, as calls made; off if it comes of "
                         "that, as sales.")),
  TRAS_FIELD (TrasIndicator, better, CHOICE, TRAS_FIELD_REQUIRED, N_("Which is better"),
              .choices = betters,
              .help = N_("More sales are better, and so are fewer late orders; stock is best "
                         "within a band.")),
  TRAS_FIELD (TrasIndicator, every, CHOICE, TRAS_FIELD_REQUIRED, N_("How often"),
              .choices = everies, .initial = "week",
              .help = N_("How often there is a new number. Once a week suits most.")),
  TRAS_FIELD (TrasIndicator, roll, CHOICE, TRAS_FIELD_REQUIRED, N_("Roll-up"), .choices = rolls,
              .help = N_("How weeks make a month: sales add up, prices have a mean, debts are "
                         "those of the last week.")),
  TRAS_FIELD (TrasIndicator, floor, REAL, TRAS_FIELD_PLAIN, N_("Lowest possible value"),
              .help = N_("No value can be below it: 0 for whatever is counted. Empty if there is "
                         "none.")),
  TRAS_FIELD (TrasIndicator, ceiling, REAL, TRAS_FIELD_PLAIN, N_("Highest possible value"),
              .help = N_("No value can be above it: 100 for a share in %. Empty if there is "
                         "none.")),
  TRAS_FIELD (TrasIndicator, owner_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Owner"), .target = "person",
              .help = N_("Who answers for it, and explains it in the meeting.")),
  TRAS_FIELD (TrasIndicator, collector_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Collector"),
              .target = "person",
              .help = N_("Who brings the number, if it is not the owner.")),
  TRAS_FIELD (TrasIndicator, source, TEXT, TRAS_FIELD_REQUIRED, N_("Source"), .initial = "hand",
              .help = N_("Typed, imported, computed from other indicators, or counted from the "
                         "firm’s own records.")),
  TRAS_FIELD (TrasIndicator, formula, TEXT, TRAS_FIELD_PLAIN, N_("Formula")),
  TRAS_FIELD (TrasIndicator, starts_on, DATE, TRAS_FIELD_REQUIRED, N_("Measured since"),
              .help = N_("From this day on the number is asked for.")),
  TRAS_FIELD (TrasIndicator, retired_on, DATE, TRAS_FIELD_PLAIN, N_("Retired on"),
              .help = N_("From this day on nobody is asked for it; its numbers stay.")),
  TRAS_FIELD (TrasIndicator, retired_why, TEXT, TRAS_FIELD_MULTILINE, N_("Why it was retired"),
              .help = N_("For whoever wonders next year.")),
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
