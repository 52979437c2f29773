/* tras-review-people.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-columns-layout.h"
#include "tras-review-people.h"

/* More people than this are searched. */
#define MANY_PEOPLE 12

#define NAME_WIDTH 200
#define SPACING 6

struct _TrasReviewPeople
{
  AdwBin parent_instance;

  /* borrowed */
  TrasReviewDesk *desk;
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *search;

  /* owned */
  GHashTable *present;

  TrasDay week_on;
  gint64 area_id;
  gboolean showing;
  gboolean begun;
};

G_DEFINE_FINAL_TYPE (TrasReviewPeople, tras_review_people, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GQuark
person_quark (void)
{
  return g_quark_from_static_string ("tras-review-person");
}

/* ---- what is checked ---- */

static TrasPerson *
get_person (GtkWidget *check)
{
  return g_object_get_qdata (G_OBJECT (check), person_quark ());
}

typedef struct
{
  gint64 person_id;
  gboolean present;
} Attendance;

static TrasEdit *
make_attendance (TrasMeeting      *meeting,
                 const TrasMoment *moment,
                 gpointer          data)
{
  Attendance *attendance = data;

  return tras_meeting_make_attendance (meeting, attendance->person_id, attendance->present);
}

static void
set_present (TrasReviewPeople *self,
             gint64            person_id,
             gboolean          present)
{
  if (present)
    g_hash_table_add (self->present, g_memdup2 (&person_id, sizeof person_id));
  else
    g_hash_table_remove (self->present, &person_id);
}

static void
on_toggled (TrasReviewPeople *self,
            GtkCheckButton   *check)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  TrasPerson *person = get_person (GTK_WIDGET (check));
  gboolean present = gtk_check_button_get_active (check);

  if (self->showing || meeting == NULL)
    return;

  set_present (self, TRAS_RECORD (person)->id, present);
  if (tras_meeting_has_begun (meeting))
    {
      Attendance *attendance = g_new0 (Attendance, 1);

      attendance->person_id = TRAS_RECORD (person)->id;
      attendance->present = present;
      tras_review_desk_step (self->desk, make_attendance, attendance, g_free);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- the list ---- */

static void
on_search_changed (TrasReviewPeople *self)
{
  g_autofree char *wanted =
    g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      g_autofree char *name = g_utf8_casefold (get_person (check)->name, -1);

      gtk_widget_set_visible (check, strstr (name, wanted) != NULL);
    }
}

static void
append (TrasReviewPeople *self,
        TrasPerson       *person,
        gboolean          present)
{
  GtkWidget *check = gtk_check_button_new_with_label (person->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), present);
  g_object_set_qdata_full (G_OBJECT (check), person_quark (), g_object_ref (person),
                           g_object_unref);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->list), check);
}

static void
take_present (TrasReviewPeople *self,
              TrasMeeting      *meeting)
{
  g_hash_table_remove_all (self->present);
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];

      if (row->present)
        set_present (self, row->person_id, TRUE);
    }
}

static gboolean
is_present (TrasReviewPeople *self,
            TrasPerson       *person)
{
  return g_hash_table_contains (self->present, &TRAS_RECORD (person)->id);
}

static void
fill (TrasReviewPeople *self,
      TrasMeeting      *meeting)
{
  GtkWidget *check;

  while ((check = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), check);
  for (int absent = 0; absent < 2; absent++)
    {
      for (guint i = 0; i < meeting->people->len; i++)
        {
          if (is_present (self, meeting->people->pdata[i]) == !absent)
            append (self, meeting->people->pdata[i], !absent);
        }
    }
  gtk_widget_set_visible (self->search, meeting->people->len > MANY_PEOPLE);
}

/* Nobody moves in the list while it is on show. */
static guint
update (TrasReviewPeople *self)
{
  guint n = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   is_present (self, get_person (check)));
      n++;
    }

  return n;
}

static void
show (TrasReviewPeople *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  gboolean begun = tras_meeting_has_begun (meeting);
  gboolean is_another = self->week_on != meeting->week_on || self->area_id != meeting->area_id ||
                        self->begun != begun;

  self->showing = TRUE;
  self->week_on = meeting->week_on;
  self->area_id = meeting->area_id;
  self->begun = begun;
  if (is_another || begun)
    take_present (self, meeting);
  if (is_another || update (self) != meeting->people->len)
    fill (self, meeting);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- the object ---- */

static void
tras_review_people_finalize (GObject *object)
{
  g_hash_table_unref (TRAS_REVIEW_PEOPLE (object)->present);

  G_OBJECT_CLASS (tras_review_people_parent_class)->finalize (object);
}

static void
tras_review_people_class_init (TrasReviewPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_review_people_finalize;

  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_REVIEW_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_review_people_init (TrasReviewPeople *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->present = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->week_on = TRAS_DAY_NONE;
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search people"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search people"), -1);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->list, tras_columns_layout_new (SPACING, NAME_WIDTH));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
}

/**
 * tras_review_people_new:
 * @desk: where the meeting is
 * @height: how high they may be, in pixels, before they are scrolled; -1 for as high as they are
 *
 * Returns: (transfer floating): its people
 */
GtkWidget *
tras_review_people_new (TrasReviewDesk *desk,
                        int             height)
{
  TrasReviewPeople *self = g_object_new (TRAS_TYPE_REVIEW_PEOPLE, NULL);

  self->desk = desk;
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), height);
  if (height < 0)
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                    GTK_POLICY_NEVER);
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * tras_review_people_dup_present:
 * @self: people
 *
 * Returns: (transfer full) (element-type gint64): the ids of those who are checked, by name
 */
GArray *
tras_review_people_dup_present (TrasReviewPeople *self)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TRAS_IS_REVIEW_PEOPLE (self), ids);

  for (guint i = 0; meeting != NULL && i < meeting->people->len; i++)
    {
      if (is_present (self, meeting->people->pdata[i]))
        g_array_append_val (ids, TRAS_RECORD (meeting->people->pdata[i])->id);
    }

  return ids;
}
