/* tras-money-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-firm.h"
#include "tras-money-board.h"
#include "tras-purchase.h"
#include "tras-training.h"
#include "tras-vacancy.h"

#define SECONDS_A_DAY 86400

/* A quantity is counted in thousandths. */
#define UNIT 1000

G_DEFINE_BOXED_TYPE (TrasMoneyBoard, tras_money_board, tras_money_board_ref, tras_money_board_unref)

typedef enum
{
  PLANNED,
  COMMITTED,
  SPENT,
} Kind;

/* What an action has in a row. */
typedef struct
{
  TrasMoneyRow *row;
  TrasMoneyPart *part;
} Share;

/* What is known of an action. */
typedef struct
{
  gint64 id;
  char *title;
  TrasMoneyRow *goal;
  TrasMoneyRow *area;
  GArray *shares;
  TrasDay due_on;
  TrasDay closed_on;
  gboolean invests;
} Plan;

/* What is known of a line of a purchase; how much of it has come so far. */
typedef struct
{
  Plan *plan;
  gint64 unit_price;
  gint64 good;
} Order;

typedef struct
{
  TrasMoneyBoard *board;
  TrasDay day;
  GHashTable *keys[TRAS_MONEY_N_GROUPINGS];
  GHashTable *plans;
  GHashTable *orders;
} Loader;

static void
part_free (gpointer data)
{
  TrasMoneyPart *self = data;

  g_free (self->title);
  g_free (self);
}

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_array_unref (self->shares);
  g_free (self->title);
  g_free (self);
}

static void
row_free (gpointer data)
{
  TrasMoneyRow *self = data;

  g_ptr_array_unref (self->parts);
  g_free (self->name);
  g_free (self);
}

static gpointer
find (GHashTable *table,
      gint64      key)
{
  return g_hash_table_lookup (table, &key);
}

static gpointer
put (GHashTable *table,
     gint64      key,
     gpointer    value)
{
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), value);

  return value;
}

static GHashTable *
table_new (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

/* ---- adding ---- */

static TrasMoneyRow *
get_row (Loader            *self,
         TrasMoneyGrouping  grouping,
         gint64             id,
         const char        *name)
{
  TrasMoneyRow *row = find (self->keys[grouping], id);

  if (row != NULL)
    return row;

  row = g_new0 (TrasMoneyRow, 1);
  row->id = id;
  row->month = TRAS_DAY_NONE;
  row->name = g_strdup (name);
  row->parts = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_add (self->board->rows[grouping], row);

  return put (self->keys[grouping], id, row);
}

static TrasMoneyRow *
get_month (Loader  *self,
           TrasDay  day)
{
  TrasDay month = tras_period_first_day (TRAS_EVERY_MONTH, day);
  TrasMoneyRow *row = get_row (self, TRAS_MONEY_BY_MONTH, month, NULL);

  row->month = month;

  return row;
}

static void
add_to (TrasMoney *money,
        Kind       kind,
        gboolean   is_investment,
        gint64     amount)
{
  const TrasMoneySort sorts[] = {
    is_investment ? TRAS_MONEY_INVESTMENT : TRAS_MONEY_RUNNING, TRAS_MONEY_ALL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      TrasMoney *of = &money[sorts[i]];

      *(kind == PLANNED ? &of->planned : kind == COMMITTED ? &of->committed : &of->spent) += amount;
    }
}

/* An action has few rows: its goal, its area, some months. */
static TrasMoneyPart *
get_part (Plan         *plan,
          TrasMoneyRow *row)
{
  Share share = { row, NULL };

  for (guint i = 0; i < plan->shares->len; i++)
    {
      if (g_array_index (plan->shares, Share, i).row == row)
        return g_array_index (plan->shares, Share, i).part;
    }

  share.part = g_new0 (TrasMoneyPart, 1);
  share.part->action_id = plan->id;
  share.part->title = g_strdup (plan->title);
  g_ptr_array_add (row->parts, share.part);
  g_array_append_val (plan->shares, share);

  return share.part;
}

/* Whatever is added is added to one row of each grouping, and to the whole. */
static void
add (Loader   *self,
     Plan     *plan,
     Kind      kind,
     gboolean  is_investment,
     TrasDay   day,
     gint64    amount)
{
  TrasMoneyRow *rows[TRAS_MONEY_N_GROUPINGS];

  if (plan == NULL || amount == 0)
    return;

  rows[TRAS_MONEY_BY_GOAL] = plan->goal;
  rows[TRAS_MONEY_BY_AREA] = plan->area;
  rows[TRAS_MONEY_BY_MONTH] = get_month (self, day);
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    {
      add_to (rows[i]->money, kind, is_investment, amount);
      add_to (get_part (plan, rows[i])->money, kind, is_investment, amount);
    }
  add_to (self->board->total, kind, is_investment, amount);
}

/* When what was typed was spent: once the action was closed, else by the time that it is due, but
 * not later than now. */
static TrasDay
get_spending_day (Loader     *self,
                  const Plan *plan)
{
  return plan->closed_on != TRAS_DAY_NONE ? plan->closed_on : MIN (plan->due_on, self->day);
}

/* ---- reading ---- */

static gboolean
take_action (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasAction *action = record;
  Plan *plan = g_new0 (Plan, 1);

  plan->id = TRAS_RECORD (action)->id;
  plan->title = g_strdup (action->title);
  plan->shares = g_array_new (FALSE, FALSE, sizeof (Share));
  plan->goal = get_row (self, TRAS_MONEY_BY_GOAL, action->goal_id, action->goal_title);
  plan->area = get_row (self, TRAS_MONEY_BY_AREA, action->area_id, action->area_name);
  plan->due_on = action->due_on;
  plan->closed_on = action->closed_on;
  put (self->plans, plan->id, plan);

  return TRUE;
}

static gboolean
take_need (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasActionNeed *need = record;
  Plan *plan = find (self->plans, need->action_id);

  plan->invests = plan->invests || need->investment;
  add (self, plan, PLANNED, need->investment, plan->due_on, need->planned_money);
  add (self, plan, SPENT, need->investment, get_spending_day (self, plan), need->spent_money);

  return TRUE;
}

/* Goods are an investment where the action plans one. They are paid when they come, and come when
 * they are promised, else when the action is due. */
static gboolean
take_line (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasPurchaseLine *line = record;
  Order *order = g_new0 (Order, 1);
  Plan *plan = find (self->plans, line->action_id);

  order->plan = plan;
  order->unit_price = line->unit_price != TRAS_NULL ? line->unit_price : 0;
  put (self->orders, TRAS_RECORD (line)->id, order);
  add (self, plan, COMMITTED, plan->invests,
       line->promised_on != TRAS_DAY_NONE ? line->promised_on : plan->due_on, line->ordered_money);

  return TRUE;
}

static gint64
get_price (const Order *order)
{
  return (order->good * order->unit_price + UNIT / 2) / UNIT;
}

/* The parts of a line that comes in several make up the whole line, to the last cent. */
static gboolean
take_receipt (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasReceipt *receipt = record;
  Order *order = find (self->orders, receipt->line_id);
  gint64 before;

  if (order == NULL)
    return TRUE;

  before = get_price (order);
  order->good += receipt->good;
  add (self, order->plan, SPENT, order->plan->invests, receipt->received_on,
       get_price (order) - before);

  return TRUE;
}

static gboolean
take_session (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasTrainingSession *session = record;
  TrasDay day = (TrasDay) (session->starts_at / SECONDS_A_DAY);

  if (session->action_id == 0 || g_strcmp0 (session->state, "cancelled") == 0)
    return TRUE;

  add (self, find (self->plans, session->action_id),
       g_strcmp0 (session->state, "held") == 0 ? SPENT : COMMITTED, FALSE, day, session->cost);

  return TRUE;
}

static gboolean
take_vacancy (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasVacancy *vacancy = record;

  add (self, find (self->plans, vacancy->action_id), SPENT, FALSE,
       vacancy->closed_on != TRAS_DAY_NONE ? vacancy->closed_on : vacancy->opened_on,
       vacancy->cost);

  return TRUE;
}

static gboolean
read_rows (Loader  *self,
           TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) actions = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) needs = tras_query_new (TRAS_TYPE_ACTION_NEED);
  g_autoptr (TrasQuery) lines = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (TrasQuery) receipts = tras_query_new (TRAS_TYPE_RECEIPT);
  g_autoptr (TrasQuery) sessions = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (TrasQuery) vacancies = tras_query_new (TRAS_TYPE_VACANCY);

  tras_query_where_null (lines, "action_id", FALSE);
  tras_query_order (receipts, "received_on", FALSE);
  tras_query_where_null (vacancies, "action_id", FALSE);

  return tras_db_foreach (db, actions, take_action, self, error) &&
         tras_db_foreach (db, needs, take_need, self, error) &&
         tras_db_foreach (db, lines, take_line, self, error) &&
         tras_db_foreach (db, receipts, take_receipt, self, error) &&
         tras_db_foreach (db, sessions, take_session, self, error) &&
         tras_db_foreach (db, vacancies, take_vacancy, self, error);
}

/* ---- the rows ---- */

static gint64
get_size (const TrasMoneyRow *row)
{
  const TrasMoney *money = &row->money[TRAS_MONEY_ALL];

  return MAX (money->planned, money->committed + money->spent);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TrasMoneyRow *x = *(const TrasMoneyRow *const *) a;
  const TrasMoneyRow *y = *(const TrasMoneyRow *const *) b;
  gint64 sizes[] = { get_size (x), get_size (y) };

  if (x->month != y->month)
    return x->month < y->month ? -1 : 1;
  if (sizes[0] != sizes[1])
    return sizes[0] > sizes[1] ? -1 : 1;

  return x->id < y->id ? -1 : 1;
}

static void
finish (Loader *self)
{
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    {
      GPtrArray *rows = self->board->rows[i];

      for (guint j = rows->len; j > 0; j--)
        {
          const TrasMoney *money = &((TrasMoneyRow *) rows->pdata[j - 1])->money[TRAS_MONEY_ALL];

          if (money->planned == 0 && money->committed == 0 && money->spent == 0)
            g_ptr_array_remove_index_fast (rows, j - 1);
        }
      g_ptr_array_sort (rows, compare_rows);
    }
}

/**
 * tras_money_board_load:
 * @db: a connection
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Planned money falls on the month in which its action is due. Committed money falls on the month
 * in which goods are promised or a session begins. Spent money falls on the month in which goods
 * came, a session was held, or a vacancy was closed or, while it is not, opened; what was typed, on
 * that in which the action was closed, else in which it is due, at the latest on @day's (*ours*).
 * What is spent and committed for an action is what the file counts for it.
 *
 * Returns: (transfer full) (nullable): what plans take of money
 */
TrasMoneyBoard *
tras_money_board_load (TrasDb   *db,
                       TrasDay   day,
                       GError  **error)
{
  g_autoptr (TrasMoneyBoard) board = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  g_autoptr (GHashTable) plans = table_new (plan_free);
  g_autoptr (GHashTable) orders = table_new (g_free);
  Loader loader = { .day = day, .plans = plans, .orders = orders };
  gboolean done;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return NULL;

  board = g_atomic_rc_box_new0 (TrasMoneyBoard);
  board->firm = g_strdup (firm->name);
  board->currency = g_strdup (firm->currency);
  loader.board = board;
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    {
      board->rows[i] = g_ptr_array_new_with_free_func (row_free);
      loader.keys[i] = table_new (NULL);
    }
  done = read_rows (&loader, db, error);
  if (done)
    finish (&loader);
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    g_hash_table_unref (loader.keys[i]);

  return done ? g_steal_pointer (&board) : NULL;
}

/**
 * tras_money_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasMoneyBoard *
tras_money_board_ref (TrasMoneyBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasMoneyBoard *self = data;

  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_free (self->firm);
  g_free (self->currency);
}

/**
 * tras_money_board_unref:
 * @self: (transfer full): a board
 */
void
tras_money_board_unref (TrasMoneyBoard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_money_row_dup_name:
 * @self: a row
 * @grouping: what it stands for
 * @format: how months are written
 *
 * Returns: (transfer full): the goal, the area or the month, or that there is none
 */
char *
tras_money_row_dup_name (const TrasMoneyRow     *self,
                         TrasMoneyGrouping       grouping,
                         const TrasNumberFormat *format)
{
  int year, month, month_day;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (grouping != TRAS_MONEY_BY_MONTH)
    return g_strdup (self->name != NULL                ? self->name
                     : grouping == TRAS_MONEY_BY_GOAL ? _("For no goal")
                                                      : _("Of no area"));

  tras_day_split (self->month, &year, &month, &month_day);

  /* Translators: a month and a year: “Nov 2026” */
  return g_strdup_printf (_("%s %d"), format->months[month - 1], year);
}

/**
 * tras_money_get_left:
 * @self: amounts
 *
 * Returns: what is planned and neither committed nor spent; below 0 for what is too much
 */
gint64
tras_money_get_left (const TrasMoney *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->planned - self->committed - self->spent;
}

/**
 * tras_money_dup_words:
 * @self: amounts
 * @currency: the firm's currency
 * @format: how money is written
 *
 * Returns: (transfer full): the amounts in a sentence without its full stop
 */
char *
tras_money_dup_words (const TrasMoney        *self,
                      const char             *currency,
                      const TrasNumberFormat *format)
{
  g_autofree char *planned = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *spent = NULL;
  g_autofree char *over = NULL;
  gint64 left;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (currency != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  left = tras_money_get_left (self);
  planned = tras_number_format_money (format, self->planned, currency);
  committed = tras_number_format_money (format, self->committed, currency);
  spent = tras_number_format_money (format, self->spent, currency);
  over = tras_number_format_money (format, -left, currency);

  if (left < 0 && self->committed > 0)
    /* Translators: “Spent €900.00 and committed €200.00 of €1,000.00 planned: €100.00 too
     * much” */
    return g_strdup_printf (_("Spent %s and committed %s of %s planned: %s too much"), spent,
                            committed, planned, over);
  if (left < 0)
    return g_strdup_printf (_("Spent %s of %s planned: %s too much"), spent, planned, over);
  if (self->committed > 0)
    return g_strdup_printf (_("Spent %s and committed %s of %s planned"), spent, committed,
                            planned);

  /* Translators: the money of the actions listed: “Spent €1,200.00 of €3,400.00 planned” */
  return g_strdup_printf (_("Spent %s of %s planned"), spent, planned);
}
