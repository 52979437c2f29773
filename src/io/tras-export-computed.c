/* tras-export-computed.c: verdicts and stock as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-outlook.h"
#include "tras-stock.h"

/* ---- verdicts ---- */

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

/* ---- stock ---- */

static const char *const stock_columns[] = {
  "sku", "name", "on_hand", "reserved", "available", "due_in", "projected", "average_cost", NULL,
};

static gboolean
write_level (TrasExport            *self,
             const TrasStockLevel  *level,
             GError               **error)
{
  TrasRecord *item = TRAS_RECORD (level->item);
  const TrasTable *table = tras_record_get_table (item);
  g_autofree char *average =
    tras_decimal_to_text (level->cost.unit_cost,
                          tras_currency_get_decimals (self->currency) + TRAS_COST_DECIMALS);

  for (guint i = 0; stock_columns[i + 1] != NULL; i++)
    tras_export_add_value (self, item, tras_table_find_field (table, stock_columns[i]));
  tras_csv_writer_add_plain (self->writer, average);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_stock:
 * @self: an export
 * @error: where to put the error
 *
 * Writes what there is of every item that is kept in stock, and its average cost.
 */
gboolean
tras_export_stock (TrasExport  *self,
                   GError     **error)
{
  g_autoptr (GPtrArray) levels = NULL;

  if (!tras_export_header (self, stock_columns, error))
    return FALSE;
  levels = tras_stock_load_levels (self->db, tras_day_today (), error);
  if (levels == NULL)
    return FALSE;

  for (guint i = 0; i < levels->len; i++)
    {
      if (!write_level (self, levels->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* ---- what may be sold ---- */

static const char *const available_columns[] = { "sku", "name", "available", NULL };

/**
 * tras_export_available:
 * @self: an export
 * @error: where to put the error
 *
 * Writes how much may be sold today of every item that is in use and kept in stock: as much as can
 * be promised without making an earlier promise fail. It is for a shop, which is told so by itself.
 */
gboolean
tras_export_available (TrasExport  *self,
                       GError     **error)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) outlooks = NULL;

  if (!tras_export_header (self, available_columns, error))
    return FALSE;
  outlooks = tras_outlook_load_all (self->db, tras_day_today (), error);
  if (outlooks == NULL)
    return FALSE;

  for (guint i = 0; i < outlooks->len; i++)
    {
      const TrasOutlook *outlook = outlooks->pdata[i];
      TrasRecord *item = TRAS_RECORD (outlook->item);
      g_autofree char *most = tras_decimal_to_text (tras_outlook_get_most (outlook, outlook->today),
                                                    TRAS_QUANTITY_DECIMALS);

      tras_export_add_value (self, item, tras_table_find_field (table, "sku"));
      tras_export_add_value (self, item, tras_table_find_field (table, "name"));
      tras_csv_writer_add_plain (self->writer, most);
      if (!tras_export_end_row (self, error))
        return FALSE;
    }

  return TRUE;
}
