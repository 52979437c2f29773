/* tras-vacancy-detail.h: the card of a vacancy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_VACANCY_DETAIL (tras_vacancy_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasVacancyDetail, tras_vacancy_detail, TRAS, VACANCY_DETAIL, TrasDetail)

G_END_DECLS
