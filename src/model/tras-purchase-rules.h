/* tras-purchase-rules.h: what orders and goods that came have to be like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-movement.h"
#include "tras-purchase.h"

G_BEGIN_DECLS

gboolean      tras_purchase_line_check         (TrasPurchaseLine  *self,
                                                TrasDb            *db,
                                                const char       **field,
                                                GError           **error);
gboolean      tras_receipt_check               (TrasReceipt       *self,
                                                TrasReceipt       *before,
                                                TrasPurchaseLine  *line,
                                                const char       **field,
                                                GError           **error);
TrasMovement *tras_receipt_dup_movement        (TrasReceipt       *self,
                                                TrasPurchaseLine  *line,
                                                gint64             from_id,
                                                gint64             to_id);
gboolean      tras_receipt_book                (TrasReceipt       *self,
                                                TrasDb            *db,
                                                GError           **error);
gboolean      tras_purchase_close_if_received  (TrasDb            *db,
                                                gint64             line_id,
                                                GError           **error);
gint64        tras_purchase_line_get_missing   (TrasPurchaseLine  *self);

G_END_DECLS
