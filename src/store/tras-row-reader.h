/* tras-row-reader.h: what a list of records does on the store's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-query-patch.h"

G_BEGIN_DECLS

/**
 * TrasRowBatch:
 * @type: the record type
 * @positions: (element-type guint): where the rows stand, ascending where it matters
 * @ids: (element-type gint64): which rows they are
 * @records: (element-type TrasRecord): what was read, %NULL for a row that is gone
 *
 * Some rows of a list, each of the arrays with one element a row.
 */
typedef struct
{
  GType type;
  GArray *positions;
  GArray *ids;
  GPtrArray *records;
} TrasRowBatch;

/**
 * TrasRowQuestion:
 * @query: which records, in which order
 * @limit: how many will do for now, 0 for all
 * @positions: (element-type guint): which positions' records are wanted along, ascending
 * @want_sources: whether to tell what the records are made of
 * @known: (element-type gint64) (nullable): what the same query found
 * @known_edit: after this edit
 * @order: (element-type gint64) (nullable): all records in the same order, as they were
 * @order_edit: at this edit
 */
typedef struct
{
  TrasQuery *query;
  guint limit;
  GArray *positions;
  gboolean want_sources;
  GArray *known;
  gint64 known_edit;
  GArray *order;
  gint64 order_edit;
} TrasRowQuestion;

/**
 * TrasRowAnswer:
 * @ids: (element-type gint64) (nullable): the records' ids in order
 * @patch: (nullable): how to make them of those that were known, instead of @ids
 * @more: whether there are more than were read
 * @batch: the records at the wanted positions
 * @sources: (element-type utf8) (nullable): the tables that the records are made of
 * @last_edit: an edit that is in @ids, with all before it
 */
typedef struct
{
  GArray *ids;
  TrasPatch *patch;
  gboolean more;
  TrasRowBatch *batch;
  GPtrArray *sources;
  gint64 last_edit;
} TrasRowAnswer;

TrasRowBatch    *tras_row_batch_new       (GType             type);
void             tras_row_batch_add       (TrasRowBatch     *self,
                                           guint             position,
                                           gint64            id);
void             tras_row_batch_free      (TrasRowBatch     *self);
gpointer         tras_row_batch_read      (TrasDb           *db,
                                           gpointer          data,
                                           GCancellable     *cancellable,
                                           GError          **error);

TrasRowQuestion *tras_row_question_new    (TrasQuery        *query);
void             tras_row_question_free   (TrasRowQuestion  *self);
gpointer         tras_row_question_answer (TrasDb           *db,
                                           gpointer          data,
                                           GCancellable     *cancellable,
                                           GError          **error);
void             tras_row_answer_free     (TrasRowAnswer    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasRowBatch, tras_row_batch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasRowAnswer, tras_row_answer_free)

G_END_DECLS
