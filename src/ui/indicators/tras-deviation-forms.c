/* tras-deviation-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-draft.h"
#include "tras-deviation-forms.h"
#include "tras-form-dialog.h"
#include "tras-window.h"

/* ---- a deviation that no chart shows ---- */

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasDeviation *deviation = draft;
  TrasEdit *edit;

  if (deviation->fact == NULL)
    tras_form_dialog_refuse (dialog, "fact", _("What happened, or may happen?"));
  else if (deviation->area_id == 0)
    tras_form_dialog_refuse (dialog, "area_id", _("In which area?"));
  else if (deviation->owner_id == 0)
    tras_form_dialog_refuse (dialog, "owner_id", _("Who follows it up?"));
  else
    {
      edit = tras_edit_new (_("New deviation"));
      tras_edit_insert (edit, deviation);
      return edit;
    }

  return NULL;
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_DEVIATION, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/**
 * tras_deviation_forms_new:
 * @owner: a widget of the window
 * @store: where it is written to
 *
 * Asks for a deviation and, once it is stored, shows it.
 */
void
tras_deviation_forms_new (GtkWidget *owner,
                          TrasStore *store)
{
  static const char *const fields[] = { "fact", "origin", "area_id", "owner_id", "reported_by",
                                        "indicator_id" };
  g_autoptr (TrasDeviation) draft = tras_deviation_new ();
  TrasFormDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));

  draft->origin = g_intern_string ("person");
  draft->opened_on = tras_day_today ();
  dialog = tras_form_dialog_new (owner, store, _("New Deviation"), _("_Add"), &new_funcs, NULL,
                                 NULL);
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_DEVIATION, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- an action against a deviation ---- */

static TrasEdit *
action_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TrasDeviation *deviation = data;
  TrasAction *action = draft;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (action->title == NULL)
    {
      tras_form_dialog_refuse (dialog, "title", _("What is to be done?"));
      return NULL;
    }
  if (action->owner_id == 0)
    {
      tras_form_dialog_refuse (dialog, "owner_id", _("Who does it?"));
      return NULL;
    }
  if (action->due_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "due_on", _("Until when?"));
      return NULL;
    }

  action->first_due_on = action->due_on;
  /* Translators: an edit; %s is an action */
  label = g_strdup_printf (_("Add action “%s”"), action->title);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, action);

  /* Whoever does something about it is no longer only looking at it. */
  if (g_strcmp0 (deviation->state, "open") == 0 || g_strcmp0 (deviation->state, "reopened") == 0)
    {
      g_autoptr (TrasDeviation) copy = tras_record_dup (deviation);

      copy->state = g_intern_string ("acting");
      tras_edit_update (edit, copy);
    }

  return edit;
}

static const TrasFormFuncs action_funcs = {
  .make_edit = action_make_edit,
};

/**
 * tras_deviation_forms_add_action:
 * @owner: a widget of the window
 * @store: where it is written to
 * @deviation: a deviation as it was read
 *
 * Asks for an action against it, with an owner and a date. It stands in Plans then.
 */
void
tras_deviation_forms_add_action (GtkWidget     *owner,
                                 TrasStore     *store,
                                 TrasDeviation *deviation)
{
  static const char *const fields[] = { "title", "nature", "kind", "owner_id", "due_on",
                                        "done_when" };
  g_autoptr (TrasAction) draft = NULL;
  TrasFormDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_DEVIATION (deviation));

  draft = tras_deviation_draft_action (deviation, NULL, tras_day_today ());
  dialog = tras_form_dialog_new (owner, store, _("New Action"), _("_Add"), &action_funcs,
                                 g_object_ref (deviation), g_object_unref);
  tras_form_dialog_add_group (dialog, deviation->fact);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}
