/* tras-seal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is libsodium's: X25519 with XSalsa20-Poly1305 for texts, Argon2id for what is derived
 * from a secret that can be guessed at, BLAKE2b for the chain.
 */

#include "config.h"

#include <string.h>

#include <sodium.h>

#include "tras-error.h"
#include "tras-seal.h"

G_STATIC_ASSERT (TRAS_SEAL_PUBLIC_SIZE == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT (TRAS_SEAL_SALT_SIZE == crypto_pwhash_SALTBYTES);

/* Texts are filled up to whole blocks, so that the length of what is sealed says little. */
#define SMALL_BLOCK 4096
#define LARGE_BLOCK 65536

/* A locked key: the mark, what a guess costs, salt, nonce and the secret key in its box. */
#define MARK "TSK1"
#define MARK_SIZE 4
#define OPS_AT MARK_SIZE
#define MEMORY_AT (OPS_AT + 8)
#define SALT_AT (MEMORY_AT + 8)
#define NONCE_AT (SALT_AT + crypto_pwhash_SALTBYTES)
#define BOX_AT (NONCE_AT + crypto_secretbox_NONCEBYTES)
#define LOCKED_SIZE (BOX_AT + crypto_secretbox_MACBYTES + crypto_box_SECRETKEYBYTES)

/* A file that asks for more than this to open its key was tampered with. */
#define MOST_OPS 16
#define MOST_MEMORY (1024u * 1024 * 1024)

struct _TrasSealKey
{
  gatomicrefcount ref_count;
  GBytes *public_key;
  guint8 *secret;
};

typedef struct
{
  guint64 ops;
  guint64 memory;
} Cost;

static const Cost costs[] = {
  [TRAS_SEAL_COST_LEAST] = { crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN },
  [TRAS_SEAL_COST_CODE] = { crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE },
  [TRAS_SEAL_COST_PASSPHRASE] = { crypto_pwhash_OPSLIMIT_MODERATE,
                                  crypto_pwhash_MEMLIMIT_MODERATE },
};

static gboolean
start (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_BUG, "The system gives no random numbers");
  return FALSE;
}

/* Memory that is neither swapped out nor left behind. */
static guint8 *
new_secret (gsize    size,
            GError **error)
{
  guint8 *memory = sodium_malloc (size);

  if (memory == NULL)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_IO, "There is not enough memory");

  return memory;
}

static GBytes *
take_secret (guint8 *memory,
             gsize   size)
{
  return g_bytes_new_with_free_func (memory, size, sodium_free, memory);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_DAMAGED,
                       "What was sealed is not as it was written, or is somebody else's");
  return FALSE;
}

static gboolean
is_public (GBytes  *key,
           GError **error)
{
  return g_bytes_get_size (key) == TRAS_SEAL_PUBLIC_SIZE || fail_damaged (error);
}

/**
 * tras_seal_wipe:
 * @secret: (nullable) (transfer full): a text that nobody may find in memory
 *
 * Overwrites the text and frees it.
 */
void
tras_seal_wipe (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

/* ---- keys ---- */

static TrasSealKey *
key_alloc (GError **error)
{
  TrasSealKey *self;
  guint8 *secret;

  if (!start (error))
    return NULL;
  secret = new_secret (crypto_box_SECRETKEYBYTES, error);
  if (secret == NULL)
    return NULL;

  self = g_new0 (TrasSealKey, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->secret = secret;

  return self;
}

/**
 * tras_seal_key_new:
 * @error: where to put the error
 *
 * Returns: (transfer full): a pair of keys that chance has made, or %NULL
 */
TrasSealKey *
tras_seal_key_new (GError **error)
{
  TrasSealKey *self = key_alloc (error);
  guint8 public_key[crypto_box_PUBLICKEYBYTES];

  if (self == NULL)
    return NULL;

  crypto_box_keypair (public_key, self->secret);
  self->public_key = g_bytes_new (public_key, sizeof public_key);

  return self;
}

/* Slow on purpose, and from the same letters wherever they were typed. */
static gboolean
derive (guint8      *key,
        gsize        size,
        const char  *secret,
        const void  *salt,
        Cost         cost,
        GError     **error)
{
  char *composed = g_utf8_normalize (secret, -1, G_NORMALIZE_NFC);
  int code;

  if (composed == NULL)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, "The text is not UTF-8");
      return FALSE;
    }
  code = crypto_pwhash (key, size, composed, strlen (composed), salt, cost.ops,
                        (size_t) cost.memory, crypto_pwhash_ALG_ARGON2ID13);
  tras_seal_wipe (composed);
  if (code == 0)
    return TRUE;

  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_IO, "There is not enough memory");
  return FALSE;
}

/**
 * tras_seal_key_new_from_code:
 * @code: a code as tras_seal_code_read() gives it
 * @salt: %TRAS_SEAL_SALT_SIZE bytes that belong to the file
 * @error: where to put the error
 *
 * Takes a tenth of a second.
 *
 * Returns: (transfer full): the pair of keys that belongs to the code in that file, or %NULL
 */
TrasSealKey *
tras_seal_key_new_from_code (const char  *code,
                             GBytes      *salt,
                             GError     **error)
{
  g_autoptr (TrasSealKey) self = NULL;
  guint8 public_key[crypto_box_PUBLICKEYBYTES];
  guint8 *seed;
  gboolean derived;

  g_return_val_if_fail (code != NULL && salt != NULL, NULL);

  if (g_bytes_get_size (salt) != TRAS_SEAL_SALT_SIZE)
    {
      fail_damaged (error);
      return NULL;
    }
  self = key_alloc (error);
  seed = self != NULL ? new_secret (crypto_box_SEEDBYTES, error) : NULL;
  if (seed == NULL)
    return NULL;

  derived = derive (seed, crypto_box_SEEDBYTES, code, g_bytes_get_data (salt, NULL),
                    costs[TRAS_SEAL_COST_CODE], error);
  if (derived)
    {
      crypto_box_seed_keypair (public_key, self->secret, seed);
      self->public_key = g_bytes_new (public_key, sizeof public_key);
    }
  sodium_free (seed);

  return derived ? g_steal_pointer (&self) : NULL;
}

TrasSealKey *
tras_seal_key_ref (TrasSealKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tras_seal_key_unref:
 * @self: (transfer full): a pair of keys; the secret one is wiped with the last reference
 */
void
tras_seal_key_unref (TrasSealKey *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sodium_free (self->secret);
  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_free (self);
}

/**
 * tras_seal_key_get_public:
 * @self: a pair of keys
 *
 * Returns: (transfer none): the public one, %TRAS_SEAL_PUBLIC_SIZE bytes
 */
GBytes *
tras_seal_key_get_public (TrasSealKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->public_key;
}

static void
write_number (guint8  *at,
              guint64  number)
{
  number = GUINT64_TO_LE (number);
  memcpy (at, &number, sizeof number);
}

static guint64
read_number (const guint8 *at)
{
  guint64 number;

  memcpy (&number, at, sizeof number);

  return GUINT64_FROM_LE (number);
}

/**
 * tras_seal_key_lock:
 * @self: a pair of keys
 * @passphrase: what shall open it, UTF-8
 * @cost: what a guess at the passphrase shall cost
 * @error: where to put the error
 *
 * Returns: (transfer full): the secret key as it may be stored, or %NULL
 */
GBytes *
tras_seal_key_lock (TrasSealKey   *self,
                    const char    *passphrase,
                    TrasSealCost   cost,
                    GError       **error)
{
  guint8 locked[LOCKED_SIZE];
  guint8 *key;
  gboolean derived;

  g_return_val_if_fail (self != NULL && passphrase != NULL, NULL);
  g_return_val_if_fail (cost < G_N_ELEMENTS (costs), NULL);

  key = new_secret (crypto_secretbox_KEYBYTES, error);
  if (key == NULL)
    return NULL;

  memcpy (locked, MARK, MARK_SIZE);
  write_number (locked + OPS_AT, costs[cost].ops);
  write_number (locked + MEMORY_AT, costs[cost].memory);
  randombytes_buf (locked + SALT_AT, BOX_AT - SALT_AT);
  derived = derive (key, crypto_secretbox_KEYBYTES, passphrase, locked + SALT_AT, costs[cost],
                    error);
  if (derived)
    crypto_secretbox_easy (locked + BOX_AT, self->secret, crypto_box_SECRETKEYBYTES,
                           locked + NONCE_AT, key);
  sodium_free (key);

  return derived ? g_bytes_new (locked, sizeof locked) : NULL;
}

/**
 * tras_seal_key_unlock:
 * @locked: what tras_seal_key_lock() has made
 * @passphrase: what may open it, UTF-8
 * @error: where to put the error: %TRAS_ERROR_DENIED for another passphrase than the one it was
 *   locked with (or where the key itself was tampered with, which cannot be told apart)
 *
 * Takes as long as the key was made to take.
 *
 * Returns: (transfer full): the pair of keys, or %NULL
 */
TrasSealKey *
tras_seal_key_unlock (GBytes      *locked,
                      const char  *passphrase,
                      GError     **error)
{
  g_autoptr (TrasSealKey) self = NULL;
  const guint8 *data;
  gsize size;
  Cost cost;
  guint8 public_key[crypto_box_PUBLICKEYBYTES];
  guint8 *key;
  gboolean opened;

  g_return_val_if_fail (locked != NULL && passphrase != NULL, NULL);

  data = g_bytes_get_data (locked, &size);
  if (size != LOCKED_SIZE || memcmp (data, MARK, MARK_SIZE) != 0)
    {
      fail_damaged (error);
      return NULL;
    }
  cost.ops = read_number (data + OPS_AT);
  cost.memory = read_number (data + MEMORY_AT);
  if (cost.ops < crypto_pwhash_OPSLIMIT_MIN || cost.ops > MOST_OPS ||
      cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.memory > MOST_MEMORY ||
      cost.memory % 1024 != 0)
    {
      fail_damaged (error);
      return NULL;
    }

  self = key_alloc (error);
  key = self != NULL ? new_secret (crypto_secretbox_KEYBYTES, error) : NULL;
  if (key == NULL)
    return NULL;

  opened = derive (key, crypto_secretbox_KEYBYTES, passphrase, data + SALT_AT, cost, error);
  if (opened && crypto_secretbox_open_easy (self->secret, data + BOX_AT, size - BOX_AT,
                                            data + NONCE_AT, key) != 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_DENIED,
                           "The passphrase does not open the key");
      opened = FALSE;
    }
  sodium_free (key);
  if (!opened)
    return NULL;

  crypto_scalarmult_base (public_key, self->secret);
  self->public_key = g_bytes_new (public_key, sizeof public_key);

  return g_steal_pointer (&self);
}

/* ---- texts ---- */

static gsize
get_block (gsize size)
{
  return size <= LARGE_BLOCK ? SMALL_BLOCK : LARGE_BLOCK;
}

static guint8 *
pad (GBytes  *plain,
     gsize   *padded,
     GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (plain, &size);
  gsize block = get_block (size + 1);
  gsize room = (size / block + 1) * block;
  guint8 *memory;

  if (size > TRAS_SEAL_MOST_BYTES)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, "The text is too long");
      return NULL;
    }
  memory = new_secret (room, error);
  if (memory == NULL)
    return NULL;

  memset (memory, 0, room);
  if (size > 0)
    memcpy (memory, data, size);
  sodium_pad (padded, memory, size, block, room);

  return memory;
}

static GBytes *
unpad (guint8  *memory,
       gsize    padded,
       GError **error)
{
  gsize size;

  if (padded == 0 || sodium_unpad (&size, memory, padded, get_block (padded)) != 0)
    {
      sodium_free (memory);
      fail_damaged (error);
      return NULL;
    }

  return take_secret (memory, size);
}

/**
 * tras_seal_close:
 * @plain: up to %TRAS_SEAL_MOST_BYTES
 * @public_key: whose it shall be
 * @error: where to put the error
 *
 * Not even who has sealed it can open it again.
 *
 * Returns: (transfer full): what can be stored, of a size in whole blocks; or %NULL
 */
GBytes *
tras_seal_close (GBytes  *plain,
                 GBytes  *public_key,
                 GError **error)
{
  guint8 *memory, *sealed;
  gsize padded, size;

  g_return_val_if_fail (plain != NULL && public_key != NULL, NULL);

  if (!start (error) || !is_public (public_key, error))
    return NULL;
  memory = pad (plain, &padded, error);
  if (memory == NULL)
    return NULL;

  size = padded + crypto_box_SEALBYTES;
  sealed = g_malloc (size);
  if (crypto_box_seal (sealed, memory, padded, g_bytes_get_data (public_key, NULL)) != 0)
    {
      g_clear_pointer (&sealed, g_free);
      fail_damaged (error);
    }
  sodium_free (memory);

  return sealed != NULL ? g_bytes_new_take (sealed, size) : NULL;
}

/**
 * tras_seal_open:
 * @sealed: what tras_seal_close() has made
 * @key: whose it is
 * @error: where to put the error: %TRAS_ERROR_DAMAGED where a bit of it has changed, or it is
 *   sealed to another key
 *
 * Returns: (transfer full): the text, in memory that is wiped with it; or %NULL
 */
GBytes *
tras_seal_open (GBytes       *sealed,
                TrasSealKey  *key,
                GError      **error)
{
  const guint8 *data;
  guint8 *memory;
  gsize size;

  g_return_val_if_fail (sealed != NULL && key != NULL, NULL);

  data = g_bytes_get_data (sealed, &size);
  if (size <= crypto_box_SEALBYTES)
    {
      fail_damaged (error);
      return NULL;
    }
  memory = new_secret (size - crypto_box_SEALBYTES, error);
  if (memory == NULL)
    return NULL;
  if (crypto_box_seal_open (memory, data, size, g_bytes_get_data (key->public_key, NULL),
                            key->secret) != 0)
    {
      sodium_free (memory);
      fail_damaged (error);
      return NULL;
    }

  return unpad (memory, size - crypto_box_SEALBYTES, error);
}

/**
 * tras_seal_close_between:
 * @plain: up to %TRAS_SEAL_MOST_BYTES
 * @mine: the keys of who writes
 * @theirs: the public key of who shall read
 * @error: where to put the error
 *
 * Both can open it, and nobody else could have written it.
 *
 * Returns: (transfer full): what can be stored, of a size in whole blocks; or %NULL
 */
GBytes *
tras_seal_close_between (GBytes       *plain,
                         TrasSealKey  *mine,
                         GBytes       *theirs,
                         GError      **error)
{
  guint8 *memory, *sealed;
  gsize padded, size;

  g_return_val_if_fail (plain != NULL && mine != NULL && theirs != NULL, NULL);

  if (!is_public (theirs, error))
    return NULL;
  memory = pad (plain, &padded, error);
  if (memory == NULL)
    return NULL;

  size = crypto_box_NONCEBYTES + padded + crypto_box_MACBYTES;
  sealed = g_malloc (size);
  randombytes_buf (sealed, crypto_box_NONCEBYTES);
  if (crypto_box_easy (sealed + crypto_box_NONCEBYTES, memory, padded, sealed,
                       g_bytes_get_data (theirs, NULL), mine->secret) != 0)
    {
      g_clear_pointer (&sealed, g_free);
      fail_damaged (error);
    }
  sodium_free (memory);

  return sealed != NULL ? g_bytes_new_take (sealed, size) : NULL;
}

/**
 * tras_seal_open_between:
 * @sealed: what tras_seal_close_between() has made
 * @mine: the keys of one of the two
 * @theirs: the public key of the other
 * @error: where to put the error, as tras_seal_open()
 *
 * Returns: (transfer full): the text, in memory that is wiped with it; or %NULL
 */
GBytes *
tras_seal_open_between (GBytes       *sealed,
                        TrasSealKey  *mine,
                        GBytes       *theirs,
                        GError      **error)
{
  const guint8 *data;
  guint8 *memory;
  gsize size, padded;

  g_return_val_if_fail (sealed != NULL && mine != NULL && theirs != NULL, NULL);

  data = g_bytes_get_data (sealed, &size);
  if (size <= crypto_box_NONCEBYTES + crypto_box_MACBYTES)
    {
      fail_damaged (error);
      return NULL;
    }
  if (!is_public (theirs, error))
    return NULL;
  padded = size - crypto_box_NONCEBYTES - crypto_box_MACBYTES;
  memory = new_secret (padded, error);
  if (memory == NULL)
    return NULL;
  if (crypto_box_open_easy (memory, data + crypto_box_NONCEBYTES, size - crypto_box_NONCEBYTES,
                            data, g_bytes_get_data (theirs, NULL), mine->secret) != 0)
    {
      sodium_free (memory);
      fail_damaged (error);
      return NULL;
    }

  return unpad (memory, padded, error);
}

/* ---- chance and chains ---- */

/**
 * tras_seal_new_salt:
 * @error: where to put the error
 *
 * Returns: (transfer full): %TRAS_SEAL_SALT_SIZE bytes of chance, or %NULL
 */
GBytes *
tras_seal_new_salt (GError **error)
{
  guint8 salt[TRAS_SEAL_SALT_SIZE];

  if (!start (error))
    return NULL;
  randombytes_buf (salt, sizeof salt);

  return g_bytes_new (salt, sizeof salt);
}

/**
 * tras_seal_random:
 * @below: at least 1
 *
 * Returns: a number from 0 to @below - 1, each as likely, that nobody can foretell
 */
guint32
tras_seal_random (guint32 below)
{
  return randombytes_uniform (below);
}

/**
 * tras_seal_link:
 * @before: (nullable): the link before, or %NULL for the first
 * @text: what the line says
 *
 * A chain of such links breaks where a line is changed or taken out.
 *
 * Returns: (transfer full): %TRAS_SEAL_LINK_SIZE bytes
 */
GBytes *
tras_seal_link (GBytes     *before,
                const char *text)
{
  guint8 link[TRAS_SEAL_LINK_SIZE];
  crypto_generichash_state state;

  g_return_val_if_fail (text != NULL, NULL);

  crypto_generichash_init (&state, NULL, 0, sizeof link);
  if (before != NULL)
    crypto_generichash_update (&state, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  crypto_generichash_update (&state, (const guint8 *) text, strlen (text));
  crypto_generichash_final (&state, link, sizeof link);

  return g_bytes_new (link, sizeof link);
}
