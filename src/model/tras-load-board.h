/* tras-load-board.h: what plans take of people's time, week by week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-db.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-work-book.h"

G_BEGIN_DECLS

/* In place of a week: all that is left. */
#define TRAS_LOAD_ALL_WEEKS G_MAXUINT

/**
 * TrasLoadRow:
 * @person: (nullable): who has the work; %NULL for what nobody has taken on
 * @actions: (element-type TrasAction): their open actions with hours left, the first due first
 * @has_hours: whether a post says how much they work
 * @needed: (array): the minutes that their actions need in each week
 * @worked: (array): the minutes that they work in each week, without their absences
 * @later: the minutes that fall behind the last week
 * @n_over: in how many weeks more is needed than worked
 *
 * What one person has on their hands.
 */
typedef struct
{
  TrasPerson *person;
  GPtrArray *actions;
  gboolean has_hours;
  gint64 *needed;
  gint64 *worked;
  gint64 later;
  guint n_over;
} TrasLoadRow;

/**
 * TrasLoadPart:
 * @action: an action
 * @minutes: what it needs in the week that was asked for
 */
typedef struct
{
  TrasAction *action;
  gint64 minutes;
} TrasLoadPart;

#define TRAS_TYPE_LOAD_BOARD (tras_load_board_get_type ())

/**
 * TrasLoadBoard:
 * @firm: the firm's name
 * @work: when people work
 * @first: the first working day that is left; its week is the first, and only what is left of it
 *   counts
 * @n_weeks: how many weeks there are
 * @rows: (element-type TrasLoadRow): those with something to do, by name, with what nobody has
 *   taken on behind them; then those with nothing to do
 * @n_over: how many people have a week with more than they work
 */
typedef struct
{
  char *firm;
  TrasWorkBook *work;
  TrasDay first;
  guint n_weeks;
  GPtrArray *rows;
  guint n_over;
} TrasLoadBoard;

GType          tras_load_board_get_type   (void) G_GNUC_CONST;
TrasLoadBoard *tras_load_board_load       (TrasDb                  *db,
                                           TrasDay                  day,
                                           guint                    n_weeks,
                                           GError                 **error);
TrasLoadBoard *tras_load_board_ref        (TrasLoadBoard           *self);
void           tras_load_board_unref      (TrasLoadBoard           *self);
TrasDay        tras_load_board_get_monday (TrasLoadBoard           *self,
                                           guint                    week);
GArray        *tras_load_board_list_parts (TrasLoadBoard           *self,
                                           TrasLoadRow             *row,
                                           guint                    week);
char          *tras_load_board_dup_words  (TrasLoadBoard           *self,
                                           TrasLoadRow             *row,
                                           guint                    week,
                                           const TrasNumberFormat  *format);

gboolean       tras_load_row_is_over      (TrasLoadRow             *self,
                                           guint                    week);
const char    *tras_load_row_get_name     (TrasLoadRow             *self);
gint64         tras_load_action_get_left  (TrasAction              *action);
char          *tras_load_dup_hours        (gint64                   minutes,
                                           const TrasNumberFormat  *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasLoadBoard, tras_load_board_unref)

G_END_DECLS
