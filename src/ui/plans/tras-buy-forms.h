/* tras-buy-forms.h: what an action that buys asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action.h"
#include "tras-purchase.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_buy_forms_add     (GtkWidget        *owner,
                             TrasStore        *store,
                             TrasAction       *action);
void tras_buy_forms_receive (GtkWidget        *owner,
                             TrasStore        *store,
                             TrasAction       *action,
                             TrasPurchaseLine *line);

G_END_DECLS
