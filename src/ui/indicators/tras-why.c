/* tras-why.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-firm.h"
#include "tras-help.h"
#include "tras-popover.h"
#include "tras-rare-events.h"
#include "tras-sentence.h"
#include "tras-why.h"

/* How many points a rule looks at, and what it says; in the order of the bits of TrasRules. */
static const struct
{
  guint n;
  const char *words;
} rules[TRAS_N_RULES] = {
  { 1, N_("The value lies beyond a process limit.") },
  { 3, N_("Two of three values lie close to the same process limit.") },
  { 3, N_("Two of three values lie close to the same process limit.") },
  { 4, N_("Three of four values lie far from the average, on the same side.") },
  { 5, N_("Four of five values lie away from the average, on the same side.") },
  { 7, N_("Seven values in a row lie on the same side of the average.") },
  { 8, N_("Eight values in a row lie on the same side of the average.") },
  { 9, N_("Nine values in a row lie on the same side of the average.") },
  { 6, N_("Six values in a row rise, or fall.") },
  { 7, N_("Seven values in a row rise, or fall.") },
  { 14, N_("Fourteen values in a row rise and fall in turn.") },
  { 8, N_("Eight values in a row lie away from the average.") },
  { 15, N_("Fifteen values in a row lie close to the average.") },
};

/* "W41 2026: 9, W42 2026: 11" */
static char *
dup_points (TrasIndicatorSeries    *series,
            gsize                   point,
            guint                   n,
            const TrasNumberFormat *format)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = point + 1 > n ? point + 1 - n : 0; i <= point; i++)
    {
      g_autofree char *period = tras_sentence_period (series->every, series->periods[i], format);
      g_autofree char *value = tras_sentence_value (series, series->values[i], format);

      g_ptr_array_add (parts, g_strdup_printf ("%s: %s", period, value));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

static void
add_limits (GString                *text,
            TrasIndicatorSeries    *series,
            gsize                   point,
            const TrasNumberFormat *format)
{
  const TrasVerdict *verdict = series->verdict;
  const TrasLimits *limits = tras_limits_find (verdict->limits, verdict->n_limits, point);
  int decimals = (int) series->indicator->decimals + 1;
  g_autofree char *mean = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *first = NULL;

  if (limits == NULL || !tras_limits_exist (limits))
    {
      g_string_append (text, _("There are no limits yet: too few values, or too rare events."));
      return;
    }

  mean = tras_number_format_real (format, limits->mean, decimals);
  low = tras_number_format_real (format, limits->drawn_lower, decimals);
  high = tras_number_format_real (format, limits->drawn_upper, decimals);
  first = tras_sentence_period (series->every, series->periods[limits->first], format);
  g_string_append_printf (text,
                          ngettext ("Average %s, limits %s to %s, from %u value since %s.",
                                    "Average %s, limits %s to %s, from %u values since %s.",
                                    limits->n_base),
                          mean, low, high, limits->n_base, first);
}

/* A rate below one half in a thousand is still no miracle. */
static guint
per_thousand (double rate)
{
  return MAX ((guint) round (rate * 1000), 1);
}

/* What a rule costs, in the words of somebody who has never heard of a false flag. */
static void
add_price (GString   *text,
           TrasRules  rule)
{
  guint n = per_thousand (tras_rule_get_false_flags (rule));

  g_string_append_printf (text,
                          ngettext ("Where nothing has changed, chance alone does this to about "
                                    "%u of 1,000 values.",
                                    "Where nothing has changed, chance alone does this to about "
                                    "%u of 1,000 values.", n),
                          n);
}

static void
add_set (GString   *text,
         TrasRules  tried)
{
  const TrasRuleSet *set = tras_rule_set_of (tried);
  g_autofree char *price = NULL;
  g_autofree char *sentence = NULL;

  if (set == NULL)
    return;

  price = tras_rule_set_dup_price (set);
  /* Translators: the name of a set of rules, and its price: "Rules: Nelson. Flags about 53 of …" */
  sentence = g_strdup_printf (_("Rules: %s. %s"), tras_rule_set_get_label (set), price);
  g_string_append_printf (text, "\n\n%s", sentence);
}

/* The same of what is judged by the days between. */
static char *
dup_rare_text (TrasRareEvents         *rare,
               gsize                   point,
               const TrasNumberFormat *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gssize interval = tras_rare_events_find (rare, point);
  TrasRules fired = TRAS_RULES_NONE;

  g_string_append_printf (text, "%s\n\n",
                          _("This happens too rarely to judge every period by itself: the days "
                            "from one time to the next are judged instead."));
  if (interval >= 0)
    {
      gulong days = (gulong) tras_rare_events_get_days (rare, (gsize) interval);
      g_autofree char *number = tras_number_format_real (format, days, 0);

      fired = rare->verdict->firings[interval].fired;
      g_string_append_printf (text, ngettext ("%s day after the time before.",
                                              "%s days after the time before.", days), number);
      g_string_append (text, "\n\n");
    }
  for (guint i = 0; i < TRAS_N_RULES; i++)
    {
      if (!(fired & (1u << i)))
        continue;
      g_string_append_printf (text, "%s\n", _(rules[i].words));
      add_price (text, 1u << i);
      g_string_append (text, "\n\n");
    }
  if (rare->limited)
    {
      g_autofree char *mean = tras_number_format_real (format, rare->limits.centre, 0);
      g_autofree char *low = tras_number_format_real (format, rare->limits.lower, 0);
      g_autofree char *high = tras_number_format_real (format, rare->limits.upper, 0);

      g_string_append_printf (text, _("Average %s days, limits %s to %s days."), mean, low, high);
    }
  else
    {
      g_string_append (text, _("There are no limits yet: it takes seven times."));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tras_why_dup_text:
 * @series: a series
 * @point: one of its points
 * @format: how to write numbers and dates
 *
 * Returns: (transfer full): each rule that fired with the points it looked at and how often chance
 *   alone makes it fire; the limits; and the set of rules
 */
char *
tras_why_dup_text (TrasIndicatorSeries    *series,
                   gsize                   point,
                   const TrasNumberFormat *format)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TrasRareEvents) rare = NULL;
  TrasRules fired;

  g_return_val_if_fail (series != NULL && point < series->n, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  rare = tras_rare_events_new (series);
  if (rare != NULL)
    return dup_rare_text (rare, point, format);

  fired = series->verdict->firings[point].fired;
  for (guint i = 0; i < TRAS_N_RULES; i++)
    {
      g_autofree char *points = NULL;

      if (!(fired & (1u << i)))
        continue;
      points = dup_points (series, point, rules[i].n, format);
      g_string_append_printf (text, "%s\n%s\n", _(rules[i].words), points);
      add_price (text, 1u << i);
      g_string_append (text, "\n\n");
    }
  if (fired == TRAS_RULES_NONE && series->verdict->variations[point] != TRAS_VARIATION_NONE)
    g_string_append_printf (text, "%s\n\n",
                            _("No rule fires: such values come and go without a cause of their "
                              "own."));
  add_limits (text, series, point, format);
  if (series->verdict->variations[point] != TRAS_VARIATION_NONE)
    add_set (text, series->verdict->rules);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tras_why_present:
 * @parent: a widget that calls gtk_popover_present() when its size changes
 * @place: where the point lies, in the widget's coordinates
 * @series: a series
 * @point: one of its points
 *
 * Explains the verdict on a point until the user has read it; the keyboard then goes back to
 * @parent.
 *
 * Returns: (transfer none): the popover
 */
GtkWidget *
tras_why_present (GtkWidget           *parent,
                  const GdkRectangle  *place,
                  TrasIndicatorSeries *series,
                  gsize                point)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *text = tras_why_dup_text (series, point, format);
  g_autofree char *period = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *popover, *box, *title, *label, *link;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (series != NULL && point < series->n, NULL);

  period = tras_sentence_period (series->every, series->periods[point], format);
  /* Translators: an indicator and a period: "Orders late, W46 2026" */
  heading = g_strdup_printf (C_("cell", "%s, %s"), series->indicator->name, period);

  title = gtk_label_new (heading);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  link = tras_help_new_link (_("_How to Read a Chart"), "read-a-chart");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "why");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), link);

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  tras_popover_open (popover, parent, place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), parent,
                           G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (label);
  /* Whoever opens it wants to read it, not to copy it. */
  gtk_label_select_region (GTK_LABEL (label), 0, 0);

  return popover;
}
