/* test-stock-width.c: the tab Stock in a narrow window, in the language that the locale says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "locales.h"
#include "tras-count-page.h"
#include "tras-count-view.h"
#include "tras-inner-page.h"
#include "tras-item.h"
#include "tras-locale.h"
#include "tras-movement.h"
#include "tras-purchase.h"
#include "tras-sale.h"
#include "tras-stockout.h"
#include "tras-ticket.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"
#define LEAST_WIDTH 360
#define AROUND 10

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* The innermost widgets that are wider than what goes around them leaves. */
static gboolean
tell_wide (GtkWidget  *widget,
           const char *where)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);
  g_autofree char *here = NULL;
  gboolean told = FALSE;

  if (!gtk_widget_should_layout (widget) || get_least_width (widget) <= LEAST_WIDTH - AROUND)
    return FALSE;

  here = g_str_has_prefix (type, "Tras") ? g_strdup_printf ("%s %s", where, type)
                                         : g_strdup (where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    told |= tell_wide (child, here);
  if (!told)
    g_test_message ("%s: %s, %d px", here, type, get_least_width (widget));

  return TRUE;
}

static void
assert_narrow (Fixture    *fixture,
               const char *what)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  fixture_settle (fixture);
  if (get_least_width (window) > LEAST_WIDTH)
    {
      tell_wide (gtk_widget_get_first_child (window), what);
      g_test_fail ();
    }
}

/* A size that is asked for before the window has its first one is lost. */
static TrasPage *
begin (Fixture *fixture)
{
  tras_window_show_tab (fixture->window, "stock");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), LEAST_WIDTH, 720);
  fixture_settle (fixture);

  return TRAS_PAGE (tras_window_get_page (fixture->window, "stock"));
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  TrasPage *page = begin (fixture);
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (
    fixture_find (GTK_WIDGET (page), TRAS_TYPE_COUNT_PAGE), GTK_TYPE_STACK));
  g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (stack));

  g_assert_cmpuint (g_list_model_get_n_items (pages), ==, 11);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (pages, i);
      GtkStackPage *list = GTK_STACK_PAGE (item);

      gtk_stack_set_visible_child (stack, gtk_stack_page_get_child (list));
      assert_narrow (fixture, gtk_stack_page_get_name (list));
    }
}

/* One pane for each state that a record can be in, for they offer different things; of what has no
 * state, the first. */
static void
test_panes (Fixture       *fixture,
            gconstpointer  data)
{
  const struct
  {
    GType type;
    const char *state;
  } kinds[] = {
    { TRAS_TYPE_ITEM, "state" },       { TRAS_TYPE_SALE, "stage" },
    { TRAS_TYPE_CUSTOMER, NULL },      { TRAS_TYPE_TICKET, "stage" },
    { TRAS_TYPE_TICKET, "kind" },      { TRAS_TYPE_PURCHASE, "state" },
    { TRAS_TYPE_MOVEMENT, NULL },      { TRAS_TYPE_STOCKOUT, NULL },
    { TRAS_TYPE_SUPPLIER, NULL },      { TRAS_TYPE_LOCATION, NULL },
  };

  begin (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (kinds[i].type);
      g_autoptr (GPtrArray) records = fixture_read (fixture, query);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const TrasTable *table = tras_record_type_get_table (kinds[i].type);

      for (guint j = 0; j < records->len; j++)
        {
          TrasRecord *record = records->pdata[j];
          const char *state = NULL;
          g_autofree char *what = NULL;

          if (kinds[i].state != NULL)
            state = tras_record_get_text (record, tras_table_find_field (table, kinds[i].state));
          if (!g_hash_table_add (seen, (gpointer) (state != NULL ? state : "")))
            continue;
          what = g_strdup_printf ("%s %s", table->name, state != NULL ? state : "");
          g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), kinds[i].type,
                                                  record->id));
          assert_narrow (fixture, what);
        }
      g_assert_cmpuint (g_hash_table_size (seen), >, kinds[i].state != NULL ? 1 : 0);
    }
}

/* An item for which another level is proposed, before and after so much of it is promised that it
 * runs out. */
static void
test_running_out (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) orders = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (TrasSaleLine) line = tras_sale_line_new ();
  g_autoptr (TrasEdit) edit = tras_edit_new ("Order");
  g_autoptr (GPtrArray) found_items = NULL;
  g_autoptr (GPtrArray) found_orders = NULL;
  guint before;
  TrasPage *page = begin (fixture);

  tras_query_where_text (items, "sku", TRAS_QUERY_EQ, "CMA-25");
  found_items = fixture_read (fixture, items);
  tras_query_where_text (orders, "code", TRAS_QUERY_EQ, "S-28");
  found_orders = fixture_read (fixture, orders);
  line->sale_id = TRAS_RECORD (found_orders->pdata[0])->id;
  line->item_id = TRAS_RECORD (found_items->pdata[0])->id;
  line->quantity = 171000;
  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_ITEM,
                                          line->item_id));
  assert_narrow (fixture, "item with a proposal");
  before = tras_page_get_attention (page);
  tras_edit_insert (edit, line);
  tras_window_apply (GTK_WIDGET (fixture->window), g_steal_pointer (&edit), TRAS_APPLY_NO_TOAST,
                     NULL, NULL);
  assert_narrow (fixture, "item that runs out");
  g_assert_cmpuint (tras_page_get_attention (page), ==, before + 1);
}

static void
test_open_count (Fixture       *fixture,
                 gconstpointer  data)
{
  TrasPage *page = begin (fixture);
  GtkWidget *counts = fixture_find (GTK_WIDGET (page), TRAS_TYPE_COUNT_PAGE);
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (counts, GTK_TYPE_STACK));

  gtk_stack_set_visible_child (stack, counts);
  fixture_settle (fixture);
  tras_inner_page_activate_new (TRAS_INNER_PAGE (counts));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  assert_narrow (fixture, "open count");
  g_assert_true (gtk_widget_get_mapped (fixture_find (counts, TRAS_TYPE_COUNT_VIEW)));
  gtk_widget_activate_action (counts, "counts.review", NULL);
  assert_narrow (fixture, "differences of a count");
}

int
main (int    argc,
      char **argv)
{
  const char *locale = g_getenv ("TRASTIENDA_TEST_LOCALE");

  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  if (locale != NULL && !locales_use (locale))
    {
      g_print ("1..0 # SKIP No locale can be made here\n");
      return 0;
    }
  fixture_init (&argc, &argv);
  /* Tests of the toolkit speak English, unless they are told otherwise afterwards. */
  tras_locale_init ();
  /* Nothing would be seen of a language that is not spoken. */
  g_assert_true (locale == NULL || !g_str_equal (_("Stock"), "Stock"));

  fixture_add ("/stock-width/lists", test_lists);
  fixture_add ("/stock-width/panes", test_panes);
  fixture_add ("/stock-width/running-out", test_running_out);
  fixture_add ("/stock-width/open-count", test_open_count);

  return fixture_run ();
}
