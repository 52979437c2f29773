/* migrations.h: the SQL that makes a firm's file, as a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dup_migrations (void);

G_END_DECLS
