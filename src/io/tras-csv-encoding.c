/* tras-csv-encoding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-csv-encoding.h"
#include "tras-error.h"

static const struct
{
  const char *name;
  const char *iconv;
  const char *aliases;
  char        mark[4];
  gsize       mark_length;
} encodings[] =
{
  [TRAS_CSV_UTF8] = { "UTF-8", "UTF-8", "utf8", "\xef\xbb\xbf", 3 },
  [TRAS_CSV_UTF16_LE] = { "UTF-16LE", "UTF-16LE", "utf16le utf16", "\xff\xfe", 2 },
  [TRAS_CSV_UTF16_BE] = { "UTF-16BE", "UTF-16BE", "utf16be", "\xfe\xff", 2 },
  [TRAS_CSV_WINDOWS_1252] = { "Windows-1252", "CP1252",
                              "windows1252 cp1252 latin1 iso88591", "", 0 },
};

static gboolean
has_mark (const char      *data,
          gsize            length,
          TrasCsvEncoding  encoding)
{
  gsize mark_length = encodings[encoding].mark_length;

  return mark_length > 0 && length >= mark_length &&
         memcmp (data, encodings[encoding].mark, mark_length) == 0;
}

/* Like g_utf8_validate_len(), but passes over plain text eight bytes at a time. */
static gboolean
validate (const char  *text,
          gsize        length,
          const char **end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize i = 0;

  for (; i + sizeof (guint64) <= length; i += sizeof (guint64))
    {
      guint64 bytes;

      /* The high bit is set in a byte that is not ASCII, and by the borrow in one that is zero. */
      memcpy (&bytes, text + i, sizeof bytes);
      if (((bytes | (bytes - ones)) & (ones << 7)) != 0)
        break;
    }

  return g_utf8_validate_len (text + i, length - i, end);
}

/**
 * tras_csv_guess_encoding:
 * @bytes: a file's content
 *
 * A byte order mark decides. Without one, valid UTF-8 is UTF-8; the zero bytes of western text in
 * UTF-16 stand all on one side; what is left is Windows-1252, in which nearly all bytes are valid.
 *
 * Returns: the encoding
 */
TrasCsvEncoding
tras_csv_guess_encoding (GBytes *bytes)
{
  gsize n_zero[2] = { 0, 0 };
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, TRAS_CSV_UTF8);

  data = g_bytes_get_data (bytes, &length);
  for (TrasCsvEncoding i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (has_mark (data, length, i))
      return i;

  if (length == 0 || validate (data, length, NULL))
    return TRAS_CSV_UTF8;

  for (gsize i = 0; i < length; i++)
    n_zero[i % 2] += data[i] == '\0';
  if (n_zero[1] > length / 4 && n_zero[0] < n_zero[1] / 4)
    return TRAS_CSV_UTF16_LE;
  if (n_zero[0] > length / 4 && n_zero[1] < n_zero[0] / 4)
    return TRAS_CSV_UTF16_BE;

  return TRAS_CSV_WINDOWS_1252;
}

/**
 * tras_csv_encoding_from_name:
 * @name: (nullable): a name as people write it: "UTF-8", "utf16", "cp1252", "latin1"
 * @encoding: (out): the encoding
 *
 * Returns: whether the name is known
 */
gboolean
tras_csv_encoding_from_name (const char      *name,
                             TrasCsvEncoding *encoding)
{
  GString *plain;
  gboolean found = FALSE;

  g_return_val_if_fail (encoding != NULL, FALSE);

  plain = g_string_new (NULL);
  for (; name != NULL && *name != '\0'; name++)
    if (strchr ("-_ ", *name) == NULL)
      g_string_append_c (plain, g_ascii_tolower (*name));

  for (TrasCsvEncoding i = 0; i < G_N_ELEMENTS (encodings) && !found; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (encodings[i].aliases, " ", -1);

      found = g_strv_contains ((const char *const *) aliases, plain->str);
      if (found)
        *encoding = i;
    }
  g_string_free (plain, TRUE);

  return found;
}

/**
 * tras_csv_encoding_get_name:
 * @encoding: an encoding
 *
 * Returns: (transfer none): its name
 */
const char *
tras_csv_encoding_get_name (TrasCsvEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (encodings), "");

  return encodings[encoding].name;
}

/* @good is the valid text before the place. */
static void
set_place (GError          **error,
           const char       *good,
           gsize             length,
           TrasCsvEncoding   encoding,
           gboolean          zero)
{
  const char *begin = good, *at = good, *end = good + length;
  guint line = 1;
  guint character;

  for (; at < end; at++)
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
      {
        line++;
        begin = at + 1;
      }
  character = (guint) g_utf8_strlen (begin, end - begin) + 1;

  if (zero)
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                 _("Line %u, character %u: there is a zero byte; this is no text"),
                 line, character);
  else
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                 _("Line %u, character %u: this is not valid in %s"),
                 line, character, encodings[encoding].name);
}

static gboolean
check_utf8 (const char       *text,
            gsize             length,
            TrasCsvEncoding   encoding,
            GError          **error)
{
  const char *end;

  if (validate (text, length, &end))
    return TRUE;

  set_place (error, text, end - text, encoding, *end == '\0');

  return FALSE;
}

/**
 * tras_csv_decode:
 * @bytes: a file's content
 * @encoding: its encoding
 * @error: %TRAS_ERROR_INVALID with line and character for what the encoding does not know and for
 *   a zero byte
 *
 * Returns: (transfer full) (nullable): the text in valid UTF-8 without a byte order mark and
 *   without zero bytes; a part of @bytes where it was that already
 */
GBytes *
tras_csv_decode (GBytes           *bytes,
                 TrasCsvEncoding   encoding,
                 GError          **error)
{
  g_autofree char *text = NULL;
  const char *data;
  gsize length, skip, n_read = 0, n_written = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (encoding < G_N_ELEMENTS (encodings), NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return g_bytes_ref (bytes);
  skip = has_mark (data, length, encoding) ? encodings[encoding].mark_length : 0;

  if (encoding == TRAS_CSV_UTF8)
    {
      if (!check_utf8 (data + skip, length - skip, encoding, error))
        return NULL;
      return g_bytes_new_from_bytes (bytes, skip, length - skip);
    }

  text = g_convert (data + skip, length - skip, "UTF-8", encodings[encoding].iconv,
                    &n_read, &n_written, NULL);
  if (text == NULL || n_read < length - skip)
    {
      g_free (text);
      text = g_convert (data + skip, n_read, "UTF-8", encodings[encoding].iconv,
                        NULL, &n_written, NULL);
      set_place (error, text != NULL ? text : "", text != NULL ? n_written : 0, encoding, FALSE);
      return NULL;
    }
  if (!check_utf8 (text, n_written, encoding, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&text), n_written);
}
