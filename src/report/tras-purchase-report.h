/* tras-purchase-report.h: an order to a supplier on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-purchase-steps.h"
#include "tras-report.h"

G_BEGIN_DECLS

TrasReport *tras_purchase_report_new (TrasPurchaseSheet      *sheet,
                                      const char             *firm,
                                      const char             *currency,
                                      const TrasNumberFormat *format);

G_END_DECLS
