/* tras-meeting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-meeting.h"

G_DEFINE_BOXED_TYPE (TrasMeeting, tras_meeting, tras_meeting_ref, tras_meeting_unref)

static void
where_area (TrasQuery *query,
            gint64     area_id)
{
  if (area_id != 0)
    tras_query_where_int (query, "area_id", TRAS_QUERY_EQ, area_id);
  else
    tras_query_where_null (query, "area_id", TRUE);
}

/* The area's newest review before the week, or that of the week; NULL without an error for none. */
static gboolean
find_review (TrasMeeting     *self,
             TrasDb          *db,
             TrasQueryOp      op,
             TrasReview     **review,
             GError         **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_REVIEW);
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_date (query, "week_on", op, self->week_on);
  where_area (query, self->area_id);
  tras_query_order (query, "week_on", TRUE);
  found = tras_db_select (db, query, error);
  if (found == NULL)
    return FALSE;
  *review = found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;

  return TRUE;
}

static GPtrArray *
select_of (TrasDb      *db,
           GType        type,
           const char  *reference,
           gint64       id,
           const char  *order,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, reference, TRAS_QUERY_EQ, id);
  if (order != NULL)
    tras_query_order (query, order, FALSE);

  return tras_db_select (db, query, error);
}

static TrasReview *
review_new_after (TrasMeeting *self,
                  TrasReview  *last)
{
  TrasReview *review = tras_review_new ();

  review->week_on = self->week_on;
  review->area_id = self->area_id;
  if (last != NULL)
    {
      review->planned_minutes = last->planned_minutes;
      review->chair_id = last->chair_id;
      review->keeper_id = last->keeper_id;
    }

  return review;
}

static TrasReviewPerson *
find_attendance (GPtrArray *rows,
                 gint64     person_id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TrasReviewPerson *row = rows->pdata[i];

      if (row->person_id == person_id)
        return row;
    }

  return NULL;
}

static gboolean
works_then (TrasMeeting *self,
            TrasPerson  *person)
{
  return person->hired_on <= self->data->day && person->erased_on == TRAS_DAY_NONE &&
         (person->left_on == TRAS_DAY_NONE || person->left_on >= self->week_on);
}

static void
add_person (TrasMeeting      *self,
            TrasPerson       *person,
            TrasReviewPerson *row)
{
  gboolean is_ours = row != NULL && row->review_id == TRAS_RECORD (self->review)->id;
  TrasReviewPerson *attendance = is_ours ? g_object_ref (row) : tras_review_person_new ();

  if (!is_ours)
    {
      attendance->review_id = TRAS_RECORD (self->review)->id;
      attendance->person_id = TRAS_RECORD (person)->id;
      attendance->present = row != NULL && row->present && !tras_meeting_has_begun (self);
    }
  g_ptr_array_add (self->people, g_object_ref (person));
  g_ptr_array_add (self->attendance, attendance);
}

/* Who is expected is told by who was there last time. */
static gboolean
load_people (TrasMeeting  *self,
             TrasDb       *db,
             TrasReview   *last,
             GError      **error)
{
  TrasReview *source = tras_meeting_has_begun (self) || last == NULL ? self->review : last;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) everybody = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  tras_query_order (query, "name", FALSE);
  everybody = tras_db_select (db, query, error);
  if (everybody == NULL)
    return FALSE;
  rows = select_of (db, TRAS_TYPE_REVIEW_PERSON, "review_id", TRAS_RECORD (source)->id, NULL,
                    error);
  if (rows == NULL)
    return FALSE;

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->attendance = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < everybody->len; i++)
    {
      TrasPerson *person = everybody->pdata[i];
      TrasReviewPerson *row = find_attendance (rows, TRAS_RECORD (person)->id);
      gboolean was_here = row != NULL && row->review_id == TRAS_RECORD (self->review)->id;

      if (was_here || works_then (self, person))
        add_person (self, person, row);
    }

  return TRUE;
}

/* The day of the meeting, or today before it has begun. It looks at its week from Thursday to the
 * Wednesday after. */
static TrasDay
get_held_on (TrasMeeting *self)
{
  TrasDay day = tras_meeting_has_begun (self) ? tras_day_from_instant (self->review->started_at)
                                              : tras_day_today ();

  return CLAMP (day, self->data->day - 3, self->data->day + 3);
}

static gboolean
load_points (TrasMeeting  *self,
             TrasDb       *db,
             GError      **error)
{
  gint64 id = TRAS_RECORD (self->review)->id;
  g_autoptr (GPtrArray) frozen = NULL;

  if (tras_meeting_has_begun (self))
    {
      frozen = select_of (db, TRAS_TYPE_REVIEW_ITEM, "review_id", id, "position", error);
      if (frozen == NULL)
        return FALSE;
    }
  self->points = tras_agenda_make (db, self->data, self->area_id, get_held_on (self), frozen,
                                   error);
  if (self->points == NULL)
    return FALSE;
  /* Nothing comes up any more in a meeting that is over. */
  for (guint i = self->points->len; tras_meeting_has_ended (self) && i > 0; i--)
    {
      if (TRAS_RECORD (((TrasPoint *) self->points->pdata[i - 1])->item)->id == 0)
        g_ptr_array_remove_index (self->points, i - 1);
    }
  self->results = select_of (db, TRAS_TYPE_REVIEW_RESULT, "review_id", id, NULL, error);

  return self->results != NULL;
}

/* Of an area's meeting only its own indicators are missed. */
static void
find_missing (TrasMeeting *self)
{
  g_autoptr (GHashTable) ours = g_hash_table_new (NULL, NULL);

  self->missing = g_ptr_array_new ();
  for (guint i = 0; i < self->points->len; i++)
    {
      TrasPoint *point = self->points->pdata[i];

      if (point->row != NULL)
        g_hash_table_add (ours, point->row);
    }
  for (guint i = 0; i < self->data->missing->len; i++)
    {
      if (g_hash_table_contains (ours, self->data->missing->pdata[i]))
        g_ptr_array_add (self->missing, self->data->missing->pdata[i]);
    }
}

/**
 * tras_meeting_load:
 * @db: a connection
 * @day: any day of the week under review
 * @area_id: the area that holds the meeting, 0 for the firm
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the meeting, whether it has begun or not
 */
TrasMeeting *
tras_meeting_load (TrasDb   *db,
                   TrasDay   day,
                   gint64    area_id,
                   GError  **error)
{
  g_autoptr (TrasMeeting) self = NULL;
  g_autoptr (TrasReview) last = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self = g_atomic_rc_box_new0 (TrasMeeting);
  self->area_id = area_id;
  self->data = tras_review_data_load (db, day, error);
  if (self->data == NULL)
    return NULL;
  self->week_on = self->data->week_on;
  if (!find_review (self, db, TRAS_QUERY_EQ, &self->review, error) ||
      !find_review (self, db, TRAS_QUERY_LT, &last, error))
    return NULL;
  if (self->review == NULL)
    self->review = review_new_after (self, last);
  if (!load_points (self, db, error) || !load_people (self, db, last, error))
    return NULL;
  find_missing (self);

  return g_steal_pointer (&self);
}

/**
 * tras_meeting_ref:
 * @self: a meeting
 *
 * Returns: (transfer full): @self
 */
TrasMeeting *
tras_meeting_ref (TrasMeeting *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasMeeting *self = data;

  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->attendance, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->data, tras_review_data_unref);
  g_clear_object (&self->review);
}

/**
 * tras_meeting_unref:
 * @self: (transfer full): a meeting
 */
void
tras_meeting_unref (TrasMeeting *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_meeting_has_begun:
 * @self: a meeting
 *
 * Returns: whether its numbers are frozen
 */
gboolean
tras_meeting_has_begun (TrasMeeting *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->review != NULL && self->review->started_at != TRAS_NULL;
}

/**
 * tras_meeting_has_ended:
 * @self: a meeting
 *
 * Returns: whether it is over
 */
gboolean
tras_meeting_has_ended (TrasMeeting *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->review->ended_at != TRAS_NULL;
}

/**
 * tras_meeting_get_part:
 * @self: a meeting
 *
 * Returns: the part that it is in
 */
TrasPart
tras_meeting_get_part (TrasMeeting *self)
{
  TrasPart part = TRAS_PART_PRESENT;

  g_return_val_if_fail (self != NULL, TRAS_PART_PRESENT);

  tras_part_from_string (self->review->part, &part);

  return part;
}

/**
 * tras_meeting_count:
 * @self: a meeting
 * @part: a part
 * @n_done: (out) (optional): how many of them the meeting is through with
 *
 * Returns: how many points the part has
 */
guint
tras_meeting_count (TrasMeeting *self,
                    TrasPart     part,
                    guint       *n_done)
{
  guint n = 0, n_through = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->points->len; i++)
    {
      TrasPoint *point = self->points->pdata[i];

      if (point->part != part)
        continue;
      n++;
      n_through += tras_point_is_done (point);
    }
  if (n_done != NULL)
    *n_done = n_through;

  return n;
}

/**
 * tras_meeting_find:
 * @self: a meeting
 * @item_id: the id of a point's item
 *
 * Returns: (transfer none) (nullable): the point
 */
TrasPoint *
tras_meeting_find (TrasMeeting *self,
                   gint64       item_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->points->len; i++)
    {
      TrasPoint *point = self->points->pdata[i];

      if (TRAS_RECORD (point->item)->id == item_id)
        return point;
    }

  return NULL;
}
