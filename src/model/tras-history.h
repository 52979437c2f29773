/* tras-history.h: what was done to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit-log.h"

G_BEGIN_DECLS

/**
 * TrasHistoryChange:
 * @before: (nullable): the record as it was, %NULL where it was added
 * @after: (nullable): the record as it became, %NULL where it was deleted
 *
 * What an edit did to a record. Computed values are not known.
 */
typedef struct
{
  TrasRecord *before;
  TrasRecord *after;
} TrasHistoryChange;

GPtrArray *tras_history_list         (TrasDb          *db,
                                      GType            type,
                                      gint64           id,
                                      guint            limit,
                                      GError         **error);
GPtrArray *tras_history_list_changes (TrasDb          *db,
                                      GType            type,
                                      gint64           id,
                                      gint64           edit,
                                      GError         **error);
char      *tras_history_dup_title    (TrasEditRecord  *edit);

G_END_DECLS
