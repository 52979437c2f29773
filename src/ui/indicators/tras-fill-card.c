/* tras-fill-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-cell-writer.h"
#include "tras-fill-card.h"
#include "tras-note-popover.h"
#include "tras-sentence.h"

/* How many values are shown as a help to memory. */
#define N_BEFORE 4

/**
 * TrasFillCard:
 *
 * Asks for one number: says what is counted and what it was before, and takes a number, or the
 * reason why there is none.
 */
struct _TrasFillCard
{
  AdwBin parent_instance;

  /* template widgets */
  GtkEntry *entry;
  GtkLabel *before;
  GtkLabel *definition;
  GtkLabel *message;
  GtkLabel *name;
  GtkLabel *period;
  GtkLabel *question;
  GtkLabel *unit;
  GtkWidget *absent_button;
  GtkWidget *previous_button;

  /* owned */
  TrasIndicatorSeries *series;
  char *start_text;

  gint32 period_index;
  gboolean far_off;
};

G_DEFINE_FINAL_TYPE (TrasFillCard, tras_fill_card, ADW_TYPE_BIN)

enum
{
  VALUE,
  ABSENT,
  NEXT,
  PREVIOUS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_message (TrasFillCard *self,
             const char   *message,
             gboolean      error)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message), "error");
  if (message != NULL && error)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

/* "W47 2026 · 16 Nov 2026 to 22 Nov 2026" */
static char *
dup_period_words (TrasFillCard *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *name = tras_sentence_period (self->series->every, self->period_index, format);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->series->every == TRAS_EVERY_DAY)
    return g_steal_pointer (&name);

  from = tras_number_format_date_medium (format, tras_period_start (self->series->every,
                                                                    self->period_index));
  to = tras_number_format_date_medium (format, tras_period_start (self->series->every,
                                                                  self->period_index + 1) - 1);

  /* Translators: a week or a month and its first and last day */
  return g_strdup_printf (_("%s · %s to %s"), name, from, to);
}

/* A year is of no help to memory. */
static char *
dup_short_period (const TrasIndicatorSeries *series,
                  gint32                     period)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();

  if (series->every == TRAS_EVERY_WEEK)
    return tras_number_format_week (format, tras_period_start (series->every, period));

  return tras_sentence_period (series->every, period, format);
}

/* The values before this one: who types 180 after 18, 21 and 19 sees it. */
static char *
dup_before (TrasFillCard *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  const TrasIndicatorSeries *series = self->series;
  gsize end = series->n;

  while (end > 0 && series->periods[end - 1] >= self->period_index)
    end--;
  for (gsize i = end; i > 0 && end - i < N_BEFORE; i--)
    {
      g_autofree char *period = dup_short_period (series, series->periods[i - 1]);
      g_autofree char *value = tras_sentence_value (self->series, series->values[i - 1], format);

      g_ptr_array_add (parts, g_strdup_printf ("%s (%s)", value, period));
    }
  if (parts->len == 0)
    return g_strdup (_("The first number of this indicator."));

  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (C_("list", ", "), (char **) parts->pdata);

  /* Translators: the values before, newest first, each with its period */
  return g_strdup_printf (_("Before: %s"), joined);
}

/* Farther from the limits than these are from each other: a slip of the finger, or news. */
static gboolean
is_far_off (const TrasLimits *limits,
            double            value)
{
  double band = limits->upper - limits->lower;

  return tras_limits_exist (limits) && band > 0 &&
         (value > limits->upper + band || value < limits->lower - band);
}

/* What is far from the usual is taken when it is said twice. */
static gboolean
doubts (TrasFillCard *self,
        double        value)
{
  const TrasVerdict *verdict = self->series->verdict;
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const TrasLimits *limits;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *words = NULL;

  if (self->far_off || verdict->n_limits == 0)
    return FALSE;

  limits = &verdict->limits[verdict->n_limits - 1];
  if (!is_far_off (limits, value))
    return FALSE;

  low = tras_sentence_value (self->series, limits->drawn_lower, format);
  high = tras_sentence_value (self->series, limits->drawn_upper, format);
  words = g_strdup_printf (_("This is far from the usual %s to %s. If it is right, press Enter "
                             "again."), low, high);
  set_message (self, words, FALSE);
  self->far_off = TRUE;

  return TRUE;
}

static void
on_commit (TrasFillCard *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  TrasCell cell;
  double value;

  if (self->series == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  tras_indicator_series_get_cell (self->series, self->period_index, &cell);
  if (g_str_equal (text, self->start_text) && cell.state != TRAS_CELL_OPEN)
    g_signal_emit (self, signals[NEXT], 0);
  else if (*text == '\0')
    set_message (self, _("Type the number, or say that it is not available."), TRUE);
  else if (!tras_cell_parse_value (self->series, text, &value, &error))
    set_message (self, error->message, TRUE);
  else if (!doubts (self, value))
    g_signal_emit (self, signals[VALUE], 0, value);
}

static void
on_answered (TrasFillCard *self,
             const char   *note)
{
  g_signal_emit (self, signals[ABSENT], 0, note);
}

static void
on_absent (TrasFillCard *self)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  TrasNotePopover *popover;
  graphene_rect_t bounds;
  TrasCell cell;

  if (self->series == NULL ||
      !gtk_widget_compute_bounds (self->absent_button, GTK_WIDGET (self), &bounds))
    return;

  tras_indicator_series_get_cell (self->series, self->period_index, &cell);
  title = tras_fill_card_dup_title (self->series, self->period_index);
  /* Translators: an indicator with its period: "Why is “Orders late, W46 2026” missing?" */
  heading = g_strdup_printf (_("Why is “%s” missing?"), title);
  popover = tras_note_popover_new (GTK_WIDGET (self),
                                   &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                     (int) bounds.size.width,
                                                     (int) bounds.size.height },
                                   heading, cell.state == TRAS_CELL_ABSENT ? cell.note : NULL,
                                   _("_Save Note"));
  g_signal_connect_object (popover, "answered", G_CALLBACK (on_answered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->entry,
                           G_CONNECT_SWAPPED);
}

static void
on_later (TrasFillCard *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
on_previous (TrasFillCard *self)
{
  g_signal_emit (self, signals[PREVIOUS], 0);
}

static void
on_changed (TrasFillCard *self)
{
  self->far_off = FALSE;
  set_message (self, NULL, FALSE);
}

static gboolean
on_key_pressed (TrasFillCard    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down)
    on_later (self);
  else if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up)
    on_previous (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
tras_fill_card_dispose (GObject *object)
{
  TrasFillCard *self = TRAS_FILL_CARD (object);
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
    }
  g_clear_pointer (&self->series, tras_indicator_series_unref);
  g_clear_pointer (&self->start_text, g_free);

  G_OBJECT_CLASS (tras_fill_card_parent_class)->dispose (object);
}

static void
tras_fill_card_class_init (TrasFillCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_fill_card_dispose;

  /**
   * TrasFillCard::value:
   * @value: what was typed
   */
  signals[VALUE] = g_signal_new ("value", TRAS_TYPE_FILL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  /**
   * TrasFillCard::absent:
   * @note: why there is no number
   */
  signals[ABSENT] = g_signal_new ("absent", TRAS_TYPE_FILL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrasFillCard::next:
   *
   * On to another number; this one is as it was.
   */
  signals[NEXT] = g_signal_new ("next", TRAS_TYPE_FILL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  /**
   * TrasFillCard::previous:
   *
   * Back to the number before.
   */
  signals[PREVIOUS] = g_signal_new ("previous", TRAS_TYPE_FILL_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-fill-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, absent_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, before);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, definition);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, entry);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, message);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, name);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, period);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, question);
  gtk_widget_class_bind_template_child (widget_class, TrasFillCard, unit);
  gtk_widget_class_bind_template_callback (widget_class, on_absent);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_commit);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
}

static void
tras_fill_card_init (TrasFillCard *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tras_fill_card_refresh:
 * @self: a card that asks
 * @series: the same indicator, read anew
 *
 * What is being typed stays.
 */
void
tras_fill_card_refresh (TrasFillCard        *self,
                        TrasIndicatorSeries *series)
{
  TrasIndicatorSeries *old;
  TrasCell cell;

  g_return_if_fail (TRAS_IS_FILL_CARD (self));
  g_return_if_fail (series != NULL);

  old = self->series;
  self->series = tras_indicator_series_ref (series);
  g_clear_pointer (&old, tras_indicator_series_unref);

  tras_indicator_series_get_cell (series, self->period_index, &cell);
  g_free (self->start_text);
  self->start_text = cell.state == TRAS_CELL_MEASURED ? tras_cell_format_value (series, cell.value)
                                                      : g_strdup ("");
}

/**
 * tras_fill_card_ask:
 * @self: a card
 * @series: an indicator
 * @period: a period that is over
 * @is_first: whether there is no number before
 */
void
tras_fill_card_ask (TrasFillCard        *self,
                    TrasIndicatorSeries *series,
                    gint32               period,
                    gboolean             is_first)
{
  TrasIndicator *indicator;
  g_autofree char *words = NULL;
  g_autofree char *before = NULL;
  g_autofree char *title = NULL;
  g_autofree char *absent = NULL;
  TrasCell cell;

  g_return_if_fail (TRAS_IS_FILL_CARD (self));
  g_return_if_fail (series != NULL);

  self->period_index = period;
  tras_fill_card_refresh (self, series);
  tras_indicator_series_get_cell (series, period, &cell);
  indicator = series->indicator;
  words = dup_period_words (self);
  before = dup_before (self);
  title = tras_fill_card_dup_title (series, period);
  if (cell.state == TRAS_CELL_ABSENT)
    absent = g_strdup_printf (_("Known to be missing: %s"), cell.note);

  gtk_label_set_label (self->period, words);
  gtk_label_set_label (self->name, indicator->name);
  gtk_label_set_label (self->question, indicator->question);
  gtk_label_set_label (self->definition, indicator->definition);
  gtk_label_set_label (self->unit, indicator->unit);
  gtk_label_set_label (self->before, before);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->start_text);
  set_message (self, absent, FALSE);
  gtk_widget_set_sensitive (self->previous_button, !is_first);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * tras_fill_card_dup_title:
 * @series: an indicator
 * @period: a period
 *
 * Returns: (transfer full): both in one line
 */
char *
tras_fill_card_dup_title (TrasIndicatorSeries *series,
                          gint32               period)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  name = tras_sentence_period (series->every, period, tras_number_format_get_default ());

  /* Translators: an indicator and a period: "Orders late, W46 2026" */
  return g_strdup_printf (C_("cell", "%s, %s"), series->indicator->name, name);
}
