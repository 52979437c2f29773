/* tras-money-board.h: what plans take of money, by goal, area and month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-number.h"

G_BEGIN_DECLS

/**
 * TrasMoneyGrouping:
 *
 * What a row of a #TrasMoneyBoard stands for.
 */
typedef enum
{
  TRAS_MONEY_BY_GOAL,
  TRAS_MONEY_BY_AREA,
  TRAS_MONEY_BY_MONTH,
  TRAS_MONEY_N_GROUPINGS,
} TrasMoneyGrouping;

/**
 * TrasMoneySort:
 * @TRAS_MONEY_RUNNING: running cost
 * @TRAS_MONEY_INVESTMENT: what lasts
 * @TRAS_MONEY_ALL: both
 */
typedef enum
{
  TRAS_MONEY_RUNNING,
  TRAS_MONEY_INVESTMENT,
  TRAS_MONEY_ALL,
  TRAS_MONEY_N_SORTS,
} TrasMoneySort;

/**
 * TrasMoney:
 * @planned: what the needs plan
 * @committed: what was ordered and has not come, and sessions that are agreed
 * @spent: what is gone
 *
 * Amounts in minor units.
 */
typedef struct
{
  gint64 planned;
  gint64 committed;
  gint64 spent;
} TrasMoney;

/**
 * TrasMoneyPart:
 * @action_id: an action
 * @title: its title
 * @money: what of a row is for it, by #TrasMoneySort
 */
typedef struct
{
  gint64 action_id;
  char *title;
  TrasMoney money[TRAS_MONEY_N_SORTS];
} TrasMoneyPart;

/**
 * TrasMoneyRow:
 * @id: the goal or the area, 0 for none
 * @month: the first day of the month, %TRAS_DAY_NONE by goal and area
 * @name: (nullable): the goal's title or the area's name
 * @money: the amounts, by #TrasMoneySort
 * @parts: (element-type TrasMoneyPart): the actions that make them up
 */
typedef struct
{
  gint64 id;
  TrasDay month;
  char *name;
  TrasMoney money[TRAS_MONEY_N_SORTS];
  GPtrArray *parts;
} TrasMoneyRow;

#define TRAS_TYPE_MONEY_BOARD (tras_money_board_get_type ())

/**
 * TrasMoneyBoard:
 * @firm: the firm's name
 * @currency: its currency
 * @rows: (element-type TrasMoneyRow): the rows of each grouping with any money: months in their
 *   order, goals and areas with the largest amount first
 * @total: the sum of all actions, which is the sum of the rows of each grouping
 */
typedef struct
{
  char *firm;
  char *currency;
  GPtrArray *rows[TRAS_MONEY_N_GROUPINGS];
  TrasMoney total[TRAS_MONEY_N_SORTS];
} TrasMoneyBoard;

GType           tras_money_board_get_type (void) G_GNUC_CONST;
TrasMoneyBoard *tras_money_board_load     (TrasDb                  *db,
                                           TrasDay                  day,
                                           GError                 **error);
TrasMoneyBoard *tras_money_board_ref      (TrasMoneyBoard          *self);
void            tras_money_board_unref    (TrasMoneyBoard          *self);

char           *tras_money_row_dup_name   (const TrasMoneyRow      *self,
                                           TrasMoneyGrouping        grouping,
                                           const TrasNumberFormat  *format);
gint64          tras_money_get_left       (const TrasMoney         *self);
char           *tras_money_dup_words      (const TrasMoney         *self,
                                           const char              *currency,
                                           const TrasNumberFormat  *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasMoneyBoard, tras_money_board_unref)

G_END_DECLS
