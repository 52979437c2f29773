/* tras-mnemonic.h: what a button with a mnemonic is called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tras_mnemonic_name (GtkWidget *button);

G_END_DECLS
