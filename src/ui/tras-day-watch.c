/* tras-day-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-date.h"
#include "tras-day-watch.h"

/* A timer until midnight would be late after a suspend, and wrong after a change of the clock. */
#define LOOK_SECONDS 60

/**
 * TrasDayWatch:
 *
 * A window may stay open for weeks. What depends on today is read anew when it has become another
 * day.
 */
struct _TrasDayWatch
{
  GObject parent_instance;

  TrasDay day;
};

G_DEFINE_FINAL_TYPE (TrasDayWatch, tras_day_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tras_day_watch_class_init (TrasDayWatchClass *klass)
{
  /**
   * TrasDayWatch::changed:
   *
   * Today is another day than it was.
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_day_watch_init (TrasDayWatch *self)
{
  self->day = tras_day_today ();
}

static gboolean
on_time (gpointer data)
{
  tras_day_watch_look (data);

  return G_SOURCE_CONTINUE;
}

/**
 * tras_day_watch_get_default:
 *
 * Returns: (transfer none): the one that watches; it begins when it is first asked for
 */
TrasDayWatch *
tras_day_watch_get_default (void)
{
  static TrasDayWatch *watch;

  if (watch == NULL)
    {
      watch = g_object_new (TRAS_TYPE_DAY_WATCH, NULL);
      g_timeout_add_seconds (LOOK_SECONDS, on_time, watch);
    }

  return watch;
}

/**
 * tras_day_watch_look:
 * @self: a watch
 *
 * Looks at the day now, not only within the next minute.
 */
void
tras_day_watch_look (TrasDayWatch *self)
{
  g_return_if_fail (TRAS_IS_DAY_WATCH (self));

  if (tras_day_today () == self->day)
    return;

  self->day = tras_day_today ();
  g_signal_emit (self, signals[CHANGED], 0);
}
