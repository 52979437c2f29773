/* tras-plans-page.h: the tab Plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PLANS_PAGE (tras_plans_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasPlansPage, tras_plans_page, TRAS, PLANS_PAGE, TrasPage)

G_END_DECLS
