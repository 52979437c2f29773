/* tras-sealed-clock.h: by when a confidential report has to be acknowledged and answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* Whoever reports is told within so many days that the report has arrived … */
#define TRAS_SEALED_ACKNOWLEDGE_DAYS 7

/* … and within so many months what has come of it. */
#define TRAS_SEALED_ANSWER_MONTHS 3

/* A closed report is erased after so many months, and never later than after so many. */
#define TRAS_SEALED_KEEP_MONTHS 24
#define TRAS_SEALED_MOST_MONTHS 60

/**
 * TrasSealedState:
 * @TRAS_SEALED_RECEIVED: nobody has said that it arrived
 * @TRAS_SEALED_ACKNOWLEDGED: its writer can see that it was read
 * @TRAS_SEALED_ANSWERED: its writer can see what has come of it
 * @TRAS_SEALED_CLOSED: nothing is left to do
 */
typedef enum
{
  TRAS_SEALED_RECEIVED,
  TRAS_SEALED_ACKNOWLEDGED,
  TRAS_SEALED_ANSWERED,
  TRAS_SEALED_CLOSED,
} TrasSealedState;

/**
 * TrasSealedClock:
 * @state: how far it is
 * @acknowledge_by: the last day for it
 * @answer_by: the last day for it
 * @acknowledge_left: days from today to the last one, negative when it is over; 0 once it is done
 * @answer_left: likewise
 * @acknowledge_late: whether it is not done and its last day is over
 * @answer_late: likewise
 */
typedef struct
{
  TrasSealedState state;
  TrasDay acknowledge_by;
  TrasDay answer_by;
  int acknowledge_left;
  int answer_left;
  gboolean acknowledge_late;
  gboolean answer_late;
} TrasSealedClock;

void    tras_sealed_clock_read     (TrasSealedClock *clock,
                                    TrasDay          received,
                                    TrasDay          acknowledged,
                                    TrasDay          answered,
                                    TrasDay          closed,
                                    TrasDay          today);
TrasDay tras_sealed_clock_erase_on (TrasDay          closed);
TrasDay tras_sealed_clock_erase_by (TrasDay          closed);

G_END_DECLS
