/* tras-scorecard-words.c: a scorecard in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-scorecard-view-private.h"
#include "tras-sentence.h"

/* What is in a cell, in words. */
char *
tras_scorecard_view_dup_cell_words (const TrasScorecardRow *row,
                                    const TrasCell         *cell)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;

  switch (cell->state)
    {
    case TRAS_CELL_OUTSIDE:
    case TRAS_CELL_OPEN:
      if (row->series->computed)
        return g_strdup (row->series->problem != NULL ? row->series->problem
                                                      : _("nothing to compute it from"));
      return g_strdup (_("not measured yet"));
    case TRAS_CELL_ABSENT:
      return g_strdup_printf (_("known to be missing: %s"), cell->note);
    case TRAS_CELL_MEASURED:
      break;
    default:
      g_return_val_if_reached (NULL);
    }

  value = tras_sentence_value (row->series, cell->value, format);
  if (cell->left_out)
    words = g_strdup_printf (_("%s, left out of the limits"), value);
  else if (cell->variation > TRAS_VARIATION_COMMON)
    {
      g_autofree char *label = g_utf8_strdown (tras_variation_get_label (cell->variation), -1);

      /* Translators: a value and what is unusual about it: "9 %, worse than usual" */
      words = g_strdup_printf (C_("cell", "%s, %s"), value, label);
    }
  else
    words = g_steal_pointer (&value);
  if (row->series->computed)
    {
      g_autofree char *typed = g_steal_pointer (&words);

      /* Translators: a value that nobody types, and what there is to say of it: "9 %, computed" */
      words = g_strdup_printf (_("%s, computed"), typed);
    }

  return cell->note != NULL ? g_strdup_printf ("%s. %s", words, cell->note)
                            : g_steal_pointer (&words);
}

/* "Orders late, W46 2026" */
char *
tras_scorecard_view_dup_title (TrasScorecardView *self,
                               int                line,
                               int                column)
{
  const TrasScorecardLine *found = tras_scorecard_view_get_line (self, line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, line, column);
  g_autofree char *period = NULL;

  if (cell == NULL)
    return g_strdup (found->row->series->indicator->name);

  period = tras_sentence_period (found->every, cell->period, tras_number_format_get_default ());

  /* Translators: an indicator and a period: "Orders late, W46 2026" */
  return g_strdup_printf (C_("cell", "%s, %s"), found->row->series->indicator->name, period);
}

/* What is under the cursor, in words. */
char *
tras_scorecard_view_dup_words (TrasScorecardView *self)
{
  const TrasScorecardLine *line = tras_scorecard_view_get_line (self, self->cursor_line);
  const TrasCell *cell = tras_scorecard_view_get_cell (self, self->cursor_line,
                                                       self->cursor_column);
  TrasCellDraft *draft;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  if (line == NULL || line->row == NULL)
    return g_strdup (_("Scorecard"));

  title = tras_scorecard_view_dup_title (self, self->cursor_line, self->cursor_column);
  draft = tras_scorecard_entry_find_draft (self, self->cursor_line, self->cursor_column);
  if (draft != NULL && draft->error != NULL)
    words = g_strdup (draft->error);
  else if (self->entry_error != NULL)
    words = g_strdup (self->entry_error);
  else if (cell != NULL)
    words = tras_scorecard_view_dup_cell_words (line->row, cell);
  else
    words = tras_sentence_verdict (line->row->series, tras_number_format_get_default ());

  /* Translators: a cell of the scorecard and what is in it: "Orders late, W46 2026: 8 %" */
  said = g_strdup_printf (C_("cell", "%s: %s"), title, words);
  if (self->notice == NULL)
    return g_steal_pointer (&said);

  return draft != NULL && draft->error != NULL ? g_strdup_printf ("%s. %s", said, self->notice)
                                               : g_strdup (self->notice);
}
