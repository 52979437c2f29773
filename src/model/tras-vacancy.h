/* tras-vacancy.h: vacancies and who asks for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_VACANCY (tras_vacancy_get_type ())

TRAS_DECLARE_RECORD (TrasVacancy, tras_vacancy, VACANCY)

/**
 * TrasVacancy:
 *
 * Seats of a role that are to be filled. @cost is what hiring has cost so far, @closed_why why it
 * was closed with a seat empty.
 */
struct _TrasVacancy
{
  TrasRecord parent_instance;

  gint64 role_id;
  gint64 action_id;
  gint64 seats;
  TrasDay opened_on;
  TrasDay needed_by;
  TrasDay closed_on;
  const char *why;
  gint64 cost;
  const char *closed_why;

  /* of the view */
  char *role_name;
  gint64 area_id;
  char *area_name;
  char *action_title;
  gint64 filled;
};

#define TRAS_TYPE_CANDIDATE (tras_candidate_get_type ())

TRAS_DECLARE_RECORD (TrasCandidate, tras_candidate, CANDIDATE)

/**
 * TrasCandidate:
 *
 * Who asks for a vacancy. What is known of them goes on @erase_on.
 */
struct _TrasCandidate
{
  TrasRecord parent_instance;

  gint64 vacancy_id;
  char *name;
  char *contact;
  char *origin;
  const char *state;
  TrasDay state_on;
  TrasDay erase_on;
  gint64 person_id;
};

G_END_DECLS
