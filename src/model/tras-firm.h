/* tras-firm.h: the firm itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-rules.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FIRM (tras_firm_get_type ())

TRAS_DECLARE_RECORD (TrasFirm, tras_firm, FIRM)

/**
 * TrasFirm:
 * @hour_cost_readers: (nullable): names of the desk users who see what an hour of work costs, one a
 *   line or with commas; %NULL where everybody does
 * @officer_id: who opens confidential reports, 0 where nobody is named
 *
 * The firm: one row, id 1.
 */
struct _TrasFirm
{
  TrasRecord parent_instance;

  char *name;
  char *currency;
  gint64 week_minutes;
  gint64 fiscal_month;
  const char *rules;
  char *hour_cost_readers;
  gint64 officer_id;
};

gboolean    tras_firm_set_up             (TrasDb             *db,
                                          const char         *name,
                                          const char         *currency,
                                          GError            **error);
TrasFirm   *tras_firm_load               (TrasDb             *db,
                                          GError            **error);
TrasFirm   *tras_firm_load_or_new        (TrasDb             *db,
                                          GError            **error);
gboolean    tras_firm_shows_hour_cost    (TrasFirm           *self,
                                          const char         *who);
gboolean    tras_firm_shows_hour_cost_at (TrasStore          *store);
const char *tras_rule_set_get_label      (const TrasRuleSet  *set);
char       *tras_rule_set_dup_price      (const TrasRuleSet  *set);

G_END_DECLS
