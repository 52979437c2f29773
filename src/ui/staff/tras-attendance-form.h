/* tras-attendance-form.h: who was in a session, on one page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_attendance_form_present (GtkWidget *owner,
                                   TrasStore *store,
                                   gint64     session_id);

G_END_DECLS
