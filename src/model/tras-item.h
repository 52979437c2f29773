/* tras-item.h: suppliers and items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SUPPLIER (tras_supplier_get_type ())

TRAS_DECLARE_RECORD (TrasSupplier, tras_supplier, SUPPLIER)

/**
 * TrasSupplier:
 *
 * Who sells to the firm; lead_days is how long an order takes.
 */
struct _TrasSupplier
{
  TrasRecord parent_instance;

  char *name;
  char *contact;
  gint64 lead_days;
};

#define TRAS_TYPE_ITEM (tras_item_get_type ())

TRAS_DECLARE_RECORD (TrasItem, tras_item, ITEM)

/**
 * TrasItem:
 *
 * Something that is bought, kept or sold. An item that is not stocked has no balance to guard. No
 * item has the state short by itself: who knows which day it is says so (see
 * tras_running_out_load()).
 */
struct _TrasItem
{
  TrasRecord parent_instance;

  char *sku;
  char *name;
  char *unit;
  gboolean stocked;
  gint64 reorder_at;
  gint64 reorder_to;
  gint64 pack;
  gint64 lead_days;
  gint64 supplier_id;
  gint64 price;
  char *barcode;
  gboolean active;

  /* of the view */
  gint64 on_hand;
  gint64 reserved;
  gint64 available;
  gint64 due_in;
  gint64 projected;
  char *supplier_name;
  const char *state;
};

char *tras_item_dup_amount   (const char  *unit,
                              gint64       quantity);
char *tras_item_dup_free_sku (TrasDb      *db,
                              GError     **error);

G_END_DECLS
