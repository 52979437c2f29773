/* tras-absence-page.h: who is away, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_ABSENCE_PAGE (tras_absence_page_get_type ())

/**
 * TrasAbsencePage:
 *
 * A month of absences as a picture and as a list, where they are written, changed and deleted.
 */
G_DECLARE_FINAL_TYPE (TrasAbsencePage, tras_absence_page, TRAS, ABSENCE_PAGE, AdwBin)

G_END_DECLS
