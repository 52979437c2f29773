/* tras-row-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "tras-query-private.h"
#include "tras-row-list.h"
#include "tras-row-private.h"
#include "tras-row-reader.h"

/* An empty list shows this many rows before it has read the rest, where that is quicker. */
#define HEAD_ROWS 256

struct _TrasRowList
{
  GObject parent_instance;

  TrasStore *store;
  TrasQuery *query;
  GError *error;

  /* What is on show. */
  GArray *ids;
  GHashTable *slots;
  /* The query that found @ids, once it has found all, and the last edit that they know of. */
  TrasQuery *ids_query;
  gint64 ids_edit;
  GPtrArray *sources;

  /* All records in the order of the query, that a search picks from: @ids or what they were. */
  GArray *order;
  TrasQuery *order_query;
  gint64 order_edit;

  /* Positions whose records are asked for in this turn of the main loop. */
  GArray *asked;
  guint asked_source;

  /* The reading that is under way, and what comes after it. */
  GCancellable *reading;
  guint rest_source;
  gboolean outdated;
  gboolean loading;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TrasRowList, tras_row_list, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_STORE = 1,
  PROP_QUERY,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
} TrasRowListProperty;

static GParamSpec *properties[PROP_ERROR + 1];

enum
{
  REORDERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void start_reading (TrasRowList *self,
                           guint        limit);

static void
set_error (TrasRowList *self,
           GError      *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
update_loading (TrasRowList *self)
{
  gboolean loading = self->reading != NULL || self->rest_source != 0;

  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* ---- records for slots ---- */

static void
on_records_read (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasRowList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRowBatch) batch = NULL;

  batch = tras_store_run_finish (TRAS_STORE (object), result, &error);
  if (batch == NULL)
    {
      if (TRAS_STORE (object) == self->store)
        set_error (self, g_steal_pointer (&error));
      return;
    }
  if (TRAS_STORE (object) != self->store)
    return;

  for (guint i = 0; i < batch->positions->len; i++)
    {
      guint position = g_array_index (batch->positions, guint, i);
      TrasRow *row = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
      TrasRecord *record = batch->records->pdata[i];

      if (row != NULL && record != NULL && record->id == tras_row_get_id (row))
        tras_row_set_record (row, record);
    }
}

static gboolean
read_asked (gpointer user_data)
{
  TrasRowList *self = user_data;
  TrasRowBatch *batch;

  self->asked_source = 0;
  if (self->store == NULL || self->query == NULL)
    {
      g_array_set_size (self->asked, 0);
      return G_SOURCE_REMOVE;
    }

  batch = tras_row_batch_new (tras_query_get_record_type (self->query));
  for (guint i = 0; i < self->asked->len; i++)
    {
      guint position = g_array_index (self->asked, guint, i);

      /* Whoever asked may have let the row go again. */
      if (g_hash_table_contains (self->slots, GUINT_TO_POINTER (position)))
        tras_row_batch_add (batch, position, g_array_index (self->ids, gint64, position));
    }
  g_array_set_size (self->asked, 0);

  if (batch->positions->len == 0)
    tras_row_batch_free (batch);
  else
    tras_store_run_async (self->store, read_asked, tras_row_batch_read, batch,
                          (GDestroyNotify) tras_row_batch_free,
                          (GDestroyNotify) tras_row_batch_free, NULL, on_records_read,
                          g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
ask (TrasRowList *self,
     guint        position)
{
  g_array_append_val (self->asked, position);
  /* Ahead of the frame that is being prepared. */
  if (self->asked_source == 0)
    self->asked_source = g_idle_add_full (G_PRIORITY_HIGH, read_asked, self, NULL);
}

/* ---- the order ---- */

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const guint *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* The slots that somebody holds, from the top down. */
static GArray *
list_slots (TrasRowList *self)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint),
                                         g_hash_table_size (self->slots));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint position = GPOINTER_TO_UINT (key);

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);

  return positions;
}

/* Takes other ids, or patches those that are there. Nobody else reads them then: what asks on the
 * store's thread has been answered. */
static void
take_ids (TrasRowList     *self,
          GArray          *ids,
          const TrasPatch *patch)
{
  guint before = self->ids->len;
  guint after;

  if (patch != NULL)
    tras_patch_apply (patch, self->ids);
  else
    {
      g_array_unref (self->ids);
      self->ids = g_array_ref (ids);
    }
  after = self->ids->len;
  if (after < before)
    {
      g_autoptr (GArray) positions = list_slots (self);

      for (guint i = 0; i < positions->len; i++)
        {
          guint position = g_array_index (positions, guint, i);

          if (position >= after)
            tras_row_detach (g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position)));
        }
      g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
    }
  else if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);

  if (after != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
clear (TrasRowList *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_clear_pointer (&self->ids_query, tras_query_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->order_query, tras_query_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  take_ids (self, none, NULL);
}

/* Points the living slots to what stands at their positions now. */
static void
point_slots (TrasRowList   *self,
             TrasRowAnswer *answer)
{
  g_autoptr (GArray) positions = list_slots (self);
  TrasRowBatch *batch = answer->batch;
  guint next = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);
      TrasRow *row = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
      TrasRecord *record = NULL;
      gint64 id;

      /* Whoever was notified of a row before this one may have let it go. */
      if (row == NULL || position >= self->ids->len)
        continue;

      id = g_array_index (self->ids, gint64, position);
      while (next < batch->positions->len &&
             g_array_index (batch->positions, guint, next) < position)
        next++;
      if (next < batch->positions->len &&
          g_array_index (batch->positions, guint, next) == position)
        record = batch->records->pdata[next];

      g_object_ref (row);
      g_object_freeze_notify (G_OBJECT (row));
      tras_row_set_id (row, id);
      if (record != NULL && record->id == id)
        tras_row_set_record (row, record);
      else
        ask (self, position);
      g_object_thaw_notify (G_OBJECT (row));
      g_object_unref (row);
    }
}

/* Keeps the order of all records, at no cost as long as it is what is on show. */
static void
keep_order (TrasRowList   *self,
            TrasRowAnswer *answer)
{
  if (answer->more || tras_query_is_filtered (self->query))
    return;

  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->order_query, tras_query_unref);
  self->order = g_array_ref (answer->patch != NULL ? self->ids : answer->ids);
  self->order_query = tras_query_ref (self->query);
  self->order_edit = answer->last_edit;
}

static gboolean
read_rest (gpointer user_data)
{
  TrasRowList *self = user_data;

  self->rest_source = 0;
  start_reading (self, 0);

  return G_SOURCE_REMOVE;
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasRowList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRowAnswer) answer = NULL;

  answer = tras_store_run_finish (TRAS_STORE (object), result, &error);
  /* Somebody asked for something else meanwhile. */
  if (self->reading == NULL || self->reading != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->reading);
  if (answer != NULL)
    {
      set_error (self, NULL);
      g_clear_pointer (&self->ids_query, tras_query_unref);
      self->ids_query = answer->more ? NULL : tras_query_ref (self->query);
      self->ids_edit = answer->last_edit;
      keep_order (self, answer);
      if (answer->sources != NULL && self->sources == NULL)
        self->sources = g_ptr_array_ref (answer->sources);
      take_ids (self, answer->ids, answer->patch);
      point_slots (self, answer);
      g_signal_emit (self, signals[REORDERED], 0);
      /* The rows that are seen get their records first. */
      if (answer->more && self->reading == NULL && self->rest_source == 0)
        self->rest_source = g_idle_add_full (G_PRIORITY_LOW, read_rest, self, NULL);
    }
  else
    set_error (self, g_steal_pointer (&error));

  if (self->outdated && self->reading == NULL && self->rest_source == 0)
    start_reading (self, 0);
  update_loading (self);
}

static void
stop_reading (TrasRowList *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->outdated = FALSE;
}

/* Reads the ids, with the records of the living slots along, so that both change at once. */
static void
start_reading (TrasRowList *self,
               guint        limit)
{
  TrasRowQuestion *question;

  stop_reading (self);
  if (self->store != NULL && self->query != NULL)
    {
      question = tras_row_question_new (self->query);
      question->limit = limit;
      question->positions = list_slots (self);
      question->want_sources = self->sources == NULL;
      if (self->ids_query == self->query)
        {
          question->known = g_array_ref (self->ids);
          question->known_edit = self->ids_edit;
        }
      if (self->order != NULL && tras_query_has_same_order (self->order_query, self->query))
        {
          question->order = g_array_ref (self->order);
          question->order_edit = self->order_edit;
        }
      self->reading = g_cancellable_new ();
      tras_store_run_async (self->store, start_reading, tras_row_question_answer, question,
                            (GDestroyNotify) tras_row_question_free,
                            (GDestroyNotify) tras_row_answer_free, self->reading, on_read,
                            g_object_ref (self));
    }
  update_loading (self);
}

static void
on_changed (TrasStore   *store,
            TrasChanges *changes,
            TrasRowList *self)
{
  gboolean touched = self->sources == NULL;

  for (guint i = 0; !touched && i < self->sources->len; i++)
    touched = tras_changes_touch (changes, self->sources->pdata[i]);
  if (!touched)
    return;

  /* What is being read may be of before the change; it is let finish, so that a list is never
   * kept from showing anything by one change after the other. */
  if (self->loading)
    self->outdated = TRUE;
  else
    start_reading (self, 0);
}

/* ---- the object ---- */

static void
tras_row_list_dispose (GObject *object)
{
  TrasRowList *self = TRAS_ROW_LIST (object);

  g_clear_handle_id (&self->asked_source, g_source_remove);
  stop_reading (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_row_list_parent_class)->dispose (object);
}

static void
tras_row_list_finalize (GObject *object)
{
  TrasRowList *self = TRAS_ROW_LIST (object);

  g_clear_pointer (&self->query, tras_query_unref);
  g_clear_pointer (&self->ids_query, tras_query_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->order_query, tras_query_unref);
  g_clear_error (&self->error);
  g_array_unref (self->ids);
  g_array_unref (self->asked);
  g_hash_table_unref (self->slots);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_row_list_parent_class)->finalize (object);
}

static void
tras_row_list_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TrasRowList *self = TRAS_ROW_LIST (object);

  switch ((TrasRowListProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_row_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TrasRowList *self = TRAS_ROW_LIST (object);

  switch ((TrasRowListProperty) prop_id)
    {
    case PROP_STORE:
      tras_row_list_set_store (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      tras_row_list_set_query (self, g_value_get_boxed (value));
      break;
    case PROP_N_ITEMS:
    case PROP_LOADING:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_row_list_class_init (TrasRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_row_list_dispose;
  object_class->finalize = tras_row_list_finalize;
  object_class->get_property = tras_row_list_get_property;
  object_class->set_property = tras_row_list_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, TRAS_TYPE_STORE,
                                                flags | G_PARAM_READWRITE);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, TRAS_TYPE_QUERY,
                                               flags | G_PARAM_READWRITE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                flags | G_PARAM_READABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   flags | G_PARAM_READABLE);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasRowList::reordered:
   *
   * The ids were read again: records may stand at other positions than before.
   */
  signals[REORDERED] = g_signal_new ("reordered", TRAS_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_row_list_init (TrasRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->asked = g_array_new (FALSE, FALSE, sizeof (guint));
  self->slots = g_hash_table_new (NULL, NULL);
}

static GType
list_get_item_type (GListModel *model)
{
  return TRAS_TYPE_ROW;
}

static guint
list_get_n_items (GListModel *model)
{
  return TRAS_ROW_LIST (model)->ids->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  TrasRowList *self = TRAS_ROW_LIST (model);
  TrasRow *row;

  if (position >= self->ids->len)
    return NULL;

  row = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);

  ask (self, position);

  return tras_row_new (self->slots, position, g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/**
 * tras_row_list_new:
 * @store: (nullable) (transfer none): where the records are
 * @query: (nullable) (transfer none): which records, in which order
 *
 * Returns: (transfer full): a list that is empty until the records were found
 */
TrasRowList *
tras_row_list_new (TrasStore *store,
                   TrasQuery *query)
{
  return g_object_new (TRAS_TYPE_ROW_LIST, "store", store, "query", query, NULL);
}

TrasStore *
tras_row_list_get_store (TrasRowList *self)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), NULL);

  return self->store;
}

/**
 * tras_row_list_set_store:
 * @self: a list
 * @store: (nullable) (transfer none): an open store; %NULL empties the list, which has to happen
 *   before the store is closed
 */
void
tras_row_list_set_store (TrasRowList *self,
                         TrasStore   *store)
{
  g_return_if_fail (TRAS_IS_ROW_LIST (self));
  g_return_if_fail (store == NULL || TRAS_IS_STORE (store));

  if (self->store == store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  clear (self);
  set_error (self, NULL);
  start_reading (self, HEAD_ROWS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * tras_row_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): its query; take a tras_query_dup() to change it
 */
TrasQuery *
tras_row_list_get_query (TrasRowList *self)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), NULL);

  return self->query;
}

/**
 * tras_row_list_set_query:
 * @self: a list
 * @query: (nullable) (transfer none): which records, in which order; of a type with ids
 *
 * What is on show stays until the new order was read. A reading that is under way ends.
 */
void
tras_row_list_set_query (TrasRowList *self,
                         TrasQuery   *query)
{
  g_autoptr (TrasQuery) before = NULL;

  g_return_if_fail (TRAS_IS_ROW_LIST (self));

  if (self->query == query)
    return;

  before = self->query;
  self->query = query != NULL ? tras_query_ref (query) : NULL;
  if (before == NULL || query == NULL ||
      tras_query_get_record_type (before) != tras_query_get_record_type (query))
    clear (self);
  start_reading (self, self->ids->len == 0 ? HEAD_ROWS : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

/**
 * tras_row_list_is_loading:
 * @self: a list
 *
 * Returns: whether the list is still reading what it has to show
 */
gboolean
tras_row_list_is_loading (TrasRowList *self)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), FALSE);

  return self->loading;
}

/**
 * tras_row_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last reading failed; what was read before is still
 *   on show
 */
const GError *
tras_row_list_get_error (TrasRowList *self)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), NULL);

  return self->error;
}

/**
 * tras_row_list_get_id:
 * @self: a list
 * @position: a position
 *
 * Returns: the id of the record there, 0 behind the end
 */
gint64
tras_row_list_get_id (TrasRowList *self,
                      guint        position)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * tras_row_list_find:
 * @self: a list
 * @id: a record's id
 * @position: (out) (optional): where it stands
 *
 * Looks through all ids: about a millisecond for a million.
 *
 * Returns: whether the record is in the list
 */
gboolean
tras_row_list_find (TrasRowList *self,
                    gint64       id,
                    guint       *position)
{
  g_return_val_if_fail (TRAS_IS_ROW_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) != id)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}
