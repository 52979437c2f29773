/* tras-plan-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-plan-templates.h"

#define MINUTES_AN_HOUR 60

/* Monday to Friday. */
#define WORKING_DAYS 5
#define WEEK 7

/* Translators: each of these plans is a list of actions: what is to be done, and when it is done */
static const TrasPlanStep branch[] = {
  { "study", N_("Compare three places for the branch"),
    N_("Rent, customers nearby and works are compared on one page"), 0, 20, 24, NULL, NULL, { 0 } },
  { "todo", N_("Work out what the branch costs and brings in three years"),
    N_("The figures are agreed with whoever lends the money"), 7, 27, 16, NULL, NULL, { 1 } },
  { "todo", N_("Sign the lease and ask for the permits"),
    N_("Lease and permits are on file"), 28, 48, 12, N_("Lawyer and fees"), "service", { 2 } },
  { "buy", N_("Do the works and furnish the place"),
    N_("The place is handed over without open faults"), 49, 90, 40, N_("Works and furniture"),
    "infrastructure", { 3 } },
  { "buy", N_("Put in tills, computers and telephone"),
    N_("A sale and a call were tried from end to end"), 77, 97, 16, N_("Tills and computers"),
    "infrastructure", { 3 } },
  { "hire", N_("Hire the people of the branch"),
    N_("Everybody has signed"), 42, 84, 40, N_("Advertisements"), "service", { 2 } },
  { "train", N_("Train the people in the present shop"),
    N_("Each can open, sell and close alone"), 85, 105, 60, NULL, NULL, { 6 } },
  { "buy", N_("Fill the shelves"),
    N_("Stock is counted and agrees with the books"), 91, 108, 24, N_("First stock"), "material",
    { 4, 5 } },
  { "todo", N_("Tell customers and open"),
    N_("The doors are open"), 98, 112, 16, N_("Advertising"), "service", { 7, 8 } },
  { "study", N_("Look back after a month"),
    N_("What to keep and what to change is written down"), 140, 144, 4, NULL, NULL, { 9 } },
};

static const TrasPlanStep hiring[] = {
  { "todo", N_("Say what the person will do, and what they must know"),
    N_("Whoever they will work with has agreed"), 0, 4, 4, NULL, NULL, { 0 } },
  { "hire", N_("Publish the vacancy"),
    N_("It can be seen where such people look"), 5, 8, 3, N_("Advertisement"), "service", { 1 } },
  { "todo", N_("Read applications and choose whom to meet"),
    N_("Everybody has an answer"), 9, 25, 8, NULL, NULL, { 2 } },
  { "todo", N_("Hold the interviews, two people to each"),
    N_("Each was asked the same questions"), 18, 35, 12, NULL, NULL, { 3 } },
  { "todo", N_("Choose, offer and sign"),
    N_("The contract is signed; the others were told"), 36, 43, 4, NULL, NULL, { 4 } },
  { "buy", N_("Prepare place, tools and accounts"),
    N_("Everything works on the day before"), 44, 56, 6, N_("Tools and computer"),
    "infrastructure", { 5 } },
  { "train", N_("Show them the work in the first month"),
    N_("They do the usual work without asking"), 57, 87, 40, NULL, NULL, { 6 } },
  { "todo", N_("Talk before the trial period ends"),
    N_("Both sides have said how it goes on"), 88, 91, 2, NULL, NULL, { 7 } },
};

/* The days are counted from the first one at work. */
static const TrasPlanStep onboarding[] = {
  { "todo", N_("Have place, tools, keys and accounts ready"),
    N_("Everything works on the first morning"), 0, 0, 4, NULL, NULL, { 0 } },
  { "todo", N_("Show the house, the people and how to work safely"),
    N_("They know whom to ask, and the ways out"), 0, 1, 3, NULL, NULL, { 1 } },
  { "study", N_("Read what the role is there for, its goals and its numbers"),
    N_("They can say what their work moves, and for whom"), 1, 4, 6, NULL, NULL, { 2 }, TRUE },
  { "train", N_("Learn the usual work beside somebody who knows it"),
    N_("They do the usual work without asking"), 2, 25, 40, NULL, NULL, { 2 }, TRUE },
  { "todo", N_("Talk after the first week"),
    N_("What is missing is written down and has an owner"), 7, 8, 1, NULL, NULL, { 2 } },
  { "train", N_("Close the gaps in the skills that the role needs"),
    N_("Each of them has its mark"), 14, 60, 24, NULL, NULL, { 4 }, TRUE },
  { "todo", N_("Talk after a month: what helps, what hinders"),
    N_("Both have said it, and one thing is changed"), 30, 32, 1, NULL, NULL, { 4, 5 } },
  { "todo", N_("Talk before the trial period ends"),
    N_("Both sides have said how it goes on"), 80, 84, 2, NULL, NULL, { 6, 7 } },
};

static const TrasPlanStep audit[] = {
  { "study", N_("Read the standard against what is done today"),
    N_("Each gap stands in a list with an owner"), 0, 14, 24, NULL, NULL, { 0 } },
  { "process", N_("Close the gaps in procedures and records"),
    N_("No gap of the list is open"), 15, 50, 40, NULL, NULL, { 1 } },
  { "train", N_("Show everybody what has changed"),
    N_("Everybody it concerns has signed"), 43, 60, 16, NULL, NULL, { 2 } },
  { "study", N_("Hold an internal audit"),
    N_("The report is written and its findings have owners"), 61, 67, 16, NULL, NULL, { 3 } },
  { "process", N_("Correct what the internal audit found"),
    N_("The causes are gone, not only the findings"), 68, 84, 24, NULL, NULL, { 4 } },
  { "todo", N_("Review by the management"),
    N_("Goals, findings and decisions are in the minutes"), 82, 86, 4, NULL, NULL, { 4 } },
  { "todo", N_("Lay out the papers and agree on the day"),
    N_("The auditor has agenda and contacts"), 84, 89, 6, NULL, NULL, { 5, 6 } },
  { "todo", N_("Go through the audit"),
    N_("The auditor has left the report"), 90, 91, 16, N_("Fee of the auditor"), "service", { 7 } },
};

static const TrasPlanStep launch[] = {
  { "study", N_("Ask ten customers what they would use it for"),
    N_("Their words are written down"), 0, 14, 16, NULL, NULL, { 0 } },
  { "study", N_("Work out price, cost and how many must be sold"),
    N_("The number that pays for it is known"), 10, 21, 8, NULL, NULL, { 1 } },
  { "process", N_("Try it with a few customers"),
    N_("Five have used it, and what went wrong is known"), 22, 49, 32, N_("Material for the trial"),
    "material", { 2 } },
  { "process", N_("Mend what the trial showed"),
    N_("Nothing is open that would stop a sale"), 50, 63, 24, NULL, NULL, { 3 } },
  { "train", N_("Show it to those who sell and look after it"),
    N_("Each can explain it and answer the ten usual questions"), 57, 66, 12, NULL, NULL, { 3 } },
  { "buy", N_("Have enough for the first month"),
    N_("It can be promised from stock"), 50, 70, 6, N_("First stock"), "material", { 3 } },
  { "todo", N_("Offer it to everybody"),
    N_("The first was sold"), 71, 77, 16, N_("Advertising"), "service", { 4, 5, 6 } },
  { "study", N_("Look back after six weeks"),
    N_("Sold, returned and said is compared with what was expected"), 119, 123, 4, NULL, NULL,
    { 7 } },
};

static const TrasPlanStep supplier[] = {
  { "study", N_("Say what was wrong with the present supplier, in numbers"),
    N_("Late, rejected and dear is counted for a year"), 0, 7, 6, NULL, NULL, { 0 } },
  { "study", N_("Ask three suppliers for offers"),
    N_("The offers can be compared line by line"), 8, 25, 8, NULL, NULL, { 1 } },
  { "buy", N_("Order samples and test them"),
    N_("What is to be measured was measured"), 20, 39, 12, N_("Samples"), "material", { 2 } },
  { "todo", N_("Agree on price, lead time and what happens with faults"),
    N_("It is signed"), 40, 50, 8, NULL, NULL, { 3 } },
  { "buy", N_("Buy a first small order beside the old one"),
    N_("It came whole, good and in time"), 51, 71, 4, N_("First order"), "material", { 4 } },
  { "process", N_("Change items, reorder points and papers"),
    N_("The next order goes to the new supplier by itself"), 65, 74, 6, NULL, NULL, { 4 } },
  { "todo", N_("Take leave of the old supplier"),
    N_("Nothing is on order, nothing is owed"), 75, 84, 3, NULL, NULL, { 5, 6 } },
  { "study", N_("Compare three months with the old numbers"),
    N_("Late, rejected and dear is counted again"), 165, 170, 4, NULL, NULL, { 7 } },
};

enum
{
  ONBOARDING = 2,
};

static const TrasPlanTemplate templates[] = {
  { N_("Open a branch"), branch, G_N_ELEMENTS (branch) },
  { N_("Hire somebody"), hiring, G_N_ELEMENTS (hiring) },
  [ONBOARDING] = { N_("Welcome somebody new"), onboarding, G_N_ELEMENTS (onboarding) },
  { N_("Prepare an audit"), audit, G_N_ELEMENTS (audit) },
  { N_("Launch a product or a service"), launch, G_N_ELEMENTS (launch) },
  { N_("Move to a new supplier"), supplier, G_N_ELEMENTS (supplier) },
};

guint
tras_plan_templates_get_n (void)
{
  return G_N_ELEMENTS (templates);
}

/**
 * tras_plan_templates_get:
 * @place: a place below tras_plan_templates_get_n()
 *
 * Returns: (transfer none): the template there
 */
const TrasPlanTemplate *
tras_plan_templates_get (guint place)
{
  g_return_val_if_fail (place < G_N_ELEMENTS (templates), NULL);

  return &templates[place];
}

/**
 * tras_plan_templates_get_onboarding:
 *
 * Returns: the place of the plan for somebody's first weeks
 */
guint
tras_plan_templates_get_onboarding (void)
{
  return ONBOARDING;
}

static gboolean
is_left_out (const TrasPlanChoice *self,
             guint                 step)
{
  return self->left_out != NULL && self->left_out[step];
}

/* On which day the last of the wanted steps is due. */
static int
get_length (const TrasPlanChoice *self)
{
  int length = 0;

  for (guint i = 0; i < self->template->n_steps; i++)
    {
      if (!is_left_out (self, i))
        length = MAX (length, self->template->steps[i].due);
    }

  return length;
}

/* A plan that goes on from its first day has its weekends' days on the Monday after, one that must
 * be done by a day on the Friday before. */
static TrasDay
get_working_day (TrasDay  day,
                 gboolean backwards)
{
  TrasDay monday = tras_period_first_day (TRAS_EVERY_WEEK, day);

  if (day - monday < WORKING_DAYS)
    return day;

  return backwards ? monday + WORKING_DAYS - 1 : monday + WEEK;
}

/**
 * tras_plan_choice_get_days:
 * @self: a plan to be made
 * @step: one of its template's steps
 * @starts_on: (out): when it begins, from Monday to Friday
 * @due_on: (out): when it is due, likewise; not before @starts_on
 */
void
tras_plan_choice_get_days (const TrasPlanChoice *self,
                           guint                 step,
                           TrasDay              *starts_on,
                           TrasDay              *due_on)
{
  TrasDay first;

  g_return_if_fail (self != NULL);
  g_return_if_fail (step < self->template->n_steps);

  first = self->backwards ? self->day - get_length (self) : self->day;
  *starts_on = get_working_day (first + self->template->steps[step].start, self->backwards);
  *due_on = get_working_day (first + self->template->steps[step].due, self->backwards);
}

static TrasAction *
make_action (const TrasPlanChoice *self,
             guint                 place)
{
  const TrasPlanStep *step = &self->template->steps[place];
  TrasAction *action = tras_action_new ();

  action->title = g_strdup (_(step->title));
  action->done_when = g_strdup (_(step->done_when));
  action->kind = g_intern_string (step->kind);
  action->goal_id = self->goal_id;
  action->owner_id = step->by_newcomer && self->newcomer_id != 0 ? self->newcomer_id
                                                                 : self->owner_id;
  tras_plan_choice_get_days (self, place, &action->starts_on, &action->due_on);
  action->first_due_on = action->due_on;

  return action;
}

static void
add_need (TrasEdit   *edit,
          TrasAction *action,
          const char *what,
          const char *kind,
          gint64      minutes)
{
  g_autoptr (TrasActionNeed) need = tras_action_need_new ();

  need->what = g_strdup (what);
  need->kind = g_intern_string (kind);
  need->planned_minutes = minutes;
  tras_edit_insert (edit, need);
  tras_edit_link (edit, need, "action_id", action);
}

static void
add_link (TrasEdit   *edit,
          TrasAction *action,
          TrasAction *after)
{
  g_autoptr (TrasActionAfter) link = tras_action_after_new ();

  tras_edit_insert (edit, link);
  tras_edit_link (edit, link, "action_id", action);
  tras_edit_link (edit, link, "after_id", after);
}

/* What waits for a step that is left out waits for what that one would have waited for. */
static void
mark_waited (const TrasPlanChoice *self,
             guint                 place,
             gboolean             *waited)
{
  const TrasPlanStep *step = &self->template->steps[place];

  for (guint i = 0; i < TRAS_PLAN_MOST_AFTER && step->after[i] != 0; i++)
    {
      guint before = step->after[i] - 1;

      if (is_left_out (self, before))
        mark_waited (self, before, waited);
      else
        waited[before] = TRUE;
    }
}

/**
 * tras_plan_choice_make_edit:
 * @self: a plan to be made
 *
 * Returns: (transfer full): adds its actions with their needs, and what they wait for
 */
TrasEdit *
tras_plan_choice_make_edit (const TrasPlanChoice *self)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;
  TrasEdit *edit;
  guint n_steps;

  g_return_val_if_fail (self != NULL, NULL);

  n_steps = self->template->n_steps;
  /* Translators: an edit; %s is a template of a plan: “Plan: Open a branch” */
  label = g_strdup_printf (_("Plan: %s"), _(self->template->title));
  edit = tras_edit_new (label);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree gboolean *waited = g_new0 (gboolean, n_steps);
      const TrasPlanStep *step = &self->template->steps[i];
      TrasAction *action = make_action (self, i);

      g_ptr_array_add (actions, action);
      if (is_left_out (self, i))
        continue;

      tras_edit_insert (edit, action);
      add_need (edit, action, _("Working hours"), "labour", step->hours * MINUTES_AN_HOUR);
      if (step->need != NULL)
        add_need (edit, action, _(step->need), step->need_kind, 0);
      mark_waited (self, i, waited);
      for (guint j = 0; j < i; j++)
        {
          if (waited[j])
            add_link (edit, action, actions->pdata[j]);
        }
    }

  return edit;
}
