/* tras-order-paper.h: picking lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_order_paper_save (GtkWidget *owner,
                            TrasStore *store,
                            gint64     sale_id);

G_END_DECLS
