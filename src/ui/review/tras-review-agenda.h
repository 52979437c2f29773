/* tras-review-agenda.h: the agenda of a meeting, with a clock for each part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_AGENDA (tras_review_agenda_get_type ())

/**
 * TrasReviewAgenda:
 *
 * The parts in their order, and the points of the part that the meeting is in. Emits `chosen` when
 * the user has gone somewhere.
 */
G_DECLARE_FINAL_TYPE (TrasReviewAgenda, tras_review_agenda, TRAS, REVIEW_AGENDA, AdwBin)

GtkWidget *tras_review_agenda_new  (TrasReviewDesk   *desk);
void       tras_review_agenda_tick (TrasReviewAgenda *self);

G_END_DECLS
