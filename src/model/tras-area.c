/* tras-area.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"

static const TrasField area_fields[] = {
  TRAS_FIELD (TrasArea, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasArea, parent_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Part of"), .target = "area"),
  TRAS_FIELD (TrasArea, parent_name, TEXT, TRAS_FIELD_COMPUTED, N_("Part of")),
  TRAS_FIELD (TrasArea, path, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasArea, heads, INTEGER, TRAS_FIELD_COMPUTED, N_("People")),
};

static const TrasTable area_table = {
  .name = "area",
  .view = "area_view",
  .kind = "areas",
  .singular = N_("Area"),
  .plural = N_("Areas"),
  .fields = area_fields,
  .n_fields = G_N_ELEMENTS (area_fields),
};

TRAS_DEFINE_RECORD (TrasArea, tras_area, &area_table)

static const TrasField role_fields[] = {
  TRAS_FIELD (TrasRole, name, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Name")),
  TRAS_FIELD (TrasRole, area_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasRole, seats, INTEGER, TRAS_FIELD_REQUIRED, N_("Seats"), .initial = "1"),
  TRAS_FIELD (TrasRole, leads, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Leads the area"),
              .initial = "0"),
  TRAS_FIELD (TrasRole, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasRole, filled, INTEGER, TRAS_FIELD_COMPUTED, N_("Seats filled")),
  TRAS_FIELD (TrasRole, open_seats, INTEGER, TRAS_FIELD_COMPUTED, N_("Open seats")),
};

static const TrasTable role_table = {
  .name = "role",
  .view = "role_view",
  .kind = "roles",
  .singular = N_("Role"),
  .plural = N_("Roles"),
  .fields = role_fields,
  .n_fields = G_N_ELEMENTS (role_fields),
};

TRAS_DEFINE_RECORD (TrasRole, tras_role, &role_table)
