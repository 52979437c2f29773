/* test-strategy.c: the map of the strategy and the year on a small firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-field-text.h"
#include "tras-goal.h"
#include "tras-goals-page.h"
#include "tras-map-nodes.h"
#include "tras-map-page.h"
#include "tras-year-page.h"

#define TODAY "2026-11-21"

/* Goals, their map and their year, as the switch above them shows them. */
static gpointer
show (Fixture    *fixture,
      const char *name,
      GType       type)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "goals");
  GtkStack *lists = GTK_STACK (fixture_find (page, GTK_TYPE_STACK));

  tras_window_show_tab (fixture->window, "goals");
  gtk_stack_set_visible_child_name (lists, name);

  return fixture_find (gtk_stack_get_visible_child (lists), type);
}

static gboolean
has_map (gpointer data)
{
  return tras_strategy_view_get_map (data) != NULL;
}

static TrasStrategyView *
show_map (Fixture *fixture)
{
  TrasMapPage *page = show (fixture, "map", TRAS_TYPE_MAP_PAGE);
  TrasStrategyView *view = tras_map_page_get_view (page);

  wait_until (has_map, view);
  tras_map_page_focus (page);
  fixture_settle (fixture);

  return view;
}

static void
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

static const TrasMapNode *
get_node (TrasStrategyView *view)
{
  int node = tras_strategy_view_get_selected (view);

  return node >= 0 ? tras_strategy_map_get (tras_strategy_view_get_map (view), (guint) node)
                   : NULL;
}

/* Down to a goal of an area, down to what it measures, and back up; what is under the cursor is
 * told. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  TrasStrategyView *view = show_map (fixture);
  GtkWidget *widget = GTK_WIDGET (view);
  int top, child;

  g_assert_cmpint (tras_strategy_view_get_selected (view), ==, -1);
  press (widget, GDK_KEY_Down);
  top = tras_strategy_view_get_selected (view);
  g_assert_cmpint (get_node (view)->kind, ==, TRAS_MAP_GOAL);
  g_assert_cmpint (get_node (view)->goal, ==, -1);
  press (widget, GDK_KEY_Down);
  child = tras_strategy_view_get_selected (view);
  g_assert_cmpint (get_node (view)->goal, ==, top);
  press (widget, GDK_KEY_Down);
  g_assert_cmpint (get_node (view)->kind, !=, TRAS_MAP_GOAL);
  press (widget, GDK_KEY_Up);
  g_assert_cmpint (tras_strategy_view_get_selected (view), ==, child);
  press (widget, GDK_KEY_Right);
  press (widget, GDK_KEY_Left);
  g_assert_cmpint (tras_strategy_view_get_selected (view), ==, child);
  press (widget, GDK_KEY_Up);
  g_assert_cmpint (tras_strategy_view_get_selected (view), ==, top);
  press (widget, GDK_KEY_plus);
  press (widget, GDK_KEY_0);
  fixture_settle (fixture);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  TrasStrategyView *view = show_map (fixture);
  TrasStrategyMap *map = tras_strategy_view_get_map (view);

  for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
    {
      const TrasMapNode *node = tras_strategy_map_get (map, i);
      g_autofree char *words = tras_map_nodes_dup_words (map, i);

      g_assert_nonnull (strstr (words, node->title));
      if (node->kind != TRAS_MAP_PLAN)
        g_assert_nonnull (strstr (words, "It serves "));
      if (node->kind == TRAS_MAP_GOAL && node->goal >= 0)
        {
          g_assert_nonnull (strstr (words, "It climbs to “"));
          g_assert_nonnull (strstr (words, tras_strategy_map_get (map,
                                                                  (guint) node->goal)->title));
        }
      if (node->is_loose)
        g_assert_true (strstr (words, "It climbs to no goal") != NULL ||
                       strstr (words, "No goal looks at it") != NULL);
    }
}

typedef struct
{
  Fixture *fixture;
  const char *tab;
  gint64 id;
} Expected;

static gboolean
shows_goal (gpointer data)
{
  Expected *expected = data;
  GtkWidget *page = tras_window_get_page (expected->fixture->window, "goals");

  return tras_goals_page_get_selected_id (TRAS_GOALS_PAGE (page)) == expected->id;
}

static gboolean
shows_tab (gpointer data)
{
  Expected *expected = data;

  return gtk_widget_get_mapped (tras_window_get_page (expected->fixture->window, expected->tab));
}

/* Return on a goal opens its pane, on an indicator its chart, on a plan its first action. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const tabs[] = {
    [TRAS_MAP_GOAL] = "goals", [TRAS_MAP_INDICATOR] = "indicators", [TRAS_MAP_PLAN] = "plans",
  };

  for (TrasMapKind kind = TRAS_MAP_GOAL; kind <= TRAS_MAP_PLAN; kind++)
    {
      TrasStrategyView *view = show_map (fixture);
      TrasStrategyMap *map = tras_strategy_view_get_map (view);
      Expected expected = { fixture, tabs[kind], 0 };
      guint node = 0;

      while (tras_strategy_map_get (map, node)->kind != kind)
        node++;
      tras_strategy_view_select (view, (int) node);
      expected.id = tras_strategy_map_get (map, node)->id;
      press (GTK_WIDGET (view), GDK_KEY_Return);
      wait_until (shows_tab, &expected);
      if (kind == TRAS_MAP_GOAL)
        wait_until (shows_goal, &expected);
      fixture_settle (fixture);
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  show_map (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));
  show (fixture, "year", TRAS_TYPE_YEAR_PAGE);
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

/* ---- the year ---- */

static void
add_rows (Fixture *fixture,
          GType    type,
          GString *text)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) rows = fixture_read (fixture, query);
  const TrasTable *table = tras_record_type_get_table (type);

  for (guint i = 0; i < rows->len; i++)
    {
      TrasRecord *row = rows->pdata[i];

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT, table->name, row->id);
      for (guint k = 0; k < table->n_fields; k++)
        {
          g_autofree char *value = tras_field_dup_plain (row, &table->fields[k]);

          g_string_append_printf (text, "|%s", value);
        }
      g_string_append_c (text, '\n');
    }
}

static char *
dup_state (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_rows (fixture, TRAS_TYPE_GOAL, text);
  add_rows (fixture, TRAS_TYPE_TARGET, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (GPtrArray) goals = NULL;

  tras_query_where_null (query, "copied_from", FALSE);
  goals = fixture_read (fixture, query);

  return goals->len;
}

static gboolean
has_drafts (gpointer fixture)
{
  return count_drafts (fixture) == 2;
}

static gboolean
has_no_drafts (gpointer fixture)
{
  return count_drafts (fixture) == 0;
}

/* Two goals, one below the other, become two drafts by one edit; what was counted before is counted
 * alike; and one undo takes back all of it. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  TrasYearPage *page = show (fixture, "year", TRAS_TYPE_YEAR_PAGE);
  GtkWidget *goals = tras_window_get_page (fixture->window, "goals");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *state = dup_state (fixture);
  g_autofree char *restored = NULL;
  guint attention;
  TrasGoal *child = NULL;

  fixture_settle (fixture);
  attention = tras_page_get_attention (TRAS_PAGE (goals));
  before = fixture_read (fixture, query);
  for (guint i = 0; i < before->len && child == NULL; i++)
    {
      TrasGoal *goal = before->pdata[i];

      if (goal->parent_id != 0 && g_str_equal (goal->state, "open"))
        child = goal;
    }
  tras_year_page_show_year (page, 2026);
  tras_year_page_choose (page, TRAS_RECORD (child)->id, TRUE);
  tras_year_page_choose (page, child->parent_id, TRUE);
  tras_year_page_copy (page);
  wait_until (has_drafts, fixture);
  fixture_settle (fixture);
  g_assert_cmpuint (tras_page_get_attention (TRAS_PAGE (goals)), ==, attention);

  /* What has a copy cannot be chosen again. */
  tras_year_page_choose (page, TRAS_RECORD (child)->id, TRUE);
  tras_year_page_copy (page);
  fixture_settle (fixture);
  g_assert_cmpuint (count_drafts (fixture), ==, 2);

  tras_window_undo (GTK_WIDGET (page), 0);
  wait_until (has_no_drafts, fixture);
  restored = dup_state (fixture);
  g_assert_cmpstr (restored, ==, state);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/strategy/walk", test_walk);
  fixture_add ("/strategy/words", test_words);
  fixture_add ("/strategy/open", test_open);
  fixture_add ("/strategy/names", test_names);
  fixture_add ("/strategy/copy", test_copy);

  return fixture_run ();
}
