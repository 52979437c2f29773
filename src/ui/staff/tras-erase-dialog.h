/* tras-erase-dialog.h: somebody's personal data are erased
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ERASE_DIALOG (tras_erase_dialog_get_type ())

/**
 * TrasEraseDialog:
 *
 * Says what goes, what stays, which other texts have the name, which backups still have the data,
 * and what stands in the way. It is not undone, so that whoever erases types the person's code.
 */
G_DECLARE_FINAL_TYPE (TrasEraseDialog, tras_erase_dialog, TRAS, ERASE_DIALOG, AdwWindow)

void tras_erase_dialog_present (GtkWidget *owner,
                                TrasStore *store,
                                GType      type,
                                gint64     id);

G_END_DECLS
