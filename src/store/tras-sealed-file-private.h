/* tras-sealed-file-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-engine.h"
#include "tras-sealed-file.h"

G_BEGIN_DECLS

struct _TrasSealedFile
{
  TrasEngine *engine;
  char *company;
  char *path;
  GBytes *public_key;
  GBytes *locked_key;
  GBytes *salt;
  gboolean written;
};

void    tras_sealed_bind_day   (TrasStatement *statement,
                                int            parameter,
                                TrasDay        day);
TrasDay tras_sealed_column_day (TrasStatement *statement,
                                int            column);

G_END_DECLS
