/* tras-field-text.h: a field's value as text, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text is what CSV files hold and means the same everywhere: ISO dates, a decimal point, a
 * choice's word. Shown text is for people, in their language.
 */

#pragma once

#include "tras-number.h"
#include "tras-record.h"

G_BEGIN_DECLS

char     *tras_field_dup_plain  (TrasRecord              *record,
                                 const TrasField         *field);
gboolean  tras_field_set_plain  (TrasRecord              *record,
                                 const TrasField         *field,
                                 const char              *text,
                                 GError                 **error);
gboolean  tras_field_set_number (TrasRecord              *record,
                                 const TrasField         *field,
                                 gint64                   number,
                                 GError                 **error);
char     *tras_field_dup_shown  (TrasRecord              *record,
                                 const TrasField         *field,
                                 const TrasNumberFormat  *format,
                                 const char              *currency);
gboolean  tras_field_set_typed  (TrasRecord              *record,
                                 const TrasField         *field,
                                 const char              *text,
                                 const TrasNumberFormat  *format,
                                 const char              *currency,
                                 GError                 **error);

G_END_DECLS
