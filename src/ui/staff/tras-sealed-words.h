/* tras-sealed-words.h: confidential reports in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-sealed-book.h"

G_BEGIN_DECLS

const char *tras_sealed_words_get_kind    (TrasSealedKind           kind);
const char *tras_sealed_words_get_state   (TrasSealedState          state);
const char *tras_sealed_words_get_icon    (const TrasSealedClock   *clock);
const char *tras_sealed_words_get_class   (const TrasSealedClock   *clock);
char       *tras_sealed_words_dup_day     (TrasDay                  day);
char       *tras_sealed_words_dup_clocks  (const TrasSealedReport  *report);
char       *tras_sealed_words_dup_counts  (const TrasSealedOverview *overview);
const char *tras_sealed_words_get_access  (const char              *what);
char       *tras_sealed_words_dup_link    (const TrasSealedAccess  *line);
char       *tras_sealed_words_dup_error   (const GError            *error);

GtkWidget  *tras_sealed_words_make_label  (const char              *text,
                                           const char              *css_class);
GtkWidget  *tras_sealed_words_make_entry  (const char              *title,
                                           GtkTextView            **view);
char       *tras_sealed_words_dup_text    (GtkTextView             *view);
GtkWidget  *tras_sealed_words_make_thread (GPtrArray               *notes);

G_END_DECLS
