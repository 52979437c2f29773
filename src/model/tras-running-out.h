/* tras-running-out.h: items that will run out unless somebody orders them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-item.h"
#include "tras-run-out.h"

G_BEGIN_DECLS

/**
 * TrasRunningOut:
 * @item: an item of which there is still some
 * @run_out: when it runs out, and how much is missing then
 * @lead_days: how long an order takes
 * @quantity: how much to order, in thousandths of the unit: what is to be bought by its level, and
 *   more where that would not do
 */
typedef struct
{
  TrasItem *item;
  TrasRunOut run_out;
  int lead_days;
  gint64 quantity;
} TrasRunningOut;

GPtrArray *tras_running_out_load      (TrasDb                *db,
                                       gint64                 item_id,
                                       TrasDay                today,
                                       GError               **error);
char      *tras_running_out_dup_words (const TrasRunningOut  *self,
                                       TrasDay                today);
const char *
           tras_running_out_get_state (const char            *state);

G_END_DECLS
