/* tras-paper.h: a page of a report on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-report.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PAPER (tras_paper_get_type ())

G_DECLARE_FINAL_TYPE (TrasPaper, tras_paper, TRAS, PAPER, GtkWidget)

GtkWidget *tras_paper_new (TrasReport *report,
                           guint             page);

G_END_DECLS
