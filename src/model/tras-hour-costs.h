/* tras-hour-costs.h: what an hour of each person's work costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

typedef struct _TrasHourCosts TrasHourCosts;

TrasHourCosts *tras_hour_costs_load (TrasDb         *db,
                                     GError        **error);
void           tras_hour_costs_free (TrasHourCosts  *self);
gint64         tras_hour_costs_get  (TrasHourCosts  *self,
                                     gint64          person_id,
                                     TrasDay         day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasHourCosts, tras_hour_costs_free)

G_END_DECLS
