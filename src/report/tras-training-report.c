/* tras-training-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-certificate-block.h"
#include "tras-field-text.h"
#include "tras-report-writer.h"
#include "tras-training-report.h"

/* Where somebody signs, and writes a time, in points. */
#define SIGN_WIDTH 150.0
#define NAME_MOST 200
#define TIME_WIDTH 64.0

/* Rows for those who come without an invitation. */
#define SPARE_ROWS 3

/* Several days of a course stand for themselves: the day and the time say when it began. */
static char *
dup_field (TrasTrainingSession    *session,
           const char             *name,
           const TrasNumberFormat *format)
{
  const TrasTable *table = tras_record_get_table (TRAS_RECORD (session));

  return tras_field_dup_shown (TRAS_RECORD (session), tras_table_find_field (table, name), format,
                               NULL);
}

static char *
dup_where (TrasTrainingSession    *session,
           const char             *when,
           const TrasNumberFormat *format)
{
  g_autofree char *hours = dup_field (session, "minutes", format);

  if (session->place != NULL)
    /* Translators: when a session is, how many hours it takes, and where it is */
    return g_strdup_printf (_("%s · %s h · %s"), when, hours, session->place);

  /* Translators: when a session is, and how many hours it takes */
  return g_strdup_printf (_("%s · %s h"), when, hours);
}

/* ---- the sheet ---- */

/* A hairline parts the cells that are written in by hand. */
static void
paint_cell (cairo_t         *cr,
            TrasReportStyle *style,
            const TrasRect  *rect,
            gpointer         data)
{
  double x = tras_report_style_get_mirrored (style) ? rect->x + rect->width : rect->x;

  tras_palette_set_source (tras_report_style_get_palette (style), TRAS_COLOR_DIM_TEXT, cr);
  cairo_set_line_width (cr, 0.25);
  cairo_move_to (cr, x, rect->y);
  cairo_line_to (cr, x, rect->y + rect->height);
  cairo_stroke (cr);
}

/* An empty second line gives a hand the room to sign. */
static void
add_row (TrasReportTable *table,
         guint            number,
         const char      *name,
         const char      *role)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, text, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, name, role != NULL ? role : "\302\240");
  tras_report_table_add_picture (table, TIME_WIDTH, paint_cell, NULL, NULL);
  tras_report_table_add_picture (table, TIME_WIDTH, paint_cell, NULL, NULL);
  tras_report_table_add_picture (table, SIGN_WIDTH, paint_cell, NULL, NULL);
}

/**
 * tras_training_report_of_sheet:
 * @attendance: a session with those who have a seat
 * @firm: the firm's name
 * @format: how numbers and dates are written
 *
 * Returns: (transfer full): a list of their names with lines to sign on, and some more for those
 *   who come besides
 */
TrasReport *
tras_training_report_of_sheet (TrasAttendance         *attendance,
                               const char             *firm,
                               const TrasNumberFormat *format)
{
  const TrasReportColumn columns[] = {
    { "", TRAS_ALIGN_END, 24 },
    { _("Name"), TRAS_ALIGN_START, NAME_MOST },
    { C_("attendance sheet", "Came"), TRAS_ALIGN_START, TIME_WIDTH },
    { C_("attendance sheet", "Left"), TRAS_ALIGN_START, TIME_WIDTH },
    { _("Signature"), TRAS_ALIGN_START, 0 },
  };
  g_autofree char *when = NULL;
  g_autofree char *where = NULL;
  g_autofree char *title = NULL;
  TrasReportWriter writer;
  TrasReportTable *table;
  TrasReport *report;
  guint n = 0;

  g_return_val_if_fail (attendance != NULL && firm != NULL && format != NULL, NULL);

  /* Translators: the head of a list that people sign; %s is a training */
  title = g_strdup_printf (_("Attendance: %s"), attendance->training->title);
  when = dup_field (attendance->session, "starts_at", format);
  where = dup_where (attendance->session, when, format);
  report = tras_report_new (title, firm, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  writer = (TrasReportWriter) { tras_report_get_pages (report), tras_report_get_style (report),
                                format };
  tras_report_writer_add_text (&writer, TRAS_TEXT_SUBTITLE, firm, 0);
  tras_report_writer_add_text (&writer, TRAS_TEXT_TITLE, attendance->training->title,
                               TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_LEAD, where, TRAS_REPORT_GAP);

  table = tras_report_writer_new_table (&writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < attendance->people->len; i++)
    {
      const TrasAttendant *attendant = attendance->people->pdata[i];

      if (attendant->listed)
        add_row (table, ++n, attendant->person->name, attendant->person->role_name);
    }
  for (guint i = 0; i < SPARE_ROWS; i++)
    add_row (table, ++n, "\302\240", NULL);
  tras_report_table_finish (table, writer.pages, 4 * TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_BODY, _("Held by:"), 6 * TRAS_REPORT_GAP);

  return report;
}

/* ---- certificates ---- */

static void
add_certificate (TrasAttendance         *attendance,
                 const TrasAttendant    *attendant,
                 TrasReport             *report,
                 const char             *firm,
                 const TrasNumberFormat *format)
{
  TrasPageLayout *pages = tras_report_get_pages (report);
  TrasDay day = tras_training_session_get_day (attendance->session);
  gint64 level = tras_attendance_get_level (attendance, attendant, day);
  TrasDay expiry = level > 0 ? tras_skill_get_expiry (attendance->skill, day) : TRAS_DAY_NONE;
  g_autofree char *when = tras_number_format_date_medium (format, day);
  g_autofree char *where = dup_where (attendance->session, when, format);
  /* Translators: on a certificate, below a name; %s is a training */
  g_autofree char *what =
    g_strdup_printf (_("has completed the training “%s”"), attendance->training->title);
  g_autofree char *gives = NULL;
  g_autofree char *valid = NULL;
  TrasCertificateText text = {
    .firm = firm,
    .title = _("Certificate"),
    .name = attendant->person->name,
    .what = what,
    .where = where,
    .signatures = { _("Trainer"), _("For the firm"), NULL },
  };
  TrasRect content;

  if (level > 0)
    /* Translators: on a certificate: a skill, its level from 1, and the highest level */
    gives = g_strdup_printf (_("%s, level %d of %d"), attendance->skill->name, (int) level,
                             TRAS_SKILL_LEVEL_MAX);
  if (expiry != TRAS_DAY_NONE)
    {
      g_autofree char *until = tras_number_format_date_medium (format, expiry);

      /* Translators: on a certificate; %s is a date */
      valid = g_strdup_printf (_("Valid until %s"), until);
    }
  text.gives = gives;
  text.valid = valid;
  tras_page_layout_get_content (pages, &content);
  tras_page_layout_add (pages, tras_certificate_block_new (tras_report_get_style (report), &text,
                                                           content.height));
}

/**
 * tras_training_report_of_certificates:
 * @attendance: a session that was held
 * @firm: the firm's name
 * @format: how numbers and dates are written
 *
 * Returns: (transfer full) (nullable): a page for each of those who were there and passed; %NULL
 *   where nobody did
 */
TrasReport *
tras_training_report_of_certificates (TrasAttendance         *attendance,
                                      const char             *firm,
                                      const TrasNumberFormat *format)
{
  TrasReport *report = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (attendance != NULL && firm != NULL && format != NULL, NULL);

  /* Translators: the name of a file with certificates; %s is a training */
  title = g_strdup_printf (_("Certificates: %s"), attendance->training->title);
  for (guint i = 0; i < attendance->people->len; i++)
    {
      const TrasAttendant *attendant = attendance->people->pdata[i];

      if (!attendant->listed || !attendant->present || !attendant->passed)
        continue;
      if (report == NULL)
        {
          report = tras_report_new (title, firm, TRAS_A4_HEIGHT, TRAS_A4_WIDTH);
          tras_report_set_bare (report);
        }
      else
        {
          tras_page_layout_break_page (tras_report_get_pages (report));
        }
      add_certificate (attendance, attendant, report, firm, format);
    }

  return report;
}
