/* tras-supplier-board.h: how well goods come, by supplier
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-edit.h"
#include "tras-item.h"
#include "tras-supplier-score.h"

G_BEGIN_DECLS

/**
 * TrasSupplierFigures:
 * @supplier: the supplier
 * @n_lines: lines of orders that were sent
 * @n_open: those of which something has still to come
 * @n_judged: those that can be said to have come on time in full or not
 * @n_met: those that did
 * @n_receipts: how often something came
 * @lead_days: the median of the days that it took from order to receipt, −1 where nothing came
 * @good: what was good of it, in thousandths of whatever unit
 * @rejected: what was not
 *
 * What the firm's own receipts say of a supplier.
 */
typedef struct
{
  TrasSupplier *supplier;
  guint n_lines;
  guint n_open;
  guint n_judged;
  guint n_met;
  guint n_receipts;
  int lead_days;
  gint64 good;
  gint64 rejected;
} TrasSupplierFigures;

/**
 * TrasReorderProposal:
 * @point: the level to buy at, in its two parts
 * @lead_days: how long an order takes
 * @own: whether that is the median of the item's own receipts
 * @used: what was used in the last 91 days, in thousandths
 * @days: the days of these with stock
 * @n_weeks: the weeks that safety stock was judged by
 *
 * What the level of an item could be.
 */
typedef struct
{
  TrasReorderPoint point;
  int lead_days;
  gboolean own;
  gint64 used;
  int days;
  guint n_weeks;
} TrasReorderProposal;

GPtrArray *tras_supplier_board_load       (TrasDb                    *db,
                                           gint64                     supplier_id,
                                           TrasDay                    today,
                                           GError                   **error);
gint64     tras_supplier_figures_get_otif (const TrasSupplierFigures *self);
gint64     tras_supplier_figures_get_reject_rate
                                          (const TrasSupplierFigures *self);
gboolean   tras_reorder_proposal_load     (TrasReorderProposal       *self,
                                           TrasDb                    *db,
                                           gint64                     item_id,
                                           TrasDay                    today,
                                           GError                   **error);
gint64     tras_reorder_proposal_get_level
                                          (const TrasReorderProposal *self);
char      *tras_reorder_proposal_dup_reason
                                          (const TrasReorderProposal *self,
                                           const char                *unit);
TrasEdit  *tras_reorder_proposal_take     (const TrasReorderProposal *self,
                                           TrasItem                  *item);

G_END_DECLS
