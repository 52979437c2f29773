/* tras-service-forms.h: forms about services and their ratings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-service.h"
#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasServiceMade:
 * @owner: who asked
 * @id: the new service
 */
typedef void (*TrasServiceMade) (GtkWidget *owner,
                                 gint64     id);

void tras_service_forms_new  (GtkWidget         *owner,
                              TrasStore         *store,
                              TrasServiceMade    made);
void tras_service_forms_rate (GtkWidget         *owner,
                              TrasStore         *store,
                              TrasService       *service,
                              TrasServiceRating *rating);

G_END_DECLS
