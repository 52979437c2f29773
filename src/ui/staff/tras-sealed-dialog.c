/* tras-sealed-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-sealed-dialog.h"

/* Work that is over sooner needs no bar. */
#define PATIENCE_MS 1000
#define PULSE_MS 100

struct _TrasSealedDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkButton *accept_button;
  GtkButton *cancel_button;
  GtkBox *content;
  GtkBox *form;
  GtkLabel *trouble;
  GtkProgressBar *bar;

  /* owned */
  TrasSealedDesk *desk;
  char *hold;
  gboolean allowed;
  gboolean busy;
  guint tick;
};

G_DEFINE_FINAL_TYPE (TrasSealedDialog, tras_sealed_dialog, ADW_TYPE_WINDOW)

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_state (TrasSealedDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), self->allowed && !self->busy);
}

static void
show_trouble (TrasSealedDialog *self,
              const char       *words)
{
  gtk_label_set_label (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

static void
on_accept_clicked (TrasSealedDialog *self)
{
  if (self->allowed && !self->busy)
    g_signal_emit (self, signals[ACCEPTED], 0);
}

static gboolean
tras_sealed_dialog_close_request (GtkWindow *window)
{
  TrasSealedDialog *self = TRAS_SEALED_DIALOG (window);

  if (self->hold != NULL)
    {
      show_trouble (self, self->hold);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (tras_sealed_dialog_parent_class)->close_request (window);
}

static void
tras_sealed_dialog_dispose (GObject *object)
{
  TrasSealedDialog *self = TRAS_SEALED_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->hold, g_free);

  G_OBJECT_CLASS (tras_sealed_dialog_parent_class)->dispose (object);
}

static void
tras_sealed_dialog_class_init (TrasSealedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_sealed_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tras_sealed_dialog_close_request;

  /**
   * TrasSealedDialog::accepted:
   *
   * Its button was pressed.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", TRAS_TYPE_SEALED_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-sealed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_sealed_dialog_init (TrasSealedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  tras_help_set_page (GTK_WIDGET (self), "report-bad-practice");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->accept_button));
  show_state (self);
}

/**
 * tras_sealed_dialog_new:
 * @owner: who asks; the dialog stands over its window
 * @desk: where the reports are
 * @height: how much room it takes at first, in pixels: what wraps does not ask for it
 * @title: what it does, in title case
 * @button: the words on the button that does it, with a mnemonic
 *
 * Returns: (transfer none): a form without parts, whose button cannot be pressed yet
 */
TrasSealedDialog *
tras_sealed_dialog_new (GtkWidget      *owner,
                        TrasSealedDesk *desk,
                        int             height,
                        const char     *title,
                        const char     *button)
{
  TrasSealedDialog *self = g_object_new (TRAS_TYPE_SEALED_DIALOG, "title", title,
                                         "default-height", height, NULL);
  GtkRoot *root = gtk_widget_get_root (owner);

  self->desk = g_object_ref (desk);
  gtk_button_set_label (self->accept_button, button);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  return self;
}

TrasSealedDesk *
tras_sealed_dialog_get_desk (TrasSealedDialog *self)
{
  g_return_val_if_fail (TRAS_IS_SEALED_DIALOG (self), NULL);

  return self->desk;
}

void
tras_sealed_dialog_add (TrasSealedDialog *self,
                        GtkWidget        *part)
{
  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  gtk_box_append (self->form, part);
}

/**
 * tras_sealed_dialog_clear:
 * @self: a form
 * @button: the words on its button from now on
 *
 * Takes all parts out, for what comes next.
 */
void
tras_sealed_dialog_clear (TrasSealedDialog *self,
                          const char       *button)
{
  GtkWidget *part;

  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self->form))) != NULL)
    gtk_box_remove (self->form, part);
  gtk_button_set_label (self->accept_button, button);
  show_trouble (self, NULL);
  tras_sealed_dialog_allow (self, FALSE);
}

/**
 * tras_sealed_dialog_allow:
 * @self: a form
 * @allowed: whether its button can be pressed
 */
void
tras_sealed_dialog_allow (TrasSealedDialog *self,
                          gboolean          allowed)
{
  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  self->allowed = allowed;
  show_state (self);
}

/**
 * tras_sealed_dialog_hold:
 * @self: a form
 * @why: (nullable): what to say to whoever wants to close it, %NULL to let them
 */
void
tras_sealed_dialog_hold (TrasSealedDialog *self,
                         const char       *why)
{
  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  g_free (self->hold);
  self->hold = g_strdup (why);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), why == NULL);
  show_trouble (self, NULL);
}

static gboolean
on_tick (gpointer data)
{
  TrasSealedDialog *self = data;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
      self->tick = g_timeout_add (PULSE_MS, on_tick, self);
      return G_SOURCE_REMOVE;
    }
  gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

/**
 * tras_sealed_dialog_begin:
 * @self: a form
 *
 * Says that its work has begun; a bar shows it when it lasts.
 */
void
tras_sealed_dialog_begin (TrasSealedDialog *self)
{
  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  self->busy = TRUE;
  show_trouble (self, NULL);
  show_state (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  self->tick = g_timeout_add (PATIENCE_MS, on_tick, self);
}

/**
 * tras_sealed_dialog_end:
 * @self: a form
 * @trouble: (nullable): why it was not done
 */
void
tras_sealed_dialog_end (TrasSealedDialog *self,
                        const char       *trouble)
{
  g_return_if_fail (TRAS_IS_SEALED_DIALOG (self));

  self->busy = FALSE;
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  show_state (self);
  show_trouble (self, trouble);
  if (trouble != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}
