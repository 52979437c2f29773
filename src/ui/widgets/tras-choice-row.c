/* tras-choice-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-field-editor.h"

struct _TrasChoiceRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkDropDown *drop_down;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasChoiceRow, tras_choice_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

/* A choice that may be left open has one line more, at the top. */
static guint
offset_of (const TrasField *field)
{
  return (field->flags & TRAS_FIELD_REQUIRED) ? 0 : 1;
}

static void
fill (TrasChoiceRow   *self,
      const TrasField *field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (offset_of (field) > 0)
    /* Translators: nothing is chosen */
    gtk_string_list_append (labels, C_("choice", "None"));
  for (const TrasChoice *choice = field->choices; choice->word != NULL; choice++)
    gtk_string_list_append (labels, tras_choice_get_label (choice, choice->word));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
on_selected (TrasChoiceRow *self)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (self);
  TrasRecord *record = tras_field_editor_get_record (editor);
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || record == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  field = tras_field_editor_get_field (editor);
  copy = tras_record_dup (record);
  tras_record_set_text (copy, field, selected < offset_of (field)
                                       ? NULL
                                       : field->choices[selected - offset_of (field)].word);
  tras_field_editor_change (editor, copy);
}

static void
tras_choice_row_show (TrasFieldEditor *editor,
                      gboolean         editable)
{
  TrasChoiceRow *self = TRAS_CHOICE_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (editor);
  const char *word = tras_record_get_text (tras_field_editor_get_record (editor), field);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (field->choices != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  /* The focus is on the button inside, which has no name of its own. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);

  self->showing = TRUE;
  if (gtk_drop_down_get_model (self->drop_down) == NULL)
    fill (self, field);
  if (word == NULL)
    selected = offset_of (field) > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  for (guint i = 0; word != NULL && field->choices[i].word != NULL; i++)
    {
      if (g_str_equal (field->choices[i].word, word))
        selected = i + offset_of (field);
    }
  gtk_drop_down_set_selected (self->drop_down, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), editable);
  self->showing = FALSE;
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_choice_row_show;
}

static void
tras_choice_row_class_init (TrasChoiceRowClass *klass)
{
  tras_field_editor_class_init (G_OBJECT_CLASS (klass));
}

static void
tras_choice_row_init (TrasChoiceRow *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
}
