/* test-seal.c: what is sealed is read by one key, whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "tras-error.h"
#include "tras-seal.h"

#define WORDS "Someone in the warehouse signs for pallets that never came."
#define PASSPHRASE "seven brown kettles, one lid"

static TrasSealKey *
new_key (void)
{
  g_autoptr (GError) error = NULL;
  TrasSealKey *key = tras_seal_key_new (&error);

  g_assert_no_error (error);

  return key;
}

static GBytes *
plain_of (gsize size)
{
  guint8 *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 7 + i / 251);

  return g_bytes_new_take (data, size);
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text,
                 strlen (text)) != NULL;
}

static const gsize sizes[] = { 0, 1, 59, 4094, 4095, 4096, 65534, 65535, 65536, 65537, 1 << 20,
                               TRAS_SEAL_MOST_BYTES };

static void
test_round_trip (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (TrasSealKey) other = new_key ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plain = plain_of (sizes[i]);
      g_autoptr (GBytes) sealed = NULL, opened = NULL, between = NULL, again = NULL;

      sealed = tras_seal_close (plain, tras_seal_key_get_public (key), &error);
      g_assert_no_error (error);
      opened = tras_seal_open (sealed, key, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, plain));

      between = tras_seal_close_between (plain, key, tras_seal_key_get_public (other), &error);
      g_assert_no_error (error);
      again = tras_seal_open_between (between, other, tras_seal_key_get_public (key), &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (again, plain));
      g_clear_pointer (&again, g_bytes_unref);
      again = tras_seal_open_between (between, key, tras_seal_key_get_public (other), &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (again, plain));
    }
}

/* The same text is never the same twice, and no part of it shows. */
static void
test_hidden (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (GBytes) plain = g_bytes_new_static (WORDS, strlen (WORDS));
  g_autoptr (GBytes) one = NULL, two = NULL, locked = NULL;
  g_autoptr (GError) error = NULL;

  one = tras_seal_close (plain, tras_seal_key_get_public (key), &error);
  two = tras_seal_close (plain, tras_seal_key_get_public (key), &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (one, two));
  g_assert_false (contains (one, "pallets"));
  locked = tras_seal_key_lock (key, PASSPHRASE, TRAS_SEAL_COST_LEAST, &error);
  g_assert_no_error (error);
  g_assert_false (contains (locked, "kettles"));
}

/* A yes and a page are as long as each other; of what is longer only the blocks can be counted. */
static void
test_length (void)
{
  static const struct
  {
    gsize size;
    gsize padded;
  } vectors[] = {
    { 0, 4096 }, { 1, 4096 }, { 4095, 4096 }, { 4096, 8192 }, { 65535, 65536 },
    { 65536, 131072 }, { 131071, 131072 }, { 131072, 196608 },
  };
  g_autoptr (TrasSealKey) key = new_key ();
  gsize over = 0;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GBytes) plain = plain_of (vectors[i].size);
      g_autoptr (GBytes) sealed = tras_seal_close (plain, tras_seal_key_get_public (key), NULL);

      if (i == 0)
        over = g_bytes_get_size (sealed) - vectors[i].padded;
      g_assert_cmpuint (g_bytes_get_size (sealed), ==, vectors[i].padded + over);
    }
}

static void
test_too_long (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (GBytes) plain = plain_of (TRAS_SEAL_MOST_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tras_seal_close (plain, tras_seal_key_get_public (key), &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
}

static void
assert_refused (GBytes      *sealed,
                TrasSealKey *key,
                GBytes      *theirs)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (theirs != NULL ? tras_seal_open_between (sealed, key, theirs, &error)
                                : tras_seal_open (sealed, key, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
}

/* Any bit that is not as it was written, any byte less or more, and any other key. */
static void
test_tampered (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (TrasSealKey) writer = new_key ();
  g_autoptr (TrasSealKey) stranger = new_key ();
  g_autoptr (GBytes) plain = g_bytes_new_static (WORDS, strlen (WORDS));

  for (guint way = 0; way < 2; way++)
    {
      GBytes *theirs = way == 0 ? NULL : tras_seal_key_get_public (writer);
      g_autoptr (GBytes) sealed = NULL;
      const guint8 *data;
      gsize size;

      if (way == 0)
        sealed = tras_seal_close (plain, tras_seal_key_get_public (key), NULL);
      else
        sealed = tras_seal_close_between (plain, writer, tras_seal_key_get_public (key), NULL);
      data = g_bytes_get_data (sealed, &size);
      for (gsize at = 0; at < size; at += at < 100 || at > size - 20 ? 1 : 61)
        {
          guint8 *bytes = g_memdup2 (data, size);
          g_autoptr (GBytes) changed = NULL;

          bytes[at] ^= (guint8) (1 << at % 8);
          changed = g_bytes_new_take (bytes, size);
          assert_refused (changed, key, theirs);
        }
      for (gsize left = 0; left < size; left += left < 100 ? 1 : 97)
        {
          g_autoptr (GBytes) cut = g_bytes_new (data, left);

          assert_refused (cut, key, theirs);
        }
      assert_refused (sealed, stranger, theirs);
      if (way == 1)
        assert_refused (sealed, key, tras_seal_key_get_public (stranger));
    }
}

static void
test_lock (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (TrasSealKey) opened = NULL;
  g_autoptr (GBytes) plain = g_bytes_new_static (WORDS, strlen (WORDS));
  g_autoptr (GBytes) sealed = NULL, locked = NULL, text = NULL;
  g_autoptr (GError) error = NULL;

  sealed = tras_seal_close (plain, tras_seal_key_get_public (key), &error);
  locked = tras_seal_key_lock (key, PASSPHRASE, TRAS_SEAL_COST_LEAST, &error);
  g_assert_no_error (error);

  g_assert_null (tras_seal_key_unlock (locked, "seven brown kettles, one lie", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_null (tras_seal_key_unlock (locked, "", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DENIED);
  g_clear_error (&error);

  opened = tras_seal_key_unlock (locked, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (tras_seal_key_get_public (opened),
                                tras_seal_key_get_public (key)));
  text = tras_seal_open (sealed, opened, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (text, plain));
}

/* As two keyboards write it: one letter with its accent, or a letter and an accent. */
static void
test_lock_composed (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (GBytes) locked = NULL;
  g_autoptr (TrasSealKey) opened = NULL;
  g_autoptr (GError) error = NULL;

  locked = tras_seal_key_lock (key, "a\xc3\xb1o nuevo", TRAS_SEAL_COST_LEAST, &error);
  opened = tras_seal_key_unlock (locked, "an\xcc\x83o nuevo", &error);
  g_assert_no_error (error);
  g_assert_nonnull (opened);
}

/* No bit of a stored key can be changed so that it opens, and none so that to try takes the whole
 * memory or for ever. */
static void
test_lock_tampered (void)
{
  g_autoptr (TrasSealKey) key = new_key ();
  g_autoptr (GBytes) locked = tras_seal_key_lock (key, PASSPHRASE, TRAS_SEAL_COST_LEAST, NULL);
  const guint8 *data;
  gsize size;

  data = g_bytes_get_data (locked, &size);
  for (gsize at = 0; at < size; at++)
    {
      guint8 *bytes = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) error = NULL;

      /* The higher bits of what a guess costs. */
      bytes[at] ^= 0x80;
      changed = g_bytes_new_take (bytes, size);
      g_assert_null (tras_seal_key_unlock (changed, PASSPHRASE, &error));
      g_assert_true (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DAMAGED) ||
                     g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DENIED));
    }
  for (gsize left = 0; left < size; left++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, left);
      g_autoptr (GError) error = NULL;

      g_assert_null (tras_seal_key_unlock (cut, PASSPHRASE, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
    }
}

/* A code belongs to one file: with the same code another file has other keys. */
static void
test_from_code (void)
{
  static const char code[] = "0123456789ABCDEFGHJK";
  g_autoptr (GBytes) salt = tras_seal_new_salt (NULL);
  g_autoptr (GBytes) other = tras_seal_new_salt (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealKey) one = tras_seal_key_new_from_code (code, salt, &error);
  g_autoptr (TrasSealKey) same = tras_seal_key_new_from_code (code, salt, &error);
  g_autoptr (TrasSealKey) another_file = tras_seal_key_new_from_code (code, other, &error);
  g_autoptr (TrasSealKey) another_code = tras_seal_key_new_from_code ("1123456789ABCDEFGHJK", salt,
                                                                      &error);
  g_autoptr (GBytes) wrong = g_bytes_new_static ("salt", 4);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (tras_seal_key_get_public (one), tras_seal_key_get_public (same)));
  g_assert_false (g_bytes_equal (tras_seal_key_get_public (one),
                                 tras_seal_key_get_public (another_file)));
  g_assert_false (g_bytes_equal (tras_seal_key_get_public (one),
                                 tras_seal_key_get_public (another_code)));
  g_assert_null (tras_seal_key_new_from_code (code, wrong, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED);
}

static GBytes *
chain_of (const char *const *lines)
{
  GBytes *link = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GBytes) before = link;

      link = tras_seal_link (before, lines[i]);
    }

  return link;
}

static void
test_chain (void)
{
  static const char *const whole[] = { "opened", "read", "erased", NULL };
  static const char *const without[] = { "opened", "erased", NULL };
  static const char *const changed[] = { "opened", "reap", "erased", NULL };
  static const char *const turned[] = { "read", "opened", "erased", NULL };
  g_autoptr (GBytes) one = chain_of (whole), same = chain_of (whole);
  g_autoptr (GBytes) two = chain_of (without), three = chain_of (changed);
  g_autoptr (GBytes) four = chain_of (turned);

  g_assert_cmpuint (g_bytes_get_size (one), ==, TRAS_SEAL_LINK_SIZE);
  g_assert_true (g_bytes_equal (one, same));
  g_assert_false (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (one, three));
  g_assert_false (g_bytes_equal (one, four));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal/round-trip", test_round_trip);
  g_test_add_func ("/seal/hidden", test_hidden);
  g_test_add_func ("/seal/length", test_length);
  g_test_add_func ("/seal/too-long", test_too_long);
  g_test_add_func ("/seal/tampered", test_tampered);
  g_test_add_func ("/seal/lock", test_lock);
  g_test_add_func ("/seal/lock/composed", test_lock_composed);
  g_test_add_func ("/seal/lock/tampered", test_lock_tampered);
  g_test_add_func ("/seal/from-code", test_from_code);
  g_test_add_func ("/seal/chain", test_chain);

  return g_test_run ();
}
