/* tras-timeline-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-template.h"
#include "tras-timeline-move.h"

/* Of more followers than this only the count is said. */
#define MOST_NAMED 4

typedef struct
{
  TrasTimelineSource *source;
  guint task;
  /* Whether the whole action moves, or its end alone. */
  gboolean whole;
  GtkWidget *effect;
  GtkWidget *follow_row;
  GtkSwitch *follow;
} Move;

static void
move_free (gpointer data)
{
  Move *self = data;

  tras_timeline_source_unref (self->source);
  g_free (self);
}

static int
get_start_shift (Move *self,
                 int   due_shift)
{
  TrasAction *action = tras_timeline_source_get_task (self->source, self->task);

  return self->whole && action->starts_on != TRAS_DAY_NONE ? due_shift : 0;
}

/* ---- what follows, in words ---- */

static void
add_sentence (GString    *words,
              const char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, sentence);
}

/* It may begin before what it waits for itself is done. */
static void
add_early (GString            *words,
           TrasTimelineSource *source,
           guint               task,
           int                 start_shift,
           int                 due_shift)
{
  TrasAction *action = tras_timeline_source_get_task (source, task);
  TrasDay start = action->starts_on != TRAS_DAY_NONE ? action->starts_on + start_shift
                                                     : action->due_on + due_shift;
  guint waited;
  int early = tras_schedule_get_early (tras_timeline_source_get_schedule (source), task, start,
                                       &waited);
  g_autofree char *format = NULL;
  g_autofree char *sentence = NULL;

  if (early == 0)
    return;

  /* Translators: {action} is an action */
  format = g_strdup_printf (ngettext ("It begins %d day before “{action}” is done, "
                                      "for which it waits.",
                                      "It begins %d days before “{action}” is done, "
                                      "for which it waits.", (gulong) early), early);
  sentence = tras_template_fill (format, "action",
                                 tras_timeline_source_get_task (source, waited)->title, NULL);
  add_sentence (words, sentence);
}

static void
add_followers (GString            *words,
               TrasTimelineSource *source,
               guint               task,
               const int          *shifts,
               guint               n_moved)
{
  const TrasSchedule *schedule = tras_timeline_source_get_schedule (source);
  guint n_named = 0, n;
  const guint *order = tras_schedule_get_order (schedule, &n);

  for (guint i = 0; i < n && n_named < MOST_NAMED; i++)
    {
      g_autofree char *format = NULL;
      g_autofree char *sentence = NULL;

      if (order[i] == task || shifts[order[i]] <= 0)
        continue;
      /* Translators: {action} is an action */
      format = g_strdup_printf (ngettext ("“{action}” would have to begin %d day later.",
                                          "“{action}” would have to begin %d days later.",
                                          (gulong) shifts[order[i]]), shifts[order[i]]);
      sentence = tras_template_fill (format, "action",
                                     tras_timeline_source_get_task (source, order[i])->title,
                                     NULL);
      add_sentence (words, sentence);
      n_named++;
    }
  if (n_moved > n_named)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more action would.",
                                                         "And %u more actions would.",
                                                         n_moved - n_named), n_moved - n_named);

      add_sentence (words, more);
    }
}

static guint
count_waiting (TrasTimelineSource *source,
               guint               task)
{
  guint n, n_waiting = 0;
  const guint *waiting =
    tras_schedule_get_waiting (tras_timeline_source_get_schedule (source), task, &n);

  for (guint i = 0; i < n; i++)
    n_waiting += tras_action_is_open (tras_timeline_source_get_task (source, waiting[i]));

  return n_waiting;
}

/**
 * tras_timeline_move_dup_words:
 * @source: what was read of the file
 * @task: a task of its schedule
 * @start_shift: by how many days its first day is moved
 * @due_shift: by how many days its last day is
 *
 * Returns: (transfer full): what that does to what waits for it, a sentence a line; empty where it
 *   does nothing to anything
 */
char *
tras_timeline_move_dup_words (TrasTimelineSource *source,
                              guint               task,
                              int                 start_shift,
                              int                 due_shift)
{
  const TrasSchedule *schedule;
  g_autofree int *shifts = NULL;
  GString *words = g_string_new (NULL);
  guint n_moved, n_waiting;

  g_return_val_if_fail (source != NULL, NULL);

  schedule = tras_timeline_source_get_schedule (source);
  shifts = g_new (int, tras_schedule_get_n_tasks (schedule));
  n_moved = tras_schedule_move (schedule, task, due_shift, shifts);
  n_waiting = count_waiting (source, task);
  add_early (words, source, task, start_shift, due_shift);
  if (n_waiting > 0)
    {
      g_autofree char *waiting = NULL;

      waiting = n_moved > 0
                  ? g_strdup_printf (ngettext ("%u action waits for it:",
                                               "%u actions wait for it:", n_waiting), n_waiting)
                  : g_strdup_printf (ngettext ("%u action waits for it, and need not move.",
                                               "%u actions wait for it, and need not move.",
                                               n_waiting), n_waiting);
      add_sentence (words, waiting);
      add_followers (words, source, task, shifts, n_moved);
    }

  return g_string_free (words, FALSE);
}

/* ---- the form ---- */

static int
get_due_shift (Move       *self,
               TrasAction *draft)
{
  TrasAction *action = tras_timeline_source_get_task (self->source, self->task);

  return draft->due_on != TRAS_DAY_NONE ? draft->due_on - action->due_on : 0;
}

static void
move_changed (TrasFormDialog *dialog,
              gpointer        draft,
              gpointer        data)
{
  Move *self = data;
  const TrasSchedule *schedule = tras_timeline_source_get_schedule (self->source);
  int due_shift = get_due_shift (self, draft);
  int start_shift = get_start_shift (self, due_shift);
  g_autofree int *shifts = g_new (int, tras_schedule_get_n_tasks (schedule));
  gboolean follows = tras_schedule_move (schedule, self->task, due_shift, shifts) > 0;
  g_autofree char *words = tras_timeline_move_dup_words (self->source, self->task, start_shift,
                                                         due_shift);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->effect), words);
  gtk_widget_set_visible (self->effect, *words != '\0');
  gtk_widget_set_visible (self->follow_row, follows);
}

static void
add_moved (TrasEdit   *edit,
           TrasAction *action,
           int         start_shift,
           int         due_shift,
           const char *why)
{
  g_autoptr (TrasAction) moved = tras_record_dup (action);

  tras_action_move (moved, action->due_on + due_shift, why);
  if (moved->starts_on != TRAS_DAY_NONE)
    moved->starts_on += start_shift;
  tras_edit_update (edit, moved);
}

static gboolean
is_possible (TrasDay day)
{
  return day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX;
}

static void
add_follower_edits (Move       *self,
                    TrasEdit   *edit,
                    int         due_shift,
                    const char *why)
{
  const TrasSchedule *schedule = tras_timeline_source_get_schedule (self->source);
  TrasAction *action = tras_timeline_source_get_task (self->source, self->task);
  g_autofree int *shifts = g_new (int, tras_schedule_get_n_tasks (schedule));
  g_autofree char *reason = NULL;

  /* Translators: why an action was moved: because another one was, and why that was */
  reason = tras_template_fill (_("Waits for “{action}”: {why}"), "action", action->title, "why",
                               why, NULL);
  tras_schedule_move (schedule, self->task, due_shift, shifts);
  for (guint i = 0; i < tras_schedule_get_n_tasks (schedule); i++)
    if (i != self->task && shifts[i] > 0)
      add_moved (edit, tras_timeline_source_get_task (self->source, i), shifts[i], shifts[i],
                 reason);
}

static TrasEdit *
move_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  Move *self = data;
  TrasAction *typed = draft;
  TrasAction *action = tras_timeline_source_get_task (self->source, self->task);
  int due_shift = get_due_shift (self, typed);
  int start_shift = get_start_shift (self, due_shift);
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (typed->due_on == TRAS_DAY_NONE || !is_possible (typed->due_on))
    {
      tras_form_dialog_refuse (dialog, "due_on", _("Until when?"));
      return NULL;
    }
  if (due_shift == 0)
    {
      tras_form_dialog_refuse (dialog, "due_on", _("It is due on that day already"));
      return NULL;
    }
  if (action->starts_on != TRAS_DAY_NONE && action->starts_on + start_shift > typed->due_on)
    {
      tras_form_dialog_refuse (dialog, "due_on", _("It would be due before it begins"));
      return NULL;
    }
  if (typed->moved_why == NULL || *typed->moved_why == '\0')
    {
      tras_form_dialog_refuse (dialog, "moved_why", _("A date moves with a reason"));
      return NULL;
    }

  /* Translators: {action} is an action */
  label = tras_template_fill (_("Move “{action}”"), "action", action->title, NULL);
  edit = tras_edit_new (label);
  add_moved (edit, action, start_shift, due_shift, typed->moved_why);
  if (gtk_switch_get_active (self->follow))
    add_follower_edits (self, edit, due_shift, typed->moved_why);

  return edit;
}

static const TrasFormFuncs move_funcs = {
  .make_edit = move_make_edit,
  .changed = move_changed,
};

/**
 * tras_timeline_move_ask:
 * @owner: who asks
 * @store: the file
 * @source: what was read of it
 * @bar: a bar of an open action
 * @start_shift: by how many days its first day shall move: 0, or as many as @due_shift
 * @due_shift: by how many days its last day shall
 *
 * Asks why, and says what would have to follow; all that moves is written as one edit.
 *
 * Returns: (transfer none): the dialog that asks
 */
GtkWindow *
tras_timeline_move_ask (GtkWidget          *owner,
                        TrasStore          *store,
                        TrasTimelineSource *source,
                        guint               bar,
                        int                 start_shift,
                        int                 due_shift)
{
  Move *self = g_new0 (Move, 1);
  TrasAction *action = tras_timeline_source_get_action (source, bar);
  g_autoptr (TrasAction) draft = tras_record_dup (action);
  TrasFormDialog *form;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  self->source = tras_timeline_source_ref (source);
  self->whole = start_shift != 0 || action->starts_on == TRAS_DAY_NONE;
  tras_schedule_find (tras_timeline_source_get_schedule (source), TRAS_RECORD (action)->id,
                      &self->task);
  form = tras_form_dialog_new (owner, store, _("Move Date"), C_("date", "_Move"), &move_funcs, self,
                               move_free);
  tras_form_dialog_add_group (form, action->title);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "due_on", _("New date"));
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "moved_why", _("Why?"));
  self->effect = tras_form_dialog_add_group (form, NULL);
  self->follow = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->follow, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->follow), GTK_ALIGN_CENTER);
  self->follow_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->follow_row),
                                 _("Move what waits for it, too"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->follow_row), GTK_WIDGET (self->follow));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->follow_row),
                                         GTK_WIDGET (self->follow));
  tras_form_dialog_add_row (form, self->follow_row);

  draft->due_on += due_shift;
  g_clear_pointer (&draft->moved_why, g_free);
  tras_form_dialog_present (form, draft);
  /* The date is there already; why is what is asked. */
  gtk_widget_grab_focus (tras_form_dialog_get_field (form, "moved_why"));

  return GTK_WINDOW (form);
}
