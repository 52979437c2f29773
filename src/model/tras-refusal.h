/* tras-refusal.h: why the file refused something, in words for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-movement.h"

G_BEGIN_DECLS

char     *tras_refusal_dup_words      (TrasDb        *db,
                                       TrasEdit      *edit,
                                       const GError  *refused);
char     *tras_refusal_dup_undo_words (TrasDb        *db,
                                       gint64         edit,
                                       const GError  *refused);
char     *tras_refusal_dup_shortage   (GPtrArray     *ledger,
                                       TrasMovement  *movement,
                                       const char    *unit,
                                       const char    *from_name);
gboolean  tras_refuse                 (const char   **field,
                                       const char    *name,
                                       GError       **error,
                                       const char    *format,
                                       ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
