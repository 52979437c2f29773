/* tras-day-button.h: a button with a calendar behind it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-date.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DAY_BUTTON (tras_day_button_get_type ())

/**
 * TrasDayButton:
 *
 * Stands at the end of an entry for a day. Emits `picked` with the #TrasDay that was clicked.
 */
G_DECLARE_FINAL_TYPE (TrasDayButton, tras_day_button, TRAS, DAY_BUTTON, AdwBin)

GtkWidget *tras_day_button_new     (void);
void       tras_day_button_set_day (TrasDayButton *self,
                                    TrasDay        day);

G_END_DECLS
