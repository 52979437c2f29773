/* tras-chart-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chart-table.h"
#include "tras-rare-events.h"
#include "tras-sentence.h"

/* A line of the table: a period in words. */
#define TRAS_TYPE_CHART_TABLE_LINE (tras_chart_table_line_get_type ())

G_DECLARE_FINAL_TYPE (TrasChartTableLine, tras_chart_table_line, TRAS, CHART_TABLE_LINE, GObject)

enum
{
  TEXT_PERIOD,
  TEXT_VALUE,
  TEXT_USUAL,
  TEXT_VERDICT,
  TEXT_NOTE,
  N_TEXTS,
};

struct _TrasChartTableLine
{
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (TrasChartTableLine, tras_chart_table_line, G_TYPE_OBJECT)

struct _TrasChartTable
{
  AdwBin parent_instance;

  /* borrowed */
  GtkWidget *view;

  /* owned */
  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (TrasChartTable, tras_chart_table, ADW_TYPE_BIN)

static void
tras_chart_table_line_finalize (GObject *object)
{
  TrasChartTableLine *self = TRAS_CHART_TABLE_LINE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (tras_chart_table_line_parent_class)->finalize (object);
}

static void
tras_chart_table_line_class_init (TrasChartTableLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_chart_table_line_finalize;
}

static void
tras_chart_table_line_init (TrasChartTableLine *self)
{
}

static char *
dup_usual (TrasIndicatorSeries    *series,
           const TrasCell         *cell,
           const TrasNumberFormat *format)
{
  const TrasVerdict *verdict = series->verdict;
  const TrasLimits *limits = tras_limits_find (verdict->limits, verdict->n_limits, cell->point);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (limits == NULL || !tras_limits_exist (limits))
    return NULL;

  low = tras_number_format_real (format, limits->drawn_lower,
                                 (int) series->indicator->decimals + 1);
  high = tras_number_format_real (format, limits->drawn_upper,
                                  (int) series->indicator->decimals + 1);

  /* Translators: the usual range of a value: "1.2 to 8.4" */
  return g_strdup_printf (C_("range", "%s to %s"), low, high);
}

static TrasChartTableLine *
make_line (TrasIndicatorSeries *series,
           const TrasCell      *cell)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasChartTableLine *line = g_object_new (TRAS_TYPE_CHART_TABLE_LINE, NULL);

  line->texts[TEXT_PERIOD] = tras_sentence_period (series->every, cell->period, format);
  line->texts[TEXT_NOTE] = g_strdup (cell->note);
  if (cell->state != TRAS_CELL_MEASURED)
    {
      line->texts[TEXT_VERDICT] = g_strdup (cell->state == TRAS_CELL_ABSENT
                                              ? _("Known to be missing")
                                              : _("Not measured yet"));
      return line;
    }

  line->texts[TEXT_VALUE] = tras_sentence_value (series, cell->value, format);
  line->texts[TEXT_USUAL] = dup_usual (series, cell, format);
  if (cell->left_out)
    line->texts[TEXT_VERDICT] = g_strdup (_("Left out of the limits"));
  else if (cell->variation != TRAS_VARIATION_NONE)
    line->texts[TEXT_VERDICT] = g_strdup (tras_variation_get_label (cell->variation));

  return line;
}

/* An event that is rare: the days since the one before. */
static TrasChartTableLine *
make_rare_line (TrasIndicatorSeries *series,
                TrasRareEvents      *rare,
                gsize                interval)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasChartTableLine *line = g_object_new (TRAS_TYPE_CHART_TABLE_LINE, NULL);
  gsize point = rare->points[interval + 1];
  gulong days = (gulong) tras_rare_events_get_days (rare, interval);
  g_autofree char *number = tras_number_format_real (format, days, 0);

  line->texts[TEXT_PERIOD] = tras_sentence_period (series->every, series->periods[point], format);
  line->texts[TEXT_NOTE] = g_strdup (series->notes[point]);
  line->texts[TEXT_VALUE] = g_strdup_printf (ngettext ("%s day", "%s days", days), number);
  if (rare->limited)
    {
      g_autofree char *low = tras_number_format_real (format, rare->limits.lower, 0);
      g_autofree char *high = tras_number_format_real (format, rare->limits.upper, 0);

      line->texts[TEXT_USUAL] = g_strdup_printf (C_("range", "%s to %s"), low, high);
    }
  if (rare->left_out[interval])
    line->texts[TEXT_VERDICT] = g_strdup (_("Left out of the limits"));
  else if (rare->verdict->variations[interval] != TRAS_VARIATION_NONE)
    line->texts[TEXT_VERDICT] =
      g_strdup (tras_variation_get_label (rare->verdict->variations[interval]));

  return line;
}

/* The newest first. Of what is rare the periods without it are no lines, but those are in which
 * nobody knows. */
static void
add_lines (GPtrArray           *lines,
           TrasIndicatorSeries *series)
{
  g_autoptr (TrasRareEvents) rare = tras_rare_events_new (series);
  gsize interval = rare != NULL ? rare->n : 0;
  gint32 last = tras_period_index (series->every, series->day);
  gint32 first = series->n > 0 ? series->periods[0] : last + 1;

  if (series->n_absent > 0)
    first = MIN (first, series->absent[0]);
  for (gint32 period = last; period >= first; period--)
    {
      TrasCell cell;

      tras_indicator_series_get_cell (series, period, &cell);
      if (cell.state == TRAS_CELL_OUTSIDE)
        continue;
      if (rare == NULL || cell.state != TRAS_CELL_MEASURED)
        g_ptr_array_add (lines, make_line (series, &cell));
      for (; interval > 0 && series->periods[rare->points[interval]] == period; interval--)
        g_ptr_array_add (lines, make_rare_line (series, rare, interval - 1));
    }
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  guint text = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), text == TEXT_VALUE || text == TEXT_USUAL ? 1 : 0);
  if (text == TEXT_NOTE)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  TrasChartTableLine *line = gtk_list_item_get_item (item);
  const char *text = line->texts[GPOINTER_TO_UINT (user_data)];

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static void
add_column (TrasChartTable *self,
            const char     *title,
            guint           text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (text));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (text));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, text == TEXT_NOTE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

static gboolean
on_key (TrasChartTable  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkDirectionType direction;

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  /* In GTK 4.8 Tab walks every row of a table; a user wants to leave it. */
  direction = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? GTK_DIR_TAB_BACKWARD
                                                                        : GTK_DIR_TAB_FORWARD;
  gtk_widget_set_can_focus (self->view, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (self->view)), direction);
  gtk_widget_set_can_focus (self->view, TRUE);

  return GDK_EVENT_STOP;
}

static void
tras_chart_table_dispose (GObject *object)
{
  g_clear_object (&TRAS_CHART_TABLE (object)->lines);

  G_OBJECT_CLASS (tras_chart_table_parent_class)->dispose (object);
}

static void
tras_chart_table_class_init (TrasChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_chart_table_dispose;
}

static void
tras_chart_table_init (TrasChartTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->lines = g_list_store_new (TRAS_TYPE_CHART_TABLE_LINE);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (
    gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)))));
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The chart as a table"), -1);
  add_column (self, _("Period"), TEXT_PERIOD);
  add_column (self, _("Value"), TEXT_VALUE);
  add_column (self, _("Usual"), TEXT_USUAL);
  add_column (self, _("Verdict"), TEXT_VERDICT);
  add_column (self, _("Note"), TEXT_NOTE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->view, key);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * tras_chart_table_set_series:
 * @self: a table
 * @series: (nullable): what it shows
 */
void
tras_chart_table_set_series (TrasChartTable      *self,
                             TrasIndicatorSeries *series)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (TRAS_IS_CHART_TABLE (self));

  if (series != NULL)
    add_lines (lines, series);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}
