/* bench-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench-store.h"

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * bench_open_store:
 * @path: a company file
 *
 * Returns: (transfer full): its store, once it is open
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

  return store;
}
