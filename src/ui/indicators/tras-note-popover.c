/* tras-note-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-note-popover.h"
#include "tras-popover.h"

struct _TrasNotePopover
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkButton *button;
  GtkEntry *entry;
  GtkLabel *error;
  GtkLabel *heading;

  TrasNoteCheck check;
  gpointer check_data;
  GDestroyNotify check_destroy;
  gboolean allow_none;
};

G_DEFINE_FINAL_TYPE (TrasNotePopover, tras_note_popover, GTK_TYPE_POPOVER)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (TrasNotePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
set_error (TrasNotePopover *self,
           const char      *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static void
on_changed (TrasNotePopover *self)
{
  g_autofree char *text = dup_text (self);

  set_error (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->allow_none || *text != '\0');
}

static void
on_answered (TrasNotePopover *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;

  if (*text == '\0' && !self->allow_none)
    return;
  if (self->check != NULL && !self->check (text, self->check_data, &error))
    {
      set_error (self, error->message);
      return;
    }

  g_signal_emit (self, signals[ANSWERED], 0, text);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tras_note_popover_dispose (GObject *object)
{
  TrasNotePopover *self = TRAS_NOTE_POPOVER (object);

  if (self->check_destroy != NULL)
    g_clear_pointer (&self->check_data, self->check_destroy);

  G_OBJECT_CLASS (tras_note_popover_parent_class)->dispose (object);
}

static void
tras_note_popover_class_init (TrasNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_note_popover_dispose;

  /**
   * TrasNotePopover::answered:
   * @text: what was written, without space around it
   */
  signals[ANSWERED] = g_signal_new ("answered", TRAS_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasNotePopover, button);
  gtk_widget_class_bind_template_child (widget_class, TrasNotePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, TrasNotePopover, error);
  gtk_widget_class_bind_template_child (widget_class, TrasNotePopover, heading);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
tras_note_popover_init (TrasNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tras_note_popover_new:
 * @parent: a widget that calls gtk_popover_present() when its size changes
 * @place: what it is about, in the widget's coordinates
 * @heading: the question
 * @text: (nullable): what the answer is so far
 * @button: the words on the button, with a mnemonic
 *
 * Asks at once. What is answered comes with #TrasNotePopover::answered.
 *
 * Returns: (transfer none): the popover
 */
TrasNotePopover *
tras_note_popover_new (GtkWidget          *parent,
                       const GdkRectangle *place,
                       const char         *heading,
                       const char         *text,
                       const char         *button)
{
  TrasNotePopover *self = g_object_new (TRAS_TYPE_NOTE_POPOVER, NULL);

  gtk_label_set_label (self->heading, heading);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_button_set_label (self->button, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  on_changed (self);
  tras_popover_open (GTK_WIDGET (self), parent, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return self;
}

/**
 * tras_note_popover_allow_none:
 * @self: a popover
 *
 * Takes an empty answer too: it takes away what was written.
 */
void
tras_note_popover_allow_none (TrasNotePopover *self)
{
  self->allow_none = TRUE;
  on_changed (self);
}

/**
 * tras_note_popover_set_check:
 * @self: a popover
 * @check: tells what cannot be taken, and why
 * @user_data: (transfer full): data for @check
 * @destroy: (nullable): frees @user_data
 */
void
tras_note_popover_set_check (TrasNotePopover *self,
                             TrasNoteCheck    check,
                             gpointer         user_data,
                             GDestroyNotify   destroy)
{
  self->check = check;
  self->check_data = user_data;
  self->check_destroy = destroy;
}
