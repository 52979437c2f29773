/* tras-count-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-count-form.h"
#include "tras-form-dialog.h"
#include "tras-help.h"

typedef struct
{
  TrasCounting *counting;
  TrasCountBegun begun;

  /* borrowed */
  AdwComboRow *place;
  AdwComboRow *scope;
} CountForm;

static void
count_form_free (gpointer data)
{
  CountForm *form = data;

  tras_counting_unref (form->counting);
  g_free (form);
}

static const TrasCountPlace *
get_place (CountForm *form)
{
  guint selected = adw_combo_row_get_selected (form->place);

  return selected < form->counting->places->len ? form->counting->places->pdata[selected] : NULL;
}

/* How many items that would be stands below what is chosen. */
static void
show_number (CountForm *form)
{
  const TrasCountPlace *place = form->place != NULL ? get_place (form) : NULL;
  guint n = place != NULL
              ? tras_count_place_get_n (place, adw_combo_row_get_selected (form->scope)) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u item", "%u items", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (form->scope), text);
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  CountForm *form = data;
  const TrasCountPlace *place = get_place (form);
  TrasCountScope scope = adw_combo_row_get_selected (form->scope);

  if (place == NULL)
    {
      tras_form_dialog_refuse (dialog, NULL,
                               _("There is no place inside yet: add one under Places."));
      return NULL;
    }
  if (tras_count_place_get_n (place, scope) == 0)
    {
      tras_form_dialog_refuse (dialog, NULL,
                               _("Nothing is to be counted there: choose another place, or "
                                 "everything in it."));
      return NULL;
    }

  return tras_counting_start (place, scope, draft);
}

static void
saved (GtkWidget *owner,
       gpointer   draft,
       gpointer   data)
{
  ((CountForm *) data)->begun (owner, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs funcs = {
  .make_edit = make_edit,
  .saved = saved,
};

static AdwComboRow *
make_choice (const char    *title,
             GtkStringList *names,
             CountForm     *form)
{
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", names, NULL);

  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (show_number), form);

  return ADW_COMBO_ROW (row);
}

/* Most is counted where most is. */
static guint
find_fullest (TrasCounting *counting)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < counting->places->len; i++)
    {
      guint n = tras_count_place_get_n (counting->places->pdata[i], TRAS_COUNT_PLACE);

      if (n > most)
        {
          best = i;
          most = n;
        }
    }

  return best;
}

/**
 * tras_count_form_present:
 * @owner: who asks
 * @store: the file
 * @counting: what can be counted where
 * @begun: called when the count is there
 *
 * Asks what is counted, where and by whom, and begins the count: what is expected is fixed then.
 */
void
tras_count_form_present (GtkWidget      *owner,
                         TrasStore      *store,
                         TrasCounting   *counting,
                         TrasCountBegun  begun)
{
  CountForm *form = g_new0 (CountForm, 1);
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Start Count"), _("_Start"),
                                                 &funcs, form, count_form_free);
  g_autoptr (TrasStockCount) draft = tras_stock_count_new ();
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);

  form->counting = tras_counting_ref (counting);
  form->begun = begun;
  draft->counted_on = counting->day;
  for (guint i = 0; i < counting->places->len; i++)
    gtk_string_list_append (places,
                            ((TrasCountPlace *) counting->places->pdata[i])->place->name);
  gtk_string_list_append (scopes, _("Everything in the place"));
  gtk_string_list_append (scopes, _("What is due by its class"));
  gtk_string_list_append (scopes, _("What should be used up"));

  tras_help_set_page (GTK_WIDGET (dialog), "count-stock");
  tras_form_dialog_add_group (dialog,
                              _("What the books expect is fixed now, and shown with the "
                                "differences."));
  form->place = make_choice (_("Place"), places, form);
  form->scope = make_choice (_("What to count"), scopes, form);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->place));
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->scope));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_STOCK_COUNT, "by_id", NULL);
  adw_combo_row_set_selected (form->place, find_fullest (counting));
  show_number (form);
  tras_form_dialog_present (dialog, draft);
}
