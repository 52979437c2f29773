/* tras-lessons-page.h: the book of lessons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LESSONS_PAGE (tras_lessons_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasLessonsPage, tras_lessons_page, TRAS, LESSONS_PAGE, AdwBin)

void tras_lessons_page_set_store    (TrasLessonsPage *self,
                                     TrasStore       *store);
void tras_lessons_page_focus        (TrasLessonsPage *self);
void tras_lessons_page_focus_search (TrasLessonsPage *self);

G_END_DECLS
