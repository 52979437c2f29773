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
 * @show: shows the field's value in @record, and lets it be changed where @editable
 * @commit: hands on what was typed and is not handed on yet; returns whether it could be understood
 * @refuse: says beside the field why its value will not do, and keeps what was typed; where an
 *   editor has none, the stored value is shown again and the reason stands in a dialog
 *
 * An editor is told the record by the #TrasDetail around it, and hands changes to that with
 * tras_detail_change_field(). @commit and @refuse are for editors that are typed into.
 */
struct _TrasFieldEditorInterface
{
  GTypeInterface parent_interface;

  void (*show) (TrasFieldEditor *self,
                TrasStore       *store,
                TrasRecord      *record,
                gboolean         editable);
  gboolean (*commit) (TrasFieldEditor *self);
  void (*refuse) (TrasFieldEditor *self,
                  const char      *why);
};

void             tras_field_editor_show      (TrasFieldEditor  *self,
                                              TrasStore        *store,
                                              TrasRecord       *record,
                                              gboolean          editable);
gboolean         tras_field_editor_commit    (TrasFieldEditor  *self);
gboolean         tras_field_editor_refuse    (TrasFieldEditor  *self,
                                              const char       *why);
const TrasField *tras_field_editor_get_field (GtkWidget        *editor,
                                              TrasRecord       *record,
                                              const char       *name);

G_END_DECLS
