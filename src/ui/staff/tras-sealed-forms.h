/* tras-sealed-forms.h: what is asked before confidential reports are written, followed or opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-sealed-desk.h"

G_BEGIN_DECLS

void tras_sealed_forms_set_up (GtkWidget       *owner,
                               TrasSealedDesk  *desk);
void tras_sealed_forms_change (GtkWidget       *owner,
                               TrasSealedDesk  *desk);
void tras_sealed_forms_open   (GtkWidget       *owner,
                               TrasSealedDesk  *desk);
void tras_sealed_forms_write  (GtkWidget       *owner,
                               TrasSealedDesk  *desk);
void tras_sealed_forms_follow (GtkWidget       *owner,
                               TrasSealedDesk  *desk);

G_END_DECLS
