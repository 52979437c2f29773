/* tras-purchase-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-firm.h"
#include "tras-number.h"
#include "tras-purchase-detail.h"
#include "tras-purchase-lines.h"
#include "tras-purchase-report.h"
#include "tras-report-paper.h"
#include "tras-window.h"

struct _TrasPurchaseDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *supplier_row;
  GtkLabel *code;
  GtkLabel *state;
  GtkLabel *money;
  GtkWidget *delete_button;
  GtkWidget *end_button;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkWidget *send_button;
};

G_DEFINE_FINAL_TYPE (TrasPurchaseDetail, tras_purchase_detail, TRAS_TYPE_DETAIL)

/* What a button wants of the order as it is now: an edit, or a paper. */
typedef struct
{
  TrasPurchaseDetail *self;
  TrasEdit *(*make_edit) (TrasPurchaseSheet *sheet);
  gboolean print;

  gint64 id;
  TrasPurchaseSheet *sheet;
  TrasFirm *firm;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->self);
  g_clear_pointer (&wish->sheet, tras_purchase_sheet_free);
  g_clear_object (&wish->firm);
  g_free (wish);
}

static void
put_on_paper (Wish *wish)
{
  g_autoptr (TrasReport) report =
    tras_purchase_report_new (wish->sheet, wish->firm->name, wish->firm->currency,
                              tras_number_format_get_default ());
  /* Translators: the name of a file; %s is the number of an order to a supplier */
  g_autofree char *name = g_strdup_printf (_("Order %s.pdf"), wish->sheet->purchase->code);

  if (wish->print)
    tras_report_paper_print (GTK_WIDGET (wish->self), report);
  else
    tras_report_paper_save (GTK_WIDGET (wish->self), report, _("Save the Order"),
                            g_strdelimit (name, "/\\:*?\"<>|", '-'));
}

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Wish *wish = data;

  wish->sheet = tras_purchase_sheet_load (db, wish->id, error);
  if (wish->sheet == NULL)
    return NULL;
  wish->firm = tras_firm_load_or_new (db, error);

  return wish->firm != NULL ? wish : NULL;
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wish *wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    tras_window_report_error (GTK_WIDGET (wish->self), error);
  else if (wish->make_edit == NULL)
    put_on_paper (wish);
  else if (wish->sheet->lines->len == 0 && wish->make_edit != tras_purchase_step_delete)
    tras_window_toast (GTK_WIDGET (wish->self), _("Nothing is on the order yet"));
  else
    edit = wish->make_edit (wish->sheet);
  if (edit != NULL)
    tras_window_apply (GTK_WIDGET (wish->self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);

  wish_free (wish);
}

static void
ask (TrasPurchaseDetail *self,
     TrasEdit           *(*make_edit) (TrasPurchaseSheet *sheet),
     gboolean            print)
{
  TrasRecord *record = tras_detail_get_record (TRAS_DETAIL (self));
  Wish *wish;

  if (record == NULL)
    return;

  wish = g_new0 (Wish, 1);
  wish->self = g_object_ref (self);
  wish->make_edit = make_edit;
  wish->print = print;
  wish->id = record->id;
  tras_store_run_async (tras_detail_get_store (TRAS_DETAIL (self)), ask, read_job, wish, NULL,
                        NULL, NULL, on_read, wish);
}

static TrasEdit *
send_today (TrasPurchaseSheet *sheet)
{
  return tras_purchase_step_send (sheet, tras_day_today ());
}

static void
on_send (TrasPurchaseDetail *self)
{
  ask (self, send_today, FALSE);
}

static void
on_end (TrasPurchaseDetail *self)
{
  ask (self, tras_purchase_step_end, FALSE);
}

static void
on_delete (TrasPurchaseDetail *self)
{
  ask (self, tras_purchase_step_delete, FALSE);
}

static void
on_save (TrasPurchaseDetail *self)
{
  ask (self, NULL, FALSE);
}

static void
on_print (TrasPurchaseDetail *self)
{
  ask (self, NULL, TRUE);
}

static void
on_supplier_activated (TrasPurchaseDetail *self)
{
  TrasPurchase *purchase = tras_detail_get_record (TRAS_DETAIL (self));

  if (purchase != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_SUPPLIER, purchase->supplier_id);
}

/* How far it is, with the day. */
static char *
dup_state (TrasPurchase *purchase)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const TrasField *field =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (purchase)), "state");
  const char *label = tras_choice_get_label (field->choices, purchase->state);
  g_autofree char *day = tras_number_format_date_medium (format,
                                                         purchase->sent_on != TRAS_DAY_NONE
                                                         ? purchase->sent_on : purchase->made_on);

  if (g_str_equal (purchase->state, "draft"))
    /* Translators: %s is a date */
    return g_strdup_printf (_("Draft of %s"), day);
  if (g_str_equal (purchase->state, "sent"))
    /* Translators: %s is a date */
    return g_strdup_printf (_("Sent on %s"), day);

  /* Translators: how an order to a supplier stands, and a date */
  return g_strdup_printf (C_("purchase", "%s · %s"), label, day);
}

static void
tras_purchase_detail_record_changed (TrasDetail *detail,
                                     gpointer    record)
{
  TrasPurchaseDetail *self = TRAS_PURCHASE_DETAIL (detail);
  TrasPurchase *purchase = record;
  g_autofree char *state = NULL;
  g_autofree char *money = NULL;
  gboolean writable, draft, sent;

  if (record == NULL)
    return;

  writable = !tras_store_is_read_only (tras_detail_get_store (detail));
  draft = g_str_equal (purchase->state, "draft");
  sent = g_str_equal (purchase->state, "sent");
  state = dup_state (purchase);
  money = tras_number_format_money (tras_number_format_get_default (), purchase->money,
                                    tras_store_get_currency (tras_detail_get_store (detail)));
  gtk_label_set_label (self->code, purchase->code != NULL ? purchase->code : "");
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->money, money);
  gtk_widget_set_visible (GTK_WIDGET (self->money), purchase->money > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->supplier_row),
                                 purchase->supplier_name);
  gtk_widget_set_visible (self->send_button, writable && draft);
  gtk_widget_set_visible (self->delete_button, writable && draft);
  gtk_widget_set_visible (self->end_button, writable && sent);
}

static char *
tras_purchase_detail_dup_title (TrasDetail *detail,
                                gpointer    record)
{
  return g_strdup (TRAS_PURCHASE (record)->supplier_name);
}

static void
tras_purchase_detail_class_init (TrasPurchaseDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasDetailClass *detail_class = TRAS_DETAIL_CLASS (klass);

  detail_class->record_changed = tras_purchase_detail_record_changed;
  detail_class->dup_title = tras_purchase_detail_dup_title;

  g_type_ensure (TRAS_TYPE_PURCHASE_LINES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-purchase-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, code);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, end_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, money);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, print_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, send_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasPurchaseDetail, supplier_row);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
  gtk_widget_class_bind_template_callback (widget_class, on_end);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_supplier_activated);
}

static void
tras_purchase_detail_init (TrasPurchaseDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
