/* tras-review-missing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-missing.h"
#include "tras-review-words.h"
#include "tras-window.h"

struct _TrasReviewMissing
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
};

G_DEFINE_FINAL_TYPE (TrasReviewMissing, tras_review_missing, ADW_TYPE_BIN)

/* Where a collector types one number after the other. */
static void
on_fill_in_clicked (TrasReviewMissing *self)
{
  TrasWindow *window = tras_window_find (GTK_WIDGET (self));

  tras_window_show_tab (window, "indicators");
  gtk_widget_activate_action (tras_window_get_page (window, "indicators"), "indicators.fill", NULL);
}

static GtkWidget *
make_collector (TrasReviewMissing *self,
                const char        *collector,
                GPtrArray         *rows)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Fill In"));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (builder, ((TrasScorecardRow *) rows->pdata[i])->series->indicator->name);
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (_(", "), names);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), tras_review_label_new (collector, "heading"));
  gtk_box_append (GTK_BOX (words), tras_review_label_new (joined, "dim-label"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Translators: %s is who is to bring numbers */
  name = g_strdup_printf (_("Fill in the numbers of %s"), collector);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_fill_in_clicked), self);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);

  return line;
}

static const char *
get_collector (TrasScorecardRow *row)
{
  const char *name = tras_indicator_series_get_collector (row->series);

  return name != NULL && *name != '\0' ? name : _("Nobody");
}

static void
show (TrasReviewMissing *self)
{
  GPtrArray *missing = tras_review_desk_get_meeting (self->desk)->missing;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (missing->len == 0)
    gtk_box_append (GTK_BOX (box), tras_review_label_new (_("All numbers are there."), NULL));
  for (guint i = 0; i < missing->len; i++)
    {
      const char *collector = get_collector (missing->pdata[i]);

      g_ptr_array_add (rows, missing->pdata[i]);
      if (i + 1 < missing->len && g_str_equal (get_collector (missing->pdata[i + 1]), collector))
        continue;
      gtk_box_append (GTK_BOX (box), make_collector (self, collector, rows));
      g_ptr_array_set_size (rows, 0);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tras_review_missing_class_init (TrasReviewMissingClass *klass)
{
}

static void
tras_review_missing_init (TrasReviewMissing *self)
{
}

/**
 * tras_review_missing_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its missing numbers
 */
GtkWidget *
tras_review_missing_new (TrasReviewDesk *desk)
{
  TrasReviewMissing *self = g_object_new (TRAS_TYPE_REVIEW_MISSING, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
