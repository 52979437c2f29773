/* sealed-fixture.h: a file of confidential reports for a test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store-fixture.h"
#include "tras-error.h"
#include "tras-sealed-book.h"

#define PASSPHRASE "seven brown kettles, one lid"
#define TEXT "Zacarias signs for pallets that never came.\nThe scale in hall four is set to lie."
#define CONTACT "behind the blue lockers"
#define ANSWER "The scale was sealed by the inspector."
#define ADDITION "On Fridays a white van waits."

void              sealed_set_up            (Fixture       *fixture);
TrasSealKey      *sealed_open_key          (Fixture       *fixture);
char             *sealed_write             (Fixture       *fixture);
TrasSealedReport *sealed_act               (Fixture       *fixture,
                                            TrasSealKey   *key,
                                            gint64         id,
                                            TrasSealedAct  what,
                                            const char    *text,
                                            TrasDay        day);
gint64            sealed_only_id           (Fixture       *fixture,
                                            TrasSealKey   *key);
TrasSealedReport *sealed_follow            (Fixture       *fixture,
                                            const char    *code,
                                            const char    *addition);
void              sealed_meddle            (Fixture       *fixture,
                                            const char    *sql);
void              sealed_assert_look_fails (Fixture       *fixture,
                                            TrasError      code);
