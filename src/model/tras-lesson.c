/* tras-lesson.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-fold.h"
#include "tras-goal.h"
#include "tras-item.h"
#include "tras-lesson.h"
#include "tras-similar.h"
#include "tras-stockout.h"

G_DEFINE_FINAL_TYPE (TrasLesson, tras_lesson, G_TYPE_OBJECT)

static void
tras_lesson_finalize (GObject *object)
{
  TrasLesson *self = TRAS_LESSON (object);

  g_free (self->code);
  g_free (self->about);
  g_free (self->cause);
  g_free (self->learned);
  g_free (self->key);

  G_OBJECT_CLASS (tras_lesson_parent_class)->finalize (object);
}

static void
tras_lesson_class_init (TrasLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_lesson_finalize;
}

static void
tras_lesson_init (TrasLesson *self)
{
}

/* ---- from records ---- */

static TrasLesson *
add (GPtrArray      *lessons,
     TrasLessonKind  kind,
     gpointer        record,
     const char     *about)
{
  TrasLesson *self = g_object_new (TRAS_TYPE_LESSON, NULL);

  self->kind = kind;
  self->type = G_OBJECT_TYPE (record);
  self->id = TRAS_RECORD (record)->id;
  self->about = g_strdup (about);
  g_ptr_array_add (lessons, self);

  return self;
}

static gboolean
take_goal (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasGoal *goal = record;
  TrasLesson *self = add (user_data, TRAS_LESSON_GOAL, record, goal->title);

  self->code = g_strdup (goal->code);
  self->learned = g_strdup (goal->lesson);
  self->outcome = goal->state;
  self->on = goal->closed_on;

  return TRUE;
}

static gboolean
take_deviation (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  TrasDeviation *deviation = record;
  TrasLesson *self = add (user_data, TRAS_LESSON_DEVIATION, record, deviation->fact);

  self->code = g_strdup (deviation->code);
  self->cause = g_strdup (deviation->cause);
  self->open = !tras_deviation_is_closed (deviation);
  self->learned = g_strdup (self->open ? NULL : deviation->evidence);
  self->outcome = deviation->effective;
  self->on = self->open ? deviation->opened_on : deviation->closed_on;
  self->indicator_id = deviation->indicator_id;

  return TRUE;
}

static gboolean
take_experiment (gpointer   record,
                 gpointer   user_data,
                 GError   **error)
{
  TrasExperiment *experiment = record;
  TrasLesson *self = add (user_data, TRAS_LESSON_EXPERIMENT, record, experiment->believe);

  self->code = g_strdup (experiment->code);
  self->open = experiment->closed_on == TRAS_DAY_NONE;
  self->learned = g_strdup (self->open ? NULL : experiment->learned);
  self->outcome = self->open ? NULL : experiment->next;
  self->on = self->open ? experiment->starts_on : experiment->closed_on;
  self->indicator_id = experiment->indicator_id;

  return TRUE;
}

static gboolean
take_stockout (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  TrasStockout *stockout = record;
  TrasLesson *self = add (user_data, TRAS_LESSON_STOCKOUT, record, stockout->item_name);

  /* It is the item that has a page. */
  self->type = TRAS_TYPE_ITEM;
  self->id = stockout->item_id;
  self->cause = g_strdup (stockout->cause);
  self->learned = g_strdup (stockout->lesson);
  self->on = stockout->from_on;

  return TRUE;
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  const TrasLesson *x = *(TrasLesson *const *) a, *y = *(TrasLesson *const *) b;

  if (x->on != y->on)
    return x->on < y->on ? 1 : -1;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;

  return (x->id < y->id) - (x->id > y->id);
}

static void
make_key (TrasLesson *self)
{
  const char *parts[] = { self->code, self->about, self->cause, self->learned };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (text, "%s\n", parts[i]);
    }
  self->key = tras_fold_key (text->str);
}

/**
 * tras_lesson_load_all:
 * @db: a connection
 * @flags: which
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasLesson): what was learned, the newest first
 */
GPtrArray *
tras_lesson_load_all (TrasDb           *db,
                      TrasLessonFlags   flags,
                      GError          **error)
{
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrasQuery) goals = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (TrasQuery) deviations = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (TrasQuery) experiments = tras_query_new (TRAS_TYPE_EXPERIMENT);
  g_autoptr (TrasQuery) stockouts = tras_query_new (TRAS_TYPE_STOCKOUT);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_null (goals, "lesson", FALSE);
  tras_query_where_null (goals, "closed_on", FALSE);
  tras_query_where_null (stockouts, "lesson", FALSE);
  if (!(flags & TRAS_LESSON_WITH_OPEN))
    {
      tras_query_where_text (deviations, "state", TRAS_QUERY_EQ, "closed");
      tras_query_where_null (experiments, "closed_on", FALSE);
    }
  if (!tras_db_foreach (db, goals, take_goal, lessons, error) ||
      !tras_db_foreach (db, deviations, take_deviation, lessons, error) ||
      !tras_db_foreach (db, experiments, take_experiment, lessons, error) ||
      !tras_db_foreach (db, stockouts, take_stockout, lessons, error))
    return NULL;

  g_ptr_array_sort (lessons, compare);
  for (guint i = 0; i < lessons->len; i++)
    make_key (lessons->pdata[i]);

  return g_steal_pointer (&lessons);
}

/* ---- finding ---- */

static char *
dup_compared (TrasLesson *self)
{
  return self->cause != NULL ? g_strdup_printf ("%s\n%s", self->about, self->cause)
                             : g_strdup (self->about);
}

/**
 * tras_lesson_find_similar:
 * @lessons: (element-type TrasLesson): where to look
 * @text: (nullable): what somebody writes
 * @indicator_id: the indicator that it is about, 0 for none
 * @type: the type of the record that is written
 * @id: its id, 0 for a new one: it is not like itself
 * @most: how many are wanted
 *
 * Compares by tras_similar_rank(), with the indicator as group.
 *
 * Returns: (transfer full) (element-type TrasLesson): the most similar, the best first
 */
GPtrArray *
tras_lesson_find_similar (GPtrArray  *lessons,
                          const char *text,
                          gint64      indicator_id,
                          GType       type,
                          gint64      id,
                          guint       most)
{
  g_autoptr (TrasSimilar) similar = tras_similar_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GArray) hits = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (lessons != NULL, found);

  for (guint i = 0; i < lessons->len; i++)
    {
      TrasLesson *lesson = lessons->pdata[i];
      g_autofree char *compared = NULL;

      if (lesson->type == type && lesson->id == id)
        continue;
      compared = dup_compared (lesson);
      tras_similar_add (similar, compared, lesson->indicator_id);
      g_ptr_array_add (others, lesson);
    }

  hits = tras_similar_rank (similar, text, indicator_id, most);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, g_object_ref (others->pdata[g_array_index (hits, TrasSimilarHit,
                                                                       i).index]));

  return found;
}

/**
 * tras_lesson_matches:
 * @self: a lesson
 * @words: (nullable): what somebody looks for
 *
 * Returns: whether all words occur in it, letter case and accents aside
 */
gboolean
tras_lesson_matches (TrasLesson *self,
                     const char *words)
{
  g_autofree char *folded = tras_fold_search (words);
  g_auto (GStrv) terms = g_strsplit (folded, " ", -1);

  g_return_val_if_fail (TRAS_IS_LESSON (self), FALSE);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      if (strstr (self->key, terms[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* ---- words ---- */

static const struct
{
  TrasLessonKind kind;
  const char *outcome;
  const char *words;
} outcomes[] = {
  { TRAS_LESSON_GOAL, "reached", N_("It was reached") },
  { TRAS_LESSON_GOAL, "missed", N_("It was missed") },
  { TRAS_LESSON_GOAL, "dropped", N_("It was dropped") },
  { TRAS_LESSON_DEVIATION, "yes", N_("What was done was effective") },
  { TRAS_LESSON_DEVIATION, "partly", N_("What was done was partly effective") },
  { TRAS_LESSON_DEVIATION, "no", N_("What was done was not effective") },
  { TRAS_LESSON_EXPERIMENT, "adopt", N_("It was adopted") },
  { TRAS_LESSON_EXPERIMENT, "change", N_("It was changed") },
  { TRAS_LESSON_EXPERIMENT, "repeat", N_("It was repeated") },
  { TRAS_LESSON_EXPERIMENT, "stop", N_("It was stopped") },
};

/**
 * tras_lesson_dup_outcome:
 * @self: a lesson
 *
 * Returns: (transfer full) (nullable): how it ended, in words; %NULL where there is nothing to say
 */
char *
tras_lesson_dup_outcome (TrasLesson *self)
{
  const char *words = NULL;

  g_return_val_if_fail (TRAS_IS_LESSON (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes) && words == NULL; i++)
    {
      if (outcomes[i].kind == self->kind && g_strcmp0 (outcomes[i].outcome, self->outcome) == 0)
        words = _(outcomes[i].words);
    }
  if (self->open && words != NULL)
    /* Translators: how what was done turned out, of what is not closed: “What was done was not
     * effective, still open” */
    return g_strdup_printf (_("%s, still open"), words);

  return g_strdup (self->open ? _("Still open") : words);
}

/**
 * tras_lesson_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): its word on screen, translated
 */
const char *
tras_lesson_kind_get_label (TrasLessonKind kind)
{
  static const char *const labels[] = {
    [TRAS_LESSON_GOAL] = N_("Goal"),
    [TRAS_LESSON_DEVIATION] = N_("Deviation"),
    [TRAS_LESSON_EXPERIMENT] = N_("Experiment"),
    [TRAS_LESSON_STOCKOUT] = N_("Stock-out"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (labels), "");

  return _(labels[kind]);
}
