/* tras-purchase-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-purchase-forms.h"
#include "tras-window.h"

/* ---- a new order ---- */

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasEdit *edit;

  if (TRAS_PURCHASE (draft)->supplier_id == 0)
    {
      tras_form_dialog_refuse (dialog, "supplier_id", _("Who is it bought from?"));
      return NULL;
    }

  edit = tras_edit_new (_("New order to a supplier"));
  tras_edit_insert (edit, draft);

  return edit;
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_PURCHASE, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/**
 * tras_purchase_forms_new:
 * @owner: who asks
 * @store: the file
 *
 * Asks who is to be ordered from; shows the draft when it is stored.
 */
void
tras_purchase_forms_new (GtkWidget *owner,
                         TrasStore *store)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Purchase"), _("_Add"),
                                                 &new_funcs, NULL, NULL);
  g_autoptr (TrasPurchase) draft = tras_purchase_new ();

  draft->made_on = tras_day_today ();
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_PURCHASE, "supplier_id", NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- a line ---- */

static TrasEdit *
line_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasPurchaseLine *line = draft;
  TrasEdit *edit;

  if (line->item_id == 0)
    {
      tras_form_dialog_refuse (dialog, "item_id", _("What is to be bought?"));
      return NULL;
    }
  if (line->quantity <= 0)
    {
      tras_form_dialog_refuse (dialog, "quantity", _("The quantity must be more than nothing."));
      return NULL;
    }

  edit = tras_edit_new (TRAS_RECORD (line)->id != 0 ? _("Change line of order")
                                                    : _("Add line to order"));
  if (TRAS_RECORD (line)->id != 0)
    tras_edit_update (edit, line);
  else
    tras_edit_insert (edit, line);

  return edit;
}

static const TrasFormFuncs line_funcs = {
  .make_edit = line_make_edit,
};

/**
 * tras_purchase_forms_line:
 * @owner: who asks
 * @store: the file
 * @purchase: an order
 * @line: (nullable): one of its lines, %NULL for a new one
 *
 * Asks what is ordered, how much, at what price and for when. What people change is theirs: the
 * line is not remade by the rule any more.
 */
void
tras_purchase_forms_line (GtkWidget        *owner,
                          TrasStore        *store,
                          TrasPurchase     *purchase,
                          TrasPurchaseLine *line)
{
  static const char *const fields[] = { "item_id", "quantity", "unit_price", "promised_on" };
  TrasFormDialog *dialog;
  g_autoptr (TrasPurchaseLine) draft = NULL;
  gboolean made;

  g_return_if_fail (TRAS_IS_PURCHASE (purchase));

  dialog = tras_form_dialog_new (owner, store, line != NULL ? _("Line of the Order")
                                                             : _("New Line"),
                                 line != NULL ? _("_Save") : _("_Add"), &line_funcs, NULL, NULL);
  if (line != NULL)
    {
      draft = tras_record_dup (TRAS_RECORD (line));
    }
  else
    {
      draft = tras_purchase_line_new ();
      draft->purchase_id = TRAS_RECORD (purchase)->id;
      draft->quantity = 1000;
    }
  made = line != NULL && line->action_id == 0 && g_strcmp0 (line->why, "hand") != 0;
  if (draft->action_id == 0)
    draft->why = g_intern_static_string ("hand");
  tras_form_dialog_add_group (dialog, made ? _("What to buy has put this line here. Once you "
                                               "change it, it stays as you leave it.") : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_PURCHASE_LINE, fields[i], NULL);
  if (line != NULL)
    tras_form_dialog_add_delete (dialog, _("_Take Off the Order"), line,
                                 _("Take line off order"));
  tras_form_dialog_present (dialog, draft);
}
