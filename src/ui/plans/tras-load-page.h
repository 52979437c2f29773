/* tras-load-page.h: what plans take of people's time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LOAD_PAGE (tras_load_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasLoadPage, tras_load_page, TRAS, LOAD_PAGE, AdwBin)

void tras_load_page_set_store (TrasLoadPage *self,
                               TrasStore    *store);
void tras_load_page_focus     (TrasLoadPage *self);

G_END_DECLS
