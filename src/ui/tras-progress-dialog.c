/* tras-progress-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-progress-dialog.h"

/* Work that is over sooner is not worth a dialog. */
#define PATIENCE_MILLISECONDS 1000

/* How often the bar is brought up to date. */
#define LOOK_MILLISECONDS 100

struct _TrasProgressMeter
{
  gatomicrefcount references;
  GMutex lock;
  guint64 done;
  guint64 total;
};

/**
 * TrasProgressDialog:
 *
 * Shows itself when the work has lasted for a second, with a bar, a count and Cancel.
 */
struct _TrasProgressDialog
{
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkProgressBar *bar;
  GtkButton *cancel;

  TrasProgressMeter *meter;
  GCancellable *cancellable;
  guint patience_source;
  guint look_source;
};

G_DEFINE_FINAL_TYPE (TrasProgressDialog, tras_progress_dialog, ADW_TYPE_WINDOW)

TrasProgressMeter *
tras_progress_meter_new (void)
{
  TrasProgressMeter *self = g_new0 (TrasProgressMeter, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);

  return self;
}

TrasProgressMeter *
tras_progress_meter_ref (TrasProgressMeter *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
tras_progress_meter_unref (TrasProgressMeter *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * tras_progress_meter_report:
 * @done: how much is done
 * @total: of how much; 0 where that is not known
 * @meter: a #TrasProgressMeter
 *
 * A #TrasProgress. May be called on any thread.
 */
void
tras_progress_meter_report (guint64  done,
                            guint64  total,
                            gpointer meter)
{
  TrasProgressMeter *self = meter;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->lock);
}

static gboolean
look (gpointer data)
{
  TrasProgressDialog *self = data;
  guint64 done, total;
  g_autofree char *so_far = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  g_mutex_lock (&self->meter->lock);
  done = self->meter->done;
  total = self->meter->total;
  g_mutex_unlock (&self->meter->lock);

  if (total == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      return G_SOURCE_CONTINUE;
    }

  so_far = g_strdup_printf ("%'" G_GUINT64_FORMAT, done);
  all = g_strdup_printf ("%'" G_GUINT64_FORMAT, total);
  /* Translators: how much of the work is done: “1,200 of 5,000” */
  text = g_strdup_printf (_("%s of %s"), so_far, all);
  gtk_progress_bar_set_fraction (self->bar, MIN ((double) done / (double) total, 1));
  gtk_progress_bar_set_text (self->bar, text);

  return G_SOURCE_CONTINUE;
}

static gboolean
show (gpointer data)
{
  TrasProgressDialog *self = data;

  self->patience_source = 0;
  self->look_source = g_timeout_add (LOOK_MILLISECONDS, look, self);
  look (self);
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TrasProgressDialog *self = TRAS_PROGRESS_DIALOG (widget);

  /* The dialog goes when the work has ended, which may take it a moment. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), FALSE);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
tras_progress_dialog_close_request (GtkWindow *window)
{
  cancel (GTK_WIDGET (window), NULL, NULL);

  return GDK_EVENT_STOP;
}

static void
tras_progress_dialog_dispose (GObject *object)
{
  TrasProgressDialog *self = TRAS_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->meter, tras_progress_meter_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_progress_dialog_parent_class)->dispose (object);
}

static void
tras_progress_dialog_class_init (TrasProgressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_progress_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tras_progress_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasProgressDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TrasProgressDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TrasProgressDialog, cancel);
  gtk_widget_class_install_action (widget_class, "progress.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "progress.cancel", NULL);
}

static void
tras_progress_dialog_init (TrasProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tras_progress_dialog_begin:
 * @widget: who works; the dialog stands over its window
 * @heading: what is being done, in a few words
 * @meter: (transfer none): what the work reports to
 * @cancellable: (transfer none): what Cancel cancels
 *
 * Returns: (transfer none): a dialog, to be ended when the work has ended, however it did
 */
TrasProgressDialog *
tras_progress_dialog_begin (GtkWidget         *widget,
                            const char        *heading,
                            TrasProgressMeter *meter,
                            GCancellable      *cancellable)
{
  TrasProgressDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  root = gtk_widget_get_root (widget);
  self = g_object_new (TRAS_TYPE_PROGRESS_DIALOG,
                       "title", heading,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       NULL);
  gtk_label_set_label (self->heading, heading);
  self->meter = tras_progress_meter_ref (meter);
  self->cancellable = g_object_ref (cancellable);
  self->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, show, self);

  return self;
}

void
tras_progress_dialog_end (TrasProgressDialog *self)
{
  g_return_if_fail (TRAS_IS_PROGRESS_DIALOG (self));

  gtk_window_destroy (GTK_WINDOW (self));
}
