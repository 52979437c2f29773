/* tras-new-firm-dialog.h: starts a firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_NEW_FIRM_DIALOG (tras_new_firm_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrasNewFirmDialog, tras_new_firm_dialog, TRAS, NEW_FIRM_DIALOG, AdwWindow)

void  tras_new_firm_dialog_ask    (TrasWindow           *window,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char *tras_new_firm_dialog_finish (GAsyncResult         *result);

G_END_DECLS
