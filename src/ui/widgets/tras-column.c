/* tras-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-column-view.h"
#include "tras-column.h"
#include "tras-field-text.h"
#include "tras-row-bind.h"

struct _TrasColumn
{
  GObject parent_instance;

  char *field;
  char *title;
  char *icon_prefix;
  char *unit_field;
  char *css_class;
  char *state_prefix;
  char *below_field;
  GtkListItemFactory *factory;
  const TrasHeadline *headline;
  TrasColumnWord get_word;
  gpointer word_data;
  GtkColumnViewColumn *made;  /* borrowed */
  int shown_from;
  int shown_to;
  int full_from;
  int width_chars;
  gboolean expand;
  gboolean unsorted;
  gboolean is_full;
};

G_DEFINE_FINAL_TYPE (TrasColumn, tras_column, G_TYPE_OBJECT)

typedef enum
{
  PROP_FIELD = 1,
  PROP_TITLE,
  PROP_FACTORY,
  PROP_SHOWN_FROM,
  PROP_SHOWN_TO,
  PROP_WIDTH_CHARS,
  PROP_EXPAND,
  PROP_ICON_PREFIX,
  PROP_UNIT_FIELD,
  PROP_CSS_CLASS,
  PROP_STATE_PREFIX,
  PROP_BELOW_FIELD,
  PROP_FULL_FROM,
  PROP_FULL,
  PROP_UNSORTED,
} TrasColumnProperty;

static GParamSpec *properties[PROP_UNSORTED + 1];

/* What a cell needs to write its field. */
typedef struct
{
  TrasColumn *column;
  TrasStore *store;
  const TrasField *field;
  const TrasField *unit;
  const TrasField *state;
  const TrasField *below;
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

  g_object_unref (cell->column);
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

  g_object_ref (copy->column);
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
dup_shown (const CellData  *cell,
           TrasRecord      *record,
           const TrasField *field)
{
  if (record == NULL)
    return g_strdup ("");

  return tras_field_dup_shown (record, field, tras_number_format_get_default (),
                               tras_store_get_currency (cell->store));
}

/* The word of a choice, or another one that somebody knows better. */
static const char *
get_word (const CellData *cell,
          TrasRecord     *record)
{
  const char *word = record != NULL ? tras_record_get_text (record, cell->field) : NULL;

  if (record == NULL || cell->column->get_word == NULL)
    return word;

  return cell->column->get_word (record, word, cell->column->word_data);
}

static char *
cell_text (gpointer    item,
           TrasRecord *record,
           gpointer    user_data)
{
  CellData *cell = user_data;

  if (record != NULL && cell->column->get_word != NULL)
    return g_strdup (tras_choice_get_label (cell->field->choices, get_word (cell, record)));

  return dup_shown (cell, record, cell->field);
}

static char *
cell_below (gpointer    item,
            TrasRecord *record,
            gpointer    user_data)
{
  CellData *cell = user_data;

  return dup_shown (cell, record, cell->below);
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
  const char *word = get_word (cell, record);

  return word != NULL ? g_strdup_printf ("%s-%s-symbolic", cell->icon_prefix, word) : NULL;
}

static char **
cell_classes (gpointer    item,
              TrasRecord *record,
              gpointer    user_data)
{
  CellData *cell = user_data;
  const char *word = get_word (cell, record);
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
  tras_row_bind (widget, property, type, callback, cell_data_copy (cell), cell_data_free, item);
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

/* An icon that stands alone says its word to whoever points at it or hears it. */

static void
tell_word (GtkWidget *icon)
{
  const char *word = gtk_widget_get_tooltip_text (icon);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word != NULL ? word : "", -1);
}

static void
show_icon_alone (GtkWidget  *text,
                 GParamSpec *pspec,
                 GtkWidget  *icon)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN,
                               gtk_widget_get_visible (text), -1);
}

static GtkWidget *
make_icon (const CellData *cell,
           GtkWidget      *text,
           GtkListItem    *item)
{
  GtkWidget *icon = gtk_image_new ();

  bind_to_record (icon, "icon-name", G_TYPE_STRING, G_CALLBACK (cell_icon), cell, item);
  if (cell->column->full_from > 0)
    {
      g_signal_connect (icon, "notify::tooltip-text", G_CALLBACK (tell_word), NULL);
      bind_to_record (icon, "tooltip-text", G_TYPE_STRING, G_CALLBACK (cell_text), cell, item);
      g_signal_connect_object (text, "notify::visible", G_CALLBACK (show_icon_alone), icon, 0);
      g_object_bind_property (cell->column, "full", text, "visible",
                              G_BINDING_SYNC_CREATE);
    }
  show_icon_alone (text, NULL, icon);

  return icon;
}

static GtkWidget *
put_below (const CellData *cell,
           GtkWidget      *text,
           GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = make_inscription (3, 3, FALSE);

  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  bind_to_record (below, "text", G_TYPE_STRING, G_CALLBACK (cell_below), cell, item);
  g_object_bind_property (cell->column, "full", below, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), below);

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
      GtkWidget *box = put_beside (text, make_icon (cell, text, item), NULL);

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
      gtk_list_item_set_child (item, cell->below != NULL ? put_below (cell, text, item) : text);
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
  g_free (self->below_field);
  g_clear_object (&self->factory);
  g_clear_weak_pointer (&self->made);

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
    case PROP_SHOWN_TO:
      g_value_set_int (value, self->shown_to);
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
    case PROP_BELOW_FIELD:
      g_value_set_string (value, self->below_field);
      break;
    case PROP_FULL_FROM:
      g_value_set_int (value, self->full_from);
      break;
    case PROP_UNSORTED:
      g_value_set_boolean (value, self->unsorted);
      break;
    case PROP_FULL:
      g_value_set_boolean (value, self->is_full);
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
    case PROP_SHOWN_TO:
      self->shown_to = g_value_get_int (value);
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
    case PROP_BELOW_FIELD:
      self->below_field = g_value_dup_string (value);
      break;
    case PROP_FULL_FROM:
      self->full_from = g_value_get_int (value);
      break;
    case PROP_UNSORTED:
      self->unsorted = g_value_get_boolean (value);
      break;
    case PROP_FULL:
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
  /**
   * TrasColumn:shown-to:
   *
   * The width, in pixels, from which another column says it better.
   */
  properties[PROP_SHOWN_TO] =
    g_param_spec_int ("shown-to", NULL, NULL, 0, G_MAXINT, G_MAXINT, flags);
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
  /**
   * TrasColumn:below-field:
   *
   * What stands below the text, small, where there is no room for a column of its own.
   */
  properties[PROP_BELOW_FIELD] = g_param_spec_string ("below-field", NULL, NULL, NULL, flags);
  /**
   * TrasColumn:full-from:
   *
   * How wide the list must be, in pixels, for the cell to be shown in full; 0 for always. On less
   * the icon of a choice stands alone, its word is the tooltip, and the field of
   * #TrasColumn:below-field stands below this one.
   */
  properties[PROP_FULL_FROM] = g_param_spec_int ("full-from", NULL, NULL, 0, 10000, 0, flags);
  /**
   * TrasColumn:unsorted:
   *
   * Whether the list cannot be sorted by the column, because its cells say what no field holds.
   */
  properties[PROP_UNSORTED] = g_param_spec_boolean ("unsorted", NULL, NULL, FALSE, flags);
  /**
   * TrasColumn:full:
   *
   * Whether there is that much room.
   */
  properties[PROP_FULL] =
    g_param_spec_boolean ("full", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_column_init (TrasColumn *self)
{
  self->is_full = TRUE;
}

const char *
tras_column_get_field (TrasColumn *self)
{
  return self->field;
}

gboolean
tras_column_is_sorted (TrasColumn *self)
{
  return !self->unsorted;
}

/**
 * tras_column_set_factory:
 * @self: a column that was not made yet
 * @factory: (transfer none): makes its cells, whose items are #TrasRow
 */
void
tras_column_set_factory (TrasColumn         *self,
                         GtkListItemFactory *factory)
{
  g_return_if_fail (TRAS_IS_COLUMN (self));
  g_return_if_fail (GTK_IS_LIST_ITEM_FACTORY (factory));

  g_set_object (&self->factory, factory);
}

/**
 * tras_column_set_headline:
 * @self: a column that was not made yet, of a text
 * @headline: (transfer none): what is said of each record's state, static
 *
 * Makes it the column that a record is known by.
 */
void
tras_column_set_headline (TrasColumn         *self,
                          const TrasHeadline *headline)
{
  g_return_if_fail (TRAS_IS_COLUMN (self));
  g_return_if_fail (self->factory == NULL);

  self->headline = headline;
}

/**
 * tras_column_set_word:
 * @self: a column that was not made yet, of a choice
 * @get_word_func: finds the word that is shown of a record
 * @user_data: data for @get_word_func, which lives as long as the list
 *
 * For words that follow from more than the record: tras_column_refresh() where they are others.
 */
void
tras_column_set_word (TrasColumn     *self,
                      TrasColumnWord  get_word_func,
                      gpointer        user_data)
{
  g_return_if_fail (TRAS_IS_COLUMN (self));

  self->get_word = get_word_func;
  self->word_data = user_data;
}

/**
 * tras_column_refresh:
 * @self: a column
 *
 * Makes its cells anew.
 */
void
tras_column_refresh (TrasColumn *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (TRAS_IS_COLUMN (self));

  if (self->made == NULL)
    return;
  factory = g_object_ref (gtk_column_view_column_get_factory (self->made));
  gtk_column_view_column_set_factory (self->made, NULL);
  gtk_column_view_column_set_factory (self->made, factory);
}

static const char *
get_title (TrasColumn      *self,
           const TrasTable *table)
{
  return self->title != NULL ? self->title
                             : tras_field_get_label (tras_table_find_field (table, self->field));
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
  else if (self->headline != NULL)
    factory = tras_headline_make_factory (self->headline, field);
  else
    {
      CellData *cell = g_new0 (CellData, 1);

      cell->column = g_object_ref (self);
      cell->store = g_object_ref (store);
      cell->field = field;
      if (self->below_field != NULL)
        cell->below = tras_table_find_field (table, self->below_field);
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

  self->is_full = TRUE;
  column = gtk_column_view_column_new (get_title (self, table), factory);
  gtk_column_view_column_set_expand (column, self->expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  g_set_weak_pointer (&self->made, column);

  return column;
}

/**
 * tras_column_align_header:
 * @self: a column
 * @view: the view that it was added to
 * @position: its place there
 * @table: the fields
 *
 * The header of numbers stands at the end, as the numbers do.
 */
void
tras_column_align_header (TrasColumn      *self,
                          GtkColumnView   *view,
                          guint            position,
                          const TrasTable *table)
{
  GtkWidget *header = NULL;

  if (is_numeric (tras_table_find_field (table, self->field)))
    header = tras_column_view_set_at_end (view, position);
  if (header != NULL && self->unit_field != NULL)
    gtk_widget_add_css_class (header, "has-unit");
}

/**
 * tras_column_show_for_width:
 * @self: a column
 * @made: what was made of it for a view
 * @table: the fields
 * @width: the list's room, in pixels
 *
 * Shows the column where there is room for it, in full where there is enough.
 */
void
tras_column_show_for_width (TrasColumn          *self,
                            GtkColumnViewColumn *made,
                            const TrasTable     *table,
                            int                  width)
{
  gboolean full = self->full_from <= width;

  gtk_column_view_column_set_visible (made, self->shown_from <= width && width < self->shown_to);
  if (full == self->is_full)
    return;

  self->is_full = full;
  /* A header's word would be wider than icons that stand alone; the sort menu goes on having it. */
  if (self->icon_prefix != NULL)
    gtk_column_view_column_set_title (made, full ? get_title (self, table) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL]);
}
