/* tras-review-end.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-number.h"
#include "tras-past-reviews.h"
#include "tras-review-end.h"
#include "tras-review-words.h"
#include "tras-wrap-layout.h"

#define MOST_USEFUL 10
#define SECONDS_A_MINUTE 60

struct _TrasReviewEnd
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *promises;
  GtkBox *ratings;
  GtkButton *end_button;
  GtkEditable *note;
  GtkLabel *left_open;
  GtkLabel *summary;
  GtkWidget *ended;
  GtkWidget *ending;

  /* borrowed */
  TrasReviewDesk *desk;
};

G_DEFINE_FINAL_TYPE (TrasReviewEnd, tras_review_end, ADW_TYPE_BIN)

/* ---- what was promised ---- */

static void
append_promise (TrasReviewEnd *self,
                const char    *kind,
                const char    *what,
                const char    *who)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = tras_review_label_new (who, "promise-who");

  gtk_label_set_justify (GTK_LABEL (name), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (name), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 18);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), tras_review_label_new (kind, "stage-overline"));
  gtk_box_append (GTK_BOX (words), tras_review_label_new (what, "promise-what"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), name);
  gtk_widget_add_css_class (row, "promise");
  gtk_box_append (self->promises, row);
}

/* Decisions first: what is done follows from them. */
static guint
append_results (TrasReviewEnd *self,
                TrasMeeting   *meeting)
{
  for (int kind = 0; kind < 4; kind++)
    {
      for (guint i = 0; i < meeting->results->len; i++)
        {
          TrasReviewResult *result = meeting->results->pdata[i];
          gint64 ids[] = { result->decision_id, result->action_id, result->deviation_id,
                           result->experiment_id };
          g_autofree char *who = NULL;
          g_autofree char *head = NULL;

          if (ids[kind] == 0)
            continue;
          who = tras_review_words_dup_result (result);
          head = g_strdup_printf (_("%s %s"), tras_review_words_get_result_kind (result),
                                  result->code != NULL ? result->code : "");
          append_promise (self, head, result->what, who);
        }
    }

  return meeting->results->len;
}

static guint
append_moved (TrasReviewEnd *self,
              TrasMeeting   *meeting)
{
  guint n = 0;

  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      TrasReviewItem *item = point->item;
      g_autofree char *subject = NULL;
      g_autofree char *date = NULL;
      g_autofree char *who = NULL;
      const char *owner = NULL;

      if (item->left_on == TRAS_DAY_NONE || item->left_on == item->seen_on ||
          g_strcmp0 (item->outcome, "later") != 0)
        continue;
      if (point->record != NULL && TRAS_IS_ACTION (point->record))
        owner = TRAS_ACTION (point->record)->owner_name;
      subject = tras_point_dup_subject (point);
      date = tras_number_format_date_medium (tras_number_format_get_default (), item->left_on);
      who = owner != NULL ? g_strdup_printf (C_("promise", "%s, %s"), owner, date)
                          : g_steal_pointer (&date);
      append_promise (self, C_("date", "Moved"), subject, who);
      n++;
    }

  return n;
}

static void
show_promises (TrasReviewEnd *self,
               TrasMeeting   *meeting)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->promises))) != NULL)
    gtk_box_remove (self->promises, row);
  if (append_results (self, meeting) + append_moved (self, meeting) == 0)
    gtk_box_append (self->promises,
                    tras_review_label_new (_("Nothing was decided, nothing was promised."),
                                           "dim-label"));
}

/* ---- how useful it was ---- */

typedef struct
{
  gint64 person_id;
  gint64 usefulness;
} Rating;

static TrasEdit *
make_rating (TrasMeeting      *meeting,
             const TrasMoment *moment,
             gpointer          data)
{
  Rating *rating = data;

  return tras_meeting_make_usefulness (meeting, rating->person_id, rating->usefulness);
}

static GQuark
rating_quark (void)
{
  return g_quark_from_static_string ("tras-review-rating");
}

static void
rate (TrasReviewEnd *self,
      gint64         person_id,
      gint64         usefulness)
{
  Rating *rating = g_new0 (Rating, 1);

  rating->person_id = person_id;
  rating->usefulness = usefulness;
  tras_review_desk_step (self->desk, make_rating, rating, g_free);
}

static void
on_rating_clicked (TrasReviewEnd *self,
                   GtkWidget     *button)
{
  Rating *rating = g_object_get_qdata (G_OBJECT (button), rating_quark ());

  rate (self, rating->person_id, rating->usefulness);
}

static void
append_rating (TrasReviewEnd    *self,
               TrasPerson       *person,
               TrasReviewPerson *row,
               gboolean          is_next)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (person->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_layout_manager (marks, tras_wrap_layout_new (3));
  for (int mark = 1; mark <= MOST_USEFUL; mark++)
    {
      g_autofree char *digits = g_strdup_printf ("%d", mark);
      g_autofree char *words = g_strdup_printf ("%s: %d", person->name, mark);
      GtkWidget *button = gtk_button_new_with_label (digits);
      Rating rating = { TRAS_RECORD (person)->id, mark };

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "numeric");
      gtk_widget_add_css_class (button, "mark");
      if (row->usefulness == mark)
        gtk_widget_add_css_class (button, "marked");
      gtk_widget_set_sensitive (button, !tras_meeting_has_ended (tras_review_desk_get_meeting (
                                          self->desk)));
      /* Digits do it by keyboard: ten times everybody is too far to walk. */
      gtk_widget_set_focusable (button, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      words, -1);
      g_object_set_qdata_full (G_OBJECT (button), rating_quark (),
                               g_memdup2 (&rating, sizeof rating), g_free);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_rating_clicked), self);
      gtk_box_append (GTK_BOX (marks), button);
    }
  if (is_next)
    gtk_widget_add_css_class (line, "rated-next");
  gtk_widget_add_css_class (line, "rating");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), marks);
  gtk_box_append (self->ratings, line);
}

/* Whose turn it is: the first who is there and has not said. */
static TrasReviewPerson *
get_next (TrasMeeting *meeting)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];

      if (row->present && row->usefulness == TRAS_NULL)
        return row;
    }

  return NULL;
}

static void
show_ratings (TrasReviewEnd *self,
              TrasMeeting   *meeting)
{
  TrasReviewPerson *next = tras_meeting_has_ended (meeting) ? NULL : get_next (meeting);
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->ratings))) != NULL)
    gtk_box_remove (self->ratings, line);
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];

      if (row->present)
        append_rating (self, meeting->people->pdata[i], row, row == next);
    }
}

static TrasEdit *
make_next_rating (TrasMeeting      *meeting,
                  const TrasMoment *moment,
                  gpointer          data)
{
  TrasReviewPerson *next = get_next (meeting);

  return next != NULL && !tras_meeting_has_ended (meeting)
           ? tras_meeting_make_usefulness (meeting, next->person_id, GPOINTER_TO_INT (data))
           : NULL;
}

/**
 * tras_review_end_rate:
 * @self: a page
 * @keyval: a key
 *
 * A digit says how useful the meeting was to the next who has not said it, 0 for 10.
 *
 * Returns: whether @keyval is a digit
 */
gboolean
tras_review_end_rate (TrasReviewEnd *self,
                      guint          keyval)
{
  int digit;

  g_return_val_if_fail (TRAS_IS_REVIEW_END (self), FALSE);

  digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  if (digit < 0)
    return FALSE;

  tras_review_desk_step (self->desk, make_next_rating,
                         GINT_TO_POINTER (digit == 0 ? MOST_USEFUL : digit), NULL);

  return TRUE;
}

/* ---- the end ---- */

static TrasEdit *
make_end (TrasMeeting      *meeting,
          const TrasMoment *moment,
          gpointer          data)
{
  return tras_meeting_has_ended (meeting) ? NULL : tras_meeting_make_end (meeting, moment, data);
}

static void
on_end (TrasReviewEnd *self)
{
  tras_review_desk_step (self->desk, make_end, g_strdup (gtk_editable_get_text (self->note)),
                         g_free);
}

static void
on_note_activated (TrasReviewEnd *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->end_button));
}

/**
 * tras_review_end_note:
 * @self: a page
 *
 * Puts the cursor where the closing note is written.
 */
void
tras_review_end_note (TrasReviewEnd *self)
{
  g_return_if_fail (TRAS_IS_REVIEW_END (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* Where its minutes are: as PDF, and its promises for a calendar. */
static void
on_minutes (TrasReviewEnd *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  TrasPastReviews *reviews = tras_past_reviews_new (tras_window_find (GTK_WIDGET (self)));

  tras_past_reviews_show (reviews, meeting->week_on, meeting->area_id);
  gtk_window_present (GTK_WINDOW (reviews));
}

static char *
dup_summary (TrasReviewEnd *self,
             TrasMeeting   *meeting)
{
  gint64 seconds = tras_review_desk_get_total (self->desk);
  g_autofree char *time = NULL;
  g_autofree char *made = NULL;
  guint n = meeting->results->len;

  if (tras_meeting_has_ended (meeting))
    seconds = meeting->review->seconds;
  time = tras_review_clock_dup_words (seconds,
                                      meeting->review->planned_minutes * SECONDS_A_MINUTE);
  made = g_strdup_printf (ngettext ("%u decision or promise", "%u decisions and promises", n), n);

  /* Translators: how long a meeting took, and how much was decided in it */
  return g_strdup_printf (_("%s · %s"), time, made);
}

static void
show_left_open (TrasReviewEnd *self,
                TrasMeeting   *meeting)
{
  guint n = 0, n_done;
  g_autofree char *words = NULL;

  for (guint part = TRAS_PART_INDICATORS; part < TRAS_PART_READ_BACK; part++)
    {
      n += tras_meeting_count (meeting, part, &n_done);
      n -= n_done;
    }
  words = g_strdup_printf (ngettext ("%u point was not talked about. It comes back as long as it "
                                     "is open.",
                                     "%u points were not talked about. They come back as long as "
                                     "they are open.", n), n);
  gtk_label_set_label (self->left_open, words);
  gtk_widget_set_visible (GTK_WIDGET (self->left_open), n > 0);
}

static void
show (TrasReviewEnd *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gboolean has_ended = tras_meeting_has_ended (meeting);
  g_autofree char *summary = NULL;

  if (!tras_meeting_has_begun (meeting))
    return;

  summary = dup_summary (self, meeting);
  if (has_ended && meeting->review->closing_note != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", summary, meeting->review->closing_note);

      gtk_label_set_label (self->summary, both);
    }
  else
    {
      gtk_label_set_label (self->summary, summary);
    }
  show_promises (self, meeting);
  show_ratings (self, meeting);
  show_left_open (self, meeting);
  gtk_widget_set_visible (self->ending, !has_ended);
  gtk_widget_set_visible (self->ended, has_ended);
}

static void
tras_review_end_class_init (TrasReviewEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-end.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, end_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, ended);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, ending);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, left_open);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, note);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, promises);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, ratings);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewEnd, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_end);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_note_activated);
}

static void
tras_review_end_init (TrasReviewEnd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "after-the-review");
}

/**
 * tras_review_end_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its last page
 */
GtkWidget *
tras_review_end_new (TrasReviewDesk *desk)
{
  TrasReviewEnd *self = g_object_new (TRAS_TYPE_REVIEW_END, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "moved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
