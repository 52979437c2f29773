/* tras-shipment.h: what of an order can be sent, and sending it, all at once or in parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-sale.h"

G_BEGIN_DECLS

/**
 * TrasShipmentLine:
 * @line: a line of the order, of which something is still to be sent
 * @item: its item
 * @left: what is still to be sent, in thousandths of the unit
 * @can: what can be sent now: as much of that as is here
 * @there: (element-type gint64): what is in each of the firm's places; %NULL for an item that is
 *   not kept in stock
 */
typedef struct
{
  TrasSaleLine *line;
  TrasItem *item;
  gint64 left;
  gint64 can;
  GArray *there;
} TrasShipmentLine;

/**
 * TrasShipment:
 * @sale: the order
 * @n_lines: how many lines it has, those that were sent among them
 * @lines: (element-type TrasShipmentLine): those of which something is left
 * @inside: (element-type TrasLocation): the firm's own places
 * @customers: (nullable): where goods go to; %NULL while there is no such place
 *
 * An order that is about to be sent, with all that has to be known for that.
 */
typedef struct
{
  TrasSale *sale;
  guint n_lines;
  GPtrArray *lines;
  GPtrArray *inside;
  TrasLocation *customers;
} TrasShipment;

TrasShipment *tras_shipment_load      (TrasDb              *db,
                                       gint64               sale_id,
                                       GError             **error);
void          tras_shipment_free      (TrasShipment        *self);
gboolean      tras_shipment_check     (const TrasShipment  *self,
                                       const gint64        *quantities,
                                       guint               *refused,
                                       GError             **error);
TrasEdit     *tras_shipment_make_edit (const TrasShipment  *self,
                                       const gint64        *quantities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasShipment, tras_shipment_free)

G_END_DECLS
