/* tras-buy-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-steps.h"
#include "tras-buy-forms.h"
#include "tras-form-dialog.h"
#include "tras-item-stock.h"
#include "tras-item.h"
#include "tras-purchase-steps.h"
#include "tras-window.h"

/* ---- what to buy ---- */

/* What is asked of a line and of the purchase that it goes into. It is stored as both. */
typedef struct
{
  TrasRecord parent_instance;

  gint64 item_id;
  gint64 quantity;
  gint64 unit_price;
  TrasDay promised_on;
  gint64 supplier_id;
} TrasBuyDraft;

typedef struct
{
  TrasRecordClass parent_class;
} TrasBuyDraftClass;

static const TrasField buy_draft_fields[] = {
  TRAS_FIELD (TrasBuyDraft, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"), .target = "item"),
  TRAS_FIELD (TrasBuyDraft, quantity, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Quantity"), .initial = "1000"),
  TRAS_FIELD (TrasBuyDraft, unit_price, MONEY, TRAS_FIELD_UNSIGNED, N_("Unit price")),
  TRAS_FIELD (TrasBuyDraft, promised_on, DATE, TRAS_FIELD_PLAIN, N_("Promised on")),
  TRAS_FIELD (TrasBuyDraft, supplier_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Supplier"),
              .target = "supplier"),
};

static const TrasTable buy_draft_table = {
  .name = "buy_draft",
  .fields = buy_draft_fields,
  .n_fields = G_N_ELEMENTS (buy_draft_fields),
};

static GType tras_buy_draft_get_type (void);
TRAS_DEFINE_RECORD (TrasBuyDraft, tras_buy_draft, &buy_draft_table)

/* @item_id: the item that was chosen last */
typedef struct
{
  GtkWidget *owner;
  TrasAction *action;
  GPtrArray *items;
  GPtrArray *drafts;
  GPtrArray *lines;
  gint64 item_id;
} AddForm;

static void
add_form_free (gpointer data)
{
  AddForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->action);
  g_clear_pointer (&form->items, g_ptr_array_unref);
  g_clear_pointer (&form->drafts, g_ptr_array_unref);
  g_clear_pointer (&form->lines, g_ptr_array_unref);
  g_free (form);
}

static TrasItem *
find_item (AddForm *form,
           gint64   id)
{
  for (guint i = 0; i < form->items->len; i++)
    {
      if (TRAS_RECORD (form->items->pdata[i])->id == id)
        return form->items->pdata[i];
    }

  return NULL;
}

/* The drafts come with the newest last. */
static TrasPurchase *
find_draft (AddForm *form,
            gint64   supplier_id)
{
  for (guint i = form->drafts->len; i > 0; i--)
    {
      TrasPurchase *purchase = form->drafts->pdata[i - 1];

      if (purchase->supplier_id == supplier_id)
        return purchase;
    }

  return NULL;
}

/* What was agreed last is the likeliest price. */
static gint64
find_price (AddForm *form,
            gint64   item_id)
{
  for (guint i = form->lines->len; i > 0; i--)
    {
      TrasPurchaseLine *line = form->lines->pdata[i - 1];

      if (line->item_id == item_id && line->unit_price != TRAS_NULL)
        return line->unit_price;
    }

  return TRAS_NULL;
}

static TrasEdit *
add_make_edit (TrasFormDialog *dialog,
               gpointer        record,
               gpointer        data)
{
  AddForm *form = data;
  TrasBuyDraft *draft = record;
  TrasItem *item = find_item (form, draft->item_id);
  g_autoptr (TrasPurchaseLine) line = NULL;
  gint64 supplier_id;

  if (item == NULL)
    {
      tras_form_dialog_refuse (dialog, "item_id", _("What is to be bought?"));
      return NULL;
    }
  if (draft->quantity <= 0)
    {
      tras_form_dialog_refuse (dialog, "quantity", _("The quantity must be more than nothing."));
      return NULL;
    }
  supplier_id = item->supplier_id != 0 ? item->supplier_id : draft->supplier_id;
  if (supplier_id == 0)
    {
      tras_form_dialog_refuse (dialog, "supplier_id", _("Who sells it?"));
      return NULL;
    }

  line = tras_purchase_line_new ();
  line->item_id = draft->item_id;
  line->quantity = draft->quantity;
  line->unit_price = draft->unit_price;
  line->promised_on = draft->promised_on;

  return tras_action_step_add_line (form->action, line, find_draft (form, supplier_id),
                                    supplier_id);
}

/* The item says its unit, its supplier, and what it cost last. */
static void
add_changed (TrasFormDialog *dialog,
             gpointer        record,
             gpointer        data)
{
  AddForm *form = data;
  TrasBuyDraft *draft = record;
  TrasItem *item = find_item (form, draft->item_id);
  g_autoptr (TrasRecord) priced = NULL;

  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "supplier_id"),
                          item != NULL && item->supplier_id == 0);
  if (form->item_id == draft->item_id)
    return;

  form->item_id = draft->item_id;
  priced = tras_record_dup (record);
  ((TrasBuyDraft *) priced)->unit_price = find_price (form, draft->item_id);
  tras_form_dialog_set_draft (dialog, priced);
}

static const TrasFormFuncs add_funcs = {
  .make_edit = add_make_edit,
  .changed = add_changed,
};

static gpointer
add_job (TrasDb        *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (TrasQuery) drafts = tras_query_new (TRAS_TYPE_PURCHASE);
  g_autoptr (TrasQuery) lines = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  AddForm *form = g_new0 (AddForm, 1);

  tras_query_where_int (items, "active", TRAS_QUERY_EQ, TRUE);
  tras_query_where_text (drafts, "state", TRAS_QUERY_EQ, "draft");
  tras_query_where_null (lines, "unit_price", FALSE);
  form->items = tras_db_select (db, items, error);
  if (form->items != NULL)
    form->drafts = tras_db_select (db, drafts, error);
  if (form->drafts != NULL)
    form->lines = tras_db_select (db, lines, error);
  if (form->lines == NULL)
    g_clear_pointer (&form, add_form_free);

  return form;
}

static void
present_add (AddForm   *form,
             TrasStore *store)
{
  static const char *const fields[] = { "item_id", "supplier_id", "quantity", "unit_price",
                                        "promised_on" };
  GType type = tras_buy_draft_get_type ();
  g_autoptr (TrasRecord) draft = g_object_new (type, NULL);
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("Add Item to Buy"),
                                                 _("_Add"), &add_funcs, form, add_form_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, type, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

static void
on_add_read (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  AddForm *asked = user_data;
  g_autoptr (GError) error = NULL;
  AddForm *form = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (form == NULL)
    {
      tras_window_report_error (asked->owner, error);
    }
  else
    {
      form->owner = g_steal_pointer (&asked->owner);
      form->action = g_steal_pointer (&asked->action);
      present_add (form, TRAS_STORE (object));
    }
  add_form_free (asked);
}

/**
 * tras_buy_forms_add:
 * @owner: who asks
 * @store: the file
 * @action: an action
 *
 * Asks what is to be bought. It goes into the newest draft of a purchase from the item's supplier,
 * who is asked for only where the item has none.
 */
void
tras_buy_forms_add (GtkWidget  *owner,
                    TrasStore  *store,
                    TrasAction *action)
{
  AddForm *asked = g_new0 (AddForm, 1);

  asked->owner = g_object_ref (owner);
  asked->action = g_object_ref (action);
  tras_store_run_async (store, tras_buy_forms_add, add_job, NULL, NULL, add_form_free, NULL,
                        on_add_read, asked);
}

/* ---- what came ---- */

/* What is asked of a receipt and of its line. It is stored as both, and as a movement. */
typedef struct
{
  TrasRecord parent_instance;

  gint64 good;
  gint64 rejected;
  char *why;
  TrasDay received_on;
  gint64 unit_price;
} TrasReceiveDraft;

typedef struct
{
  TrasRecordClass parent_class;
} TrasReceiveDraftClass;

static const TrasField receive_draft_fields[] = {
  TRAS_FIELD (TrasReceiveDraft, good, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Good")),
  TRAS_FIELD (TrasReceiveDraft, rejected, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Rejected"), .initial = "0"),
  TRAS_FIELD (TrasReceiveDraft, why, TEXT, TRAS_FIELD_PLAIN, N_("Reason")),
  TRAS_FIELD (TrasReceiveDraft, received_on, DATE, TRAS_FIELD_REQUIRED, N_("Received on")),
  TRAS_FIELD (TrasReceiveDraft, unit_price, MONEY, TRAS_FIELD_UNSIGNED, N_("Unit price")),
};

static const TrasTable receive_draft_table = {
  .name = "receive_draft",
  .fields = receive_draft_fields,
  .n_fields = G_N_ELEMENTS (receive_draft_fields),
};

static GType tras_receive_draft_get_type (void);
TRAS_DEFINE_RECORD (TrasReceiveDraft, tras_receive_draft, &receive_draft_table)

typedef struct
{
  GtkWidget *owner;
  TrasAction *action;
  TrasPurchaseLine *line;
  TrasItemStock *stock;
  GPtrArray *places;
  AdwComboRow *place;
} ReceiveForm;

static void
receive_form_free (gpointer data)
{
  ReceiveForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->action);
  g_clear_object (&form->line);
  g_clear_pointer (&form->stock, tras_item_stock_free);
  g_clear_pointer (&form->places, g_ptr_array_unref);
  g_free (form);
}

/* The first place of the kind; 0 for none. */
static gint64
find_first (TrasItemStock *stock,
            const char    *kind)
{
  g_autoptr (GPtrArray) places = tras_item_stock_dup_places (stock, kind);
  guint last = tras_item_stock_find_last_used (stock, places, FALSE);

  return places->len > 0 ? TRAS_RECORD (places->pdata[last])->id : 0;
}

/* A reason that is not asked for any more is not stored. */
static gboolean
needs_reason (ReceiveForm      *form,
              TrasReceiveDraft *draft)
{
  return draft->rejected > 0 ||
         draft->good + draft->rejected > tras_purchase_line_get_missing (form->line);
}

static TrasReceipt *
make_receipt (ReceiveForm      *form,
              TrasReceiveDraft *draft)
{
  TrasReceipt *receipt = tras_receipt_new ();

  receipt->received_on = draft->received_on;
  receipt->good = draft->good;
  receipt->rejected = draft->rejected;
  receipt->why = needs_reason (form, draft) ? g_strdup (draft->why) : NULL;

  return receipt;
}

static TrasEdit *
receive_make_edit (TrasFormDialog *dialog,
                   gpointer        record,
                   gpointer        data)
{
  ReceiveForm *form = data;
  TrasReceiveDraft *draft = record;
  g_autoptr (TrasReceipt) receipt = NULL;
  g_autoptr (GError) refused = NULL;
  const char *field = NULL;
  gint64 to_id;
  gboolean stocked = form->stock->level->item->stocked;
  guint place = adw_combo_row_get_selected (form->place);
  gint64 from_id = find_first (form->stock, "supplier");

  receipt = make_receipt (form, draft);
  if (!tras_receipt_check (receipt, NULL, form->line, &field, &refused))
    {
      tras_form_dialog_refuse (dialog, tras_table_find_field (&receive_draft_table, field) != NULL
                                       ? field : NULL, refused->message);
      return NULL;
    }
  if (draft->received_on > tras_day_today ())
    {
      tras_form_dialog_refuse (dialog, "received_on",
                               _("That day is still to come: when was it?"));
      return NULL;
    }
  if (stocked && (place >= form->places->len || from_id == 0))
    {
      tras_form_dialog_refuse (dialog, NULL,
                               _("There is no place for this yet: add one under Places."));
      return NULL;
    }

  to_id = stocked ? TRAS_RECORD (form->places->pdata[place])->id : 0;
  if (form->action != NULL)
    return tras_action_step_receive (form->action, form->line, receipt, draft->unit_price, from_id,
                                     to_id);

  return tras_purchase_step_receive (form->line, receipt, draft->unit_price, from_id, to_id);
}

static void
receive_changed (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "why"), needs_reason (data, draft));
}

static const TrasFormFuncs receive_funcs = {
  .make_edit = receive_make_edit,
  .changed = receive_changed,
};

static AdwComboRow *
make_place_row (ReceiveForm *form)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  form->places = tras_item_stock_dup_places (form->stock, "inside");
  for (guint i = 0; i < form->places->len; i++)
    gtk_string_list_append (names, ((TrasLocation *) form->places->pdata[i])->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Where it is put"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  if (form->places->len > 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                tras_item_stock_find_last_used (form->stock, form->places, TRUE));
  /* What there is no choice in is not asked. */
  gtk_widget_set_visible (row, form->stock->level->item->stocked && form->places->len > 1);

  return ADW_COMBO_ROW (row);
}

static char *
dup_titled (const char *title,
            const char *unit)
{
  /* Translators: of a quantity to enter: what it counts, and the unit */
  return g_strdup_printf (C_("entry", "%s (%s)"), title, unit);
}

static void
present_receive (ReceiveForm *form,
                 TrasStore   *store)
{
  GType type = tras_receive_draft_get_type ();
  g_autoptr (TrasRecord) record = g_object_new (type, NULL);
  TrasReceiveDraft *draft = (TrasReceiveDraft *) record;
  g_autofree char *good = dup_titled (_("Good"), form->line->unit);
  g_autofree char *rejected = dup_titled (_("Rejected"), form->line->unit);
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("Goods Received"),
                                                 _("_Receive"), &receive_funcs, form,
                                                 receive_form_free);

  draft->good = tras_purchase_line_get_missing (form->line);
  draft->received_on = tras_day_today ();
  draft->unit_price = form->line->unit_price;
  tras_form_dialog_add_group (dialog, form->line->item_name);
  tras_form_dialog_add_field (dialog, type, "good", good);
  tras_form_dialog_add_field (dialog, type, "rejected", rejected);
  tras_form_dialog_add_field (dialog, type, "why", NULL);
  form->place = make_place_row (form);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->place));
  tras_form_dialog_add_field (dialog, type, "received_on", NULL);
  tras_form_dialog_add_field (dialog, type, "unit_price", _("What a unit cost"));
  tras_form_dialog_present (dialog, draft);
}

static void
on_stock_read (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  ReceiveForm *form = user_data;
  g_autoptr (GError) error = NULL;

  form->stock = tras_item_stock_load_finish (TRAS_STORE (object), result, &error);
  if (form->stock != NULL)
    {
      present_receive (form, TRAS_STORE (object));
      return;
    }

  tras_window_report_error (form->owner, error);
  receive_form_free (form);
}

/**
 * tras_buy_forms_receive:
 * @owner: who asks
 * @store: the file
 * @action: (nullable): the action that it is for, where that is what somebody looks at
 * @line: a line of an order that was sent
 *
 * Asks how much came and how much of it will do, where it is put and what it cost.
 */
void
tras_buy_forms_receive (GtkWidget        *owner,
                        TrasStore        *store,
                        TrasAction       *action,
                        TrasPurchaseLine *line)
{
  ReceiveForm *form = g_new0 (ReceiveForm, 1);

  form->owner = g_object_ref (owner);
  form->action = action != NULL ? g_object_ref (action) : NULL;
  form->line = g_object_ref (line);
  tras_item_stock_load_async (store, line->item_id, NULL, on_stock_read, form);
}
