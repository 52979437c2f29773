/* tras-post-form.h: a person's post, new or changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-person.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_post_form_add    (GtkWidget *owner,
                            TrasStore *store,
                            gint64     person_id,
                            TrasPost  *before);
void tras_post_form_change (GtkWidget *owner,
                            TrasStore *store,
                            TrasPost  *post);

G_END_DECLS
