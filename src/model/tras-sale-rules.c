/* tras-sale-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order that is open and not shipped promises its lines for its day. Whatever makes such a
 * promise, or makes it more or sooner, is looked at as tras_outlook_can() has it; what makes it
 * less or later is not, so that an order which cannot be kept any more can be put right.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-sale-rules.h"
#include "tras-template.h"

static char *
dup_date (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* ---- days ---- */

/**
 * tras_sale_check:
 * @self: an order that is to be written
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether its days are in order
 */
gboolean
tras_sale_check (TrasSale    *self,
                 const char **field,
                 GError     **error)
{
  const struct
  {
    const char *name;
    TrasDay day;
    const char *why;
  } days[] = {
    /* Translators: {day} is a date */
    { "promised_on", self->promised_on,
      N_("It was ordered on {day} and cannot have been promised for a day before") },
    { "shipped_on", self->shipped_on,
      N_("It was ordered on {day} and cannot have been shipped before") },
    { "billed_on", self->billed_on,
      N_("It was ordered on {day} and cannot have been billed before") },
    { "paid_on", self->paid_on, N_("It was ordered on {day} and cannot have been paid before") },
  };
  g_autofree char *why = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRAS_IS_SALE (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; self->taken_on != TRAS_DAY_NONE && i < G_N_ELEMENTS (days); i++)
    {
      if (days[i].day == TRAS_DAY_NONE || days[i].day >= self->taken_on)
        continue;
      day = dup_date (self->taken_on);
      why = tras_template_fill (_(days[i].why), "day", day, NULL);
      return tras_refuse (field, days[i].name, error, "%s", why);
    }
  if (self->shipped_on != TRAS_DAY_NONE && self->shipped_on > tras_day_today ())
    return tras_refuse (field, "shipped_on", error,
                        _("The day lies ahead: nothing has been shipped yet"));
  if (self->due_on != TRAS_DAY_NONE && self->billed_on != TRAS_DAY_NONE &&
      self->due_on < self->billed_on)
    {
      day = dup_date (self->billed_on);
      return tras_refuse (field, "due_on", error,
                          _("It was billed on %s and cannot have been due before"), day);
    }

  return TRUE;
}

/* ---- promises ---- */

/* The day that the order needs its goods on: without one, now. */
static TrasDay
get_day (TrasSale *sale)
{
  return sale->promised_on;
}

/**
 * tras_sale_promise_check:
 * @sale: an order that is open and not shipped
 * @outlook: of an item, without what the order itself was promised
 * @quantity: how much of it the order wants
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with what can be promised and by when, without its full stop
 *
 * Returns: whether that can be promised for the order's day
 */
gboolean
tras_sale_promise_check (TrasSale           *sale,
                         const TrasOutlook  *outlook,
                         gint64              quantity,
                         const char        **field,
                         GError            **error)
{
  TrasDay day = get_day (sale);
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TRAS_IS_SALE (sale), FALSE);
  g_return_val_if_fail (outlook != NULL, FALSE);

  if (tras_outlook_can (outlook, day, quantity))
    return TRUE;

  when = tras_outlook_dup_day (day, outlook->today);
  words = tras_outlook_dup_words (outlook, day, quantity);

  /* Translators: an item, “today” or “on Thursday”, what can be promised and by when */
  return tras_refuse (field, "quantity", error, _("“%s” cannot be promised %s: %s"),
                      outlook->item->name, when, words);
}

static gboolean
check_line (TrasSale      *sale,
            gint64         item_id,
            gint64         quantity,
            TrasDb        *db,
            const char   **field,
            GError       **error)
{
  g_autoptr (TrasOutlook) outlook =
    tras_outlook_load (db, item_id, TRAS_RECORD (sale)->id, tras_day_today (), error);

  return outlook != NULL && tras_sale_promise_check (sale, outlook, quantity, field, error);
}

/* Whether the order promises anew what it had promised before, or sooner. */
static gboolean
is_sooner (TrasSale *sale,
           TrasSale *before)
{
  TrasDay today = tras_day_today ();

  return tras_sale_reserves (sale) &&
         (before == NULL || !tras_sale_reserves (before) ||
          MAX (get_day (sale), today) < MAX (get_day (before), today));
}

static gboolean
is_more (TrasSaleLine *line,
         TrasSaleLine *before)
{
  return before == NULL || line->item_id != before->item_id ||
         line->quantity - line->shipped > before->quantity - before->shipped;
}

/* The record of the edit that is the same row as @type and @id, or %NULL. */
static gpointer
find_in_edit (TrasEdit *edit,
              GType     type,
              gint64    id)
{
  for (guint i = 0; id != 0 && i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      if (G_OBJECT_TYPE (record) == type && record->id == id)
        return record;
    }

  return NULL;
}

/* The lines that the edit leaves as they are. */
static gboolean
check_other_lines (TrasSale    *sale,
                   TrasEdit    *edit,
                   TrasDb      *db,
                   const char **field,
                   GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, TRAS_RECORD (sale)->id);
  lines = tras_db_select (db, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      TrasSaleLine *line = lines->pdata[i];

      if (edit != NULL &&
          find_in_edit (edit, TRAS_TYPE_SALE_LINE, TRAS_RECORD (line)->id) != NULL)
        continue;
      if (!check_line (sale, line->item_id, line->quantity - line->shipped, db, field, error))
        {
          /* The day is what will not do. */
          *field = "promised_on";
          return FALSE;
        }
    }

  return lines != NULL;
}

static gboolean
check_sale (TrasSale    *sale,
            TrasEdit    *edit,
            TrasDb      *db,
            const char **field,
            GError     **error)
{
  g_autoptr (TrasSale) before = NULL;

  if (!tras_sale_check (sale, field, error))
    return FALSE;
  if (TRAS_RECORD (sale)->id == 0)
    return TRUE;

  before = tras_db_load (db, TRAS_TYPE_SALE, TRAS_RECORD (sale)->id, error);
  if (before == NULL)
    return FALSE;

  return !is_sooner (sale, before) || check_other_lines (sale, edit, db, field, error);
}

static gboolean
check_sale_line (TrasSaleLine  *line,
                 TrasEdit      *edit,
                 TrasDb        *db,
                 const char   **field,
                 GError       **error)
{
  TrasSale *sale = tras_edit_get_link (edit, line, "sale_id");
  g_autoptr (TrasSale) stored = NULL;
  g_autoptr (TrasSaleLine) before = NULL;

  if (TRAS_RECORD (line)->id != 0 &&
      (before = tras_db_load (db, TRAS_TYPE_SALE_LINE, TRAS_RECORD (line)->id, error)) == NULL)
    return FALSE;
  if (sale == NULL && (stored = tras_db_load (db, TRAS_TYPE_SALE, line->sale_id, error)) == NULL)
    return FALSE;
  if (sale == NULL)
    sale = find_in_edit (edit, TRAS_TYPE_SALE, line->sale_id);
  if (sale == NULL)
    sale = stored;
  if (before != NULL && before->shipped > line->quantity)
    {
      g_autofree char *sent = tras_item_dup_amount (before->unit, before->shipped);

      /* Translators: %s is a quantity with its unit */
      return tras_refuse (field, "quantity", error,
                          _("%s of it were shipped already: it cannot be less"), sent);
    }

  return !tras_sale_reserves (sale) || !(is_more (line, before) || is_sooner (sale, stored)) ||
         check_line (sale, line->item_id, line->quantity - line->shipped, db, field, error);
}

/**
 * tras_sale_rules_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: as of tras_sale_check() and tras_sale_promise_check()
 *
 * Returns: whether its orders and their lines can be written; the edit knows the field that will
 *   not do
 */
gboolean
tras_sale_rules_check (TrasEdit  *edit,
                       TrasDb    *db,
                       GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes, ok = TRUE;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      if (deletes && TRAS_IS_SALE_LINE (record) && TRAS_SALE_LINE (record)->shipped > 0)
        ok = tras_refuse (&field, "quantity", error,
                          _("A part of it was shipped: change the quantity to what was sent"));
      else if (deletes)
        continue;
      else if (TRAS_IS_SALE (record))
        ok = check_sale (record, edit, db, &field, error);
      else if (TRAS_IS_SALE_LINE (record))
        ok = check_sale_line (record, edit, db, &field, error);
      if (!ok)
        {
          if (field != NULL)
            tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- rows of a file ---- */

/**
 * tras_sale_check_row:
 * @self: an order as a row of a file has it
 * @before: (nullable): as it is, %NULL for a new one
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * A file books nothing: an order that it says is shipped was shipped before anybody here kept its
 * stock. One that is open here has its goods in the stock still, and is shipped in the window.
 *
 * Returns: whether the row can be taken
 */
gboolean
tras_sale_check_row (TrasSale    *self,
                     TrasSale    *before,
                     TrasDb      *db,
                     const char **field,
                     GError     **error)
{
  g_return_val_if_fail (TRAS_IS_SALE (self), FALSE);
  g_return_val_if_fail (before == NULL || TRAS_IS_SALE (before), FALSE);

  if (!tras_sale_check (self, field, error))
    return FALSE;
  if (before == NULL)
    return TRUE;
  if (before->lines > 0 && tras_sale_reserves (before) && self->shipped_on != TRAS_DAY_NONE)
    return tras_refuse (field, "shipped_on", error,
                        _("Order %s is open here: ship it in the window, so that its goods leave "
                          "the stock"), before->code);

  return !is_sooner (self, before) || check_other_lines (self, NULL, db, field, error);
}

/**
 * tras_sale_line_check_row:
 * @self: a line as a row of a file has it; gets its unit, and what was shipped of it where the
 *   order was and the row does not say how much
 * @before: (nullable): as it is, %NULL for a new one
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * Returns: whether the row can be taken
 */
gboolean
tras_sale_line_check_row (TrasSaleLine  *self,
                          TrasSaleLine  *before,
                          TrasDb        *db,
                          const char   **field,
                          GError       **error)
{
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (TrasSale) sale = NULL;

  g_return_val_if_fail (TRAS_IS_SALE_LINE (self), FALSE);
  g_return_val_if_fail (before == NULL || TRAS_IS_SALE_LINE (before), FALSE);

  item = tras_db_load (db, TRAS_TYPE_ITEM, self->item_id, error);
  sale = item != NULL ? tras_db_load (db, TRAS_TYPE_SALE, self->sale_id, error) : NULL;
  if (sale == NULL)
    return FALSE;
  if (self->unit != NULL && *self->unit != '\0' && !g_str_equal (self->unit, item->unit))
    return tras_refuse (field, "unit", error, _("“%s” is counted in %s"), item->name, item->unit);
  g_free (self->unit);
  self->unit = g_strdup (item->unit);

  if (sale->shipped_on != TRAS_DAY_NONE && self->shipped == 0)
    self->shipped = self->quantity;
  if (self->shipped > self->quantity)
    return tras_refuse (field, "shipped", error, _("More was shipped than was ordered"));

  return !tras_sale_reserves (sale) || !is_more (self, before) ||
         check_line (sale, self->item_id, self->quantity - self->shipped, db, field, error);
}
