/* tras-hiring-words.h: what the window says of vacancies and candidates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-hiring-board.h"

G_BEGIN_DECLS

const TrasHeadline *tras_vacancy_words_get_headline (void);
const char         *tras_vacancy_words_get_icon     (TrasVacancy    *vacancy,
                                                     TrasDay         today);
const char         *tras_vacancy_words_get_class    (TrasVacancy    *vacancy,
                                                     TrasDay         today);
char               *tras_vacancy_words_dup_state    (TrasVacancy    *vacancy,
                                                     TrasDay         today);
char               *tras_vacancy_words_dup_seats    (TrasVacancy    *vacancy);

const char         *tras_candidate_words_get_state  (const char     *state);
const char         *tras_candidate_words_get_icon   (TrasCandidate  *candidate);
const char         *tras_candidate_words_get_class  (TrasCandidate  *candidate,
                                                     TrasDay         today);
char               *tras_candidate_words_dup        (TrasCandidate  *candidate,
                                                     TrasDay         today);

char               *tras_hiring_words_dup_figure    (const TrasHiringFigure
                                                                    *figure,
                                                     const char     *currency);

G_END_DECLS
