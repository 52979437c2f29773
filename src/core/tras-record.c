/* tras-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-record.h"

G_DEFINE_ABSTRACT_TYPE (TrasRecord, tras_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  /* The fields of the table follow, in its order. */
  PROP_FIRST_FIELD,
};

static gpointer
member (TrasRecord      *self,
        const TrasField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static void
set_initial (TrasRecord      *self,
             const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      tras_record_set_text (self, field, field->initial);
      break;
    case TRAS_VALUE_REAL:
      tras_record_set_real (self, field,
                            field->initial ? g_ascii_strtod (field->initial, NULL) : NAN);
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_REFERENCE:
      if (field->initial != NULL)
        tras_record_set_int (self, field, g_ascii_strtoll (field->initial, NULL, 10));
      else
        tras_record_clear (self, field);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
tras_record_constructed (GObject *object)
{
  TrasRecord *self = TRAS_RECORD (object);
  const TrasTable *table = tras_record_get_table (self);

  G_OBJECT_CLASS (tras_record_parent_class)->constructed (object);

  for (guint i = 0; i < table->n_fields; i++)
    set_initial (self, &table->fields[i]);
}

static void
tras_record_finalize (GObject *object)
{
  TrasRecord *self = TRAS_RECORD (object);
  const TrasTable *table = tras_record_get_table (self);

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].type == TRAS_VALUE_TEXT)
        g_free (*(char **) member (self, &table->fields[i]));
    }

  G_OBJECT_CLASS (tras_record_parent_class)->finalize (object);
}

static void
tras_record_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TrasRecord *self = TRAS_RECORD (object);
  const TrasTable *table = tras_record_get_table (self);
  const TrasField *field;

  if (prop_id == PROP_ID)
    {
      g_value_set_int64 (value, self->id);
      return;
    }

  field = &table->fields[prop_id - PROP_FIRST_FIELD];
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      g_value_set_string (value, tras_record_get_text (self, field));
      break;
    case TRAS_VALUE_REAL:
      g_value_set_double (value, tras_record_get_real (self, field));
      break;
    case TRAS_VALUE_BOOLEAN:
      g_value_set_boolean (value, tras_record_get_int (self, field) != 0);
      break;
    case TRAS_VALUE_DATE:
      g_value_set_int (value, *(TrasDay *) member (self, field));
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      g_value_set_int64 (value, tras_record_get_int (self, field));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_record_class_init (TrasRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tras_record_constructed;
  object_class->finalize = tras_record_finalize;
  object_class->get_property = tras_record_get_property;
}

static void
tras_record_init (TrasRecord *self)
{
}

static GParamSpec *
field_param_spec (const TrasField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *interned = g_intern_string (name);

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      return g_param_spec_string (interned, NULL, NULL, NULL, flags);
    case TRAS_VALUE_REAL:
      return g_param_spec_double (interned, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case TRAS_VALUE_BOOLEAN:
      return g_param_spec_boolean (interned, NULL, NULL, FALSE, flags);
    case TRAS_VALUE_DATE:
      return g_param_spec_int (interned, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      return g_param_spec_int64 (interned, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    default:
      g_assert_not_reached ();
    }
}

/**
 * tras_record_class_set_table:
 * @klass: the class of a record type, in its class_init
 * @table: (transfer none): its fields; static
 *
 * Makes a read-only property of every field, named as the column with dashes.
 */
void
tras_record_class_set_table (TrasRecordClass *klass,
                             const TrasTable *table)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  /* GObject clears the accessors in each subclass that installs properties. */
  object_class->get_property = tras_record_get_property;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  for (guint i = 0; i < table->n_fields; i++)
    g_object_class_install_property (object_class, PROP_FIRST_FIELD + i,
                                     field_param_spec (&table->fields[i]));
}

/**
 * tras_record_get_table:
 * @self: a record
 *
 * Returns: (transfer none): its fields
 */
const TrasTable *
tras_record_get_table (TrasRecord *self)
{
  return TRAS_RECORD_GET_CLASS (self)->table;
}

/**
 * tras_record_type_get_table:
 * @type: a record type
 *
 * Returns: (transfer none): its fields
 */
const TrasTable *
tras_record_type_get_table (GType type)
{
  TrasRecordClass *klass;

  g_return_val_if_fail (g_type_is_a (type, TRAS_TYPE_RECORD), NULL);

  /* Static types keep their class for the life of the program. */
  klass = g_type_class_ref (type);

  return klass->table;
}

/**
 * tras_record_dup:
 * @record: a record
 *
 * Returns: (transfer full): a copy with the same id and version
 */
gpointer
tras_record_dup (gpointer record)
{
  TrasRecord *self = record;
  const TrasTable *table = tras_record_get_table (self);
  TrasRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  copy->id = self->id;
  copy->version = self->version;
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      switch (field->type)
        {
        case TRAS_VALUE_TEXT:
        case TRAS_VALUE_CHOICE:
          tras_record_set_text (copy, field, tras_record_get_text (self, field));
          break;
        case TRAS_VALUE_REAL:
          tras_record_set_real (copy, field, tras_record_get_real (self, field));
          break;
        case TRAS_VALUE_INTEGER:
        case TRAS_VALUE_BOOLEAN:
        case TRAS_VALUE_INSTANT:
        case TRAS_VALUE_MONEY:
        case TRAS_VALUE_QUANTITY:
        case TRAS_VALUE_UNIT_COST:
        case TRAS_VALUE_DATE:
        case TRAS_VALUE_REFERENCE:
          tras_record_set_int (copy, field, tras_record_get_int (self, field));
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return copy;
}

/**
 * tras_record_equal:
 * @a: a record
 * @b: a record of the same type
 *
 * Returns: whether id, version and every field are the same
 */
gboolean
tras_record_equal (TrasRecord *a,
                   TrasRecord *b)
{
  const TrasTable *table = tras_record_get_table (a);

  g_return_val_if_fail (table == tras_record_get_table (b), FALSE);

  if (a->id != b->id || a->version != b->version)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE)
        {
          if (g_strcmp0 (tras_record_get_text (a, field), tras_record_get_text (b, field)) != 0)
            return FALSE;
        }
      else if (field->type == TRAS_VALUE_REAL)
        {
          double x = tras_record_get_real (a, field), y = tras_record_get_real (b, field);

          if (!(x == y || (isnan (x) && isnan (y))))
            return FALSE;
        }
      else if (tras_record_get_int (a, field) != tras_record_get_int (b, field))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_record_is_null:
 * @self: a record
 * @field: one of its fields
 *
 * Returns: whether the field has no value
 */
gboolean
tras_record_is_null (TrasRecord      *self,
                     const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      return tras_record_get_text (self, field) == NULL;
    case TRAS_VALUE_REAL:
      return isnan (tras_record_get_real (self, field));
    case TRAS_VALUE_BOOLEAN:
      return FALSE;
    case TRAS_VALUE_DATE:
      return *(TrasDay *) member (self, field) == TRAS_DAY_NONE;
    case TRAS_VALUE_REFERENCE:
      return tras_record_get_int (self, field) == 0;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      return tras_record_get_int (self, field) == TRAS_NULL;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/**
 * tras_record_clear:
 * @self: a record
 * @field: one of its fields
 *
 * Leaves the field without a value; a boolean becomes false.
 */
void
tras_record_clear (TrasRecord      *self,
                   const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      tras_record_set_text (self, field, NULL);
      break;
    case TRAS_VALUE_REAL:
      tras_record_set_real (self, field, NAN);
      break;
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_REFERENCE:
      tras_record_set_int (self, field, 0);
      break;
    case TRAS_VALUE_DATE:
      *(TrasDay *) member (self, field) = TRAS_DAY_NONE;
      break;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      tras_record_set_int (self, field, TRAS_NULL);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * tras_record_get_int:
 * @self: a record
 * @field: a field of any type held as an integer, boolean and date included
 *
 * Returns: the member's value
 */
gint64
tras_record_get_int (TrasRecord      *self,
                     const TrasField *field)
{
  if (field->type == TRAS_VALUE_BOOLEAN)
    return *(gboolean *) member (self, field);
  if (field->type == TRAS_VALUE_DATE)
    return *(TrasDay *) member (self, field);

  g_return_val_if_fail (tras_field_is_integral (field), 0);

  return *(gint64 *) member (self, field);
}

/**
 * tras_record_set_int:
 * @self: a record
 * @field: a field of any type held as an integer, boolean and date included
 * @value: the value
 */
void
tras_record_set_int (TrasRecord      *self,
                     const TrasField *field,
                     gint64           value)
{
  if (field->type == TRAS_VALUE_BOOLEAN)
    *(gboolean *) member (self, field) = value != 0;
  else if (field->type == TRAS_VALUE_DATE)
    *(TrasDay *) member (self, field) = (TrasDay) value;
  else if (tras_field_is_integral (field))
    *(gint64 *) member (self, field) = value;
  else
    g_return_if_reached ();
}

/**
 * tras_record_get_real:
 * @self: a record
 * @field: a real
 *
 * Returns: the value, NAN for none
 */
double
tras_record_get_real (TrasRecord      *self,
                      const TrasField *field)
{
  g_return_val_if_fail (field->type == TRAS_VALUE_REAL, NAN);

  return *(double *) member (self, field);
}

/**
 * tras_record_set_real:
 * @self: a record
 * @field: a real
 * @value: the value, NAN for none
 */
void
tras_record_set_real (TrasRecord      *self,
                      const TrasField *field,
                      double           value)
{
  g_return_if_fail (field->type == TRAS_VALUE_REAL);

  *(double *) member (self, field) = value;
}

/**
 * tras_record_get_text:
 * @self: a record
 * @field: a text or a choice
 *
 * Returns: (transfer none) (nullable): the text, or the choice's word
 */
const char *
tras_record_get_text (TrasRecord      *self,
                      const TrasField *field)
{
  g_return_val_if_fail (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE, NULL);

  return *(const char **) member (self, field);
}

/**
 * tras_record_set_text:
 * @self: a record
 * @field: a text or a choice
 * @value: (nullable): the text; for a choice one of its words, anything else leaves it without
 *   value
 */
void
tras_record_set_text (TrasRecord      *self,
                      const TrasField *field,
                      const char      *value)
{
  if (field->type == TRAS_VALUE_CHOICE)
    *(const char **) member (self, field) = tras_field_intern_word (field, value);
  else
    tras_record_take_text (self, field, g_strdup (value));
}

/**
 * tras_record_take_text:
 * @self: a record
 * @field: a text
 * @value: (transfer full) (nullable): the text
 */
void
tras_record_take_text (TrasRecord      *self,
                       const TrasField *field,
                       char            *value)
{
  char **place = member (self, field);

  g_return_if_fail (field->type == TRAS_VALUE_TEXT);

  if (*place != value)
    g_free (*place);
  *place = value;
}
