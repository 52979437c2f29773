/* tras-count-form.h: begins a count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-counting.h"
#include "tras-store.h"

G_BEGIN_DECLS

typedef void (*TrasCountBegun) (GtkWidget *owner,
                                gint64     count_id);

void tras_count_form_present (GtkWidget       *owner,
                              TrasStore       *store,
                              TrasCounting    *counting,
                              TrasCountBegun   begun);

G_END_DECLS
