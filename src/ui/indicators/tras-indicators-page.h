/* tras-indicators-page.h: the tab Indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_INDICATORS_PAGE (tras_indicators_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasIndicatorsPage, tras_indicators_page, TRAS, INDICATORS_PAGE, TrasPage)

G_END_DECLS
