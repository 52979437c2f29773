/* tras-seat-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-field-text.h"
#include "tras-fold.h"
#include "tras-icon-button.h"
#include "tras-mnemonic.h"
#include "tras-seat-list.h"

#define HOURS_CHARS 5
#define SCORE_CHARS 4

/* What stands in a row, from the start to the end. */
typedef enum
{
  COLUMN_NAME,
  COLUMN_HOURS,
  COLUMN_PASSED,
  COLUMN_SCORE,
  COLUMN_REMOVE,
  N_COLUMNS,
} Column;

struct _TrasSeatList
{
  GtkWidget parent_instance;

  /* borrowed */
  TrasAttendance *attendance;
  GtkLabel *count;
  GtkCheckButton *all;
  GtkListBox *list;
  GtkWidget *heads;
  GtkWidget *add_button;
  GtkListBox *others;
  GtkWidget *search;

  /* owned */
  GtkWidget *box;
  GtkSizeGroup *widths[N_COLUMNS];
  GPtrArray *rows;
  char *wanted;

  gint64 minutes;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TrasSeatList, tras_seat_list, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A row knows its person; what it shows of them stands in @cells. */
typedef struct
{
  TrasSeatList *list;
  TrasAttendant *attendant;
  GtkWidget *row;
  GtkWidget *cells[N_COLUMNS];
  GtkWidget *excused;
  GtkWidget *there;
} Seat;

static G_DEFINE_QUARK (tras-seat, seat)

static Seat *
get_seat (gpointer row)
{
  return g_object_get_qdata (row, seat_quark ());
}

static TrasAttendant *
get_attendant (gpointer row)
{
  return g_object_get_qdata (row, seat_quark ());
}

/* ---- hours and scores as text ---- */

static const TrasField *
find_field (GType       type,
            const char *name)
{
  return tras_table_find_field (tras_record_type_get_table (type), name);
}

static char *
dup_hours (gint64 minutes)
{
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();

  session->minutes = minutes;

  return tras_field_dup_shown (TRAS_RECORD (session),
                               find_field (TRAS_TYPE_TRAINING_SESSION, "minutes"),
                               tras_number_format_get_default (), NULL);
}

static gboolean
parse_hours (const char *text,
             gint64     *minutes)
{
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();

  if (!tras_field_set_typed (TRAS_RECORD (session),
                             find_field (TRAS_TYPE_TRAINING_SESSION, "minutes"), text,
                             tras_number_format_get_default (), NULL, NULL))
    return FALSE;
  *minutes = session->minutes;

  return TRUE;
}

static char *
dup_score (gint64 score)
{
  return score != TRAS_NULL ? tras_number_format_real (tras_number_format_get_default (),
                                                       (double) score, 0)
                            : g_strdup ("");
}

static gboolean
parse_score (const char *text,
             gint64     *score)
{
  g_autoptr (TrasTrainingSeat) seat = tras_training_seat_new ();

  if (!tras_field_set_typed (TRAS_RECORD (seat), find_field (TRAS_TYPE_TRAINING_SEAT, "score"),
                             text, tras_number_format_get_default (), NULL, NULL))
    return FALSE;
  *score = seat->score;

  return TRUE;
}

/* ---- what is checked ---- */

static void
show_count (TrasSeatList *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    n += get_seat (self->rows->pdata[i])->attendant->present;
  /* Translators: how many people were there, of how many */
  text = g_strdup_printf (C_("attendance", "%u of %u"), n, self->rows->len);
  gtk_label_set_label (self->count, text);
  self->showing = TRUE;
  gtk_check_button_set_active (self->all, self->rows->len > 0 && n == self->rows->len);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->rows->len);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), self->rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
  gtk_widget_set_visible (self->heads, n > 0);
}

static void
show_row (Seat *seat)
{
  const TrasAttendant *attendant = seat->attendant;
  g_autofree char *hours = dup_hours (attendant->minutes);
  g_autofree char *score = dup_score (attendant->score);
  TrasSeatList *self = seat->list;

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (seat->cells[COLUMN_NAME]), attendant->present);
  gtk_editable_set_text (GTK_EDITABLE (seat->cells[COLUMN_HOURS]), hours);
  gtk_editable_set_text (GTK_EDITABLE (seat->cells[COLUMN_SCORE]), score);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (seat->cells[COLUMN_PASSED]), attendant->passed);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (seat->excused), attendant->excused);
  gtk_stack_set_visible_child (GTK_STACK (seat->there),
                               attendant->present
                                 ? gtk_widget_get_parent (seat->cells[COLUMN_HOURS])
                                 : seat->excused);
  self->showing = FALSE;
}

static void
tell_changed (TrasSeatList *self)
{
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_present (GtkCheckButton *check,
            Seat           *seat)
{
  if (seat->list->showing)
    return;

  seat->attendant->present = gtk_check_button_get_active (check);
  show_row (seat);
  tell_changed (seat->list);
}

static void
on_all (TrasSeatList *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->showing)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Seat *seat = get_seat (self->rows->pdata[i]);

      seat->attendant->present = active;
      show_row (seat);
    }
  tell_changed (self);
}

static void
on_passed (GtkCheckButton *check,
           Seat           *seat)
{
  if (seat->list->showing)
    return;

  seat->attendant->passed = gtk_check_button_get_active (check);
  tell_changed (seat->list);
}

static void
on_excused (GtkCheckButton *check,
            Seat           *seat)
{
  if (seat->list->showing)
    return;

  seat->attendant->excused = gtk_check_button_get_active (check);
  tell_changed (seat->list);
}

static void
mark_text (GtkWidget *entry,
           gboolean   good)
{
  if (good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_hours (GtkEditable *entry,
          Seat        *seat)
{
  gboolean good = parse_hours (gtk_editable_get_text (entry), &seat->attendant->minutes);

  mark_text (GTK_WIDGET (entry), good);
  if (!seat->list->showing)
    tell_changed (seat->list);
}

static void
on_score (GtkEditable *entry,
          Seat        *seat)
{
  gboolean good = parse_score (gtk_editable_get_text (entry), &seat->attendant->score);

  mark_text (GTK_WIDGET (entry), good);
  if (!seat->list->showing)
    tell_changed (seat->list);
}

/* ---- rows ---- */

static void add_row    (TrasSeatList  *self,
                        TrasAttendant *attendant);
static void fill_others (TrasSeatList *self);

static void
on_remove (GtkWidget *button,
           Seat      *seat)
{
  TrasSeatList *self = seat->list;
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (seat->row));
  GtkListBoxRow *next;

  seat->attendant->listed = FALSE;
  g_ptr_array_remove (self->rows, seat->row);
  gtk_list_box_remove (self->list, seat->row);
  next = gtk_list_box_get_row_at_index (self->list, MIN (place, (int) self->rows->len - 1));
  gtk_widget_grab_focus (next != NULL ? get_seat (next)->cells[COLUMN_REMOVE] : self->add_button);
  fill_others (self);
  tell_changed (self);
}

static void
name_widget (GtkWidget     *widget,
             TrasAttendant *attendant,
             const char    *what)
{
  /* Translators: a person, and what is said of them: “Ana: Hours” */
  g_autofree char *label = g_strdup_printf (C_("person", "%s: %s"), attendant->person->name, what);

  gtk_widget_set_tooltip_text (widget, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static GtkWidget *
make_entry (Seat       *seat,
            Column      column,
            int         chars,
            const char *what,
            GCallback   changed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "numeric");
  name_widget (entry, seat->attendant, what);
  seat->cells[column] = entry;
  gtk_size_group_add_widget (seat->list->widths[column], entry);
  g_signal_connect (entry, "changed", changed, seat);

  return entry;
}

static GtkWidget *
make_name (Seat *seat)
{
  TrasAttendant *attendant = seat->attendant;
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", attendant->person->name, "xalign", 0.0F,
                                  "wrap", TRUE, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "width-chars", 8, NULL);
  GtkWidget *role = g_object_new (GTK_TYPE_LABEL, "label", attendant->person->role_name, "xalign",
                                  0.0F, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, NULL);

  gtk_widget_add_css_class (role, "caption");
  gtk_widget_add_css_class (role, "dim-label");
  gtk_widget_set_visible (role, attendant->person->role_name != NULL);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), role);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), lines);
  gtk_widget_set_hexpand (check, TRUE);
  name_widget (check, attendant, _("Present"));
  seat->cells[COLUMN_NAME] = check;
  g_signal_connect (check, "toggled", G_CALLBACK (on_present), seat);

  return check;
}

/* Of who was not there nothing is asked but whether they had said so. */
static GtkWidget *
make_rest (Seat *seat)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *middle = adw_bin_new ();

  gtk_box_append (GTK_BOX (box), make_entry (seat, COLUMN_HOURS, HOURS_CHARS, _("Hours"),
                                             G_CALLBACK (on_hours)));
  seat->cells[COLUMN_PASSED] = gtk_check_button_new ();
  gtk_widget_set_halign (seat->cells[COLUMN_PASSED], GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (middle), seat->cells[COLUMN_PASSED]);
  gtk_size_group_add_widget (seat->list->widths[COLUMN_PASSED], middle);
  name_widget (seat->cells[COLUMN_PASSED], seat->attendant, _("Passed"));
  g_signal_connect (seat->cells[COLUMN_PASSED], "toggled", G_CALLBACK (on_passed), seat);
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), make_entry (seat, COLUMN_SCORE, SCORE_CHARS, _("Score"),
                                             G_CALLBACK (on_score)));
  seat->excused = gtk_check_button_new_with_label (_("Excused"));
  name_widget (seat->excused, seat->attendant, _("Excused"));
  g_signal_connect (seat->excused, "toggled", G_CALLBACK (on_excused), seat);

  seat->there = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (seat->there), TRUE);
  gtk_stack_add_child (GTK_STACK (seat->there), box);
  gtk_stack_add_child (GTK_STACK (seat->there), seat->excused);

  return seat->there;
}

static void
add_row (TrasSeatList  *self,
         TrasAttendant *attendant)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = tras_icon_button_new ("list-remove-symbolic", _("Remove"));
  Seat *seat = g_new0 (Seat, 1);

  seat->list = self;
  seat->attendant = attendant;
  seat->row = gtk_list_box_row_new ();
  seat->cells[COLUMN_REMOVE] = remove;
  name_widget (remove, attendant, _("Remove"));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), seat);
  gtk_box_append (GTK_BOX (box), make_name (seat));
  gtk_box_append (GTK_BOX (box), make_rest (seat));
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "seat");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (seat->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (seat->row), FALSE);
  gtk_widget_set_focusable (seat->row, FALSE);
  g_object_set_qdata_full (G_OBJECT (seat->row), seat_quark (), seat, g_free);
  g_ptr_array_add (self->rows, seat->row);
  gtk_list_box_append (self->list, seat->row);
  show_row (seat);
}

/* ---- up and down ---- */

static gboolean
find_focus (TrasSeatList *self,
            guint        *row,
            Column       *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    {
      Seat *seat = get_seat (self->rows->pdata[*row]);

      for (*column = COLUMN_NAME; *column < N_COLUMNS; (*column)++)
        {
          if (gtk_widget_get_state_flags (seat->cells[*column]) & GTK_STATE_FLAG_FOCUS_WITHIN)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
on_key (TrasSeatList    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  int step = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up       ? -1
             : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1
                                                                   : 0;
  Column column;
  guint row;

  if (step == 0 || (state & gtk_accelerator_get_default_mod_mask ()) ||
      !find_focus (self, &row, &column))
    return GDK_EVENT_PROPAGATE;

  for (int i = (int) row + step; i >= 0 && i < (int) self->rows->len; i += step)
    {
      GtkWidget *cell = get_seat (self->rows->pdata[i])->cells[column];

      if (gtk_widget_get_mapped (cell) && gtk_widget_grab_focus (cell))
        break;
    }

  return GDK_EVENT_STOP;
}

/* ---- who else ---- */

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  TrasSeatList *self = user_data;
  g_autofree char *key = tras_fold_key (get_attendant (row)->person->name);

  return self->wanted == NULL || strstr (key, self->wanted) != NULL;
}

static void
on_search_changed (TrasSeatList *self)
{
  g_free (self->wanted);
  self->wanted = tras_fold_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->others);
}

static void
give_seat (TrasSeatList  *self,
           TrasAttendant *attendant)
{
  attendant->listed = TRUE;
  attendant->present = TRUE;
  attendant->excused = FALSE;
  attendant->minutes = self->minutes;
  add_row (self, attendant);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_others (self);
  tell_changed (self);
}

static void
on_other_activated (TrasSeatList  *self,
                    GtkListBoxRow *row)
{
  give_seat (self, get_attendant (row));
}

/* Return takes the only name that is left, or the first. */
static void
on_search_activated (TrasSeatList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->others, i)) != NULL; i++)
    {
      if (is_wanted (row, self))
        {
          give_seat (self, get_attendant (row));
          return;
        }
    }
}

static void
fill_others (TrasSeatList *self)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    gtk_list_box_remove (self->others, child);

  for (guint i = 0; i < self->attendance->people->len; i++)
    {
      TrasAttendant *attendant = self->attendance->people->pdata[i];
      GtkWidget *row;

      if (attendant->listed)
        continue;
      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                          attendant->person->name, "subtitle", attendant->person->role_name,
                          "activatable", TRUE, NULL);
      g_object_set_qdata (G_OBJECT (row), seat_quark (), attendant);
      gtk_list_box_append (self->others, row);
      n++;
    }
  gtk_widget_set_sensitive (self->add_button, n > 0);
}

static GtkWidget *
make_adder (TrasSeatList *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search people"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activated), self);
  self->others = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->others, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->others, is_wanted, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who else was there"), -1);
  g_signal_connect_swapped (self->others, "row-activated", G_CALLBACK (on_other_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->others));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Add Person"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Person"), -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  self->add_button = button;

  return button;
}

/* ---- the widget ---- */

static GtkWidget *
make_head (TrasSeatList *self,
           Column        column,
           const char   *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "xalign", column == COLUMN_PASSED ? 0.5F : 1.0F,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_size_group_add_widget (self->widths[column], label);

  return label;
}

static GtkWidget *
make_top (TrasSeatList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_label_new (NULL);

  self->all = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("A_ll present")));
  tras_mnemonic_name (GTK_WIDGET (self->all));
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_all), self);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_label_set_xalign (self->count, 0);
  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->heads), make_head (self, COLUMN_HOURS, _("Hours")));
  gtk_box_append (GTK_BOX (self->heads), make_head (self, COLUMN_PASSED, _("Passed")));
  gtk_box_append (GTK_BOX (self->heads), make_head (self, COLUMN_SCORE, _("Score")));
  gtk_widget_set_size_request (space, 34, -1);
  gtk_box_append (GTK_BOX (self->heads), space);
  gtk_widget_add_css_class (box, "seat");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->all));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), self->heads);

  return box;
}

static void
tras_seat_list_dispose (GObject *object)
{
  TrasSeatList *self = TRAS_SEAT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_seat_list_parent_class)->dispose (object);
}

static void
tras_seat_list_finalize (GObject *object)
{
  TrasSeatList *self = TRAS_SEAT_LIST (object);

  for (Column column = COLUMN_NAME; column < N_COLUMNS; column++)
    g_object_unref (self->widths[column]);
  g_ptr_array_unref (self->rows);
  g_free (self->wanted);

  G_OBJECT_CLASS (tras_seat_list_parent_class)->finalize (object);
}

static void
tras_seat_list_class_init (TrasSeatListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_seat_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tras_seat_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * TrasSeatList::changed:
   *
   * What the attendance says of its people is different.
   */
  signals[CHANGED] = g_signal_new ("changed", TRAS_TYPE_SEAT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tras_seat_list_init (TrasSeatList *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  for (Column column = COLUMN_NAME; column < N_COLUMNS; column++)
    self->widths[column] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_top (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who was there"), -1);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), make_adder (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), key);
}

/**
 * tras_seat_list_new:
 * @attendance: (transfer none): who was there; it has to live as long as the list
 *
 * Returns: (transfer floating): a list that writes into @attendance what is said in it
 */
GtkWidget *
tras_seat_list_new (TrasAttendance *attendance)
{
  TrasSeatList *self = g_object_new (TRAS_TYPE_SEAT_LIST, NULL);

  self->attendance = attendance;
  self->minutes = attendance->session->minutes;
  for (guint i = 0; i < attendance->people->len; i++)
    {
      if (((TrasAttendant *) attendance->people->pdata[i])->listed)
        add_row (self, attendance->people->pdata[i]);
    }
  fill_others (self);
  show_count (self);

  return GTK_WIDGET (self);
}

/**
 * tras_seat_list_set_minutes:
 * @self: a list
 * @minutes: how long the session took
 *
 * Those who were there as long as it took are there that long; who left earlier did so.
 */
void
tras_seat_list_set_minutes (TrasSeatList *self,
                            gint64        minutes)
{
  g_return_if_fail (TRAS_IS_SEAT_LIST (self));

  if (minutes == self->minutes)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Seat *seat = get_seat (self->rows->pdata[i]);

      if (seat->attendant->minutes != self->minutes)
        continue;
      seat->attendant->minutes = minutes;
      show_row (seat);
    }
  self->minutes = minutes;
}

/**
 * tras_seat_list_set_present:
 * @self: a list
 * @person_id: somebody, with a seat or without
 * @present: whether they were there
 *
 * As a click on the check box; whoever has no seat gets one.
 */
void
tras_seat_list_set_present (TrasSeatList *self,
                            gint64        person_id,
                            gboolean      present)
{
  g_return_if_fail (TRAS_IS_SEAT_LIST (self));

  for (guint i = 0; i < self->attendance->people->len; i++)
    {
      TrasAttendant *attendant = self->attendance->people->pdata[i];

      if (TRAS_RECORD (attendant->person)->id == person_id && !attendant->listed)
        give_seat (self, attendant);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      Seat *seat = get_seat (self->rows->pdata[i]);

      if (TRAS_RECORD (seat->attendant->person)->id == person_id)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (seat->cells[COLUMN_NAME]), present);
    }
}

/**
 * tras_seat_list_dup_trouble:
 * @self: a list
 *
 * Returns: (transfer full) (nullable): what of the typed texts cannot be understood, a sentence;
 *   %NULL where all can. The keyboard is on it then.
 */
char *
tras_seat_list_dup_trouble (TrasSeatList *self)
{
  g_return_val_if_fail (TRAS_IS_SEAT_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Seat *seat = get_seat (self->rows->pdata[i]);
      const char *name = seat->attendant->person->name;

      if (!seat->attendant->present)
        continue;
      if (gtk_widget_has_css_class (seat->cells[COLUMN_HOURS], "error"))
        {
          gtk_widget_grab_focus (seat->cells[COLUMN_HOURS]);
          /* Translators: %s is a person */
          return g_strdup_printf (_("For how long was %s there? 2, or 1:30"), name);
        }
      if (gtk_widget_has_css_class (seat->cells[COLUMN_SCORE], "error"))
        {
          gtk_widget_grab_focus (seat->cells[COLUMN_SCORE]);
          /* Translators: %s is a person */
          return g_strdup_printf (_("The score of %s is no whole number"), name);
        }
    }

  return NULL;
}
