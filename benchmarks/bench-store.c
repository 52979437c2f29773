/* bench-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench.h"
#include "bench-store.h"

/* A store begins to verify its file a while after it was opened, on a thread of its own. */
#define AT_LEAST_SECONDS 1.5
#define LOOK_SECONDS 0.25
#define BUSY_PART 0.1

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* CPU time is that of all threads: what is measured must not begin before the file is verified. */
static void
wait_until_idle (void)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  double spent;

  do
    {
      double looked = g_timer_elapsed (timer, NULL);

      spent = bench_cpu_ms ();
      while (g_timer_elapsed (timer, NULL) < looked + LOOK_SECONDS)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (5000);
        }
      spent = bench_cpu_ms () - spent;
    }
  while (g_timer_elapsed (timer, NULL) < AT_LEAST_SECONDS ||
         spent > BUSY_PART * 1e3 * LOOK_SECONDS);
}

/**
 * bench_open_store:
 * @path: a company file
 *
 * Returns: (transfer full): its store, once it is open and its file verified
 */
TrasStore *
bench_open_store (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrasStore *store;

  tras_store_open_async (path, TRAS_DB_DEFAULT, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  store = tras_store_open_finish (result, &error);
  g_assert_no_error (error);
  wait_until_idle ();

  return store;
}
