/* test-sample.c: the sample company, in all languages and on awkward days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills files and reads them back past the program: tras-sample.c with all its parts
 * (tras-sample-words.c, tras-sample-random.c, tras-sample-people.c, tras-sample-series.c,
 * tras-sample-voice.c, tras-sample-plans.c, tras-sample-reviews.c, tras-sample-skills.c,
 * tras-sample-stock.c, tras-sample-orders.c, tras-sample-ledger.c, tras-sample-purchases.c,
 * tras-sample-counts.c, tras-sample-absences.c, tras-sample-checks.c,
 * tras-sample-tickets.c).
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tras-error.h"
#include "tras-review-data.h"
#include "tras-sample.h"

static const char * const languages[] = { "en", "es", "it", "pt_BR" };

/* A usual day, a Sunday at the end of a year with 53 weeks, a leap day, the first of a year, and
 * the ends of weeks and months. */
static const char * const days[] = {
  "2026-10-14", "2027-01-03", "2024-02-29", "2027-01-01", "2025-12-31", "2026-03-30",
  "2025-05-31",
};

typedef struct
{
  char *folder;
  char *path;
  sqlite3 *db;
} File;

static void
file_close (File *file)
{
  g_autofree char *backups = g_strconcat (file->path, ".backups", NULL);
  const char *ends[] = { "", "-wal", "-shm", "-journal" };

  g_assert_cmpint (sqlite3_close (file->db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (file->path, ends[i], NULL);

      g_unlink (path);
    }
  g_rmdir (backups);
  g_assert_cmpint (g_rmdir (file->folder), ==, 0);
  g_free (file->folder);
  g_free (file->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_close)

static void
take_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
  g_assert_cmpuint (total, ==, 100);
}

static void
file_fill (File       *file,
           const char *language,
           const char *today)
{
  g_autoptr(GError) error = NULL;
  guint64 last = 0;
  TrasDb *db;

  file->folder = g_dir_make_tmp ("trastienda-sample-XXXXXX", &error);
  g_assert_no_error (error);
  file->path = g_build_filename (file->folder, "sample.trastienda", NULL);
  db = tras_db_create (file->path, &error);
  g_assert_no_error (error);
  tras_sample_fill (db, language, tras_day_from_iso (today), take_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 100);
  g_object_unref (db);

  g_assert_cmpint (sqlite3_open_v2 (file->path, &file->db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
}

/* All rows as lines of columns joined by bars. */
static char *
query (File       *file,
       const char *sql)
{
  g_autoptr(GString) text = g_string_new (NULL);
  sqlite3_stmt *row = NULL;

  sqlite3_prepare_v2 (file->db, sql, -1, &row, NULL);
  g_assert_cmpstr (sqlite3_errmsg (file->db), ==, "not an error");
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        {
          const char *value = (const char *) sqlite3_column_text (row, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "-");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (row), ==, SQLITE_OK);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_query (File       *file,
              const char *sql,
              const char *expected)
{
  g_autofree char *found = query (file, sql);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_none (File       *file,
             const char *sql)
{
  assert_query (file, sql, "");
}

/* ---- the files ---- */

static GKeyFile *
load (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_strconcat ("/org/trastienda/Trastienda/sample/", name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  GKeyFile *file = g_key_file_new ();

  g_assert_no_error (error);
  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return file;
}

/* "group key" for every key, in the file's order. */
static GPtrArray *
list_keys (GKeyFile *file)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) names = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *value = g_key_file_get_string (file, groups[i], names[j], NULL);

          g_assert_nonnull (value);
          g_assert_cmpstr (g_strstrip (value), !=, "");
          g_ptr_array_add (keys, g_strconcat (groups[i], " ", names[j], NULL));
        }
    }

  return keys;
}

static void
test_words (void)
{
  g_autoptr(GKeyFile) data = load ("company.ini");
  g_autoptr(GKeyFile) first_file = load ("sample-en.ini");
  g_autoptr(GPtrArray) first = list_keys (first_file);

  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strdup_printf ("sample-%s.ini", languages[i]);
      g_autoptr(GKeyFile) file = load (name);
      g_autoptr(GPtrArray) keys = list_keys (file);

      for (guint j = 0; j < MIN (first->len, keys->len); j++)
        g_assert_cmpstr (keys->pdata[j], ==, first->pdata[j]);
      g_assert_cmpuint (keys->len, ==, first->len);
    }

  for (guint i = 0; i < first->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (first->pdata[i], " ", 2);

      /* Words for something that is not there would never be read. */
      if (!g_str_equal (parts[0], "segment.start"))
        g_assert_true (g_key_file_has_group (data, parts[0]));
      g_assert_false (g_key_file_has_key (data, parts[0], parts[1], NULL));
    }
}

static void
test_variants (void)
{
  g_autoptr(GKeyFile) data = load ("company.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (data, NULL);
  const char *columns[] = { "suffix", "price", "demand", "reorder_at", "reorder_to" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *name = g_strdup_printf ("sample-%s.ini", languages[l]);
      g_autoptr(GKeyFile) words = load (name);

      for (guint i = 0; groups[i] != NULL; i++)
        {
          g_auto(GStrv) variants = NULL;
          g_autofree char *pattern = NULL;
          gsize n, n_variants;

          if (!g_str_has_prefix (groups[i], "family."))
            continue;
          variants = g_key_file_get_string_list (words, groups[i], "variants", &n_variants, NULL);
          pattern = g_key_file_get_string (words, groups[i], "name", NULL);
          g_assert_nonnull (strstr (pattern, "{}"));
          for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
            {
              g_auto(GStrv) list = g_key_file_get_string_list (data, groups[i], columns[j], &n,
                                                               NULL);

              g_assert_nonnull (list);
              g_assert_cmpuint (n, ==, n_variants);
            }
        }
    }
}

static void
test_language (void)
{
  static const char * const pairs[][2] = {
    { "es", "es" }, { "es_ES.UTF-8", "es" }, { "es-MX", "es" }, { "ES", "es" },
    { "pt", "pt_BR" }, { "pt_PT", "pt_BR" }, { "pt_BR.UTF-8@euro", "pt_BR" },
    { "it_CH", "it" }, { "it", "it" }, { "en_GB", "en" }, { "de_DE", "en" }, { "C", "en" },
    { "est", "en" }, { "e", "en" }, { "", "en" }, { NULL, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (tras_sample_get_language (pairs[i][0]), ==, pairs[i][1]);
}

/* ---- the records ---- */

/* Of tras-sample-services.c: each is rated within its time, some are to be rated this month. */
static void
check_services (File *file)
{
  assert_query (file,
                "SELECT (SELECT count (*) FROM service), (SELECT count (*) FROM service_rating), "
                "(SELECT count (*) FROM service_rating WHERE words IS NOT NULL), "
                "(SELECT count (DISTINCT period_on) FROM service_rating)",
                "12|200|5|19\n");
  assert_none (file, "SELECT service_id FROM service_rating WHERE period_on NOT LIKE '%-01'");
  assert_none (file,
               "SELECT r.service_id FROM service_rating r JOIN service s ON s.id = r.service_id "
               "WHERE date (r.period_on, '+1 month') <= s.from_on OR r.period_on > s.to_on");
  assert_query (file,
                "SELECT count (*) FROM service s WHERE NOT EXISTS "
                "(SELECT 1 FROM service_rating r WHERE r.service_id = s.id AND r.period_on = "
                "(SELECT max (period_on) FROM service_rating))",
                "4\n");
}

/* Of tras-sample-tickets.c: two years of them, numbered by the day; what is open is told. */
static void
check_tickets (File *file)
{
  assert_query (file, "SELECT kind, count (*), sum (closed_at IS NULL) FROM ticket GROUP BY kind",
                "complaint|18|3\ninternal|36|3\nquestion|47|2\nreturn|19|1\n");
  assert_query (file, "SELECT stage, count (*) FROM ticket_view GROUP BY stage ORDER BY stage",
                "answered|5\nclosed|111\nopen|2\nwaiting|2\n");
  assert_query (file, "SELECT count (*), count (DISTINCT deviation_id), sum (at_risk) FROM ticket "
                      "WHERE deviation_id IS NOT NULL", "2|1|1\n");
  assert_none (file, "SELECT t.id FROM ticket t JOIN ticket o ON o.id < t.id "
                     "AND o.opened_at > t.opened_at");
  assert_none (file, "SELECT id FROM ticket_view WHERE closed_at < answered_at "
                     "OR answered_at < opened_at OR waited > closed_at - opened_at");
  assert_none (file, "SELECT s.id FROM ticket_step s JOIN ticket t ON t.id = s.ticket_id "
                     "WHERE s.at < t.opened_at OR s.at > t.closed_at");
  assert_none (file, "SELECT id FROM ticket WHERE kind = 'complaint' AND closed_at IS NOT NULL "
                     "AND (cause IS NULL OR cost IS NULL OR customer_id IS NULL)");
}

/* The same on every day and in every language. */
static void
check_records (File *file)
{
  assert_query (file, "PRAGMA integrity_check", "ok\n");
  assert_none (file, "PRAGMA foreign_key_check");
  assert_query (file,
                "SELECT (SELECT count (*) FROM firm), (SELECT count (*) FROM area), "
                "(SELECT count (*) FROM person WHERE left_on IS NULL), "
                "(SELECT count (*) FROM indicator), (SELECT count (*) FROM goal), "
                "(SELECT count (*) FROM deviation), (SELECT count (*) FROM action), "
                "(SELECT count (*) FROM item), (SELECT count (*) FROM stockout), "
                "(SELECT count (*) FROM edit)",
                "1|8|29|17|16|12|53|200|15|1\n");
  assert_none (file, "SELECT name FROM item WHERE name LIKE '%{}%'");

  /* The closing rule holds for rows that came in closed, too. */
  assert_none (file,
               "SELECT d.code FROM deviation d JOIN action a ON a.deviation_id = d.id "
               "WHERE d.state = 'closed' AND a.state IN ('open', 'blocked')");
  /* And states are what follows from the actions, as they would after the first edit. */
  assert_none (file,
               "SELECT code FROM deviation d WHERE state <> 'closed' AND (state = 'acting') <> "
               "EXISTS (SELECT 1 FROM action WHERE deviation_id = d.id AND "
               "state IN ('open', 'blocked'))");
  assert_none (file, "SELECT code FROM action WHERE due_on < starts_on");
  check_services (file);
  check_tickets (file);
  assert_none (file, "SELECT code FROM action WHERE closed_on < starts_on");
  assert_none (file,
               "SELECT g.code FROM goal g JOIN goal p ON p.id = g.parent_id "
               "WHERE p.area_id IS NOT NULL");
  assert_none (file,
               "SELECT x.id FROM post x JOIN post y ON y.person_id = x.person_id AND y.id <> x.id "
               "WHERE coalesce (x.to_on, '9999') >= y.from_on AND x.from_on <= y.from_on");
}

/* What actions have their own records for agrees with how they stand and what they may cost. */
static void
check_action_records (File *file)
{
  assert_query (file,
                "SELECT (SELECT count (*) FROM vacancy_view WHERE filled >= seats AND action_id), "
                "(SELECT count (*) FROM vacancy_view WHERE filled < seats AND action_id), "
                "(SELECT count (*) FROM training_view WHERE sessions_held AND sessions_planned "
                "AND action_id), "
                "(SELECT count (*) FROM purchase_line_view WHERE action_id AND good > 0 "
                "AND good < quantity AND purchase_state = 'sent')",
                "1|2|1|1\n");
  assert_none (file,
               "SELECT a.code FROM action a JOIN training_view t ON t.action_id = a.id "
               "WHERE (a.state = 'done') <> (t.sessions_held > 0 AND t.sessions_planned = 0)");
  assert_none (file,
               "SELECT a.code FROM action a JOIN vacancy_view v ON v.action_id = a.id "
               "WHERE (a.state = 'done') <> (v.filled >= v.seats) "
               "OR (v.closed_on IS NULL) <> (v.filled < v.seats)");
  assert_none (file,
               "SELECT code FROM action_view WHERE (committed_money > 0 OR id IN "
               "(SELECT action_id FROM vacancy UNION SELECT action_id FROM training)) "
               "AND spent_money + committed_money > planned_money");
  assert_none (file,
               "SELECT p.name FROM training_seat x JOIN training_session s ON s.id = x.session_id "
               "JOIN person p ON p.id = x.person_id "
               "WHERE date (s.starts_at, 'unixepoch') > p.left_on "
               "OR date (s.starts_at, 'unixepoch') < p.hired_on");
  assert_none (file,
               "SELECT id FROM purchase_line WHERE (why = 'plan') <> (action_id IS NOT NULL)");
}

/* Nobody owns what is open after having left; nobody did anything before being hired. */
static void
check_people (File *file)
{
  const char *owners[] = {
    "SELECT owner_id, starts_on AS first FROM action WHERE state IN ('open', 'blocked')",
    "SELECT owner_id, starts_on AS first FROM goal WHERE state IN ('open', 'draft')",
    "SELECT owner_id, opened_on AS first FROM deviation WHERE state <> 'closed'",
    "SELECT owner_id, starts_on AS first FROM experiment WHERE closed_on IS NULL",
    "SELECT owner_id, NULL AS first FROM indicator",
    "SELECT collector_id AS owner_id, NULL AS first FROM indicator",
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT p.name FROM (%s) JOIN person p "
                                              "ON p.id = owner_id WHERE p.left_on IS NOT NULL "
                                              "OR p.hired_on > first", owners[i]);

      assert_none (file, sql);
    }
  assert_none (file,
               "SELECT p.name FROM review_person x JOIN review r ON r.id = x.review_id "
               "JOIN person p ON p.id = x.person_id WHERE p.left_on <= r.week_on");
}

/* Nothing that has happened lies after today, and weekends are free. */
static void
check_days (File       *file,
            const char *today)
{
  static const struct { const char *table, *column; } past[] = {
    { "person", "hired_on" }, { "person", "left_on" }, { "goal", "closed_on" },
    { "deviation", "opened_on" }, { "deviation", "closed_on" }, { "experiment", "closed_on" },
    { "decision", "decided_on" }, { "action", "closed_on" }, { "measurement", "period_on" },
    { "movement", "moved_on" }, { "purchase", "sent_on" }, { "skill_mark", "marked_on" },
    { "segment", "from_on" }, { "vacancy", "opened_on" }, { "vacancy", "closed_on" },
    { "candidate", "state_on" }, { "receipt", "received_on" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s > '%s'", past[i].column,
                                              past[i].table, past[i].column, today);

      assert_none (file, sql);
    }
  assert_none (file, "SELECT due_on FROM action WHERE strftime ('%w', due_on) IN ('0', '6')");
  assert_none (file, "SELECT moved_on FROM movement WHERE strftime ('%w', moved_on) = '0'");
}

/* Two years of weeks up to the present one, each ratio with its parts. */
static void
check_series (File       *file,
              const char *today)
{
  g_autofree char *week = tras_day_to_iso (tras_period_first_day (TRAS_EVERY_WEEK,
                                                                  tras_day_from_iso (today)));
  g_autofree char *newest = g_strdup_printf ("SELECT count (*) FROM measurement m JOIN indicator i "
                                             "ON i.id = m.indicator_id WHERE i.every = 'week' "
                                             "AND m.period_on = '%s'", week);

  /* All fourteen but the two that are late with their numbers. */
  assert_query (file, newest, "12\n");
  assert_query (file,
                "SELECT count (*), count (value), sum (left_out), count (num) FROM measurement "
                "WHERE (num IS NULL) = (den IS NULL)",
                "1405|1400|1|634\n");
  assert_none (file,
               "SELECT i.name, m.period_on FROM measurement m JOIN indicator i "
               "ON i.id = m.indicator_id WHERE m.value < i.floor OR m.value > i.ceiling "
               "OR (i.every = 'week' AND strftime ('%w', m.period_on) <> '1') "
               "OR (i.every = 'month' AND strftime ('%d', m.period_on) <> '01') "
               "OR (m.value IS NOT NULL AND (i.roll = 'ratio') <> (m.num IS NOT NULL)) "
               "OR abs (m.value - 100 * m.num / m.den) > 1e-9 OR m.period_on < i.starts_on");
}

/* The ledger by itself: no place inside was ever below nothing at the end of a row, an item was out
 * exactly while a stock-out says so, and the balances are its sums. */
static void
check_stock (File       *file,
             const char *today)
{
  g_autofree char *order = NULL;

  assert_none (file,
               "SELECT * FROM (SELECT item_id, place, sum (q) OVER (PARTITION BY item_id, place "
               "ORDER BY row) AS there FROM (SELECT id AS row, item_id, to_id AS place, "
               "quantity AS q FROM movement UNION ALL "
               "SELECT id, item_id, from_id, -quantity FROM movement) "
               "JOIN location l ON l.id = place AND l.kind = 'inside') WHERE there < 0");
  assert_none (file,
               "SELECT b.item_id FROM balance b WHERE quantity <> (SELECT sum (CASE "
               "WHEN to_id = b.location_id THEN quantity ELSE -quantity END) FROM movement m "
               "WHERE m.item_id = b.item_id AND b.location_id IN (m.from_id, m.to_id))");
  assert_none (file,
               "WITH part AS (SELECT m.id, m.item_id, m.moved_on, "
               "CASE WHEN t.kind = 'inside' THEN quantity ELSE 0 END - "
               "CASE WHEN f.kind = 'inside' THEN quantity ELSE 0 END AS q FROM movement m "
               "JOIN location f ON f.id = m.from_id JOIN location t ON t.id = m.to_id), "
               "run AS (SELECT item_id, moved_on, sum (q) OVER (PARTITION BY item_id ORDER BY id) "
               "AS there FROM part) "
               "SELECT r.item_id, r.moved_on FROM run r WHERE there <= 0 AND NOT EXISTS ("
               "SELECT 1 FROM stockout s WHERE s.item_id = r.item_id "
               "AND date (s.from_at, 'unixepoch') = r.moved_on)");
  assert_none (file, "SELECT sku FROM item_view WHERE available < 0");
  assert_none (file,
               "SELECT id FROM stockout s WHERE NOT EXISTS (SELECT 1 FROM stockout_lesson l "
               "WHERE l.stockout_id = s.id AND l.cause IS NOT NULL)");
  /* Of the three that are out today one was forgotten, one came in part. */
  assert_query (file,
                "SELECT count (*), sum (due_in = 0), sum (sku LIKE 'PAS%' AND due_in = 24000) "
                "FROM item_view WHERE state = 'out'",
                "3|1|1\n");
  /* The shop is well run: few items are below their order level, most of those are on their way. */
  assert_query (file,
                "SELECT sum (state IN ('out', 'low', 'due')) BETWEEN 10 AND 34, "
                "sum (state IN ('out', 'low')) BETWEEN 4 AND 18 FROM item_view",
                "1|1\n");
  assert_none (file,
               "SELECT i.sku FROM purchase_line l JOIN item i ON i.id = l.item_id "
               "WHERE l.quantity % i.pack <> 0");
  order = g_strdup_printf ("SELECT count (*) FROM stockout WHERE to_at IS NULL "
                           "AND date (from_at, 'unixepoch') BETWEEN date ('%s', '-11 days') "
                           "AND date ('%s', '-3 days')", today, today);
  assert_query (file, order, "3\n");
}

/* What came of each purchase: each receipt of something good is a movement. */
static void
check_purchases (File       *file,
                 const char *today)
{
  assert_none (file,
               "SELECT id FROM purchase p WHERE (state = 'closed') <> NOT EXISTS "
               "(SELECT 1 FROM purchase_line_view l WHERE l.purchase_id = p.id "
               "AND l.quantity > l.good + l.rejected)");
  assert_none (file, "SELECT id FROM purchase_line_view WHERE quantity < good + rejected");
  assert_none (file,
               "SELECT id FROM receipt_view r WHERE received_on < sent_on OR (why IS NULL) <> "
               "(rejected = 0) OR good + rejected <= 0");
  assert_none (file,
               "SELECT r.id FROM receipt_view r LEFT JOIN movement m ON m.id = r.movement_id "
               "WHERE good > 0 AND (m.id IS NULL OR m.item_id <> r.item_id OR m.quantity <> r.good "
               "OR m.moved_on <> r.received_on OR m.cause <> 'purchase')");
  assert_query (file,
                "SELECT count (*) > 0 FROM movement m WHERE cause = 'purchase' AND NOT EXISTS "
                "(SELECT 1 FROM receipt r WHERE r.movement_id = m.id) "
                "AND to_id = (SELECT id FROM location WHERE kind = 'inside' ORDER BY id LIMIT 1)",
                "0\n");
  /* A year of them; no supplier is always late, some nearly never, most send what goes back. */
  assert_query (file,
                "SELECT julianday (max (sent_on)) - julianday (min (sent_on)) BETWEEN 330 AND 370 "
                "FROM purchase",
                "1\n");
  assert_query (file,
                "WITH judged AS (SELECT supplier_id, sum (late) AS late, count (*) AS n, "
                "sum (rejected) AS rejected, sum (good) AS good FROM (SELECT *, "
                "received_on > promised_on AS late FROM receipt_view) GROUP BY 1) "
                "SELECT count (*), min (n) >= 10, min (late * 100 / n) < 12, "
                "max (late * 100 / n) BETWEEN 20 AND 70, sum (rejected > 0) BETWEEN 6 AND 9, "
                "max (rejected * 1000 / (good + rejected)) BETWEEN 20 AND 120 FROM judged",
                "12|1|1|1|1|1\n");
}

/* Counts have what they say, the books are closed but for a month, and one is on its way. */
static void
check_counts (File       *file,
              const char *today)
{
  TrasDay day = tras_day_from_iso (today);
  gint32 month = tras_period_index (TRAS_EVERY_MONTH, day);
  g_autofree char *closed = tras_day_to_iso (tras_period_start (TRAS_EVERY_MONTH, month - 1) - 1);
  g_autofree char *expected = g_strconcat (closed, "\n", NULL);

  assert_query (file,
                "SELECT sum (posted_at IS NULL), count (*) BETWEEN 12 AND 14, "
                "count (DISTINCT by_id) FROM stock_count",
                "1|1|3\n");
  assert_none (file,
               "SELECT l.item_id FROM count_line l JOIN stock_count c ON c.id = l.count_id "
               "LEFT JOIN movement m ON m.id = l.movement_id WHERE posted_at IS NOT NULL "
               "AND ((counted <> expected) <> (m.id IS NOT NULL) OR counted IS NULL "
               "OR m.quantity <> abs (counted - expected) OR m.item_id <> l.item_id "
               "OR m.cause_id <> c.id OR m.cause <> 'count' OR m.moved_on <> c.counted_on "
               "OR (counted > expected) <> (m.to_id = c.location_id))");
  /* What the books said on the day of the count, whatever was written down on it. */
  assert_none (file,
               "SELECT l.item_id FROM count_line l JOIN stock_count c ON c.id = l.count_id "
               "WHERE c.posted_at IS NOT NULL AND l.movement_id IS NOT NULL AND l.counted < 0");
  assert_query (file,
                "SELECT sum (counted IS NULL) > 3, sum (counted <> expected) > 1 FROM count_line l "
                "JOIN stock_count c ON c.id = l.count_id WHERE c.posted_at IS NULL",
                "1|1\n");
  assert_query (file,
                "SELECT 100 * sum (counted = expected) / count (*) BETWEEN 85 AND 97 "
                "FROM count_line l JOIN stock_count c ON c.id = l.count_id "
                "WHERE c.posted_at IS NOT NULL",
                "1\n");
  assert_query (file, "SELECT max (closed_to) FROM closing", expected);
  assert_query (file, "SELECT count (*) BETWEEN 10 AND 12 FROM closing", "1\n");
  /* The newest closing is what a replay of the ledger says. */
  assert_none (file,
               "SELECT s.item_id FROM closing_stock s JOIN closing c ON c.id = s.closing_id "
               "WHERE c.closed_to = (SELECT max (closed_to) FROM closing) AND s.quantity <> "
               "(SELECT sum (CASE WHEN to_id = s.location_id THEN quantity ELSE -quantity END) "
               "FROM movement m WHERE m.item_id = s.item_id AND m.moved_on <= c.closed_to "
               "AND s.location_id IN (m.from_id, m.to_id))");
}

/* What customers ordered: some was late, billed wrongly, or not paid when it should have been. */
static void
check_orders (File       *file,
              const char *today)
{
  g_autofree char *counts =
    g_strdup_printf ("SELECT sum (state = 'open' AND shipped_on IS NULL AND promised_on < '%s') "
                     "BETWEEN 2 AND 3, sum (shipped_on > promised_on) BETWEEN 3 AND 5, "
                     "sum (bill_error IS NOT NULL), "
                     "sum (paid_on IS NULL AND due_on < '%s') BETWEEN 3 AND 4, "
                     "sum (paid_on > due_on) >= 1 FROM sale WHERE code LIKE 'S-%%'", today, today);

  assert_query (file, counts, "1|1|3|1|1\n");
  assert_query (file, "SELECT count (*), sum (shipped_on > promised_on) BETWEEN 10 AND 45, "
                      "sum (paid_on IS NULL OR state <> 'closed' OR lines = 0 OR total <> money) "
                      "FROM sale_view WHERE code LIKE 'W-%'", "300|1|0\n");
  assert_none (file,
               "SELECT code FROM sale WHERE picked_at / 86400 > julianday (shipped_on) - 2440587.5 "
               "OR shipped_on < taken_on OR billed_on < taken_on OR paid_on < billed_on "
               "OR promised_on < taken_on");
  assert_none (file, "SELECT s.code FROM sale s WHERE NOT EXISTS "
                     "(SELECT 1 FROM sale_line l WHERE l.sale_id = s.id)");
}

/* ---- what a manager sees ---- */

/* By id: what the newest verdict is to be, with NULL where the season or a step on the way to its
 * target decides, and how many of the last weeks nobody has measured. */
static const struct
{
  const char *variation;
  const char *assurance;
  guint missing;
} verdicts[] = {
  { "common", "hit-or-miss", 0 },        /* late */
  { "common", "misses", 0 },             /* putaway */
  { "improving", NULL, 0 },              /* accuracy */
  { "concerning", NULL, 0 },             /* stockout */
  { NULL, "", 0 },                       /* orders */
  { "common", "hit-or-miss", 0 },        /* returns */
  { "common", "hit-or-miss", 2 },        /* walkin */
  { "improving", "misses", 0 },          /* basket */
  { "concerning", "hit-or-miss", 0 },    /* answer */
  { "improving", NULL, 0 },              /* repairs */
  { "", "", 0 },                         /* accidents */
  { NULL, NULL, 2 },                     /* absence */
  { "common", "", 0 },                   /* training */
  { "common", "meets", 0 },              /* margin */
  { "common", "meets", 0 },              /* paid */
  { NULL, "", 0 },                       /* parcels */
  { NULL, "", 0 },                       /* overdue */
};

/* By id: goals whose outlook does not hang on the season. */
static const struct
{
  gint64 id;
  const char *outlook;
} outlooks[] = {
  { 2, "on-pace" }, { 3, "on-pace" }, { 5, "on-pace" }, { 6, "on-pace" }, { 7, "on-pace" },
  { 8, "act" }, { 10, "act" }, { 11, "change-process" }, { 13, "on-pace" },
};

static void
check_word (const char *found,
            const char *expected)
{
  if (expected != NULL)
    g_assert_cmpstr (found != NULL ? found : "", ==, expected);
}

static void
check_scorecard (TrasReviewData *data)
{
  g_assert_cmpuint (data->scorecard->rows->len, ==, G_N_ELEMENTS (verdicts));
  for (guint i = 0; i < data->scorecard->rows->len; i++)
    {
      const TrasScorecardRow *row = data->scorecard->rows->pdata[i];
      gint64 id = TRAS_RECORD (row->series->indicator)->id;

      g_test_message ("%s", row->series->indicator->name);
      check_word (tras_variation_to_string (row->series->verdict->variation),
                  verdicts[id - 1].variation);
      check_word (tras_assurance_to_string (row->series->verdict->assurance),
                  verdicts[id - 1].assurance);
      g_assert_cmpuint (row->missing->len, ==, verdicts[id - 1].missing);
    }
}

static void
check_goals (TrasReviewData *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (outlooks); i++)
    {
      TrasGoalStatus *status = tras_goal_board_find (data->goals, outlooks[i].id);

      g_test_message ("%s", status->goal->title);
      g_assert_cmpstr (tras_outlook_to_string (status->outlook), ==, outlooks[i].outlook);
    }
}

/* The week's review, as of today. */
static void
check_review (File       *file,
              const char *today)
{
  g_autoptr(GError) error = NULL;
  TrasDay day = tras_day_from_iso (today);
  TrasDb *db = tras_db_open (file->path, TRAS_DB_READ_ONLY, &error);
  g_autoptr(TrasReviewData) data = NULL;
  g_autofree char *late = NULL;

  g_assert_no_error (error);
  data = tras_review_data_load (db, day, &error);
  g_assert_no_error (error);
  check_scorecard (data);
  check_goals (data);
  g_object_unref (db);

  late = g_strdup_printf ("SELECT id FROM action WHERE state IN ('open', 'blocked') "
                          "AND due_on < '%s' ORDER BY id", today);
  assert_query (file, late, "10\n17\n25\n31\n39\n49\n");
  assert_query (file,
                "SELECT seen_variation, count (*) FROM review_item WHERE indicator_id IS NOT NULL "
                "AND seen_value IS NOT NULL GROUP BY 1 ORDER BY 1",
                "common|2\nconcerning|2\nimproving|1\n");
}

/* What was said of goals: by their owners, in the past, with what was measured by then. */
static void
check_checks (File       *file,
              const char *today)
{
  g_autofree char *wrong = g_strdup_printf ("SELECT c.id FROM goal_check c "
                                            "JOIN goal g ON g.id = c.goal_id "
                                            "WHERE c.checked_on >= '%s' OR c.by_id <> g.owner_id "
                                            "OR c.checked_on < g.starts_on OR c.note = ''", today);

  assert_query (file, "SELECT count (*), count (DISTINCT goal_id) FROM goal_check", "10|7\n");
  assert_none (file, wrong);
  assert_none (file,
               "SELECT g.id FROM goal_check g WHERE NOT EXISTS "
               "(SELECT 1 FROM goal_check_value v WHERE v.goal_check_id = g.id)");
  assert_none (file,
               "SELECT v.id FROM goal_check_value v JOIN goal_check c ON c.id = v.goal_check_id "
               "WHERE v.shape = 'reach' AND v.current IS NOT (SELECT m.value FROM measurement m "
               "WHERE m.indicator_id = v.indicator_id AND m.value IS NOT NULL AND NOT m.left_out "
               "AND m.period_on <= c.checked_on ORDER BY m.period_on DESC LIMIT 1)");
  /* The goal that is furthest behind has fallen back again. */
  assert_query (file,
                "SELECT c.progress < b.progress "
                "FROM goal_check b, goal_check c "
                "WHERE b.id = 2 AND c.id = 3",
                "1\n");
}

static void
check_all (const char *language,
           const char *today)
{
  g_auto(File) file = { NULL };

  file_fill (&file, language, today);
  check_records (&file);
  check_action_records (&file);
  check_people (&file);
  check_days (&file, today);
  check_series (&file, today);
  check_stock (&file, today);
  check_purchases (&file, today);
  check_counts (&file, today);
  check_orders (&file, today);
  check_checks (&file, today);
  check_review (&file, today);
}

static void
test_day (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  check_all (languages[i % G_N_ELEMENTS (languages)], days[i]);
}

/* Everything but the edit log, which bears the time of writing. */
static char *
dump (File *file)
{
  g_autofree char *names = query (file,
                                  "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                  "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'edit%' "
                                  "AND name <> 'meta' ORDER BY name");
  g_auto(GStrv) tables = g_strsplit (g_strchomp (names), "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM %s", tables[i], tables[i]);
      g_autofree char *rows = query (file, sql);

      g_string_append (text, rows);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_again (void)
{
  g_auto(File) first = { NULL };
  g_auto(File) second = { NULL };
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  file_fill (&first, "it", days[2]);
  file_fill (&second, "it_IT.UTF-8", days[2]);
  one = dump (&first);
  other = dump (&second);
  g_assert_cmpuint (strlen (one), >, 100000);
  g_assert_true (g_str_equal (one, other));
}

/* A file that has records already is left as it was. */
static void
test_full (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto(File) file = { NULL };
  TrasDb *db;

  file_fill (&file, "es", days[0]);
  before = dump (&file);
  db = tras_db_open (file.path, TRAS_DB_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (tras_sample_fill (db, "es", tras_day_from_iso (days[0]), NULL, NULL,
                                    &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_assert_false (tras_db_in_edit (db));
  g_object_unref (db);
  after = dump (&file);
  g_assert_true (g_str_equal (before, after));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/language", test_language);
  g_test_add_func ("/sample/words", test_words);
  g_test_add_func ("/sample/variants", test_variants);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sample/day/%s/%s", days[i],
                                               languages[i % G_N_ELEMENTS (languages)]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_day);
    }
  g_test_add_func ("/sample/again", test_again);
  g_test_add_func ("/sample/full", test_full);

  return g_test_run ();
}
