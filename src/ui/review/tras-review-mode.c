/* tras-review-mode.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-number.h"
#include "tras-review-agenda.h"
#include "tras-review-commands.h"
#include "tras-review-end.h"
#include "tras-review-minutes.h"
#include "tras-review-mode.h"
#include "tras-review-panes.h"
#include "tras-review-start.h"
#include "tras-review-words.h"

/* How often the clocks are looked at: they show minutes. */
#define TICK_SECONDS 5
#define SECONDS_A_MINUTE 60

/* Below this width what is not needed is not shown; from that one on everything is larger: it is
 * seen from the other end of a table. */
#define NARROW_WIDTH 720
#define LARGE_WIDTH 1600

struct _TrasReviewMode
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *meeting;
  GtkBox *wide_only;
  GtkLabel *attendance;
  GtkLabel *clock;
  GtkLabel *week;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkToggleButton *pane_buttons[TRAS_N_PANES];
  GtkWidget *after_button;
  GtkWidget *before_button;
  GtkWidget *clock_box;
  GtkWidget *pane_bar;

  /* borrowed */
  TrasReviewAgenda *agenda;
  TrasReviewMinutes *minutes;
  TrasReviewPanes *panes;
  TrasReviewStage *stage;
  TrasReviewStart *start;

  /* owned */
  TrasReviewDesk *desk;
  guint tick_source;
  guint width_source;
  int width;
  gboolean made_fullscreen;
};

G_DEFINE_FINAL_TYPE (TrasReviewMode, tras_review_mode, ADW_TYPE_BIN)

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
goes_on (TrasReviewMode *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);

  return meeting != NULL && tras_meeting_has_begun (meeting) && !tras_meeting_has_ended (meeting);
}

/* ---- the clock ---- */

static void
show_clock (TrasReviewMode *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gint64 planned = meeting->review->planned_minutes * SECONDS_A_MINUTE;
  gint64 used = tras_review_desk_get_total (self->desk);
  g_autofree char *words = tras_review_clock_dup_words (used, planned);
  g_autofree char *over = tras_review_clock_dup_over (used, planned);
  g_autofree char *both = NULL;

  if (over != NULL)
    {
      /* Translators: a clock and how much it is over: “12 of 10 min · 2 min over” */
      both = g_strdup_printf (_("%s · %s"), words, over);
      gtk_widget_add_css_class (self->clock_box, "tras-worse");
    }
  else
    {
      gtk_widget_remove_css_class (self->clock_box, "tras-worse");
    }
  gtk_label_set_label (self->clock, both != NULL ? both : words);
  gtk_progress_bar_set_fraction (self->progress, planned > 0 ? MIN ((double) used / planned, 1)
                                                             : 0);
}

static gboolean
tick (gpointer data)
{
  TrasReviewMode *self = data;

  if (goes_on (self))
    {
      show_clock (self);
      tras_review_agenda_tick (self->agenda);
    }

  return G_SOURCE_CONTINUE;
}

/* ---- what is on show ---- */

static void
show_attendance (TrasReviewMode *self,
                 TrasMeeting    *meeting)
{
  guint n = 0, n_here = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];

      n += TRAS_RECORD (row)->version > 0;
      n_here += row->present;
    }
  /* Translators: how many people of how many are at the meeting */
  words = g_strdup_printf (_("%u of %u present"), n_here, MAX (n, n_here));
  gtk_label_set_label (self->attendance, words);
}

/* What is talked about has the keyboard, unless something is being written or walked through. */
static void
focus_stage (TrasReviewMode *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "start") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->start));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->stage)))
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_head (TrasReviewMode *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gboolean narrow = self->width < NARROW_WIDTH;
  gboolean begun = tras_meeting_has_begun (meeting);
  g_autofree char *week = NULL;
  g_autofree char *named = NULL;

  week = narrow ? tras_number_format_week (tras_number_format_get_default (), meeting->week_on)
                : tras_review_words_dup_week (meeting->week_on);
  if (meeting->area_id != 0 && meeting->review->area_name != NULL)
    /* Translators: an area and its week */
    named = g_strdup_printf (_("%s · %s"), meeting->review->area_name, week);
  gtk_label_set_label (self->week, named != NULL ? named : week);
  gtk_widget_set_visible (self->before_button, !goes_on (self));
  gtk_widget_set_visible (self->after_button, !goes_on (self));
  gtk_widget_set_visible (self->clock_box, begun);
  gtk_widget_set_visible (GTK_WIDGET (self->attendance), begun && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->wide_only), !narrow);
  show_attendance (self, meeting);
  show_clock (self);
}

/* The page to be read back says everything that the minutes say, larger. */
static void
show_minutes (TrasReviewMode *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->minutes),
                          tras_review_desk_get_stop (self->desk)->kind != TRAS_STOP_READ_BACK);
}

static void
on_loaded (TrasReviewMode *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  const char *page = tras_meeting_has_begun (meeting) ? "meeting" : "start";
  gboolean is_other = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) != 0;

  show_head (self);
  show_minutes (self);
  gtk_stack_set_visible_child_name (self->stack, page);
  if (is_other || !has_focus (GTK_WIDGET (self)))
    focus_stage (self);
}

static void
on_moved (TrasReviewMode *self)
{
  show_minutes (self);
  if (tras_review_panes_is_folded (self->panes))
    gtk_toggle_button_set_active (self->pane_buttons[TRAS_PANE_STAGE], TRUE);
  if (!has_focus (GTK_WIDGET (self->agenda)))
    focus_stage (self);
}

static void
on_chosen_in_agenda (TrasReviewMode *self)
{
  if (tras_review_panes_is_folded (self->panes))
    gtk_toggle_button_set_active (self->pane_buttons[TRAS_PANE_STAGE], TRUE);
  focus_stage (self);
}

static void
on_chosen_in_minutes (TrasReviewMode *self,
                      gint64          item_id)
{
  TrasPoint *point = tras_meeting_find (tras_review_desk_get_meeting (self->desk), item_id);

  if (point == NULL)
    return;

  tras_review_desk_go_point (self->desk, point);
  tras_review_command_run (TRAS_REVIEW_NOTE, self->desk, self->stage);
}

static void
on_command (TrasReviewMode *self,
            guint           command)
{
  tras_review_command_run ((TrasReviewCommand) command, self->desk, self->stage);
}

/* ---- where there is room for one pane only ---- */

static void
on_pane_toggled (TrasReviewMode  *self,
                 GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < TRAS_N_PANES; i++)
    {
      if (self->pane_buttons[i] == button)
        tras_review_panes_set_front (self->panes, i);
    }
}

static void
on_folded (TrasReviewMode *self)
{
  gtk_widget_set_visible (self->pane_bar, tras_review_panes_is_folded (self->panes));
}

static gboolean
settle_width (gpointer data)
{
  TrasReviewMode *self = data;

  self->width_source = 0;
  if (self->width >= LARGE_WIDTH)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large");
  if (tras_review_desk_get_meeting (self->desk) != NULL)
    show_head (self);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
tras_review_mode_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tras_review_mode_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
tras_review_mode_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (width == self->width)
    return;

  self->width = width;
  if (self->width_source == 0)
    self->width_source = g_idle_add (settle_width, self);
}

/* ---- keys ---- */

/* What is typed into a text is no command. */
static gboolean
is_typing (TrasReviewMode *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
                           gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static void
leave (TrasReviewMode *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->made_fullscreen && GTK_IS_WINDOW (root))
    gtk_window_unfullscreen (GTK_WINDOW (root));
  self->made_fullscreen = FALSE;
  g_signal_emit (self, signals[LEAVE], 0);
}

static TrasReviewEnd *
get_end (TrasReviewMode *self)
{
  return tras_review_stage_get_end (self->stage);
}

static gboolean
on_key_pressed (TrasReviewMode  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  TrasReviewCommand command;
  gboolean is_end;

  if (keyval == GDK_KEY_Escape)
    {
      leave (self);
      return GDK_EVENT_STOP;
    }
  if (meeting == NULL || is_typing (self) || !tras_meeting_has_begun (meeting))
    return GDK_EVENT_PROPAGATE;

  is_end = tras_review_desk_get_stop (self->desk)->kind == TRAS_STOP_READ_BACK;
  if (is_end && goes_on (self))
    {
      if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 &&
          tras_review_end_rate (get_end (self), keyval))
        return GDK_EVENT_STOP;
      if (keyval == GDK_KEY_n)
        {
          tras_review_end_note (get_end (self));
          return GDK_EVENT_STOP;
        }
    }
  if (!tras_review_keys_find (keyval, state, &command))
    return GDK_EVENT_PROPAGATE;

  tras_review_command_run (command, self->desk, self->stage);

  return GDK_EVENT_STOP;
}

/* ---- actions ---- */

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  leave (TRAS_REVIEW_MODE (widget));
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  self->made_fullscreen = !gtk_window_is_fullscreen (window);
  if (self->made_fullscreen)
    gtk_window_fullscreen (window);
  else
    gtk_window_unfullscreen (window);
}

static void
week_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (widget);
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);

  if (meeting != NULL && !goes_on (self))
    tras_review_desk_open (self->desk, meeting->week_on + g_variant_get_int32 (parameter),
                           meeting->area_id);
}

/* ---- the object ---- */

static gboolean
tras_review_mode_grab_focus (GtkWidget *widget)
{
  focus_stage (TRAS_REVIEW_MODE (widget));

  return TRUE;
}

static void
tras_review_mode_map (GtkWidget *widget)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (widget);
  TrasMeeting *meeting;

  GTK_WIDGET_CLASS (tras_review_mode_parent_class)->map (widget);

  if (tras_review_desk_get_store (self->desk) == NULL)
    return;

  meeting = tras_review_desk_get_meeting (self->desk);
  if (meeting != NULL && goes_on (self))
    tras_review_desk_open (self->desk, meeting->week_on, meeting->area_id);
  else
    tras_review_desk_open (self->desk, TRAS_DAY_NONE, 0);
  self->tick_source = g_timeout_add_seconds (TICK_SECONDS, tick, self);
}

static void
tras_review_mode_unmap (GtkWidget *widget)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (widget);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  tras_review_desk_leave (self->desk);

  GTK_WIDGET_CLASS (tras_review_mode_parent_class)->unmap (widget);
}

static void
tras_review_mode_dispose (GObject *object)
{
  TrasReviewMode *self = TRAS_REVIEW_MODE (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->desk != NULL)
    {
      tras_review_desk_set_store (self->desk, NULL);
      g_signal_handlers_disconnect_by_data (self->desk, self);
    }
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (tras_review_mode_parent_class)->dispose (object);
}

static void
tras_review_mode_class_init (TrasReviewModeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_review_mode_dispose;
  widget_class->get_request_mode = tras_review_mode_get_request_mode;
  widget_class->grab_focus = tras_review_mode_grab_focus;
  widget_class->map = tras_review_mode_map;
  widget_class->measure = tras_review_mode_measure;
  widget_class->size_allocate = tras_review_mode_size_allocate;
  widget_class->unmap = tras_review_mode_unmap;

  /**
   * TrasReviewMode::leave:
   *
   * The user wants to go back to the tabs.
   */
  signals[LEAVE] = g_signal_new ("leave", TRAS_TYPE_REVIEW_MODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-mode.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, after_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, attendance);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, before_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, clock);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, clock_box);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, meeting);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, pane_bar);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, progress);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, week);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewMode, wide_only);
  gtk_widget_class_bind_template_child_full (
    widget_class, "agenda_button", FALSE,
    G_STRUCT_OFFSET (TrasReviewMode, pane_buttons[TRAS_PANE_AGENDA]));
  gtk_widget_class_bind_template_child_full (
    widget_class, "stage_button", FALSE,
    G_STRUCT_OFFSET (TrasReviewMode, pane_buttons[TRAS_PANE_STAGE]));
  gtk_widget_class_bind_template_child_full (
    widget_class, "minutes_button", FALSE,
    G_STRUCT_OFFSET (TrasReviewMode, pane_buttons[TRAS_PANE_MINUTES]));
  gtk_widget_class_bind_template_callback (widget_class, on_pane_toggled);

  gtk_widget_class_install_action (widget_class, "review.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "review.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "review.week", "i", week_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "review.fullscreen", NULL);
  gtk_widget_class_set_css_name (widget_class, "reviewmode");
}

static void
tras_review_mode_init (TrasReviewMode *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "hold-the-weekly-review");
  /* A layout manager would not tell how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->desk = tras_review_desk_new (GTK_WIDGET (self));
  /* Those that show it come first: what is done then needs what they show. */
  self->start = TRAS_REVIEW_START (tras_review_start_new (self->desk));
  self->agenda = TRAS_REVIEW_AGENDA (tras_review_agenda_new (self->desk));
  self->stage = TRAS_REVIEW_STAGE (tras_review_stage_new (self->desk));
  self->minutes = TRAS_REVIEW_MINUTES (tras_review_minutes_new (self->desk));
  keys = tras_review_keys_new (self->desk);
  self->panes = g_object_new (TRAS_TYPE_REVIEW_PANES, "vexpand", TRUE, NULL);
  tras_review_panes_set (self->panes, TRAS_PANE_AGENDA, GTK_WIDGET (self->agenda));
  tras_review_panes_set (self->panes, TRAS_PANE_STAGE, GTK_WIDGET (self->stage));
  tras_review_panes_set (self->panes, TRAS_PANE_MINUTES, GTK_WIDGET (self->minutes));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->start), "start");
  gtk_box_append (self->meeting, GTK_WIDGET (self->panes));
  gtk_box_append (self->meeting, keys);

  g_signal_connect_swapped (self->desk, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect_swapped (self->desk, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->agenda, "chosen", G_CALLBACK (on_chosen_in_agenda), self);
  g_signal_connect_swapped (self->minutes, "chosen", G_CALLBACK (on_chosen_in_minutes), self);
  g_signal_connect_swapped (self->panes, "notify::folded", G_CALLBACK (on_folded), self);
  g_signal_connect_swapped (keys, "command", G_CALLBACK (on_command), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tras_review_mode_set_store:
 * @self: a mode
 * @store: (nullable): the firm's file
 */
void
tras_review_mode_set_store (TrasReviewMode *self,
                            TrasStore      *store)
{
  g_return_if_fail (TRAS_IS_REVIEW_MODE (self));

  if (tras_review_desk_get_store (self->desk) == store)
    return;

  tras_review_desk_set_store (self->desk, store);
  tras_review_start_set_store (self->start, store);
}

/**
 * tras_review_mode_get_desk:
 * @self: a mode
 *
 * Returns: (transfer none): where the meeting is
 */
TrasReviewDesk *
tras_review_mode_get_desk (TrasReviewMode *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_MODE (self), NULL);

  return self->desk;
}
