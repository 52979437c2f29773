/* tras-record-deviations.h: the deviations that were made of a record, in its pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_RECORD_DEVIATIONS (tras_record_deviations_get_type ())
#define TRAS_TYPE_ORDER_DEVIATIONS (tras_order_deviations_get_type ())
#define TRAS_TYPE_STOCKOUT_DEVIATIONS (tras_stockout_deviations_get_type ())

/**
 * TrasRecordDeviations:
 *
 * What of a record went off course, with a button that makes a deviation of it unless one is being
 * followed up; where a rule says that there should be one, it says so. A subclass reads those of
 * its kind of record.
 */
G_DECLARE_DERIVABLE_TYPE (TrasRecordDeviations, tras_record_deviations, TRAS, RECORD_DEVIATIONS,
                          TrasDetailSection)

struct _TrasRecordDeviationsClass
{
  TrasDetailSectionClass parent_class;
};

G_DECLARE_FINAL_TYPE (TrasOrderDeviations, tras_order_deviations, TRAS, ORDER_DEVIATIONS,
                      TrasRecordDeviations)
G_DECLARE_FINAL_TYPE (TrasStockoutDeviations, tras_stockout_deviations, TRAS, STOCKOUT_DEVIATIONS,
                      TrasRecordDeviations)

void tras_record_deviations_open (TrasRecordDeviations *self);

G_END_DECLS
