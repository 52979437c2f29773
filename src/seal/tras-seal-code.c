/* tras-seal-code.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters and digits that look alike stand for one another (Crockford's base 32): a code that was
 * written by hand and read by somebody else is still the same.
 */

#include "config.h"

#include <string.h>

#include "tras-seal-code.h"
#include "tras-seal.h"

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define BASE 32

/* 90 bits of chance, and two letters that notice a slip: one of 1024 wrong codes passes. */
#define CHANCE 18
#define CHECK 2
#define GROUP 4

/* The two letters after the others. */
static void
append_check (GString *code)
{
  g_autoptr (GBytes) link = tras_seal_link (NULL, code->str);
  const guint8 *bytes = g_bytes_get_data (link, NULL);

  for (guint i = 0; i < CHECK; i++)
    g_string_append_c (code, letters[bytes[i] % BASE]);
}

/**
 * tras_seal_code_new:
 *
 * Returns: (transfer full): a code that chance has made, in groups: 9K2M-…; wipe it
 */
char *
tras_seal_code_new (void)
{
  g_autoptr (GString) code = g_string_sized_new (CHANCE + CHECK + 1);
  GString *grouped = g_string_sized_new (2 * CHANCE);

  for (guint i = 0; i < CHANCE; i++)
    g_string_append_c (code, letters[tras_seal_random (BASE)]);
  append_check (code);
  for (guint i = 0; i < code->len; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (grouped, '-');
      g_string_append_c (grouped, code->str[i]);
    }
  tras_seal_wipe (g_string_free (g_steal_pointer (&code), FALSE));

  return g_string_free (grouped, FALSE);
}

static char
read_letter (char letter)
{
  letter = g_ascii_toupper (letter);
  if (letter == 'O')
    return '0';
  if (letter == 'I' || letter == 'L')
    return '1';

  return letter != '\0' && strchr (letters, letter) != NULL ? letter : '\0';
}

/**
 * tras_seal_code_read:
 * @text: a code as a person types it: in either case, with or without spaces and dashes
 *
 * Returns: (transfer full) (nullable): the code without its dashes, or %NULL where a letter is
 *   missing or wrong; wipe it
 */
char *
tras_seal_code_read (const char *text)
{
  g_autoptr (GString) code = g_string_sized_new (CHANCE + CHECK + 1);
  g_autoptr (GString) check = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      char letter = read_letter (*at);

      if (g_ascii_isspace (*at) || *at == '-')
        continue;
      if (letter == '\0' || code->len == CHANCE + CHECK)
        return NULL;
      g_string_append_c (code, letter);
    }
  if (code->len != CHANCE + CHECK)
    return NULL;

  check = g_string_new_len (code->str, CHANCE);
  append_check (check);

  return g_string_equal (check, code) ? g_string_free (g_steal_pointer (&code), FALSE) : NULL;
}

/**
 * tras_seal_code_short:
 * @number: a number
 * @n_letters: how many letters, 1 to 6; of larger numbers only the lower part is seen
 *
 * Returns: (transfer full): the number as a name that can be read aloud
 */
char *
tras_seal_code_short (guint32 number,
                      guint   n_letters)
{
  char text[7] = { 0 };

  g_return_val_if_fail (n_letters >= 1 && n_letters < sizeof text, NULL);

  for (guint i = n_letters; i > 0; i--)
    {
      text[i - 1] = letters[number % BASE];
      number /= BASE;
    }

  return g_strdup (text);
}
