/* tras-deviations-page.h: the list of deviations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DEVIATIONS_PAGE (tras_deviations_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasDeviationsPage, tras_deviations_page, TRAS, DEVIATIONS_PAGE, AdwBin)

void tras_deviations_narrow_to_due     (TrasQuery          *query,
                                        gpointer            user_data);
void tras_deviations_page_set_store    (TrasDeviationsPage *self,
                                        TrasStore          *store);
void tras_deviations_page_show_record  (TrasDeviationsPage *self,
                                        gint64              id);
void tras_deviations_page_show_new     (TrasDeviationsPage *self,
                                        gint64              id);
void tras_deviations_page_activate_new (TrasDeviationsPage *self);
void tras_deviations_page_focus_list   (TrasDeviationsPage *self);
void tras_deviations_page_focus_search (TrasDeviationsPage *self);

G_END_DECLS
