/* locales.h: a locale that the system may not have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean locales_use (const char *name);

G_END_DECLS
