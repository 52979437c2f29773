/* tras-staff-page.h: the tab Staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-lists-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STAFF_PAGE (tras_staff_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasStaffPage, tras_staff_page, TRAS, STAFF_PAGE, TrasListsPage)

G_END_DECLS
