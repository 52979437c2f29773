/* tras-row-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-edit-log.h"
#include "tras-query-private.h"
#include "tras-row-reader.h"
#include "tras-schema.h"

/**
 * tras_row_batch_new:
 * @type: a record type
 *
 * Returns: (transfer full): a batch of no rows
 */
TrasRowBatch *
tras_row_batch_new (GType type)
{
  TrasRowBatch *self = g_atomic_rc_box_new0 (TrasRowBatch);

  self->type = type;
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
tras_row_batch_add (TrasRowBatch *self,
                    guint         position,
                    gint64        id)
{
  g_array_append_val (self->positions, position);
  g_array_append_val (self->ids, id);
}

static void
batch_clear (gpointer data)
{
  TrasRowBatch *self = data;

  g_array_unref (self->positions);
  g_array_unref (self->ids);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

/**
 * tras_row_batch_free:
 * @self: (transfer full): a batch
 *
 * Lets go one of the references that whoever asks and whoever answers have.
 */
void
tras_row_batch_free (TrasRowBatch *self)
{
  g_atomic_rc_box_release_full (self, batch_clear);
}

/**
 * tras_row_batch_read:
 * @db: a connection
 * @data: (transfer none): a #TrasRowBatch without records
 * @cancellable: (nullable): a cancellable
 * @error: where to put the error
 *
 * A #TrasJob that reads the records of some rows.
 *
 * Returns: (transfer full): a reference to the batch, with its records
 */
gpointer
tras_row_batch_read (TrasDb        *db,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  TrasRowBatch *self = data;

  self->records = tras_db_load_many (db, self->type, (const gint64 *) (void *) self->ids->data,
                                     self->ids->len, error);

  return self->records != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

/**
 * tras_row_question_new:
 * @query: which records, in which order
 *
 * Returns: (transfer full): a question for their ids alone
 */
TrasRowQuestion *
tras_row_question_new (TrasQuery *query)
{
  TrasRowQuestion *self = g_new0 (TrasRowQuestion, 1);

  self->query = tras_query_ref (query);

  return self;
}

void
tras_row_question_free (TrasRowQuestion *self)
{
  tras_query_unref (self->query);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}

void
tras_row_answer_free (TrasRowAnswer *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->patch, tras_patch_free);
  g_clear_pointer (&self->batch, tras_row_batch_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self);
}

/* The records' own table or view, and those that their references point to. */
static GPtrArray *
list_sources (TrasDb           *db,
              const TrasTable  *table,
              GError          **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) (table->view != NULL ? table->view : table->name));
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].target != NULL)
        g_ptr_array_add (names, (gpointer) table->fields[i].target);
    }
  g_ptr_array_add (names, NULL);

  return tras_schema_list_sources (tras_db_get_engine (db), (const char *const *) names->pdata,
                                   error);
}

/**
 * tras_row_question_answer:
 * @db: a connection
 * @data: (transfer none): a #TrasRowQuestion
 * @cancellable: (nullable): a cancellable
 * @error: where to put the error
 *
 * A #TrasJob that finds the ids of a list, and reads the records that are on show.
 *
 * Returns: (transfer full): a #TrasRowAnswer, or %NULL
 */
gpointer
tras_row_question_answer (TrasDb        *db,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  TrasRowQuestion *self = data;
  GType type = tras_query_get_record_type (self->query);
  g_autoptr (TrasRowAnswer) answer = g_new0 (TrasRowAnswer, 1);
  g_autoptr (TrasRowBatch) batch = tras_row_batch_new (type);

  /* Asked for before the ids are read: what comes between is found twice rather than never. */
  answer->last_edit = tras_edit_log_get_last (db, error);
  if (answer->last_edit < 0)
    return NULL;
  if (self->known != NULL && !tras_query_find_patch (self->query, db, self->known, self->known_edit,
                                                     &answer->patch, error))
    return NULL;
  if (answer->patch == NULL)
    answer->ids = tras_db_select_first_ids (
      db, self->query, self->order_edit == answer->last_edit ? self->order : NULL, self->limit,
      &answer->more, error);
  if (answer->patch == NULL && answer->ids == NULL)
    return NULL;

  for (guint i = 0; i < self->positions->len; i++)
    {
      guint position = g_array_index (self->positions, guint, i);
      gint64 id = 0;

      if (answer->patch != NULL)
        id = tras_patch_get_id (answer->patch, self->known, position);
      else if (position < answer->ids->len)
        id = g_array_index (answer->ids, gint64, position);
      if (id != 0)
        tras_row_batch_add (batch, position, id);
    }
  answer->batch = tras_row_batch_read (db, batch, cancellable, error);
  if (answer->batch == NULL)
    return NULL;

  if (self->want_sources)
    {
      answer->sources = list_sources (db, tras_record_type_get_table (type), error);
      if (answer->sources == NULL)
        return NULL;
    }

  return g_steal_pointer (&answer);
}
