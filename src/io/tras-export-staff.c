/* tras-export-staff.c: heads, turnover and absence as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-export-private.h"
#include "tras-staff-figures.h"

/* Ten years. */
#define MOST_MONTHS 120

static const char *const headcount_columns[] = { "month", "area", "heads", NULL };

static const char *const turnover_columns[] = {
  "month", "area", "mean_heads", "leavers", "resigned", "contract_ends", "turnover", "voluntary",
  "few", NULL,
};

static const char *const absence_columns[] = {
  "month", "area", "contracted_minutes", "lost_minutes", "rate", "few", NULL,
};

static void
add_number (TrasExport *self,
            gint64      number,
            gboolean    hidden)
{
  g_autofree char *text = hidden ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  tras_csv_writer_add_plain (self->writer, text);
}

static void
add_real (TrasExport *self,
          double      value,
          gboolean    hidden)
{
  if (hidden)
    tras_csv_writer_add_plain (self->writer, NULL);
  else
    tras_export_add_real (self, value);
}

static void
add_headcount (TrasExport            *self,
               const TrasStaffFigure *figure)
{
  add_number (self, figure->heads, FALSE);
}

static void
add_turnover (TrasExport            *self,
              const TrasStaffFigure *figure)
{
  gboolean hidden = figure->turnover_is_hidden;

  add_real (self, figure->mean_heads, hidden);
  add_number (self, figure->leavers, hidden);
  add_number (self, figure->resigned, hidden);
  add_number (self, figure->ended, hidden);
  add_real (self, tras_staff_figure_get_turnover (figure), hidden);
  add_real (self, tras_staff_figure_get_voluntary (figure), hidden);
  add_number (self, hidden, FALSE);
}

static void
add_absence (TrasExport            *self,
             const TrasStaffFigure *figure)
{
  gboolean hidden = figure->absence_is_hidden;

  add_number (self, figure->contracted, hidden);
  add_number (self, figure->lost, hidden);
  add_real (self, tras_staff_figure_get_absence (figure), hidden);
  add_number (self, hidden, FALSE);
}

static gboolean
write_figures (TrasExport         *self,
               const char *const  *columns,
               void              (*add) (TrasExport *self, const TrasStaffFigure *figure),
               GError            **error)
{
  g_autoptr (GPtrArray) figures = tras_staff_figures_load (self->db, tras_day_today (),
                                                           MOST_MONTHS, error);

  if (figures == NULL || !tras_export_header (self, columns, error))
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      const TrasStaffFigure *figure = figures->pdata[i];
      g_autofree char *month = tras_day_to_iso (figure->month);

      tras_csv_writer_add_plain (self->writer, month);
      tras_csv_writer_add_text (self->writer, figure->area_name);
      add (self, figure);
      if (!tras_export_end_row (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_export_headcount:
 * @self: an export
 * @error: where to put the error
 *
 * Writes how many people were in the firm and in each area at the end of each month.
 */
gboolean
tras_export_headcount (TrasExport  *self,
                       GError     **error)
{
  return write_figures (self, headcount_columns, add_headcount, error);
}

/**
 * tras_export_turnover:
 * @self: an export
 * @error: where to put the error
 *
 * Writes who left in the twelve months up to each month's end, by area.
 */
gboolean
tras_export_turnover (TrasExport  *self,
                      GError     **error)
{
  return write_figures (self, turnover_columns, add_turnover, error);
}

/**
 * tras_export_absence_rate:
 * @self: an export
 * @error: where to put the error
 *
 * Writes the working time that was lost in each month, by area.
 */
gboolean
tras_export_absence_rate (TrasExport  *self,
                          GError     **error)
{
  return write_figures (self, absence_columns, add_absence, error);
}
