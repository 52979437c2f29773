/* test-indicator-series.c: an indicator's numbers, verdict and words, from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-action.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-scorecard.h"
#include "tras-sentence.h"
#include "tras-training.h"

/* Moving ranges of 2 throughout about a mean of 5 over twelve weeks: limits 5 ± 2.66·2. */
static gint64
make_steady (Fixture *fixture)
{
  gint64 id = insert (fixture, make_indicator ("Returns", "down", "sum"));

  for (int week = 0; week < 12; week++)
    measure (fixture, id, week, week % 2 == 0 ? 4 : 6);

  return id;
}

static gint64
id_of (gpointer record)
{
  return TRAS_RECORD (record)->id;
}

static TrasIndicatorSeries *
load (Fixture *fixture,
      gint64   id,
      TrasDay  on)
{
  g_autoptr (GError) error = NULL;
  TrasIndicatorSeries *series = tras_indicator_series_load (fixture->db, id, on, &error);

  g_assert_no_error (error);

  return series;
}

static gint64
make_target (Fixture    *fixture,
             gint64      indicator,
             const char *shape,
             double      baseline,
             double      value,
             const char *from,
             const char *to)
{
  TrasTarget *target = tras_target_new ();

  target->indicator_id = indicator;
  target->shape = g_intern_string (shape);
  target->baseline = baseline;
  target->value = value;
  target->from_on = day (from);
  target->to_on = day (to);

  return insert (fixture, target);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  g_autoptr (TrasIndicatorSeries) series = load (fixture, id, day ("1998-03-22"));

  g_assert_cmpuint (series->n, ==, 12);
  g_assert_cmpuint (series->verdict->n_limits, ==, 1);
  g_assert_cmpfloat_with_epsilon (series->verdict->limits[0].mean, 5.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (series->verdict->limits[0].upper, 10.32, 1e-9);
  g_assert_cmpfloat_with_epsilon (series->verdict->limits[0].lower, -0.32, 1e-9);
  g_assert_cmpint (series->verdict->variation, ==, TRAS_VARIATION_COMMON);
  g_assert_false (tras_indicator_series_is_signal (series));
  g_assert_cmpint (series->last_due - series->first_due, ==, 11);
}

/* Nothing later than the day is seen, and a week is due when its Sunday has come. */
static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  g_autoptr (TrasIndicatorSeries) saturday = load (fixture, id, day ("1998-01-10"));
  g_autoptr (TrasIndicatorSeries) sunday = load (fixture, id, day ("1998-01-11"));

  g_assert_cmpuint (saturday->n, ==, 2);
  g_assert_cmpint (saturday->last_due - saturday->first_due, ==, 0);
  g_assert_cmpint (sunday->last_due - sunday->first_due, ==, 1);
}

static void
test_signal (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autofree char *now = NULL;
  g_autofree char *met = NULL;
  g_autofree char *assurance = NULL;
  g_autofree char *all = NULL;
  g_autofree char *later_text = NULL;
  g_autoptr (TrasIndicatorSeries) later = NULL;

  /* 20 points lock the baseline: 4 and 6 in turn, then 14 beyond 5 + 2.66·2. */
  for (int week = 12; week < 20; week++)
    measure (fixture, id, week, week % 2 == 0 ? 4 : 6);
  measure (fixture, id, 20, 14);
  make_target (fixture, id, "keep", NAN, 5, "1998-01-01", "1998-12-31");

  series = load (fixture, id, day ("1998-05-24"));
  g_assert_cmpint (series->verdict->variation, ==, TRAS_VARIATION_CONCERNING);
  g_assert_cmpint (series->verdict->assurance, ==, TRAS_ASSURANCE_HIT_OR_MISS);
  g_assert_cmpint (series->verdict->winner, ==, TRAS_RULE_LIMIT);
  g_assert_cmpfloat (series->target_value, ==, 5);

  now = tras_sentence_variation (series, format);
  g_assert_cmpstr (now, ==,
                   "Worse than usual: 14 this week, above the normal \342\210\2220.3 to 10.");
  met = tras_sentence_met (series);
  g_assert_cmpstr (met, ==, "Met in 6 of the last 13 weeks.");
  assurance = tras_sentence_assurance (series, format);
  g_assert_cmpstr (assurance, ==, "It will meet the target of 5 at times, and miss it at times.");
  all = tras_sentence_verdict (series, format);
  g_assert_true (g_str_has_prefix (all, now));
  g_assert_nonnull (strstr (all, met));
  g_assert_true (g_str_has_suffix (all, assurance));

  later = load (fixture, id, day ("1998-06-07"));
  later_text = tras_sentence_variation (later, format);
  g_assert_null (strstr (later_text, "this week"));
}

static void
choose_rules (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasFirm) firm = tras_firm_load (fixture->db, &error);

  g_assert_no_error (error);
  firm->rules = g_intern_string (id);
  tras_db_update (fixture->db, firm, &error);
  g_assert_no_error (error);
}

/* The firm's rules judge: seven in a row above the average are a signal by default, where others
 * wait for one or two more; fourteen that rise and fall in turn are one for Nelson alone. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *id;
    TrasVariation run;
    TrasVariation swing;
    const char *price;
  } expected[] = {
    { "default", TRAS_VARIATION_CONCERNING, TRAS_VARIATION_COMMON, "about 40 of 1,000" },
    { "wheeler", TRAS_VARIATION_COMMON, TRAS_VARIATION_COMMON, "about 32 of 1,000" },
    { "western-electric", TRAS_VARIATION_COMMON, TRAS_VARIATION_COMMON, "about 42 of 1,000" },
    { "nelson", TRAS_VARIATION_COMMON, TRAS_VARIATION_NEUTRAL, "about 53 of 1,000" },
  };
  gint64 swing = make_steady (fixture);
  gint64 run = insert (fixture, make_indicator ("Run", "down", "sum"));

  /* Pairs, so that nothing swings; the mean is 5. */
  for (int week = 0; week < 20; week++)
    measure (fixture, run, week, week / 2 % 2 == 0 ? 6 : 4);
  for (int week = 20; week < 27; week++)
    measure (fixture, run, week, 5.5);
  for (int week = 12; week < 27; week++)
    measure (fixture, swing, week, week % 2 == 0 ? 4 : 6);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TrasRuleSet *set = tras_rule_set_find (expected[i].id);
      g_autofree char *price = tras_rule_set_dup_price (set);
      g_autoptr (TrasIndicatorSeries) a = NULL;
      g_autoptr (TrasIndicatorSeries) b = NULL;

      choose_rules (fixture, expected[i].id);
      a = load (fixture, run, day ("1998-07-05"));
      b = load (fixture, swing, day ("1998-07-05"));
      g_assert_cmpint (a->verdict->rules, ==, set->rules);
      g_assert_cmpint (a->verdict->variation, ==, expected[i].run);
      g_assert_cmpint (b->verdict->variation, ==, expected[i].swing);
      g_assert_nonnull (strstr (price, expected[i].price));
    }
}

/* Down is to up as a value is to its negative. */
static void
test_mirror (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 down = insert (fixture, make_indicator ("Down", "down", "mean"));
  gint64 up = insert (fixture, make_indicator ("Up", "up", "mean"));

  for (int week = 0; week < 40; week++)
    {
      double value = (week * 7 % 11) + (week > 25 ? 6 : 0);

      measure (fixture, down, week, value);
      measure (fixture, up, week, -value);
    }
  make_target (fixture, down, "keep", NAN, 9, "1998-01-01", "1999-12-31");
  make_target (fixture, up, "keep", NAN, -9, "1998-01-01", "1999-12-31");

  for (int week = 0; week < 40; week++)
    {
      TrasDay on = day ("1998-01-04") + 7 * week;
      g_autoptr (TrasIndicatorSeries) a = load (fixture, down, on);
      g_autoptr (TrasIndicatorSeries) b = load (fixture, up, on);

      g_assert_cmpint (a->verdict->variation, ==, b->verdict->variation);
      g_assert_cmpint (a->verdict->assurance, ==, b->verdict->assurance);
      g_assert_cmpuint (a->verdict->n_met, ==, b->verdict->n_met);
    }
}

static void
test_cells (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = insert (fixture, make_indicator ("Gaps", "up", "mean"));
  TrasMeasurement *absent = tras_measurement_new ();
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (GArray) missing = NULL;
  TrasCell cell;

  measure (fixture, id, 0, 1);
  measure (fixture, id, 3, 2);
  absent->indicator_id = id;
  absent->period_on = day ("1998-01-05");
  absent->note = g_strdup ("holiday");
  insert (fixture, absent);

  series = load (fixture, id, day ("1998-01-27"));
  missing = tras_indicator_series_dup_missing (series, 13);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpint (g_array_index (missing, gint32, 0), ==, series->first_due + 2);

  tras_indicator_series_get_cell (series, series->first_due - 1, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_OUTSIDE);
  tras_indicator_series_get_cell (series, series->first_due, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_MEASURED);
  g_assert_cmpfloat (cell.value, ==, 1);
  tras_indicator_series_get_cell (series, series->first_due + 1, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_ABSENT);
  g_assert_cmpstr (cell.note, ==, "holiday");
  tras_indicator_series_get_cell (series, series->first_due + 2, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_OPEN);
  tras_indicator_series_get_cell (series, series->first_due + 4, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_OUTSIDE);
}

static gint64
target_at (TrasIndicatorSeries *series,
           const char          *iso)
{
  return id_of (tras_indicator_series_get_target_at (series, day (iso)));
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  gint64 standing = make_target (fixture, id, "keep", NAN, 5, "1998-01-01", "1998-01-31");
  gint64 first = make_target (fixture, id, "reach", 6, 4, "1998-01-01", "1998-03-31");
  gint64 second = make_target (fixture, id, "reach", 6, 3, "1998-03-01", "1998-06-30");
  g_autoptr (TrasIndicatorSeries) series = NULL;

  make_target (fixture, id, "total", NAN, 100, "1998-01-01", "1999-12-31");
  series = load (fixture, id, day ("1998-03-15"));

  g_assert_cmpint (target_at (series, "1998-01-31"), ==, standing);
  g_assert_cmpint (target_at (series, "1998-02-01"), ==, first);
  g_assert_cmpint (id_of (series->target), ==, second);
  g_assert_null (tras_indicator_series_get_target_at (series, day ("1998-07-01")));
  g_assert_cmpfloat (series->target_value, ==, 3);
}

static void
test_segment (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  TrasSegment *segment = tras_segment_new ();
  g_autoptr (TrasIndicatorSeries) series = NULL;

  for (int week = 12; week < 24; week++)
    measure (fixture, id, week, week % 2 == 0 ? 14 : 16);
  segment->indicator_id = id;
  segment->from_on = day ("1997-12-29") + 7 * 12;
  segment->why = g_strdup ("new supplier");
  insert (fixture, segment);

  series = load (fixture, id, day ("1998-12-31"));
  g_assert_cmpuint (series->verdict->n_limits, ==, 2);
  g_assert_cmpfloat_with_epsilon (series->verdict->limits[1].mean, 15.0, 1e-12);
  g_assert_cmpint (series->verdict->variation, ==, TRAS_VARIATION_COMMON);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  TrasDecision *decision = tras_decision_new ();
  TrasDeviation *deviation = tras_deviation_new ();
  TrasAction *action = tras_action_new ();
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autoptr (GError) error = NULL;
  const TrasMarkKind kinds[] = { TRAS_MARK_DEVIATION, TRAS_MARK_ACTION, TRAS_MARK_DECISION };

  deviation->indicator_id = id;
  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = "signal";
  deviation->fact = g_strdup ("too many");
  deviation->period_on = day ("1998-01-05");
  deviation->opened_on = day ("1998-01-12");
  action->deviation_id = insert (fixture, deviation);
  action->title = g_strdup ("mend it");
  action->due_on = action->closed_on = day ("1998-02-02");
  action->state = "done";
  insert (fixture, action);
  decision->indicator_id = id;
  decision->by_id = 1;
  decision->what = g_strdup ("change");
  decision->why = g_strdup ("because");
  decision->decided_on = day ("1998-02-10");
  insert (fixture, decision);

  series = load (fixture, id, day ("1998-03-15"));
  g_assert_true (tras_indicator_series_load_marks (series, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (series->marks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TrasMark *mark = series->marks->pdata[i];

      g_assert_cmpint (mark->kind, ==, kinds[i]);
      g_assert_cmpint (mark->period, ==, tras_period_index (TRAS_EVERY_WEEK, mark->on));
    }
}

static gint64
make_session (Fixture    *fixture,
              gint64      training,
              const char *on,
              const char *state)
{
  TrasTrainingSession *session = tras_training_session_new ();

  session->training_id = training;
  session->starts_at = (gint64) day (on) * 24 * 60 * 60 + 12 * 60 * 60;
  session->minutes = 60;
  session->cost = 0;
  session->state = g_intern_string (state);

  return insert (fixture, session);
}

/* A training is seen on the days it was held, once, and not again as the action that wanted it. */
static void
test_trainings (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  gint64 other = insert (fixture, make_indicator ("Other", "up", "sum"));
  TrasDeviation *deviation = tras_deviation_new ();
  TrasAction *action = tras_action_new ();
  TrasTraining *training = tras_training_new ();
  TrasTraining *elsewhere = tras_training_new ();
  g_autoptr (TrasIndicatorSeries) without = NULL;
  g_autoptr (TrasIndicatorSeries) with = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action_id, training_id, session_id;

  deviation->indicator_id = id;
  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = "signal";
  deviation->fact = g_strdup ("too many");
  deviation->opened_on = day ("1998-01-05");
  action->deviation_id = insert (fixture, deviation);
  action->title = g_strdup ("learn it");
  action->kind = "train";
  action->due_on = action->closed_on = day ("1998-02-16");
  action->state = "done";
  action_id = insert (fixture, action);
  training->title = g_strdup ("How to do it");
  training->indicator_id = id;
  training->action_id = action_id;
  training_id = insert (fixture, training);
  elsewhere->title = g_strdup ("Something else");
  elsewhere->indicator_id = other;
  make_session (fixture, insert (fixture, elsewhere), "1998-02-02", "held");
  make_session (fixture, training_id, "1998-02-03", "planned");
  make_session (fixture, training_id, "1998-05-01", "held");

  without = load (fixture, id, day ("1998-03-15"));
  g_assert_true (tras_indicator_series_load_marks (without, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (without->marks->len, ==, 2);
  g_assert_cmpint (((TrasMark *) without->marks->pdata[1])->id, ==, action_id);

  session_id = make_session (fixture, training_id, "1998-02-09", "held");
  with = load (fixture, id, day ("1998-03-15"));
  g_assert_true (tras_indicator_series_load_marks (with, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (with->marks->len, ==, 2);
  g_assert_cmpint (((TrasMark *) with->marks->pdata[1])->kind, ==, TRAS_MARK_TRAINING);
  g_assert_cmpint (((TrasMark *) with->marks->pdata[1])->id, ==, session_id);
  g_assert_cmpint (((TrasMark *) with->marks->pdata[1])->on, ==, day ("1998-02-09"));
  g_assert_cmpstr (((TrasMark *) with->marks->pdata[1])->text, ==, "How to do it");
}

/* While it was retired nobody measured it: these periods are no gap that anybody is asked for. */
static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  g_autoptr (TrasIndicator) indicator = NULL;
  g_autoptr (TrasIndicatorSeries) retired = NULL;
  g_autoptr (TrasIndicatorSeries) back = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("back");
  g_autoptr (GArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  TrasCell cell;
  gint32 first;

  first = tras_period_index (TRAS_EVERY_WEEK, day ("1997-12-29"));
  indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, id, &error);
  indicator->retired_on = tras_period_start (TRAS_EVERY_WEEK, first + 13) + 2;
  indicator->retired_why = g_strdup ("nobody asked");
  g_assert_true (tras_db_update (fixture->db, indicator, &error));

  retired = load (fixture, id, tras_period_start (TRAS_EVERY_WEEK, first + 20) + 3);
  tras_indicator_series_bring_back (retired, edit);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_no_error (error);

  back = load (fixture, id, tras_period_start (TRAS_EVERY_WEEK, first + 21) + 3);
  g_assert_cmpint (back->indicator->retired_on, ==, TRAS_DAY_NONE);
  g_assert_cmpuint (back->n_absent, ==, 7);
  tras_indicator_series_get_cell (back, first + 13, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_ABSENT);
  g_assert_nonnull (strstr (cell.note, "nobody asked"));
  /* What was missing before and what came due since are still asked for. */
  missing = tras_indicator_series_dup_missing (back, 13);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpint (g_array_index (missing, gint32, 0), ==, first + 12);
  g_assert_cmpint (g_array_index (missing, gint32, 1), ==, first + 20);
}

/* What was done about the newest checked deviation is compared, once all of it is finished. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (TrasIndicatorSeries) early = NULL;
  g_autoptr (TrasIndicatorSeries) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  TrasEffect effect;

  for (int week = 12; week < 24; week++)
    measure (fixture, id, week, week % 2 == 0 ? 1 : 2);
  for (int i = 0; i < 2; i++)
    {
      TrasDeviation *deviation = tras_deviation_new ();
      TrasAction *action = tras_action_new ();

      deviation->code = g_strdup_printf ("D-%d", i + 1);
      deviation->indicator_id = id;
      deviation->area_id = deviation->owner_id = 1;
      deviation->origin = "signal";
      deviation->fact = g_strdup ("too many");
      deviation->opened_on = day ("1998-03-02");
      /* The second one nobody wants to check. */
      deviation->check_on = i == 0 ? day ("1998-06-01") : TRAS_DAY_NONE;
      action->deviation_id = insert (fixture, deviation);
      action->title = g_strdup ("mend it");
      action->due_on = action->closed_on = day ("1998-03-20") + 7 * i;
      action->state = "done";
      insert (fixture, action);
    }

  early = load (fixture, id, day ("1998-03-15"));
  g_assert_true (tras_indicator_series_load_marks (early, fixture->db, &error));
  g_assert_null (early->check);
  g_assert_false (tras_indicator_series_check (early, &effect));
  g_assert_null (tras_sentence_check (early, format));

  late = load (fixture, id, day ("1998-12-31"));
  g_assert_true (tras_indicator_series_load_marks (late, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_nonnull (late->check);
  g_assert_cmpint (late->check_to, ==, day ("1998-03-20"));
  g_assert_true (tras_indicator_series_check (late, &effect));
  g_assert_cmpint (effect.word, ==, TRAS_EFFECT_MOVED);
  g_assert_cmpint (effect.variation, ==, TRAS_VARIATION_IMPROVING);
  sentence = tras_sentence_check (late, format);
  g_assert_nonnull (strstr (sentence, late->check->code));
  g_assert_nonnull (strstr (sentence, "Moved for the better"));
}

/* Nobody marks a step by himself; when eight are better, or seven follow a decision, it is said. */
static void
test_propose_step (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 id = make_steady (fixture);
  TrasDecision *decision = tras_decision_new ();
  g_autoptr (TrasIndicatorSeries) short_run = NULL;
  g_autoptr (TrasIndicatorSeries) with_cause = NULL;
  g_autoptr (TrasIndicatorSeries) long_run = NULL;
  g_autoptr (GError) error = NULL;
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autofree char *sentence = NULL;
  const char *why;
  gint32 period;
  gint32 first;

  for (int week = 12; week < 19; week++)
    measure (fixture, id, week, week % 2 == 0 ? 1 : 2);
  short_run = load (fixture, id, day ("1998-12-31"));
  first = tras_period_index (TRAS_EVERY_WEEK, day ("1997-12-29") + 7 * 12);
  g_assert_false (tras_indicator_series_propose_step (short_run, &period, &why));

  decision->indicator_id = id;
  decision->by_id = 1;
  decision->what = g_strdup ("new supplier");
  decision->why = g_strdup ("because");
  decision->decided_on = tras_period_start (TRAS_EVERY_WEEK, first - 2);
  insert (fixture, decision);
  with_cause = load (fixture, id, day ("1998-12-31"));
  g_assert_true (tras_indicator_series_load_marks (with_cause, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_true (tras_indicator_series_propose_step (with_cause, &period, &why));
  g_assert_cmpint (period, ==, first);
  g_assert_cmpstr (why, ==, "new supplier");

  measure (fixture, id, 19, 2);
  long_run = load (fixture, id, day ("1998-12-31"));
  g_assert_true (tras_indicator_series_propose_step (long_run, &period, &why));
  g_assert_cmpint (period, ==, first);
  g_assert_null (why);
  sentence = tras_sentence_step (long_run, format);
  g_assert_nonnull (strstr (sentence, "W13 1998"));
}

static void
test_scorecard (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 steady = make_steady (fixture);
  TrasIndicator *retired = make_indicator ("Retired", "up", "mean");
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (GError) error = NULL;
  TrasScorecardRow *row;

  retired->retired_on = day ("1998-02-01");
  insert (fixture, retired);
  insert (fixture, make_indicator ("Empty", "up", "mean"));

  scorecard = tras_scorecard_load (fixture->db, day ("1998-03-29"), 13, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scorecard->rows->len, ==, 2);
  g_assert_cmpuint (scorecard->n_signals, ==, 0);
  g_assert_cmpuint (scorecard->n_missing, ==, 2);
  g_assert_cmpuint (scorecard->counts[TRAS_VARIATION_COMMON][TRAS_ASSURANCE_UNKNOWN], ==, 1);
  g_assert_cmpuint (scorecard->counts[TRAS_VARIATION_NONE][TRAS_ASSURANCE_UNKNOWN], ==, 1);

  row = scorecard->rows->pdata[1];
  g_assert_cmpint (id_of (row->series->indicator), ==, steady);
  g_assert_cmpfloat (row->newest->value, ==, 6);
  g_assert_cmpint (row->cells[12].state, ==, TRAS_CELL_OPEN);
  g_assert_cmpuint (row->missing->len, ==, 1);
  g_assert_cmpstr (tras_indicator_series_get_collector (row->series), ==, "Ana");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = insert (fixture, make_indicator ("Few", "up", "mean"));
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (TrasIndicatorSeries) none = load (fixture, id, day ("1998-01-04"));
  g_autofree char *nothing = tras_sentence_verdict (none, format);
  g_autoptr (TrasIndicatorSeries) few = NULL;
  g_autofree char *soon = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (nothing, ==, "Not measured yet.");

  for (int week = 0; week < 5; week++)
    measure (fixture, id, week, 3 + week);
  few = load (fixture, id, day ("1998-02-01"));
  soon = tras_sentence_verdict (few, format);
  g_assert_cmpstr (soon, ==, "7 this week. 1 more number is needed to say what is usual.");

  g_assert_null (tras_indicator_series_load (fixture->db, 999, 0, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/series/limits", test_limits },
    { "/model/series/day", test_day },
    { "/model/series/signal", test_signal },
    { "/model/series/rules", test_rules },
    { "/model/series/mirror", test_mirror },
    { "/model/series/cells", test_cells },
    { "/model/series/targets", test_targets },
    { "/model/series/segment", test_segment },
    { "/model/series/marks", test_marks },
    { "/model/series/trainings", test_trainings },
    { "/model/series/bring-back", test_bring_back },
    { "/model/series/check", test_check },
    { "/model/series/propose-step", test_propose_step },
    { "/model/series/scorecard", test_scorecard },
    { "/model/series/words", test_words },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
