/* tras-formula-book.h: the indicators that formulas can name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-formula.h"
#include "tras-indicator.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FORMULA_BOOK (tras_formula_book_get_type ())

/**
 * TrasFormulaBook:
 *
 * All indicators as they are called at a time. The file holds formulas with ids in their brackets,
 * [#12], people have names there: whoever shows, reads or checks a formula asks a book.
 */
typedef struct _TrasFormulaBook TrasFormulaBook;

GType            tras_formula_book_get_type   (void) G_GNUC_CONST;
TrasFormulaBook *tras_formula_book_new        (void);
TrasFormulaBook *tras_formula_book_load       (TrasDb                  *db,
                                               GError                 **error);
TrasFormulaBook *tras_formula_book_ref        (TrasFormulaBook         *self);
void             tras_formula_book_unref      (TrasFormulaBook         *self);
void             tras_formula_book_add        (TrasFormulaBook         *self,
                                               TrasIndicator           *indicator);
char            *tras_formula_book_dup_shown  (TrasFormulaBook         *self,
                                               const char              *stored);
char            *tras_formula_book_dup_stored (TrasFormulaBook         *self,
                                               TrasIndicator           *indicator,
                                               const char              *shown,
                                               TrasFormulaProblem      *problem);
GPtrArray       *tras_formula_book_complete   (TrasFormulaBook         *self,
                                               TrasIndicator           *indicator,
                                               const char              *start);

char            *tras_formula_book_dup_period_problem
                                              (TrasFormulaBook         *self,
                                               TrasIndicator           *indicator);

gint64           tras_formula_input_get_id      (const TrasFormulaInput *self);
char            *tras_formula_dup_other_periods (TrasIndicator          *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasFormulaBook, tras_formula_book_unref)

G_END_DECLS
