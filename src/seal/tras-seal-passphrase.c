/* tras-seal-passphrase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-seal-passphrase.h"

/* What a letter within a word adds is little: English and its neighbours have between one and two
 * bits a letter (Shannon, "Prediction and Entropy of Printed English", 1951). */
#define WORD_LETTER_BITS 1.8
#define FIRST_LETTER_BITS 4.0
#define DIGIT_BITS 3.3
#define SPACE_BITS 1.0
#define SIGN_BITS 4.0

#define FAIR_BITS 34
#define STRONG_BITS 46

/* What comes by itself after what stands before: the same again, or the next of a row, as in
 * "aaaa", "1234" and "dcba". */
static gboolean
is_foreseen (gunichar before,
             gunichar letter)
{
  gint64 step = (gint64) letter - before;

  return step >= -1 && step <= 1;
}

static double
count_bits (gunichar before,
            gunichar letter)
{
  if (is_foreseen (before, letter))
    return 0;
  if (g_unichar_isalpha (letter))
    return g_unichar_isalpha (before) ? WORD_LETTER_BITS : FIRST_LETTER_BITS;
  if (g_unichar_isdigit (letter))
    return DIGIT_BITS;

  return g_unichar_isspace (letter) ? SPACE_BITS : SIGN_BITS;
}

/**
 * tras_seal_passphrase_judge:
 * @passphrase: UTF-8
 *
 * A hint for whoever chooses it, no measure: letters of words count little, new words, digits and
 * signs more, what repeats or counts on nothing (*ours*). Anybody's name, with their birthday, is
 * taken for better than it is.
 *
 * Returns: how hard it is to guess
 */
TrasSealStrength
tras_seal_passphrase_judge (const char *passphrase)
{
  gunichar before = 0;
  double bits = 0;
  glong length;

  g_return_val_if_fail (passphrase != NULL, TRAS_SEAL_SHORT);

  length = g_utf8_strlen (passphrase, -1);
  if (length < TRAS_SEAL_PASSPHRASE_LEAST)
    return TRAS_SEAL_SHORT;

  for (const char *at = passphrase; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      bits += count_bits (before, letter);
      before = letter;
    }

  return bits >= STRONG_BITS ? TRAS_SEAL_STRONG : bits >= FAIR_BITS ? TRAS_SEAL_FAIR
                                                                    : TRAS_SEAL_WEAK;
}
