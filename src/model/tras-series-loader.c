/* tras-series-loader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-feed.h"
#include "tras-firm.h"
#include "tras-formula-book.h"
#include "tras-sale-feed.h"
#include "tras-series-builder.h"
#include "tras-skill-feed.h"
#include "tras-staff-feed.h"
#include "tras-stock-feed.h"
#include "tras-ticket-feed.h"
#include "tras-training-feed.h"

/* The series that are wanted come first; behind them those that a formula among them needs. */
typedef struct
{
  TrasDb *db;
  TrasDay day;
  GPtrArray *builders;
  GHashTable *by_id;
  GHashTable *drafts;
} Loader;

/* A formula that waits for its inputs. */
typedef struct
{
  TrasSeriesBuilder *builder;
  TrasFormula *formula;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_pointer (&waiting->formula, tras_formula_free);
  g_free (waiting);
}

static TrasSeriesBuilder *
loader_find (Loader *self,
             gint64  indicator_id)
{
  return g_hash_table_lookup (self->by_id, &indicator_id);
}

static gboolean
take_indicator (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  Loader *self = user_data;
  TrasSeriesBuilder *builder = tras_series_builder_new (record, self->day);

  g_ptr_array_add (self->builders, builder);
  g_hash_table_insert (self->by_id, &TRAS_RECORD (builder->series->indicator)->id, builder);

  return TRUE;
}

static gboolean
take_measurement (gpointer   record,
                  gpointer   user_data,
                  GError   **error)
{
  TrasSeriesBuilder *builder = loader_find (user_data, TRAS_MEASUREMENT (record)->indicator_id);

  if (builder != NULL)
    tras_series_builder_take (builder, record);

  return TRUE;
}

/* Two step changes in one period are one. */
static gboolean
take_segment (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  TrasSegment *row = record;
  TrasSeriesBuilder *builder = loader_find (user_data, row->indicator_id);
  GPtrArray *segments;

  if (builder == NULL)
    return TRUE;

  segments = builder->series->segments;
  if (segments->len > 0)
    {
      TrasSegment *last = segments->pdata[segments->len - 1];

      if (tras_period_index (builder->series->every, last->from_on) ==
          tras_period_index (builder->series->every, row->from_on))
        return TRUE;
    }
  g_ptr_array_add (segments, tras_record_dup (row));

  return TRUE;
}

static gboolean
take_draft (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  Loader *self = user_data;

  g_hash_table_add (self->drafts, g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)));

  return TRUE;
}

/* What a draft wants nobody is held to. */
static gboolean
take_target (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasTarget *target = record;
  TrasSeriesBuilder *builder = loader_find (self, target->indicator_id);

  if (builder != NULL)
    g_ptr_array_add (g_hash_table_contains (self->drafts, &target->goal_id)
                       ? builder->series->draft_targets : builder->series->targets,
                     tras_record_dup (record));

  return TRUE;
}

/* ---- what is computed ---- */

static void
set_problem (TrasSeriesBuilder *builder,
             const char        *message)
{
  g_free (builder->series->problem);
  builder->series->problem = g_strdup (message);
}

static void
end_computing (TrasSeriesBuilder *builder,
               GArray            *points)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));

  tras_series_builder_take_points (builder, points != NULL ? points : none);
}

typedef GArray *(*FeedLoader) (const TrasFeed  *feed,
                               TrasDb          *db,
                               TrasEvery        every,
                               gint32           first,
                               gint32           last,
                               GError         **error);

static FeedLoader
get_feed_loader (const TrasFeed *feed)
{
  if (!feed->replayed)
    return tras_feed_load;

  if (g_str_equal (feed->id, "staff.cover") || g_str_equal (feed->id, "staff.expired"))
    return tras_skill_feed_load;

  if (g_str_equal (feed->id, "staff.training-cost"))
    return tras_training_feed_load;

  if (g_str_has_prefix (feed->id, "sales."))
    return tras_sale_feed_load;

  if (g_str_has_prefix (feed->id, "tickets."))
    return tras_ticket_feed_load;

  return g_str_has_prefix (feed->id, "staff.") ? tras_staff_feed_load : tras_stock_feed_load;
}

static gboolean
load_feed (Loader             *self,
           TrasSeriesBuilder  *builder,
           GError            **error)
{
  TrasIndicatorSeries *series = builder->series;
  guint position;
  const TrasFeed *feed = tras_feed_find (series->indicator->source, &position);
  g_autoptr (GArray) points = NULL;

  series->feeds = (guint64) 1 << position;
  points = feed->by_area
             ? tras_feed_load_area (feed, self->db, series->indicator->area_id, series->every,
                                    series->first_due, series->last_due, error)
             : get_feed_loader (feed) (feed, self->db, series->every, series->first_due,
                                       series->last_due, error);
  if (points == NULL)
    return FALSE;

  end_computing (builder, points);

  return TRUE;
}

/* Whether all inputs have their values. */
static gboolean
is_ready (Loader     *self,
          Waiting    *waiting,
          GHashTable *open)
{
  for (guint i = 0; i < tras_formula_get_n (waiting->formula); i++)
    {
      gint64 id = tras_formula_input_get_id (tras_formula_get_input (waiting->formula, i));

      if (g_hash_table_contains (open, loader_find (self, id)))
        return FALSE;
    }

  return TRUE;
}

/* The formula as people see it: what it names has been loaded with it. */
static char *
show_name (const char *name,
           gpointer    user_data)
{
  TrasFormulaInput input = { .name = (char *) name };
  TrasSeriesBuilder *builder = loader_find (user_data, tras_formula_input_get_id (&input));

  return builder != NULL ? g_strdup (builder->series->indicator->name) : NULL;
}

/* A formula that gives nothing is no error: it says what is wrong with it. */
static void
compute (Loader         *self,
         Waiting        *waiting,
         TrasCalculator *calculator)
{
  TrasIndicatorSeries *series = waiting->builder->series;
  guint n = tras_formula_get_n (waiting->formula);
  g_autofree TrasFormulaSeries *inputs = g_new0 (TrasFormulaSeries, n);
  g_autoptr (GArray) points = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n && series->problem == NULL; i++)
    {
      gint64 id = tras_formula_input_get_id (tras_formula_get_input (waiting->formula, i));
      TrasSeriesBuilder *input = loader_find (self, id);

      if (input == NULL)
        set_problem (waiting->builder, _("An indicator that the formula names is not there."));
      else if (input->series->every != series->every)
        {
          g_autofree char *message = tras_formula_dup_other_periods (input->series->indicator);

          set_problem (waiting->builder, message);
        }
      else
        {
          tras_series_builder_get_values (input, &inputs[i]);
          series->feeds |= input->series->feeds;
        }
    }
  if (series->problem == NULL)
    points = tras_formula_run (waiting->formula, calculator, inputs, &error);
  if (error != NULL)
    set_problem (waiting->builder, error->message);
  end_computing (waiting->builder, points);
}

/* Each formula once all its inputs have their values; what is left then leads back to itself. */
static gboolean
compute_all (Loader     *self,
             GPtrArray  *waiting,
             GHashTable *open,
             GError    **error)
{
  g_autoptr (TrasCalculator) calculator = NULL;
  guint done = 1;

  if (waiting->len == 0)
    return TRUE;
  calculator = tras_calculator_new (error);
  if (calculator == NULL)
    return FALSE;

  while (done > 0 && waiting->len > 0)
    {
      done = 0;
      for (guint i = 0; i < waiting->len; )
        {
          Waiting *next = waiting->pdata[i];

          if (!is_ready (self, next, open))
            {
              i++;
              continue;
            }
          compute (self, next, calculator);
          g_hash_table_remove (open, next->builder);
          g_ptr_array_remove_index (waiting, i);
          done++;
        }
    }
  for (guint i = 0; i < waiting->len; i++)
    {
      Waiting *left = waiting->pdata[i];

      set_problem (left->builder, _("The formula leads back to itself."));
      end_computing (left->builder, NULL);
    }

  return TRUE;
}

static gboolean
load_computed (Loader  *self,
               GError **error)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (waiting_free);
  g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->builders->len; i++)
    {
      TrasSeriesBuilder *builder = self->builders->pdata[i];
      TrasIndicator *indicator = builder->series->indicator;
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
      Waiting *next;

      if (!builder->series->computed)
        continue;
      if (!tras_indicator_is_formula (indicator))
        {
          if (!load_feed (self, builder, error))
            return FALSE;
          continue;
        }

      if (indicator->formula != NULL)
        builder->series->formula = tras_formula_dup_renamed (indicator->formula, show_name, self);
      next = g_new0 (Waiting, 1);
      next->builder = builder;
      next->formula = tras_formula_parse (indicator->formula, &problem);
      if (next->formula != NULL)
        {
          g_ptr_array_add (waiting, next);
          g_hash_table_add (open, builder);
          continue;
        }
      set_problem (builder, problem.message);
      end_computing (builder, NULL);
      waiting_free (next);
    }

  return compute_all (self, waiting, open, error);
}

/* ---- which indicators ---- */

static gboolean
keep_indicator (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  TrasIndicator *indicator = tras_record_dup (record);

  g_hash_table_insert (user_data, &TRAS_RECORD (indicator)->id, indicator);

  return TRUE;
}

/* Adds what the formula of the one indicator needs, and what the formulas of those need. */
static gboolean
add_inputs (Loader  *self,
            GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                      g_object_unref);

  if (!tras_db_foreach (self->db, query, keep_indicator, all, error))
    return FALSE;

  for (guint i = 0; i < self->builders->len; i++)
    {
      TrasSeriesBuilder *builder = self->builders->pdata[i];
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
      g_autoptr (TrasFormula) formula = NULL;

      if (!tras_indicator_is_formula (builder->series->indicator))
        continue;
      formula = tras_formula_parse (builder->series->indicator->formula, &problem);
      for (guint k = 0; formula != NULL && k < tras_formula_get_n (formula); k++)
        {
          gint64 id = tras_formula_input_get_id (tras_formula_get_input (formula, k));
          TrasIndicator *input = g_hash_table_lookup (all, &id);

          if (input != NULL && loader_find (self, id) == NULL)
            take_indicator (input, self, NULL);
        }
    }

  return TRUE;
}

/* The rows of a type that belong to the first indicators, or to all where there is no number. */
static TrasQuery *
rows_of (Loader *self,
         GType   type,
         guint   n)
{
  TrasQuery *query = tras_query_new (type);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      TrasSeriesBuilder *builder = self->builders->pdata[i];

      g_array_append_val (ids, TRAS_RECORD (builder->series->indicator)->id);
    }
  if (n > 0)
    tras_query_where_in (query, "indicator_id", (const gint64 *) ids->data, n);

  return query;
}

static gboolean
is_current (TrasIndicator *indicator,
            TrasDay        day)
{
  return indicator->starts_on <= day &&
         (indicator->retired_on == TRAS_DAY_NONE || indicator->retired_on > day);
}

static gboolean
take_rules (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  *(TrasRules *) user_data = tras_rule_set_find (TRAS_FIRM (record)->rules)->rules;

  return TRUE;
}

/* Five queries and one or two for each feed, however many indicators there are; one more for what
 * is loaded alone. All indicators, or the one of that id, or @draft where there is one. Those that
 * are retired go to @retired, if that is asked for. */
static GPtrArray *
load (TrasDb         *db,
      gint64          indicator_id,
      TrasIndicator  *draft,
      TrasDay         day,
      GPtrArray      *retired,
      GError        **error)
{
  g_autoptr (GPtrArray) builders =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_series_builder_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         NULL);
  g_autoptr (TrasQuery) indicators = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (TrasQuery) measurements = NULL;
  g_autoptr (TrasQuery) segments = NULL;
  g_autoptr (TrasQuery) targets = NULL;
  g_autoptr (TrasQuery) draft_goals = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (TrasQuery) firms = tras_query_new (TRAS_TYPE_FIRM);
  Loader loader = { db, day, builders, by_id, drafts };
  TrasRules rules = TRAS_RULES_DEFAULT;
  gboolean one = indicator_id != 0 || draft != NULL;
  GPtrArray *all;
  guint n;

  if (draft != NULL)
    take_indicator (draft, &loader, NULL);
  if (indicator_id != 0)
    tras_query_where_int (indicators, "id", TRAS_QUERY_EQ, indicator_id);
  else
    tras_query_order (indicators, "name", FALSE);
  if (draft == NULL && !tras_db_foreach (db, indicators, take_indicator, &loader, error))
    return NULL;
  n = builders->len;
  if (one && n == 0)
    return g_ptr_array_new ();
  if (one && !add_inputs (&loader, error))
    return NULL;

  measurements = rows_of (&loader, TRAS_TYPE_MEASUREMENT, one ? builders->len : 0);
  segments = rows_of (&loader, TRAS_TYPE_SEGMENT, one ? n : 0);
  targets = rows_of (&loader, TRAS_TYPE_TARGET, one ? n : 0);
  tras_query_where_date (measurements, "period_on", TRAS_QUERY_LE, day);
  tras_query_where_date (segments, "from_on", TRAS_QUERY_LE, day);
  tras_query_order (targets, "from_on", FALSE);
  tras_query_where_text (draft_goals, "state", TRAS_QUERY_EQ, "draft");
  if (!tras_db_foreach (db, measurements, take_measurement, &loader, error) ||
      !load_computed (&loader, error) ||
      !tras_db_foreach (db, segments, take_segment, &loader, error) ||
      !tras_db_foreach (db, draft_goals, take_draft, &loader, error) ||
      !tras_db_foreach (db, targets, take_target, &loader, error) ||
      !tras_db_foreach (db, firms, take_rules, &rules, error))
    return NULL;

  all = g_ptr_array_new_full (n, (GDestroyNotify) tras_indicator_series_unref);
  for (guint i = 0; i < n; i++)
    {
      TrasSeriesBuilder *builder = builders->pdata[i];

      if (one || is_current (builder->series->indicator, day))
        g_ptr_array_add (all, tras_series_builder_finish (builder, rules));
      else if (retired != NULL && builder->series->indicator->starts_on <= day)
        g_ptr_array_add (retired, tras_series_builder_finish (builder, rules));
    }

  return all;
}

/**
 * tras_indicator_series_load:
 * @db: a connection
 * @indicator_id: an indicator
 * @day: the day to see it from: nothing later counts
 * @error: where to put the error
 *
 * Signals are what the firm's rules say.
 *
 * Returns: (transfer full) (nullable): the series; %NULL with %TRAS_ERROR_NOT_FOUND for none
 */
TrasIndicatorSeries *
tras_indicator_series_load (TrasDb     *db,
                            gint64      indicator_id,
                            TrasDay     day,
                            GError    **error)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  all = indicator_id != 0 ? load (db, indicator_id, NULL, day, NULL, error) : g_ptr_array_new ();
  if (all == NULL)
    return NULL;
  if (all->len == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is no such indicator");
      return NULL;
    }

  return tras_indicator_series_ref (all->pdata[0]);
}

/**
 * tras_indicator_series_preview:
 * @db: a connection
 * @draft: an indicator as it might be, stored or not
 * @day: the day to see it from
 * @error: where to put the error
 *
 * As tras_indicator_series_load(), for what is not written yet.
 *
 * Returns: (transfer full) (nullable): the series
 */
TrasIndicatorSeries *
tras_indicator_series_preview (TrasDb         *db,
                               TrasIndicator  *draft,
                               TrasDay         day,
                               GError        **error)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (TRAS_IS_INDICATOR (draft), NULL);

  all = load (db, 0, draft, day, NULL, error);

  return all != NULL ? tras_indicator_series_ref (all->pdata[0]) : NULL;
}

/**
 * tras_indicator_series_load_both:
 * @db: a connection
 * @day: the day to see them from: nothing later counts
 * @retired: (out) (optional) (transfer full) (element-type TrasIndicatorSeries): those that had
 *   begun and were retired by @day, by name
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasIndicatorSeries): all indicators that had begun and
 *   were not retired by @day, by name
 */
GPtrArray *
tras_indicator_series_load_both (TrasDb     *db,
                                 TrasDay     day,
                                 GPtrArray **retired,
                                 GError    **error)
{
  g_autoptr (GPtrArray) past =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_indicator_series_unref);
  GPtrArray *current;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  current = load (db, 0, NULL, day, retired != NULL ? past : NULL, error);
  if (current != NULL && retired != NULL)
    *retired = g_steal_pointer (&past);

  return current;
}

/**
 * tras_indicator_series_load_all:
 * @db: a connection
 * @day: the day to see them from: nothing later counts
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasIndicatorSeries): as
 *   tras_indicator_series_load_both() does, without the retired ones
 */
GPtrArray *
tras_indicator_series_load_all (TrasDb   *db,
                                TrasDay   day,
                                GError  **error)
{
  return tras_indicator_series_load_both (db, day, NULL, error);
}
