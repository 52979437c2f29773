/* tras-window.h: the window of a firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_WINDOW (tras_window_get_type ())

G_DECLARE_FINAL_TYPE (TrasWindow, tras_window, TRAS, WINDOW, AdwApplicationWindow)

/**
 * TrasApplyFlags:
 * @TRAS_APPLY_DEFAULT: a toast with Undo when it is done, a dialog or bar when it fails
 * @TRAS_APPLY_NO_TOAST: say nothing when it is done
 * @TRAS_APPLY_OWN_ERRORS: say nothing when it fails: the caller does, beside the field
 */
typedef enum
{
  TRAS_APPLY_DEFAULT = 0,
  TRAS_APPLY_NO_TOAST = 1 << 0,
  TRAS_APPLY_OWN_ERRORS = 1 << 1,
} TrasApplyFlags;

TrasWindow *tras_window_new          (GtkApplication       *application);
TrasWindow *tras_window_find         (GtkWidget            *widget);

/* The file */
TrasStore  *tras_window_get_store    (TrasWindow           *self);
void        tras_window_set_store    (TrasWindow           *self,
                                      TrasStore            *store);
const char *tras_window_get_path     (TrasWindow           *self);
void        tras_window_open         (TrasWindow           *self,
                                      const char           *path);
void        tras_window_expect       (TrasWindow           *self,
                                      const char           *path);
void        tras_window_take         (TrasWindow           *self,
                                      TrasStore            *store,
                                      const GError         *error);

/* The tabs */
GtkWidget  *tras_window_get_page     (TrasWindow           *self,
                                      const char           *tab);
void        tras_window_show_tab     (TrasWindow           *self,
                                      const char           *tab);
gboolean    tras_window_show_record  (GtkWidget            *widget,
                                      GType                 type,
                                      gint64                id);

/* Edits */
void        tras_window_apply        (GtkWidget            *widget,
                                      TrasEdit             *edit,
                                      TrasApplyFlags        flags,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    tras_window_apply_finish (GtkWidget            *widget,
                                      GAsyncResult         *result,
                                      gint64               *edit,
                                      GError              **error);
void        tras_window_undo         (GtkWidget            *widget,
                                      gint64                edit);
void        tras_window_toast        (GtkWidget            *widget,
                                      const char           *message);
void        tras_window_toast_edit   (GtkWidget            *widget,
                                      const char           *message,
                                      gint64                edit);
void        tras_window_report_error (GtkWidget            *widget,
                                      const GError         *error);

G_END_DECLS
