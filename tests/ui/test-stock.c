/* test-stock.c: the stock tab on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-detail.h"
#include "tras-field-editor.h"
#include "tras-item-detail.h"
#include "tras-item.h"
#include "tras-record-page.h"
#include "tras-sale.h"
#include "tras-stock-page.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"

static TrasPage *
get_page (Fixture *fixture)
{
  return TRAS_PAGE (tras_window_get_page (fixture->window, "stock"));
}

static gboolean
has_attention (gpointer data)
{
  return tras_page_get_attention (data) > 0;
}

static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  tras_window_show_tab (fixture->window, "stock");
  wait_until (has_attention, get_page (fixture));
}

/* On a narrow window a state is its icon, so that there is room for the item's name. */

typedef struct
{
  GtkWidget *icon;
  GtkWidget *word;
} StateCell;

static gboolean
find_state_cell (GtkWidget *widget,
                 StateCell *cell)
{
  const char *tooltip = GTK_IS_IMAGE (widget) ? gtk_widget_get_tooltip_text (widget) : NULL;

  if (tooltip != NULL && gtk_widget_get_mapped (widget))
    {
      cell->icon = widget;
      cell->word = gtk_widget_get_next_sibling (widget);
      if (cell->word != NULL && GTK_IS_INSCRIPTION (cell->word))
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (find_state_cell (child, cell))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (gpointer data)
{
  StateCell cell;

  return find_state_cell (data, &cell) && gtk_widget_get_visible (cell.word);
}

static gboolean
has_icons_alone (gpointer data)
{
  StateCell cell;

  return find_state_cell (data, &cell) && !gtk_widget_get_visible (cell.word);
}

static void
test_narrow_states (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  StateCell cell;

  tras_window_show_tab (fixture->window, "stock");
  wait_until (has_words, window);
  /* A size that is asked for before the window has its first one is lost. */
  gtk_test_widget_wait_for_draw (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  wait_until (has_icons_alone, window);
  g_assert_true (find_state_cell (window, &cell));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell.icon), ==,
                   gtk_inscription_get_text (GTK_INSCRIPTION (cell.word)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell.icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (cell.icon));

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  wait_until (has_words, window);
}

/* What is open when the window is closed goes with it. */

static GtkWidget *
find_drop_down (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget) &&
      gtk_widget_get_ancestor (widget, TRAS_TYPE_DETAIL) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);

  return found;
}

static gboolean
has_drop_down (gpointer data)
{
  return find_drop_down (data) != NULL;
}

static gboolean
has_popover (gpointer data)
{
  GtkWidget *popover = gtk_widget_get_last_child (data);

  return GTK_IS_POPOVER (popover) && gtk_widget_get_mapped (popover);
}

static void
test_close_with_popover (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *drop_down;

  tras_window_show_tab (fixture->window, "stock");
  wait_until (has_attention, get_page (fixture));
  tras_page_activate_new (get_page (fixture));
  wait_until (has_drop_down, get_page (fixture));
  fixture_settle (fixture);
  drop_down = find_drop_down (GTK_WIDGET (get_page (fixture)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (drop_down)), TRUE);
  wait_until (has_popover, drop_down);
}

/* ---- before it runs out ---- */

static gint64
find_item (Fixture    *fixture,
           const char *sku)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  tras_query_where_text (query, "sku", TRAS_QUERY_EQ, sku);
  items = fixture_read (fixture, query);
  g_assert_cmpuint (items->len, ==, 1);

  return TRAS_RECORD (items->pdata[0])->id;
}

static GtkWidget *
find_words (GtkWidget  *widget,
            const char *start)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, start);

  return found;
}

static gboolean
is_warned (gpointer data)
{
  return find_words (data, "Runs out ") != NULL && find_words (data, "Running out") != NULL;
}

/* What is promised away makes the item run out, says so in its pane and counts on the tab; undone
 * it does not. */
static void
test_running_out (Fixture       *fixture,
                  gconstpointer  data)
{
  TrasPage *page = get_page (fixture);
  gint64 item_id = find_item (fixture, "CMA-25");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (GPtrArray) sales = NULL;
  g_autoptr (TrasSaleLine) line = tras_sale_line_new ();
  g_autoptr (TrasEdit) edit = tras_edit_new ("Order");
  guint before;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_ITEM, item_id));
  fixture_settle (fixture);
  before = tras_page_get_attention (page);
  g_assert_null (find_words (GTK_WIDGET (page), "Runs out "));

  tras_query_where_text (query, "code", TRAS_QUERY_EQ, "S-28");
  sales = fixture_read (fixture, query);
  line->sale_id = TRAS_RECORD (sales->pdata[0])->id;
  line->item_id = item_id;
  line->quantity = 171000;
  tras_edit_insert (edit, line);
  tras_window_apply (GTK_WIDGET (fixture->window), g_steal_pointer (&edit), TRAS_APPLY_DEFAULT,
                     NULL, NULL);
  wait_until (is_warned, page);
  fixture_settle (fixture);
  g_assert_cmpuint (tras_page_get_attention (page), ==, before + 1);

  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
  g_assert_null (find_words (GTK_WIDGET (page), "Runs out "));
  g_assert_cmpuint (tras_page_get_attention (page), ==, before);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* The level that is proposed is taken by one press, and given back by one undo. */
static void
test_level (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 item_id = find_item (fixture, "CMA-25");
  TrasPage *page = get_page (fixture);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, item_id);
  before = fixture_read (fixture, query);
  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_ITEM, item_id));
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (page));
  fixture_click (find_button (GTK_WIDGET (page), "_Take It"));
  fixture_settle (fixture);
  after = fixture_read (fixture, query);
  g_assert_cmpint (TRAS_ITEM (after->pdata[0])->reorder_at, !=,
                   TRAS_ITEM (before->pdata[0])->reorder_at);
  g_assert_null (find_button (GTK_WIDGET (page), "_Take It"));

  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
  undone = fixture_read (fixture, query);
  g_assert_cmpint (TRAS_ITEM (undone->pdata[0])->reorder_at, ==,
                   TRAS_ITEM (before->pdata[0])->reorder_at);
}

/* ---- what is refused ---- */

static GtkWidget *
find_editor (GtkWidget  *widget,
             const char *field)
{
  GtkWidget *found = NULL;

  if (TRAS_IS_FIELD_EDITOR (widget) &&
      g_strcmp0 (tras_field_editor_get_field (TRAS_FIELD_EDITOR (widget))->name, field) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child, field);

  return found;
}

static gboolean
says_something (gpointer editor)
{
  return gtk_widget_get_tooltip_text (editor) != NULL;
}

/* Types a value into a field of an item's pane, which is refused beside it; the file has what
 * it had. */
static void
assert_refused (Fixture    *fixture,
                TrasItem   *item,
                const char *field,
                const char *text,
                const char *words)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *pane, *editor;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_ITEM,
                                          TRAS_RECORD (item)->id));
  fixture_settle (fixture);
  pane = fixture_find (tras_window_get_page (fixture->window, "stock"), TRAS_TYPE_ITEM_DETAIL);
  editor = find_editor (pane, field);
  g_assert_nonnull (editor);
  gtk_widget_grab_focus (editor);
  gtk_editable_set_text (GTK_EDITABLE (editor), text);
  tras_field_editor_commit (TRAS_FIELD_EDITOR (editor));
  wait_until (says_something, editor);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (editor), ==, words);
  fixture_settle (fixture);

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, TRAS_RECORD (item)->id);
  after = fixture_read (fixture, query);
  g_assert_true (tras_record_equal (TRAS_RECORD (item), after->pdata[0]));
  tras_field_editor_take_back (TRAS_FIELD_EDITOR (editor));
  fixture_settle (fixture);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Barcode");
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TrasItem) first = NULL;
  g_autofree char *taken = NULL;

  items = fixture_read (fixture, query);
  first = tras_record_dup (items->pdata[0]);
  g_free (first->barcode);
  first->barcode = g_strdup ("4006381333931");
  tras_edit_update (edit, first);
  tras_window_apply (GTK_WIDGET (fixture->window), edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
  fixture_settle (fixture);
  taken = g_strdup_printf ("“%s” (%s) has this barcode already", first->name, first->sku);

  assert_refused (fixture, items->pdata[1], "barcode", "4006381333931", taken);
  assert_refused (fixture, items->pdata[1], "price", "-1", "“Price” cannot be less than zero");
  assert_refused (fixture, items->pdata[1], "reorder_at", "0.0005",
                  "“0.0005” has too many digits behind the decimal mark");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/stock/attention", test_attention);
  fixture_add ("/stock/narrow-states", test_narrow_states);
  fixture_add ("/stock/close-with-popover", test_close_with_popover);
  fixture_add ("/stock/running-out", test_running_out);
  fixture_add ("/stock/level", test_level);
  fixture_add ("/stock/refused", test_refused);

  return fixture_run ();
}
