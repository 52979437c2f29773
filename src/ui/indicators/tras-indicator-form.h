/* tras-indicator-form.h: asks for a new indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_indicator_form_present (GtkWidget *owner,
                                  TrasStore *store,
                                  gint64     owner_id,
                                  gint64     area_id);

G_END_DECLS
