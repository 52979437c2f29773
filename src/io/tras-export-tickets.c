/* tras-export-tickets.c: the tickets that are open as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-decimal.h"
#include "tras-export-private.h"
#include "tras-ticket.h"

#define DAY_SECONDS (24 * 60 * 60)

static const char *const columns[] = {
  "number", "subject", "kind", "asked_by", "opened", "age_days", "due", "stage", "area", "person",
  "minutes", "at_risk", NULL,
};

static void
add_fields (TrasExport         *self,
            TrasTicket         *ticket,
            const char *const  *names)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_TICKET);

  for (; *names != NULL; names++)
    tras_export_add_value (self, TRAS_RECORD (ticket), tras_table_find_field (table, *names));
}

static gboolean
write_ticket (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  static const char *const before[] = { "code", "subject", "kind", "asked_by", "opened_at", NULL };
  static const char *const behind[] = { "due_at", "stage", "area_name", "person_name", "minutes",
                                        "at_risk", NULL };
  TrasExport *self = user_data;
  gint64 seconds = tras_ticket_get_seconds (record, tras_instant_now ());
  g_autofree char *age = tras_decimal_to_text (seconds * 10 / DAY_SECONDS, 1);

  add_fields (self, record, before);
  tras_csv_writer_add_plain (self->writer, age);
  add_fields (self, record, behind);

  return tras_export_end_row (self, error);
}

/**
 * tras_export_backlog:
 * @self: an export
 * @error: where to put the error
 *
 * Writes the tickets that are not closed, the oldest first, with their age in days less the time
 * that was the customer's.
 */
gboolean
tras_export_backlog (TrasExport  *self,
                     GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET);

  tras_query_where_null (query, "closed_at", TRUE);
  tras_query_order (query, "opened_at", FALSE);

  return tras_export_header (self, columns, error) &&
         tras_db_foreach (self->db, query, write_ticket, self, error);
}
