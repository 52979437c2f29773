/* test-seal-passphrase.c: what is said of a passphrase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-seal-passphrase.h"

static const struct
{
  const char *passphrase;
  TrasSealStrength strength;
} vectors[] = {
  { "", TRAS_SEAL_SHORT },
  { "x7!Qp2$Lk9#", TRAS_SEAL_SHORT },
  /* Twelve letters, not bytes. */
  { "\xc3\xb1\xc3\xb1\xc3\xb1\xc3\xb1\xc3\xb1\xc3\xb1", TRAS_SEAL_SHORT },
  { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", TRAS_SEAL_WEAK },
  { "12345678901234567890", TRAS_SEAL_WEAK },
  { "abcdefghijklmnopqrstuvwxyz", TRAS_SEAL_WEAK },
  { "Password2024!", TRAS_SEAL_WEAK },
  { "contrase\xc3\xb1" "a segura", TRAS_SEAL_WEAK },
  { "cuatro gatos en casa", TRAS_SEAL_FAIR },
  { "x7!Qp2$Lk9#w", TRAS_SEAL_FAIR },
  { "correct horse battery staple", TRAS_SEAL_STRONG },
  { "siete teteras pardas y una sola tapa", TRAS_SEAL_STRONG },
  { "x7!Qp2$Lk9#wR5&nV8*", TRAS_SEAL_STRONG },
};

static void
test_vectors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_test_message ("%s", vectors[i].passphrase);
      g_assert_cmpint (tras_seal_passphrase_judge (vectors[i].passphrase), ==,
                       vectors[i].strength);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal-passphrase/vectors", test_vectors);

  return g_test_run ();
}
