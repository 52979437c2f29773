/* tras-export-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-export-window.h"
#include "tras-export.h"
#include "tras-file-dialog.h"
#include "tras-help.h"
#include "tras-kind-columns.h"

struct _TrasExportWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwPreferencesGroup *computed_group;
  AdwPreferencesGroup *record_group;

  /* a weak pointer */
  TrasWindow *parent;
};

G_DEFINE_FINAL_TYPE (TrasExportWindow, tras_export_window, ADW_TYPE_WINDOW)

typedef struct
{
  TrasExportWindow *window;
  const char *kind;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->file);
  g_object_unref (export->window);
  g_free (export);
}

/* What a kind that is computed is called; the words are the command line's, too. */
static const char *
computed_label (const char *kind)
{
  if (g_str_equal (kind, "verdicts"))
    return _("Limits and verdicts of all indicators");
  if (g_str_equal (kind, "available"))
    return _("What may be sold");
  if (g_str_equal (kind, "stock"))
    return _("Stock: on hand, available and average cost");
  if (g_str_equal (kind, "to-buy"))
    return _("What to buy: items at their level or below, and why");
  if (g_str_equal (kind, "supplier-quality"))
    return _("Suppliers: days to deliver, on time in full, rejected");
  if (g_str_equal (kind, "backlog"))
    return _("Tickets that are open, and how old they are");
  if (g_str_equal (kind, "skill-gaps"))
    return _("Skill gaps: who cannot do what their role needs");
  if (g_str_equal (kind, "certificates"))
    return _("Certificates and when they expire");
  if (g_str_equal (kind, "headcount"))
    return _("Headcount by month and area");
  if (g_str_equal (kind, "turnover"))
    return _("Staff turnover by month and area");
  if (g_str_equal (kind, "absence-rate"))
    return _("Absence rate by month and area");

  return kind;
}

static gpointer
export_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Export *export = data;

  return tras_export_to_file (db, export->kind, TRAS_DAY_NONE, export->file, cancellable, error)
           ? g_file_get_basename (export->file)
           : NULL;
}

static void
on_exported (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (self->parent == NULL)
    return;
  if (name == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self->parent), error);
      return;
    }

  shown = g_filename_display_name (name);
  message = g_strdup_printf (_("Saved as “%s”"), shown);
  tras_window_toast (GTK_WIDGET (self->parent), message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_chosen (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Export *export = user_data;
  TrasExportWindow *self = export->window;
  TrasStore *store;

  export->file = tras_file_dialog_finish (result);
  store = self->parent != NULL ? tras_window_get_store (self->parent) : NULL;
  if (export->file == NULL || store == NULL)
    {
      export_free (export);
      return;
    }

  tras_store_run_async (store, export_job, export_job, export,
                        export_free, g_free, NULL, on_exported, g_object_ref (self));
}

static void
on_row_activated (TrasExportWindow *self,
                  AdwActionRow     *row)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  g_autofree char *name = g_strconcat (kind, ".csv", NULL);
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->kind = kind;
  tras_file_dialog_save (GTK_WIDGET (self), _("Export"), TRAS_FILE_CSV, name, on_chosen, export);
}

static GtkWidget *
add_row (TrasExportWindow *self,
         const char       *kind)
{
  GType type = tras_kind_find_type (kind);
  gboolean computed = type == G_TYPE_INVALID || g_str_equal (kind, "stock");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 computed ? computed_label (kind)
                                          : _(tras_record_type_get_table (type)->plural));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-save-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kind", (char *) g_intern_string (kind));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (computed ? self->computed_group : self->record_group, row);

  return row;
}

static void
tras_export_window_dispose (GObject *object)
{
  g_clear_weak_pointer (&TRAS_EXPORT_WINDOW (object)->parent);

  G_OBJECT_CLASS (tras_export_window_parent_class)->dispose (object);
}

static void
tras_export_window_class_init (TrasExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_export_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/exchange/export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasExportWindow, computed_group);
  gtk_widget_class_bind_template_child (widget_class, TrasExportWindow, record_group);
}

static void
tras_export_window_init (TrasExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "numbers-from-a-spreadsheet");
}

/**
 * tras_export_window_open:
 * @parent: a window with a store
 * @kind: (nullable): what is most likely wanted: its row has the focus
 */
void
tras_export_window_open (TrasWindow *parent,
                         const char *kind)
{
  TrasExportWindow *self = g_object_new (TRAS_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  const char *name;

  g_set_weak_pointer (&self->parent, parent);
  for (guint i = 0; (name = tras_export_get_kind (i)) != NULL; i++)
    {
      GtkWidget *row = add_row (self, name);

      if (g_strcmp0 (name, kind) == 0)
        gtk_window_set_focus (GTK_WINDOW (self), row);
    }
  gtk_window_present (GTK_WINDOW (self));
}
