/* tras-training-book.h: all trainings with what came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-effect.h"
#include "tras-rollup.h"
#include "tras-training-cost.h"
#include "tras-training.h"

G_BEGIN_DECLS

/**
 * TrasTrainingQuestion:
 * @TRAS_TRAINING_LIKED: how somebody liked a session, asked at once
 * @TRAS_TRAINING_APPLIED: how much of it they use, asked after three months
 *
 * What is asked of those who were there, in marks from 1 to 5.
 */
typedef enum
{
  TRAS_TRAINING_LIKED,
  TRAS_TRAINING_APPLIED,
} TrasTrainingQuestion;

#define TRAS_TRAINING_N_QUESTIONS (TRAS_TRAINING_APPLIED + 1)

/**
 * TrasTrainingEffect:
 * @TRAS_TRAINING_NO_EFFECT: no indicator was named that it should move
 * @TRAS_TRAINING_EFFECT_LATER: the day on which it is looked at is still to come
 * @TRAS_TRAINING_EFFECT_DUE: somebody should say whether it moved
 * @TRAS_TRAINING_EFFECT_SAID: that was said
 *
 * How it stands with what a training should move.
 */
typedef enum
{
  TRAS_TRAINING_NO_EFFECT,
  TRAS_TRAINING_EFFECT_LATER,
  TRAS_TRAINING_EFFECT_DUE,
  TRAS_TRAINING_EFFECT_SAID,
} TrasTrainingEffect;

/**
 * TrasTrainingFilter:
 * @TRAS_TRAINING_TO_RATE: with people to be asked how they liked or apply it
 * @TRAS_TRAINING_EFFECT_TO_SAY: whose effect is due
 * @TRAS_TRAINING_LATE: with a planned session whose day is over
 *
 * Some of the trainings.
 */
typedef enum
{
  TRAS_TRAINING_TO_RATE,
  TRAS_TRAINING_EFFECT_TO_SAY,
  TRAS_TRAINING_LATE,
} TrasTrainingFilter;

/**
 * TrasTrainingFacts:
 * @training: the training
 * @cost: what its held sessions took
 * @people: how many people were in them, each counted once
 * @next_at: when the next planned session begins, in seconds since 1970; 0 for none
 * @first_held: the day of the first held session, %TRAS_DAY_NONE for none
 * @last_held: the day of the last
 * @to_rate: how many answers are due, by #TrasTrainingQuestion
 * @effect: how it stands with its effect
 *
 * What came of a training.
 */
typedef struct
{
  TrasTraining      *training;
  TrasTrainingCost   cost;
  guint              people;
  gint64             next_at;
  TrasDay            first_held;
  TrasDay            last_held;
  guint              to_rate[TRAS_TRAINING_N_QUESTIONS];
  TrasTrainingEffect effect;
} TrasTrainingFacts;

/**
 * TrasTrainingDue:
 * @seat: who is to be asked
 * @question: what
 * @held_on: the day of the session
 *
 * An answer that is due.
 */
typedef struct
{
  TrasTrainingSeat     *seat;
  TrasTrainingQuestion  question;
  TrasDay               held_on;
} TrasTrainingDue;

#define TRAS_TYPE_TRAINING_BOOK (tras_training_book_get_type ())

/**
 * TrasTrainingBook:
 * @day: the day that it is seen from
 * @facts: (element-type TrasTrainingFacts): all trainings, by title
 * @n_due: how many of them wait for an answer or a verdict, or for a session that should be held
 * @due: (element-type TrasTrainingDue): the answers that are due, the longest ago first; by name on
 *   the same day
 *
 * All trainings of a firm. Not changed once it is loaded.
 */
typedef struct
{
  TrasDay day;
  GPtrArray *facts;
  guint n_due;
  GPtrArray *due;

  /*< private >*/
  GHashTable *by_id;
} TrasTrainingBook;

GType                    tras_training_book_get_type (void) G_GNUC_CONST;
TrasTrainingBook        *tras_training_book_load     (TrasDb                *db,
                                                      TrasDay                day,
                                                      GError               **error);
TrasTrainingBook        *tras_training_book_load_one (TrasDb                *db,
                                                      gint64                 training_id,
                                                      TrasDay                day,
                                                      GError               **error);
TrasTrainingBook        *tras_training_book_load_effects
                                                     (TrasDb                *db,
                                                      TrasDay                day,
                                                      GError               **error);
TrasTrainingBook        *tras_training_book_ref      (TrasTrainingBook      *self);
void                     tras_training_book_unref    (TrasTrainingBook      *self);
const TrasTrainingFacts *tras_training_book_find     (TrasTrainingBook      *self,
                                                      gint64                 training_id);
GArray                  *tras_training_book_dup_ids  (TrasTrainingBook      *self,
                                                      TrasTrainingFilter     filter);

gboolean                 tras_training_seat_is_due   (TrasTrainingSeat      *self,
                                                      TrasTrainingQuestion   question,
                                                      TrasDay                held_on,
                                                      TrasDay                day);
const char              *tras_training_propose       (const TrasEffect      *effect);
TrasDay                  tras_training_get_next_look (TrasEvery              every,
                                                      TrasDay                last_held,
                                                      TrasDay                day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTrainingBook, tras_training_book_unref)

G_END_DECLS
