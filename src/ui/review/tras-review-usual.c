/* tras-review-usual.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-glyph-paintable.h"
#include "tras-indicator-chart.h"
#include "tras-review-usual.h"
#include "tras-review-words.h"
#include "tras-sentence.h"

#define SIGN_SIZE 20

struct _TrasReviewUsual
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
  GtkLabel *count;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TrasReviewUsual, tras_review_usual, ADW_TYPE_BIN)

static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("tras-review-item");
}

static void
on_row_activated (TrasReviewUsual *self,
                  GtkListBoxRow   *row)
{
  gint64 *id = g_object_get_qdata (G_OBJECT (row), item_quark ());
  TrasPoint *point = tras_meeting_find (tras_review_desk_get_meeting (self->desk), *id);

  if (point != NULL)
    tras_review_desk_go_point (self->desk, point);
}

static GtkWidget *
make_sign (TrasGlyph glyph)
{
  g_autoptr (GdkPaintable) paintable = tras_glyph_paintable_new (glyph, SIGN_SIZE);
  GtkWidget *image = gtk_image_new_from_paintable (paintable);

  gtk_image_set_pixel_size (GTK_IMAGE (image), SIGN_SIZE);

  return image;
}

static void
append (TrasReviewUsual *self,
        TrasPoint       *point)
{
  TrasIndicatorSeries *series = point->row->series;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (series->indicator->name);
  g_autofree char *seen = tras_review_words_dup_seen (point);
  GtkWidget *value = gtk_label_new (seen);
  g_autofree char *words = NULL;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), make_sign (tras_indicator_chart_newest_glyph (series)));
  gtk_box_append (GTK_BOX (box), make_sign (tras_indicator_chart_assurance_glyph (
                                              series->verdict->assurance)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  if (tras_point_is_done (point))
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* Translators: an indicator, its value, and whether it will meet its target */
  words = g_strdup_printf (_("%s: %s, %s"), series->indicator->name, seen != NULL ? seen : "",
                           tras_assurance_get_label (series->verdict->assurance));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_qdata_full (G_OBJECT (row), item_quark (),
                           g_memdup2 (&TRAS_RECORD (point->item)->id, sizeof (gint64)), g_free);
  gtk_list_box_append (self->list, row);
}

static void
show (TrasReviewUsual *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  guint n = tras_meeting_count (meeting, TRAS_PART_INDICATORS, NULL);
  guint n_usual = 0;
  g_autofree char *words = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];

      if (!tras_point_is_usual (point) || point->row == NULL)
        continue;
      append (self, point);
      n_usual++;
    }

  words = g_strdup_printf (ngettext ("%u of %u indicator: nothing to talk about. Space passes it.",
                                     "%u of %u indicators: nothing to talk about. Space passes "
                                     "them all.", n), n_usual, n);
  gtk_label_set_label (self->count, words);
}

static void
tras_review_usual_class_init (TrasReviewUsualClass *klass)
{
}

static void
tras_review_usual_init (TrasReviewUsual *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "stage-present");
  self->count = GTK_LABEL (tras_review_label_new ("", "dim-label"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Nothing unusual"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * tras_review_usual_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its indicators with nothing unusual
 */
GtkWidget *
tras_review_usual_new (TrasReviewDesk *desk)
{
  TrasReviewUsual *self = g_object_new (TRAS_TYPE_REVIEW_USUAL, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
