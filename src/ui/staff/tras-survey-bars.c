/* tras-survey-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-survey-bars.h"

static GtkWidget *
make_label (const char *text,
            float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, NULL);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/* The figure and the word say what the bar shows. */
static void
add_line (GtkGrid               *grid,
          const TrasSurveyCount *count,
          int                    place)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  int value = count->first + place;
  int row = (int) count->n_points - 1 - place;   /* the best on top */
  guint n = count->counts[place];
  double share = count->n > 0 ? (double) n / count->n : 0;
  const char *meaning = tras_question_get_meaning (count->question, value);
  g_autofree char *number = tras_number_format_real (format, value, 0);
  g_autofree char *percent = tras_number_format_real (format, 100 * share, 0);
  /* Translators: how many answers, and how many percent that is */
  g_autofree char *figure = g_strdup_printf (C_("survey", "%u · %s %%"), n, percent);
  g_autofree char *full = g_strdup_printf ("%s, %s: %s", number, meaning, figure);
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "fraction", share, "hexpand", TRUE,
                                 "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *word = make_label (meaning, 0);

  gtk_widget_add_css_class (word, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_grid_attach (grid, make_label (number, 1), 0, row, 1, 1);
  gtk_grid_attach (grid, word, 1, row, 1, 1);
  gtk_grid_attach (grid, bar, 2, row, 1, 1);
  gtk_grid_attach (grid, make_label (figure, 1), 3, row, 1, 1);
}

/**
 * tras_survey_bars_new:
 * @count: how one question was answered
 *
 * Returns: (transfer full): the question, and a bar with its figure for each of its numbers
 */
GtkWidget *
tras_survey_bars_new (const TrasSurveyCount *count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label",
                                  tras_question_get_text (count->question), "xalign", 0.0F,
                                  "wrap", TRUE, NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (int i = (int) count->n_points - 1; i >= 0; i--)
    add_line (GTK_GRID (grid), count, i);
  gtk_widget_add_css_class (text, "heading");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}
