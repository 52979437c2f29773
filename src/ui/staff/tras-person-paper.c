/* tras-person-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-export-person.h"
#include "tras-number.h"
#include "tras-person-paper.h"
#include "tras-person-report.h"
#include "tras-report-paper.h"
#include "tras-save-file.h"
#include "tras-window.h"

typedef struct
{
  GtkWidget *owner;
  gboolean pages;
} Paper;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_person_file_load (db, *(gint64 *) data, error);
}

static GBytes *
take_bytes (GFile     *file,
            gpointer   data,
            GError   **error)
{
  return g_bytes_ref (data);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Paper *paper = user_data;
  g_autoptr (GtkWidget) owner = paper->owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasPersonFile) file = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autoptr (TrasReport) report = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    {
      tras_window_report_error (owner, error);
      return;
    }

  /* No name of a person goes into the name of a file. */
  if (paper->pages)
    {
      /* Translators: the name of a file; %s is the code of a person */
      name = g_strdup_printf (_("Personal data %s.pdf"), file->plan->code);
      report = tras_person_report_new (file, tras_number_format_get_default ());
      tras_report_paper_save (owner, report, _("Export Personal Data"), name);
    }
  else
    {
      char *json = tras_export_person_dup_json (file);

      /* Translators: the name of a file; %s is the code of a person */
      name = g_strdup_printf (_("Personal data %s.json"), file->plan->code);
      tras_save_file (owner, _("Export Personal Data"), TRAS_FILE_JSON, name, take_bytes,
                      g_bytes_new_take (json, strlen (json)), (GDestroyNotify) g_bytes_unref);
    }
}

/**
 * tras_person_paper_save:
 * @owner: who asks
 * @store: the file
 * @person_id: a person
 * @pages: whether as pages to be read, else as exact values
 *
 * Reads everything about the person, and asks where to write it.
 */
void
tras_person_paper_save (GtkWidget *owner,
                        TrasStore *store,
                        gint64     person_id,
                        gboolean   pages)
{
  Paper *paper = g_new0 (Paper, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner));

  paper->owner = g_object_ref (owner);
  paper->pages = pages;
  tras_store_run_async (store, tras_person_paper_save, load_job,
                        g_memdup2 (&person_id, sizeof person_id), g_free,
                        (GDestroyNotify) tras_person_file_free, NULL, on_loaded, paper);
}
