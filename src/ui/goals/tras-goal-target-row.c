/* tras-goal-target-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-goal-target-row.h"
#include "tras-goal-words.h"
#include "tras-icon-button.h"
#include "tras-spark.h"
#include "tras-window.h"

/* A percentage shows its sign beside each value, other units stand with the name. */
static char *
dup_indicator (TrasTarget *target)
{
  if (target->unit == NULL || *target->unit == '\0' || g_str_equal (target->unit, "%"))
    return g_strdup (target->indicator_name);

  /* Translators: an indicator and its unit: “Time to first answer, hours” */
  return g_strdup_printf (_("%s, %s"), target->indicator_name, target->unit);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_chart_clicked (GtkWidget  *button,
                  TrasTarget *target)
{
  tras_window_show_record (button, TRAS_TYPE_INDICATOR, target->indicator_id);
}

static GtkWidget *
chart_button_new (TrasTarget *target)
{
  GtkWidget *button = tras_icon_button_new ("tras-indicators-symbolic", _("Show Chart"));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_chart_clicked), target, 0);

  return button;
}

/**
 * tras_goal_target_row_new:
 * @status: how a target is going
 *
 * Returns: (transfer floating): a row with what is wanted, where it is, how it came there, and the
 *   way to the indicator's chart
 */
GtkWidget *
tras_goal_target_row_new (TrasTargetStatus *status)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = dup_indicator (status->target);
  g_autofree char *wanted = tras_goal_words_dup_target (status);
  g_autofree char *now = tras_goal_words_dup_current (status);
  /* Translators: what shall be reached, and where it is now: two lines */
  g_autofree char *both = g_strdup_printf (_("%s\n%s"), wanted, now);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (name, NULL));
  gtk_box_append (GTK_BOX (words), label_new (both, "subtitle"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), chart_button_new (status->target));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tras_spark_new_large (status));
  gtk_widget_add_css_class (row, "goal-target");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);

  return row;
}
