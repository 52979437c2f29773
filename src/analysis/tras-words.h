/* tras-words.h: the words that stand for an enum's values in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tras_words_find:
 * @words: (array length=n_words): one word for each value of an enum that counts from 0
 * @n_words: how many words
 * @text: (nullable): a word as a file holds it
 *
 * Returns: the value that @text stands for, or -1
 */
static inline int
tras_words_find (const char * const *words,
                 int                 n_words,
                 const char         *text)
{
  for (int i = 0; i < n_words; i++)
    {
      if (g_strcmp0 (words[i], text) == 0)
        return i;
    }

  return -1;
}

G_END_DECLS
