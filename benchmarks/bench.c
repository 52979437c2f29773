/* bench.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "bench.h"

/**
 * bench_clock_ms:
 * @clock: `CLOCK_PROCESS_CPUTIME_ID`, or `CLOCK_THREAD_CPUTIME_ID` for the calling thread alone
 *
 * Returns: CPU time in milliseconds
 */
double
bench_clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/**
 * bench_cpu_ms:
 *
 * Returns: the CPU time of all threads so far, in milliseconds
 */
double
bench_cpu_ms (void)
{
  return bench_clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * bench_quantile:
 * @times: (array length=n): what was measured; sorted by this
 * @n: how many, at least 1
 * @part: 0.5 for the median, 0.95 for what all but 5 % stay below, 1 for the longest
 *
 * Returns: that one
 */
double
bench_quantile (double *times,
                gsize   n,
                double  part)
{
  qsort (times, n, sizeof *times, compare_doubles);

  return times[MIN (n - 1, (gsize) (part * (double) n))];
}

/**
 * bench_print_machine:
 * @libraries: what the figures depend on besides, such as "SQLite 3.40.1"
 *
 * Prints the machine that the figures are of.
 */
void
bench_print_machine (const char *libraries)
{
  g_autofree char *cpuinfo = NULL;
  struct utsname name;
  const char *model;

  uname (&name);
  g_file_get_contents ("/proc/cpuinfo", &cpuinfo, NULL, NULL);
  model = cpuinfo != NULL ? strstr (cpuinfo, "model name") : NULL;
  model = model != NULL ? strchr (model, ':') : NULL;
  g_print ("machine: %.*s, %u processors, %s %s, %s\n",
           model != NULL ? (int) strcspn (model + 2, "\n") : 7,
           model != NULL ? model + 2 : "unknown",
           g_get_num_processors (), name.sysname, name.machine, libraries);
}
