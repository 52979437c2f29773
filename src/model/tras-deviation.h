/* tras-deviation.h: what went, or may go, off course
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DEVIATION (tras_deviation_get_type ())

TRAS_DECLARE_RECORD (TrasDeviation, tras_deviation, DEVIATION)

/**
 * TrasDeviation:
 *
 * Something went, or may go, off course: fact, effect, cause, actions, and whether they were
 * effective. Made of an order, or of the movement by which an item ran out, it names that
 * (see tras_deviation_about_load()).
 */
struct _TrasDeviation
{
  TrasRecord parent_instance;

  char *code;
  gint64 indicator_id;
  TrasDay period_on;
  gint64 area_id;
  const char *origin;
  gint64 reported_by;
  gint64 owner_id;
  char *fact;
  char *effect;
  char *contained;
  char *cause;
  const char *cause_kind;
  char *similar_elsewhere;
  TrasDay opened_on;
  const char *state;
  TrasDay check_on;
  const char *effective;
  char *evidence;
  TrasDay closed_on;
  gint64 sale_id;
  gint64 movement_id;

  /* of the view */
  char *indicator_name;
  char *area_name;
  char *owner_name;
  char *reporter_name;
  gint64 actions;
  gint64 open_actions;
  char *about;
  gint64 stockout_id;
};

gboolean tras_deviation_is_closed (TrasDeviation *self);
gboolean tras_deviation_is_risk   (TrasDeviation *self);
gboolean tras_deviation_is_due    (TrasDeviation *self,
                                   TrasDay        day);

G_END_DECLS
