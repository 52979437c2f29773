/* test-worker.c: one thread that does one thing after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-worker.h"

#define N_ORDERS 200

typedef struct
{
  GThread *thread;
  guint done;
  guint answered;
} Count;

static void
count_up (GTask    *task,
          gpointer  data)
{
  Count *count = data;

  /* Without a lock: only one thread ever runs this. */
  if (count->thread == NULL)
    count->thread = g_thread_self ();
  g_assert_true (count->thread == g_thread_self ());
  g_task_return_int (task, count->done++);
}

static void
on_counted (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Count *count = user_data;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), NULL), ==, count->answered);
  count->answered++;
}

static void
note_last (gpointer data)
{
  Count *count = data;

  g_assert_cmpuint (count->done, ==, N_ORDERS);
  count->done++;
}

static void
test_order (void)
{
  g_autoptr (TrasWorker) worker = tras_worker_new ("test");
  Count count = { 0 };

  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, on_counted, &count);

      g_task_set_task_data (task, &count, NULL);
      tras_worker_push (worker, task, count_up);
    }
  tras_worker_finish (worker, note_last, &count);
  tras_worker_wait_all ();
  g_assert_cmpuint (count.done, ==, N_ORDERS + 1);
  g_assert_true (count.thread != g_thread_self ());

  while (count.answered < N_ORDERS)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_cancelled (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_int (G_TASK (result), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (TrasWorker) worker = tras_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  Count count = { 0 };
  gboolean told = FALSE;

  task = g_task_new (NULL, cancellable, on_cancelled, &told);
  g_task_set_task_data (task, &count, NULL);
  g_cancellable_cancel (cancellable);
  tras_worker_push (worker, task, count_up);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count.done, ==, 0);

  tras_worker_finish (worker, NULL, NULL);
  tras_worker_wait_all ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/cancelled", test_cancelled);

  return g_test_run ();
}
