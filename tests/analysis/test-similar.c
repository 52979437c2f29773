/* test-similar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-similar.h"

static const char *const facts[] = {
  "Since the change of carrier, orders shipped late went from about 4 to about 9 in a hundred.",
  "A café received 24 cups, 9 of them broken. It is the third case in a month with stoneware.",
  "Returns doubled in one week: 41 of them are 3-cup moka pots that leak.",
  "The first answer takes more than ten hours; it used to take six.",
  "Three of the twenty favourites ran out in the last two months.",
  "A shop assistant fell from a stepladder while taking down a casserole; sprained wrist.",
  "For ten weeks no more than 85% of deliveries have been put away the same day.",
  "Three customers received somebody else's parcel in one week.",
  "Moka gaskets have a single maker, who is about to retire.",
};

static TrasSimilar *
make (void)
{
  TrasSimilar *similar = tras_similar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    tras_similar_add (similar, facts[i], (gint64) i + 1);

  return similar;
}

/* The indices of the hits, as text. */
static char *
rank (TrasSimilar *similar,
      const char  *text,
      gint64       group,
      guint        most)
{
  g_autoptr (GArray) hits = tras_similar_rank (similar, text, group, most);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const TrasSimilarHit *hit = &g_array_index (hits, TrasSimilarHit, i);

      g_assert_cmpfloat (hit->score, >=, 0);
      g_assert_cmpfloat (hit->score, <=, 1 + 1e-9);
      g_string_append_printf (out, "%s%u", i > 0 ? " " : "", hit->index);
    }

  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  const struct
  {
    const char *text;
    gint64 group;
    const char *expected;
  } cases[] = {
    { "Cups arrived broken at the café again", 0, "1" },
    { "LATE ORDERS AFTER THE CARRIER CHANGED", 0, "0" },
    { "moka", 0, "2 8" },
    { "leaking moka pots returned", 0, "2" },
    { "a of the in", 0, "" },
    { "", 0, "" },
    { NULL, 0, "" },
    { "Something that was never heard of", 0, "" },
    /* One word among several is chance. */
    { "the ladder of the carrier was stolen", 0, "" },
    /* The same indicator comes first, also without a word in common. */
    { "Cups arrived broken at the café again", 4, "3 1" },
    { NULL, 7, "6" },
  };
  g_autoptr (TrasSimilar) similar = make ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = rank (similar, cases[i].text, cases[i].group, 5);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* One stem for both numbers and genders, in the languages that the program speaks. */
static void
test_stems (void)
{
  const char *const pairs[][2] = {
    { "late orders", "Late order" },
    { "pedidos retrasados", "Pedido retrasado" },
    { "ordini spediti in ritardo", "ordine spedito in ritardo" },
    { "caixas quebradas", "CAIXA QUEBRADA" },
    { "envíos dañados", "envio dañado" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TrasSimilar) similar = tras_similar_new ();
      g_autoptr (GArray) hits = NULL;

      tras_similar_add (similar, "zzzz yyyy xxxx", 0);
      tras_similar_add (similar, pairs[i][0], 0);
      hits = tras_similar_rank (similar, pairs[i][1], 0, 5);
      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpuint (g_array_index (hits, TrasSimilarHit, 0).index, ==, 1);
      g_assert_cmpfloat_with_epsilon (g_array_index (hits, TrasSimilarHit, 0).score, 1, 1e-9);
    }
}

/* A text is most like itself, and what all texts hold says nothing. */
static void
test_order (void)
{
  g_autoptr (TrasSimilar) similar = make ();
  g_autoptr (TrasSimilar) same = tras_similar_new ();
  g_autofree char *nothing = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GArray) hits = tras_similar_rank (similar, facts[i], 0, 1);

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpuint (g_array_index (hits, TrasSimilarHit, 0).index, ==, i);
      g_assert_cmpfloat_with_epsilon (g_array_index (hits, TrasSimilarHit, 0).score, 1, 1e-9);
    }

  for (guint i = 0; i < 20; i++)
    tras_similar_add (same, "orders shipped late", 0);
  nothing = rank (same, "orders shipped late", 0, 3);
  g_assert_cmpstr (nothing, ==, "");
  tras_similar_add (same, "broken cups", 0);
  tras_similar_add (same, "broken cups", 0);
  first = rank (same, "cups that were broken", 0, 1);
  g_assert_cmpstr (first, ==, "20");
}

/* Whatever is typed, nothing breaks. */
static void
test_any_text (void)
{
  const char *const texts[] = { "\xff\xfe\xfd" "abcd", "ñññññ ñañaña", "12345 67890", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﬁne",
                                "日本語の文章です", "a\nb\tc", "~~~~ ~~~~" };
  g_autoptr (TrasSimilar) similar = tras_similar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    tras_similar_add (similar, texts[i], 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) hits = tras_similar_rank (similar, texts[i], 0, 10);

      for (guint j = 0; j < hits->len; j++)
        g_assert_true (isfinite (g_array_index (hits, TrasSimilarHit, j).score));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/similar/words", test_words);
  g_test_add_func ("/similar/stems", test_stems);
  g_test_add_func ("/similar/order", test_order);
  g_test_add_func ("/similar/any-text", test_any_text);

  return g_test_run ();
}
