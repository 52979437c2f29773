/* tras-rating-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-mark-button.h"
#include "tras-number.h"
#include "tras-rating-list.h"
#include "tras-training-steps.h"
#include "tras-window.h"

#define MOST 5

struct _TrasRatingList
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GPtrArray *due;
  int wanted;
};

G_DEFINE_FINAL_TYPE (TrasRatingList, tras_rating_list, GTK_TYPE_WIDGET)

static const char *const words[TRAS_TRAINING_N_QUESTIONS][MOST] = {
  [TRAS_TRAINING_LIKED] = {
    NC_("liked", "Not at all"), NC_("liked", "Little"), NC_("liked", "So-so"),
    NC_("liked", "Well"), NC_("liked", "Very well"),
  },
  [TRAS_TRAINING_APPLIED] = {
    NC_("applied", "Nothing"), NC_("applied", "Little"), NC_("applied", "Some"),
    NC_("applied", "Much"), NC_("applied", "All of it"),
  },
};

static char *
dup_question (const TrasTrainingDue *due)
{
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         due->held_on);

  if (due->question == TRAS_TRAINING_LIKED)
    /* Translators: of a training session; %s is a date */
    return g_strdup_printf (_("How did they like it? Held on %s"), day);

  /* Translators: of what was taught in a session; %s is a date */
  return g_strdup_printf (_("How much of it do they use? Held on %s"), day);
}

static const char *
get_words (TrasTrainingQuestion question,
           int                  mark)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, question == TRAS_TRAINING_LIKED ? "liked" : "applied",
                       words[question][mark - 1]);
}

/* ---- answering ---- */

static void
rate (TrasRatingList *self,
      guint           place,
      int             mark)
{
  const TrasTrainingDue *due = self->due->pdata[place];
  g_autoptr (TrasEdit) edit = tras_training_step_rate (due->seat, due->question, mark);

  /* The row goes with the answer, and the next one comes to its place. */
  self->wanted = (int) place;
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_clicked (GtkWidget *button,
            gpointer   data)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *self = gtk_widget_get_ancestor (button, TRAS_TYPE_RATING_LIST);

  rate (TRAS_RATING_LIST (self), (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
        GPOINTER_TO_INT (data));
}

static gboolean
on_key (TrasRatingList  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  int mark = tras_mark_button_from_key (keyval, state);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (focus)
                     ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  if (mark == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;

  rate (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), mark);

  return GDK_EVENT_STOP;
}

/* ---- rows ---- */

static GtkWidget *
make_button (const TrasTrainingDue *due,
             int                    mark)
{
  const char *meaning = get_words (due->question, mark);
  /* Translators: a person, a mark from 1 to 5, and what the mark means */
  g_autofree char *label = g_strdup_printf (_("%s: %d, %s"), due->seat->person_name, mark, meaning);
  GtkWidget *button = tras_mark_button_new (mark, meaning, label);

  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GINT_TO_POINTER (mark));

  return button;
}

static GtkWidget *
make_row (const TrasTrainingDue *due)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", due->seat->person_name, "xalign", 0.0F,
                                  "wrap", TRUE, NULL);
  g_autofree char *question = dup_question (due);
  GtkWidget *asked = g_object_new (GTK_TYPE_LABEL, "label", question, "xalign", 0.0F, "wrap", TRUE,
                                   NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (asked, "caption");
  gtk_widget_add_css_class (asked, "dim-label");
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  for (int mark = 1; mark <= MOST; mark++)
    gtk_box_append (GTK_BOX (buttons), make_button (due, mark));
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), asked);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "rating");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  due->seat->person_name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  question, -1);

  return row;
}

/* ---- the widget ---- */

static void
tras_rating_list_dispose (GObject *object)
{
  TrasRatingList *self = TRAS_RATING_LIST (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->due, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_rating_list_parent_class)->dispose (object);
}

static void
tras_rating_list_class_init (TrasRatingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_rating_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tras_rating_list_init (TrasRatingList *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->wanted = -1;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who is to be asked"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, key);
}

/**
 * tras_rating_list_set:
 * @self: a list
 * @due: (element-type TrasTrainingDue): who is to be asked what
 */
void
tras_rating_list_set (TrasRatingList *self,
                      GPtrArray      *due)
{
  GtkWidget *child;
  GtkListBoxRow *row;

  g_return_if_fail (TRAS_IS_RATING_LIST (self));
  g_return_if_fail (due != NULL);

  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = g_ptr_array_ref (due);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < due->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (due->pdata[i]));

  row = self->wanted >= 0
          ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                           MIN (self->wanted, (int) due->len - 1)) : NULL;
  self->wanted = -1;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
