/* tras-sample-records.h: rows of tables that no page shows yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They have no labels. A type goes to a file of its own when its page is written.
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

TRAS_DECLARE_RECORD (TrasSkill, tras_skill, SKILL)

struct _TrasSkill
{
  TrasRecord parent_instance;

  char *name;
  gint64 valid_months;
};

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

TRAS_DECLARE_RECORD (TrasTraining, tras_training, TRAINING)

struct _TrasTraining
{
  TrasRecord parent_instance;

  char *title;
  gint64 skill_id;
  gint64 level_given;
  gint64 action_id;
  gint64 indicator_id;
};

TRAS_DECLARE_RECORD (TrasTrainingSession, tras_training_session, TRAINING_SESSION)

struct _TrasTrainingSession
{
  TrasRecord parent_instance;

  gint64 training_id;
  gint64 starts_at;
  gint64 minutes;
  char *place;
  gint64 cost;
  char *state;
};

TRAS_DECLARE_RECORD (TrasTrainingSeat, tras_training_seat, TRAINING_SEAT)

struct _TrasTrainingSeat
{
  TrasRecord parent_instance;

  gint64 session_id;
  gint64 person_id;
  char *state;
  gint64 minutes;
  gint64 passed;
};

TRAS_DECLARE_RECORD (TrasPurchase, tras_purchase, PURCHASE)

struct _TrasPurchase
{
  TrasRecord parent_instance;

  gint64 supplier_id;
  char *state;
  TrasDay made_on;
  TrasDay sent_on;
};

TRAS_DECLARE_RECORD (TrasPurchaseLine, tras_purchase_line, PURCHASE_LINE)

struct _TrasPurchaseLine
{
  TrasRecord parent_instance;

  gint64 purchase_id;
  gint64 item_id;
  gint64 quantity;
  gint64 unit_price;
  TrasDay promised_on;
  char *why;
};

TRAS_DECLARE_RECORD (TrasReceipt, tras_receipt, RECEIPT)

struct _TrasReceipt
{
  TrasRecord parent_instance;

  gint64 line_id;
  TrasDay received_on;
  gint64 good;
  gint64 movement_id;
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
