/* tras-id-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-id-set.h"

static gsize
count_words (const TrasIdSet *self)
{
  return (gsize) (self->largest >> 6) + 1;
}

/**
 * tras_id_set_new:
 * @largest: the largest id that can be in it, not negative
 *
 * Returns: (transfer full): an empty set
 */
TrasIdSet *
tras_id_set_new (gint64 largest)
{
  TrasIdSet *self = g_new0 (TrasIdSet, 1);

  self->largest = largest;
  self->words = g_new0 (guint64, count_words (self));

  return self;
}

void
tras_id_set_free (TrasIdSet *self)
{
  g_free (self->words);
  g_free (self);
}

/**
 * tras_id_set_add_range:
 * @self: a set
 * @first: the first id to add, not negative
 * @last: the last, in its range
 */
void
tras_id_set_add_range (TrasIdSet *self,
                       gint64     first,
                       gint64     last)
{
  gint64 id = first;

  while (id <= last)
    {
      if ((id & 63) == 0 && id + 63 <= last)
        {
          self->words[id >> 6] = G_MAXUINT64;
          id += 64;
        }
      else
        tras_id_set_add (self, id++);
    }
}

/**
 * tras_id_set_intersect:
 * @self: a set; keeps what is in both
 * @other: a set of the same range
 */
void
tras_id_set_intersect (TrasIdSet       *self,
                       const TrasIdSet *other)
{
  g_return_if_fail (self->largest == other->largest);

  for (gsize i = 0; i < count_words (self); i++)
    self->words[i] &= other->words[i];
}

guint
tras_id_set_count (const TrasIdSet *self)
{
  guint count = 0;

  for (gsize i = 0; i < count_words (self); i++)
    count += (guint) __builtin_popcountll (self->words[i]);

  return count;
}

/**
 * tras_id_set_list:
 * @self: a set
 * @descending: whether from the largest to the smallest
 *
 * Returns: (transfer full) (element-type gint64): its ids in order
 */
GArray *
tras_id_set_list (const TrasIdSet *self,
                  gboolean         descending)
{
  guint count = tras_id_set_count (self);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), count);
  guint at = 0;

  g_array_set_size (ids, count);
  for (gsize i = 0; i < count_words (self); i++)
    {
      for (guint64 word = self->words[i]; word != 0; word &= word - 1)
        {
          gint64 id = (gint64) (i << 6) + __builtin_ctzll (word);

          g_array_index (ids, gint64, descending ? count - 1 - at : at) = id;
          at++;
        }
    }

  return ids;
}
