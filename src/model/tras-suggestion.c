/* tras-suggestion.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-experiment.h"
#include "tras-suggestion.h"

static const TrasChoice states[] = {
  { "new", NC_("suggestion", "New"), "suggestion" },
  { "taken", NC_("suggestion", "Taken up"), "suggestion" },
  { "done", NC_("suggestion", "Done"), "suggestion" },
  { "declined", NC_("suggestion", "Declined"), "suggestion" },
  { NULL, NULL },
};

static const TrasField suggestion_fields[] = {
  TRAS_FIELD (TrasSuggestion, said_on, DATE, TRAS_FIELD_REQUIRED, N_("Said on")),
  TRAS_FIELD (TrasSuggestion, person_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Who said it"),
              .target = "person"),
  TRAS_FIELD (TrasSuggestion, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasSuggestion, what, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED | TRAS_FIELD_MULTILINE,
              N_("Suggestion")),
  TRAS_FIELD (TrasSuggestion, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"), .choices = states,
              .initial = "new"),
  TRAS_FIELD (TrasSuggestion, answer, TEXT, TRAS_FIELD_MULTILINE, N_("Answer")),
  TRAS_FIELD (TrasSuggestion, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasSuggestion, experiment_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Experiment"),
              .target = "experiment"),
  TRAS_FIELD (TrasSuggestion, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Who said it")),
  TRAS_FIELD (TrasSuggestion, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasSuggestion, action_title, TEXT, TRAS_FIELD_COMPUTED, N_("Action")),
  TRAS_FIELD (TrasSuggestion, experiment_believe, TEXT, TRAS_FIELD_COMPUTED, N_("Experiment")),
  TRAS_FIELD (TrasSuggestion, became, TEXT, TRAS_FIELD_COMPUTED, N_("What became of it")),
  TRAS_FIELD (TrasSuggestion, stands, CHOICE, TRAS_FIELD_COMPUTED, N_("State"),
              .choices = states),
  TRAS_FIELD (TrasSuggestion, thanks, INTEGER, TRAS_FIELD_COMPUTED, N_("Thanks")),
};

static const TrasTable suggestion_table = {
  .name = "suggestion",
  .view = "suggestion_view",
  .kind = "suggestions",
  .singular = N_("Suggestion"),
  .plural = N_("Suggestions"),
  .fields = suggestion_fields,
  .n_fields = G_N_ELEMENTS (suggestion_fields),
};

TRAS_DEFINE_RECORD (TrasSuggestion, tras_suggestion, &suggestion_table)

static const TrasField recognition_fields[] = {
  TRAS_FIELD (TrasRecognition, person_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Who is thanked"), .target = "person"),
  TRAS_FIELD (TrasRecognition, given_on, DATE, TRAS_FIELD_REQUIRED, N_("Thanked on")),
  TRAS_FIELD (TrasRecognition, words, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL | TRAS_FIELD_MULTILINE, N_("Thanks")),
  TRAS_FIELD (TrasRecognition, suggestion_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Suggestion"),
              .target = "suggestion"),
  TRAS_FIELD (TrasRecognition, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasRecognition, person_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Who is thanked")),
  TRAS_FIELD (TrasRecognition, suggestion_what, TEXT, TRAS_FIELD_COMPUTED, N_("Suggestion")),
  TRAS_FIELD (TrasRecognition, deviation_fact, TEXT, TRAS_FIELD_COMPUTED, N_("Deviation")),
  TRAS_FIELD (TrasRecognition, thanked_for, TEXT, TRAS_FIELD_COMPUTED, N_("For")),
};

static const TrasTable recognition_table = {
  .name = "recognition",
  .view = "recognition_view",
  .kind = "recognitions",
  .singular = N_("Thanks"),
  .plural = N_("Thanks"),
  .fields = recognition_fields,
  .n_fields = G_N_ELEMENTS (recognition_fields),
};

TRAS_DEFINE_RECORD (TrasRecognition, tras_recognition, &recognition_table)

/**
 * tras_suggestion_is_open:
 * @self: a suggestion as it was read
 *
 * Returns: whether something is still to be done about it
 */
gboolean
tras_suggestion_is_open (TrasSuggestion *self)
{
  const char *stands;

  g_return_val_if_fail (TRAS_IS_SUGGESTION (self), FALSE);

  stands = self->stands != NULL ? self->stands : self->state;

  return g_str_equal (stands, "new") || g_str_equal (stands, "taken");
}

/**
 * tras_suggestion_is_late:
 * @self: a suggestion
 * @today: today
 *
 * Returns: whether nobody has answered it for longer than %TRAS_SUGGESTION_ANSWER_DAYS
 */
gboolean
tras_suggestion_is_late (TrasSuggestion *self,
                         TrasDay         today)
{
  g_return_val_if_fail (TRAS_IS_SUGGESTION (self), FALSE);

  return g_str_equal (self->state, "new") && self->answer == NULL &&
         today - self->said_on > TRAS_SUGGESTION_ANSWER_DAYS;
}

/**
 * tras_suggestion_take:
 * @self: a suggestion as it was read
 * @edit: an edit that inserts @made
 * @made: the new action or experiment that the suggestion leads to
 *
 * Lets the edit say too that the suggestion was taken up, and with what.
 */
void
tras_suggestion_take (TrasSuggestion *self,
                      TrasEdit       *edit,
                      gpointer        made)
{
  g_autoptr (TrasSuggestion) taken = NULL;
  gboolean experiment = TRAS_IS_EXPERIMENT (made);

  g_return_if_fail (TRAS_IS_SUGGESTION (self));
  g_return_if_fail (experiment || TRAS_IS_ACTION (made));

  taken = tras_record_dup (self);
  taken->state = g_intern_static_string ("taken");
  taken->action_id = taken->experiment_id = 0;
  tras_edit_update (edit, taken);
  tras_edit_link (edit, taken, experiment ? "experiment_id" : "action_id", made);
}
