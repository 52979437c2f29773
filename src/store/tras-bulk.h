/* tras-bulk.h: many new records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasBulk:
 *
 * New records of a type whose key consists of fields, on their way into the file. They are written
 * in the order of their keys, many with one statement: what costs time is not a row but a statement
 * and a page that is come back to.
 */
typedef struct _TrasBulk TrasBulk;

/**
 * TrasBulkRefused:
 * @tag: what the record was added with
 * @error: (transfer none): %TRAS_ERROR_CONSTRAINT, why it was refused
 *
 * Told of each record that the rules of the file refuse; the others stand.
 */
typedef void (*TrasBulkRefused) (guint         tag,
                                 const GError *error,
                                 gpointer      user_data);

TrasBulk *tras_bulk_new   (TrasDb           *db,
                           GType             type,
                           GPtrArray        *fields,
                           TrasBulkRefused   refused,
                           gpointer          user_data);
void      tras_bulk_free  (TrasBulk         *self);
gboolean  tras_bulk_add   (TrasBulk         *self,
                           gpointer          record,
                           guint             tag,
                           GError          **error);
gboolean  tras_bulk_flush (TrasBulk         *self,
                           GError          **error);
void      tras_bulk_watch (TrasBulk         *self,
                           TrasProgress      progress,
                           gpointer          progress_data,
                           GCancellable     *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasBulk, tras_bulk_free)

G_END_DECLS
