/* tras-sealed-file.h: the file of confidential reports beside the firm's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Belongs to one thread at a time. Knows nothing of what is sealed in it.
 */

#pragma once

#include <glib.h>

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasSealedFile:
 *
 * An open file of reports. It is opened for one thing that is done, and closed after it.
 */
typedef struct _TrasSealedFile TrasSealedFile;

/**
 * TrasSealedRow:
 * @id: 30 bits of chance
 * @received_on: the day on which it was written
 * @acknowledged_on: %TRAS_DAY_NONE until then, as are the following
 * @answered_on: when its writer got the first answer
 * @closed_on: when nothing was left to do
 * @erase_on: from when on it is erased
 * @kind: sealed to the officer
 * @body: (nullable): sealed to the officer; %NULL in a list
 * @receipt_key: the public key that belongs to the receipt's code
 * @n_messages: how many messages were added
 * @waits: whether its writer has added something since the officer's last message
 */
typedef struct
{
  gint64 id;
  TrasDay received_on;
  TrasDay acknowledged_on;
  TrasDay answered_on;
  TrasDay closed_on;
  TrasDay erase_on;
  GBytes *kind;
  GBytes *body;
  GBytes *receipt_key;
  guint n_messages;
  gboolean waits;
} TrasSealedRow;

/**
 * TrasSealedMessage:
 * @number: from 1
 * @written_on: the day
 * @from_officer: whether the officer says so; what is sealed in it says it again
 * @body: sealed between the two
 */
typedef struct
{
  guint number;
  TrasDay written_on;
  gboolean from_officer;
  GBytes *body;
} TrasSealedMessage;

/**
 * TrasSealedAccess:
 * @number: from 1
 * @happened_on: the day
 * @what: a word of the file's own
 * @report_id: which report, or -1
 * @link: %TRAS_SEAL_LINK_SIZE bytes that follow from this line and all before it
 */
typedef struct
{
  guint number;
  TrasDay happened_on;
  char *what;
  gint64 report_id;
  GBytes *link;
} TrasSealedAccess;

char           *tras_sealed_file_dup_path       (const char           *company);
gboolean        tras_sealed_file_make_private   (const char           *company,
                                                 GError              **error);
char           *tras_sealed_file_dup_backup     (const char           *company);
gboolean        tras_sealed_file_bring_back     (const char           *company,
                                                 GError              **error);
gboolean        tras_sealed_file_exists         (const char           *company);
gboolean        tras_sealed_file_copy           (const char           *company,
                                                 const char           *target,
                                                 GError              **error);

gboolean        tras_sealed_file_create         (const char           *company,
                                                 GBytes               *public_key,
                                                 GBytes               *locked_key,
                                                 GBytes               *salt,
                                                 GError              **error);
TrasSealedFile *tras_sealed_file_open           (const char           *company,
                                                 GError              **error);
void            tras_sealed_file_free           (TrasSealedFile       *self);
gboolean        tras_sealed_file_is_read_only   (TrasSealedFile       *self);
GBytes         *tras_sealed_file_get_public_key (TrasSealedFile       *self);
GBytes         *tras_sealed_file_get_locked_key (TrasSealedFile       *self);
GBytes         *tras_sealed_file_get_salt       (TrasSealedFile       *self);

gboolean        tras_sealed_file_begin          (TrasSealedFile       *self,
                                                 GError              **error);
gboolean        tras_sealed_file_commit         (TrasSealedFile       *self,
                                                 GError              **error);
gboolean        tras_sealed_file_set_locked_key (TrasSealedFile       *self,
                                                 GBytes               *locked_key,
                                                 GError              **error);
gboolean        tras_sealed_file_add_report     (TrasSealedFile       *self,
                                                 TrasSealedRow        *row,
                                                 GError              **error);
gboolean        tras_sealed_file_update         (TrasSealedFile       *self,
                                                 const TrasSealedRow  *row,
                                                 GError              **error);
gboolean        tras_sealed_file_erase          (TrasSealedFile       *self,
                                                 gint64                id,
                                                 GError              **error);
gboolean        tras_sealed_file_add_message    (TrasSealedFile       *self,
                                                 gint64                report_id,
                                                 const TrasSealedMessage *message,
                                                 GError              **error);
gboolean        tras_sealed_file_note           (TrasSealedFile       *self,
                                                 const char           *what,
                                                 gint64                report_id,
                                                 GError              **error);

GPtrArray      *tras_sealed_file_list           (TrasSealedFile       *self,
                                                 GError              **error);
TrasSealedRow  *tras_sealed_file_load           (TrasSealedFile       *self,
                                                 gint64                id,
                                                 GError              **error);
TrasSealedRow  *tras_sealed_file_find           (TrasSealedFile       *self,
                                                 GBytes               *receipt_key,
                                                 GError              **error);
GPtrArray      *tras_sealed_file_list_messages  (TrasSealedFile       *self,
                                                 gint64                report_id,
                                                 GError              **error);
GPtrArray      *tras_sealed_file_list_access    (TrasSealedFile       *self,
                                                 guint                *broken,
                                                 GError              **error);

void            tras_sealed_row_free            (TrasSealedRow        *self);
void            tras_sealed_message_free        (TrasSealedMessage    *self);
void            tras_sealed_access_free         (TrasSealedAccess     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSealedFile, tras_sealed_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSealedRow, tras_sealed_row_free)

G_END_DECLS
