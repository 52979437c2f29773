/* tras-order-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-entry-row.h"
#include "tras-number.h"
#include "tras-order-detail.h"
#include "tras-order-forms.h"
#include "tras-order-lines.h"
#include "tras-order-paper.h"
#include "tras-order-words.h"
#include "tras-record-deviations.h"
#include "tras-reference-row.h"
#include "tras-shipping-form.h"
#include "tras-text-row.h"
#include "tras-ticket-list.h"
#include "tras-window.h"

/**
 * TrasOrderDetail:
 *
 * How an order stands, what it names, and a button for what comes next with it.
 */
struct _TrasOrderDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  GtkButton *step_button;
  GtkImage *state_icon;
  GtkLabel *origin;
  GtkLabel *state;
  GtkWidget *bill_button;
  GtkWidget *buttons;
  GtkWidget *cancel_button;
  GtkWidget *part_button;
  TrasRecordDeviations *deviations;
};

G_DEFINE_FINAL_TYPE (TrasOrderDetail, tras_order_detail, TRAS_TYPE_DETAIL)

static TrasSale *
get_sale (TrasOrderDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

/* ---- steps ---- */

typedef struct
{
  gint64 sale_id;
  TrasSaleStep step;
} Job;

static gpointer
step_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Job *job = data;

  return tras_sale_step_prepare (db, job->sale_id, job->step, error);
}

static void
on_prepared (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasOrderDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEdit) edit = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (edit == NULL)
    tras_window_report_error (GTK_WIDGET (self), error);
  else
    tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
do_step (TrasOrderDetail *self,
         TrasSaleStep     step)
{
  TrasStore *store = tras_detail_get_store (TRAS_DETAIL (self));
  Job job = { TRAS_RECORD (get_sale (self))->id, step };

  tras_store_run_async (store, do_step, step_job, g_memdup2 (&job, sizeof job), g_free,
                        g_object_unref, NULL, on_prepared, g_object_ref (self));
}

/**
 * tras_order_detail_do_next:
 * @self: a pane
 *
 * Does what comes next with the order on show: it is taken, picked, shipped, billed or paid.
 */
void
tras_order_detail_do_next (TrasOrderDetail *self)
{
  TrasStore *store;
  TrasSaleStep step;

  g_return_if_fail (TRAS_IS_ORDER_DETAIL (self));

  store = tras_detail_get_store (TRAS_DETAIL (self));
  if (get_sale (self) != NULL && store != NULL && !tras_store_is_read_only (store) &&
      tras_sale_get_next (get_sale (self), &step))
    do_step (self, step);
}

static void
on_cancel (TrasOrderDetail *self)
{
  if (get_sale (self) != NULL)
    do_step (self, TRAS_SALE_CANCEL);
}

/**
 * tras_order_detail_ship_part:
 * @self: a pane
 *
 * Asks what of the order on show is sent now.
 */
void
tras_order_detail_ship_part (TrasOrderDetail *self)
{
  TrasStore *store;

  g_return_if_fail (TRAS_IS_ORDER_DETAIL (self));

  store = tras_detail_get_store (TRAS_DETAIL (self));
  if (get_sale (self) != NULL && store != NULL && !tras_store_is_read_only (store) &&
      tras_sale_reserves (get_sale (self)))
    tras_shipping_form_open (GTK_WIDGET (self), store, TRAS_RECORD (get_sale (self))->id);
}

static void
on_bill_anew (TrasOrderDetail *self)
{
  if (get_sale (self) != NULL)
    tras_order_forms_bill_anew (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)),
                                get_sale (self));
}

/* ---- paper, and what went wrong ---- */

static void
on_paper (TrasOrderDetail *self)
{
  if (get_sale (self) != NULL)
    tras_order_paper_save (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)),
                           TRAS_RECORD (get_sale (self))->id);
}

/**
 * tras_order_detail_open_deviation:
 * @self: a pane
 *
 * Asks for the deviation that is made of the order on show, or shows the one that is under way.
 */
void
tras_order_detail_open_deviation (TrasOrderDetail *self)
{
  g_return_if_fail (TRAS_IS_ORDER_DETAIL (self));

  if (get_sale (self) != NULL)
    tras_record_deviations_open (self->deviations);
}

/* ---- the object ---- */

static char *
dup_origin (TrasSale *sale)
{
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         sale->taken_on);

  /* Translators: the number of an order, who ordered, and on which day */
  return g_strdup_printf (C_("order", "%s · %s · %s"), sale->code, sale->customer_name, day);
}

static void
tras_order_detail_record_changed (TrasDetail *detail,
                                  gpointer    record)
{
  TrasOrderDetail *self = TRAS_ORDER_DETAIL (detail);
  TrasSale *sale = record;
  TrasDay today = tras_day_today ();
  const char *classes[2] = { NULL };
  g_autofree char *state = NULL;
  g_autofree char *origin = NULL;
  TrasSaleStep step;
  gboolean writable, next;

  if (record == NULL)
    return;

  writable = !tras_store_is_read_only (tras_detail_get_store (detail));
  next = tras_sale_get_next (sale, &step);
  state = tras_order_words_dup_state (sale, today);
  origin = dup_origin (sale);
  classes[0] = tras_order_words_get_class (sale, today);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->origin, origin);
  gtk_image_set_from_icon_name (self->state_icon, tras_order_words_get_icon (sale, today));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);

  gtk_widget_set_visible (GTK_WIDGET (self->step_button), writable && next);
  if (next)
    gtk_button_set_label (self->step_button, tras_order_words_get_step (step));
  gtk_widget_set_visible (self->cancel_button,
                          writable && tras_sale_reserves (sale) &&
                          g_strcmp0 (sale->stage, "part") != 0);
  gtk_widget_set_visible (self->part_button, writable && tras_sale_reserves (sale));
  gtk_widget_set_visible (self->bill_button, writable && g_strcmp0 (sale->stage, "billed") == 0);
  gtk_widget_set_sensitive (self->buttons, writable);
}

static char *
tras_order_detail_dup_title (TrasDetail *detail,
                             gpointer    record)
{
  /* Translators: %s is the number of an order */
  return g_strdup_printf (_("Order %s"), TRAS_SALE (record)->code);
}

static void
tras_order_detail_class_init (TrasOrderDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_order_detail_record_changed;
  TRAS_DETAIL_CLASS (klass)->dup_title = tras_order_detail_dup_title;

  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_ORDER_DEVIATIONS);
  g_type_ensure (TRAS_TYPE_ORDER_LINES);
  g_type_ensure (TRAS_TYPE_ORDER_TICKETS);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-order-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, bill_button);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, deviations);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, origin);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, part_button);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasOrderDetail, step_button);
  gtk_widget_class_bind_template_callback (widget_class, on_bill_anew);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_paper);
  gtk_widget_class_bind_template_callback (widget_class, tras_order_detail_do_next);
  gtk_widget_class_bind_template_callback (widget_class, tras_order_detail_ship_part);
}

static void
tras_order_detail_init (TrasOrderDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
