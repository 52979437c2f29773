/* tras-absence.h: kinds of absence, and who is away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ABSENCE_KIND (tras_absence_kind_get_type ())

TRAS_DECLARE_RECORD (TrasAbsenceKind, tras_absence_kind, ABSENCE_KIND)

/**
 * TrasAbsenceKind:
 *
 * A kind of absence: whether it counts in the absence rate, and whether it is known beforehand.
 */
struct _TrasAbsenceKind
{
  TrasRecord parent_instance;

  char *name;
  gboolean counts;
  gboolean planned;
};

#define TRAS_TYPE_ABSENCE (tras_absence_get_type ())

TRAS_DECLARE_RECORD (TrasAbsence, tras_absence, ABSENCE)

/**
 * TrasAbsence:
 * @from_on: the first day
 * @to_on: the last day
 * @minutes: the working time that is lost, over all of its days
 *
 * Somebody is away.
 */
struct _TrasAbsence
{
  TrasRecord parent_instance;

  gint64 person_id;
  gint64 kind_id;
  TrasDay from_on;
  TrasDay to_on;
  gint64 minutes;

  /* of the view */
  char *person_name;
  char *kind_name;
  gboolean counts;
  gboolean planned;
};

G_END_DECLS
