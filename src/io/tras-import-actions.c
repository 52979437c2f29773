/* tras-import-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-action-rules.h"
#include "tras-error.h"
#include "tras-hiring.h"
#include "tras-import-actions.h"
#include "tras-item-rules.h"
#include "tras-purchase-rules.h"
#include "tras-sale-rules.h"
#include "tras-service.h"
#include "tras-skill.h"
#include "tras-ticket-rules.h"

/* What is computed is as it was, though a row need not say it. */
static void
keep_computed (TrasRecord *record,
               TrasRecord *before)
{
  const TrasTable *table = tras_record_get_table (record);

  for (guint i = 0; before != NULL && i < table->n_fields; i++)
    {
      if (table->fields[i].flags & TRAS_FIELD_CHECKED)
        tras_record_set_text (record, &table->fields[i],
                              tras_record_get_text (before, &table->fields[i]));
    }
}

/* A receipt whose goods were booked stays booked. */
static gboolean
check_receipt (TrasReceipt  *record,
               TrasReceipt  *before,
               TrasDb       *db,
               const char  **field,
               GError      **error)
{
  g_autoptr (TrasPurchaseLine) line =
    tras_db_load (db, TRAS_TYPE_PURCHASE_LINE, record->line_id, error);

  if (line == NULL || !tras_receipt_check (record, before, line, field, error))
    return FALSE;
  if (before != NULL && record->movement_id == 0)
    record->movement_id = before->movement_id;

  return TRUE;
}

static gboolean
check (TrasRecord  *record,
       TrasRecord  *before,
       TrasDb      *db,
       const char **field,
       GError     **error)
{
  if (TRAS_IS_ACTION (record))
    return tras_action_rules_check_action (TRAS_ACTION (record),
                                           before != NULL ? TRAS_ACTION (before) : NULL, db, field,
                                           error);
  if (TRAS_IS_ITEM (record))
    return tras_item_check (TRAS_ITEM (record), before != NULL ? TRAS_ITEM (before) : NULL, db,
                            field, error);
  if (TRAS_IS_SERVICE (record))
    return tras_service_check (TRAS_SERVICE (record), db, field, error);
  if (TRAS_IS_SERVICE_RATING (record))
    return tras_service_rating_check (TRAS_SERVICE_RATING (record), db, field, error);
  if (TRAS_IS_VACANCY (record))
    return tras_vacancy_check (TRAS_VACANCY (record), field, error);
  if (TRAS_IS_CANDIDATE (record))
    return tras_candidate_check (TRAS_CANDIDATE (record), field, error);
  if (TRAS_IS_SALE (record))
    return tras_sale_check_row (TRAS_SALE (record), before != NULL ? TRAS_SALE (before) : NULL, db,
                                field, error);
  if (TRAS_IS_SALE_LINE (record))
    return tras_sale_line_check_row (TRAS_SALE_LINE (record),
                                     before != NULL ? TRAS_SALE_LINE (before) : NULL, db, field,
                                     error);
  if (TRAS_IS_TICKET (record))
    return tras_ticket_check (TRAS_TICKET (record), db, field, error);
  if (TRAS_IS_TICKET_STEP (record))
    return tras_ticket_step_check_row (TRAS_TICKET_STEP (record), db, field, error);
  if (TRAS_IS_PURCHASE_LINE (record))
    return tras_purchase_line_check (TRAS_PURCHASE_LINE (record), db, field, error);
  if (TRAS_IS_RECEIPT (record))
    return check_receipt (TRAS_RECEIPT (record), before != NULL ? TRAS_RECEIPT (before) : NULL, db,
                          field, error);

  return !TRAS_IS_SKILL_MARK (record) ||
         tras_skill_mark_check (TRAS_SKILL_MARK (record), field, error);
}

/**
 * tras_import_check_record:
 * @cells: the row; its culprit says which column will not do
 * @record: what the row says
 * @before: (nullable): the record that it is about, as it is
 * @db: a connection
 * @error: %TRAS_ERROR_INVALID with the reason
 *
 * Returns: whether the record is as the check of its type wants it: that of actions, items, marks,
 *   services, their ratings, vacancies, candidates, purchase lines, receipts, orders, their lines,
 *   tickets or their steps
 */
gboolean
tras_import_check_record (TrasCells   *cells,
                          TrasRecord  *record,
                          TrasRecord  *before,
                          TrasDb      *db,
                          GError     **error)
{
  g_autoptr (GError) refused = NULL;
  const char *name = NULL;

  g_return_val_if_fail (cells != NULL, FALSE);
  g_return_val_if_fail (TRAS_IS_RECORD (record), FALSE);

  if (check (record, before, db, &name, &refused))
    {
      keep_computed (record, before);
      return TRUE;
    }

  cells->culprit =
    tras_import_find_column (cells->columns,
                             tras_table_find_field (tras_record_get_table (record), name));
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, refused->message);

  return FALSE;
}

/**
 * tras_import_dup_cycle:
 * @record: a record that was refused
 * @db: a connection
 * @refused: %TRAS_ERROR_CONSTRAINT as the store has it
 * @field: (out): the field that it is about
 *
 * Returns: (transfer full) (nullable): the circle that a dependency would close, named; %NULL where
 *   something else is wrong
 */
char *
tras_import_dup_cycle (TrasRecord       *record,
                       TrasDb           *db,
                       const GError     *refused,
                       const TrasField **field)
{
  g_return_val_if_fail (TRAS_IS_RECORD (record), NULL);
  g_return_val_if_fail (refused != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (!TRAS_IS_ACTION_AFTER (record) || strstr (refused->message, "dependency cycle") == NULL)
    return NULL;

  *field = tras_table_find_field (tras_record_get_table (record), "after_id");

  return tras_action_rules_dup_cycle (TRAS_ACTION_AFTER (record), db);
}
