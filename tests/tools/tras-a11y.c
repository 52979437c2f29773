/* tras-a11y.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-a11y.h"

/* More Tab stops than any window of ours has. */
#define MOST_STOPS 500

/* How far above a part of a control (the text of an entry row) the named control may be. */
#define MOST_LEVELS 6

static char *
dup_label_inside (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      char *inside;

      if (GTK_IS_LABEL (child) &&
          gtk_widget_get_visible (child) &&
          *gtk_label_get_text (GTK_LABEL (child)) != '\0')
        return g_strdup (gtk_label_get_text (GTK_LABEL (child)));

      inside = dup_label_inside (child);
      if (inside != NULL)
        return inside;
    }

  return NULL;
}

/**
 * tras_a11y_dup_name:
 * @widget: a widget
 *
 * What a screen reader would call it, as far as public API tells: GTK 4.8 does not give the targets
 * of a relation. Needs `GTK_A11Y=test` or a bus.
 *
 * Returns: (transfer full) (nullable): the name, `(labelled-by)` where another widget gives it,
 *   %NULL where it has none
 */
char *
tras_a11y_dup_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      /* It hands back the value when that is not the one that we expect. */
      char *value = gtk_test_accessible_check_property (accessible,
                                                        GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                        "\001");

      if (value != NULL && *value != '\0')
        return value;
      g_free (value);
    }

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    {
      /* A button is always labelled by its child, and an icon is no name. */
      if (GTK_IS_BUTTON (widget))
        return dup_label_inside (widget);
      return g_strdup ("(labelled-by)");
    }

  return NULL;
}

/**
 * tras_a11y_dup_path:
 * @widget: a widget
 *
 * Returns: (transfer full): where it is, for a person who reads a failure: the types and ids of
 *   what is around it and has an id in its template, from the window down
 */
char *
tras_a11y_dup_path (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *part = widget; part != NULL; part = gtk_widget_get_parent (part))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (part));
      g_autofree char *step = NULL;

      /* GtkBuilder makes ids that start with ___ for what has none. */
      if (id != NULL && g_str_has_prefix (id, "___"))
        id = NULL;
      if (part != widget && id == NULL && gtk_widget_get_parent (part) != NULL)
        continue;

      step = g_strconcat (G_OBJECT_TYPE_NAME (part), id != NULL ? "#" : "", id != NULL ? id : "",
                          path->len > 0 ? "/" : "", NULL);
      g_string_prepend (path, step);
    }

  return g_string_free (path, FALSE);
}

static gboolean
is_control (GtkWidget *widget)
{
  static const GtkAccessibleRole roles[] = {
    GTK_ACCESSIBLE_ROLE_BUTTON,
    GTK_ACCESSIBLE_ROLE_CHECKBOX,
    GTK_ACCESSIBLE_ROLE_COMBO_BOX,
    GTK_ACCESSIBLE_ROLE_GRID,
    GTK_ACCESSIBLE_ROLE_IMG,
    GTK_ACCESSIBLE_ROLE_LINK,
    GTK_ACCESSIBLE_ROLE_LIST,
    GTK_ACCESSIBLE_ROLE_MENU_ITEM,
    GTK_ACCESSIBLE_ROLE_RADIO,
    GTK_ACCESSIBLE_ROLE_SEARCH_BOX,
    GTK_ACCESSIBLE_ROLE_SLIDER,
    GTK_ACCESSIBLE_ROLE_SPIN_BUTTON,
    GTK_ACCESSIBLE_ROLE_SWITCH,
    GTK_ACCESSIBLE_ROLE_TAB,
    GTK_ACCESSIBLE_ROLE_TABLE,
    GTK_ACCESSIBLE_ROLE_TEXT_BOX,
  };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  /* From 4.10 on a toggle button has a role of its own. */
  if (GTK_IS_BUTTON (widget))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (roles[i] == role)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_picture (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG;
}

/* The list view within a column view is not for others to name. */
static gboolean
is_internal (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && GTK_IS_COLUMN_VIEW (parent);
}

/* The toggle button of a menu button, the text of an entry row, the icon in a named button. */
static gboolean
is_part_of_named (GtkWidget *widget)
{
  GtkWidget *around = gtk_widget_get_parent (widget);

  for (int level = 0; around != NULL && level < MOST_LEVELS; level++)
    {
      if (GTK_IS_LIST_BOX_ROW (around) && GTK_IS_IMAGE (widget))
        return TRUE;

      if (GTK_IS_MENU_BUTTON (around) || GTK_IS_DROP_DOWN (around) || GTK_IS_BUTTON (around) ||
          GTK_IS_EDITABLE (around) || GTK_IS_LIST_BOX_ROW (around))
        {
          g_autofree char *name = tras_a11y_dup_name (around);

          if (name != NULL)
            return TRUE;
        }

      around = gtk_widget_get_parent (around);
    }

  return FALSE;
}

static void
collect_unnamed (GtkWidget *widget,
                 GPtrArray *unnamed)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (is_control (widget) && !is_internal (widget) && !is_part_of_named (widget) &&
      !(GTK_IS_IMAGE (widget) && !gtk_widget_get_focusable (widget)))
    {
      g_autofree char *name = tras_a11y_dup_name (widget);

      if (name == NULL)
        g_ptr_array_add (unnamed, tras_a11y_dup_path (widget));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_unnamed (child, unnamed);
}

/**
 * tras_a11y_dup_unnamed:
 * @root: a mapped widget
 *
 * Returns: (transfer full) (element-type utf8): the paths of the controls in @root that have no
 *   accessible name; empty when all is well
 */
GPtrArray *
tras_a11y_dup_unnamed (GtkWidget *root)
{
  GPtrArray *unnamed = g_ptr_array_new_with_free_func (g_free);

  collect_unnamed (root, unnamed);

  return unnamed;
}

static void
collect_focusable (GtkWidget  *widget,
                   GHashTable *focusable)
{
  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_get_can_focus (widget))
    return;

  /* Of an entry, the focus goes to the text in it, which has no role of its own. */
  if ((GTK_IS_TEXT (widget) || (is_control (widget) && !is_picture (widget))) &&
      gtk_widget_get_focusable (widget))
    g_hash_table_add (focusable, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_focusable (child, focusable);
}

/**
 * tras_a11y_dup_unreachable:
 * @window: a mapped window
 * @n_stops: (out) (optional): how many stops Tab makes on its way round
 *
 * Walks @window by Tab until it is where it was before. A control also counts as reached when the
 * focus was on a part of it.
 *
 * Returns: (transfer full) (element-type utf8): the paths of the controls that Tab never reaches;
 *   empty when all is well
 */
GPtrArray *
tras_a11y_dup_unreachable (GtkWindow *window,
                           guint     *n_stops)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *unreachable = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  collect_focusable (GTK_WIDGET (window), missing);
  gtk_window_set_focus (window, NULL);

  for (int i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD))
        gtk_window_set_focus (window, NULL);

      focus = gtk_window_get_focus (window);
      if (focus != NULL && !g_hash_table_add (seen, focus))
        break;

      for (GtkWidget *part = focus; part != NULL; part = gtk_widget_get_parent (part))
        g_hash_table_remove (missing, part);
    }

  g_hash_table_iter_init (&iter, missing);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (unreachable, tras_a11y_dup_path (key));

  if (n_stops != NULL)
    *n_stops = g_hash_table_size (seen);

  return unreachable;
}
