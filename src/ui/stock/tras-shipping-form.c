/* tras-shipping-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-number.h"
#include "tras-shipment.h"
#include "tras-shipping-form.h"
#include "tras-window.h"

/* One row a line; what was read stands until the form is closed. */
typedef struct
{
  TrasShipment *shipment;
  GPtrArray *rows;   /* of AdwEntryRow, borrowed */
  GtkLabel *reason;  /* borrowed */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  tras_shipment_free (form->shipment);
  g_ptr_array_unref (form->rows);
  g_free (form);
}

static void
refuse (Form       *form,
        guint       row,
        const char *why)
{
  gtk_label_set_label (form->reason, why);
  gtk_widget_set_visible (GTK_WIDGET (form->reason), TRUE);
  if (row < form->rows->len)
    {
      gtk_widget_add_css_class (form->rows->pdata[row], "error");
      gtk_widget_grab_focus (form->rows->pdata[row]);
      gtk_accessible_update_property (form->rows->pdata[row], GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      why, -1);
    }
}

static gboolean
read_quantities (Form   *form,
                 gint64 *quantities)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = gtk_editable_get_text (form->rows->pdata[i]);

      quantities[i] = 0;
      if (*text != '\0' &&
          !tras_number_format_parse_quantity (tras_number_format_get_default (), text,
                                              &quantities[i], &error))
        {
          refuse (form, i, error->message);
          return FALSE;
        }
    }

  return TRUE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  Form *form = data;
  g_autofree gint64 *quantities = g_new0 (gint64, form->rows->len + 1);
  g_autoptr (GError) error = NULL;
  guint refused;

  for (guint i = 0; i < form->rows->len; i++)
    gtk_widget_remove_css_class (form->rows->pdata[i], "error");
  if (!read_quantities (form, quantities))
    return NULL;
  if (!tras_shipment_check (form->shipment, quantities, &refused, &error))
    {
      refuse (form, MIN (refused, form->rows->len - 1), error->message);
      return NULL;
    }

  return tras_shipment_make_edit (form->shipment, quantities);
}

static const TrasFormFuncs funcs = {
  .make_edit = make_edit,
};

static void
add_line (Form                   *form,
          TrasFormDialog         *dialog,
          const TrasShipmentLine *line)
{
  g_autofree char *left = tras_item_dup_amount (line->item->unit, line->left);
  g_autofree char *can = tras_number_format_quantity (tras_number_format_get_default (), line->can);
  /* Translators: an item, and how much of it is still to be sent */
  g_autofree char *title = g_strdup_printf (_("%s: %s to send"), line->item->name, left);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, "text",
                                 can, "input-purpose", GTK_INPUT_PURPOSE_NUMBER,
                                 "activates-default", TRUE, NULL);

  g_ptr_array_add (form->rows, row);
  tras_form_dialog_add_row (dialog, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (tras_form_dialog_touch), dialog,
                           G_CONNECT_SWAPPED);
}

static void
add_reason (Form           *form,
            TrasFormDialog *dialog)
{
  form->reason = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE,
                               "margin-top", 9, "margin-start", 12, "margin-end", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (form->reason), "error");
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->reason));
}

static void
present (GtkWidget    *owner,
         TrasStore    *store,
         TrasShipment *shipment)
{
  Form *form = g_new0 (Form, 1);
  g_autofree char *title = NULL;
  TrasFormDialog *dialog;

  form->shipment = shipment;
  form->rows = g_ptr_array_new ();
  /* Translators: %s is the number of an order */
  title = g_strdup_printf (_("Ship Order %s"), shipment->sale->code);
  dialog = tras_form_dialog_new (owner, store, title, _("_Ship"), &funcs, form, form_free);
  tras_form_dialog_add_group (dialog, _("What goes now; the rest stays reserved."));
  for (guint i = 0; i < shipment->lines->len; i++)
    add_line (form, dialog, shipment->lines->pdata[i]);
  add_reason (form, dialog);
  tras_form_dialog_present (dialog, shipment->sale);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_shipment_load (db, *(gint64 *) data, error);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) owner = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasShipment) shipment =
    tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (shipment == NULL)
    tras_window_report_error (owner, error);
  else if (shipment->lines->len == 0)
    tras_window_toast (owner, _("All of its lines were sent"));
  else if (gtk_widget_get_root (owner) != NULL)
    present (owner, TRAS_STORE (object), g_steal_pointer (&shipment));
}

/**
 * tras_shipping_form_open:
 * @owner: who asks
 * @store: the file
 * @sale_id: an order that was not shipped
 *
 * Asks how much of each line goes now, and proposes what is here.
 */
void
tras_shipping_form_open (GtkWidget *owner,
                         TrasStore *store,
                         gint64     sale_id)
{
  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));

  tras_store_run_async (store, tras_shipping_form_open, load_job,
                        g_memdup2 (&sale_id, sizeof sale_id), g_free,
                        (GDestroyNotify) tras_shipment_free, NULL, on_loaded,
                        g_object_ref (owner));
}
