/* tras-money-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-money-strip.h"
#include "tras-number.h"
#include "tras-palette.h"

#define BAR_HEIGHT 10
#define MIN_BAR_WIDTH 60

struct _TrasMoneyStrip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *bar;

  gint64 planned;
  gint64 spent;
};

G_DEFINE_FINAL_TYPE (TrasMoneyStrip, tras_money_strip, GTK_TYPE_WIDGET)

static void
fill (cairo_t *cr,
      double   from,
      double   to,
      int      width,
      int      height,
      gboolean mirrored)
{
  cairo_rectangle (cr, mirrored ? width - to : from, (height - BAR_HEIGHT) / 2.0, to - from,
                   BAR_HEIGHT);
  cairo_fill (cr);
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  TrasMoneyStrip *self = user_data;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const TrasPalette *palette = tras_palette_get (dark ? TRAS_PALETTE_DARK : TRAS_PALETTE_LIGHT);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double whole = (double) MAX (self->planned, self->spent);
  double planned, spent;

  if (whole <= 0)
    return;

  planned = width * (double) self->planned / whole;
  spent = width * (double) self->spent / whole;
  tras_palette_set_source (palette, TRAS_COLOR_SERIES, cr);
  fill (cr, 0, MIN (spent, planned), width, height, mirrored);
  if (spent > planned)
    {
      tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
      fill (cr, planned, spent, width, height, mirrored);
    }
  tras_palette_set_source (palette, TRAS_COLOR_AXIS, cr);
  cairo_set_line_width (cr, 1);
  if (planned >= 1)
    cairo_rectangle (cr, (mirrored ? width - planned : 0) + 0.5, (height - BAR_HEIGHT) / 2 + 0.5,
                     planned - 1, BAR_HEIGHT - 1);
  cairo_stroke (cr);
}

static void
tras_money_strip_dispose (GObject *object)
{
  TrasMoneyStrip *self = TRAS_MONEY_STRIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_money_strip_parent_class)->dispose (object);
}

static void
tras_money_strip_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_money_strip_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (TRAS_MONEY_STRIP (widget)->bar);
}

static void
tras_money_strip_class_init (TrasMoneyStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_money_strip_dispose;
  widget_class->css_changed = tras_money_strip_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "moneystrip");
}

static void
tras_money_strip_init (TrasMoneyStrip *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 12);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->bar = gtk_drawing_area_new ();
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bar), MIN_BAR_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bar), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw, self, NULL);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tras_money_strip_set:
 * @self: a strip
 * @planned: money planned, in minor units
 * @spent: money spent, in minor units
 * @currency: the firm's currency
 *
 * Shows both; nothing where there is neither.
 */
void
tras_money_strip_set (TrasMoneyStrip *self,
                      gint64          planned,
                      gint64          spent,
                      const char     *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *planned_text = tras_number_format_money (format, planned, currency);
  g_autofree char *spent_text = tras_number_format_money (format, spent, currency);
  g_autofree char *text = NULL;

  g_return_if_fail (TRAS_IS_MONEY_STRIP (self));

  /* Translators: the money of the actions listed: “Spent €1,200.00 of €3,400.00 planned” */
  text = g_strdup_printf (_("Spent %s of %s planned"), spent_text, planned_text);
  self->planned = planned;
  self->spent = spent;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), planned > 0 || spent > 0);
  gtk_widget_queue_draw (self->bar);
}
