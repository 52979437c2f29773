/* tras-id-sort.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-id-sort.h"

/* A digit of the sort, so long that a table of its values stays in the nearest cache. */
#define DIGIT_BITS 11
#define DIGIT_MASK ((1 << DIGIT_BITS) - 1)

/* Whose value it is, and the value as it was gathered. */
typedef struct
{
  gint64 id;
  gint64 value;
} Entry;

typedef struct
{
  char *text;
  guint number;
} Word;

struct _TrasIdSort
{
  /* Texts are numbered as they come; in the end the numbers are exchanged for ranks. */
  GArray *pairs;
  GStringChunk *chunk;
  GHashTable *numbers;
  GArray *words;
  const char *last_text;
  guint last_number;
};

/**
 * tras_id_sort_new:
 *
 * Returns: (transfer full): a sort of no texts
 */
TrasIdSort *
tras_id_sort_new (void)
{
  TrasIdSort *self = g_new0 (TrasIdSort, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->chunk = g_string_chunk_new (1 << 16);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));

  return self;
}

void
tras_id_sort_free (TrasIdSort *self)
{
  g_array_unref (self->pairs);
  g_string_chunk_free (self->chunk);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->words);
  g_free (self);
}

/**
 * tras_id_sort_add:
 * @self: a sort
 * @id: an id
 * @value: (nullable): its text, which sorts byte by byte; %NULL comes last both ways
 */
void
tras_id_sort_add (TrasIdSort *self,
                  gint64      id,
                  const char *value)
{
  gint64 pair[2] = { id, G_MININT64 };
  gpointer number;

  if (value != NULL && (self->last_text == NULL || strcmp (value, self->last_text) != 0))
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
  if (value != NULL)
    pair[1] = self->last_number;
  g_array_append_vals (self->pairs, pair, 2);
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
  Entry *entries = (Entry *) (void *) self->pairs->data;

  g_array_sort (self->words, compare_words);
  for (guint i = 0; i < self->words->len; i++)
    ranks[g_array_index (self->words, Word, i).number] = i;
  for (guint i = 0; i < self->pairs->len / 2; i++)
    {
      if (entries[i].value != G_MININT64)
        entries[i].value = ranks[entries[i].value];
    }
}

/**
 * tras_id_sort_end:
 * @self: a sort, which is of no more use afterwards
 * @descending: whether from the greatest to the least
 *
 * Returns: (transfer full) (element-type gint64): the ids, in order as tras_id_sort_pairs()
 */
GArray *
tras_id_sort_end (TrasIdSort *self,
                  gboolean    descending)
{
  rank_texts (self);

  return tras_id_sort_pairs (self->pairs, descending);
}

/* ---- numbers ---- */

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      descending)
{
  const Entry *x = a, *y = b;

  if (x->value != y->value)
    {
      int way = x->value < y->value ? -1 : 1;

      /* No value is the least of all numbers. */
      return descending == NULL && MIN (x->value, y->value) == G_MININT64 ? -way : way;
    }

  return x->id < y->id ? -1 : x->id > y->id;
}

static guint
count_bits (guint64 number)
{
  return number != 0 ? 64 - (guint) __builtin_clzll (number) : 0;
}

/* How entries are put into one number each: the value above the id, both counted from the least. */
typedef struct
{
  gint64 first_id;
  gint64 least;
  guint64 range;
  guint id_bits;
  guint bits;
  gboolean ids_ordered;
} Packing;

/* Whether there is room for both. */
static gboolean
plan_packing (Packing     *packing,
              const Entry *entries,
              guint        n)
{
  gint64 last_id = G_MININT64, greatest = G_MININT64;

  *packing = (Packing) { .first_id = G_MAXINT64, .least = G_MAXINT64, .ids_ordered = TRUE };
  for (guint i = 0; i < n; i++)
    {
      const gint64 id = entries[i].id, value = entries[i].value;

      packing->ids_ordered &= id > last_id;
      packing->first_id = MIN (packing->first_id, id);
      last_id = MAX (last_id, id);
      if (value != G_MININT64)
        packing->least = MIN (packing->least, value);
      greatest = MAX (greatest, value);
    }
  if (greatest != G_MININT64)
    packing->range = (guint64) greatest - (guint64) packing->least;
  packing->id_bits = count_bits ((guint64) last_id - (guint64) packing->first_id);
  packing->bits = packing->id_bits + count_bits (packing->range) + 1;

  return packing->bits < 64;
}

/* Puts the entries into the first half of their own room. */
static void
pack (const Packing *packing,
      Entry         *entries,
      guint          n,
      gboolean       descending)
{
  const guint64 of_null = descending ? 0 : packing->range + 1;
  const gint64 zero = descending ? packing->least - 1 : packing->least;
  guint64 *packed = (guint64 *) (void *) entries;

  for (guint i = 0; i < n; i++)
    {
      const Entry entry = entries[i];
      guint64 value = entry.value != G_MININT64 ? (guint64) entry.value - (guint64) zero : of_null;

      packed[i] = value << packing->id_bits | (guint64) (entry.id - packing->first_id);
    }
}

/* Orders by one digit; numbers of the same digit keep their order. */
static void
sort_digit (const guint64 *from,
            guint64       *to,
            guint          n,
            guint          shift)
{
  guint places[1 << DIGIT_BITS] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    places[from[i] >> shift & DIGIT_MASK]++;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint count = places[i];

      places[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    to[places[from[i] >> shift & DIGIT_MASK]++] = from[i];
}

/**
 * tras_id_sort_pairs:
 * @pairs: (element-type gint64): ids, each followed by its value, %G_MININT64 for none; used up
 * @descending: whether from the greatest to the least
 *
 * Ids of the same value come in order of the ids, in the same direction. Those with no value come
 * last in both directions.
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
tras_id_sort_pairs (GArray   *pairs,
                    gboolean  descending)
{
  const guint n = pairs->len / 2;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  Entry *entries = (Entry *) (void *) pairs->data;
  guint64 *from = (guint64 *) (void *) entries;
  guint64 *to = from + n;
  Packing packing;
  gint64 *sorted;

  g_array_set_size (ids, n);
  sorted = (gint64 *) (void *) ids->data;
  if (!plan_packing (&packing, entries, n))
    {
      g_qsort_with_data (entries, (int) n, sizeof *entries, compare_entries,
                         GINT_TO_POINTER (descending));
      for (guint i = 0; i < n; i++)
        sorted[descending ? n - 1 - i : i] = entries[i].id;
      return ids;
    }

  pack (&packing, entries, n, descending);
  for (guint shift = packing.ids_ordered ? packing.id_bits : 0; shift < packing.bits;
       shift += DIGIT_BITS)
    {
      guint64 *swap = from;

      sort_digit (from, to, n, shift);
      from = to;
      to = swap;
    }
  for (guint i = 0; i < n; i++)
    {
      guint64 id = from[i] & (((guint64) 1 << packing.id_bits) - 1);

      sorted[descending ? n - 1 - i : i] = packing.first_id + (gint64) id;
    }

  return ids;
}
