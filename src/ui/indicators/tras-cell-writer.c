/* tras-cell-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-cell-writer.h"
#include "tras-error.h"
#include "tras-number.h"
#include "tras-window.h"

/* One call of tras_cell_writer_write(), waiting for its turn. */
typedef struct
{
  GtkWidget *widget;
  char *label;
  GPtrArray *changes;
} Work;

struct _TrasCellWriter
{
  GObject parent_instance;

  TrasStore *store;
  GQueue waiting;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (TrasCellWriter, tras_cell_writer, G_TYPE_OBJECT)

/**
 * tras_cell_change_new:
 * @indicator_id: the indicator
 * @period_on: the period's first day
 * @act: what is done
 * @value: the value, NAN where it is not about one
 * @note: (nullable): the note
 *
 * Returns: (transfer full): the change
 */
TrasCellChange *
tras_cell_change_new (gint64       indicator_id,
                      TrasDay      period_on,
                      TrasCellAct  act,
                      double       value,
                      const char  *note)
{
  TrasCellChange *self = g_new0 (TrasCellChange, 1);

  self->indicator_id = indicator_id;
  self->period_on = period_on;
  self->act = act;
  self->value = value;
  self->note = g_strdup (note);

  return self;
}

void
tras_cell_change_free (TrasCellChange *self)
{
  g_free (self->note);
  g_free (self);
}

static TrasMeasurement *
find_record (GPtrArray            *records,
             const TrasCellChange *change)
{
  for (guint i = 0; i < records->len; i++)
    {
      TrasMeasurement *record = records->pdata[i];

      if (record->indicator_id == change->indicator_id && record->period_on == change->period_on)
        return record;
    }

  return NULL;
}

static void
set_note (TrasMeasurement *record,
          const char      *note)
{
  g_free (record->note);
  record->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
}

static void
set_value (TrasMeasurement *record,
           double           value)
{
  /* The note of a period without value said why there was none. */
  if (isnan (record->value))
    set_note (record, NULL);
  if (record->value != value)
    {
      record->num = NAN;
      record->den = NAN;
      record->estimated = FALSE;
    }
  record->value = value;
}

static void
change_record (TrasMeasurement      *record,
               const TrasCellChange *change)
{
  switch (change->act)
    {
    case TRAS_CELL_ACT_VALUE:
      set_value (record, change->value);
      break;
    case TRAS_CELL_ACT_ABSENT:
      record->value = NAN;
      record->num = NAN;
      record->den = NAN;
      record->left_out = FALSE;
      set_note (record, change->note);
      break;
    case TRAS_CELL_ACT_NOTE:
      set_note (record, change->note);
      break;
    case TRAS_CELL_ACT_LEAVE_OUT:
      record->left_out = TRUE;
      set_note (record, change->note);
      break;
    case TRAS_CELL_ACT_COUNT:
      record->left_out = FALSE;
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tras_cell_changes_to_edit:
 * @changes: (element-type TrasCellChange): what to do, each period once
 * @records: (element-type TrasMeasurement): the measurements that there are
 * @label: what the user does, in their language
 *
 * Returns: (transfer full): the edit; an empty one where everything is so already
 */
TrasEdit *
tras_cell_changes_to_edit (GPtrArray  *changes,
                           GPtrArray  *records,
                           const char *label)
{
  TrasEdit *edit = tras_edit_new (label);

  for (guint i = 0; i < changes->len; i++)
    {
      const TrasCellChange *change = changes->pdata[i];
      TrasMeasurement *record = find_record (records, change);
      g_autoptr (TrasMeasurement) copy = NULL;

      if (record != NULL)
        {
          copy = tras_record_dup (record);
          change_record (copy, change);
          if (change->computed && copy->note == NULL)
            tras_edit_delete (edit, record);
          else if (!tras_record_equal ((TrasRecord *) copy, (TrasRecord *) record))
            tras_edit_update (edit, copy);
        }
      else if (change->act == TRAS_CELL_ACT_VALUE || change->act == TRAS_CELL_ACT_ABSENT ||
               (change->computed && change->note != NULL && *change->note != '\0'))
        {
          copy = tras_measurement_new ();
          copy->indicator_id = change->indicator_id;
          copy->period_on = change->period_on;
          change_record (copy, change);
          tras_edit_insert (edit, copy);
        }
    }

  return edit;
}

/**
 * tras_cell_format_value:
 * @series: a series
 * @value: one of its values
 *
 * Returns: (transfer full): the value as it is typed, in the user's language
 */
char *
tras_cell_format_value (TrasIndicatorSeries *series,
                        double               value)
{
  return tras_number_format_real (tras_number_format_get_default (), value,
                                  (int) series->indicator->decimals);
}

/* A spreadsheet copies a number with what it is counted in. */
static char *
dup_without (const char *text,
             const char *unit)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  g_autofree char *mark = g_utf8_casefold (unit, -1);
  gsize length = strlen (unit), all = strlen (stripped);

  /* Folding may change how long a text is; what is cut off must be the same in both. */
  if (length == 0 || all <= length || strlen (folded) != all || strlen (mark) != length)
    return NULL;
  if (g_str_has_suffix (folded, mark))
    return g_strndup (stripped, all - length);
  if (g_str_has_prefix (folded, mark))
    return g_strdup (stripped + length);

  return NULL;
}

static gboolean
parse_with_unit (TrasIndicatorSeries *series,
                 const char          *text,
                 double              *value)
{
  const char *unit = series->indicator->unit;
  const char *const units[] = { unit, tras_currency_get_symbol (unit) };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *bare = dup_without (text, units[i]);

      if (bare != NULL &&
          tras_number_format_parse_real (tras_number_format_get_default (), bare, value, NULL))
        return !isnan (*value);
    }

  return FALSE;
}

/**
 * tras_cell_parse_value:
 * @series: a series
 * @text: what was typed or copied, with or without the indicator's unit
 * @value: (out): the value; NAN where nothing was typed
 * @error: %TRAS_ERROR_INVALID, with words for the user
 *
 * Returns: whether it is a value that the indicator can have
 */
gboolean
tras_cell_parse_value (TrasIndicatorSeries  *series,
                       const char           *text,
                       double               *value,
                       GError              **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *limit = NULL;

  g_return_val_if_fail (series != NULL, FALSE);

  if (!tras_number_format_parse_real (tras_number_format_get_default (), text, value,
                                      &local_error))
    {
      if (!parse_with_unit (series, text, value))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  else if (strchr (text, '%') != NULL && strchr (series->indicator->unit, '%') == NULL)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                   _("“%s” is a percentage, and this indicator is counted in another unit"), text);
      return FALSE;
    }

  if (!isnan (series->series.floor) && *value < series->series.floor)
    {
      limit = tras_cell_format_value (series, series->series.floor);
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("It cannot be below %s"), limit);
      return FALSE;
    }
  if (!isnan (series->series.ceiling) && *value > series->series.ceiling)
    {
      limit = tras_cell_format_value (series, series->series.ceiling);
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("It cannot be above %s"), limit);
      return FALSE;
    }

  return TRUE;
}

/* ---- one after the other ---- */

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->widget);
  g_free (work->label);
  g_ptr_array_unref (work->changes);
  g_free (work);
}

static void start_next (TrasCellWriter *self);

static void
end_work (GTask  *task,
          GError *error)
{
  TrasCellWriter *self = g_task_get_source_object (task);

  self->busy = FALSE;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  start_next (self);
  g_object_unref (task);
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;

  tras_window_apply_finish (GTK_WIDGET (object), result, NULL, &error);
  end_work (user_data, error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = tras_store_select_finish (TRAS_STORE (object), result, &error);
  g_autoptr (TrasEdit) edit = NULL;

  if (records == NULL)
    {
      tras_window_report_error (work->widget, error);
      end_work (task, error);
      return;
    }

  edit = tras_cell_changes_to_edit (work->changes, records, work->label);
  if (tras_edit_is_empty (edit))
    end_work (task, NULL);
  else
    tras_window_apply (work->widget, edit, TRAS_APPLY_DEFAULT, on_applied, task);
}

static TrasQuery *
make_query (GPtrArray *changes)
{
  TrasQuery *query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TrasDay first = TRAS_DAY_MAX, last = TRAS_DAY_MIN;

  for (guint i = 0; i < changes->len; i++)
    {
      const TrasCellChange *change = changes->pdata[i];
      gboolean known = FALSE;

      first = MIN (first, change->period_on);
      last = MAX (last, change->period_on);
      for (guint j = 0; j < ids->len && !known; j++)
        known = g_array_index (ids, gint64, j) == change->indicator_id;
      if (!known)
        g_array_append_val (ids, change->indicator_id);
    }
  tras_query_where_in (query, "indicator_id", (gint64 *) ids->data, ids->len);
  tras_query_where_date (query, "period_on", TRAS_QUERY_GE, first);
  tras_query_where_date (query, "period_on", TRAS_QUERY_LE, last);

  return query;
}

static void
start_next (TrasCellWriter *self)
{
  g_autoptr (TrasQuery) query = NULL;
  GTask *task;

  if (self->busy || (task = g_queue_pop_head (&self->waiting)) == NULL)
    return;

  self->busy = TRUE;
  query = make_query (((Work *) g_task_get_task_data (task))->changes);
  tras_store_select_async (self->store, query, NULL, on_read, task);
}

static void
tras_cell_writer_finalize (GObject *object)
{
  g_object_unref (TRAS_CELL_WRITER (object)->store);

  G_OBJECT_CLASS (tras_cell_writer_parent_class)->finalize (object);
}

static void
tras_cell_writer_class_init (TrasCellWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_cell_writer_finalize;
}

static void
tras_cell_writer_init (TrasCellWriter *self)
{
  g_queue_init (&self->waiting);
}

/**
 * tras_cell_writer_new:
 * @store: where the measurements are
 *
 * Returns: (transfer full): a writer with nothing to do
 */
TrasCellWriter *
tras_cell_writer_new (TrasStore *store)
{
  TrasCellWriter *self = g_object_new (TRAS_TYPE_CELL_WRITER, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * tras_cell_writer_write:
 * @self: a writer
 * @widget: who writes, in the window that says so
 * @label: what the user does, in their language
 * @changes: (element-type TrasCellChange) (transfer full): one or more changes that make one edit
 * @callback: (nullable): called when they are stored or refused
 * @user_data: data for @callback
 */
void
tras_cell_writer_write (TrasCellWriter      *self,
                        GtkWidget           *widget,
                        const char          *label,
                        GPtrArray           *changes,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Work *work;
  GTask *task;

  g_return_if_fail (TRAS_IS_CELL_WRITER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (changes != NULL && changes->len > 0);

  work = g_new0 (Work, 1);
  work->widget = g_object_ref (widget);
  work->label = g_strdup (label);
  work->changes = changes;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tras_cell_writer_write);
  g_task_set_task_data (task, work, work_free);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/**
 * tras_cell_writer_finish:
 * @self: a writer
 * @result: what the callback got
 * @error: where to put the error; the window has told it already
 *
 * Returns: whether everything is stored
 */
gboolean
tras_cell_writer_finish (TrasCellWriter  *self,
                         GAsyncResult    *result,
                         GError         **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tras_cell_writer_write), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
