/* tras-headline.h: the cell that a row of a list is known by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-field.h"
#include "tras-record.h"

G_BEGIN_DECLS

/**
 * TrasHeadline:
 * @get_icon: the name of the icon of a record's state on a day
 * @get_class: the style class of that state, or %NULL for none
 * @dup_below: what stands below the text: that state in words, or what the record serves
 * @is_open: whether somebody still has to do with it; the text of all others is dimmed
 *
 * What a list says first of each record: how it stands, in a shape and in words. The functions are
 * never called without a record.
 */
typedef struct
{
  const char *(*get_icon)  (TrasRecord *record,
                            TrasDay     day);
  const char *(*get_class) (TrasRecord *record,
                            TrasDay     day);
  char       *(*dup_below) (TrasRecord *record,
                            TrasDay     day);
  gboolean    (*is_open)   (TrasRecord *record);
} TrasHeadline;

GtkListItemFactory *tras_headline_make_factory (const TrasHeadline *headline,
                                                const TrasField    *field);

G_END_DECLS
