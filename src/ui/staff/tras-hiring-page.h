/* tras-hiring-page.h: vacancies in the tab Staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_HIRING_PAGE (tras_hiring_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasHiringPage, tras_hiring_page, TRAS, HIRING_PAGE, GtkWidget)

G_END_DECLS
