/* tras-board-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-board-report.h"
#include "tras-budget-bar.h"
#include "tras-report-writer.h"

/* As many weeks as a page takes beside the names. */
#define WEEKS_A_TABLE 13
#define NAME_MOST 150
#define CELL_MOST 60
#define SCALE 0.85

/* The page, its title and what it is about. */
static TrasReport *
report_new (TrasReportWriter       *writer,
            const char             *title,
            const char             *firm,
            const char             *subtitle,
            const TrasNumberFormat *format)
{
  TrasReport *report = tras_report_new_scaled (title, firm, TRAS_A4_HEIGHT, TRAS_A4_WIDTH, SCALE);

  writer->pages = tras_report_get_pages (report);
  writer->style = tras_report_get_style (report);
  writer->format = format;
  tras_report_writer_add_text (writer, TRAS_TEXT_TITLE, title, 0);
  tras_report_writer_add_text (writer, TRAS_TEXT_SUBTITLE, subtitle, TRAS_REPORT_GAP);

  return report;
}

/* ---- load ---- */

/* A sign tells too much from enough where there is no color. */
static void
add_cell (TrasReportTable        *table,
          TrasLoadRow            *row,
          guint                   week,
          const TrasNumberFormat *format)
{
  gboolean is_over = tras_load_row_is_over (row, week);
  g_autofree char *needed = tras_load_dup_hours (row->needed[week], format);
  g_autofree char *worked = tras_load_dup_hours (row->worked[week], format);
  g_autofree char *marked = is_over ? g_strconcat ("▲ ", needed, NULL) : NULL;
  g_autofree char *of = NULL;

  if (row->has_hours)
    /* Translators: stands below hours needed: “of 24”, the hours worked */
    of = g_strdup_printf (_("of %s"), worked);
  if (row->needed[week] == 0)
    tras_report_table_add_text (table, TRAS_TEXT_CELL, NULL, NULL);
  else
    tras_report_table_add_text (table, is_over ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                                is_over ? marked : needed, of);
}

static void
add_weeks (const TrasReportWriter *writer,
           TrasLoadBoard          *board,
           GPtrArray              *rows,
           guint                   first)
{
  guint end = MIN (first + WEEKS_A_TABLE, board->n_weeks);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  TrasReportColumn columns[WEEKS_A_TABLE + 1] = { { _("Person"), TRAS_ALIGN_START, NAME_MOST } };
  TrasReportTable *table;

  for (guint i = first; i < end; i++)
    {
      char *title = tras_number_format_week (writer->format, tras_load_board_get_monday (board, i));

      g_ptr_array_add (titles, title);
      columns[i - first + 1] = (TrasReportColumn) { title, TRAS_ALIGN_END, CELL_MOST };
    }

  table = tras_report_writer_new_table (writer, columns, end - first + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      TrasLoadRow *row = rows->pdata[i];

      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, tras_load_row_get_name (row),
                                  row->person != NULL ? row->person->area_name : NULL);
      for (guint j = first; j < end; j++)
        add_cell (table, row, j, writer->format);
    }
  tras_report_table_finish (table, writer->pages, 2 * TRAS_REPORT_GAP);
}

/**
 * tras_board_report_of_load:
 * @board: what plans take of people's time
 * @rows: (element-type TrasLoadRow): the rows of it that are wanted
 * @format: how numbers are written
 *
 * Returns: (transfer full): a table of people and weeks; more weeks than fit stand in a second one
 */
TrasReport *
tras_board_report_of_load (TrasLoadBoard          *board,
                           GPtrArray              *rows,
                           const TrasNumberFormat *format)
{
  TrasReportWriter writer;
  TrasReport *report;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (board != NULL, NULL);
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  day = tras_number_format_date_medium (format, board->first);
  /* Translators: %s is the firm */
  title = g_strdup_printf (_("%s · Load"), board->firm);
  /* Translators: %s is a day */
  subtitle = g_strdup_printf (_("Hours that open actions need from %s on, of the hours worked; "
                                "▲ is more than there are."), day);
  report = report_new (&writer, title, board->firm, subtitle, format);
  if (rows->len == 0)
    tras_report_writer_add_nothing (&writer, _("Nothing to do."));
  for (guint i = 0; rows->len > 0 && i < board->n_weeks; i += WEEKS_A_TABLE)
    add_weeks (&writer, board, rows, i);

  return report;
}

/* ---- money ---- */

#define BAR_WIDTH 120

typedef struct
{
  TrasBudgetBar bar;
  gint64 most;
} Bar;

static void
paint_bar (cairo_t         *cr,
           TrasReportStyle *style,
           const TrasRect  *rect,
           gpointer         data)
{
  const Bar *self = data;
  TrasRect place = *rect;

  place.height = MIN (rect->height, 8);
  place.y += (rect->height - place.height) / 2;
  tras_budget_bar_draw (&self->bar, cr, tras_report_style_get_palette (style), &place, self->most,
                        tras_report_style_get_mirrored (style));
}

static gint64
get_size (const TrasMoney *money)
{
  return MAX (money->planned, money->committed + money->spent);
}

static void
add_amount (TrasReportTable        *table,
            TrasTextRole            role,
            gint64                  amount,
            const char             *currency,
            const TrasNumberFormat *format)
{
  g_autofree char *text = tras_number_format_money (format, amount, currency);

  tras_report_table_add_text (table, role, amount != 0 ? text : NULL, NULL);
}

static void
add_money (const TrasReportWriter *writer,
           TrasReportTable        *table,
           const char             *name,
           const TrasMoney        *money,
           gint64                  most,
           const char             *currency,
           TrasTextRole            role)
{
  gint64 left = tras_money_get_left (money);
  Bar *bar = g_new0 (Bar, 1);

  bar->bar = (TrasBudgetBar) { money->planned, money->spent, money->committed, FALSE };
  bar->most = most;
  tras_report_table_add_row (table);
  tras_report_table_add_text (table, role, name, NULL);
  tras_report_table_add_picture (table, BAR_WIDTH, paint_bar, bar, g_free);
  add_amount (table, role, money->planned, currency, writer->format);
  add_amount (table, role, money->committed, currency, writer->format);
  add_amount (table, role, money->spent, currency, writer->format);
  if (left < 0)
    {
      g_autofree char *over = tras_number_format_money (writer->format, -left, currency);
      /* Translators: %s is an amount of money */
      g_autofree char *text = g_strdup_printf (_("▲ %s too much"), over);

      tras_report_table_add_text (table, TRAS_TEXT_CELL_STRONG, text, NULL);
    }
  else
    add_amount (table, role, left, currency, writer->format);
}

static char *
dup_money_subtitle (TrasMoneySort sort)
{
  switch (sort)
    {
    case TRAS_MONEY_RUNNING:
      return g_strdup (_("Running cost of plans: outlined what is planned, hatched what is "
                         "committed, filled what is spent."));
    case TRAS_MONEY_INVESTMENT:
      return g_strdup (_("Investment of plans: outlined what is planned, hatched what is "
                         "committed, filled what is spent."));
    case TRAS_MONEY_ALL:
    case TRAS_MONEY_N_SORTS:
    default:
      return g_strdup (_("Money of plans: outlined what is planned, hatched what is committed, "
                         "filled what is spent."));
    }
}

/**
 * tras_board_report_of_money:
 * @board: what plans take of money
 * @grouping: what a row stands for
 * @sort: which money
 * @format: how money is written
 *
 * Returns: (transfer full): a table of goals, areas or months, with their sum
 */
TrasReport *
tras_board_report_of_money (TrasMoneyBoard         *board,
                            TrasMoneyGrouping       grouping,
                            TrasMoneySort           sort,
                            const TrasNumberFormat *format)
{
  const char *const names[] = {
    [TRAS_MONEY_BY_GOAL] = _("Goal"),
    [TRAS_MONEY_BY_AREA] = _("Area"),
    [TRAS_MONEY_BY_MONTH] = _("Month"),
  };
  TrasReportWriter writer;
  TrasReport *report;
  TrasReportTable *table;
  GPtrArray *rows;
  gint64 most = 0;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = dup_money_subtitle (sort);

  g_return_val_if_fail (board != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  rows = board->rows[grouping];
  /* Translators: %s is the firm */
  title = g_strdup_printf (_("%s · Money"), board->firm);
  report = report_new (&writer, title, board->firm, subtitle, format);
  if (get_size (&board->total[sort]) == 0)
    {
      tras_report_writer_add_nothing (&writer, _("No money."));
      return report;
    }

  table = tras_report_writer_new_table (&writer,
                                        (const TrasReportColumn[]) {
                                          { names[grouping], TRAS_ALIGN_START, 0 },
                                          { "", TRAS_ALIGN_START, BAR_WIDTH },
                                          { C_("money", "Planned"), TRAS_ALIGN_END, 90 },
                                          { C_("money", "Committed"), TRAS_ALIGN_END, 90 },
                                          { C_("money", "Spent"), TRAS_ALIGN_END, 90 },
                                          { C_("money", "Left"), TRAS_ALIGN_END, 130 },
                                        },
                                        6);
  for (guint i = 0; i < rows->len; i++)
    most = MAX (most, get_size (&((TrasMoneyRow *) rows->pdata[i])->money[sort]));
  for (guint i = 0; i < rows->len; i++)
    {
      const TrasMoneyRow *row = rows->pdata[i];
      g_autofree char *name = tras_money_row_dup_name (row, grouping, format);

      if (get_size (&row->money[sort]) > 0)
        add_money (&writer, table, name, &row->money[sort], most, board->currency, TRAS_TEXT_CELL);
    }
  add_money (&writer, table, _("Together"), &board->total[sort], get_size (&board->total[sort]),
             board->currency, TRAS_TEXT_CELL_STRONG);
  tras_report_table_finish (table, writer.pages, 2 * TRAS_REPORT_GAP);

  return report;
}
