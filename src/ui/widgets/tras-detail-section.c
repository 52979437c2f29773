/* tras-detail-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-detail-section.h"
#include "tras-detail.h"
#include "tras-error.h"
#include "tras-icon-button.h"
#include "tras-window.h"

typedef struct
{
  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *add_button;

  /* owned */
  TrasRecord *record;
  TrasLoader *loader;
  gpointer found;
  GPtrArray *rows;

  gboolean can_add;
} TrasDetailSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrasDetailSection, tras_detail_section, ADW_TYPE_BIN)

typedef enum
{
  PROP_RECORD = 1,
} TrasDetailSectionProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static TrasDetailSectionPrivate *
get_private (gpointer self)
{
  return tras_detail_section_get_instance_private (self);
}

/* ---- rows ---- */

static void
clear_rows (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    adw_preferences_group_remove (priv->group, priv->rows->pdata[i]);
  g_ptr_array_set_size (priv->rows, 0);
}

static void
clear_found (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  if (priv->found != NULL)
    TRAS_DETAIL_SECTION_GET_CLASS (self)->loading.free_result (g_steal_pointer (&priv->found));
}

static void
hide (TrasDetailSection *self)
{
  clear_rows (self);
  clear_found (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const char *
get_title (gpointer row)
{
  return adw_preferences_row_get_title (row);
}

/* By their titles: the rows themselves are made anew. */
static GHashTable *
list_open (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      gpointer row = priv->rows->pdata[i];

      if (ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (row))
        g_hash_table_add (open, g_strdup (get_title (row)));
    }

  return open;
}

static void
open_rows (TrasDetailSection *self,
           GHashTable        *open)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      gpointer row = priv->rows->pdata[i];

      if (ADW_IS_EXPANDER_ROW (row) && g_hash_table_contains (open, get_title (row)))
        adw_expander_row_set_expanded (row, TRUE);
    }
}

static void
show_add_button (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  if (priv->add_button != NULL)
    gtk_widget_set_visible (priv->add_button,
                            priv->can_add && tras_detail_section_is_editable (self));
}

static void
on_add_clicked (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  if (priv->found != NULL && priv->record != NULL)
    TRAS_DETAIL_SECTION_GET_CLASS (self)->add (self);
}

/* ---- reading ---- */

static gpointer
ask (gpointer owner)
{
  TrasDetailSectionPrivate *priv = get_private (owner);

  return priv->record != NULL ? g_memdup2 (&priv->record->id, sizeof (gint64)) : NULL;
}

static void
take (gpointer owner,
      gpointer found)
{
  TrasDetailSection *self = owner;
  g_autoptr (GHashTable) open = list_open (self);
  gboolean says;

  clear_rows (self);
  clear_found (self);
  get_private (self)->found = found;
  says = TRAS_DETAIL_SECTION_GET_CLASS (self)->show (self, found);
  open_rows (self, open);
  show_add_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self), says);
}

/* Where the record is gone, the pane says so. */
static void
fail (gpointer  owner,
      GError   *error)
{
  hide (owner);
  if (!g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    tras_window_report_error (owner, error);
}

/* The pane's record comes with its store. */
static void
set_record (TrasDetailSection *self,
            TrasRecord        *record)
{
  TrasDetailSectionPrivate *priv = get_private (self);
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  gboolean other = record == NULL || priv->record == NULL || record->id != priv->record->id;

  if (!g_set_object (&priv->record, record))
    return;
  if (other)
    {
      tras_loader_stop (priv->loader);
      hide (self);
    }
  if (detail == NULL || record == NULL)
    return;
  if (tras_loader_set_store (priv->loader, tras_detail_get_store (detail)) || other)
    tras_loader_load (priv->loader);
}

/* ---- the object ---- */

static void
tras_detail_section_constructed (GObject *object)
{
  G_OBJECT_CLASS (tras_detail_section_parent_class)->constructed (object);

  get_private (object)->loader =
    tras_loader_new (&TRAS_DETAIL_SECTION_GET_CLASS (object)->loading, object);
}

static void
tras_detail_section_dispose (GObject *object)
{
  TrasDetailSectionPrivate *priv = get_private (object);

  g_clear_pointer (&priv->loader, tras_loader_free);
  clear_found (TRAS_DETAIL_SECTION (object));
  g_clear_object (&priv->record);

  G_OBJECT_CLASS (tras_detail_section_parent_class)->dispose (object);
}

static void
tras_detail_section_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->rows);

  G_OBJECT_CLASS (tras_detail_section_parent_class)->finalize (object);
}

static void
tras_detail_section_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((TrasDetailSectionProperty) prop_id)
    {
    case PROP_RECORD:
      set_record (TRAS_DETAIL_SECTION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_detail_section_class_init (TrasDetailSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tras_detail_section_constructed;
  object_class->dispose = tras_detail_section_dispose;
  object_class->finalize = tras_detail_section_finalize;
  object_class->set_property = tras_detail_section_set_property;
  klass->loading.ask = ask;
  klass->loading.free_wish = g_free;
  klass->loading.take = take;
  klass->loading.fail = fail;

  /**
   * TrasDetailSection:record:
   *
   * The record of the pane that it stands in.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY |
                           G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_detail_section_init (TrasDetailSection *self)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  priv->rows = g_ptr_array_new ();
  priv->can_add = TRUE;
  priv->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tras_detail_section_set_title:
 * @self: a section
 * @title: its heading
 * @add_words: (nullable): what the button beside the heading does, which adds a row; %NULL for none
 */
void
tras_detail_section_set_title (TrasDetailSection *self,
                               const char        *title,
                               const char        *add_words)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  g_return_if_fail (TRAS_IS_DETAIL_SECTION (self));
  g_return_if_fail (priv->add_button == NULL);

  adw_preferences_group_set_title (priv->group, title);
  if (add_words == NULL)
    return;

  priv->add_button = tras_icon_button_new ("list-add-symbolic", add_words);
  g_signal_connect_object (priv->add_button, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (priv->group, priv->add_button);
}

/**
 * tras_detail_section_set_description:
 * @self: a section
 * @words: (nullable): what stands below the heading
 */
void
tras_detail_section_set_description (TrasDetailSection *self,
                                     const char        *words)
{
  g_return_if_fail (TRAS_IS_DETAIL_SECTION (self));

  adw_preferences_group_set_description (get_private (self)->group, words);
}

/**
 * tras_detail_section_set_can_add:
 * @self: a section
 * @can_add: whether the record may have more rows; at first it may. In a file that is only read
 *   nothing can be added anyhow
 */
void
tras_detail_section_set_can_add (TrasDetailSection *self,
                                 gboolean           can_add)
{
  g_return_if_fail (TRAS_IS_DETAIL_SECTION (self));

  get_private (self)->can_add = can_add;
  show_add_button (self);
}

/**
 * tras_detail_section_add_row:
 * @self: a section
 * @row: (transfer floating): a row, which goes when the section is read anew
 *
 * Returns: (transfer none): @row
 */
GtkWidget *
tras_detail_section_add_row (TrasDetailSection *self,
                             GtkWidget         *row)
{
  TrasDetailSectionPrivate *priv = get_private (self);

  g_return_val_if_fail (TRAS_IS_DETAIL_SECTION (self), NULL);

  adw_preferences_group_add (priv->group, row);
  g_ptr_array_add (priv->rows, row);

  return row;
}

guint
tras_detail_section_get_n_rows (TrasDetailSection *self)
{
  g_return_val_if_fail (TRAS_IS_DETAIL_SECTION (self), 0);

  return get_private (self)->rows->len;
}

/**
 * tras_detail_section_get_record:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the record of the pane; there is one whenever rows are shown
 */
TrasRecord *
tras_detail_section_get_record (TrasDetailSection *self)
{
  g_return_val_if_fail (TRAS_IS_DETAIL_SECTION (self), NULL);

  return get_private (self)->record;
}

/**
 * tras_detail_section_get_found:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): what was read last, which is what is shown
 */
gpointer
tras_detail_section_get_found (TrasDetailSection *self)
{
  g_return_val_if_fail (TRAS_IS_DETAIL_SECTION (self), NULL);

  return get_private (self)->found;
}

/**
 * tras_detail_section_get_store:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): where it is read from
 */
TrasStore *
tras_detail_section_get_store (TrasDetailSection *self)
{
  g_return_val_if_fail (TRAS_IS_DETAIL_SECTION (self), NULL);

  return tras_loader_get_store (get_private (self)->loader);
}

/**
 * tras_detail_section_is_editable:
 * @self: a section
 *
 * Returns: whether the file can be written
 */
gboolean
tras_detail_section_is_editable (TrasDetailSection *self)
{
  TrasStore *store = tras_detail_section_get_store (self);

  return store != NULL && !tras_store_is_read_only (store);
}
