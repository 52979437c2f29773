/* test-staff.c: the tab Staff on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-area.h"
#include "tras-chip.h"
#include "tras-person.h"
#include "tras-record-page.h"
#include "tras-staff-page.h"

#define TODAY "2026-11-21"

/* One of the tab's lists, and what a test waits for in it. */
typedef struct
{
  TrasRecordPage *list;
  GListModel *rows;
  GtkWidget *chip;
  guint n_rows;
  const char *words;
} List;

static GtkWidget *
get_part (gpointer    widget,
          GType       type,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, name));
}

static List
open_list (Fixture    *fixture,
           const char *name)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "staff");
  GtkWidget *view;
  List self = { NULL };

  tras_window_show_tab (fixture->window, "staff");
  self.list = TRAS_RECORD_PAGE (get_part (page, TRAS_TYPE_STAFF_PAGE, name));
  tras_lists_page_set_visible (TRAS_LISTS_PAGE (page), self.list);
  view = get_part (self.list, TRAS_TYPE_RECORD_PAGE, "view");
  self.rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));

  return self;
}

static gboolean
has_rows (gpointer data)
{
  List *list = data;

  return g_list_model_get_n_items (list->rows) == list->n_rows;
}

static gboolean
has_any (gpointer data)
{
  return g_list_model_get_n_items (((List *) data)->rows) > 0;
}

static const char *
get_state (List *list)
{
  GtkWidget *stack = get_part (list->list, TRAS_TYPE_RECORD_PAGE, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
finds_nothing (gpointer data)
{
  return g_str_equal (get_state (data), "nothing");
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list_inside (gpointer widget,
             GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

/* The number beside the chip's name; 0 where it shows none. */
static guint
get_count (GtkWidget *chip)
{
  g_autoptr (GPtrArray) labels = list_inside (chip, GTK_TYPE_LABEL);
  GtkLabel *last = labels->pdata[labels->len - 1];

  g_assert_cmpuint (labels->len, >=, 2);

  return gtk_widget_get_visible (GTK_WIDGET (last))
           ? (guint) g_ascii_strtoull (gtk_label_get_label (last), NULL, 10)
           : 0;
}

static GPtrArray *
read_people (Fixture    *fixture,
             const char *state)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);

  if (state != NULL)
    tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);

  return fixture_read (fixture, query);
}

static gboolean
counts_as_shown (gpointer data)
{
  List *list = data;

  return get_count (list->chip) == list->n_rows;
}

/* A chip turned on shows as many as it said it would, which is what the file has. */
static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  List list = open_list (fixture, "people");
  GtkWidget *bar = get_part (list.list, TRAS_TYPE_RECORD_PAGE, "filters");
  g_autoptr (GPtrArray) chips = list_inside (bar, TRAS_TYPE_CHIP);
  g_autoptr (GPtrArray) everybody = read_people (fixture, NULL);
  TrasDay today = tras_day_today ();
  guint expected[3] = { 0 };

  for (guint i = 0; i < everybody->len; i++)
    {
      TrasPerson *person = everybody->pdata[i];

      if (g_str_equal (person->state, "left"))
        expected[2]++;
      else
        expected[person->hired_on <= today ? 0 : 1]++;
    }
  g_assert_cmpuint (chips->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (expected[0], >, 0);
  g_assert_cmpuint (expected[2], >, 0);

  for (guint i = 0; i < chips->len; i++)
    {
      list.chip = chips->pdata[i];
      list.n_rows = expected[i];
      wait_until (counts_as_shown, &list);
      gtk_toggle_button_set_active (chips->pdata[i], TRUE);
      wait_until (has_rows, &list);
    }
  /* Only one of them holds at a time. */
  g_assert_false (gtk_toggle_button_get_active (chips->pdata[0]));

  gtk_toggle_button_set_active (chips->pdata[2], FALSE);
  list.n_rows = everybody->len;
  wait_until (has_rows, &list);
}

/* Seats that are open are counted and shown by role. */
static void
test_open_seats (Fixture       *fixture,
                 gconstpointer  data)
{
  List list = open_list (fixture, "roles");
  GtkWidget *bar = get_part (list.list, TRAS_TYPE_RECORD_PAGE, "filters");
  g_autoptr (GPtrArray) chips = list_inside (bar, TRAS_TYPE_CHIP);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ROLE);
  g_autoptr (GPtrArray) roles = fixture_read (fixture, query);

  list.chip = chips->pdata[0];
  for (guint i = 0; i < roles->len; i++)
    {
      TrasRole *role = roles->pdata[i];

      list.n_rows += role->filled < role->seats;
    }
  g_assert_cmpuint (list.n_rows, >, 0);
  wait_until (counts_as_shown, &list);
  gtk_toggle_button_set_active (chips->pdata[0], TRUE);
  wait_until (has_rows, &list);
}

static gboolean
pane_says (gpointer data)
{
  List *list = data;
  g_autoptr (GPtrArray) labels =
    list_inside (tras_record_page_get_detail (list->list), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_get_mapped (labels->pdata[i]) &&
          strstr (gtk_label_get_text (labels->pdata[i]), list->words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
pane_is_called (gpointer data)
{
  List *list = data;
  GtkWidget *title = get_part (list->list, TRAS_TYPE_RECORD_PAGE, "pane_title");

  return g_str_equal (gtk_inscription_get_text (GTK_INSCRIPTION (title)), list->words);
}

/* The card is called after the person, and has all their posts, whether they are here or left. */
static void
test_card (Fixture       *fixture,
           gconstpointer  data)
{
  List list = open_list (fixture, "people");
  g_autoptr (GPtrArray) left = read_people (fixture, "left");
  g_autoptr (GPtrArray) here = read_people (fixture, "here");
  TrasPerson *people[] = { here->pdata[0], left->pdata[0] };

  wait_until (has_any, &list);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_POST);
      g_autoptr (GPtrArray) posts = NULL;

      tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, TRAS_RECORD (people[i])->id);
      posts = fixture_read (fixture, query);
      g_assert_cmpuint (posts->len, >, 0);

      tras_window_show_record (GTK_WIDGET (list.list), TRAS_TYPE_PERSON,
                               TRAS_RECORD (people[i])->id);
      list.words = people[i]->name;
      wait_until (pane_is_called, &list);
      for (guint j = 0; j < posts->len; j++)
        {
          list.words = ((TrasPost *) posts->pdata[j])->role_name;
          wait_until (pane_says, &list);
        }
    }
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (fixture->window));
}

/* The pane's title follows a new name, and undo. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  List list = open_list (fixture, "people");
  g_autoptr (GPtrArray) here = read_people (fixture, "here");
  g_autoptr (TrasPerson) changed = tras_record_dup (here->pdata[0]);
  TrasDetail *detail = tras_record_page_get_detail (list.list);

  tras_window_show_record (GTK_WIDGET (list.list), TRAS_TYPE_PERSON, TRAS_RECORD (changed)->id);
  list.words = ((TrasPerson *) here->pdata[0])->name;
  wait_until (pane_is_called, &list);

  g_free (changed->name);
  changed->name = g_strdup ("Nuala Byrne");
  tras_detail_change (detail, g_object_ref (changed), "Change: Name");
  list.words = "Nuala Byrne";
  wait_until (pane_is_called, &list);

  tras_window_undo (GTK_WIDGET (list.list), 0);
  list.words = ((TrasPerson *) here->pdata[0])->name;
  wait_until (pane_is_called, &list);
}

/* When the only one that was found is deleted, nothing is found; undo brings it back. */
static void
test_delete_found (Fixture       *fixture,
                   gconstpointer  data)
{
  List list = open_list (fixture, "people");
  g_autoptr (TrasPerson) person = tras_person_new ();

  wait_until (has_any, &list);
  person->name = g_strdup ("Nuala Byrne");
  person->hired_on = tras_day_today ();
  tras_record_page_create (list.list, person, "New person");
  list.words = person->name;
  wait_until (pane_is_called, &list);

  tras_record_page_search (list.list, person->name);
  list.n_rows = 1;
  wait_until (has_rows, &list);
  fixture_settle (fixture);
  tras_detail_delete_record (GTK_WIDGET (list.list),
                             tras_detail_get_record (tras_record_page_get_detail (list.list)),
                             NULL);
  list.n_rows = 0;
  wait_until (has_rows, &list);
  wait_until (finds_nothing, &list);

  tras_window_undo (GTK_WIDGET (list.list), 0);
  list.n_rows = 1;
  wait_until (has_rows, &list);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/staff/chips", test_chips);
  fixture_add ("/staff/open-seats", test_open_seats);
  fixture_add ("/staff/card", test_card);
  fixture_add ("/staff/rename", test_rename);
  fixture_add ("/staff/delete-found", test_delete_found);

  return fixture_run ();
}
