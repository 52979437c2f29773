/* tras-experiment.h: experiments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_EXPERIMENT (tras_experiment_get_type ())

TRAS_DECLARE_RECORD (TrasExperiment, tras_experiment, EXPERIMENT)

/**
 * TrasExperiment:
 *
 * We believe this; to test it we will do that; we are right if. It ends with what was seen, what
 * was learned and what comes next.
 */
struct _TrasExperiment
{
  TrasRecord parent_instance;

  char *code;
  gint64 goal_id;
  gint64 deviation_id;
  gint64 owner_id;
  char *believe;
  char *test;
  gint64 indicator_id;
  char *right_if;
  TrasDay starts_on;
  TrasDay stop_on;
  gint64 limit_money;
  gint64 limit_minutes;
  char *observed;
  char *learned;
  const char *next;
  TrasDay closed_on;

  /* of the view */
  char *owner_name;
  char *goal_title;
  char *deviation_fact;
  char *indicator_name;
};

gboolean tras_experiment_is_open   (TrasExperiment *self);
gboolean tras_experiment_can_close (TrasExperiment *self);

G_END_DECLS
