/* tras-column.h: a column of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-headline.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_COLUMN (tras_column_get_type ())

/**
 * TrasColumn:
 *
 * Shows one field of each record: texts from the start, numbers from the end in tabular figures.
 * In a template it names its field; title, alignment and how it is written follow from that. A
 * choice may have an icon before each word, a quantity the unit behind it. Where the list is narrow
 * the icon stands alone, and what had a column of its own stands below the name. A column that
 * needs more brings its own factory, whose items are #TrasRow.
 */
G_DECLARE_FINAL_TYPE (TrasColumn, tras_column, TRAS, COLUMN, GObject)

/**
 * TrasColumnWord:
 * @record: a record
 * @word: (nullable): its word of the column's choice
 * @user_data: what was given with the function
 *
 * Returns: (transfer none) (nullable): the word that is shown of it
 */
typedef const char *(*TrasColumnWord) (TrasRecord *record,
                                       const char *word,
                                       gpointer    user_data);

const char          *tras_column_get_field      (TrasColumn          *self);
gboolean             tras_column_is_sorted      (TrasColumn          *self);
void                 tras_column_set_factory    (TrasColumn          *self,
                                                 GtkListItemFactory  *factory);
void                 tras_column_set_headline   (TrasColumn          *self,
                                                 const TrasHeadline  *headline);
void                 tras_column_set_word       (TrasColumn          *self,
                                                 TrasColumnWord       get_word_func,
                                                 gpointer             user_data);
void                 tras_column_refresh        (TrasColumn          *self);
GtkColumnViewColumn *tras_column_make           (TrasColumn          *self,
                                                 TrasStore           *store,
                                                 const TrasTable     *table);
void                 tras_column_align_header   (TrasColumn          *self,
                                                 GtkColumnView       *view,
                                                 guint                position,
                                                 const TrasTable     *table);
void                 tras_column_show_for_width (TrasColumn          *self,
                                                 GtkColumnViewColumn *made,
                                                 const TrasTable     *table,
                                                 int                  width);

G_END_DECLS
