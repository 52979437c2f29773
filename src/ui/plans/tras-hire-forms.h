/* tras-hire-forms.h: what is asked of who hires
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action.h"
#include "tras-store.h"
#include "tras-vacancy.h"

G_BEGIN_DECLS

void tras_hire_forms_open (GtkWidget     *owner,
                           TrasStore     *store,
                           TrasAction    *action);
void tras_hire_forms_fill (GtkWidget     *owner,
                           TrasStore     *store,
                           TrasVacancy   *vacancy,
                           TrasCandidate *candidate);

G_END_DECLS
