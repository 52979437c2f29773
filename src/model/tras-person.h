/* tras-person.h: people and their posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PERSON (tras_person_get_type ())

TRAS_DECLARE_RECORD (TrasPerson, tras_person, PERSON)

/**
 * TrasPerson:
 *
 * Somebody who works or worked here. Role and area are those of the newest post.
 */
struct _TrasPerson
{
  TrasRecord parent_instance;

  char *code;
  char *name;
  char *email;
  char *language;
  TrasDay hired_on;
  TrasDay left_on;
  const char *left_why;
  TrasDay erased_on;

  /* of the view */
  gint64 role_id;
  char *role_name;
  gint64 area_id;
  char *area_name;
  const char *state;
};

#define TRAS_TYPE_POST (tras_post_get_type ())

TRAS_DECLARE_RECORD (TrasPost, tras_post, POST)

/**
 * TrasPost:
 *
 * A person in a role for a time. hour_cost is what an hour of work costs the firm.
 */
struct _TrasPost
{
  TrasRecord parent_instance;

  gint64 person_id;
  gint64 role_id;
  TrasDay from_on;
  TrasDay to_on;
  gint64 week_minutes;
  gint64 hour_cost;

  /* of the view */
  char *person_name;
  char *role_name;
  char *area_name;
};

const TrasField *tras_post_get_hour_cost (void);

G_END_DECLS
