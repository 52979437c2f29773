/* tras-sealed-writer.c: a report is written, and followed by the code of its receipt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-sealed-dialog.h"
#include "tras-sealed-forms.h"
#include "tras-sealed-words.h"

/* ---- write ---- */

typedef struct
{
  TrasSealedDialog *dialog;
  AdwComboRow *kind;
  GtkTextView *text;
  GtkEditable *contact;
  gboolean sealed;
} Writing;

typedef struct
{
  TrasSealedKind kind;
  char *text;
  char *contact;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  tras_seal_wipe (draft->text);
  tras_seal_wipe (draft->contact);
  g_free (draft);
}

static gpointer
write_job (const char   *company,
           TrasSealKey  *key,
           gpointer      data,
           GError      **error)
{
  Draft *draft = data;

  return tras_sealed_book_write (company, draft->kind, draft->text, draft->contact, error);
}

static void
on_noted_toggled (GtkCheckButton   *noted,
                  TrasSealedDialog *dialog)
{
  gboolean active = gtk_check_button_get_active (noted);

  tras_sealed_dialog_allow (dialog, active);
  tras_sealed_dialog_hold (dialog, active ? NULL
                                          : _("Write the code down first: nobody can show it "
                                              "again."));
}

static void
show_receipt (Writing    *form,
              const char *code)
{
  GtkWidget *label = gtk_label_new (code);
  GtkWidget *noted = gtk_check_button_new_with_label (_("I have written the code down"));

  form->sealed = TRUE;
  gtk_window_set_title (GTK_WINDOW (form->dialog), _("Your Receipt"));
  tras_sealed_dialog_clear (form->dialog, _("_Done"));
  tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_label (
    _("Your report is sealed. With this code you can read the answers and add to what you wrote. "
      "It is shown only now and stored nowhere: write it on paper, and keep it where nobody "
      "looks."),
    NULL));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "sealed-code");
  gtk_widget_add_css_class (label, "card");
  gtk_widget_set_name (label, "receipt-code");
  /* A code runs from left to right in every language. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The code of your receipt"), -1);
  tras_sealed_dialog_add (form->dialog, label);
  tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_label (
    _("You should be told within seven days that it was read, and within three months what has "
      "come of it. Look with “Follow a Report…”."), NULL));
  tras_sealed_dialog_add (form->dialog, noted);
  g_signal_connect (noted, "toggled", G_CALLBACK (on_noted_toggled), form->dialog);
  on_noted_toggled (GTK_CHECK_BUTTON (noted), form->dialog);
  gtk_widget_grab_focus (noted);
}

static void
on_written (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasSealedDialog) dialog = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  char *code = tras_sealed_desk_run_finish (desk, result, &error);
  g_autofree char *words = NULL;

  tras_sealed_dialog_hold (dialog, NULL);
  if (code == NULL)
    words = tras_sealed_words_dup_error (error);
  tras_sealed_dialog_end (dialog, words);
  if (code != NULL)
    show_receipt (g_object_get_data (G_OBJECT (dialog), "form"), code);
  tras_seal_wipe (code);
  tras_sealed_desk_say_changed (desk);
}

static void
on_write_accepted (Writing *form)
{
  Draft *draft;

  if (form->sealed)
    {
      gtk_window_close (GTK_WINDOW (form->dialog));
      return;
    }

  draft = g_new0 (Draft, 1);
  draft->kind = adw_combo_row_get_selected (form->kind);
  draft->text = tras_sealed_words_dup_text (form->text);
  draft->contact = g_strdup (gtk_editable_get_text (form->contact));
  /* What cannot be shown again must not go with a form that is closed meanwhile. */
  tras_sealed_dialog_hold (form->dialog, _("The report is being sealed."));
  tras_sealed_dialog_begin (form->dialog);
  tras_sealed_desk_run_async (tras_sealed_dialog_get_desk (form->dialog), write_job, draft,
                              draft_free, (GDestroyNotify) tras_seal_wipe, on_written,
                              g_object_ref (form->dialog));
}

static void
on_text_changed (Writing *form)
{
  g_autofree char *text = tras_sealed_words_dup_text (form->text);

  g_strstrip (text);
  tras_sealed_dialog_allow (form->dialog, *text != '\0');
}

/**
 * tras_sealed_forms_write:
 * @owner: who asks
 * @desk: where the reports are
 *
 * Asks what is to be reported, and shows the code of the receipt, once.
 */
void
tras_sealed_forms_write (GtkWidget      *owner,
                         TrasSealedDesk *desk)
{
  TrasSealedDialog *dialog = tras_sealed_dialog_new (owner, desk, 460, _("Write a Report"),
                                                     _("_Seal"));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *contact = adw_entry_row_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  Writing *form = g_new0 (Writing, 1);

  form->dialog = dialog;
  for (guint i = 0; i < TRAS_SEALED_N_KINDS; i++)
    gtk_string_list_append (kinds, tras_sealed_words_get_kind (i));
  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("Say what happened, where, since when, and who else can tell of it. Do not say who you are "
      "unless you want to."), NULL));
  tras_sealed_dialog_add (dialog, tras_sealed_words_make_entry (_("What happened"), &form->text));
  form->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->kind), _("It is about"));
  adw_combo_row_set_model (form->kind, G_LIST_MODEL (kinds));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (contact),
                                 _("How you can be reached (only if you want)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), contact);
  form->contact = GTK_EDITABLE (contact);
  tras_sealed_dialog_add (dialog, group);
  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("Once it is sealed, nobody but the officer can open it, not even you."), "dim-label"));

  g_object_set_data_full (G_OBJECT (dialog), "form", form, g_free);
  g_signal_connect_swapped (gtk_text_view_get_buffer (form->text), "changed",
                            G_CALLBACK (on_text_changed), form);
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (on_write_accepted), form);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->text));
}

/* ---- follow ---- */

typedef struct
{
  TrasSealedDialog *dialog;
  GtkEditable *entry;
  GtkTextView *addition;
  char *code;
} Following;

typedef struct
{
  char *code;
  char *addition;
} Question;

static void
following_free (gpointer data)
{
  Following *form = data;

  tras_seal_wipe (form->code);
  g_free (form);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  tras_seal_wipe (question->code);
  tras_seal_wipe (question->addition);
  g_free (question);
}

static gpointer
follow_job (const char   *company,
            TrasSealKey  *key,
            gpointer      data,
            GError      **error)
{
  Question *question = data;

  return tras_sealed_book_follow (company, question->code, question->addition, error);
}

static char *
dup_standing (const TrasSealedReport *report)
{
  g_autofree char *received = tras_sealed_words_dup_day (report->received_on);
  g_autofree char *answer_by = tras_sealed_words_dup_day (report->clock.answer_by);
  g_autofree char *acknowledge_by = tras_sealed_words_dup_day (report->clock.acknowledge_by);

  switch (report->clock.state)
    {
    case TRAS_SEALED_RECEIVED:
      return g_strdup_printf (_("Your report of %s has arrived and was not read yet. By %s you "
                                "should be told that it was."), received, acknowledge_by);
    case TRAS_SEALED_ACKNOWLEDGED:
      return g_strdup_printf (_("Your report of %s was read. By %s you should have an answer."),
                              received, answer_by);
    case TRAS_SEALED_ANSWERED:
      return g_strdup_printf (_("Your report of %s was answered."), received);
    case TRAS_SEALED_CLOSED:
      return g_strdup_printf (_("Your report of %s is closed."), received);
    }

  g_return_val_if_reached (NULL);
}

static void
on_addition_changed (Following *form)
{
  g_autofree char *text = tras_sealed_words_dup_text (form->addition);

  g_strstrip (text);
  tras_sealed_dialog_allow (form->dialog, *text != '\0');
}

static void
show_report (Following              *form,
             const TrasSealedReport *report)
{
  g_autofree char *standing = dup_standing (report);

  form->entry = NULL;
  tras_sealed_dialog_clear (form->dialog, _("_Add"));
  tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_label (standing, "heading"));
  if (report->clock.acknowledge_late || report->clock.answer_late)
    tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_label (
      _("The day that the law sets is over. You may turn to the authority outside of the firm."),
      "warning"));
  if (report->notes->len > 0)
    tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_thread (report->notes));
  else
    tras_sealed_dialog_add (form->dialog, tras_sealed_words_make_label (_("No answer yet."),
                                                                        "dim-label"));
  tras_sealed_dialog_add (form->dialog,
                          tras_sealed_words_make_entry (_("Add to it"), &form->addition));
  g_signal_connect_swapped (gtk_text_view_get_buffer (form->addition), "changed",
                            G_CALLBACK (on_addition_changed), form);
  gtk_widget_grab_focus (GTK_WIDGET (form->addition));
}

static void
on_followed (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasSealedDialog) dialog = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealedReport) report = tras_sealed_desk_run_finish (desk, result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_INVALID))
    words = g_strdup (_("A letter is wrong or missing. Look at the code again."));
  else if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    words = g_strdup (_("No report belongs to this code. It may have been erased, as its day had "
                        "come."));
  else if (error != NULL)
    words = tras_sealed_words_dup_error (error);
  tras_sealed_dialog_end (dialog, words);
  if (report != NULL)
    show_report (g_object_get_data (G_OBJECT (dialog), "form"), report);
}

static void
on_follow_accepted (Following *form)
{
  Question *question = g_new0 (Question, 1);

  if (form->entry != NULL)
    {
      tras_seal_wipe (form->code);
      form->code = g_strdup (gtk_editable_get_text (form->entry));
    }
  else
    question->addition = tras_sealed_words_dup_text (form->addition);
  question->code = g_strdup (form->code);
  tras_sealed_dialog_begin (form->dialog);
  tras_sealed_desk_run_async (tras_sealed_dialog_get_desk (form->dialog), follow_job, question,
                              question_free, (GDestroyNotify) tras_sealed_report_free,
                              on_followed, g_object_ref (form->dialog));
}

static void
on_code_changed (Following *form)
{
  tras_sealed_dialog_allow (form->dialog, *gtk_editable_get_text (form->entry) != '\0');
}

/**
 * tras_sealed_forms_follow:
 * @owner: who asks
 * @desk: where the reports are
 *
 * Asks for the code of a receipt, and shows what was answered.
 */
void
tras_sealed_forms_follow (GtkWidget      *owner,
                          TrasSealedDesk *desk)
{
  TrasSealedDialog *dialog = tras_sealed_dialog_new (owner, desk, 460, _("Follow a Report"),
                                                     _("_Look"));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Following *form = g_new0 (Following, 1);

  form->dialog = dialog;
  form->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Code of the receipt"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  tras_sealed_dialog_add (dialog, group);

  g_object_set_data_full (G_OBJECT (dialog), "form", form, following_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_code_changed), form);
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (on_follow_accepted), form);
  gtk_window_present (GTK_WINDOW (dialog));
}
