/* tras-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-fold.h"

/* Stands behind the n of an ñ. It sorts after z, so plain byte order puts ñ between n and o. */
#define TILDE '~'

/* Stands between the two spellings of a key. It sorts before space and every letter, and folding
 * lets no control character through, so no name and no search term can hold it. */
#define BETWEEN '\x1f'

#define COMBINING_TILDE 0x0303

static gboolean
is_accent (gunichar c)
{
  return c >= 0x0300 && c <= 0x036f;
}

/* Letters of Latin that Unicode does not take apart into a letter and an accent. */
static const char *
spell_out (gunichar c)
{
  switch (c)
    {
    case 0x00e6:
      return "ae";
    case 0x00f0:
    case 0x0111:
      return "d";
    case 0x00f8:
      return "o";
    case 0x00fe:
      return "th";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    case 0x2019:
      return "'";
    default:
      return NULL;
    }
}

/* Sets @tildes where an ñ was seen. */
static void
fold_into (GString    *out,
           const char *text,
           gboolean    keep_tilde,
           gboolean   *tildes)
{
  g_autofree char *valid = NULL;
  g_autofree char *apart = NULL;
  g_autofree char *folded = NULL;
  gsize begin = out->len;
  gboolean space = FALSE;
  gunichar before = 0;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (apart, -1);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *spelled;

      if (is_accent (c))
        {
          if (c == COMBINING_TILDE && before == 'n')
            {
              *tildes = TRUE;
              if (keep_tilde)
                g_string_append_c (out, TILDE);
            }
          continue;
        }

      before = c;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;

      if (space && out->len > begin)
        g_string_append_c (out, ' ');
      space = FALSE;

      spelled = spell_out (c);
      if (spelled != NULL)
        g_string_append (out, spelled);
      else
        g_string_append_unichar (out, c);
    }
}

/**
 * tras_fold_key:
 * @text: (nullable): a name
 *
 * Makes the `name_key` that is stored with a name. Plain byte order of keys is the order that
 * Spanish, Portuguese and Italian readers look names up in: letter case and accents do not count,
 * and ñ comes after every other n. A search term made by tras_fold_search() finds the name when it
 * occurs anywhere in the key.
 *
 * Case is folded, accents fall away, æ, ø and their like are spelled out, and runs of space become
 * one space. An ñ is written `n~`, which sorts where it should. A name with ñ carries a second
 * spelling without the tilde behind a unit separator (U+001F): so `espana` finds España, as
 * somebody expects who has no ñ on the keyboard, and yet `año` does not find ano.
 *
 * Returns: (transfer full): the key, valid UTF-8, never %NULL; "" for no name
 */
char *
tras_fold_key (const char *text)
{
  GString *out = g_string_sized_new (32);
  gboolean tildes = FALSE;

  if (text != NULL)
    {
      fold_into (out, text, TRUE, &tildes);
      if (tildes)
        {
          g_string_append_c (out, BETWEEN);
          fold_into (out, text, FALSE, &tildes);
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * tras_fold_search:
 * @text: (nullable): what somebody looks for
 *
 * Returns: (transfer full): the term to look for inside of keys of tras_fold_key(), by `instr`
 *   rather than `LIKE`, since it may hold `%` and `_`; never %NULL; "" occurs in every key
 */
char *
tras_fold_search (const char *text)
{
  GString *out = g_string_sized_new (32);
  gboolean tildes = FALSE;

  if (text != NULL)
    fold_into (out, text, TRUE, &tildes);

  return g_string_free (out, FALSE);
}
