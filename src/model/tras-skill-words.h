/* tras-skill-words.h: skills, gaps and certificates in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-skill-board.h"

G_BEGIN_DECLS

char *tras_skill_words_dup_level       (const TrasSkillCell     *cell,
                                        const TrasNumberFormat  *format);
char *tras_skill_words_dup_need        (const TrasSkillCell     *cell);
char *tras_skill_words_dup_cell        (TrasSkillBoard          *board,
                                        const TrasSkillRow      *row,
                                        guint                    skill,
                                        const TrasNumberFormat  *format);
char *tras_skill_words_dup_gap         (const TrasSkillCell     *cell);
char *tras_skill_words_dup_certificate (const TrasSkillCell     *cell,
                                        TrasDay                  day,
                                        const TrasNumberFormat  *format);
char *tras_skill_words_dup_cover       (const TrasSkillArea     *area);

G_END_DECLS
