/* tras-field-editor.h: a widget that shows and changes one field of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-record.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FIELD_EDITOR (tras_field_editor_get_type ())

G_DECLARE_INTERFACE (TrasFieldEditor, tras_field_editor, TRAS, FIELD_EDITOR, GtkWidget)

/**
 * TrasFieldEditorInterface:
 * @show: brings the widget in line with the record; @editable says whether it may be changed
 * @say: (nullable): says beside the field why its value will not do; %NULL: nothing is wrong any
 *   more
 * @dup_typed: (nullable): what stands in the widget
 * @put: (nullable): makes the widget show a text, and forget what could be undone in it
 * @dup_meanwhile: (nullable): says that the field has become @now while it was typed into, and with
 *   which keys to choose
 *
 * An editor is told its record by the #TrasDetail around it. The interface remembers field, record
 * and store, so that a widget only has what is its own. One that is typed into has the last three
 * functions; what was typed is then handed on, taken back and kept from being overwritten by the
 * interface.
 */
struct _TrasFieldEditorInterface
{
  GTypeInterface parent_interface;

  void   (*show)          (TrasFieldEditor *self,
                           gboolean         editable);
  void   (*say)           (TrasFieldEditor *self,
                           const char      *problem);
  char * (*dup_typed)     (TrasFieldEditor *self);
  void   (*put)           (TrasFieldEditor *self,
                           const char      *text);
  char * (*dup_meanwhile) (TrasFieldEditor *self,
                           const char      *now);
};

void             tras_field_editor_class_init (GObjectClass    *klass);
void             tras_field_editor_show       (TrasFieldEditor *self,
                                               TrasStore       *store,
                                               TrasRecord      *record,
                                               gboolean         editable);
void             tras_field_editor_share_undo (TrasFieldEditor *self);
gboolean         tras_field_editor_commit     (TrasFieldEditor *self);
gboolean         tras_field_editor_refuse     (TrasFieldEditor *self,
                                               const char      *why);
void             tras_field_editor_emit_typed (TrasFieldEditor *self);
char *           tras_field_editor_dup_typed  (TrasFieldEditor *self);
gboolean         tras_field_editor_is_typed   (TrasFieldEditor *self);
gboolean         tras_field_editor_take_back  (TrasFieldEditor *self);
void             tras_field_editor_mark       (TrasFieldEditor *self,
                                               gboolean         wrong);
void             tras_field_editor_change     (TrasFieldEditor *self,
                                               TrasRecord      *changed);
const TrasField *tras_field_editor_get_field  (TrasFieldEditor *self);
TrasRecord *     tras_field_editor_get_record (TrasFieldEditor *self);
TrasStore *      tras_field_editor_get_store  (TrasFieldEditor *self);

G_END_DECLS
