/* tras-ticket-words.h: how tickets stand, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-headline.h"
#include "tras-ticket-board.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

const char         *tras_ticket_words_get_icon     (TrasTicket       *ticket,
                                                    TrasDay           today);
const char         *tras_ticket_words_get_class    (TrasTicket       *ticket,
                                                    TrasDay           today);
char               *tras_ticket_words_dup_state    (TrasTicket       *ticket,
                                                    TrasDay           today);
char               *tras_ticket_words_dup_origin   (TrasTicket       *ticket);
char               *tras_ticket_words_dup_times    (TrasTicket       *ticket,
                                                    gint64            now);
char               *tras_ticket_words_dup_duration (gint64            seconds);
char               *tras_ticket_words_dup_minutes  (gint64            minutes);
char               *tras_ticket_words_dup_areas    (GPtrArray        *areas);
char               *tras_ticket_words_dup_figures  (TrasTicketBoard  *board,
                                                    const char       *currency);
const TrasHeadline *tras_ticket_words_get_headline (void);

G_END_DECLS
