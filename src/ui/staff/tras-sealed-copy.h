/* tras-sealed-copy.h: confidential reports go along with a copy of the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tras_sealed_copy_offer  (GtkWidget           *widget,
                              const char          *company,
                              const char          *target,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void tras_sealed_copy_finish (GAsyncResult        *result);

G_END_DECLS
