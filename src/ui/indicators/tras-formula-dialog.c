/* tras-formula-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-formula-book.h"
#include "tras-formula-dialog.h"
#include "tras-help.h"
#include "tras-sentence.h"
#include "tras-window.h"

/* So many indicators are offered at once. */
#define MOST_OFFERS 50

/**
 * TrasFormulaDialog:
 *
 * A line to write a formula in, with what is wrong with it underlined and said while it is written,
 * what it comes to, and the indicators that it can name.
 */
struct _TrasFormulaDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkButton *save_button;
  GtkEntry *entry;
  GtkLabel *result;
  GtkListBox *offers;

  /* owned */
  TrasStore *store;
  TrasIndicator *indicator;
  TrasFormulaBook *book;
  GCancellable *cancellable;
  GCancellable *preview;
  char *stored;
};

G_DEFINE_FINAL_TYPE (TrasFormulaDialog, tras_formula_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what it comes to ---- */

static void
say (TrasFormulaDialog *self,
     const char        *words,
     gboolean           wrong)
{
  gtk_label_set_label (self->result, words);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
}

static gpointer
preview_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return tras_indicator_series_preview (db, data, tras_day_today (), error);
}

static void
on_previewed (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrasFormulaDialog) self = user_data;
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicatorSeries) series = tras_store_run_finish (TRAS_STORE (object), result,
                                                                  &error);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (series == NULL || series->problem != NULL)
    {
      say (self, series != NULL ? series->problem : error->message, TRUE);
      return;
    }
  if (series->n == 0)
    {
      say (self, _("There is no period with values for all that it names."), FALSE);
      return;
    }

  value = tras_sentence_value (series, series->values[series->n - 1], format);
  period = tras_sentence_period (series->every, series->periods[series->n - 1], format);
  /* Translators: a period and a value: "W46 2026: 8.3 %" */
  words = g_strdup_printf (C_("cell", "%s: %s"), period, value);
  say (self, words, FALSE);
}

static TrasIndicator *
dup_draft (TrasFormulaDialog *self)
{
  TrasIndicator *draft = tras_record_dup (self->indicator);

  g_free (draft->source);
  draft->source = g_strdup (TRAS_SOURCE_FORMULA);
  g_free (draft->formula);
  draft->formula = g_strdup (self->stored);

  return draft;
}

static void
preview (TrasFormulaDialog *self)
{
  g_cancellable_cancel (self->preview);
  g_clear_object (&self->preview);
  if (self->stored == NULL)
    return;

  self->preview = g_cancellable_new ();
  tras_store_run_async (self->store, preview, preview_job, dup_draft (self), g_object_unref,
                        (GDestroyNotify) tras_indicator_series_unref, self->preview, on_previewed,
                        g_object_ref (self));
}

/* ---- what is wrong ---- */

static void
underline (TrasFormulaDialog        *self,
           const TrasFormulaProblem *problem)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize length = gtk_entry_get_text_length (self->entry) > 0
                 ? strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry))) : 0;

  if (problem->message != NULL && length > 0)
    {
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      /* What is missing at the end is marked on what stands before it. */
      line->start_index = (guint) MIN (problem->start, length - 1);
      line->end_index = (guint) MIN (problem->start + MAX (problem->length, 1), length);
      pango_attr_list_insert (attributes, line);
    }
  gtk_entry_set_attributes (self->entry, attributes);
}

static void
check (TrasFormulaDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };

  g_clear_pointer (&self->stored, g_free);
  if (self->book != NULL)
    self->stored = tras_formula_book_dup_stored (self->book, self->indicator, text, &problem);
  underline (self, &problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), self->stored != NULL);
  if (problem.message != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  say (self, problem.message != NULL ? problem.message : "", *text != '\0');
  preview (self);
}

/* ---- names ---- */

/* Where the name begins that the cursor is in, without its bracket, in characters; -1 for none. */
static int
find_name (TrasFormulaDialog *self,
           char             **start)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  const char *end = g_utf8_offset_to_pointer (text, cursor);
  const char *open = g_utf8_strrchr (text, end - text, '[');
  const char *close = g_utf8_strrchr (text, end - text, ']');

  if (open == NULL || close > open)
    return -1;

  *start = g_strndup (open + 1, (gsize) (end - open - 1));

  return (int) g_utf8_pointer_to_offset (text, open);
}

static GtkWidget *
make_offer (TrasIndicator *indicator)
{
  g_autofree char *name = g_markup_escape_text (indicator->name, -1);
  g_autofree char *unit = g_markup_escape_text (indicator->unit, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), unit);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (indicator->name), g_free);

  return row;
}

static void
offer (TrasFormulaDialog *self)
{
  g_autofree char *start = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GtkListBoxRow *row;

  if (self->book == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->offers, 0)) != NULL)
    gtk_list_box_remove (self->offers, GTK_WIDGET (row));
  find_name (self, &start);
  found = tras_formula_book_complete (self->book, self->indicator, start != NULL ? start : "");
  for (guint i = 0; i < MIN (found->len, MOST_OFFERS); i++)
    gtk_list_box_append (self->offers, make_offer (found->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->offers), found->len > 0);
}

static void
on_offer_activated (TrasFormulaDialog *self,
                    GtkListBoxRow     *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  g_auto (GStrv) parts = g_strsplit (name, "]", -1);
  g_autofree char *inner = g_strjoinv ("]]", parts);
  g_autofree char *text = g_strdup_printf ("[%s]", inner);
  g_autofree char *start = NULL;
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  int from = find_name (self, &start);

  if (from >= 0)
    {
      gtk_editable_delete_text (GTK_EDITABLE (self->entry), from, cursor);
      cursor = from;
    }
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &cursor);
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), cursor);
}

static gboolean
on_key_pressed (TrasFormulaDialog *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->offers, 0);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || first == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (first));

  return GDK_EVENT_STOP;
}

/* ---- the dialog ---- */

static void
on_changed (TrasFormulaDialog *self)
{
  check (self);
  offer (self);
}

static void
on_save (TrasFormulaDialog *self)
{
  g_autoptr (TrasIndicator) draft = NULL;

  if (self->stored == NULL)
    return;

  draft = dup_draft (self);
  g_signal_emit (self, signals[SAVED], 0, draft);
  gtk_window_close (GTK_WINDOW (self));
}

static gpointer
book_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_formula_book_load (db, error);
}

static void
on_book_loaded (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasFormulaDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TrasFormulaBook *book = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autofree char *shown = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (book == NULL)
    {
      say (self, error->message, TRUE);
      return;
    }

  self->book = book;
  shown = tras_formula_book_dup_shown (book, self->indicator->formula);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown != NULL ? shown : "");
  on_changed (self);
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
tras_formula_dialog_dispose (GObject *object)
{
  TrasFormulaDialog *self = TRAS_FORMULA_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->preview);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preview);
  g_clear_object (&self->store);
  g_clear_object (&self->indicator);
  g_clear_pointer (&self->book, tras_formula_book_unref);
  g_clear_pointer (&self->stored, g_free);

  G_OBJECT_CLASS (tras_formula_dialog_parent_class)->dispose (object);
}

static void
tras_formula_dialog_class_init (TrasFormulaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_formula_dialog_dispose;

  /**
   * TrasFormulaDialog::saved:
   * @changed: a copy of the indicator, with its source and formula
   *
   * A formula was written that is right.
   */
  signals[SAVED] = g_signal_new ("saved", TRAS_TYPE_FORMULA_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, TRAS_TYPE_INDICATOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-formula-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFormulaDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TrasFormulaDialog, offers);
  gtk_widget_class_bind_template_child (widget_class, TrasFormulaDialog, result);
  gtk_widget_class_bind_template_child (widget_class, TrasFormulaDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, offer);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_offer_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_formula_dialog_init (TrasFormulaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "define-an-indicator");
}

/**
 * tras_formula_dialog_new:
 * @owner: a widget of the window that it stands over
 * @store: where the indicators are
 * @indicator: whose formula it is, stored or not
 *
 * Returns: (transfer none): a dialog to be presented
 */
TrasFormulaDialog *
tras_formula_dialog_new (GtkWidget     *owner,
                         TrasStore     *store,
                         TrasIndicator *indicator)
{
  TrasFormulaDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);
  g_return_val_if_fail (TRAS_IS_STORE (store), NULL);
  g_return_val_if_fail (TRAS_IS_INDICATOR (indicator), NULL);

  self = g_object_new (TRAS_TYPE_FORMULA_DIALOG, NULL);
  root = gtk_widget_get_root (owner);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->store = g_object_ref (store);
  self->indicator = g_object_ref (indicator);
  self->cancellable = g_cancellable_new ();
  tras_store_run_async (store, tras_formula_dialog_new, book_job, NULL, NULL,
                        (GDestroyNotify) tras_formula_book_unref, self->cancellable,
                        on_book_loaded, g_object_ref (self));

  return self;
}
