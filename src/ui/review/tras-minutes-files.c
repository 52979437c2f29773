/* tras-minutes-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a report are in the language of the process that writes it, and a process has one:
 * each language has trastienda-cli write its minutes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-minutes-files.h"

/* What the program is written in; the first that fits is the user's. */
static const char *const languages[] = { "en", "es", "it", "pt_BR" };

/* The language of the program that a language's name asks for; NULL for none. */
static const char *
find_language (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (languages); i++)
    {
      if (strncmp (name, languages[i], 2) == 0)
        return languages[i];
    }

  return NULL;
}

static const char *
get_own_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *found = find_language (names[i]);

      if (found != NULL)
        return found;
    }

  return languages[0];
}

/**
 * tras_minutes_files_list_languages:
 * @meeting: a meeting
 *
 * Returns: (transfer full) (element-type utf8): the user's language, and those of the others who
 *   were there, as far as the program knows them
 */
GPtrArray *
tras_minutes_files_list_languages (TrasMeeting *meeting)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (meeting != NULL, found);

  g_ptr_array_add (found, (gpointer) get_own_language ());
  for (guint i = 0; i < meeting->people->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];
      TrasPerson *person = meeting->people->pdata[i];
      const char *language = row->present ? find_language (person->language) : NULL;

      if (language != NULL && !g_ptr_array_find (found, language, NULL))
        g_ptr_array_add (found, (gpointer) language);
    }

  return found;
}

/* ---- writing ---- */

typedef struct
{
  char *program;
  char *company;
  char *week;
  char *area;
  GPtrArray *languages;
  GPtrArray *files;
  guint n_written;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->program);
  g_free (save->company);
  g_free (save->week);
  g_free (save->area);
  g_ptr_array_unref (save->languages);
  g_ptr_array_unref (save->files);
  g_free (save);
}

/* Beside the program, as it is installed, or in the build tree; else wherever it is found. */
static char *
dup_program (void)
{
  const char *named = g_getenv ("TRASTIENDA_CLI");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = NULL;
  g_autofree char *below = NULL;

  if (named != NULL)
    return g_strdup (named);
  if (folder != NULL)
    {
      beside = g_build_filename (folder, "trastienda-cli", NULL);
      below = g_build_filename (folder, "cli", "trastienda-cli", NULL);
      if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&beside);
      if (g_file_test (below, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&below);
    }

  return g_find_program_in_path ("trastienda-cli");
}

/* The first language has the name that was asked for, the others their own before its end. */
static char *
dup_path (const char *path,
          const char *language)
{
  const char *end = g_str_has_suffix (path, ".pdf") ? path + strlen (path) - 4 : NULL;

  if (end == NULL)
    return g_strconcat (path, ".", language, NULL);

  return g_strdup_printf ("%.*s.%s.pdf", (int) (end - path), path, language);
}

static void write_next (GTask *task);

static void
on_written (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GSubprocess *process = G_SUBPROCESS (object);
  Save *save = g_task_get_task_data (task);
  g_autofree char *said = NULL;
  GError *error = NULL;

  if (!g_subprocess_communicate_utf8_finish (process, result, NULL, &said, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!g_subprocess_get_successful (process))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                               said != NULL ? g_strstrip (said) : "");
      return;
    }

  save->n_written++;
  write_next (g_steal_pointer (&task));
}

static void
write_next (GTask *task)
{
  g_autoptr (GTask) owned = task;
  Save *save = g_task_get_task_data (task);
  g_autoptr (GSubprocess) process = NULL;
  GError *error = NULL;

  if (save->n_written == save->languages->len)
    {
      g_task_return_pointer (task, g_ptr_array_ref (save->files),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, save->program, "report",
                              "minutes", "--company", save->company, "--week", save->week,
                              "--language", save->languages->pdata[save->n_written], "--output",
                              save->files->pdata[save->n_written],
                              save->area != NULL ? "--area" : NULL, save->area, NULL);
  if (process == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_subprocess_communicate_utf8_async (process, NULL, g_task_get_cancellable (task), on_written,
                                       g_steal_pointer (&owned));
}

/**
 * tras_minutes_files_save_async:
 * @meeting: a meeting that has begun
 * @company: the path of the firm's file
 * @file: where the minutes in the user's language go; those in the languages of others stand beside
 *   it, with the language in their names
 * @cancellable: (nullable): a cancellable
 * @callback: called when all are written
 * @user_data: data for @callback
 */
void
tras_minutes_files_save_async (TrasMeeting         *meeting,
                               const char          *company,
                               GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);
  g_autofree char *path = g_file_get_path (file);
  int year, week;

  g_return_if_fail (meeting != NULL && tras_meeting_has_begun (meeting));

  tras_day_iso_week (meeting->week_on, &year, &week);
  save->program = dup_program ();
  save->company = g_strdup (company);
  save->week = g_strdup_printf ("%04d-W%02d", year, week);
  save->area = g_strdup (meeting->review->area_name);
  save->languages = tras_minutes_files_list_languages (meeting);
  save->files = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, save, save_free);
  if (save->program == NULL || path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               path == NULL ? _("Minutes can only be saved on this machine")
                                            : _("trastienda-cli, which writes the minutes, is not "
                                                "installed"));
      g_object_unref (task);
      return;
    }
  g_ptr_array_add (save->files, g_strdup (path));
  for (guint i = 1; i < save->languages->len; i++)
    g_ptr_array_add (save->files, dup_path (path, save->languages->pdata[i]));
  write_next (task);
}

/**
 * tras_minutes_files_save_finish:
 * @result: what the callback got
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type filename): the files that were written
 */
GPtrArray *
tras_minutes_files_save_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
