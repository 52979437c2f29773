/* tras-money-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-budget-bar.h"
#include "tras-look.h"
#include "tras-money-strip.h"
#include "tras-number.h"

#define BAR_HEIGHT 10
#define MIN_BAR_WIDTH 60

struct _TrasMoneyStrip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *beyond;
  GtkWidget *bar;

  gint64 planned;
  gint64 committed;
  gint64 spent;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasMoneyStrip, tras_money_strip, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

typedef enum
{
  PROP_ORIENTATION = 1,
} TrasMoneyStripProperty;

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  TrasMoneyStrip *self = user_data;
  TrasBudgetBar bar = { .whole = self->planned, .taken = self->spent,
                        .promised = self->committed };
  TrasRect rect = { 0, (height - BAR_HEIGHT) / 2.0, width, BAR_HEIGHT };

  tras_budget_bar_draw (&bar, cr, tras_look_get_palette (), &rect, 0,
                        tras_look_is_mirrored (GTK_WIDGET (area)));
}

static GtkOrientable *
get_layout (TrasMoneyStrip *self)
{
  return GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

/* In a row the words are cut where there is no room; above the bar they take a second line. */
static void
set_orientation (TrasMoneyStrip *self,
                 GtkOrientation  orientation)
{
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;

  gtk_orientable_set_orientation (get_layout (self), orientation);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (get_layout (self)), vertical ? 6 : 12);
  if (vertical)
    gtk_widget_add_css_class (GTK_WIDGET (self), "vertical");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "vertical");
  gtk_label_set_wrap (GTK_LABEL (self->label), vertical);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), vertical ? PANGO_ELLIPSIZE_NONE
                                                             : PANGO_ELLIPSIZE_END);
}

static void
tras_money_strip_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TrasMoneyStripProperty) prop_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, gtk_orientable_get_orientation (get_layout (
                                 TRAS_MONEY_STRIP (object))));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_money_strip_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((TrasMoneyStripProperty) prop_id)
    {
    case PROP_ORIENTATION:
      set_orientation (TRAS_MONEY_STRIP (object), g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_money_strip_dispose (GObject *object)
{
  TrasMoneyStrip *self = TRAS_MONEY_STRIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->beyond, gtk_widget_unparent);
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
  G_OBJECT_CLASS (klass)->get_property = tras_money_strip_get_property;
  G_OBJECT_CLASS (klass)->set_property = tras_money_strip_set_property;
  g_object_class_override_property (G_OBJECT_CLASS (klass), PROP_ORIENTATION, "orientation");
  widget_class->css_changed = tras_money_strip_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "moneystrip");
}

static void
tras_money_strip_init (TrasMoneyStrip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->beyond = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->beyond), 0);
  gtk_widget_add_css_class (self->beyond, "numeric");
  gtk_widget_add_css_class (self->beyond, "tras-worse");
  gtk_widget_set_visible (self->beyond, FALSE);
  gtk_widget_set_parent (self->beyond, GTK_WIDGET (self));
  self->bar = gtk_drawing_area_new ();
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bar), MIN_BAR_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->bar), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw, self, NULL);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  set_orientation (self, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
dup_words (gint64      planned,
           gint64      committed,
           gint64      spent,
           const char *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *planned_text = tras_number_format_money (format, planned, currency);
  g_autofree char *committed_text = tras_number_format_money (format, committed, currency);
  g_autofree char *spent_text = tras_number_format_money (format, spent, currency);

  if (committed > 0)
    /* Translators: money spent, ordered or agreed and not paid yet, and planned */
    return g_strdup_printf (_("Spent %s and committed %s of %s planned"), spent_text,
                            committed_text, planned_text);

  /* Translators: the money of the actions listed: “Spent €1,200.00 of €3,400.00 planned” */
  return g_strdup_printf (_("Spent %s of %s planned"), spent_text, planned_text);
}

static char *
dup_beyond (gint64      planned,
            gint64      committed,
            gint64      spent,
            const char *currency)
{
  g_autofree char *beyond = NULL;

  if (spent + committed <= planned)
    return NULL;

  beyond = tras_number_format_money (tras_number_format_get_default (),
                                     spent + committed - planned, currency);

  /* Translators: %s is an amount of money beyond what was planned */
  return g_strdup_printf (_("%s more than planned"), beyond);
}

/**
 * tras_money_strip_set:
 * @self: a strip
 * @planned: money planned, in minor units
 * @committed: money that was ordered or agreed and is not paid yet, in minor units
 * @spent: money spent, in minor units
 * @currency: the firm's currency
 *
 * Shows all; nothing where there is none.
 */
void
tras_money_strip_set (TrasMoneyStrip *self,
                      gint64          planned,
                      gint64          committed,
                      gint64          spent,
                      const char     *currency)
{
  g_autofree char *text = NULL;
  g_autofree char *beyond = NULL;

  g_return_if_fail (TRAS_IS_MONEY_STRIP (self));

  text = dup_words (planned, committed, spent, currency);
  beyond = dup_beyond (planned, committed, spent, currency);
  self->planned = planned;
  self->committed = committed;
  self->spent = spent;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_label_set_label (GTK_LABEL (self->beyond), beyond != NULL ? beyond : "");
  gtk_widget_set_visible (self->beyond, beyond != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), planned > 0 || committed > 0 || spent > 0);
  gtk_widget_queue_draw (self->bar);
}
