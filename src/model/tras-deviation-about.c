/* tras-deviation-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-about.h"
#include "tras-event-signal.h"
#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-refusal.h"
#include "tras-sale.h"
#include "tras-stockout.h"
#include "tras-template.h"

/* What a kind of record says of itself. */
typedef struct
{
  const char *feed;    /* what counts such things */
  TrasDay on;          /* the day that it is about */
  const char *origin;
  char *fact;
  char *proposal;
} Story;

static void
story_clear (Story *self)
{
  g_free (self->fact);
  g_free (self->proposal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, story_clear)

static char *
dup_date (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* ---- orders ---- */

static void
tell_late_payment (TrasSale *sale,
                   Story    *story)
{
  g_autofree char *due = dup_date (sale->due_on);
  g_autofree char *paid = sale->paid_on != TRAS_DAY_NONE ? dup_date (sale->paid_on) : NULL;

  story->feed = "sales.paid-late";
  story->on = sale->due_on;
  if (paid != NULL)
    /* Translators: {order} is the number of an order, {due} and {day} are days */
    story->fact =
      tras_template_fill (_("The bill of order {order} was due on {due} and paid on {day}"),
                          "order", sale->code, "due", due, "day", paid, NULL);
  else
    story->fact =
      tras_template_fill (_("The bill of order {order} was due on {due} and is not paid"),
                          "order", sale->code, "due", due, NULL);
}

static void
tell_late_order (TrasSale   *sale,
                 TrasDay     done_on,
                 const char *done,
                 const char *open,
                 Story      *story)
{
  g_autofree char *promised = dup_date (sale->promised_on);
  g_autofree char *day = done_on != TRAS_DAY_NONE ? dup_date (done_on) : NULL;

  story->on = sale->promised_on;
  story->fact = tras_template_fill (day != NULL ? done : open, "order", sale->code, "promised",
                                    promised, "day", day, NULL);
}

/* The fact names the order, and nobody. What came last is told first. */
static void
tell_sale (TrasSale *sale,
           TrasDay   today,
           Story    *story)
{
  TrasDay picked_on = sale->picked_at != TRAS_NULL ? tras_day_from_instant (sale->picked_at)
                                                   : TRAS_DAY_NONE;
  gboolean promised = sale->promised_on != TRAS_DAY_NONE;
  gboolean paid_late = sale->due_on != TRAS_DAY_NONE && sale->paid_on > sale->due_on;

  story->on = sale->taken_on;
  story->feed = "sales.";
  if (sale->bill_error != NULL)
    {
      story->feed = "sales.wrong-bills";
      story->on = sale->billed_on != TRAS_DAY_NONE ? sale->billed_on : today;
      /* Translators: {order} is the number of an order, {error} what was wrong with its bill */
      story->fact = tras_template_fill (_("Wrong bill of order {order}: {error}"), "order",
                                        sale->code, "error", sale->bill_error, NULL);
    }
  else if (tras_sale_is_overdue (sale, today) || paid_late)
    tell_late_payment (sale, story);
  else if (promised && picked_on != TRAS_DAY_NONE && picked_on > sale->promised_on)
    {
      story->feed = "sales.picked-late";
      /* Translators: {order} is the number of an order, {promised} and {day} are days */
      tell_late_order (sale, picked_on,
                       _("Order {order} was promised for {promised} and picked on {day}"), "",
                       story);
    }
  else if (tras_sale_is_late (sale, today) || (promised && sale->shipped_on > sale->promised_on))
    {
      story->feed = "sales.late-share";
      /* Translators: {order} is the number of an order, {promised} and {day} are days */
      tell_late_order (sale, sale->shipped_on,
                       _("Order {order} was promised for {promised} and shipped on {day}"),
                       _("Order {order} was promised for {promised} and is not shipped"), story);
    }
  else
    /* Translators: {order} is the number of an order; somebody goes on writing what went wrong */
    story->fact = tras_template_fill (_("Order {order}:"), "order", sale->code, NULL);
}

static TrasRecord *
read_sale (TrasDb   *db,
           gint64    id,
           TrasDay   today,
           Story    *story,
           gint64   *key,
           GError  **error)
{
  TrasSale *sale = tras_db_load (db, TRAS_TYPE_SALE, id, error);

  if (sale == NULL)
    return NULL;
  *key = id;
  tell_sale (sale, today, story);

  return TRAS_RECORD (sale);
}

/* ---- stock-outs ---- */

/* Why this stock-out is more than the chance that there always is. */
static char *
dup_proposal (const TrasEventSignal *signal)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *newest = tras_number_format_real (format, signal->newest, 0);
  g_autofree char *mean = tras_number_format_real (format, signal->limits.centre,
                                                   signal->rare ? 0 : 1);

  if (signal->rare)
    /* Translators: numbers of days: between the last two stock-outs, and on average */
    return g_strdup_printf (_("Stock-outs come sooner than usual: %s days since the one before, %s "
                              "on average."), newest, mean);

  /* Translators: numbers of stock-outs: of the week, and on average */
  return g_strdup_printf (_("More stock-outs than usual: %s in its week, %s on average."), newest,
                          mean);
}

/* The days of all stock-outs up to this one, which is the newest then. */
static gboolean
find_signal (TrasDb           *db,
             TrasStockout     *stockout,
             TrasEventSignal  *signal,
             GError          **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_autoptr (GPtrArray) stockouts = NULL;

  tras_query_where_int (query, "from_at", TRAS_QUERY_LE, stockout->from_at);
  tras_query_order (query, "from_at", FALSE);
  stockouts = tras_db_select (db, query, error);
  if (stockouts == NULL)
    return FALSE;
  for (guint i = 0; i < stockouts->len; i++)
    {
      TrasDay day = TRAS_STOCKOUT (stockouts->pdata[i])->from_on;

      g_array_append_val (days, day);
    }
  tras_event_signal_find ((TrasDay *) (gpointer) days->data, days->len, signal);

  return TRUE;
}

static TrasRecord *
read_stockout (TrasDb   *db,
               gint64    id,
               TrasDay   today,
               Story    *story,
               gint64   *key,
               GError  **error)
{
  g_autoptr (TrasStockout) stockout = tras_db_load (db, TRAS_TYPE_STOCKOUT, id, error);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  TrasEventSignal signal;

  if (stockout == NULL || !find_signal (db, stockout, &signal, error))
    return NULL;

  *key = stockout->begun_by;
  story->feed = "stock.stockout";
  story->on = stockout->from_on;
  story->origin = signal.worse ? "signal" : "person";
  story->proposal = signal.worse ? dup_proposal (&signal) : NULL;
  from = dup_date (story->on);
  to = stockout->to_on != TRAS_DAY_NONE ? dup_date (stockout->to_on) : NULL;
  if (to != NULL)
    /* Translators: {item} is an item, {from} and {to} are days */
    story->fact = tras_template_fill (_("“{item}” was out of stock from {from} to {to}"),
                                      "item", stockout->item_name, "from", from, "to", to, NULL);
  else
    story->fact = tras_template_fill (_("“{item}” ran out on {from}"), "item",
                                      stockout->item_name, "from", from, NULL);

  return TRAS_RECORD (g_steal_pointer (&stockout));
}

/* ---- all of them ---- */

/* One line a kind of record that a deviation can be made of. */
static const struct
{
  GType (*get_type) (void);
  const char *field;           /* of a deviation: what names the record */
  gsize offset;
  TrasRecord *(*read) (TrasDb *db, gint64 id, TrasDay today, Story *story, gint64 *key,
                       GError **error);
} kinds[] = {
  { tras_sale_get_type, "sale_id", G_STRUCT_OFFSET (TrasDeviation, sale_id), read_sale },
  { tras_stockout_get_type, "movement_id", G_STRUCT_OFFSET (TrasDeviation, movement_id),
    read_stockout },
};

/* Whether both count of the same records, as sales.late and sales.orders do. */
static gboolean
is_of_family (const char *source,
              const char *feed)
{
  gsize length = (gsize) (strchr (feed, '.') - feed) + 1;

  return strncmp (source, feed, length) == 0;
}

/* The indicator that counts such things; else one of the same records says whose they are. */
static gboolean
take_indicator (TrasDeviation  *draft,
                TrasDb         *db,
                const Story    *story,
                GError        **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) indicators = NULL;

  tras_query_where_null (query, "retired_on", TRUE);
  indicators = tras_db_select (db, query, error);
  for (guint i = 0; indicators != NULL && i < indicators->len; i++)
    {
      TrasIndicator *indicator = indicators->pdata[i];
      gboolean counts = g_str_equal (indicator->source, story->feed);

      if (draft->indicator_id != 0 ||
          !(counts || (draft->area_id == 0 && is_of_family (indicator->source, story->feed))))
        continue;
      draft->area_id = indicator->area_id;
      draft->owner_id = indicator->owner_id;
      if (!counts)
        continue;
      draft->indicator_id = TRAS_RECORD (indicator)->id;
      draft->period_on = tras_period_first_day (tras_indicator_get_every (indicator), story->on);
    }

  return indicators != NULL;
}

static GPtrArray *
select_about (TrasDb      *db,
              const char  *field,
              gint64       key,
              GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);

  tras_query_where_int (query, field, TRAS_QUERY_EQ, key);

  return tras_db_select (db, query, error);
}

/* The one that is not finished, or %NULL. */
static TrasDeviation *
find_open (GPtrArray *deviations)
{
  for (guint i = 0; i < deviations->len; i++)
    {
      if (!tras_deviation_is_closed (deviations->pdata[i]))
        return deviations->pdata[i];
    }

  return NULL;
}

/**
 * tras_deviation_about_load:
 * @db: a connection
 * @type: a type of records: %TRAS_TYPE_SALE or %TRAS_TYPE_STOCKOUT
 * @id: which of them
 * @today: the present day
 * @error: where to put the error
 *
 * Of a stock-out a deviation is proposed where stock-outs come more often than is usual, as
 * tras_event_signal_find() has it of those that there had been when it began.
 *
 * Returns: (transfer full): what of the record went off course
 */
TrasDeviationAbout *
tras_deviation_about_load (TrasDb   *db,
                           GType     type,
                           gint64    id,
                           TrasDay   today,
                           GError  **error)
{
  g_autoptr (TrasDeviationAbout) self = g_new0 (TrasDeviationAbout, 1);
  g_autoptr (TrasRecord) record = NULL;
  g_auto (Story) story = { .on = today, .origin = "person" };
  gint64 key = 0;
  guint kind = 0;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  while (kind < G_N_ELEMENTS (kinds) && kinds[kind].get_type () != type)
    kind++;
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  record = kinds[kind].read (db, id, today, &story, &key, error);
  if (record == NULL)
    return NULL;
  self->deviations = select_about (db, kinds[kind].field, key, error);
  if (self->deviations == NULL)
    return NULL;
  if (find_open (self->deviations) != NULL)
    return g_steal_pointer (&self);

  self->draft = tras_deviation_new ();
  self->draft->origin = g_intern_string (story.origin);
  self->draft->fact = g_steal_pointer (&story.fact);
  self->draft->opened_on = today;
  G_STRUCT_MEMBER (gint64, self->draft, kinds[kind].offset) = key;
  if (!take_indicator (self->draft, db, &story, error))
    return NULL;
  if (self->deviations->len == 0)
    self->proposal = g_steal_pointer (&story.proposal);

  return g_steal_pointer (&self);
}

/**
 * tras_deviation_about_free:
 * @self: (transfer full): what went off course
 */
void
tras_deviation_about_free (TrasDeviationAbout *self)
{
  g_clear_pointer (&self->deviations, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_free (self->proposal);
  g_free (self);
}

/**
 * tras_deviation_about_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: %TRAS_ERROR_REFUSED with a sentence without its full stop
 *
 * Returns: whether none of its new deviations is of a record of which another is not finished
 */
gboolean
tras_deviation_about_check (TrasEdit  *edit,
                            TrasDb    *db,
                            GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);

      for (guint kind = 0; TRAS_IS_DEVIATION (record) && record->id == 0 &&
                           kind < G_N_ELEMENTS (kinds); kind++)
        {
          gint64 key = G_STRUCT_MEMBER (gint64, record, kinds[kind].offset);
          g_autoptr (GPtrArray) others = NULL;
          const char *field;

          if (key == 0)
            continue;
          others = select_about (db, kinds[kind].field, key, error);
          if (others == NULL)
            return FALSE;
          if (find_open (others) == NULL)
            continue;
          tras_refuse (&field, "fact", error,
                       /* Translators: %s is the code of a deviation */
                       _("%s is about the same and not finished yet: go on there"),
                       find_open (others)->code);
          tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}
