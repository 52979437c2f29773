/* tras-inner-switch.h: chooses between the lists of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_INNER_SWITCH (tras_inner_switch_get_type ())

/**
 * TrasInnerSwitch:
 *
 * The buttons of a stack in one row. Where they are wider than the window the row can be scrolled,
 * and the button of what is shown is always in sight.
 */
G_DECLARE_FINAL_TYPE (TrasInnerSwitch, tras_inner_switch, TRAS, INNER_SWITCH, AdwBin)

G_END_DECLS
