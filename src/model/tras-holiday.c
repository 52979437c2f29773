/* tras-holiday.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-holiday.h"

static const TrasField holiday_fields[] = {
  TRAS_FIELD (TrasHoliday, day, DATE, TRAS_FIELD_REQUIRED, N_("Day")),
  TRAS_FIELD (TrasHoliday, name, TEXT, TRAS_FIELD_REQUIRED, N_("Name")),
  TRAS_FIELD (TrasHoliday, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"), .target = "area",
              .help = N_("The area that has this holiday, with its parts; without one, the whole "
                         "firm has it.")),
  TRAS_FIELD (TrasHoliday, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
};

static const TrasTable holiday_table = {
  .name = "holiday",
  .view = "holiday_view",
  .kind = "holidays",
  .singular = N_("Holiday"),
  .plural = N_("Holidays"),
  .fields = holiday_fields,
  .n_fields = G_N_ELEMENTS (holiday_fields),
};

TRAS_DEFINE_RECORD (TrasHoliday, tras_holiday, &holiday_table)
