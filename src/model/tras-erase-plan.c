/* tras-erase-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field tables say what is erased: of a row that is somebody's, texts that are personal. Dates,
 * numbers, choices and references stay, since figures count them and nobody can be told from them
 * any more.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-erase-plan.h"
#include "tras-error.h"
#include "tras-experiment.h"
#include "tras-firm.h"
#include "tras-fold.h"
#include "tras-goal.h"
#include "tras-indicator.h"
#include "tras-person.h"
#include "tras-sale.h"
#include "tras-tables.h"
#include "tras-ticket.h"
#include "tras-vacancy.h"

/* A part of a name that is too short to tell anybody by. */
#define SHORT_PART 3

void
tras_erase_plan_free (TrasErasePlan *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->erasure, tras_erasure_free);
  g_free (self->code);
  g_free (self->word);
  g_free (self);
}

/* ---- what goes ---- */

static const char *
get_name (TrasRecord *record)
{
  if (TRAS_IS_PERSON (record))
    return TRAS_PERSON (record)->name;

  return TRAS_IS_CUSTOMER (record) ? TRAS_CUSTOMER (record)->name : TRAS_CANDIDATE (record)->name;
}

/* What they are called without their name: %NULL for nothing. */
static const char *
get_code (TrasRecord *record)
{
  if (TRAS_IS_PERSON (record))
    return TRAS_PERSON (record)->code;

  return TRAS_IS_CUSTOMER (record) ? TRAS_CUSTOMER (record)->code : NULL;
}

/* A code that is made of the name goes with it. */
static gboolean
has_part_of_name (const char *code,
                  const char *name)
{
  g_autofree char *folded_code = tras_fold_key (code);
  g_autofree char *folded_name = tras_fold_key (name);
  g_auto (GStrv) parts = g_strsplit (folded_name, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strlen (parts[i]) >= SHORT_PART && strstr (folded_code, parts[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_erased (const TrasErasePlan *self,
           const TrasTable     *table,
           const TrasField     *field)
{
  if (field->flags & TRAS_FIELD_COMPUTED || field->type != TRAS_VALUE_TEXT)
    return FALSE;

  /* By its code somebody is known who has no name any more. */
  if (table == tras_record_get_table (self->record) && g_str_equal (field->name, "code"))
    {
      const char *code = get_code (self->record);

      return code != NULL && has_part_of_name (code, get_name (self->record));
    }

  return (field->flags & TRAS_FIELD_PERSONAL) != 0;
}

/* The field by which a row of @table is somebody's. Most customers are firms: that something refers
 * to one is not marked as personal. */
static const TrasField *
find_reference (const TrasTable *table,
                const TrasTable *subject)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (field->type == TRAS_VALUE_REFERENCE && !(field->flags & TRAS_FIELD_COMPUTED) &&
          g_str_equal (field->target, subject->name) &&
          (field->flags & TRAS_FIELD_PERSONAL || g_str_equal (subject->name, "customer")))
        return field;
    }

  return NULL;
}

static gboolean
has_erased (const TrasErasePlan *self,
            const TrasTable     *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (is_erased (self, table, &table->fields[i]))
        return TRUE;
    }

  return FALSE;
}

static TrasErasure *
make_erasure (const TrasErasePlan *self)
{
  const TrasTable *subject = tras_record_get_table (self->record);
  TrasErasure *erasure = tras_erasure_new (subject->name, self->record->id, self->word);

  for (guint t = 0; t < tras_tables_get_n (); t++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (t));
      const TrasField *reference = find_reference (table, subject);

      tras_erasure_add_table (erasure, table);
      if ((table != subject && reference == NULL) || !has_erased (self, table))
        continue;
      tras_erasure_add_part (erasure, table, table == subject ? NULL : reference);
      for (guint i = 0; i < table->n_fields; i++)
        {
          if (is_erased (self, table, &table->fields[i]))
            tras_erasure_clear (erasure, table, &table->fields[i]);
        }
    }

  return erasure;
}

static GPtrArray *
list_values (const TrasErasePlan *self)
{
  const TrasTable *table = tras_record_get_table (self->record);
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (is_erased (self, table, &table->fields[i]) &&
          !tras_record_is_null (self->record, &table->fields[i]))
        g_ptr_array_add (values, (gpointer) &table->fields[i]);
    }

  return values;
}

/* ---- what stays, and what stands in the way ---- */

static gboolean
count_kept (TrasErasePlan  *self,
            TrasDb         *db,
            GError        **error)
{
  const TrasTable *subject = tras_record_get_table (self->record);

  self->kept = g_array_new (FALSE, FALSE, sizeof (TrasEraseCount));
  for (guint t = 0; t < tras_tables_get_n (); t++)
    {
      TrasEraseCount kept = { .table = tras_record_type_get_table (tras_tables_get_type (t)) };
      const TrasField *reference = find_reference (kept.table, subject);
      g_autoptr (TrasQuery) query = NULL;
      gint64 n;

      if (reference == NULL || kept.table == subject)
        continue;
      query = tras_query_new (tras_tables_get_type (t));
      tras_query_where_int (query, reference->name, TRAS_QUERY_EQ, self->record->id);
      n = tras_db_count (db, query, error);
      if (n < 0)
        return FALSE;
      kept.n = (guint) n;
      if (n > 0)
        g_array_append_val (self->kept, kept);
    }

  return TRUE;
}

/* Whether something has still to be done for an order, or to be paid. */
static gboolean
is_order_open (TrasSale *sale)
{
  return g_str_equal (sale->state, "draft") || g_str_equal (sale->state, "open") ||
         (g_str_equal (sale->state, "closed") && sale->billed_on != TRAS_DAY_NONE &&
          sale->paid_on == TRAS_DAY_NONE);
}

static gboolean
is_open (gpointer record)
{
  if (TRAS_IS_GOAL (record))
    return g_str_equal (TRAS_GOAL (record)->state, "open") ||
           g_str_equal (TRAS_GOAL (record)->state, "draft");
  if (TRAS_IS_ACTION (record))
    return g_str_equal (TRAS_ACTION (record)->state, "open") ||
           g_str_equal (TRAS_ACTION (record)->state, "blocked");
  if (TRAS_IS_DEVIATION (record))
    return !g_str_equal (TRAS_DEVIATION (record)->state, "closed");
  if (TRAS_IS_SALE (record))
    return is_order_open (record);
  if (TRAS_IS_TICKET (record))
    return TRAS_TICKET (record)->closed_at == TRAS_NULL;
  if (TRAS_IS_EXPERIMENT (record))
    return TRAS_EXPERIMENT (record)->closed_on == TRAS_DAY_NONE;

  return TRAS_INDICATOR (record)->retired_on == TRAS_DAY_NONE;
}

static gboolean
find_duties (TrasErasePlan  *self,
             TrasDb         *db,
             GError        **error)
{
  const struct
  {
    GType subject;
    GType type;
    const char *reference;
  } kinds[] = {
    { TRAS_TYPE_PERSON, TRAS_TYPE_GOAL, "owner_id" },
    { TRAS_TYPE_PERSON, TRAS_TYPE_INDICATOR, "owner_id" },
    { TRAS_TYPE_PERSON, TRAS_TYPE_INDICATOR, "collector_id" },
    { TRAS_TYPE_PERSON, TRAS_TYPE_DEVIATION, "owner_id" },
    { TRAS_TYPE_PERSON, TRAS_TYPE_EXPERIMENT, "owner_id" },
    { TRAS_TYPE_PERSON, TRAS_TYPE_ACTION, "owner_id" },
    { TRAS_TYPE_CUSTOMER, TRAS_TYPE_SALE, "customer_id" },
    { TRAS_TYPE_CUSTOMER, TRAS_TYPE_TICKET, "customer_id" },
  };

  self->duties = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (TrasQuery) query = NULL;
      g_autoptr (GPtrArray) records = NULL;

      if (kinds[k].subject != G_OBJECT_TYPE (self->record))
        continue;
      query = tras_query_new (kinds[k].type);
      tras_query_where_int (query, kinds[k].reference, TRAS_QUERY_EQ, self->record->id);
      records = tras_db_select (db, query, error);
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          if (is_open (records->pdata[i]))
            g_ptr_array_add (self->duties, g_object_ref (records->pdata[i]));
        }
    }

  return TRUE;
}

/* What the firm needs them for by name. */
static gboolean
find_trust (TrasErasePlan  *self,
            TrasDb         *db,
            GError        **error)
{
  g_autoptr (TrasFirm) firm = NULL;

  if (!TRAS_IS_PERSON (self->record))
    return TRUE;
  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return FALSE;

  self->officer = firm->officer_id == self->record->id;
  /* The name of somebody else who is called the same stays. */
  self->reader = firm->hour_cost_readers != NULL && !self->shared &&
                 tras_firm_shows_hour_cost (firm, get_name (self->record));

  return TRUE;
}

/* Whether another person, candidate or customer is called the same. */
static gboolean
find_shared (TrasErasePlan  *self,
             TrasDb         *db,
             GError        **error)
{
  const GType types[] = { TRAS_TYPE_PERSON, TRAS_TYPE_CANDIDATE, TRAS_TYPE_CUSTOMER };
  const char *name = get_name (self->record);

  for (guint t = 0; name != NULL && t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (types[t]);
      g_autoptr (GPtrArray) records = NULL;

      tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
      records = tras_db_select (db, query, error);
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          TrasRecord *other = records->pdata[i];

          self->shared |= G_OBJECT_TYPE (other) != G_OBJECT_TYPE (self->record) ||
                          other->id != self->record->id;
        }
    }

  return TRUE;
}

/* The code that stays, else the number. */
static char *
dup_code (TrasRecord *record)
{
  const char *code = get_code (record);

  return code != NULL && !has_part_of_name (code, get_name (record))
           ? g_strdup (code)
           : g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
}

static void
name_them (TrasErasePlan *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->record->id);

  if (TRAS_IS_PERSON (self->record))
    /* Translators: stands for a name that was erased; %s is a number */
    self->word = g_strdup_printf (_("Person %s"), number);
  else if (TRAS_IS_CUSTOMER (self->record))
    /* Translators: stands for a name that was erased; %s is a number */
    self->word = g_strdup_printf (_("Customer %s"), number);
  else
    /* Translators: stands for a name that was erased; %s is a number */
    self->word = g_strdup_printf (_("Candidate %s"), number);
  self->code = dup_code (self->record);
}

/* Whether they work here still, and whether nothing is left of them. */
static void
see_state (TrasErasePlan *self)
{
  const TrasPerson *person = (const TrasPerson *) self->record;

  if (TRAS_IS_PERSON (self->record))
    {
      self->here = person->left_on == TRAS_DAY_NONE || person->left_on >= tras_day_today ();
      self->done = person->erased_on != TRAS_DAY_NONE;
    }
  else if (TRAS_IS_CUSTOMER (self->record))
    {
      self->done = g_strcmp0 (get_name (self->record), self->word) == 0 &&
                   TRAS_CUSTOMER (self->record)->contact == NULL;
    }
  else
    {
      self->done = self->values->len == 0;
    }
}

/* Finds what an erasure means, for a record that is known, there or gone. */
static gboolean
look_around (TrasErasePlan  *self,
             TrasDb         *db,
             GError        **error)
{
  self->erasure = make_erasure (self);
  if (!count_kept (self, db, error) || !find_duties (self, db, error) ||
      !find_shared (self, db, error) || !find_trust (self, db, error))
    return FALSE;
  tras_erasure_set_shared (self->erasure, self->shared);
  if (!tras_erasure_find (self->erasure, db, error))
    return FALSE;
  self->mentions = tras_erasure_get_mentions (self->erasure);
  self->backups = tras_backup_list (tras_db_get_path (db));

  return TRUE;
}

/**
 * tras_erase_plan_load:
 * @db: a connection
 * @type: %TRAS_TYPE_PERSON, %TRAS_TYPE_CANDIDATE or %TRAS_TYPE_CUSTOMER
 * @id: whose data
 * @error: where to put the error
 *
 * Reads what erasing means; changes nothing. The log is read as a whole: about a second where a
 * million rows were written.
 *
 * Returns: (transfer full): the plan, or %NULL
 */
TrasErasePlan *
tras_erase_plan_load (TrasDb  *db,
                      GType    type,
                      gint64   id,
                      GError **error)
{
  g_autoptr (TrasErasePlan) self = g_new0 (TrasErasePlan, 1);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (type == TRAS_TYPE_PERSON || type == TRAS_TYPE_CANDIDATE ||
                        type == TRAS_TYPE_CUSTOMER, NULL);

  self->record = tras_db_load (db, type, id, error);
  if (self->record == NULL)
    return NULL;
  name_them (self);
  self->values = list_values (self);
  see_state (self);

  return look_around (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tras_erase_plan_check:
 * @self: a plan
 * @error: %TRAS_ERROR_REFUSED with a sentence that says why not
 *
 * Returns: whether it can be run: nobody is erased who works here, has something to hand over, or
 *   is a customer with whom something is open
 */
gboolean
tras_erase_plan_check (TrasErasePlan  *self,
                       GError        **error)
{
  const char *reason = NULL;

  if (self->done)
    reason = _("These personal data are erased already.");
  else if (self->here)
    reason = _("They still work here. Personal data are erased after somebody has left.");
  else if (self->officer)
    reason = _("They are the officer of the confidential reports. Let them and another person "
               "change the passphrase together, and choose that person under Firm first.");
  else if (self->reader)
    reason = _("They are named among those to whom hour costs are shown. Take their name off that "
               "list, under Firm, first.");
  else if (self->duties->len > 0 && TRAS_IS_CUSTOMER (self->record))
    reason = _("Orders or tickets of theirs are open, or money is owed. Finish, close or cancel "
               "these first.");
  else if (self->duties->len > 0)
    reason = _("Goals, indicators, deviations, experiments or actions that are open are theirs. "
               "Hand them over to somebody else first.");

  if (reason != NULL)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, reason);

  return reason == NULL;
}

static gboolean
run (TrasErasePlan  *self,
     TrasDb         *db,
     TrasProgress    progress,
     gpointer        progress_data,
     gint64         *edit,
     GError        **error)
{
  g_autofree char *label = NULL;

  if (!tras_erase_plan_check (self, error))
    return FALSE;

  /* Translators: an entry of the history; the code of a person, or the word for a candidate or a
   * customer, as “Customer 12” */
  label = g_strdup_printf (_("Erase the personal data of %s"),
                           TRAS_IS_PERSON (self->record) ? self->code : self->word);

  return tras_erasure_run (self->erasure, db, label, progress, progress_data, edit, error);
}

static void
sweep (TrasDb *db)
{
  g_autoptr (GError) error = NULL;

  if (!tras_erasure_sweep (db, &error))
    g_message ("The pages are swept later: %s", error->message);
}

/**
 * tras_erase_plan_run:
 * @self: a plan; set kept in @mentions where the name shall stay
 * @db: a connection outside of an edit
 * @progress: (nullable) (scope call): told how far it is
 * @progress_data: data for @progress
 * @edit: (out) (optional): the edit
 * @error: where to put the error
 *
 * Erases, all or nothing, and never to be undone; then sweeps the pages. What is left in the file
 * cannot be told from nothing having been there (tests/model/test-erase-plan.c looks at each byte).
 */
gboolean
tras_erase_plan_run (TrasErasePlan  *self,
                     TrasDb         *db,
                     TrasProgress    progress,
                     gpointer        progress_data,
                     gint64         *edit,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  if (!run (self, db, progress, progress_data, edit, error))
    return FALSE;

  sweep (db);

  return TRUE;
}

/**
 * tras_erase_plan_list_due:
 * @db: a connection
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type gint64): the candidates whose erase_on has come and who
 *   still have personal texts; whoever was hired is a person and not among them
 */
GArray *
tras_erase_plan_list_due (TrasDb   *db,
                          TrasDay   today,
                          GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CANDIDATE);
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) candidates = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_date (query, "erase_on", TRAS_QUERY_LE, today);
  candidates = tras_db_select (db, query, error);
  if (candidates == NULL)
    return NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      TrasErasePlan plan = { .record = candidates->pdata[i] };
      g_autoptr (GPtrArray) values = list_values (&plan);

      if (TRAS_CANDIDATE (plan.record)->person_id == 0 && values->len > 0)
        g_array_append_val (due, plan.record->id);
    }

  return g_steal_pointer (&due);
}

/* The plan for a candidate who was deleted, and whom only the log still knows. */
static TrasErasePlan *
load_lost (TrasDb                 *db,
           const TrasErasureLost  *lost,
           GError                **error)
{
  g_autoptr (TrasErasePlan) self = g_new0 (TrasErasePlan, 1);
  TrasCandidate *candidate = tras_candidate_new ();

  self->record = TRAS_RECORD (candidate);
  self->record->id = lost->id;
  candidate->name = g_strdup (lost->name);
  name_them (self);
  self->values = list_values (self);

  return look_around (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/* How many were erased, also before it failed. */
static gboolean
run_lost (TrasDb   *db,
          TrasDay   today,
          int      *n,
          GError  **error)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_CANDIDATE);
  g_autoptr (GPtrArray) lost = NULL;

  lost = tras_erasure_list_lost (db, table, "erase_on", "person_id", today, error);
  for (guint i = 0; lost != NULL && i < lost->len; i++)
    {
      g_autoptr (TrasErasePlan) plan = load_lost (db, lost->pdata[i], error);

      if (plan == NULL || !run (plan, db, NULL, NULL, NULL, error))
        return FALSE;
      (*n)++;
    }

  return lost != NULL;
}

/**
 * tras_erase_plan_run_due:
 * @db: a connection outside of an edit
 * @today: the present day
 * @error: where to put the error
 *
 * Erases the candidates of tras_erase_plan_list_due(), and those who were deleted and are still in
 * the edit log after their day, each as an edit of its own, and sweeps the pages once. To be run at
 * the start and at midnight, on the thread of the connection.
 *
 * Returns: how many were erased, -1 where it failed; those before the failure are erased
 */
int
tras_erase_plan_run_due (TrasDb   *db,
                         TrasDay   today,
                         GError  **error)
{
  g_autoptr (GArray) due = tras_erase_plan_list_due (db, today, error);
  gboolean failed = due == NULL;
  int n = 0;

  for (guint i = 0; !failed && i < due->len; i++)
    {
      g_autoptr (TrasErasePlan) plan = NULL;

      plan = tras_erase_plan_load (db, TRAS_TYPE_CANDIDATE, g_array_index (due, gint64, i), error);
      failed = plan == NULL || !run (plan, db, NULL, NULL, NULL, error);
      n += !failed;
    }
  failed = failed || !run_lost (db, today, &n, error);
  if (n > 0)
    sweep (db);

  return failed ? -1 : n;
}
