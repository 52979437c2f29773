/* tras-sealed-dialog.h: a form about confidential reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-sealed-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEALED_DIALOG (tras_sealed_dialog_get_type ())

/**
 * TrasSealedDialog:
 *
 * What it does is done on the desk's thread, and takes its time. Emits `accepted` when its button
 * is pressed. What was typed stays until it is stored, and is nowhere but in the form until then.
 */
G_DECLARE_FINAL_TYPE (TrasSealedDialog, tras_sealed_dialog, TRAS, SEALED_DIALOG, AdwWindow)

TrasSealedDialog *tras_sealed_dialog_new       (GtkWidget         *owner,
                                                TrasSealedDesk    *desk,
                                                int                height,
                                                const char        *title,
                                                const char        *button);
TrasSealedDesk   *tras_sealed_dialog_get_desk  (TrasSealedDialog  *self);
void              tras_sealed_dialog_add       (TrasSealedDialog  *self,
                                                GtkWidget         *part);
void              tras_sealed_dialog_clear     (TrasSealedDialog  *self,
                                                const char        *button);
void              tras_sealed_dialog_allow     (TrasSealedDialog  *self,
                                                gboolean           allowed);
void              tras_sealed_dialog_hold      (TrasSealedDialog  *self,
                                                const char        *why);
void              tras_sealed_dialog_begin     (TrasSealedDialog  *self);
void              tras_sealed_dialog_end       (TrasSealedDialog  *self,
                                                const char        *trouble);

G_END_DECLS
