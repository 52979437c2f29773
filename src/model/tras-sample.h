/* tras-sample.h: the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

const char *tras_sample_get_language (const char    *locale);
gboolean    tras_sample_fill         (TrasDb        *db,
                                      const char    *language,
                                      TrasDay        today,
                                      TrasProgress   progress,
                                      gpointer       progress_data,
                                      GError       **error);

G_END_DECLS
