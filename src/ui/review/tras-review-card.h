/* tras-review-card.h: a record as it is talked about, large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-meeting.h"

G_BEGIN_DECLS

GtkWidget *tras_review_card_new (const TrasPoint *point,
                                 TrasGoalBoard   *goals,
                                 const char      *currency);

G_END_DECLS
