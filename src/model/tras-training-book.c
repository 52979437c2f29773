/* tras-training-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action-records.h"
#include "tras-hour-costs.h"
#include "tras-person.h"
#include "tras-training-book.h"

/* Who liked a session is asked while they remember it, who applies it when they had the occasion;
 * of what is longer ago nobody is asked any more. */
#define LIKED_UNTIL_MONTHS 1
#define APPLIED_FROM_MONTHS 3
#define APPLIED_UNTIL_MONTHS 12

/* ---- what is due ---- */

/**
 * tras_training_seat_is_due:
 * @self: a seat of a session that was held
 * @question: what is asked
 * @held_on: the day of the session
 * @day: the day that it is seen from
 *
 * Returns: whether somebody who was there should be asked now
 */
gboolean
tras_training_seat_is_due (TrasTrainingSeat     *self,
                           TrasTrainingQuestion  question,
                           TrasDay               held_on,
                           TrasDay               day)
{
  g_return_val_if_fail (TRAS_IS_TRAINING_SEAT (self), FALSE);

  if (g_strcmp0 (self->state, "present") != 0 || held_on > day)
    return FALSE;

  switch (question)
    {
    case TRAS_TRAINING_LIKED:
      return self->liked == TRAS_NULL &&
             day <= tras_day_add_months (held_on, LIKED_UNTIL_MONTHS);
    case TRAS_TRAINING_APPLIED:
      return self->applied == TRAS_NULL &&
             day >= tras_day_add_months (held_on, APPLIED_FROM_MONTHS) &&
             day <= tras_day_add_months (held_on, APPLIED_UNTIL_MONTHS);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_training_propose:
 * @effect: what was before the first held session, and what came after the last
 *
 * A quantity that got worse was not moved to where it should go.
 *
 * Returns: (transfer none) (nullable): the verdict that the numbers speak for, a word of the file;
 *   %NULL where there is nothing to compare with
 */
const char *
tras_training_propose (const TrasEffect *effect)
{
  g_return_val_if_fail (effect != NULL, NULL);

  switch (effect->word)
    {
    case TRAS_EFFECT_UNKNOWN:
      return NULL;
    case TRAS_EFFECT_TOO_EARLY:
      return g_intern_static_string ("too-early");
    case TRAS_EFFECT_NOT_MOVED:
      return g_intern_static_string ("not-moved");
    case TRAS_EFFECT_MOVED:
      return effect->variation == TRAS_VARIATION_CONCERNING
               ? g_intern_static_string ("not-moved") : g_intern_static_string ("moved");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tras_training_get_next_look:
 * @every: the length of the indicator's periods
 * @last_held: the day of the last held session
 * @day: today
 *
 * Returns: when it makes sense to look at the effect again: the day after the sixth period since
 *   the session, or a period from today where that is over
 */
TrasDay
tras_training_get_next_look (TrasEvery every,
                             TrasDay   last_held,
                             TrasDay   day)
{
  gint32 held = tras_period_index (every, last_held);
  TrasDay look = tras_period_start (every, held + 1 + TRAS_EFFECT_LEAST_N);

  return look > day ? look : tras_period_start (every, tras_period_index (every, day) + 1);
}

/* ---- loading ---- */

/* In place of a training's id: all those with an indicator. */
#define TRAS_TRAINING_EFFECTS (-1)

G_DEFINE_BOXED_TYPE (TrasTrainingBook, tras_training_book, tras_training_book_ref,
                     tras_training_book_unref)

/* A session while its seats are read. */
typedef struct
{
  TrasTrainingFacts *facts;
  TrasDay day;
  gint64 minutes;
  gint64 cost;
  gboolean held;
  GArray *parts;
} Session;

typedef struct
{
  TrasTrainingBook *book;
  TrasHourCosts *costs;
  GHashTable *sessions;
  GHashTable *left;
  GHashTable *counted;
} Loader;

/* A person in a training. */
typedef struct
{
  gint64 training_id;
  gint64 person_id;
} Trainee;

static guint
trainee_hash (gconstpointer key)
{
  const Trainee *self = key;

  return g_int64_hash (&self->training_id) * 31 + g_int64_hash (&self->person_id);
}

static gboolean
trainee_equal (gconstpointer a,
               gconstpointer b)
{
  const Trainee *x = a, *y = b;

  return x->training_id == y->training_id && x->person_id == y->person_id;
}

static void
facts_free (gpointer data)
{
  TrasTrainingFacts *self = data;

  g_clear_object (&self->training);
  g_free (self);
}

static void
session_free (gpointer data)
{
  Session *self = data;

  g_array_unref (self->parts);
  g_free (self);
}

static void
due_free (gpointer data)
{
  TrasTrainingDue *self = data;

  g_clear_object (&self->seat);
  g_free (self);
}

static gint
compare_due (gconstpointer a,
             gconstpointer b)
{
  const TrasTrainingDue *x = *(const TrasTrainingDue *const *) a;
  const TrasTrainingDue *y = *(const TrasTrainingDue *const *) b;

  if (x->held_on != y->held_on)
    return x->held_on < y->held_on ? -1 : 1;
  if (x->question != y->question)
    return (int) x->question - (int) y->question;

  return g_utf8_collate (x->seat->person_name, y->seat->person_name);
}

static gpointer
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static gboolean
take_training (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  Loader *self = user_data;
  TrasTrainingFacts *facts = g_new0 (TrasTrainingFacts, 1);

  facts->training = tras_record_dup (record);
  facts->first_held = facts->last_held = TRAS_DAY_NONE;
  g_ptr_array_add (self->book->facts, facts);
  g_hash_table_insert (self->book->by_id, &TRAS_RECORD (facts->training)->id, facts);

  return TRUE;
}

static gboolean
take_session (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Loader *self = user_data;
  TrasTrainingSession *row = record;
  Session *session = g_new0 (Session, 1);
  TrasTrainingFacts *facts = g_hash_table_lookup (self->book->by_id, &row->training_id);

  session->facts = facts;
  session->day = tras_training_session_get_day (row);
  session->minutes = row->minutes;
  session->cost = MAX (row->cost, 0);
  session->held = g_strcmp0 (row->state, "held") == 0;
  session->parts = g_array_new (FALSE, FALSE, sizeof (TrasTrainingPart));
  g_hash_table_insert (self->sessions, dup_id (TRAS_RECORD (row)->id), session);

  if (session->held)
    {
      if (facts->first_held == TRAS_DAY_NONE || session->day < facts->first_held)
        facts->first_held = session->day;
      facts->last_held = MAX (facts->last_held, session->day);
    }
  else if (g_strcmp0 (row->state, "planned") == 0 &&
           (facts->next_at == 0 || row->starts_at < facts->next_at))
    {
      facts->next_at = row->starts_at;
    }

  return TRUE;
}

static gboolean
take_leaver (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;

  g_hash_table_add (self->left, dup_id (TRAS_RECORD (record)->id));

  return TRUE;
}

static void
count_person (Loader            *self,
              TrasTrainingFacts *facts,
              gint64             person_id)
{
  Trainee key = { TRAS_RECORD (facts->training)->id, person_id };

  if (g_hash_table_add (self->counted, g_memdup2 (&key, sizeof key)))
    facts->people++;
}

static void
list_due (Loader           *self,
          const Session    *session,
          TrasTrainingSeat *seat)
{
  for (guint i = 0; i < TRAS_TRAINING_N_QUESTIONS; i++)
    {
      TrasTrainingDue *due;

      if (!tras_training_seat_is_due (seat, i, session->day, self->book->day))
        continue;
      session->facts->to_rate[i]++;
      due = g_new0 (TrasTrainingDue, 1);
      due->seat = tras_record_dup (seat);
      due->question = i;
      due->held_on = session->day;
      g_ptr_array_add (self->book->due, due);
    }
}

static gboolean
take_seat (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasTrainingSeat *seat = record;
  const Session *session = g_hash_table_lookup (self->sessions, &seat->session_id);
  TrasTrainingPart part;

  if (!session->held)
    return TRUE;

  part.present = g_strcmp0 (seat->state, "present") == 0;
  part.minutes = MAX (seat->minutes != TRAS_NULL ? seat->minutes : session->minutes, 0);
  part.hour_cost = part.present ? tras_hour_costs_get (self->costs, seat->person_id, session->day)
                                : 0;
  g_array_append_val (session->parts, part);
  if (part.present)
    count_person (self, session->facts, seat->person_id);
  if (!g_hash_table_contains (self->left, &seat->person_id))
    list_due (self, session, seat);

  return TRUE;
}

static TrasTrainingEffect
get_effect (const TrasTrainingFacts *facts,
            TrasDay                  day)
{
  TrasTraining *training = facts->training;

  if (training->indicator_id == 0)
    return TRAS_TRAINING_NO_EFFECT;
  if (g_strcmp0 (training->verdict, "moved") == 0 ||
      g_strcmp0 (training->verdict, "not-moved") == 0)
    return TRAS_TRAINING_EFFECT_SAID;

  return facts->last_held != TRAS_DAY_NONE && training->expect_by != TRAS_DAY_NONE &&
                 training->expect_by <= day
           ? TRAS_TRAINING_EFFECT_DUE : TRAS_TRAINING_EFFECT_LATER;
}

static gboolean
is_in (const TrasTrainingFacts *facts,
       TrasTrainingFilter       filter,
       TrasDay                  day)
{
  switch (filter)
    {
    case TRAS_TRAINING_TO_RATE:
      return facts->to_rate[TRAS_TRAINING_LIKED] + facts->to_rate[TRAS_TRAINING_APPLIED] > 0;
    case TRAS_TRAINING_EFFECT_TO_SAY:
      return facts->effect == TRAS_TRAINING_EFFECT_DUE;
    case TRAS_TRAINING_LATE:
      return facts->next_at != 0 && tras_day_from_instant (facts->next_at) < day;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
finish (Loader *self)
{
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_sort (self->book->due, compare_due);
  g_hash_table_iter_init (&iter, self->sessions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Session *session = value;

      if (session->held)
        tras_training_cost_add_session (&session->facts->cost, session->cost,
                                        (const TrasTrainingPart *) (gpointer) session->parts->data,
                                        session->parts->len);
    }
  for (guint i = 0; i < self->book->facts->len; i++)
    {
      TrasTrainingFacts *facts = self->book->facts->pdata[i];

      facts->effect = get_effect (facts, self->book->day);
      self->book->n_due += is_in (facts, TRAS_TRAINING_TO_RATE, self->book->day) ||
                           is_in (facts, TRAS_TRAINING_EFFECT_TO_SAY, self->book->day) ||
                           is_in (facts, TRAS_TRAINING_LATE, self->book->day);
    }
}

static GArray *
dup_keys (GHashTable *by_id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  return ids;
}

static void
narrow_to_ids (TrasQuery  *query,
               const char *field,
               GHashTable *by_id)
{
  g_autoptr (GArray) ids = dup_keys (by_id);

  tras_query_where_in (query, field, (const gint64 *) (gpointer) ids->data, ids->len);
}

static gboolean
load_all (Loader  *self,
          TrasDb  *db,
          gint64   training_id,
          GError **error)
{
  g_autoptr (TrasQuery) trainings = tras_query_new (TRAS_TYPE_TRAINING);
  g_autoptr (TrasQuery) sessions = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (TrasQuery) seats = tras_query_new (TRAS_TYPE_TRAINING_SEAT);
  g_autoptr (TrasQuery) leavers = tras_query_new (TRAS_TYPE_PERSON);

  tras_query_order (trainings, "title", FALSE);
  tras_query_where_text (leavers, "state", TRAS_QUERY_NE, "here");
  if (training_id != 0)
    {
      tras_query_where_int (trainings, "id", TRAS_QUERY_EQ, training_id);
      tras_query_where_int (sessions, "training_id", TRAS_QUERY_EQ, training_id);
    }
  if (!tras_db_foreach (db, trainings, take_training, self, error) ||
      !tras_db_foreach (db, sessions, take_session, self, error) ||
      !tras_db_foreach (db, leavers, take_leaver, self, error))
    return FALSE;

  if (training_id != 0)
    narrow_to_ids (seats, "session_id", self->sessions);

  return tras_db_foreach (db, seats, take_seat, self, error);
}

/* Without seats: neither people nor cost are known, and nobody is asked. */
static gboolean
load_effects (Loader  *self,
              TrasDb  *db,
              GError **error)
{
  g_autoptr (TrasQuery) trainings = tras_query_new (TRAS_TYPE_TRAINING);
  g_autoptr (TrasQuery) sessions = tras_query_new (TRAS_TYPE_TRAINING_SESSION);

  tras_query_where_null (trainings, "indicator_id", FALSE);
  tras_query_order (trainings, "title", FALSE);
  if (!tras_db_foreach (db, trainings, take_training, self, error))
    return FALSE;
  narrow_to_ids (sessions, "training_id", self->book->by_id);

  return tras_db_foreach (db, sessions, take_session, self, error);
}

static gboolean
load (Loader   *self,
      TrasDb   *db,
      gint64    training_id,
      GError  **error)
{
  if (training_id == TRAS_TRAINING_EFFECTS)
    return load_effects (self, db, error);

  self->costs = tras_hour_costs_load (db, error);

  return self->costs != NULL && load_all (self, db, training_id, error);
}

/**
 * tras_training_book_load_one:
 * @db: a connection
 * @training_id: a training, 0 for all
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a book of that training alone, or %NULL with @error set
 */
TrasTrainingBook *
tras_training_book_load_one (TrasDb   *db,
                             gint64    training_id,
                             TrasDay   day,
                             GError  **error)
{
  g_autoptr (TrasTrainingBook) book = NULL;
  Loader loader = { NULL };
  gboolean done;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  loader.book = book = g_atomic_rc_box_new0 (TrasTrainingBook);
  book->day = day;
  book->facts = g_ptr_array_new_with_free_func (facts_free);
  book->due = g_ptr_array_new_with_free_func (due_free);
  book->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  loader.sessions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, session_free);
  loader.left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  loader.counted = g_hash_table_new_full (trainee_hash, trainee_equal, g_free, NULL);

  done = load (&loader, db, training_id, error);
  if (done)
    finish (&loader);
  g_clear_pointer (&loader.costs, tras_hour_costs_free);
  g_hash_table_unref (loader.sessions);
  g_hash_table_unref (loader.left);
  g_hash_table_unref (loader.counted);

  return done ? g_steal_pointer (&book) : NULL;
}

/**
 * tras_training_book_load_effects:
 * @db: a connection
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a book of the trainings that should move an indicator, which
 *   knows of their effects and nothing of people and cost; %NULL with @error set
 */
TrasTrainingBook *
tras_training_book_load_effects (TrasDb   *db,
                                 TrasDay   day,
                                 GError  **error)
{
  return tras_training_book_load_one (db, TRAS_TRAINING_EFFECTS, day, error);
}

/**
 * tras_training_book_load:
 * @db: a connection
 * @day: the day that it is seen from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): all trainings with what came of them, or %NULL with @error
 *   set
 */
TrasTrainingBook *
tras_training_book_load (TrasDb   *db,
                         TrasDay   day,
                         GError  **error)
{
  return tras_training_book_load_one (db, 0, day, error);
}

TrasTrainingBook *
tras_training_book_ref (TrasTrainingBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
book_clear (gpointer data)
{
  TrasTrainingBook *self = data;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->facts);
}

void
tras_training_book_unref (TrasTrainingBook *self)
{
  g_atomic_rc_box_release_full (self, book_clear);
}

/**
 * tras_training_book_find:
 * @self: a book
 * @training_id: a training
 *
 * Returns: (transfer none) (nullable): what came of it; %NULL where it was not there yet
 */
const TrasTrainingFacts *
tras_training_book_find (TrasTrainingBook *self,
                         gint64            training_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, &training_id);
}

/**
 * tras_training_book_dup_ids:
 * @self: a book
 * @filter: which trainings
 *
 * Returns: (transfer full) (element-type gint64): their ids
 */
GArray *
tras_training_book_dup_ids (TrasTrainingBook   *self,
                            TrasTrainingFilter  filter)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->facts->len; i++)
    {
      const TrasTrainingFacts *facts = self->facts->pdata[i];

      if (is_in (facts, filter, self->day))
        g_array_append_val (ids, TRAS_RECORD (facts->training)->id);
    }

  return ids;
}
