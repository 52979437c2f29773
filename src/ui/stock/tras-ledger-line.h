/* tras-ledger-line.h: a movement on an item's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-stock.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LEDGER_LINE (tras_ledger_line_get_type ())

/**
 * TrasLedgerLine:
 *
 * When, why, from where to where, how much and what was there behind it, with a button that takes
 * the movement back.
 */
G_DECLARE_FINAL_TYPE (TrasLedgerLine, tras_ledger_line, TRAS, LEDGER_LINE, GtkListBoxRow)

GtkWidget    *tras_ledger_line_new          (TrasLedgerRow  *row,
                                             gboolean        editable);
TrasMovement *tras_ledger_line_get_movement (TrasLedgerLine *self);

void          tras_movement_reverse         (GtkWidget      *widget,
                                             TrasMovement   *movement);

G_END_DECLS
