/* tras-sample.c: filling a file with the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-sample-private.h"

/* The languages that the sample is written in; the first where none fits. */
static const char * const languages[] = { "en", "es", "it", "pt_BR" };

/* The parts in the order in which one refers to another, and how far each gets, in percent. */
static const struct
{
  gboolean (*fill) (TrasSample *sample, GError **error);
  guint percent;
} parts[] = {
  { tras_sample_fill_people, 2 },
  { tras_sample_fill_series, 15 },
  { tras_sample_fill_plans, 20 },
  { tras_sample_fill_checks, 21 },
  { tras_sample_fill_reviews, 22 },
  { tras_sample_fill_skills, 25 },
  { tras_sample_fill_absences, 27 },
  { tras_sample_fill_services, 28 },
  { tras_sample_fill_voice, 28 },
  { tras_sample_fill_stock, 98 },
  { tras_sample_fill_orders, 99 },
  { tras_sample_fill_tickets, 100 },
};

/**
 * tras_sample_get_language:
 * @locale: (nullable): the name of a locale or language, such as es_ES.UTF-8, pt or it
 *
 * Returns: the language of the sample that is nearest: en, es, it or pt_BR
 */
const char *
tras_sample_get_language (const char *locale)
{
  gsize length = locale != NULL ? strcspn (locale, "_-.@") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (length == strcspn (languages[i], "_") &&
          g_ascii_strncasecmp (locale, languages[i], length) == 0)
        return languages[i];
    }

  return languages[0];
}

static gboolean
fill (TrasSample  *sample,
      GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!parts[i].fill (sample, error))
        return FALSE;
      tras_sample_tell (sample, parts[i].percent);
    }

  return TRUE;
}

/**
 * tras_sample_fill:
 * @db: a connection to a file without records, not in an edit
 * @language: (nullable): the name of a locale or language; the nearest of the sample's is taken
 * @today: the day up to which the company has worked
 * @progress: (scope call) (nullable): told how far it is, in percent
 * @progress_data: data for @progress
 * @error: where to put the error
 *
 * Fills the file with the sample company, as one edit. The same language and day give the same
 * rows.
 *
 * Returns: whether it was filled; nothing is changed otherwise
 */
gboolean
tras_sample_fill (TrasDb        *db,
                  const char    *language,
                  TrasDay        today,
                  TrasProgress   progress,
                  gpointer       progress_data,
                  GError       **error)
{
  g_autoptr(TrasSample) sample = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (!tras_db_in_edit (db), FALSE);
  g_return_val_if_fail (today != TRAS_DAY_NONE, FALSE);

  sample = tras_sample_new (db, tras_sample_get_language (language), today, error);
  if (sample == NULL)
    return FALSE;
  sample->progress = progress;
  sample->progress_data = progress_data;

  /* Translators: what the history calls the filling of a new file with the sample company. */
  if (!tras_db_begin_file (db, _("Sample company"), error))
    return FALSE;
  if (!fill (sample, error))
    {
      tras_db_rollback (db);
      return FALSE;
    }

  return tras_db_commit (db, NULL, error);
}
