/* bench.h: what every benchmark measures and prints with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <time.h>

G_BEGIN_DECLS

double bench_clock_ms      (clockid_t   clock);
double bench_cpu_ms        (void);
double bench_quantile      (double     *times,
                            gsize       n,
                            double      part);
void   bench_print_machine (const char *libraries);

G_END_DECLS
