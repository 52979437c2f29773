/* tras-store-edits.c: edits are applied, undone and redone by jobs on the store's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-store.h"

static gpointer
box_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static gpointer
apply_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 edit;

  return tras_edit_apply (data, db, &edit, error) ? box_id (edit) : NULL;
}

/**
 * tras_store_apply_async:
 * @self: an open store
 * @edit: (transfer none): what to write; nobody else touches it or its records until it is applied
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread when it is stored
 * @user_data: data for @callback
 */
void
tras_store_apply_async (TrasStore           *self,
                        TrasEdit            *edit,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  tras_store_run_async (self, tras_store_apply_async, apply_job, g_object_ref (edit),
                        g_object_unref, g_free, cancellable, callback, user_data);
}

/**
 * tras_store_apply_finish:
 * @self: a store
 * @result: what the callback got
 * @edit: (out) (optional): the edit's id in the log, 0 where it changed nothing
 * @error: where to put the error
 *
 * Returns: whether everything is stored
 */
gboolean
tras_store_apply_finish (TrasStore     *self,
                         GAsyncResult  *result,
                         gint64        *edit,
                         GError       **error)
{
  g_autofree gint64 *id = tras_store_run_finish (self, result, error);

  if (id != NULL && edit != NULL)
    *edit = *id;

  return id != NULL;
}

typedef struct
{
  gint64 edit;
  TrasProgress progress;
  gpointer progress_data;
} Step;

static Step *
step_new (gint64       edit,
          TrasProgress progress,
          gpointer     progress_data)
{
  Step *step = g_new0 (Step, 1);

  step->edit = edit;
  step->progress = progress;
  step->progress_data = progress_data;

  return step;
}

static gpointer
undo_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Step *step = data;

  return tras_edit_log_undo (db, step->edit, step->progress, step->progress_data, NULL, error);
}

/**
 * tras_store_undo_async:
 * @self: an open store
 * @edit: the edit to take back, 0 for the newest that can be
 * @progress: (nullable): told on the store's thread how far it is
 * @progress_data: data for @progress, which is there until @callback is called
 * @cancellable: (nullable): ends it; nothing is taken back then
 * @callback: called on this thread when it is done
 * @user_data: data for @callback
 */
void
tras_store_undo_async (TrasStore           *self,
                       gint64               edit,
                       TrasProgress         progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  tras_store_run_async (self, tras_store_undo_async, undo_job,
                        step_new (edit, progress, progress_data), g_free, g_free, cancellable,
                        callback, user_data);
}

static gpointer
redo_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Step *step = data;

  return tras_edit_log_redo (db, step->progress, step->progress_data, NULL, error);
}

void
tras_store_redo_async (TrasStore           *self,
                       TrasProgress         progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  tras_store_run_async (self, tras_store_redo_async, redo_job,
                        step_new (0, progress, progress_data), g_free, g_free, cancellable,
                        callback, user_data);
}

/**
 * tras_store_undo_finish:
 * @self: a store
 * @result: what the callback of an undo or redo got
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): what was undone or redone, or %NULL
 */
char *
tras_store_undo_finish (TrasStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return tras_store_run_finish (self, result, error);
}
