/* tras-sealed-book.h: confidential reports, as their writers and their officer know them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here reads and writes the file beside the firm's, and some of it takes a second on
 * purpose: it runs on a worker (tras-sealed-desk.h).
 */

#pragma once

#include "tras-seal.h"
#include "tras-sealed-clock.h"
#include "tras-sealed-file.h"

G_BEGIN_DECLS

typedef enum
{
  TRAS_SEALED_SAFETY,
  TRAS_SEALED_HARASSMENT,
  TRAS_SEALED_FRAUD,
  TRAS_SEALED_DISCRIMINATION,
  TRAS_SEALED_ENVIRONMENT,
  TRAS_SEALED_DATA,
  TRAS_SEALED_OTHER,
  TRAS_SEALED_N_KINDS,
} TrasSealedKind;

/**
 * TrasSealedNote:
 * @written_on: the day
 * @from_officer: whether the officer wrote it, or the writer of the report
 * @text: (nullable): what it says; %NULL where it is not as it was written
 */
typedef struct
{
  TrasDay written_on;
  gboolean from_officer;
  char *text;
} TrasSealedNote;

/**
 * TrasSealedReport:
 * @id: its number in the file
 * @name: what people call it, as R-7K3M9Q
 * @kind: what it is about; for the officer only
 * @received_on: the day
 * @closed_on: the day, or %TRAS_DAY_NONE
 * @erase_on: the day, or %TRAS_DAY_NONE
 * @clock: how it stands
 * @n_notes: how many messages were added
 * @waits: whether its writer has added something since the officer's last message
 * @text: (nullable): what was reported; %NULL in a list, and for who follows it
 * @contact: (nullable): how its writer can be reached, may be empty
 * @notes: (nullable) (element-type TrasSealedNote): what was added, in order
 */
typedef struct
{
  gint64 id;
  char *name;
  TrasSealedKind kind;
  TrasDay received_on;
  TrasDay closed_on;
  TrasDay erase_on;
  TrasSealedClock clock;
  guint n_notes;
  gboolean waits;
  char *text;
  char *contact;
  GPtrArray *notes;
} TrasSealedReport;

/**
 * TrasSealedAct:
 * @TRAS_SEALED_READ: to look at it
 * @TRAS_SEALED_ACKNOWLEDGE: to tell its writer that it was received
 * @TRAS_SEALED_ANSWER: to tell its writer something
 * @TRAS_SEALED_CLOSE: to be done with it; from then on it has a day to be erased on
 * @TRAS_SEALED_REOPEN: to go on with it
 * @TRAS_SEALED_KEEP_UNTIL: to choose another day to erase it on
 * @TRAS_SEALED_ERASE: to erase it now
 *
 * What the officer does with a report. Each leaves a line in the access log.
 */
typedef enum
{
  TRAS_SEALED_READ,
  TRAS_SEALED_ACKNOWLEDGE,
  TRAS_SEALED_ANSWER,
  TRAS_SEALED_CLOSE,
  TRAS_SEALED_REOPEN,
  TRAS_SEALED_KEEP_UNTIL,
  TRAS_SEALED_ERASE,
} TrasSealedAct;

/**
 * TrasSealedPlace:
 * @TRAS_SEALED_NOT_SET_UP: nobody has set up reports
 * @TRAS_SEALED_GONE: they were set up, as a backup shows, and the file is gone
 * @TRAS_SEALED_READY: reports can be written
 */
typedef enum
{
  TRAS_SEALED_NOT_SET_UP,
  TRAS_SEALED_GONE,
  TRAS_SEALED_READY,
} TrasSealedPlace;

/**
 * TrasSealedOverview:
 * @place: whether there is a file
 * @read_only: whether nothing can be written in it
 * @n_open: how many reports are not closed
 * @n_late: how many of them are past a day that the law sets
 *
 * What can be seen without a key.
 */
typedef struct
{
  TrasSealedPlace place;
  gboolean read_only;
  guint n_open;
  guint n_late;
} TrasSealedOverview;

/**
 * TrasSealedLog:
 * @lines: (element-type TrasSealedAccess): what was done with the officer's key, oldest first
 * @broken: the number of the first line that is not as it was written, or is missing; 0 for none
 */
typedef struct
{
  GPtrArray *lines;
  guint broken;
} TrasSealedLog;

TrasSealedOverview *tras_sealed_book_look    (const char      *company,
                                              GError         **error);
gboolean            tras_sealed_book_set_up  (const char      *company,
                                              const char      *passphrase,
                                              TrasSealCost     cost,
                                              GError         **error);
gboolean            tras_sealed_book_change_passphrase
                                             (const char      *company,
                                              const char      *passphrase,
                                              const char      *wanted,
                                              TrasSealCost     cost,
                                              GError         **error);
TrasSealKey        *tras_sealed_book_open    (const char      *company,
                                              const char      *passphrase,
                                              GError         **error);
TrasSealedLog      *tras_sealed_book_log     (const char      *company,
                                              GError         **error);

char               *tras_sealed_book_write   (const char      *company,
                                              TrasSealedKind   kind,
                                              const char      *text,
                                              const char      *contact,
                                              GError         **error);
TrasSealedReport   *tras_sealed_book_follow  (const char      *company,
                                              const char      *code,
                                              const char      *addition,
                                              GError         **error);

GPtrArray          *tras_sealed_book_list    (const char      *company,
                                              TrasSealKey     *key,
                                              GError         **error);
TrasSealedReport   *tras_sealed_book_act     (const char      *company,
                                              TrasSealKey     *key,
                                              gint64           id,
                                              TrasSealedAct    act,
                                              const char      *text,
                                              TrasDay          day,
                                              GError         **error);

char               *tras_sealed_book_dup_name (gint64          id);
void                tras_sealed_report_free  (TrasSealedReport *self);
void                tras_sealed_log_free     (TrasSealedLog    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSealedReport, tras_sealed_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSealedLog, tras_sealed_log_free)

G_END_DECLS
