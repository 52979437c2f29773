/* tras-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-column.h"
#include "tras-field-text.h"
#include "tras-row.h"

struct _TrasColumn
{
  GObject parent_instance;

  char *field;
  char *title;
  GtkListItemFactory *factory;
  int shown_from;
  int width_chars;
  gboolean expand;
};

G_DEFINE_FINAL_TYPE (TrasColumn, tras_column, G_TYPE_OBJECT)

typedef enum
{
  PROP_FIELD = 1,
  PROP_TITLE,
  PROP_FACTORY,
  PROP_SHOWN_FROM,
  PROP_WIDTH_CHARS,
  PROP_EXPAND,
} TrasColumnProperty;

static GParamSpec *properties[PROP_EXPAND + 1];

/* What a cell needs to write its field. */
typedef struct
{
  TrasStore *store;
  const TrasField *field;
  int width_chars;
  gboolean numeric;
} CellData;

static void
cell_data_free (gpointer  data,
                GClosure *closure)
{
  CellData *cell = data;

  g_object_unref (cell->store);
  g_free (cell);
}

static gboolean
is_numeric (const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_REAL:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      return TRUE;
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_CHOICE:
    case TRAS_VALUE_REFERENCE:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A closure over the row's record: the text of the field, empty until the record is there. */
static char *
cell_text (gpointer    item,
           TrasRecord *record,
           gpointer    user_data)
{
  CellData *cell = user_data;

  if (record == NULL)
    return g_strdup ("");

  return tras_field_dup_shown (record, cell->field, tras_number_format_get_default (),
                               tras_store_get_currency (cell->store));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  CellData *cell = user_data;
  GtkWidget *text = gtk_inscription_new (NULL);
  CellData *own = g_memdup2 (cell, sizeof *cell);
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *record = gtk_property_expression_new (TRAS_TYPE_ROW, row, "record");
  GtkExpression *shown;

  g_object_ref (own->store);
  shown = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 1, &record, G_CALLBACK (cell_text),
                                       own, cell_data_free);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), (guint) cell->width_chars);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), cell->numeric ? 1 : 0);
  if (cell->numeric)
    gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (item, text);
  gtk_expression_bind (shown, text, "text", item);
}

static void
tras_column_finalize (GObject *object)
{
  TrasColumn *self = TRAS_COLUMN (object);

  g_free (self->field);
  g_free (self->title);
  g_clear_object (&self->factory);

  G_OBJECT_CLASS (tras_column_parent_class)->finalize (object);
}

static void
tras_column_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TrasColumn *self = TRAS_COLUMN (object);

  switch ((TrasColumnProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FACTORY:
      g_value_set_object (value, self->factory);
      break;
    case PROP_SHOWN_FROM:
      g_value_set_int (value, self->shown_from);
      break;
    case PROP_WIDTH_CHARS:
      g_value_set_int (value, self->width_chars);
      break;
    case PROP_EXPAND:
      g_value_set_boolean (value, self->expand);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_column_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TrasColumn *self = TRAS_COLUMN (object);

  switch ((TrasColumnProperty) prop_id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_FACTORY:
      self->factory = g_value_dup_object (value);
      break;
    case PROP_SHOWN_FROM:
      self->shown_from = g_value_get_int (value);
      break;
    case PROP_WIDTH_CHARS:
      self->width_chars = g_value_get_int (value);
      break;
    case PROP_EXPAND:
      self->expand = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_column_class_init (TrasColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tras_column_finalize;
  object_class->get_property = tras_column_get_property;
  object_class->set_property = tras_column_set_property;

  /**
   * TrasColumn:field:
   *
   * The field that the column shows and is sorted by; with a factory of its own, only sorted by.
   */
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  /**
   * TrasColumn:title:
   *
   * The header, the field's own label unless set.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FACTORY] =
    g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY, flags);
  /**
   * TrasColumn:shown-from:
   *
   * How wide the list must be, in pixels, for the column to be shown; 0 for always.
   */
  properties[PROP_SHOWN_FROM] = g_param_spec_int ("shown-from", NULL, NULL, 0, 10000, 0, flags);
  properties[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 3, 200, 12, flags);
  properties[PROP_EXPAND] = g_param_spec_boolean ("expand", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_column_init (TrasColumn *self)
{
}

const char *
tras_column_get_field (TrasColumn *self)
{
  return self->field;
}

int
tras_column_get_shown_from (TrasColumn *self)
{
  return self->shown_from;
}

/**
 * tras_column_make:
 * @self: a column
 * @store: the store that the records are from
 * @table: their fields
 *
 * Returns: (transfer full): the column for a column view
 */
GtkColumnViewColumn *
tras_column_make (TrasColumn      *self,
                  TrasStore       *store,
                  const TrasTable *table)
{
  const TrasField *field = tras_table_find_field (table, self->field);
  GtkListItemFactory *factory;
  GtkColumnViewColumn *column;

  if (field == NULL)
    g_error ("%s has no field %s", table->name, self->field);

  if (self->factory != NULL)
    factory = g_object_ref (self->factory);
  else
    {
      CellData *cell = g_new0 (CellData, 1);

      cell->store = g_object_ref (store);
      cell->field = field;
      cell->numeric = is_numeric (field);
      cell->width_chars = self->width_chars;
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), cell, cell_data_free, 0);
    }

  column = gtk_column_view_column_new (self->title != NULL ? self->title
                                                           : tras_field_get_label (field),
                                       factory);
  gtk_column_view_column_set_expand (column, self->expand);
  gtk_column_view_column_set_resizable (column, TRUE);

  return column;
}
