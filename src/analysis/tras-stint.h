/* tras-stint.h: heads and leavers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* In place of an area: the whole firm. */
#define TRAS_STINT_ALL G_MAXUINT

/**
 * TrasLeaving:
 * @TRAS_LEAVING_NONE: nobody left: they are still here, or went on in another area
 * @TRAS_LEAVING_RESIGNED: of their own will
 * @TRAS_LEAVING_OTHER: dismissed, retired or dead
 * @TRAS_LEAVING_NOT_COUNTED: at the end of a contract, or for what turnover does not count
 *
 * How a stint ended.
 */
typedef enum
{
  TRAS_LEAVING_NONE,
  TRAS_LEAVING_RESIGNED,
  TRAS_LEAVING_OTHER,
  TRAS_LEAVING_NOT_COUNTED,
} TrasLeaving;

/**
 * TrasStint:
 * @area: where, any number but %TRAS_STINT_ALL
 * @from: the first day
 * @to: the last day, %TRAS_DAY_MAX for no end
 * @leaving: what followed
 *
 * One person in one area without a break. The stints of a person do not overlap.
 */
typedef struct
{
  guint area;
  TrasDay from;
  TrasDay to;
  TrasLeaving leaving;
} TrasStint;

guint  tras_stints_count_heads   (const TrasStint *stints,
                                  guint            n,
                                  guint            area,
                                  TrasDay          day);
double tras_stints_get_mean      (const TrasStint *stints,
                                  guint            n,
                                  guint            area,
                                  TrasDay          from,
                                  TrasDay          to);
guint  tras_stints_count_leavers (const TrasStint *stints,
                                  guint            n,
                                  guint            area,
                                  TrasDay          from,
                                  TrasDay          to,
                                  TrasLeaving      leaving);

G_END_DECLS
