/* tras-absence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence.h"

static const TrasField absence_kind_fields[] = {
  TRAS_FIELD (TrasAbsenceKind, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("Name")),
  TRAS_FIELD (TrasAbsenceKind, counts, BOOLEAN, TRAS_FIELD_REQUIRED,
              N_("Counts in the absence rate")),
  TRAS_FIELD (TrasAbsenceKind, planned, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Planned"),
              .initial = "0"),
};

static const TrasTable absence_kind_table = {
  .name = "absence_kind",
  .kind = "absence-kinds",
  .singular = N_("Kind of absence"),
  .plural = N_("Kinds of absence"),
  .fields = absence_kind_fields,
  .n_fields = G_N_ELEMENTS (absence_kind_fields),
};

TRAS_DEFINE_RECORD (TrasAbsenceKind, tras_absence_kind, &absence_kind_table)

static const TrasField absence_fields[] = {
  TRAS_FIELD (TrasAbsence, person_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Person"), .target = "person"),
  TRAS_FIELD (TrasAbsence, kind_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Kind"), .target = "absence_kind"),
  TRAS_FIELD (TrasAbsence, from_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("From")),
  TRAS_FIELD (TrasAbsence, to_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("To")),
  TRAS_FIELD (TrasAbsence, minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED,
              N_("Working hours lost")),
  TRAS_FIELD (TrasAbsence, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Person")),
  TRAS_FIELD (TrasAbsence, kind_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Kind")),
  TRAS_FIELD (TrasAbsence, counts, BOOLEAN, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Counts in the absence rate")),
  TRAS_FIELD (TrasAbsence, planned, BOOLEAN, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Planned")),
};

static const TrasTable absence_table = {
  .name = "absence",
  .view = "absence_view",
  .kind = "absences",
  .singular = N_("Absence"),
  .plural = N_("Absences"),
  .fields = absence_fields,
  .n_fields = G_N_ELEMENTS (absence_fields),
};

TRAS_DEFINE_RECORD (TrasAbsence, tras_absence, &absence_table)
