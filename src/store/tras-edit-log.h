/* tras-edit-log.h: undo, redo and the history of edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasEditRecord:
 *
 * A row of the table edit: one user action. The kind says whether it did something, undid an
 * earlier edit or redid one that was undone; it is active unless an active edit has undone it.
 */
struct _TrasEditRecord
{
  TrasRecord parent_instance;

  char *uuid;
  gint64 at;
  char *who;
  char *label;
  const char *kind;
  gint64 undoes;
  gboolean active;
};

/**
 * TrasChanges:
 * @last_edit: the newest edit that these changes include
 * @tables: (element-type utf8): the names of the tables whose rows changed, interned
 *
 * What one or several edits touched.
 */
typedef struct
{
  gint64 last_edit;
  GPtrArray *tables;
} TrasChanges;

#define TRAS_TYPE_EDIT_RECORD (tras_edit_record_get_type ())

TRAS_DECLARE_RECORD (TrasEditRecord, tras_edit_record, EDIT_RECORD)

GPtrArray   *tras_edit_log_list          (TrasDb         *db,
                                          guint           limit,
                                          GError        **error);
GPtrArray   *tras_edit_log_load          (TrasDb         *db,
                                          const gint64   *ids,
                                          gsize           n_ids,
                                          GError        **error);
gboolean     tras_edit_log_peek          (TrasDb         *db,
                                          gint64         *undo_edit,
                                          char          **undo_label,
                                          gint64         *redo_edit,
                                          char          **redo_label,
                                          GError        **error);
char        *tras_edit_log_undo          (TrasDb         *db,
                                          gint64          edit,
                                          TrasProgress    progress,
                                          gpointer        progress_data,
                                          gint64         *undo,
                                          GError        **error);
char        *tras_edit_log_redo          (TrasDb         *db,
                                          TrasProgress    progress,
                                          gpointer        progress_data,
                                          gint64         *redo,
                                          GError        **error);
GArray      *tras_edit_log_list_inserted (TrasDb         *db,
                                          gint64          edit,
                                          const char     *table,
                                          GError        **error);
TrasChanges *tras_edit_log_changes_since (TrasDb         *db,
                                          gint64          last_edit,
                                          GError        **error);
gint64       tras_edit_log_get_last      (TrasDb         *db,
                                          GError        **error);

void         tras_changes_free           (TrasChanges    *self);
gboolean     tras_changes_touch          (TrasChanges    *self,
                                          const char     *table);
gboolean     tras_changes_touch_any      (TrasChanges    *self,
                                          const char *const
                                                         *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasChanges, tras_changes_free)

G_END_DECLS
