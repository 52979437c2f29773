/* tras-sealed-officer.c: the officer's passphrase, chosen, changed, and asked for each time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-seal-passphrase.h"
#include "tras-sealed-dialog.h"
#include "tras-sealed-forms.h"
#include "tras-sealed-words.h"
#include "tras-window.h"

/* ---- a passphrase that is chosen ---- */

/* present: the one that there is, NULL where there is none
 * understood: NULL where nothing has to be */
typedef struct
{
  TrasSealedDialog *dialog;
  GtkEditable *present;
  GtkEditable *first;
  GtkEditable *second;
  GtkLevelBar *level;
  GtkLabel *hint;
  GtkCheckButton *understood;
} Choice;

static const char *const hints[] = {
  [TRAS_SEAL_SHORT] = N_("At least twelve characters. Several words that do not belong together "
                         "are easy to keep in mind and hard to guess."),
  [TRAS_SEAL_WEAK] = N_("Weak: somebody with patience may guess it. Add words."),
  [TRAS_SEAL_FAIR] = N_("Fair: it is not guessed soon. One more word makes it strong."),
  [TRAS_SEAL_STRONG] = N_("Strong."),
};

static gboolean
is_complete (Choice *form)
{
  return (form->present == NULL || *gtk_editable_get_text (form->present) != '\0') &&
         (form->understood == NULL || gtk_check_button_get_active (form->understood));
}

static void
on_choice_changed (Choice *form)
{
  const char *first = gtk_editable_get_text (form->first);
  const char *second = gtk_editable_get_text (form->second);
  TrasSealStrength strength = tras_seal_passphrase_judge (first);
  gboolean same = g_str_equal (first, second);

  gtk_level_bar_set_value (form->level, strength);
  if (strength > TRAS_SEAL_SHORT && *second != '\0' && !same)
    gtk_label_set_label (form->hint, _("The two are not the same."));
  else
    gtk_label_set_label (form->hint, _(hints[strength]));
  tras_sealed_dialog_allow (form->dialog,
                            strength > TRAS_SEAL_SHORT && same && is_complete (form));
}

static GtkWidget *
make_passphrase (GtkWidget   *group,
                 const char  *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

/* Asks for the passphrase that there is, where that has a title, and for the new one twice. */
static Choice *
choice_new (TrasSealedDialog *dialog,
            const char       *present,
            const char       *wanted)
{
  GtkWidget *group = adw_preferences_group_new ();
  Choice *form = g_new0 (Choice, 1);

  form->dialog = dialog;
  if (present != NULL)
    form->present = GTK_EDITABLE (make_passphrase (group, present));
  form->first = GTK_EDITABLE (make_passphrase (group, wanted));
  form->second = GTK_EDITABLE (make_passphrase (group, _("The same again")));
  tras_sealed_dialog_add (dialog, group);
  form->level = GTK_LEVEL_BAR (gtk_level_bar_new_for_interval (0, TRAS_SEAL_STRONG));
  gtk_level_bar_set_mode (form->level, GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How hard it is to guess"), -1);
  tras_sealed_dialog_add (dialog, GTK_WIDGET (form->level));
  form->hint = GTK_LABEL (tras_sealed_words_make_label ("", "dim-label"));
  tras_sealed_dialog_add (dialog, GTK_WIDGET (form->hint));

  g_object_set_data_full (G_OBJECT (dialog), "form", form, g_free);
  if (form->present != NULL)
    g_signal_connect_swapped (form->present, "changed", G_CALLBACK (on_choice_changed), form);
  g_signal_connect_swapped (form->first, "changed", G_CALLBACK (on_choice_changed), form);
  g_signal_connect_swapped (form->second, "changed", G_CALLBACK (on_choice_changed), form);
  on_choice_changed (form);

  return form;
}

static char *
dup_trouble (const GError *error)
{
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DENIED))
    return g_strdup (_("This is not the passphrase."));

  return tras_sealed_words_dup_error (error);
}

/* ---- set up ---- */

static gpointer
set_up_job (const char   *company,
            TrasSealKey  *key,
            gpointer      data,
            GError      **error)
{
  tras_sealed_book_set_up (company, data, TRAS_SEAL_COST_PASSPHRASE, error);

  return NULL;
}

static void
on_set_up (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSealedDialog) dialog = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  tras_sealed_desk_run_finish (desk, result, &error);
  if (error != NULL)
    words = tras_sealed_words_dup_error (error);
  tras_sealed_dialog_end (dialog, words);
  tras_sealed_desk_say_changed (desk);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_set_up_accepted (Choice *form)
{
  tras_sealed_dialog_begin (form->dialog);
  tras_sealed_desk_run_async (tras_sealed_dialog_get_desk (form->dialog), set_up_job,
                              g_strdup (gtk_editable_get_text (form->first)),
                              (GDestroyNotify) tras_seal_wipe, NULL, on_set_up,
                              g_object_ref (form->dialog));
}

/**
 * tras_sealed_forms_set_up:
 * @owner: who asks
 * @desk: where there are no reports yet
 *
 * Asks for the officer's passphrase, twice, and makes the file.
 */
void
tras_sealed_forms_set_up (GtkWidget      *owner,
                          TrasSealedDesk *desk)
{
  TrasSealedDialog *dialog = tras_sealed_dialog_new (owner, desk, 500, _("Set Up Reports"),
                                                     _("_Set Up"));
  Choice *form;

  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("One person, the officer, will read the reports: somebody whom people trust and who answers "
      "to nobody about them. The officer chooses a passphrase and tells it to nobody."), NULL));
  form = choice_new (dialog, NULL, _("Passphrase"));
  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("There is no way around a passphrase that was lost: nobody can open the reports again, not "
      "even the maker of this program. Keep it on paper in a sealed envelope in a safe."),
    "warning"));
  form->understood =
    GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("I have understood that")));
  tras_sealed_dialog_add (dialog, GTK_WIDGET (form->understood));
  g_signal_connect_swapped (form->understood, "toggled", G_CALLBACK (on_choice_changed), form);
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (on_set_up_accepted), form);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- change ---- */

typedef struct
{
  char *passphrase;
  char *wanted;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  tras_seal_wipe (change->passphrase);
  tras_seal_wipe (change->wanted);
  g_free (change);
}

static gpointer
change_job (const char   *company,
            TrasSealKey  *key,
            gpointer      data,
            GError      **error)
{
  const Change *change = data;

  tras_sealed_book_change_passphrase (company, change->passphrase, change->wanted,
                                      TRAS_SEAL_COST_PASSPHRASE, error);

  return NULL;
}

static void
on_changed (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasSealedDialog) dialog = user_data;
  GtkWindow *owner = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  tras_sealed_desk_run_finish (TRAS_SEALED_DESK (object), result, &error);
  if (error != NULL)
    words = dup_trouble (error);
  tras_sealed_dialog_end (dialog, words);
  if (error != NULL)
    return;

  if (owner != NULL)
    tras_window_toast (GTK_WIDGET (owner), _("The passphrase was changed"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_change_accepted (Choice *form)
{
  Change *change = g_new0 (Change, 1);

  change->passphrase = g_strdup (gtk_editable_get_text (form->present));
  change->wanted = g_strdup (gtk_editable_get_text (form->first));
  tras_sealed_dialog_begin (form->dialog);
  tras_sealed_desk_run_async (tras_sealed_dialog_get_desk (form->dialog), change_job, change,
                              change_free, NULL, on_changed, g_object_ref (form->dialog));
}

/**
 * tras_sealed_forms_change:
 * @owner: who asks
 * @desk: where the reports are
 *
 * Asks the officer for the passphrase and, twice, for another in its place.
 */
void
tras_sealed_forms_change (GtkWidget      *owner,
                          TrasSealedDesk *desk)
{
  TrasSealedDialog *dialog = tras_sealed_dialog_new (owner, desk, 460, _("Change Passphrase"),
                                                     _("_Change"));
  Choice *form = choice_new (dialog, _("Present passphrase"), _("New passphrase"));

  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("Backups made until now still open with the present passphrase. Put the new one into the "
      "sealed envelope: nobody can open the reports again when it is lost."), "warning"));
  g_signal_connect_swapped (dialog, "accepted", G_CALLBACK (on_change_accepted), form);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- open ---- */

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSealedDialog) dialog = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  /* Whoever has closed the form has thought better of it. */
  if (!tras_sealed_desk_open_finish (desk, result, &error))
    words = dup_trouble (error);
  else if (!gtk_widget_get_visible (GTK_WIDGET (dialog)))
    tras_sealed_desk_lock (desk);
  tras_sealed_dialog_end (dialog, words);
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_open_accepted (TrasSealedDialog *dialog,
                  GtkEditable      *passphrase)
{
  tras_sealed_dialog_begin (dialog);
  tras_sealed_desk_open_async (tras_sealed_dialog_get_desk (dialog),
                               gtk_editable_get_text (passphrase), on_opened,
                               g_object_ref (dialog));
}

static void
on_passphrase_changed (GtkEditable      *passphrase,
                       TrasSealedDialog *dialog)
{
  tras_sealed_dialog_allow (dialog, *gtk_editable_get_text (passphrase) != '\0');
}

/**
 * tras_sealed_forms_open:
 * @owner: who asks
 * @desk: where the reports are
 *
 * Asks the officer for the passphrase.
 */
void
tras_sealed_forms_open (GtkWidget      *owner,
                        TrasSealedDesk *desk)
{
  TrasSealedDialog *dialog = tras_sealed_dialog_new (owner, desk, 260, _("Open as Officer"),
                                                     _("_Open"));
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *passphrase = make_passphrase (group, _("Passphrase"));

  tras_sealed_dialog_add (dialog, tras_sealed_words_make_label (
    _("That the reports were opened, and which were read, is written into the access log, which "
      "everybody can read."), NULL));
  tras_sealed_dialog_add (dialog, group);
  g_signal_connect (passphrase, "changed", G_CALLBACK (on_passphrase_changed), dialog);
  g_signal_connect (dialog, "accepted", G_CALLBACK (on_open_accepted), passphrase);
  gtk_window_present (GTK_WINDOW (dialog));
}
