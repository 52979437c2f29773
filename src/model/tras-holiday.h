/* tras-holiday.h: days on which nobody works
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_HOLIDAY (tras_holiday_get_type ())

TRAS_DECLARE_RECORD (TrasHoliday, tras_holiday, HOLIDAY)

/**
 * TrasHoliday:
 * @area_id: the area that has it, with its parts; 0 for the whole firm
 *
 * A day on which nobody works, although it may be one from Monday to Friday.
 */
struct _TrasHoliday
{
  TrasRecord parent_instance;

  TrasDay day;
  char *name;
  gint64 area_id;

  /* of the view */
  char *area_name;
};

G_END_DECLS
