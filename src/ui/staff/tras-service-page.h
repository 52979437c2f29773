/* tras-service-page.h: what areas promise each other, in the tab Staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE_PAGE (tras_service_page_get_type ())

/**
 * TrasServicePage:
 *
 * The services between areas as a list and as a picture, and the page on which an area rates what
 * it gets.
 */
G_DECLARE_FINAL_TYPE (TrasServicePage, tras_service_page, TRAS, SERVICE_PAGE, AdwBin)

G_END_DECLS
