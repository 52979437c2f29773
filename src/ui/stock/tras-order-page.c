/* tras-order-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-order-detail.h"
#include "tras-order-forms.h"
#include "tras-order-page.h"
#include "tras-order-paper.h"
#include "tras-order-words.h"
#include "tras-record-page.h"
#include "tras-sale.h"

/**
 * TrasOrderPage:
 *
 * Orders of customers, from the word to the money. How many are late or overdue is the page's
 * attention.
 */
struct _TrasOrderPage
{
  GtkWidget parent_instance;

  /* template widgets */
  TrasRecordPage *list;

  /* borrowed */
  TrasStore *store;

  /* owned */
  TrasLoader *loader;
  guint attention;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasOrderPage, tras_order_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_ATTENTION = 1,
} TrasOrderPageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

/* ---- filters ---- */

static void
narrow_to_late (TrasQuery *query,
                gpointer   unused)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  tras_query_where_null (query, "shipped_on", TRUE);
  tras_query_where_date (query, "promised_on", TRAS_QUERY_LT, tras_day_today ());
}

static void
narrow_to_overdue (TrasQuery *query,
                   gpointer   unused)
{
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "cancelled");
  tras_query_where_null (query, "billed_on", FALSE);
  tras_query_where_null (query, "paid_on", TRUE);
  tras_query_where_date (query, "due_on", TRAS_QUERY_LT, tras_day_today ());
}

/* What is to be picked or shipped is open: there is an index of that. */
static void
narrow_to_unshipped (TrasQuery *query,
                     gpointer   stage)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  tras_query_where_null (query, "shipped_on", TRUE);
  tras_query_where_text (query, "stage", TRAS_QUERY_EQ, stage);
}

static void
narrow_to_stage (TrasQuery *query,
                 gpointer   stage)
{
  tras_query_where_text (query, "stage", TRAS_QUERY_EQ, stage);
}

static void
add_filters (TrasOrderPage *self)
{
  const struct
  {
    const char *label;
    TrasNarrow narrow;
    const char *stage;
  } chips[] = {
    { C_("orders", "Late"), narrow_to_late, NULL },
    { C_("orders", "To pick"), narrow_to_unshipped, "entered" },
    { C_("orders", "To ship"), narrow_to_unshipped, "picked" },
    { C_("orders", "Shipped in part"), narrow_to_unshipped, "part" },
    { C_("orders", "To bill"), narrow_to_stage, "shipped" },
    { C_("orders", "Overdue"), narrow_to_overdue, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    tras_record_page_add_chip (self->list, chips[i].label, chips[i].narrow,
                               (gpointer) chips[i].stage);
  tras_record_page_add_reference_filter (self->list, "customer_id", _("All customers"));
}

/* ---- what waits for somebody ---- */

static const char *const tables[] = { "sale", NULL };

/* The day of those who look. */
static gpointer
ask (gpointer owner)
{
  TrasDay today = tras_day_today ();

  return g_memdup2 (&today, sizeof today);
}

static gpointer
count_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (TrasQuery) late = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (TrasQuery) overdue = tras_query_new (TRAS_TYPE_SALE);
  gint64 n_late, n_overdue;
  guint count;

  narrow_to_late (late, NULL);
  narrow_to_overdue (overdue, NULL);
  n_late = tras_db_count (db, late, error);
  n_overdue = n_late >= 0 ? tras_db_count (db, overdue, error) : -1;
  if (n_overdue < 0)
    return NULL;
  count = (guint) MIN (n_late + n_overdue, G_MAXINT);

  return g_memdup2 (&count, sizeof count);
}

static void
take_count (gpointer owner,
            gpointer result)
{
  TrasOrderPage *self = owner;
  g_autofree guint *count = result;

  if (self->attention == *count)
    return;
  self->attention = *count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = count_job,
  .free_result = g_free,
  .take = take_count,
  .is_daily = TRUE,
};

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  static guint nothing;
  TrasOrderPage *self = TRAS_ORDER_PAGE (page);

  self->store = store;
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  if (!tras_loader_set_store (self->loader, store))
    return;
  if (store == NULL)
    take_count (self, g_memdup2 (&nothing, sizeof nothing));
  else
    tras_loader_load (self->loader);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_ORDER_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- keys ---- */

static void
on_new (TrasOrderPage *self)
{
  tras_order_forms_new (GTK_WIDGET (self), self->store, 0);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (widget);

  tras_order_detail_do_next (TRAS_ORDER_DETAIL (tras_record_page_get_detail (self->list)));
}

static void
deviation_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (widget);

  tras_order_detail_open_deviation (TRAS_ORDER_DETAIL (tras_record_page_get_detail (self->list)));
}

static void
part_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (widget);

  tras_order_detail_ship_part (TRAS_ORDER_DETAIL (tras_record_page_get_detail (self->list)));
}

/* The list of all orders that are to be picked. */
static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (widget);

  if (self->store != NULL)
    tras_order_paper_save (widget, self->store, 0);
}

/* ---- the object ---- */

static void
tras_order_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (object);

  switch ((TrasOrderPageProperty) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, self->attention);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_order_page_dispose (GObject *object)
{
  TrasOrderPage *self = TRAS_ORDER_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_order_page_parent_class)->dispose (object);
}

static void
tras_order_page_class_init (TrasOrderPageClass *klass)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_order_page_dispose;
  object_class->get_property = tras_order_page_get_property;

  /**
   * TrasOrderPage:attention:
   *
   * How many orders are late, or not paid in time.
   */
  properties[PROP_ATTENTION] =
    g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_ORDER_DETAIL);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_SALE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-order-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasOrderPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_install_action (widget_class, "order.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "order.deviation", NULL, deviation_action);
  gtk_widget_class_install_action (widget_class, "order.part", NULL, part_action);
  gtk_widget_class_install_action (widget_class, "order.print", NULL, print_action);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_CONTROL_MASK, "order.next",
                                           NULL);
      gtk_widget_class_add_binding_action (widget_class, enters[i],
                                           GDK_CONTROL_MASK | GDK_SHIFT_MASK, "order.part", NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "order.deviation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "order.print",
                                       NULL);
}

static void
tras_order_page_init (TrasOrderPage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "take-orders");
  tras_column_set_headline (tras_record_page_get_column (self->list, "customer_name"),
                            tras_order_words_get_headline ());
  add_filters (self);
}
