/* tras-worker.h: one thread that does one thing after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRAS_TYPE_WORKER (tras_worker_get_type ())

G_DECLARE_FINAL_TYPE (TrasWorker, tras_worker, TRAS, WORKER, GObject)

/**
 * TrasWork:
 * @task: returned to by the function, once, with tras_worker_return() or g_task_return_*()
 * @data: the task's data
 */
typedef void (*TrasWork) (GTask    *task,
                          gpointer  data);

TrasWorker *tras_worker_new      (const char     *name);
void        tras_worker_push     (TrasWorker     *self,
                                  GTask          *task,
                                  TrasWork        work);
void        tras_worker_finish   (TrasWorker     *self,
                                  GDestroyNotify  last,
                                  gpointer        data);
void        tras_worker_wait_all (void);

G_END_DECLS
