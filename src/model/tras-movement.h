/* tras-movement.h: the ledger of stock and its places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LOCATION (tras_location_get_type ())

TRAS_DECLARE_RECORD (TrasLocation, tras_location, LOCATION)

/**
 * TrasLocation:
 *
 * A place that items move from and to; only what is inside counts as stock.
 */
struct _TrasLocation
{
  TrasRecord parent_instance;

  char *name;
  const char *kind;
};

#define TRAS_TYPE_MOVEMENT (tras_movement_get_type ())

TRAS_DECLARE_RECORD (TrasMovement, tras_movement, MOVEMENT)

/**
 * TrasMovement:
 *
 * A quantity of an item that went from one place to another. Never changed nor deleted; an undo is
 * a movement back that names the first in reverses_id.
 */
struct _TrasMovement
{
  TrasRecord parent_instance;

  char *code;
  gint64 item_id;
  gint64 from_id;
  gint64 to_id;
  gint64 quantity;
  gint64 unit_cost;
  TrasDay moved_on;
  const char *cause;
  gint64 cause_id;
  gint64 reverses_id;
  char *note;

  /* of the view */
  char *sku;
  char *item_name;
  char *unit;
  char *from_name;
  char *to_name;
  const char *way;
  gboolean reversed;
};

#define TRAS_TYPE_CLOSING (tras_closing_get_type ())

TRAS_DECLARE_RECORD (TrasClosing, tras_closing, CLOSING)

/**
 * TrasClosing:
 *
 * The end of a period of the books: no movement on that day or before it is taken any more.
 */
struct _TrasClosing
{
  TrasRecord parent_instance;

  TrasDay closed_to;
};

TrasMovement *tras_movement_dup_reverse (TrasMovement *self);

G_END_DECLS
