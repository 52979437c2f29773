/* tras-review-agenda.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-agenda.h"
#include "tras-review-words.h"

#define SECONDS_A_MINUTE 60

struct _TrasReviewAgenda
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkLabel *clocks[TRAS_N_PARTS];
};

G_DEFINE_FINAL_TYPE (TrasReviewAgenda, tras_review_agenda, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where a row leads: a stop of the route, by its position. */
static GQuark
position_quark (void)
{
  return g_quark_from_static_string ("tras-review-position");
}

static void
on_row_activated (TrasReviewAgenda *self,
                  GtkListBoxRow    *row)
{
  guint position = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), position_quark ()));

  tras_review_desk_go (self->desk, position);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* ---- clocks ---- */

static void
show_clock (TrasReviewAgenda *self,
            TrasPart          part)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gint64 planned = tras_part_get_seconds (part, (guint) meeting->review->planned_minutes);
  gint64 used = tras_review_desk_get_seconds (self->desk, part);
  g_autofree char *words = tras_review_clock_dup_words (used, planned);
  g_autofree char *over = tras_review_clock_dup_over (used, planned);
  gboolean is_here = tras_review_desk_get_stop (self->desk)->part == part;
  g_autofree char *both = NULL;

  /* Translators: a clock and how much it is over: “12 of 10 min · 2 min over” */
  both = over != NULL ? g_strdup_printf (_("%s · %s"), words, over) : NULL;
  gtk_label_set_label (self->clocks[part], both != NULL ? both : words);
  gtk_widget_set_visible (GTK_WIDGET (self->clocks[part]), is_here || used >= SECONDS_A_MINUTE);
  if (over != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->clocks[part]), "tras-worse");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clocks[part]), "tras-worse");
}

/**
 * tras_review_agenda_tick:
 * @self: an agenda
 *
 * Shows what the clocks say now.
 */
void
tras_review_agenda_tick (TrasReviewAgenda *self)
{
  g_return_if_fail (TRAS_IS_REVIEW_AGENDA (self));

  for (guint part = 0; part < TRAS_N_PARTS; part++)
    {
      if (self->clocks[part] != NULL)
        show_clock (self, part);
    }
}

/* ---- rows ---- */

static GtkWidget *
make_image (const char *icon,
            const char *css_class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (image, css_class);

  return image;
}

static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkListBoxRow *
append_row (TrasReviewAgenda *self,
            GtkWidget        *content,
            guint             position,
            const char       *name,
            const char       *css_class)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_widget_add_css_class (row, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_qdata (G_OBJECT (row), position_quark (), GUINT_TO_POINTER (position));
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static char *
dup_count (TrasMeeting *meeting,
           TrasPart     part)
{
  guint n_done;
  guint n = tras_meeting_count (meeting, part, &n_done);

  if (n == 0)
    return g_strdup ("");

  /* Translators: how many points of how many were talked about: “4 of 6” */
  return g_strdup_printf (_("%u of %u"), n_done, n);
}

static GtkListBoxRow *
append_part (TrasReviewAgenda *self,
             TrasPart          part,
             guint             position,
             gboolean          is_here)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gboolean is_done = tras_part_is_done (meeting, tras_review_desk_get_route (self->desk), part);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clock = make_line ("");
  g_autofree char *count = dup_count (meeting, part);
  GtkWidget *number = gtk_label_new (count);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (clock, "caption");
  gtk_widget_add_css_class (clock, "numeric");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dim-label");
  self->clocks[part] = GTK_LABEL (clock);
  gtk_box_append (GTK_BOX (first), make_line (tras_part_get_label (part)));
  gtk_box_append (GTK_BOX (first), number);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), clock);
  gtk_box_append (GTK_BOX (row), make_image (is_done ? "object-select-symbolic"
                                             : is_here ? "media-playback-start-symbolic"
                                                       : "tras-usual-symbolic",
                                             is_done || is_here ? NULL : "tras-not-yet"));
  gtk_box_append (GTK_BOX (row), words);
  show_clock (self, part);

  /* Translators: a part of a meeting that was gone through */
  name = is_done ? g_strdup_printf (_("%s, done"), tras_part_get_label (part))
                 : g_strdup_printf ("%s %s", tras_part_get_label (part), count);

  return append_row (self, row, position, name, is_here ? "part-here" : "part");
}

static GtkListBoxRow *
append_point (TrasReviewAgenda *self,
              const TrasStop   *stop,
              guint             position)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean is_done = tras_point_is_done (stop->point);
  g_autofree char *subject = tras_point_dup_subject (stop->point);
  g_autofree char *reason = tras_reason_dup_words (stop->point, tras_day_today ());
  g_autofree char *name = NULL;
  GtkWidget *second = make_line (reason);

  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_line (subject));
  gtk_box_append (GTK_BOX (words), second);
  gtk_box_append (GTK_BOX (row), make_image (tras_review_words_get_icon (stop->point),
                                             tras_review_words_get_class (stop->point)));
  gtk_box_append (GTK_BOX (row), words);
  if (is_done)
    gtk_box_append (GTK_BOX (row), make_image ("object-select-symbolic", NULL));

  /* Translators: a subject and why it is talked about */
  name = g_strdup_printf (is_done ? _("%s: %s, done") : _("%s: %s"), subject, reason);

  return append_row (self, row, position, name, is_done ? "point-done" : "point");
}

static GtkListBoxRow *
append_usual (TrasReviewAgenda *self,
              guint             position)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  guint n = 0, n_left = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];

      n += tras_point_is_usual (point);
      n_left += tras_point_is_usual (point) && !tras_point_is_done (point);
    }
  words = g_strdup_printf (ngettext ("%u nothing unusual", "%u nothing unusual", n), n);
  gtk_box_append (GTK_BOX (row), make_image ("tras-usual-symbolic", "tras-usual"));
  gtk_box_append (GTK_BOX (row), make_line (words));
  if (n_left == 0)
    gtk_box_append (GTK_BOX (row), make_image ("object-select-symbolic", NULL));

  return append_row (self, row, position, words, n_left == 0 ? "point-done" : "point");
}

static void
clear (TrasReviewAgenda *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint part = 0; part < TRAS_N_PARTS; part++)
    self->clocks[part] = NULL;
}

/* The row on show is in sight, once it has a place. */
static gboolean
reveal (gpointer data)
{
  TrasReviewAgenda *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list),
                                                &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y - bounds.size.height,
                               bounds.origin.y + 2 * bounds.size.height);

  return G_SOURCE_REMOVE;
}

static void
show (TrasReviewAgenda *self)
{
  GArray *route = tras_review_desk_get_route (self->desk);
  const TrasStop *here;
  gboolean has_focus = gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkListBoxRow *selected = NULL;

  if (route == NULL)
    return;

  here = tras_review_desk_get_stop (self->desk);
  clear (self);
  for (guint part = 0, i = 0; part < TRAS_N_PARTS; part++)
    {
      GtkListBoxRow *head = append_part (self, part, tras_review_route_find_part (route, part),
                                         here->part == part);

      if (here->kind == (part == TRAS_PART_PRESENT ? TRAS_STOP_PRESENT : TRAS_STOP_READ_BACK) &&
          here->part == part)
        selected = head;
      for (; i < route->len && g_array_index (route, TrasStop, i).part == part; i++)
        {
          const TrasStop *stop = &g_array_index (route, TrasStop, i);
          GtkListBoxRow *row = NULL;

          if (part != here->part)
            continue;
          if (stop->kind == TRAS_STOP_USUAL)
            row = append_usual (self, i);
          else if (stop->point != NULL)
            row = append_point (self, stop, i);
          if (stop == here && row != NULL)
            selected = row;
        }
    }

  gtk_list_box_select_row (self->list, selected);
  if (has_focus && selected != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
  g_idle_add_full (G_PRIORITY_LOW, reveal, g_object_ref (self), g_object_unref);
}

/* ---- the object ---- */

static void
tras_review_agenda_class_init (TrasReviewAgendaClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", TRAS_TYPE_REVIEW_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reviewagenda");
}

static void
tras_review_agenda_init (TrasReviewAgenda *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Agenda"), -1);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

/**
 * tras_review_agenda_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its agenda
 */
GtkWidget *
tras_review_agenda_new (TrasReviewDesk *desk)
{
  TrasReviewAgenda *self = g_object_new (TRAS_TYPE_REVIEW_AGENDA, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "moved", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
