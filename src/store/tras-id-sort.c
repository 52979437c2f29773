/* tras-id-sort.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-id-sort.h"

#define SIGN ((guint64) 1 << 63)

/* A digit of the sort, so long that a table of its values stays in the nearest cache. */
#define DIGIT_BITS 11
#define DIGIT_MASK ((1 << DIGIT_BITS) - 1)

/* A value that sorts as an unsigned number, and whose it is. */
typedef struct
{
  guint64 key;
  gint64 id;
} Entry;

typedef struct
{
  char *text;
  guint number;
} Word;

struct _TrasIdSort
{
  GArray *entries;
  GArray *nulls;
  gboolean ordered;

  /* Texts are numbered as they come; in the end the numbers are exchanged for ranks. */
  GStringChunk *chunk;
  GHashTable *numbers;
  GArray *words;
  const char *last_text;
  guint last_number;
};

/**
 * tras_id_sort_new:
 *
 * All values that are added to a sort are of one kind: numbers, reals or texts.
 *
 * Returns: (transfer full): a sort of nothing
 */
TrasIdSort *
tras_id_sort_new (void)
{
  TrasIdSort *self = g_new0 (TrasIdSort, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->nulls = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->ordered = TRUE;

  return self;
}

void
tras_id_sort_free (TrasIdSort *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->nulls);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->words, g_array_unref);
  g_free (self);
}

static void
add (TrasIdSort *self,
     gint64      id,
     guint64     key)
{
  Entry entry = { key, id };

  if (self->ordered && self->entries->len > 0 &&
      g_array_index (self->entries, Entry, self->entries->len - 1).id > id)
    self->ordered = FALSE;
  g_array_append_val (self->entries, entry);
}

void
tras_id_sort_add_int (TrasIdSort *self,
                      gint64      id,
                      gint64      value)
{
  add (self, id, (guint64) value ^ SIGN);
}

/**
 * tras_id_sort_add_real:
 * @self: a sort
 * @id: an id
 * @value: its value, not NAN
 */
void
tras_id_sort_add_real (TrasIdSort *self,
                       gint64      id,
                       double      value)
{
  guint64 bits;

  /* The two zeros are one. */
  if (value == 0)
    value = 0;
  memcpy (&bits, &value, sizeof bits);
  add (self, id, (bits & SIGN) != 0 ? ~bits : bits ^ SIGN);
}

/**
 * tras_id_sort_add_text:
 * @self: a sort
 * @id: an id
 * @value: its value, which sorts byte by byte
 */
void
tras_id_sort_add_text (TrasIdSort *self,
                       gint64      id,
                       const char *value)
{
  gpointer number;

  if (self->words == NULL)
    {
      self->chunk = g_string_chunk_new (1 << 16);
      self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
      self->words = g_array_new (FALSE, FALSE, sizeof (Word));
    }

  if (self->last_text == NULL || strcmp (value, self->last_text) != 0)
    {
      if (!g_hash_table_lookup_extended (self->numbers, value, (gpointer *) &self->last_text,
                                         &number))
        {
          Word word = { g_string_chunk_insert (self->chunk, value), self->words->len };

          number = GUINT_TO_POINTER (word.number);
          self->last_text = word.text;
          g_hash_table_insert (self->numbers, word.text, number);
          g_array_append_val (self->words, word);
        }
      self->last_number = GPOINTER_TO_UINT (number);
    }
  add (self, id, self->last_number);
}

/* No value comes last in both directions. */
void
tras_id_sort_add_null (TrasIdSort *self,
                       gint64      id)
{
  Entry entry = { 0, id };

  g_array_append_val (self->nulls, entry);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *x = a, *y = b;

  return strcmp (x->text, y->text);
}

static void
rank_texts (TrasIdSort *self)
{
  g_autofree guint *ranks = g_new (guint, self->words->len);

  g_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    ranks[g_array_index (self->words, Word, i).number] = i;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->key = ranks[entry->key];
    }
}

static inline guint64
number_of (const Entry *entry,
           gboolean     by_id)
{
  return by_id ? (guint64) entry->id ^ SIGN : entry->key;
}

/* Which bits are not the same in all entries. */
static guint64
find_differing (const Entry *entries,
                guint        n,
                gboolean     by_id)
{
  guint64 differing = 0;

  for (guint i = 1; i < n; i++)
    differing |= number_of (&entries[i], by_id) ^ number_of (&entries[0], by_id);

  return differing;
}

/* Orders by one digit; entries of the same digit keep their order. */
static void
sort_digit (const Entry *from,
            Entry       *to,
            guint        n,
            guint        shift,
            gboolean     by_id)
{
  guint places[1 << DIGIT_BITS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    places[number_of (&from[i], by_id) >> shift & DIGIT_MASK]++;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint count = places[i];

      places[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    to[places[number_of (&from[i], by_id) >> shift & DIGIT_MASK]++] = from[i];
}

/* Sorts by one of the entry's two numbers, from its lowest digit to its highest. */
static void
radix_sort (GArray   *entries,
            gboolean  by_id)
{
  const guint n = entries->len;
  Entry *from = (Entry *) (void *) entries->data;
  guint64 differing = find_differing (from, n, by_id);
  g_autofree Entry *spare = NULL;
  Entry *to;

  if (differing == 0)
    return;

  to = spare = g_new (Entry, n);
  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      Entry *swap = from;

      if ((differing >> shift & DIGIT_MASK) == 0)
        continue;
      sort_digit (from, to, n, shift, by_id);
      from = to;
      to = swap;
    }
  if (from == spare)
    memcpy (entries->data, spare, n * sizeof *spare);
}

static void
append_ids (GArray   *ids,
            GArray   *entries,
            gboolean  backwards)
{
  const Entry *all = (const Entry *) (const void *) entries->data;
  guint first = ids->len;
  gint64 *to;

  g_array_set_size (ids, first + entries->len);
  to = &g_array_index (ids, gint64, first);
  for (guint i = 0; i < entries->len; i++)
    to[i] = all[backwards ? entries->len - 1 - i : i].id;
}

/**
 * tras_id_sort_end:
 * @self: a sort, which is of no more use afterwards
 * @descending: whether from the greatest to the least
 *
 * Ids of the same value come in order of the ids, in the same direction.
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
tras_id_sort_end (TrasIdSort *self,
                  gboolean    descending)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                                   self->entries->len + self->nulls->len);

  if (self->words != NULL)
    rank_texts (self);
  if (!self->ordered)
    radix_sort (self->entries, TRUE);
  radix_sort (self->entries, FALSE);
  radix_sort (self->nulls, TRUE);
  append_ids (ids, self->entries, descending);
  append_ids (ids, self->nulls, descending);

  return ids;
}
