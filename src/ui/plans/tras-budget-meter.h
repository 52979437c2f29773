/* tras-budget-meter.h: money planned, committed and spent, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_BUDGET_METER (tras_budget_meter_get_type ())

G_DECLARE_FINAL_TYPE (TrasBudgetMeter, tras_budget_meter, TRAS, BUDGET_METER, GtkWidget)

GtkWidget *tras_budget_meter_new (void);
void       tras_budget_meter_set (TrasBudgetMeter *self,
                                  gint64           planned,
                                  gint64           committed,
                                  gint64           spent,
                                  gint64           most);

G_END_DECLS
