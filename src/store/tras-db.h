/* tras-db.h: a connection to the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Belongs to one thread at a time: to a store's worker, or to a program without a main loop.
 */

#pragma once

#include <gio/gio.h>

#include "tras-query.h"
#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DB (tras_db_get_type ())

G_DECLARE_FINAL_TYPE (TrasDb, tras_db, TRAS, DB, GObject)

/**
 * TrasDbFlags:
 * @TRAS_DB_DEFAULT: for reading and writing
 * @TRAS_DB_READ_ONLY: for reading
 * @TRAS_DB_NEWER: for reading where a newer version has made the file
 * @TRAS_DB_VERIFY_LATER: with its pages still to be verified, by tras_db_verify_file() or before
 *   the first edit
 */
typedef enum
{
  TRAS_DB_DEFAULT = 0,
  TRAS_DB_READ_ONLY = 1 << 0,
  TRAS_DB_NEWER = 1 << 1,
  TRAS_DB_VERIFY_LATER = 1 << 2,
} TrasDbFlags;

/**
 * TrasProgress:
 * @done: how much is done
 * @total: of how much; 0 where that is not known
 *
 * Called on the thread that works, now and then.
 */
typedef void (*TrasProgress) (guint64  done,
                              guint64  total,
                              gpointer user_data);

TrasDb     *tras_db_create         (const char          *path,
                                    GError             **error);
TrasDb     *tras_db_open           (const char          *path,
                                    TrasDbFlags          flags,
                                    GError             **error);
const char *tras_db_get_path       (TrasDb              *self);
gboolean    tras_db_is_read_only   (TrasDb              *self);
gboolean    tras_db_is_newer       (TrasDb              *self);
gboolean    tras_db_has_moved      (TrasDb              *self);
gboolean    tras_db_verify_file    (const char          *path,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean    tras_db_take_verified  (TrasDb              *self,
                                    GError             **error);
gboolean    tras_db_check_references
                                   (TrasDb              *self,
                                    GError             **error);
void        tras_db_set_author     (TrasDb              *self,
                                    const char          *author);
const char *tras_db_get_author     (TrasDb              *self);
void        tras_db_set_cancellable (TrasDb             *self,
                                    GCancellable        *cancellable);

gboolean    tras_db_begin_file     (TrasDb              *self,
                                    const char          *label,
                                    GError             **error);
gboolean    tras_db_begin_lasting  (TrasDb              *self,
                                    const char          *label,
                                    GError             **error);
gboolean    tras_db_begin          (TrasDb              *self,
                                    const char          *label,
                                    GError             **error);
gboolean    tras_db_commit         (TrasDb              *self,
                                    gint64              *edit,
                                    GError             **error);
void        tras_db_rollback       (TrasDb              *self);
gboolean    tras_db_in_edit        (TrasDb              *self);

gboolean    tras_db_insert         (TrasDb              *self,
                                    gpointer             record,
                                    GError             **error);
gboolean    tras_db_insert_unordered
                                   (TrasDb              *self,
                                    gpointer             record,
                                    GError             **error);
gboolean    tras_db_update         (TrasDb              *self,
                                    gpointer             record,
                                    GError             **error);
gboolean    tras_db_put            (TrasDb              *self,
                                    gpointer             record,
                                    GError             **error);
gboolean    tras_db_delete         (TrasDb              *self,
                                    gpointer             record,
                                    GError             **error);

gpointer    tras_db_load           (TrasDb              *self,
                                    GType                type,
                                    gint64               id,
                                    GError             **error);
gpointer    tras_db_find           (TrasDb              *self,
                                    TrasQuery           *query,
                                    GError             **error);
GPtrArray  *tras_db_select         (TrasDb              *self,
                                    TrasQuery           *query,
                                    GError             **error);
GPtrArray  *tras_db_load_many      (TrasDb              *self,
                                    GType                type,
                                    const gint64        *ids,
                                    guint                n_ids,
                                    GError             **error);
GArray     *tras_db_select_ids     (TrasDb              *self,
                                    TrasQuery           *query,
                                    GError             **error);
GArray     *tras_db_select_first_ids (TrasDb            *self,
                                    TrasQuery           *query,
                                    GArray              *order,
                                    guint                limit,
                                    gboolean            *more,
                                    GError             **error);
gint64      tras_db_count          (TrasDb              *self,
                                    TrasQuery           *query,
                                    GError             **error);
gint64      tras_db_get_next_id    (TrasDb              *self,
                                    GType                type,
                                    GError             **error);
typedef gboolean (*TrasRecordFunc) (gpointer             record,
                                    gpointer             user_data,
                                    GError             **error);
gboolean    tras_db_foreach        (TrasDb              *self,
                                    TrasQuery           *query,
                                    TrasRecordFunc       func,
                                    gpointer             user_data,
                                    GError             **error);

G_END_DECLS
