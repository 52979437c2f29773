/* tras-export-hiring.c: time and cost to fill as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-hiring-board.h"
#include "tras-number.h"

static const char *const columns[] = {
  "month", "area", "seats_filled", "days", "time_to_fill", "cost", "cost_to_fill",
  "closed_unfilled", "spent_unfilled", NULL,
};

static void
add_number (TrasExport *self,
            gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tras_csv_writer_add_plain (self->writer, text);
}

/* Below zero is none. */
static void
add_money (TrasExport *self,
           gint64      money)
{
  g_autofree char *text =
    money >= 0 ? tras_decimal_to_text (money, tras_currency_get_decimals (self->currency)) : NULL;

  tras_csv_writer_add_plain (self->writer, text);
}

static gboolean
write_figure (TrasExport              *self,
              TrasDay                  month,
              const TrasHiringFigure  *figure,
              GError                 **error)
{
  g_autofree char *day = tras_day_to_iso (month);

  tras_csv_writer_add_plain (self->writer, day);
  tras_csv_writer_add_text (self->writer, figure->area_name);
  add_number (self, figure->sum.n);
  add_number (self, figure->sum.days);
  tras_export_add_real (self, tras_hire_sum_get_days (&figure->sum));
  add_money (self, figure->sum.cost);
  add_money (self, tras_hire_sum_get_cost (&figure->sum));
  add_number (self, figure->closed);
  add_money (self, figure->lost);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_time_to_fill:
 * @self: an export
 * @error: where to put the error
 *
 * Writes for each month in which a seat was filled or a vacancy given up how long that took and
 * what it cost: of the firm, and of each such area.
 */
gboolean
tras_export_time_to_fill (TrasExport  *self,
                          GError     **error)
{
  g_autoptr (TrasHiringBoard) board = tras_hiring_board_load (self->db, error);
  TrasDay month;

  if (board == NULL || !tras_export_header (self, columns, error))
    return FALSE;

  month = tras_hiring_board_get_first_day (board);
  if (month == TRAS_DAY_NONE)
    return TRUE;

  month = tras_period_first_day (TRAS_EVERY_MONTH, month);
  for (; month <= tras_day_today (); month = tras_day_add_months (month, 1))
    {
      g_autoptr (GPtrArray) figures =
        tras_hiring_board_dup_figures (board, month, tras_day_add_months (month, 1) - 1);

      for (guint i = 0; figures->len > 1 && i < figures->len; i++)
        {
          if (!write_figure (self, month, figures->pdata[i], error))
            return FALSE;
        }
    }

  return TRUE;
}
