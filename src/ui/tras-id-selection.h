/* tras-id-selection.h: which record of a list is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-row-list.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ID_SELECTION (tras_id_selection_get_type ())

/**
 * TrasIdSelection:
 *
 * A #GtkSelectionModel of one record or none. What is selected is a record and not a position: it
 * stays selected when the list is sorted anew or somebody adds rows before it. A record that a
 * search hides is selected again as soon as it is back.
 */
G_DECLARE_FINAL_TYPE (TrasIdSelection, tras_id_selection, TRAS, ID_SELECTION, GObject)

TrasIdSelection *tras_id_selection_new             (TrasRowList      *model);
TrasRowList     *tras_id_selection_get_model       (TrasIdSelection  *self);
void             tras_id_selection_set_model       (TrasIdSelection  *self,
                                                    TrasRowList      *model);
gint64           tras_id_selection_get_selected_id (TrasIdSelection  *self);
void             tras_id_selection_set_selected_id (TrasIdSelection  *self,
                                                    gint64            id);
guint            tras_id_selection_get_selected    (TrasIdSelection  *self);

G_END_DECLS
