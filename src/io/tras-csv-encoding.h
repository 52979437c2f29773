/* tras-csv-encoding.h: the characters of a text from somewhere else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasCsvEncoding:
 *
 * The encodings that the spreadsheets of western languages write.
 */
typedef enum
{
  TRAS_CSV_UTF8,
  TRAS_CSV_UTF16_LE,
  TRAS_CSV_UTF16_BE,
  TRAS_CSV_WINDOWS_1252,
} TrasCsvEncoding;

TrasCsvEncoding  tras_csv_guess_encoding     (GBytes           *bytes);
gboolean         tras_csv_encoding_from_name (const char       *name,
                                              TrasCsvEncoding  *encoding);
const char      *tras_csv_encoding_get_name  (TrasCsvEncoding   encoding);
GBytes          *tras_csv_decode             (GBytes           *bytes,
                                              TrasCsvEncoding   encoding,
                                              GError          **error);

G_END_DECLS
