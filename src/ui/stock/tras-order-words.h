/* tras-order-words.h: how orders stand, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-sale-steps.h"

G_BEGIN_DECLS

const char         *tras_order_words_get_icon     (TrasSale     *sale,
                                                   TrasDay       today);
const char         *tras_order_words_get_class    (TrasSale     *sale,
                                                   TrasDay       today);
char               *tras_order_words_dup_state    (TrasSale     *sale,
                                                   TrasDay       today);
const char         *tras_order_words_get_step     (TrasSaleStep  step);
const TrasHeadline *tras_order_words_get_headline (void);

G_END_DECLS
