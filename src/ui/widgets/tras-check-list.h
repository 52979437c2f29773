/* tras-check-list.h: a list of names, some of them chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_CHECK_LIST (tras_check_list_get_type ())

/**
 * TrasCheckList:
 *
 * For forms: who is invited, who was there. A long list can be searched; Space checks a name, and
 * one check box on top checks all.
 */
G_DECLARE_FINAL_TYPE (TrasCheckList, tras_check_list, TRAS, CHECK_LIST, GtkWidget)

GtkWidget *tras_check_list_new         (const char     *title,
                                        const char     *all_label);
void       tras_check_list_add         (TrasCheckList  *self,
                                        gint64          id,
                                        const char     *name,
                                        const char     *words,
                                        gboolean        checked);
guint      tras_check_list_get_n       (TrasCheckList  *self);
void       tras_check_list_set_checked (TrasCheckList  *self,
                                        gint64          id,
                                        gboolean        checked);
GArray    *tras_check_list_dup_checked (TrasCheckList  *self);

G_END_DECLS
