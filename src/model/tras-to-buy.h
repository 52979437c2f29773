/* tras-to-buy.h: what is to be bought, how much and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-item.h"
#include "tras-purchase.h"

G_BEGIN_DECLS

/**
 * TrasBuyLine:
 * @item: what is to be bought
 * @quantity: how much, in thousandths
 * @why: as of a purchase line: “reorder” where the item has come down to its level, “order” where
 *   customers were promised more than there is and comes, “plan” for an action, “hand” for what
 *   people wrote into a draft
 * @supplier_id: who it is bought from, 0 where nobody is known
 * @supplier_name: (nullable): that supplier
 * @unit_price: what was agreed last, in minor units, or %TRAS_NULL
 * @draft: (nullable): the line of a draft that orders it already
 *
 * One line of what is to be bought.
 */
typedef struct
{
  TrasItem *item;
  gint64 quantity;
  const char *why;
  gint64 supplier_id;
  char *supplier_name;
  gint64 unit_price;
  TrasPurchaseLine *draft;
} TrasBuyLine;

/**
 * TrasToBuy:
 * @lines: (element-type TrasBuyLine): what is to be bought, by supplier and name; what has no
 *   supplier comes last
 * @drafts: (element-type TrasPurchase): the drafts there are, oldest first
 * @draft_lines: (element-type TrasPurchaseLine): all their lines
 *
 * All that is to be bought.
 */
typedef struct
{
  GPtrArray *lines;
  GPtrArray *drafts;
  GPtrArray *draft_lines;
} TrasToBuy;

TrasToBuy *tras_to_buy_load         (TrasDb       *db,
                                     GError      **error);
void       tras_to_buy_free         (TrasToBuy    *self);
gboolean   tras_to_buy_is_rule      (const TrasBuyLine *line);
TrasEdit  *tras_to_buy_make_drafts  (TrasToBuy    *self,
                                     TrasDay       today);
char      *tras_to_buy_dup_reason   (const TrasBuyLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasToBuy, tras_to_buy_free)

G_END_DECLS
