/* tras-application.h: the program as the desktop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_APPLICATION (tras_application_get_type ())

G_DECLARE_FINAL_TYPE (TrasApplication, tras_application, TRAS, APPLICATION, AdwApplication)

int              tras_application_main      (int               argc,
                                             char            **argv);
TrasApplication *tras_application_new       (GApplicationFlags flags);
void             tras_application_reopen    (TrasApplication  *self,
                                             const char       *path);

G_END_DECLS
