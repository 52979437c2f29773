/* tras-id-set.h: a set of ids, a bit each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasIdSet:
 * @words: a bit for each number from 0 to @largest
 * @largest: the largest id that can be in it
 *
 * Ids are given by counting up, so that there are hardly fewer rows than bits.
 */
typedef struct
{
  guint64 *words;
  gint64 largest;
} TrasIdSet;

TrasIdSet *tras_id_set_new       (gint64            largest);
void       tras_id_set_free      (TrasIdSet        *self);
void       tras_id_set_add_range (TrasIdSet        *self,
                                  gint64            first,
                                  gint64            last);
void       tras_id_set_intersect (TrasIdSet        *self,
                                  const TrasIdSet  *other);
guint      tras_id_set_count     (const TrasIdSet  *self);
GArray    *tras_id_set_list      (const TrasIdSet  *self,
                                  gboolean          descending);

static inline gboolean
tras_id_set_contains (const TrasIdSet *self,
                      gint64           id)
{
  return id >= 0 && id <= self->largest && (self->words[id >> 6] >> (id & 63) & 1) != 0;
}

/* An id that is out of range is left out. */
static inline void
tras_id_set_add (TrasIdSet *self,
                 gint64     id)
{
  if (id >= 0 && id <= self->largest)
    self->words[id >> 6] |= (guint64) 1 << (id & 63);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasIdSet, tras_id_set_free)

G_END_DECLS
