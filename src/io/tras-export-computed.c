/* tras-export-computed.c: verdicts as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-export-private.h"
#include "tras-indicator-series.h"

static const char *const verdict_columns[] = {
  "indicator", "period",    "value",     "center", "lower", "upper",
  "rules",     "variation", "assurance", NULL,
};

/* A word, or nothing for an empty one. */
static void
add_word (TrasExport *self,
          const char *word)
{
  tras_csv_writer_add_text (self->writer, *word != '\0' ? word : NULL);
}

static gboolean
write_point (TrasExport           *self,
             TrasIndicatorSeries  *series,
             gsize                 point,
             GError              **error)
{
  const TrasVerdict *verdict = series->verdict;
  const TrasLimits *limits = tras_limits_find (verdict->limits, verdict->n_limits, point);
  gboolean exist = limits != NULL && tras_limits_exist (limits);
  TrasAssurance assurance = TRAS_ASSURANCE_UNKNOWN;
  g_autofree char *period =
    tras_day_to_iso (tras_period_start (series->every, series->periods[point]));
  g_autofree char *rules = tras_rules_to_string (verdict->firings[point].fired);

  if (limits != NULL)
    assurance = tras_assurance_of (&series->series, limits, series->target_value);

  tras_csv_writer_add_text (self->writer, series->indicator->name);
  tras_csv_writer_add_plain (self->writer, period);
  tras_export_add_real (self, series->values[point]);
  tras_export_add_real (self, exist ? limits->mean : NAN);
  tras_export_add_real (self, exist ? limits->lower : NAN);
  tras_export_add_real (self, exist ? limits->upper : NAN);
  add_word (self, rules);
  add_word (self, tras_variation_to_string (verdict->variations[point]));
  add_word (self, tras_assurance_to_string (assurance));

  return tras_export_end_row (self, error);
}

/**
 * tras_export_verdicts:
 * @self: an export
 * @error: where to put the error
 *
 * Writes every point of every indicator with the limits of its segment (as the rules use them, not
 * as they are drawn), the rules that fired on it, and its segment's assurance of the present
 * target.
 */
gboolean
tras_export_verdicts (TrasExport  *self,
                      GError     **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!tras_export_header (self, verdict_columns, error))
    return FALSE;
  all = tras_indicator_series_load_all (self->db, tras_day_today (), error);
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      TrasIndicatorSeries *series = all->pdata[i];

      for (gsize point = 0; point < series->n; point++)
        {
          if (!write_point (self, series, point, error))
            return FALSE;
        }
    }

  return TRUE;
}
