/* test-widgets.c: rows that show and change one field, and the filters over a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On the panes of the sample company: what an editor hands on goes all the way to the file.
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-action.h"
#include "tras-area.h"
#include "tras-deviation.h"
#include "tras-field-editor.h"
#include "tras-filter-bar.h"
#include "tras-form-dialog.h"
#include "tras-indicator.h"
#include "tras-name-filter.h"
#include "tras-person.h"

#define TODAY "2026-11-21"

/* A field of a record in an open pane, and what a test waits for. */
typedef struct
{
  Fixture *fixture;
  GType type;
  gint64 id;
  const char *name;
  TrasFieldEditor *editor;
  const char *text;
  gint64 number;
} Field;

static GPtrArray *
read_all (Fixture *fixture,
          GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  return fixture_read (fixture, query);
}

static TrasRecord *
read_record (Field *self)
{
  g_autoptr (TrasQuery) query = tras_query_new (self->type);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, self->id);
  records = fixture_read (self->fixture, query);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (records->pdata[0]);
}

static const TrasField *
get_field (Field *self)
{
  return tras_table_find_field (tras_record_type_get_table (self->type), self->name);
}

static TrasFieldEditor *
find_editor (GtkWidget *widget,
             Field     *self)
{
  TrasFieldEditor *found = NULL;

  if (TRAS_IS_FIELD_EDITOR (widget))
    {
      TrasRecord *record = tras_field_editor_get_record (TRAS_FIELD_EDITOR (widget));

      if (record != NULL && G_OBJECT_TYPE (record) == self->type && record->id == self->id &&
          g_str_equal (tras_field_editor_get_field (TRAS_FIELD_EDITOR (widget))->name, self->name))
        return TRAS_FIELD_EDITOR (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editor (child, self);

  return found;
}

static gboolean
has_editor (gpointer data)
{
  Field *self = data;

  self->editor = find_editor (GTK_WIDGET (self->fixture->window), self);

  return self->editor != NULL;
}

/* Opens the pane of a record and finds the editor of one of its fields. */
static Field
open_field (Fixture    *fixture,
            TrasRecord *record,
            const char *name)
{
  Field self = {
    .fixture = fixture,
    .type = G_OBJECT_TYPE (record),
    .id = record->id,
    .name = name,
  };

  g_assert_true (tras_window_show_record (tras_window_get_page (fixture->window, "staff"),
                                          self.type, self.id));
  wait_until (has_editor, &self);

  return self;
}

static gboolean
is_stored (gpointer data)
{
  Field *self = data;
  g_autoptr (TrasRecord) record = read_record (self);
  const TrasField *field = get_field (self);

  if (self->text != NULL)
    return g_strcmp0 (tras_record_get_text (record, field), self->text) == 0;

  return tras_record_get_int (record, field) == self->number;
}

static gboolean
is_stored_anew (gpointer data)
{
  return !is_stored (data);
}

static gboolean
is_shown (gpointer data)
{
  Field *self = data;
  g_autofree char *shown = TRAS_FIELD_EDITOR_GET_IFACE (self->editor)->dup_typed (self->editor);

  return g_str_equal (shown, self->text) && !tras_field_editor_is_typed (self->editor);
}

static gboolean
is_marked (gpointer data)
{
  return gtk_widget_has_css_class (GTK_WIDGET (((Field *) data)->editor), "error");
}

static void
type_in (Field      *self,
         const char *text)
{
  TRAS_FIELD_EDITOR_GET_IFACE (self->editor)->put (self->editor, text);
}

static void
assert_typed (Field      *self,
              const char *text)
{
  g_autofree char *typed = TRAS_FIELD_EDITOR_GET_IFACE (self->editor)->dup_typed (self->editor);

  g_assert_cmpstr (typed, ==, text);
}

static char *
dup_last_edit (Field *self)
{
  return g_strdup (tras_store_get_undo_label (tras_window_get_store (self->fixture->window)));
}

static void
assert_last_edit (Field      *self,
                  const char *label)
{
  g_assert_cmpstr (tras_store_get_undo_label (tras_window_get_store (self->fixture->window)), ==,
                   label);
}

/* What stands over the field, or on it as a tip. */
static gboolean
says (gpointer data)
{
  Field *self = data;
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->editor));

  return strstr (title, self->text) != NULL;
}

/* ---- what is typed ---- */

/* Typed text is one edit, and one undo puts back what was there. */
static void
check_typed (Field      *self,
             const char *text)
{
  g_autoptr (TrasRecord) before = read_record (self);
  const char *old = tras_record_get_text (before, get_field (self));
  g_autofree char *last = dup_last_edit (self);

  type_in (self, text);
  g_assert_true (tras_field_editor_is_typed (self->editor));
  g_assert_true (tras_field_editor_commit (self->editor));
  self->text = text;
  wait_until (is_stored, self);
  wait_until (is_shown, self);

  tras_window_undo (GTK_WIDGET (self->editor), 0);
  self->text = old != NULL ? old : "";
  wait_until (is_shown, self);
  assert_last_edit (self, last);
}

static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) people = read_all (fixture, TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) actions = read_all (fixture, TRAS_TYPE_ACTION);
  Field entry = open_field (fixture, people->pdata[0], "email");
  Field text;

  check_typed (&entry, "nuala@example.org");
  text = open_field (fixture, actions->pdata[0], "done_when");
  check_typed (&text, "The boxes are soft\nand the cups are whole");
}

/* Escape puts back what was there, and writes nothing. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) people = read_all (fixture, TRAS_TYPE_PERSON);
  Field self = open_field (fixture, people->pdata[0], "name");
  g_autofree char *last = dup_last_edit (&self);
  TrasPerson *person = people->pdata[0];

  g_assert_false (tras_field_editor_take_back (self.editor));
  type_in (&self, "Nuala Byrne");
  g_assert_true (tras_field_editor_take_back (self.editor));
  assert_typed (&self, person->name);
  g_assert_false (tras_field_editor_take_back (self.editor));
  self.text = person->name;
  g_assert_true (is_stored (&self));
  assert_last_edit (&self, last);
}

/* What is no value is kept, marked and explained, until it is taken back. */
static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) people = read_all (fixture, TRAS_TYPE_PERSON);
  Field self = open_field (fixture, people->pdata[0], "hired_on");
  g_autofree char *last = dup_last_edit (&self);
  g_autofree char *title =
    g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self.editor)));

  type_in (&self, "some day");
  g_assert_false (tras_field_editor_commit (self.editor));
  assert_typed (&self, "some day");
  g_assert_true (is_marked (&self));
  self.text = "some day";
  g_assert_true (says (&self));

  g_assert_true (tras_field_editor_take_back (self.editor));
  g_assert_false (is_marked (&self));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self.editor)), ==, title);
  self.text = NULL;
  self.number = ((TrasPerson *) people->pdata[0])->hired_on;
  g_assert_true (is_stored (&self));
  assert_last_edit (&self, last);
}

static void
change_elsewhere (Field      *self,
                  const char *text)
{
  g_autoptr (TrasRecord) record = read_record (self);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Elsewhere");

  tras_record_set_text (record, get_field (self), text);
  tras_edit_update (edit, record);
  tras_window_apply (GTK_WIDGET (self->fixture->window), edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
}

/* Somebody else's change says so at the field, and takes nothing that is typed away. */
static void
test_meanwhile (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) people = read_all (fixture, TRAS_TYPE_PERSON);
  Field self = open_field (fixture, people->pdata[0], "email");

  type_in (&self, "mine@example.org");
  change_elsewhere (&self, "theirs@example.org");
  self.text = "theirs@example.org";
  wait_until (says, &self);
  assert_typed (&self, "mine@example.org");
  g_assert_true (tras_field_editor_take_back (self.editor));
  assert_typed (&self, "theirs@example.org");
  g_assert_false (says (&self));

  type_in (&self, "mine@example.org");
  change_elsewhere (&self, "others@example.org");
  self.text = "others@example.org";
  wait_until (says, &self);
  g_assert_true (tras_field_editor_commit (self.editor));
  self.text = "mine@example.org";
  wait_until (is_stored, &self);
}

/* What a rule of the file refuses is said at the field; what was typed stays there. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) areas = read_all (fixture, TRAS_TYPE_AREA);
  Field self = open_field (fixture, areas->pdata[0], "name");
  g_autofree char *last = dup_last_edit (&self);
  const char *taken = ((TrasArea *) areas->pdata[1])->name;
  const char *own = ((TrasArea *) areas->pdata[0])->name;

  type_in (&self, taken);
  tras_field_editor_commit (self.editor);
  wait_until (is_marked, &self);
  assert_typed (&self, taken);
  assert_last_edit (&self, last);

  g_assert_true (tras_field_editor_take_back (self.editor));
  g_assert_false (is_marked (&self));
  assert_typed (&self, own);
  self.text = own;
  g_assert_true (is_stored (&self));
}

/* ---- what is chosen ---- */

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_OBJECT_TYPE (widget) == type ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);

  return found;
}

static gboolean
has_choices (gpointer data)
{
  GtkDropDown *drop_down =
    GTK_DROP_DOWN (find_below (GTK_WIDGET (((Field *) data)->editor), GTK_TYPE_DROP_DOWN));
  GListModel *model = gtk_drop_down_get_model (drop_down);

  return model != NULL && g_list_model_get_n_items (model) > 1 &&
         gtk_drop_down_get_selected (drop_down) != GTK_INVALID_LIST_POSITION;
}

/* A reference and a switch write at once; undo shows what was chosen before. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) roles = read_all (fixture, TRAS_TYPE_ROLE);
  g_autoptr (GPtrArray) indicators = read_all (fixture, TRAS_TYPE_INDICATOR);
  const struct
  {
    TrasRecord *record;
    const char *name;
  } fields[] = {
    { roles->pdata[0], "area_id" },
    { indicators->pdata[0], "lever" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      Field self = open_field (fixture, fields[i].record, fields[i].name);
      gint64 old = tras_record_get_int (fields[i].record, get_field (&self));
      GtkWidget *toggle = find_below (GTK_WIDGET (self.editor), GTK_TYPE_SWITCH);

      if (toggle != NULL)
        {
          gtk_switch_set_active (GTK_SWITCH (toggle), !old);
          self.number = !old;
          wait_until (is_stored, &self);
        }
      else
        {
          GtkDropDown *drop_down =
            GTK_DROP_DOWN (find_below (GTK_WIDGET (self.editor), GTK_TYPE_DROP_DOWN));
          guint selected;

          wait_until (has_choices, &self);
          selected = gtk_drop_down_get_selected (drop_down);
          gtk_drop_down_set_selected (drop_down, selected == 0 ? 1 : 0);
          self.number = old;
          wait_until (is_stored_anew, &self);
        }
      tras_window_undo (GTK_WIDGET (self.editor), 0);
      self.number = old;
      wait_until (is_stored, &self);
    }
}

static GtkDropDown *
get_drop_down (Field *self)
{
  return GTK_DROP_DOWN (find_below (GTK_WIDGET (self->editor), GTK_TYPE_DROP_DOWN));
}

static gboolean
is_selected (gpointer data)
{
  return gtk_drop_down_get_selected (get_drop_down (data)) == ((Field *) data)->number;
}

/* A choice that may be left open has a line more, which leaves it open; one that may not has none.
 * Each is written at once, and undo shows what was chosen before. */
static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) actions = read_all (fixture, TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) deviations = read_all (fixture, TRAS_TYPE_DEVIATION);
  const struct
  {
    TrasRecord *record;
    const char *name;
    guint n_open;
  } fields[] = {
    { actions->pdata[0], "kind", 0 },
    { deviations->pdata[0], "cause_kind", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      Field self = open_field (fixture, fields[i].record, fields[i].name);
      const TrasField *field = get_field (&self);
      const char *old = tras_record_get_text (fields[i].record, field);
      guint n_choices = 0;

      self.number = gtk_drop_down_get_selected (get_drop_down (&self));
      while (field->choices[n_choices].word != NULL)
        n_choices++;
      g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_drop_down (&self))),
                        ==, n_choices + fields[i].n_open);

      for (guint j = 0; j < n_choices; j++)
        {
          gtk_drop_down_set_selected (get_drop_down (&self), j + fields[i].n_open);
          self.text = field->choices[j].word;
          wait_until (is_stored, &self);
          if (g_strcmp0 (self.text, old) == 0)
            continue;
          tras_window_undo (GTK_WIDGET (self.editor), 0);
          wait_until (is_selected, &self);
        }
    }
}

static gboolean
is_open_again (gpointer data)
{
  Field *self = data;
  g_autoptr (TrasRecord) record = read_record (self);

  return tras_record_get_text (record, get_field (self)) == NULL;
}

static void
test_choice_left_open (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) deviations = read_all (fixture, TRAS_TYPE_DEVIATION);
  Field self = open_field (fixture, deviations->pdata[0], "cause_kind");

  gtk_drop_down_set_selected (get_drop_down (&self), 1);
  self.text = get_field (&self)->choices[0].word;
  wait_until (is_stored, &self);
  gtk_drop_down_set_selected (get_drop_down (&self), 0);
  wait_until (is_open_again, &self);
}

static gboolean
is_found (gpointer data)
{
  Field *self = data;
  GtkWidget *list = find_below (GTK_WIDGET (get_drop_down (self)), GTK_TYPE_LIST_VIEW);
  GListModel *found = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  return g_list_model_get_n_items (found) == 1;
}

static gboolean
is_list_open (gpointer data)
{
  GtkWidget *list = find_below (GTK_WIDGET (get_drop_down (data)), GTK_TYPE_LIST_VIEW);

  return gtk_widget_get_mapped (list);
}

static gboolean
is_list_closed (gpointer data)
{
  return !is_list_open (data);
}

/* A name is found by a part from its middle, and Enter takes it. */
static void
test_name_search (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) actions = read_all (fixture, TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) people = read_all (fixture, TRAS_TYPE_PERSON);
  TrasAction *action = actions->pdata[0];
  TrasPerson *person = people->pdata[0];
  Field self = open_field (fixture, actions->pdata[0], "owner_id");
  GtkWidget *search;

  if (TRAS_RECORD (person)->id == action->owner_id)
    person = people->pdata[1];
  wait_until (has_choices, &self);
  search = find_below (GTK_WIDGET (get_drop_down (&self)), GTK_TYPE_SEARCH_ENTRY);
  gtk_widget_activate (GTK_WIDGET (get_drop_down (&self)));
  wait_until (is_list_open, &self);
  gtk_editable_set_text (GTK_EDITABLE (search), person->name + 1);
  wait_until (is_found, &self);
  g_signal_emit_by_name (search, "activate");
  wait_until (is_list_closed, &self);
  self.number = TRAS_RECORD (person)->id;
  wait_until (is_stored, &self);
}

/* ---- forms ---- */

#define ASKED "Which one?"

typedef struct
{
  TrasFormDialog *dialog;
  guint n_saved;
  gint64 id;
} Form;

static TrasEdit *
form_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasArea *area = draft;
  TrasEdit *edit;

  if (area->name == NULL)
    {
      tras_form_dialog_refuse (dialog, "name", ASKED);
      return NULL;
    }

  edit = tras_edit_new ("A form");
  tras_edit_insert (edit, area);

  return edit;
}

static void
form_saved (GtkWidget *owner,
            gpointer   draft,
            gpointer   data)
{
  Form *form = data;

  form->n_saved++;
  form->id = TRAS_RECORD (draft)->id;
}

static const TrasFormFuncs form_funcs = {
  .make_edit = form_make_edit,
  .saved = form_saved,
};

static void
open_form (Form    *form,
           Fixture *fixture)
{
  g_autoptr (TrasArea) draft = tras_area_new ();

  form->dialog = tras_form_dialog_new (GTK_WIDGET (fixture->window),
                                       tras_window_get_store (fixture->window), "New Area", "_Add",
                                       &form_funcs, form, NULL);
  g_object_add_weak_pointer (G_OBJECT (form->dialog), (gpointer *) &form->dialog);
  tras_form_dialog_add_field (form->dialog, TRAS_TYPE_AREA, "name", NULL);
  tras_form_dialog_present (form->dialog, draft);
}

static void
press_save (Form *form)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (form->dialog)), "clicked");
}

static void
write_name (Form       *form,
            const char *name)
{
  GtkWidget *editor = tras_form_dialog_get_field (form->dialog, "name");

  gtk_editable_set_text (GTK_EDITABLE (editor), name);
}

static gboolean
is_refused (gpointer data)
{
  return gtk_widget_has_css_class (tras_form_dialog_get_field (((Form *) data)->dialog, "name"),
                                   "error");
}

static gboolean
is_closed (gpointer data)
{
  return ((Form *) data)->dialog == NULL;
}

/* The label under which all that a form says for the whole of it stands. */
static gboolean
has_trouble (gpointer data)
{
  GtkWidget *scroller = find_below (GTK_WIDGET (((Form *) data)->dialog), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *label = find_below (scroller, GTK_TYPE_LABEL);

  return gtk_widget_get_visible (label) && *gtk_label_get_label (GTK_LABEL (label)) != '\0';
}

/* What is empty is asked for in the form's words; what the file refuses keeps the form open with
 * what was typed; what will do is one edit, and the form is told once. */
static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) before = read_all (fixture, TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) after = NULL;
  const char *taken = ((TrasArea *) before->pdata[0])->name;
  Form form = { 0 };
  GtkWidget *editor;

  open_form (&form, fixture);
  editor = tras_form_dialog_get_field (form.dialog, "name");
  press_save (&form);
  g_assert_true (is_refused (&form));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (editor)), ==, ASKED);

  write_name (&form, taken);
  press_save (&form);
  wait_until (has_trouble, &form);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, taken);
  g_assert_cmpuint (form.n_saved, ==, 0);

  write_name (&form, "Laboratory");
  press_save (&form);
  wait_until (is_closed, &form);
  after = read_all (fixture, TRAS_TYPE_AREA);
  g_assert_cmpuint (form.n_saved, ==, 1);
  g_assert_cmpint (form.id, >, 0);
  g_assert_cmpuint (after->len, ==, before->len + 1);
}

/* A form that is closed has written nothing. */
static void
test_form_closed (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) before = read_all (fixture, TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) after = NULL;
  Form form = { 0 };

  open_form (&form, fixture);
  write_name (&form, "Laboratory");
  gtk_window_close (GTK_WINDOW (form.dialog));
  wait_until (is_closed, &form);
  after = read_all (fixture, TRAS_TYPE_AREA);
  g_assert_cmpuint (form.n_saved, ==, 0);
  g_assert_cmpuint (after->len, ==, before->len);
}

/* ---- filters ---- */

static void
narrow_to_nothing (TrasQuery *query,
                   gpointer   user_data)
{
  tras_query_where_int (query, "id", TRAS_QUERY_LT, 0);
}

static void
count (guint *n_changed)
{
  (*n_changed)++;
}

static GtkToggleButton *
get_chip (TrasFilterBar *bar,
          guint          n)
{
  GtkWidget *chip = find_below (GTK_WIDGET (bar), TRAS_TYPE_CHIP);

  for (; n > 0; n--)
    chip = gtk_widget_get_next_sibling (chip);

  return GTK_TOGGLE_BUTTON (chip);
}

/* Of exclusive chips one is on at a time; each press, and taking all off, is told once. */
static void
test_filter_bar (void)
{
  g_autoptr (TrasFilterBar) bar = g_object_ref_sink (g_object_new (TRAS_TYPE_FILTER_BAR, NULL));
  guint n_changed = 0;

  tras_filter_bar_add_chip (bar, "A", narrow_to_nothing, NULL);
  tras_filter_bar_add_chip (bar, "B", narrow_to_nothing, NULL);
  g_signal_connect_swapped (bar, "changed", G_CALLBACK (count), &n_changed);

  gtk_toggle_button_set_active (get_chip (bar, 0), TRUE);
  gtk_toggle_button_set_active (get_chip (bar, 1), TRUE);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (gtk_toggle_button_get_active (get_chip (bar, 0)));
  tras_filter_bar_clear (bar);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_false (tras_filter_bar_is_narrowed (bar));
  tras_filter_bar_clear (bar);
  g_assert_cmpuint (n_changed, ==, 3);

  tras_filter_bar_set_exclusive (bar, TRUE);
  gtk_toggle_button_set_active (get_chip (bar, 0), TRUE);
  gtk_toggle_button_set_active (get_chip (bar, 1), TRUE);
  g_assert_cmpuint (n_changed, ==, 5);
  g_assert_false (gtk_toggle_button_get_active (get_chip (bar, 0)));
  g_assert_true (tras_filter_bar_is_narrowed (bar));
}

typedef struct
{
  TrasNameFilter *filter;
  guint n_names;
} Names;

static gboolean
has_names (gpointer data)
{
  Names *self = data;
  GtkWidget *names = find_below (GTK_WIDGET (self->filter), GTK_TYPE_DROP_DOWN);

  return g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (names))) ==
         self->n_names;
}

static void
choose (TrasNameFilter *filter,
        guint           position)
{
  GtkWidget *names = find_below (GTK_WIDGET (filter), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (names), position);
}

/* What is chosen stays so while it is there, and is told once. */
static void
test_name_filter (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) areas = read_all (fixture, TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (TrasArea) area = g_object_new (TRAS_TYPE_AREA, NULL);
  g_autoptr (TrasNameFilter) filter = NULL;
  g_autoptr (TrasEdit) insert = tras_edit_new ("New area");
  g_autoptr (TrasEdit) delete = tras_edit_new ("Delete area");
  Names self;
  guint n_changed = 0;
  gint64 id;

  filter = g_object_ref_sink (TRAS_NAME_FILTER (tras_name_filter_new ("area", "All", "Area")));
  self = (Names) { filter, areas->len + 1 };
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count), &n_changed);
  tras_name_filter_set_store (filter, tras_window_get_store (fixture->window));
  wait_until (has_names, &self);
  g_assert_cmpint (tras_name_filter_get_id (filter), ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);
  choose (filter, 1);
  id = tras_name_filter_get_id (filter);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpuint (n_changed, ==, 1);

  /* A name that comes before it. */
  area->name = g_strdup ("0");
  tras_edit_insert (insert, area);
  tras_window_apply (GTK_WIDGET (fixture->window), insert, TRAS_APPLY_DEFAULT, NULL, NULL);
  self.n_names++;
  wait_until (has_names, &self);
  g_assert_cmpint (tras_name_filter_get_id (filter), ==, id);
  g_assert_cmpuint (n_changed, ==, 1);

  /* One that goes while it is chosen. */
  choose (filter, 1);
  g_assert_cmpuint (n_changed, ==, 2);
  after = read_all (fixture, TRAS_TYPE_AREA);
  for (guint i = 0; i < after->len; i++)
    {
      if (TRAS_RECORD (after->pdata[i])->id == tras_name_filter_get_id (filter))
        tras_edit_delete (delete, after->pdata[i]);
    }
  tras_window_apply (GTK_WIDGET (fixture->window), delete, TRAS_APPLY_DEFAULT, NULL, NULL);
  self.n_names--;
  wait_until (has_names, &self);
  g_assert_cmpint (tras_name_filter_get_id (filter), ==, 0);
  g_assert_cmpuint (n_changed, ==, 3);

  choose (filter, 1);
  tras_name_filter_clear (filter);
  g_assert_cmpint (tras_name_filter_get_id (filter), ==, 0);
  g_assert_cmpuint (n_changed, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  g_test_add_func ("/widgets/filter-bar", test_filter_bar);
  fixture_add ("/widgets/typed", test_typed);
  fixture_add ("/widgets/take-back", test_take_back);
  fixture_add ("/widgets/invalid", test_invalid);
  fixture_add ("/widgets/meanwhile", test_meanwhile);
  fixture_add ("/widgets/refused", test_refused);
  fixture_add ("/widgets/chosen", test_chosen);
  fixture_add ("/widgets/choice", test_choice);
  fixture_add ("/widgets/choice-left-open", test_choice_left_open);
  fixture_add ("/widgets/name-filter", test_name_filter);
  fixture_add ("/widgets/name-search", test_name_search);
  fixture_add ("/widgets/form", test_form);
  fixture_add ("/widgets/form-closed", test_form_closed);

  return fixture_run ();
}
