/* tras-seal-code.h: codes that people write down and type again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tras_seal_code_new   (void);
char *tras_seal_code_read  (const char   *text);
char *tras_seal_code_short (guint32       number,
                            guint         n_letters);

G_END_DECLS
