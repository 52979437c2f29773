/* tras-sealed-rows.c: reports and what was added to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-seal.h"
#include "tras-sealed-file-private.h"

#define ID_BELOW (1u << 30)

void
tras_sealed_row_free (TrasSealedRow *self)
{
  g_clear_pointer (&self->kind, g_bytes_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->receipt_key, g_bytes_unref);
  g_free (self);
}

void
tras_sealed_message_free (TrasSealedMessage *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/* ---- days ---- */

void
tras_sealed_bind_day (TrasStatement *statement,
                      int            parameter,
                      TrasDay        day)
{
  g_autofree char *iso = tras_day_to_iso (day);

  tras_statement_bind_text (statement, parameter, iso);
}

TrasDay
tras_sealed_column_day (TrasStatement *statement,
                        int            column)
{
  return tras_day_from_iso (tras_statement_column_text (statement, column));
}

/* ---- writing ---- */

/* A name that no report has or had. */
static gboolean
draw_id (TrasSealedFile  *self,
         gint64          *id,
         GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  gint64 taken = 1;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT (SELECT count(*) FROM report WHERE id = $1) +"
                                        " (SELECT count(*) FROM access WHERE report_id = $1)",
                                        error);
  if (statement == NULL)
    return FALSE;
  while (taken > 0)
    {
      *id = tras_seal_random (ID_BELOW);
      tras_statement_bind_int (statement, 1, *id);
      if (tras_statement_step (statement, error) < 0)
        return FALSE;
      taken = tras_statement_column_int (statement, 0);
      tras_statement_reset (statement);
    }

  return TRUE;
}

/**
 * tras_sealed_file_add_report:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @row: received_on, kind, body and receipt_key of a report; gets its id
 * @error: where to put the error
 */
gboolean
tras_sealed_file_add_report (TrasSealedFile  *self,
                             TrasSealedRow   *row,
                             GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  if (!draw_id (self, &row->id, error))
    return FALSE;
  statement = tras_engine_prepare_once (self->engine,
                                        "INSERT INTO report (id, received_on, kind, body,"
                                        " receipt_key) VALUES ($1, $2, $3, $4, $5)", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, row->id);
  tras_sealed_bind_day (statement, 2, row->received_on);
  tras_statement_bind_bytes (statement, 3, row->kind);
  tras_statement_bind_bytes (statement, 4, row->body);
  tras_statement_bind_bytes (statement, 5, row->receipt_key);

  return tras_statement_run (statement, error);
}

static gboolean
expect_one (TrasSealedFile  *self,
            TrasStatement   *statement,
            GError         **error)
{
  if (!tras_statement_run (statement, error))
    return FALSE;
  if (tras_engine_get_changed_rows (self->engine) > 0)
    return TRUE;

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "The report is no longer there");
  return FALSE;
}

/**
 * tras_sealed_file_update:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @row: a report with other days
 * @error: where to put the error
 */
gboolean
tras_sealed_file_update (TrasSealedFile       *self,
                         const TrasSealedRow  *row,
                         GError              **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine,
                                        "UPDATE report SET acknowledged_on = $1, answered_on = $2,"
                                        " closed_on = $3, erase_on = $4 WHERE id = $5", error);
  if (statement == NULL)
    return FALSE;
  tras_sealed_bind_day (statement, 1, row->acknowledged_on);
  tras_sealed_bind_day (statement, 2, row->answered_on);
  tras_sealed_bind_day (statement, 3, row->closed_on);
  tras_sealed_bind_day (statement, 4, row->erase_on);
  tras_statement_bind_int (statement, 5, row->id);

  return expect_one (self, statement, error);
}

/**
 * tras_sealed_file_erase:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @id: a report
 * @error: where to put the error
 *
 * Its bytes are overwritten, with those of its messages; backups still have them.
 */
gboolean
tras_sealed_file_erase (TrasSealedFile  *self,
                        gint64           id,
                        GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine, "DELETE FROM report WHERE id = $1", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, id);

  return expect_one (self, statement, error);
}

/**
 * tras_sealed_file_add_message:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @report_id: a report
 * @message: what is added to it
 * @error: where to put the error: %TRAS_ERROR_CONSTRAINT where there is a message of that number
 */
gboolean
tras_sealed_file_add_message (TrasSealedFile           *self,
                              gint64                    report_id,
                              const TrasSealedMessage  *message,
                              GError                  **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine,
                                        "INSERT INTO message (report_id, number, written_on,"
                                        " from_officer, body) VALUES ($1, $2, $3, $4, $5)", error);
  if (statement == NULL)
    return FALSE;
  tras_statement_bind_int (statement, 1, report_id);
  tras_statement_bind_int (statement, 2, message->number);
  tras_sealed_bind_day (statement, 3, message->written_on);
  tras_statement_bind_int (statement, 4, message->from_officer);
  tras_statement_bind_bytes (statement, 5, message->body);

  return tras_statement_run (statement, error);
}

/* ---- reading ---- */

#define COLUMNS "r.id, r.received_on, r.acknowledged_on, r.answered_on, r.closed_on, r.erase_on," \
                " r.kind, r.receipt_key," \
                " (SELECT count(*) FROM message m WHERE m.report_id = r.id)," \
                " coalesce ((SELECT 1 - m.from_officer FROM message m WHERE m.report_id = r.id" \
                " ORDER BY m.number DESC LIMIT 1), 0)"

static TrasSealedRow *
read_row (TrasStatement *statement)
{
  TrasSealedRow *row = g_new0 (TrasSealedRow, 1);

  row->id = tras_statement_column_int (statement, 0);
  row->received_on = tras_sealed_column_day (statement, 1);
  row->acknowledged_on = tras_sealed_column_day (statement, 2);
  row->answered_on = tras_sealed_column_day (statement, 3);
  row->closed_on = tras_sealed_column_day (statement, 4);
  row->erase_on = tras_sealed_column_day (statement, 5);
  row->kind = tras_statement_dup_bytes (statement, 6);
  row->receipt_key = tras_statement_dup_bytes (statement, 7);
  row->n_messages = (guint) tras_statement_column_int (statement, 8);
  row->waits = tras_statement_column_int (statement, 9) != 0;

  return row;
}

/* A day that is none could make the clocks stop for ever. */
static gboolean
is_sound (const TrasSealedRow  *row,
          GError              **error)
{
  if (row->received_on != TRAS_DAY_NONE)
    return TRUE;

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_DAMAGED, "A report has no day");
  return FALSE;
}

/**
 * tras_sealed_file_list:
 * @self: a file
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasSealedRow): all reports without their bodies, those
 *   that were received first before the others; or %NULL
 */
GPtrArray *
tras_sealed_file_list (TrasSealedFile  *self,
                       GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_sealed_row_free);
  int state;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT " COLUMNS " FROM report r"
                                        " ORDER BY r.received_on, r.id", error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasSealedRow *row = read_row (statement);

      g_ptr_array_add (rows, row);
      if (!is_sound (row, error))
        return NULL;
    }

  return state == 0 ? g_steal_pointer (&rows) : NULL;
}

static TrasSealedRow *
read_one (TrasStatement  *statement,
          GError        **error)
{
  g_autoptr (TrasSealedRow) row = NULL;
  int state = tras_statement_step (statement, error);

  if (state < 0)
    return NULL;
  if (state == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, "There is no such report");
      return NULL;
    }
  row = read_row (statement);
  row->body = tras_statement_dup_bytes (statement, 10);
  tras_statement_reset (statement);

  return is_sound (row, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * tras_sealed_file_load:
 * @self: a file
 * @id: a report
 * @error: where to put the error: %TRAS_ERROR_NOT_FOUND where it is not there
 *
 * Returns: (transfer full): the report, or %NULL
 */
TrasSealedRow *
tras_sealed_file_load (TrasSealedFile  *self,
                       gint64           id,
                       GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT " COLUMNS ", r.body FROM report r WHERE r.id = $1",
                                        error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, id);

  return read_one (statement, error);
}

/**
 * tras_sealed_file_find:
 * @self: a file
 * @receipt_key: a public key that a receipt's code gives
 * @error: where to put the error: %TRAS_ERROR_NOT_FOUND where it belongs to none
 *
 * Returns: (transfer full): the report that the receipt is for, or %NULL
 */
TrasSealedRow *
tras_sealed_file_find (TrasSealedFile  *self,
                       GBytes          *receipt_key,
                       GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT " COLUMNS ", r.body FROM report r"
                                        " WHERE r.receipt_key = $1", error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_bytes (statement, 1, receipt_key);

  return read_one (statement, error);
}

/**
 * tras_sealed_file_list_messages:
 * @self: a file
 * @report_id: a report
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasSealedMessage): what was added to it, in order; or
 *   %NULL
 */
GPtrArray *
tras_sealed_file_list_messages (TrasSealedFile  *self,
                                gint64           report_id,
                                GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) messages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_sealed_message_free);
  int state;

  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT number, written_on, from_officer, body"
                                        " FROM message WHERE report_id = $1 ORDER BY number",
                                        error);
  if (statement == NULL)
    return NULL;
  tras_statement_bind_int (statement, 1, report_id);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasSealedMessage *message = g_new0 (TrasSealedMessage, 1);

      message->number = (guint) tras_statement_column_int (statement, 0);
      message->written_on = tras_sealed_column_day (statement, 1);
      message->from_officer = tras_statement_column_int (statement, 2) != 0;
      message->body = tras_statement_dup_bytes (statement, 3);
      g_ptr_array_add (messages, message);
    }

  return state == 0 ? g_steal_pointer (&messages) : NULL;
}
