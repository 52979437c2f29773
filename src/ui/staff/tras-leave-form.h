/* tras-leave-form.h: somebody leaves, with a day and a reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_leave_form_present (GtkWidget *owner,
                              TrasStore *store,
                              gint64     person_id);

G_END_DECLS
