/* tras-similar.h: which texts are about the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasSimilar:
 *
 * Texts that others are compared with, in any language: nothing but their words.
 */
typedef struct _TrasSimilar TrasSimilar;

/**
 * TrasSimilarHit:
 * @index: which text, in the order in which they were added
 * @score: from 0 for no word in common to 1 for the same words
 * @same_group: whether it is of the group that was asked for
 *
 * A text that is about the same.
 */
typedef struct
{
  guint    index;
  double   score;
  gboolean same_group;
} TrasSimilarHit;

TrasSimilar *tras_similar_new  (void);
void         tras_similar_free (TrasSimilar *self);
void         tras_similar_add  (TrasSimilar *self,
                                const char  *text,
                                gint64       group);
GArray      *tras_similar_rank (TrasSimilar *self,
                                const char  *text,
                                gint64       group,
                                guint        most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSimilar, tras_similar_free)

G_END_DECLS
