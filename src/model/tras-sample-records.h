/* tras-sample-records.h: rows of tables that no page shows yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They have no labels. A type goes to a file of its own when its page is written.
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

TRAS_DECLARE_RECORD (TrasRoleSkill, tras_role_skill, ROLE_SKILL)

struct _TrasRoleSkill
{
  TrasRecord parent_instance;

  gint64 role_id;
  gint64 skill_id;
  gint64 level;
};

TRAS_DECLARE_RECORD (TrasSkillMark, tras_skill_mark, SKILL_MARK)

struct _TrasSkillMark
{
  TrasRecord parent_instance;

  gint64 person_id;
  gint64 skill_id;
  gint64 level;
  TrasDay marked_on;
  TrasDay expires_on;
  char *how;
  gint64 session_id;
};

TRAS_DECLARE_RECORD (TrasReservation, tras_reservation, RESERVATION)

struct _TrasReservation
{
  TrasRecord parent_instance;

  gint64 item_id;
  gint64 quantity;
  char *cause;
  gint64 cause_id;
  gint64 made_at;
};

G_END_DECLS
