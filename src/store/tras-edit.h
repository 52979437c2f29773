/* tras-edit.h: what one user action writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasEdit:
 *
 * A list of records to insert, update and delete, put together on any thread and applied as one
 * transaction, one entry of the edit log and one undo.
 */
#define TRAS_TYPE_EDIT (tras_edit_get_type ())

G_DECLARE_FINAL_TYPE (TrasEdit, tras_edit, TRAS, EDIT, GObject)

/**
 * TrasEditFunc:
 * @self: an edit that is being applied
 * @db: the connection, in the edit
 * @error: where to put the error
 *
 * Looks at an edit before its records are written, or writes what follows from it behind them, in
 * the same transaction and under the same undo.
 *
 * Returns: %FALSE if nothing of the edit is to be stored
 */
typedef gboolean (*TrasEditFunc) (TrasEdit  *self,
                                  TrasDb    *db,
                                  GError   **error);

TrasEdit   *tras_edit_new       (const char    *label);
const char *tras_edit_get_label (TrasEdit      *self);
gboolean    tras_edit_is_empty  (TrasEdit      *self);
guint       tras_edit_get_n_records
                                (TrasEdit      *self);
gpointer    tras_edit_get_record
                                (TrasEdit      *self,
                                 guint          position,
                                 gboolean      *deletes);
void        tras_edit_insert    (TrasEdit      *self,
                                 gpointer       record);
void        tras_edit_update    (TrasEdit      *self,
                                 gpointer       record);
void        tras_edit_delete    (TrasEdit      *self,
                                 gpointer       record);
void        tras_edit_link      (TrasEdit      *self,
                                 gpointer       record,
                                 const char    *reference,
                                 gpointer       target);
gpointer    tras_edit_get_link  (TrasEdit      *self,
                                 gpointer       record,
                                 const char    *reference);
void        tras_edit_set_check (TrasEdit      *self,
                                 TrasEditFunc   check);
void        tras_edit_set_follow_up
                                (TrasEdit      *self,
                                 TrasEditFunc   follow_up);
void        tras_edit_set_refused
                                (TrasEdit      *self,
                                 const char    *field);
const char *tras_edit_get_refused
                                (TrasEdit      *self);
gboolean    tras_edit_apply     (TrasEdit      *self,
                                 TrasDb        *db,
                                 gint64        *edit,
                                 GError       **error);

G_END_DECLS
