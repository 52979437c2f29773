/* tras-export-computed.c: verdicts and stock as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-indicator-series.h"
#include "tras-item.h"
#include "tras-kind-columns.h"
#include "tras-movement.h"
#include "tras-stock-cost.h"

/* ---- verdicts ---- */

static const char *const verdict_columns[] = {
  "indicator", "period",    "value",     "center", "lower", "upper",
  "rules",     "variation", "assurance", NULL,
};

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
  tras_csv_writer_add_text (self->writer, *rules != '\0' ? rules : NULL);
  tras_csv_writer_add_text (self->writer,
                            tras_variation_to_string (verdict->variations[point]));
  tras_csv_writer_add_text (self->writer, tras_assurance_to_string (assurance));

  return tras_export_end_row (self, error);
}

/**
 * tras_export_verdicts:
 * @self: an export
 * @error: where to put the error
 *
 * Writes every point of every indicator with the limits of its segment (as the rules use them, not
 * as they are drawn), the rules that fired on it, and its segment's assurance of the present target.
 */
gboolean
tras_export_verdicts (TrasExport  *self,
                      GError     **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!tras_export_header (self, verdict_columns, error))
    return FALSE;
  all = tras_indicator_series_load_all (self->db, tras_day_today (), TRAS_RULES_DEFAULT, error);
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

typedef struct
{
  TrasExport *export;
  GHashTable *costs;     /* item: TrasStockCost */
  GHashTable *reversals; /* movement that reverses: how many times the first one was reversed */
} Stock;

/* A movement and the one that reverses it both fall out of the average; one that reverses the
 * reversal stands for the first. */
static gboolean
stands (Stock        *stock,
        TrasMovement *movement)
{
  guint n = 0;

  if (movement->reverses_id != 0)
    {
      n = GPOINTER_TO_UINT (g_hash_table_lookup (stock->reversals, &movement->reverses_id)) + 1;
      g_hash_table_insert (stock->reversals,
                           g_memdup2 (&movement->parent_instance.id, sizeof (gint64)),
                           GUINT_TO_POINTER (n));
    }

  return !movement->reversed && n % 2 == 0;
}

static gboolean
replay_movement (gpointer   record,
                 gpointer   user_data,
                 GError   **error)
{
  Stock *stock = user_data;
  TrasMovement *movement = record;
  gboolean in = g_strcmp0 (movement->way, "in") == 0;
  TrasStockCost *cost;
  TrasStockRow row;

  if (!stands (stock, movement) || g_strcmp0 (movement->way, "move") == 0)
    return TRUE;

  cost = g_hash_table_lookup (stock->costs, &movement->item_id);
  if (cost == NULL)
    {
      cost = g_new0 (TrasStockCost, 1);
      g_hash_table_insert (stock->costs, g_memdup2 (&movement->item_id, sizeof (gint64)), cost);
    }

  row.on = movement->moved_on;
  row.quantity = in ? movement->quantity : -movement->quantity;
  /* What is found in a count costs what the rest did. */
  row.unit_cost = movement->unit_cost != TRAS_NULL ? movement->unit_cost : cost->unit_cost;

  return tras_stock_cost_add (cost, &row, error);
}

static gboolean
write_item (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  Stock *stock = user_data;
  const TrasTable *table = tras_record_get_table (record);
  const TrasStockCost *cost = g_hash_table_lookup (stock->costs, &TRAS_RECORD (record)->id);
  g_autofree char *average = NULL;

  for (guint i = 0; stock_columns[i + 1] != NULL; i++)
    tras_export_add_value (stock->export, record,
                           tras_table_find_field (table, stock_columns[i]));
  if (cost != NULL)
    {
      const TrasField *unit_cost =
        tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_MOVEMENT), "unit_cost");

      average = tras_decimal_to_text (cost->unit_cost,
                                      tras_kind_get_digits (unit_cost, stock->export->currency));
    }
  tras_csv_writer_add_plain (stock->export->writer, average);

  return tras_export_end_row (stock->export, error);
}

/**
 * tras_export_stock:
 * @self: an export
 * @error: where to put the error
 *
 * Writes what there is of every item that is kept in stock, and its average cost, which is empty
 * for one that never moved.
 */
gboolean
tras_export_stock (TrasExport  *self,
                   GError     **error)
{
  g_autoptr (GHashTable) costs =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) reversals =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TrasQuery) movements = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_ITEM);
  Stock stock = { self, costs, reversals };

  tras_query_order (movements, "moved_on", FALSE);
  tras_query_where_int (items, "stocked", TRAS_QUERY_EQ, 1);

  return tras_export_header (self, stock_columns, error) &&
         tras_db_foreach (self->db, movements, replay_movement, &stock, error) &&
         tras_db_foreach (self->db, items, write_item, &stock, error);
}
