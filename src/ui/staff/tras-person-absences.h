/* tras-person-absences.h: what a person was away for, and will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PERSON_ABSENCES (tras_person_absences_get_type ())

/**
 * TrasPersonAbsences:
 *
 * Part of a person's pane: the hours lost in twelve months, what is to come, and the newest of what
 * was.
 */
G_DECLARE_FINAL_TYPE (TrasPersonAbsences, tras_person_absences, TRAS, PERSON_ABSENCES,
                      TrasDetailSection)

G_END_DECLS
