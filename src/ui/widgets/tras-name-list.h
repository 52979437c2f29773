/* tras-name-list.h: the names of a small table's rows, for drop-downs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_NAME (tras_name_get_type ())
#define TRAS_TYPE_NAME_LIST (tras_name_list_get_type ())

G_DECLARE_FINAL_TYPE (TrasName, tras_name, TRAS, NAME, GObject)
G_DECLARE_FINAL_TYPE (TrasNameList, tras_name_list, TRAS, NAME_LIST, GObject)

gint64        tras_name_get_id           (TrasName      *self);
const char   *tras_name_get_text         (TrasName      *self);

TrasNameList *tras_name_list_new         (TrasStore     *store,
                                          const char    *table,
                                          const char    *none_label);
gboolean      tras_name_list_is_changing (TrasNameList  *self);
TrasStore    *tras_name_list_get_store   (TrasNameList  *self);
guint         tras_name_list_find        (TrasNameList  *self,
                                          gint64         id);
GtkWidget    *tras_name_list_make_drop_down (TrasNameList *self);

G_END_DECLS
