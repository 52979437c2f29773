/* tras-suggestion.h: what people suggest, and thanks for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"

G_BEGIN_DECLS

/* Whoever suggests something hears within so many days what becomes of it. */
#define TRAS_SUGGESTION_ANSWER_DAYS 14

#define TRAS_TYPE_SUGGESTION (tras_suggestion_get_type ())

TRAS_DECLARE_RECORD (TrasSuggestion, tras_suggestion, SUGGESTION)

/**
 * TrasSuggestion:
 * @person_id: who said it, 0 where nobody is named
 * @state: what was said of it
 * @stands: what became of it: done as soon as the action or the experiment is that it led to
 * @became: (nullable): that action or experiment in its own words
 * @thanks: how often somebody was thanked for it
 *
 * What somebody suggests, the answer they got, and what became of it.
 */
struct _TrasSuggestion
{
  TrasRecord parent_instance;

  TrasDay said_on;
  gint64 person_id;
  gint64 area_id;
  char *what;
  const char *state;
  char *answer;
  gint64 action_id;
  gint64 experiment_id;

  /* of the view */
  char *person_name;
  char *area_name;
  char *action_title;
  char *experiment_believe;
  char *became;
  const char *stands;
  gint64 thanks;
};

#define TRAS_TYPE_RECOGNITION (tras_recognition_get_type ())

TRAS_DECLARE_RECORD (TrasRecognition, tras_recognition, RECOGNITION)

/**
 * TrasRecognition:
 * @thanked_for: (nullable): the suggestion or the deviation in its own words
 *
 * Thanks to somebody, for a suggestion, for a deviation that was solved, or for something else.
 */
struct _TrasRecognition
{
  TrasRecord parent_instance;

  gint64 person_id;
  TrasDay given_on;
  char *words;
  gint64 suggestion_id;
  gint64 deviation_id;

  /* of the view */
  char *person_name;
  char *suggestion_what;
  char *deviation_fact;
  char *thanked_for;
};

gboolean tras_suggestion_is_open (TrasSuggestion *self);
gboolean tras_suggestion_is_late (TrasSuggestion *self,
                                  TrasDay         today);
void     tras_suggestion_take    (TrasSuggestion *self,
                                  TrasEdit       *edit,
                                  gpointer        made);

G_END_DECLS
