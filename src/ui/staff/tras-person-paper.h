/* tras-person-paper.h: everything about one person, saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

void tras_person_paper_save (GtkWidget *owner,
                             TrasStore *store,
                             gint64     person_id,
                             gboolean   pages);

G_END_DECLS
