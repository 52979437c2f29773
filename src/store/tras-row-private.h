/* tras-row-private.h: what a list does with its slots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-row.h"

G_BEGIN_DECLS

TrasRow *tras_row_new        (GHashTable *slots,
                              guint       position,
                              gint64      id);
void     tras_row_detach     (TrasRow    *self);
void     tras_row_set_id     (TrasRow    *self,
                              gint64      id);
void     tras_row_set_record (TrasRow    *self,
                              TrasRecord *record);

G_END_DECLS
