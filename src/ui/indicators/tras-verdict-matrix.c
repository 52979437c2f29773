/* tras-verdict-matrix.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-glyph-paintable.h"
#include "tras-indicator-chart.h"
#include "tras-sentence.h"
#include "tras-verdict-matrix.h"

#define SIDE 3
#define SIGN_SIZE 18

static const TrasVariation variations[SIDE] = {
  TRAS_VARIATION_CONCERNING,
  TRAS_VARIATION_COMMON,
  TRAS_VARIATION_IMPROVING,
};

static const TrasAssurance assurances[SIDE] = {
  TRAS_ASSURANCE_MISSES,
  TRAS_ASSURANCE_HIT_OR_MISS,
  TRAS_ASSURANCE_MEETS,
};

struct _TrasVerdictMatrix
{
  GtkWidget parent_instance;

  /* borrowed */
  GtkToggleButton *toggles[SIDE][SIDE];

  gboolean changing;
};

G_DEFINE_FINAL_TYPE (TrasVerdictMatrix, tras_verdict_matrix, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_toggled (TrasVerdictMatrix *self,
            GtkToggleButton   *toggled)
{
  if (self->changing)
    return;

  self->changing = TRUE;
  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      GtkToggleButton *toggle = self->toggles[i / SIDE][i % SIDE];

      if (toggle != toggled)
        gtk_toggle_button_set_active (toggle, FALSE);
    }
  self->changing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_heading (GtkGrid    *grid,
             TrasGlyph   glyph,
             const char *text,
             int         column,
             int         row)
{
  GtkWidget *box = gtk_box_new (row == 0 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                6);
  g_autoptr (GdkPaintable) paintable = tras_glyph_paintable_new (glyph, SIGN_SIZE);
  GtkWidget *image = gtk_image_new_from_paintable (paintable);
  GtkWidget *label = gtk_label_new (text);

  gtk_image_set_pixel_size (GTK_IMAGE (image), SIGN_SIZE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_grid_attach (grid, box, column, row, 1, 1);
}

static void
add_toggle (TrasVerdictMatrix *self,
            GtkGrid           *grid,
            int                variation,
            int                assurance)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "numeric");
  gtk_widget_set_size_request (toggle, 64, 44);
  gtk_grid_attach (grid, toggle, variation + 1, assurance + 1, 1, 1);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  self->toggles[variation][assurance] = GTK_TOGGLE_BUTTON (toggle);
}

static void
tras_verdict_matrix_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tras_verdict_matrix_parent_class)->dispose (object);
}

static void
tras_verdict_matrix_class_init (TrasVerdictMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_verdict_matrix_dispose;

  /**
   * TrasVerdictMatrix::changed:
   *
   * Another verdict was chosen, or none.
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_VERDICT_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tras_verdict_matrix_init (TrasVerdictMatrix *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (int i = 0; i < SIDE; i++)
    {
      add_heading (GTK_GRID (grid), tras_indicator_chart_variation_glyph (variations[i], i - 1),
                   tras_variation_get_label (variations[i]), i + 1, 0);
      add_heading (GTK_GRID (grid), tras_indicator_chart_assurance_glyph (assurances[i]),
                   tras_assurance_get_label (assurances[i]), 0, i + 1);
    }
  for (int i = 0; i < SIDE * SIDE; i++)
    add_toggle (self, GTK_GRID (grid), i / SIDE, i % SIDE);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

/**
 * tras_verdict_matrix_set_counts:
 * @self: a matrix
 * @scorecard: whose indicators are counted
 */
void
tras_verdict_matrix_set_counts (TrasVerdictMatrix   *self,
                                const TrasScorecard *scorecard)
{
  g_return_if_fail (TRAS_IS_VERDICT_MATRIX (self));
  g_return_if_fail (scorecard != NULL);

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      TrasVariation variation = variations[i / SIDE];
      TrasAssurance assurance = assurances[i % SIDE];
      guint count = scorecard->counts[variation][assurance];
      GtkToggleButton *toggle = self->toggles[i / SIDE][i % SIDE];
      g_autofree char *label = g_strdup_printf ("%u", count);
      g_autofree char *name = NULL;

      /* Translators: two verdicts and how many indicators have them:
       * "Worse than usual, Hit or miss: 3" */
      name = g_strdup_printf (_("%s, %s: %u"), tras_variation_get_label (variation),
                              tras_assurance_get_label (assurance), count);
      gtk_button_set_label (GTK_BUTTON (toggle), count > 0 ? label : "·");
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_set_sensitive (GTK_WIDGET (toggle),
                                count > 0 || gtk_toggle_button_get_active (toggle));
    }
}

/**
 * tras_verdict_matrix_get_chosen:
 * @self: a matrix
 * @variation: (out): the chosen variation
 * @assurance: (out): the chosen assurance
 *
 * Returns: whether one is chosen
 */
gboolean
tras_verdict_matrix_get_chosen (TrasVerdictMatrix *self,
                                TrasVariation     *variation,
                                TrasAssurance     *assurance)
{
  g_return_val_if_fail (TRAS_IS_VERDICT_MATRIX (self), FALSE);

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      if (!gtk_toggle_button_get_active (self->toggles[i / SIDE][i % SIDE]))
        continue;
      *variation = variations[i / SIDE];
      *assurance = assurances[i % SIDE];
      return TRUE;
    }

  return FALSE;
}

/**
 * tras_verdict_matrix_choose:
 * @self: a matrix
 * @variation: worse, usual or better
 * @assurance: misses, hit or miss, meets
 */
void
tras_verdict_matrix_choose (TrasVerdictMatrix *self,
                            TrasVariation      variation,
                            TrasAssurance      assurance)
{
  g_return_if_fail (TRAS_IS_VERDICT_MATRIX (self));

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      if (variations[i / SIDE] == variation && assurances[i % SIDE] == assurance)
        gtk_toggle_button_set_active (self->toggles[i / SIDE][i % SIDE], TRUE);
    }
}

void
tras_verdict_matrix_clear (TrasVerdictMatrix *self)
{
  g_return_if_fail (TRAS_IS_VERDICT_MATRIX (self));

  for (guint i = 0; i < SIDE * SIDE; i++)
    gtk_toggle_button_set_active (self->toggles[i / SIDE][i % SIDE], FALSE);
}
