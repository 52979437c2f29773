/* tras-review-minutes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-minutes.h"
#include "tras-review-words.h"

#define SECONDS_A_MINUTE 60

struct _TrasReviewMinutes
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkWidget *empty;
  GtkListBoxRow *here;
};

G_DEFINE_FINAL_TYPE (TrasReviewMinutes, tras_review_minutes, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("tras-review-item");
}

static void
on_row_activated (TrasReviewMinutes *self,
                  GtkListBoxRow     *row)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (row), item_quark ());

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, *id);
}

/* ---- paragraphs ---- */

static gboolean
has_results (TrasMeeting *meeting,
             TrasPoint   *point)
{
  for (guint i = 0; i < meeting->results->len; i++)
    {
      TrasReviewResult *result = meeting->results->pdata[i];

      if (result->review_item_id == TRAS_RECORD (point->item)->id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (TrasMeeting *meeting,
           TrasPoint   *point)
{
  if (TRAS_RECORD (point->item)->id == 0)
    return FALSE;

  return has_results (meeting, point) || point->item->said != NULL || point->item->topic != NULL ||
         (tras_point_is_done (point) && !tras_point_is_usual (point));
}

static void
append_line (GtkWidget  *box,
             const char *text,
             const char *css_class,
             GString    *name)
{
  gtk_box_append (GTK_BOX (box), tras_review_label_new (text, css_class));
  g_string_append_printf (name, "%s%s", name->len > 0 ? ". " : "", text);
}

/* Who does what until when is what people look for in minutes. */
static void
append_result (GtkWidget        *box,
               TrasReviewResult *result,
               GString          *name)
{
  g_autofree char *who = tras_review_words_dup_result (result);
  g_autofree char *head = NULL;
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  /* Translators: a kind of record and its code: “Action A-31” */
  head = g_strdup_printf (_("%s %s"), tras_review_words_get_result_kind (result),
                          result->code != NULL ? result->code : "");
  gtk_widget_add_css_class (block, "minutes-result");
  append_line (block, head, "caption-heading", name);
  append_line (block, result->what, NULL, name);
  if (*who != '\0')
    append_line (block, who, "dim-label", name);
  gtk_box_append (GTK_BOX (box), block);
}

static void
append_point (TrasReviewMinutes *self,
              TrasMeeting       *meeting,
              TrasPoint         *point)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title;
  gboolean is_story = point->item->topic != NULL;
  g_autofree char *subject = is_story ? tras_reason_dup_words (point, tras_day_today ())
                                      : tras_point_dup_subject (point);
  g_autofree char *outcome = tras_review_words_dup_outcome (point);
  g_autoptr (GString) name = g_string_new (NULL);
  gint64 minutes = point->item->seconds > 0 ? point->item->seconds / SECONDS_A_MINUTE : 0;

  title = tras_review_label_new (subject, "heading");
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  g_string_append (name, subject);
  gtk_box_append (GTK_BOX (head), title);
  if (minutes > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%d min", "%d min", (gulong) minutes),
                                                (int) minutes);
      GtkWidget *label = gtk_label_new (words);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (head), label);
    }
  gtk_box_append (GTK_BOX (box), head);
  /* What was made says it better than its kind. */
  if (outcome != NULL && !has_results (meeting, point))
    append_line (box, outcome, "minutes-outcome", name);
  if (is_story)
    append_line (box, point->item->topic, NULL, name);
  if (point->item->said != NULL)
    {
      /* Translators: what somebody has said */
      g_autofree char *said = g_strdup_printf (_("“%s”"), point->item->said);

      append_line (box, said, NULL, name);
    }
  for (guint i = 0; i < meeting->results->len; i++)
    {
      TrasReviewResult *result = meeting->results->pdata[i];

      if (result->review_item_id == TRAS_RECORD (point->item)->id)
        append_result (box, result, name);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  g_object_set_qdata_full (G_OBJECT (row), item_quark (),
                           g_memdup2 (&TRAS_RECORD (point->item)->id, sizeof (gint64)), g_free);
  gtk_list_box_append (self->list, row);
  if (tras_review_desk_get_point (self->desk) == point)
    self->here = GTK_LIST_BOX_ROW (row);
}

/* All of them are one line. */
static void
append_passed (TrasReviewMinutes *self,
               guint              n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u indicator: nothing unusual",
                                                      "%u indicators: nothing unusual", n), n);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), tras_review_label_new (words, "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->list, row);
}

/* ---- the pane ---- */

/* What is talked about is in sight, else what was said last. */
static gboolean
reveal (gpointer data)
{
  TrasReviewMinutes *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (self->here != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self->here),
                                                       GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
  else
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

static void
show (TrasReviewMinutes *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  GtkListBoxRow *focused = NULL;
  GtkWidget *row;
  int index = -1;
  guint n_passed = 0;

  if (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    focused = GTK_LIST_BOX_ROW (gtk_widget_get_focus_child (GTK_WIDGET (self->list)));
  if (focused != NULL)
    index = gtk_list_box_row_get_index (focused);

  self->here = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      gboolean is_last = i + 1 == meeting->points->len ||
                         ((TrasPoint *) meeting->points->pdata[i + 1])->part != point->part;

      if (tras_point_is_usual (point) && tras_point_is_done (point) && point->item->said == NULL)
        n_passed++;
      else if (has_words (meeting, point))
        append_point (self, meeting, point);
      if (is_last && n_passed > 0)
        {
          append_passed (self, n_passed);
          n_passed = 0;
        }
    }
  gtk_widget_set_visible (self->empty,
                          gtk_list_box_get_row_at_index (self->list, 0) == NULL);

  focused = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (focused != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (focused));
  g_idle_add_full (G_PRIORITY_LOW, reveal, g_object_ref (self), g_object_unref);
}

static void
tras_review_minutes_class_init (TrasReviewMinutesClass *klass)
{
  /**
   * TrasReviewMinutes::chosen:
   * @item_id: the id of a #TrasReviewItem
   */
  signals[CHOSEN] = g_signal_new ("chosen", TRAS_TYPE_REVIEW_MINUTES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reviewminutes");
}

static void
tras_review_minutes_init (TrasReviewMinutes *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = tras_review_label_new (_("Minutes"), "heading");

  gtk_widget_add_css_class (title, "pane-title");
  self->empty = tras_review_label_new (_("What is said and decided appears here."), "dim-label");
  gtk_widget_add_css_class (self->empty, "pane-empty");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "minutes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Minutes"), -1);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroller));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * tras_review_minutes_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its minutes
 */
GtkWidget *
tras_review_minutes_new (TrasReviewDesk *desk)
{
  TrasReviewMinutes *self = g_object_new (TRAS_TYPE_REVIEW_MINUTES, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "moved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
