/* test-services.c: services between areas in the tab Staff, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-inner-page.h"
#include "tras-record-page.h"
#include "tras-service-board.h"
#include "tras-service-detail.h"
#include "tras-service-net-view.h"
#include "tras-service-page.h"
#include "tras-service-rater.h"

#define TODAY "2026-11-21"

static GtkWidget *
get_page (Fixture *fixture)
{
  return fixture_find (tras_window_get_page (fixture->window, "staff"), TRAS_TYPE_SERVICE_PAGE);
}

static GtkWidget *
get_part (GtkWidget  *widget,
          GType       type,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, name));
}

static gboolean
has_board (gpointer page)
{
  g_autoptr (TrasServiceBoard) board = NULL;

  g_object_get (page, "board", &board, NULL);

  return board != NULL;
}

static TrasService *
find_service (Fixture    *fixture,
              const char *what)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SERVICE);
  g_autoptr (GPtrArray) services = NULL;

  tras_query_where_text (query, "what", TRAS_QUERY_EQ, what);
  services = fixture_read (fixture, query);
  g_assert_cmpuint (services->len, ==, 1);

  return g_object_ref (services->pdata[0]);
}

static TrasServiceRating *
find_rating (Fixture    *fixture,
             const char *what)
{
  g_autoptr (TrasService) service = find_service (fixture, what);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SERVICE_RATING);
  g_autoptr (GPtrArray) ratings = NULL;

  tras_query_where_int (query, "service_id", TRAS_QUERY_EQ, TRAS_RECORD (service)->id);
  tras_query_where_date (query, "period_on", TRAS_QUERY_EQ, tras_day_from_iso ("2026-11-01"));
  ratings = fixture_read (fixture, query);

  return ratings->len > 0 ? g_object_ref (ratings->pdata[0]) : NULL;
}

/* Shows one part of the page: list, picture or rate. */
static GtkWidget *
turn_to (Fixture    *fixture,
         const char *name)
{
  g_autoptr (TrasService) service = find_service (fixture, "Packed the same day");
  GtkWidget *page;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_SERVICE,
                                          TRAS_RECORD (service)->id));
  page = get_page (fixture);
  g_assert_nonnull (page);
  wait_until (has_board, page);
  gtk_stack_set_visible_child_name (GTK_STACK (get_part (page, TRAS_TYPE_SERVICE_PAGE, "stack")),
                                    name);
  fixture_settle (fixture);

  return page;
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

/* ---- rating ---- */

static void
choose (GtkWidget  *rater,
        const char *area)
{
  GtkDropDown *areas = GTK_DROP_DOWN (get_part (rater, TRAS_TYPE_SERVICE_RATER, "areas"));
  GListModel *names = gtk_drop_down_get_model (areas);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (name), area))
        {
          gtk_drop_down_set_selected (areas, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static const char *
get_chosen (GtkWidget *rater)
{
  GtkDropDown *areas = GTK_DROP_DOWN (get_part (rater, TRAS_TYPE_SERVICE_RATER, "areas"));

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (areas));
}

static GtkListBoxRow *
get_row (GtkWidget *rater,
         int        place)
{
  return gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (get_part (rater, TRAS_TYPE_SERVICE_RATER, "list")), place);
}

static GtkWidget *
find_mark (GtkWidget  *widget,
           const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mark (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gint64
get_score (Fixture    *fixture,
           const char *what)
{
  g_autoptr (TrasServiceRating) rating = find_rating (fixture, what);

  return rating != NULL ? rating->score : 0;
}

/* Marks follow once the board was read anew. */
static gboolean
is_marked (gpointer mark)
{
  return gtk_widget_has_css_class (mark, "marked");
}

static gboolean
is_not_marked (gpointer mark)
{
  return !is_marked (mark);
}

/* The warehouse gets one service, which nobody has rated: a click rates it, a key on the row rates
 * it anew, and each is one undo. */
static void
test_rate (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "rate");
  GtkWidget *rater = get_part (page, TRAS_TYPE_SERVICE_PAGE, "rater");
  GtkListBoxRow *row;

  choose (rater, "Warehouse and dispatch");
  fixture_settle (fixture);
  fixture_assert_named (rater);
  row = get_row (rater, 0);
  g_assert_nonnull (row);
  g_assert_null (get_row (rater, 1));
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 0);

  fixture_click (find_mark (GTK_WIDGET (row), "2"));
  fixture_settle (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 2);
  wait_until (is_marked, find_mark (GTK_WIDGET (row), "2"));

  /* The row is the same one still, with the keyboard in it. */
  g_assert_true (get_row (rater, 0) == row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  fixture_press (get_part (rater, TRAS_TYPE_SERVICE_RATER, "list"), GDK_KEY_4, 0);
  fixture_settle (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 4);
  wait_until (is_not_marked, find_mark (GTK_WIDGET (row), "2"));

  undo (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 2);
  undo (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 0);
  wait_until (is_not_marked, find_mark (GTK_WIDGET (row), "2"));
}

/* Two clicks before the first is written: the last one stands. Words are kept with it. */
static void
test_fast (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "rate");
  GtkWidget *rater = get_part (page, TRAS_TYPE_SERVICE_PAGE, "rater");
  g_autoptr (TrasServiceRating) rating = NULL;
  GtkWidget *entry;

  choose (rater, "Warehouse and dispatch");
  fixture_settle (fixture);
  fixture_click (find_mark (GTK_WIDGET (get_row (rater, 0)), "1"));
  fixture_click (find_mark (GTK_WIDGET (get_row (rater, 0)), "3"));
  fixture_click (find_mark (GTK_WIDGET (get_row (rater, 0)), "5"));
  fixture_settle (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 5);

  entry = fixture_find (GTK_WIDGET (get_row (rater, 0)), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "All announced");
  g_signal_emit_by_name (entry, "activate");
  fixture_settle (fixture);
  rating = find_rating (fixture, "Deliveries announced");
  g_assert_cmpint (rating->score, ==, 5);
  g_assert_cmpstr (rating->words, ==, "All announced");

  undo (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (get_score (fixture, "Deliveries announced"), ==, 0);
}

/* The area is chosen once, whatever else is written. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "rate");
  GtkWidget *rater = get_part (page, TRAS_TYPE_SERVICE_PAGE, "rater");
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *area = NULL;

  choose (rater, "Street shop");
  fixture_settle (fixture);
  g_assert_nonnull (get_row (rater, 3));
  g_assert_null (get_row (rater, 5));
  area = g_settings_get_string (settings, "rating-area");
  g_assert_cmpstr (area, ==, "Street shop");
  fixture_click (find_mark (GTK_WIDGET (get_row (rater, 3)), "1"));
  fixture_settle (fixture);
  g_assert_cmpstr (get_chosen (rater), ==, "Street shop");
  undo (fixture);
}

/* ---- the picture ---- */

static void
press (GtkWidget *view,
       guint      key)
{
  gtk_widget_grab_focus (view);
  fixture_press (view, key, 0);
}

/* Walked by keys; Return on an area shows that one alone, on a service opens it. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "picture");
  GtkWidget *view = get_part (page, TRAS_TYPE_SERVICE_PAGE, "view");
  TrasServiceNetView *net = TRAS_SERVICE_NET_VIEW (view);
  GtkWidget *stack = get_part (page, TRAS_TYPE_SERVICE_PAGE, "stack");
  TrasRecordPage *list = TRAS_RECORD_PAGE (get_part (page, TRAS_TYPE_SERVICE_PAGE, "list"));
  g_autofree char *first = NULL;
  g_autoptr (TrasService) service = NULL;
  g_autoptr (TrasServiceNet) on_paper = NULL;

  fixture_assert_named (page);
  on_paper = tras_service_net_view_new_net (net, 1100, 740);
  g_assert_cmpuint (tras_service_net_get_n_nodes (on_paper), ==, 8);
  g_assert_cmpuint (tras_service_net_get_n_arrows (on_paper), ==, 12);
  g_assert_null (tras_service_net_view_get_words (net));
  press (view, GDK_KEY_Home);
  first = g_strdup (tras_service_net_view_get_words (net));
  g_assert_cmpstr (first, ==,
                   "Management and administration: gives 1, takes 1. What it gives was rated 3.0 "
                   "of 5.");
  press (view, GDK_KEY_Down);
  g_assert_cmpstr (tras_service_net_view_get_words (net), ==,
                   "Signed within two days (Management and administration → Finance). Rated 3.0 "
                   "of 5. Far below its target, 0.3 more than before.");
  press (view, GDK_KEY_Up);
  g_assert_cmpstr (tras_service_net_view_get_words (net), ==, first);

  press (view, GDK_KEY_Return);
  fixture_settle (fixture);
  press (view, GDK_KEY_Right);
  press (view, GDK_KEY_Right);
  g_assert_cmpstr (tras_service_net_view_get_words (net), ==, first);
  press (view, GDK_KEY_Return);
  fixture_settle (fixture);
  press (view, GDK_KEY_Right);
  press (view, GDK_KEY_Right);
  g_assert_cmpstr (tras_service_net_view_get_words (net), !=, first);
  press (view, GDK_KEY_plus);
  press (view, GDK_KEY_0);

  press (view, GDK_KEY_Home);
  press (view, GDK_KEY_Down);
  press (view, GDK_KEY_Return);
  fixture_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
  service = find_service (fixture, "Signed within two days");
  g_assert_cmpint (tras_record_page_get_selected_id (list), ==, TRAS_RECORD (service)->id);
}

/* ---- the list ---- */

/* A service is complete or not at all; what will not do keeps the form. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "list");
  TrasRecordPage *list = TRAS_RECORD_PAGE (get_part (page, TRAS_TYPE_SERVICE_PAGE, "list"));
  g_autoptr (TrasService) service = NULL;

  tras_inner_page_activate_new (TRAS_INNER_PAGE (list));
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_set_text ("what", "Coffee at eight");
  fixture_set_int ("giver_id", 6);
  fixture_set_int ("taker_id", 6);
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_nonnull (fixture_get_form ());
  fixture_set_int ("taker_id", 2);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  service = find_service (fixture, "Coffee at eight");
  g_assert_cmpint (service->giver_id, ==, 6);
  g_assert_cmpint (service->from_on, ==, tras_day_from_iso ("2026-11-01"));
  g_assert_cmpint (tras_record_page_get_selected_id (list), ==, TRAS_RECORD (service)->id);
  undo (fixture);
}

/* The pane follows what is rated elsewhere. */
static void
test_pane (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = turn_to (fixture, "list");
  GtkWidget *pane = fixture_find (page, TRAS_TYPE_SERVICE_DETAIL);
  GtkLabel *state = GTK_LABEL (get_part (pane, TRAS_TYPE_SERVICE_DETAIL, "state"));
  g_autoptr (TrasServiceRating) rating = find_rating (fixture, "Packed the same day");
  g_autoptr (TrasService) service = find_service (fixture, "Packed the same day");
  g_autoptr (TrasEdit) edit = NULL;

  g_assert_cmpstr (gtk_label_get_label (state), ==, "4 · Good, in Nov 2026");
  edit = tras_service_step_rate (service, rating, rating->period_on, 1, NULL);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
  fixture_settle (fixture);
  g_assert_cmpstr (gtk_label_get_label (state), ==, "1 · Very bad, in Nov 2026");
  undo (fixture);
  g_assert_cmpstr (gtk_label_get_label (state), ==, "4 · Good, in Nov 2026");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/services/rate", test_rate);
  fixture_add ("/services/fast", test_fast);
  fixture_add ("/services/remembered", test_remembered);
  fixture_add ("/services/picture", test_picture);
  fixture_add ("/services/new", test_new);
  fixture_add ("/services/pane", test_pane);

  return fixture_run ();
}
