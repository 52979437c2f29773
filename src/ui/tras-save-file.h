/* tras-save-file.h: writes what the program makes into a file that the user names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-file-dialog.h"

G_BEGIN_DECLS

/**
 * TrasMakeFile:
 * @file: the file that it will be written to; its name may say which format is wanted
 * @data: the caller's
 * @error: where to put the error
 *
 * Makes a file's content, on a thread of its own.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
typedef GBytes *(*TrasMakeFile) (GFile    *file,
                                 gpointer  data,
                                 GError  **error);

void tras_save_file (GtkWidget      *widget,
                     const char     *title,
                     TrasFileKind    kind,
                     const char     *name,
                     TrasMakeFile    make,
                     gpointer        data,
                     GDestroyNotify  data_free);

G_END_DECLS
