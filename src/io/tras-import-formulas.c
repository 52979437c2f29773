/* tras-import-formulas.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-feed.h"
#include "tras-import-formulas.h"
#include "tras-indicator-series.h"

static TrasImportColumn *
find_column (TrasCells     *cells,
             TrasIndicator *indicator,
             const char    *name)
{
  const TrasTable *table = tras_record_get_table (TRAS_RECORD (indicator));

  return tras_import_find_column (cells->columns, tras_table_find_field (table, name));
}

/* “hand, import, formula, staff.absence …” */
static char *
list_sources (void)
{
  g_autoptr (GString) list = g_string_new (TRAS_SOURCE_HAND ", " TRAS_SOURCE_IMPORT ", "
                                           TRAS_SOURCE_FORMULA);

  for (guint i = 0; i < tras_feed_get_n (); i++)
    g_string_append_printf (list, ", %s", tras_feed_get (i)->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_source (TrasIndicator  *indicator,
              GError        **error)
{
  g_autofree char *known = NULL;

  if (g_str_equal (indicator->source, TRAS_SOURCE_HAND) ||
      g_str_equal (indicator->source, TRAS_SOURCE_IMPORT) ||
      tras_indicator_is_computed (indicator))
    return TRUE;

  known = list_sources ();
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("“%s” is not a source; there are %s"),
               indicator->source, known);

  return FALSE;
}

/* A reason has no full stop. */
static void
drop_stop (char *sentence)
{
  gsize length = strlen (sentence);

  if (length > 0 && sentence[length - 1] == '.')
    sentence[length - 1] = '\0';
}

/**
 * tras_import_check_periods:
 * @book: the indicators that there are, @indicator among them
 * @indicator: one that got other periods
 * @error: %TRAS_ERROR_INVALID where a formula needs others
 *
 * Returns: whether the formulas can do with them
 */
gboolean
tras_import_check_periods (TrasFormulaBook  *book,
                           TrasIndicator    *indicator,
                           GError          **error)
{
  g_autofree char *problem = tras_formula_book_dup_period_problem (book, indicator);

  if (problem == NULL)
    return TRUE;

  drop_stop (problem);
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, problem);

  return FALSE;
}

/**
 * tras_import_resolve_formula:
 * @book: the indicators that there are
 * @indicator: an indicator; gets the formula
 * @shown: the formula as the file has it, with names
 * @error: %TRAS_ERROR_INVALID, with the place of the word that is wrong
 *
 * Returns: whether it is a formula of @indicator
 */
gboolean
tras_import_resolve_formula (TrasFormulaBook  *book,
                             TrasIndicator    *indicator,
                             const char       *shown,
                             GError          **error)
{
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
  char *stored = tras_formula_book_dup_stored (book, indicator, shown, &problem);

  if (stored != NULL)
    {
      g_free (indicator->formula);
      indicator->formula = stored;
      return TRUE;
    }

  drop_stop (problem.message);
  /* Translators: where in a text, counted from 1, and a sentence */
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Character %u: %s"),
               (guint) g_utf8_strlen (shown, (gssize) problem.start) + 1, problem.message);

  return FALSE;
}

/**
 * tras_import_take_source:
 * @cells: the cells of the row
 * @book: the indicators that there are so far
 * @indicator: what the row makes of its indicator, with the formula as the file has it
 * @error: %TRAS_ERROR_INVALID where there is no such source, or it and the formula do not go
 *   together; the column is the culprit of @cells
 *
 * Gives @indicator its formula with ids. One that cannot be right yet, since it may name what
 * stands further down, goes to those of @cells that wait.
 */
gboolean
tras_import_take_source (TrasCells        *cells,
                         TrasFormulaBook  *book,
                         TrasIndicator    *indicator,
                         GError          **error)
{
  TrasImportColumn *source = find_column (cells, indicator, "source");
  TrasImportColumn *formula = find_column (cells, indicator, "formula");
  gboolean computed = tras_indicator_is_formula (indicator);
  g_autofree char *shown = NULL;

  cells->culprit = source;
  if (source != NULL && !check_source (indicator, error))
    return FALSE;
  if (formula == NULL)
    {
      if (computed && indicator->formula == NULL)
        {
          g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                               _("The source “formula” needs a formula"));
          return FALSE;
        }
      if (!computed)
        g_clear_pointer (&indicator->formula, g_free);
      return TRUE;
    }

  cells->culprit = formula;
  shown = g_steal_pointer (&indicator->formula);
  if (!computed && shown != NULL && *shown != '\0')
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("Only an indicator with the source “formula” has a formula"));
      return FALSE;
    }
  if (computed && (shown == NULL || *shown == '\0'))
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                           _("The source “formula” needs a formula"));
      return FALSE;
    }
  if (computed && !tras_import_resolve_formula (book, indicator, shown, NULL))
    {
      TrasWaiting waiting = { formula, g_steal_pointer (&shown) };

      g_array_append_val (cells->waiting, waiting);
    }
  cells->culprit = NULL;

  return TRUE;
}
