/* tras-candidate-forms.h: what is asked about candidates and about giving a vacancy up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-vacancy.h"

G_BEGIN_DECLS

void tras_candidate_forms_edit  (GtkWidget     *owner,
                                 TrasStore     *store,
                                 TrasVacancy   *vacancy,
                                 TrasCandidate *candidate);
void tras_candidate_forms_close (GtkWidget     *owner,
                                 TrasStore     *store,
                                 TrasVacancy   *vacancy);

G_END_DECLS
