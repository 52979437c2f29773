/* tras-absence-setup.h: holidays and kinds of absence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ABSENCE_SETUP (tras_absence_setup_get_type ())

/**
 * TrasAbsenceSetup:
 *
 * A window with the two lists that absences are reckoned by.
 */
G_DECLARE_FINAL_TYPE (TrasAbsenceSetup, tras_absence_setup, TRAS, ABSENCE_SETUP, AdwWindow)

TrasAbsenceSetup *tras_absence_setup_new (TrasWindow *window);

G_END_DECLS
