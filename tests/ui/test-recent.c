/* test-recent.c: the list of files that were open lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-recent.h"

static void
assert_paths (GSettings  *settings,
              const char *wanted)
{
  g_auto (GStrv) paths = tras_recent_dup_paths (settings);
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==, wanted);
}

static void
test_order (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "recent-files");
  assert_paths (settings, "");
  tras_recent_add (settings, "/a");
  tras_recent_add (settings, "/b");
  assert_paths (settings, "/b /a");
  tras_recent_add (settings, "/a");
  assert_paths (settings, "/a /b");
  tras_recent_add (settings, "/ñ");
  tras_recent_remove (settings, "/a");
  tras_recent_remove (settings, "/never");
  assert_paths (settings, "/ñ /b");
}

static void
test_length (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "recent-files");
  for (int i = 1; i <= 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%d", i);

      tras_recent_add (settings, path);
    }
  assert_paths (settings, "/20 /19 /18 /17 /16 /15 /14 /13");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/order", test_order);
  g_test_add_func ("/recent/length", test_length);

  return g_test_run ();
}
