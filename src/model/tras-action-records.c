/* tras-action-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-follow-up.h"
#include "tras-item.h"

/* ---- reading ---- */

static GPtrArray *
select_of (TrasDb      *db,
           GType        type,
           const char  *reference,
           GPtrArray   *parents,
           const char  *order,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < parents->len; i++)
    g_array_append_val (ids, TRAS_RECORD (parents->pdata[i])->id);
  tras_query_where_in (query, reference, (gint64 *) (gpointer) ids->data, ids->len);
  if (order != NULL)
    tras_query_order (query, order, FALSE);

  return tras_db_select (db, query, error);
}

static GPtrArray *
select_for (TrasDb  *db,
            GType    type,
            gint64   action_id,
            GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "action_id", TRAS_QUERY_EQ, action_id);

  return tras_db_select (db, query, error);
}

static GPtrArray *
load_purchases (TrasDb     *db,
                GPtrArray  *lines,
                GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (ids, TRAS_PURCHASE_LINE (lines->pdata[i])->purchase_id);

  return tras_db_load_many (db, TRAS_TYPE_PURCHASE, (gint64 *) (gpointer) ids->data, ids->len,
                            error);
}

/**
 * tras_action_records_load:
 * @db: a connection
 * @action_id: an action
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): all that was recorded for it, or %NULL with @error set
 */
TrasActionRecords *
tras_action_records_load (TrasDb  *db,
                          gint64   action_id,
                          GError **error)
{
  g_autoptr (TrasActionRecords) self = g_new0 (TrasActionRecords, 1);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if ((self->vacancies = select_for (db, TRAS_TYPE_VACANCY, action_id, error)) == NULL ||
      (self->candidates = select_of (db, TRAS_TYPE_CANDIDATE, "vacancy_id", self->vacancies, NULL,
                                     error)) == NULL ||
      (self->trainings = select_for (db, TRAS_TYPE_TRAINING, action_id, error)) == NULL ||
      (self->sessions = select_of (db, TRAS_TYPE_TRAINING_SESSION, "training_id", self->trainings,
                                   "starts_at", error)) == NULL ||
      (self->seats = select_of (db, TRAS_TYPE_TRAINING_SEAT, "session_id", self->sessions,
                                "person_name", error)) == NULL ||
      (self->lines = select_for (db, TRAS_TYPE_PURCHASE_LINE, action_id, error)) == NULL ||
      (self->purchases = load_purchases (db, self->lines, error)) == NULL ||
      (self->receipts = select_of (db, TRAS_TYPE_RECEIPT, "line_id", self->lines, NULL,
                                   error)) == NULL)
    return NULL;

  for (guint i = self->candidates->len; i > 0; i--)
    {
      if (g_strcmp0 (TRAS_CANDIDATE (self->candidates->pdata[i - 1])->state, "hired") != 0)
        g_ptr_array_remove_index (self->candidates, i - 1);
    }

  return g_steal_pointer (&self);
}

void
tras_action_records_free (TrasActionRecords *self)
{
  g_clear_pointer (&self->vacancies, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->trainings, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->purchases, g_ptr_array_unref);
  g_clear_pointer (&self->receipts, g_ptr_array_unref);
  g_free (self);
}

/* ---- what is complete ---- */

/**
 * tras_vacancy_is_filled:
 * @self: a vacancy as it was read
 *
 * Returns: whether somebody was hired for each of its seats
 */
gboolean
tras_vacancy_is_filled (TrasVacancy *self)
{
  g_return_val_if_fail (TRAS_IS_VACANCY (self), FALSE);

  return self->filled >= self->seats;
}

/**
 * tras_training_session_get_day:
 * @self: a session
 *
 * Returns: the day on which it begins, where this computer stands
 */
TrasDay
tras_training_session_get_day (TrasTrainingSession *self)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (TRAS_IS_TRAINING_SESSION (self), TRAS_DAY_NONE);

  time = g_date_time_new_from_unix_local (self->starts_at);

  return time != NULL ? tras_day_new (g_date_time_get_year (time), g_date_time_get_month (time),
                                      g_date_time_get_day_of_month (time))
                      : TRAS_DAY_NONE;
}

/* A vacancy that was closed with a seat empty was given up: it is no part of what was done. */
static gboolean
are_filled (GPtrArray *vacancies,
            guint     *n)
{
  for (guint i = 0; i < vacancies->len; i++)
    {
      TrasVacancy *vacancy = vacancies->pdata[i];
      gboolean filled = tras_vacancy_is_filled (vacancy);

      if (!filled && vacancy->closed_on == TRAS_DAY_NONE)
        return FALSE;
      *n += filled;
    }

  return TRUE;
}

static gboolean
are_held (GPtrArray *trainings,
          guint     *n)
{
  for (guint i = 0; i < trainings->len; i++)
    {
      TrasTraining *training = trainings->pdata[i];

      if (training->sessions_planned > 0 || training->sessions_held == 0)
        return FALSE;
      *n += 1;
    }

  return TRUE;
}

static gboolean
is_cancelled (TrasPurchaseLine *line)
{
  return g_strcmp0 (line->purchase_state, "cancelled") == 0;
}

static gboolean
has_good_one (GPtrArray *lines,
              gint64     item_id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TrasPurchaseLine *line = lines->pdata[i];

      if (line->item_id == item_id && line->good > 0)
        return TRUE;
    }

  return FALSE;
}

/* Nothing is on its way any more. An item of which all was rejected is not bought, until it comes
 * with another line. */
static gboolean
are_received (GPtrArray *lines,
              guint     *n)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TrasPurchaseLine *line = lines->pdata[i];

      if (is_cancelled (line))
        continue;
      if (tras_purchase_line_get_missing (line) > 0 || !has_good_one (lines, line->item_id))
        return FALSE;
      *n += 1;
    }

  return TRUE;
}

/**
 * tras_action_records_are_complete:
 * @self: the records of an action
 *
 * Returns: whether there are any, and all seats are filled, all sessions held (one at least of each
 *   training, and none still planned) and all goods received
 */
gboolean
tras_action_records_are_complete (TrasActionRecords *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  return are_filled (self->vacancies, &n) && are_held (self->trainings, &n) &&
         are_received (self->lines, &n) && n > 0;
}

static gboolean
is_held (TrasTrainingSession *session)
{
  return g_strcmp0 (session->state, "held") == 0;
}

/**
 * tras_action_records_get_last_day:
 * @self: the records of an action
 *
 * Returns: the last day on which a seat was filled, a session held or goods received;
 *   %TRAS_DAY_NONE where nothing of that happened
 */
TrasDay
tras_action_records_get_last_day (TrasActionRecords *self)
{
  TrasDay last = TRAS_DAY_NONE;

  g_return_val_if_fail (self != NULL, TRAS_DAY_NONE);

  for (guint i = 0; i < self->candidates->len; i++)
    last = MAX (last, TRAS_CANDIDATE (self->candidates->pdata[i])->state_on);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      if (is_held (self->sessions->pdata[i]))
        last = MAX (last, tras_training_session_get_day (self->sessions->pdata[i]));
    }
  for (guint i = 0; i < self->receipts->len; i++)
    last = MAX (last, TRAS_RECEIPT (self->receipts->pdata[i])->received_on);

  return last;
}

/* ---- in words ---- */

static char *
dup_line_result (TrasPurchaseLine *line)
{
  g_autofree char *good = tras_item_dup_amount (line->unit, line->good);
  g_autofree char *rejected = tras_item_dup_amount (line->unit, line->rejected);

  if (line->rejected > 0)
    /* Translators: quantities with their unit, and an item */
    return g_strdup_printf (_("Received: %s of “%s”; %s were rejected."), good, line->item_name,
                            rejected);

  return g_strdup_printf (_("Received: %s of “%s”."), good, line->item_name);
}

/**
 * tras_action_records_dup_result:
 * @self: the records of an action
 *
 * Nobody is named: results are read by everybody, and stay.
 *
 * Returns: (transfer full) (nullable): what came of them, a sentence for each; %NULL for nothing
 */
char *
tras_action_records_dup_result (TrasActionRecords *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->vacancies->len; i++)
    {
      TrasVacancy *vacancy = self->vacancies->pdata[i];
      g_autofree char *text = NULL;

      if (vacancy->filled == 0)
        continue;
      /* Translators: %s is a role */
      text = g_strdup_printf (ngettext ("%d seat was filled: %s.", "%d seats were filled: %s.",
                                        (gulong) vacancy->filled),
                              (int) vacancy->filled, vacancy->role_name);
      g_strv_builder_add (builder, text);
    }
  for (guint i = 0; i < self->trainings->len; i++)
    {
      TrasTraining *training = self->trainings->pdata[i];
      g_autofree char *text = NULL;

      if (training->sessions_held == 0)
        continue;
      /* Translators: %s is a training */
      text = g_strdup_printf (ngettext ("“%s” was held in %d session.",
                                        "“%s” was held in %d sessions.",
                                        (gulong) training->sessions_held),
                              training->title, (int) training->sessions_held);
      g_strv_builder_add (builder, text);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      TrasPurchaseLine *line = self->lines->pdata[i];
      g_autofree char *text = line->good > 0 ? dup_line_result (line) : NULL;

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  sentences = g_strv_builder_end (builder);

  return sentences[0] != NULL ? g_strjoinv ("\n", sentences) : NULL;
}

/* ---- which actions an edit is about ---- */

static void
add_id (GHashTable *ids,
        gint64      id)
{
  if (id != 0)
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static gboolean
add_parents_action (GHashTable  *ids,
                    TrasDb      *db,
                    GType        type,
                    gint64       id,
                    GError     **error)
{
  g_autoptr (TrasRecord) parent = NULL;

  /* What this edit inserts too has no id yet, and is looked at by itself. */
  if (id == 0)
    return TRUE;
  parent = tras_db_load (db, type, id, error);
  if (parent == NULL)
    return FALSE;

  add_id (ids, tras_record_get_int (parent, tras_table_find_field (tras_record_get_table (parent),
                                                                   "action_id")));

  return TRUE;
}

static gboolean
add_lines_actions (GHashTable  *ids,
                   TrasDb      *db,
                   gint64       purchase_id,
                   GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "purchase_id", TRAS_QUERY_EQ, purchase_id);
  lines = tras_db_select (db, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_id (ids, TRAS_PURCHASE_LINE (lines->pdata[i])->action_id);

  return lines != NULL;
}

static gboolean
add_action (GHashTable  *ids,
            TrasDb      *db,
            gpointer     record,
            GError     **error)
{
  if (TRAS_IS_VACANCY (record))
    add_id (ids, TRAS_VACANCY (record)->action_id);
  else if (TRAS_IS_TRAINING (record))
    add_id (ids, TRAS_TRAINING (record)->action_id);
  else if (TRAS_IS_PURCHASE_LINE (record))
    add_id (ids, TRAS_PURCHASE_LINE (record)->action_id);
  else if (TRAS_IS_CANDIDATE (record))
    return add_parents_action (ids, db, TRAS_TYPE_VACANCY, TRAS_CANDIDATE (record)->vacancy_id,
                               error);
  else if (TRAS_IS_TRAINING_SESSION (record))
    return add_parents_action (ids, db, TRAS_TYPE_TRAINING,
                               TRAS_TRAINING_SESSION (record)->training_id, error);
  else if (TRAS_IS_RECEIPT (record))
    return add_parents_action (ids, db, TRAS_TYPE_PURCHASE_LINE, TRAS_RECEIPT (record)->line_id,
                               error);
  else if (TRAS_IS_PURCHASE (record) && TRAS_RECORD (record)->id != 0)
    return add_lines_actions (ids, db, TRAS_RECORD (record)->id, error);

  return TRUE;
}

/* Returns: (element-type gint64): the actions whose records the edit writes */
static GHashTable *
list_actions (TrasEdit  *edit,
              TrasDb    *db,
              GError   **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;

      if (!add_action (ids, db, tras_edit_get_record (edit, i, &deletes), error))
        return NULL;
    }

  return g_steal_pointer (&ids);
}

/* ---- following ---- */

/* Which actions had all their records complete before the edit. One that was reopened stays open
 * until something new is planned and done. */
static G_DEFINE_QUARK (tras-action-records-complete, complete)

/**
 * tras_action_records_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: where to put the error
 *
 * For tras_edit_set_check(): looks how the records stand before tras_action_records_follow_up().
 *
 * Returns: whether that could be read
 */
gboolean
tras_action_records_check (TrasEdit  *edit,
                           TrasDb    *db,
                           GError   **error)
{
  g_autoptr (GHashTable) actions = NULL;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  actions = list_actions (edit, db, error);
  if (actions == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, actions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (TrasActionRecords) records =
        tras_action_records_load (db, *(gint64 *) id, error);

      if (records == NULL)
        return FALSE;
      if (!tras_action_records_are_complete (records))
        g_hash_table_iter_remove (&iter);
    }
  g_object_set_qdata_full (G_OBJECT (edit), complete_quark (), g_steal_pointer (&actions),
                           (GDestroyNotify) g_hash_table_unref);

  return TRUE;
}

/* A vacancy whose last seat is filled is closed. */
static gboolean
close_vacancy (TrasDb  *db,
               gint64   id,
               TrasDay  day,
               GError **error)
{
  g_autoptr (TrasVacancy) vacancy = tras_db_load (db, TRAS_TYPE_VACANCY, id, error);

  if (vacancy == NULL)
    return FALSE;
  if (vacancy->closed_on != TRAS_DAY_NONE || !tras_vacancy_is_filled (vacancy))
    return TRUE;
  vacancy->closed_on = day;

  return tras_db_update (db, vacancy, error);
}

static gboolean
close_parent (TrasDb    *db,
              gpointer   record,
              GError   **error)
{
  if (TRAS_IS_CANDIDATE (record) && g_strcmp0 (TRAS_CANDIDATE (record)->state, "hired") == 0)
    return close_vacancy (db, TRAS_CANDIDATE (record)->vacancy_id,
                          TRAS_CANDIDATE (record)->state_on, error);
  if (TRAS_IS_RECEIPT (record))
    return tras_purchase_close_if_received (db, TRAS_RECEIPT (record)->line_id, error);

  return TRUE;
}

static gboolean
finish_action (TrasDb  *db,
               gint64   id,
               GError **error)
{
  g_autoptr (TrasActionRecords) records = tras_action_records_load (db, id, error);
  g_autoptr (TrasAction) action = NULL;
  TrasDay today = tras_day_today ();
  TrasDay last;

  if (records == NULL)
    return FALSE;
  if (!tras_action_records_are_complete (records))
    return TRUE;

  action = tras_db_load (db, TRAS_TYPE_ACTION, id, error);
  if (action == NULL)
    return FALSE;
  if (!tras_action_is_open (action))
    return TRUE;

  last = tras_action_records_get_last_day (records);
  action->state = g_intern_static_string ("done");
  action->closed_on = last != TRAS_DAY_NONE ? MIN (last, today) : today;
  action->progress = 100;
  g_free (action->result);
  action->result = tras_action_records_dup_result (records);

  return tras_db_update (db, action, error) &&
         (action->deviation_id == 0 ||
          tras_follow_up_deviation (db, action->deviation_id, error));
}

/**
 * tras_action_records_follow_up:
 * @edit: an edit whose records are written
 * @db: the connection, in the edit
 * @error: where to put the error
 *
 * For tras_edit_set_follow_up(): an action is done on the day on which the last of its seats was
 * filled, of its sessions held and of its goods received, with a result that says so. That is part
 * of the edit that fills, holds or receives: what takes it back takes back the action too.
 *
 * Returns: whether that could be written
 */
gboolean
tras_action_records_follow_up (TrasEdit  *edit,
                               TrasDb    *db,
                               GError   **error)
{
  GHashTable *complete;
  g_autoptr (GHashTable) actions = NULL;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (!deletes && !close_parent (db, record, error))
        return FALSE;
    }

  actions = list_actions (edit, db, error);
  if (actions == NULL)
    return FALSE;

  complete = g_object_get_qdata (G_OBJECT (edit), complete_quark ());
  g_hash_table_iter_init (&iter, actions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (complete != NULL && g_hash_table_contains (complete, id))
        continue;
      if (!finish_action (db, *(gint64 *) id, error))
        return FALSE;
    }

  return TRUE;
}
