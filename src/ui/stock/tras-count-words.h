/* tras-count-words.h: counts of stock in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-count-sheet.h"
#include "tras-store.h"

G_BEGIN_DECLS

char *tras_count_words_dup_facts      (const TrasCountFacts  *facts);
char *tras_count_words_dup_class      (const TrasCounting    *counting,
                                       TrasStockClass         item_class);
char *tras_count_words_dup_progress   (const TrasCountSheet  *sheet);
char *tras_count_words_dup_result     (const TrasCountSheet  *sheet,
                                       TrasStore             *store);
char *tras_count_words_dup_difference (const TrasCountEntry  *entry,
                                       TrasStore             *store);

G_END_DECLS
