/* tras-error-words.h: what to say of an error, and the way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasWayOut:
 * @TRAS_WAY_OUT_NONE: there is nothing to do but to read it
 * @TRAS_WAY_OUT_TRY_AGAIN: do the same again
 * @TRAS_WAY_OUT_SAVE_AS: write what is open to another file and go on there
 * @TRAS_WAY_OUT_BACKUPS: show the backups of the file
 * @TRAS_WAY_OUT_OPEN_OTHER: choose another file
 * @TRAS_WAY_OUT_READ_ONLY: open the file for reading
 * @TRAS_WAY_OUT_COPY_DETAILS: put the details on the clipboard, for a report of the mistake
 *
 * What the button beside an error does.
 */
typedef enum
{
  TRAS_WAY_OUT_NONE,
  TRAS_WAY_OUT_TRY_AGAIN,
  TRAS_WAY_OUT_SAVE_AS,
  TRAS_WAY_OUT_BACKUPS,
  TRAS_WAY_OUT_OPEN_OTHER,
  TRAS_WAY_OUT_READ_ONLY,
  TRAS_WAY_OUT_COPY_DETAILS,
} TrasWayOut;

/**
 * TrasErrorWords:
 * @title: what happened, in a few words
 * @body: the reason and what it means, in sentences
 * @way_out: what can be done
 * @button: (nullable): the words on the button that does it, with a mnemonic; %NULL for none
 * @lasting: whether it stays so, and is to be said in a bar for as long as the file is open
 */
typedef struct
{
  char *title;
  char *body;
  TrasWayOut way_out;
  const char *button;
  gboolean lasting;
} TrasErrorWords;

TrasErrorWords *tras_error_words_new           (const GError   *error,
                                                const char     *path);
TrasErrorWords *tras_error_words_new_reading   (const GError   *error,
                                                const char     *path,
                                                gboolean        has_rows);
TrasErrorWords *tras_error_words_new_read_only (const char     *path,
                                                gboolean        newer);
void            tras_error_words_free          (TrasErrorWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasErrorWords, tras_error_words_free)

G_END_DECLS
