/* tras-worker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-worker.h"

typedef struct
{
  GTask *task;
  TrasWork work;
  GDestroyNotify last;
  gpointer data;
} Order;

struct _TrasWorker
{
  GObject parent_instance;

  GAsyncQueue *orders;
  gboolean finished;
};

G_DEFINE_TYPE (TrasWorker, tras_worker, G_TYPE_OBJECT)

/* How many threads were told to finish and have not yet, for tras_worker_wait_all(). */
static GMutex ending_lock;
static GCond ending_cond;
static guint ending;

static gpointer
run (gpointer data)
{
  GAsyncQueue *orders = data;
  gboolean more = TRUE;

  while (more)
    {
      Order *order = g_async_queue_pop (orders);

      if (order->task != NULL)
        {
          if (!g_task_return_error_if_cancelled (order->task))
            order->work (order->task, g_task_get_task_data (order->task));
          g_object_unref (order->task);
        }
      else
        {
          if (order->last != NULL)
            order->last (order->data);
          more = FALSE;
        }
      g_free (order);
    }
  g_async_queue_unref (orders);

  g_mutex_lock (&ending_lock);
  ending--;
  g_cond_broadcast (&ending_cond);
  g_mutex_unlock (&ending_lock);

  return NULL;
}

static void
tras_worker_dispose (GObject *object)
{
  tras_worker_finish (TRAS_WORKER (object), NULL, NULL);

  G_OBJECT_CLASS (tras_worker_parent_class)->dispose (object);
}

static void
tras_worker_finalize (GObject *object)
{
  g_async_queue_unref (TRAS_WORKER (object)->orders);

  G_OBJECT_CLASS (tras_worker_parent_class)->finalize (object);
}

static void
tras_worker_class_init (TrasWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_worker_dispose;
  object_class->finalize = tras_worker_finalize;
}

static void
tras_worker_init (TrasWorker *self)
{
  self->orders = g_async_queue_new ();
}

/**
 * tras_worker_new:
 * @name: the thread's name, for debuggers
 *
 * Returns: (transfer full): a worker with its thread
 */
TrasWorker *
tras_worker_new (const char *name)
{
  TrasWorker *self = g_object_new (TRAS_TYPE_WORKER, NULL);

  g_thread_unref (g_thread_new (name, run, g_async_queue_ref (self->orders)));

  return self;
}

/**
 * tras_worker_push:
 * @self: a worker
 * @task: (transfer none): what the result goes to
 * @work: what to do; skipped where the task is cancelled before its turn
 *
 * Lets the thread do @work after everything that was pushed before.
 */
void
tras_worker_push (TrasWorker *self,
                  GTask      *task,
                  TrasWork    work)
{
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (TRAS_IS_WORKER (self));
  g_return_if_fail (!self->finished);

  order->task = g_object_ref (task);
  order->work = work;
  g_async_queue_push (self->orders, order);
}

/**
 * tras_worker_finish:
 * @self: a worker
 * @last: (nullable): called on the thread when everything else is done
 * @data: (transfer full): its argument
 *
 * Lets the thread end after what is waiting. Does not wait for it.
 */
void
tras_worker_finish (TrasWorker     *self,
                    GDestroyNotify  last,
                    gpointer        data)
{
  Order *order;

  g_return_if_fail (TRAS_IS_WORKER (self));

  if (self->finished)
    return;

  self->finished = TRUE;
  g_mutex_lock (&ending_lock);
  ending++;
  g_mutex_unlock (&ending_lock);
  order = g_new0 (Order, 1);
  order->last = last;
  order->data = data;
  g_async_queue_push (self->orders, order);
}

/**
 * tras_worker_wait_all:
 *
 * Waits until every worker that was told to finish has done so. For the end of a program, after
 * its main loop: what was ordered is on the disk then.
 */
void
tras_worker_wait_all (void)
{
  g_mutex_lock (&ending_lock);
  while (ending > 0)
    g_cond_wait (&ending_cond, &ending_lock);
  g_mutex_unlock (&ending_lock);
}
