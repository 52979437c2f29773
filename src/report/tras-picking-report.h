/* tras-picking-report.h: what is to be taken from the shelves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-number.h"
#include "tras-report.h"
#include "tras-sale.h"

G_BEGIN_DECLS

/**
 * TrasPicking:
 * @sale: an order
 * @lines: (element-type TrasSaleLine): what of it is still to go, by SKU
 */
typedef struct
{
  TrasSale *sale;
  GPtrArray *lines;
} TrasPicking;

GPtrArray  *tras_picking_load       (TrasDb                  *db,
                                     gint64                   sale_id,
                                     GError                 **error);
TrasReport *tras_picking_report_new (GPtrArray               *pickings,
                                     const char              *firm,
                                     const TrasNumberFormat  *format);

G_END_DECLS
