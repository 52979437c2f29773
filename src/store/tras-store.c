/* tras-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-db-private.h"
#include "tras-error.h"
#include "tras-store.h"
#include "tras-worker.h"

/* How often the thread looks whether somebody else has changed the file. */
#define POLL_MILLISECONDS 400

/* How long after a file was opened its pages are verified: not before it is on the screen. */
#define VERIFY_MILLISECONDS 800

/* What the thread keeps between jobs. Only the thread touches it once the store is open. */
typedef struct
{
  TrasDb *db;
  gint64 last_edit;
  gboolean moved;
  gboolean refused_as_moved;
} Desk;

/* What the thread found after a job: handed to the main loop. */
typedef struct
{
  GWeakRef store;
  TrasChanges *changes;
  char *undo_label;
  char *redo_label;
  char *currency;
  char *hour_cost_readers;
} News;

struct _TrasStore
{
  GObject parent_instance;

  TrasWorker *worker;
  GMainContext *context;
  Desk *desk;
  char *path;
  char *undo_label;
  char *redo_label;
  char *hour_cost_readers;
  char *author;
  const char *currency;
  GCancellable *verifying;
  guint verify_source;
  guint poll_source;
  gboolean polling;
  gboolean read_only;
  gboolean newer;
};

G_DEFINE_TYPE (TrasStore, tras_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} TrasStoreProperty;

enum
{
  CHANGED,
  TROUBLE,
  TROUBLE_OVER,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_REDO_LABEL + 1];
static guint signals[N_SIGNALS];

typedef struct
{
  TrasStore *store;
  Desk *desk;
  TrasJob job;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} JobData;

static void
job_data_free (gpointer data)
{
  JobData *job = data;

  if (job->data_free != NULL && job->data != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
desk_free (gpointer data)
{
  Desk *desk = data;

  /* A file that could not be opened leaves no desk. */
  if (desk == NULL)
    return;

  g_clear_object (&desk->db);
  g_free (desk);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->store);
  g_clear_pointer (&news->changes, tras_changes_free);
  g_free (news->currency);
  g_free (news->hour_cost_readers);
  g_free (news->undo_label);
  g_free (news->redo_label);
  g_free (news);
}

static void
set_label (TrasStore         *self,
           char             **label,
           char              *value,
           TrasStoreProperty  property)
{
  if (g_strcmp0 (*label, value) == 0)
    return;

  g_free (*label);
  *label = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
deliver_news (gpointer data)
{
  News *news = data;
  g_autoptr (TrasStore) self = g_weak_ref_get (&news->store);

  if (self == NULL || self->worker == NULL)
    return G_SOURCE_REMOVE;

  if (news->currency != NULL)
    {
      self->currency = g_intern_string (news->currency);
      g_free (self->hour_cost_readers);
      self->hour_cost_readers = g_steal_pointer (&news->hour_cost_readers);
    }
  if (news->changes != NULL)
    {
      set_label (self, &self->undo_label, news->undo_label, PROP_UNDO_LABEL);
      set_label (self, &self->redo_label, news->redo_label, PROP_REDO_LABEL);
      if (news->changes->tables->len > 0)
        g_signal_emit (self, signals[CHANGED], 0, news->changes);
    }

  return G_SOURCE_REMOVE;
}

static char *
read_text (TrasDb     *db,
           const char *sql)
{
  g_autoptr (TrasStatement) statement = NULL;
  char *text = NULL;

  statement = tras_engine_prepare (tras_db_get_engine (db), sql, NULL);
  if (statement != NULL && tras_statement_step (statement, NULL) == 1)
    {
      text = g_strdup (tras_statement_column_text (statement, 0));
      tras_statement_reset (statement);
    }

  return text;
}

/* On the thread: looks for edits that the main loop does not know of, its own among them. */
static void
look_for_news (TrasStore *self,
               Desk      *desk,
               gboolean   always)
{
  gint64 last = tras_edit_log_get_last (desk->db, NULL);
  News *news;
  gint64 undo, redo;

  /* While somebody else holds the file nobody is kept waiting for more of this: a later job looks
   * again. */
  if ((last < 0 || last == desk->last_edit) && !always)
    return;

  news = g_new0 (News, 1);
  g_weak_ref_init (&news->store, self);
  news->changes = tras_edit_log_changes_since (desk->db, desk->last_edit, NULL);
  /* What another window has written since is in none of these changes, and must not be passed
   * over. */
  if (news->changes != NULL)
    desk->last_edit = MAX (MAX (desk->last_edit, last), news->changes->last_edit);
  news->currency = read_text (desk->db, "SELECT currency FROM firm");
  news->hour_cost_readers = read_text (desk->db, "SELECT hour_cost_readers FROM firm");
  tras_edit_log_peek (desk->db, &undo, &news->undo_label, &redo, &news->redo_label, NULL);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, deliver_news, news, news_free);
}

static void
run_job (GTask    *task,
         gpointer  data)
{
  JobData *job = data;
  Desk *desk = job->desk;
  GError *error = NULL;
  gpointer result;

  tras_db_set_cancellable (desk->db, g_task_get_cancellable (task));
  result = job->job (desk->db, job->data, g_task_get_cancellable (task), &error);
  tras_db_set_cancellable (desk->db, NULL);
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_MOVED))
    desk->refused_as_moved = TRUE;
  if (tras_db_in_edit (desk->db))
    {
      g_critical ("A job left its edit open");
      tras_db_rollback (desk->db);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->result_free);

  look_for_news (job->store, desk, FALSE);
}

static gpointer
poll_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Desk *desk = data;

  /* Edits of others are found after the job, like our own. */
  gboolean was_moved = desk->moved || desk->refused_as_moved;

  if (!tras_db_has_moved (db))
    {
      desk->moved = desk->refused_as_moved = FALSE;
      return GINT_TO_POINTER (was_moved);
    }

  if (!desk->moved)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_MOVED, "The file was moved or replaced");
  desk->moved = TRUE;

  return NULL;
}

static void
on_polled (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrasStore *self = TRAS_STORE (object);
  g_autoptr (GError) error = NULL;
  gboolean is_back;

  self->polling = FALSE;
  is_back = GPOINTER_TO_INT (g_task_propagate_pointer (G_TASK (result), &error));
  if (self->worker == NULL)
    return;

  if (error != NULL)
    g_signal_emit (self, signals[TROUBLE], 0, error);
  else if (is_back)
    g_signal_emit (self, signals[TROUBLE_OVER], 0);
}

static gboolean
poll_file (gpointer data)
{
  TrasStore *self = data;

  /* While a long job runs there is no use in queueing one look after the other. */
  if (!self->polling)
    {
      self->polling = TRUE;
      tras_store_run_async (self, poll_file, poll_job, self->desk, NULL, NULL, NULL,
                            on_polled, NULL);
    }

  return G_SOURCE_CONTINUE;
}

/* ---- verifying ---- */

static void
run_verify (GTask    *task,
            gpointer  path)
{
  GError *error = NULL;

  if (tras_db_verify_file (path, g_task_get_cancellable (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
take_verified_job (TrasDb        *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  tras_db_take_verified (db, error);

  return NULL;
}

/* Where it could not be done for another reason it is done before the first edit. */
static void
on_verified (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TrasStore *self = TRAS_STORE (object);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->worker == NULL)
    return;

  if (error == NULL)
    tras_store_run_async (self, on_verified, take_verified_job, NULL, NULL, NULL, NULL, NULL, NULL);
  else if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DAMAGED))
    g_signal_emit (self, signals[TROUBLE], 0, error);
}

/* On a thread of its own: a list that is looked at meanwhile does not wait. */
static gboolean
verify_file (gpointer data)
{
  TrasStore *self = data;
  g_autoptr (TrasWorker) worker = tras_worker_new ("verify");
  g_autoptr (GTask) task = g_task_new (self, self->verifying, on_verified, NULL);

  self->verify_source = 0;
  g_task_set_source_tag (task, verify_file);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  tras_worker_push (worker, task, run_verify);
  tras_worker_finish (worker, NULL, NULL);

  return G_SOURCE_REMOVE;
}

/* ---- the object ---- */

static void
tras_store_dispose (GObject *object)
{
  tras_store_close (TRAS_STORE (object));

  G_OBJECT_CLASS (tras_store_parent_class)->dispose (object);
}

static void
tras_store_finalize (GObject *object)
{
  TrasStore *self = TRAS_STORE (object);

  g_main_context_unref (self->context);
  g_object_unref (self->verifying);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->hour_cost_readers);
  g_free (self->author);

  G_OBJECT_CLASS (tras_store_parent_class)->finalize (object);
}

static void
tras_store_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TrasStore *self = TRAS_STORE (object);

  switch ((TrasStoreProperty) prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_store_class_init (TrasStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_store_dispose;
  object_class->finalize = tras_store_finalize;
  object_class->get_property = tras_store_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasStore::changed:
   * @changes: (type gpointer): a #TrasChanges: what this or another window has changed
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * TrasStore::trouble:
   * @error: what has happened to the file that nobody asked about: it was moved or replaced, or
   *   is found to be damaged
   */
  signals[TROUBLE] = g_signal_new ("trouble", TRAS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  /**
   * TrasStore::trouble-over:
   *
   * The file is at its path again, and can be written.
   */
  signals[TROUBLE_OVER] = g_signal_new ("trouble-over", TRAS_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_store_init (TrasStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->worker = tras_worker_new ("store");
  self->verifying = g_cancellable_new ();
  self->currency = "EUR";
  self->author = g_strdup (g_get_user_name ());
}

/* ---- opening ---- */

typedef struct
{
  TrasStore *store;
  char *path;
  TrasDbFlags flags;
  gboolean create;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open_data = data;

  g_object_unref (open_data->store);
  g_free (open_data->path);
  g_free (open_data);
}

static void
run_open (GTask    *task,
          gpointer  data)
{
  OpenData *open_data = data;
  GError *error = NULL;
  TrasDb *db = open_data->create ? tras_db_create (open_data->path, &error)
                                 : tras_db_open (open_data->path,
                                                 open_data->flags | TRAS_DB_VERIFY_LATER, &error);
  Desk *desk;

  if (db == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  desk = g_new0 (Desk, 1);
  desk->db = db;
  desk->last_edit = tras_edit_log_get_last (db, NULL);
  open_data->store->desk = desk;
  open_data->store->read_only = tras_db_is_read_only (db);
  open_data->store->newer = tras_db_is_newer (db);
  look_for_news (open_data->store, desk, TRUE);
  g_task_return_pointer (task, g_object_ref (open_data->store), g_object_unref);
}

static void
open_async (const char          *path,
            TrasDbFlags          flags,
            gboolean             create,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (TrasStore) store = g_object_new (TRAS_TYPE_STORE, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  store->path = g_canonicalize_filename (path, NULL);
  data->store = g_object_ref (store);
  data->path = g_strdup (store->path);
  data->flags = flags;
  data->create = create;
  g_task_set_source_tag (task, open_async);
  g_task_set_task_data (task, data, open_data_free);
  tras_worker_push (store->worker, task, run_open);
}

/**
 * tras_store_open_async:
 * @path: a firm's file
 * @flags: how to open it
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread when it is open
 * @user_data: data for @callback
 *
 * Opens the file as tras_db_open() on a thread of its own. Its pages are verified a while later;
 * when they are damaged #TrasStore::trouble says so.
 */
void
tras_store_open_async (const char          *path,
                       TrasDbFlags          flags,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (path != NULL);

  open_async (path, flags, FALSE, cancellable, callback, user_data);
}

/**
 * tras_store_create_async:
 * @path: where the file shall be; nothing may be there yet
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread when it is made; tras_store_open_finish() gives the store
 * @user_data: data for @callback
 */
void
tras_store_create_async (const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (path != NULL);

  open_async (path, TRAS_DB_DEFAULT, TRUE, cancellable, callback, user_data);
}

/**
 * tras_store_open_finish:
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full): the open store, or %NULL
 */
TrasStore *
tras_store_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  TrasStore *self;

  g_return_val_if_fail (g_async_result_is_tagged (result, open_async), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  if (self != NULL)
    {
      self->poll_source = g_timeout_add (POLL_MILLISECONDS, poll_file, self);
      self->verify_source = g_timeout_add (VERIFY_MILLISECONDS, verify_file, self);
    }

  return self;
}

/**
 * tras_store_close:
 * @self: a store
 *
 * Lets the thread end after what is waiting. Nothing more may be asked of the store, and no signal
 * comes from it any more.
 */
void
tras_store_close (TrasStore *self)
{
  g_return_if_fail (TRAS_IS_STORE (self));

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_handle_id (&self->verify_source, g_source_remove);
  g_cancellable_cancel (self->verifying);
  if (self->worker == NULL)
    return;

  tras_worker_finish (self->worker, desk_free, self->desk);
  self->desk = NULL;
  g_clear_object (&self->worker);
}

const char *
tras_store_get_path (TrasStore *self)
{
  return self->path;
}

gboolean
tras_store_is_read_only (TrasStore *self)
{
  return self->read_only;
}

/**
 * tras_store_is_newer:
 * @self: a store
 *
 * Returns: whether a newer version has made the file, which is then read only
 */
gboolean
tras_store_is_newer (TrasStore *self)
{
  return self->newer;
}

/**
 * tras_store_get_undo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what an undo would take back, or %NULL for nothing
 */
const char *
tras_store_get_undo_label (TrasStore *self)
{
  return self->undo_label;
}

/**
 * tras_store_get_redo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what a redo would do again, or %NULL for nothing
 */
const char *
tras_store_get_redo_label (TrasStore *self)
{
  return self->redo_label;
}

/**
 * tras_store_get_currency:
 * @self: a store
 *
 * Returns: (transfer none): the currency that the firm counts in, as EUR
 */
const char *
tras_store_get_currency (TrasStore *self)
{
  return self->currency;
}

/**
 * tras_store_get_hour_cost_readers:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): who sees what an hour of work costs, as the firm has it
 */
const char *
tras_store_get_hour_cost_readers (TrasStore *self)
{
  g_return_val_if_fail (TRAS_IS_STORE (self), NULL);

  return self->hour_cost_readers;
}

/**
 * tras_store_get_author:
 * @self: a store
 *
 * Returns: (transfer none): who makes the edits at this desk, as the log names them
 */
const char *
tras_store_get_author (TrasStore *self)
{
  g_return_val_if_fail (TRAS_IS_STORE (self), NULL);

  return self->author;
}

/* ---- jobs ---- */

/**
 * tras_store_run_async:
 * @self: an open store
 * @source_tag: tells what the job is, in a debugger
 * @job: what to do on the store's thread
 * @data: (transfer full): the job's argument
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): a job whose turn has not come is skipped when it is cancelled
 * @callback: called on this thread with the result
 * @user_data: data for @callback
 */
void
tras_store_run_async (TrasStore           *self,
                      gpointer             source_tag,
                      TrasJob              job,
                      gpointer             data,
                      GDestroyNotify       data_free,
                      GDestroyNotify       result_free,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  JobData *job_data;

  g_return_if_fail (TRAS_IS_STORE (self));
  g_return_if_fail (self->worker != NULL);

  job_data = g_new0 (JobData, 1);
  job_data->store = self;
  job_data->desk = self->desk;
  job_data->job = job;
  job_data->data = data;
  job_data->data_free = data_free;
  job_data->result_free = result_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, source_tag);
  /* A job that was done is not said to be cancelled because somebody cancelled it afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job_data, job_data_free);
  tras_worker_push (self->worker, task, run_job);
}

/**
 * tras_store_run_finish:
 * @self: a store
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full): what the job returned
 */
gpointer
tras_store_run_finish (TrasStore     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
set_author_job (TrasDb        *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  tras_db_set_author (db, data);

  return NULL;
}

/**
 * tras_store_set_author:
 * @self: an open store
 * @author: (nullable): who makes the edits from now on; %NULL or nothing for the log-in name
 *
 * What is shown may depend on who looks: the firm counts as changed.
 */
void
tras_store_set_author (TrasStore  *self,
                       const char *author)
{
  const char *name = author != NULL && *author != '\0' ? author : g_get_user_name ();
  g_autoptr (TrasChanges) changes = NULL;

  g_return_if_fail (TRAS_IS_STORE (self));

  if (g_str_equal (self->author, name))
    return;

  g_free (self->author);
  self->author = g_strdup (name);
  tras_store_run_async (self, tras_store_set_author, set_author_job, g_strdup (name), g_free, NULL,
                        NULL, NULL, NULL);
  changes = g_new0 (TrasChanges, 1);
  changes->tables = g_ptr_array_new ();
  g_ptr_array_add (changes->tables, (gpointer) g_intern_static_string ("firm"));
  g_signal_emit (self, signals[CHANGED], 0, changes);
}
