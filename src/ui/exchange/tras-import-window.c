/* tras-import-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-file-dialog.h"
#include "tras-help.h"
#include "tras-import-window.h"
#include "tras-import.h"
#include "tras-kind-columns.h"
#include "tras-number.h"
#include "tras-progress-dialog.h"

/* How many rows of the file, and how many of those that are refused, are shown. */
#define PREVIEW_ROWS 6
#define SHOWN_REFUSALS 100

struct _TrasImportWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwActionRow *file_row;
  AdwComboRow *decimal_row;
  AdwComboRow *delimiter_row;
  AdwComboRow *encoding_row;
  AdwComboRow *kind_row;
  AdwComboRow *order_row;
  AdwExpanderRow *guess_row;
  GtkGrid *preview;
  GtkLabel *created;
  GtkLabel *summary;
  GtkListBox *refusals;
  GtkSwitch *create_switch;
  GtkSwitch *partial_switch;
  GtkWidget *choose_button;
  GtkWidget *import_button;
  GtkWidget *preview_card;
  GtkWidget *result_box;

  /* a weak pointer */
  TrasWindow *parent;

  /* owned */
  GArray *types;
  GBytes *bytes;
  GCancellable *cancellable;
  GCancellable *importing;
  TrasProgressDialog *progress;
  TrasImportCounts counts;
  gboolean checked;
};

G_DEFINE_FINAL_TYPE (TrasImportWindow, tras_import_window, ADW_TYPE_WINDOW)

/* One run of an import on the store's thread, a dry one or the real one. */
typedef struct
{
  GType type;
  GBytes *bytes;
  TrasCsvOverrides overrides;
  TrasImportFlags flags;
  TrasProgressMeter *meter;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_bytes_unref (run->bytes);
  g_clear_pointer (&run->meter, tras_progress_meter_unref);
  g_free (run);
}

static Run *
run_new (TrasImportWindow *self,
         gboolean          dry)
{
  static const char *const encodings[] = { NULL, "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  static const char delimiters[] = { 0, ',', ';', '\t', '|' };
  static const char *const decimals[] = { NULL, ".", "," };
  static const int orders[] = { -1, TRAS_DATE_ORDER_DMY, TRAS_DATE_ORDER_MDY, TRAS_DATE_ORDER_YMD };
  const TrasCsvOverrides none = TRAS_CSV_GUESS_ALL;
  Run *run = g_new0 (Run, 1);

  run->type = g_array_index (self->types, GType, adw_combo_row_get_selected (self->kind_row));
  run->bytes = g_bytes_ref (self->bytes);
  run->overrides = none;
  run->overrides.encoding = encodings[adw_combo_row_get_selected (self->encoding_row)];
  run->overrides.delimiter = delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  run->overrides.decimal = decimals[adw_combo_row_get_selected (self->decimal_row)];
  run->overrides.date_order = orders[adw_combo_row_get_selected (self->order_row)];
  run->flags |= dry ? TRAS_IMPORT_DRY_RUN : 0;
  run->flags |= gtk_switch_get_active (self->create_switch) ? TRAS_IMPORT_CREATE : 0;
  run->flags |= dry || gtk_switch_get_active (self->partial_switch) ? TRAS_IMPORT_PARTIAL : 0;
  run->meter = tras_progress_meter_new ();

  return run;
}

static gpointer
run_job (TrasDb        *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Run *run = data;
  g_autoptr (TrasImport) import = tras_import_new (run->type, run->bytes, &run->overrides, error);

  if (import == NULL || !tras_import_run (import, db, run->flags, tras_progress_meter_report,
                                          run->meter, cancellable, error))
    return NULL;

  return g_steal_pointer (&import);
}

/* ---- what would happen ---- */

static void
clear_children (GtkWidget *parent,
                void     (*remove) (GtkWidget *parent,
                                    GtkWidget *child))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    remove (parent, child);
}

static void
remove_from_grid (GtkWidget *grid,
                  GtkWidget *child)
{
  gtk_grid_remove (GTK_GRID (grid), child);
}

static void
remove_from_list (GtkWidget *list,
                  GtkWidget *child)
{
  gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

static void
show_preview (TrasImportWindow *self,
              TrasImport       *import)
{
  const TrasCsvDialect *dialect = tras_import_get_dialect (import);
  g_autoptr (GPtrArray) rows = tras_import_dup_rows (import, PREVIEW_ROWS);

  clear_children (GTK_WIDGET (self->preview), remove_from_grid);
  gtk_widget_set_visible (self->preview_card, dialect->n_columns > 0);
  for (guint column = 0; column < dialect->n_columns; column++)
    {
      GtkWidget *title = gtk_label_new (dialect->columns[column].name);

      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_add_css_class (title, "caption-heading");
      gtk_grid_attach (self->preview, title, (int) column, 0, 1, 1);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      for (guint column = 0; cells[column] != NULL; column++)
        {
          GtkWidget *cell = gtk_label_new (cells[column]);

          gtk_label_set_xalign (GTK_LABEL (cell), 0);
          gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
          gtk_label_set_max_width_chars (GTK_LABEL (cell), 32);
          gtk_label_set_width_chars (GTK_LABEL (cell), MIN (g_utf8_strlen (cells[column], -1), 24));
          gtk_widget_add_css_class (cell, "numeric");
          gtk_grid_attach (self->preview, cell, (int) column, (int) i + 1, 1, 1);
        }
    }
}

static void
show_refusals (TrasImportWindow *self,
               GPtrArray        *refusals)
{
  clear_children (GTK_WIDGET (self->refusals), remove_from_list);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), refusals->len > 0);
  for (guint i = 0; i < MIN (refusals->len, SHOWN_REFUSALS); i++)
    {
      TrasImportRefusal *refusal = refusals->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *where = NULL;

      if (*refusal->column != '\0')
        /* Translators: a row of a table: Line 7 · due_on: “soon” */
        where = g_strdup_printf (_("Line %u · %s: “%s”"), refusal->line, refusal->column,
                                 refusal->value);
      else
        where = g_strdup_printf (_("Line %u"), refusal->line);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), refusal->reason);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_list_box_append (self->refusals, row);
    }
  if (refusals->len > SHOWN_REFUSALS)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         refusals->len - SHOWN_REFUSALS),
                                               refusals->len - SHOWN_REFUSALS);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), more);
      gtk_list_box_append (self->refusals, row);
    }
}

static void
show_created (TrasImportWindow *self,
              GPtrArray        *created)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->created), created->len > 0);
  for (guint i = 0; i < created->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) created->pdata[i]);
  text = g_strdup_printf (_("Will be made: %s"), names->str);
  gtk_label_set_label (self->created, text);
}

static void
update_button (TrasImportWindow *self)
{
  guint good = self->counts.n_new + self->counts.n_changed;

  gtk_widget_set_sensitive (self->import_button,
                            self->checked && self->importing == NULL && good > 0 &&
                              (self->counts.n_refused == 0 ||
                               gtk_switch_get_active (self->partial_switch)));
}

static void
show_summary (TrasImportWindow *self)
{
  const TrasDecimalMarks *marks = &tras_number_format_get_default ()->marks;
  g_autofree char *new_rows = tras_decimal_format (self->counts.n_new, 0, marks);
  g_autofree char *changed = tras_decimal_format (self->counts.n_changed, 0, marks);
  g_autofree char *same = tras_decimal_format (self->counts.n_same, 0, marks);
  g_autofree char *refused = tras_decimal_format (self->counts.n_refused, 0, marks);
  /* Translators: what will become of the rows of a table; each %s is a number */
  g_autofree char *text = g_strdup_printf (_("%s new · %s changed · %s the same · %s refused"),
                                           new_rows, changed, same, refused);

  gtk_label_set_label (self->summary, text);
}

static void
show_problem (TrasImportWindow *self,
              const char       *message)
{
  self->checked = FALSE;
  gtk_widget_set_visible (self->result_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->created), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), FALSE);
  gtk_widget_set_visible (self->preview_card, FALSE);
  gtk_label_set_label (self->summary, message);
  update_button (self);
}

static void
on_checked (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasImport) import = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autofree char *guess = NULL;

  /* Another check has begun, or the window is gone. */
  if (self->cancellable == NULL ||
      self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_pointer (&self->progress, tras_progress_dialog_end);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_problem (self, _("The table was not read to its end."));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->guess_row), TRUE);
  if (import == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  self->counts = *tras_import_get_counts (import);
  self->checked = TRUE;
  guess = tras_csv_dialect_describe (tras_import_get_dialect (import));
  adw_expander_row_set_subtitle (self->guess_row, guess);
  gtk_widget_set_visible (self->result_box, TRUE);
  show_summary (self);
  show_created (self, tras_import_get_created (import));
  show_refusals (self, tras_import_get_refusals (import));
  show_preview (self, import);
  update_button (self);
}

static void
check (TrasImportWindow *self)
{
  TrasStore *store = self->parent != NULL ? tras_window_get_store (self->parent) : NULL;
  Run *run;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, tras_progress_dialog_end);
  self->checked = FALSE;
  update_button (self);
  if (self->bytes == NULL || store == NULL)
    return;

  run = run_new (self, TRUE);
  self->cancellable = g_cancellable_new ();
  self->progress = tras_progress_dialog_begin (GTK_WIDGET (self), _("Reading the Table"),
                                               run->meter, self->cancellable);
  tras_store_run_async (store, check, run_job, run, run_free, g_object_unref, self->cancellable,
                        on_checked, g_object_ref (self));
}

static void
on_option_changed (TrasImportWindow *self)
{
  check (self);
}

static void
on_partial_changed (TrasImportWindow *self)
{
  update_button (self);
}

/* ---- the file ---- */

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *shown = g_filename_display_name (name);

  adw_action_row_set_subtitle (self->file_row, shown);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  if (bytes == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  self->bytes = g_steal_pointer (&bytes);
  check (self);
}

static void
load (TrasImportWindow *self,
      GFile            *file)
{
  g_file_load_bytes_async (file, NULL, on_loaded, g_object_ref (self));
}

static void
on_chosen (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasImportWindow) self = user_data;
  g_autoptr (GFile) file = tras_file_dialog_finish (result);

  if (file != NULL)
    load (self, file);
}

static void
on_choose_clicked (TrasImportWindow *self)
{
  tras_file_dialog_open (GTK_WIDGET (self), _("Import a Table"), TRAS_FILE_TABLE, on_chosen,
                         g_object_ref (self));
}

/* ---- taking it ---- */

static void
on_imported (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasImport) import = tras_store_run_finish (TRAS_STORE (object), result, &error);
  const TrasImportCounts *counts;
  g_autofree char *message = NULL;
  guint taken;

  g_clear_pointer (&self->progress, tras_progress_dialog_end);
  g_clear_object (&self->importing);
  if (self->parent == NULL)
    return;
  if (import == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self->parent), error);
      check (self);
      return;
    }

  /* Something was changed since the rows were checked. */
  counts = tras_import_get_counts (import);
  if (tras_import_get_edit (import) == 0 && counts->n_refused > 0)
    {
      check (self);
      return;
    }

  taken = counts->n_new + counts->n_changed;
  message = g_strdup_printf (ngettext ("%u row imported", "%u rows imported", taken), taken);
  tras_window_toast_edit (GTK_WIDGET (self->parent), message, tras_import_get_edit (import));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_import_clicked (TrasImportWindow *self)
{
  TrasStore *store = self->parent != NULL ? tras_window_get_store (self->parent) : NULL;
  Run *run;

  if (store == NULL)
    return;

  run = run_new (self, FALSE);
  self->importing = g_cancellable_new ();
  self->progress = tras_progress_dialog_begin (GTK_WIDGET (self), _("Importing"), run->meter,
                                               self->importing);
  update_button (self);
  tras_store_run_async (store, on_import_clicked, run_job, run, run_free, g_object_unref,
                        self->importing, on_imported, g_object_ref (self));
}

/* ---- the object ---- */

static void
fill_kinds (TrasImportWindow *self,
            const char       *kind)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;
  GType type;

  for (guint i = 0; (type = tras_kind_get_type (i)) != G_TYPE_INVALID; i++)
    {
      const TrasTable *table = tras_record_type_get_table (type);

      if (g_strcmp0 (table->kind, kind) == 0)
        selected = self->types->len;
      g_array_append_val (self->types, type);
      gtk_string_list_append (labels, _(table->plural));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->kind_row, selected);
}

/* What is being taken is given up first; the window stays to say so. */
static gboolean
tras_import_window_close_request (GtkWindow *window)
{
  TrasImportWindow *self = TRAS_IMPORT_WINDOW (window);

  if (self->importing == NULL)
    return GTK_WINDOW_CLASS (tras_import_window_parent_class)->close_request (window);

  g_cancellable_cancel (self->importing);
  return GDK_EVENT_STOP;
}

static void
tras_import_window_dispose (GObject *object)
{
  TrasImportWindow *self = TRAS_IMPORT_WINDOW (object);

  g_clear_weak_pointer (&self->parent);
  g_cancellable_cancel (self->importing);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, tras_progress_dialog_end);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (tras_import_window_parent_class)->dispose (object);
}

static void
tras_import_window_finalize (GObject *object)
{
  g_array_unref (TRAS_IMPORT_WINDOW (object)->types);

  G_OBJECT_CLASS (tras_import_window_parent_class)->finalize (object);
}

static void
tras_import_window_class_init (TrasImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_import_window_dispose;
  object_class->finalize = tras_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tras_import_window_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/exchange/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, create_switch);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, created);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, guess_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, order_row);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, partial_switch);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, preview_card);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, refusals);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, result_box);
  gtk_widget_class_bind_template_child (widget_class, TrasImportWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_option_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_partial_changed);
}

static void
tras_import_window_init (TrasImportWindow *self)
{
  self->types = g_array_new (FALSE, FALSE, sizeof (GType));
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "numbers-from-a-spreadsheet");
}

/**
 * tras_import_window_open:
 * @parent: a window with a store
 * @kind: (nullable): what is most likely in the file, a word of tras_kind_find_type()
 * @file: (nullable): the file; %NULL lets the user choose one
 */
void
tras_import_window_open (TrasWindow *parent,
                         const char *kind,
                         GFile      *file)
{
  TrasImportWindow *self = g_object_new (TRAS_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  fill_kinds (self, kind);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);
  gtk_window_present (GTK_WINDOW (self));
  if (file != NULL)
    load (self, file);
}
