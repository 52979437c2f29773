/* tras-suggestion-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-suggestion-forms.h"
#include "tras-window.h"

/* ---- a new suggestion ---- */

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasEdit *edit;

  if (TRAS_SUGGESTION (draft)->what == NULL)
    {
      tras_form_dialog_refuse (dialog, "what", _("What is suggested?"));
      return NULL;
    }

  edit = tras_edit_new (_("New suggestion"));
  tras_edit_insert (edit, draft);

  return edit;
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_SUGGESTION, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/**
 * tras_suggestion_forms_new:
 * @owner: who asks
 * @store: the file
 * @person_id: who says it, 0 for nobody yet
 *
 * Asks what somebody suggests, who it is if they want to be named, and where it belongs; shows it
 * when it is stored.
 */
void
tras_suggestion_forms_new (GtkWidget *owner,
                           TrasStore *store,
                           gint64     person_id)
{
  static const char *const fields[] = { "what", "person_id", "area_id", "said_on" };
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Suggestion"), _("_Add"),
                                                 &new_funcs, NULL, NULL);
  g_autoptr (TrasSuggestion) draft = tras_suggestion_new ();

  draft->said_on = tras_day_today ();
  draft->person_id = person_id;
  tras_form_dialog_add_group (dialog, _("Whoever says it may stay without a name."));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_SUGGESTION, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- no, and why ---- */

static TrasEdit *
decline_make_edit (TrasFormDialog *dialog,
                   gpointer        draft,
                   gpointer        data)
{
  TrasSuggestion *suggestion = draft;
  TrasEdit *edit;

  if (suggestion->answer == NULL)
    {
      tras_form_dialog_refuse (dialog, "answer", _("Why is it not taken up?"));
      return NULL;
    }

  edit = tras_edit_new (_("Decline suggestion"));
  suggestion->state = g_intern_static_string ("declined");
  tras_edit_update (edit, suggestion);

  return edit;
}

static const TrasFormFuncs decline_funcs = {
  .make_edit = decline_make_edit,
};

/**
 * tras_suggestion_forms_decline:
 * @owner: who asks
 * @store: the file
 * @suggestion: a suggestion as it was read
 *
 * Asks why it is not taken up: that is the answer.
 */
void
tras_suggestion_forms_decline (GtkWidget      *owner,
                               TrasStore      *store,
                               TrasSuggestion *suggestion)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Decline Suggestion"),
                                                 _("_Decline"), &decline_funcs, NULL, NULL);
  g_autoptr (TrasSuggestion) draft = tras_record_dup (suggestion);

  tras_form_dialog_add_group (dialog, suggestion->what);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SUGGESTION, "answer", _("Why?"));
  tras_form_dialog_present (dialog, draft);
}

/* ---- thanks ---- */

static TrasEdit *
thank_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  TrasRecognition *recognition = draft;
  TrasEdit *edit;

  if (recognition->person_id == 0)
    {
      tras_form_dialog_refuse (dialog, "person_id", _("Who is thanked?"));
      return NULL;
    }
  if (recognition->words == NULL)
    {
      tras_form_dialog_refuse (dialog, "words", _("What for, in a sentence?"));
      return NULL;
    }

  edit = tras_edit_new (TRAS_RECORD (recognition)->id == 0 ? _("Thank somebody")
                                                           : _("Change thanks"));
  if (TRAS_RECORD (recognition)->id == 0)
    tras_edit_insert (edit, recognition);
  else
    tras_edit_update (edit, recognition);

  return edit;
}

static const TrasFormFuncs thank_funcs = {
  .make_edit = thank_make_edit,
};

static void
add_thank_fields (TrasFormDialog *dialog,
                  const char     *about)
{
  tras_form_dialog_add_group (dialog, about);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_RECOGNITION, "person_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_RECOGNITION, "words", _("What for"));
}

/**
 * tras_suggestion_forms_thank:
 * @owner: who asks
 * @store: the file
 * @draft: new thanks, with what is known of them
 * @about: (nullable): what they are for, in its own words
 *
 * Asks who is thanked, and for what in a sentence.
 */
void
tras_suggestion_forms_thank (GtkWidget       *owner,
                             TrasStore       *store,
                             TrasRecognition *draft,
                             const char      *about)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Thank Somebody"), _("_Thank"),
                                                 &thank_funcs, NULL, NULL);

  g_return_if_fail (TRAS_IS_RECOGNITION (draft));

  draft->given_on = tras_day_today ();
  add_thank_fields (dialog, about);
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_suggestion_forms_change_thanks:
 * @owner: who asks
 * @store: the file
 * @recognition: thanks as they were read
 *
 * Asks for other words, or takes them away.
 */
void
tras_suggestion_forms_change_thanks (GtkWidget       *owner,
                                     TrasStore       *store,
                                     TrasRecognition *recognition)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Change Thanks"), _("_Save"),
                                                 &thank_funcs, NULL, NULL);
  g_autoptr (TrasRecognition) draft = tras_record_dup (recognition);

  add_thank_fields (dialog, recognition->thanked_for);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_RECOGNITION, "given_on", NULL);
  tras_form_dialog_add_delete (dialog, _("_Delete Thanks"), recognition, _("Delete thanks"));
  tras_form_dialog_present (dialog, draft);
}
