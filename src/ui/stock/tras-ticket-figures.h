/* tras-ticket-figures.h: how tickets went, and how long areas worked on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TICKET_FIGURES (tras_ticket_figures_get_type ())

G_DECLARE_FINAL_TYPE (TrasTicketFigures, tras_ticket_figures, TRAS, TICKET_FIGURES, AdwWindow)

TrasTicketFigures *tras_ticket_figures_new (TrasWindow *window);

G_END_DECLS
