/* tras-take-back.h: the changes of an edit, taken back one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

gboolean tras_take_back_changes (TrasDb        *db,
                                 gint64         edit,
                                 TrasProgress   progress,
                                 gpointer       progress_data,
                                 GError       **error);

G_END_DECLS
