/* tras-sample-ledger.c: a year in the life of the sample's items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each item lives through each day on its own: goods arrive, are sold, brought to the shop, counted
 * and ordered. Sales are written down in sums, always later than they happen, so that what is
 * written is never less than what is there.
 */

#include "config.h"

#include <math.h>

#include "tras-sample-ledger.h"
#include "tras-stock-cost.h"

#define SUNDAY 7
#define SELLING_DAYS 6

/* Items that sell this much a week are written down every second week, others every fourth. */
#define SELLS_OFTEN 8.0

/* The shop is filled for so many days. */
#define SHOP_DAYS 9

typedef struct
{
  const char *group;
  TrasDay begins;
  gboolean held;
  TrasDay from;
  TrasDay back;
  TrasDay due;
  gint64 received;
  gint64 at_once;
  gboolean counted;
} Shortage;

typedef struct
{
  const char *group;
  TrasDay on;
  gint64 quantity;
  gboolean refused;
} WriteOff;

typedef struct
{
  TrasSample *sample;
  const TrasSampleItem *item;
  guint index;
  TrasDay first;
  TrasSampleRandom random;
  TrasSampleRandom goods;

  double shop_share;
  int late_days;
  int slack;
  int reject_chance;
  int reject_share;
  int count_every;
  TrasDay counted_last;
  guint count_items;
  double count_off;
  int use_every;
  gint64 use;

  GArray *shortages;
  GArray *write_offs;
  GArray *pending;
  TrasSampleLedger *ledger;
  guint *n_orders;

  gint64 warehouse;
  gint64 shop;

  /* Of the warehouse, what is written down. */
  gint64 in_books;

  /* What happened since it was last written down. */
  gint64 brought;
  gint64 online;
  gint64 over_counter;
} Life;

static gint64
get_total (Life *life)
{
  return life->warehouse + life->shop;
}

static TrasDay
next_workday (TrasDay day)
{
  int weekday = tras_day_weekday (day);

  return weekday > 5 ? day + 8 - weekday : day;
}

static gint64
round_to_grain (Life   *life,
                double  quantity)
{
  return (gint64) floor (quantity / (double) life->item->grain + 0.5) * life->item->grain;
}

static TrasSampleMove *
add_move (Life       *life,
          TrasDay     day,
          const char *from,
          const char *to,
          const char *cause,
          gint64      quantity,
          const char *group)
{
  GArray *moves = life->ledger->moves;
  TrasSampleMove move = {
    .on = day,
    .item = life->index,
    .from = from,
    .to = to,
    .cause = cause,
    .quantity = quantity,
    .priced = g_str_equal (cause, "opening") || g_str_equal (cause, "purchase"),
    .group = group,
  };

  if (quantity <= 0)
    return NULL;

  if (g_str_equal (to, "warehouse"))
    life->in_books += quantity;
  if (g_str_equal (from, "warehouse"))
    life->in_books -= quantity;
  g_array_append_val (moves, move);

  return &g_array_index (moves, TrasSampleMove, moves->len - 1);
}

static void
write_down_online (Life       *life,
                   TrasDay     day,
                   const char *shortage)
{
  add_move (life, day, "warehouse", "customer", "order", life->online, shortage);
  life->online = 0;
}

static void
write_down_shop (Life       *life,
                 TrasDay     day,
                 const char *shortage)
{
  add_move (life, day, "warehouse", "shop", "move", life->brought, NULL);
  add_move (life, day, "shop", "customer", "order", life->over_counter, shortage);
  life->brought = life->over_counter = 0;
}

/* The last of the sales may be what begins a shortage. */
static void
write_down (Life       *life,
            TrasDay     day,
            const char *shortage)
{
  write_down_online (life, day, life->over_counter > 0 ? NULL : shortage);
  write_down_shop (life, day, shortage);
}

static void
receive (Life                  *life,
         TrasDay                day,
         gint64                 quantity,
         const TrasSampleOrder *order,
         gboolean               part)
{
  TrasSampleMove *move = add_move (life, day, "supplier", "warehouse", "purchase", quantity, NULL);

  if (move == NULL)
    return;
  move->order = order->number;
  move->part = part;
  life->warehouse += quantity;
}

static TrasSampleOrder
make_order (Life    *life,
            TrasDay  day,
            gint64   quantity)
{
  return (TrasSampleOrder) {
    .number = ++*life->n_orders,
    .item = life->index,
    .ordered = day,
    .promised = next_workday (day + life->item->lead_days + life->slack),
    .quantity = quantity,
  };
}

static void
order (Life    *life,
       TrasDay  day,
       gint64   quantity)
{
  double late = floor (tras_sample_random_next (&life->random) * (2 * life->late_days + 1));
  int lead = life->item->lead_days;
  TrasSampleOrder one;

  if (quantity <= 0)
    return;

  one = make_order (life, day, quantity);
  one.arrives = next_workday (day + MAX (1, lead - life->late_days + (int) late));
  g_array_append_val (life->pending, one);
}

/* What was not good goes back at once and is not replaced. */
static void
receive_all (Life            *life,
             TrasDay          day,
             TrasSampleOrder *one)
{
  gint64 rest = one->quantity - one->received;
  double most = (double) rest * life->reject_share / 100;

  if (tras_sample_random_next (&life->goods) * 100 < life->reject_chance)
    one->rejected = MIN (MAX (round_to_grain (life, most * tras_sample_random_next (&life->goods)),
                              life->item->grain),
                         rest / 4 / life->item->grain * life->item->grain);
  one->came = TRUE;
  one->arrives = day;
  receive (life, day, rest - one->rejected, one, FALSE);
  g_array_append_val (life->ledger->orders, *one);
}

static gint64
get_pending (Life *life)
{
  gint64 sum = 0;

  for (guint i = 0; i < life->pending->len; i++)
    sum += g_array_index (life->pending, TrasSampleOrder, i).quantity;

  return sum;
}

static void
order_if_low (Life    *life,
              TrasDay  day)
{
  const TrasSampleItem *item = life->item;

  order (life, day,
         tras_stock_reorder (get_total (life) + get_pending (life), item->reorder_at,
                             item->reorder_to, item->pack));
}

static void
receive_due (Life    *life,
             TrasDay  day)
{
  for (guint i = 0; i < life->pending->len;)
    {
      TrasSampleOrder *one = &g_array_index (life->pending, TrasSampleOrder, i);

      if (one->arrives > day)
        {
          i++;
          continue;
        }
      receive_all (life, day, one);
      g_array_remove_index (life->pending, i);
    }
}

/* What is sold in a day of this season, in thousandths. */
static double
get_pace (Life    *life,
          TrasDay  day)
{
  double percent = tras_sample_get_season (life->sample, life->item->season, day);

  return life->item->demand * percent * 10 / SELLING_DAYS;
}

/* Whether what is there and on its way goes as far as the day when nothing is to be left: from then
 * on nothing more is ordered. */
static gboolean
lasts_until (Life    *life,
             TrasDay  day,
             TrasDay  until)
{
  double days = (until - day) * SELLING_DAYS / 7.0;

  return day < until && (double) (get_total (life) + get_pending (life)) >= get_pace (life, day) *
                                                                              days;
}

/* The shortage that the day belongs to: from when the last that was ordered before it is sold. */
static Shortage *
find_shortage (Life    *life,
               TrasDay  day)
{
  for (guint i = 0; i < life->shortages->len; i++)
    {
      Shortage *shortage = &g_array_index (life->shortages, Shortage, i);

      shortage->held = shortage->held || day >= shortage->begins ||
                       lasts_until (life, day, shortage->from);
      if (shortage->held && (shortage->back == TRAS_DAY_NONE || day < shortage->back))
        return shortage;
    }

  return NULL;
}

/* Holds all that is on the way back until the shortage ends. What a customer will take at once must
 * be there first. */
static void
begin_shortage (Life     *life,
                Shortage *shortage,
                TrasDay   day)
{
  const TrasSampleItem *item = life->item;
  TrasDay arrives = shortage->back != TRAS_DAY_NONE ? shortage->back : shortage->due;

  if (get_total (life) < 2 * shortage->at_once)
    {
      TrasSampleOrder one = make_order (life, tras_sample_workday (day - item->lead_days),
                                        tras_stock_reorder (get_total (life), item->reorder_to,
                                                            item->reorder_to, item->pack));

      receive_all (life, day, &one);
    }

  if (life->pending->len == 0 || arrives == TRAS_DAY_NONE || shortage->received > 0)
    g_array_set_size (life->pending, 0);
  if (life->pending->len == 0 && arrives != TRAS_DAY_NONE)
    order (life, day, tras_stock_reorder (0, item->reorder_at, item->reorder_to, item->pack));
  for (guint i = 0; i < life->pending->len; i++)
    g_array_index (life->pending, TrasSampleOrder, i).arrives = arrives;
}

static void
receive_part (Life     *life,
              Shortage *shortage,
              TrasDay   day)
{
  TrasSampleOrder *one = &g_array_index (life->pending, TrasSampleOrder, 0);

  one->received = shortage->received;
  one->received_on = day;
  receive (life, day, shortage->received, one, TRUE);
}

/* Splits what was sold between shop and online shop; each gives what the other lacks. */
static void
sell (Life   *life,
      gint64  quantity)
{
  gint64 grain = life->item->grain;
  double share = (double) (quantity / grain) * life->shop_share;
  gint64 here = (gint64) floor (share + tras_sample_random_next (&life->random)) * grain;

  here = CLAMP (here, quantity - life->warehouse, life->shop);
  life->shop -= here;
  life->over_counter += here;
  life->warehouse -= quantity - here;
  life->online += quantity - here;
}

static void
sell_usual (Life    *life,
            TrasDay  day)
{
  gint64 grain = life->item->grain;
  gint64 grains = tras_sample_random_count (&life->random, get_pace (life, day) / (double) grain);

  sell (life, MIN (grains * grain, get_total (life) - grain));
}

/* Sells evenly what is left, so that something is there until the last day. */
static void
sell_out (Life     *life,
          Shortage *shortage,
          TrasDay   day)
{
  gint64 grain = life->item->grain;
  gint64 left = get_total (life);
  gint64 days = 0;

  if (day == shortage->from)
    {
      if (shortage->counted)
        {
          write_down (life, day, NULL);
          add_move (life, day, "warehouse", "adjust", "count", life->warehouse,
                    life->shop > 0 ? NULL : shortage->group);
          add_move (life, day, "shop", "adjust", "count", life->shop, shortage->group);
          life->warehouse = life->shop = 0;
        }
      else
        {
          sell (life, left);
          write_down (life, day, shortage->group);
        }
      return;
    }

  for (TrasDay next = day; next <= shortage->from; next++)
    days += tras_day_weekday (next) != SUNDAY;
  left -= MAX (shortage->at_once, grain * days);
  if (left > 0)
    sell (life, round_to_grain (life, (double) left / (double) days));
  else if (get_total (life) > grain * days)
    sell (life, grain);
}

static void
fill_shop (Life *life)
{
  double days = life->shop_share * life->item->demand * 1000 * SHOP_DAYS / SELLING_DAYS;
  gint64 wanted = MAX (round_to_grain (life, days), life->item->grain) - life->shop;
  gint64 taken = CLAMP (wanted, 0, life->warehouse);

  life->shop += taken;
  life->warehouse -= taken;
  life->brought += taken;
}

static void
write_off (Life    *life,
           TrasDay  day)
{
  for (guint i = 0; i < life->write_offs->len; i++)
    {
      WriteOff *one = &g_array_index (life->write_offs, WriteOff, i);
      gint64 there = MIN (life->warehouse, get_total (life) - life->item->grain);

      if (one->on != day)
        continue;
      if (one->refused)
        {
          add_move (life, day, "supplier", "reject", "purchase", one->quantity, one->group);
          continue;
        }
      there = CLAMP (there, 0, one->quantity);
      add_move (life, day, "warehouse", "scrap", "scrap", there, one->group);
      life->warehouse -= there;
    }
}

/* Counts a quarter of the items in turn; few are off, and mostly something is missing. */
static void
count (Life    *life,
       TrasDay  day,
       guint    n_items)
{
  guint round = (guint) (day - life->first) / (guint) life->count_every;
  guint place = (life->index + n_items - round * life->count_items % n_items) % n_items;
  double off = tras_sample_random_next (&life->random);
  double much = tras_sample_random_next (&life->random) * (double) life->warehouse * 0.06;
  gint64 difference = MAX (round_to_grain (life, much), life->item->grain);
  TrasSampleCounted line = { .on = day, .item = life->index };
  TrasSampleMove *move = NULL;

  if (place >= life->count_items || day > life->counted_last)
    return;
  if (off >= life->count_off || (off >= life->count_off / 3 && life->warehouse <= difference))
    difference = 0;
  else if (off >= life->count_off / 3)
    difference = -difference;

  if (difference != 0)
    write_down (life, day, NULL);
  line.expected = life->in_books;
  line.counted = line.expected + difference;
  g_array_append_val (life->ledger->counted, line);
  if (difference > 0)
    move = add_move (life, day, "adjust", "warehouse", "count", difference, NULL);
  else if (difference < 0)
    move = add_move (life, day, "warehouse", "adjust", "count", -difference, NULL);
  if (move != NULL)
    move->count = life->ledger->counted->len;
  life->warehouse += difference;
}

/* On its days, what went online and what went over the counter are written down in turn. */
static void
write_down_in_turn (Life    *life,
                    TrasDay  day)
{
  guint weeks = life->item->demand >= SELLS_OFTEN ? 2 : 4;
  guint week = (guint) (day - life->first) / 7 + life->index / SELLING_DAYS;

  if ((guint) tras_day_weekday (day) != 1 + life->index % SELLING_DAYS || week % weeks != 0)
    return;
  if (week / weeks % 2 == 0)
    write_down_online (life, day, NULL);
  else
    write_down_shop (life, day, NULL);
}

static void
live_day (Life    *life,
          TrasDay  day,
          guint    n_items)
{
  Shortage *shortage = find_shortage (life, day);
  int weekday = tras_day_weekday (day);

  receive_due (life, day);
  if (weekday == SUNDAY)
    return;

  if (shortage != NULL && day == shortage->begins)
    begin_shortage (life, shortage, day);
  if (shortage != NULL && shortage->received > 0 && day == tras_sample_workday (shortage->from - 3))
    receive_part (life, shortage, day);

  write_off (life, day);
  if (life->use > 0 && (day - life->first) % life->use_every == 0 &&
      life->warehouse > life->use + 10 * life->item->grain)
    {
      add_move (life, day, "warehouse", "use", "use", life->use, NULL);
      life->warehouse -= life->use;
    }

  if (shortage == NULL)
    sell_usual (life, day);
  else if (day <= shortage->from)
    sell_out (life, shortage, day);

  if (weekday == 1 + (int) (life->index % 5))
    fill_shop (life);
  if (shortage == NULL && (day - life->first) % life->count_every == 0)
    count (life, day, n_items);
  /* Nobody has ordered yet today. */
  if (shortage == NULL && (weekday == 1 || weekday == 4) && day < life->sample->today)
    order_if_low (life, day);
  write_down_in_turn (life, day);
}

static gboolean
is_about (TrasSample *sample,
          const char *group,
          const char *item)
{
  g_autofree char *value = tras_sample_dup_text (sample, group, "item");

  return g_strcmp0 (value, item) == 0;
}

/* What lies elsewhere is for own use, and stays there. */
static void
fill_shelves (Life *life)
{
  g_autoptr(GPtrArray) shelves = tras_sample_list_groups (life->sample, "shelf");

  for (guint i = 0; i < shelves->len; i++)
    {
      const char *group = shelves->pdata[i];
      g_autofree char *place = tras_sample_dup_text (life->sample, group, "location");

      if (is_about (life->sample, group, life->item->key))
        add_move (life, life->first, "adjust", g_intern_string (place), "opening",
                  tras_sample_get_int (life->sample, group, "quantity") * 1000, NULL);
    }
}

static void
open_stock (Life *life)
{
  gint64 all = life->item->reorder_to;

  life->warehouse = all;
  fill_shop (life);
  life->brought = 0;
  add_move (life, life->first, "adjust", "warehouse", "opening", life->warehouse, NULL);
  add_move (life, life->first, "adjust", "shop", "opening", life->shop, NULL);
  fill_shelves (life);
}

static void
load_shortage (Life       *life,
               const char *group)
{
  TrasSample *sample = life->sample;
  Shortage one = {
    .group = g_intern_string (group),
    .from = tras_sample_get_day (sample, group, "from"),
    .back = TRAS_DAY_NONE,
    .due = tras_sample_get_day (sample, group, "due"),
    .received = tras_sample_get_int (sample, group, "received") * 1000,
    .at_once = tras_sample_get_int (sample, group, "at_once") * 1000,
    .counted = tras_sample_has (sample, group, "counted"),
  };

  one.begins = tras_sample_workday (one.from - CLAMP (life->item->lead_days, 7, 21));
  if (tras_sample_has (sample, group, "days"))
    one.back = next_workday (one.from + (TrasDay) tras_sample_get_int (sample, group, "days"));
  if (one.due != TRAS_DAY_NONE)
    one.due = next_workday (MAX (one.due, sample->today + 1));
  g_array_append_val (life->shortages, one);
}

static void
load_write_off (Life       *life,
                const char *group)
{
  g_autofree char *to = tras_sample_dup_text (life->sample, group, "to");
  WriteOff one = {
    .group = g_intern_string (group),
    .on = tras_sample_get_day (life->sample, group, "day"),
    .quantity = tras_sample_get_int (life->sample, group, "quantity") * 1000,
    .refused = g_strcmp0 (to, "reject") == 0,
  };

  g_array_append_val (life->write_offs, one);
}

static void
load_events (Life *life)
{
  g_autoptr(GPtrArray) shortages = tras_sample_list_groups (life->sample, "stockout");
  g_autoptr(GPtrArray) running_out = tras_sample_list_groups (life->sample, "running_out");
  g_autoptr(GPtrArray) write_offs = tras_sample_list_groups (life->sample, "writeoff");

  for (guint i = 0; i < shortages->len; i++)
    {
      if (is_about (life->sample, shortages->pdata[i], life->item->key))
        load_shortage (life, shortages->pdata[i]);
    }
  for (guint i = 0; i < running_out->len; i++)
    {
      if (is_about (life->sample, running_out->pdata[i], life->item->key))
        load_shortage (life, running_out->pdata[i]);
    }
  for (guint i = 0; i < write_offs->len; i++)
    {
      if (is_about (life->sample, write_offs->pdata[i], life->item->key))
        load_write_off (life, write_offs->pdata[i]);
    }
}

static void
live (Life  *life,
      guint  n_items)
{
  TrasSample *sample = life->sample;
  TrasDay days = (TrasDay) tras_sample_get_int (sample, "movements", "days");
  g_autofree char *goods = g_strconcat (life->item->key, ".goods", NULL);

  life->first = tras_sample_workday (sample->today - days);
  life->shop_share = (double) tras_sample_get_int (sample, "movements", "shop_percent") / 100;
  life->late_days = (int) tras_sample_get_int (sample, "movements", "late_days");
  life->slack = (int) tras_sample_get_int (sample, life->item->supplier, "slack_days");
  life->reject_chance = (int) tras_sample_get_int (sample, life->item->supplier, "reject_percent");
  life->reject_share = (int) tras_sample_get_int (sample, "movements", "reject_share");
  life->counted_last = sample->today - (TrasDay) tras_sample_get_int (sample, "movements",
                                                                      "uncounted_days");
  life->count_every = (int) tras_sample_get_int (sample, "movements", "count_every");
  life->count_items = (guint) tras_sample_get_int (sample, "movements", "count_items");
  life->count_off = (double) tras_sample_get_int (sample, "movements", "count_off_percent") / 100;
  if (is_about (sample, "own_use", life->item->key))
    {
      life->use = tras_sample_get_int (sample, "own_use", "grams");
      life->use_every = (int) tras_sample_get_int (sample, "own_use", "every");
    }
  tras_sample_random_init (&life->random, life->item->key);
  tras_sample_random_init (&life->goods, goods);
  load_events (life);

  open_stock (life);
  for (TrasDay day = life->first + 1; day <= sample->today; day++)
    live_day (life, day, n_items);
  write_down (life, sample->today - (tras_day_weekday (sample->today) == SUNDAY), NULL);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  return ((const TrasSampleMove *) a)->on - ((const TrasSampleMove *) b)->on;
}

/**
 * tras_sample_ledger_run:
 * @self: (out caller-allocates): what happened
 * @sample: a sample
 * @items: (element-type TrasSampleItem): the items
 *
 * Lives through a year of all items.
 */
void
tras_sample_ledger_run (TrasSampleLedger *self,
                        TrasSample       *sample,
                        GPtrArray        *items)
{
  guint n_orders = 0;

  self->moves = g_array_new (FALSE, FALSE, sizeof (TrasSampleMove));
  self->orders = g_array_new (FALSE, FALSE, sizeof (TrasSampleOrder));
  self->counted = g_array_new (FALSE, FALSE, sizeof (TrasSampleCounted));
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr(GArray) shortages = g_array_new (FALSE, FALSE, sizeof (Shortage));
      g_autoptr(GArray) write_offs = g_array_new (FALSE, FALSE, sizeof (WriteOff));
      g_autoptr(GArray) pending = g_array_new (FALSE, FALSE, sizeof (TrasSampleOrder));
      Life life = {
        .sample = sample,
        .item = items->pdata[i],
        .index = i,
        .shortages = shortages,
        .write_offs = write_offs,
        .pending = pending,
        .ledger = self,
        .n_orders = &n_orders,
      };

      live (&life, items->len);
      g_array_append_vals (self->orders, pending->data, pending->len);
    }
  /* A merge sort: what happens on one day stays in its order. */
  g_array_sort (self->moves, compare_moves);
}

/**
 * tras_sample_ledger_clear:
 * @self: what happened
 */
void
tras_sample_ledger_clear (TrasSampleLedger *self)
{
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->orders, g_array_unref);
  g_clear_pointer (&self->counted, g_array_unref);
}
