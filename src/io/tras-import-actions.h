/* tras-import-actions.h: what of actions and skill marks no rule of the file says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-import-cells.h"

G_BEGIN_DECLS

gboolean tras_import_check_record (TrasCells         *cells,
                                   TrasRecord        *record,
                                   TrasRecord        *before,
                                   TrasDb            *db,
                                   GError           **error);
char    *tras_import_dup_cycle    (TrasRecord        *record,
                                   TrasDb            *db,
                                   const GError      *refused,
                                   const TrasField  **field);

G_END_DECLS
