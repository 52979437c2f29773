/* tras-template.h: sentences with named places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tras_template_fill (const char *template,
                          ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
