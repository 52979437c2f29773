/* tras-balances.h: how much of everything lies where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasBalance:
 * @item_id: an item
 * @location_id: a place
 * @quantity: how much of it is there, in thousandths of the unit
 */
typedef struct
{
  gint64 item_id;
  gint64 location_id;
  gint64 quantity;
} TrasBalance;

GArray *tras_balances_load         (TrasDb   *db,
                                    gint64    location_id,
                                    GError  **error);
GArray *tras_balances_load_on      (TrasDb   *db,
                                    TrasDay   day,
                                    GError  **error);
gint64  tras_balances_find         (GArray   *balances,
                                    gint64    item_id);
gint64  tras_balances_get_movement (TrasDb   *db,
                                    GError  **error);

G_END_DECLS
