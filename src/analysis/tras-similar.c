/* tras-similar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-fold.h"
#include "tras-similar.h"

/* Shorter words join others and say nothing of their own. */
#define LEAST_LETTERS 4

/* What stays of a word whose ending is taken off, and how far words are compared. */
#define LEAST_STEM 3
#define MOST_STEM 8

/* A word in more than this part of many texts says nothing; in few texts that is not known. */
#define COMMON_SHARE 0.4
#define FEW_TEXTS 8

/* One word in common is chance where more were typed. */
#define LEAST_COMMON 2

/* Below this two texts only happen to share words. */
#define LEAST_SCORE 0.08

/* Words that join others, words of time and number, in the languages that the program speaks, as
 * dup_stem() leaves them: too rare in a firm's few texts to be told by counting. */
static const char *const joining[] = {
  "about", "abov", "after", "again", "aind", "alg", "alguem", "alguien", "almost", "already",
  "als", "although", "altr", "alway", "among", "anch", "ancor", "ann", "ano", "another", "ant",
  "aquel", "aquell", "aunqu", "avev", "avevan", "becau", "been", "befor", "being", "below",
  "between", "both", "cad", "cam", "cent", "cien", "cient", "cinc", "cinqu", "com", "contr",
  "could", "cual", "cuand", "cuatr", "dagl", "dall", "day", "degl", "dell", "dentr", "dep", "desd",
  "despu", "dia", "diec", "diez", "doc", "dodic", "doe", "doing", "don", "dond", "dop", "dov",
  "down", "doz", "durant", "during", "each", "eight", "ela", "ele", "eleven", "ell", "els",
  "embor", "entr", "eram", "eran", "esa", "eso", "esser", "est", "estab", "estaban", "estan",
  "estav", "estavam", "even", "ever", "every", "far", "fatt", "fazer", "feit", "first", "fiv",
  "for", "foram", "four", "from", "fuer", "fueron", "fuor", "gav", "get", "giorn", "giv", "goe",
  "going", "gon", "hab", "haber", "habian", "hac", "hacen", "hacer", "half", "hann", "hast", "hav",
  "having", "her", "hor", "hour", "hub", "hundred", "int", "iss", "ist", "itself", "just", "keep",
  "kept", "last", "les", "lik", "lor", "mad", "mai", "mak", "many", "men", "mentr", "mes", "mesm",
  "met", "metad", "mientr", "minut", "mism", "mitad", "molt", "month", "mor", "most", "much",
  "muit", "must", "nad", "negl", "nell", "nessun", "never", "next", "nient", "nin", "ninguem",
  "non", "nos", "nostr", "nothing", "nov", "nuestr", "nuev", "nunc", "och", "often", "ogn", "oit",
  "onc", "ond", "only", "ont", "oppur", "other", "otr", "ott", "our", "outr", "over", "par", "pel",
  "per", "perch", "poc", "poch", "pod", "podem", "porqu", "pouc", "prim", "primeir", "primer",
  "pued", "pueden", "qua", "qual", "qualcun", "quand", "quatr", "quattr", "quell", "quem", "quest",
  "quien", "rather", "said", "sam", "second", "segun", "segund", "sei", "seman", "sempr", "senz",
  "ser", "set", "sett", "settiman", "seven", "shall", "should", "sid", "siempr", "siet", "sin",
  "sinc", "sobr", "sol", "som", "somebody", "somethin", "son", "soon", "stat", "ste", "still",
  "such", "sull", "tak", "tambem", "tambien", "tem", "tenem", "terceir", "tercer", "terz", "than",
  "that", "the", "their", "them", "then", "ther", "they", "thi", "thing", "third", "tho", "though",
  "thousand", "thr", "through", "tien", "tienen", "tinh", "tinham", "tod", "today", "together",
  "took", "toward", "tra", "tutt", "twelv", "twenty", "twic", "ultim", "under", "undic", "until",
  "upon", "use", "used", "using", "veint", "vengon", "vent", "ver", "very", "vien", "vint", "want",
  "week", "wer", "what", "when", "wher", "whether", "which", "whil", "will", "with", "within",
  "without", "would", "year", "yesterda", "your",
};

struct _TrasSimilar
{
  GPtrArray *texts;
  GArray *groups;
  GHashTable *counts;
};

static gboolean
is_ending (char letter)
{
  return strchr ("aeios", letter) != NULL;
}

/* Plural and gender are in the last vowels and the s, in the languages that the program speaks:
 * pedido and pedidos, ordine and ordini, parcel and parcels have one stem. */
static char *
dup_stem (const char *word,
          gsize       length)
{
  while (length > LEAST_STEM && is_ending (word[length - 1]))
    length--;
  if (g_utf8_strlen (word, (gssize) length) > MOST_STEM)
    length = (gsize) (g_utf8_offset_to_pointer (word, MOST_STEM) - word);

  return g_strndup (word, length);
}

static gboolean
is_joining (const char *stem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (joining); i++)
    {
      if (g_str_equal (joining[i], stem))
        return TRUE;
    }

  return FALSE;
}

static GHashTable *
dup_stems (const char *text)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = tras_fold_search (text);
  const char *begin = NULL;
  const char *at = folded;

  for (;;)
    {
      gunichar letter = g_utf8_get_char (at);
      /* The tilde is what folding has made of that of an ñ. */
      gboolean inside = letter != 0 && (g_unichar_isalnum (letter) || letter == '~');

      if (inside && begin == NULL)
        begin = at;
      else if (!inside && begin != NULL)
        {
          g_autofree char *stem = dup_stem (begin, (gsize) (at - begin));

          if (g_utf8_strlen (begin, at - begin) >= LEAST_LETTERS && !is_joining (stem))
            g_hash_table_add (stems, g_steal_pointer (&stem));
          begin = NULL;
        }
      if (letter == 0)
        return stems;
      at = g_utf8_next_char (at);
    }
}

/**
 * tras_similar_new:
 *
 * Returns: (transfer full): no text yet
 */
TrasSimilar *
tras_similar_new (void)
{
  TrasSimilar *self = g_new0 (TrasSimilar, 1);

  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * tras_similar_free:
 * @self: (transfer full): texts
 */
void
tras_similar_free (TrasSimilar *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->texts);
  g_array_unref (self->groups);
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * tras_similar_add:
 * @self: texts
 * @text: (nullable): another one
 * @group: what it belongs to, such as an indicator; 0 for nothing
 */
void
tras_similar_add (TrasSimilar *self,
                  const char  *text,
                  gint64       group)
{
  GHashTable *stems;
  GHashTableIter iter;
  gpointer stem;

  g_return_if_fail (self != NULL);

  stems = dup_stems (text);
  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, stem));

      g_hash_table_replace (self->counts, g_strdup (stem), GUINT_TO_POINTER (count + 1));
    }
  g_ptr_array_add (self->texts, stems);
  g_array_append_val (self->groups, group);
}

/* The rarer a word, the more it says: log (1 + N/n), its inverse document frequency. */
static double
get_weight (TrasSimilar *self,
            const char  *stem)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, stem));
  guint n = self->texts->len;

  if (n >= FEW_TEXTS && count > COMMON_SHARE * n)
    return 0;

  return log1p ((double) n / MAX (count, 1));
}

static double
get_square (TrasSimilar *self,
            GHashTable  *stems)
{
  GHashTableIter iter;
  gpointer stem;
  double sum = 0;

  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      double weight = get_weight (self, stem);

      sum += weight * weight;
    }

  return sum;
}

/* The cosine of the angle between the two as vectors of weighted words. */
static double
compare (TrasSimilar *self,
         GHashTable  *asked,
         GHashTable  *text)
{
  GHashTableIter iter;
  gpointer stem;
  guint n_common = 0;
  double common = 0;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      double weight = g_hash_table_contains (text, stem) ? get_weight (self, stem) : 0;

      common += weight * weight;
      n_common += weight > 0;
    }
  if (n_common == 0 || n_common < MIN (LEAST_COMMON, g_hash_table_size (asked)))
    return 0;

  return common / sqrt (get_square (self, asked) * get_square (self, text));
}

static gint
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TrasSimilarHit *x = a, *y = b;

  if (x->same_group != y->same_group)
    return y->same_group - x->same_group;
  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;

  return (x->index > y->index) - (x->index < y->index);
}

/**
 * tras_similar_rank:
 * @self: texts
 * @text: (nullable): what somebody writes
 * @group: what it belongs to, 0 for nothing
 * @most: how many are wanted
 *
 * Finds the texts that have words in common with @text: folded, without their endings, of four
 * letters and more, no mere joining words, each weighed by how rare it is. At least two must be in
 * common, or the only one. All texts of @group
 * belong to it, however they are worded, and come first; then by score; of equals the one that was
 * added first.
 *
 * Returns: (transfer full) (element-type TrasSimilarHit): the best, @most or fewer
 */
GArray *
tras_similar_rank (TrasSimilar *self,
                   const char  *text,
                   gint64       group,
                   guint        most)
{
  g_autoptr (GHashTable) asked = NULL;
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TrasSimilarHit));

  g_return_val_if_fail (self != NULL, hits);

  asked = dup_stems (text);
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrasSimilarHit hit = {
        .index = i,
        .score = compare (self, asked, self->texts->pdata[i]),
        .same_group = group != 0 && g_array_index (self->groups, gint64, i) == group,
      };

      if (hit.same_group || hit.score >= LEAST_SCORE)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  g_array_set_size (hits, MIN (hits->len, most));

  return hits;
}
