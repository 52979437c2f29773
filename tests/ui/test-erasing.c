/* test-erasing.c: somebody is erased as it was said before, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-erase-dialog.h"
#include "tras-field-text.h"
#include "tras-person.h"
#include "tras-sale.h"
#include "tras-suggestion.h"

#define TODAY "2026-11-21"
#define MOST_STEPS 200

static gpointer
get_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (TRAS_IS_ERASE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer unused)
{
  return get_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer unused)
{
  return get_dialog () == NULL;
}

static gpointer
get_part (const char *name)
{
  return gtk_widget_get_template_child (get_dialog (), TRAS_TYPE_ERASE_DIALOG, name);
}

/* The first of them by name: of those who are here somebody has open actions, of those who left
 * nobody has. */
static TrasPerson *
find_person (Fixture    *fixture,
             const char *state)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);
  tras_query_order (query, "name", FALSE);
  people = fixture_read (fixture, query);
  g_assert_cmpuint (people->len, >, 0);

  return g_object_ref (people->pdata[0]);
}

static gpointer
read_again (Fixture  *fixture,
            gpointer  record)
{
  g_autoptr (TrasQuery) query = tras_query_new (G_OBJECT_TYPE (record));
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, TRAS_RECORD (record)->id);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (found->pdata[0]);
}

/* All of it as it is shown, to be compared. */
static char *
dup_shown (gpointer    record,
           const char *label)
{
  const TrasTable *table = tras_record_get_table (record);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (label != NULL && !g_str_equal (tras_field_get_label (&table->fields[i]), label))
        continue;
      value = tras_field_dup_shown (record, &table->fields[i], tras_number_format_get_default (),
                                    NULL);
      g_string_append_printf (shown, "%s\n", value != NULL ? value : "");
    }

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
open_dialog (Fixture    *fixture,
             TrasPerson *person)
{
  tras_erase_dialog_present (GTK_WIDGET (fixture->window),
                             tras_window_get_store (fixture->window), TRAS_TYPE_PERSON,
                             TRAS_RECORD (person)->id);
  wait_until (has_dialog, NULL);
  fixture_settle (fixture);
  fixture_assert_named (get_dialog ());
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static GPtrArray *
list_rows (const char *group)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (get_part (group), rows);

  return rows;
}

/* Tab comes to it, from wherever the keyboard is. */
static void
assert_reached (GtkWidget *widget)
{
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (get_dialog ());

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return;
      if (!gtk_widget_child_focus (get_dialog (), GTK_DIR_TAB_FORWARD))
        gtk_window_set_focus (get_dialog (), NULL);
    }
  g_assert_not_reached ();
}

/* What Escape and Cancel do. */
static void
cancel (void)
{
  gtk_widget_activate_action (get_dialog (), "window.close", NULL);
  wait_until (has_no_dialog, NULL);
}

static void
type_code (const char *code)
{
  gtk_editable_set_text (get_part ("code_row"), code);
}

static TrasSuggestion *
add_suggestion (Fixture    *fixture,
                const char *what)
{
  g_autoptr (TrasSuggestion) suggestion = g_object_new (TRAS_TYPE_SUGGESTION, NULL);
  g_autoptr (TrasEdit) edit = tras_edit_new ("New suggestion");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUGGESTION);
  g_autoptr (GPtrArray) found = NULL;

  suggestion->said_on = tras_day_today ();
  suggestion->what = g_strdup (what);
  suggestion->state = "new";
  tras_edit_insert (edit, suggestion);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
  fixture_settle (fixture);
  tras_query_where_text (query, "what", TRAS_QUERY_EQ, what);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (found->pdata[0]);
}

/* ---- */

/* Whoever works here is not erased; the reason is said, and there is nothing to type. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasPerson) person = find_person (fixture, "here");
  g_autoptr (TrasPerson) after = NULL;
  g_autofree char *before = dup_shown (person, NULL);
  g_autofree char *shown = NULL;

  open_dialog (fixture, person);
  g_assert_true (gtk_widget_get_visible (get_part ("duties")));
  g_assert_cmpstr (adw_preferences_group_get_description (get_part ("duties")), ==,
                   "They still work here. Personal data are erased after somebody has left.");
  g_assert_false (gtk_widget_get_visible (get_part ("confirm")));
  g_assert_false (gtk_widget_is_sensitive (get_part ("erase_button")));
  cancel ();
  fixture_settle (fixture);
  after = read_again (fixture, person);
  shown = dup_shown (after, NULL);
  g_assert_cmpstr (shown, ==, before);
}

/* With the code typed, and left all the same. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasPerson) person = find_person (fixture, "left");
  g_autoptr (TrasPerson) after = NULL;
  g_autofree char *before = dup_shown (person, NULL);
  g_autofree char *shown = NULL;

  open_dialog (fixture, person);
  g_assert_false (gtk_widget_get_visible (get_part ("duties")));
  type_code (person->code);
  g_assert_true (gtk_widget_is_sensitive (get_part ("erase_button")));
  cancel ();
  fixture_settle (fixture);
  after = read_again (fixture, person);
  shown = dup_shown (after, NULL);
  g_assert_cmpstr (shown, ==, before);
}

static GtkCheckButton *
find_check (const char *text)
{
  g_autoptr (GPtrArray) rows = list_rows ("mentions");

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), text))
        return GTK_CHECK_BUTTON (fixture_find (rows->pdata[i], GTK_TYPE_CHECK_BUTTON));
    }
  g_assert_not_reached ();
}

/* Each row of what goes is another afterwards, and each of the texts is as its tick says. */
static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasPerson) person = find_person (fixture, "left");
  g_autofree char *name = g_strdup (person->name);
  g_autofree char *goes = g_strdup_printf ("%s wants more light.", name);
  g_autofree char *stays = g_strdup_printf ("%s is another one.", name);
  g_autoptr (TrasSuggestion) replaced = add_suggestion (fixture, goes);
  g_autoptr (TrasSuggestion) kept = add_suggestion (fixture, stays);
  g_autoptr (TrasPerson) after = NULL;
  g_autoptr (TrasSuggestion) replaced_after = NULL;
  g_autoptr (TrasSuggestion) kept_after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  open_dialog (fixture, person);
  assert_reached (GTK_WIDGET (find_check (goes)));
  assert_reached (GTK_WIDGET (find_check (stays)));
  assert_reached (get_part ("code_row"));
  g_assert_true (gtk_check_button_get_active (find_check (goes)));
  gtk_check_button_set_active (find_check (stays), FALSE);
  rows = list_rows ("goes");
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (labels, g_strdup (adw_preferences_row_get_title (rows->pdata[i])));

  type_code ("not the code");
  g_assert_false (gtk_widget_is_sensitive (get_part ("erase_button")));
  type_code (person->code);
  assert_reached (get_part ("erase_button"));
  fixture_click (get_part ("erase_button"));
  wait_until (has_no_dialog, NULL);
  fixture_settle (fixture);

  after = read_again (fixture, person);
  g_assert_cmpint (after->erased_on, ==, tras_day_today ());
  for (guint i = 0; i < labels->len; i++)
    {
      g_autofree char *before = dup_shown (person, labels->pdata[i]);
      g_autofree char *shown = dup_shown (after, labels->pdata[i]);

      g_assert_cmpstr (shown, !=, before);
    }
  replaced_after = read_again (fixture, replaced);
  g_assert_null (strstr (replaced_after->what, name));
  g_assert_true (g_str_has_suffix (replaced_after->what, " wants more light."));
  kept_after = read_again (fixture, kept);
  g_assert_cmpstr (kept_after->what, ==, stays);

  /* There is nothing left to erase, and it says so. */
  open_dialog (fixture, after);
  g_assert_cmpstr (adw_preferences_group_get_description (get_part ("duties")), ==,
                   "These personal data are erased already.");
  g_assert_false (gtk_widget_get_visible (get_part ("confirm")));
  cancel ();
}

static TrasCustomer *
find_customer (Fixture *fixture,
               gboolean owes)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CUSTOMER);
  g_autoptr (GPtrArray) customers = fixture_read (fixture, query);

  for (guint i = 0; i < customers->len; i++)
    {
      TrasCustomer *customer = customers->pdata[i];

      if (owes ? customer->owed > 0
               : customer->owed == 0 && customer->orders > 1 && customer->contact != NULL)
        return g_object_ref (customer);
    }
  g_assert_not_reached ();
}

/* From the customer's page, as somebody does it. */
static void
open_for_customer (Fixture      *fixture,
                   TrasCustomer *customer)
{
  GtkWidget *row;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_CUSTOMER,
                                          TRAS_RECORD (customer)->id));
  fixture_settle (fixture);
  row = fixture_find_row (tras_window_get_page (fixture->window, "stock"), "Erase Personal Data…");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait_until (has_dialog, NULL);
  fixture_settle (fixture);
  fixture_assert_named (get_dialog ());
}

/* A customer who owes money stays, and the orders lead there; one with whom all is done loses name
 * and contact, and nothing of what was ordered. */
static void
test_customer (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrasCustomer) debtor = find_customer (fixture, TRUE);
  g_autoptr (TrasCustomer) customer = find_customer (fixture, FALSE);
  g_autoptr (TrasCustomer) after = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *code = g_strdup_printf ("%d", (int) TRAS_RECORD (customer)->id);
  g_autofree char *word = g_strdup_printf ("Customer %s", code);

  open_for_customer (fixture, debtor);
  g_assert_true (gtk_widget_get_visible (get_part ("duties")));
  rows = list_rows ("duties");
  g_assert_cmpuint (rows->len, >, 0);
  g_assert_false (gtk_widget_get_visible (get_part ("confirm")));
  cancel ();

  open_for_customer (fixture, customer);
  g_assert_false (gtk_widget_get_visible (get_part ("duties")));
  g_assert_true (gtk_widget_get_visible (get_part ("stays")));
  assert_reached (get_part ("code_row"));
  type_code (code);
  fixture_click (get_part ("erase_button"));
  wait_until (has_no_dialog, NULL);
  fixture_settle (fixture);

  after = read_again (fixture, customer);
  g_assert_cmpstr (after->name, ==, word);
  g_assert_null (after->contact);
  g_assert_cmpint (after->orders, ==, customer->orders);
  g_assert_cmpint (after->pay_days, ==, customer->pay_days);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/erasing/refused", test_refused);
  fixture_add ("/erasing/cancel", test_cancel);
  fixture_add ("/erasing/erase", test_erase);
  fixture_add ("/erasing/customer", test_customer);

  return fixture_run ();
}
