/* tras-ticket-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are compared, not instants: files of other programs often have no times.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-sale.h"
#include "tras-ticket-rules.h"

static char *
dup_date (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static TrasDay
get_day (gint64 instant)
{
  return instant != TRAS_NULL ? tras_day_from_instant (instant) : TRAS_DAY_NONE;
}

/* ---- tickets ---- */

static gboolean
check_days (TrasTicket  *self,
            const char **field,
            GError     **error)
{
  TrasDay opened = get_day (self->opened_at);
  const struct
  {
    const char *name;
    TrasDay day;
    const char *why;
  } days[] = {
    { "answered_at", get_day (self->answered_at),
      N_("The ticket was opened on %s and cannot have been answered before") },
    { "closed_at", get_day (self->closed_at),
      N_("The ticket was opened on %s and cannot have been closed before") },
    { "due_at", get_day (self->due_at),
      N_("The ticket was opened on %s and cannot have been due before") },
  };

  if (opened != TRAS_DAY_NONE && opened > tras_day_today ())
    return tras_refuse (field, "opened_at", error,
                        _("The day lies ahead: nobody has asked yet"));
  for (guint i = 0; opened != TRAS_DAY_NONE && i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *shown = NULL;
      g_autoptr (GString) why = NULL;

      if (days[i].day == TRAS_DAY_NONE || days[i].day >= opened)
        continue;
      shown = dup_date (opened);
      why = g_string_new (_(days[i].why));
      g_string_replace (why, "%s", shown, 1);
      return tras_refuse (field, days[i].name, error, "%s", why->str);
    }
  if (get_day (self->closed_at) != TRAS_DAY_NONE && get_day (self->closed_at) > tras_day_today ())
    return tras_refuse (field, "closed_at", error,
                        _("The day lies ahead: the ticket is open until then"));

  return TRUE;
}

/* An area asks, or a customer. */
static gboolean
check_who_asks (TrasTicket  *self,
                const char **field,
                GError     **error)
{
  if (!tras_ticket_is_internal (self))
    return self->from_area_id == 0 ||
           tras_refuse (field, "from_area_id", error,
                        _("Only an internal ticket is asked by an area"));
  if (self->from_area_id == 0)
    return tras_refuse (field, "from_area_id", error,
                        _("An internal ticket needs the area that asks"));
  if (self->customer_id != 0)
    return tras_refuse (field, "customer_id", error,
                        _("An internal ticket is asked by an area, not by a customer"));

  return self->from_area_id != self->area_id ||
         tras_refuse (field, "area_id", error, _("An area asks another one, not itself"));
}

static gboolean
check_sale (TrasTicket  *self,
            TrasDb      *db,
            const char **field,
            GError     **error)
{
  g_autoptr (TrasSale) sale = NULL;

  if (self->sale_id == 0)
    return TRUE;
  sale = tras_db_load (db, TRAS_TYPE_SALE, self->sale_id, error);
  if (sale == NULL)
    return FALSE;
  if (self->customer_id == 0 && !tras_ticket_is_internal (self))
    self->customer_id = sale->customer_id;

  return self->customer_id == 0 || self->customer_id == sale->customer_id ||
         tras_refuse (field, "sale_id", error, _("Order %s is another customer’s"), sale->code);
}

/**
 * tras_ticket_check:
 * @self: a ticket that is to be written; gets the customer of its order where it has none
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether its days are in order and it is clear who asks
 */
gboolean
tras_ticket_check (TrasTicket  *self,
                   TrasDb      *db,
                   const char **field,
                   GError     **error)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  return check_days (self, field, error) && check_who_asks (self, field, error) &&
         check_sale (self, db, field, error);
}

/* ---- steps ---- */

/**
 * tras_ticket_step_check:
 * @self: a step that is to be written
 * @ticket: its ticket
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether it was done while the ticket was open
 */
gboolean
tras_ticket_step_check (TrasTicketStep  *self,
                        TrasTicket      *ticket,
                        const char     **field,
                        GError         **error)
{
  g_autofree char *shown = NULL;
  TrasDay day, opened, closed;

  g_return_val_if_fail (TRAS_IS_TICKET_STEP (self), FALSE);
  g_return_val_if_fail (TRAS_IS_TICKET (ticket), FALSE);

  day = get_day (self->at);
  opened = get_day (ticket->opened_at);
  closed = get_day (ticket->closed_at);
  if (day == TRAS_DAY_NONE)
    return TRUE;
  if (day < opened)
    {
      shown = dup_date (opened);
      return tras_refuse (field, "at", error,
                          _("The ticket was opened on %s: nothing was done before"), shown);
    }
  if (closed != TRAS_DAY_NONE && day > closed)
    {
      shown = dup_date (closed);
      return tras_refuse (field, "at", error,
                          _("The ticket was closed on %s: nothing was done after"), shown);
    }

  return day <= tras_day_today () ||
         tras_refuse (field, "at", error, _("The day lies ahead: nothing was done yet"));
}

/**
 * tras_ticket_step_check_row:
 * @self: a step as a row of a file has it
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether the row can be taken
 */
gboolean
tras_ticket_step_check_row (TrasTicketStep  *self,
                            TrasDb          *db,
                            const char     **field,
                            GError         **error)
{
  g_autoptr (TrasTicket) ticket = NULL;

  g_return_val_if_fail (TRAS_IS_TICKET_STEP (self), FALSE);

  ticket = tras_db_load (db, TRAS_TYPE_TICKET, self->ticket_id, error);

  return ticket != NULL && tras_ticket_step_check (self, ticket, field, error);
}

/* The ticket as the edit leaves it. */
static TrasTicket *
load_ticket (TrasEdit        *edit,
             TrasTicketStep  *step,
             TrasDb          *db,
             GError         **error)
{
  TrasTicket *linked = tras_edit_get_link (edit, step, "ticket_id");

  for (guint i = 0; linked == NULL && i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (!deletes && TRAS_IS_TICKET (record) && TRAS_RECORD (record)->id == step->ticket_id)
        linked = record;
    }

  return linked != NULL ? g_object_ref (linked)
                        : tras_db_load (db, TRAS_TYPE_TICKET, step->ticket_id, error);
}

static gboolean
check_step (TrasEdit        *edit,
            TrasTicketStep  *step,
            TrasDb          *db,
            const char     **field,
            GError         **error)
{
  g_autoptr (TrasTicket) ticket = load_ticket (edit, step, db, error);

  return ticket != NULL && tras_ticket_step_check (step, ticket, field, error);
}

/**
 * tras_ticket_rules_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: as of tras_ticket_check() and tras_ticket_step_check()
 *
 * Returns: whether its tickets and their steps can be written; the edit knows the field that will
 *   not do
 */
gboolean
tras_ticket_rules_check (TrasEdit  *edit,
                         TrasDb    *db,
                         GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes, ok = TRUE;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      if (deletes)
        continue;
      if (TRAS_IS_TICKET (record))
        ok = tras_ticket_check (record, db, &field, error);
      else if (TRAS_IS_TICKET_STEP (record))
        ok = check_step (edit, record, db, &field, error);
      if (!ok)
        {
          if (field != NULL)
            tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}
