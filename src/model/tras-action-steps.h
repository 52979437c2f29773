/* tras-action-steps.h: the edits by which an action's own records come about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action-records.h"
#include "tras-person.h"

G_BEGIN_DECLS

TrasEdit *tras_action_step_add_line       (TrasAction          *action,
                                           TrasPurchaseLine    *line,
                                           TrasPurchase        *purchase,
                                           gint64               supplier_id);
TrasEdit *tras_action_step_send_order     (TrasAction          *action,
                                           TrasPurchase        *purchase);
TrasEdit *tras_action_step_receive        (TrasAction          *action,
                                           TrasPurchaseLine    *line,
                                           TrasReceipt         *receipt,
                                           gint64               unit_price,
                                           gint64               from_id,
                                           gint64               to_id);

G_END_DECLS
