/* tras-sealed-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Directive (EU) 2019/1937, article 9(1): receipt is acknowledged within seven days (b), feedback
 * is given within three months (f). The directive lets the months begin with the acknowledgement,
 * or with the end of the seven days; the Spanish law 2/2023, article 9(2)(d), with the receipt. The
 * day of the receipt is never later than the others, so that both laws are kept. The day on which a
 * time begins does not count, and a month without that day ends with its last one (Regulation
 * 1182/71, article 3); that a last day on a weekend could wait until Monday is not made use of.
 */

#include "config.h"

#include "tras-sealed-clock.h"

static int
days_left (TrasDay by,
           TrasDay done,
           TrasDay closed,
           TrasDay today)
{
  return done != TRAS_DAY_NONE || closed != TRAS_DAY_NONE ? 0 : by - today;
}

/**
 * tras_sealed_clock_read:
 * @clock: (out caller-allocates): how it stands
 * @received: the day on which the report was written
 * @acknowledged: the day on which its writer was told that it arrived, or %TRAS_DAY_NONE
 * @answered: the day of the first answer, or %TRAS_DAY_NONE
 * @closed: the day on which it was closed, or %TRAS_DAY_NONE
 * @today: the present day
 *
 * An answer acknowledges too. Nothing is late that is closed.
 */
void
tras_sealed_clock_read (TrasSealedClock *clock,
                        TrasDay          received,
                        TrasDay          acknowledged,
                        TrasDay          answered,
                        TrasDay          closed,
                        TrasDay          today)
{
  g_return_if_fail (clock != NULL);
  g_return_if_fail (received != TRAS_DAY_NONE && today != TRAS_DAY_NONE);

  if (acknowledged == TRAS_DAY_NONE)
    acknowledged = answered;
  clock->state = closed != TRAS_DAY_NONE         ? TRAS_SEALED_CLOSED
                 : answered != TRAS_DAY_NONE     ? TRAS_SEALED_ANSWERED
                 : acknowledged != TRAS_DAY_NONE ? TRAS_SEALED_ACKNOWLEDGED
                                                 : TRAS_SEALED_RECEIVED;
  clock->acknowledge_by = received + TRAS_SEALED_ACKNOWLEDGE_DAYS;
  clock->answer_by = tras_day_add_months (received, TRAS_SEALED_ANSWER_MONTHS);
  clock->acknowledge_left = days_left (clock->acknowledge_by, acknowledged, closed, today);
  clock->answer_left = days_left (clock->answer_by, answered, closed, today);
  clock->acknowledge_late = clock->acknowledge_left < 0;
  clock->answer_late = clock->answer_left < 0;
}

/**
 * tras_sealed_clock_erase_on:
 * @closed: the day on which a report was closed
 *
 * Personal data in reports are kept no longer than needed (directive, article 18(1); Regulation
 * 2016/679, article 5(1)(e)). How long that is, the laws leave open: the two years are *ours*.
 *
 * Returns: the day on which it is erased unless another is chosen
 */
TrasDay
tras_sealed_clock_erase_on (TrasDay closed)
{
  return tras_day_add_months (closed, TRAS_SEALED_KEEP_MONTHS);
}

/**
 * tras_sealed_clock_erase_by:
 * @closed: the day on which a report was closed
 *
 * Five years from the outcome is what the Italian decree 24/2023, article 14(1), allows; the
 * Spanish law, article 26(2), allows ten. The shorter keeps both.
 *
 * Returns: the last day that can be chosen for erasing it
 */
TrasDay
tras_sealed_clock_erase_by (TrasDay closed)
{
  return tras_day_add_months (closed, TRAS_SEALED_MOST_MONTHS);
}
