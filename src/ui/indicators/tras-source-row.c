/* tras-source-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-feed.h"
#include "tras-field-editor.h"
#include "tras-formula-book.h"
#include "tras-formula-dialog.h"
#include "tras-icon-button.h"
#include "tras-indicator-series.h"
#include "tras-number.h"
#include "tras-source-row.h"

struct _TrasSourceRow
{
  AdwPreferencesRow parent_instance;

  /* borrowed */
  GtkWidget *title;
  GtkLabel *words;
  GtkDropDown *drop_down;
  GtkWidget *formula_button;

  /* owned */
  GCancellable *cancellable;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSourceRow, tras_source_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

/* The sources that are no feeds; those stand behind them in the list. */
static const TrasChoice sources[] = {
  { TRAS_SOURCE_HAND, N_("Typed by hand") },
  { TRAS_SOURCE_IMPORT, N_("Imported") },
  { TRAS_SOURCE_FORMULA, N_("Formula") },
};

static TrasIndicator *
get_indicator (TrasSourceRow *self)
{
  return (TrasIndicator *) tras_field_editor_get_record (TRAS_FIELD_EDITOR (self));
}

static guint
find_source (const char *source)
{
  guint position;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (g_strcmp0 (sources[i].word, source) == 0)
        return i;
    }

  return tras_feed_find (source, &position) != NULL ? G_N_ELEMENTS (sources) + position
                                                    : GTK_INVALID_LIST_POSITION;
}

static void
fill (TrasSourceRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    gtk_string_list_append (labels, _(sources[i].label));
  for (guint i = 0; i < tras_feed_get_n (); i++)
    gtk_string_list_append (labels, _(tras_feed_get (i)->title));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
set_words (TrasSourceRow *self,
           const char    *words)
{
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
}

static void
select_source (TrasSourceRow *self)
{
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, find_source (get_indicator (self)->source));
  self->showing = FALSE;
}

/* ---- the formula ---- */

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
  g_autoptr (TrasSourceRow) self = user_data;
  g_autoptr (TrasFormulaBook) book = tras_store_run_finish (TRAS_STORE (object), result, NULL);
  TrasIndicator *indicator = get_indicator (self);
  g_autofree char *shown = NULL;

  if (book == NULL || indicator == NULL || !tras_indicator_is_formula (indicator))
    return;

  shown = tras_formula_book_dup_shown (book, indicator->formula);
  set_words (self, shown != NULL ? shown : "");
}

static void
show_formula (TrasSourceRow *self)
{
  self->cancellable = g_cancellable_new ();
  tras_store_run_async (tras_field_editor_get_store (TRAS_FIELD_EDITOR (self)), show_formula,
                        book_job, NULL, NULL, (GDestroyNotify) tras_formula_book_unref,
                        self->cancellable, on_book_loaded, g_object_ref (self));
}

static void
on_formula_saved (TrasSourceRow *self,
                  TrasRecord    *changed)
{
  TrasRecord *record = tras_field_editor_get_record (TRAS_FIELD_EDITOR (self));

  /* Another record may be on show by now. */
  if (record != NULL && record->id == changed->id)
    tras_field_editor_change (TRAS_FIELD_EDITOR (self), changed);
}

static void
ask_for_formula (TrasSourceRow *self)
{
  TrasFormulaDialog *dialog =
    tras_formula_dialog_new (GTK_WIDGET (self),
                             tras_field_editor_get_store (TRAS_FIELD_EDITOR (self)),
                             get_indicator (self));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_formula_saved), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the choice ---- */

static void
take_text (char      **field,
           const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* What a feed counts has its unit, and its way to roll up; what somebody has said of it stays. */
static void
take_feed (TrasSourceRow  *self,
           TrasIndicator  *indicator,
           const TrasFeed *feed)
{
  TrasStore *store = tras_field_editor_get_store (TRAS_FIELD_EDITOR (self));

  take_text (&indicator->source, feed->id);
  take_text (&indicator->unit,
             feed->unit != NULL ? _(feed->unit)
                                : tras_currency_get_symbol (tras_store_get_currency (store)));
  indicator->roll = g_intern_string (feed->roll);
  indicator->decimals = feed->decimals;
  if (indicator->name == NULL)
    {
      take_text (&indicator->name, _(feed->title));
      indicator->better = g_intern_string (feed->better);
    }
  if (indicator->definition == NULL || *indicator->definition == '\0')
    take_text (&indicator->definition, _(feed->definition));
}

static void
on_selected (TrasSourceRow *self)
{
  TrasIndicator *indicator = get_indicator (self);
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  g_autoptr (TrasIndicator) copy = NULL;

  if (self->showing || indicator == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected < G_N_ELEMENTS (sources) &&
      g_str_equal (sources[selected].word, TRAS_SOURCE_FORMULA))
    {
      /* It is one once there is a formula. */
      select_source (self);
      ask_for_formula (self);
      return;
    }

  copy = tras_record_dup (indicator);
  g_clear_pointer (&copy->formula, g_free);
  if (selected < G_N_ELEMENTS (sources))
    take_text (&copy->source, sources[selected].word);
  else
    take_feed (self, copy, tras_feed_get (selected - G_N_ELEMENTS (sources)));
  tras_field_editor_change (TRAS_FIELD_EDITOR (self), TRAS_RECORD (copy));
}

static void
tras_source_row_show (TrasFieldEditor *editor,
                      gboolean         editable)
{
  TrasSourceRow *self = TRAS_SOURCE_ROW (editor);
  TrasIndicator *indicator = get_indicator (self);
  const TrasFeed *feed = tras_feed_find (indicator->source, NULL);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The focus is on the button inside, which has no name of its own. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  self->showing = TRUE;
  if (gtk_drop_down_get_model (self->drop_down) == NULL)
    fill (self);
  self->showing = FALSE;
  select_source (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), editable);
  gtk_widget_set_visible (self->formula_button, tras_indicator_is_formula (indicator));
  gtk_widget_set_sensitive (self->formula_button, editable);
  if (tras_indicator_is_formula (indicator))
    show_formula (self);
  else
    set_words (self, feed != NULL ? _(feed->definition) : "");
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_source_row_show;
}

static void
tras_source_row_dispose (GObject *object)
{
  TrasSourceRow *self = TRAS_SOURCE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_source_row_parent_class)->dispose (object);
}

static void
tras_source_row_class_init (TrasSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_source_row_dispose;
  tras_field_editor_class_init (G_OBJECT_CLASS (klass));
}

static void
tras_source_row_init (TrasSourceRow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  g_object_bind_property (self, "title", self->title, "label", G_BINDING_SYNC_CREATE);

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);

  self->formula_button = tras_icon_button_new ("document-edit-symbolic", _("Change the formula"));
  g_signal_connect_swapped (self->formula_button, "clicked", G_CALLBACK (ask_for_formula), self);

  /* A formula and a definition are too long to stand beside the choice. */
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_selectable (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");

  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->drop_down));
  gtk_box_append (GTK_BOX (line), self->formula_button);
  gtk_box_append (GTK_BOX (all), line);
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->words));
  gtk_widget_set_margin_top (all, 9);
  gtk_widget_set_margin_bottom (all, 9);
  gtk_widget_set_margin_start (all, 12);
  gtk_widget_set_margin_end (all, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), all);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * tras_source_row_get_words:
 * @self: a row
 *
 * Returns: (transfer none): the formula, or what the feed counts; empty for other sources
 */
const char *
tras_source_row_get_words (TrasSourceRow *self)
{
  g_return_val_if_fail (TRAS_IS_SOURCE_ROW (self), NULL);

  return gtk_label_get_label (self->words);
}

/**
 * tras_source_row_new:
 *
 * Returns: (transfer floating): a row for the field source
 */
GtkWidget *
tras_source_row_new (void)
{
  return g_object_new (TRAS_TYPE_SOURCE_ROW, "field", "source", "title", _("Source"), NULL);
}
