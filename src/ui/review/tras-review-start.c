/* tras-review-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-columns-layout.h"
#include "tras-help.h"
#include "tras-name-list.h"
#include "tras-review-missing.h"
#include "tras-review-people.h"
#include "tras-review-start.h"
#include "tras-review-words.h"

#define COLUMN_WIDTH 400
#define SPACING 24
#define PEOPLE_HEIGHT 140
#define SECONDS_A_MINUTE 60

struct _TrasReviewStart
{
  AdwBin parent_instance;

  /* template widgets */
  AdwBin *area_bin;
  AdwBin *missing_bin;
  AdwBin *people_bin;
  GtkBox *columns;
  GtkButton *begin_button;
  GtkDropDown *chair;
  GtkDropDown *keeper;
  GtkGrid *agenda;
  GtkLabel *week;
  GtkSpinButton *minutes;

  /* borrowed */
  TrasReviewDesk *desk;
  TrasReviewPeople *people;
  GtkDropDown *area;

  /* owned */
  TrasNameList *areas;
  GArray *present;

  gint64 chair_id;
  gint64 keeper_id;
  TrasDay week_on;
  gint64 area_id;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TrasReviewStart, tras_review_start, ADW_TYPE_BIN)

/* ---- who leads ---- */

static const char *
get_name (TrasMeeting *meeting,
          gint64       person_id)
{
  for (guint i = 0; i < meeting->people->len; i++)
    {
      if (TRAS_RECORD (meeting->people->pdata[i])->id == person_id)
        return TRAS_PERSON (meeting->people->pdata[i])->name;
    }

  return "";
}

static void
fill_names (TrasReviewStart *self,
            GtkDropDown     *drop_down,
            gint64           person_id)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("(None)"));
  for (guint i = 0; i < self->present->len; i++)
    {
      gint64 id = g_array_index (self->present, gint64, i);

      gtk_string_list_append (names, get_name (meeting, id));
      if (id == person_id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

static gint64
get_selected (TrasReviewStart *self,
              GtkDropDown     *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= self->present->len
           ? g_array_index (self->present, gint64, selected - 1) : 0;
}

static void
on_leads_changed (TrasReviewStart *self)
{
  if (self->showing)
    return;

  self->chair_id = get_selected (self, self->chair);
  self->keeper_id = get_selected (self, self->keeper);
}

/* Whoever leads is there. */
static void
on_people_changed (TrasReviewStart *self)
{
  self->showing = TRUE;
  g_array_unref (self->present);
  self->present = tras_review_people_dup_present (self->people);
  fill_names (self, self->chair, self->chair_id);
  fill_names (self, self->keeper, self->keeper_id);
  self->showing = FALSE;
}

/* ---- what about ---- */

static void
on_area_changed (TrasReviewStart *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  TrasName *name;

  if (self->showing || meeting == NULL || tras_name_list_is_changing (self->areas))
    return;

  name = gtk_drop_down_get_selected_item (self->area);
  if (name != NULL && tras_name_get_id (name) != meeting->area_id)
    tras_review_desk_open (self->desk, meeting->week_on, tras_name_get_id (name));
}

static void
attach (GtkGrid    *grid,
        int         column,
        int         row,
        const char *text,
        gboolean    is_number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_number ? PANGO_ELLIPSIZE_NONE
                                                        : PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, !is_number);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (column == 2)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
show_agenda (TrasReviewStart *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  guint planned = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  GtkWidget *label;

  while ((label = gtk_widget_get_first_child (GTK_WIDGET (self->agenda))) != NULL)
    gtk_grid_remove (self->agenda, label);
  for (guint part = 0; part < TRAS_N_PARTS; part++)
    {
      guint n = tras_meeting_count (meeting, part, NULL);
      guint minutes = (tras_part_get_seconds (part, planned) + SECONDS_A_MINUTE / 2) /
                      SECONDS_A_MINUTE;
      g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
      g_autofree char *time = g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);

      attach (self->agenda, 0, (int) part, tras_part_get_label (part), FALSE);
      attach (self->agenda, 1, (int) part, count, TRUE);
      attach (self->agenda, 2, (int) part, time, TRUE);
    }
}

static void
on_minutes_changed (TrasReviewStart *self)
{
  if (!self->showing && tras_review_desk_get_meeting (self->desk) != NULL)
    show_agenda (self);
}

/* ---- beginning ---- */

typedef struct
{
  gint64 minutes;
  gint64 chair_id;
  gint64 keeper_id;
  GArray *present;
} Begin;

static void
begin_free (gpointer data)
{
  Begin *begin = data;

  g_array_unref (begin->present);
  g_free (begin);
}

static TrasEdit *
make_begin (TrasMeeting      *meeting,
            const TrasMoment *moment,
            gpointer          data)
{
  Begin *begin = data;
  TrasMoment start = { TRAS_PART_PRESENT, 0, 0, moment->now };
  g_autoptr (TrasReview) draft = NULL;

  if (tras_meeting_has_begun (meeting))
    return NULL;

  draft = tras_record_dup (meeting->review);
  draft->planned_minutes = begin->minutes;
  draft->chair_id = begin->chair_id;
  draft->keeper_id = begin->keeper_id;

  return tras_meeting_make_begin (meeting, &start, draft, (const gint64 *) begin->present->data,
                                  begin->present->len);
}

/**
 * tras_review_start_begin:
 * @self: a page
 *
 * Begins the meeting as it stands on the page.
 */
void
tras_review_start_begin (TrasReviewStart *self)
{
  Begin *begin;

  g_return_if_fail (TRAS_IS_REVIEW_START (self));

  gtk_spin_button_update (self->minutes);
  begin = g_new0 (Begin, 1);
  begin->minutes = gtk_spin_button_get_value_as_int (self->minutes);
  begin->chair_id = self->chair_id;
  begin->keeper_id = self->keeper_id;
  begin->present = g_array_ref (self->present);
  tras_review_desk_step (self->desk, make_begin, begin, begin_free);
}

/* ---- the page ---- */

static void
show (TrasReviewStart *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  g_autofree char *week = NULL;

  if (tras_meeting_has_begun (meeting))
    return;

  self->showing = TRUE;
  week = tras_review_words_dup_week (meeting->week_on);
  gtk_label_set_label (self->week, week);
  if (self->week_on != meeting->week_on || self->area_id != meeting->area_id)
    {
      gtk_spin_button_set_value (self->minutes, (double) meeting->review->planned_minutes);
      self->chair_id = meeting->review->chair_id;
      self->keeper_id = meeting->review->keeper_id;
    }
  self->week_on = meeting->week_on;
  self->area_id = meeting->area_id;
  if (self->area != NULL)
    gtk_drop_down_set_selected (self->area, tras_name_list_find (self->areas, meeting->area_id));
  self->showing = FALSE;
  on_people_changed (self);
  show_agenda (self);
}

static gboolean
tras_review_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRAS_REVIEW_START (widget)->begin_button));
}

static void
tras_review_start_dispose (GObject *object)
{
  TrasReviewStart *self = TRAS_REVIEW_START (object);

  g_clear_object (&self->areas);
  g_clear_pointer (&self->present, g_array_unref);

  G_OBJECT_CLASS (tras_review_start_parent_class)->dispose (object);
}

static void
tras_review_start_class_init (TrasReviewStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_review_start_dispose;
  widget_class->grab_focus = tras_review_start_grab_focus;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-start.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, agenda);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, area_bin);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, begin_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, chair);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, columns);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, keeper);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, minutes);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, missing_bin);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, people_bin);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStart, week);
  gtk_widget_class_bind_template_callback (widget_class, on_leads_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed);
  gtk_widget_class_bind_template_callback (widget_class, tras_review_start_begin);
}

static void
tras_review_start_init (TrasReviewStart *self)
{
  self->present = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->week_on = TRAS_DAY_NONE;
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "prepare-the-review");
  self->showing = FALSE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self->columns),
                                 tras_columns_layout_new (SPACING, COLUMN_WIDTH));
}

/**
 * tras_review_start_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its first page
 */
GtkWidget *
tras_review_start_new (TrasReviewDesk *desk)
{
  TrasReviewStart *self = g_object_new (TRAS_TYPE_REVIEW_START, NULL);

  self->desk = desk;
  self->people = TRAS_REVIEW_PEOPLE (tras_review_people_new (desk, PEOPLE_HEIGHT));
  adw_bin_set_child (self->people_bin, GTK_WIDGET (self->people));
  adw_bin_set_child (self->missing_bin, tras_review_missing_new (desk));
  g_signal_connect_object (self->people, "changed", G_CALLBACK (on_people_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * tras_review_start_set_store:
 * @self: a page
 * @store: (nullable): where the areas are read from
 */
void
tras_review_start_set_store (TrasReviewStart *self,
                             TrasStore       *store)
{
  g_return_if_fail (TRAS_IS_REVIEW_START (self));

  self->area = NULL;
  adw_bin_set_child (self->area_bin, NULL);
  g_clear_object (&self->areas);
  if (store == NULL)
    return;

  self->areas = tras_name_list_new (store, "area", _("Whole firm"));
  self->area = GTK_DROP_DOWN (tras_name_list_make_drop_down (self->areas));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Area"), -1);
  adw_bin_set_child (self->area_bin, GTK_WIDGET (self->area));
  g_signal_connect_swapped (self->area, "notify::selected", G_CALLBACK (on_area_changed), self);
}
