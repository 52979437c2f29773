/* tras-sample-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sample-records.h"

#define FIELD(Type, member, VALUE, ...) \
  TRAS_FIELD (Type, member, VALUE, TRAS_FIELD_INTERNAL, NULL, __VA_ARGS__)

static const TrasField reservation_fields[] = {
  FIELD (TrasReservation, item_id, REFERENCE, .target = "item"),
  FIELD (TrasReservation, quantity, QUANTITY),
  FIELD (TrasReservation, cause, TEXT),
  FIELD (TrasReservation, cause_id, INTEGER),
  FIELD (TrasReservation, made_at, INSTANT),
};

static const TrasTable reservation_table = {
  .name = "reservation",
  .fields = reservation_fields,
  .n_fields = G_N_ELEMENTS (reservation_fields),
};

TRAS_DEFINE_RECORD (TrasReservation, tras_reservation, &reservation_table)
