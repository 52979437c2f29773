/* tras-person-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-text.h"
#include "tras-history.h"
#include "tras-person-report.h"
#include "tras-report-writer.h"

#define LABEL_MOST 150

/* What a record says, a line a field. */
static void
add_record (const TrasReportWriter *writer,
            TrasPersonFile         *file,
            TrasRecord             *record,
            double                  space_before)
{
  const TrasReportColumn columns[] = {
    { "", TRAS_ALIGN_START, LABEL_MOST },
    { "", TRAS_ALIGN_START, 0 },
  };
  const TrasTable *table = tras_record_get_table (record);
  TrasReportTable *rows = tras_report_writer_new_table (writer, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *text = NULL;

      if (!tras_person_file_is_shown (field) || tras_record_is_null (record, field))
        continue;
      text = tras_field_dup_shown (record, field, writer->format, file->firm->currency);
      if (text == NULL || *text == '\0')
        continue;
      tras_report_table_add_row (rows);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL_DIM, tras_field_get_label (field), NULL);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, text, NULL);
    }
  tras_report_table_finish (rows, writer->pages, space_before);
}

static void
add_part (const TrasReportWriter *writer,
          TrasPersonFile         *file,
          const TrasPersonPart   *part)
{
  /* Translators: a heading: what refers to a person, and what they are in it (Actions · Owner) */
  g_autofree char *title = g_strdup_printf (C_("person file", "%s · %s"), _(part->table->plural),
                                            tras_field_get_label (part->reference));

  tras_report_writer_add_heading (writer, title);
  for (guint i = 0; i < part->records->len; i++)
    add_record (writer, file, part->records->pdata[i], i > 0 ? 2 * TRAS_REPORT_GAP : 0);
}

static void
add_mentions (const TrasReportWriter *writer,
              TrasPersonFile         *file)
{
  const TrasReportColumn columns[] = {
    { _("Where"), TRAS_ALIGN_START, LABEL_MOST },
    { _("Text"), TRAS_ALIGN_START, 0 },
  };
  TrasReportTable *rows;

  if (file->mentions->len == 0)
    return;

  tras_report_writer_add_heading (writer, _("Texts with the name"));
  rows = tras_report_writer_new_table (writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < file->mentions->len; i++)
    {
      const TrasMention *mention = file->mentions->pdata[i];

      tras_report_table_add_row (rows);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, tras_mention_get_table (mention),
                                  tras_mention_get_column (mention));
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, mention->text, NULL);
    }
  tras_report_table_finish (rows, writer->pages, 0);
}

static char *
dup_side (const TrasReportWriter *writer,
          TrasPersonFile         *file,
          const TrasPersonValue  *value,
          TrasRecord             *record,
          const char             *name)
{
  if (record == NULL)
    return g_strdup ("—");
  if (name != NULL)
    return g_strdup (name);
  if (value->field->type == TRAS_VALUE_REFERENCE)
    return tras_field_dup_plain (record, value->field);

  return tras_field_dup_shown (record, value->field, writer->format, file->firm->currency);
}

/* A line a field, below the edit that changed it. */
static void
add_change (const TrasReportWriter *writer,
            TrasPersonFile         *file,
            TrasReportTable        *rows,
            const TrasPersonChange *change)
{
  gboolean first = TRUE;

  for (guint i = 0; i < change->values->len; i++)
    {
      const TrasPersonValue *value = change->values->pdata[i];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *words = NULL;

      if (value->field->label == NULL)
        continue;
      before = dup_side (writer, file, value, value->before, value->before_name);
      after = dup_side (writer, file, value, value->after, value->after_name);
      /* Translators: a field, and its value before and after */
      words = g_strdup_printf (_("%s: %s → %s"), tras_field_get_label (value->field), before,
                               after);
      tras_report_table_add_row (rows);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, NULL, NULL);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL_DIM,
                                  first ? _(change->table->singular) : NULL, NULL);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, words, NULL);
      first = FALSE;
    }
}

static void
add_edits (const TrasReportWriter *writer,
           TrasPersonFile         *file)
{
  const TrasReportColumn columns[] = {
    { _("When"), TRAS_ALIGN_START, LABEL_MOST },
    { _("Who"), TRAS_ALIGN_START, LABEL_MOST },
    { _("What"), TRAS_ALIGN_START, 0 },
  };
  TrasReportTable *rows;

  tras_report_writer_add_heading (writer, _("Edits"));
  rows = tras_report_writer_new_table (writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < file->edits->len; i++)
    {
      const TrasPersonEdit *entry = file->edits->pdata[i];
      TrasEditRecord *edit = entry->edit;
      const TrasField *at = tras_table_find_field (tras_record_get_table (TRAS_RECORD (edit)),
                                                   "at");
      g_autofree char *when = tras_field_dup_shown (TRAS_RECORD (edit), at, writer->format, NULL);
      g_autofree char *title = tras_history_dup_title (edit);

      tras_report_table_add_row (rows);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, when, NULL);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, edit->who, NULL);
      tras_report_table_add_text (rows, TRAS_TEXT_CELL, title, NULL);
      for (guint k = 0; k < entry->changes->len; k++)
        add_change (writer, file, rows, entry->changes->pdata[k]);
    }
  tras_report_table_finish (rows, writer->pages, 0);
}

/**
 * tras_person_report_new:
 * @file: everything about a person
 * @format: how numbers and dates are written
 *
 * Returns: (transfer full): it on pages: the person, what refers to them by kind, texts that name
 *   them, and the edits
 */
TrasReport *
tras_person_report_new (TrasPersonFile         *file,
                        const TrasNumberFormat *format)
{
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  TrasReportWriter writer;
  TrasReport *report;

  g_return_val_if_fail (file != NULL && format != NULL, NULL);

  /* Translators: the name of a report; %s is a person */
  title = g_strdup_printf (_("Personal data of %s"), file->person->name);
  day = tras_number_format_date_medium (format, file->made_on);
  report = tras_report_new (title, file->firm->name, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  writer = (TrasReportWriter) { tras_report_get_pages (report), tras_report_get_style (report),
                                format };
  tras_report_writer_add_text (&writer, TRAS_TEXT_SUBTITLE, file->firm->name, 0);
  tras_report_writer_add_text (&writer, TRAS_TEXT_TITLE, title, TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_LEAD, day, TRAS_REPORT_GAP);
  tras_report_writer_add_text (&writer, TRAS_TEXT_BODY,
                               _("What people answer in surveys is tied to nobody and is "
                                 "therefore not in here."), TRAS_REPORT_GAP);
  if (file->hides_hour_cost)
    tras_report_writer_add_text (&writer, TRAS_TEXT_BODY,
                                 _("What an hour of work costs is not in here: it is not shown to "
                                   "who made this file."), TRAS_REPORT_GAP);
  add_record (&writer, file, TRAS_RECORD (file->person), 2 * TRAS_REPORT_GAP);
  for (guint i = 0; i < file->parts->len; i++)
    add_part (&writer, file, file->parts->pdata[i]);
  add_mentions (&writer, file);
  add_edits (&writer, file);

  return report;
}
