/* tras-balance-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-balance-chart.h"
#include "tras-balance-view.h"
#include "tras-look.h"
#include "tras-number.h"

/* How much of the past is drawn, and how much of the time to come at least and at most. */
#define PAST_DAYS 182
#define LEAST_DAYS_AHEAD 28
#define MOST_DAYS_AHEAD 91

struct _TrasBalanceView
{
  GtkBox parent_instance;

  /* borrowed */
  GtkDrawingArea *area;
  GtkLabel *caption;

  /* owned */
  TrasBalanceChart chart;
  TrasTextCache *texts;
  GArray *days;
  GArray *balances;
  TrasItem *item;
  char *summary;
  TrasDay marked;
};

G_DEFINE_FINAL_TYPE (TrasBalanceView, tras_balance_view, GTK_TYPE_BOX)

/* ---- how numbers and days are written ---- */

static char *
format_number (double   value,
               int      decimals,
               gpointer user_data)
{
  return tras_number_format_real (tras_number_format_get_default (), value, decimals);
}

static char *
format_date (TrasDay      day,
             TrasDateForm form,
             gpointer     user_data)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  int year, month;

  tras_day_split (day, &year, &month, NULL);
  if (form == TRAS_DATE_FORM_YEAR)
    return g_strdup_printf ("%d", year);
  if (form == TRAS_DATE_FORM_FULL)
    return tras_number_format_date_medium (format, day);

  return g_strdup (format->months[month - 1]);
}

static const TrasChartFormat chart_format = { format_number, format_date, NULL };

static double
to_units (gint64 quantity)
{
  return quantity / 1000.0;
}

/* ---- drawing ---- */

static TrasRect
get_rect (TrasBalanceView *self)
{
  GtkWidget *area = GTK_WIDGET (self->area);

  return (TrasRect) { 0, 4, gtk_widget_get_width (area), gtk_widget_get_height (area) - 4 };
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  TrasBalanceView *self = user_data;
  const TrasPalette *palette = tras_look_get_palette ();
  double size = tras_look_get_text_size (GTK_WIDGET (area));
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self->area));
  TrasRect rect = get_rect (self);

  if (self->item == NULL)
    return;
  if (self->texts == NULL)
    self->texts = tras_look_new_texts (GTK_WIDGET (area));

  tras_balance_chart_draw (&self->chart, cr, palette, &chart_format, self->texts, &rect, size,
                           mirrored);
  if (self->marked != TRAS_DAY_NONE)
    tras_balance_chart_draw_day (&self->chart, cr, palette, &rect, size, mirrored, self->marked);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (area)))
    gtk_render_focus (gtk_widget_get_style_context (GTK_WIDGET (area)), cr, 1, 1, width - 2,
                      height - 2);
}

static void
drop_texts (TrasBalanceView *self)
{
  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

/* ---- walking through the days ---- */

static void
mark (TrasBalanceView *self,
      TrasDay          day)
{
  g_autofree char *when = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  gint64 balance;

  /* Nothing is known of the days before the first movement. */
  if (day != TRAS_DAY_NONE && self->days->len > 0)
    day = MAX (day, g_array_index (self->days, TrasDay, 0));
  if (self->item == NULL || day == self->marked)
    return;

  self->marked = day;
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  if (day == TRAS_DAY_NONE)
    {
      gtk_label_set_label (self->caption, self->summary);
      return;
    }

  when = tras_number_format_date_medium (tras_number_format_get_default (), day);
  balance = (gint64) llround (tras_balance_chart_get_balance (&self->chart, day) * 1000);
  amount = tras_item_dup_amount (self->item->unit, balance);
  /* Translators: a day, and how much was there: 12 Nov 2026: 14 kg */
  text = g_strdup_printf (C_("balance", "%s: %s"), when, amount);
  gtk_label_set_label (self->caption, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
on_motion (TrasBalanceView *self,
           double           x,
           double           y)
{
  TrasRect rect = get_rect (self);

  if (self->item != NULL)
    mark (self, MIN (tras_balance_chart_hit (&self->chart, &rect,
                                             tras_look_get_text_size (GTK_WIDGET (self->area)), x,
                                             tras_look_is_mirrored (GTK_WIDGET (self->area))),
                     self->chart.today));
}

static void
on_leave (TrasBalanceView *self)
{
  mark (self, TRAS_DAY_NONE);
}

/* From one change of the balance to the next. */
static TrasDay
step (TrasBalanceView *self,
      gboolean         forward)
{
  TrasDay best = forward ? self->chart.today : self->chart.from;
  TrasDay from = self->marked != TRAS_DAY_NONE ? self->marked : self->chart.today + 1;

  for (guint i = 0; i < self->days->len; i++)
    {
      TrasDay day = g_array_index (self->days, TrasDay, i);

      if (forward && day > from && day < best)
        best = day;
      if (!forward && day < from && day > best)
        best = day;
    }

  return best;
}

static gboolean
on_key_pressed (TrasBalanceView *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      mark (self, step (self, (keyval == GDK_KEY_Right) !=
                                tras_look_is_mirrored (GTK_WIDGET (self->area))));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      mark (self, self->chart.from);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      mark (self, self->chart.today);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the object ---- */

static void
tras_balance_view_dispose (GObject *object)
{
  TrasBalanceView *self = TRAS_BALANCE_VIEW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->texts, tras_text_cache_free);

  G_OBJECT_CLASS (tras_balance_view_parent_class)->dispose (object);
}

static void
tras_balance_view_finalize (GObject *object)
{
  TrasBalanceView *self = TRAS_BALANCE_VIEW (object);

  g_array_unref (self->days);
  g_array_unref (self->balances);
  g_free (self->summary);

  G_OBJECT_CLASS (tras_balance_view_parent_class)->finalize (object);
}

static void
tras_balance_view_class_init (TrasBalanceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_balance_view_dispose;
  object_class->finalize = tras_balance_view_finalize;
}

static void
tras_balance_view_init (TrasBalanceView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->days = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  self->balances = g_array_new (FALSE, FALSE, sizeof (double));
  self->marked = TRAS_DAY_NONE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                             "content-height", 190,
                             "focusable", TRUE,
                             NULL);
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->caption, 0);
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "numeric");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->area));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->caption));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), motion);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->area), key);
  g_signal_connect_swapped (self->area, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw),
                            self->area);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self->area, G_CONNECT_SWAPPED);
  g_signal_connect (self, "direction-changed", G_CALLBACK (drop_texts), NULL);
}

static char *
make_summary (TrasStockLevel *level)
{
  g_autofree char *day = NULL;
  double days = level->days_left;

  if (level->item->available <= 0)
    return g_strdup (_("Nothing is left to sell or use."));
  if (!isfinite (days))
    return g_strdup_printf (ngettext ("Nothing was used in the last %d day.",
                                      "Nothing was used in the last %d days.",
                                      TRAS_STOCK_USE_DAYS), TRAS_STOCK_USE_DAYS);
  if (days > 3 * 365)
    return g_strdup (_("Lasts for years at the present pace."));

  day = tras_number_format_date_medium (tras_number_format_get_default (),
                                        tras_day_today () + (TrasDay) days);

  return g_strdup_printf (ngettext ("Lasts %d day at the present pace, until %s.",
                                    "Lasts %d days at the present pace, until %s.", (int) days),
                          (int) days, day);
}

/**
 * tras_balance_view_set_stock:
 * @self: a view
 * @stock: what to show
 */
void
tras_balance_view_set_stock (TrasBalanceView *self,
                             TrasItemStock   *stock)
{
  TrasStockLevel *level = stock->level;
  TrasDay today = tras_day_today ();
  TrasDay first = today - PAST_DAYS / 2;
  double ahead = LEAST_DAYS_AHEAD;

  g_return_if_fail (TRAS_IS_BALANCE_VIEW (self));

  g_set_object (&self->item, level->item);
  g_array_set_size (self->days, 0);
  g_array_set_size (self->balances, 0);
  for (guint i = 0; i < stock->ledger->len; i++)
    {
      TrasLedgerRow *row = stock->ledger->pdata[i];
      double balance = to_units (row->balance);

      first = MIN (first, row->movement->moved_on - 1);
      g_array_append_val (self->days, row->movement->moved_on);
      g_array_append_val (self->balances, balance);
    }
  if (isfinite (level->days_left))
    ahead = CLAMP (level->days_left * 1.15 + 3, LEAST_DAYS_AHEAD, MOST_DAYS_AHEAD);

  self->chart = (TrasBalanceChart) {
    .days = (const TrasDay *) (gconstpointer) self->days->data,
    .balances = (const double *) (gconstpointer) self->balances->data,
    .n_steps = self->days->len,
    .before = NAN,
    .from = MAX (first, today - PAST_DAYS),
    .today = today,
    .to = today + (TrasDay) ahead,
    .available = to_units (level->item->available),
    .use_per_day = level->use_per_day / 1000.0,
    .reorder_at = level->item->reorder_at != TRAS_NULL ? to_units (level->item->reorder_at) : NAN,
  };
  g_free (self->summary);
  self->summary = make_summary (level);
  self->marked = TRAS_DAY_NONE;
  gtk_label_set_label (self->caption, self->summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Balance over time"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->summary, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}
