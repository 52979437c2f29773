/* tras-sealed-desk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sealed-desk.h"
#include "tras-worker.h"

/**
 * TrasSealedDesk:
 *
 * Does what tras-sealed-book.h can do on a thread of its own, since a passphrase is slow on
 * purpose and the store has other work. Has the officer's key while it is open, and puts it away
 * when it is not used for a while. All functions belong to the thread that made it.
 */
struct _TrasSealedDesk
{
  GObject parent_instance;

  TrasWorker *worker;
  TrasSealKey *key;
  char *company;
  guint patience;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (TrasSealedDesk, tras_sealed_desk, G_TYPE_OBJECT)

typedef enum
{
  PROP_OPEN = 1,
} TrasSealedDeskProperty;

static GParamSpec *properties[PROP_OPEN + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *company;
  TrasSealKey *key;
  TrasSealedJob job;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  if (order->data_free != NULL)
    order->data_free (order->data);
  g_clear_pointer (&order->key, tras_seal_key_unref);
  g_free (order->company);
  g_free (order);
}

static void
work (GTask    *task,
      gpointer  data)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  gpointer result = order->job (order->company, order->key, order->data, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, order->result_free);
}

/**
 * tras_sealed_desk_run_async:
 * @self: a desk
 * @job: what to do
 * @data: (transfer full): its data
 * @data_free: (nullable): frees the data, on any thread
 * @result_free: (nullable): frees the result if nobody takes it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does it after everything that was asked for before.
 */
void
tras_sealed_desk_run_async (TrasSealedDesk       *self,
                            TrasSealedJob         job,
                            gpointer              data,
                            GDestroyNotify        data_free,
                            GDestroyNotify        result_free,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (TRAS_IS_SEALED_DESK (self));

  g_task_set_source_tag (task, tras_sealed_desk_run_async);
  order->company = g_strdup (self->company);
  order->key = self->key != NULL ? tras_seal_key_ref (self->key) : NULL;
  order->job = job;
  order->data = data;
  order->data_free = data_free;
  order->result_free = result_free;
  g_task_set_task_data (task, order, order_free);
  tras_worker_push (self->worker, task, work);
}

/**
 * tras_sealed_desk_run_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): what the job has returned, or %NULL
 */
gpointer
tras_sealed_desk_run_finish (TrasSealedDesk  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
on_patience_over (gpointer data)
{
  TrasSealedDesk *self = data;

  self->timeout = 0;
  tras_sealed_desk_lock (self);

  return G_SOURCE_REMOVE;
}

/**
 * tras_sealed_desk_touch:
 * @self: a desk
 *
 * Says that somebody is there: the key stays open for another while.
 */
void
tras_sealed_desk_touch (TrasSealedDesk *self)
{
  g_return_if_fail (TRAS_IS_SEALED_DESK (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->key != NULL)
    self->timeout = g_timeout_add (self->patience, on_patience_over, self);
}

/**
 * tras_sealed_desk_set_patience:
 * @self: a desk
 * @milliseconds: how long the key stays open without use
 */
void
tras_sealed_desk_set_patience (TrasSealedDesk *self,
                               guint           milliseconds)
{
  g_return_if_fail (TRAS_IS_SEALED_DESK (self));

  self->patience = milliseconds;
  tras_sealed_desk_touch (self);
}

/**
 * tras_sealed_desk_say_changed:
 * @self: a desk
 *
 * Tells whoever shows the reports to look again.
 */
void
tras_sealed_desk_say_changed (TrasSealedDesk *self)
{
  g_return_if_fail (TRAS_IS_SEALED_DESK (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_key (TrasSealedDesk *self,
          TrasSealKey    *key)
{
  gboolean was_open = self->key != NULL;

  g_clear_pointer (&self->key, tras_seal_key_unref);
  self->key = key;
  tras_sealed_desk_touch (self);
  if (was_open != (key != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * tras_sealed_desk_lock:
 * @self: a desk
 *
 * Puts the officer's key away.
 */
void
tras_sealed_desk_lock (TrasSealedDesk *self)
{
  g_return_if_fail (TRAS_IS_SEALED_DESK (self));

  take_key (self, NULL);
}

static gpointer
open_job (const char   *company,
          TrasSealKey  *key,
          gpointer      data,
          GError      **error)
{
  return tras_sealed_book_open (company, data, error);
}

/**
 * tras_sealed_desk_open_async:
 * @self: a desk
 * @passphrase: the officer's
 * @callback: called when it is done
 * @user_data: data for @callback
 */
void
tras_sealed_desk_open_async (TrasSealedDesk       *self,
                             const char           *passphrase,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  tras_sealed_desk_run_async (self, open_job, g_strdup (passphrase),
                              (GDestroyNotify) tras_seal_wipe,
                              (GDestroyNotify) tras_seal_key_unref, callback, user_data);
}

/**
 * tras_sealed_desk_open_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: where to put the error, as tras_sealed_book_open()
 *
 * Returns: whether the officer's key is open now
 */
gboolean
tras_sealed_desk_open_finish (TrasSealedDesk  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  TrasSealKey *key = tras_sealed_desk_run_finish (self, result, error);

  if (key == NULL)
    return FALSE;
  take_key (self, key);

  return TRUE;
}

static void
tras_sealed_desk_dispose (GObject *object)
{
  TrasSealedDesk *self = TRAS_SEALED_DESK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->key, tras_seal_key_unref);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (tras_sealed_desk_parent_class)->dispose (object);
}

static void
tras_sealed_desk_finalize (GObject *object)
{
  g_free (TRAS_SEALED_DESK (object)->company);

  G_OBJECT_CLASS (tras_sealed_desk_parent_class)->finalize (object);
}

static void
tras_sealed_desk_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TrasSealedDeskProperty) prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, TRAS_SEALED_DESK (object)->key != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_sealed_desk_class_init (TrasSealedDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_sealed_desk_dispose;
  object_class->finalize = tras_sealed_desk_finalize;
  object_class->get_property = tras_sealed_desk_get_property;

  /**
   * TrasSealedDesk:open:
   *
   * Whether the officer's key is open.
   */
  properties[PROP_OPEN] =
    g_param_spec_boolean ("open", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasSealedDesk::changed:
   *
   * The reports are others than before.
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_SEALED_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_sealed_desk_init (TrasSealedDesk *self)
{
  self->worker = tras_worker_new ("reports");
  self->patience = TRAS_SEALED_PATIENCE * 1000;
}

/**
 * tras_sealed_desk_new:
 * @company: a firm's file
 *
 * Returns: (transfer full): a desk with its thread, locked
 */
TrasSealedDesk *
tras_sealed_desk_new (const char *company)
{
  TrasSealedDesk *self = g_object_new (TRAS_TYPE_SEALED_DESK, NULL);

  self->company = g_strdup (company);

  return self;
}

const char *
tras_sealed_desk_get_company (TrasSealedDesk *self)
{
  g_return_val_if_fail (TRAS_IS_SEALED_DESK (self), NULL);

  return self->company;
}

gboolean
tras_sealed_desk_is_open (TrasSealedDesk *self)
{
  g_return_val_if_fail (TRAS_IS_SEALED_DESK (self), FALSE);

  return self->key != NULL;
}
