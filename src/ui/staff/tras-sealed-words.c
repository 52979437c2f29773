/* tras-sealed-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error-words.h"
#include "tras-error.h"
#include "tras-number.h"
#include "tras-sealed-words.h"
#include "tras-seal-code.h"

/* Room for some lines, in pixels. */
#define TEXT_HEIGHT 120

static const char *const kinds[] = {
  [TRAS_SEALED_SAFETY] = NC_("report", "Safety and health"),
  [TRAS_SEALED_HARASSMENT] = NC_("report", "Harassment"),
  [TRAS_SEALED_FRAUD] = NC_("report", "Fraud or corruption"),
  [TRAS_SEALED_DISCRIMINATION] = NC_("report", "Discrimination"),
  [TRAS_SEALED_ENVIRONMENT] = NC_("report", "Environment"),
  [TRAS_SEALED_DATA] = NC_("report", "Personal data"),
  [TRAS_SEALED_OTHER] = NC_("report", "Something else"),
};

static const char *const states[] = {
  [TRAS_SEALED_RECEIVED] = NC_("report", "Received"),
  [TRAS_SEALED_ACKNOWLEDGED] = NC_("report", "Acknowledged"),
  [TRAS_SEALED_ANSWERED] = NC_("report", "Answered"),
  [TRAS_SEALED_CLOSED] = NC_("report", "Closed"),
};

static const struct
{
  const char *what;
  const char *words;
} accesses[] = {
  { "set-up", NC_("report", "Reports were set up") },
  { "opened", NC_("report", "The officer’s key was opened") },
  { "read", NC_("report", "Read") },
  { "acknowledged", NC_("report", "Acknowledged") },
  { "answered", NC_("report", "Answered") },
  { "closed", NC_("report", "Closed") },
  { "reopened", NC_("report", "Opened again") },
  { "erase-date", NC_("report", "Another day to erase it") },
  { "erased", NC_("report", "Erased") },
  { "expired", NC_("report", "Erased, as its day had come") },
  { "passphrase", NC_("report", "The officer’s passphrase was changed") },
};

const char *
tras_sealed_words_get_kind (TrasSealedKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", kinds[kind]);
}

const char *
tras_sealed_words_get_state (TrasSealedState state)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report", states[state]);
}

static gboolean
is_late (const TrasSealedClock *clock)
{
  return clock->acknowledge_late || clock->answer_late;
}

const char *
tras_sealed_words_get_icon (const TrasSealedClock *clock)
{
  if (is_late (clock))
    return "tras-late-symbolic";

  switch (clock->state)
    {
    case TRAS_SEALED_RECEIVED:
      return "mail-unread-symbolic";
    case TRAS_SEALED_ACKNOWLEDGED:
      return "mail-read-symbolic";
    case TRAS_SEALED_ANSWERED:
      return "mail-replied-symbolic";
    case TRAS_SEALED_CLOSED:
      return "object-select-symbolic";
    }

  g_return_val_if_reached (NULL);
}

const char *
tras_sealed_words_get_class (const TrasSealedClock *clock)
{
  if (is_late (clock))
    return "tras-worse";

  return clock->state == TRAS_SEALED_RECEIVED ? "tras-unusual" : "tras-usual";
}

char *
tras_sealed_words_dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static char *
dup_acknowledge (const TrasSealedClock *clock)
{
  if (clock->acknowledge_late)
    return g_strdup_printf (ngettext ("Acknowledging it is %d day late.",
                                      "Acknowledging it is %d days late.",
                                      (gulong) -clock->acknowledge_left),
                            -clock->acknowledge_left);
  if (clock->acknowledge_left == 0)
    return g_strdup (_("Today is the last day to acknowledge it."));

  return g_strdup_printf (ngettext ("%d day left to acknowledge it.",
                                    "%d days left to acknowledge it.",
                                    (gulong) clock->acknowledge_left),
                          clock->acknowledge_left);
}

static char *
dup_answer (const TrasSealedClock *clock)
{
  if (clock->answer_late)
    return g_strdup_printf (ngettext ("The answer is %d day late.", "The answer is %d days late.",
                                      (gulong) -clock->answer_left),
                            -clock->answer_left);
  if (clock->answer_left == 0)
    return g_strdup (_("Today is the last day to answer it."));

  return g_strdup_printf (ngettext ("%d day left to answer it.", "%d days left to answer it.",
                                    (gulong) clock->answer_left),
                          clock->answer_left);
}

/**
 * tras_sealed_words_dup_clocks:
 * @report: a report
 *
 * Returns: (transfer full): what is to be done with it by when, in sentences
 */
char *
tras_sealed_words_dup_clocks (const TrasSealedReport *report)
{
  const TrasSealedClock *clock = &report->clock;
  g_autofree char *answer = NULL, *acknowledge = NULL, *day = NULL;

  switch (clock->state)
    {
    case TRAS_SEALED_RECEIVED:
      acknowledge = dup_acknowledge (clock);
      answer = dup_answer (clock);
      /* Translators: two sentences */
      return g_strdup_printf (C_("report", "%s %s"), acknowledge, answer);
    case TRAS_SEALED_ACKNOWLEDGED:
      return dup_answer (clock);
    case TRAS_SEALED_ANSWERED:
      return g_strdup (_("It can be closed when nothing is left to do."));
    case TRAS_SEALED_CLOSED:
      day = tras_sealed_words_dup_day (report->erase_on);
      return g_strdup_printf (_("It will be erased on %s."), day);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tras_sealed_words_dup_counts:
 * @overview: what can be seen without a key
 *
 * Returns: (transfer full): how many reports are open, and how many of them late, in a sentence
 */
char *
tras_sealed_words_dup_counts (const TrasSealedOverview *overview)
{
  g_autofree char *open = NULL, *late = NULL;

  if (overview->n_open == 0)
    return g_strdup (_("No report is open."));

  open = g_strdup_printf (ngettext ("%u report is open.", "%u reports are open.",
                                    overview->n_open), overview->n_open);
  if (overview->n_late == 0)
    late = g_strdup (_("None is past a day that the law sets."));
  else
    late = g_strdup_printf (ngettext ("%u is past a day that the law sets.",
                                      "%u are past a day that the law sets.",
                                      overview->n_late), overview->n_late);

  /* Translators: two sentences */
  return g_strdup_printf (C_("report", "%s %s"), open, late);
}

const char *
tras_sealed_words_get_access (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (accesses); i++)
    {
      if (g_strcmp0 (what, accesses[i].what) == 0)
        return g_dpgettext2 (GETTEXT_PACKAGE, "report", accesses[i].words);
    }

  return what;
}

/**
 * tras_sealed_words_dup_link:
 * @line: a line of the access log
 *
 * Returns: (transfer full): six letters that would be others if the line, or any before it, were
 */
char *
tras_sealed_words_dup_link (const TrasSealedAccess *line)
{
  const guint8 *bytes = g_bytes_get_data (line->link, NULL);
  guint32 number = (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 |
                   bytes[3];

  return tras_seal_code_short (number, 6);
}

/**
 * tras_sealed_words_dup_error:
 * @error: why something could not be done with the reports
 *
 * Returns: (transfer full): what to say of it, in sentences
 */
char *
tras_sealed_words_dup_error (const GError *error)
{
  g_autoptr (TrasErrorWords) words = NULL;

  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_EXPOSED))
    return g_strdup (_("The file with the reports could be read by others than its owner, so it "
                       "was left closed."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DAMAGED))
    return g_strdup (_("The file with the reports is not as it was written. It was left as it is; "
                       "its backups are beside those of the firm."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_FOREIGN))
    return g_strdup (_("Where the reports should be there is a file of another program. It was "
                       "left as it is."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_TOO_NEW))
    return g_strdup (_("A newer version has made the file with the reports. It was left as it is; "
                       "update Trastienda to open it."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_FULL))
    return g_strdup (_("The disk is full; nothing was stored. What you wrote is still here: make "
                       "room, then try again."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_READ_ONLY))
    return g_strdup (_("The file with the reports cannot be written where it is; nothing was "
                       "stored."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    return g_strdup (_("No report belongs to this. It may have been erased, as its day had come."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_EXISTS))
    return g_strdup (_("Reports are set up already; nothing was changed."));
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_MOVED))
    return g_strdup (_("The file with the reports was moved or replaced. Nothing was stored; lock "
                       "the reports and open them again."));

  words = tras_error_words_new (error, NULL);
  /* Translators: what happened, and the reason in a sentence */
  return g_strdup_printf (C_("report", "%s. %s"), words->title, words->body);
}

/* ---- parts of forms ---- */

/**
 * tras_sealed_words_make_label:
 * @text: sentences
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a paragraph that can be selected
 */
GtkWidget *
tras_sealed_words_make_label (const char *text,
                              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * tras_sealed_words_make_entry:
 * @title: what is to be written
 * @view: (out): where it is written
 *
 * Returns: (transfer floating): a place for some sentences
 */
GtkWidget *
tras_sealed_words_make_entry (const char   *title,
                              GtkTextView **view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *label = tras_sealed_words_make_label (title, "heading");

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "sealed-entry");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  *view = GTK_TEXT_VIEW (text);

  return box;
}

char *
tras_sealed_words_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GtkWidget *
make_note (const TrasSealedNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *day = tras_sealed_words_dup_day (note->written_on);
  g_autofree char *head = NULL;
  GtkWidget *label;

  head = g_strdup_printf (note->from_officer ? _("The officer, %s") : _("Added by the writer, %s"),
                          day);
  label = tras_sealed_words_make_label (head, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  label = tras_sealed_words_make_label (note->text != NULL
                                          ? note->text
                                          : _("This message is not as it was written."),
                                        note->text != NULL ? NULL : "error");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "sealed-note");

  return box;
}

/**
 * tras_sealed_words_make_thread:
 * @notes: (element-type TrasSealedNote): messages in order
 *
 * Returns: (transfer floating): the messages, one below the other
 */
GtkWidget *
tras_sealed_words_make_thread (GPtrArray *notes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (GTK_BOX (box), make_note (notes->pdata[i]));

  return box;
}
