/* tras-similar-list.h: what was learned before about what is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-field-editor.h"
#include "tras-lesson.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SIMILAR_LIST (tras_similar_list_get_type ())

G_DECLARE_FINAL_TYPE (TrasSimilarList, tras_similar_list, TRAS, SIMILAR_LIST, AdwBin)

GtkWidget *tras_similar_list_new        (void);
void       tras_similar_list_set_leads  (TrasSimilarList *self,
                                         gboolean         leads);
void       tras_similar_list_set_record (TrasSimilarList *self,
                                         TrasStore       *store,
                                         GType            type,
                                         gint64           id,
                                         gint64           indicator_id);
void       tras_similar_list_set_text   (TrasSimilarList *self,
                                         const char      *text);
void       tras_similar_list_follow     (TrasSimilarList *self,
                                         TrasFieldEditor *editor);

GtkWidget *tras_lesson_row_new          (TrasLesson      *lesson);

G_END_DECLS
