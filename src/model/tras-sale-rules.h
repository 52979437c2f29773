/* tras-sale-rules.h: which orders can be taken, and what cannot be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-outlook.h"
#include "tras-sale.h"

G_BEGIN_DECLS

gboolean tras_sale_check          (TrasSale           *self,
                                   const char        **field,
                                   GError            **error);
gboolean tras_sale_promise_check  (TrasSale           *sale,
                                   const TrasOutlook  *outlook,
                                   gint64              quantity,
                                   const char        **field,
                                   GError            **error);
gboolean tras_sale_rules_check    (TrasEdit           *edit,
                                   TrasDb             *db,
                                   GError            **error);
gboolean tras_sale_check_row      (TrasSale           *self,
                                   TrasSale           *before,
                                   TrasDb             *db,
                                   const char        **field,
                                   GError            **error);
gboolean tras_sale_line_check_row (TrasSaleLine       *self,
                                   TrasSaleLine       *before,
                                   TrasDb             *db,
                                   const char        **field,
                                   GError            **error);

G_END_DECLS
