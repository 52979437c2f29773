/* bench-firm.h: firms made for a benchmark, small and large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bench.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * BenchFill:
 * @db: a firm that is set up: one area, number 1, and nobody in it
 * @n: how much of everything
 */
typedef void (*BenchFill) (TrasDb *db,
                           guint   n);

/**
 * BenchFirms:
 * @of: what there are different numbers of
 * @sizes: how many of it, the smaller one first
 * @dbs: the firms, in that order
 */
typedef struct
{
  const char *of;
  guint sizes[2];
  TrasDb *dbs[2];
} BenchFirms;

void    bench_check         (GError      *error);
gint64  bench_insert        (TrasDb      *db,
                             gpointer     record);
TrasDb *bench_make_firm     (const char  *path,
                             BenchFill    fill,
                             guint        n);
void    bench_firms_init    (BenchFirms  *self,
                             const char  *of,
                             guint        small,
                             guint        large,
                             BenchFill    fill);
void    bench_firms_clear   (BenchFirms  *self);
void    bench_firms_compare (BenchFirms  *self,
                             const char  *what,
                             double     (*measure) (TrasDb *));

G_END_DECLS
