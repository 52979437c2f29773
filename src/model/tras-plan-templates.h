/* tras-plan-templates.h: plans that most firms need once in a while
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-edit.h"

G_BEGIN_DECLS

/* As many actions as a step waits for at most. */
#define TRAS_PLAN_MOST_AFTER 3

/**
 * TrasPlanStep:
 * @kind: a kind of action
 * @title: what is to be done, to be translated
 * @done_when: when it is done, to be translated
 * @start: on which day it begins, counted from the first, which is 0
 * @due: on which day it is due
 * @hours: how many hours it takes
 * @need: (nullable): what it needs beside time, to be translated
 * @need_kind: (nullable): the kind of that need
 * @after: the steps that it waits for, counted from 1; 0 for none
 * @by_newcomer: whether somebody who is new does it themselves, where the plan is about one
 *
 * An action of a template.
 */
typedef struct
{
  const char *kind;
  const char *title;
  const char *done_when;
  int start;
  int due;
  int hours;
  const char *need;
  const char *need_kind;
  guint after[TRAS_PLAN_MOST_AFTER];
  gboolean by_newcomer;
} TrasPlanStep;

/**
 * TrasPlanTemplate:
 * @title: what it plans, to be translated
 * @steps: (array length=n_steps): its actions, each behind those that it waits for
 */
typedef struct
{
  const char *title;
  const TrasPlanStep *steps;
  guint n_steps;
} TrasPlanTemplate;

/**
 * TrasPlanChoice:
 * @template: a template
 * @goal_id: the goal that the plan serves
 * @owner_id: who does everything at first, 0 for nobody
 * @day: the first day or, where @backwards, the last
 * @backwards: whether the plan must be done by @day
 * @left_out: (array): for each step, whether it is left out
 * @newcomer_id: who does what somebody new does themselves, 0 for the owner
 *
 * A plan to be made from a template.
 */
typedef struct
{
  const TrasPlanTemplate *template;
  gint64 goal_id;
  gint64 owner_id;
  TrasDay day;
  gboolean backwards;
  const gboolean *left_out;
  gint64 newcomer_id;
} TrasPlanChoice;

guint                   tras_plan_templates_get_n  (void);
const TrasPlanTemplate *tras_plan_templates_get    (guint                  place);
guint                   tras_plan_templates_get_onboarding
                                                   (void);
void                    tras_plan_choice_get_days  (const TrasPlanChoice  *self,
                                                    guint                  step,
                                                    TrasDay               *starts_on,
                                                    TrasDay               *due_on);
TrasEdit               *tras_plan_choice_make_edit (const TrasPlanChoice  *self);

G_END_DECLS
