/* tras-recent.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-recent.h"

#define KEY "recent-files"
#define MOST 8

/**
 * tras_recent_dup_paths:
 * @settings: the program's settings
 *
 * Whether they still are there is not looked at: that would wait for the disk.
 *
 * Returns: (transfer full) (array zero-terminated=1): the paths, newest first
 */
char **
tras_recent_dup_paths (GSettings *settings)
{
  g_auto (GStrv) uris = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }

  return g_strv_builder_end (paths);
}

/* Writes the list anew without @path, and with it in front if @add. */
static void
put (GSettings  *settings,
     const char *path,
     gboolean    add)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_auto (GStrv) old = g_settings_get_strv (settings, KEY);
  g_autoptr (GPtrArray) uris = g_ptr_array_new ();

  if (uri == NULL)
    return;
  if (add)
    g_ptr_array_add (uris, uri);
  for (guint i = 0; old[i] != NULL && uris->len < MOST; i++)
    {
      if (!g_str_equal (old[i], uri))
        g_ptr_array_add (uris, old[i]);
    }
  g_ptr_array_add (uris, NULL);

  g_settings_set_strv (settings, KEY, (const char *const *) uris->pdata);
}

/**
 * tras_recent_add:
 * @settings: the program's settings
 * @path: the absolute path of a file that was opened
 */
void
tras_recent_add (GSettings  *settings,
                 const char *path)
{
  put (settings, path, TRUE);
}

void
tras_recent_remove (GSettings  *settings,
                    const char *path)
{
  put (settings, path, FALSE);
}
