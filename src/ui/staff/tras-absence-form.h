/* tras-absence-form.h: an absence, new or changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-absence.h"
#include "tras-store.h"
#include "tras-work-book.h"

G_BEGIN_DECLS

void tras_absence_form_add    (GtkWidget    *owner,
                               TrasStore    *store,
                               TrasWorkBook *work,
                               gint64        person_id,
                               TrasDay       from,
                               TrasDay       to);
void tras_absence_form_change (GtkWidget    *owner,
                               TrasStore    *store,
                               TrasWorkBook *work,
                               TrasAbsence  *absence);

G_END_DECLS
