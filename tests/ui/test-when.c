/* test-when.c: moments as a person would say them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-when.h"

/* 2026-11-21 14:05 UTC, a Saturday. */
#define NOW G_GINT64_CONSTANT (1795269900)
#define HOUR 3600
#define DAY (24 * HOUR)

static void
assert_words (gint64      at,
              const char *wanted)
{
  g_autofree char *words = tras_when_dup_words (at, NOW);

  g_assert_cmpstr (words, ==, wanted);
}

static void
test_words (void)
{
  assert_words (NOW, "Today, 14:05");
  assert_words (NOW - 14 * HOUR, "Today, 00:05");
  assert_words (NOW - 15 * HOUR, "Yesterday, 23:05");
  assert_words (NOW - 38 * HOUR, "Yesterday, 00:05");
  assert_words (NOW - 2 * DAY, "Thu 19 Nov, 14:05");
  assert_words (NOW - 400 * DAY, "17 Oct 2025, 14:05");
  /* A clock that was wrong is no reason to say today. */
  assert_words (NOW + DAY, "Sun 22 Nov, 14:05");
  assert_words (G_MAXINT64, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/words", test_words);

  return g_test_run ();
}
