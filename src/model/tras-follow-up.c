/* tras-follow-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action-records.h"
#include "tras-action-rules.h"
#include "tras-counting.h"
#include "tras-deviation-about.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-formula-book.h"
#include "tras-hiring.h"
#include "tras-indicator-series.h"
#include "tras-item-rules.h"
#include "tras-sale-rules.h"
#include "tras-service.h"
#include "tras-skill.h"
#include "tras-stock-closing.h"
#include "tras-staff-rules.h"
#include "tras-ticket-rules.h"

/* When a deviation is looked at again that nobody set a date for: a weekly indicator has the six
 * values by then that a comparison needs. */
#define CHECK_DAYS 42

/* Only what is sure. Somebody works on it as long as something is to be done; once everything is
 * done it is to be checked. What was reopened waits for something new to be done. */
static const char *
find_state (TrasDeviation *deviation,
            gint64         n_done)
{
  gboolean reopened = g_strcmp0 (deviation->state, "reopened") == 0;

  if (tras_deviation_is_closed (deviation))
    return deviation->state;
  if (deviation->open_actions > 0)
    return "acting";
  if (reopened)
    return deviation->state;

  return n_done > 0 ? "checking" : "open";
}

/**
 * tras_follow_up_deviation:
 * @db: a connection, in an edit
 * @id: a deviation whose actions were changed
 * @error: where to put the error
 *
 * A deviation's state follows from its actions: with one to be done it is acting, with all finished
 * and one of them done it is to be checked, on a day that is set if nobody did, and without any it
 * is open. What is closed stays closed.
 *
 * Returns: whether that could be written
 */
gboolean
tras_follow_up_deviation (TrasDb  *db,
                          gint64   id,
                          GError **error)
{
  g_autoptr (TrasDeviation) deviation = NULL;
  g_autoptr (TrasQuery) done = tras_query_new (TRAS_TYPE_ACTION);
  const char *state;
  gint64 n_done;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  deviation = tras_db_load (db, TRAS_TYPE_DEVIATION, id, error);
  if (deviation == NULL)
    return FALSE;
  tras_query_where_int (done, "deviation_id", TRAS_QUERY_EQ, id);
  tras_query_where_text (done, "state", TRAS_QUERY_EQ, "done");
  n_done = tras_db_count (db, done, error);
  if (n_done < 0)
    return FALSE;

  state = g_intern_string (find_state (deviation, n_done));
  if (g_strcmp0 (state, deviation->state) == 0)
    return TRUE;

  deviation->state = state;
  if (g_str_equal (state, "checking") && deviation->check_on == TRAS_DAY_NONE)
    deviation->check_on = tras_day_today () + CHECK_DAYS;

  return tras_db_update (db, deviation, error);
}

/* Whether the record is an indicator that will not have the periods that it has in the file. */
static gboolean
has_other_periods (TrasDb     *db,
                   TrasRecord *record)
{
  g_autoptr (TrasIndicator) stored = NULL;

  if (!TRAS_IS_INDICATOR (record))
    return FALSE;
  if (record->id == 0)
    return tras_indicator_is_formula (TRAS_INDICATOR (record));

  stored = tras_db_load (db, TRAS_TYPE_INDICATOR, record->id, NULL);

  return stored != NULL &&
         tras_indicator_get_every (stored) != tras_indicator_get_every (TRAS_INDICATOR (record));
}

/**
 * tras_follow_up_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: %TRAS_ERROR_REFUSED where an indicator would have other periods than a formula needs, or
 *   as of tras_action_rules_check(), tras_service_check_edit(), tras_skill_check_edit(),
 *   tras_sale_rules_check(), tras_ticket_rules_check(), tras_item_rules_check() and
 *   tras_deviation_about_check()
 *
 * For tras_edit_set_check(): looks at what no record shows alone to be wrong, and at what
 * tras_follow_up_edit() has to know of before.
 *
 * Returns: whether the edit can be written
 */
gboolean
tras_follow_up_check (TrasEdit  *edit,
                      TrasDb    *db,
                      GError   **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (TrasFormulaBook) book = NULL;

  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  if (!tras_action_rules_check (edit, db, error) || !tras_action_records_check (edit, db, error) ||
      !tras_skill_check_edit (edit, error) || !tras_staff_rules_check (edit, db, error) ||
      !tras_service_check_edit (edit, db, error) || !tras_hiring_check_edit (edit, error) ||
      !tras_sale_rules_check (edit, db, error) || !tras_ticket_rules_check (edit, db, error) ||
      !tras_deviation_about_check (edit, db, error) ||
      !tras_counting_check_edit (edit, db, error) || !tras_item_rules_check (edit, db, error))
    return FALSE;

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      if (!deletes && has_other_periods (db, record))
        g_ptr_array_add (changed, record);
    }
  if (changed->len == 0)
    return TRUE;

  book = tras_formula_book_load (db, error);
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < changed->len; i++)
    {
      if (TRAS_RECORD (changed->pdata[i])->id != 0)
        tras_formula_book_add (book, changed->pdata[i]);
    }
  for (guint i = 0; i < changed->len; i++)
    {
      g_autofree char *problem = tras_formula_book_dup_period_problem (book, changed->pdata[i]);

      if (problem != NULL)
        {
          g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, problem);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tras_follow_up_edit:
 * @edit: an edit whose records are written
 * @db: the connection, in the edit
 * @error: where to put the error
 *
 * For tras_edit_set_follow_up(): brings the actions up to date whose records are in the edit, and
 * the deviations whose actions are, and keeps the costs that a closing begins with.
 *
 * Returns: whether that could be written
 */
gboolean
tras_follow_up_edit (TrasEdit  *edit,
                     TrasDb    *db,
                     GError   **error)
{
  g_autoptr (GHashTable) followed = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (!TRAS_IS_ACTION (record) || TRAS_ACTION (record)->deviation_id == 0 ||
          !g_hash_table_add (followed, &TRAS_ACTION (record)->deviation_id))
        continue;
      if (!tras_follow_up_deviation (db, TRAS_ACTION (record)->deviation_id, error))
        return FALSE;
    }

  return tras_action_records_follow_up (edit, db, error) &&
         tras_stock_closing_follow_up (edit, db, error);
}
