/* tras-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A feed is a fraction, or a numerator alone. Each of the two is a query whose rows say from which
 * day to which day something was so, and how much of it; what falls into a period is added up here.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-db-private.h"
#include "tras-feed.h"

#define DAY_SECONDS (24 * 60 * 60)

/* How a row counts in a period: by the days that they have in common, by the share that these are
 * of all its days, if the period's last day is one of its days, or if its first day is in it. */
typedef enum
{
  COUNT_DAYS,
  COUNT_SHARE,
  COUNT_LAST_DAY,
  COUNT_FIRST_DAY,
} Count;

/* The days of a row: both ends are instants; it begins behind the first day; it ends before the
 * last one. */
typedef enum
{
  DAYS_PLAIN = 0,
  DAYS_INSTANTS = 1 << 0,
  DAYS_BEHIND = 1 << 1,
  DAYS_BEFORE = 1 << 2,
} Days;

/* Rows of from, to and how much; to is NULL where there is no end yet. */
typedef struct
{
  const char *sql;
  Count count;
  Days days;
} Query;

typedef struct
{
  TrasFeed feed;
  Query num;       /* without SQL where it is replayed */
  Query den;       /* without SQL where the feed is no fraction */
  double factor;
  gboolean mean;   /* whether the denominator is divided by the days that it was counted on */
  int months;      /* of how many months up to the period's end, 0 for the period itself */
  const char *const *tables;
} Source;

static const char *const people_tables[] = { "person", NULL };
static const char *const absence_tables[] = { "absence", "absence_kind", "area", "holiday",
                                              "person", "post", "role", NULL };
static const char *const hiring_tables[] = { "candidate", "vacancy", NULL };
static const char *const training_tables[] = { "person", "training_seat", "training_session",
                                               NULL };
static const char *const service_tables[] = { "service_rating", NULL };
static const char *const area_service_tables[] = { "area", "service", "service_rating", NULL };
static const char *const skill_tables[] = { "person", "post", "role_skill", "skill_mark", NULL };
static const char *const certificate_tables[] = { "person", "skill_mark", NULL };
static const char *const training_cost_tables[] = { "firm", "person", "post", "training_seat",
                                                    "training_session", NULL };
static const char *const stock_tables[] = { "item", "movement", NULL };
static const char *const ledger_tables[] = { "firm", "location", "movement", NULL };
static const char *const count_tables[] = { "count_line", "location", "movement", "stock_count",
                                            NULL };
static const char *const receipt_tables[] = { "receipt", NULL };
static const char *const supply_tables[] = { "purchase", "purchase_line", "receipt", NULL };
static const char *const action_tables[] = { "action", NULL };
static const char *const deviation_tables[] = { "deviation", NULL };
static const char *const survey_tables[] = { "survey", NULL };
static const char *const sale_tables[] = { "sale", NULL };
static const char *const sale_line_tables[] = { "sale", "sale_line", NULL };
static const char *const money_tables[] = { "firm", "sale", NULL };
static const char *const ticket_tables[] = { "ticket", NULL };
static const char *const ticket_time_tables[] = { "firm", "ticket", "ticket_step", NULL };
static const char *const ticket_sale_tables[] = { "sale", "ticket", NULL };
static const char *const area_ticket_tables[] = { "area", "ticket", "ticket_step", NULL };

/* Answers to some questions of a kind of survey, on the day it was closed, where there are as many
 * as it shows. */
#define ANSWERS(amount, kind, questions)                                                           \
  "SELECT s.closed_on, s.closed_on, " amount " FROM survey s "                                     \
  "JOIN (SELECT survey_id, count (*) AS n FROM survey_answer "                                     \
  "WHERE question = 1 AND value IS NOT NULL GROUP BY survey_id) c ON c.survey_id = s.id "          \
  "JOIN survey_answer a ON a.survey_id = s.id "                                                    \
  "WHERE s.kind = '" kind "' AND s.closed_on IS NOT NULL AND c.n >= s.least "                      \
  "AND a.value IS NOT NULL AND a.question " questions

/* Lines that were promised. */
#define SUPPLIED                                                                                   \
  "SELECT l.promised_on, l.promised_on, 1.0 FROM purchase_line l "                                 \
  "JOIN purchase p ON p.id = l.purchase_id "                                                       \
  "WHERE p.state IN ('sent', 'closed') AND l.promised_on IS NOT NULL "

/* An area and the areas below it. */
#define PARTS                                                                                      \
  "WITH RECURSIVE part (id) AS (SELECT CAST ($1 AS BIGINT) "                                       \
  "UNION SELECT a.id FROM area a JOIN part p ON a.parent_id = p.id) "

/* Ratings of what an area and the areas below it give. */
#define GIVEN(amount)                                                                              \
  PARTS                                                                                            \
  "SELECT r.period_on, r.period_on, " amount " FROM service_rating r "                             \
  "JOIN service s ON s.id = r.service_id WHERE s.giver_id IN (SELECT id FROM part)"

/* Internal tickets that an area and the areas below it resolved, and the days that were theirs. */
#define SERVED(amount)                                                                             \
  PARTS                                                                                            \
  "SELECT closed_at, closed_at, " amount " FROM ticket_view WHERE kind = 'internal' "              \
  "AND closed_at IS NOT NULL AND area_id IN (SELECT id FROM part)"

#define HEADS "SELECT hired_on, left_on, 1.0 FROM person"

static const Source sources[] = {
  {
    .feed = { "staff.absence", N_("Absence rate"),
              N_("Lost working minutes of the kinds of absence that count, in percent of the "
                 "minutes contracted in all posts. Work is from Monday to Friday without the "
                 "holidays; the minutes of an absence are spread evenly over its working days."),
              N_("%"), "down", "ratio", 1, TRUE },
    .tables = absence_tables,
  },
  {
    .feed = { "staff.turnover", N_("Staff turnover"),
              N_("People who resigned, were dismissed, retired or died in the twelve months up to "
                 "the period's end, in percent of the mean daily headcount of these months. Ended "
                 "contracts do not count."),
              N_("%"), "down", "last", 1 },
    .num = { "SELECT left_on, left_on, 1.0 FROM person "
             "WHERE left_why IN ('resigned', 'dismissed', 'retired', 'death')", COUNT_FIRST_DAY },
    .den = { HEADS, COUNT_DAYS },
    .factor = 100,
    .mean = TRUE,
    .months = 12,
    .tables = people_tables,
  },
  {
    .feed = { "staff.turnover-voluntary", N_("Voluntary turnover"),
              N_("People who resigned in the twelve months up to the period's end, in percent of "
                 "the mean daily headcount of these months."),
              N_("%"), "down", "last", 1 },
    .num = { "SELECT left_on, left_on, 1.0 FROM person WHERE left_why = 'resigned'",
             COUNT_FIRST_DAY },
    .den = { HEADS, COUNT_DAYS },
    .factor = 100,
    .mean = TRUE,
    .months = 12,
    .tables = people_tables,
  },
  {
    .feed = { "staff.heads", N_("Headcount"),
              N_("People who have been hired and have not left on the period's last day."),
              N_("people"), "neither", "last", 0 },
    .num = { HEADS, COUNT_LAST_DAY },
    .tables = people_tables,
  },
  {
    .feed = { "staff.training", N_("Training hours a head"),
              N_("Hours that people attended in training sessions that were held, divided by the "
                 "mean daily headcount of the period."),
              N_("h"), "up", "sum", 1 },
    .num = { "SELECT s.starts_at, s.starts_at, coalesce (t.minutes, s.minutes) / 60.0 "
             "FROM training_seat t JOIN training_session s ON s.id = t.session_id "
             "WHERE t.state = 'present' AND s.state = 'held'", COUNT_FIRST_DAY, DAYS_INSTANTS },
    .den = { HEADS, COUNT_DAYS },
    .factor = 1,
    .mean = TRUE,
    .tables = training_tables,
  },
  {
    .feed = { "staff.training-cost", N_("Training cost a head"),
              N_("What training sessions that were held cost, and the working time of those who "
                 "were there at what an hour of their posts costs, divided by the mean daily "
                 "headcount of the period. Where the firm names who sees what an hour costs, "
                 "periods with the paid time of fewer than five people have no value."),
              NULL, "neither", "sum", 0, TRUE },
    .tables = training_cost_tables,
  },
  {
    .feed = { "staff.time-to-fill", N_("Time to fill"),
              N_("Days from the day a vacancy was opened to the day somebody was hired for a seat "
                 "of it (they agreed, or were there already), for the seats that were filled in "
                 "the period: the mean."),
              N_("days"), "down", "ratio", 0, TRUE },
    .tables = hiring_tables,
  },
  {
    .feed = { "staff.cover", N_("Skill cover"),
              N_("Levels of skill that people hold on the period's last day, in percent of the "
                 "levels that their roles need. More than is needed counts as what is needed; what "
                 "has expired counts as nothing. What roles need is what they need now."),
              N_("%"), "up", "last", 1, TRUE },
    .factor = 100,
    .tables = skill_tables,
  },
  {
    .feed = { "staff.expired", N_("Expired certificates"),
              N_("Certificates of people who are here on the period's last day that had expired "
                 "by then and were not renewed."),
              N_("certificates"), "down", "last", 0, TRUE },
    .tables = certificate_tables,
  },
  {
    .feed = { "staff.service-rating", N_("Rating of services between areas"),
              N_("Scores from 1 to 5 that areas gave, for months that begin in the period, to the "
                 "services that they get from other areas: the mean. Each rating counts once; "
                 "months that nobody rated do not count."),
              N_("points"), "up", "ratio", 1 },
    .num = { "SELECT period_on, period_on, score FROM service_rating", COUNT_FIRST_DAY },
    .den = { "SELECT period_on, period_on, 1.0 FROM service_rating", COUNT_FIRST_DAY },
    .factor = 1,
    .tables = service_tables,
  },
  {
    .feed = { "staff.service-given", N_("Rating of the area’s services"),
              N_("Scores from 1 to 5 that were given, for months that begin in the period, to the "
                 "services of the indicator’s area and of the areas below it: the mean. Each "
                 "rating counts once; months that nobody rated do not count."),
              N_("points"), "up", "ratio", 1, .by_area = TRUE },
    .num = { GIVEN ("r.score"), COUNT_FIRST_DAY },
    .den = { GIVEN ("1.0"), COUNT_FIRST_DAY },
    .factor = 1,
    .tables = area_service_tables,
  },
  {
    .feed = { "staff.enps", N_("Recommendation (eNPS)"),
              N_("Of the answers from 0 to 10 to whether people would recommend working here, in "
                 "the surveys of that kind that were closed in the period: percent of 9 and 10 "
                 "less percent of 0 to 6. A survey with fewer answers than are shown does not "
                 "count."),
              N_("points"), "up", "ratio", 0 },
    .num = { ANSWERS ("CASE WHEN a.value >= 9 THEN 1.0 WHEN a.value <= 6 THEN -1.0 ELSE 0.0 END",
                      "enps", "= 1"), COUNT_FIRST_DAY },
    .den = { ANSWERS ("1.0", "enps", "= 1"), COUNT_FIRST_DAY },
    .factor = 100,
    .tables = survey_tables,
  },
  {
    .feed = { "staff.satisfaction", N_("Satisfaction"),
              N_("Mean of all answers from 1 to 5 in the satisfaction surveys that were closed in "
                 "the period. A survey with fewer answers than are shown does not count."),
              N_("of 5"), "up", "ratio", 1 },
    .num = { ANSWERS ("CAST (a.value AS DOUBLE PRECISION)", "satisfaction", ">= 1"),
             COUNT_FIRST_DAY },
    .den = { ANSWERS ("1.0", "satisfaction", ">= 1"), COUNT_FIRST_DAY },
    .factor = 1,
    .tables = survey_tables,
  },
  {
    .feed = { "stock.stockout", N_("Stock-out rate"),
              N_("Days on whose evening an item was out, in percent of the days on which items "
                 "were kept in stock. An item counts from its first movement on; items that are "
                 "out of use or not kept in stock do not count."),
              N_("%"), "down", "ratio", 1 },
    .num = { "SELECT o.from_at, o.to_at, 1.0 FROM stockout o JOIN item i ON i.id = o.item_id "
             "WHERE i.stocked = 1 AND i.active = 1", COUNT_DAYS, DAYS_INSTANTS | DAYS_BEFORE },
    .den = { "SELECT min (m.moved_on), NULL, 1.0 FROM movement m JOIN item i ON i.id = m.item_id "
             "WHERE i.stocked = 1 AND i.active = 1 GROUP BY m.item_id", COUNT_DAYS },
    .factor = 100,
    .tables = stock_tables,
  },
  {
    .feed = { "stock.accuracy", N_("Count accuracy"),
              N_("Counted items whose quantity was within 1 % (class A), 3 % (B) or 5 % (C) of "
                 "what was expected, in percent of all items counted in the period. The classes "
                 "are those of the day of the count: A makes 80 %, B the next 15 % of what was "
                 "used in the year before, at average cost. Counts that are not posted do not "
                 "count."),
              N_("%"), "up", "ratio", 1, TRUE },
    .factor = 100,
    .tables = count_tables,
  },
  {
    .feed = { "stock.value", N_("Stock value"),
              N_("What is on hand in all places inside on the evening of the period's last day, at "
                 "average cost. Movements that were reversed do not count."),
              NULL, "neither", "last", 0, TRUE },
    .tables = ledger_tables,
  },
  {
    .feed = { "stock.days", N_("Days of stock"),
              N_("For how many days the stock of the evening of the period's last day would last: "
                 "its value over what went to customers and own use a day in the 91 days before, "
                 "both at average cost. Periods before anything is used have none."),
              N_("days"), "neither", "last", 0, TRUE },
    .tables = ledger_tables,
  },
  {
    .feed = { "stock.rejected", N_("Rejected goods"),
              N_("Quantity rejected when goods were received, in percent of all that was received "
                 "in the period."),
              N_("%"), "down", "ratio", 1 },
    .num = { "SELECT received_on, received_on, rejected FROM receipt", COUNT_FIRST_DAY },
    .den = { "SELECT received_on, received_on, good + rejected FROM receipt", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = receipt_tables,
  },
  {
    .feed = { "stock.on-time", N_("Suppliers on time in full"),
              N_("Lines of orders to suppliers of which all came, good, by the day it was promised "
                 "for, in percent of the lines promised for a day of the period. Drafts and "
                 "cancelled orders do not count."),
              N_("%"), "up", "ratio", 1 },
    .num = { SUPPLIED "AND (SELECT sum (r.good) FROM receipt r WHERE r.line_id = l.id "
             "AND r.received_on <= l.promised_on) >= l.quantity", COUNT_FIRST_DAY },
    .den = { SUPPLIED, COUNT_FIRST_DAY },
    .factor = 100,
    .tables = supply_tables,
  },
  {
    .feed = { "plans.late", N_("Late actions"),
              N_("Actions that were neither done nor dropped on the period's last day, and due "
                 "before it by the due date that they have now."),
              N_("actions"), "down", "last", 0 },
    .num = { "SELECT due_on, closed_on, 1.0 FROM action", COUNT_LAST_DAY,
             DAYS_BEHIND | DAYS_BEFORE },
    .tables = action_tables,
  },
  {
    .feed = { "quality.deviations", N_("Open deviations"),
              N_("Deviations that were opened and not closed by the period's last day, risks "
                 "among them."),
              N_("deviations"), "down", "last", 0 },
    .num = { "SELECT opened_on, CASE WHEN state = 'closed' THEN closed_on END, 1.0 FROM deviation",
             COUNT_LAST_DAY, DAYS_BEFORE },
    .tables = deviation_tables,
  },
  {
    .feed = { "sales.late", N_("Orders late"),
              N_("Customers' orders that were promised for a day before the period's last one and "
                 "had not been shipped by then. Drafts and cancelled orders do not count."),
              N_("orders"), "down", "last", 0 },
    .num = { "SELECT promised_on, CASE WHEN state = 'closed' THEN coalesce (shipped_on, "
             "promised_on) ELSE shipped_on END, 1.0 FROM sale "
             "WHERE promised_on IS NOT NULL AND state IN ('open', 'closed')", COUNT_LAST_DAY,
             DAYS_BEHIND | DAYS_BEFORE },
    .tables = sale_tables,
  },
  {
    .feed = { "sales.on-time", N_("Orders shipped on time"),
              N_("Customers' orders shipped by the day they were promised for, in percent of those "
                 "promised for a day of the period. Drafts and cancelled orders do not count."),
              N_("%"), "up", "ratio", 1 },
    .num = { "SELECT promised_on, promised_on, 1.0 FROM sale "
             "WHERE shipped_on <= promised_on AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .den = { "SELECT promised_on, promised_on, 1.0 FROM sale "
             "WHERE promised_on IS NOT NULL AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = sale_tables,
  },
  {
    .feed = { "sales.otif", N_("Orders on time in full"),
              N_("Customers' orders shipped whole by the day they were promised for, in percent of "
                 "those promised for a day of the period. Drafts and cancelled orders do not "
                 "count."),
              N_("%"), "up", "ratio", 1 },
    .num = { "SELECT s.promised_on, s.promised_on, 1.0 FROM sale s "
             "WHERE s.shipped_on <= s.promised_on AND s.state IN ('open', 'closed') "
             "AND NOT EXISTS (SELECT 1 FROM sale_line l "
             "WHERE l.sale_id = s.id AND l.shipped < l.quantity)", COUNT_FIRST_DAY },
    .den = { "SELECT promised_on, promised_on, 1.0 FROM sale "
             "WHERE promised_on IS NOT NULL AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = sale_line_tables,
  },
  {
    .feed = { "sales.orders", N_("Orders taken"),
              N_("Customers' orders that were taken in the period, those that were cancelled later "
                 "among them. Drafts do not count."),
              N_("orders"), "up", "sum", 0 },
    .num = { "SELECT taken_on, taken_on, 1.0 FROM sale WHERE state <> 'draft'", COUNT_FIRST_DAY },
    .tables = sale_tables,
  },
  {
    .feed = { "sales.days-to-ship", N_("Days to ship"),
              N_("Days from the day an order was taken to the day it was shipped, for the orders "
                 "that were taken in the period and have been shipped: the median."),
              N_("days"), "down", "last", 1, TRUE },
    .tables = sale_tables,
  },
  {
    .feed = { "sales.late-share", N_("Orders shipped late"),
              N_("Customers' orders that were shipped after the day they were promised for, in "
                 "percent of those that were taken in the period and have been shipped."),
              N_("%"), "down", "ratio", 1 },
    .num = { "SELECT taken_on, taken_on, 1.0 FROM sale "
             "WHERE shipped_on > promised_on AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .den = { "SELECT taken_on, taken_on, 1.0 FROM sale "
             "WHERE shipped_on IS NOT NULL AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = sale_tables,
  },
  {
    .feed = { "sales.picked-late", N_("Orders picked late"),
              N_("Customers' orders that were not picked by the day they were promised for, in "
                 "percent of those promised for a day of the period. Who ships has picked."),
              N_("%"), "down", "ratio", 1, TRUE },
    .factor = 100,
    .tables = sale_tables,
  },
  {
    .feed = { "sales.wrong-bills", N_("Wrong bills"),
              N_("Bills in which something was wrong, in percent of all bills of the period."),
              N_("%"), "down", "ratio", 1 },
    .num = { "SELECT billed_on, billed_on, 1.0 FROM sale WHERE length (trim (bill_error)) > 0 "
             "AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .den = { "SELECT billed_on, billed_on, 1.0 FROM sale WHERE state IN ('open', 'closed')",
             COUNT_FIRST_DAY },
    .factor = 100,
    .tables = sale_tables,
  },
  {
    .feed = { "sales.paid-late", N_("Bills paid late"),
              N_("Bills that were not paid by the day they were due, in percent of those due on a "
                 "day of the period."),
              N_("%"), "down", "ratio", 1 },
    .num = { "SELECT due_on, due_on, 1.0 FROM sale WHERE billed_on IS NOT NULL "
             "AND (paid_on IS NULL OR paid_on > due_on) AND state IN ('open', 'closed')",
             COUNT_FIRST_DAY },
    .den = { "SELECT due_on, due_on, 1.0 FROM sale WHERE billed_on IS NOT NULL "
             "AND state IN ('open', 'closed')", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = sale_tables,
  },
  {
    .feed = { "sales.overdue", N_("Money overdue"),
              N_("What was billed, due before the end of the period's last day and not paid by "
                 "then."),
              NULL, "down", "last", 0, TRUE },
    .tables = money_tables,
  },
  {
    .feed = { "tickets.backlog", N_("Ticket backlog"),
              N_("Tickets that were opened and not closed by the end of the period."),
              N_("tickets"), "down", "last", 0 },
    .num = { "SELECT opened_at, closed_at, 1.0 FROM ticket", COUNT_LAST_DAY,
             DAYS_INSTANTS | DAYS_BEFORE },
    .tables = ticket_tables,
  },
  {
    .feed = { "tickets.complaints", N_("Complaints"),
              N_("Tickets of the kind complaint that were opened in the period."),
              N_("complaints"), "down", "sum", 0 },
    .num = { "SELECT opened_at, opened_at, 1.0 FROM ticket WHERE kind = 'complaint'",
             COUNT_FIRST_DAY, DAYS_INSTANTS },
    .tables = ticket_tables,
  },
  {
    .feed = { "tickets.complaint-rate", N_("Complaints per hundred orders"),
              N_("Complaints that were opened in the period, per hundred orders of customers that "
                 "were taken in it. Drafts do not count."),
              N_("per 100"), "down", "ratio", 1 },
    .num = { "SELECT opened_at, opened_at, 1.0 FROM ticket WHERE kind = 'complaint'",
             COUNT_FIRST_DAY, DAYS_INSTANTS },
    .den = { "SELECT taken_on, taken_on, 1.0 FROM sale WHERE state <> 'draft'", COUNT_FIRST_DAY },
    .factor = 100,
    .tables = ticket_sale_tables,
  },
  {
    .feed = { "tickets.resolve-median", N_("Days to resolve a ticket"),
              N_("Days from the moment a ticket was opened to the moment it was closed, without "
                 "the time that was the customer’s, for the tickets that were closed in the "
                 "period: the median."),
              N_("days"), "down", "last", 1, TRUE },
    .tables = ticket_time_tables,
  },
  {
    .feed = { "tickets.resolve-p90", N_("Days to resolve nine of ten tickets"),
              N_("Within how many days, without the time that was the customer’s, nine of ten of "
                 "the tickets were resolved that were closed in the period: the 90th percentile."),
              N_("days"), "down", "last", 1, TRUE },
    .tables = ticket_time_tables,
  },
  {
    .feed = { "tickets.cost", N_("Cost of a ticket"),
              N_("What the tickets that were closed in the period cost the firm, divided by how "
                 "many they are. Work does not count, and a ticket without a cost cost nothing."),
              NULL, "down", "ratio", 2, TRUE },
    .tables = ticket_time_tables,
  },
  {
    .feed = { "tickets.minutes", N_("Minutes for tickets"),
              N_("Minutes that the indicator’s area and the areas below it worked on tickets in "
                 "the period."),
              N_("min"), "down", "sum", 0, .by_area = TRUE },
    .num = { PARTS "SELECT at, at, CAST (minutes AS DOUBLE PRECISION) FROM ticket_step "
             "WHERE area_id IN (SELECT id FROM part)", COUNT_FIRST_DAY, DAYS_INSTANTS },
    .tables = area_ticket_tables,
  },
  {
    .feed = { "tickets.internal", N_("Tickets of other areas"),
              N_("Internal tickets that other areas opened in the period for the indicator’s area "
                 "and the areas below it."),
              N_("tickets"), "neither", "sum", 0, .by_area = TRUE },
    .num = { PARTS "SELECT opened_at, opened_at, 1.0 FROM ticket WHERE kind = 'internal' "
             "AND area_id IN (SELECT id FROM part)", COUNT_FIRST_DAY, DAYS_INSTANTS },
    .tables = area_ticket_tables,
  },
  {
    .feed = { "tickets.internal-days", N_("Days to serve other areas"),
              N_("Days from the moment another area opened a ticket for the indicator’s area or an "
                 "area below it to the moment it was closed, without the time that was the asking "
                 "area’s, for the tickets that were closed in the period: the mean."),
              N_("days"), "down", "ratio", 1, .by_area = TRUE },
    .num = { SERVED ("(closed_at - opened_at - waited) / 86400.0"), COUNT_FIRST_DAY,
             DAYS_INSTANTS },
    .den = { SERVED ("1.0"), COUNT_FIRST_DAY, DAYS_INSTANTS },
    .factor = 1,
    .tables = area_ticket_tables,
  },
};

/* The days that a period's value is about. */
typedef struct
{
  TrasDay first;
  TrasDay last;
} Window;

/**
 * tras_feed_get_n:
 *
 * Returns: how many feeds there are
 */
guint
tras_feed_get_n (void)
{
  return G_N_ELEMENTS (sources);
}

const TrasFeed *
tras_feed_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (sources), NULL);

  return &sources[position].feed;
}

/**
 * tras_feed_find:
 * @id: (nullable): what an indicator's source says
 * @position: (out) (optional): which one it is
 *
 * Returns: (nullable): the feed
 */
const TrasFeed *
tras_feed_find (const char *id,
                guint      *position)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (g_strcmp0 (sources[i].feed.id, id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return &sources[i].feed;
    }

  return NULL;
}

/**
 * tras_feed_touched:
 * @position: below tras_feed_get_n()
 * @changes: what has changed
 *
 * Returns: whether the feed's values may be others now
 */
gboolean
tras_feed_touched (guint        position,
                   TrasChanges *changes)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (sources), FALSE);

  return tras_changes_touch_any (changes, sources[position].tables);
}

/* An instant's day is the one in UTC, whoever asks: two desks and the ledger must agree. */
static TrasDay
read_day (TrasStatement *statement,
          int            column,
          Days           days)
{
  if (tras_statement_column_null (statement, column))
    return TRAS_DAY_NONE;
  if (days & DAYS_INSTANTS)
    return (TrasDay) floor ((double) tras_statement_column_int (statement, column) / DAY_SECONDS);

  return tras_day_from_iso (tras_statement_column_text (statement, column));
}

static double
weigh (Count         count,
       TrasDay       from,
       TrasDay       to,
       const Window *window)
{
  int days = MIN (to, window->last) - MAX (from, window->first) + 1;

  switch (count)
    {
    case COUNT_DAYS:
      return MAX (days, 0);
    case COUNT_SHARE:
      return (double) MAX (days, 0) / (to - from + 1);
    case COUNT_LAST_DAY:
      return from <= window->last && window->last <= to;
    case COUNT_FIRST_DAY:
      return window->first <= from && from <= window->last;
    default:
      g_assert_not_reached ();
    }
}

/* The first window that ends on the day or later. */
static guint
find_window (const Window *windows,
             guint         n,
             TrasDay       day)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (windows[middle].last < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
add_up (const Query   *query,
        TrasDb        *db,
        gint64         area_id,
        const Window  *windows,
        guint          n,
        double        *sums,
        GError       **error)
{
  g_autoptr (TrasStatement) statement = tras_engine_prepare (tras_db_get_engine (db), query->sql,
                                                             error);
  int state;

  if (statement == NULL)
    return FALSE;

  if (area_id != 0)
    tras_statement_bind_int (statement, 1, area_id);
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasDay from = read_day (statement, 0, query->days);
      TrasDay to = read_day (statement, 1, query->days);
      double amount = tras_statement_column_real (statement, 2);

      if (from == TRAS_DAY_NONE)
        continue;
      if (query->days & DAYS_BEHIND)
        from++;
      if (to == TRAS_DAY_NONE)
        to = TRAS_DAY_MAX;
      else if (query->days & DAYS_BEFORE)
        to--;
      for (guint i = find_window (windows, n, from);
           to >= from && i < n && windows[i].first <= to; i++)
        sums[i] += amount * weigh (query->count, from, to, &windows[i]);
    }

  return state == 0;
}

static Window *
make_windows (const Source *source,
              TrasEvery     every,
              gint32        first,
              guint         n)
{
  Window *windows = g_new0 (Window, n);

  for (guint i = 0; i < n; i++)
    {
      windows[i].first = tras_period_start (every, first + (gint32) i);
      windows[i].last = tras_period_start (every, first + (gint32) i + 1) - 1;
      if (source->months > 0)
        windows[i].first = tras_day_add_months (windows[i].last + 1, -source->months);
    }

  return windows;
}

/**
 * tras_feed_load_area:
 * @self: a feed
 * @db: a connection
 * @area_id: an area, where @self is by area; else 0
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * Counts the firm's records, for a feed that is not replayed. A fraction of nothing has no value.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_feed_load_area (const TrasFeed  *self,
                     TrasDb          *db,
                     gint64           area_id,
                     TrasEvery        every,
                     gint32           first,
                     gint32           last,
                     GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autofree Window *windows = NULL;
  g_autofree double *nums = NULL;
  g_autofree double *dens = NULL;
  const Source *source;
  guint position = 0, n;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (self != NULL && tras_feed_find (self->id, &position) == self, NULL);

  if (last < first)
    return g_steal_pointer (&points);

  source = &sources[position];
  g_return_val_if_fail (!source->feed.replayed, NULL);
  g_return_val_if_fail (source->feed.by_area == (area_id != 0), NULL);
  n = (guint) (last - first) + 1;
  windows = make_windows (source, every, first, n);
  nums = g_new0 (double, n);
  dens = g_new0 (double, n);
  if (!add_up (&source->num, db, area_id, windows, n, nums, error) ||
      (source->den.sql != NULL && !add_up (&source->den, db, area_id, windows, n, dens, error)))
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      TrasComputedPoint point = { first + (gint32) i, nums[i], NAN, NAN, FALSE };

      if (source->den.sql != NULL)
        {
          point.num = source->factor * nums[i];
          point.den = dens[i];
          if (source->mean)
            point.den /= windows[i].last - windows[i].first + 1;
          point.value = point.num / point.den;
        }
      if (isfinite (point.value))
        g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

/**
 * tras_feed_load:
 * @self: a feed of the whole firm
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): as tras_feed_load_area()
 */
GArray *
tras_feed_load (const TrasFeed  *self,
                TrasDb          *db,
                TrasEvery        every,
                gint32           first,
                gint32           last,
                GError         **error)
{
  return tras_feed_load_area (self, db, 0, every, first, last, error);
}
