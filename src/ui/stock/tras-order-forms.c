/* tras-order-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-editor.h"
#include "tras-field-text.h"
#include "tras-form-dialog.h"
#include "tras-order-forms.h"
#include "tras-outlook.h"
#include "tras-sale-steps.h"
#include "tras-window.h"

/* ---- a new order ---- */

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasSale *sale = draft;
  TrasEdit *edit;

  if (sale->customer_id == 0)
    {
      tras_form_dialog_refuse (dialog, "customer_id", _("Who orders?"));
      return NULL;
    }

  edit = tras_edit_new (_("New order"));
  tras_edit_insert (edit, sale);

  return edit;
}

/* An order is of something: its lines come next. */
static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  TrasWindow *window = tras_window_find (owner);

  tras_window_show_record (owner, TRAS_TYPE_SALE, TRAS_RECORD (draft)->id);
  if (window != NULL && tras_window_get_store (window) != NULL)
    tras_order_forms_add_line (owner, tras_window_get_store (window), draft);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/**
 * tras_order_forms_new:
 * @owner: who asks
 * @store: the file
 * @customer_id: who orders, 0 where that is to be chosen
 *
 * Asks who orders and for which day, and then for one line after the other.
 */
void
tras_order_forms_new (GtkWidget *owner,
                      TrasStore *store,
                      gint64     customer_id)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Order"), _("_Add"),
                                                 &new_funcs, NULL, NULL);
  g_autoptr (TrasSale) draft = tras_sale_new ();

  draft->customer_id = customer_id;
  draft->taken_on = tras_day_today ();
  tras_form_dialog_add_group (dialog, _("Without a day, the goods are wanted at once."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SALE, "customer_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SALE, "promised_on", NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- lines ---- */

/* What can be promised is said while it is typed, from an outlook that is read once an item. */
typedef struct
{
  TrasFormDialog *dialog;  /* borrowed */
  TrasStore *store;
  TrasSale *sale;
  TrasSaleLine *before;    /* NULL for a new one */
  TrasDay promised_on;     /* of the whole order, with this line */
  gint64 item_id;          /* whose outlook it is, or is under way */
  TrasOutlook *outlook;
  GCancellable *cancellable;
  GtkWidget *quantity;     /* borrowed */
  AdwActionRow *words;     /* borrowed */
  GtkButton *later;        /* borrowed */
} LineForm;

static void
line_form_free (gpointer data)
{
  LineForm *form = data;

  g_signal_handlers_disconnect_by_data (form->quantity, form);
  g_cancellable_cancel (form->cancellable);
  g_clear_object (&form->cancellable);
  g_clear_object (&form->store);
  g_clear_object (&form->sale);
  g_clear_object (&form->before);
  g_clear_pointer (&form->outlook, tras_outlook_free);
  g_free (form);
}

static gint64
get_quantity (TrasSaleLine *line)
{
  return line->quantity != TRAS_NULL ? line->quantity : 0;
}

/* What stands in the form, handed on or not; nothing where it is no quantity. */
static gint64
get_wanted (LineForm *form)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (form->quantity);
  g_autoptr (TrasSaleLine) typed = tras_sale_line_new ();
  g_autofree char *text = tras_field_editor_dup_typed (editor);

  if (!tras_field_set_typed (TRAS_RECORD (typed), tras_field_editor_get_field (editor), text,
                             tras_number_format_get_default (),
                             tras_store_get_currency (form->store), NULL))
    return 0;

  return get_quantity (typed);
}

static void
show_promise (LineForm *form)
{
  gboolean reserves = tras_sale_reserves (form->sale);
  g_autofree char *words = NULL;
  gint64 wanted;
  TrasDay best;

  if (form->outlook == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->words),
                                     _("Choose an item to see what can be promised"));
      gtk_widget_set_visible (GTK_WIDGET (form->later), FALSE);
      return;
    }

  wanted = get_wanted (form);
  words = tras_outlook_dup_words (form->outlook, form->promised_on, wanted);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->words), words);
  best = tras_outlook_find_day (form->outlook, form->promised_on, wanted);
  gtk_widget_set_visible (GTK_WIDGET (form->later),
                          reserves && best != TRAS_DAY_NONE &&
                          !tras_outlook_can (form->outlook, form->promised_on, wanted));
}

typedef struct
{
  gint64 item_id;
  gint64 sale_id;
} Wanted;

static gpointer
outlook_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Wanted *wanted = data;

  return tras_outlook_load (db, wanted->item_id, wanted->sale_id, tras_day_today (), error);
}

static void
on_outlook (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  TrasOutlook *outlook = tras_store_run_finish (TRAS_STORE (object), result, &error);
  LineForm *form = user_data;

  /* The form is gone, or about another item by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (outlook == NULL)
    return;

  g_clear_pointer (&form->outlook, tras_outlook_free);
  form->outlook = outlook;
  if (TRAS_SALE_LINE (tras_form_dialog_get_draft (form->dialog))->price == TRAS_NULL &&
      outlook->item->price != TRAS_NULL)
    {
      g_autoptr (TrasSaleLine) priced = tras_record_dup (tras_form_dialog_get_draft (form->dialog));

      priced->price = outlook->item->price;
      tras_form_dialog_set_draft (form->dialog, priced);
    }
  show_promise (form);
}

static void
line_changed (TrasFormDialog *dialog,
              gpointer        draft,
              gpointer        data)
{
  LineForm *form = data;
  TrasSaleLine *line = draft;
  Wanted wanted = { line->item_id, TRAS_RECORD (form->sale)->id };

  if (line->item_id != form->item_id)
    {
      form->item_id = line->item_id;
      g_clear_pointer (&form->outlook, tras_outlook_free);
      g_cancellable_cancel (form->cancellable);
      g_set_object (&form->cancellable, NULL);
      form->cancellable = g_cancellable_new ();
      if (line->item_id != 0)
        tras_store_run_async (form->store, tras_order_forms_add_line, outlook_job,
                              g_memdup2 (&wanted, sizeof wanted), g_free,
                              (GDestroyNotify) tras_outlook_free, form->cancellable, on_outlook,
                              form);
    }
  show_promise (form);
}

static TrasEdit *
line_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  LineForm *form = data;
  TrasSaleLine *line = draft;
  TrasEdit *edit;

  if (line->item_id == 0)
    tras_form_dialog_refuse (dialog, "item_id", _("What is ordered?"));
  else if (get_quantity (line) == 0)
    tras_form_dialog_refuse (dialog, "quantity", _("The quantity must be more than nothing."));
  else if (form->before == NULL)
    return tras_sale_step_add_line (form->sale, line, form->promised_on);
  else
    {
      edit = tras_edit_new (_("Change a line of an order"));
      if (form->promised_on != form->sale->promised_on)
        {
          g_autoptr (TrasSale) moved = tras_record_dup (form->sale);

          moved->promised_on = form->promised_on;
          tras_edit_update (edit, moved);
        }
      tras_edit_update (edit, line);
      return edit;
    }

  return NULL;
}

/* The next line is asked for until somebody closes the form. */
static void
on_order_read (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkWidget) owner = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSale) sale = tras_store_load_finish (TRAS_STORE (object), result, &error);

  if (sale != NULL && gtk_widget_get_root (owner) != NULL)
    tras_order_forms_add_line (owner, TRAS_STORE (object), sale);
}

static void
line_saved (GtkWidget *owner,
            gpointer   draft,
            gpointer   data)
{
  LineForm *form = data;

  if (form->before == NULL)
    tras_store_load_async (form->store, TRAS_TYPE_SALE, TRAS_RECORD (form->sale)->id, NULL,
                           on_order_read, g_object_ref (owner));
}

static const TrasFormFuncs line_funcs = {
  .make_edit = line_make_edit,
  .changed = line_changed,
  .saved = line_saved,
};

static void
on_later (LineForm *form)
{
  form->promised_on = tras_outlook_find_day (form->outlook, form->promised_on,
                                             get_wanted (form));
  tras_form_dialog_touch (form->dialog);
  show_promise (form);
  gtk_widget_grab_focus (form->quantity);
}

static void
add_promise (LineForm *form)
{
  form->words = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 3,
                              NULL);
  /* Translators: promise the whole order for the day that the sentence beside it names */
  form->later = g_object_new (GTK_TYPE_BUTTON, "label", _("Promise _That Day"), "use-underline",
                              TRUE, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  adw_action_row_add_suffix (form->words, GTK_WIDGET (form->later));
  g_signal_connect_swapped (form->later, "clicked", G_CALLBACK (on_later), form);
  tras_form_dialog_add_row (form->dialog, GTK_WIDGET (form->words));
}

static void
present_line (GtkWidget    *owner,
              TrasStore    *store,
              TrasSale     *sale,
              TrasSaleLine *before)
{
  LineForm *form = g_new0 (LineForm, 1);
  g_autoptr (TrasSaleLine) draft = before != NULL ? tras_record_dup (before)
                                                  : tras_sale_line_new ();
  g_autofree char *title = NULL;

  form->store = g_object_ref (store);
  form->sale = g_object_ref (sale);
  form->before = before != NULL ? g_object_ref (before) : NULL;
  form->promised_on = sale->promised_on;
  form->cancellable = g_cancellable_new ();
  /* Translators: %s is the number of an order */
  title = g_strdup_printf (_("Line of Order %s"), sale->code);
  form->dialog = tras_form_dialog_new (owner, store, title, before != NULL ? _("_Save")
                                                                           : _("_Add"),
                                       &line_funcs, form, line_form_free);
  tras_form_dialog_add_group (form->dialog, sale->customer_name);
  tras_form_dialog_add_field (form->dialog, TRAS_TYPE_SALE_LINE, "item_id", NULL);
  form->quantity = tras_form_dialog_add_field (form->dialog, TRAS_TYPE_SALE_LINE, "quantity",
                                               NULL);
  add_promise (form);
  g_signal_connect_swapped (form->quantity, "typed", G_CALLBACK (show_promise), form);
  tras_form_dialog_add_field (form->dialog, TRAS_TYPE_SALE_LINE, "price", NULL);
  if (before != NULL)
    tras_form_dialog_add_delete (form->dialog, _("_Delete Line"), before,
                                 _("Delete a line of an order"));
  tras_form_dialog_present (form->dialog, draft);
}

/**
 * tras_order_forms_add_line:
 * @owner: who asks
 * @store: the file
 * @sale: an order as it was read
 *
 * Asks for an item and how much of it, and says what can be promised and by when while that is
 * typed. What cannot be served on the order's day is refused, or the whole order is promised for
 * the best day. Once a line is stored the next one is asked for.
 */
void
tras_order_forms_add_line (GtkWidget *owner,
                           TrasStore *store,
                           TrasSale  *sale)
{
  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_SALE (sale));

  present_line (owner, store, sale, NULL);
}

/**
 * tras_order_forms_change_line:
 * @owner: who asks
 * @store: the file
 * @sale: an order as it was read
 * @line: one of its lines
 *
 * As tras_order_forms_add_line(), for a line that is there; it can be taken away.
 */
void
tras_order_forms_change_line (GtkWidget    *owner,
                              TrasStore    *store,
                              TrasSale     *sale,
                              TrasSaleLine *line)
{
  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_SALE (sale));
  g_return_if_fail (TRAS_IS_SALE_LINE (line));

  present_line (owner, store, sale, line);
}

/* ---- a bill that was wrong ---- */

static TrasEdit *
bill_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasSale *sale = draft;

  if (sale->bill_error == NULL)
    tras_form_dialog_refuse (dialog, "bill_error",
                             _("What was wrong? It is counted with a reason"));
  else if (sale->total == TRAS_NULL)
    tras_form_dialog_refuse (dialog, "total", _("What does the right bill come to?"));
  else
    return tras_sale_step_bill_anew (data, sale);

  return NULL;
}

static const TrasFormFuncs bill_funcs = {
  .make_edit = bill_make_edit,
};

/**
 * tras_order_forms_bill_anew:
 * @owner: who asks
 * @store: the file
 * @sale: an order as it was read, billed and not paid
 *
 * Asks what was wrong with the bill, and what the right one comes to.
 */
void
tras_order_forms_bill_anew (GtkWidget *owner,
                            TrasStore *store,
                            TrasSale  *sale)
{
  g_autoptr (TrasSale) draft = NULL;
  g_autofree char *title = NULL;
  TrasFormDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_SALE (sale));

  draft = tras_record_dup (sale);
  if (sale->money != TRAS_NULL)
    draft->total = sale->money;
  /* Translators: %s is the number of an order */
  title = g_strdup_printf (_("Bill Order %s Anew"), sale->code);
  dialog = tras_form_dialog_new (owner, store, title, _("_Bill"), &bill_funcs,
                                 g_object_ref (sale), g_object_unref);
  tras_form_dialog_add_group (dialog, _("The new bill is of today. The wrong one stays in the "
                                        "history, and counts as a wrong bill."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SALE, "bill_error", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SALE, "total", NULL);
  tras_form_dialog_present (dialog, draft);
}
