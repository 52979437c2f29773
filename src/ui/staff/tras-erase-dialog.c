/* tras-erase-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-erase-dialog.h"
#include "tras-erase-plan.h"
#include "tras-field-text.h"
#include "tras-help.h"
#include "tras-number.h"
#include "tras-person-file.h"
#include "tras-progress-dialog.h"
#include "tras-window.h"

struct _TrasEraseDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwEntryRow *code_row;
  AdwPreferencesGroup *backups;
  AdwPreferencesGroup *confirm;
  AdwPreferencesGroup *duties;
  AdwPreferencesGroup *goes;
  AdwPreferencesGroup *mentions;
  AdwPreferencesGroup *stays;
  GtkButton *erase_button;

  /* owned */
  GtkWidget *owner;
  TrasStore *store;
  TrasErasePlan *plan;
  TrasProgressDialog *progress;
};

G_DEFINE_FINAL_TYPE (TrasEraseDialog, tras_erase_dialog, ADW_TYPE_WINDOW)

/* ---- what it says ---- */

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
show_values (TrasEraseDialog *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasErasePlan *plan = self->plan;

  for (guint i = 0; i < plan->values->len; i++)
    {
      const TrasField *field = plan->values->pdata[i];
      g_autofree char *value = tras_field_dup_shown (plan->record, field, format, NULL);

      add_row (self->goes, tras_field_get_label (field), value);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goes), plan->values->len > 0);
}

static void
show_kept (TrasEraseDialog *self)
{
  GArray *kept = self->plan->kept;

  for (guint i = 0; i < kept->len; i++)
    {
      const TrasEraseCount *count = &g_array_index (kept, TrasEraseCount, i);
      g_autofree char *number = tras_number_format_quantity (tras_number_format_get_default (),
                                                             (gint64) count->n * 1000);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (add_row (self->stays, _(count->table->plural), NULL), label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->stays), kept->len > 0);
}

static void
on_duty_activated (AdwActionRow    *row,
                   TrasEraseDialog *self)
{
  TrasRecord *record = g_object_get_data (G_OBJECT (row), "record");
  GtkWidget *owner = self->owner;

  tras_window_show_record (owner, G_OBJECT_TYPE (record), record->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_duties (TrasEraseDialog *self)
{
  TrasErasePlan *plan = self->plan;
  g_autoptr (GError) error = NULL;

  if (tras_erase_plan_check (plan, &error))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->duties), TRUE);
  adw_preferences_group_set_description (self->duties, error->message);
  for (guint i = 0; i < plan->duties->len; i++)
    {
      TrasRecord *record = plan->duties->pdata[i];
      const TrasTable *table = tras_record_get_table (record);
      const TrasField *title = tras_table_get_title (table);
      AdwActionRow *row = add_row (self->duties, tras_record_get_text (record, title),
                                   _(table->singular));

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_duty_activated), self, 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), FALSE);
}

static void
on_mention_toggled (GtkCheckButton *check,
                    TrasMention    *mention)
{
  mention->kept = !gtk_check_button_get_active (check);
}

static void
show_mentions (TrasEraseDialog *self)
{
  TrasErasePlan *plan = self->plan;
  g_autofree char *words = NULL;

  /* Translators: %s is what stands for a name, as “Person 27” */
  words = g_strdup_printf (_("“%s” stands for the name in what is checked."), plan->word);
  adw_preferences_group_set_description (
    self->mentions, plan->shared ? _("Somebody else has the same name. Check only the texts that "
                                     "mean the one who is erased.")
                                 : words);
  for (guint i = 0; i < plan->mentions->len; i++)
    {
      TrasMention *mention = plan->mentions->pdata[i];
      g_autofree char *where = NULL;
      GtkWidget *check = gtk_check_button_new ();
      AdwActionRow *row;

      /* Translators: a kind of record, and one of its fields */
      where = g_strdup_printf (C_("mention", "%s · %s"), tras_mention_get_table (mention),
                               tras_mention_get_column (mention));
      row = add_row (self->mentions, mention->text, where);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !mention->kept);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (row, check);
      adw_action_row_set_activatable_widget (row, check);
      g_signal_connect (check, "toggled", G_CALLBACK (on_mention_toggled), mention);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->mentions), plan->mentions->len > 0);
}

static void
show_backups (TrasEraseDialog *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  GPtrArray *backups = self->plan->backups;

  for (guint i = 0; i < backups->len; i++)
    {
      TrasDay day = tras_backup_get_day (backups->pdata[i]);
      TrasDay end = tras_backup_get_end (backups, day, tras_day_today ());
      g_autofree char *name = g_path_get_basename (((TrasBackup *) backups->pdata[i])->path);
      g_autofree char *when = day != TRAS_DAY_NONE ? tras_number_format_date_medium (format, day)
                                                   : g_steal_pointer (&name);
      g_autofree char *until = NULL;
      g_autofree char *words = NULL;

      if (end != TRAS_DAY_NONE)
        {
          until = tras_number_format_date_medium (format, end);
          /* Translators: a backup is deleted by itself; %s is a day */
          words = g_strdup_printf (_("goes by itself on %s, where there is a backup every day"),
                                   until);
        }
      add_row (self->backups, when, words != NULL ? words : _("stays until you delete it"));
    }
  if (backups->len == 0)
    adw_preferences_group_set_description (self->backups,
                                           _("There are no backups of this file. Copies that were "
                                             "made elsewhere are not known here."));
}

/* ---- doing it ---- */

static void
on_code_changed (TrasEraseDialog *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code_row)));

  gtk_widget_set_sensitive (GTK_WIDGET (self->erase_button),
                            self->plan != NULL && g_str_equal (g_strstrip (typed),
                                                               self->plan->code));
}

typedef struct
{
  TrasErasePlan *plan;
  TrasProgressMeter *meter;
} Run;

static gpointer
run_job (TrasDb        *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Run *run = data;

  return tras_erase_plan_run (run->plan, db, tras_progress_meter_report, run->meter, NULL, error)
           ? run->plan
           : NULL;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  tras_progress_meter_unref (run->meter);
  g_free (run);
}

static void
on_erased (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasEraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean erased = tras_store_run_finish (TRAS_STORE (object), result, &error) != NULL;

  tras_progress_dialog_end (self->progress);
  self->progress = NULL;
  if (erased)
    tras_window_toast (self->owner, _("The personal data were erased"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tras_window_report_error (self->owner, error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_erase_clicked (TrasEraseDialog *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run *run = g_new0 (Run, 1);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  run->plan = self->plan;
  run->meter = tras_progress_meter_new ();
  self->progress = tras_progress_dialog_begin (GTK_WIDGET (self), _("Erasing"), run->meter,
                                               cancellable);
  tras_store_run_async (self->store, on_erase_clicked, run_job, run, run_free, NULL,
                        cancellable, on_erased, g_object_ref (self));
}

/* ---- the window ---- */

static void
tras_erase_dialog_dispose (GObject *object)
{
  TrasEraseDialog *self = TRAS_ERASE_DIALOG (object);

  g_clear_object (&self->owner);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_erase_dialog_parent_class)->dispose (object);
}

static void
tras_erase_dialog_finalize (GObject *object)
{
  g_clear_pointer (&TRAS_ERASE_DIALOG (object)->plan, tras_erase_plan_free);

  G_OBJECT_CLASS (tras_erase_dialog_parent_class)->finalize (object);
}

static void
tras_erase_dialog_class_init (TrasEraseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_erase_dialog_dispose;
  object_class->finalize = tras_erase_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, backups);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, duties);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, erase_button);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, goes);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, mentions);
  gtk_widget_class_bind_template_child (widget_class, TrasEraseDialog, stays);
  gtk_widget_class_bind_template_callback (widget_class, on_code_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_erase_clicked);
}

static void
tras_erase_dialog_init (TrasEraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "privacy");
}

/* ---- */

typedef struct
{
  GType type;
  gint64 id;
} Wanted;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;

  return tras_erase_plan_load (db, wanted->type, wanted->id, error);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) owner = user_data;
  g_autoptr (GError) error = NULL;
  TrasErasePlan *plan = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autofree char *title = NULL;
  TrasEraseDialog *self;

  if (plan == NULL)
    {
      tras_window_report_error (owner, error);
      return;
    }

  self = g_object_new (TRAS_TYPE_ERASE_DIALOG, "transient-for", gtk_widget_get_root (owner), NULL);
  self->owner = g_object_ref (owner);
  self->store = g_object_ref (TRAS_STORE (object));
  self->plan = plan;
  /* Translators: %s is the code or the number of a person or a customer, to be typed */
  title = g_strdup_printf (_("Type %s to erase"), plan->code);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code_row), title);
  show_duties (self);
  show_values (self);
  show_kept (self);
  show_mentions (self);
  show_backups (self);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * tras_erase_dialog_present:
 * @owner: who asks
 * @store: the file
 * @type: %TRAS_TYPE_PERSON, %TRAS_TYPE_CANDIDATE or %TRAS_TYPE_CUSTOMER
 * @id: whose data
 *
 * Reads what erasing means, and asks.
 */
void
tras_erase_dialog_present (GtkWidget *owner,
                           TrasStore *store,
                           GType      type,
                           gint64     id)
{
  const Wanted wanted = { type, id };

  g_return_if_fail (GTK_IS_WIDGET (owner));

  tras_store_run_async (store, tras_erase_dialog_present, load_job,
                        g_memdup2 (&wanted, sizeof wanted), g_free,
                        (GDestroyNotify) tras_erase_plan_free, NULL, on_loaded,
                        g_object_ref (owner));
}
