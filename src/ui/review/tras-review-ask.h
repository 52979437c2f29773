/* tras-review-ask.h: a sentence that is asked for in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-date.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_ASK (tras_review_ask_get_type ())

/**
 * TrasReviewQuestion:
 * @question: what is asked
 * @text: (nullable): what is written there already
 * @button: the words on the button that takes the answer, with a mnemonic
 * @refusal: (nullable): what is said where nothing was written; %NULL where that is an answer
 * @people: (nullable) (element-type TrasPerson): among whom somebody can be named
 * @person_id: who is named already, 0 for nobody
 * @asks_day: whether a day is asked for
 * @day: the day that is there already
 *
 * What is asked.
 */
typedef struct
{
  const char *question;
  const char *text;
  const char *button;
  const char *refusal;
  GPtrArray *people;
  gint64 person_id;
  gboolean asks_day;
  TrasDay day;
} TrasReviewQuestion;

/**
 * TrasReviewAnswer:
 * @text: what was written, without spaces around; may be empty
 * @person_id: who was named, 0 for nobody
 * @day: the day, %TRAS_DAY_NONE where none was asked for
 * @data: what was given with the question
 */
typedef void (*TrasReviewAnswer) (const char *text,
                                  gint64      person_id,
                                  TrasDay     day,
                                  gpointer    data);

/**
 * TrasReviewAsk:
 *
 * Stands under the subject, closed as long as nothing is asked. What is typed stays while the page
 * around it changes. Emits `closed`.
 */
G_DECLARE_FINAL_TYPE (TrasReviewAsk, tras_review_ask, TRAS, REVIEW_ASK, AdwBin)

GtkWidget *tras_review_ask_new     (void);
void       tras_review_ask_open    (TrasReviewAsk            *self,
                                    const TrasReviewQuestion *question,
                                    TrasReviewAnswer          answer,
                                    gpointer                  data,
                                    GDestroyNotify            data_free);
void       tras_review_ask_close   (TrasReviewAsk            *self);
gboolean   tras_review_ask_is_open (TrasReviewAsk            *self);

G_END_DECLS
