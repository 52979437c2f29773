/* tras-formula-dialog.h: asks for the formula of an indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-indicator.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FORMULA_DIALOG (tras_formula_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrasFormulaDialog, tras_formula_dialog, TRAS, FORMULA_DIALOG, AdwWindow)

TrasFormulaDialog *tras_formula_dialog_new (GtkWidget     *owner,
                                            TrasStore     *store,
                                            TrasIndicator *indicator);

G_END_DECLS
