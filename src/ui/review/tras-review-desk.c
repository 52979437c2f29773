/* tras-review-desk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-meeting-week.h"
#include "tras-review-desk.h"
#include "tras-window.h"

/* A step that waits for its turn. */
typedef struct
{
  TrasReviewMake make;
  gpointer data;
  GDestroyNotify data_free;
  gboolean quiet;
  gboolean tried;
} Step;

/* A step that was written here. A quiet one says nothing that anybody would want to take back by
 * itself: it goes with the one before. */
typedef struct
{
  gint64 edit;
  gboolean quiet;
  TrasPlace place;
} Written;

struct _TrasReviewDesk
{
  GObject parent_instance;

  /* borrowed */
  GtkWidget *owner;

  /* owned */
  TrasStore *store;
  TrasMeeting *meeting;
  GArray *route;
  GArray *written;
  GQueue steps;
  Step *running;
  GCancellable *cancellable;

  TrasReviewClock clock;
  TrasPlace place;
  TrasPoint *aside;
  TrasDay day;
  gint64 area_id;
  guint position;
  gboolean loading;
  gboolean again;
  gboolean undoing;
  gboolean undo_wanted;
};

G_DEFINE_FINAL_TYPE (TrasReviewDesk, tras_review_desk, G_TYPE_OBJECT)

enum
{
  LOADED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void load (TrasReviewDesk *self);
static void run_next (TrasReviewDesk *self);

static void
step_free (Step *step)
{
  if (step->data_free != NULL)
    step->data_free (step->data);
  g_free (step);
}

static gboolean
goes_on (TrasReviewDesk *self)
{
  return self->meeting != NULL && tras_meeting_has_begun (self->meeting) &&
         !tras_meeting_has_ended (self->meeting);
}

/* ---- where it is ---- */

static TrasEdit *
make_part (TrasMeeting      *meeting,
           const TrasMoment *moment,
           gpointer          data)
{
  TrasPart part = (TrasPart) GPOINTER_TO_UINT (data);
  TrasMoment then = *moment;

  if (!tras_meeting_has_begun (meeting) || tras_meeting_has_ended (meeting))
    return NULL;
  then.part = part;

  return tras_meeting_make_part (meeting, &then);
}

static void
add_step (TrasReviewDesk *self,
          TrasReviewMake  make,
          gpointer        data,
          GDestroyNotify  data_free,
          gboolean        quiet)
{
  Step *step = g_new0 (Step, 1);

  step->make = make;
  step->data = data;
  step->data_free = data_free;
  step->quiet = quiet;
  g_queue_push_tail (&self->steps, step);
  run_next (self);
}

static void
move (TrasReviewDesk *self,
      guint           position,
      TrasPoint      *aside)
{
  gint64 now = g_get_monotonic_time ();
  TrasPart before = self->clock.part;
  const TrasStop *stop;

  self->position = position;
  self->aside = aside;
  stop = tras_review_desk_get_stop (self);
  tras_stop_get_place (stop, &self->place);
  if (aside != NULL)
    self->place.item_id = TRAS_RECORD (aside->item)->id;
  tras_review_clock_next (&self->clock, now);
  if (stop->part != before)
    {
      tras_review_clock_go (&self->clock, stop->part, now);
      if (goes_on (self))
        add_step (self, make_part, GUINT_TO_POINTER (stop->part), NULL, TRUE);
    }
  g_signal_emit (self, signals[MOVED], 0);
}

/* ---- reading ---- */

typedef struct
{
  TrasDay day;
  gint64 area_id;
  TrasDay today;
} Wanted;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Wanted *wanted = data;
  g_autoptr (TrasReview) review = NULL;

  if (wanted->day == TRAS_DAY_NONE)
    {
      if (!tras_meeting_find_going_on (db, wanted->today, &review, error))
        return NULL;
      if (review != NULL)
        {
          wanted->day = review->week_on;
          wanted->area_id = review->area_id;
        }
      else if (!tras_meeting_find_week (db, wanted->today, wanted->area_id, &wanted->day, error))
        {
          return NULL;
        }
    }

  return tras_meeting_load (db, wanted->day, wanted->area_id, error);
}

/* Stays at what is on show, wherever that is now. */
static void
settle (TrasReviewDesk *self,
        gboolean        is_another)
{
  gint64 now = g_get_monotonic_time ();

  self->aside = NULL;
  if (is_another)
    {
      tras_review_clock_set (&self->clock, self->meeting);
      self->position = goes_on (self)
                         ? tras_review_route_get_resume (self->route, self->meeting)
                         : self->route->len - 1;
      if (!tras_meeting_has_begun (self->meeting))
        self->position = 0;
    }
  else
    {
      tras_review_clock_catch_up (&self->clock, self->meeting->review->seconds, now);
      if (self->place.kind == TRAS_STOP_USUAL && self->place.item_id != 0)
        self->aside = tras_meeting_find (self->meeting, self->place.item_id);
      self->position = tras_review_route_find (self->route, &self->place);
    }
  tras_stop_get_place (&g_array_index (self->route, TrasStop, self->position), &self->place);
  if (self->aside != NULL && tras_point_is_usual (self->aside))
    self->place.item_id = TRAS_RECORD (self->aside->item)->id;
  else
    self->aside = NULL;
  if (goes_on (self))
    tras_review_clock_run (&self->clock, now);
  else
    tras_review_clock_stop (&self->clock, now);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasReviewDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasMeeting) meeting = tras_store_run_finish (TRAS_STORE (object), result, &error);
  gboolean is_another;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->store != TRAS_STORE (object))
    return;

  self->loading = FALSE;
  if (self->again)
    {
      load (self);
      return;
    }
  if (meeting == NULL)
    {
      tras_window_report_error (self->owner, error);
      return;
    }

  is_another = self->meeting == NULL || self->meeting->week_on != meeting->week_on ||
               self->meeting->area_id != meeting->area_id ||
               tras_meeting_has_begun (self->meeting) != tras_meeting_has_begun (meeting);
  g_clear_pointer (&self->meeting, tras_meeting_unref);
  g_clear_pointer (&self->route, g_array_unref);
  self->meeting = g_steal_pointer (&meeting);
  self->day = self->meeting->week_on;
  self->area_id = self->meeting->area_id;
  self->route = tras_review_route_make (self->meeting);
  settle (self, is_another);
  g_signal_emit (self, signals[LOADED], 0);
  run_next (self);
}

static void
load (TrasReviewDesk *self)
{
  Wanted *wanted;

  if (self->store == NULL)
    return;
  if (self->loading)
    {
      self->again = TRUE;
      return;
    }

  self->loading = TRUE;
  self->again = FALSE;
  wanted = g_new0 (Wanted, 1);
  *wanted = (Wanted) { self->day, self->area_id, tras_day_today () };
  tras_store_run_async (self->store, load, load_job, wanted, g_free,
                        (GDestroyNotify) tras_meeting_unref, self->cancellable, on_loaded,
                        g_object_ref (self));
}

static void
on_store_changed (TrasReviewDesk *self)
{
  if (self->meeting != NULL)
    load (self);
}

/* ---- writing ---- */

static void
take_written (TrasReviewDesk *self,
              gint64          edit,
              gboolean        quiet)
{
  Written written = { edit, quiet, self->place };

  if (edit != 0)
    g_array_append_val (self->written, written);
}

/* Another desk was faster: what it wrote is read, and the step made again from that. */
static gboolean
try_again (TrasReviewDesk *self,
           Step           *step,
           const GError   *error)
{
  if (step->tried || !g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONFLICT))
    return FALSE;

  step->tried = TRUE;
  g_queue_push_head (&self->steps, step);
  load (self);

  return TRUE;
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasReviewDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  Step *step = g_steal_pointer (&self->running);
  gint64 edit = 0;

  if (tras_window_apply_finish (GTK_WIDGET (object), result, &edit, &error))
    take_written (self, edit, step->quiet);
  else if (try_again (self, step, error))
    return;
  else
    tras_window_report_error (GTK_WIDGET (object), error);
  step_free (step);

  /* The next step is made from what this one has left. */
  if (self->store != NULL)
    load (self);
}

static void
run_next (TrasReviewDesk *self)
{
  g_autoptr (TrasEdit) edit = NULL;
  TrasMoment moment;
  Step *step;

  while (self->running == NULL && !self->loading && !self->undoing && self->meeting != NULL &&
         (step = g_queue_pop_head (&self->steps)) != NULL)
    {
      tras_review_desk_get_moment (self, &moment);
      edit = step->make (self->meeting, &moment, step->data);
      if (edit == NULL)
        {
          step_free (step);
          continue;
        }
      tras_review_clock_next (&self->clock, g_get_monotonic_time ());
      self->running = step;
      tras_window_apply (self->owner, edit, TRAS_APPLY_NO_TOAST | TRAS_APPLY_OWN_ERRORS,
                         on_applied, g_object_ref (self));
      return;
    }
  if (self->undo_wanted && self->running == NULL && !self->loading && !self->undoing)
    tras_review_desk_undo (self);
}

/* ---- taking back ---- */

static void
on_undone (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasReviewDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_store_undo_finish (TRAS_STORE (object), result, &error);
  Written last = { 0 };

  self->undoing = FALSE;
  if (self->store == NULL)
    return;

  if (self->written->len > 0)
    {
      last = g_array_index (self->written, Written, self->written->len - 1);
      g_array_set_size (self->written, self->written->len - 1);
    }
  if (error != NULL)
    {
      tras_window_report_error (self->owner, error);
      g_array_set_size (self->written, 0);
    }
  else if (last.quiet)
    {
      tras_review_desk_undo (self);
      return;
    }
  else if (last.edit != 0)
    {
      self->place = last.place;
      tras_review_clock_go (&self->clock, last.place.part, g_get_monotonic_time ());
    }
  load (self);
}

/**
 * tras_review_desk_undo:
 * @self: a desk
 *
 * Takes back the last step that was made here, and goes to where it was made. Does nothing where
 * none is left.
 */
void
tras_review_desk_undo (TrasReviewDesk *self)
{
  gboolean has_any = FALSE;

  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  for (guint i = 0; i < self->written->len; i++)
    has_any = has_any || !g_array_index (self->written, Written, i).quiet;
  self->undo_wanted = FALSE;
  if (self->store == NULL)
    return;
  if (self->running != NULL || self->loading || self->undoing || !g_queue_is_empty (&self->steps))
    {
      self->undo_wanted = TRUE;
      return;
    }
  if (!has_any)
    return;

  self->undoing = TRUE;
  tras_store_undo_async (self->store,
                         g_array_index (self->written, Written, self->written->len - 1).edit,
                         NULL, NULL, NULL, on_undone, g_object_ref (self));
}

/* ---- the object ---- */

static void
tras_review_desk_dispose (GObject *object)
{
  tras_review_desk_set_store (TRAS_REVIEW_DESK (object), NULL);

  G_OBJECT_CLASS (tras_review_desk_parent_class)->dispose (object);
}

static void
tras_review_desk_finalize (GObject *object)
{
  TrasReviewDesk *self = TRAS_REVIEW_DESK (object);

  g_array_unref (self->written);
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);

  G_OBJECT_CLASS (tras_review_desk_parent_class)->finalize (object);
}

static void
tras_review_desk_class_init (TrasReviewDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_review_desk_dispose;
  object_class->finalize = tras_review_desk_finalize;

  signals[LOADED] = g_signal_new ("loaded", TRAS_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", TRAS_TYPE_REVIEW_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
tras_review_desk_init (TrasReviewDesk *self)
{
  self->written = g_array_new (FALSE, TRUE, sizeof (Written));
  self->day = TRAS_DAY_NONE;
  g_queue_init (&self->steps);
}

/**
 * tras_review_desk_new:
 * @owner: (not nullable): the widget that shows it, which lives longer
 *
 * Returns: (transfer full): a desk without a meeting
 */
TrasReviewDesk *
tras_review_desk_new (GtkWidget *owner)
{
  TrasReviewDesk *self = g_object_new (TRAS_TYPE_REVIEW_DESK, NULL);

  self->owner = owner;

  return self;
}

/**
 * tras_review_desk_set_store:
 * @self: a desk
 * @store: (nullable): the firm's file
 */
void
tras_review_desk_set_store (TrasReviewDesk *self,
                            TrasStore      *store)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  if (self->store == store)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->route, g_array_unref);
  g_clear_pointer (&self->meeting, tras_meeting_unref);
  self->aside = NULL;
  self->loading = FALSE;
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (store, "changed", G_CALLBACK (on_store_changed), self);
}

TrasStore *
tras_review_desk_get_store (TrasReviewDesk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), NULL);

  return self->store;
}

/**
 * tras_review_desk_open:
 * @self: a desk with a store
 * @day: any day of the week under review; %TRAS_DAY_NONE for the meeting that goes on or, with
 *   none, the week whose turn it is
 * @area_id: the area that holds the meeting, 0 for the firm
 */
void
tras_review_desk_open (TrasReviewDesk *self,
                       TrasDay         day,
                       gint64          area_id)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  self->day = day;
  self->area_id = area_id;
  load (self);
}

/**
 * tras_review_desk_leave:
 * @self: a desk
 *
 * Writes down how long the meeting has sat, and stops its clock.
 */
void
tras_review_desk_leave (TrasReviewDesk *self)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  if (!goes_on (self) || !self->clock.runs)
    return;

  tras_review_clock_stop (&self->clock, g_get_monotonic_time ());
  add_step (self, make_part, GUINT_TO_POINTER (self->clock.part), NULL, TRUE);
}

/**
 * tras_review_desk_get_meeting:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): the meeting as it was read last
 */
TrasMeeting *
tras_review_desk_get_meeting (TrasReviewDesk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), NULL);

  return self->meeting;
}

/**
 * tras_review_desk_get_route:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable) (element-type TrasStop): its way through the agenda
 */
GArray *
tras_review_desk_get_route (TrasReviewDesk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), NULL);

  return self->route;
}

/**
 * tras_review_desk_get_stop:
 * @self: a desk with a meeting
 *
 * Returns: (transfer none): what is on show
 */
const TrasStop *
tras_review_desk_get_stop (TrasReviewDesk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), NULL);
  g_return_val_if_fail (self->route != NULL, NULL);

  return &g_array_index (self->route, TrasStop, self->position);
}

/**
 * tras_review_desk_get_point:
 * @self: a desk with a meeting
 *
 * Returns: (transfer none) (nullable): the point on show: that of the stop, or one of those with
 *   nothing unusual that somebody wants to see
 */
TrasPoint *
tras_review_desk_get_point (TrasReviewDesk *self)
{
  return self->aside != NULL ? self->aside : tras_review_desk_get_stop (self)->point;
}

/**
 * tras_review_desk_go:
 * @self: a desk with a meeting
 * @position: a place of its route
 */
void
tras_review_desk_go (TrasReviewDesk *self,
                     guint           position)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));
  g_return_if_fail (self->route != NULL);

  move (self, MIN (position, self->route->len - 1), NULL);
}

/**
 * tras_review_desk_go_part:
 * @self: a desk with a meeting
 * @part: a part
 */
void
tras_review_desk_go_part (TrasReviewDesk *self,
                          TrasPart        part)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));
  g_return_if_fail (self->route != NULL);

  move (self, tras_review_route_find_part (self->route, part), NULL);
}

/**
 * tras_review_desk_go_point:
 * @self: a desk with a meeting
 * @point: a point of it
 */
void
tras_review_desk_go_point (TrasReviewDesk *self,
                           TrasPoint      *point)
{
  TrasPlace usual = { .kind = TRAS_STOP_USUAL, .part = TRAS_PART_INDICATORS };

  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));
  g_return_if_fail (self->route != NULL);

  if (tras_point_is_usual (point))
    {
      move (self, tras_review_route_find (self->route, &usual), point);
      return;
    }
  for (guint i = 0; i < self->route->len; i++)
    {
      if (g_array_index (self->route, TrasStop, i).point == point)
        {
          move (self, i, NULL);
          return;
        }
    }
}

/**
 * tras_review_desk_next:
 * @self: a desk with a meeting
 * @steps: how many stops forward, or backward
 */
void
tras_review_desk_next (TrasReviewDesk *self,
                       int             steps)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));
  g_return_if_fail (self->route != NULL);

  /* Back from one of many is to the many. */
  if (self->aside != NULL && steps < 0)
    move (self, self->position, NULL);
  else
    move (self, (guint) CLAMP ((int) self->position + steps, 0, (int) self->route->len - 1), NULL);
}

/**
 * tras_review_desk_get_seconds:
 * @self: a desk with a meeting
 * @part: a part
 *
 * Returns: how long it has taken until now
 */
gint64
tras_review_desk_get_seconds (TrasReviewDesk *self,
                              TrasPart        part)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), 0);

  return tras_review_clock_get (&self->clock, part, g_get_monotonic_time ());
}

/**
 * tras_review_desk_get_total:
 * @self: a desk with a meeting
 *
 * Returns: how long the meeting has sat until now, in seconds
 */
gint64
tras_review_desk_get_total (TrasReviewDesk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_DESK (self), 0);

  return tras_review_clock_get_total (&self->clock, g_get_monotonic_time ());
}

/**
 * tras_review_desk_get_moment:
 * @self: a desk with a meeting
 * @moment: (out caller-allocates): now
 */
void
tras_review_desk_get_moment (TrasReviewDesk *self,
                             TrasMoment     *moment)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  tras_review_clock_read (&self->clock, g_get_monotonic_time (), moment);
  moment->now = g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * tras_review_desk_step:
 * @self: a desk with a meeting
 * @make: makes the step, now or when those before it are written
 * @data: data for @make
 * @data_free: (nullable): frees it
 */
void
tras_review_desk_step (TrasReviewDesk *self,
                       TrasReviewMake  make,
                       gpointer        data,
                       GDestroyNotify  data_free)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));
  g_return_if_fail (make != NULL);

  add_step (self, make, data, data_free, FALSE);
}

/**
 * tras_review_desk_take_edit:
 * @self: a desk with a meeting
 * @edit: the id of a step that somebody else has written for it: a form
 */
void
tras_review_desk_take_edit (TrasReviewDesk *self,
                            gint64          edit)
{
  g_return_if_fail (TRAS_IS_REVIEW_DESK (self));

  take_written (self, edit, FALSE);
  tras_review_clock_next (&self->clock, g_get_monotonic_time ());
}
