/* tras-rating-list.h: answers that are due, one click or key each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-training-book.h"

G_BEGIN_DECLS

#define TRAS_TYPE_RATING_LIST (tras_rating_list_get_type ())

/**
 * TrasRatingList:
 *
 * People who are to be asked how they liked a session, or how much of it they use. A click on a
 * number from 1 to 5 answers; so does its key, which goes on to the next person.
 */
G_DECLARE_FINAL_TYPE (TrasRatingList, tras_rating_list, TRAS, RATING_LIST, GtkWidget)

void tras_rating_list_set (TrasRatingList *self,
                           GPtrArray      *due);

G_END_DECLS
