/* tras-note-popover.h: asks for a reason beside what it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrasNoteCheck:
 * @text: what was written
 * @user_data: the caller's
 * @error: why it cannot be taken
 *
 * Returns: whether it can be taken
 */
typedef gboolean (*TrasNoteCheck) (const char  *text,
                                   gpointer     user_data,
                                   GError     **error);

#define TRAS_TYPE_NOTE_POPOVER (tras_note_popover_get_type ())

/**
 * TrasNotePopover:
 *
 * Points to a place and asks for one line of text. Lets go of its parent when it is closed.
 */
G_DECLARE_FINAL_TYPE (TrasNotePopover, tras_note_popover, TRAS, NOTE_POPOVER, GtkPopover)

TrasNotePopover *tras_note_popover_new        (GtkWidget          *parent,
                                               const GdkRectangle *place,
                                               const char         *heading,
                                               const char         *text,
                                               const char         *button);
void             tras_note_popover_allow_none (TrasNotePopover    *self);
void             tras_note_popover_set_check  (TrasNotePopover    *self,
                                               TrasNoteCheck       check,
                                               gpointer            user_data,
                                               GDestroyNotify      destroy);

G_END_DECLS
