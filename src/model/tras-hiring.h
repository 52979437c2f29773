/* tras-hiring.h: vacancies from opening to closing, and the edits by which candidates go through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-edit.h"
#include "tras-person.h"
#include "tras-vacancy.h"

G_BEGIN_DECLS

/**
 * TRAS_CANDIDATE_KEPT_MONTHS:
 *
 * For how many months after the last thing that happened to a candidate their data are kept unless
 * somebody says another day: as long as somebody who was rejected may go to court about it, or may
 * be asked again for the next vacancy.
 */
#define TRAS_CANDIDATE_KEPT_MONTHS 6

/**
 * TrasVacancyState:
 * @TRAS_VACANCY_OPEN: a seat is empty, and there is time
 * @TRAS_VACANCY_LATE: a seat is empty that was needed before today
 * @TRAS_VACANCY_FILLED: somebody was hired for each seat
 * @TRAS_VACANCY_UNFILLED: it was closed with a seat empty
 *
 * How a vacancy stands on a day.
 */
typedef enum
{
  TRAS_VACANCY_OPEN,
  TRAS_VACANCY_LATE,
  TRAS_VACANCY_FILLED,
  TRAS_VACANCY_UNFILLED,
} TrasVacancyState;

TrasVacancyState tras_vacancy_get_state         (TrasVacancy    *self,
                                                 TrasDay         today);
gboolean         tras_vacancy_is_open           (TrasVacancy    *self);
int              tras_vacancy_get_days          (TrasVacancy    *self,
                                                 TrasDay         today);
const char      *tras_vacancy_get_name          (TrasVacancy    *self);
gboolean         tras_vacancy_check             (TrasVacancy    *self,
                                                 const char    **field,
                                                 GError        **error);

gboolean         tras_candidate_is_open         (TrasCandidate  *self);
gboolean         tras_candidate_is_hired        (TrasCandidate  *self);
gboolean         tras_candidate_is_known        (TrasCandidate  *self);
gboolean         tras_candidate_is_due          (TrasCandidate  *self,
                                                 TrasDay         today);
TrasDay          tras_candidate_get_usual_erase (TrasDay         state_on);
const char      *tras_candidate_get_next        (TrasCandidate  *self);
int              tras_candidate_compare         (gconstpointer   a,
                                                 gconstpointer   b);
gboolean         tras_candidate_check           (TrasCandidate  *self,
                                                 const char    **field,
                                                 GError        **error);

gboolean         tras_hiring_check_edit         (TrasEdit       *edit,
                                                 GError        **error);
TrasEdit        *tras_hiring_open_vacancy       (TrasVacancy    *vacancy,
                                                 TrasAction     *action);
TrasEdit        *tras_hiring_close_unfilled     (TrasVacancy    *vacancy,
                                                 const char     *why);
TrasEdit        *tras_hiring_reopen             (TrasVacancy    *vacancy);
TrasEdit        *tras_hiring_add_candidate      (TrasVacancy    *vacancy,
                                                 TrasCandidate  *candidate);
TrasEdit        *tras_hiring_change_candidate   (TrasVacancy    *vacancy,
                                                 TrasCandidate  *candidate);
TrasEdit        *tras_hiring_move_candidate     (TrasVacancy    *vacancy,
                                                 TrasCandidate  *candidate,
                                                 const char     *state);
TrasEdit        *tras_hiring_fill_seat          (TrasVacancy    *vacancy,
                                                 TrasCandidate  *candidate,
                                                 TrasPerson     *person,
                                                 TrasPost       *before,
                                                 TrasDay         from_on,
                                                 gint64          cost);

G_END_DECLS
