/* test-chart-table.c: an indicator's chart as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-chart-page.h"
#include "tras-chart-table.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"

static void
collect_labels (GtkWidget *widget,
                GPtrArray *texts)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, g_strdup (gtk_label_get_label (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, texts);
}

/* What the table says of a period, its columns parted by bars; NULL where it has no such row. */
static char *
dup_table_line (GtkWidget  *table,
                const char *period)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const guint n_columns = 5;

  collect_labels (table, texts);
  for (guint i = 0; i + n_columns <= texts->len; i++)
    {
      if (g_str_equal (texts->pdata[i], period))
        return g_strdup_printf ("%s|%s|%s|%s|%s", (char *) texts->pdata[i],
                                (char *) texts->pdata[i + 1], (char *) texts->pdata[i + 2],
                                (char *) texts->pdata[i + 3], (char *) texts->pdata[i + 4]);
    }

  return NULL;
}

typedef struct
{
  GtkWidget *table;
  const char *period;
  const char *line;
} Line;

static gboolean
has_line (gpointer data)
{
  Line *line = data;
  g_autofree char *text = dup_table_line (line->table, line->period);

  return text != NULL && g_pattern_match_simple (line->line, text);
}

static GtkWidget *
find_table_button (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (widget), "As Table") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_table_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A value of zero in the newest week, none for a reason in the week before, and none at all in the
 * one before that. */
static void
write_three_kinds_of_nothing (Fixture *fixture,
                              gint64   indicator_id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Three kinds of nothing");
  TrasDay newest = tras_period_first_day (TRAS_EVERY_WEEK, tras_day_today ());
  g_autoptr (GPtrArray) records = NULL;
  guint n = 0;

  tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ, indicator_id);
  records = fixture_read (fixture, query);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (TrasMeasurement) copy = tras_record_dup (records->pdata[i]);
      int weeks = (newest - copy->period_on) / 7;

      if (weeks > 2)
        continue;
      n++;
      g_clear_pointer (&copy->note, g_free);
      copy->left_out = FALSE;
      copy->value = weeks == 0 ? 0 : NAN;
      if (weeks == 1)
        copy->note = g_strdup ("The list was lost");
      if (weeks == 2)
        tras_edit_delete (edit, copy);
      else
        tras_edit_update (edit, copy);
    }
  g_assert_cmpuint (n, ==, 3);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static gboolean
has_series (gpointer data)
{
  return tras_chart_view_get_series (data) != NULL;
}

/* The chart of an indicator as a table. */
static GtkWidget *
show_table (Fixture *fixture,
            gint64   indicator_id)
{
  GtkWidget *page;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_INDICATOR,
                                          indicator_id));
  page = fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_CHART_PAGE);
  wait_until (has_series, tras_chart_page_get_view (TRAS_CHART_PAGE (page)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_table_button (page)), TRUE);

  return fixture_find (page, TRAS_TYPE_CHART_TABLE);
}

static gint64
find_indicator (Fixture    *fixture,
                const char *name)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) indicators = NULL;

  tras_query_where_text (query, "name", TRAS_QUERY_EQ, name);
  indicators = fixture_read (fixture, query);
  g_assert_cmpuint (indicators->len, ==, 1);

  return ((TrasRecord *) indicators->pdata[0])->id;
}

static void
assert_lines (GtkWidget          *table,
              const char *const (*lines)[2])
{
  for (guint i = 0; lines[i][0] != NULL; i++)
    {
      Line line = { table, lines[i][0], lines[i][1] };

      wait_until (has_line, &line);
    }
}

/* Zero is a value; what is known to be missing says why; what nobody measured says no more. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const lines[][2] = {
    { "W47 2026", "W47 2026|0|* to *|*|" },
    { "W46 2026", "W46 2026|||Known to be missing|The list was lost" },
    { "W45 2026", "W45 2026|||Not measured yet|" },
    { NULL, NULL },
  };
  gint64 id = find_indicator (fixture, "Repairs waiting over ten days");

  write_three_kinds_of_nothing (fixture, id);
  assert_lines (show_table (fixture, id), lines);
}

/* Of what is rare the days are told, and when nobody knows; a week without it is no line. */
static void
test_rare (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const lines[][2] = {
    { "W46 2026", "W46 2026|||Known to be missing|The list was lost" },
    { "W45 2026", "W45 2026|||Not measured yet|" },
    { "W41 2026", "W41 2026|* days|* to *|*|*" },
    { NULL, NULL },
  };
  gint64 id = find_indicator (fixture, "Accidents at work");
  GtkWidget *table;
  g_autofree char *zero = NULL;

  write_three_kinds_of_nothing (fixture, id);
  table = show_table (fixture, id);
  assert_lines (table, lines);
  zero = dup_table_line (table, "W47 2026");
  g_assert_null (zero);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/chart-table/nothing", test_nothing);
  fixture_add ("/chart-table/rare", test_rare);

  return fixture_run ();
}
