/* tras-check-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-check-list.h"
#include "tras-fold.h"
#include "tras-mnemonic.h"

/* Fewer names than these are seen at once. */
#define FEW 8
#define MAX_HEIGHT 230

struct _TrasCheckList
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *box;
  GPtrArray *rows;
  char *wanted;

  /* borrowed */
  GtkLabel *count;
  GtkCheckButton *all;
  GtkWidget *search;
  GtkListBox *list;

  gboolean checking;
};

G_DEFINE_FINAL_TYPE (TrasCheckList, tras_check_list, GTK_TYPE_WIDGET)

/* What a row knows. */
typedef struct
{
  gint64 id;
  char *key;
  GtkCheckButton *check;
} Name;

static G_DEFINE_QUARK (tras-check-list-name, name)

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->key);
  g_free (name);
}

static Name *
get_name (gpointer row)
{
  return g_object_get_qdata (row, name_quark ());
}

/* ---- what is checked ---- */

static guint
count_checked (TrasCheckList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += gtk_check_button_get_active (get_name (self->rows->pdata[i])->check);

  return n;
}

static void
show_count (TrasCheckList *self)
{
  guint n = count_checked (self);
  /* Translators: how many names of a list are checked, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n, self->rows->len);

  gtk_label_set_label (self->count, text);
  self->checking = TRUE;
  gtk_check_button_set_active (self->all, self->rows->len > 0 && n == self->rows->len);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->rows->len);
  self->checking = FALSE;
}

static void
on_checked (TrasCheckList *self)
{
  if (!self->checking)
    show_count (self);
}

static void
on_all_checked (TrasCheckList *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->checking)
    return;

  self->checking = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (get_name (self->rows->pdata[i])->check, active);
  self->checking = FALSE;
  show_count (self);
}

/* ---- searching ---- */

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  TrasCheckList *self = user_data;

  return self->wanted == NULL || strstr (get_name (row)->key, self->wanted) != NULL;
}

static void
on_search_changed (TrasCheckList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->wanted);
  self->wanted = *text != '\0' ? tras_fold_search (text) : NULL;
  gtk_list_box_invalidate_filter (self->list);
}

/* Enter in the search checks the only name that is left. */
static void
on_search_activated (TrasCheckList *self)
{
  GtkListBoxRow *only = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!is_wanted (self->rows->pdata[i], self))
        continue;
      if (only != NULL)
        return;
      only = self->rows->pdata[i];
    }
  if (only == NULL)
    return;

  gtk_check_button_set_active (get_name (only)->check,
                               !gtk_check_button_get_active (get_name (only)->check));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* ---- the object ---- */

static void
tras_check_list_dispose (GObject *object)
{
  TrasCheckList *self = TRAS_CHECK_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_check_list_parent_class)->dispose (object);
}

static void
tras_check_list_finalize (GObject *object)
{
  TrasCheckList *self = TRAS_CHECK_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->wanted);

  G_OBJECT_CLASS (tras_check_list_parent_class)->finalize (object);
}

static void
tras_check_list_class_init (TrasCheckListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_check_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tras_check_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checklist");
}

static void
tras_check_list_init (TrasCheckList *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
make_head (TrasCheckList *self,
           const char    *title,
           const char    *all_label)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (head), label);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->count), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  self->all = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (all_label));
  tras_mnemonic_name (GTK_WIDGET (self->all));
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_all_checked), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->all));

  return head;
}

/**
 * tras_check_list_new:
 * @title: what the names are
 * @all_label: the words beside the box that checks all of them, with a mnemonic
 *
 * Returns: (transfer floating): a list without names
 */
GtkWidget *
tras_check_list_new (const char *title,
                     const char *all_label)
{
  TrasCheckList *self = g_object_new (TRAS_TYPE_CHECK_LIST, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_head (self, title, all_label));
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  gtk_widget_set_visible (self->search, FALSE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activated), self);
  gtk_box_append (GTK_BOX (self->box), self->search);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "max-content-height", MAX_HEIGHT,
                "propagate-natural-height", TRUE, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show_count (self);

  return GTK_WIDGET (self);
}

/**
 * tras_check_list_add:
 * @self: a list
 * @id: what the name stands for
 * @name: a name
 * @words: (nullable): what else is said of it
 * @checked: whether it is checked at first
 */
void
tras_check_list_add (TrasCheckList *self,
                     gint64         id,
                     const char    *name,
                     const char    *words,
                     gboolean       checked)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", words != NULL ? words : "", NULL);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *both = g_strconcat (name, " ", words, NULL);
  Name *known = g_new0 (Name, 1);

  g_return_if_fail (TRAS_IS_CHECK_LIST (self));

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (check, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), checked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_checked), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  known->id = id;
  known->key = tras_fold_key (both);
  known->check = GTK_CHECK_BUTTON (check);
  g_object_set_qdata_full (G_OBJECT (row), name_quark (), known, name_free);
  g_ptr_array_add (self->rows, row);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (self->search, self->rows->len > FEW);
  show_count (self);
}

guint
tras_check_list_get_n (TrasCheckList *self)
{
  g_return_val_if_fail (TRAS_IS_CHECK_LIST (self), 0);

  return self->rows->len;
}

/**
 * tras_check_list_set_checked:
 * @self: a list
 * @id: what a name stands for
 * @checked: whether it is checked
 */
void
tras_check_list_set_checked (TrasCheckList *self,
                             gint64         id,
                             gboolean       checked)
{
  g_return_if_fail (TRAS_IS_CHECK_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      Name *name = get_name (self->rows->pdata[i]);

      if (name->id == id)
        gtk_check_button_set_active (name->check, checked);
    }
}

/**
 * tras_check_list_dup_checked:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): what the checked names stand for
 */
GArray *
tras_check_list_dup_checked (TrasCheckList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TRAS_IS_CHECK_LIST (self), ids);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Name *name = get_name (self->rows->pdata[i]);

      if (gtk_check_button_get_active (name->check))
        g_array_append_val (ids, name->id);
    }

  return ids;
}
