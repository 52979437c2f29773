/* tras-purchase-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-purchase-detail.h"
#include "tras-purchase-forms.h"
#include "tras-purchase-page.h"
#include "tras-record-page.h"

struct _TrasPurchasePage
{
  GtkWidget parent_instance;

  /* template widgets */
  TrasRecordPage *list;

  /* borrowed */
  TrasStore *store;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasPurchasePage, tras_purchase_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

/* ---- filters ---- */

static void
narrow_to_state (TrasQuery *query,
                 gpointer   state)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, state);
}

static void
add_filters (TrasPurchasePage *self)
{
  static const char *const states[] = { "draft", "sent", "closed", "cancelled" };
  const TrasField *field =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_PURCHASE), "state");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    tras_record_page_add_chip (self->list, tras_choice_get_label (field->choices, states[i]),
                               narrow_to_state, (gpointer) states[i]);
  tras_record_page_add_reference_filter (self->list, "supplier_id", _("All suppliers"));
}

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasPurchasePage *self = TRAS_PURCHASE_PAGE (page);

  self->store = store;
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_PURCHASE_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- the object ---- */

static void
on_new (TrasPurchasePage *self)
{
  if (self->store != NULL)
    tras_purchase_forms_new (GTK_WIDGET (self), self->store);
}

static void
tras_purchase_page_dispose (GObject *object)
{
  TrasPurchasePage *self = TRAS_PURCHASE_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_purchase_page_parent_class)->dispose (object);
}

static void
tras_purchase_page_class_init (TrasPurchasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_purchase_page_dispose;

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_PURCHASE);
  g_type_ensure (TRAS_TYPE_PURCHASE_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-purchase-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPurchasePage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_purchase_page_init (TrasPurchasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "buy-stock");
  add_filters (self);
}
