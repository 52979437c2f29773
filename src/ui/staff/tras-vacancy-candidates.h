/* tras-vacancy-candidates.h: who asks for a vacancy, in its pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_VACANCY_CANDIDATES (tras_vacancy_candidates_get_type ())

G_DECLARE_FINAL_TYPE (TrasVacancyCandidates, tras_vacancy_candidates, TRAS, VACANCY_CANDIDATES,
                      TrasDetailSection)

G_END_DECLS
