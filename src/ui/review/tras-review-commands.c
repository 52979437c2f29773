/* tras-review-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-commands.h"
#include "tras-review-forms.h"
#include "tras-review-words.h"

/* When something is looked at again, unless somebody says otherwise. */
#define AGAIN_DAYS 7

/* What was asked, and the answer. */
typedef struct
{
  TrasReviewDesk *desk;
  TrasPlace place;
  TrasReviewCommand command;
  char *before;   /* what was said of it when it was asked */
  char *text;
  char *who;
  gint64 person_id;
  TrasDay day;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->desk);
  g_free (asked->before);
  g_free (asked->text);
  g_free (asked->who);
  g_free (asked);
}

static Asked *
asked_new (TrasReviewDesk    *desk,
           TrasReviewCommand  command)
{
  Asked *self = g_new0 (Asked, 1);
  TrasPoint *point = tras_review_desk_get_point (desk);

  self->desk = g_object_ref (desk);
  self->command = command;
  tras_stop_get_place (tras_review_desk_get_stop (desk), &self->place);
  if (point != NULL)
    {
      self->place.item_id = TRAS_RECORD (point->item)->id;
      self->before = g_strdup (point->item->said);
    }

  return self;
}

/* ---- steps ---- */

/* What another desk has said of it since stands beside it. */
static char *
dup_said (Asked      *asked,
          TrasPoint  *point,
          const char *text)
{
  const char *other = point->item->said;

  if (other == NULL || g_strcmp0 (other, asked->before) == 0 || g_strcmp0 (other, text) == 0)
    return g_strdup (text);
  if (*text == '\0')
    return g_strdup (other);

  /* Translators: what two people, each at a desk of their own, have said of the same at once */
  return g_strdup_printf (C_("minutes", "%s · %s"), other, text);
}

/* Whoever looks into something has promised it: where it can hang from something, that is an
 * action. */
static TrasEdit *
make_looking (TrasMeeting      *meeting,
              const TrasMoment *moment,
              TrasPoint        *point,
              Asked            *asked)
{
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autofree char *subject = tras_point_dup_subject (point);
  g_autofree char *looks = NULL;
  g_autofree char *said = NULL;

  if (asked->person_id == 0)
    {
      said = dup_said (asked, point, asked->text);
      return tras_meeting_make_outcome (meeting, moment, point, "looking", said);
    }

  action->kind = g_intern_string ("study");
  action->owner_id = asked->person_id;
  action->due_on = asked->day;
  action->first_due_on = asked->day;
  /* Translators: an action; %s is what somebody looks into */
  action->title = *asked->text != '\0' ? g_strdup (asked->text)
                                       : g_strdup_printf (_("Look into “%s”"), subject);
  tras_meeting_fill (meeting, point, TRAS_RECORD (action));
  if (action->goal_id != 0 || action->deviation_id != 0 || action->experiment_id != 0 ||
      action->decision_id != 0)
    return tras_meeting_make_record (meeting, moment, point, TRAS_RECORD (action), NULL);

  /* Translators: who looks into something, and what they said: “Ana: asks the carrier” */
  looks = *asked->text != '\0' ? g_strdup_printf (C_("minutes", "%s: %s"), asked->who, asked->text)
                               : g_strdup (asked->who);
  said = dup_said (asked, point, looks);

  return tras_meeting_make_outcome (meeting, moment, point, "looking", said);
}

static void
end_action (TrasAction        *action,
            TrasReviewCommand  command,
            const char        *text)
{
  action->state = g_intern_string (command == TRAS_REVIEW_FINISHED  ? "done"
                                   : command == TRAS_REVIEW_BLOCKED ? "blocked"
                                                                    : "dropped");
  g_free (action->result);
  action->result = *text != '\0' ? g_strdup (text) : NULL;
  if (command != TRAS_REVIEW_BLOCKED)
    action->closed_on = tras_day_today ();
  if (command == TRAS_REVIEW_FINISHED)
    action->progress = 100;
}

static void
move (gpointer    record,
      TrasDay     day,
      const char *why)
{
  if (TRAS_IS_ACTION (record))
    tras_action_move (record, day, why);
  else if (TRAS_IS_DEVIATION (record))
    TRAS_DEVIATION (record)->check_on = day;
  else if (TRAS_IS_EXPERIMENT (record))
    TRAS_EXPERIMENT (record)->stop_on = MAX (day, TRAS_EXPERIMENT (record)->starts_on);
  else
    TRAS_DECISION (record)->revisit_on = day;
}

static TrasEdit *
make_answer (TrasMeeting      *meeting,
             const TrasMoment *moment,
             gpointer          data)
{
  Asked *asked = data;
  TrasPoint *point = tras_review_route_get_point (meeting, &asked->place);
  g_autoptr (TrasRecord) changed = NULL;
  g_autofree char *said = NULL;

  if (point == NULL || tras_meeting_has_ended (meeting))
    return NULL;
  said = dup_said (asked, point, asked->text);
  if (asked->command == TRAS_REVIEW_EXPLAINED)
    return tras_meeting_make_outcome (meeting, moment, point, "explained", said);
  if (asked->command == TRAS_REVIEW_NOTE)
    return tras_meeting_make_outcome (meeting, moment, point, point->item->outcome, said);
  if (asked->command == TRAS_REVIEW_LOOKING)
    return make_looking (meeting, moment, point, asked);
  if (point->record == NULL)
    return NULL;

  changed = tras_record_dup (point->record);
  if (asked->command == TRAS_REVIEW_MOVE)
    move (changed, asked->day, asked->text);
  else if (TRAS_IS_ACTION (changed))
    end_action (TRAS_ACTION (changed), asked->command, asked->text);
  else if (TRAS_IS_DECISION (changed))
    TRAS_DECISION (changed)->revisit_on = TRAS_DAY_NONE;

  return tras_meeting_make_change (meeting, moment, point, changed, said);
}

static TrasEdit *
make_verdict (TrasMeeting      *meeting,
              const TrasMoment *moment,
              gpointer          data)
{
  Asked *asked = data;
  TrasPoint *point = tras_review_route_get_point (meeting, &asked->place);

  if (point == NULL || tras_meeting_has_ended (meeting))
    return NULL;

  return tras_meeting_make_verdict (meeting, moment, point,
                                    tras_review_command_get_verdict (asked->command));
}

static TrasEdit *
make_pass (TrasMeeting      *meeting,
           const TrasMoment *moment,
           gpointer          data)
{
  return tras_meeting_make_pass (meeting, moment);
}

/* ---- questions ---- */

static GPtrArray *
dup_present (TrasMeeting *meeting)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < meeting->people->len; i++)
    {
      if (TRAS_REVIEW_PERSON (meeting->attendance->pdata[i])->present)
        g_ptr_array_add (people, g_object_ref (meeting->people->pdata[i]));
    }

  return people;
}

static char *
dup_name (TrasMeeting *meeting,
          gint64       person_id)
{
  for (guint i = 0; i < meeting->people->len; i++)
    {
      if (TRAS_RECORD (meeting->people->pdata[i])->id == person_id)
        return g_strdup (TRAS_PERSON (meeting->people->pdata[i])->name);
    }

  return NULL;
}

static void
on_answered (const char *text,
             gint64      person_id,
             TrasDay     day,
             gpointer    data)
{
  Asked *question = data;
  Asked *asked = g_new0 (Asked, 1);

  *asked = *question;
  asked->desk = g_object_ref (question->desk);
  asked->before = g_strdup (question->before);
  asked->text = g_strdup (text);
  asked->person_id = person_id;
  asked->who = dup_name (tras_review_desk_get_meeting (asked->desk), person_id);
  asked->day = day != TRAS_DAY_NONE ? day : tras_day_today () + AGAIN_DAYS;
  tras_review_desk_step (asked->desk, make_answer, asked, asked_free);
}

static char *
dup_move_question (TrasPoint *point)
{
  int moved = TRAS_IS_ACTION (point->record) ? (int) TRAS_ACTION (point->record)->moved : 0;

  if (moved == 0)
    return g_strdup (_("To which date, and why?"));

  return g_strdup_printf (ngettext ("Moved %d time already. To which date, and why?",
                                    "Moved %d times already. To which date, and why?",
                                    (gulong) moved), moved);
}

static void
ask (TrasReviewCommand  command,
     TrasReviewDesk    *desk,
     TrasReviewStage   *stage)
{
  TrasPoint *point = tras_review_desk_get_point (desk);
  TrasReviewQuestion question = {
    .text = point->item->said,
    .button = _("_Save"),
    .day = tras_day_today () + AGAIN_DAYS,
  };
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *move_question = NULL;

  switch (command)
    {
    case TRAS_REVIEW_EXPLAINED:
      question.question = _("What is the explanation?");
      question.refusal = _("Say it in a sentence");
      break;
    case TRAS_REVIEW_LOOKING:
      people = dup_present (tras_review_desk_get_meeting (desk));
      question.question = _("Who looks into it, and how?");
      question.people = people;
      question.person_id = tras_review_words_get_owner (point);
      break;
    case TRAS_REVIEW_FINISHED:
      question.question = TRAS_IS_ACTION (point->record)
                            ? _("What came of it? (may stay empty)")
                            : _("It stands. Why? (may stay empty)");
      break;
    case TRAS_REVIEW_MOVE:
      move_question = dup_move_question (point);
      question.question = move_question;
      question.refusal = _("A date moves with a reason");
      question.asks_day = TRUE;
      question.text = NULL;
      break;
    case TRAS_REVIEW_BLOCKED:
      question.question = _("What is in the way?");
      question.refusal = _("Say what is in the way");
      break;
    case TRAS_REVIEW_DROPPED:
      question.question = _("Why is it dropped?");
      question.refusal = _("An action is dropped with a reason");
      break;
    case TRAS_REVIEW_NOTE:
    case TRAS_REVIEW_NEXT:
    case TRAS_REVIEW_BACK:
    case TRAS_REVIEW_CAUSE:
    case TRAS_REVIEW_MOVED:
    case TRAS_REVIEW_NOT_MOVED:
    case TRAS_REVIEW_TOO_EARLY:
    case TRAS_REVIEW_DEVIATION:
    case TRAS_REVIEW_ACTION:
    case TRAS_REVIEW_DECISION:
    case TRAS_REVIEW_EXPERIMENT:
    case TRAS_REVIEW_PASS:
    case TRAS_REVIEW_UNDO:
    default:
      question.question = _("What was said?");
      break;
    }
  tras_review_ask_open (tras_review_stage_get_ask (stage), &question, on_answered,
                        asked_new (desk, command), asked_free);
}

/* ---- commands ---- */

/* What is not unusual is passed when it was on show. */
static void
go_on (TrasReviewDesk *desk)
{
  if (tras_review_desk_get_stop (desk)->kind == TRAS_STOP_USUAL)
    tras_review_desk_step (desk, make_pass, NULL, NULL);
  tras_review_desk_next (desk, 1);
}

static void
finish (TrasReviewDesk  *desk,
        TrasReviewStage *stage)
{
  TrasPoint *point = tras_review_desk_get_point (desk);
  TrasRecord *record = point->record;

  if (point->goal != NULL)
    tras_review_forms_close_goal (GTK_WIDGET (stage), desk);
  else if (TRAS_IS_EXPERIMENT (record))
    tras_review_forms_end_experiment (GTK_WIDGET (stage), desk);
  else if (TRAS_IS_DEVIATION (record))
    tras_review_forms_end_deviation (GTK_WIDGET (stage), desk);
  else
    ask (TRAS_REVIEW_FINISHED, desk, stage);
}

/**
 * tras_review_command_run:
 * @command: a command
 * @desk: a desk with a meeting
 * @stage: where it asks what it needs to know
 *
 * Does nothing where the command does not apply to what is on show.
 */
void
tras_review_command_run (TrasReviewCommand  command,
                         TrasReviewDesk    *desk,
                         TrasReviewStage   *stage)
{
  const TrasStop *stop;

  g_return_if_fail (TRAS_IS_REVIEW_DESK (desk));
  g_return_if_fail (TRAS_IS_REVIEW_STAGE (stage));

  stop = tras_review_desk_get_stop (desk);
  if (command == TRAS_REVIEW_NOTE && stop->kind == TRAS_STOP_STORY)
    {
      tras_review_stage_write (stage);
      return;
    }
  if (!tras_review_command_applies (command, tras_review_desk_get_meeting (desk), stop,
                                    tras_review_desk_get_point (desk)))
    return;

  switch (command)
    {
    case TRAS_REVIEW_NEXT:
      go_on (desk);
      break;
    case TRAS_REVIEW_BACK:
      tras_review_desk_next (desk, -1);
      break;
    case TRAS_REVIEW_UNDO:
      tras_review_desk_undo (desk);
      break;
    case TRAS_REVIEW_PASS:
      tras_review_desk_step (desk, make_pass, NULL, NULL);
      break;
    case TRAS_REVIEW_DEVIATION:
      tras_review_forms_add_deviation (GTK_WIDGET (stage), desk);
      break;
    case TRAS_REVIEW_ACTION:
      tras_review_forms_add_action (GTK_WIDGET (stage), desk);
      break;
    case TRAS_REVIEW_DECISION:
      tras_review_forms_add_decision (GTK_WIDGET (stage), desk);
      break;
    case TRAS_REVIEW_EXPERIMENT:
      tras_review_forms_add_experiment (GTK_WIDGET (stage), desk);
      break;
    case TRAS_REVIEW_CAUSE:
      tras_review_forms_find_cause (GTK_WIDGET (stage), desk);
      break;
    case TRAS_REVIEW_MOVED:
    case TRAS_REVIEW_NOT_MOVED:
    case TRAS_REVIEW_TOO_EARLY:
      tras_review_desk_step (desk, make_verdict, asked_new (desk, command), asked_free);
      break;
    case TRAS_REVIEW_FINISHED:
      finish (desk, stage);
      break;
    case TRAS_REVIEW_EXPLAINED:
    case TRAS_REVIEW_LOOKING:
    case TRAS_REVIEW_MOVE:
    case TRAS_REVIEW_BLOCKED:
    case TRAS_REVIEW_DROPPED:
    case TRAS_REVIEW_NOTE:
    default:
      ask (command, desk, stage);
      break;
    }
}
