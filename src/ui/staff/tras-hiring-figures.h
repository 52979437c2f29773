/* tras-hiring-figures.h: time and cost to fill by area and period
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_HIRING_FIGURES (tras_hiring_figures_get_type ())

G_DECLARE_FINAL_TYPE (TrasHiringFigures, tras_hiring_figures, TRAS, HIRING_FIGURES, AdwWindow)

TrasHiringFigures *tras_hiring_figures_new (TrasWindow *window);

G_END_DECLS
