/* tras-review-people.h: who is at a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_PEOPLE (tras_review_people_get_type ())

/**
 * TrasReviewPeople:
 *
 * A box to check for everybody who may be there; those who were there last time come first and
 * are checked. Before the meeting it only remembers, then it writes. Emits `changed`.
 */
G_DECLARE_FINAL_TYPE (TrasReviewPeople, tras_review_people, TRAS, REVIEW_PEOPLE, AdwBin)

GtkWidget *tras_review_people_new         (TrasReviewDesk   *desk,
                                           int               height);
GArray    *tras_review_people_dup_present (TrasReviewPeople *self);

G_END_DECLS
