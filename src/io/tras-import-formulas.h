/* tras-import-formulas.h: where the indicators of a CSV file have their numbers from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-formula-book.h"
#include "tras-import-cells.h"

G_BEGIN_DECLS

gboolean tras_import_take_source     (TrasCells        *cells,
                                      TrasFormulaBook  *book,
                                      TrasIndicator    *indicator,
                                      GError          **error);
gboolean tras_import_check_periods   (TrasFormulaBook  *book,
                                      TrasIndicator    *indicator,
                                      GError          **error);
gboolean tras_import_resolve_formula (TrasFormulaBook  *book,
                                      TrasIndicator    *indicator,
                                      const char       *shown,
                                      GError          **error);

G_END_DECLS
