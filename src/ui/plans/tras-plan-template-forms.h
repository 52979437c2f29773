/* tras-plan-template-forms.h: asks for a plan that is made from a template
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-person.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_plan_template_forms_new     (GtkWidget  *owner,
                                       TrasStore  *store,
                                       gint64      goal_id);
void tras_plan_template_forms_onboard (GtkWidget  *owner,
                                       TrasStore  *store,
                                       TrasPerson *person,
                                       TrasDay     first_day,
                                       gint64      goal_id);

G_END_DECLS
