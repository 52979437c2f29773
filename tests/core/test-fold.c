/* test-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-fold.h"

static void
test_order (void)
{
  /* As a dictionary of Spanish, Portuguese or Italian lists them; none of them equal. */
  static const char *const names[] =
  {
    "", "10 W", "Ágata", "albañil", "Álvarez", "ana", "Ana María", "anzuelo", "año", "año nuevo",
    "añoso", "aorta", "Ça va", "calção", "canto", "cañón", "caos", "Conceição", "È vero",
    "Élisa", "nube", "nuzco", "ñandú", "Ñu", "oasis", "Öl", "órgano", "perché", "più",
    "Über", "zanahoria",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = tras_fold_key (names[i - 1]);
      g_autofree char *key = tras_fold_key (names[i]);

      if (strcmp (before, key) >= 0)
        g_error ("%s is not before %s", names[i - 1], names[i]);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *name, *term;
    gboolean    found;
  } rows[] =
  {
    { "Latón", "laton", TRUE }, { "Latón", "LATÓN", TRUE }, { "laton", "latón", TRUE },
    { "Latón", "atò", TRUE }, { "España", "espana", TRUE }, { "España", "españa", TRUE },
    { "España", "PAÑ", TRUE }, { "Espana", "españa", FALSE }, { "São Paulo", "sao paulo", TRUE },
    { "Conceição", "ceicao", TRUE }, { "perché no", "perche", TRUE }, { "Straße", "strasse", TRUE },
    { "Œuvre", "oeuvre", TRUE }, { "Łódź", "lodz", TRUE }, { "dell’olio", "dell'olio", TRUE },
    { "a  b\tc", " a b c ", TRUE }, { "ＡＢＣ", "abc", TRUE }, { "2ª planta", "2a", TRUE },
    { "an\xcc\x83o", "año", TRUE }, { "Latón", "", TRUE }, { "Latón", "hierro", FALSE },
    { "años y años", "anos y anos", TRUE }, { "año", "oano", FALSE }, { "año", "o a", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = tras_fold_key (rows[i].name);
      g_autofree char *term = tras_fold_search (rows[i].term);

      if ((strstr (key, term) != NULL) != rows[i].found)
        g_error ("%s in %s", rows[i].term, rows[i].name);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *none = tras_fold_key (NULL);
  g_autofree char *nothing = tras_fold_search (NULL);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (nothing, ==, "");

  for (guint round = 0; round < 5000; round++)
    {
      char text[24];
      gsize length = g_rand_int_range (rand, 0, sizeof text);
      g_autofree char *key = NULL;
      g_autofree char *term = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = round % 2 == 0 ? g_rand_int_range (rand, 1, 256)
                                 : "a\xc3\xb1n\xcc\x83\xf0\x9f\x98\x80 \x1f\xed~"[
                                   g_rand_int_range (rand, 0, 15)];
      text[length] = '\0';

      key = tras_fold_key (text);
      term = tras_fold_search (text);
      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_true (g_utf8_validate (term, -1, NULL));
      g_assert_null (strchr (term, '\x1f'));
      g_assert_nonnull (strstr (key, term));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/order", test_order);
  g_test_add_func ("/fold/search", test_search);
  g_test_add_func ("/fold/hostile", test_hostile);

  return g_test_run ();
}
