/* tras-person-detail.h: a person, as on a card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PERSON_DETAIL (tras_person_detail_get_type ())

/**
 * TrasPersonDetail:
 *
 * Who it is, what they do and since when; what they have promised and what they are to reach; the
 * posts they had.
 */
G_DECLARE_FINAL_TYPE (TrasPersonDetail, tras_person_detail, TRAS, PERSON_DETAIL, TrasDetail)

G_END_DECLS
