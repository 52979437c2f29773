/* tras-error-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-error-words.h"
#include "tras-import-reasons.h"

/* What a sentence calls the file where its name is not known. */
static char *
dup_file_name (const char *path)
{
  if (path == NULL)
    return g_strdup (_("The company file"));

  return g_filename_display_basename (path);
}

static const char *
get_button (TrasWayOut way_out)
{
  switch (way_out)
    {
    case TRAS_WAY_OUT_NONE:
      return NULL;
    case TRAS_WAY_OUT_TRY_AGAIN:
      return _("_Try Again");
    case TRAS_WAY_OUT_SAVE_AS:
      return _("_Save As…");
    case TRAS_WAY_OUT_BACKUPS:
      return _("_Backups…");
    case TRAS_WAY_OUT_OPEN_OTHER:
      return _("_Open Another File…");
    case TRAS_WAY_OUT_READ_ONLY:
      return _("Open _Read Only");
    case TRAS_WAY_OUT_COPY_DETAILS:
      return _("_Copy Details");
    }

  g_return_val_if_reached (NULL);
}

static TrasErrorWords *
words_new (const char *title,
           char       *body,
           TrasWayOut  way_out)
{
  TrasErrorWords *self = g_new0 (TrasErrorWords, 1);

  self->title = g_strdup (title);
  self->body = body;
  self->way_out = way_out;
  self->button = get_button (way_out);

  return self;
}

static TrasErrorWords *
words_new_lasting (const char *title,
                   char       *body,
                   TrasWayOut  way_out)
{
  TrasErrorWords *self = words_new (title, body, way_out);

  self->lasting = TRUE;

  return self;
}

/* The engine says which kind of rule it was in the words of the SQL standard. */
static char *
dup_constraint_sentence (const GError *error)
{
  const char *message = error->message;
  const char *rule;

  if (strstr (message, "UNIQUE") != NULL)
    return g_strdup (_("There is one with this name or code already. Nothing was changed."));
  if (strstr (message, "FOREIGN KEY") != NULL)
    return g_strdup (_("Other records refer to it, so it has to stay. Nothing was changed."));
  if (strstr (message, "NOT NULL") != NULL)
    return g_strdup (_("Something that is required is missing. Nothing was changed."));

  rule = tras_import_get_rule (error);
  if (rule != NULL)
    /* Translators: a rule of the records, a sentence without its full stop */
    return g_strdup_printf (_("%s. Nothing was changed."), rule);

  return g_strdup (_("The values do not fit together. Nothing was changed."));
}

static TrasErrorWords *
new_for_error (const GError *error,
               const char   *name)
{
  const char *message = error->message;

  switch ((TrasError) error->code)
    {
    case TRAS_ERROR_BUSY:
      return words_new (_("Another Window Is Saving"),
                        g_strdup (_("Nothing was changed. It should work in a moment.")),
                        TRAS_WAY_OUT_TRY_AGAIN);
    case TRAS_ERROR_CONFLICT:
      return words_new (_("Changed Since"),
                        g_strdup (_("A later edit changed the same record. What stands there now "
                                    "was kept, and nothing else was changed.")),
                        TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_CONSTRAINT:
      return words_new (_("This Cannot Be Stored"),
                        dup_constraint_sentence (error), TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_REFUSED:
      return words_new (_("This Cannot Be Done"), g_strdup (message), TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_FULL:
      return words_new (_("The Disk Is Full"),
                        g_strdup (_("Nothing was changed. Make some room on the disk, then try "
                                    "again.")),
                        TRAS_WAY_OUT_TRY_AGAIN);
    case TRAS_ERROR_READ_ONLY:
      return words_new_lasting (_("Read Only"),
                                g_strdup_printf (_("“%s” can be looked at, not changed."), name),
                                TRAS_WAY_OUT_SAVE_AS);
    case TRAS_ERROR_MOVED:
      return words_new_lasting (_("The File Was Moved or Replaced"),
                                g_strdup_printf (_("“%s” is no longer where it was opened. Nothing "
                                                   "more is written to it."), name),
                                TRAS_WAY_OUT_SAVE_AS);
    case TRAS_ERROR_DAMAGED:
      return words_new_lasting (_("The File Is Damaged"),
                                g_strdup_printf (_("“%s” is not as it was written. Nothing is "
                                                   "written to it; the newest backup was verified "
                                                   "when it was made."), name),
                                TRAS_WAY_OUT_BACKUPS);
    case TRAS_ERROR_IO:
      return words_new (_("The Disk Does Not Answer"),
                        g_strdup_printf (_("“%s” could not be read or written, and was left as it "
                                           "is. See that its disk or network is connected, then "
                                           "try again."), name),
                        TRAS_WAY_OUT_TRY_AGAIN);
    case TRAS_ERROR_DENIED:
      return words_new (_("No Permission"),
                        g_strdup_printf (_("You may not open or write “%s” there. Choose another "
                                           "place, or ask whoever owns the folder."), name),
                        TRAS_WAY_OUT_OPEN_OTHER);
    case TRAS_ERROR_EXPOSED:
      return words_new (_("Others May Read It"),
                        g_strdup_printf (_("“%s” is to be read by its owner alone, and was left "
                                           "closed. Take the rights of all others away."), name),
                        TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_NEWER:
      return words_new (_("Made by a Newer Version"),
                        g_strdup_printf (_("“%s” may have records that this version does not know. "
                                           "It can be looked at; update Trastienda to change it."),
                                         name),
                        TRAS_WAY_OUT_READ_ONLY);
    case TRAS_ERROR_TOO_NEW:
      return words_new (_("Made by a Newer Version"),
                        g_strdup_printf (_("“%s” has records that this version does not know. It "
                                           "was left as it is; update Trastienda to open it."),
                                         name),
                        TRAS_WAY_OUT_OPEN_OTHER);
    case TRAS_ERROR_OLDER:
      return words_new (_("Made by an Older Version"),
                        g_strdup_printf (_("“%s” has to be brought up to date, and may not be "
                                           "written where it is. A copy elsewhere can be."), name),
                        TRAS_WAY_OUT_SAVE_AS);
    case TRAS_ERROR_FOREIGN:
      return words_new (_("Not a Company File"),
                        g_strdup_printf (_("“%s” was made by another program. It was left as it "
                                           "is."), name),
                        TRAS_WAY_OUT_OPEN_OTHER);
    case TRAS_ERROR_NOT_FOUND:
      return words_new (_("Not Found"),
                        g_strdup_printf (_("What was looked for in “%s” is no longer there."),
                                         name),
                        TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_EXISTS:
      return words_new (_("There Is a File Already"),
                        g_strdup_printf (_("“%s” was kept as it is. Choose another name or "
                                           "folder."), name),
                        TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_INVALID:
      return words_new (_("This Does Not Fit"), g_strdup (message), TRAS_WAY_OUT_NONE);
    case TRAS_ERROR_BUG:
      return words_new (_("A Mistake of This Program"),
                        g_strdup (_("Nothing was changed. The details help whoever mends it.")),
                        TRAS_WAY_OUT_COPY_DETAILS);
    }

  return words_new (_("That Did Not Work"), g_strdup (message), TRAS_WAY_OUT_COPY_DETAILS);
}

/**
 * tras_error_words_new:
 * @error: what went wrong
 * @path: (nullable): the file that it is about
 *
 * The one place that turns errors into words for people.
 *
 * Returns: (transfer full): the words
 */
TrasErrorWords *
tras_error_words_new (const GError *error,
                      const char   *path)
{
  g_autofree char *name = dup_file_name (path);

  g_return_val_if_fail (error != NULL, NULL);

  /* Errors of the toolkit and the system bring sentences of their own, in the user's language. */
  if (error->domain != TRAS_ERROR)
    return words_new (_("That Did Not Work"), g_strdup (error->message), TRAS_WAY_OUT_NONE);

  return new_for_error (error, name);
}

/* Why a list could not be read, in a sentence; those of edits speak of what was changed. */
static char *
dup_reading_sentence (const GError *error,
                      const char   *name)
{
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_IO))
    return g_strdup (_("See that the disk or network is connected, then try again."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DAMAGED))
    return g_strdup_printf (_("“%s” is not as it was written."), name);

  return g_strdup (_("It should work in a moment."));
}

/**
 * tras_error_words_new_reading:
 * @error: why a list could not be read
 * @path: (nullable): the file that it is read from
 * @has_rows: whether rows are on show, as they were read before
 *
 * Returns: (transfer full): the words for a bar over the list
 */
TrasErrorWords *
tras_error_words_new_reading (const GError *error,
                              const char   *path,
                              gboolean      has_rows)
{
  TrasErrorWords *self = tras_error_words_new (error, path);
  g_autofree char *name = dup_file_name (path);
  g_autofree char *reason = dup_reading_sentence (error, name);

  g_free (self->body);
  if (has_rows)
    /* Translators: %s is a sentence on why, and on what to do */
    self->body = g_strdup_printf (_("These rows are as they were read before. %s"), reason);
  else
    /* Translators: %s is a sentence on why, and on what to do */
    self->body = g_strdup_printf (_("The list could not be read. %s"), reason);
  if (self->way_out != TRAS_WAY_OUT_BACKUPS)
    self->way_out = TRAS_WAY_OUT_TRY_AGAIN;
  self->button = get_button (self->way_out);

  return self;
}

/**
 * tras_error_words_new_read_only:
 * @path: a file that was opened for reading
 * @newer: whether because a newer version has made it
 *
 * Returns: (transfer full): the words for the bar
 */
TrasErrorWords *
tras_error_words_new_read_only (const char *path,
                                gboolean    newer)
{
  g_autofree char *name = dup_file_name (path);
  g_autoptr (GError) error = g_error_new_literal (TRAS_ERROR, TRAS_ERROR_READ_ONLY, "");

  /* A copy would be as new as the file. */
  if (newer)
    return words_new_lasting (_("Made by a Newer Version"),
                              g_strdup_printf (_("“%s” can be looked at; update Trastienda to "
                                                 "change it."), name),
                              TRAS_WAY_OUT_NONE);

  return new_for_error (error, name);
}

void
tras_error_words_free (TrasErrorWords *self)
{
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}
