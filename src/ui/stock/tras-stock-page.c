/* tras-stock-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-buy-page.h"
#include "tras-choice-row.h"
#include "tras-count-page.h"
#include "tras-entry-row.h"
#include "tras-erase-dialog.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-item.h"
#include "tras-item-detail.h"
#include "tras-loader.h"
#include "tras-movement.h"
#include "tras-movement-detail.h"
#include "tras-movement-dialog.h"
#include "tras-order-page.h"
#include "tras-plain-detail.h"
#include "tras-purchase-page.h"
#include "tras-record-page.h"
#include "tras-running-out.h"
#include "tras-sale.h"
#include "tras-stock-page.h"
#include "tras-stockout-detail.h"
#include "tras-stockout.h"
#include "tras-supplier-section.h"
#include "tras-text-row.h"
#include "tras-ticket-list.h"
#include "tras-ticket-page.h"
#include "tras-window.h"

/**
 * TrasStockPage:
 *
 * What there is, who orders what of it, how it came and went, who sells it, and where it lies.
 */
struct _TrasStockPage
{
  TrasListsPage parent_instance;

  /* template widgets */
  TrasCountPage *counts;
  TrasOrderPage *orders;
  TrasDetail *customer_detail;
  TrasRecordPage *customers;
  TrasRecordPage *items;
  TrasRecordPage *movements;
  TrasRecordPage *places;
  TrasRecordPage *stockouts;
  TrasRecordPage *suppliers;
  TrasTicketPage *tickets;

  /* owned */
  GSignalGroup *store_signals;
  TrasLoader *loader;
  GArray *running_out;  /* ids of items that are about to run out */
  guint n_short;        /* items that are out or low */
  guint n_running;      /* those that are about to run out and are not low yet */
};

G_DEFINE_FINAL_TYPE (TrasStockPage, tras_stock_page, TRAS_TYPE_LISTS_PAGE)

/* ---- filters ---- */

static void
narrow_to_state (TrasQuery *query,
                 gpointer   state)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);
}

/* Whatever is on its way: out, low, or short until it comes. */
static void
narrow_to_short (TrasQuery *query,
                 gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "ok");
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "inactive");
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "not-stocked");
}

static void
narrow_to_attention (TrasQuery *query)
{
  narrow_to_short (query, NULL);
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "due");
}

static void
narrow_to_running_out (TrasQuery *query,
                       gpointer   user_data)
{
  GArray *ids = ((TrasStockPage *) user_data)->running_out;

  tras_query_where_in (query, "id", (gint64 *) (gpointer) ids->data, ids->len);
}

static void
narrow_to_cause (TrasQuery *query,
                 gpointer   cause)
{
  tras_query_where_text (query, "cause", TRAS_QUERY_EQ, cause);
}

static void
narrow_to_out (TrasQuery *query,
               gpointer   user_data)
{
  tras_query_where_null (query, "to_at", TRUE);
}

static void
narrow_to_unexplained (TrasQuery *query,
                       gpointer   user_data)
{
  tras_query_where_null (query, "cause", TRUE);
}

static void
add_filters (TrasStockPage *self)
{
  static const char *const causes[] = { "purchase", "order", "use", "move", "count", "scrap",
                                        "undo" };
  const TrasField *field =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_MOVEMENT), "cause");

  tras_record_page_add_chip (self->items, C_("stock", "Out"), narrow_to_state, (gpointer) "out");
  tras_record_page_add_chip (self->items, C_("stock", "Running out"), narrow_to_running_out, self);
  tras_record_page_add_chip (self->items, C_("stock", "Low"), narrow_to_state, (gpointer) "low");
  tras_record_page_add_chip (self->items, C_("stock", "Below order level"), narrow_to_short, NULL);
  tras_record_page_add_chip (self->items, C_("stock", "Inactive"), narrow_to_state,
                             (gpointer) "inactive");
  tras_record_page_add_reference_filter (self->items, "supplier_id", _("All suppliers"));
  tras_record_page_add_chip (self->stockouts, C_("stock-outs", "Out now"), narrow_to_out, NULL);
  tras_record_page_add_chip (self->stockouts, C_("stock-outs", "Without a cause"),
                             narrow_to_unexplained, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    tras_record_page_add_chip (self->movements, tras_choice_get_label (field->choices, causes[i]),
                               narrow_to_cause, (gpointer) causes[i]);
}

/* ---- new records ---- */

static gpointer
find_free_sku_job (TrasDb        *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return tras_item_dup_free_sku (db, error);
}

static void
on_sku_found (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrasStockPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sku = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autoptr (TrasItem) item = NULL;

  if (sku == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  item = tras_item_new ();
  item->sku = g_steal_pointer (&sku);
  item->name = g_strdup (_("New item"));
  tras_record_page_create (self->items, item, _("New item"));
}

static void
on_new_item (TrasStockPage *self)
{
  tras_store_run_async (tras_page_get_store (TRAS_PAGE (self)), on_new_item, find_free_sku_job,
                        NULL, NULL, g_free, NULL, on_sku_found, g_object_ref (self));
}

/* A movement is of an item: it is chosen first. */
static void
ask_for_item (TrasStockPage *self)
{
  tras_lists_page_set_visible (TRAS_LISTS_PAGE (self), self->items);
  tras_inner_page_focus_search (TRAS_INNER_PAGE (self->items));
  tras_window_toast (GTK_WIDGET (self),
                     _("Choose the item first, then receive, issue, move, count or scrap it"));
}

static void
on_new_supplier (TrasStockPage *self)
{
  g_autoptr (TrasSupplier) supplier = tras_supplier_new ();

  supplier->name = g_strdup (_("New supplier"));
  tras_record_page_create (self->suppliers, supplier, _("New supplier"));
}

static void
on_new_customer (TrasStockPage *self)
{
  g_autoptr (TrasCustomer) customer = tras_customer_new ();

  customer->name = g_strdup (_("New customer"));
  tras_record_page_create (self->customers, customer, _("New customer"));
}

static void
on_erase_customer (TrasStockPage *self)
{
  TrasRecord *customer = tras_detail_get_record (self->customer_detail);
  TrasStore *store = tras_detail_get_store (self->customer_detail);

  if (customer != NULL && !tras_store_is_read_only (store))
    tras_erase_dialog_present (GTK_WIDGET (self), store, TRAS_TYPE_CUSTOMER, customer->id);
}

static void
on_new_place (TrasStockPage *self)
{
  g_autoptr (TrasLocation) place = tras_location_new ();

  place->name = g_strdup (_("New place"));
  place->kind = "inside";
  tras_record_page_create (self->places, place, _("New place"));
}

/* ---- movements ---- */

static void
movement_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  static const char *const names[] = { "stock.receive", "stock.issue", "stock.move", "stock.count",
                                       "stock.scrap" };
  TrasStockPage *self = TRAS_STOCK_PAGE (widget);
  TrasStore *store = tras_page_get_store (TRAS_PAGE (self));
  gint64 id = tras_record_page_get_selected_id (self->items);

  if (store == NULL || tras_store_is_read_only (store))
    return;
  if (id == 0 || tras_lists_page_get_visible (TRAS_LISTS_PAGE (self)) != self->items)
    {
      ask_for_item (self);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (action_name, names[i]))
        tras_movement_dialog_present (widget, store, id, (TrasMovementKind) i);
    }
}

static void
show_movements_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TrasStockPage *self = TRAS_STOCK_PAGE (widget);
  TrasItem *item = tras_detail_get_record (tras_record_page_get_detail (self->items));

  if (item == NULL)
    return;

  tras_record_page_search (self->movements, item->sku);
  tras_lists_page_set_visible (TRAS_LISTS_PAGE (self), self->movements);
}

static void
deviation_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TrasStockPage *self = TRAS_STOCK_PAGE (widget);

  if (tras_lists_page_get_visible (TRAS_LISTS_PAGE (self)) == self->stockouts)
    tras_stockout_detail_open_deviation (
      TRAS_STOCKOUT_DETAIL (tras_record_page_get_detail (self->stockouts)));
}

/* ---- the number on the tab ---- */

/* Items that are short or will be, orders that wait, tickets that are late, and counts that nobody
 * has posted. */
static void
add_up_attention (TrasStockPage *self)
{
  guint counts, orders, tickets;

  g_object_get (self->counts, "attention", &counts, NULL);
  g_object_get (self->orders, "attention", &orders, NULL);
  g_object_get (self->tickets, "attention", &tickets, NULL);
  tras_page_set_attention (TRAS_PAGE (self),
                           self->n_short + self->n_running + orders + tickets + counts);
}

static void
on_counted (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasStockPage) self = user_data;
  gint64 count = tras_store_count_finish (TRAS_STORE (object), result, NULL);

  if (count < 0 || tras_page_get_store (TRAS_PAGE (self)) != TRAS_STORE (object))
    return;

  self->n_short = (guint) MIN (count, G_MAXINT / 2);
  add_up_attention (self);
}

static void
count_attention (TrasStockPage *self)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);

  narrow_to_attention (query);
  tras_store_count_async (tras_page_get_store (TRAS_PAGE (self)), query, NULL, on_counted,
                          g_object_ref (self));
}

/* ---- what is about to run out ---- */

static gpointer
running_out_job (TrasDb        *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return tras_running_out_load (db, 0, tras_day_today (), error);
}

static gboolean
is_running_out (TrasStockPage *self,
                gint64         id)
{
  for (guint i = 0; i < self->running_out->len; i++)
    {
      if (g_array_index (self->running_out, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

static const char *
get_word (TrasRecord *record,
          const char *word,
          gpointer    user_data)
{
  return is_running_out (user_data, record->id) ? tras_running_out_get_state (word) : word;
}

static void
take_running_out (gpointer owner,
                  gpointer result)
{
  TrasStockPage *self = owner;
  g_autoptr (GPtrArray) found = result;
  g_autoptr (GArray) before = g_steal_pointer (&self->running_out);

  self->running_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_running = 0;
  for (guint i = 0; i < found->len; i++)
    {
      TrasItem *item = ((TrasRunningOut *) found->pdata[i])->item;

      g_array_append_val (self->running_out, TRAS_RECORD (item)->id);
      self->n_running += g_strcmp0 (item->state, "ok") == 0 || g_strcmp0 (item->state, "due") == 0;
    }
  add_up_attention (self);
  if (before->len == self->running_out->len &&
      (before->len == 0 ||
       memcmp (before->data, self->running_out->data, before->len * sizeof (gint64)) == 0))
    return;

  tras_column_refresh (tras_record_page_get_column (self->items, "state"));
  tras_record_page_refresh (self->items);
}

static const char *const tables[] = { "item", "movement", "location", "reservation", "purchase",
                                      "purchase_line", "receipt", "sale", "sale_line", "supplier",
                                      NULL };

static const TrasLoading loading = {
  .tables = tables,
  .job = running_out_job,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .take = take_running_out,
  .is_daily = TRUE,
};

static void
on_store_changed (TrasStore     *store,
                  TrasChanges   *changes,
                  TrasStockPage *self)
{
  if (tras_changes_touch_any (changes, tables))
    count_attention (self);
}

/* ---- the page ---- */

static void
tras_stock_page_store_changed (TrasPage *page)
{
  TrasStockPage *self = TRAS_STOCK_PAGE (page);
  TrasStore *store = tras_page_get_store (page);

  TRAS_PAGE_CLASS (tras_stock_page_parent_class)->store_changed (page);
  g_signal_group_set_target (self->store_signals, store);
  if (tras_loader_set_store (self->loader, store) && store != NULL)
    tras_loader_load (self->loader);
  if (store != NULL)
    count_attention (self);
  else
    {
      g_array_set_size (self->running_out, 0);
      self->n_short = self->n_running = 0;
      tras_page_set_attention (page, 0);
    }
}

static void
tras_stock_page_dispose (GObject *object)
{
  g_clear_object (&TRAS_STOCK_PAGE (object)->store_signals);
  g_clear_pointer (&TRAS_STOCK_PAGE (object)->loader, tras_loader_free);

  G_OBJECT_CLASS (tras_stock_page_parent_class)->dispose (object);
}

/* Until then a cell of the list may ask. */
static void
tras_stock_page_finalize (GObject *object)
{
  g_clear_pointer (&TRAS_STOCK_PAGE (object)->running_out, g_array_unref);

  G_OBJECT_CLASS (tras_stock_page_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "stock.receive" },
    { GDK_KEY_equal, "stock.receive" },
    { GDK_KEY_KP_Add, "stock.receive" },
    { GDK_KEY_minus, "stock.issue" },
    { GDK_KEY_KP_Subtract, "stock.issue" },
    { GDK_KEY_m, "stock.move" },
    { GDK_KEY_t, "stock.count" },
    { GDK_KEY_d, "stock.scrap" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
tras_stock_page_class_init (TrasStockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasPageClass *page_class = TRAS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_stock_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tras_stock_page_finalize;
  page_class->kind = "items";
  page_class->store_changed = tras_stock_page_store_changed;

  g_type_ensure (TRAS_TYPE_BUY_PAGE);
  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_COUNT_PAGE);
  g_type_ensure (TRAS_TYPE_CUSTOMER);
  g_type_ensure (TRAS_TYPE_CUSTOMER_TICKETS);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_ITEM);
  g_type_ensure (TRAS_TYPE_ITEM_DETAIL);
  g_type_ensure (TRAS_TYPE_LOCATION);
  g_type_ensure (TRAS_TYPE_MOVEMENT);
  g_type_ensure (TRAS_TYPE_MOVEMENT_DETAIL);
  g_type_ensure (TRAS_TYPE_ORDER_PAGE);
  g_type_ensure (TRAS_TYPE_PLAIN_DETAIL);
  g_type_ensure (TRAS_TYPE_PURCHASE_PAGE);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_STOCKOUT);
  g_type_ensure (TRAS_TYPE_STOCKOUT_DETAIL);
  g_type_ensure (TRAS_TYPE_SUPPLIER);
  g_type_ensure (TRAS_TYPE_SUPPLIER_SECTION);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  g_type_ensure (TRAS_TYPE_TICKET_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, counts);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, customer_detail);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, customers);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, items);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, movements);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, orders);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, places);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, stockouts);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, suppliers);
  gtk_widget_class_bind_template_child (widget_class, TrasStockPage, tickets);
  gtk_widget_class_bind_template_callback (widget_class, on_erase_customer);
  gtk_widget_class_bind_template_callback (widget_class, on_new_customer);
  gtk_widget_class_bind_template_callback (widget_class, on_new_item);
  gtk_widget_class_bind_template_callback (widget_class, ask_for_item);
  gtk_widget_class_bind_template_callback (widget_class, on_new_place);
  gtk_widget_class_bind_template_callback (widget_class, on_new_supplier);

  gtk_widget_class_install_action (widget_class, "stock.receive", NULL, movement_action);
  gtk_widget_class_install_action (widget_class, "stock.issue", NULL, movement_action);
  gtk_widget_class_install_action (widget_class, "stock.move", NULL, movement_action);
  gtk_widget_class_install_action (widget_class, "stock.count", NULL, movement_action);
  gtk_widget_class_install_action (widget_class, "stock.scrap", NULL, movement_action);
  gtk_widget_class_install_action (widget_class, "stock.deviation", NULL, deviation_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "stock.deviation", NULL);
  gtk_widget_class_install_action (widget_class, "stock.show-movements", NULL,
                                   show_movements_action);
  add_keys (widget_class);
}

static void
tras_stock_page_init (TrasStockPage *self)
{
  self->loader = tras_loader_new (&loading, self);
  self->running_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_column_set_word (tras_record_page_get_column (self->items, "state"), get_word, self);
  tras_help_set_page (GTK_WIDGET (self), "book-stock");
  add_filters (self);
  g_signal_connect_object (self->counts, "notify::attention", G_CALLBACK (add_up_attention), self,
                           G_CONNECT_SWAPPED);
  self->store_signals = g_signal_group_new (TRAS_TYPE_STORE);
  g_signal_connect_object (self->orders, "notify::attention", G_CALLBACK (add_up_attention), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tickets, "notify::attention", G_CALLBACK (add_up_attention), self,
                           G_CONNECT_SWAPPED);
  g_signal_group_connect (self->store_signals, "changed", G_CALLBACK (on_store_changed), self);
}
