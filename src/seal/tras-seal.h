/* tras-seal.h: texts that only one person can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRAS_SEAL_PUBLIC_SIZE 32
#define TRAS_SEAL_SALT_SIZE 16
#define TRAS_SEAL_LINK_SIZE 32

/* The longest text that is sealed, in bytes. */
#define TRAS_SEAL_MOST_BYTES (4 * 1024 * 1024)

/**
 * TrasSealCost:
 * @TRAS_SEAL_COST_LEAST: next to nothing; for tests
 * @TRAS_SEAL_COST_CODE: 64 MiB and about a tenth of a second, for what chance has made
 * @TRAS_SEAL_COST_PASSPHRASE: 256 MiB and about a second, for what a person has thought of
 *
 * What each guess costs whoever tries to find out a secret.
 */
typedef enum
{
  TRAS_SEAL_COST_LEAST,
  TRAS_SEAL_COST_CODE,
  TRAS_SEAL_COST_PASSPHRASE,
} TrasSealCost;

/**
 * TrasSealKey:
 *
 * A pair of keys. What is sealed to the public one is opened by the secret one, which lies in
 * memory that is not swapped out and is wiped when the last reference goes. May be used by several
 * threads.
 */
typedef struct _TrasSealKey TrasSealKey;

TrasSealKey *tras_seal_key_new           (GError       **error);
TrasSealKey *tras_seal_key_new_from_code (const char    *code,
                                          GBytes        *salt,
                                          GError       **error);
TrasSealKey *tras_seal_key_ref           (TrasSealKey   *self);
void         tras_seal_key_unref         (TrasSealKey   *self);
GBytes      *tras_seal_key_get_public    (TrasSealKey   *self);
GBytes      *tras_seal_key_lock          (TrasSealKey   *self,
                                          const char    *passphrase,
                                          TrasSealCost   cost,
                                          GError       **error);
TrasSealKey *tras_seal_key_unlock        (GBytes        *locked,
                                          const char    *passphrase,
                                          GError       **error);

GBytes      *tras_seal_close             (GBytes        *plain,
                                          GBytes        *public_key,
                                          GError       **error);
GBytes      *tras_seal_open              (GBytes        *sealed,
                                          TrasSealKey   *key,
                                          GError       **error);
GBytes      *tras_seal_close_between     (GBytes        *plain,
                                          TrasSealKey   *mine,
                                          GBytes        *theirs,
                                          GError       **error);
GBytes      *tras_seal_open_between      (GBytes        *sealed,
                                          TrasSealKey   *mine,
                                          GBytes        *theirs,
                                          GError       **error);

GBytes      *tras_seal_new_salt          (GError       **error);
guint32      tras_seal_random            (guint32        below);
GBytes      *tras_seal_link              (GBytes        *before,
                                          const char    *text);
void         tras_seal_wipe              (char          *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSealKey, tras_seal_key_unref)

G_END_DECLS
