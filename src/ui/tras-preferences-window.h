/* tras-preferences-window.h: what can be set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_PREFERENCES_WINDOW (tras_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasPreferencesWindow,
                      tras_preferences_window,
                      TRAS,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

TrasPreferencesWindow *tras_preferences_window_new (GtkWindow *parent);

G_END_DECLS
