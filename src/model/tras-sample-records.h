/* tras-sample-records.h: rows of tables that no page shows yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They have no labels. A type goes to a file of its own when its page is written.
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

TRAS_DECLARE_RECORD (TrasReservation, tras_reservation, RESERVATION)

struct _TrasReservation
{
  TrasRecord parent_instance;

  gint64 item_id;
  gint64 quantity;
  char *cause;
  gint64 cause_id;
  gint64 made_at;
};

G_END_DECLS
