/* tras-seal-passphrase.h: how hard a passphrase is to guess
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shorter ones are not taken. */
#define TRAS_SEAL_PASSPHRASE_LEAST 12

/**
 * TrasSealStrength:
 * @TRAS_SEAL_SHORT: not taken
 * @TRAS_SEAL_WEAK: somebody with patience and a good machine may guess it
 * @TRAS_SEAL_FAIR: not soon
 * @TRAS_SEAL_STRONG: not at all
 */
typedef enum
{
  TRAS_SEAL_SHORT,
  TRAS_SEAL_WEAK,
  TRAS_SEAL_FAIR,
  TRAS_SEAL_STRONG,
} TrasSealStrength;

TrasSealStrength tras_seal_passphrase_judge (const char *passphrase);

G_END_DECLS
