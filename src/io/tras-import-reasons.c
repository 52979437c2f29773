/* tras-import-reasons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-import-reasons.h"

/* A rule of the firm's file, by what a refusal says of it (the condition of a CHECK, the words of a
 * trigger), the field that it is about, and the sentence for it. The first that fits counts. */
typedef struct
{
  const char *rule;
  const char *field;
  const char *sentence;
} Reason;

static const Reason reasons[] = {
  { "length (trim (name)) > 0", "name", N_("The name cannot be empty") },
  { "length (trim (sku)) > 0", "sku", N_("The SKU cannot be empty") },
  { "length (trim (title)) > 0", "title", N_("The title cannot be empty") },
  { "length (trim (why)) > 0", "why", N_("A step change needs a reason") },
  { "length (trim (fact)) > 0", "fact", N_("The fact cannot be empty") },
  { "length (trim (believe)) > 0", "believe", N_("What is believed cannot be empty") },
  { "length (trim (subject)) > 0", "subject", N_("The subject cannot be empty") },
  { "length (trim (what)) > 0", "what", N_("What it is about cannot be empty") },
  { "week_minutes >", "week_minutes", N_("The working minutes of a week are too few") },
  { "fiscal_month BETWEEN 1 AND 12", "fiscal_month", N_("A month is a number from 1 to 12") },
  { "seats >= 0", "seats", N_("Seats cannot be fewer than none") },
  { "left_on >= hired_on", "left_on", N_("Somebody cannot leave before being hired") },
  { "to_on >= from_on", "to_on", N_("The end lies before the beginning") },
  { "to_on > from_on", "to_on", N_("The end has to come after the beginning") },
  { "decimals BETWEEN 0 AND 4", "decimals", N_("Decimals are from 0 to 4") },
  { "floor < ceiling", "ceiling", N_("The highest possible value is not above the lowest one") },
  { "left_out = 0 OR note IS NOT NULL", "note",
    N_("A measurement that is left out needs a note that says why") },
  { "value IS NOT NULL OR note IS NOT NULL", "value",
    N_("A measurement without a value needs a note that says why it is missing") },
  { "base_n BETWEEN 6 AND 60", "base_n", N_("The limits are computed from 6 to 60 points") },
  { "due_on > starts_on", "due_on", N_("A goal is due after it starts") },
  { "state IN ('draft', 'open') OR (closed_on IS NOT NULL AND lesson", "lesson",
    N_("A goal that is not open any more needs the day it was closed and what was learned") },
  { "weight > 0", "weight", N_("A weight is above zero") },
  { "shape <> 'reach'", "baseline",
    N_("A target to reach needs a baseline and a value other than it") },
  { "shape <> 'total'", "value", N_("A target for a total needs a value other than zero") },
  { "shape <> 'keep'", "value",
    N_("A target to keep needs a value, or a low and a high end in this order") },
  { "state <> 'closed' OR (closed_on", "state",
    N_("A closed deviation needs the day, the cause, whether it was effective, and evidence") },
  { "stop_on >= starts_on", "stop_on", N_("An experiment cannot stop before it starts") },
  { "closed_on IS NULL\n    OR (observed", "closed_on",
    N_("A closed experiment needs what was seen, what was learned and what comes next") },
  { "usefulness BETWEEN 1 AND 10", "usefulness", N_("Usefulness is a number from 1 to 10") },
  { "replaced_by <> id", "replaced_by", N_("A decision cannot replace itself") },
  { "moved >= 0", "moved", N_("Something cannot have been moved fewer than zero times") },
  { "progress BETWEEN 0 AND 100", "progress", N_("Progress is a number from 0 to 100") },
  { "moved = 0 OR first_due_on", "first_due_on",
    N_("An action that was moved needs the day it was due first") },
  { "state IN ('open', 'blocked') OR closed_on", "closed_on",
    N_("An action that is done or dropped needs the day it was closed") },
  { "state <> 'dropped' OR result", "result", N_("An action that is dropped needs a result") },
  { "goal_id IS NOT NULL OR deviation_id", NULL,
    N_("An action serves a goal, a deviation, an experiment or a decision") },
  { "action_id <> after_id", "after_id", N_("An action cannot wait for itself") },
  { "(indicator_id IS NOT NULL) + (action_id", NULL,
    N_("A review item is about exactly one thing") },
  { "length (trim (note)) > 0", "note", N_("A check of a goal says something") },
  { "length (state) > 0", "state", N_("A check of a goal says how it stood") },
  { "level BETWEEN 0 AND 4", "level", N_("A level is a number from 0 to 4") },
  { "level BETWEEN 1 AND 4", "level", N_("A level that is needed is a number from 1 to 4") },
  { "level_given BETWEEN 1 AND 4", "level_given", N_("A level is a number from 1 to 4") },
  { "passed IN (0, 1)", "passed", N_("Passed is 1, not passed is 0") },
  { "liked BETWEEN 1 AND 5", "liked", N_("How it was liked is a number from 1 to 5") },
  { "applied BETWEEN 1 AND 5", "applied", N_("How much of it is used is a number from 1 to 5") },
  { "minutes >= 0", "minutes", N_("Minutes cannot be fewer than none") },
  { "minutes > 0", "minutes", N_("A session takes some minutes") },
  { "seats > 0", "seats", N_("A vacancy has one seat or more") },
  { "lead_days >= 0", "lead_days", N_("Days to deliver cannot be fewer than none") },
  { "pack > 0", "pack", N_("A pack holds more than nothing") },
  { "quantity > 0", "quantity", N_("A quantity is above zero; what comes back goes from and to the "
                                   "other way round") },
  { "unit_cost >= 0", "unit_cost", N_("A cost cannot be below zero") },
  { "score BETWEEN 1 AND 5", "score", N_("A score is a number from 1 to 5") },
  { "giver_id <> taker_id", "taker_id",
    N_("An area promises nothing to itself: choose another one") },
  { "from_id <> to_id", "to_id", N_("A movement goes from one location to another") },
  { "cause = 'undo'", "reverses_id",
    N_("A movement that takes another back has the cause “undo” and says which one") },
  { "id = 1", NULL, N_("There is one firm in a file") },

  { "an area cannot be part of itself", "parent_id", N_("An area cannot be part of itself") },
  { "a goal cannot climb to itself", "parent_id", N_("A goal cannot climb to itself") },
  { "deviation has unfinished actions", "state",
    N_("The deviation has unfinished actions and cannot be closed") },
  { "the deviation is closed", "deviation_id",
    N_("The deviation is closed; an open action cannot serve it") },
  { "dependency cycle", "after_id", N_("The actions would wait for each other") },
  { "a dependency is removed and added", NULL, N_("A dependency cannot be changed") },
  { "a movement is never", NULL,
    N_("A movement is never changed; another one takes it back") },
  { "the period is closed", "moved_on", N_("The books are closed for this day") },
  { "not enough stock", "quantity", N_("There was not that much in stock, then or later") },
  { "somebody is away once at a time", "from_on", N_("The person is away then already") },
  { "only who works here is away", "from_on",
    N_("The person is not away before they join or after they leave") },
  { "only who works here has a post", "from_on",
    N_("A post lies between the day the person joins and the day they leave") },
  { "was erased as personal data", NULL,
    N_("What this edit wrote was erased as personal data, so that it cannot be undone") },
  { "posts at once are parts of one week", "week_minutes",
    N_("With the person's other posts at that time it is more than the firm's week") },
  { "holiday_once", "day", N_("There is a holiday on that day already") },
  { "length (trim (words)) > 0", "words", N_("Thanks say what for") },
  { "suggestion_id IS NULL OR deviation_id IS NULL", NULL,
    N_("Thanks are for a suggestion or for a deviation, not for both") },
  { "who declines a suggestion says why", "answer",
    N_("A suggestion that is declined needs an answer that says why") },
  { "least >= 5", "least", N_("Nothing is shown of fewer than 5 answers") },
  { "a closed survey stays closed", "closed_on", N_("A survey that is closed stays closed") },
  { "the survey is closed", NULL, N_("The survey is closed") },
  { "an invitation is answered once", "done", N_("An invitation is answered once") },
  { "review_once", "week_on", N_("There is a review of that week") },
  { "sale_line.sale_id, sale_line.item_id", "item_id",
    N_("The order names the item already: change its quantity") },
  { "good >= 0", "good", N_("What came cannot be less than nothing") },
  { "rejected >= 0", "rejected", N_("What came cannot be less than nothing") },
  { "shipped >= 0", "shipped", N_("What was shipped cannot be less than nothing") },
  { "pay_days >= 0", "pay_days", N_("Days to pay cannot be fewer than none") },
  { "FOREIGN KEY", NULL, N_("It refers to something that is not there") },
};

/* The first field of the table that a message like “UNIQUE constraint failed: area.name” names. */
static const TrasField *
find_named (const TrasTable *table,
            const char      *message)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%s", table->name, table->fields[i].name);

      if (strstr (message, column) != NULL)
        return &table->fields[i];
    }

  return NULL;
}

static const Reason *
find_reason (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      if (strstr (error->message, reasons[i].rule) != NULL)
        return &reasons[i];
    }

  return NULL;
}

/**
 * tras_import_get_rule:
 * @error: %TRAS_ERROR_CONSTRAINT as the store has it
 *
 * Returns: (nullable): what the rule that refused says, a sentence without its full stop; %NULL
 *   where it is a name that is taken or something that is missing
 */
const char *
tras_import_get_rule (const GError *error)
{
  const Reason *reason;

  g_return_val_if_fail (error != NULL, NULL);

  reason = find_reason (error);

  return reason != NULL ? _(reason->sentence) : NULL;
}

/**
 * tras_import_dup_reason:
 * @table: the table of the record that was refused
 * @error: %TRAS_ERROR_CONSTRAINT as the store has it
 * @field: (out) (nullable): the field that it is about, %NULL for the whole row
 *
 * Returns: (transfer full): why the row cannot be taken, a sentence without its full stop
 */
char *
tras_import_dup_reason (const TrasTable  *table,
                        const GError     *error,
                        const TrasField **field)
{
  const Reason *reason;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  reason = find_reason (error);
  if (reason != NULL)
    {
      *field = reason->field != NULL ? tras_table_find_field (table, reason->field) : NULL;
      return g_strdup (_(reason->sentence));
    }

  *field = find_named (table, error->message);
  if (strstr (error->message, "NOT NULL") != NULL && *field != NULL)
    return g_strdup_printf (_("“%s” cannot be empty"), tras_field_get_label (*field));
  if (strstr (error->message, "UNIQUE") != NULL)
    return g_strdup (*field != NULL && ((*field)->flags & TRAS_FIELD_KEY) == 0
                     ? _("There is another one of that name")
                     : _("Another row says the same thing already"));

  return g_strdup_printf (_("A rule of the records refuses it: %s"), error->message);
}
