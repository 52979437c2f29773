/* tras-refusal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-action-rules.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-item.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-stock.h"
#include "tras-tables.h"

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* What is wrong, then what can be done about it. */
static char *
join (const char *why,
      const char *way_out)
{
  /* Translators: two whole sentences, one behind the other */
  return g_strdup_printf (C_("sentences", "%s %s"), why, way_out);
}

/* ---- stock ---- */

/**
 * tras_refusal_dup_shortage:
 * @ledger: (element-type TrasLedgerRow): the movements of an item, as tras_stock_load_ledger()
 *   gives them
 * @movement: a movement of the item out of a place inside, not written yet
 * @unit: the item's unit
 * @from_name: that place
 *
 * Returns: (transfer full) (nullable): how much is missing there, on which day, and what to do;
 *   %NULL where enough is there on the movement's day and on every day since
 */
char *
tras_refusal_dup_shortage (GPtrArray    *ledger,
                           TrasMovement *movement,
                           const char   *unit,
                           const char   *from_name)
{
  gint64 there;
  TrasDay on;
  g_autofree char *left = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *when = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *why = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_MOVEMENT (movement), NULL);

  if (!tras_stock_find_shortage (ledger, movement->from_id, movement->moved_on,
                                 movement->quantity, &on, &there))
    return NULL;

  left = tras_item_dup_amount (unit, there);
  taken = tras_item_dup_amount (unit, movement->quantity);
  when = dup_day (on);
  wanted = dup_day (movement->moved_on);
  if (on > movement->moved_on)
    /* Translators: a quantity with its unit, a place, a day, a larger quantity, an earlier day */
    why = g_strdup_printf (_("Only %s were left in “%s” on %s, so %s cannot leave on %s."), left,
                           from_name, when, taken, wanted);
  else if (on >= tras_day_today ())
    /* Translators: a quantity with its unit, a place, a larger quantity */
    why = g_strdup_printf (_("Only %s are in “%s”, so %s cannot leave."), left, from_name, taken);
  else
    /* Translators: a quantity with its unit, a place, a day, a larger quantity */
    why = g_strdup_printf (_("Only %s were in “%s” on %s, so %s cannot leave."), left, from_name,
                           when, taken);

  if (movement->reverses_id != 0)
    return join (why, _("Reverse first what has used it since, or count what is there."));
  if (on > movement->moved_on)
    return join (why, _("Enter a smaller quantity or a later day."));

  return join (why, _("Enter a smaller quantity, or receive or count first."));
}

/* The day up to which the books are closed; NULL where they never were. */
static char *
dup_closed_to (TrasDb *db)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CLOSING);
  g_autoptr (TrasClosing) closing = NULL;

  tras_query_order (query, "closed_to", TRUE);
  closing = tras_db_find (db, query, NULL);

  return closing != NULL ? dup_day (closing->closed_to) : NULL;
}

static char *
dup_closed (TrasDb       *db,
            TrasMovement *movement)
{
  g_autofree char *to = dup_closed_to (db);
  g_autofree char *why = NULL;
  g_autofree char *day = dup_day (movement->moved_on);

  if (to == NULL)
    return NULL;

  /* Translators: two days: the books are closed to the first, the second is not after it */
  why = g_strdup_printf (_("The books are closed up to %s, so nothing can be booked on %s."), to,
                         day);
  if (movement->reverses_id != 0)
    return join (why, _("Book what is wrong as a count on a later day."));

  return join (why, _("Enter a later day."));
}

static char *
dup_reversed (TrasDb       *db,
              TrasMovement *movement)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MOVEMENT);
  g_autoptr (TrasMovement) other = NULL;
  g_autofree char *why = NULL;
  g_autofree char *way_out = NULL;

  tras_query_where_int (query, "reverses_id", TRAS_QUERY_EQ, movement->reverses_id);
  other = tras_db_find (db, query, NULL);
  if (other == NULL)
    return NULL;

  /* Translators: the code of the movement that did it: M-123 */
  why = g_strdup_printf (_("This movement is reversed already, by %s."), other->code);
  way_out = g_strdup_printf (_("To let it count again, reverse %s."), other->code);

  return join (why, way_out);
}

static char *
dup_movement_words (TrasDb       *db,
                    TrasMovement *movement,
                    const GError *refused)
{
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (TrasLocation) from = NULL;
  g_autoptr (GPtrArray) ledger = NULL;

  if (strstr (refused->message, "closed") != NULL)
    return dup_closed (db, movement);
  if (strstr (refused->message, "reverses_id") != NULL)
    return dup_reversed (db, movement);
  if (strstr (refused->message, "not enough stock") == NULL)
    return NULL;

  item = tras_db_load (db, TRAS_TYPE_ITEM, movement->item_id, NULL);
  from = tras_db_load (db, TRAS_TYPE_LOCATION, movement->from_id, NULL);
  ledger = tras_stock_load_ledger (db, movement->item_id, NULL);
  if (item == NULL || from == NULL || ledger == NULL)
    return NULL;

  return tras_refusal_dup_shortage (ledger, movement, item->unit, from->name);
}

static char *
dup_place_words (TrasDb       *db,
                 TrasLocation *place,
                 const GError *refused)
{
  g_autofree char *to = NULL;
  g_autofree char *why = NULL;

  if (strstr (refused->message, "closed") == NULL || (to = dup_closed_to (db)) == NULL)
    return NULL;

  /* Translators: a place and the day up to which the books are closed */
  why = g_strdup_printf (_("What lay in “%s” counts in the books that are closed up to %s, so that "
                           "its kind cannot change."), place->name, to);

  return join (why, _("Make a new place, and move there what is in this one."));
}

/* ---- what waits ---- */

static char *
dup_cycle_words (TrasDb          *db,
                 TrasActionAfter *link)
{
  g_autofree char *circle = tras_action_rules_dup_cycle (link, db);
  g_autofree char *why = circle != NULL ? g_strconcat (circle, ".", NULL) : NULL;

  return why != NULL ? join (why, _("In a circle nothing would ever begin.")) : NULL;
}

/* ---- what is used ---- */

/* “Movements: 52, Posts: 1” */
static char *
dup_uses (TrasDb     *db,
          TrasRecord *record)
{
  const TrasTable *used = tras_record_get_table (record);
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (GStrvBuilder) uses = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      GType type = tras_tables_get_type (i);
      const TrasTable *table = tras_record_type_get_table (type);
      gint64 count = 0;

      for (guint k = 0; k < table->n_fields; k++)
        {
          const TrasField *field = &table->fields[k];
          g_autoptr (TrasQuery) query = NULL;

          if (field->type != TRAS_VALUE_REFERENCE || (field->flags & TRAS_FIELD_COMPUTED) ||
              g_strcmp0 (field->target, used->name) != 0)
            continue;
          query = tras_query_new (type);
          tras_query_where_int (query, field->name, TRAS_QUERY_EQ, record->id);
          count += MAX (tras_db_count (db, query, NULL), 0);
        }
      if (count > 0)
        {
          g_autofree char *shown = tras_number_format_real (format, (double) count, 0);
          /* Translators: a kind of record, and how many of them there are: Movements: 52 */
          g_autofree char *use = g_strdup_printf (C_("uses", "%s: %s"), _(table->plural), shown);

          g_strv_builder_add (uses, use);
        }
    }

  parts = g_strv_builder_end (uses);

  return g_strjoinv (", ", parts);
}

static const char *
get_way_out (const TrasTable *table)
{
  if (tras_table_find_field (table, "active") != NULL)
    return _("Take it out of use instead: its history stays, and nothing new is made with it.");
  if (tras_table_find_field (table, "left_on") != NULL)
    return _("Enter the day they left instead: what they did stays.");

  return _("Let those name another one first, or delete them.");
}

static char *
dup_used_words (TrasDb     *db,
                TrasRecord *record)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *alias = tras_table_find_field (table, "name");
  const TrasField *name = alias != NULL ? alias : tras_table_get_name (table);
  g_autofree char *uses = dup_uses (db, record);
  g_autofree char *why = NULL;

  if (*uses == '\0' || name == NULL || name->type != TRAS_VALUE_TEXT)
    return NULL;

  /* Translators: a record's name, and what names it: “Warehouse” … (Movements: 52) */
  why = g_strdup_printf (_("“%s” is used and has to stay (%s)."),
                         tras_record_get_text (record, name), uses);

  return join (why, get_way_out (table));
}

/**
 * tras_refusal_dup_words:
 * @db: a connection
 * @edit: an edit that was refused
 * @refused: %TRAS_ERROR_CONSTRAINT, as the store has it
 *
 * Returns: (transfer full) (nullable): what is in the way and what to do, whole sentences; %NULL
 *   where no more is known than @refused says
 */
char *
tras_refusal_dup_words (TrasDb       *db,
                        TrasEdit     *edit,
                        const GError *refused)
{
  gboolean used;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (TRAS_IS_EDIT (edit), NULL);
  g_return_val_if_fail (refused != NULL, NULL);

  used = strstr (refused->message, "FOREIGN KEY") != NULL;
  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);
      char *words = NULL;

      if (deletes && used)
        words = dup_used_words (db, record);
      else if (!deletes && TRAS_IS_MOVEMENT (record))
        words = dup_movement_words (db, TRAS_MOVEMENT (record), refused);
      else if (!deletes && TRAS_IS_LOCATION (record))
        words = dup_place_words (db, TRAS_LOCATION (record), refused);
      else if (!deletes && TRAS_IS_ACTION_AFTER (record))
        words = dup_cycle_words (db, TRAS_ACTION_AFTER (record));
      if (words != NULL)
        return words;
    }

  return NULL;
}

/**
 * tras_refusal_dup_undo_words:
 * @db: a connection
 * @edit: an edit of the log that could not be taken back
 * @refused: %TRAS_ERROR_CONSTRAINT, as the store has it
 *
 * Returns: (transfer full) (nullable): as tras_refusal_dup_words()
 */
char *
tras_refusal_dup_undo_words (TrasDb       *db,
                             gint64        edit,
                             const GError *refused)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (refused != NULL, NULL);

  ids = tras_edit_log_list_inserted (db, edit, "movement", NULL);
  for (guint i = ids != NULL ? ids->len : 0; i > 0; i--)
    {
      g_autoptr (TrasMovement) movement =
        tras_db_load (db, TRAS_TYPE_MOVEMENT, g_array_index (ids, gint64, i - 1), NULL);
      g_autoptr (TrasMovement) reverse = movement != NULL ? tras_movement_dup_reverse (movement)
                                                          : NULL;
      char *words = reverse != NULL ? dup_movement_words (db, reverse, refused) : NULL;

      if (words != NULL)
        return words;
    }

  return NULL;
}

/**
 * tras_refuse:
 * @field: (out): where to put @name
 * @name: the field that will not do
 * @error: %TRAS_ERROR_REFUSED
 * @format: why, a sentence without its full stop
 * @...: what it speaks of
 *
 * Returns: %FALSE, as what checks a record does then
 */
gboolean
tras_refuse (const char **field,
             const char  *name,
             GError     **error,
             const char  *format,
             ...)
{
  va_list arguments;

  g_return_val_if_fail (field != NULL && name != NULL && format != NULL, FALSE);

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (TRAS_ERROR, TRAS_ERROR_REFUSED, format, arguments));
  va_end (arguments);
  *field = name;

  return FALSE;
}
