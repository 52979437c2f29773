/* test-skills.c: the pages Skills and Certificates of the tab Staff on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-area.h"
#include "tras-certificate-page.h"
#include "tras-chip.h"
#include "tras-person.h"
#include "tras-person-skills.h"
#include "tras-record-page.h"
#include "tras-skill-list.h"
#include "tras-skill-page.h"
#include "tras-skill-view.h"
#include "tras-staff-page.h"

#define TODAY "2026-11-21"

typedef struct
{
  TrasPage *staff;
  TrasSkillPage *page;
  TrasSkillView *view;
  gint64 level;
  gint64 person_id;
} Matrix;

static gpointer
get_part (gpointer    widget,
          GType       type,
          const char *name)
{
  return gtk_widget_get_template_child (widget, type, name);
}

static gboolean
is_loaded (gpointer data)
{
  Matrix *self = data;

  return tras_skill_view_get_cursor (self->view, NULL) != NULL;
}

static Matrix
open_matrix (Fixture *fixture)
{
  Matrix self = { .staff = TRAS_PAGE (tras_window_get_page (fixture->window, "staff")) };
  GtkWidget *widget = fixture_find (GTK_WIDGET (self.staff), TRAS_TYPE_SKILL_PAGE);

  tras_window_show_tab (fixture->window, "staff");
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (widget)), widget);
  self.page = TRAS_SKILL_PAGE (widget);
  self.view = get_part (self.page, TRAS_TYPE_SKILL_PAGE, "view");
  wait_until (is_loaded, &self);

  return self;
}

static const TrasSkillCell *
get_cell (Matrix *self)
{
  int skill;
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, &skill);

  g_assert_nonnull (row);
  g_assert_cmpint (skill, >=, 0);

  return &row->cells[skill];
}

static gboolean
has_level (gpointer data)
{
  Matrix *self = data;

  return get_cell (self)->level == self->level;
}

static void
press (Matrix *self,
       guint   key)
{
  fixture_press (self->view, key, 0);
}

static guint
count_marks (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SKILL_MARK);
  g_autoptr (GPtrArray) marks = fixture_read (fixture, query);

  return marks->len;
}

/* A digit is a mark by the manager; Delete takes it back; the same digit again is nothing. */
static void
test_levels (Fixture       *fixture,
             gconstpointer  data)
{
  Matrix self = open_matrix (fixture);
  guint n = count_marks (fixture);
  const char *words;

  press (&self, GDK_KEY_Home);
  press (&self, GDK_KEY_Right);
  g_assert_cmpint (get_cell (&self)->level, ==, -1);
  press (&self, GDK_KEY_3);
  self.level = 3;
  wait_until (has_level, &self);
  g_assert_cmpstr (get_cell (&self)->how, ==, "manager");
  words = tras_grid_view_get_words (TRAS_GRID_VIEW (self.view));
  g_assert_nonnull (strstr (words, "level 3"));

  press (&self, GDK_KEY_3);
  press (&self, GDK_KEY_KP_4);
  self.level = 4;
  wait_until (has_level, &self);
  g_assert_cmpuint (count_marks (fixture), ==, n + 2);

  press (&self, GDK_KEY_Delete);
  self.level = 3;
  wait_until (has_level, &self);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  self.level = 4;
  wait_until (has_level, &self);
  /* Twice: a level is one step of undo. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  self.level = 3;
  wait_until (has_level, &self);
  fixture_settle (fixture);
  g_assert_cmpuint (count_marks (fixture), ==, n + 1);
}

static gint64
get_person (Matrix *self)
{
  return TRAS_RECORD (tras_skill_view_get_cursor (self->view, NULL)->person)->id;
}

static gboolean
shows_person (gpointer data)
{
  Matrix *self = data;
  TrasRecordPage *people = get_part (self->staff, TRAS_TYPE_STAFF_PAGE, "people");
  TrasRecord *record = tras_detail_get_record (tras_record_page_get_detail (people));

  return gtk_widget_get_mapped (GTK_WIDGET (people)) && record != NULL &&
         record->id == self->person_id;
}

/* Keys walk; Return opens the person, whose pane shows the skills. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  Matrix self = open_matrix (fixture);
  gint64 first;
  int skill;

  fixture_assert_named (GTK_WIDGET (self.page));
  fixture_press (self.view, GDK_KEY_Home, GDK_CONTROL_MASK);
  first = get_person (&self);
  press (&self, GDK_KEY_Down);
  g_assert_cmpint (get_person (&self), !=, first);
  press (&self, GDK_KEY_Up);
  g_assert_cmpint (get_person (&self), ==, first);
  tras_skill_view_get_cursor (self.view, &skill);
  g_assert_cmpint (skill, ==, -1);
  press (&self, GDK_KEY_End);
  tras_skill_view_get_cursor (self.view, &skill);
  g_assert_cmpint (skill, >, 3);
  press (&self, GDK_KEY_Page_Down);
  g_assert_cmpint (get_person (&self), !=, first);

  self.person_id = get_person (&self);
  press (&self, GDK_KEY_Return);
  wait_until (shows_person, &self);
}

static guint
count_items (TrasSkillList *list)
{
  GtkListView *view = GTK_LIST_VIEW (fixture_find (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

/* Only those who lack something, in what they lack; a line of the list leads to its cell. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  Matrix self = open_matrix (fixture);
  TrasSkillList *gaps = get_part (self.page, TRAS_TYPE_SKILL_PAGE, "gaps");
  TrasSkillList *cover = get_part (self.page, TRAS_TYPE_SKILL_PAGE, "cover");
  GtkWidget *chip = fixture_find (GTK_WIDGET (self.page), TRAS_TYPE_CHIP);
  GtkWidget *search = get_part (self.page, TRAS_TYPE_SKILL_PAGE, "search");
  guint n_gaps = count_items (gaps);
  GtkListView *view = GTK_LIST_VIEW (fixture_find (GTK_WIDGET (gaps), GTK_TYPE_LIST_VIEW));

  g_assert_cmpuint (n_gaps, >, 3);
  g_assert_cmpuint (count_items (cover), >, 3);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  press (&self, GDK_KEY_Home);
  g_assert_cmpuint (tras_skill_view_get_cursor (self.view, NULL)->n_gaps, >, 0);

  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpint (tras_skill_cell_get_gap (get_cell (&self)), >, 0);
  g_assert_true (get_cell (&self)->must);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (search), "FORK");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_items (gaps), <, n_gaps);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such skill");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_items (gaps), ==, 0);
}

typedef struct
{
  GtkWidget *page;
  guint attention;
} Certificates;

static gboolean
has_attention (gpointer data)
{
  Certificates *self = data;
  guint attention;

  g_object_get (self->page, "attention", &attention, NULL);

  return attention == self->attention;
}

static GtkWidget *
get_first_chip (GtkWidget *page)
{
  return fixture_find (page, TRAS_TYPE_CHIP);
}

/* The tab tells how many have expired or are about to; a chip shows those alone. */
static void
test_certificates (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *staff = tras_window_get_page (fixture->window, "staff");
  Certificates self = { fixture_find (staff, TRAS_TYPE_CERTIFICATE_PAGE), 4 };
  TrasSkillList *list = get_part (self.page, TRAS_TYPE_CERTIFICATE_PAGE, "list");
  guint n_all;

  wait_until (has_attention, &self);
  g_assert_cmpuint (tras_page_get_attention (TRAS_PAGE (staff)), >=, 4);
  fixture_assert_named (self.page);
  n_all = count_items (list);
  g_assert_cmpuint (n_all, >, 4);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_first_chip (self.page)), TRUE);
  g_assert_cmpuint (count_items (list), ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_first_chip (self.page)), FALSE);
  g_assert_cmpuint (count_items (list), ==, n_all);
}

/* A certificate that is over before it begins is refused at its field. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  Matrix self = open_matrix (fixture);
  guint n = count_marks (fixture);
  g_autoptr (TrasSkillMark) draft = NULL;
  TrasFormDialog *form;

  press (&self, GDK_KEY_Home);
  press (&self, GDK_KEY_Right);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "skills.mark", NULL);
  wait_until (fixture_has_form, NULL);
  form = fixture_get_form ();
  draft = tras_record_dup (tras_form_dialog_get_draft (form));
  draft->expires_on = draft->marked_on - 1;
  tras_form_dialog_set_draft (form, draft);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (form)));
  fixture_settle (fixture);
  g_assert_true (fixture_has_form (NULL));
  g_assert_cmpuint (count_marks (fixture), ==, n);

  draft->expires_on = draft->marked_on + 700;
  tras_form_dialog_set_draft (form, draft);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (form)));
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (count_marks (fixture), ==, n + 1);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/skills/levels", test_levels);
  fixture_add ("/skills/walk", test_walk);
  fixture_add ("/skills/gaps", test_gaps);
  fixture_add ("/skills/certificates", test_certificates);
  fixture_add ("/skills/form", test_form);

  return fixture_run ();
}
