/* tras-loader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-day-watch.h"
#include "tras-loader.h"
#include "tras-window.h"

/**
 * TrasLoader:
 *
 * One answer at a time is on its way. However often it is asked for meanwhile, it is then read once
 * more.
 */
struct _TrasLoader
{
  /* borrowed */
  const TrasLoading *loading;
  gpointer owner;

  /* owned */
  TrasStore *store;
  GSignalGroup *store_signals;
  GCancellable *cancellable;

  gboolean again;
};

static void
on_day_changed (TrasLoader *self)
{
  tras_loader_load (self);
}

static void
on_store_changed (TrasLoader  *self,
                  TrasChanges *changes)
{
  const TrasLoading *loading = self->loading;

  if (loading->is_touched != NULL ? loading->is_touched (self->owner, changes)
                                  : loading->tables == NULL ||
                                      tras_changes_touch_any (changes, loading->tables))
    tras_loader_load (self);
}

/**
 * tras_loader_new:
 * @loading: (transfer none): what is read; static
 * @owner: (transfer none): the page, which frees the loader at the latest when it is disposed of
 *
 * Returns: (transfer full): a loader without a store
 */
TrasLoader *
tras_loader_new (const TrasLoading *loading,
                 gpointer           owner)
{
  TrasLoader *self;

  g_return_val_if_fail (loading != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  self = g_rc_box_new0 (TrasLoader);
  self->loading = loading;
  self->owner = owner;
  self->store_signals = g_signal_group_new (TRAS_TYPE_STORE);
  g_signal_group_connect_data (self->store_signals, "changed", G_CALLBACK (on_store_changed), self,
                               NULL, G_CONNECT_SWAPPED);
  if (loading->is_daily)
    g_signal_connect_swapped (tras_day_watch_get_default (), "changed",
                              G_CALLBACK (on_day_changed), self);

  return self;
}

static void
clear (gpointer data)
{
  TrasLoader *self = data;

  g_clear_object (&self->store);
}

static void
release (TrasLoader *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * tras_loader_free:
 * @self: (transfer full): a loader
 *
 * The owner hears nothing any more, also of what is on its way.
 */
void
tras_loader_free (TrasLoader *self)
{
  if (self->loading->is_daily)
    g_signal_handlers_disconnect_by_data (tras_day_watch_get_default (), self);
  tras_loader_stop (self);
  g_clear_object (&self->store_signals);
  release (self);
}

/**
 * tras_loader_set_store:
 * @self: a loader
 * @store: (nullable): where it reads from now on
 *
 * Nothing is asked for yet.
 *
 * Returns: whether it is another one
 */
gboolean
tras_loader_set_store (TrasLoader *self,
                       TrasStore  *store)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_set_object (&self->store, store))
    return FALSE;

  tras_loader_stop (self);
  g_signal_group_set_target (self->store_signals, store);

  return TRUE;
}

/**
 * tras_loader_get_store:
 * @self: (nullable): a loader
 *
 * Returns: (transfer none) (nullable): where it reads from
 */
TrasStore *
tras_loader_get_store (TrasLoader *self)
{
  return self != NULL ? self->store : NULL;
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrasLoader *self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer found = tras_store_run_finish (TRAS_STORE (object), result, &error);

  /* Also when it was done before anybody could stop it: then nobody waits for it. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    g_clear_pointer (&found, self->loading->free_result);
  else
    {
      g_clear_object (&self->cancellable);
      if (found != NULL)
        self->loading->take (self->owner, found);
      else if (self->loading->fail != NULL)
        self->loading->fail (self->owner, error);
      else
        tras_window_report_error (self->owner, error);
      if (self->again)
        tras_loader_load (self);
    }
  release (self);
}

/**
 * tras_loader_load:
 * @self: (nullable): a loader, or what is left of it when its owner goes
 *
 * Reads what its owner wants now.
 */
void
tras_loader_load (TrasLoader *self)
{
  gpointer wish;

  if (self == NULL || self->store == NULL)
    return;

  self->again = self->cancellable != NULL;
  if (self->again)
    return;

  wish = self->loading->ask != NULL ? self->loading->ask (self->owner) : NULL;
  if (wish == NULL && self->loading->ask != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (self->store, tras_loader_load, self->loading->job, wish,
                        self->loading->free_wish, self->loading->free_result, self->cancellable,
                        on_loaded, g_rc_box_acquire (self));
}

/**
 * tras_loader_stop:
 * @self: a loader
 *
 * What is on its way is not wanted any more.
 */
void
tras_loader_stop (TrasLoader *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->again = FALSE;
}

/**
 * tras_loader_is_outdated:
 * @self: a loader
 *
 * Returns: whether it was asked again while it was reading: what comes now is followed by another
 */
gboolean
tras_loader_is_outdated (TrasLoader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->again;
}
