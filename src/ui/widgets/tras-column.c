/* tras-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-column-view.h"
#include "tras-column.h"
#include "tras-field-text.h"
#include "tras-row.h"

struct _TrasColumn
{
  GObject parent_instance;

  char *field;
  char *title;
  char *icon_prefix;
  char *unit_field;
  char *css_class;
  char *state_prefix;
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
  PROP_ICON_PREFIX,
  PROP_UNIT_FIELD,
  PROP_CSS_CLASS,
  PROP_STATE_PREFIX,
} TrasColumnProperty;

static GParamSpec *properties[PROP_STATE_PREFIX + 1];

/* What a cell needs to write its field. */
typedef struct
{
  TrasStore *store;
  const TrasField *field;
  const TrasField *unit;
  const TrasField *state;
  char *icon_prefix;
  char *css_class;
  char *state_prefix;
  int width_chars;
} CellData;

static void
cell_data_free (gpointer  data,
                GClosure *closure)
{
  CellData *cell = data;

  g_object_unref (cell->store);
  g_free (cell->icon_prefix);
  g_free (cell->css_class);
  g_free (cell->state_prefix);
  g_free (cell);
}

static CellData *
cell_data_copy (const CellData *cell)
{
  CellData *copy = g_memdup2 (cell, sizeof *cell);

  g_object_ref (copy->store);
  copy->icon_prefix = g_strdup (cell->icon_prefix);
  copy->css_class = g_strdup (cell->css_class);
  copy->state_prefix = g_strdup (cell->state_prefix);

  return copy;
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

/* Closures over the row's record: nothing until the record is there. */

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

static char *
cell_unit (gpointer    item,
           TrasRecord *record,
           gpointer    user_data)
{
  CellData *cell = user_data;

  return record != NULL ? g_strdup (tras_record_get_text (record, cell->unit)) : NULL;
}

static char *
cell_icon (gpointer    item,
           TrasRecord *record,
           gpointer    user_data)
{
  CellData *cell = user_data;
  const char *word = record != NULL ? tras_record_get_text (record, cell->field) : NULL;

  return word != NULL ? g_strdup_printf ("%s-%s-symbolic", cell->icon_prefix, word) : NULL;
}

static char **
cell_classes (gpointer    item,
              TrasRecord *record,
              gpointer    user_data)
{
  CellData *cell = user_data;
  const char *word = record != NULL ? tras_record_get_text (record, cell->field) : NULL;
  char **classes = g_new0 (char *, 3);

  classes[0] = g_strdup ("choice");
  if (word != NULL)
    classes[1] = g_strdup_printf ("%s-%s", cell->icon_prefix, word);

  return classes;
}

/* A text in the style of the record's state. */
static char **
cell_state_classes (gpointer    item,
                    TrasRecord *record,
                    gpointer    user_data)
{
  CellData *cell = user_data;
  const char *word = record != NULL ? tras_record_get_text (record, cell->state) : NULL;
  g_autoptr (GStrvBuilder) classes = g_strv_builder_new ();

  if (is_numeric (cell->field))
    g_strv_builder_add (classes, "numeric");
  if (cell->css_class != NULL)
    g_strv_builder_add (classes, cell->css_class);
  if (word != NULL)
    {
      g_autofree char *class = g_strdup_printf ("%s-%s", cell->state_prefix, word);

      g_strv_builder_add (classes, class);
    }

  return g_strv_builder_end (classes);
}

static void
bind_to_record (gpointer        widget,
                const char     *property,
                GType           type,
                GCallback       callback,
                const CellData *cell,
                GtkListItem    *item)
{
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *record = gtk_property_expression_new (TRAS_TYPE_ROW, row, "record");

  gtk_expression_bind (gtk_cclosure_expression_new (type, NULL, 1, &record, callback,
                                                    cell_data_copy (cell), cell_data_free),
                       widget, property, item);
}

static GtkWidget *
make_inscription (guint    least,
                  guint    usual,
                  gboolean at_end)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), least);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), usual);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), at_end ? 1 : 0);
  /* In a taller row an inscription would take room for a second line, and stand too high. */
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  if (at_end)
    gtk_widget_add_css_class (text, "numeric");

  return text;
}

/* Rows are made by the hundred, seen or not: only a cell that has something beside its text gets a
 * box. */
static GtkWidget *
put_beside (GtkWidget *text,
            GtkWidget *before,
            GtkWidget *behind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (text, TRUE);
  if (before != NULL)
    gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), text);
  if (behind != NULL)
    gtk_box_append (GTK_BOX (box), behind);

  return box;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  const CellData *cell = user_data;
  GtkWidget *text = make_inscription (3, (guint) cell->width_chars, is_numeric (cell->field));

  bind_to_record (text, "text", G_TYPE_STRING, G_CALLBACK (cell_text), cell, item);
  if (cell->state != NULL)
    bind_to_record (text, "css-classes", G_TYPE_STRV, G_CALLBACK (cell_state_classes), cell, item);
  else if (cell->css_class != NULL)
    gtk_widget_add_css_class (text, cell->css_class);

  if (cell->icon_prefix != NULL)
    {
      GtkWidget *icon = gtk_image_new ();
      GtkWidget *box = put_beside (text, icon, NULL);

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      bind_to_record (icon, "icon-name", G_TYPE_STRING, G_CALLBACK (cell_icon), cell, item);
      bind_to_record (box, "css-classes", G_TYPE_STRV, G_CALLBACK (cell_classes), cell, item);
      gtk_list_item_set_child (item, box);
    }
  else if (cell->unit != NULL)
    {
      GtkWidget *unit = make_inscription (2, 3, FALSE);

      gtk_widget_add_css_class (unit, "dim-label");
      bind_to_record (unit, "text", G_TYPE_STRING, G_CALLBACK (cell_unit), cell, item);
      gtk_list_item_set_child (item, put_beside (text, NULL, unit));
    }
  else
    {
      gtk_list_item_set_child (item, text);
    }
}

static void
tras_column_finalize (GObject *object)
{
  TrasColumn *self = TRAS_COLUMN (object);

  g_free (self->field);
  g_free (self->title);
  g_free (self->icon_prefix);
  g_free (self->unit_field);
  g_free (self->css_class);
  g_free (self->state_prefix);
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
    case PROP_ICON_PREFIX:
      g_value_set_string (value, self->icon_prefix);
      break;
    case PROP_UNIT_FIELD:
      g_value_set_string (value, self->unit_field);
      break;
    case PROP_CSS_CLASS:
      g_value_set_string (value, self->css_class);
      break;
    case PROP_STATE_PREFIX:
      g_value_set_string (value, self->state_prefix);
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
    case PROP_ICON_PREFIX:
      self->icon_prefix = g_value_dup_string (value);
      break;
    case PROP_UNIT_FIELD:
      self->unit_field = g_value_dup_string (value);
      break;
    case PROP_CSS_CLASS:
      self->css_class = g_value_dup_string (value);
      break;
    case PROP_STATE_PREFIX:
      self->state_prefix = g_value_dup_string (value);
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
  /**
   * TrasColumn:icon-prefix:
   *
   * For a choice: each word has the icon PREFIX-WORD-symbolic before it, in the style PREFIX-WORD.
   */
  properties[PROP_ICON_PREFIX] = g_param_spec_string ("icon-prefix", NULL, NULL, NULL, flags);
  /**
   * TrasColumn:unit-field:
   *
   * For a number: the text that is its unit, small behind it.
   */
  properties[PROP_UNIT_FIELD] = g_param_spec_string ("unit-field", NULL, NULL, NULL, flags);
  properties[PROP_CSS_CLASS] = g_param_spec_string ("css-class", NULL, NULL, NULL, flags);
  /**
   * TrasColumn:state-prefix:
   *
   * For a record with a state: the text has the style PREFIX-STATE.
   */
  properties[PROP_STATE_PREFIX] = g_param_spec_string ("state-prefix", NULL, NULL, NULL, flags);
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
      if (self->unit_field != NULL)
        cell->unit = tras_table_find_field (table, self->unit_field);
      cell->icon_prefix = g_strdup (self->icon_prefix);
      cell->css_class = g_strdup (self->css_class);
      cell->width_chars = self->width_chars;
      if (self->state_prefix != NULL)
        {
          cell->state = tras_table_find_field (table, "state");
          cell->state_prefix = g_strdup (self->state_prefix);
        }
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

/**
 * tras_column_align_headers:
 * @view: a column view
 * @columns: (array length=n_columns): its columns, in order
 * @n_columns: how many
 * @table: the fields
 *
 * Headers of numbers stand at the end, as the numbers do.
 */
void
tras_column_align_headers (GtkColumnView     *view,
                           TrasColumn *const *columns,
                           guint              n_columns,
                           const TrasTable   *table)
{
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *header = NULL;

      if (is_numeric (tras_table_find_field (table, columns[i]->field)))
        header = tras_column_view_set_at_end (view, i);
      if (header != NULL && columns[i]->unit_field != NULL)
        gtk_widget_add_css_class (header, "has-unit");
    }
}

/**
 * tras_column_show_for_width:
 * @view: a column view
 * @columns: (array length=n_columns): its columns, in order
 * @n_columns: how many
 * @width: the room, in pixels
 *
 * Shows the columns that there is room for.
 */
void
tras_column_show_for_width (GtkColumnView     *view,
                            TrasColumn *const *columns,
                            guint              n_columns,
                            int                width)
{
  GListModel *made = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (made) && i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (made, i);

      gtk_column_view_column_set_visible (column, columns[i]->shown_from <= width);
    }
}
