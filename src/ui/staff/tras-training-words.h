/* tras-training-words.h: what the window says of trainings and sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-training-book.h"

G_BEGIN_DECLS

/* Every icon of a state has its words beside it. */
typedef struct
{
  const char *icon;
  const char *css_class;
} TrasTrainingIcon;

const TrasHeadline *tras_training_words_get_headline (void);
char               *tras_training_words_dup_gives    (TrasTraining             *training);
char               *tras_training_words_dup_effect   (const TrasTrainingFacts  *facts);
char               *tras_training_words_dup_wish     (TrasTraining             *training,
                                                      const char               *unit,
                                                      int                       decimals);
const char         *tras_training_words_get_verdict  (const char               *verdict);

gboolean            tras_session_words_is_late       (TrasTrainingSession      *session,
                                                      TrasDay                   today);
char               *tras_session_words_dup_when      (gint64                    starts_at);
char               *tras_session_words_dup_state     (TrasTrainingSession      *session,
                                                      TrasDay                   today,
                                                      const char               *currency);
TrasTrainingIcon    tras_session_words_get_icon      (TrasTrainingSession      *session,
                                                      TrasDay                   today);

G_END_DECLS
