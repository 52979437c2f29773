/* tras-firm.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-firm.h"

static const TrasField firm_fields[] = {
  TRAS_FIELD (TrasFirm, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("Name")),
  TRAS_FIELD (TrasFirm, currency, TEXT, TRAS_FIELD_REQUIRED, N_("Currency"), .initial = "EUR"),
  TRAS_FIELD (TrasFirm, week_minutes, INTEGER, TRAS_FIELD_REQUIRED, N_("Working minutes a week"),
              .initial = "2400"),
  TRAS_FIELD (TrasFirm, fiscal_month, INTEGER, TRAS_FIELD_REQUIRED,
              N_("First month of the fiscal year"), .initial = "1"),
};

static const TrasTable firm_table = {
  .name = "firm",
  .kind = "firm",
  .singular = N_("Firm"),
  .plural = N_("Firm"),
  .fields = firm_fields,
  .n_fields = G_N_ELEMENTS (firm_fields),
};

TRAS_DEFINE_RECORD (TrasFirm, tras_firm, &firm_table)
