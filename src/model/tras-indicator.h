/* tras-indicator.h: indicators, their measurements and segments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_INDICATOR (tras_indicator_get_type ())

TRAS_DECLARE_RECORD (TrasIndicator, tras_indicator, INDICATOR)

/* What an indicator's source says where it is not the id of a feed. */
#define TRAS_SOURCE_HAND "hand"
#define TRAS_SOURCE_IMPORT "import"
#define TRAS_SOURCE_FORMULA "formula"

/**
 * TrasIndicator:
 *
 * A measured quantity. source is hand, import, formula or one of the program's own feeds. A formula
 * names indicators by their ids, [#12], so that it stands when they get other names; people see and
 * write it with names, by a #TrasFormulaBook.
 */
struct _TrasIndicator
{
  TrasRecord parent_instance;

  gint64 area_id;
  char *name;
  char *question;
  char *definition;
  char *unit;
  gint64 decimals;
  const char *family;
  const char *customer;
  gint64 customer_area_id;
  gboolean lever;
  const char *better;
  const char *every;
  const char *roll;
  double floor;
  double ceiling;
  gint64 owner_id;
  gint64 collector_id;
  char *source;
  char *formula;
  TrasDay starts_on;
  TrasDay retired_on;
  char *retired_why;

  /* of the view */
  char *area_name;
  char *owner_name;
  char *collector_name;
  char *customer_area_name;
  TrasDay last_on;
  double last_value;
};

#define TRAS_TYPE_MEASUREMENT (tras_measurement_get_type ())

TRAS_DECLARE_RECORD (TrasMeasurement, tras_measurement, MEASUREMENT)

/**
 * TrasMeasurement:
 *
 * The value of an indicator for a period, named by its first day. No row: not measured yet; no
 * value and a note: known to be missing.
 */
struct _TrasMeasurement
{
  TrasRecord parent_instance;

  gint64 indicator_id;
  TrasDay period_on;
  double value;
  double num;
  double den;
  gboolean estimated;
  gboolean left_out;
  char *note;
};

#define TRAS_TYPE_SEGMENT (tras_segment_get_type ())

TRAS_DECLARE_RECORD (TrasSegment, tras_segment, SEGMENT)

/**
 * TrasSegment:
 *
 * A step change: limits are computed anew from the period of from_on.
 */
struct _TrasSegment
{
  TrasRecord parent_instance;

  gint64 indicator_id;
  TrasDay from_on;
  gint64 base_n;
  char *why;
  gint64 decision_id;
};

G_END_DECLS
