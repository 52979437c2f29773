/* tras-sealed-page.h: confidential reports in the tab Staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-sealed-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEALED_PAGE (tras_sealed_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasSealedPage, tras_sealed_page, TRAS, SEALED_PAGE, AdwBin)

TrasSealedDesk *tras_sealed_page_get_desk (TrasSealedPage *self);

G_END_DECLS
