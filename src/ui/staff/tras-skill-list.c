/* tras-skill-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-skill-list.h"

/**
 * TrasSkillItem:
 *
 * A person in a skill, as a line of a list.
 */
struct _TrasSkillItem
{
  GObject parent_instance;

  gint64 person_id;
  gint64 skill_id;
  char *title;
  char *words;
  const char *icon;
  const char *css_class;
};

G_DEFINE_FINAL_TYPE (TrasSkillItem, tras_skill_item, G_TYPE_OBJECT)

/**
 * TrasSkillList:
 *
 * There may be thousands of lines: rows are made for those that are seen.
 */
struct _TrasSkillList
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListView *view;

  /* owned */
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (TrasSkillList, tras_skill_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- items ---- */

static void
tras_skill_item_finalize (GObject *object)
{
  TrasSkillItem *self = TRAS_SKILL_ITEM (object);

  g_free (self->title);
  g_free (self->words);

  G_OBJECT_CLASS (tras_skill_item_parent_class)->finalize (object);
}

static void
tras_skill_item_class_init (TrasSkillItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_skill_item_finalize;
}

static void
tras_skill_item_init (TrasSkillItem *self)
{
}

/**
 * tras_skill_item_new:
 * @person_id: a person, 0 for none
 * @skill_id: a skill
 * @title: what stands above
 * @words: what stands below
 * @icon: (transfer none): a static name
 * @css_class: (nullable) (transfer none): a static name, the colour of the icon
 *
 * Returns: (transfer full): a line
 */
TrasSkillItem *
tras_skill_item_new (gint64      person_id,
                     gint64      skill_id,
                     const char *title,
                     const char *words,
                     const char *icon,
                     const char *css_class)
{
  TrasSkillItem *self = g_object_new (TRAS_TYPE_SKILL_ITEM, NULL);

  self->person_id = person_id;
  self->skill_id = skill_id;
  self->title = g_strdup (title);
  self->words = g_strdup (words);
  self->icon = icon;
  self->css_class = css_class;

  return self;
}

gint64
tras_skill_item_get_person_id (TrasSkillItem *self)
{
  g_return_val_if_fail (TRAS_IS_SKILL_ITEM (self), 0);

  return self->person_id;
}

gint64
tras_skill_item_get_skill_id (TrasSkillItem *self)
{
  g_return_val_if_fail (TRAS_IS_SKILL_ITEM (self), 0);

  return self->skill_id;
}

/* ---- rows ---- */

static GtkWidget *
make_label (const char *const *classes)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "css-classes", classes, NULL);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  static const char *const plain[] = { NULL };
  static const char *const dim[] = { "dim-label", "caption", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), make_label (plain));
  gtk_box_append (GTK_BOX (texts), make_label (dim));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "skill-line");
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  TrasSkillItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *texts = gtk_widget_get_last_child (row);
  const char *classes[] = { item->css_class, NULL };
  /* What is cut off is told by the tooltip. */
  g_autofree char *whole = g_strdup_printf ("%s\n%s", item->title, item->words);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), item->icon);
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), item->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), item->words);
  gtk_widget_set_tooltip_text (row, whole);
}

static void
on_activated (TrasSkillList *self,
              guint          position)
{
  g_autoptr (TrasSkillItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
on_selection_changed (TrasSkillList *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

/* ---- the list ---- */

static void
tras_skill_list_finalize (GObject *object)
{
  g_object_unref (TRAS_SKILL_LIST (object)->items);

  G_OBJECT_CLASS (tras_skill_list_parent_class)->finalize (object);
}

static void
tras_skill_list_class_init (TrasSkillListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_skill_list_finalize;

  /**
   * TrasSkillList::activated:
   * @item: a line
   *
   * Somebody wants to see what is behind the line.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_SKILL_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, TRAS_TYPE_SKILL_ITEM);
  /**
   * TrasSkillList::selected:
   *
   * Other lines are selected than before.
   */
  signals[SELECTED] = g_signal_new ("selected", TRAS_TYPE_SKILL_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_skill_list_init (TrasSkillList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->items = g_list_store_new (TRAS_TYPE_SKILL_ITEM);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->view, TRUE);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
  tras_skill_list_set_selects (self, FALSE);
}

/**
 * tras_skill_list_set_label:
 * @self: a list
 * @label: what it is a list of, for those who hear it
 */
void
tras_skill_list_set_label (TrasSkillList *self,
                           const char    *label)
{
  g_return_if_fail (TRAS_IS_SKILL_LIST (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * tras_skill_list_set_selects:
 * @self: a list
 * @selects: whether several lines can be selected; a line can always be activated
 */
void
tras_skill_list_set_selects (TrasSkillList *self,
                             gboolean       selects)
{
  GListModel *items = g_object_ref (G_LIST_MODEL (self->items));
  g_autoptr (GtkSelectionModel) model =
    selects ? GTK_SELECTION_MODEL (gtk_multi_selection_new (items))
            : GTK_SELECTION_MODEL (gtk_no_selection_new (items));

  g_return_if_fail (TRAS_IS_SKILL_LIST (self));

  if (selects)
    g_signal_connect_object (model, "selection-changed", G_CALLBACK (on_selection_changed), self,
                             G_CONNECT_SWAPPED);
  gtk_list_view_set_enable_rubberband (self->view, selects);
  gtk_list_view_set_model (self->view, model);
}

/**
 * tras_skill_list_show:
 * @self: a list
 * @items: (element-type TrasSkillItem): all its lines
 */
void
tras_skill_list_show (TrasSkillList *self,
                      GPtrArray     *items)
{
  g_return_if_fail (TRAS_IS_SKILL_LIST (self));
  g_return_if_fail (items != NULL);

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/**
 * tras_skill_list_dup_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type TrasSkillItem): the lines that are selected
 */
GPtrArray *
tras_skill_list_dup_selected (TrasSkillList *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->view);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint64 n = gtk_bitset_get_size (selected);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (model),
                                                   gtk_bitset_get_nth (selected, i)));

  return items;
}

void
tras_skill_list_focus (TrasSkillList *self)
{
  g_return_if_fail (TRAS_IS_SKILL_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
