/* tras-store-records.c: records read on the store's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-store.h"

static gpointer
select_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return tras_db_select (db, data, error);
}

/**
 * tras_store_select_async:
 * @self: an open store
 * @query: (transfer none): which records, in which order
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread with the records
 * @user_data: data for @callback
 */
void
tras_store_select_async (TrasStore           *self,
                         TrasQuery           *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  tras_store_run_async (self, tras_store_select_async, select_job, tras_query_ref (query),
                        (GDestroyNotify) tras_query_unref, (GDestroyNotify) g_ptr_array_unref,
                        cancellable, callback, user_data);
}

/**
 * tras_store_select_finish:
 * @self: a store
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasRecord): the records, or %NULL
 */
GPtrArray *
tras_store_select_finish (TrasStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return tras_store_run_finish (self, result, error);
}

typedef struct
{
  GType type;
  gint64 id;
} LoadData;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  LoadData *load = data;

  return tras_db_load (db, load->type, load->id, error);
}

/**
 * tras_store_load_async:
 * @self: an open store
 * @type: a record type whose key is the id
 * @id: a row's id
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread with the record
 * @user_data: data for @callback
 */
void
tras_store_load_async (TrasStore           *self,
                       GType                type,
                       gint64               id,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  LoadData *data = g_new0 (LoadData, 1);

  data->type = type;
  data->id = id;
  tras_store_run_async (self, tras_store_load_async, load_job, data, g_free, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * tras_store_load_finish:
 * @self: a store
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the record; %NULL with %TRAS_ERROR_NOT_FOUND for none
 */
gpointer
tras_store_load_finish (TrasStore     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return tras_store_run_finish (self, result, error);
}

static gpointer
count_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = tras_db_count (db, data, error);

  return count >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}

/**
 * tras_store_count_async:
 * @self: an open store
 * @query: (transfer none): which records
 * @cancellable: (nullable): a cancellable
 * @callback: called on this thread with their number
 * @user_data: data for @callback
 */
void
tras_store_count_async (TrasStore           *self,
                        TrasQuery           *query,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  tras_store_run_async (self, tras_store_count_async, count_job, tras_query_ref (query),
                        (GDestroyNotify) tras_query_unref, g_free, cancellable, callback,
                        user_data);
}

/**
 * tras_store_count_finish:
 * @self: a store
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: how many records there are, -1 on error
 */
gint64
tras_store_count_finish (TrasStore     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_autofree gint64 *count = tras_store_run_finish (self, result, error);

  return count != NULL ? *count : -1;
}
