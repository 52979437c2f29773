/* tras-count-page.h: counts of stock: under way, due, and what came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_COUNT_PAGE (tras_count_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasCountPage, tras_count_page, TRAS, COUNT_PAGE, AdwBin)

G_END_DECLS
