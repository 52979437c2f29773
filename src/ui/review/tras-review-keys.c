/* tras-review-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-keys.h"
#include "tras-wrap-layout.h"

#define SPACING 3

static const struct
{
  guint keyval;
  const char *cap;
  const char *label;
} keys[TRAS_REVIEW_N_COMMANDS] = {
  [TRAS_REVIEW_NEXT] = { GDK_KEY_space, NC_("key", "Space"), N_("Next") },
  [TRAS_REVIEW_BACK] = { GDK_KEY_BackSpace, NC_("key", "⌫"), N_("Back") },
  [TRAS_REVIEW_FINISHED] = { GDK_KEY_f, "F", N_("Finished") },
  [TRAS_REVIEW_MOVE] = { GDK_KEY_m, "M", N_("New Date") },
  [TRAS_REVIEW_BLOCKED] = { GDK_KEY_b, "B", N_("Blocked") },
  [TRAS_REVIEW_DROPPED] = { GDK_KEY_r, "R", N_("Drop") },
  [TRAS_REVIEW_CAUSE] = { GDK_KEY_c, "C", N_("Cause") },
  [TRAS_REVIEW_MOVED] = { GDK_KEY_1, "1", N_("It moved") },
  [TRAS_REVIEW_NOT_MOVED] = { GDK_KEY_2, "2", N_("It did not move") },
  [TRAS_REVIEW_TOO_EARLY] = { GDK_KEY_3, "3", N_("Too early") },
  [TRAS_REVIEW_EXPLAINED] = { GDK_KEY_e, "E", N_("Explained") },
  [TRAS_REVIEW_LOOKING] = { GDK_KEY_l, "L", N_("Looking") },
  [TRAS_REVIEW_DEVIATION] = { GDK_KEY_d, "D", N_("Deviation") },
  [TRAS_REVIEW_ACTION] = { GDK_KEY_a, "A", N_("Action") },
  [TRAS_REVIEW_DECISION] = { GDK_KEY_x, "X", N_("Decision") },
  [TRAS_REVIEW_EXPERIMENT] = { GDK_KEY_t, "T", N_("Experiment") },
  [TRAS_REVIEW_NOTE] = { GDK_KEY_n, "N", N_("Note") },
  [TRAS_REVIEW_PASS] = { GDK_KEY_u, "U", N_("Pass Usual") },
  [TRAS_REVIEW_UNDO] = { GDK_KEY_z, "Z", N_("Undo") },
};

struct _TrasReviewKeys
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
  GtkWidget *buttons[TRAS_REVIEW_N_COMMANDS];
};

G_DEFINE_FINAL_TYPE (TrasReviewKeys, tras_review_keys, ADW_TYPE_BIN)

enum
{
  COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- which do something ---- */

static gboolean
has_usual_left (TrasMeeting *meeting)
{
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];

      if (tras_point_is_usual (point) && !tras_point_is_done (point))
        return TRUE;
    }

  return FALSE;
}

static gboolean
applies_to_record (TrasReviewCommand  command,
                   const TrasPoint   *point)
{
  TrasRecord *record = point->record;

  if (record == NULL)
    return FALSE;
  if (TRAS_IS_TRAINING (record))
    return tras_review_command_get_verdict (command) != NULL;

  switch ((int) command)
    {
    case TRAS_REVIEW_BLOCKED:
    case TRAS_REVIEW_DROPPED:
      return TRAS_IS_ACTION (record) && tras_action_is_open (TRAS_ACTION (record));
    case TRAS_REVIEW_CAUSE:
      return TRAS_IS_DEVIATION (record);
    case TRAS_REVIEW_MOVED:
    case TRAS_REVIEW_NOT_MOVED:
    case TRAS_REVIEW_TOO_EARLY:
      return FALSE;
    case TRAS_REVIEW_FINISHED:
    case TRAS_REVIEW_MOVE:
    default:
      if (TRAS_IS_ACTION (record))
        return tras_action_is_open (TRAS_ACTION (record));
      if (TRAS_IS_DEVIATION (record))
        return g_strcmp0 (TRAS_DEVIATION (record)->state, "closed") != 0;
      if (TRAS_IS_EXPERIMENT (record))
        return TRAS_EXPERIMENT (record)->closed_on == TRAS_DAY_NONE;
      return TRUE;
    }
}

/* What is to be said of a promise is whether it was kept. */
static gboolean
applies_to_point (TrasReviewCommand  command,
                  const TrasPoint   *point)
{
  gboolean is_promise = point->record != NULL;

  switch (command)
    {
    case TRAS_REVIEW_FINISHED:
      return point->goal != NULL ? tras_goal_is_open (point->goal->goal)
                                 : applies_to_record (command, point);
    case TRAS_REVIEW_MOVE:
    case TRAS_REVIEW_BLOCKED:
    case TRAS_REVIEW_DROPPED:
    case TRAS_REVIEW_CAUSE:
    case TRAS_REVIEW_MOVED:
    case TRAS_REVIEW_NOT_MOVED:
    case TRAS_REVIEW_TOO_EARLY:
      return applies_to_record (command, point);
    case TRAS_REVIEW_EXPLAINED:
      return !is_promise && point->reason != TRAS_REASON_STORY;
    case TRAS_REVIEW_LOOKING:
      return !is_promise;
    case TRAS_REVIEW_DEVIATION:
      return !is_promise || TRAS_IS_ACTION (point->record);
    case TRAS_REVIEW_EXPERIMENT:
      return !is_promise || point->part == TRAS_PART_SOLVE;
    case TRAS_REVIEW_NEXT:
    case TRAS_REVIEW_BACK:
    case TRAS_REVIEW_ACTION:
    case TRAS_REVIEW_DECISION:
    case TRAS_REVIEW_NOTE:
    case TRAS_REVIEW_PASS:
    case TRAS_REVIEW_UNDO:
    default:
      return TRUE;
    }
}

/**
 * tras_review_command_get_verdict:
 * @command: a command
 *
 * Returns: (transfer none) (nullable): what it says of the effect of a training, a word of the
 *   file; %NULL where it says nothing of one
 */
const char *
tras_review_command_get_verdict (TrasReviewCommand command)
{
  switch ((int) command)
    {
    case TRAS_REVIEW_MOVED:
      return "moved";
    case TRAS_REVIEW_NOT_MOVED:
      return "not-moved";
    case TRAS_REVIEW_TOO_EARLY:
      return "too-early";
    default:
      return NULL;
    }
}

/**
 * tras_review_command_applies:
 * @command: a command
 * @meeting: the meeting
 * @stop: where it is
 * @point: (nullable): the point on show
 *
 * Returns: whether the command does something there
 */
gboolean
tras_review_command_applies (TrasReviewCommand  command,
                             TrasMeeting       *meeting,
                             const TrasStop    *stop,
                             const TrasPoint   *point)
{
  g_return_val_if_fail (meeting != NULL && stop != NULL, FALSE);

  if (!tras_meeting_has_begun (meeting))
    return FALSE;
  if (command == TRAS_REVIEW_BACK)
    return stop->kind != TRAS_STOP_PRESENT;
  if (command == TRAS_REVIEW_NEXT)
    return stop->kind != TRAS_STOP_READ_BACK;
  if (tras_meeting_has_ended (meeting))
    return FALSE;
  if (command == TRAS_REVIEW_UNDO)
    return TRUE;
  if (command == TRAS_REVIEW_PASS)
    return stop->part == TRAS_PART_INDICATORS && has_usual_left (meeting);

  if (stop->kind == TRAS_STOP_STORY)
    return command == TRAS_REVIEW_NOTE;

  return point != NULL && applies_to_point (command, point);
}

/**
 * tras_review_keys_find:
 * @keyval: a key
 * @state: what is held with it
 * @command: (out): what it does
 *
 * Returns: whether it does anything
 */
gboolean
tras_review_keys_find (guint              keyval,
                       GdkModifierType    state,
                       TrasReviewCommand *command)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  if (keyval == GDK_KEY_space && (state & GDK_SHIFT_MASK))
    {
      *command = TRAS_REVIEW_BACK;
      return TRUE;
    }

  for (guint i = 0; i < TRAS_REVIEW_N_COMMANDS; i++)
    {
      if (gdk_keyval_to_lower (keyval) == keys[i].keyval)
        {
          *command = (TrasReviewCommand) i;
          return TRUE;
        }
    }

  return FALSE;
}

/* ---- the bar ---- */

static void
show (TrasReviewKeys *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  const TrasStop *stop = tras_review_desk_get_stop (self->desk);
  const TrasPoint *point = tras_review_desk_get_point (self->desk);

  for (guint i = 0; i < TRAS_REVIEW_N_COMMANDS; i++)
    {
      const char *verdict = tras_review_command_get_verdict (i);

      gtk_widget_set_visible (self->buttons[i],
                              tras_review_command_applies (i, meeting, stop, point));
      if (verdict == NULL)
        continue;
      /* The verdict that the numbers speak for stands out, until one is given; what it is the card
       * says in words. */
      if (point != NULL && !tras_point_is_done (point) &&
          g_strcmp0 (verdict, point->item->seen_state) == 0)
        gtk_widget_remove_css_class (self->buttons[i], "flat");
      else
        gtk_widget_add_css_class (self->buttons[i], "flat");
    }
}

static void
on_clicked (TrasReviewKeys *self,
            GtkWidget      *button)
{
  for (guint i = 0; i < TRAS_REVIEW_N_COMMANDS; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[COMMAND], 0, i);
    }
}

static GtkWidget *
make_button (TrasReviewCommand command)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  const char *cap = g_dpgettext2 (NULL, "key", keys[command].cap);
  GtkWidget *key = gtk_label_new (cap);

  gtk_widget_add_css_class (key, "keycap");
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(keys[command].label)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(keys[command].label),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, cap, -1);

  return button;
}

static void
tras_review_keys_class_init (TrasReviewKeysClass *klass)
{
  /**
   * TrasReviewKeys::command:
   * @command: a #TrasReviewCommand
   */
  signals[COMMAND] = g_signal_new ("command", TRAS_TYPE_REVIEW_KEYS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reviewkeys");
}

static void
tras_review_keys_init (TrasReviewKeys *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, tras_wrap_layout_new (SPACING));
  for (guint i = 0; i < TRAS_REVIEW_N_COMMANDS; i++)
    {
      self->buttons[i] = make_button (i);
      g_signal_connect_swapped (self->buttons[i], "clicked", G_CALLBACK (on_clicked), self);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  gtk_widget_add_css_class (self->buttons[TRAS_REVIEW_NEXT], "suggested-action");
  gtk_widget_remove_css_class (self->buttons[TRAS_REVIEW_NEXT], "flat");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tras_review_keys_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its keys
 */
GtkWidget *
tras_review_keys_new (TrasReviewDesk *desk)
{
  TrasReviewKeys *self = g_object_new (TRAS_TYPE_REVIEW_KEYS, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "moved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
