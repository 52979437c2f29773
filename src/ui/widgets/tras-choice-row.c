/* tras-choice-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-detail.h"

struct _TrasChoiceRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkDropDown *drop_down;

  /* owned */
  char *name;
  TrasRecord *record;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasChoiceRow, tras_choice_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

typedef enum
{
  PROP_FIELD = 1,
} TrasChoiceRowProperty;

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
    gtk_string_list_append (labels, _(choice->label));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
on_selected (TrasChoiceRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || self->record == NULL || detail == NULL ||
      selected == GTK_INVALID_LIST_POSITION)
    return;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  copy = tras_record_dup (self->record);
  tras_record_set_text (copy, field, selected < offset_of (field)
                                       ? NULL
                                       : field->choices[selected - offset_of (field)].word);
  if (tras_record_equal (copy, self->record))
    return;

  tras_detail_change_field (detail, TRAS_FIELD_EDITOR (self), g_steal_pointer (&copy), field);
}

static void
tras_choice_row_show (TrasFieldEditor *editor,
                      TrasStore       *store,
                      TrasRecord      *record,
                      gboolean         editable)
{
  TrasChoiceRow *self = TRAS_CHOICE_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);
  const char *word = tras_record_get_text (record, field);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (field->choices != NULL);

  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tras_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);

  self->showing = TRUE;
  g_set_object (&self->record, record);
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
tras_choice_row_dispose (GObject *object)
{
  TrasChoiceRow *self = TRAS_CHOICE_ROW (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_choice_row_parent_class)->dispose (object);
}

static void
tras_choice_row_finalize (GObject *object)
{
  g_free (TRAS_CHOICE_ROW (object)->name);

  G_OBJECT_CLASS (tras_choice_row_parent_class)->finalize (object);
}

static void
tras_choice_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TrasChoiceRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, TRAS_CHOICE_ROW (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_choice_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrasChoiceRow *self = TRAS_CHOICE_ROW (object);

  switch ((TrasChoiceRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_free (self->name);
      self->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_choice_row_class_init (TrasChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_choice_row_dispose;
  object_class->finalize = tras_choice_row_finalize;
  object_class->get_property = tras_choice_row_get_property;
  object_class->set_property = tras_choice_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
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
