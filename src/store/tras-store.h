/* tras-store.h: the firm's file as the main loop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owns the thread on which every read and write runs. All functions belong to the thread that made
 * the store, and none of them waits for the disk.
 */

#pragma once

#include <gio/gio.h>

#include "tras-edit.h"
#include "tras-edit-log.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STORE (tras_store_get_type ())

G_DECLARE_FINAL_TYPE (TrasStore, tras_store, TRAS, STORE, GObject)

/**
 * TrasJob:
 * @db: the connection
 * @data: what was given to tras_store_run_async()
 * @cancellable: (nullable): ends the job early
 * @error: where to put the error
 *
 * Work on the store's thread. Its result goes to tras_store_run_finish().
 */
typedef gpointer (*TrasJob) (TrasDb        *db,
                             gpointer       data,
                             GCancellable  *cancellable,
                             GError       **error);

void        tras_store_open_async     (const char           *path,
                                       TrasDbFlags           flags,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        tras_store_create_async   (const char           *path,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
TrasStore  *tras_store_open_finish    (GAsyncResult         *result,
                                       GError              **error);
void        tras_store_close          (TrasStore            *self);

const char *tras_store_get_path       (TrasStore            *self);
gboolean    tras_store_is_read_only   (TrasStore            *self);
gboolean    tras_store_is_newer       (TrasStore            *self);
const char *tras_store_get_undo_label (TrasStore            *self);
const char *tras_store_get_redo_label (TrasStore            *self);
const char *tras_store_get_currency   (TrasStore            *self);
const char *tras_store_get_hour_cost_readers
                                      (TrasStore            *self);
const char *tras_store_get_author     (TrasStore            *self);
void        tras_store_set_author     (TrasStore            *self,
                                       const char           *author);

void        tras_store_run_async      (TrasStore            *self,
                                       gpointer              source_tag,
                                       TrasJob               job,
                                       gpointer              data,
                                       GDestroyNotify        data_free,
                                       GDestroyNotify        result_free,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gpointer    tras_store_run_finish     (TrasStore            *self,
                                       GAsyncResult         *result,
                                       GError              **error);

void        tras_store_apply_async    (TrasStore            *self,
                                       TrasEdit             *edit,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean    tras_store_apply_finish   (TrasStore            *self,
                                       GAsyncResult         *result,
                                       gint64               *edit,
                                       GError              **error);
void        tras_store_undo_async     (TrasStore            *self,
                                       gint64                edit,
                                       TrasProgress          progress,
                                       gpointer              progress_data,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        tras_store_redo_async     (TrasStore            *self,
                                       TrasProgress          progress,
                                       gpointer              progress_data,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
char       *tras_store_undo_finish    (TrasStore            *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tras_store_select_async   (TrasStore            *self,
                                       TrasQuery            *query,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray  *tras_store_select_finish  (TrasStore            *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tras_store_load_async     (TrasStore            *self,
                                       GType                 type,
                                       gint64                id,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gpointer    tras_store_load_finish    (TrasStore            *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void        tras_store_count_async    (TrasStore            *self,
                                       TrasQuery            *query,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gint64      tras_store_count_finish   (TrasStore            *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
