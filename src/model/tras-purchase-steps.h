/* tras-purchase-steps.h: an order with its lines, and the edits by which it goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-item.h"
#include "tras-purchase-rules.h"

G_BEGIN_DECLS

/**
 * TrasPurchaseSheet:
 * @purchase: an order
 * @supplier: who it goes to
 * @lines: (element-type TrasPurchaseLine): what is ordered, in the order it was written
 * @items: (element-type TrasItem): the item of each line
 * @receipts: (element-type TrasReceipt): what came, by day
 *
 * An order with all that belongs to it.
 */
typedef struct
{
  TrasPurchase *purchase;
  TrasSupplier *supplier;
  GPtrArray *lines;
  GPtrArray *items;
  GPtrArray *receipts;
} TrasPurchaseSheet;

TrasPurchaseSheet *tras_purchase_sheet_load   (TrasDb             *db,
                                               gint64              purchase_id,
                                               GError            **error);
void               tras_purchase_sheet_free   (TrasPurchaseSheet  *self);

TrasPurchase      *tras_purchase_dup_sent     (TrasPurchase       *self,
                                               TrasDay             day);
TrasEdit          *tras_purchase_step_send    (TrasPurchaseSheet  *sheet,
                                               TrasDay             day);
TrasEdit          *tras_purchase_step_end     (TrasPurchaseSheet  *sheet);
TrasEdit          *tras_purchase_step_delete  (TrasPurchaseSheet  *sheet);
TrasEdit          *tras_purchase_step_receive (TrasPurchaseLine   *line,
                                               TrasReceipt        *receipt,
                                               gint64              unit_price,
                                               gint64              from_id,
                                               gint64              to_id);
void               tras_purchase_edit_receipt (TrasEdit           *edit,
                                               TrasPurchaseLine   *line,
                                               TrasReceipt        *receipt,
                                               gint64              unit_price,
                                               gint64              from_id,
                                               gint64              to_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPurchaseSheet, tras_purchase_sheet_free)

G_END_DECLS
