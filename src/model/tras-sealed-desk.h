/* tras-sealed-desk.h: the desk at which confidential reports are written and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tras-sealed-book.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEALED_DESK (tras_sealed_desk_get_type ())

/* Seconds without use after which the officer's key is put away. */
#define TRAS_SEALED_PATIENCE 300

G_DECLARE_FINAL_TYPE (TrasSealedDesk, tras_sealed_desk, TRAS, SEALED_DESK, GObject)

/**
 * TrasSealedJob:
 * @company: the firm's file
 * @key: (nullable): the officer's, while it is open
 * @data: what was given to tras_sealed_desk_run_async()
 * @error: where to put the error
 *
 * Work on the desk's thread. Its result goes to tras_sealed_desk_run_finish().
 */
typedef gpointer (*TrasSealedJob) (const char   *company,
                                   TrasSealKey  *key,
                                   gpointer      data,
                                   GError      **error);

TrasSealedDesk *tras_sealed_desk_new          (const char           *company);
const char     *tras_sealed_desk_get_company  (TrasSealedDesk       *self);
gboolean        tras_sealed_desk_is_open      (TrasSealedDesk       *self);
void            tras_sealed_desk_open_async   (TrasSealedDesk       *self,
                                               const char           *passphrase,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        tras_sealed_desk_open_finish  (TrasSealedDesk       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void            tras_sealed_desk_lock         (TrasSealedDesk       *self);
void            tras_sealed_desk_touch        (TrasSealedDesk       *self);
void            tras_sealed_desk_say_changed  (TrasSealedDesk       *self);
void            tras_sealed_desk_set_patience (TrasSealedDesk       *self,
                                               guint                 milliseconds);
void            tras_sealed_desk_run_async    (TrasSealedDesk       *self,
                                               TrasSealedJob         job,
                                               gpointer              data,
                                               GDestroyNotify        data_free,
                                               GDestroyNotify        result_free,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gpointer        tras_sealed_desk_run_finish   (TrasSealedDesk       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
