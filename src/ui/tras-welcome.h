/* tras-welcome.h: what a window shows before it has a firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_WELCOME (tras_welcome_get_type ())

G_DECLARE_FINAL_TYPE (TrasWelcome, tras_welcome, TRAS, WELCOME, AdwBin)

G_END_DECLS
