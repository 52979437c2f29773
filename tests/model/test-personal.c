/* test-personal.c: of every column somebody has said whether it is about a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is personal is marked in its field table, and follows a person when they are erased or ask
 * for their file. Whoever adds a column marks it so, or adds it here with why it is not: one that
 * nobody has decided about fails. A name in a text that is for something else is found by itself,
 * and such a text is not listed as anybody's.
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "migrations.h"
#include "tras-tables.h"

typedef struct
{
  const char *table;
  const char *columns;
  const char *why;
} Decision;

static const Decision decisions[] = {
  { "absence_kind", "name counts planned", "a kind of absence is nobody's" },
  { "action",
    "code goal_id deviation_id experiment_id decision_id kind nature title done_when "
    "starts_on due_on first_due_on moved moved_why state progress closed_on result weight",
    "what is to be done; who does it is marked" },
  { "action_after", "action_id after_id", "what waits for what" },
  { "action_need",
    "action_id what kind planned_minutes spent_minutes planned_money spent_money "
    "investment ready_on",
    "what an action takes" },
  { "area", "name parent_id", "a part of the firm" },
  { "balance", "item_id location_id quantity", "stock" },
  { "candidate", "vacancy_id state_on erase_on", "when it is erased, and what it counts in" },
  { "closing", "closed_to", "stock" },
  { "closing_cost", "closing_id item_id quantity unit_cost", "stock" },
  { "closing_stock", "closing_id item_id location_id quantity", "stock" },
  { "count_line", "count_id item_id expected counted movement_id", "what was counted" },
  { "customer", "code pay_days", "a number of the shop, and when bills are due" },
  { "decision",
    "code review_id decided_on what why revisit_on replaced_by goal_id indicator_id "
    "deviation_id experiment_id",
    "what was decided; by whom is marked" },
  { "deviation",
    "code indicator_id period_on area_id origin fact effect contained cause cause_kind "
    "similar_elsewhere opened_on state check_on effective evidence closed_on sale_id movement_id",
    "what happened; who reported and who owns it is marked" },
  { "edit", "uuid at who label kind undoes", "the log: rewritten when somebody is erased" },
  { "edit_change", "edit_id tbl op row_key old new", "the log: rewritten when somebody is erased" },
  { "experiment",
    "code goal_id deviation_id believe test indicator_id right_if starts_on stop_on "
    "limit_money limit_minutes observed learned next closed_on",
    "what is tried; who owns it is marked" },
  { "firm", "name currency week_minutes fiscal_month rules", "the firm" },
  { "goal",
    "code parent_id area_id title why starts_on due_on weight state closed_on lesson "
    "customer copied_from",
    "what is to be reached; who owns it is marked" },
  { "goal_check",
    "goal_id checked_on note progress elapsed state",
    "how a goal goes; who said so is marked" },
  { "goal_check_value",
    "goal_check_id indicator_id shape aim low high current expected",
    "numbers of indicators" },
  { "holiday", "day name area_id", "a day of the firm" },
  { "indicator",
    "area_id name question definition unit decimals family customer customer_area_id "
    "lever better every roll floor ceiling source formula starts_on retired_on "
    "retired_why",
    "what is measured; owner and collector are marked" },
  { "item",
    "sku name unit stocked reorder_at reorder_to pack lead_days supplier_id price barcode "
    "active",
    "an item" },
  { "location", "name kind", "a place" },
  { "measurement",
    "indicator_id period_on value num den estimated left_out note",
    "a number of the firm" },
  { "meta", "key value", "notes of the program about the file" },
  { "movement",
    "code item_id from_id to_id quantity unit_cost moved_on cause cause_id reverses_id "
    "note",
    "stock" },
  { "purchase", "code supplier_id state made_on sent_on", "an order to a supplier" },
  { "purchase_line",
    "purchase_id item_id quantity unit_price promised_on action_id why",
    "an order to a supplier" },
  { "receipt", "line_id received_on good rejected why movement_id", "goods that came" },
  { "recognition",
    "given_on suggestion_id deviation_id",
    "when and what for; who is thanked, and the words, are marked" },
  { "review",
    "code area_id week_on planned_minutes started_at ended_at closing_note part seconds",
    "a meeting; chair and keeper are marked" },
  { "review_item",
    "review_id position indicator_id action_id deviation_id goal_id experiment_id "
    "decision_id training_id topic seen_value seen_variation seen_assurance seen_state outcome "
    "said seconds part seen_on left_state left_on",
    "what was said in a meeting" },
  { "review_person", "review_id", "which meeting; who was there is marked" },
  { "review_result",
    "review_item_id action_id deviation_id decision_id experiment_id",
    "what a meeting made" },
  { "role", "name area_id seats leads", "a role is not who has it" },
  { "role_skill", "role_id skill_id level must", "a role is not who has it" },
  { "sale",
    "code customer_id taken_on promised_on picked_at shipped_on billed_on due_on paid_on total "
    "bill_error state",
    "what was ordered; what the customer is called and how to reach them is marked" },
  { "sale_line", "sale_id item_id quantity shipped price", "what was ordered" },
  { "segment", "indicator_id from_on base_n why decision_id", "a step change of an indicator" },
  { "service",
    "giver_id taker_id what promise target indicator_id from_on to_on",
    "between areas" },
  { "service_rating", "service_id period_on score words", "of an area by an area" },
  { "skill", "name valid_months warn_days", "a skill is not who has it" },
  { "stock_count", "location_id counted_on last_movement posted_at",
    "a count; who counted is marked" },
  { "stockout", "item_id from_at to_at begun_by ended_by", "stock" },
  { "stockout_lesson", "stockout_id cause lesson", "what was learned; who noted it is marked" },
  { "suggestion",
    "said_on area_id what state answer action_id experiment_id",
    "what the firm makes of it; who said it is a person" },
  { "supplier", "name lead_days", "a firm; the contact is marked" },
  { "survey", "title kind opened_on closed_on least indicator_id", "what is asked" },
  { "survey_answer",
    "survey_id area_id question value words",
    "tied to nobody, which nothing may change" },
  { "survey_invite", "survey_id", "which survey" },
  { "target",
    "indicator_id goal_id shape baseline value low high from_on to_on weight",
    "what is to be reached" },
  { "ticket",
    "code kind customer_id from_area_id sale_id subject opened_at answered_at closed_at due_at "
    "area_id cause cost at_risk deviation_id",
    "what was asked; who works on it is marked, as is what the customer is called" },
  { "ticket_step", "ticket_id at area_id minutes words waits",
    "what was done; by whom is marked" },
  { "training",
    "title skill_id level_given supplier_id action_id indicator_id expect expect_by "
    "verdict",
    "what is taught" },
  { "training_seat", "session_id", "which session; who sat in it is marked" },
  { "training_session", "training_id starts_at minutes place cost state", "when and where" },
  { "vacancy",
    "role_id action_id seats opened_on needed_by closed_on why cost closed_why",
    "a seat, not who takes it" },
};

/* What no record type writes yet: decided with its table of fields. */
static const Decision undecided[] = {
  { "reservation", "item_id quantity cause cause_id made_at ended_at ended_why" },
};

static sqlite3 *db;

static const char *
text (sqlite3_stmt *row,
      int           column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static sqlite3_stmt *
prepare (const char *sql,
         const char *parameter)
{
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  if (parameter != NULL)
    sqlite3_bind_text (row, 1, parameter, -1, SQLITE_TRANSIENT);

  return row;
}

static gboolean
has_column (const char *table,
            const char *column)
{
  sqlite3_stmt *row = prepare ("SELECT name FROM pragma_table_info (?)", table);
  gboolean found = FALSE;

  while (sqlite3_step (row) == SQLITE_ROW)
    found |= g_str_equal (text (row, 0), column);
  sqlite3_finalize (row);

  return found;
}

static const Decision *
find_decision (const Decision *list,
               gsize           n,
               const char     *table,
               const char     *column)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) columns = g_strsplit (list[i].columns, " ", -1);

      if (g_str_equal (list[i].table, table) &&
          g_strv_contains ((const char *const *) columns, column))
        return &list[i];
    }

  return NULL;
}

static gboolean
is_decided (const char *table,
            const char *column)
{
  return find_decision (decisions, G_N_ELEMENTS (decisions), table, column) != NULL ||
         (tras_tables_find_name (table) == G_TYPE_INVALID &&
          find_decision (undecided, G_N_ELEMENTS (undecided), table, column) != NULL);
}

static gboolean
is_marked (const char *table,
           const char *column)
{
  GType type = tras_tables_find_name (table);
  const TrasField *field = NULL;

  if (type != G_TYPE_INVALID)
    field = tras_table_find_field (tras_record_type_get_table (type), column);

  return field != NULL && field->flags & TRAS_FIELD_PERSONAL;
}

/* Says all that are missing at once. */
static void
test_decided (void)
{
  sqlite3_stmt *tables = prepare ("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                  "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", NULL);
  guint n_undecided = 0;

  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = text (tables, 0);
      sqlite3_stmt *columns = prepare ("SELECT name FROM pragma_table_info (?)", table);

      while (sqlite3_step (columns) == SQLITE_ROW)
        {
          const char *column = text (columns, 0);
          /* The row's number, how often it was written, and the key of a name follow their row. */
          if (g_str_equal (column, "id") || g_str_equal (column, "version") ||
              g_str_equal (column, "name_key"))
            continue;
          if (!is_marked (table, column) && !is_decided (table, column))
            {
              g_printerr ("%s.%s: nobody has decided\n", table, column);
              n_undecided++;
            }
        }
      sqlite3_finalize (columns);
    }
  sqlite3_finalize (tables);
  g_assert_cmpuint (n_undecided, ==, 0);
}

/* What is decided is there, once, and says why. */
static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_auto (GStrv) columns = g_strsplit (decisions[i].columns, " ", -1);

      g_assert_cmpuint (strlen (decisions[i].why), >=, 5);
      for (guint c = 0; columns[c] != NULL; c++)
        {
          if (!has_column (decisions[i].table, columns[c]))
            g_error ("%s.%s is not there", decisions[i].table, columns[c]);
          g_assert_true (find_decision (decisions, G_N_ELEMENTS (decisions), decisions[i].table,
                                        columns[c]) == &decisions[i]);
        }
    }
}

/* Who refers to a person says something about them. */
static void
test_references (void)
{
  sqlite3_stmt *row = prepare ("SELECT s.name, f.\"from\" FROM sqlite_schema s "
                               "JOIN pragma_foreign_key_list (s.name) f "
                               "WHERE s.type = 'table' AND f.\"table\" = 'person'", NULL);
  guint n = 0;

  for (; sqlite3_step (row) == SQLITE_ROW; n++)
    {
      if (tras_tables_find_name (text (row, 0)) != G_TYPE_INVALID &&
          !is_marked (text (row, 0), text (row, 1)))
        g_error ("%s.%s refers to a person and is not marked", text (row, 0), text (row, 1));
    }
  sqlite3_finalize (row);
  g_assert_cmpuint (n, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *sql = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  sql = dup_migrations ();
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_test_add_func ("/personal/decided", test_decided);
  g_test_add_func ("/personal/list", test_list);
  g_test_add_func ("/personal/references", test_references);
  result = g_test_run ();
  sqlite3_close (db);

  return result;
}
