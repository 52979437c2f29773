/* tras-file-dialog.h: asks for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrasFileKind:
 * @TRAS_FILE_COMPANY: a firm's file
 * @TRAS_FILE_TABLE: a table to import: CSV or text
 * @TRAS_FILE_CSV: a CSV file to write
 * @TRAS_FILE_PDF: a PDF to write
 * @TRAS_FILE_CALENDAR: an iCalendar file to write
 * @TRAS_FILE_JSON: a JSON file to write
 * @TRAS_FILE_PICTURE: a PNG, SVG or PDF to write; the ending of the name decides
 *
 * What kind of file is asked for: which ones are offered, and what a name ends in.
 */
typedef enum
{
  TRAS_FILE_COMPANY,
  TRAS_FILE_TABLE,
  TRAS_FILE_CSV,
  TRAS_FILE_PDF,
  TRAS_FILE_CALENDAR,
  TRAS_FILE_JSON,
  TRAS_FILE_PICTURE,
} TrasFileKind;

void   tras_file_dialog_open   (GtkWidget           *widget,
                                const char          *title,
                                TrasFileKind         kind,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
void   tras_file_dialog_save   (GtkWidget           *widget,
                                const char          *title,
                                TrasFileKind         kind,
                                const char          *name,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
GFile *tras_file_dialog_finish (GAsyncResult        *result);

G_END_DECLS
