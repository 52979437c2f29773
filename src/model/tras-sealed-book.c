/* tras-sealed-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report is sealed to the officer alone: not even its writer can open it again. What follows is
 * sealed between the officer's key and the one that the receipt's code gives: both can read it, and
 * nobody else could have written it.
 */

#include "config.h"

#include <string.h>

#include "tras-error.h"
#include "tras-seal-code.h"
#include "tras-sealed-book.h"

/* Room for what is sealed together with a text. */
#define LONGEST (TRAS_SEAL_MOST_BYTES - 4096)
#define LONGEST_CONTACT 1000

static const char *const kind_words[] = {
  [TRAS_SEALED_SAFETY] = "safety",
  [TRAS_SEALED_HARASSMENT] = "harassment",
  [TRAS_SEALED_FRAUD] = "fraud",
  [TRAS_SEALED_DISCRIMINATION] = "discrimination",
  [TRAS_SEALED_ENVIRONMENT] = "environment",
  [TRAS_SEALED_DATA] = "data",
  [TRAS_SEALED_OTHER] = "other",
};

/* The words of the access log. */
static const char *const act_words[] = {
  [TRAS_SEALED_READ] = "read",
  [TRAS_SEALED_ACKNOWLEDGE] = "acknowledged",
  [TRAS_SEALED_ANSWER] = "answered",
  [TRAS_SEALED_CLOSE] = "closed",
  [TRAS_SEALED_REOPEN] = "reopened",
  [TRAS_SEALED_KEEP_UNTIL] = "erase-date",
  [TRAS_SEALED_ERASE] = "erased",
};

static void
note_free (gpointer data)
{
  TrasSealedNote *note = data;

  tras_seal_wipe (note->text);
  g_free (note);
}

void
tras_sealed_report_free (TrasSealedReport *self)
{
  tras_seal_wipe (self->text);
  tras_seal_wipe (self->contact);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

void
tras_sealed_log_free (TrasSealedLog *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * tras_sealed_book_dup_name:
 * @id: a report's number in the file
 *
 * Returns: (transfer full): what people call it
 */
char *
tras_sealed_book_dup_name (gint64 id)
{
  g_autofree char *code = tras_seal_code_short ((guint32) id, 6);

  return g_strconcat ("R-", code, NULL);
}

/* ---- what is sealed ---- */

/* Takes @text, which is wiped with the bytes. */
static GBytes *
take_text (char *text)
{
  return g_bytes_new_with_free_func (text, strlen (text), (GDestroyNotify) tras_seal_wipe, text);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_DAMAGED,
                       "What was sealed is not as it was written");
  return FALSE;
}

/* The text of what was opened, as something that ends; wipe it. */
static char *
dup_opened (GBytes  *opened,
            GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (opened, &size);

  if (!g_utf8_validate_len (data != NULL ? data : "", size, NULL))
    {
      fail_damaged (error);
      return NULL;
    }

  return g_strndup (data != NULL ? data : "", size);
}

/* What stands before the first end of a line is cut off and returned. */
static const char *
cut_line (char **rest)
{
  char *line = *rest;
  char *end = strchr (line, '\n');

  if (end == NULL)
    return NULL;
  *end = '\0';
  *rest = end + 1;

  return line;
}

static gboolean
is_writable_text (const char  *text,
                  gsize        most,
                  GError     **error)
{
  if (text != NULL && strlen (text) <= most && g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, "The text is too long");
  return FALSE;
}

static gboolean
open_kind (TrasSealedReport     *report,
           const TrasSealedRow  *row,
           TrasSealKey          *key,
           GError              **error)
{
  g_autoptr (GBytes) opened = tras_seal_open (row->kind, key, error);
  char *word = opened != NULL ? dup_opened (opened, error) : NULL;

  if (word == NULL)
    return FALSE;

  /* A word of a newer version is something else to this one. */
  report->kind = TRAS_SEALED_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      if (g_str_equal (word, kind_words[i]))
        report->kind = i;
    }
  tras_seal_wipe (word);

  return TRUE;
}

static gboolean
open_body (TrasSealedReport     *report,
           const TrasSealedRow  *row,
           TrasSealKey          *key,
           GError              **error)
{
  g_autoptr (GBytes) opened = tras_seal_open (row->body, key, error);
  char *text = opened != NULL ? dup_opened (opened, error) : NULL;
  char *rest = text;
  const char *contact;

  if (text == NULL)
    return FALSE;
  contact = cut_line (&rest);
  if (contact != NULL)
    {
      report->contact = g_strdup (contact);
      report->text = g_strdup (rest);
    }
  /* What was cut would end the wiping. */
  if (contact != NULL)
    rest[-1] = '\n';
  tras_seal_wipe (text);

  return report->text != NULL || fail_damaged (error);
}

static GBytes *
close_note (guint         number,
            gboolean      from_officer,
            const char   *text,
            TrasSealKey  *mine,
            GBytes       *theirs,
            GError      **error)
{
  char *plain = g_strdup_printf ("%u %s\n%s", number, from_officer ? "officer" : "writer", text);
  g_autoptr (GBytes) bytes = take_text (plain);

  return tras_seal_close_between (bytes, mine, theirs, error);
}

/* Whose message it is, and which, is sealed in it, so that none can be passed off as another. */
static TrasSealedNote *
open_note (const TrasSealedMessage *message,
           TrasSealKey             *mine,
           GBytes                  *theirs)
{
  TrasSealedNote *note = g_new0 (TrasSealedNote, 1);
  g_autoptr (GBytes) opened = tras_seal_open_between (message->body, mine, theirs, NULL);
  g_autofree char *head = g_strdup_printf ("%u %s\n", message->number,
                                           message->from_officer ? "officer" : "writer");
  char *text = opened != NULL ? dup_opened (opened, NULL) : NULL;

  note->written_on = message->written_on;
  note->from_officer = message->from_officer;
  if (text != NULL && g_str_has_prefix (text, head))
    note->text = g_strdup (text + strlen (head));
  tras_seal_wipe (text);

  return note;
}

static gboolean
open_notes (TrasSealedReport  *report,
            TrasSealedFile    *file,
            TrasSealKey       *mine,
            GBytes            *theirs,
            GError           **error)
{
  g_autoptr (GPtrArray) messages = tras_sealed_file_list_messages (file, report->id, error);

  if (messages == NULL)
    return FALSE;

  report->notes = g_ptr_array_new_with_free_func (note_free);
  for (guint i = 0; i < messages->len; i++)
    g_ptr_array_add (report->notes, open_note (messages->pdata[i], mine, theirs));
  report->n_notes = messages->len;

  return TRUE;
}

static TrasSealedReport *
report_new (const TrasSealedRow *row)
{
  TrasSealedReport *self = g_new0 (TrasSealedReport, 1);

  self->id = row->id;
  self->name = tras_sealed_book_dup_name (row->id);
  self->kind = TRAS_SEALED_OTHER;
  self->received_on = row->received_on;
  self->closed_on = row->closed_on;
  self->erase_on = row->erase_on;
  self->n_notes = row->n_messages;
  self->waits = row->waits;
  tras_sealed_clock_read (&self->clock, row->received_on, row->acknowledged_on, row->answered_on,
                          row->closed_on, tras_day_today ());

  return self;
}

/* ---- for everybody ---- */

/**
 * tras_sealed_book_look:
 * @company: a firm's file
 * @error: where to put the error, as tras_sealed_file_open()
 *
 * Returns: (transfer full): what can be seen without a key, or %NULL
 */
TrasSealedOverview *
tras_sealed_book_look (const char  *company,
                       GError     **error)
{
  g_autofree TrasSealedOverview *overview = g_new0 (TrasSealedOverview, 1);
  g_autoptr (TrasSealedFile) file = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) local = NULL;

  file = tras_sealed_file_open (company, &local);
  if (g_error_matches (local, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    {
      g_autofree char *backup = tras_sealed_file_dup_backup (company);

      overview->place = backup != NULL ? TRAS_SEALED_GONE : TRAS_SEALED_NOT_SET_UP;
      return g_steal_pointer (&overview);
    }
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  rows = tras_sealed_file_list (file, error);
  if (rows == NULL)
    return NULL;

  overview->place = TRAS_SEALED_READY;
  overview->read_only = tras_sealed_file_is_read_only (file);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (TrasSealedReport) report = report_new (rows->pdata[i]);

      overview->n_open += report->clock.state != TRAS_SEALED_CLOSED;
      overview->n_late += report->clock.acknowledge_late || report->clock.answer_late;
    }

  return g_steal_pointer (&overview);
}

/**
 * tras_sealed_book_log:
 * @company: a firm's file
 * @error: where to put the error
 *
 * Returns: (transfer full): what was done with the officer's key, or %NULL
 */
TrasSealedLog *
tras_sealed_book_log (const char  *company,
                      GError     **error)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, error);
  g_autoptr (GPtrArray) lines = NULL;
  TrasSealedLog *log;
  guint broken;

  lines = file != NULL ? tras_sealed_file_list_access (file, &broken, error) : NULL;
  if (lines == NULL)
    return NULL;

  log = g_new0 (TrasSealedLog, 1);
  log->lines = g_steal_pointer (&lines);
  log->broken = broken;

  return log;
}

/**
 * tras_sealed_book_set_up:
 * @company: a firm's file
 * @passphrase: what shall open the officer's key, UTF-8
 * @cost: what a guess at it shall cost
 * @error: where to put the error: %TRAS_ERROR_EXISTS where there is a file already
 *
 * Makes the officer's keys and the file. Whoever loses the passphrase loses all reports.
 */
gboolean
tras_sealed_book_set_up (const char    *company,
                         const char    *passphrase,
                         TrasSealCost   cost,
                         GError       **error)
{
  g_autoptr (TrasSealKey) key = tras_seal_key_new (error);
  g_autoptr (GBytes) locked = NULL, salt = NULL;

  locked = key != NULL ? tras_seal_key_lock (key, passphrase, cost, error) : NULL;
  salt = locked != NULL ? tras_seal_new_salt (error) : NULL;

  return salt != NULL &&
         tras_sealed_file_create (company, tras_seal_key_get_public (key), locked, salt, error);
}

/* ---- for who writes ---- */

static TrasSealKey *
read_code (TrasSealedFile  *file,
           const char      *code,
           GError         **error)
{
  char *letters = tras_seal_code_read (code);
  TrasSealKey *key = NULL;

  if (letters != NULL)
    key = tras_seal_key_new_from_code (letters, tras_sealed_file_get_salt (file), error);
  else
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, "A letter of the code is wrong");
  tras_seal_wipe (letters);

  return key;
}

static GBytes *
close_text (char            *text,
            TrasSealedFile  *file,
            GError         **error)
{
  g_autoptr (GBytes) plain = take_text (text);

  return tras_seal_close (plain, tras_sealed_file_get_public_key (file), error);
}

/* An end of a line would end it. */
static char *
join_body (const char *contact,
           const char *text)
{
  char *body = g_strconcat (contact, "\n", text, NULL);

  for (gsize i = 0; i < strlen (contact); i++)
    {
      if (body[i] == '\n' || body[i] == '\r')
        body[i] = ' ';
    }

  return body;
}

/* A disk may say that it has failed when it has not. */
static gboolean
is_stored (const char *company,
           GBytes     *receipt_key)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, NULL);
  g_autoptr (TrasSealedRow) row = NULL;

  row = file != NULL ? tras_sealed_file_find (file, receipt_key, NULL) : NULL;

  return row != NULL;
}

/**
 * tras_sealed_book_write:
 * @company: a firm's file
 * @kind: what it is about
 * @text: what is reported, UTF-8; nobody is told to write less
 * @contact: how the writer can be reached outside of the program, may be empty
 * @error: where to put the error
 *
 * Returns: (transfer full): the receipt's code, which is stored nowhere; wipe it. Or %NULL
 */
char *
tras_sealed_book_write (const char      *company,
                        TrasSealedKind   kind,
                        const char      *text,
                        const char      *contact,
                        GError         **error)
{
  g_autoptr (TrasSealedFile) file = NULL;
  g_autoptr (TrasSealKey) receipt = NULL;
  g_autofree TrasSealedRow *row = g_new0 (TrasSealedRow, 1);
  g_autoptr (GBytes) sealed_kind = NULL, body = NULL;
  gboolean begun;
  char *code;

  g_return_val_if_fail (kind < TRAS_SEALED_N_KINDS, NULL);

  if (!is_writable_text (text, LONGEST, error) ||
      !is_writable_text (contact, LONGEST_CONTACT, error))
    return NULL;
  file = tras_sealed_file_open (company, error);
  if (file == NULL)
    return NULL;

  code = tras_seal_code_new ();
  receipt = read_code (file, code, error);
  sealed_kind = receipt != NULL ? close_text (g_strdup (kind_words[kind]), file, error) : NULL;
  body = sealed_kind != NULL ? close_text (join_body (contact, text), file, error) : NULL;
  if (body != NULL)
    {
      row->received_on = tras_day_today ();
      row->kind = sealed_kind;
      row->body = body;
      row->receipt_key = tras_seal_key_get_public (receipt);
    }
  begun = body != NULL && tras_sealed_file_begin (file, error);
  if (begun && tras_sealed_file_add_report (file, row, error) &&
      tras_sealed_file_commit (file, error))
    return code;

  g_clear_pointer (&file, tras_sealed_file_free);
  if (begun && is_stored (company, row->receipt_key))
    {
      g_clear_error (error);
      return code;
    }
  tras_seal_wipe (code);

  return NULL;
}

static gboolean
add_note (TrasSealedFile       *file,
          const TrasSealedRow  *row,
          gboolean              from_officer,
          const char           *text,
          TrasSealKey          *mine,
          GBytes               *theirs,
          GError              **error)
{
  TrasSealedMessage message = { row->n_messages + 1, tras_day_today (), from_officer, NULL };
  g_autoptr (GBytes) body = NULL;

  body = close_note (message.number, from_officer, text, mine, theirs, error);
  message.body = body;

  return body != NULL && tras_sealed_file_add_message (file, row->id, &message, error);
}

/**
 * tras_sealed_book_follow:
 * @company: a firm's file
 * @code: the code of a receipt, as it was typed
 * @addition: (nullable): what its writer adds
 * @error: where to put the error: %TRAS_ERROR_INVALID where a letter of the code is wrong,
 *   %TRAS_ERROR_NOT_FOUND where it belongs to no report
 *
 * Returns: (transfer full): how the report stands and what was said of it, without its text; or
 *   %NULL
 */
TrasSealedReport *
tras_sealed_book_follow (const char  *company,
                         const char  *code,
                         const char  *addition,
                         GError     **error)
{
  g_autoptr (TrasSealedFile) file = NULL;
  g_autoptr (TrasSealKey) key = NULL;
  g_autoptr (TrasSealedRow) row = NULL;
  g_autoptr (TrasSealedReport) report = NULL;
  GBytes *officer;

  if (addition != NULL && !is_writable_text (addition, LONGEST, error))
    return NULL;
  file = tras_sealed_file_open (company, error);
  key = file != NULL ? read_code (file, code, error) : NULL;
  if (key == NULL)
    return NULL;
  officer = tras_sealed_file_get_public_key (file);

  if (addition != NULL && !tras_sealed_file_begin (file, error))
    return NULL;
  row = tras_sealed_file_find (file, tras_seal_key_get_public (key), error);
  if (row == NULL)
    return NULL;
  if (addition != NULL && (!add_note (file, row, FALSE, addition, key, officer, error) ||
                           !tras_sealed_file_commit (file, error)))
    return NULL;

  report = report_new (row);
  if (!open_notes (report, file, key, officer, error))
    return NULL;

  return g_steal_pointer (&report);
}

/* ---- for the officer ---- */

/* The officer's key, which only their passphrase opens. */
static TrasSealKey *
unlock (TrasSealedFile  *file,
        const char      *passphrase,
        GError         **error)
{
  g_autoptr (TrasSealKey) key = NULL;

  key = tras_seal_key_unlock (tras_sealed_file_get_locked_key (file), passphrase, error);
  if (key == NULL)
    return NULL;
  if (!g_bytes_equal (tras_seal_key_get_public (key), tras_sealed_file_get_public_key (file)))
    {
      fail_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&key);
}

static gboolean
has_locked_key (const char *company,
                GBytes     *locked)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, NULL);

  return file != NULL && g_bytes_equal (tras_sealed_file_get_locked_key (file), locked);
}

/**
 * tras_sealed_book_change_passphrase:
 * @company: a firm's file
 * @passphrase: the officer's
 * @wanted: what shall open the key from now on, UTF-8
 * @cost: what a guess at it shall cost
 * @error: where to put the error: %TRAS_ERROR_DENIED for another passphrase than the officer's
 *
 * Exactly one of the two opens the key afterwards. The key itself stays, and with it all that is
 * sealed: a backup from before is opened by the passphrase from before, and gives the same key.
 */
gboolean
tras_sealed_book_change_passphrase (const char    *company,
                                    const char    *passphrase,
                                    const char    *wanted,
                                    TrasSealCost   cost,
                                    GError       **error)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, error);
  g_autoptr (TrasSealKey) key = NULL, proof = NULL;
  g_autoptr (GBytes) locked = NULL;
  gboolean begun;

  key = file != NULL ? unlock (file, passphrase, error) : NULL;
  locked = key != NULL ? tras_seal_key_lock (key, wanted, cost, error) : NULL;
  /* What could not be opened again would be lost for good. */
  proof = locked != NULL ? tras_seal_key_unlock (locked, wanted, error) : NULL;
  begun = proof != NULL && tras_sealed_file_begin (file, error);
  if (begun && tras_sealed_file_set_locked_key (file, locked, error) &&
      tras_sealed_file_note (file, "passphrase", -1, error) &&
      tras_sealed_file_commit (file, error))
    return TRUE;

  /* A disk may say that it has failed when it has not. */
  g_clear_pointer (&file, tras_sealed_file_free);
  if (!begun || !has_locked_key (company, locked))
    return FALSE;
  g_clear_error (error);

  return TRUE;
}

static TrasSealedFile *
open_for (const char   *company,
          TrasSealKey  *key,
          GError      **error)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, error);

  if (file == NULL)
    return NULL;
  if (!g_bytes_equal (tras_seal_key_get_public (key), tras_sealed_file_get_public_key (file)))
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_MOVED,
                           "The reports are others than those that were opened");
      return NULL;
    }

  return g_steal_pointer (&file);
}

/**
 * tras_sealed_book_open:
 * @company: a firm's file
 * @passphrase: the officer's
 * @error: where to put the error: %TRAS_ERROR_DENIED for another passphrase
 *
 * Nothing is opened that the access log does not tell of.
 *
 * Returns: (transfer full): the officer's key, or %NULL
 */
TrasSealKey *
tras_sealed_book_open (const char  *company,
                       const char  *passphrase,
                       GError     **error)
{
  g_autoptr (TrasSealedFile) file = tras_sealed_file_open (company, error);
  g_autoptr (TrasSealKey) key = NULL;

  if (file == NULL)
    return NULL;
  key = unlock (file, passphrase, error);
  if (key == NULL)
    return NULL;
  if (!tras_sealed_file_begin (file, error) || !tras_sealed_file_note (file, "opened", -1, error) ||
      !tras_sealed_file_commit (file, error))
    return NULL;

  return g_steal_pointer (&key);
}

/* What is open stands before what is closed, and what is due first before the rest. */
static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  const TrasSealedReport *x = *(TrasSealedReport *const *) a, *y = *(TrasSealedReport *const *) b;
  gboolean x_closed = x->clock.state == TRAS_SEALED_CLOSED;
  gboolean y_closed = y->clock.state == TRAS_SEALED_CLOSED;

  if (x_closed != y_closed)
    return x_closed - y_closed;
  if (x->received_on != y->received_on)
    return x_closed ? y->received_on - x->received_on : x->received_on - y->received_on;

  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * tras_sealed_book_list:
 * @company: a firm's file
 * @key: the officer's
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasSealedReport): all reports with their kinds and
 *   without their texts, those that are due first before the others; or %NULL
 */
GPtrArray *
tras_sealed_book_list (const char   *company,
                       TrasSealKey  *key,
                       GError      **error)
{
  g_autoptr (TrasSealedFile) file = open_for (company, key, error);
  g_autoptr (GPtrArray) rows = file != NULL ? tras_sealed_file_list (file, error) : NULL;
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_sealed_report_free);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      TrasSealedReport *report = report_new (rows->pdata[i]);

      /* One that somebody has tampered with does not hide the others; reading it says so. */
      open_kind (report, rows->pdata[i], key, NULL);
      g_ptr_array_add (reports, report);
    }
  g_ptr_array_sort (reports, compare_reports);

  return g_steal_pointer (&reports);
}

static gboolean
choose_erasing (TrasSealedRow  *row,
                TrasDay         day,
                GError        **error)
{
  if (day >= tras_day_today () && day >= row->closed_on &&
      day <= tras_sealed_clock_erase_by (row->closed_on))
    {
      row->erase_on = day;
      return TRUE;
    }

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       "A closed report is kept until a day within five years");
  return FALSE;
}

/* What the act changes in the report's days. */
static gboolean
change_days (TrasSealedRow  *row,
             TrasSealedAct   act,
             TrasDay         day,
             GError        **error)
{
  TrasDay today = tras_day_today ();

  switch (act)
    {
    case TRAS_SEALED_ANSWER:
      if (row->answered_on == TRAS_DAY_NONE)
        row->answered_on = today;
      G_GNUC_FALLTHROUGH;
    case TRAS_SEALED_ACKNOWLEDGE:
      if (row->acknowledged_on == TRAS_DAY_NONE)
        row->acknowledged_on = today;
      return TRUE;
    case TRAS_SEALED_CLOSE:
      row->closed_on = today;
      row->erase_on = tras_sealed_clock_erase_on (today);
      return TRUE;
    case TRAS_SEALED_REOPEN:
      row->closed_on = row->erase_on = TRAS_DAY_NONE;
      return TRUE;
    case TRAS_SEALED_KEEP_UNTIL:
      return choose_erasing (row, day, error);
    case TRAS_SEALED_READ:
    case TRAS_SEALED_ERASE:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
store_act (TrasSealedFile  *file,
           TrasSealedRow   *row,
           TrasSealedAct    act,
           const char      *text,
           TrasSealKey     *key,
           GError         **error)
{
  if (act == TRAS_SEALED_ANSWER &&
      !add_note (file, row, TRUE, text, key, row->receipt_key, error))
    return FALSE;
  if (act == TRAS_SEALED_ERASE)
    return tras_sealed_file_erase (file, row->id, error);

  return act == TRAS_SEALED_READ || tras_sealed_file_update (file, row, error);
}

/**
 * tras_sealed_book_act:
 * @company: a firm's file
 * @key: the officer's
 * @id: a report
 * @act: what is done with it
 * @text: (nullable): the answer
 * @day: the day to erase it on, for %TRAS_SEALED_KEEP_UNTIL; %TRAS_DAY_NONE otherwise
 * @error: where to put the error: %TRAS_ERROR_NOT_FOUND where it was erased,
 *   %TRAS_ERROR_INVALID for a day or text that cannot be, %TRAS_ERROR_DAMAGED where it is not as it
 *   was written
 *
 * Nothing of it is given out before the access log tells of it.
 *
 * Returns: (transfer full): the report as it is then; of one that was erased its name alone; or
 *   %NULL
 */
TrasSealedReport *
tras_sealed_book_act (const char     *company,
                      TrasSealKey    *key,
                      gint64          id,
                      TrasSealedAct   act,
                      const char     *text,
                      TrasDay         day,
                      GError        **error)
{
  g_autoptr (TrasSealedFile) file = NULL;
  g_autoptr (TrasSealedRow) row = NULL;
  g_autoptr (TrasSealedReport) report = NULL;

  if (act == TRAS_SEALED_ANSWER && !is_writable_text (text, LONGEST, error))
    return NULL;
  file = open_for (company, key, error);
  if (file == NULL || !tras_sealed_file_begin (file, error))
    return NULL;
  row = tras_sealed_file_load (file, id, error);
  if (row == NULL || !change_days (row, act, day, error) ||
      !store_act (file, row, act, text, key, error) ||
      !tras_sealed_file_note (file, act_words[act], id, error) ||
      !tras_sealed_file_commit (file, error))
    return NULL;

  report = report_new (row);
  if (act == TRAS_SEALED_ERASE)
    return g_steal_pointer (&report);
  report->waits = report->waits && act != TRAS_SEALED_ANSWER;
  if (!open_kind (report, row, key, error) || !open_body (report, row, key, error) ||
      !open_notes (report, file, key, row->receipt_key, error))
    return NULL;

  return g_steal_pointer (&report);
}
