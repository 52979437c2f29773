/* tras-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-row-private.h"

struct _TrasRow
{
  GObject parent_instance;

  GHashTable *slots;
  TrasRecord *record;
  gint64 id;
  guint position;
};

G_DEFINE_TYPE (TrasRow, tras_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_RECORD,
} TrasRowProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static void
tras_row_dispose (GObject *object)
{
  TrasRow *self = TRAS_ROW (object);

  tras_row_detach (self);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_row_parent_class)->dispose (object);
}

static void
tras_row_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TrasRow *self = TRAS_ROW (object);

  switch ((TrasRowProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_row_class_init (TrasRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_row_dispose;
  object_class->get_property = tras_row_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_row_init (TrasRow *self)
{
}

/**
 * tras_row_new:
 * @slots: (element-type guint TrasRow): the list's living slots by position; the row is in it as
 *   long as it lives, without being owned by it
 * @position: where it stands
 * @id: the record that stands there
 *
 * Returns: (transfer full): a slot that has its record still to get
 */
TrasRow *
tras_row_new (GHashTable *slots,
              guint       position,
              gint64      id)
{
  TrasRow *self = g_object_new (TRAS_TYPE_ROW, NULL);

  self->slots = g_hash_table_ref (slots);
  self->position = position;
  self->id = id;
  g_hash_table_insert (slots, GUINT_TO_POINTER (position), self);

  return self;
}

/**
 * tras_row_detach:
 * @self: a row
 *
 * Takes the row off its position. It keeps what it shows.
 */
void
tras_row_detach (TrasRow *self)
{
  if (self->slots == NULL)
    return;

  g_hash_table_remove (self->slots, GUINT_TO_POINTER (self->position));
  g_clear_pointer (&self->slots, g_hash_table_unref);
}

/**
 * tras_row_get_id:
 * @self: a row
 *
 * Returns: the id of the record at this position
 */
gint64
tras_row_get_id (TrasRow *self)
{
  g_return_val_if_fail (TRAS_IS_ROW (self), 0);

  return self->id;
}

void
tras_row_set_id (TrasRow *self,
                 gint64   id)
{
  if (self->id == id)
    return;

  self->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * tras_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record; %NULL until it was read. When another record
 *   comes to this position the former stays until the new one was read
 */
gpointer
tras_row_get_record (TrasRow *self)
{
  g_return_val_if_fail (TRAS_IS_ROW (self), NULL);

  return self->record;
}

/**
 * tras_row_set_record:
 * @self: a row
 * @record: (transfer none): the record as it was read
 *
 * Notifies only where something on show differs.
 */
void
tras_row_set_record (TrasRow    *self,
                     TrasRecord *record)
{
  if (self->record != NULL && tras_record_equal (self->record, record))
    return;

  g_set_object (&self->record, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
