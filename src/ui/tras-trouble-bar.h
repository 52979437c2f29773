/* tras-trouble-bar.h: what stays wrong with the file, or with reading a list of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-error-words.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TROUBLE_BAR (tras_trouble_bar_get_type ())

G_DECLARE_FINAL_TYPE (TrasTroubleBar, tras_trouble_bar, TRAS, TROUBLE_BAR, AdwBin)

void tras_trouble_bar_say         (TrasTroubleBar       *self,
                                   const TrasErrorWords *words);
void tras_trouble_bar_say_reading (TrasTroubleBar       *self,
                                   const GError         *error,
                                   const char           *path,
                                   gboolean              has_rows);
void tras_trouble_bar_clear       (TrasTroubleBar       *self);

G_END_DECLS
