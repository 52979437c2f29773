/* tras-closing-dialog.h: closes the books of stock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_closing_dialog_present (GtkWidget *owner,
                                  TrasStore *store);

G_END_DECLS
