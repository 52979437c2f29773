/* tras-absence.h: kinds of absence
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

G_END_DECLS
