/* test-seal-code.c: codes survive a pen, and slips are noticed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-seal-code.h"
#include "tras-seal.h"

static void
test_form (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 200; i++)
    {
      char *code = tras_seal_code_new ();

      g_assert_true (g_regex_match_simple ("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$",
                                           code, 0, 0));
      g_assert_true (g_hash_table_add (seen, code));
    }
}

/* In small letters, without dashes or with spaces, with an O for the zero. */
static void
test_read (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *code = tras_seal_code_new ();
      g_autofree char *canonical = tras_seal_code_read (code);
      g_autofree char *spoken = g_ascii_strdown (code, -1);
      g_autofree char *read = NULL;

      g_assert_cmpuint (strlen (canonical), ==, 20);
      g_strdelimit (spoken, "-", ' ');
      g_strdelimit (spoken, "0", 'o');
      g_strdelimit (spoken, "1", i % 2 == 0 ? 'l' : 'I');
      read = tras_seal_code_read (spoken);
      g_assert_cmpstr (read, ==, canonical);
    }
}

/* Of wrong letters and swapped neighbours next to none passes: 1 of 1024. */
static void
test_slips (void)
{
  static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  guint tried = 0, passed = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *code = tras_seal_code_new ();
      g_autofree char *canonical = tras_seal_code_read (code);

      for (guint at = 0; at < 20; at++)
        {
          g_autofree char *slip = g_strdup (canonical);
          g_autofree char *read = NULL;

          slip[at] = letters[(strchr (letters, slip[at]) - letters + 5) % 32];
          read = tras_seal_code_read (slip);
          tried++;
          passed += read != NULL;
        }
      for (guint at = 0; at + 1 < 20; at++)
        {
          g_autofree char *slip = g_strdup (canonical);
          g_autofree char *read = NULL;

          if (slip[at] == slip[at + 1])
            continue;
          slip[at] = canonical[at + 1];
          slip[at + 1] = canonical[at];
          read = tras_seal_code_read (slip);
          tried++;
          passed += read != NULL;
        }
    }
  g_test_message ("%u of %u slips passed", passed, tried);
  /* The odds for more than 15 where 1.5 are expected are one to billions. */
  g_assert_cmpuint (passed, <=, 15);
}

static void
test_nonsense (void)
{
  g_autofree char *code = tras_seal_code_new ();
  g_autofree char *longer = g_strconcat (code, "A", NULL);
  g_autofree char *shorter = g_strndup (code, strlen (code) - 1);

  g_assert_null (tras_seal_code_read (""));
  g_assert_null (tras_seal_code_read ("warehouse"));
  g_assert_null (tras_seal_code_read ("año año año año año año"));
  g_assert_null (tras_seal_code_read (longer));
  g_assert_null (tras_seal_code_read (shorter));
}

static void
test_short (void)
{
  g_autofree char *zero = tras_seal_code_short (0, 6);
  g_autofree char *most = tras_seal_code_short ((1u << 30) - 1, 6);
  g_autofree char *some = tras_seal_code_short (32 * 32 * 10 + 32 * 31 + 1, 3);

  g_assert_cmpstr (zero, ==, "000000");
  g_assert_cmpstr (most, ==, "ZZZZZZ");
  g_assert_cmpstr (some, ==, "AZ1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal-code/form", test_form);
  g_test_add_func ("/seal-code/read", test_read);
  g_test_add_func ("/seal-code/slips", test_slips);
  g_test_add_func ("/seal-code/nonsense", test_nonsense);
  g_test_add_func ("/seal-code/short", test_short);

  return g_test_run ();
}
