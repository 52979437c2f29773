/* tras-verdict-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-glyph-paintable.h"
#include "tras-indicator-chart.h"
#include "tras-sentence.h"
#include "tras-verdict-strip.h"
#include "tras-why.h"

#define SIGN_SIZE 24
#define SMALL_SIGN_SIZE 18

struct _TrasVerdictStrip
{
  AdwBin parent_instance;

  /* template widgets */
  GtkImage *assurance_image;
  GtkImage *variation_image;
  GtkLabel *assurance;
  GtkLabel *step_label;
  GtkLabel *variation;
  GtkLabel *why_label;
  GtkWidget *assurance_row;
  GtkWidget *step_button;
  GtkWidget *step_row;
  GtkWidget *strip;
  GtkWidget *why_button;
};

G_DEFINE_FINAL_TYPE (TrasVerdictStrip, tras_verdict_strip, ADW_TYPE_BIN)

enum
{
  STEP_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_step_clicked (TrasVerdictStrip *self)
{
  g_signal_emit (self, signals[STEP_WANTED], 0);
}

static void
tras_verdict_strip_class_init (TrasVerdictStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * TrasVerdictStrip::step-wanted:
   *
   * The proposed step change is to be marked.
   */
  signals[STEP_WANTED] = g_signal_new ("step-wanted", TRAS_TYPE_VERDICT_STRIP, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-verdict-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, assurance);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, assurance_image);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, assurance_row);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, step_button);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, step_label);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, step_row);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, strip);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, variation);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, variation_image);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, why_button);
  gtk_widget_class_bind_template_child (widget_class, TrasVerdictStrip, why_label);
  gtk_widget_class_bind_template_callback (widget_class, on_step_clicked);
}

static void
tras_verdict_strip_init (TrasVerdictStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_sign (GtkImage  *image,
           TrasGlyph  glyph,
           int        size)
{
  g_autoptr (GdkPaintable) paintable = tras_glyph_paintable_new (glyph, size);

  gtk_image_set_from_paintable (image, paintable);
  gtk_image_set_pixel_size (image, size);
  gtk_widget_set_visible (GTK_WIDGET (image), glyph != TRAS_GLYPH_NONE);
}

/**
 * tras_verdict_strip_show:
 * @self: a strip
 * @series: what it is about, with its marks
 * @editable: whether a step change can be marked
 */
void
tras_verdict_strip_show (TrasVerdictStrip    *self,
                         TrasIndicatorSeries *series,
                         gboolean             editable)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *variation = NULL;
  g_autofree char *met = NULL;
  g_autofree char *assurance = NULL;
  g_autofree char *step = NULL;
  g_autofree char *both = NULL;
  g_autofree char *why = NULL;

  g_return_if_fail (TRAS_IS_VERDICT_STRIP (self));
  g_return_if_fail (series != NULL);

  variation = tras_sentence_variation (series, format);
  met = tras_sentence_met (series);
  assurance = tras_sentence_assurance (series, format);
  step = tras_sentence_step (series, format);
  both = g_strjoin (" ", met != NULL ? met : "", assurance, NULL);
  why = series->n > 0 ? tras_why_dup_text (series, series->n - 1, format) : NULL;

  show_sign (self->variation_image, tras_indicator_chart_newest_glyph (series), SIGN_SIZE);
  gtk_label_set_label (self->variation, variation);
  gtk_label_set_label (self->why_label, why != NULL ? why : "");
  gtk_widget_set_visible (self->why_button, why != NULL);
  show_sign (self->assurance_image, tras_indicator_chart_assurance_glyph (
                                      series->verdict->assurance), SMALL_SIGN_SIZE);
  gtk_label_set_label (self->assurance, both);
  gtk_widget_set_visible (self->assurance_row, met != NULL);
  gtk_label_set_label (self->step_label, step != NULL ? step : "");
  gtk_widget_set_visible (self->step_row, step != NULL);
  gtk_widget_set_visible (self->step_button, editable);
  /* Not before: a label that wraps is not measured while it has no words. */
  gtk_widget_set_visible (self->strip, TRUE);
}
